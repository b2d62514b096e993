"""What is counted from the day of publication moves with it: every family of relative expressions, on any day.

Days move day for day, weekdays week for week; weeks, months, quarters, years and longer units follow the unit in which the shifted day
of publication lies.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.analysis.timex.periods import Period, PeriodUnit
from tests.analysis.timex.dates_of import found

if TYPE_CHECKING:
    from briefing.model.dates import ResolvedDate

PUBLISHED = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
SHIFTS = st.integers(-5000, 5000)


def resolved(text: str, published: datetime.date) -> ResolvedDate:
    """The days of the only expression of a text."""
    (mention,) = found(text, published)
    assert mention.resolved is not None
    return mention.resolved


# words -> days from the publication
DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "this morning": 0,
    "this evening": 0,
    "last night": -1,
    "yesterday morning": -1,
    "tomorrow night": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "the night before last": -2,
    "one day ago": -1,
    "two days ago": -2,
    "twenty days ago": -20,
    "three days from now": 3,
    "in three days' time": 3,
    "at 10 p.m. yesterday": -1,
    "at half past three tomorrow": 1,
}


@given(words=st.sampled_from(sorted(DAYS)), published=PUBLISHED, shift=SHIFTS)
def test_days_move_day_for_day(words: str, published: datetime.date, shift: int) -> None:
    """Yesterday, tonight, three days ago: so many days from the publication, wherever that lies."""
    for day in (published, published + datetime.timedelta(days=shift)):
        days = resolved(f"It happened {words}.", day)
        assert day + datetime.timedelta(days=DAYS[words]) == days.first_day == days.last_day


# words -> unit, and how many of it from the one of the publication
UNITS = {
    "last week": (PeriodUnit.WEEK, -1),
    "earlier this week": (PeriodUnit.WEEK, 0),
    "next week": (PeriodUnit.WEEK, 1),
    "two weeks ago": (PeriodUnit.WEEK, -2),
    "a fortnight ago": (PeriodUnit.WEEK, -2),
    "three weeks from now": (PeriodUnit.WEEK, 3),
    "in two weeks' time": (PeriodUnit.WEEK, 2),
    "the week before last": (PeriodUnit.WEEK, -2),
    "the week after next": (PeriodUnit.WEEK, 2),
    "last month": (PeriodUnit.MONTH, -1),
    "this month": (PeriodUnit.MONTH, 0),
    "late next month": (PeriodUnit.MONTH, 1),
    "five months ago": (PeriodUnit.MONTH, -5),
    "a year and a half ago": (PeriodUnit.MONTH, -18),
    "the month before last": (PeriodUnit.MONTH, -2),
    "next quarter": (PeriodUnit.QUARTER, 1),
    "last quarter": (PeriodUnit.QUARTER, -1),
    "last year": (PeriodUnit.YEAR, -1),
    "at the end of this year": (PeriodUnit.YEAR, 0),
    "next year": (PeriodUnit.YEAR, 1),
    "seven years ago": (PeriodUnit.YEAR, -7),
    "a decade ago": (PeriodUnit.YEAR, -10),
    "half a century ago": (PeriodUnit.YEAR, -50),
    "two years from now": (PeriodUnit.YEAR, 2),
    "the year before last": (PeriodUnit.YEAR, -2),
    "in the same period last year": (PeriodUnit.YEAR, -1),
    "this decade": (PeriodUnit.DECADE, 0),
    "next decade": (PeriodUnit.DECADE, 1),
    "this century": (PeriodUnit.CENTURY, 0),
    "last century": (PeriodUnit.CENTURY, -1),
}


@given(words=st.sampled_from(sorted(UNITS)), published=PUBLISHED, shift=SHIFTS)
def test_longer_units_follow_the_unit_of_the_publication(words: str, published: datetime.date, shift: int) -> None:
    """Last week, five months ago, next decade: so many units from the one in which the publication lies."""
    unit, steps = UNITS[words]
    for day in (published, published + datetime.timedelta(days=shift)):
        days = resolved(f"It happened {words}.", day)
        expected = Period.of(unit, day).moved(steps)
        assert (expected.first_day, expected.last_day) == (days.first_day, days.last_day)


WEEKDAYS = {
    "They met on Monday.": range(-6, 1),
    "They will meet on Monday.": range(7),
    "They met on Tuesday evening.": range(-6, 1),
    "They will meet at noon on Sunday.": range(7),
    "They met last Friday.": range(-7, 0),
    "They met this past Friday.": range(-6, 1),
    "They will meet next Sunday.": range(1, 8),
    "They will meet this coming Saturday.": range(1, 8),
    "They met this Thursday.": range(-6, 1),
}


@given(text=st.sampled_from(sorted(WEEKDAYS)), published=PUBLISHED, shift=st.integers(-700, 700))
def test_weekdays_move_week_for_week(text: str, published: datetime.date, shift: int) -> None:
    """A weekday lies within a week of the publication on the side that the tense says, and moves with it week for week."""
    weeks = datetime.timedelta(weeks=shift)
    before, after = resolved(text, published).first_day, resolved(text, published + weeks).first_day
    assert before + weeks == after
    assert (before - published).days in WEEKDAYS[text]


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@given(month=st.sampled_from(MONTHS), published=PUBLISHED)
def test_last_and_next_month_of_a_name_lie_on_their_sides(month: str, published: datetime.date) -> None:
    """What was "last May" is never the coming one, nor this one; "next May" is never the past one. Both lie within a year."""
    this = Period.of(PeriodUnit.MONTH, published)
    for way, near, far in (("last", -12, -1), ("next", 1, 12)):
        days = resolved(f"It happens {way} {month}.", published)
        steps = Period.of(PeriodUnit.MONTH, days.first_day).index - this.index
        assert MONTHS.index(month) + 1 == days.first_day.month
        assert near <= steps <= far


@given(month=st.sampled_from(MONTHS), published=PUBLISHED, verb=st.sampled_from(("was", "will be")))
def test_a_month_alone_lies_within_a_year(month: str, published: datetime.date, verb: str) -> None:
    """A month without a year is one of the twelve before or after, and this month is this one."""
    days = resolved(f"It {verb} built in {month}.", published)
    steps = Period.of(PeriodUnit.MONTH, days.first_day).index - Period.of(PeriodUnit.MONTH, published).index
    assert MONTHS.index(month) + 1 == days.first_day.month
    assert abs(steps) < 12


@given(
    name=st.sampled_from(("spring", "summer", "autumn", "winter")),
    published=PUBLISHED,
    way=st.sampled_from((("last", -4, -1), ("next", 1, 4))),
)
def test_last_and_next_season_lie_on_their_sides(
    name: str, published: datetime.date, way: tuple[str, int, int]
) -> None:
    """Last summer is over, next summer has not begun; both lie within a year."""
    days = resolved(f"It happens {way[0]} {name}.", published)
    steps = Period.of(PeriodUnit.SEASON, days.first_day).index - Period.of(PeriodUnit.SEASON, published).index
    assert way[1] <= steps <= way[2]


HOLIDAYS = ("Christmas", "New Year's Day", "Easter", "Thanksgiving", "Good Friday", "Halloween")


@given(name=st.sampled_from(HOLIDAYS), published=PUBLISHED)
def test_last_and_next_holiday_lie_on_their_sides(name: str, published: datetime.date) -> None:
    """Last Christmas is not today's; the next one is ahead; of one without a year the past one was not almost a year ago."""
    assert -400 < (resolved(f"It was held last {name}.", published).first_day - published).days < 0
    assert 0 < (resolved(f"It will be held next {name}.", published).first_day - published).days < 400
    assert -346 <= (resolved(f"It was held on {name}.", published).first_day - published).days < 46
    assert (resolved(f"It will be held on {name}.", published).first_day - published).days >= 0


