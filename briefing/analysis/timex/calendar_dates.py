"""Readers of what the calendar names: full dates, months, years, quarters, seasons, decades, centuries, holidays, weekdays.

A reader takes a phrase and the story so far and returns what it means, or None where it is no expression of time.
What names no year is settled by the day of publication and the tense of the sentence. Standard library only.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit, easter
from briefing.analysis.timex.phrases import Reading, guard
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = [
    "counted",
    "explicit",
    "day_in_year",
    "named_day",
    "read_century",
    "read_date",
    "read_decade",
    "read_half",
    "read_holiday",
    "read_iso",
    "read_month",
    "read_next_day",
    "read_month_of_year",
    "read_quarter",
    "read_season",
    "read_slashed",
    "read_weekday",
    "read_year",
    "settle",
    "weekday_day",
]

_LAST_MONTH = 12
_LAST_DAY = 31
_QUARTERS = 4
# Most of a year: the eight months that news bridges without naming the year, and some days.
_FAR_DAYS = 270
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})
_OLDEST_NEWS_YEAR = 1900
_NEWEST_NEWS_YEAR = 2100


def explicit(period: Period | None, *, until: Period | None = None) -> Reading | None:
    """The reading of a period that the text names in full; None where the calendar has no such period."""
    if period is None or not period.exists or (until is not None and not until.exists):
        return None
    value = period.value if until is None or until == period else f"{period.value}/{until.value}"
    return Reading(DateType.DATE, value, period, until)


def counted(period: Period, story: Story, *, basis: Basis = Basis.RELATIVE) -> Reading | None:
    """The reading of a period that was found from the day of publication; None where the calendar does not go so far."""
    if not period.exists:
        return None
    return Reading(DateType.DATE, period.value, period, basis=basis, anchor=story.published)


def settle(past: Period, coming: Period, story: Story, phrase: Phrase, *, doubt: str = "past") -> Period:
    """The past or the coming one of two periods, as the tense of the sentence has it.

    Args:
        past: The latest one that began on or before the day of publication.
        coming: The first one that has not ended.
        story: The story so far; it must have a day of publication.
        phrase: The expression.
        doubt: What to take where no tense is known: "past", or "nearest".
    """
    if past == coming:
        return past
    deadline = phrase.before() in guard("before_deadline") and phrase.first > 1 and phrase.before(2) not in _SENTENCE_ENDS
    tense = "future" if deadline else story.tense_of(phrase.first, phrase.last)
    if doubt == "past" or story.published is None:
        return coming if tense == "future" else past
    back = (story.published - past.last_day).days
    ahead = (coming.first_day - story.published).days
    # what lies most of a year away would be named with its year
    if tense == "future" and ahead < _FAR_DAYS:
        return coming
    if tense == "past" and back < _FAR_DAYS:
        return past
    return coming if ahead < back else past


def read_iso(phrase: Phrase, _story: Story) -> Reading | None:
    """2019-11-13 or 2019-11; what looks like a range of years is none."""
    numbers = [int(part) for part in phrase.word("iso").split("-")]
    if not 1 <= numbers[1] <= _LAST_MONTH:
        return None
    return explicit(Period.day(*numbers) if len(numbers) > 2 else Period.month(*numbers))  # noqa: PLR2004


def read_slashed(phrase: Phrase, _story: Story) -> Reading | None:
    """11/13/2019 (the American order, unless the first number is no month), 13.11.2019, 2019/11/13."""
    word = phrase.word("slashed")
    first, second, third = (int(part) for part in re.split(r"[/.]", word))
    if first > _LAST_DAY:
        return explicit(Period.day(first, second, third))
    year = third if third > 99 else third + (2000 if third < 30 else 1900)  # noqa: PLR2004
    if "." in word and third < _OLDEST_NEWS_YEAR:
        return None
    month, day = (first, second) if first <= _LAST_MONTH and "/" in word else (second, first)
    return explicit(Period.day(year, month, day) if month <= _LAST_MONTH else None)


def read_date(phrase: Phrase, story: Story) -> Reading | None:
    """A month and a day, with or without weekday, year and last day of a range."""
    month, year = phrase.number("month"), phrase.year()
    days = [int(part) for part in re.split("[-–]", phrase.word("days"))] if phrase.has("days") else []
    days = days or [day for name in ("day", "until") if (day := phrase.number(name)) is not None]
    if phrase.has("week"):
        return _week_of(phrase, story, month or 0, days[0])
    if month is None or not days or not all(1 <= day <= _LAST_DAY for day in days):
        return None
    if year is None and story.published is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}-{days[0]:02}")
    if year is not None:
        first = Period.day(year, month, days[0])
        until = Period.day(year, month, days[-1]) if len(days) > 1 else None
        return explicit(first, until=until)
    period = named_day(phrase, story, month, days[0])
    if period is None:
        return None
    until = Period.day(period.first_day.year, month, days[-1]) if len(days) > 1 else None
    if until is not None and until.index < period.index:
        return None
    value = f"{period.value}/{until.value}" if until else period.value
    return Reading(DateType.DATE, value, period, until, Basis.RELATIVE, story.published)


def _week_of(phrase: Phrase, story: Story, month: int, day: int) -> Reading | None:
    """The week of March 6."""
    year = phrase.year()
    period = day_in_year(year, month, day) if year is not None else named_day(phrase, story, month, day)
    if period is None:
        return None
    week = period.within(PeriodUnit.WEEK)
    return explicit(week) if year is not None else counted(week, story)


def read_next_day(phrase: Phrase, story: Story) -> Reading | None:
    """The second day of "April 24 and 25"."""
    day, year = phrase.number("next_day"), phrase.year()
    if day is None or story.last_day is None or story.last_day_place < phrase.first - 4:  # noqa: PLR2004
        return None
    before = story.last_day.first_day
    return explicit(Period.day(year or before.year, before.month, day))


def named_day(phrase: Phrase, story: Story, month: int, day: int) -> Period | None:
    """The day of a month and a day without year: by its weekday where one is named, else by tense; None where there is none."""
    published = story.published
    if published is None:
        return None
    days = [found for year in range(published.year - 4, published.year + 5) if (found := day_in_year(year, month, day))]
    weekday = phrase.number("weekday")
    if weekday is not None:
        fitting = [found for found in days if found.first_day.isoweekday() == weekday]
        near = [found for found in fitting if abs((found.first_day - published).days) < 366]  # noqa: PLR2004
        if near:
            return min(near, key=lambda found: abs((found.first_day - published).days))
    past = [found for found in days if found.first_day <= published]
    coming = [found for found in days if found.first_day >= published]
    if not past or not coming:
        return (past or coming or [None])[-1]
    return settle(past[-1], coming[0], story, phrase, doubt="nearest")


def day_in_year(year: int, month: int, day: int) -> Period | None:
    """A day by its numbers; None where that year has no such day."""
    return Period.day(year, month, day) if 1 <= month <= _LAST_MONTH else None


def read_month(phrase: Phrase, story: Story) -> Reading | None:
    """A month alone ("in August"), or with "last", "this", "next"."""
    month, word = phrase.number("month"), phrase.word("month")
    place = phrase.place("month")
    if month is None or (word == "may" and not phrase.has("way") and _is_verb_or_name(phrase, place)):
        return None
    if word == "march" and not phrase.has("way") and phrase.before() in {".", ""} and phrase.after() in {"to", "on", "for"}:
        return None
    if len(word) <= len("sept") and word not in {"may", "june", "july"} and phrase.before() not in guard("before_season"):
        return None
    today = story.today(PeriodUnit.MONTH)
    if today is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}")
    back = (today.index - (month - 1)) % _LAST_MONTH
    past, coming = today.moved(-back), today.moved(-back + _LAST_MONTH if back else 0)
    match phrase.way:
        case "last" | "past":
            period = past if back else past.moved(-_LAST_MONTH)
        case "next" | "coming":
            period = coming if back else coming.moved(_LAST_MONTH)
        case "this":
            # "this September": the one of this year, or the one that lies nearer
            period = Period.month(story.published.year, month) if story.published else past
        case _:
            period = settle(past, coming, story, phrase, doubt="nearest")
    return counted(period, story)


def _is_verb_or_name(phrase: Phrase, place: int) -> bool:
    """True iff "May" is more likely the verb or a name: at a sentence's beginning, or not after a word that a month follows."""
    return not phrase.is_capital(place) or phrase.before() not in guard("before_month")


