"""The key actors: those who act or are acted on, each with who it is and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.composition.actor_worth import ActorWorth
from briefing.composition.openings import join_parts, shortened
from briefing.model.brief import ActorLine
from briefing.model.findings import ActorKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing.composition.lines import Lines
    from briefing.model.findings import Actor, Event

__all__ = ["actor_lines"]

ADMITTED = 0.35
"""What a card must be worth: of the first eight that are, an editor accepts six in seven; a lower bar adds hardly one that he must have."""

NAMED_CARDS = 5
"""Cards none of which shows a bare name where anything is known: the ones that nearly every page has room for."""

YEAR = 365
"""Days after which what happened is background."""

SMALL_GAP = 5
"""Words that are put back where a clause leaves them out."""

SET_OFF = frozenset(',;:()–—"“”')
"""Marks around words that were left out for good."""

HANGING = (',"', ",”")
"""How a quotation ends before "she said"."""

LEADING = 4
"""The first cards among which the one of the main event comes first: who did it is looked for there."""

FULL_CARDS = 2
"""Cards that say both who an actor is and what it did; the ones below say one of the two, so that more actors fit."""

DEED_WORDS = 11
"""Words of a deed on a card."""

FEWER_WORDS = 7
"""Words of one that the page tells in full elsewhere."""


def actor_lines(
    lines: Lines,
    said: frozenset[str] = frozenset(),
    likely: frozenset[str] = frozenset(),
    *,
    main: Event | None = None,
) -> list[ActorLine]:
    """A card for each actor that acts or is acted on, the one an editor would miss most first; none for mere places.

    `said`: the ids of the sentences that the page tells elsewhere for sure; `likely`: of those that it may tell. `main`: the
    event that the article is about: who does it, or has it done to them, comes first where they are among the first few.
    """
    worth_of = ActorWorth(lines.analysis)
    weighed = [(lines.focus.is_on(actor), worth_of(actor), actor) for actor in lines.analysis.actors if actor.citations]
    rows = [
        (is_asked, worth, actor)
        for is_asked, worth, actor in weighed
        if is_asked or (worth >= ADMITTED and actor.kind is not ActorKind.PLACE)
    ]
    rows.sort(key=lambda row: (not row[0], -row[1]))
    leading = main.actors[:1] if main else ()
    first = [row for row in rows[:LEADING] if row[2].id in leading and not rows[0][0]]
    rows = [*first, *(row for row in rows if row not in first)]
    deeds = _deeds_told(lines, [actor for _, _, actor in rows], said, said | likely)
    return [_card(lines, actor, deeds.get(actor.id), said, worth=worth) for _, worth, actor in rows]


def _deeds_told(lines: Lines, actors: Sequence[Actor], said: frozenset[str], likely: frozenset[str]) -> dict[str, Span]:
    """The deed that each card tells, by the actor's id: none is told on two cards, nor one that the page tells elsewhere.

    Only an actor of the first cards of which nothing else is known has a deed that is told elsewhere. What was done to an
    actor is told once all have what they did themselves, and where no other line is likely to tell it: the sentence is first of
    all that of whoever did it.
    """
    chosen: dict[str, Span] = {}
    used: set[str] = set()
    for is_own in (True, False):
        for nth, actor in enumerate(actors):
            if actor.id in chosen or (actor.role is not None and nth >= FULL_CARDS):
                continue
            deeds = [deed for deed in actor.deeds if _is_own(lines, deed) is is_own]
            is_needed = is_own and actor.role is None and nth < NAMED_CARDS
            deed = _best_of(lines, deeds, used, said if is_own else likely, is_needed=is_needed)
            if deed is not None:
                chosen[actor.id] = deed
                used.add(lines.document.cite(deed).sentence)
    return chosen


def _best_of(
    lines: Lines, deeds: Sequence[Span], used: AbstractSet[str], said: frozenset[str], *, is_needed: bool
) -> Span | None:
    """The first deed that is told nowhere else; where one `is_needed` any other, news before background."""
    places = [(deed, lines.document.cite(deed).sentence) for deed in deeds]
    fresh = next((deed for deed, place in places if place not in used and place not in said), None)
    if not is_needed or (fresh is not None and not _is_background(lines, fresh)):
        return fresh if fresh is None or is_needed or not _is_background(lines, fresh) else None
    free = [deed for deed, place in places if place not in used] or [deed for deed, _ in places if _is_own(lines, deed)]
    return next((deed for deed in free if not _is_background(lines, deed)), fresh or next(iter(free), None))


def _event_of(lines: Lines, deed: Span) -> Event | None:
    """The event that a deed tells, or None for an actor's own words."""
    told = lines.events_in(lines.document.sentence_at(deed.start))
    return next((event for event in told if deed in event.clause and event.clause.end == deed.end), None)


