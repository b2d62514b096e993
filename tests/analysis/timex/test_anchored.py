"""Lengths of time that are counted from a date beside them."""

from __future__ import annotations

import pytest

from briefing.model.dates import Basis
from tests.analysis.timex.dates_of import days, found, read

TOGETHER = [
    ("He left two days before Christmas 2018.", [("two days before Christmas 2018", "DATE", "2018-12-23")]),
    ("It will shut the day after New Year's Day.", [("the day after New Year's Day", "DATE", "2020-01-02")]),
    ("He left the day before Christmas Eve.", [("the day before Christmas Eve", "DATE", "2018-12-23")]),
    ("He left the week after Easter.", [("the week after Easter", "DATE", "2019-W17")]),
    ("He left three days after 30 May.", [("three days after 30 May", "DATE", "2019-06-02")]),
    ("It begins a week from next Tuesday.", [("a week from next Tuesday", "DATE", "2019-W48")]),
    ("He left two years after May 2015.", [("two years after May 2015", "DATE", "2017")]),
    ("He left two days after Monday's row.", [("two days after Monday", "DATE", "2019-11-13")]),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_a_length_and_the_date_it_is_counted_from_are_one_expression(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Two days before Christmas is one day, counted from Christmas."""
    assert expected == read(text)
    (mention,) = found(text)
    assert mention.resolved is not None
    assert Basis.RELATIVE == mention.resolved.basis


APART = [
    ("It ran for three days after 30 May.", ["P3D", "2019-05-30"]),
    ("It ran within two days after 30 May.", ["P2D", "2019-05-30"]),
    ("It ran five days from 3 May 2019.", ["P5D", "2019-05-03"]),
    ("It shut two days before May.", ["P2D", "2019-05"]),
    ("It fell eight trading days after 12 October.", ["P8D", "2019-10-12"]),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_a_length_that_lasts_is_counted_from_nothing(text: str, expected: list[str]) -> None:
    """What lasted for three days after a date, or is finer than the date, leads to no day."""
    mentions = found(text)
    assert expected == [one.value for one in mentions]
    assert mentions[0].resolved is None


def test_what_follows_counts_from_the_day_they_mean_together() -> None:
    """After "two days before Christmas" the next day is Christmas Eve, and not Boxing Day."""
    text = "He left two days before Christmas 2018. The next day he came back, and two days after that he sang."
    assert ["2018-12-23", "2018-12-24", "2018-12-26"] == [days(one) for one in found(text)]


def test_without_the_year_of_the_holiday_nothing_is_invented() -> None:
    """Without a day of publication the day after New Year's Day is one expression that is not resolved."""
    (mention,) = found("He left the day after New Year's Day.", None)
    assert ("XXXX-XX-XX", None) == (mention.value, mention.resolved)


def test_after_that_needs_a_day_before_it() -> None:
    """What came "two days after that" has no day where what stands before it has none."""
    assert ["2019-11-11", "", ""] == [
        days(one) for one in found("He won on Monday, sang in the week after he wed, and left two days after that.")
    ]