def read_month_of_year(phrase: Phrase, story: Story) -> Reading | None:
    """June 1998, June last year."""
    month, year = phrase.number("month"), phrase.year()
    if month is None:
        return None
    if year is not None:
        return explicit(Period.month(year, month))
    this_year = _year_by_way(phrase, story)
    return counted(Period.month(this_year.index, month), story) if this_year else Reading(DateType.DATE, f"XXXX-{month:02}")


def _year_by_way(phrase: Phrase, story: Story) -> Period | None:
    """The year of "this year", "last year", "next year", "that year" in a phrase; None where it cannot be known."""
    way = phrase.way
    if way in {"that", "same"}:
        return story.last.within(PeriodUnit.YEAR) if story.last else None
    today = story.today(PeriodUnit.YEAR)
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    return today.moved(steps.get(way, 0)) if today else None


def read_year(phrase: Phrase, story: Story) -> Reading | None:
    """A year: 1989, '89, fiscal 1989, nineteen eighty-nine; numbers that count something are none."""
    year = phrase.year()
    if year is None:
        return None
    if phrase.has("spelled") and not phrase.has("sure") and year % 100 == 0 and phrase.before() not in guard("before_old_year"):
        return None
    if phrase.has("sure") or phrase.has("spelled"):
        return explicit(Period(PeriodUnit.YEAR, year))
    if phrase.before() in guard("before_amount") or phrase.after() in guard("after_amount"):
        return None
    if phrase.before() == "of" and phrase.before(2) in {"total", "number"}:
        return None
    if not _OLDEST_NEWS_YEAR <= year < _NEWEST_NEWS_YEAR and phrase.before() not in guard("before_old_year"):
        return None
    # a year far ahead of the news is a number
    if story.published and year > story.published.year + 60 and phrase.before() not in guard("before_old_year"):
        return None
    return explicit(Period(PeriodUnit.YEAR, year))


