"""Days of publication: `briefing.reading.datelines`."""

from __future__ import annotations

import datetime

import pytest

from briefing.reading.datelines import find_dateline, is_date_line, parse_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-14", (2024, 3, 14)),
        ("2024-03-14T23:59:00+01:00", (2024, 3, 14)),
        ("20240314", (2024, 3, 14)),
        ("2024/3/14", (2024, 3, 14)),
        ("14.03.2024", (2024, 3, 14)),
        ("3/14/2024", (2024, 3, 14)),
        ("14/3/2024", (2024, 3, 14)),
        ("4/3/2024", None),
        ("Thursday, March 14th, 2024", (2024, 3, 14)),
        ("14 Mar. 2024 at 9 pm", (2024, 3, 14)),
        ("Thu, 14 Mar 2024 10:00:00 GMT", (2024, 3, 14)),
        ("March 2024", None),
        ("31 February 2024", None),
        ("spring", None),
        ("", None),
        ("0001-01-01", None),
    ],
)
def test_parse_day(text: str, expected: tuple[int, int, int] | None) -> None:
    """Full and certain dates are days; the rest is nothing."""
    assert (datetime.date(*expected) if expected else None) == parse_day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NORHAVN, 14 March 2024 (Agency) - The strike goes on.", (2024, 3, 14)),
        ("NORHAVN (Agency), March 14, 2024 \u2014 The strike goes on.", (2024, 3, 14)),
        ("Port Orley, Maine, March 14, 2024 -- The strike goes on.", (2024, 3, 14)),
        ("Monday, May 18, 2015\n\nThe strike goes on.", (2015, 5, 18)),
        ("March 01, 2008\nThe strike goes on.", (2008, 3, 1)),
        ("Published: Nov. 3, 2011 at 7:15 AM\nThe strike goes on.", (2011, 11, 3)),
        ("By Ida Solberg\n14 March 2024\nThe strike goes on.", (2024, 3, 14)),
        ("Updated 2024-03-14\nThe strike goes on.", (2024, 3, 14)),
        ("NORHAVN, March 14 (Agency) - The strike goes on.", None),
        ("Strike goes on\n\nThursday, March 14, 2024 On Monday, the union met.", (2024, 3, 14)),
        ("Thursday, March 14, 2024 was a bad day.", None),
        ("On 14 March 2024 the strike began.", None),
        ("The strike of March 14, 2024 - the longest - goes on.", None),
        ("The strike goes on.", None),
    ],
)
def test_find_dateline(text: str, expected: tuple[int, int, int] | None) -> None:
    """A dateline has a full date; a date within a sentence is none."""
    assert (datetime.date(*expected) if expected else None) == find_dateline(text)


def test_is_date_line() -> None:
    """A line with other words is no date line."""
    assert (True, False) == (is_date_line("18 May 2015, 10:30 GMT"), is_date_line("18 May 2015 was a Monday"))
