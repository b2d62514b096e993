"""How a line is known: quotes in, a `Known` for each span out."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from briefing.composition.openings import join_parts
from briefing.lexicon import load_lexicon
from briefing.model.brief import Known
from briefing.model.findings import ActorKind, SourceKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.findings import Actor, Analysis, Quote

__all__ = ["Provenance"]

ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)

MARKED = re.compile(r"(?:“|\"|«|„|``)(.+?)(?:”|\"|»|“|'')", re.DOTALL)
"""Words in quotation marks of any style."""

UNSAID = re.compile(r"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
"""What stands before a verb of saying where nothing was said."""

REACH = 40
"""Characters before a verb of saying in which that is looked for."""

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
        text = analysis.document.source.text
        self._unsaid = frozenset(
            number
            for number, quote in enumerate(analysis.quotes)
            if quote.cue is not None and _is_unsaid(text, quote.cue)
        )
        self._longest = max((end - start for start, end, _ in rows), default=0)

    def known(self, *spans: Span) -> Known:
        """Who stands behind words: the source of the quotations that cover at least half of them, otherwise the author.

        The words that say who says it count for neither. A few words in quotation marks inside the author's own sentence leave it the
        author's; words all in marks that nobody is given for are somebody's who is not named.
        """
        quote = self._quote_of(*spans)
        if quote is None:
            return Known(SourceKind.UNNAMED if self._is_marked(*spans) else SourceKind.AUTHOR)
        name = self._actors[quote.actor].name if quote.actor in self._actors else ""
        return Known(quote.source, quote.actor, name)

    def known_event(self, trigger: Span, told: Sequence[Span]) -> Known:
        """Who stands behind an event: behind the word that tells it, else, where that is "said" itself, behind what is told with it."""
        known = self.known(trigger)
        return known if known.how is not SourceKind.AUTHOR else self.known(*told)

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

    def _quote_of(self, *spans: Span) -> Quote | None:
        """The quotation that covers the most of some words, where quotations cover at least half of them; None for the author's own words."""
        covered: dict[int, int] = {}
        handing = 0
        for span in spans:
            low, high = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
            for start, end, number in self._rows[low:high]:
                quote = self._quotes[number]
                shared = min(end, span.end) - max(start, span.start)
                if shared > 0 and number not in self._unsaid:
                    if number not in covered:
                        handing += sum(span.overlap(words) for words in (quote.cue, quote.speaker) if words is not None)
                    covered[number] = covered.get(number, 0) + shared
        if not covered or 2 * sum(covered.values()) < sum(len(span) for span in spans) - handing:
            return None
        return self._quotes[max(covered, key=lambda number: (covered[number], -number))]

    def _is_marked(self, *spans: Span) -> bool:
        """True iff words stand in quotation marks from the first to the last."""
        text = self._document.text_of(Span(spans[0].start, spans[-1].end)).strip().rstrip(".,!?")
        marks = MARKED.fullmatch(text)
        return marks is not None and not any(sign in marks[1] for sign in '“”«»„"')


def _is_unsaid(text: str, cue: Span) -> bool:
    """True iff nothing was said: "the ministry did not say whether …" is what the author has seen."""
    return UNSAID.search(text, max(0, cue.start - REACH), cue.start) is not None


def _short_name(actor: Actor) -> str:
    """How a text calls an actor once it is known: a person's surname, otherwise the shortest of its names."""
    if actor.kind is ActorKind.PERSON:
        words = actor.name.split()
        first = len(words) - 1
        while first > 0 and words[first - 1].lower() in load_lexicon("names").words("particles.person"):
            first -= 1
        return " ".join(words[first:])
    return min(actor.aliases, key=lambda name: (len(name.split()), len(name)), default=actor.name)