def read_quarter(phrase: Phrase, story: Story) -> Reading | None:
    """The third quarter, third quarter of 1984, last year's third quarter, the year-ago third quarter."""
    place = phrase.number("place")
    if place is None or not 1 <= place <= _QUARTERS:
        return None
    year = phrase.year()
    if year is not None:
        return explicit(Period.part(PeriodUnit.QUARTER, year, place - 1))
    if phrase.has("way"):
        named = _year_by_way(phrase, story)
        if named is not None:
            return counted(Period.part(PeriodUnit.QUARTER, named.index, place - 1), story)
    today = story.today(PeriodUnit.QUARTER)
    if today is None:
        return Reading(DateType.DATE, f"XXXX-Q{place}")
    back = (today.index - (place - 1)) % _QUARTERS
    past = today.moved(-back)
    if phrase.has("ago"):
        return counted(past.moved(-_QUARTERS), story)
    # figures of the quarter that has just ended are still to come: a future verb does not mean the next year's quarter
    period = settle(past, past.moved(_QUARTERS), story, phrase) if back > 1 else past
    story.report = (period, phrase.first)
    return counted(period, story)


def read_half(phrase: Phrase, story: Story) -> Reading | None:
    """The first half of 1990, the last half of the year."""
    place = {"first": 0, "second": 1, "last": 1}.get(phrase.word("place"))
    if place is None:
        return None
    year = phrase.year()
    if year is not None:
        return explicit(Period.part(PeriodUnit.HALF, year, place))
    named = _year_by_way(phrase, story)
    return counted(Period.part(PeriodUnit.HALF, named.index, place), story) if named else None


def read_season(phrase: Phrase, story: Story) -> Reading | None:
    """The winter of 1994, last fall, this summer, in spring."""
    place = phrase.number("season")
    year = phrase.year()
    if place is None:
        return None
    if year is not None:
        return explicit(Period.part(PeriodUnit.SEASON, year, place))
    if phrase.has("one_year"):
        named = _year_by_way(phrase, story)
        return counted(Period.part(PeriodUnit.SEASON, named.index, place), story) if named else None
    if not phrase.has("way") and phrase.before() not in guard("before_season"):
        return None
    today = story.today(PeriodUnit.SEASON)
    if today is None:
        return Reading(DateType.DATE, f"XXXX-{('SP', 'SU', 'FA', 'WI')[place]}")
    back = (today.index - place) % _QUARTERS
    past, coming = today.moved(-back), today.moved(-back + _QUARTERS if back else 0)
    match phrase.way:
        case "last":
            period = past if back else past.moved(-_QUARTERS)
        case "past" | "previous":
            period = past
        case "next" | "coming":
            period = coming if back else coming.moved(_QUARTERS)
        case "this":
            period = Period.part(PeriodUnit.SEASON, today.first_day.year, place)
        case _:
            period = settle(past, coming, story, phrase, doubt="nearest")
    return counted(period, story)


