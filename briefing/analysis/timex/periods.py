"""Periods of the calendar as a unit and a running number: days, weeks, months, ... centuries. Standard library only.

A period is moved by adding to its number; it knows its first and last day (inclusive) and its TIMEX3 value.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.dates import Precision

__all__ = ["SEASONS", "Period", "PeriodUnit", "easter"]

_MONTHS = 12
SEASONS = ("SP", "SU", "FA", "WI")
"""The seasons of a year in TIMEX3, from spring on."""


class PeriodUnit(StrEnum):
    """The units of the calendar that a date can name."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def precision(self) -> Precision:
        """The precision of a date that names this unit; a weekend counts as a week, half a year as a year."""
        if self is PeriodUnit.WEEKEND:
            return Precision.WEEK
        return Precision.YEAR if self is PeriodUnit.HALF else Precision(self.value)


# How many months a unit has, for the units that are made of months, and the month (from January of year 0) its number 0 begins at.
_SPANS = {
    PeriodUnit.MONTH: (1, 0),
    PeriodUnit.QUARTER: (3, 0),
    PeriodUnit.SEASON: (3, 2),
    PeriodUnit.HALF: (6, 0),
    PeriodUnit.YEAR: (12, 0),
    PeriodUnit.DECADE: (120, 0),
    PeriodUnit.CENTURY: (1200, 0),
}
_FIRST = datetime.date.min.year * _MONTHS
_LAST = datetime.date.max.year * _MONTHS + _MONTHS - 1


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, month, ... of the calendar.

    Attributes:
        unit: What it is.
        index: Its running number: days count from 1 January of year 1 (which is 1), weeks and weekends by their Mondays,
            the units made of months from year 0. A winter belongs to the year in which it begins.
    """

    unit: PeriodUnit
    index: int

    @classmethod
    def of(cls, unit: PeriodUnit, day: datetime.date) -> Period:
        """The period of a unit in which a day lies."""
        if unit is PeriodUnit.DAY:
            return cls(unit, day.toordinal())
        if unit in {PeriodUnit.WEEK, PeriodUnit.WEEKEND}:
            return cls(unit, (day.toordinal() - 1) // 7)
        size, offset = _SPANS[unit]
        return cls(unit, (day.year * _MONTHS + day.month - 1 - offset) // size)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period | None:
        """A day by its numbers; None where the calendar has no such day."""
        try:
            return cls(PeriodUnit.DAY, datetime.date(year, month, day).toordinal())
        except (ValueError, OverflowError):
            return None

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month by its numbers."""
        return cls(PeriodUnit.MONTH, year * _MONTHS + month - 1)

    @classmethod
    def part(cls, unit: PeriodUnit, year: int, place: int) -> Period:
        """A quarter, a season or a half of a year by its place in it, from 0."""
        return cls(unit, year * (_MONTHS // _SPANS[unit][0]) + place)

    @property
    def exists(self) -> bool:
        """True iff all its days lie in the years 1 to 9999, which is as far as the calendar goes."""
        if self.unit not in _SPANS:
            return 0 < self._first_ordinal() <= datetime.date.max.toordinal() - 7
        first = self._first_month()
        return first >= _FIRST and first + _SPANS[self.unit][0] - 1 <= _LAST

    @property
    def first_day(self) -> datetime.date:
        """Its first day."""
        if self.unit not in _SPANS:
            return datetime.date.fromordinal(self._first_ordinal())
        first = self._first_month()
        return datetime.date(first // _MONTHS, first % _MONTHS + 1, 1)

    @property
    def last_day(self) -> datetime.date:
        """Its last day, inclusive."""
        if self.unit is PeriodUnit.DAY:
            return self.first_day
        if self.unit is PeriodUnit.WEEK:
            return self.first_day + datetime.timedelta(days=6)
        if self.unit is PeriodUnit.WEEKEND:
            return self.first_day + datetime.timedelta(days=1)
        last = self._first_month() + _SPANS[self.unit][0] - 1
        if last == _LAST:
            return datetime.date.max
        return datetime.date((last + 1) // _MONTHS, (last + 1) % _MONTHS + 1, 1) - datetime.timedelta(days=1)

    @property
    def value(self) -> str:  # noqa: PLR0911 - one return a unit
        """Its TIMEX3 value: 2019-11-13, 2019-W46, 2019-W46-WE, 2019-11, 2019-Q4, 2019-FA, 2019-H2, 2019, 201, 20."""
        match self.unit:
            case PeriodUnit.DAY:
                return self.first_day.isoformat()
            case PeriodUnit.WEEK | PeriodUnit.WEEKEND:
                year, week, _ = self.first_day.isocalendar()
                return f"{year:04}-W{week:02}" + ("-WE" if self.unit is PeriodUnit.WEEKEND else "")
            case PeriodUnit.MONTH:
                return f"{self.index // _MONTHS:04}-{self.index % _MONTHS + 1:02}"
            case PeriodUnit.QUARTER:
                return f"{self.index // 4:04}-Q{self.index % 4 + 1}"
            case PeriodUnit.SEASON:
                return f"{self.index // 4:04}-{SEASONS[self.index % 4]}"
            case PeriodUnit.HALF:
                return f"{self.index // 2:04}-H{self.index % 2 + 1}"
            case PeriodUnit.YEAR:
                return f"{self.index:04}"
            case PeriodUnit.DECADE:
                return f"{self.index:03}"
            case PeriodUnit.CENTURY:
                return f"{self.index:02}"

    def moved(self, count: int) -> Period:
        """The period so many of its own units later; earlier where the count is negative."""
        return Period(self.unit, self.index + count)

    def within(self, unit: PeriodUnit) -> Period:
        """The period of another unit in which its first day lies."""
        return Period.of(unit, self.first_day)

    def _first_month(self) -> int:
        size, offset = _SPANS[self.unit]
        return self.index * size + offset

    def _first_ordinal(self) -> int:
        if self.unit is PeriodUnit.DAY:
            return self.index
        return self.index * 7 + (6 if self.unit is PeriodUnit.WEEKEND else 1)


def easter(year: int) -> datetime.date:
    """Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm of 1876 that almanacs print."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    quotient, remainder = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quotient - moon - remainder) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return datetime.date(year, month, day + 1)
