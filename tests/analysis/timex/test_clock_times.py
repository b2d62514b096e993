"""Times of the clock in words, and the day of the second of two times."""

from __future__ import annotations

import pytest

from briefing.model.dates import DateType
from tests.analysis.timex.dates_of import found, read, values

SPOKEN = [
    ("She left at half past three.", "half past three", "2019-11-13T03:30"),
    ("She left at half past three in the afternoon.", "half past three in the afternoon", "2019-11-13T15:30"),
    ("She left at half past three on Tuesday.", "half past three on Tuesday", "2019-11-12T03:30"),
    ("She left at quarter to nine.", "quarter to nine", "2019-11-13T08:45"),
    ("She left at a quarter to nine in the evening.", "a quarter to nine in the evening", "2019-11-13T20:45"),
    ("She left at a quarter past one p.m. on 3 May.", "a quarter past one p.m.", "2019-11-13T13:15"),
    ("She left at ten past four.", "ten past four", "2019-11-13T04:10"),
    ("She left at twenty to six in the morning.", "twenty to six in the morning", "2019-11-13T05:40"),
    ("She left at ten minutes to one.", "ten minutes to one", "2019-11-13T12:50"),
]


@pytest.mark.parametrize(("text", "words", "value"), SPOKEN)
def test_times_in_words_are_times(text: str, words: str, value: str) -> None:
    """Half past, a quarter to, ten past: a TIME with its hour and minute."""
    first = found(text)[0]
    assert DateType.TIME == first.type
    assert (words, value) == read(text)[0][::2]


NO_TIMES = [
    "Ten to six people came.",
    "They won by three to two, and odds were five to two.",
    "They walked half past the house, a quarter to the left.",
    "About twenty to thirty people came at most.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_scores_and_counts_are_no_times(text: str) -> None:
    """Numbers with "to" between them are times only where something says so."""
    assert [] == read(text)


def test_the_day_of_a_range_of_times_is_that_of_both_its_ends() -> None:
    """Between 2 p.m. and 4 p.m. on Monday: both were on Monday."""
    assert ["2019-11-11T14:00", "2019-11-11T16:00"] == values("It rained between 2 p.m. and 4 p.m. on Monday.")
    assert ["2018-05-03T02:30", "2018-05-03T03:30"] == values("It rained from 2:30 to 3:30 on May 3, 2018.")


def test_the_part_of_a_day_has_no_preposition() -> None:
    """In "on 3 May 2018, in the morning" the expressions are "3 May 2018" and "the morning"."""
    expected = [("3 May 2018", "DATE", "2018-05-03"), ("the morning", "TIME", "2018-05-03TMO")]
    assert expected == read("It rained on 3 May 2018, but in the morning it was dry.")
