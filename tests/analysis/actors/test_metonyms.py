"""Metonyms: the kind of single mentions of states, on sentences that were invented for these tests."""

from __future__ import annotations

import pytest

from briefing.analysis.actors import find_actors
from briefing.model.findings import ActorKind
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model


def kinds_of(text: str, name: str) -> list[ActorKind]:
    """The kinds of the mentions with these words, in text order."""
    found = [
        (mention.span.start, mention.kind)
        for actor in find_actors(parsed(text))
        for mention in actor.mentions
        if text[mention.span.start : mention.span.end] == name
    ]
    return [kind for _, kind in sorted(found)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway rejected the offer of the islanders on Friday.", "Norway"),
        ("The dam was announced by Norway on Friday.", "Norway"),
        ("The minister thanked our ally Norway for the boats.", "Norway"),
        ("With Norway's commitment, the bridge can be built.", "Norway"),
        ("The mayor praised the partnership between Norway and the islanders.", "Norway"),
        ("In the first half Norway 3 – 1 Iceland was the score.", "Norway"),
    ],
)
def test_state_that_acts_is_a_body(text: str, name: str) -> None:
    """The mention of a state that does, owns or is thanked for something is its government's or its team's."""
    assert [ActorKind.ORGANISATION] == kinds_of(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Snow fell for three days in Norway.",
        "Norway is a land of fjords and bridges.",
        "The ferries sailed through Norway for a week.",
    ],
)
def test_land_stays_a_country(text: str) -> None:
    """The mention of a state where something is or happens is that of a country."""
    assert [ActorKind.COUNTRY] == kinds_of(text, "Norway")


def test_people_are_a_group() -> None:
    """The plural of a demonym names people, not the land."""
    assert [ActorKind.GROUP] == kinds_of("Two ferries brought the Norwegians home on Friday.", "Norwegians")


def test_actor_stays_a_country() -> None:
    """What single mentions stand for does not change the kind of the actor."""
    actors = find_actors(parsed("Norway rejected the offer. Norway then sent ships."))
    assert [ActorKind.COUNTRY] == [actor.kind for actor in actors if actor.name == "Norway"]
