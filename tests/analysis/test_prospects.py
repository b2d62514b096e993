"""What lies ahead by the words of its own clause."""

from __future__ import annotations

import datetime

import pytest

from briefing.analysis.prospects import is_appointed, is_arranged, is_described, is_destined, lies_ahead
from tests.analysis.reading_of import events_of, parsed, token_of

pytestmark = pytest.mark.model

MONDAY = datetime.date(2007, 3, 19)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The jet was scheduled to arrive in Oslo on Friday.", "scheduled", True),
        ("The ferry was set to land in Ostend on Monday after a test flight.", "set", True),
        ("The crews are expected be on site in July.", "expected", True),
        ("The rebels were forced to leave.", "forced", False),
        ("The firm was called to Oslo on Monday.", "called", False),
        ("The court set a date to hear the appeal.", "set", False),
    ],
)
def test_an_appointment(text: str, word: str, expected: bool) -> None:
    """A "was set to" tells what lay ahead, also where the infinitive is read as a noun."""
    assert expected is is_appointed(token_of(parsed(text), word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The envoy is also travelling to Oslo on Monday.", "travelling", True),
        ("The company is launching a new phone next week.", "launching", True),
        ("The company is launching a new phone today.", "launching", False),
        ("The rebels are attacking the port on Monday.", "attacking", False),
        ("The envoy was travelling to Oslo on Monday.", "travelling", False),
        ("The envoy has been travelling since Monday.", "travelling", False),
    ],
)
def test_an_arrangement(text: str, word: str, expected: bool) -> None:
    """A present progressive with a day is what a calendar holds; "today" is there already."""
    assert expected is is_arranged(token_of(parsed(text), word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The talks were to begin on Friday.", True), ("The next step was to begin the talks.", False)],
)
def test_a_destiny(text: str, expected: bool) -> None:
    """A "were to" with a date is a plan; without one it may tell what was done."""
    assert expected is is_destined(token_of(parsed(text), "begin"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor described the explosion as an accident.", True),
        ("The mayor caused the explosion.", False),
        ("The mayor denied the explosion.", False),
    ],
)
def test_what_is_described_is_there(text: str, expected: bool) -> None:
    """Whoever says what an event was like takes it to have been."""
    assert expected is is_described(token_of(parsed(text), "explosion"))


def test_only_a_date_puts_it_ahead() -> None:
    """An appointment without a date was made; an arrangement must not be over."""
    token = token_of(parsed("The jet was scheduled to arrive."), "scheduled")
    assert not lies_ahead(token, None, {}, published=MONDAY)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The ferry was set to land in Ostend on Monday after a test flight.", "set", "planned"),
        ("The jet was scheduled to arrive in Oslo on Friday.", "scheduled", "planned"),
        ("The court was expected to rule on Friday.", "expected", "planned"),
        ("The ship is sailing to Oslo on Monday.", "sailing", "planned"),
        ("The ship is sailing to Oslo on Friday.", "sailing", "planned"),
        ("The ship sailed to Oslo on Monday.", "sailed", "happened"),
        ("The firm claimed the phone will provide access to banks from May 3.", "claimed", "happened"),
        ("The firm claimed the phone will provide access to banks from May 3.", "provide", "planned"),
    ],
)
def test_the_status_of_the_dated(text: str, trigger: str, status: str) -> None:
    """Beside a date stands the status of what was put on it."""
    read, found = events_of(text, MONDAY)
    statuses = [event.status.value for event in found if read.document.text_of(event.trigger) == trigger]
    assert [status] == statuses
