"""Which actors belong on a page."""

from __future__ import annotations

from dataclasses import replace

from briefing.composition.actor_worth import ActorWorth
from briefing.model.findings import ActorKind
from tests import build


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
    """A country in which things only happen is known by the events: none has it for a subject."""
    analysis = build.analysis()
    actor = replace(analysis.actors[0], kind=ActorKind.COUNTRY)
    assert ActorWorth(replace(analysis, events=()))(actor) < ActorWorth(analysis)(actor)
