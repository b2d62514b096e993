"""Readers of words that mean the past, the present or the future without a date: now, recently, the future, recent years.

Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.amounts import duration_value
from briefing.analysis.timex.phrases import Reading
from briefing.model.dates import DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = ["read_reference", "read_vague_unit"]


def read_reference(phrase: Phrase, story: Story) -> Reading | None:
    """Now, recently, the future, these days: no date, but past, present or future."""
    if phrase.has("future"):
        return Reading(DateType.DATE, "FUTURE_REF")
    if phrase.has("past"):
        return Reading(DateType.DATE, "PAST_REF")
    if phrase.has("present"):
        return Reading(DateType.DATE, "PRESENT_REF")
    word = phrase.word("reference")
    if word == "soon" and (phrase.after() in {"as", "after", "be"} or phrase.before() in {"as", "too"}):
        return None
    if word == "soon" and story.tense_of(phrase.first, phrase.last) == "past":
        # "it soon became clear"
        return None
    return Reading(DateType.DATE, phrase.text("reference"))


def read_vague_unit(phrase: Phrase, _story: Story) -> Reading | None:
    """Recent years, coming weeks, past months, these days."""
    unit = phrase.text("unit")
    if phrase.way == "this":
        return Reading(DateType.DATE, "PRESENT_REF") if unit == "day" else None
    if phrase.way in {"coming", "next"}:
        return Reading(DateType.DATE, "FUTURE_REF")
    if phrase.way == "past" or unit in {"year", "decade"}:
        return Reading(DateType.DATE, "PAST_REF")
    return Reading(DateType.DURATION, duration_value(unit, None))
