"""The tense in which a sentence speaks of a date, as the parse tells it."""

from __future__ import annotations

import datetime

import pytest

from briefing.analysis.dates import find_dates
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model

WEDNESDAY = datetime.date(2019, 11, 13)

TENSES = [
    ("The court may lift the order issued on Friday.", "Friday", "past"),
    ("They would appeal the decision, announced Friday by the minister.", "Friday", "past"),
    ("The fair is to be held on Friday.", "Friday", "future"),
    ("The minister is to travel to the island on Friday.", "Friday", "future"),
    ("The union would have met the minister on Friday.", "Friday", "past"),
    ("The council must decide on Friday.", "Friday", "future"),
    ("The party has promised elections by the end of March.", "March", "future"),
    ("The mayor has scheduled a hearing Friday.", "Friday", "future"),
    ("Residents planned a march through the town on Saturday.", "Saturday", "future"),
    ("A hearing scheduled Friday was postponed.", "Friday", "future"),
    ("The deadline is Friday.", "Friday", "future"),
    ("If the party wins the vote in November, the tax will go.", "November", "future"),
    ("The pilot tried to land on Friday.", "Friday", "past"),
    ("The ministry declared three days of mourning from Friday.", "Friday", "future"),
]


@pytest.mark.parametrize(("text", "word", "tense"), TENSES)
def test_plans_deadlines_and_participles_tell_the_tense(text: str, word: str, tense: str) -> None:
    """What was issued lies behind; what is to be held, was promised by a date or depends on a condition lies ahead."""
    assert tense == parsed(text).tense_at(text.index(word))


DAYS = [
    ("The party has promised elections by the end of March.", ["2020-03"]),
    ("Wages were secured until the end of March.", ["2020-03"]),
    ("The court may lift the order issued on Friday.", ["2019-11-08"]),
    ("The strike lasted from Monday to Tuesday.", ["2019-11-11", "2019-11-12"]),
    ("The strike lasted from Friday to Monday.", ["2019-11-08", "2019-11-11"]),
    ("Talks will be held from Monday to Wednesday.", ["2019-11-18", "2019-11-20"]),
    ("The fair is to be held from November 20 to January 11.", ["2019-11-20", "2020-01-11"]),
    ("Police counted 30 fires between January 1 and October 26.", ["2019-01-01", "2019-10-26"]),
    ("The road was closed from June to August.", ["2019-06", "2019-08"]),
]


@pytest.mark.parametrize(("text", "values"), DAYS)
def test_the_tense_of_the_parse_settles_dates_and_ranges(text: str, values: list[str]) -> None:
    """The end of a range is settled by the tense; its beginning is the last one before it."""
    read = parsed(text)
    found = find_dates(read.document, published=WEDNESDAY, tense_at=read.tense_at)
    assert values == [one.value for one in found]
