"""Readers of lengths of time and of sets: three years, the past two weeks, 16-hour, weekly, every Thursday, twice a day.

Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import SEASONS
from briefing.analysis.timex.phrases import SILENT, Reading, guard
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = [
    "duration_value",
    "read_bare_units",
    "read_duration",
    "read_every",
    "read_long",
    "read_set",
    "read_stretch",
    "read_weekdays",
]

# The letter of a unit, whether it stands after "T", and how many of that letter's unit it is.
_CODES = {
    "second": ("S", True, 1),
    "minute": ("M", True, 1),
    "hour": ("H", True, 1),
    "day": ("D", False, 1),
    "weekend": ("W", False, 1),
    "week": ("W", False, 1),
    "fortnight": ("W", False, 2),
    "month": ("M", False, 1),
    "quarter": ("Q", False, 1),
    "year": ("Y", False, 1),
    "decade": ("Y", False, 10),
    "century": ("Y", False, 100),
    "millennium": ("Y", False, 1000),
}
# What a vague number of long units is written with ("decades": PXDE).
_VAGUE_CODES = {"decade": "DE", "century": "CE", "millennium": "ML"}
# The unit that the half of a unit is counted in: 2 1/2 years are P2Y6M.
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}
_HALF = 0.5
_THREE_QUARTERS = 3


def duration_value(unit: str, number: float | None) -> str:
    """The TIMEX3 value of so many units; None stands for "several"; "" where the unit is not known."""
    if unit not in _CODES:
        return ""
    letter, is_clock, size = _CODES[unit]
    lead = "PT" if is_clock else "P"
    if number is None:
        return f"{lead}X{_VAGUE_CODES.get(unit, letter)}"
    number *= size
    if number == int(number):
        return f"{lead}{int(number)}{letter}"
    if number % 1 == _HALF and unit in _HALVES:
        return (f"{lead}{int(number)}{letter}" if int(number) else lead) + _HALVES[unit]
    return f"{lead}{number:g}{letter}"


def read_duration(phrase: Phrase, story: Story) -> Reading | None:  # noqa: PLR0911 - one return a form
    """Three years, two-day, several months, a year and a half, two to three weeks; no ages."""
    amount = phrase.amount("count")
    unit = phrase.text("unit")
    if amount is None:
        return None
    if (
        phrase.has("old")
        and unit in {"week", "month"}
        and phrase.after().isalpha()
        and phrase.after() not in guard("young")
    ):
        # "an eight-month-old truce"
        value = duration_value(unit, amount.number)
        return Reading(DateType.DURATION, value)
    if phrase.has("old") or phrase.after() in guard("after_age_unit") or phrase.before() in guard("before_age_number"):
        return SILENT
    if phrase.word("count") in {"a", "an"} and phrase.after(0) == unit:
        if unit == "quarter":
            return SILENT
        if phrase.before() in guard("before_set"):
            return Reading(DateType.SET, duration_value(unit, 1))
        if (
            phrase.before() in guard("before_rate")
            or phrase.before(2) in guard("before_money")
            or phrase.before(3) in guard("before_money")
        ):
            return SILENT
    if unit == "quarter" and (amount.number == _THREE_QUARTERS or phrase.before() == "and") and phrase.after() == "of":
        return SILENT
    if _is_some_day(phrase, unit) and story.tense_of(phrase.first, phrase.last) == "future":
        return Reading(DateType.DATE, "FUTURE_REF")
    number = amount.number
    if phrase.has("half_more") and number is not None:
        number += _HALF
    value = duration_value(unit, number)
    _remember_longer(phrase, story, value)
    return Reading(DateType.DURATION, value, mod="APPROX" if amount.approximate else "") if value else None


def _is_some_day(phrase: Phrase, unit: str) -> bool:
    """True iff the phrase is "one day" that counts nothing: "peace will come one day"."""
    is_bare = phrase.last == phrase.first + 2 and phrase.word("count") == "one" and unit == "day"
    return (
        is_bare
        and phrase.before() not in guard("before_one_day")
        and phrase.after() not in {"later", "earlier", "before", "after"}
    )


def _remember_longer(phrase: Phrase, story: Story, value: str) -> None:
    """Keep where a report turns from its quarter to the year so far: "the first nine months"."""
    if value in {"P6M", "P9M"}:
        story.longer = phrase.first


def read_stretch(phrase: Phrase, story: Story) -> Reading | None:
    """The past three years, the next two weeks, the first nine months."""
    amount = phrase.amount("count")
    unit = phrase.text("unit")
    if amount is None or phrase.has("old"):
        return None
    value = duration_value(unit, amount.number)
    _remember_longer(phrase, story, value)
    return Reading(DateType.DURATION, value, mod="APPROX" if amount.approximate else "") if value else None


def read_long(phrase: Phrase, _story: Story) -> Reading | None:
    """Day-long, two-week-long, decades-long."""
    if phrase.word("long") != "long":
        return None
    unit = phrase.text("unit")
    amount = phrase.amount("count") if phrase.has("count") else None
    is_one = phrase.tokens.classes[phrase.place("unit")] == CLASSES[f"one_{unit}"]
    number = amount.number if amount else 1 if is_one else None
    return Reading(DateType.DURATION, duration_value(unit, number))


def read_bare_units(phrase: Phrase, _story: Story) -> Reading | None:
    """Weeks, months, decades without a number."""
    unit = phrase.text("unit")
    if phrase.tokens.classes[phrase.last : phrase.last + 1] == CLASSES["year_number"]:
        # "the years 2001 and 2005"
        return SILENT
    if unit == "hour" and phrase.before() in guard("before_hours"):
        # "the early hours of Thursday"
        return SILENT
    return Reading(DateType.DURATION, duration_value(unit, None))


def read_set(phrase: Phrase, _story: Story) -> Reading | None:
    """Daily, weekly, annually; not in a newspaper's name."""
    place = phrase.place("set")
    if phrase.is_capital(place) and phrase.before() not in {".", "", "“", '"'}:
        return None
    return Reading(DateType.SET, phrase.text("set"))


