"""Readers of days and parts of days counted from a day: yesterday, tonight, this morning, the day after tomorrow.

Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import PeriodUnit
from briefing.analysis.timex.phrases import Reading
from briefing.analysis.timex.settling import counted, from_last
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = ["read_day_named", "read_day_past_day", "read_daypart", "read_night_before_last"]


def read_day_named(phrase: Phrase, story: Story) -> Reading | None:
    """Today, yesterday, tomorrow, tonight; yesterday morning."""
    if phrase.is_title():
        return None
    steps = phrase.number("day_named")
    today = story.today(PeriodUnit.DAY)
    part = "T" + phrase.text("part") if phrase.has("part") else ""
    if phrase.word("day_named") == "tonight":
        part = "TNI"
    if steps is None:
        return None
    if today is None:
        return Reading(DateType.TIME if part else DateType.DATE, "XXXX-XX-XX" + part)
    period = today.moved(steps)
    if not period.exists:
        return None
    kind = DateType.TIME if part else DateType.DATE
    return Reading(kind, period.value + part, period, basis=Basis.RELATIVE, anchor=story.published)


def read_day_past_day(phrase: Phrase, story: Story) -> Reading | None:
    """The day before yesterday, the day after tomorrow."""
    steps = phrase.number("day_named")
    today = story.today(PeriodUnit.DAY)
    if steps is None or (steps == -1) == phrase.has("after") or steps == 0:
        return None
    return counted(today.moved(2 * steps), story) if today else Reading(DateType.DATE, "XXXX-XX-XX")


def read_night_before_last(phrase: Phrase, story: Story) -> Reading | None:
    """The night before last: that of the day before yesterday."""
    part = "T" + phrase.text("part")
    today = story.today(PeriodUnit.DAY)
    if today is None:
        return Reading(DateType.TIME, "XXXX-XX-XX" + part)
    period = today.moved(-2)
    if not period.exists:
        return None
    return Reading(DateType.TIME, period.value + part, period, basis=Basis.RELATIVE, anchor=story.published)


def read_daypart(phrase: Phrase, story: Story) -> Reading | None:
    """This morning, last night, that evening, the next morning, in the afternoon."""
    if phrase.is_title():
        return None
    part = "T" + phrase.text("part")
    way = phrase.way
    today = story.today(PeriodUnit.DAY)
    if way in {"that", "same", "the"}:
        return from_last(phrase, story, PeriodUnit.DAY, 0)
    if way in {"next", "following", "previous"}:
        return from_last(phrase, story, PeriodUnit.DAY, -1 if way == "previous" else 1)
    if today is None:
        return Reading(DateType.TIME, "XXXX-XX-XX" + part)
    period = today.moved(-1 if way == "last" else 0)
    if not period.exists:
        return None
    return Reading(DateType.TIME, period.value + part, period, basis=Basis.RELATIVE, anchor=story.published)
