"""What stands around the passages in marks of a document: its text, its parse, its attributions and the marks, by place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.marks import Marked
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.analysis.speech import Attribution

__all__ = ["MAX_CLIMB", "REACH", "SCARE_WORDS", "Surroundings"]

REACH = 160
"""Characters between a passage and its verb of saying at most: titles and appositions fit, another statement does not."""
SCARE_WORDS = 3
"""Words up to which a passage that nobody is given for is a name or an ironic term, not a quotation."""
MAX_CLIMB = 8
"""Heads to look at when climbing: a bound keeps odd text cheap."""


class Surroundings:
    """A document with its parse, its attributions and its passages in marks."""

    def __init__(self, parsed: Parsed, attributions: dict[str, list[Attribution]], marked: Sequence[Marked]) -> None:
        self.document = parsed.document
        self.text = parsed.document.source.text
        self.attributions = attributions
        self.parses: dict[str, ParsedSentence] = {sentence.sentence.id: sentence for sentence in parsed.sentences}
        self.starts = [passage.outer.start for passage in marked]
        self.ends = [passage.outer.end for passage in marked]
        self._saying = load_lexicon("speech").words("saying")

    def says(self, attribution: Attribution) -> bool:
        """True iff an attribution can hand over a quotation."""
        return attribution.frame == "according" or attribution.verb.lemma_.lower() in self._saying

    def is_marked(self, offset: int) -> bool:
        """True iff an offset lies in a passage in marks."""
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]

    def is_whole(self, passage: Marked) -> bool:
        """True iff a passage holds a whole sentence: it ends with the end of one, or goes on in the next paragraph."""
        tail = self.text[passage.inner.end - 1 : passage.inner.end]
        return (
            not passage.closed
            or tail in ".?!…"
            or len(self.text[passage.inner.start : passage.inner.end].split()) > 2 * SCARE_WORDS
        )

    def stands_alone(self, passage: Marked) -> bool:
        """True iff a passage is no part of a sentence of the author's: it begins a sentence and ends one."""
        starts = self.document.sentence_at(passage.inner.start).span.start
        ends = self.text[passage.inner.end - 1 : passage.outer.end + 1]
        return not self.text[starts : passage.outer.start].strip() and (
            not passage.closed or any(sign in ends for sign in ".?!…")
        )

    def is_title(self, passage: Marked) -> bool:
        """True iff a passage is written like a title: several words, the longer ones with capitals."""
        words = self.text[passage.inner.start : passage.inner.end].split()
        return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > SCARE_WORDS)
