"""sumy's summarizers as `briefing` needs them: reproducible, and quick on long texts. Imports sumy and numpy.

Only `summarizers.py` imports this module, and only inside a function: sumy and numpy cost 0.3 s. Each class here is sumy's own
with the slow or unstable step replaced by one that gives the same ratings. What was replaced, and why it gives the same:

- LexRank, TextRank, Reduction: the similarity of every pair of sentences is one matrix product over the words.
- LSA keeps all dimensions (its REDUCTION_RATIO is 1), so a sentence's rating, the root of the sum over k of (s_k v_k)^2, is the length of its
  column in the matrix of words: no decomposition, no frozenset to walk.
- KL, SumBasic: after each pick only the words of the picked sentence change.
- Luhn looks words up in a set instead of a tuple; Random is seeded.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.random import RandomSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from briefing.selection.words import content_stems, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]
    Indices = npt.NDArray[np.intp]

__all__ = [
    "Edmundson",
    "Kl",
    "LexRank",
    "Lsa",
    "Luhn",
    "Random",
    "Reduction",
    "SumBasic",
    "TextRank",
]

# Words per matrix product: bounds the memory to sentences x 2,048 numbers whatever the vocabulary.
_WORDS_AT_ONCE = 2_048
# Up to here numpy's own loop is done (in 2 ms) before the threads of its algebra library have met (in 15 ms).
_FEW_MULTIPLICATIONS = 4_000_000
# Ratings that sumy computes as equal differ in the last bits with the order of additions; picks are compared without those.
_DIGITS = 12


class Counts:
    """The words of each sentence as flat arrays: entry i says that word `words[i]` stands `counts[i]` times in sentence `sentences[i]`.

    Entries are sorted by sentence and then by word, and words are numbered in text order: the same input gives the same arrays.
    """

    def __init__(self, sentences_words: Sequence[Sequence[str]]) -> None:
        numbers: dict[str, int] = {}
        found = [numbers.setdefault(word, len(numbers)) for words in sentences_words for word in words]
        lengths = [len(words) for words in sentences_words]
        size = max(1, len(numbers))
        keys = np.repeat(np.arange(len(lengths)), lengths) * size + np.array(found, dtype=np.intp)
        entries, counts = np.unique(keys, return_counts=True)
        self.numbers = numbers
        self.sentences: Indices = entries // size
        self.words: Indices = entries % size
        self.counts: Matrix = counts.astype(np.float64)
        self.lengths: Matrix = np.array([len(words) for words in sentences_words], dtype=np.float64)

    def products(self, values: Matrix) -> Matrix:
        """The matrix of the scalar products of every pair of sentences, a value given for each entry."""
        size = len(self.lengths)
        result: Matrix = np.zeros((size, size))
        for first in range(0, len(self.numbers), _WORDS_AT_ONCE):
            inside = (self.words >= first) & (self.words < first + _WORDS_AT_ONCE)
            dense: Matrix = np.zeros((size, min(_WORDS_AT_ONCE, len(self.numbers) - first)))
            dense[self.sentences[inside], self.words[inside] - first] = values[inside]
            small = size * dense.size <= _FEW_MULTIPLICATIONS
            result += np.einsum("ij,kj->ik", dense, dense) if small else dense @ dense.T
        return result

    def entries_of_words(self) -> tuple[Indices, Indices]:
        """(entries sorted by word, the place in them where each word's entries begin; one more at the end)."""
        order: Indices = np.argsort(self.words, kind="stable")
        starts: Indices = np.searchsorted(self.words[order], np.arange(len(self.numbers) + 1))
        return order, starts

    def starts(self) -> Indices:
        """The entry at which each sentence begins; one more at the end."""
        starts: Indices = np.searchsorted(self.sentences, np.arange(len(self.lengths) + 1))
        return starts


@lru_cache(maxsize=1)
def _counts(sentences_words: tuple[tuple[str, ...], ...]) -> Counts:
    """The counts of sentences, once for the methods that ask in turn; nobody changes them."""
    return Counts(sentences_words)


class _OurWords:
    """Words and stems found once a sentence and once a word, whatever the number of methods; mixed in before sumy's class."""

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
        return content_stems(str(sentence))


class LexRank(_OurWords, LexRankSummarizer):  # type: ignore[misc]
    """LexRank with the matrix of similarities in one product."""

    def _create_matrix(
        self,
        sentences: Sequence[Sequence[str]],
        threshold: float,
        _tf_metrics: object,
        _idf_metrics: object,
    ) -> Matrix:
        counts = _counts(tuple(map(tuple, sentences)))
        size = len(sentences)
        most = np.ones(size)
        np.maximum.at(most, counts.sentences, counts.counts)
        document_frequency = np.bincount(counts.words, minlength=len(counts.numbers))
        idf = np.log(size / (1.0 + document_frequency))
        values = counts.counts / most[counts.sentences] * idf[counts.words]
        lengths = np.sqrt(np.bincount(counts.sentences, values * values, minlength=size))
        values /= np.where(lengths > 0, lengths, 1.0)[counts.sentences]
        linked = np.round(counts.products(values), _DIGITS) > threshold
        degrees = np.maximum(linked.sum(axis=1), 1)
        matrix: Matrix = linked / degrees[:, np.newaxis]
        return matrix

    def _compute_idf(self, sentences: Sequence[Sequence[str]]) -> dict[str, float]:
        """Nothing: the matrix computes it from its own counts (sumy's is quadratic)."""
        del sentences
        return {}

    @staticmethod
    def power_method(matrix: Matrix, epsilon: float) -> Matrix:
        """Sumy's, or equal ratings where no two sentences are alike and no sentence is like itself (no word counts)."""
        if not matrix.any():
            return np.full(len(matrix), 1.0)
        ratings: Matrix = LexRankSummarizer.power_method(matrix, epsilon)
        return ratings


def _shared_words(sentences_words: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
    """(how many pairs of equal words each pair of sentences has, the sum of the logarithms of their lengths)."""
    counts = _counts(tuple(map(tuple, sentences_words)))
    logarithms = np.log(np.maximum(counts.lengths, 1.0))
    return counts.products(counts.counts), logarithms[:, np.newaxis] + logarithms[np.newaxis, :]


class TextRank(_OurWords, TextRankSummarizer):  # type: ignore[misc]
    """TextRank with the matrix of shared words in one product."""

    def _create_matrix(self, document: Any) -> Matrix:
        shared, norms = _shared_words([self._to_words_set(sentence) for sentence in document.sentences])
        # Two sentences of one word each: their logarithms are 0, and sumy takes the number of shared words itself.
        weights = shared / np.where(norms > 0, norms, 1.0)
        weights /= weights.sum(axis=1)[:, np.newaxis] + self._ZERO_DIVISION_PREVENTION
        matrix: Matrix = (1.0 - self.damping) / len(weights) + self.damping * weights
        return matrix


class Reduction(_OurWords, ReductionSummarizer):  # type: ignore[misc]
    """Reduction with the matrix of shared words in one product."""

    def rate_sentences(self, document: Any) -> dict[Any, float]:
        """The sum of a sentence's likeness to all others; sentences with the same words share one sum, as in sumy."""
        shared, norms = _shared_words([self._to_words_set(sentence) for sentence in document.sentences])
        edges = np.where(norms > 0, shared / np.where(norms > 0, norms, 1.0), 0.0)
        np.fill_diagonal(edges, 0.0)
        ratings: dict[Any, float] = {}
        for sentence, rating in zip(document.sentences, edges.sum(axis=1).tolist(), strict=True):
            ratings[sentence] = ratings.get(sentence, 0.0) + rating
        return ratings


class Lsa(_OurWords, LsaSummarizer):  # type: ignore[misc]
    """LSA without the decomposition, which its ratings do not need (see the module's docstring)."""

    _SMOOTH = 0.4  # the default of sumy's _compute_term_frequency

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """The best sentences, as sumy's own call gives them."""
        stop = self._stop_words
        normalized = (self.normalize_word(word) for word in document.words)
        dictionary = frozenset(self.stem_word(word) for word in normalized if word not in stop)
        if not dictionary:
            return ()
        ratings = iter([self._length(sentence, dictionary) for sentence in document.sentences])
        best: tuple[Any, ...] = self._get_best_sentences(document.sentences, sentences_count, lambda _: next(ratings))
        return best

    def _length(self, sentence: Any, dictionary: frozenset[str]) -> float:
        """The length of a sentence's column: smoothed frequencies of its words, and of those that it lacks."""
        stems = map(self.stem_word, sentence.words)
        counts = Counter(stem for stem in stems if stem in dictionary)
        if not counts:
            return 0.0
        most = max(counts.values())
        present = math.fsum((self._SMOOTH + (1.0 - self._SMOOTH) * count / most) ** 2 for count in counts.values())
        return math.sqrt(present + (len(dictionary) - len(counts)) * self._SMOOTH**2)


class Luhn(_OurWords, LuhnSummarizer):  # type: ignore[misc]
    """Luhn with its significant words in a set."""

    def _get_significant_words(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))


class SumBasic(_OurWords, SumBasicSummarizer):  # type: ignore[misc]
    """SumBasic that recomputes only what a pick has changed."""

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, int]:
        counts = Counts([self._get_content_words_in_sentence(sentence) for sentence in sentences])
        size = len(sentences)
        frequencies = np.bincount(counts.words, counts.counts, minlength=len(counts.numbers)) / max(
            counts.lengths.sum(), 1.0
        )
        lengths = np.maximum(counts.lengths, 1.0)
        starts = counts.starts()
        left = np.ones(size, dtype=bool)
        ratings: dict[Any, int] = {}
        for _ in range(size):
            sums = np.bincount(counts.sentences, counts.counts * frequencies[counts.words], minlength=size)
            # Frequencies are squared again and again and soon tiny: what counts as equal is measured by the best one left.
            averages = np.where(left, sums / lengths, 0.0)
            relative = np.round(averages / (float(averages.max()) or 1.0), _DIGITS)
            best = int(np.argmax(np.where(left, relative, -1.0)))
            left[best] = False
            ratings[sentences[best]] = -len(ratings)
            own = slice(starts[best], starts[best + 1])
            # Squared once for each time that the word stands in the sentence.
            frequencies[counts.words[own]] **= 2.0 ** counts.counts[own]
        return ratings


