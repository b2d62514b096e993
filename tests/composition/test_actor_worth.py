"""Which actors belong on a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.composition.actor_worth import ActorWorth
from briefing.model.findings import ActorKind
from briefing.model.text import Span
from tests import build

if TYPE_CHECKING:
    from briefing.model.findings import Actor


def test_every_sign_has_its_weight() -> None:
    """An actor is weighed by exactly the signs that were fitted, and its worth lies between 0 and 1."""
    analysis = build.analysis()
    worth_of = ActorWorth(analysis)
    assert all(0 <= worth_of(actor) <= 1 for actor in analysis.actors)


def test_the_more_central_actor_is_worth_more() -> None:
    """Salience, all else equal, speaks for a card."""
    analysis = build.analysis()
    worth_of = ActorWorth(analysis)
    actor = analysis.actors[0]
    assert worth_of(replace(actor, salience=0.1)) < worth_of(replace(actor, salience=1.0))


def test_an_unknown_person_is_worth_less() -> None:
    """A person of whom the text does not say who it is gets a card last."""
    analysis = build.analysis()
    worth_of = ActorWorth(analysis)
    actor = next(actor for actor in analysis.actors if actor.role is not None)
    person = replace(actor, kind=ActorKind.PERSON)
    assert worth_of(replace(person, role=None)) < worth_of(person)


def test_a_country_that_does_nothing_is_worth_less() -> None:
    """A country without a role in which things only happen is known by the events: in none does or suffers it anything."""
    analysis = build.analysis()
    actor = replace(analysis.actors[0], kind=ActorKind.COUNTRY, role=None, did=None)
    idle = replace(analysis, events=(), quotes=())
    assert ActorWorth(idle)(actor) < ActorWorth(analysis)(actor)
    assert [ActorWorth(made).signs(actor)["is_idle_country"] for made in (idle, analysis)] == [1.0, 0.0]


@pytest.mark.parametrize(
    ("text", "verb", "whom", "is_busy"),
    [
        ("Norland and the Senate agreed.", "agreed", None, True),
        ("Norland or Westmark or the Senate agreed.", "agreed", None, False),
        ("Norland met the Senate.", "met", "Senate", True),
        ("Norland crashed in the Senate.", "crashed", "Senate", False),
    ],
)
def test_who_does_something(text: str, verb: str, whom: str | None, *, is_busy: bool) -> None:
    """Whoever is joined to a subject does it too; what lies behind a preposition of place suffers nothing."""
    made = build.analysis()
    document = replace(made.document, source=replace(made.document.source, text=text))

    def spot(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def actor(name: str, number: int) -> Actor:
        mention = replace(made.actors[0].mentions[0], span=spot(name), how="name")
        return replace(made.actors[0], id=f"p{number}", name=name, mentions=(mention,), role=None, did=None)

    actors = (actor("Norland", 1), actor("Senate", 2))
    event = replace(
        made.events[0],
        trigger=spot(verb),
        who=spot("Norland"),
        whom=None if whom is None else spot(whom),
        actors=("p1",) if whom is None else ("p1", "p2"),
        said_by="",
    )
    analysis = replace(made, document=document, actors=actors, events=(event,), quotes=())
    assert bool(ActorWorth(analysis).signs(actors[1])["is_busy"]) == is_busy