@given(name=st.sampled_from(HOLIDAYS), published=PUBLISHED, steps=st.integers(1, 9))
def test_what_is_counted_from_a_holiday_moves_with_it(name: str, published: datetime.date, steps: int) -> None:
    """So many days before or after the holiday that the same sentence would name."""
    holiday = resolved(f"It was held last {name}.", published).first_day
    for way, sign in (("before", -1), ("after", 1)):
        days = resolved(f"It was held {steps} days {way} last {name}.", published)
        assert holiday + datetime.timedelta(days=sign * steps) == days.first_day


# words -> unit, and how many of it from the first date
CHAINS = {
    "The following day": (PeriodUnit.DAY, 1),
    "The next day": (PeriodUnit.DAY, 1),
    "The next morning": (PeriodUnit.DAY, 1),
    "The previous day": (PeriodUnit.DAY, -1),
    "Two days later": (PeriodUnit.DAY, 2),
    "Ten days earlier": (PeriodUnit.DAY, -10),
    "Later that day": (PeriodUnit.DAY, 0),
    "That evening": (PeriodUnit.DAY, 0),
    "The following week": (PeriodUnit.WEEK, 1),
    "Three weeks later": (PeriodUnit.WEEK, 3),
    "The following month": (PeriodUnit.MONTH, 1),
    "Later that month": (PeriodUnit.MONTH, 0),
    "Two months earlier": (PeriodUnit.MONTH, -2),
    "Later that year": (PeriodUnit.YEAR, 0),
    "The previous year": (PeriodUnit.YEAR, -1),
    "Five years later": (PeriodUnit.YEAR, 5),
}


@pytest.mark.parametrize("is_published", [True, False])
@given(words=st.sampled_from(sorted(CHAINS)), told=PUBLISHED, shift=SHIFTS)
def test_chains_move_with_the_date_before_them(is_published: bool, words: str, told: datetime.date, shift: int) -> None:
    """The following day, two months earlier: counted from the date before, published or not."""
    unit, steps = CHAINS[words]
    for day in (told, told + datetime.timedelta(days=shift)):
        assume(datetime.date(1800, 1, 1) < day)
        published = datetime.date(2150, 1, 1) if is_published else None
        _, mention = found(f"On {day.isoformat()} he won. {words} he lost.", published)
        assert mention.resolved is not None
        assert Period.of(unit, day).moved(steps).first_day == mention.resolved.first_day
