"""How sure a mean difference is."""

from __future__ import annotations

import pytest

from briefing.evaluation.intervals import DRAWS, Difference, find_differences


def test_what_is_everywhere_the_same_is_sure() -> None:
    """A difference without spread has an interval without width."""
    assert {"a": Difference(2.0, 2.0, 2.0)} == find_differences({"a": [2.0] * 20})


def test_a_mean_lies_within_its_interval() -> None:
    """More articles of the same spread make it narrower."""
    few = find_differences({"a": [0.0, 4.0] * 5})["a"]
    many = find_differences({"a": [0.0, 4.0] * 500})["a"]
    assert few.low <= few.mean <= few.high
    assert 2.0 == few.mean == many.mean
    assert many.high - many.low < few.high - few.low


def test_the_interval_is_that_of_the_normal_distribution() -> None:
    """Of 1,000 differences with standard deviation 2, 95 % of means are within 1.96 * 2 / sqrt(1000) of their mean."""
    found = find_differences({"a": [-2.0, 2.0] * 500})["a"]
    assert pytest.approx(1.96 * 2 / 1000**0.5, rel=0.1) == found.high
    assert pytest.approx(-1.96 * 2 / 1000**0.5, rel=0.1) == found.low


def test_the_same_articles_give_the_same_intervals() -> None:
    """Each series is drawn alike, whatever others are beside it."""
    values = [float(number % 7) for number in range(50)]
    alone = find_differences({"a": values})
    beside = find_differences({"b": values[::-1], "a": values})
    assert alone["a"] == beside["a"]
    assert alone == find_differences({"a": values})
    assert 1_000 == DRAWS


@pytest.mark.parametrize(
    ("difference", "expected"),
    [
        (Difference(1, 0.1, 2), True),
        (Difference(-1, -2, -0.1), True),
        (Difference(1, -0.1, 2), False),
        (Difference(0, 0, 0), False),
    ],
)
def test_an_interval_with_zero_is_not_clear(difference: Difference, expected: bool) -> None:
    """Better and worse are told only where zero is outside."""
    assert expected == difference.is_clear
