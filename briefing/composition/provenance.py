"""How a line is known: quotes in, a `Known` for each span out."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.model.brief import Known
from briefing.model.findings import QuoteKind, SourceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.findings import Analysis, Quote
    from briefing.model.text import Span

__all__ = ["Provenance"]


class Provenance:
    """Knows who stands behind the words at each place of a document."""

    def __init__(self, analysis: Analysis) -> None:
        rows = sorted(
            ((part.start, part.end, number) for number, quote in enumerate(analysis.quotes) for part in quote.parts)
        )
        self._quotes: Sequence[Quote] = analysis.quotes
        self._rows = rows
        self._names = {actor.id: actor.name for actor in analysis.actors}
        self._starts = [row[0] for row in rows]
        self._longest = max((end - start for start, end, _ in rows), default=0)

    def known(self, span: Span) -> Known:
        """Who stands behind a span: the source of the quotation that covers at least half of it, otherwise the author.

        A few words in quotation marks inside the author's own sentence leave it the author's.
        """
        best, covered = None, 0
        low, high = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
        for start, end, number in self._rows[low:high]:
            quote = self._quotes[number]
            shared = max(0, min(end, span.end) - max(start, span.start))
            if shared > covered:
                best, covered = quote, shared
        if best is None or 2 * covered < len(span) or (best.kind is QuoteKind.MIXED and best.cue is None):
            return Known(SourceKind.AUTHOR)
        return Known(best.source, best.actor, self._names.get(best.actor, ""))
