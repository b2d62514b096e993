"""What sentences have in common, found word by word: the same as by comparing each two."""

from __future__ import annotations

import random

import numpy as np
import pytest

from briefing.selection import likeness
from briefing.selection.likeness import Counts, Likeness, Pairs


def sentences(count: int, words: int, seed: int) -> list[list[str]]:
    """So many sentences of up to twelve words out of so many; some have none."""
    rng = random.Random(seed)  # noqa: S311 (invented text)
    return [[f"w{rng.randrange(words)}" for _ in range(rng.randrange(12))] for _ in range(count)]


def compared(text: list[list[str]]) -> dict[tuple[int, int], float]:
    """For each two sentences, the first not after the second, how many pairs of equal words they have, where any."""
    found = {
        (i, j): float(sum(text[j].count(word) for word in text[i])) for j in range(len(text)) for i in range(j + 1)
    }
    return {pair: value for pair, value in found.items() if value}


def listed(pairs: Pairs) -> dict[tuple[int, int], float]:
    """The pairs as a dictionary."""
    return dict(zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True), pairs.values.tolist(), strict=True))


@pytest.mark.parametrize(("count", "words"), [(0, 5), (1, 5), (2, 1), (30, 200), (40, 6)])
@pytest.mark.parametrize("most", [likeness._PAIRS_LISTED, 0])
def test_pairs_are_those_that_share_a_word(monkeypatch: pytest.MonkeyPatch, count: int, words: int, most: int) -> None:
    """Whether all pairs are listed or the commonest words are multiplied as a matrix."""
    monkeypatch.setattr(likeness, "_PAIRS_LISTED", most)
    text = sentences(count, words, seed=count)
    counts = Counts(text)
    assert compared(text) == listed(Pairs.of(counts, counts.counts))


@pytest.mark.parametrize("words", [6, 400])
@pytest.mark.parametrize(("small", "large"), [(90, 500), (0, 500), (0, 0)])
def test_products_with_the_matrix_are_those_of_a_full_one(
    monkeypatch: pytest.MonkeyPatch, words: int, small: int, large: int
) -> None:
    """A small matrix, a list of pairs and a full large matrix give the same products and sums."""
    monkeypatch.setattr(likeness, "_SMALL", small)
    monkeypatch.setattr(likeness, "_LARGE", large)
    text = sentences(60, words, seed=3)
    counts = Counts(text)
    pairs = Pairs.of(counts, counts.counts)
    full = np.zeros((60, 60))
    for (i, j), value in compared(text).items():
        full[i, j] = full[j, i] = value
    vector = np.arange(60) / 60
    matrix = Likeness(pairs, pairs.values, 60)
    assert (full @ vector).tolist() == pytest.approx(matrix.step(np.ones(60))(vector).tolist())
    assert full.sum(axis=1).tolist() == matrix.sums().tolist()


def test_words_are_counted_by_sentence() -> None:
    """Words are numbered as they first stand; an entry is a word of a sentence with how often it stands there."""
    counts = Counts([["quay", "tug", "quay"], [], ["tug", "fund"]])
    entries = list(zip(counts.sentences.tolist(), counts.words.tolist(), counts.counts.tolist(), strict=True))
    assert entries == [(0, 0, 2.0), (0, 1, 1.0), (2, 1, 1.0), (2, 2, 1.0)]
    assert counts.lengths.tolist() == [3.0, 0.0, 2.0]
