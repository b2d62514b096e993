"""sumy's summarizers that compare each two sentences, quick on long texts. Imports sumy and numpy; `summarizers.py` imports this inside a function.

Each class is sumy's own with the slow step replaced by one that gives the same ratings. Only sentences that share a word are alike at all:
their pairs are listed word by word, and what each two have in common is summed; the powers of the matrix are taken over that list, or over
the whole matrix where it is small.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.selection.likeness import Counts, Likeness, Pairs
from briefing.selection.stemmed import OurWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.selection.likeness import Numbers

__all__ = ["LexRank", "Reduction", "TextRank"]

# Ratings that sumy computes as equal differ in the last bits with the order of additions; they are compared without those.
_DIGITS = 12


@lru_cache(maxsize=1)
def _counts(sentences_words: tuple[tuple[str, ...], ...]) -> Counts:
    """The counts of sentences, once for the methods that ask in turn; nobody changes them."""
    return Counts(sentences_words)


@lru_cache(maxsize=1)
def _shared_words(sentences_words: tuple[tuple[str, ...], ...]) -> tuple[Pairs, Numbers]:
    """(how many pairs of equal words the sentences have, the sum of the logarithms of their lengths), for each pair of sentences."""
    counts = _counts(sentences_words)
    pairs = Pairs.of(counts, counts.counts)
    logarithms = np.log(np.maximum(counts.lengths, 1.0))
    return pairs, logarithms[pairs.left] + logarithms[pairs.right]


class LexRank(OurWords, LexRankSummarizer):  # type: ignore[misc]
    """LexRank with the likeness of those sentences alone that share a word."""

    def _create_matrix(
        self,
        sentences: Sequence[tuple[str, ...]],
        threshold: float,
        _tf_metrics: object,
        _idf_metrics: object,
    ) -> Likeness:
        """Which sentences are linked: 1 where the cosine of two is above the threshold."""
        counts = _counts(tuple(sentences))
        size = len(counts)
        most = np.ones(size)
        np.maximum.at(most, counts.sentences, counts.counts)
        spread = np.bincount(counts.words, minlength=len(counts.numbers))
        values = counts.counts / most[counts.sentences] * np.log(size / (1.0 + spread))[counts.words]
        lengths = np.sqrt(np.bincount(counts.sentences, values * values, minlength=size))
        pairs = Pairs.of(counts, values / np.where(lengths > 0, lengths, 1.0)[counts.sentences])
        linked = np.round(pairs.values, _DIGITS) > threshold
        links = Pairs(pairs.left[linked], pairs.right[linked], pairs.values[linked])
        return Likeness(links, np.ones(len(links.values)), size)

    def _compute_tf(self, sentences: Sequence[tuple[str, ...]]) -> tuple[()]:
        """Nothing, as of `_compute_idf`: the matrix computes both from the counts (sumy's are quadratic)."""
        del sentences
        return ()

    _compute_idf = _compute_tf

    @staticmethod
    def power_method(matrix: Likeness, epsilon: float) -> Numbers:
        """As sumy's, or equal ratings where no two sentences are alike and no sentence is like itself (no word counts)."""
        degrees = matrix.sums()
        if not degrees.any():
            return np.ones(matrix.size)
        step = matrix.step(1.0 / np.maximum(degrees, 1.0))
        ratings: Numbers = np.full(matrix.size, 1.0 / matrix.size)
        change = 1.0
        while change > epsilon:
            following = step(ratings)
            following /= _length(following)
            change = _length(following - ratings)
            ratings = following
        return ratings


def _length(vector: Numbers) -> float:
    """The Euclidean length; numpy's own function takes longer to find out what it was given."""
    return math.sqrt(vector.dot(vector))


class TextRank(OurWords, TextRankSummarizer):  # type: ignore[misc]
    """TextRank with the likeness of those sentences alone that share a word."""

    def _create_matrix(self, document: Any) -> Likeness:
        """The shared words of two sentences beside their lengths; what sumy adds to every cell is added in `power_method`."""
        pairs, norms = _shared_words(tuple(map(self._to_words_set, document.sentences)))
        # Two sentences of one word each: their logarithms are 0, and sumy takes the number of shared words itself.
        return Likeness(pairs, pairs.values / np.where(norms > 0, norms, 1.0), len(document.sentences))

    @classmethod
    def power_method(cls, matrix: Likeness, epsilon: float) -> Numbers:
        """As sumy's: each sentence hands its rating on, to those like it and a rest to all."""
        shares = cls.damping / (matrix.sums() + cls._ZERO_DIVISION_PREVENTION)
        step = matrix.step(shares, (1.0 - cls.damping) / matrix.size)
        ratings: Numbers = np.full(matrix.size, 1.0 / matrix.size)
        change = 1.0
        while change > epsilon:
            following = step(ratings)
            change = _length(following - ratings)
            ratings = following
        return ratings


class Reduction(OurWords, ReductionSummarizer):  # type: ignore[misc]
    """Reduction with the likeness of those sentences alone that share a word."""

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """The sum of a sentence's likeness to all others; sentences with the same words share one sum, as in sumy."""
        pairs, norms = _shared_words(tuple(map(self._to_words_set, document.sentences)))
        counted = (norms > 0) & (pairs.left != pairs.right)
        edges = pairs.values[counted] / norms[counted]
        size = len(document.sentences)
        sums = np.bincount(pairs.left[counted], edges, minlength=size)
        sums += np.bincount(pairs.right[counted], edges, minlength=size)
        ratings: dict[Any, float] = {}
        for sentence, rating in zip(document.sentences, sums.tolist(), strict=True):
            ratings[sentence] = ratings.get(sentence, 0.0) + rating
        return ratings
