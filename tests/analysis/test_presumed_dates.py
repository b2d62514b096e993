"""The likeliest day of an event that no words date."""

from __future__ import annotations

import datetime

import pytest

from briefing.model.dates import Basis
from tests.analysis.reading_of import event_of

pytestmark = pytest.mark.model

TODAY = datetime.date(2023, 5, 4)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("When the board chose the builder in March, the union challenged its choice.", "challenged", "2023-03-01"),
        ("The harbour will open on 9 June and the minister will cut the ribbon.", "cut", "2023-06-09"),
        ("The firm agreed to buy two ferries.", "buy", "2023-05-04"),
        ("The firm, which had sold its docks, agreed to a loan.", "sold", None),
        ("The firm will sell its docks.", "sell", None),
    ],
)
def test_the_likeliest_day(text: str, trigger: str, day: str | None) -> None:
    """It is the nearest date of the sentence, then the day of publication; background and what lies ahead has none."""
    _, event = event_of(text, trigger, TODAY)
    assert day == (event.when.first_day.isoformat() if event.when else None)


def test_a_presumed_day_is_no_date() -> None:
    """It says that it is presumed, is approximate and has no words; the event does not count as dated."""
    _, event = event_of("The firm agreed to buy two ferries.", "buy", TODAY)
    assert event.when is not None
    assert (Basis.PRESUMED, True, None, False) == (
        event.when.basis,
        event.when.approximate,
        event.when_words,
        event.is_dated,
    )
