"""Readers of times of the clock: 10 p.m. Wednesday, noon, 7:15 p.m., 0900 GMT, 5 p.m. EST Nov. 9. Standard library only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.timex.calendar_dates import day_in_year, named_day
from briefing.analysis.timex.named_days import weekday_day
from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import Reading, guard
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = ["read_clock", "read_spoken_clock"]

_NOON = 12
_LAST_HOUR = 24
_LAST_MINUTE = 59
_HOUR = 60
_FIVE = 5
_HALF_HOUR = 30
_QUARTER_HOUR = 15


def read_clock(phrase: Phrase, story: Story) -> Reading | None:
    """A time of the clock, with the day where the phrase names it, else on the last day mentioned near it, else today."""
    clock = _clock(phrase)
    return _on_its_day(clock, phrase, story) if clock is not None else None


def read_spoken_clock(phrase: Phrase, story: Story) -> Reading | None:
    """Half past three, a quarter to nine, ten past four: a time only where something says that it is one."""
    hour = phrase.number("time")
    minutes = _HALF_HOUR if phrase.has("half") else _QUARTER_HOUR if phrase.has("quarter") else phrase.number("minutes")
    is_named = phrase.has("half") or phrase.has("meridiem") or phrase.has("part")
    is_led = phrase.before() in guard("before_spoken_clock") or (
        phrase.has("quarter") and phrase.before() in guard("before_clock")
    )
    if hour is None or minutes is None or not 1 <= hour <= _NOON or minutes > _HALF_HOUR or minutes % _FIVE:
        return None
    if not is_named and not is_led:
        # "ten to six", "three to two" count something else as often
        return None
    part = phrase.text("part") or phrase.text("on_part")
    if phrase.way == "to":
        hour, minutes = hour - 1 or _NOON, _HOUR - minutes
    if phrase.has("meridiem") or part:
        is_late = phrase.word("meridiem").startswith("p") if phrase.has("meridiem") else part in {"AF", "EV", "NI"}
        hour = hour % _NOON + (_NOON if is_late else 0)
    return _on_its_day(f"{hour:02}:{minutes:02}", phrase, story)


def _on_its_day(clock: str, phrase: Phrase, story: Story) -> Reading | None:
    """The reading of a time on the day that its phrase names, else on the last day mentioned near it, else today."""
    basis, period = Basis.RELATIVE, _day(phrase, story)
    if period is None and phrase.has("year") and phrase.has("month"):
        return None
    if period is None and not (phrase.has("weekday") or phrase.has("month") or phrase.has("day_named")):
        near = story.last_day is not None and phrase.first - story.last_day_place <= _REACH
        basis, period = (Basis.INHERITED, story.last_day) if near else (Basis.RELATIVE, story.today(PeriodUnit.DAY))
    if period is None or not period.exists:
        return Reading(DateType.TIME, f"XXXX-XX-XXT{clock}")
    if phrase.has("year") and phrase.has("month"):
        basis = Basis.EXPLICIT
    anchor = None if basis is Basis.EXPLICIT else story.published
    return Reading(DateType.TIME, f"{period.value}T{clock}", period, basis=basis, anchor=anchor)


# A time without a day belongs to the last day mentioned within so many tokens, about a sentence.
_REACH = 30


def _clock(phrase: Phrase) -> str | None:
    """The time as hh:mm; None where the phrase is none."""
    if phrase.has("hour_named"):
        if phrase.last == phrase.first + 1 and phrase.before() not in guard("before_clock"):
            return None
        return phrase.text("hour_named")
    if phrase.has("military"):
        digits = phrase.word("military").zfill(4)
        if len(digits) > len("0900") or not digits.isdecimal():
            return None
        hour, minute = int(digits[:2]), int(digits[2:4])
    else:
        spelled = phrase.number("time")
        numbers = [int(part) for part in re.split("[:.]", phrase.word("time"))[:2]] if spelled is None else [spelled]
        hour, minute = numbers[0], (numbers[1] if len(numbers) > 1 else 0)
    sure = phrase.has("meridiem") or phrase.has("zone") or phrase.has("clock") or phrase.has("part")
    if not sure and ("." in phrase.word("time") or phrase.before() not in guard("before_clock")):
        return None
    part = phrase.text("part") or phrase.text("on_part")
    if phrase.has("meridiem") or (part and hour <= _NOON):
        if not 1 <= hour <= _NOON:
            return None
        after_noon = phrase.word("meridiem").startswith("p") if phrase.has("meridiem") else part in {"AF", "EV", "NI"}
        hour = hour % _NOON + (_NOON if after_noon else 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    return f"{hour:02}:{minute:02}"


def _day(phrase: Phrase, story: Story) -> Period | None:
    """The day that the phrase names; None where it names none or it cannot be known."""
    month, day = phrase.number("month"), phrase.number("day")
    if month is not None and day is not None:
        year = phrase.year()
        return day_in_year(year, month, day) if year is not None else named_day(phrase, story, month, day)
    weekday = phrase.number("weekday")
    if weekday is not None:
        return weekday_day(weekday, phrase, story)
    steps = 0 if phrase.has("on_part") else phrase.number("day_named")
    today = story.today(PeriodUnit.DAY)
    return today.moved(steps) if today is not None and steps is not None else None