def _is_own(lines: Lines, deed: Span) -> bool:
    """True iff words tell what the actor did or said, not a whole clause in which it is named."""
    event = _event_of(lines, deed)
    return event is None or event.clause.start < deed.start


def _is_background(lines: Lines, deed: Span) -> bool:
    """True iff a deed lies a year or more before the article."""
    event, published = _event_of(lines, deed), lines.document.source.published
    when = event.when if event is not None else None
    return when is not None and published is not None and (published - when.last_day).days > YEAR


def _card(lines: Lines, actor: Actor, deed: Span | None, said: frozenset[str], *, worth: float) -> ActorLine:
    """The card of an actor: who it is and what it did."""
    role = join_parts(lines.document, (actor.role,)) if actor.role is not None else ""
    did = ""
    if deed is not None:
        is_long = lines.count_words([deed]) > DEED_WORDS
        is_short = is_long and lines.document.cite(deed).sentence in said
        did = _deed_words(lines, actor, deed, FEWER_WORDS if is_short else DEED_WORDS)
    aliases = tuple(alias for alias in actor.aliases if alias != actor.name and not _is_part_of(alias, actor.name))
    cited = tuple(
        citation for citation in actor.citations if actor.did is None or citation != lines.document.cite(actor.did)
    )
    return ActorLine(
        "; ".join(text for text in (role, did) if text) or actor.name,
        (*(cited or actor.citations), *((lines.document.cite(deed),) if did and deed is not None else ())),
        lines.provenance.known(deed) if did and deed is not None else None,
        worth,
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        aliases=aliases,
        role=role,
        did=did,
        salience=actor.salience,
    )


def _deed_words(lines: Lines, actor: Actor, did: Span, most: int) -> str:
    """The words of a deed, `…` where its clause leaves words out; "" for what was done to the actor where it takes too many."""
    event = _event_of(lines, did)
    parts = event.parts if event is not None else (did,)
    kept = [Span(max(part.start, did.start), part.end) for part in parts if part.end > did.start]
    kept = _without_small_gaps(lines, kept)
    named = (mention.span for mention in actor.mentions if mention.how not in {"pronoun", "description"})
    keep = next((span for span in named if span in did), None)
    if keep is not None and lines.count_words([Span(did.start, keep.end)]) > DEED_WORDS:
        keep = None
    kept, cut = shortened(lines.document, kept, most, keep=keep)
    if cut and event is not None and not _is_own(lines, did):
        # What was done to it is told whole or not at all: half of it says nothing of this actor.
        return ""
    words = join_parts(lines.document, kept) + (" …" if cut else "")
    # A comma that led to "she said" ends nothing.
    return words[:-2] + words[-1] if words[-2:] in HANGING else words


def _without_small_gaps(lines: Lines, parts: Sequence[Span]) -> list[Span]:
    """The parts with a few words between two of them put back: they cost less than a gap, and what follows may need them."""
    joined: list[Span] = []
    for part in parts:
        between = lines.document.source.text[joined[-1].end : part.start] if joined else ""
        if joined and len(between.split()) <= SMALL_GAP and not SET_OFF.intersection(between):
            joined[-1] = Span(joined[-1].start, part.end)
        else:
            joined.append(part)
    return joined


def _is_part_of(alias: str, name: str) -> bool:
    """True iff an alias only repeats words of the name ("Khalilzad" of "Zalmay Khalilzad")."""
    return set(alias.lower().split()) <= set(name.lower().split())