class Kl(_OurWords, KLSummarizer):  # type: ignore[misc]
    """KL that recomputes only what a pick has changed."""

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, int]:
        picks = _KlPicks(
            [self._get_content_words_in_sentence(sentence) for sentence in sentences],
            # sumy counts a picked sentence by its words as written: no stop word falls, and a capital makes another word.
            [sentence.words for sentence in sentences],
            self.compute_tf(sentences),
        )
        ratings: dict[Any, int] = {}
        for _ in range(len(sentences)):
            ratings[sentences[picks.pick()]] = -len(ratings)
        return ratings


class _KlPicks:
    """The state of KL's greedy choice: picks the sentence that, joined to those picked, is nearest to the document.

    With f the frequencies of the document's words, s and n how often a word stands in the summary and in the sentence, and T the
    number of words of both, the divergence is the sum over the words in either of f (log f - log(s + n) + log T).
    """

    def __init__(
        self,
        content: Sequence[Sequence[str]],
        as_written: Sequence[Sequence[str]],
        frequencies: dict[str, float],
    ) -> None:
        self.counts = Counts(content)
        self.as_written = as_written
        self.f: Matrix = np.array([frequencies.get(word, 0.0) for word in self.counts.numbers], dtype=np.float64)
        self.f_log_f: Matrix = self.f * np.log(np.where(self.f > 0, self.f, 1.0))
        # Words that no sentence holds as content (sumy keeps capitalised stop words in the document's frequencies).
        self.others = {w: f for w, f in frequencies.items() if w not in self.counts.numbers}
        self.other_counts: Counter[str] = Counter()
        self.summary: Matrix = np.zeros(len(self.f))
        self.summary_words = 0
        self.order, self.word_starts = self.counts.entries_of_words()
        self.left = np.ones(len(content), dtype=bool)
        self.gains: Matrix = np.zeros(len(self.counts.words))
        self.masses: Matrix = np.zeros(len(self.counts.words))
        self._renew(np.arange(len(self.counts.words), dtype=np.intp))

    def _renew(self, entries: Indices) -> None:
        """Computes again what the entries add to the divergence and to the mass of the words in the summary."""
        words = self.counts.words[entries]
        before, after = self.summary[words], self.summary[words] + self.counts.counts[entries]
        picked = before > 0
        known = self.f[words] * np.log(np.where(picked, before, 1.0)) - self.f[words] * np.log(after)
        self.gains[entries] = known + np.where(picked, 0.0, self.f_log_f[words])
        self.masses[entries] = np.where(picked, 0.0, self.f[words])

    def pick(self) -> int:
        """The index of the next sentence; ties go to the first in the text."""
        counts, size = self.counts, len(self.left)
        inside = self.summary > 0
        base = float(np.sum(self.f_log_f[inside]) - np.sum(self.f[inside] * np.log(self.summary[inside])))
        mass = float(np.sum(self.f[inside]))
        for word, count in self.other_counts.items():
            base += self.others[word] * (math.log(self.others[word]) - math.log(count))
            mass += self.others[word]
        totals = np.maximum(counts.lengths + self.summary_words, 1.0)
        divergence = base + np.bincount(counts.sentences, self.gains, minlength=size)
        divergence += np.log(totals) * (mass + np.bincount(counts.sentences, self.masses, minlength=size))
        best = int(np.argmin(np.where(self.left, np.round(divergence, _DIGITS), np.inf)))
        self.left[best] = False
        self._add(self.as_written[best])
        return best

    def _add(self, words: Sequence[str]) -> None:
        self.summary_words += len(words)
        changed = []
        for word, count in Counter(words).items():
            number = self.counts.numbers.get(word)
            if number is not None:
                self.summary[number] += count
                changed.append(self.order[self.word_starts[number] : self.word_starts[number + 1]])
            elif word in self.others:
                self.other_counts[word] += count
        if changed:
            self._renew(np.concatenate(changed))


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
