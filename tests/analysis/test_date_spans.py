"""Dates that two expressions tell together."""

from __future__ import annotations

import datetime

import pytest

from tests.analysis.reading_of import event_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Ada Holm served as harbour master from 2009 to 2013.", "served", ("2009-01-01", "2013-12-31")),
        ("Between May and July 2016 the mine was shut.", "shut", ("2016-05-01", "2016-07-31")),
        ("The march lasted from Monday to Friday.", "lasted", ("2016-10-31", "2016-11-04")),
        ("The border has been closed since 2008.", "closed", ("2008-01-01", "2008-12-31")),
        ("The crew moved from the ship in 2009 to a hotel.", "moved", ("2009-01-01", "2009-12-31")),
        ("The bridge opened in 2009 and closed in 2013.", "opened", ("2009-01-01", "2009-12-31")),
        ("The mine was shut from 2009 and reopened on 3 May 2015.", "shut", ("2009-01-01", "2009-12-31")),
    ],
)
def test_from_and_to_are_one_span_of_time(text: str, trigger: str, days: tuple[str, str]) -> None:
    """The event that two dates govern together lasts from the first to the second; "since" tells its first day."""
    _, event = event_of(text, trigger, published=datetime.date(2016, 11, 8))
    assert event.when is not None
    assert days == (event.when.first_day.isoformat(), event.when.last_day.isoformat())
