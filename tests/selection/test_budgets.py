"""Which sentences are worth most within a budget of words."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.model.text import Source
from briefing.segment import segment_source
from briefing.selection import select_sentences
from briefing.selection.budgets import LARGEST_BUDGET, choose_within
from briefing.selection.worths import Holdings


def holdings(items: list[list[int]], worths: list[float], lengths: list[int]) -> Holdings:
    """Sentences of so many words that hold some items each."""
    rows = [row for row, held in enumerate(items) for _ in held]
    return Holdings(
        np.array(rows),
        np.array([item for held in items for item in held]),
        np.array(worths),
        np.array(lengths, dtype=float),
    )


@pytest.mark.parametrize(
    ("items", "lengths", "expected"),
    [
        # The best alone leaves no room for the two others, which hold more together.
        ([[0], [1], [2]], [30, 20, 20], [1, 2]),
        # What says the same twice is left.
        ([[1], [1], [2]], [15, 15, 15], [0, 2]),
        # What does not fit at all is not looked at.
        ([[0], [1], [2]], [50, 20, 15], [1, 2]),
        # Two thirds of the budget are filled, though the first alone is worth more for its length.
        ([[0], [3], [4]], [12, 20, 41], [0, 1]),
    ],
)
def test_sets_are_weighed_as_a_whole(items: list[list[int]], lengths: list[int], expected: list[int]) -> None:
    """Of all sets that fit, the one that holds most is taken, each thing counted once."""
    held = holdings(items, [3.0, 2.9, 2.8, 0.1, 0.05], lengths)
    assert expected == choose_within(held, (0.0,) * 3, (0, 1, 2), lengths, 40)


def test_nothing_fits() -> None:
    """Where no sentence fits, none is taken."""
    assert choose_within(holdings([[0]], [1.0], [9]), (0.0,), (0,), [9], 5) == []


def test_equal_sets_go_by_rank() -> None:
    """Of equal sentences the better ranked is taken."""
    held = holdings([[0], [1], [2]], [1.0] * 3, [10] * 3)
    assert choose_within(held, (0.0,) * 3, (2, 0, 1), [10] * 3, 12) == [2]


@pytest.mark.parametrize("words", [LARGEST_BUDGET, LARGEST_BUDGET + 1, 3 * LARGEST_BUDGET])
def test_small_and_large_budgets_are_used(words: int) -> None:
    """A budget is kept and more than half of it used, whichever way the sentences are found."""
    names = [
        "Aldermoor",
        "Bexcombe",
        "Calder",
        "Dunmere",
        "Eastry",
        "Fenholt",
        "Garrow",
        "Hexley",
        "Ilsham",
        "Jarrod",
        "Kelby",
        "Lowmoor",
    ]
    text = " ".join(
        f"{name} closed its {place} locks for the winter after a barge struck gate {place} there."
        for place, name in enumerate(names * 3, start=1)
    )
    document = segment_source(Source.from_text(text))
    ranking = select_sentences(document, words=words)
    taken = sum(len(document.text_of(document.sentence(chosen).span).split()) for chosen in ranking.chosen)
    assert words / 2 < taken <= words
