"""Readers of days with a name: weekdays and holidays.

Standard library only.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit, easter
from briefing.analysis.timex.phrases import Reading
from briefing.analysis.timex.ranges import end_named_before, end_of_range, remember_end
from briefing.analysis.timex.settling import counted, explicit, settle
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story


__all__ = ["read_holiday", "read_nth_weekday", "read_week_of_month", "read_weekday", "weekday_day"]

# A holiday is named without its year though it is most of a year away; but one that was almost a year ago is as likely the coming one.
_YEAR_DAYS = 366
_MOST_WEEKDAYS = 4
# "Monday's debate" on a Thursday was, on a Friday will be.
_NEAR_DAYS = 3


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
        case "this":
            return past if story.tense_of(phrase.first, phrase.last) == "past" else coming
        case _:
            return _bare_weekday(weekday, today, story, phrase)


def _bare_weekday(weekday: int, today: Period, story: Story, phrase: Phrase) -> Period:
    """The day of a weekday alone, as the tense has it; before a noun ("Monday's debate") the nearer one."""
    known = end_named_before(phrase, story)
    if known is not None:
        return known
    back = (today.first_day.isoweekday() - weekday) % 7
    past, coming = today.moved(-back), today.moved(7 - back if back else 0)
    end = end_of_range(phrase, "weekdays")
    if end:
        length = (end[1] - weekday) % 7 or 7
        # the end of the range is as many days after the day as the names say: "Monday to Friday", four days
        behind = (today.first_day.isoweekday() - end[1]) % 7
        is_ahead = not behind and story.tense_of(phrase.first, phrase.last) == "future"
        last = settle(today.moved(-behind), today.moved(7 - behind if behind or is_ahead else 0), story, phrase)
        if last.index - length < today.index < last.index and story.tense_of(phrase.first, phrase.last) == "future":
            # what will begin on Monday has not begun
            last = last.moved(7)
        remember_end(story, end[0], last)
        return last.moved(-length)
    if phrase.tokens.classes[phrase.last : phrase.last + 1] == CLASSES["possessive"]:
        is_past = back <= _NEAR_DAYS or story.tense_of(phrase.first, phrase.last) != "future"
        return past if is_past else coming
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
    if phrase.way == "following" and phrase.tokens.words[phrase.first] != "the":
        # "following Monday's debate": after it
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
    if year is None and _is_name(phrase):
        return None
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
        # not the one that is today
        return counted(next(day for day in reversed(past) if day.first_day < published or day is past[0]), story)
    if phrase.way in {"next", "coming"}:
        return counted(next(day for day in coming if day.first_day > published or day is coming[-1]), story)
    return counted(settle(past[-1], coming[0], story, phrase, doubt="nearest", far_days=_YEAR_DAYS), story)


def _is_name(phrase: Phrase) -> bool:
    """True iff the word after a holiday has a capital: "Easter Island", "Christmas Carol"."""
    place = phrase.last
    tokens = phrase.tokens
    return place < len(tokens.words) and tokens.classes[place] == CLASSES["other"] and phrase.is_capital(place)


def read_nth_weekday(phrase: Phrase, story: Story) -> Reading | None:
    """The first Monday of May, the last Friday in March 2019; the first Monday of every month."""
    weekday, month, year = phrase.number("weekday"), phrase.number("month"), phrase.year()
    nth = -1 if phrase.word("nth") == "last" else phrase.number("nth")
    if month is None:
        return Reading(DateType.SET, "P1M")
    if weekday is None or nth is None or nth > _MOST_WEEKDAYS:
        return None
    if year is not None:
        return explicit(Period.of(PeriodUnit.DAY, _nth_weekday(year, month, weekday, nth)))
    if story.published is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}")
    near = range(max(1, story.published.year - 1), min(9998, story.published.year + 1) + 1)
    days = [Period.of(PeriodUnit.DAY, _nth_weekday(near_year, month, weekday, nth)) for near_year in near]
    past = [day for day in days if day.first_day <= story.published]
    coming = [day for day in days if day.first_day >= story.published]
    if not past or not coming:
        return None
    return counted(settle(past[-1], coming[0], story, phrase, doubt="nearest"), story)


def read_week_of_month(phrase: Phrase, story: Story) -> Reading | None:
    """The first week of May, the last weekend of October 2018: the one that most of its days lie in, more or less."""
    month, year = phrase.number("month"), phrase.year()
    nth = -1 if phrase.word("nth") == "last" else phrase.number("nth")
    unit = PeriodUnit(phrase.word("week"))
    if month is None or nth is None or nth > _MOST_WEEKDAYS:
        return None
    if year is not None:
        reading = explicit(_nth_week(unit, year, month, nth))
        return dataclasses.replace(reading, mod="APPROX") if reading else None
    if story.published is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}")
    near = range(max(1, story.published.year - 1), min(9998, story.published.year + 1) + 1)
    weeks = [_nth_week(unit, near_year, month, nth) for near_year in near]
    past = [week for week in weeks if week.first_day <= story.published]
    coming = [week for week in weeks if week.last_day >= story.published]
    if not past or not coming:
        return None
    reading = counted(settle(past[-1], coming[0], story, phrase, doubt="nearest"), story)
    return dataclasses.replace(reading, mod="APPROX") if reading else None


def _nth_week(unit: PeriodUnit, year: int, month: int, nth: int) -> Period:
    """The week or the weekend of a place in a month; weekends by their Saturdays, weeks by their Thursdays."""
    day = _nth_weekday(year, month, 6 if unit is PeriodUnit.WEEKEND else 4, nth)
    return Period.of(unit, day)


def _holiday(fact: str, year: int) -> datetime.date | None:
    """The day of a holiday in a year, from its fact in dates.toml."""
    if fact.startswith("easter"):
        return easter(year) + datetime.timedelta(days=int(fact.removeprefix("easter")))
    if fact.startswith("thanksgiving"):
        return _nth_weekday(year, 11, 4, 4) + datetime.timedelta(days=int(fact.removeprefix("thanksgiving")))
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
