"""Names cut to whom they name, and names kept whole, on sentences that were invented for these tests."""

from __future__ import annotations

import pytest

from tests.analysis.actors.test_actors import actors_of, named

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The jet sent data through the Aircraft Condition Addressing and Warning Agency (ACAWA). ACAWA failed.",
            "Aircraft Condition Addressing and Warning Agency",
            "organisation",
        ),
        (
            "The talks were led by the Institute for Coastal Research and Marine Safety (ICRMS) on Monday.",
            "Institute for Coastal Research and Marine Safety",
            "organisation",
        ),
        (
            "The nTunes Music Store opened. Critics said the nTunes Music Store was dear.",
            "nTunes Music Store",
            "organisation",
        ),
        (
            (
                "Herons Kenny Solberg died on Monday in his home. The Boston Herons said Kenny Solberg was a friend. "
                "Kenny Solberg was 23. The Herons play on Sunday. Police in Boston found Solberg."
            ),
            "Kenny Solberg",
            "person",
        ),
        (
            (
                "Herons Kenny Solberg died on Monday in his home. The Boston Herons said Kenny Solberg was a friend. "
                "Kenny Solberg was 23. The Herons play on Sunday. Police in Boston found Solberg."
            ),
            "Boston Herons",
            "organisation",
        ),
        (
            (
                "Pearl Corps sued Pearl Computer in London over a logo. Pearl Computer said the claim was wrong. "
                "Pearl said it would appeal. A judge heard Pearl Corps on Monday."
            ),
            "Pearl Computer",
            "organisation",
        ),
        ("India's Shashi Tharavel, currently Under-Secretary of the body, came second.", "Shashi Tharavel", "person"),
    ],
)
def test_a_name_is_whole_and_has_its_kind(text: str, name: str, kind: str) -> None:
    """An acronym, a brand, a team, a shared short form and a state's possessive tell where a name ends and what it is."""
    actor = named(text, name)
    assert (name, kind) == ((actor.name, actor.kind.value) if actor is not None else None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A U.S. Naval ship left the port on Monday. Naval officers said that the ship was safe.", "Naval"),
        ("The news was first told by CBS 3 on Monday.", "3"),
        ("Senator Ida Solberg (R-AZ) said that she was glad.", "R-AZ"),
        ("Invalid Email. Please enter your address. The mayor said that the road was closed.", "Email"),
        (
            (
                "Andy Warhol took many pictures. The exhibit shows Warhol Polaroids from the museum. "
                "One Warhol Polaroid was sold on Monday. Warhol Polaroids are rare. Warhol died in 1987."
            ),
            "Polaroid",
        ),
    ],
)
def test_an_adjective_a_number_a_tag_and_a_thing_are_no_names(text: str, word: str) -> None:
    """Nobody is called by an adjective before a noun, a number, a party's tag, a form field or a thing after a surname."""
    assert [] == [actor.name for actor in actors_of(text) if word in actor.name]


def test_a_family_name_may_come_first() -> None:
    """A hyphened name with a small second half is a given name: the word before it is the surname."""
    text = (
        "Former President Lin Mei-hua was moved to a hospital on Monday. Lin has refused food. "
        "Wu Shu-fen, his wife, visited Lin."
    )
    actor = named(text, "Lin Mei-hua")
    assert "Lin" in (actor.aliases if actor is not None else ())
