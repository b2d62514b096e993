"""Parts of the year: quarters, those of companies, seasons, weeks of a month, decades."""

from __future__ import annotations

import pytest

from tests.analysis.timex.dates_of import days, found, read, values

PARTS = [
    ("Sales rose in the first quarter.", "2019-Q1"),
    ("Sales rose in the second quarter of 2018.", "2018-Q2"),
    ("Sales rose in the first half of this year.", "2019-H1"),
    ("It opened in spring 2017.", "2017-SP"),
    ("It opened in the summer.", "2019-SU"),
    ("It opened last autumn.", "2018-FA"),
    ("It will open next spring.", "2020-SP"),
    ("It opened in late autumn 2016.", "2016-FA"),
    ("The 2010s were warm.", "201"),
    ("It was popular in the seventies.", "197"),
    ("It was built in the mid-1800s.", "18"),
    ("It fell from the same period last year.", "2018"),
    ("It fell in the same quarter last year.", "2018-Q3"),
    ("It opened in the first week of May.", "2019-W18"),
    ("It opened in the third week of June 2018.", "2018-W25"),
    ("It opened on the last weekend of October.", "2019-W43-WE"),
    ("It opened in the week of 4 March.", "2019-W10"),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_the_year_have_their_place_in_it(text: str, expected: str) -> None:
    """Quarters, halves, seasons, decades and weeks of a month."""
    assert [expected] == values(text)


FISCAL = ["the third fiscal quarter", "the second quarter of fiscal 2018", "fiscal 2018", "fiscal year 2018", "FY2018"]


@pytest.mark.parametrize("words", FISCAL)
def test_the_years_of_companies_are_approximate(words: str) -> None:
    """A company's year begins when it likes: its days are not exactly those of the calendar's."""
    (mention,) = found(f"It lost money in {words}.")
    assert mention.resolved is not None
    assert mention.resolved.approximate


def test_a_report_compares_the_quarter_it_tells_of() -> None:
    """What a company reports of its fourth quarter in October is over, though the calendar's is not."""
    text = "The firm reported a drop in fourth-quarter earnings, from a gain a year earlier."
    assert ["2019-Q4", "2018-Q4"] == values(text)


def test_a_decade_beside_a_decade_needs_no_article() -> None:
    """The 1960s and 70s are two decades; "in their 40s and 50s" is an age."""
    assert [("The 1960s", "DATE", "196"), ("70s", "DATE", "197")] == read("The 1960s and 70s were loud.")
    assert [] == read("Men in their 40s and 50s came.")


def test_a_month_counted_from_a_year_is_unknown() -> None:
    """Nobody has said which month follows 2014."""
    assert ["2014", "XXXX-XX"] == values("In 2014 he won. The following month he lost.")


TOLD = [
    ("He won on 4 March. The following day he lost.", "2019-03-05"),
    ("He won on 4 March. The next week he left.", "2019-03-11/2019-03-17"),
    ("He won on 4 March. He will leave next week.", "2019-11-18/2019-11-24"),
    ("He won on 4 March 2018. The previous Friday he had lost.", "2018-03-02"),
    ("He won on 4 March 2018. The next morning he lost.", "2018-03-05"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_next_one_of_a_told_story_follows_its_last_date(text: str, expected: str) -> None:
    """The following day, the next week, the previous Friday: counted from the date mentioned last, with their article."""
    assert expected == days(found(text)[1])
    assert read(text)[1][0].startswith("The ") or "will" in text


SETS = [
    ("They meet every other week.", "P2W"),
    ("They meet every second Tuesday.", "XXXX-WXX-2"),
    ("They meet every third year.", "P3Y"),
    ("They meet on weekends.", "XXXX-WXX-WE"),
]


@pytest.mark.parametrize(("text", "expected"), SETS)
def test_what_repeats_is_a_set(text: str, expected: str) -> None:
    """Every other week, on weekends."""
    (mention,) = found(text)
    assert ("SET", expected) == (mention.type.value, mention.value)


NOTHING = [
    "He fell in the early hours.",
    'She sang on "This Week" With David, and later in the day before going home.',
    "NORHAVN, May 3 (Courier) - It rained.",
    "On days when prices fall, trades made that day are lost.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_titles_datelines_and_hours_are_no_dates(text: str) -> None:
    """What names a programme, the report's own day or no day at all is resolved to none."""
    assert [] == [one for one in found(text) if one.resolved is not None]


OVER = [
    ("It grew over three years.", "three years"),
    ("It took over three years.", "over three years"),
    ("It ended over three years ago.", "over three years ago"),
    ("It ended over a century of luck.", "over a century"),
    ("The past couple of years were hard.", "The past couple of years"),
]


@pytest.mark.parametrize(("text", "words"), OVER)
def test_over_is_more_than_only_after_what_lasts(text: str, words: str) -> None:
    """It grew over three years: that long; it took over three years: more than that."""
    assert [words] == [one[0] for one in read(text)]
