"""Finds the actors that stand at a place: the analysis's actors by the spans of their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
