"""Names of one actor joined, and names of two kept apart, on sentences that were invented for these tests."""

from __future__ import annotations

import pytest

from briefing.model.findings import ActorKind
from tests.analysis.actors.test_actors import actors_of, named

pytestmark = pytest.mark.model


def hows(text: str, name: str) -> dict[str, str]:
    """The words of an actor's mentions, each with the rule that joined it."""
    actor = named(text, name)
    return {text[m.span.start : m.span.end]: m.how for m in actor.mentions} if actor is not None else {}


@pytest.mark.parametrize(
    ("text", "full", "short", "how"),
    [
        (
            "Ottrid Vestby opened the hall. Two days later Ottred Vestby left the town again.",
            "Ottrid Vestby",
            "Ottred Vestby",
            "spelling",
        ),
        (
            "Jonas Maurer leads the port. The port must grow, said Mauer on Friday.",
            "Jonas Maurer",
            "Mauer",
            "spelling",
        ),
        (
            "The Norland Harvest Movement (Harakat al Velmara) met on Monday and voted.",
            "Norland Harvest Movement",
            "Harakat al Velmara",
            "in brackets",
        ),
        (
            "The Norwegian High Court of Maritime Appeal met on Monday. The High Court then ruled.",
            "Norwegian High Court of Maritime Appeal",
            "High Court",
            "short name",
        ),
        (
            "Officials of Nordland University met on Monday. The University will close.",
            "Nordland University",
            "University",
            "head word",
        ),
        (
            "The Church of the Velmark Dawn lost its licence. The court ruled on Monday. The Church paid.",
            "Church of the Velmark Dawn",
            "Church",
            "head word",
        ),
        (
            "Ministers of South Korea and North Korea met on Monday. On Friday the North fired two rockets.",
            "North Korea",
            "North",
            "half",
        ),
        (
            "Rain fell in Norhavn City on Monday. The harbour of Norhavn was closed, and boats stayed near Norhavn.",
            "Norhavn City",
            "Norhavn",
            "name",
        ),
        (
            "The Norlandi Ferry Board, known in the north as Ganar and to its members as the Old Board, met on Monday.",
            "Norlandi Ferry Board",
            "Old Board",
            "alias",
        ),
    ],
)
def test_joined(text: str, full: str, short: str, how: str) -> None:
    """A short form, a slip or another name is joined with the full name, and says by which rule."""
    assert how == hows(text, full).get(short)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Paul Vestby met the press. Mrs Vestby said nothing on Monday.", "Paul Vestby", "Vestby"),
        ("Martin Vestby spoke on Monday. Marvin Vestby left on Friday.", "Martin Vestby", "Marvin Vestby"),
        ("Reporters asked Kirsten Vestby and Kirstin Vestby about it.", "Kirsten Vestby", "Kirstin Vestby"),
        ("The Ridgeway Police Department met in Ridgeway on Monday.", "Ridgeway Police Department", "Ridgeway"),
        ("Trucks left Kansas City on Monday and crossed Kansas by night.", "Kansas City", "Kansas"),
        ("The Library of Congress closed. Congress met on Monday.", "Library of Congress", "Congress"),
        ("Russia closed the border on Monday. Thousands of Russians fled.", "Russia", "Russians"),
        ("Syria blamed Syrian rebels for the fire.", "Syria", "Syrian rebels"),
        ("Velmark is a town in Norland. Velmark is known as Norland's city of bells.", "Velmark", "Norland"),
    ],
)
def test_stay_apart(text: str, one: str, other: str) -> None:
    """Two people with one surname, a town and its police, a state and its people, a body and one that has its name are never joined."""
    first, second = named(text, one), named(text, other)
    assert first is not None
    assert first != second


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Ida Marlow founded Marlow Industries in 1990.", "Ida Marlow", "Marlow Industries"),
        ("Ida Marlow sold the Marlow Foundation on Monday. Marlow left.", "Ida Marlow", "Marlow Foundation"),
        ("The Marlow Institute thanked Ida Marlow on Monday.", "Ida Marlow", "Marlow Institute"),
    ],
)
def test_body_named_after_a_person_is_not_that_person(text: str, person: str, body: str) -> None:
    """Somebody and the body that bears the same surname are two actors, each of its kind."""
    one, other = named(text, person), named(text, body)
    assert one is not None
    assert other is not None
    assert (ActorKind.PERSON, ActorKind.ORGANISATION) == (one.kind, other.kind)
    assert one.id != other.id


