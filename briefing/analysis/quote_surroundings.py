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
