"""Finds the actors that stand at a place: the analysis's actors by the spans of their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.model.findings import Actor, Mention
    from briefing.model.text import Span

__all__ = ["ActorIndex"]


class ActorIndex:
    """Every mention of every actor in text order, searched by offset."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        rows = [
            (mention.span.start, -mention.span.end, number, mention)
            for number, actor in enumerate(actors)
            for mention in actor.mentions
        ]
        rows.sort(key=lambda row: row[:3])
        self._actors = tuple(actors)
        self._rows = rows
        self._starts = [row[0] for row in rows]
        self._longest = max((len(row[3].span) for row in rows), default=0)
        self._by_id = {actor.id: actor for actor in actors}

    def __getitem__(self, actor_id: str) -> Actor:
        return self._by_id[actor_id]

    def get(self, actor_id: str) -> Actor | None:
        """The actor of an id, or None."""
        return self._by_id.get(actor_id)

    def within(self, span: Span) -> list[tuple[Mention, Actor]]:
        """The mentions that lie wholly inside a span, in text order."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [
            (mention, self._actors[number])
            for _, _, number, mention in self._rows[low:high]
            if mention.span.end <= span.end
        ]

    def at(self, offset: int) -> tuple[Mention, Actor] | None:
        """The shortest mention that covers an offset, with its actor; or None."""
        high = bisect_right(self._starts, offset)
        low = bisect_left(self._starts, offset - self._longest)
        covering = [row for row in self._rows[low:high] if row[3].span.end > offset]
        if not covering:
            return None
        _, _, number, mention = min(covering, key=lambda row: (len(row[3].span), row[2]))
        return mention, self._actors[number]

    def named(self, head: Token) -> tuple[Mention, Actor] | None:
        """The mention and actor that a phrase with this head means: at the head itself, else in apposition to it, else inside its name.

        "Norland's trade minister, Anna Voss" is Anna Voss whichever word the parse hangs the phrase on. A name beats a description.
        """
        own = self.at(start_of(head))
        if own is not None and own[0].how not in {"pronoun", "description"}:
            return own
        for token in _beside(head):
            found = self.at(start_of(token))
            if found is not None and found[0].how not in {"pronoun", "description"}:
                return found
        return own


def _beside(head: Token) -> Iterator[Token]:
    """The tokens that may name what a phrase means, the nearest in grammar first."""
    children = list(head.children)
    appositions = [child for child in children if child.dep_ == "appos"]
    for child in appositions:
        yield child
        yield from (token for token in child.children if token.dep_ in {"compound", "flat"})
    if head.dep_ == "appos":
        yield head.head
    if head.pos_ == "PROPN":  # of a common noun, a compound says whose it is, not who
        yield from (child for child in children if child.dep_ in {"compound", "flat"})
