"""How much a sentence belongs among the key points: a sentence and its page's candidates in, a number between 0 and 1 out.

A logistic model over signs that a reader can follow; the weights are in `composition.toml`, fitted by `bench/fit_points.py` on gold pages.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.composition.event_worth import event_worth
from briefing.composition.lines import TITLE_MARKS
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.composition.lines import Lines
    from briefing.model.text import Sentence

__all__ = ["PointWorth", "is_voice"]

OPENING = 5
"""Sentences that count as the opening of the text."""

USUAL_WORDS = 20
"""Words of a usual sentence."""

FIRST_WORDS = 4
"""Words of a sentence that say whose voice speaks."""

YEAR = 365
"""Days after which what happened is background."""

QUOTATION = re.compile(r"""\s*(?:["“«]|``|'')""")
"""What a sentence opens with that is, from its first word, somebody's own words."""


@cache
def _weights() -> Mapping[str, float]:
    return load_lexicon("composition").table("point_weights")


@cache
def _personal() -> frozenset[str]:
    return load_lexicon("composition").words("first_persons")


def is_voice(text: str) -> bool:
    """True iff a sentence opens with a quotation mark, or its first words speak of the writer or to the reader: "Maybe you and your pals"."""
    first = {word.lower().strip(TITLE_MARKS) for word in text.split()[:FIRST_WORDS]}
    return QUOTATION.match(text) is not None or not _personal().isdisjoint(first)


class PointWorth:
    """Knows what each sentence of an article tells: its events, its figures and what it leaves open."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._chosen = frozenset(lines.chosen)
        self._open = {citation.sentence for question in lines.analysis.questions for citation in question.citations[:1]}
        self._figures = {citation.sentence for figure in lines.analysis.figures for citation in figure.citations}

    def __call__(self, sentence: Sentence) -> float:
        """How likely an editor would put the sentence among the key points, 0 to 1."""
        weights = _weights()
        total = sum(weights[name] * value for name, value in self.signs(sentence).items())
        # Rounded: the last digits of an exponential may differ between machines.
        return round(1 / (1 + math.exp(-total)), 4)

    def signs(self, sentence: Sentence) -> dict[str, float]:
        """The signs by which a sentence is weighed, by name; each is between 0 and 2."""
        lines, document = self._lines, self._lines.document
        text = document.text_of(sentence.span)
        words = [word.lower().strip(TITLE_MARKS) for word in text.split()]
        place = document.index_at(sentence.span.start)
        events = lines.events_in(sentence)
        worth = max((event_worth(lines, event, 0) for event in events), default=0.0)
        shared = len(lines.title_words & set(words)) / max(1, len(lines.title_words))
        published = document.source.published
        is_old = published is not None and any(
            event.when is not None and (published - event.when.last_day).days > YEAR for event in events
        )
        return {
            "bias": 1.0,
            "rank": lines.worth_of(sentence.id),
            "is_chosen": float(sentence.id in self._chosen),
            "opening": float(place < OPENING),
            "place": place / max(1, len(document.sentences)),
            "title": shared,
            "event": worth,
            "has_figure": float(sentence.id in self._figures),
            "is_open": float(sentence.id in self._open),
            "is_quotation": float(QUOTATION.match(text) is not None),
            "is_personal": float(not _personal().isdisjoint(words)),
            "is_old": float(is_old),
            "words": min(2.0, len(words) / USUAL_WORDS),
            "opens_paragraph": float(
                place == 0 or document.sentences[place - 1].paragraph != document.sentences[place].paragraph
            ),
        }
