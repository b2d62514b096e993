"""What an actor did that tells most."""

from __future__ import annotations

import dataclasses

from briefing.analysis.deeds import with_deeds
from briefing.model.findings import EventStatus, QuoteKind
from tests import build


def test_the_deed_is_the_clause_without_its_subject() -> None:
    """The card shows the verb and what follows."""
    made = build.analysis()
    bare = tuple(dataclasses.replace(actor, did=None, citations=actor.citations[:1]) for actor in made.actors)
    union, nordline = with_deeds(made.document, bare, made.events)
    assert union.did is not None
    assert made.document.text_of(union.did) == "rejected the offer on Tuesday"
    assert made.document.cite(union.did) in union.citations
    assert nordline.did is None


def test_what_happened_says_more_than_what_may_happen() -> None:
    """Of two deeds of one length, the one that is so is shown."""
    made = build.analysis()
    possible = dataclasses.replace(made.events[0], id="e0", status=EventStatus.POSSIBLE)
    bare = tuple(dataclasses.replace(actor, did=None) for actor in made.actors)
    actors = with_deeds(made.document, bare, (possible, *made.events))
    assert actors[0].did == build.span(made.document, "rejected the offer on Tuesday")


def test_an_order_of_actors_is_kept() -> None:
    """Salience has decided the order already."""
    made = build.analysis()
    assert [actor.id for actor in with_deeds(made.document, made.actors, made.events)] == ["p1", "p2"]


def test_what_others_say_of_an_actor_is_no_deed_of_its_own() -> None:
    """A clause inside somebody else's statement is a claim; inside the actor's own report it is its own word; in quotation marks it is speech."""
    made = build.analysis()
    bare = tuple(dataclasses.replace(actor, did=None) for actor in made.actors)
    statement = dataclasses.replace(made.quotes[0], kind=QuoteKind.INDIRECT, parts=(made.events[0].clause,), actor="p2")
    assert with_deeds(made.document, bare, made.events, (statement,))[0].did is None
    own = dataclasses.replace(statement, actor="p1")
    assert with_deeds(made.document, bare, made.events, (own,))[0].did is not None
    spoken = dataclasses.replace(own, kind=QuoteKind.DIRECT)
    assert with_deeds(made.document, bare, made.events, (spoken,))[0].did is None
