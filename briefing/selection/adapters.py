"""sumy's summarizers as `briefing` needs them: reproducible, and quick on long texts. Imports sumy and numpy.

Only `summarizers.py` imports this module and `graphs.py`, and only inside a function: sumy and numpy cost 0.3 s. Each class here is sumy's own
with the slow or unstable step replaced by one that gives the same ratings. What was replaced, and why it gives the same (LexRank, TextRank and Reduction are in `graphs.py`):

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
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.random import RandomSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer

from briefing.selection.divergence import KlPicks
from briefing.selection.likeness import Counts
from briefing.selection.stemmed import OurWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.selection.likeness import Numbers

__all__ = [
    "Edmundson",
    "Kl",
    "Lsa",
    "Luhn",
    "Random",
    "SumBasic",
]


class Lsa(OurWords, LsaSummarizer):  # type: ignore[misc]
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


class Luhn(OurWords, LuhnSummarizer):  # type: ignore[misc]
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


class SumBasic(OurWords, SumBasicSummarizer):  # type: ignore[misc]
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


class Kl(OurWords, KLSummarizer):  # type: ignore[misc]
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


class Edmundson(OurWords, EdmundsonSummarizer):  # type: ignore[misc]
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
