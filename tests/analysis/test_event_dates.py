"""The dates of events that are counted from other events."""

from __future__ import annotations

import datetime

import pytest

from tests.analysis.reading_of import events_of

pytestmark = pytest.mark.model


def test_what_is_counted_from_an_event_has_its_day_and_the_event_keeps_its_own() -> None:
    """Two days after the vote of 3 May the minister went on 5 May; the vote was on 3 May."""
    text = "Parliament voted on the law on 3 May 2019. Two days after the vote, the minister resigned."
    days = {
        text[event.trigger.start : event.trigger.end]: event.when.first_day if event.when else None
        for event in events_of(text, datetime.date(2019, 11, 13))[1]
    }
    assert datetime.date(2019, 5, 3) == days["voted"] == days["vote"]
    assert datetime.date(2019, 5, 5) == days["resigned"]
