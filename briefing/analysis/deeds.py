"""What each actor did or said that tells most: actors and events in, actors with `did` out."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.model.findings import ActorKind, EventStatus, QuoteKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.findings import Actor, Event, Quote
    from briefing.model.text import Document

__all__ = ["with_deeds"]

STATUS_WEIGHT = {
    EventStatus.HAPPENED: 1.0,
    EventStatus.REPORTED: 0.8,
    EventStatus.PLANNED: 0.7,
    EventStatus.DENIED: 0.5,
}
"""What an actor did says more than what it will do or did not do; what it might do is no deed."""

MOST_DEEDS = 3
"""Deeds kept of each actor: a page shows one that it does not tell elsewhere."""

NESTED = 4
"""Statements that may stand around an event: a quotation within a report within a document."""

FEWEST, FEWEST_SAID, MOST = 3, 6, 18
"""Words of a deed that tells something and still fits on a card; a verb of saying tells something only with what was said."""


MODALS = (["may"], ["might"], ["can"], ["could"], ["should"], ["must"], ["ought"])
"""What somebody may, can or should do is no deed."""

PREPOSITIONS = frozenset(
    (
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "to",
        "between",
        "across",
        "against",
        "among",
        "near",
        "over",
        "and",
        "or",
    )
)
"""Words between a subject's head and a name that only belongs to it."""


def with_deeds(
    document: Document, actors: Sequence[Actor], events: Sequence[Event], quotes: Sequence[Quote] = ()
) -> tuple[Actor, ...]:
    """The actors in the same order, each with the clauses that tell best what it did, said or suffered, where there are any.

    What others say of an actor is no deed of its own: the quotes tell who says what.
    """
    # Whatever stands in somebody's own words is speech, also about themselves.
    told = sorted(
        (part.start, part.end, "" if quote.kind is QuoteKind.DIRECT else quote.actor)
        for quote in quotes
        if quote.cue is not None or quote.kind is QuoteKind.DIRECT
        for part in quote.parts
    )
    by_id = {actor.id: actor for actor in actors}
    contents = _contents(events)
    candidates: dict[str, list[tuple[float, Span]]] = defaultdict(list)
    for event in events:
        if event.is_noun or event.depth or event.status not in STATUS_WEIGHT:
            continue
        if event.is_speech and not _has_content(event, contents):
            continue
        for actor in event.actors[:2]:
            deed = _deed(document, event)
            if deed is not None and _is_its_own(actor, event, told) and _is_doer(document, actor, event, by_id):
                candidates[actor].append((_worth(document, event, deed), deed))
    return tuple(_with_best(document, actor, candidates.get(actor.id, ())) for actor in actors)


def _contents(events: Sequence[Event]) -> list[int]:
    """Where the triggers stand, in text order."""
    return sorted(event.trigger.start for event in events if not event.is_noun)


def _has_content(event: Event, triggers: Sequence[int]) -> bool:
    """True iff a verb of saying has what is said behind it: a clause with a verb of its own, or an object."""
    at = bisect_right(triggers, event.trigger.start)
    return event.whom is not None or (at < len(triggers) and triggers[at] < event.clause.end)


def _is_its_own(actor: str, event: Event, told: Sequence[tuple[int, int, str]]) -> bool:
    """True iff the text states the deed itself, or has it from the actor."""
    at = bisect_right(told, event.trigger.start, key=lambda row: row[0])
    # Statements do not nest deeply: the one that covers the event begins among the last few before it.
    covering = [speaker for _, end, speaker in told[max(0, at - NESTED) : at] if event.trigger.end <= end]
    if covering:
        return all(speaker == actor for speaker in covering)
    return event.said_by == actor or (not event.said_by and event.status is not EventStatus.REPORTED)


def _with_best(document: Document, actor: Actor, candidates: Iterable[tuple[float, Span]]) -> Actor:
    ranked = sorted((row for row in candidates if row[0] > 0), key=lambda row: (-row[0], row[1].start))
    deeds = tuple(deed for _, deed in ranked[:MOST_DEEDS])
    if not deeds:
        return actor
    cited = document.cite(deeds[0])
    citations = actor.citations if cited in actor.citations else (*actor.citations, cited)
    return dataclasses.replace(actor, did=deeds[0], deeds=deeds, citations=citations)


def _is_doer(document: Document, actor_id: str, event: Event, actors: Mapping[str, Actor]) -> bool:
    """True iff the actor itself, not just somebody's possessor, is the event's subject (or its object in the passive)."""
    who = event.who or event.whom
    if who is None:
        return False
    actor = actors.get(actor_id)
    if actor is None or actor.kind is ActorKind.PLACE:
        return False
    return any(_names_subject(document, mention.span, who) for mention in actor.mentions)


def _names_subject(document: Document, mention: Span, subject: Span) -> bool:
    """True iff a mention is the subject itself: all of it, or its end behind a title, not a part of it ("the rise of X")."""
    if subject in mention:
        return True
    if mention not in subject or mention.end < subject.end:
        return False
    before = document.text_of(Span(subject.start, mention.start)).lower().split()
    return not any(word.strip(",") in PREPOSITIONS for word in before)


def _deed(document: Document, event: Event) -> Span | None:
    """The clause from its verb group on, without its subject; None where the subject does not stand first."""
    subject = event.who if event.who is not None else event.whom
    if subject is None or subject.start > event.trigger.start:
        return None
    start = next((max(part.start, subject.end) for part in event.parts if part.end > subject.end), None)
    if start is None:
        return None
    text = document.source.text
    while start < event.clause.end and not text[start].isalnum():
        start += 1
    if ":" in text[start : event.clause.end]:
        return None
    opening = text[start : event.trigger.start].lower()
    if opening.startswith(("and ", "or ", "as well as ")) or opening.split()[:1] in MODALS:
        return None
    if start >= event.clause.end or start > event.trigger.start:
        return None
    return Span(start, event.clause.end)


def _worth(document: Document, event: Event, deed: Span) -> float:
    """How much a deed tells: 0 or less for one not worth a card."""
    words = sum(
        len(document.text_of(Span(max(part.start, deed.start), part.end)).split())
        for part in event.parts
        if part.end > deed.start
    )
    if words < (FEWEST_SAID if event.is_speech else FEWEST):
        return 0.0
    worth = STATUS_WEIGHT[event.status]
    worth += 0.3 if event.is_dated else 0.0
    worth += 0.3 if event.whom is not None else 0.0
    worth -= 0.4 if event.is_speech else 0.0
    worth -= 0.03 * max(0, words - MOST)
    place = document.index_at(event.trigger.start) / max(1, len(document.sentences))
    return worth + 0.3 * (1 - place)
