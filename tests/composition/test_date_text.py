"""How dates are shown."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.composition.date_text import date_text
from briefing.model.dates import Basis, Precision
from tests import build


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        ("2024-03-12", "2024-03-12", "day", "12 Mar 2024"),
        ("2024-05-03", "2024-05-05", "day", "3–5 May 2024"),
        ("2024-04-29", "2024-05-02", "day", "29 Apr –2 May 2024"),
        ("2024-03-11", "2024-03-17", "week", "week of 11 Mar 2024"),
        ("2023-05-06", "2023-05-07", "week", "6–7 May 2023"),
        ("2023-05-05", "2023-05-07", "week", "5–7 May 2023"),
        ("2024-03-11", "2024-03-15", "week", "week of 11 Mar 2024"),
        ("2019-08-01", "2019-08-31", "month", "Aug 2019"),
        ("2019-08-01", "2019-10-31", "month", "Aug–Oct 2019"),
        ("2019-11-01", "2020-02-29", "month", "Nov 2019–Feb 2020"),
        ("2019-10-01", "2019-12-31", "quarter", "Q4 2019"),
        ("2019-06-01", "2019-08-31", "season", "summer 2019"),
        ("2019-12-01", "2020-02-29", "season", "winter 2019"),
        ("2014-01-01", "2014-12-31", "year", "2014"),
        ("2014-01-01", "2016-12-31", "year", "2014–2016"),
        ("1990-01-01", "1999-12-31", "decade", "1990s"),
        ("1901-01-01", "2000-12-31", "century", "20th century"),
        ("2000-01-01", "2099-12-31", "century", "21st century"),
    ],
)
def test_a_date_is_shown_at_its_precision(first: str, last: str, precision: str, shown: str) -> None:
    """No date shows more than the text says."""
    assert shown == date_text(build.days(first, last, Precision(precision)))


def test_a_counted_day_shows_its_weekday() -> None:
    """A reader can check "on Wednesday" against the weekday."""
    assert date_text(build.days("2019-11-27", basis=Basis.RELATIVE)) == "Wed 27 Nov 2019"


def test_an_approximate_date_says_so() -> None:
    """It opens with "c."."""
    month = build.days("2019-11-01", "2019-11-30", Precision.MONTH)
    assert date_text(dataclasses.replace(month, approximate=True)) == "c. Nov 2019"
