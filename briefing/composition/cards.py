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

    from briefing.composition.lines import Lines
    from briefing.model.findings import Actor

__all__ = ["actor_lines"]

ADMITTED = 0.35
"""What a card must be worth: of the first eight that are, an editor accepts six in seven; a lower bar adds hardly one that he must have."""

CENTRAL = 0.6
"""Salience from which a card that would say nothing tells again what the page tells elsewhere."""

FULL_CARDS = 3
"""Cards that say both who an actor is and what it did; the ones below say one of the two, so that more actors fit."""

DEED_WORDS = 11
"""Words of a deed on a card."""


def actor_lines(lines: Lines, said: frozenset[str] = frozenset()) -> list[ActorLine]:
    """A card for each actor that acts or is acted on, the one an editor would miss most first; none for mere places.

    `said`: the ids of the sentences that the page tells elsewhere; a deed told there is not told again, unless a central actor's card would say nothing.
    """
    worth_of = ActorWorth(lines.analysis)
    weighed = [(lines.focus.is_on(actor), worth_of(actor), actor) for actor in lines.analysis.actors if actor.citations]
    rows = [
        (is_asked, worth, actor)
        for is_asked, worth, actor in weighed
        if is_asked or (worth >= ADMITTED and actor.kind is not ActorKind.PLACE)
    ]
    rows.sort(key=lambda row: (not row[0], -row[1]))
    cards: list[ActorLine] = []
    used: set[str] = set()
    for nth, (_, worth, actor) in enumerate(rows):
        deeds = [deed for deed in actor.deeds if lines.document.cite(deed).sentence not in used]
        card = _card(lines, actor, deeds, said, worth=worth, full=nth < FULL_CARDS)
        if card.did:
            used.add(card.citations[-1].sentence)
        cards.append(card)
    return cards


def _card(
    lines: Lines, actor: Actor, deeds: Sequence[Span], said: frozenset[str], *, worth: float, full: bool
) -> ActorLine:
    """The card of an actor: who it is and what it did; of one that is not `full`, what it did only where the text does not say who.

    `deeds`: those of its deeds that no card above tells, the best first.
    """
    role = join_parts(lines.document, (actor.role,)) if actor.role is not None else ""
    deed = next((deed for deed in deeds if lines.document.cite(deed).sentence not in said), None)
    if deed is None and deeds and not role and full and actor.salience >= CENTRAL:
        # A card that says nothing is worth less than one that says again what the page tells elsewhere.
        deed = deeds[0]
    did = _deed_words(lines, actor, deed) if deed is not None and (full or not role) else ""
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


def _deed_words(lines: Lines, actor: Actor, did: Span) -> str:
    """The words of a deed, `…` where its clause leaves words out; where something is done to the actor, its name is not cut off."""
    told = lines.events_in(lines.document.sentence_at(did.start))
    event = next((event for event in told if did in event.clause and event.clause.end == did.end), None)
    parts = event.parts if event is not None else (did,)
    kept = [Span(max(part.start, did.start), part.end) for part in parts if part.end > did.start]
    named = (mention.span for mention in actor.mentions if mention.how not in {"pronoun", "description"})
    keep = next((span for span in named if span in did), None)
    if keep is not None and lines.count_words([Span(did.start, keep.end)]) > DEED_WORDS:
        keep = None
    kept, cut = shortened(lines.document, kept, DEED_WORDS, keep=keep)
    return join_parts(lines.document, kept) + (" …" if cut else "")


def _is_part_of(alias: str, name: str) -> bool:
    """True iff an alias only repeats words of the name ("Khalilzad" of "Zalmay Khalilzad")."""
    return set(alias.lower().split()) <= set(name.lower().split())
