"""Names: what is a name, where it ends and what kind it reads like, on sentences that were invented for these tests."""

from __future__ import annotations

from functools import cache

import pytest

from briefing.analysis.actors import find_actors
from briefing.model.findings import Actor, ActorKind
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model


@cache
def actors_of(text: str) -> tuple[Actor, ...]:
    """The actors of a text."""
    return find_actors(parsed(text))


def kind_of(text: str, name: str) -> ActorKind | None:
    """The kind of the actor with this name, None where there is none."""
    return next((a.kind for a in actors_of(text) if name == a.name or name in a.aliases), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Residents of Skarn were told to stay at home.", "Skarn"),
        ("Near Qal Berun, one strike destroyed a depot.", "Qal Berun"),
        ("Troops besieged Karavil for two years. Nobody left Karavil.", "Karavil"),
        ("Brekke residents had no water on Monday.", "Brekke"),
    ],
)
def test_words_that_stand_beside_places(text: str, name: str) -> None:
    """What has residents, is besieged or lies near something is a place, whatever the model takes it for."""
    assert kind_of(text, name) is ActorKind.PLACE


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Torvik regime has shut two papers.", "Torvik", ActorKind.PERSON),
        ("The Karavil militia took the bridge on Monday.", "Karavil", ActorKind.GROUP),
    ],
)
def test_noun_after_the_name(text: str, name: str, kind: ActorKind) -> None:
    """A regime has a person's name, a militia its own."""
    assert kind_of(text, name) is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tropical Storm Danielle moved north. Danielle may turn on Friday.", "Danielle"),
        ("The ferry Nordstjerna left the harbour on Monday.", "Nordstjerna"),
        ("USS Corvin left port. The Corvin was hit on Monday.", "Corvin"),
        ("She won the Golden Anchor award on Monday.", "Golden Anchor"),
        ("They watched the film Stormy Harbour on Monday.", "Stormy Harbour"),
        ("A storm named Ottoline closed the harbour. Ottoline was strong.", "Ottoline"),
        ("Two F-16 Fighting Falcons landed on Monday.", "Fighting Falcons"),
    ],
)
def test_things_are_no_actors(text: str, name: str) -> None:
    """A storm, a ship, an aircraft, an award and a film are nobody, there or elsewhere in the text."""
    assert kind_of(text, name) is None


def test_person_named_like_a_thing_stays() -> None:
    """A person with a full name stays one where a book has the same name."""
    text = "The book Ida Solberg was printed in May. Ida Solberg said she had not read it. Solberg laughed."
    assert kind_of(text, "Ida Solberg") is ActorKind.PERSON


def test_person_who_is_called_like_a_capital() -> None:
    """A surname that is also a capital is the person's where it is the subject."""
    text = "Ida Paris, a teacher, left the ship. Paris claims that she was kept there for years."
    found = next(actor for actor in actors_of(text) if actor.name == "Ida Paris")
    assert (ActorKind.PERSON, True) == (found.kind, "Paris" in found.aliases)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks were led by John “J.D.” Corvin on Monday.", "John “J.D.” Corvin"),
        ("Minister for the Middle East Ida Solberg resigned on Monday.", "Ida Solberg"),
        ("The vote on UN Security Council Resolution 4711 was put off.", "UN Security Council"),
        ("Fighters of al Qaeda in Iraq hid in the hills.", "al Qaeda in Iraq"),
        ("Emails show the Boeing-NATO talks went on.", "Boeing"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    """Nicknames belong to a name; offices, documents and the other side of a hyphen do not."""
    assert name in {alias for actor in actors_of(text) for alias in actor.aliases}


def test_heading_that_is_a_sentence() -> None:
    """A line with few capitals and a verb is read for names even where it stands like a heading."""
    text = "Ida Solberg condemns the closure of two harbours which had served many islands\n\nThe harbours stay shut.\n"
    assert kind_of(text, "Ida Solberg") is ActorKind.PERSON


def test_adjective_of_a_place_in_the_text() -> None:
    """The adjective made of an invented place's name is no actor."""
    text = (
        "Snow fell in Norlandia. Roads in Norlandia were shut. Two Norlandi soldiers were hurt, Norlandi papers said."
    )
    assert kind_of(text, "Norlandi") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            'Mayor Carla de Sola closed the bridge. De Sola blamed the rain. "It rains," de Sola said.',
            ("Carla de Sola", "De Sola", "de Sola"),
        ),
        (
            'Coach Piet van der Wal left. "We lost," van der Wal said.',
            ("Piet van der Wal", "van der Wal"),
        ),
        (
            "Michelle O’Hara said the bridge was closed. O’Hara blamed the rain.",
            ("Michelle O’Hara", "O’Hara"),
        ),
    ],
)
def test_surname_is_whole(text: str, names: tuple[str, ...]) -> None:
    """A surname has its particles and its apostrophe wherever it stands, and the person is listed once."""
    persons = [actor for actor in actors_of(text) if actor.kind is ActorKind.PERSON]
    assert [names] == [actor.aliases for actor in persons]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("O'Hara blamed the rain. Critics of O'Hara sang.", "O'Hara", ActorKind.PERSON),
        ("Brenner says demand fell. The chief executive of Brenner left.", "Brenner", ActorKind.ORGANISATION),
        ("Former Nordline chief executive Peter Wald left.", "Peter Wald", ActorKind.PERSON),
        (
            "The Indians scored three runs in the ninth inning. The Indians have won six games this season.",
            "Indians",
            ActorKind.ORGANISATION,
        ),
        (
            "India won the last game of the season. The Indians scored early and the coach was glad.",
            "Indians",
            ActorKind.COUNTRY,
        ),
    ],
)
def test_kind_of_surnames_companies_and_teams(text: str, name: str, kind: ActorKind) -> None:
    """An apostrophe makes a surname, a chief executive a company, and games a team of a people whose land is not named."""
    assert kind == kind_of(text, name)


def test_legal_form_makes_no_other_company() -> None:
    """A company with and without its legal form is one, whatever else bears its name."""
    text = "Segmont makes scooters. The Segmont Foundation paid. Segmont Inc said profits rose. Shares in Segmont fell."
    assert any({"Segmont", "Segmont Inc"} <= set(actor.aliases) for actor in actors_of(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Skarn A&M University closed its gates on Monday.", "Skarn A&M University", ActorKind.ORGANISATION),
        ("Chemist Rosalind Lund's research was praised. However Lund missed the prize.", "Lund", ActorKind.PERSON),
        ("American Billie Jean Lund won the cup on Monday.", "Billie Jean Lund", ActorKind.PERSON),
    ],
)
def test_whole_names_of_persons_and_bodies(text: str, name: str, kind: ActorKind) -> None:
    """Capitals joined by "&" are one word; a nationality is no part of a person's name."""
    assert kind_of(text, name) is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The wreck of the CSS Georgia lies near the port.", "Georgia"),
        ("The wreck of the CSS Georgia lies near the port.", "CSS"),
        ("Small towns AREN'T for everyone.", "AREN'T"),
        ("It IS so, the mayor wrote on Monday.", "IS"),
        ("The fair in the Queen City was closed on Monday.", "City"),
        ("A run was held for Autism Spectrum Disorder on Monday.", "Autism Spectrum Disorder"),
    ],
)
def test_capitals_that_name_no_actor(text: str, name: str) -> None:
    """A ship with a state's name, a shouted word, a place with a crown and an illness are no actors."""
    assert kind_of(text, name) is None
