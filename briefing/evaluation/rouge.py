"""ROUGE-1, ROUGE-2 and ROUGE-Lsum of a summary against what others wrote. rouge-score, an extra, lives here alone.

Words are stemmed (Porter), figures are F measures in percent. Of several references the mean counts: the best of them would flatter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.errors import MissingPartError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Rouge", "RougeScores"]

# ROUGE-Lsum goes by sentences, which rouge-score takes to be lines.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# Words whose stems are kept: stemming takes most of the time, and a corpus has few words that are not frequent.
_REMEMBERED = 65_536


class RougeScores(NamedTuple):
    """F measures in percent."""

    rouge1: float
    rouge2: float
    rouge_lsum: float

    @property
    def mean(self) -> float:
        """The mean of the three."""
        return sum(self) / len(self)


class Rouge:
    """Scores summaries.

    Raises:
        MissingPartError: rouge-score is not installed.
    """

    def __init__(self) -> None:
        try:
            from rouge_score import rouge_scorer, tokenizers  # noqa: PLC0415 - an extra, and heavy
        except ImportError as error:
            raise MissingPartError(
                "summaries are scored by 'rouge-score', which is not installed",
                where="briefing evaluate",
                remedy='pip install "briefing-cli[evaluate]"',
            ) from error

        self._scorer = rouge_scorer.RougeScorer(
            ["rouge1", "rouge2", "rougeLsum"],
            tokenizer=_Tokenizer(
                tokenizers.DefaultTokenizer(use_stemmer=False).tokenize,
                tokenizers.DefaultTokenizer(use_stemmer=True).tokenize,
            ),
        )

    def score(self, references: Sequence[str], sentences: Sequence[str]) -> RougeScores:
        """The figures of a summary, a sentence each, the mean over the references; there must be one."""
        summary = "\n".join(" ".join(sentence.split()) for sentence in sentences)
        found = [self._scorer.score(_by_lines(reference), summary) for reference in references]
        means = (
            100 * sum(scores[name].fmeasure for scores in found) / len(found)
            for name in ("rouge1", "rouge2", "rougeLsum")
        )
        return RougeScores(*means)


class _Tokenizer:
    """The tokenizer of rouge-score with a memory for stems; the tokens are the same, since each word is stemmed by itself.

    Args:
        split: Gives the words of a text.
        stem: Gives the stem of a word, in a list.
    """

    def __init__(self, split: Callable[[str], list[str]], stem: Callable[[str], list[str]]) -> None:
        self._split = split
        self._stem = lru_cache(maxsize=_REMEMBERED)(stem)

    def tokenize(self, text: str) -> list[str]:
        """The stems of the words of a text."""
        return [stem for word in self._split(text) for stem in self._stem(word)]


def _by_lines(reference: str) -> str:
    """The reference with a sentence a line; line ends that it has are kept as they are."""
    return reference if "\n" in reference else "\n".join(_SENTENCE_END.split(reference))