def read_every(phrase: Phrase, _story: Story) -> Reading | None:
    """Every day, each July, every two weeks, every Thursday night."""
    part = "T" + phrase.text("part") if phrase.has("part") else ""
    if phrase.has("weekday"):
        return Reading(DateType.SET, f"XXXX-WXX-{phrase.number('weekday')}{part}")
    if phrase.has("unit3"):
        # "every other week", "every third year"
        return (
            Reading(DateType.SET, value)
            if (value := duration_value(phrase.text("unit3"), _every_nth(phrase)))
            else None
        )
    if phrase.has("month"):
        return Reading(DateType.SET, f"XXXX-{phrase.number('month') or 0:02}")
    if phrase.has("season"):
        return Reading(DateType.SET, f"XXXX-{SEASONS[phrase.number('season') or 0]}")
    if phrase.has("part"):
        return Reading(DateType.SET, f"XXXX-XX-XX{part}")
    amount = phrase.amount("count") if phrase.has("count") else None
    value = duration_value(phrase.text("unit"), amount.number if amount else 1)
    return Reading(DateType.SET, value) if value else None


def _every_nth(phrase: Phrase) -> int | None:
    """Two for "every other", three for "every third"; None where the word is neither."""
    place = phrase.number("other")
    return place if place is not None else 2 if phrase.tokens.words[phrase.first + 1] == "other" else None


def read_weekdays(phrase: Phrase, _story: Story) -> Reading | None:
    """Tuesdays, Tuesday nights, weekends."""
    if phrase.has("weekday"):
        part = "T" + phrase.text("part") if phrase.has("part") else ""
        return Reading(DateType.SET, f"XXXX-WXX-{phrase.number('weekday')}{part}")
    return Reading(DateType.SET, "XXXX-WXX-WE")
