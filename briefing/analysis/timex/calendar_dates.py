"""Readers of what the calendar names: full dates, years, decades, centuries.

A reader takes a phrase and the story so far and returns what it means, or None where it is no expression of time.
Standard library only.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import SILENT, Reading, guard
from briefing.analysis.timex.ranges import end_named_before, end_of_range, remember_end
from briefing.analysis.timex.settling import counted, explicit, settle, year_meant
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    import datetime

    from briefing.analysis.timex.phrases import Phrase, Story


__all__ = [
    "day_in_year",
    "named_day",
    "read_century",
    "read_date",
    "read_decade",
    "read_iso",
    "read_next_day",
    "read_slashed",
    "read_year",
    "read_years",
]

_LAST_MONTH = 12
_LAST_DAY = 31
_OLDEST_NEWS_YEAR = 1900
_NEWEST_NEWS_YEAR = 2100
# The longest name of a place in a dateline, in words.
_LONGEST_PLACE = 4
# "The 2000s" are ten years, "the 1800s" a hundred; "the 1900s" are as often the one as the other.
_FIRST_PLAIN_DECADE = 190
# A day so near before the publication is that of the news where another sentence told the earlier year.
_RECENT_DAYS = 60
# News speaks of years so far ahead; a greater number counts something.
_AHEAD = 60


def read_iso(phrase: Phrase, _story: Story) -> Reading | None:
    """2019-11-13 or 2019-11; what looks like a range of years is none."""
    numbers = [int(part) for part in phrase.word("iso").split("-")]
    if not 1 <= numbers[1] <= _LAST_MONTH:
        return None
    return explicit(Period.day(*numbers) if len(numbers) > 2 else Period.month(*numbers))  # noqa: PLR2004


def read_years(phrase: Phrase, _story: Story) -> Reading | None:
    """1998-99, 2009-2011."""
    first, last = re.split("[-–/]", phrase.word("years"))
    if len(last) == 2:  # noqa: PLR2004
        last = first[:2] + last
    if not int(first) < int(last):
        return None
    return explicit(Period(PeriodUnit.YEAR, int(first)), until=Period(PeriodUnit.YEAR, int(last)))


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


def read_date(phrase: Phrase, story: Story) -> Reading | None:  # noqa: PLR0911 - one return a form
    """A month and a day, with or without weekday, year and last day of a range."""
    month, year = phrase.number("month"), phrase.year()
    days = [int(part) for part in re.split("[-–]", phrase.word("days"))] if phrase.has("days") else []
    days = days or [day for name in ("day", "until") if (day := phrase.number(name)) is not None]
    if phrase.has("week"):
        return _week_of(phrase, story, month or 0, days[0])
    if month is None or not days or not all(1 <= day <= _LAST_DAY for day in days):
        return None
    if phrase.has("part"):
        return _part_of_date(phrase, story, month, days[0])
    if phrase.has("own_year"):
        return _day_of_year_meant(phrase, story, month, days[0])
    if year is None and story.published is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}-{days[0]:02}")
    if year is None and _is_dateline(phrase):
        return SILENT
    if year is not None:
        first = Period.day(year, month, days[0])
        until = Period.day(year, month, days[-1]) if days[-1] > days[0] else None
        return explicit(first, until=until)
    period = named_day(phrase, story, month, days[0])
    if period is None:
        return None
    until = Period.day(period.first_day.year, month, days[-1]) if len(days) > 1 else None
    if until is not None and until.index < period.index:
        return None
    value = f"{period.value}/{until.value}" if until else period.value
    return Reading(DateType.DATE, value, period, until, Basis.RELATIVE, story.published)


def _is_dateline(phrase: Phrase) -> bool:
    """True iff a paragraph begins with the place and the day of the report: "NORHAVN, May 3 (Agency) -"."""
    tokens, place = phrase.tokens, phrase.first - 1
    if phrase.after() != "(" or phrase.before() != ",":
        return False
    for before in range(place - 1, max(-1, place - 1 - _LONGEST_PLACE), -1):
        if not tokens.text[tokens.starts[before] : tokens.ends[before]].isupper():
            return False
        if before == 0 or tokens.classes[before - 1] == CLASSES["paragraph"]:
            return True
    return False


def _day_of_year_meant(phrase: Phrase, story: Story, month: int, day: int) -> Reading | None:
    """March 6 last year."""
    meant = year_meant(phrase, story)
    if meant is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}-{day:02}")
    period = day_in_year(meant.index, month, day)
    return counted(period, story) if period else None


def _part_of_date(phrase: Phrase, story: Story, month: int, day: int) -> Reading | None:
    """The morning of March 6: a TIME of that day."""
    year, part = phrase.year(), "T" + phrase.text("part")
    period = day_in_year(year, month, day) if year is not None else named_day(phrase, story, month, day)
    if period is None:
        return Reading(DateType.TIME, f"XXXX-{month:02}-{day:02}{part}") if story.published is None else None
    basis = Basis.RELATIVE if year is None else Basis.EXPLICIT
    return Reading(
        DateType.TIME, period.value + part, period, basis=basis, anchor=story.published if year is None else None
    )


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
    if day is None or story.last_day is None or story.last_day_place < phrase.first - 4:
        return None
    before = story.last_day.first_day
    period = Period.day(year or before.year, before.month, day)
    if year is not None:
        return explicit(period)
    return counted(period, story) if period is not None else None


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
    end = end_of_range(phrase, "months", "small")
    if end and (last := _nearest_day(end[1], end[2], published, story, phrase)):
        remember_end(story, end[0], last)
        before = [found for found in days if found.index <= last.index]
        return before[-1] if before else None
    return (
        end_named_before(phrase, story)
        or _day_of_told_year(month, day, story, phrase)
        or _nearest_day(month, day, published, story, phrase)
    )


def _day_of_told_year(month: int, day: int, story: Story, phrase: Phrase) -> Period | None:
    """The day nearest to the one of an earlier year that the story has just told: "launched on 2 May 1957, it sank on 9 May"."""
    told, is_same = story.told_before(phrase.first)
    published = story.published
    if told is None or published is None or story.tense_of(phrase.first, phrase.last) != "past":
        return None
    year = told.first_day.year
    days = [found for near in (year - 1, year, year + 1) if (found := day_in_year(near, month, day))]
    recent = [found for near in (published.year - 1, published.year) if (found := day_in_year(near, month, day))]
    if not is_same and any(0 <= (published - found.first_day).days <= _RECENT_DAYS for found in recent):
        # "It was launched on 2 May 1957. The mayor said on 18 July", published on 20 July
        return None
    nearest = min(days, key=lambda found: abs((found.first_day - told.first_day).days), default=None)
    return nearest if nearest is not None and nearest.first_day <= published else None


def _nearest_day(month: int, day: int, published: datetime.date, story: Story, phrase: Phrase) -> Period | None:
    """The past or the coming day of a month and a day, as the tense has it; None where the calendar has none near."""
    days = [found for year in range(published.year - 4, published.year + 5) if (found := day_in_year(year, month, day))]
    past = [found for found in days if found.first_day <= published]
    coming = [found for found in days if found.first_day >= published]
    if not past or not coming:
        return (past or coming)[-1] if days else None
    return settle(past[-1], coming[0], story, phrase, doubt="nearest")


def day_in_year(year: int, month: int, day: int) -> Period | None:
    """A day by its numbers; None where that year has no such day."""
    return Period.day(year, month, day) if 1 <= month <= _LAST_MONTH else None


def read_year(phrase: Phrase, story: Story) -> Reading | None:
    """A year: 1989, '89, fiscal 1989, nineteen eighty-nine; numbers that count something are none."""
    year = phrase.year()
    if year is None:
        return None
    led_in = phrase.before() in guard("before_old_year")
    if phrase.has("sure"):
        sure = True
    elif phrase.has("spelled"):
        # "twelve hundred" alone is a number
        sure = year % 100 != 0 or led_in
    else:
        sure = not _is_amount(phrase) and (led_in or _is_likely_year(phrase, story, year))
    reading = explicit(Period(PeriodUnit.YEAR, year)) if sure else None
    if reading is not None and phrase.word("sure") in guard("fiscal_years"):
        # a company's year begins when it likes
        return dataclasses.replace(reading, mod="APPROX")
    return reading


