"""How a line is known: quotes in, a `Known` for each span out."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from briefing.composition.openings import join_parts
from briefing.lexicon import load_lexicon
from briefing.model.brief import Known
from briefing.model.findings import ActorKind, QuoteKind, SourceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.findings import Actor, Analysis, Quote
    from briefing.model.text import Span

__all__ = ["Provenance"]

ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)

FEW_WORDS = 3
"""Words of a source that is no actor ("two senior officials") that a line has room for."""


@cache
def _nobody() -> frozenset[str]:
    """Words that do not say who speaks."""
    lexicon = load_lexicon("composition")
    return lexicon.words("pronouns") | lexicon.words("dates.nobody")


class Provenance:
    """Knows who stands behind the words at each place of a document."""

    def __init__(self, analysis: Analysis) -> None:
        rows = sorted(
            ((part.start, part.end, number) for number, quote in enumerate(analysis.quotes) for part in quote.parts)
        )
        self._quotes: Sequence[Quote] = analysis.quotes
        self._rows = rows
        self._actors = {actor.id: actor for actor in analysis.actors}
        self._document = analysis.document
        self._starts = [row[0] for row in rows]
        self._longest = max((end - start for start, end, _ in rows), default=0)

    def known(self, span: Span) -> Known:
        """Who stands behind a span: the source of the quotation that covers at least half of it, otherwise the author.

        A few words in quotation marks inside the author's own sentence leave it the author's.
        """
        quote = self._quote_of(span)
        if quote is None:
            return Known(SourceKind.AUTHOR)
        name = self._actors[quote.actor].name if quote.actor in self._actors else ""
        return Known(quote.source, quote.actor, name)

    def said_by(self, span: Span) -> str:
        """Who says a span, in few words: a surname, an acronym, "officials"; "" for the author, and for a source without words."""
        quote = self._quote_of(span)
        if quote is None:
            return ""
        if quote.actor in self._actors:
            return _short_name(self._actors[quote.actor])
        words = join_parts(self._document, (quote.speaker,)) if quote.speaker is not None else ""
        words = ARTICLE.sub("", words)
        return words if len(words.split()) <= FEW_WORDS and words.lower() not in _nobody() else ""

    def _quote_of(self, span: Span) -> Quote | None:
        """The quotation that covers at least half of a span; None for the author's own words."""
        best, covered = None, 0
        low, high = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
        for start, end, number in self._rows[low:high]:
            quote = self._quotes[number]
            shared = max(0, min(end, span.end) - max(start, span.start))
            if shared > covered:
                best, covered = quote, shared
        if best is None or 2 * covered < len(span) or (best.kind is QuoteKind.MIXED and best.cue is None):
            return None
        return best


def _short_name(actor: Actor) -> str:
    """How a text calls an actor once it is known: a person's surname, otherwise the shortest of its names."""
    if actor.kind is ActorKind.PERSON:
        words = actor.name.split()
        first = len(words) - 1
        while first > 0 and words[first - 1].lower() in load_lexicon("names").words("particles.person"):
            first -= 1
        return " ".join(words[first:])
    return min(actor.aliases, key=lambda name: (len(name.split()), len(name)), default=actor.name)
