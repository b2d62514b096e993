"""sumy's summarizers as `briefing` needs them: reproducible, and quick on long texts. Imports sumy and numpy.

Only `summarizers.py` imports this module, and only inside a function: sumy and numpy cost 0.3 s. Each class here is sumy's own
with the slow or unstable step replaced by one that gives the same ratings. What was replaced, and why it gives the same:

- LexRank, TextRank, Reduction: only sentences that share a word are alike at all. Their pairs are listed word by word, and what each two have in
  common is summed; the powers of the matrix are taken over that list.
- LSA keeps all dimensions (its REDUCTION_RATIO is 1), so a sentence's rating, the root of the sum over k of (s_k v_k)^2, is the length of its
  column in the matrix of words: no decomposition, no frozenset to walk.
- SumBasic: what a sentence is worth only falls, so that one whose worth has not changed since it was the best of all still is. A word's
  frequency is squared to nothing in a dozen steps, so that worths are computed seldom.
- KL: after each pick only the words of the picked sentence change.
- Luhn: a chunk of significant words is told by their places; Random is seeded.
"""

from __future__ import annotations

import heapq
import math
import random
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.models.dom import Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.random import RandomSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.selection.divergence import KlPicks
from briefing.selection.likeness import Counts, Likeness, Pairs
from briefing.selection.words import content_stems, stem, stop_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.selection.likeness import Numbers

__all__ = [
    "Edmundson",
    "Kl",
    "LexRank",
    "Lsa",
    "Luhn",
    "Random",
    "Reduction",
    "StemmedSentence",
    "SumBasic",
    "TextRank",
]

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


class StemmedSentence(Sentence):  # type: ignore[misc]
    """A sentence that keeps its stems for the methods that ask in turn."""

    __slots__ = ("_stems",)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words that are no stop words, in their order."""
        if not hasattr(self, "_stems"):
            self._stems = content_stems(self._text)
        return self._stems


class _OurWords:
    """Words and stems found once a sentence and once a word, whatever the number of methods; mixed in before sumy's class."""

    stop_words = _stop_words = stop_words()

    @staticmethod
    def normalize_word(word: str) -> str:
        """The word in lower case."""
        return word.lower()

    @staticmethod
    def stem_word(word: str) -> str:
        """The stem of a word."""
        return stem(word)

    @staticmethod
    def _to_words_set(sentence: Any) -> tuple[str, ...]:
        """The stems of a sentence's words that are no stop words; in spite of sumy's name a sequence."""
        stems: tuple[str, ...] = sentence.stems
        return stems


class LexRank(_OurWords, LexRankSummarizer):  # type: ignore[misc]
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


class TextRank(_OurWords, TextRankSummarizer):  # type: ignore[misc]
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


class Reduction(_OurWords, ReductionSummarizer):  # type: ignore[misc]
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


class Lsa(_OurWords, LsaSummarizer):  # type: ignore[misc]
    """LSA without the decomposition, which its ratings do not need (see the module's docstring)."""

    _SMOOTH = 0.4  # the default of sumy's _compute_term_frequency

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The best sentences, as sumy's own call gives them."""
        dictionary = frozenset(stem for sentence in document.sentences for stem in self._to_words_set(sentence))
        if not dictionary:
            return ()
        # A stop word counts where another word has its stem, as in sumy.
        stems = [[s for s in map(self.stem_word, sentence.words) if s in dictionary] for sentence in document.sentences]
        ratings = iter(self._lengths(Counts(stems)).tolist())
        best: tuple[Any, ...] = self._get_best_sentences(document.sentences, sentences_count, lambda _: next(ratings))
        return best

    def _lengths(self, counts: Counts) -> Numbers:
        """The length of each sentence's column: smoothed frequencies of its words, and of those that it lacks."""
        size = len(counts)
        most = np.ones(size)
        np.maximum.at(most, counts.sentences, counts.counts)
        smoothed = self._SMOOTH + (1.0 - self._SMOOTH) * counts.counts / most[counts.sentences]
        lacked = len(counts.numbers) - np.bincount(counts.sentences, minlength=size)
        squares = np.bincount(counts.sentences, smoothed * smoothed, minlength=size) + lacked * self._SMOOTH**2
        lengths: Numbers = np.sqrt(np.where(counts.lengths > 0, squares, 0.0))
        return lengths


class Luhn(_OurWords, LuhnSummarizer):  # type: ignore[misc]
    """Luhn with its significant words in a set, and the chunks told by their places."""

    def _get_significant_words(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))

    def rate_sentence(self, sentence: Any, significant_stems: frozenset[str]) -> float:
        """The best of the sentence's chunks: the square of its significant words by its length; one such word alone is worth 0.

        A chunk ends after as many other words in a row as `max_gap_size` says.
        """
        places = [place for place, stem in enumerate(map(self.stem_word, sentence.words)) if stem in significant_stems]
        best = 0.0
        first = 0
        for number, (place, following) in enumerate(pairwise((*places, math.inf))):
            if following - place > self.max_gap_size:
                if number > first:
                    best = max(best, (number - first + 1) ** 2 / (place - places[first] + 1))
                first = number + 1
        return best


class SumBasic(_OurWords, SumBasicSummarizer):  # type: ignore[misc]
    """SumBasic that computes a sentence's worth again only when it could be the best."""

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, int]:
        stems = [self._to_words_set(sentence) for sentence in sentences]
        frequencies = Counter(stem for words in stems for stem in words)
        total = frequencies.total()
        shares = {stem: count / total for stem, count in frequencies.items()}
        # Worths only fall: the one on top is the best as soon as it is worth what it was. Of equals the first in the text is on top.
        heap = [(-self._compute_average_probability_of_words(shares, words), i) for i, words in enumerate(stems)]
        heapq.heapify(heap)
        ratings: dict[Any, int] = {}
        while heap:
            before, index = heap[0]
            now = -self._compute_average_probability_of_words(shares, stems[index])
            if now != before:
                heapq.heapreplace(heap, (now, index))
                continue
            heapq.heappop(heap)
            ratings[sentences[index]] = -len(ratings)
            self._update_tf(shares, stems[index])
        return ratings


class Kl(_OurWords, KLSummarizer):  # type: ignore[misc]
    """KL that recomputes only what a pick has changed."""

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, int]:
        picks = KlPicks(
            [self._get_content_words_in_sentence(sentence) for sentence in sentences],
            # sumy counts a picked sentence by its words as written: no stop word falls, and a capital makes another word.
            [sentence.words for sentence in sentences],
            self.compute_tf(sentences),
        )
        ratings: dict[Any, int] = {}
        for _ in range(len(sentences)):
            ratings[sentences[picks.pick()]] = -len(ratings)
        return ratings


class Edmundson(_OurWords, EdmundsonSummarizer):  # type: ignore[misc]
    """Edmundson as it is: cue words, title and place."""


class Random(RandomSummarizer):  # type: ignore[misc]
    """Random with a seed.

    Args:
        seed: The same seed gives the same order.
    """

    def __init__(self, seed: str) -> None:
        super().__init__()
        self._seed = seed

    def _get_random_ratings(self, sentences: Sequence[Any]) -> dict[Any, int]:
        ratings = list(range(len(sentences)))
        random.Random(self._seed).shuffle(ratings)  # noqa: S311 (a shuffle, no secret)
        return dict(zip(sentences, ratings, strict=True))