def read_decade(phrase: Phrase, _story: Story) -> Reading | None:
    """The 1990s, the '80s, the nineties; not "in his sixties"."""
    number = phrase.number("decade")
    if number is None or phrase.before() in guard("before_age") or phrase.before(2) in guard("before_age"):
        return None
    return explicit(Period(PeriodUnit.DECADE, number))


def read_century(phrase: Phrase, _story: Story) -> Reading | None:
    """The 20th century: the years that begin with 19."""
    number = phrase.number("place")
    return explicit(Period(PeriodUnit.CENTURY, number - 1)) if number else None


def weekday_day(weekday: int, phrase: Phrase, story: Story) -> Period | None:
    """The day of a weekday: today where it is that day, else the last one, or the coming one in a sentence about the future."""
    today = story.today(PeriodUnit.DAY)
    if today is None:
        return None
    back = (today.first_day.isoweekday() - weekday) % 7
    past, coming = today.moved(-back), today.moved(7 - back if back else 0)
    match phrase.way:
        case "last":
            return past if back else past.moved(-7)
        case "next" | "coming":
            return coming if back else coming.moved(7)
        case "past":
            return past
        case "previous" | "following" | "that" | "same":
            return _weekday_near(weekday, phrase.way, story) or past
        case _:
            return settle(past, coming, story, phrase)


def _weekday_near(weekday: int, way: str, story: Story) -> Period | None:
    """The weekday before or after the last day that was mentioned; None where none was."""
    if story.last_day is None:
        return None
    back = (story.last_day.first_day.isoweekday() - weekday) % 7
    if way == "following":
        return story.last_day.moved(7 - back)
    return story.last_day.moved(-(back or 7) if way == "previous" else -back)


def read_weekday(phrase: Phrase, story: Story) -> Reading | None:
    """On Wednesday, last Friday, Tuesday evening."""
    weekday = phrase.number("weekday")
    word = phrase.word("weekday")
    if weekday is None:
        return None
    if not word.endswith("day") and not phrase.has("part") and phrase.after() != "." and phrase.before() != "on":
        return None
    part = "T" + phrase.text("part") if phrase.has("part") else ""
    kind = DateType.TIME if part else DateType.DATE
    period = weekday_day(weekday, phrase, story)
    if period is None:
        return Reading(kind, f"XXXX-WXX-{weekday}{part}")
    if not period.exists:
        return None
    return Reading(kind, period.value + part, period, basis=Basis.RELATIVE, anchor=story.published)


def read_holiday(phrase: Phrase, story: Story) -> Reading | None:
    """Christmas Eve, last Thanksgiving, Labor Day 1998."""
    fact = phrase.text("holiday")
    year = phrase.year()
    if year is not None:
        day = _holiday(fact, year)
        return explicit(Period.of(PeriodUnit.DAY, day)) if day else None
    published = story.published
    if published is None:
        numbers = fact.split("-")
        fixed = len(numbers) == 2 and numbers[0].isdecimal()  # noqa: PLR2004
        return Reading(DateType.DATE, f"XXXX-{fact}" if fixed else "XXXX-XX-XX")
    near = range(max(1, published.year - 1), min(9998, published.year + 1) + 1)
    days = [Period.of(PeriodUnit.DAY, day) for near_year in near if (day := _holiday(fact, near_year))]
    past = [day for day in days if day.first_day <= published]
    coming = [day for day in days if day.first_day >= published]
    if not past or not coming:
        return None
    if phrase.way in {"last", "past"}:
        return counted(past[-1], story)
    if phrase.way in {"next", "coming"}:
        return counted(coming[0], story)
    return counted(settle(past[-1], coming[0], story, phrase, doubt="nearest"), story)


def _holiday(fact: str, year: int) -> datetime.date | None:
    """The day of a holiday in a year, from its fact in dates.toml."""
    if fact.startswith("easter"):
        return easter(year) + datetime.timedelta(days=int(fact.removeprefix("easter")))
    if fact == "election":
        # the United States vote on the Tuesday after the first Monday of November
        return _nth_weekday(year, 11, 1, 1) + datetime.timedelta(days=1)
    numbers = re.fullmatch(r"(\d\d)-(\d+)(?:-(-?\d))?", fact)
    if numbers is None:
        return None
    month, second, nth = int(numbers[1]), int(numbers[2]), numbers[3]
    return _nth_weekday(year, month, second, int(nth)) if nth else datetime.date(year, month, second)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """The nth of a weekday in a month; -1 is the last."""
    if nth > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = Period.month(year, month).last_day
    return last - datetime.timedelta(days=(last.isoweekday() - weekday) % 7)
