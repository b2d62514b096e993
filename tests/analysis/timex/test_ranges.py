"""Ranges of days, months and years."""

from __future__ import annotations

import pytest

from tests.analysis.timex.dates_of import days, found

RANGES = [
    ("The fair ran from 3 to 7 May.", ["2019-05-03/2019-05-07"]),
    ("The fair will run from 3 to 7 May.", ["2020-05-03/2020-05-07"]),
    ("The fair ran between 3 and 7 May 2018.", ["2018-05-03/2018-05-07"]),
    ("The fair ran May 3-7.", ["2019-05-03/2019-05-07"]),
    ("The fair ran from May 3 to May 7.", ["2019-05-03", "2019-05-07"]),
    ("The fair ran between May 3 and 7.", ["2019-05-03", "2019-05-07"]),
    ("The fair will run from 28 December to 3 January.", ["2019-12-28", "2020-01-03"]),
    ("The fair ran between Monday and Thursday.", ["2019-11-04", "2019-11-07"]),
    ("The fair ran from Monday to Wednesday.", ["2019-11-11", "2019-11-13"]),
    ("The fair will run from Monday to Friday.", ["2019-11-18", "2019-11-22"]),
    ("The fair will run from Thursday to Saturday.", ["2019-11-14", "2019-11-16"]),
    ("The fair ran from March to June 2017.", ["2017-03-01/2017-03-31", "2017-06-01/2017-06-30"]),
    ("The fair ran from November to February.", ["2018-11-01/2018-11-30", "2019-02-01/2019-02-28"]),
    ("The fair ran from 2012 to 2015.", ["2012-01-01/2012-12-31", "2015-01-01/2015-12-31"]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_range_begins_before_it_ends(text: str, expected: list[str]) -> None:
    """The end is settled by the tense, the beginning is the last one before it."""
    assert expected == [days(one) for one in found(text)]