def _is_amount(phrase: Phrase) -> bool:
    """True iff the words around a number of four digits say that it counts something."""
    if phrase.before() in guard("before_amount") or phrase.after() in guard("after_amount"):
        return True
    return phrase.before() == "of" and phrase.before(2) in {"total", "number"}


def _is_likely_year(phrase: Phrase, story: Story, year: int) -> bool:
    """True iff a number is a year though no "in" or "since" leads it in: four digits, and in the reach of news."""
    newest = story.published.year + _AHEAD if story.published else _NEWEST_NEWS_YEAR
    return phrase.last == phrase.first + 1 and _OLDEST_NEWS_YEAR <= year <= newest


def read_decade(phrase: Phrase, _story: Story) -> Reading | None:
    """The 1990s, the '80s, the nineties; not "in his sixties"."""
    number = phrase.number("decade")
    # without an apostrophe it may be a temperature or an age
    bare = len(phrase.word("decade")) == len("80s") and phrase.last == phrase.first + 1
    # "the 1960s and 70s"
    is_second = phrase.before() == "and" and len(phrase.before(2)) == len("1960s") and phrase.before(2)[-2:] == "0s"
    is_led = is_second or phrase.before() in guard("before_decade")
    if bare and (not is_led or phrase.after() in guard("after_degrees")):
        return None
    if number is None or phrase.before() in guard("before_age") or phrase.before(2) in guard("before_age"):
        return None
    if number % 10 == 0 and number < _FIRST_PLAIN_DECADE:
        # "the 1800s" are a hundred years
        return explicit(Period(PeriodUnit.CENTURY, number // 10))
    return explicit(Period(PeriodUnit.DECADE, number))


def read_century(phrase: Phrase, _story: Story) -> Reading | None:
    """The 20th century: the years that begin with 19."""
    number = phrase.number("place")
    return explicit(Period(PeriodUnit.CENTURY, number - 1)) if number else None
