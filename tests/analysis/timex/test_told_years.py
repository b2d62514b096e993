"""A day without a year in a story of an earlier year."""

from __future__ import annotations

import datetime

import pytest

from briefing.analysis.dates import find_dates
from briefing.model.text import Source
from briefing.segment import segment_source

PUBLISHED = datetime.date(2009, 7, 20)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Launched on July 16, 1957, the ship touched the island on July 20.", "1957-07-20"),
        ("The ship was launched on May 2, 1957. It reached the island on May 9.", "1957-05-09"),
        ("The ship was launched on December 28, 2007. It sank on January 5.", "2008-01-05"),
        ("The ship was launched in March 1957. It was burned on March 30.", "1957-03-30"),
        # cues of today: the year of publication is meant
        (
            "The ship was launched on May 2, 1957. Yesterday a memorial was opened. It was painted on May 9.",
            "2009-05-09",
        ),
        ("The ship was launched on May 2, 1957. The mayor said on July 18 that it was lost.", "2009-07-18"),
        ("The ship was launched on May 2, 1957. The hearing will be held on September 9.", "2009-09-09"),
        ("The ship was launched on May 2, 1957. Rain fell. The hall was painted on May 9.", "2009-05-09"),
    ],
)
def test_a_day_without_a_year_lies_near_the_day_told_before(text: str, value: str) -> None:
    """It takes the year of the story that the sentence or the one before tells, unless something speaks of today."""
    document = segment_source(Source.from_text(text, published=PUBLISHED))
    assert value == list(find_dates(document, published=PUBLISHED))[-1].value