def test_surname_beside_a_body_of_that_name_is_the_person() -> None:
    """Where a person and a body share a word, the lone word that acts is the person's surname."""
    text = "Ida Marlow sold the Marlow Foundation on Monday. Marlow left."
    assert "surname" == hows(text, "Ida Marlow").get("Marlow")


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Syria sent troops. Syrian rebels met the Syrian government on Monday.", "Syrian rebels", "Syrian government"),
        ("Anna Vestby spoke on Monday. Jonas Vestby left on Friday.", "Anna Vestby", "Jonas Vestby"),
        ("Ida Solberg Sr. and her niece Eva Solberg ran the mill.", "Ida Solberg", "Eva Solberg"),
        ("South Korea closed the border. North Korea fired two rockets on Monday.", "South Korea", "North Korea"),
        (
            "The Norhavn Ferry Board sued the Norhavn Ferry Union on Monday.",
            "Norhavn Ferry Board",
            "Norhavn Ferry Union",
        ),
    ],
)
def test_two_actors_that_share_words_are_both_found(text: str, one: str, other: str) -> None:
    """A government and its rebels, two people of one surname, two halves of a land: each is an actor of its own."""
    first, second = named(text, one), named(text, other)
    assert first is not None
    assert second is not None
    assert first.id != second.id


def test_title_tells_two_of_one_surname_apart() -> None:
    """Of two people with one surname, a surname with a title means the one who bore the title before."""
    text = "Governor Anna Vestby met Jonas Vestby and his son. Jonas Vestby spoke first. Governor Vestby left early."
    assert "Governor Vestby" in hows(text, "Anna Vestby")


def test_people_with_article_are_their_state() -> None:
    """Their state is meant by "the Russians", with the article."""
    text = "Russia closed the border on Monday. On Friday the Russians shelled a bridge."
    assert "Russians" in hows(text, "Russia")


def test_surname_in_headline_is_found_again() -> None:
    """A headline's full name of somebody whom the text then calls by the surname is one more mention."""
    text = "Ida Solberg Opens Harbour Before Storms Begin\n\nIda Marie Solberg opened the harbour on Monday. Solberg then left."
    assert {"Ida Solberg", "Solberg"} <= set(hows(text, "Ida Marie Solberg"))


@pytest.mark.parametrize(
    ("text", "name", "reference"),
    [
        (
            "Vice President Ida Solberg came on Monday. The vice president left on Friday.",
            "Ida Solberg",
            "vice president",
        ),
        ("Mayor Ida Solberg came on Monday. The mayor left on Friday.", "Ida Solberg", "mayor"),
    ],
)
def test_office_is_its_bearer(text: str, name: str, reference: str) -> None:
    """An office means the only person near by who holds it."""
    assert "description" == hows(text, name).get(reference)


def test_other_office_is_somebody_else() -> None:
    """The vice president is not the president, nor is a spokesman of his."""
    text = "Vice President Ida Solberg came on Monday. The president stayed away."
    assert "president" not in hows(text, "Ida Solberg")


def test_no_name_is_joined_with_itself() -> None:
    """A name that stands alone says that it is a name, not that it was turned round."""
    text = "The Norhavn Coastal Agency closed two ports on Monday."
    assert ["name"] == [m.how for actor in actors_of(text) for m in actor.mentions if "Agency" in actor.name]


def test_noun_of_a_name_calls_the_body_back() -> None:
    """The noun in a body's name means it sentences later, where no second body so far is called so."""
    text = (
        "The Norhavn Institute of Health warned of the virus. Shops closed. Trains stopped. Ferries sailed. "
        "On Friday the institute rejected the criticism."
    )
    assert "description" == hows(text, "Norhavn Institute of Health").get("institute")
    two = "The Skarn Museum and the Norhavn Museum opened on Monday. The museum was full."
    assert "museum" not in hows(two, "Skarn Museum")
    assert "museum" not in hows(two, "Norhavn Museum")


def test_sentence_that_begins_with_for() -> None:
    """Of whom a sentence begins to speak with "For X," is who says the next one."""
    text = "For Jonas Berg, Ida Solberg and Karl Voss changed painting. He said the museum would bring visitors."
    assert "pronoun" == hows(text, "Jonas Berg").get("He")
