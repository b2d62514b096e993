"""What each two sentences of a text have in common, without comparing each two. Imports numpy; `adapters.py`, `graphs.py` and `worths.py` import this.

Two sentences that share no word have nothing in common. The pairs are therefore listed word by word, which for the words of a text is far
less than all pairs; only the words that stand in a large share of the sentences of a long text are multiplied as a matrix.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]
    Indices = npt.NDArray[np.intp]

__all__ = ["Counts", "Likeness", "Pairs", "begins_of_runs"]

# So many pairs are listed whatever the words; where there would be more, the words that stand in more than one of so many sentences are
# multiplied as a matrix, which leaves at most half as many pairs as there are cells, and some 80 columns to multiply.
_PAIRS_LISTED = 400_000
_COMMON = 8
# A matrix this small, or a large one of which more than one of so many cells are filled, is multiplied whole. The algebra library multiplies
# the small one without threads, which would have to meet first and on whose number the last digits would depend.
_SMALL = 90
_LARGE = 500
_FULL = 8


def begins_of_runs(values: Indices) -> npt.NDArray[np.bool_]:
    """True at each value that differs from the one before it."""
    begins = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=begins[1:])
    return begins


class Counts:
    """The words of each sentence as flat arrays: entry i says that word `words[i]` stands `counts[i]` times in sentence `sentences[i]`.

    Entries are sorted by sentence and then by word, and words are numbered in text order: the same input gives the same arrays. `tokens` are the
    words as they follow one another.
    """

    def __init__(self, sentences_words: Sequence[Sequence[str]]) -> None:
        numbers: dict[str, int] = {}
        found = [numbers.setdefault(word, len(numbers)) for words in sentences_words for word in words]
        lengths = [len(words) for words in sentences_words]
        size = max(1, len(numbers))
        self.tokens: Indices = np.array(found, dtype=np.intp)
        keys = np.repeat(np.arange(len(lengths)), lengths) * size + self.tokens
        keys.sort()
        first = np.flatnonzero(begins_of_runs(keys))
        self.numbers = numbers
        self.sentences: Indices = keys[first] // size
        self.words: Indices = keys[first] % size
        ends = np.append(first[1:], len(keys)) if len(first) else first
        self.counts: Numbers = (ends - first).astype(np.float64)
        self.lengths: Numbers = np.array(lengths, dtype=np.float64)

    def __len__(self) -> int:
        return len(self.lengths)

    def entries_of_words(self) -> tuple[Indices, Indices]:
        """(entries sorted by word, the place in them where each word's entries begin; one more at the end)."""
        order: Indices = np.argsort(self.words, kind="stable")
        starts: Indices = np.searchsorted(self.words[order], np.arange(len(self.numbers) + 1))
        return order, starts


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of sentences that have something in common, each sentence with itself among them.

    Attributes:
        left: The first sentence of each pair.
        right: The second, never before the first.
        values: What they have in common: the sum over the words of both of the products of the values of the word in either.
    """

    left: Indices
    right: Indices
    values: Numbers

    @classmethod
    def of(cls, counts: Counts, values: Numbers) -> Pairs:
        """The pairs of a text, with a value for each entry of its counts; a word whose value is 0 joins nothing."""
        size = len(counts)
        order, starts = counts.entries_of_words()
        spread = np.diff(starts)
        common = np.zeros(len(spread), dtype=bool)
        if int((spread * (spread + 1)).sum()) > 2 * _PAIRS_LISTED:
            common = spread * _COMMON > size
        sentences, words, own = counts.sentences[order], counts.words[order], values[order]
        # A word's entries stand together: each has a partner in itself and in those that follow.
        places = np.arange(len(order))
        partners = np.where(common[words], 0, starts[words + 1] - places)
        ends = np.cumsum(partners)
        first = np.repeat(places, partners)
        second = np.arange(len(first)) - np.repeat(ends - partners - places, partners)
        cells = sentences[first] * size + sentences[second]
        sums = _summed(cells, own[first] * own[second], size * size)
        if common.any():
            sums += _product(sentences, np.cumsum(common)[words] - 1, own, common[words], size)
        filled = np.flatnonzero(sums != 0)  # a search among truth values is the quickest
        left, right = filled // size, filled % size
        upper = left <= right
        if not upper.all():
            filled, left, right = filled[upper], left[upper], right[upper]
        return cls(left, right, sums[filled])


def _summed(places: Indices, values: Numbers, size: int) -> Numbers:
    """The sum of the values of each place."""
    return np.asarray(np.bincount(places, values, minlength=size), dtype=np.float64)


def _product(sentences: Indices, columns: Indices, values: Numbers, taken: npt.NDArray[np.bool_], size: int) -> Numbers:
    """The scalar products of every pair of sentences, row by row, over the entries that are taken."""
    dense: Numbers = np.zeros((size, int(columns.max()) + 1))
    dense[sentences[taken], columns[taken]] = values[taken]
    product: Numbers = (dense @ dense.T).ravel()
    return product


class Likeness:
    """A symmetric matrix over the sentences.

    Args:
        pairs: The pairs whose cells are not 0.
        values: The value of each.
        size: The number of sentences.
    """

    def __init__(self, pairs: Pairs, values: Numbers, size: int) -> None:
        self.size = size
        self._dense: Numbers | None = None
        if size <= _SMALL or (size > _LARGE and 2 * len(values) * _FULL > size * size):
            self._dense = np.zeros((size, size))
            self._dense[pairs.left, pairs.right] = values
            self._dense[pairs.right, pairs.left] = values
            return
        apart = pairs.left != pairs.right
        self._from: Indices = np.concatenate((pairs.left, pairs.right[apart]))
        self._to: Indices = np.concatenate((pairs.right, pairs.left[apart]))
        self._values: Numbers = np.concatenate((values, values[apart]))

    def step(self, shares: Numbers, rest: float = 0.0) -> Callable[[Numbers], Numbers]:
        """What makes of a vector its product with the matrix whose columns are multiplied by their shares, a rest added to each cell."""
        if self._dense is None:
            values = self._values * shares[self._from]
            return lambda vector: _summed(self._to, values * vector[self._from], self.size) + rest * vector.sum()
        matrix = self._dense * shares + rest
        return matrix.dot if self.size <= _SMALL else partial(np.einsum, "ij,j->i", matrix)

    def sums(self) -> Numbers:
        """The sum of each row."""
        ones = np.ones(self.size)
        return self.step(ones)(ones)
