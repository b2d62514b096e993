"""How a date is shown: a `ResolvedDate` in, "12 Mar 2024", "Aug 2019", "c. 2014" out. English names, whatever the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.dates import Basis, Precision

if TYPE_CHECKING:
    import datetime

    from briefing.model.dates import ResolvedDate

__all__ = ["date_text"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
DECEMBER = 12
SHORTEST_WEEK = 4
"""The fewest days of a week, its last day not counted: it may be one of work. A weekend is shown as its days."""
WEEK, QUARTER = 7, 92
"""The most days of a week and of a quarter, its last day not counted: longer ones are ranges."""


def date_text(when: ResolvedDate) -> str:
    """The date with no more precision than it has; "c." before an approximate one.

    A day that was counted from another shows its weekday, so that a reader can check it: "Wed 27 Nov 2019".
    """
    text = _exact(when)
    return f"c. {text}" if when.approximate else text


def _exact(when: ResolvedDate) -> str:
    first, last = when.first_day, when.last_day
    match when.precision:
        case Precision.DAY:
            text = _day_range(first, last, weekday=when.basis is Basis.RELATIVE)
        case Precision.WEEK:
            is_whole = SHORTEST_WEEK <= (last - first).days <= WEEK
            text = f"week of {_day(first)}" if is_whole else _day_range(first, last, weekday=False)
        case Precision.MONTH:
            text = _month_range(first, last)
        case Precision.QUARTER:
            text = _quarter(first) if (last - first).days <= QUARTER else f"{_quarter(first)}–{_quarter(last)}"
        case Precision.SEASON:
            text = f"{SEASONS.get(first.month, _month_range(first, last))} {first.year}"
        case Precision.DECADE if first.year % 10 == 0:
            text = f"{first.year}s"
        case Precision.CENTURY if first.year % 100 in (0, 1):
            text = f"{_ordinal(first.year // 100 + 1)} century"
        case _:
            text = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return text


def _quarter(day: datetime.date) -> str:
    return f"Q{(day.month + 2) // 3} {day.year}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day_range(first: datetime.date, last: datetime.date, *, weekday: bool) -> str:
    return _day(first, weekday=weekday) if first == last else f"{_range_start(first, last)}–{_day(last)}"


def _day(day: datetime.date, *, weekday: bool = False) -> str:
    text = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]} {text}" if weekday else text


def _range_start(first: datetime.date, last: datetime.date) -> str:
    """The first day of a range without what it shares with the last."""
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} "
    return f"{_day(first)} "


def _month_range(first: datetime.date, last: datetime.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.month == 1 and last.month == DECEMBER and first.year == last.year:
        return str(first.year)
    start = MONTHS[first.month - 1] if first.year == last.year else f"{MONTHS[first.month - 1]} {first.year}"
    return f"{start}–{MONTHS[last.month - 1]} {last.year}"
