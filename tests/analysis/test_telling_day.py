"""The day that an article gives itself at its beginning."""

from __future__ import annotations

import datetime

import pytest

from briefing.analysis.dates import find_dates
from briefing.analysis.telling_day import is_own_date, telling_day
from briefing.model.text import Source
from briefing.segment import segment_source

PUBLISHED = datetime.date(2021, 6, 7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Port closes\n\nTuesday, June 8, 2021\n\nYesterday, the port closed.", "2021-06-08"),
        ("Port closes\n\nTuesday, June 8, 2021 On Monday, the port closed.", "2021-06-08"),
        # too far off: another thing's day
        ("Port closes\n\nTuesday, June 1, 2021\n\nThe port closed.", "2021-06-07"),
        # part of the sentence
        ("Port closes\n\nJune 8, 2021 was the day when the port closed.", "2021-06-07"),
        ("Port closes\n\nTuesday, June 8, 2021, was a bad day.", "2021-06-07"),
        # behind the first sentence
        ("The port closed. Tuesday, June 8, 2021 Others stayed.", "2021-06-07"),
        ("Port closes\n\nThe port closed.", "2021-06-07"),
    ],
)
def test_an_article_counts_from_its_own_day(text: str, day: str) -> None:
    """A full date alone at the top, or before a new sentence, is the article's own where it lies near the day of publication."""
    document = segment_source(Source.from_text(text, published=PUBLISHED))
    dates = tuple(find_dates(document, published=PUBLISHED))
    assert day == str(telling_day(document, dates, PUBLISHED))


def test_yesterday_is_counted_from_the_own_day() -> None:
    """With metadata of the day before, "yesterday" is the day before the article's own; its own date is told from the others."""
    text = "Port closes\n\nTuesday, June 8, 2021\n\nYesterday, the port closed."
    document = segment_source(Source.from_text(text, published=PUBLISHED))
    own, yesterday = find_dates(document, published=PUBLISHED)
    assert (True, False, "2021-06-07") == (
        is_own_date(document, own),
        is_own_date(document, yesterday),
        yesterday.value,
    )
