"""Readers of what is counted from a day: last month, two weeks ago, the following day, a year earlier.

"Ago" counts from the day of publication; "later", "earlier", "the following" and "that" count from the last date mentioned.
Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.amounts import duration_value
from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import SILENT, UNKNOWN, Reading, guard
from briefing.analysis.timex.reports import quarter_ended, quarter_year_ago, report_quarter, speaks_of_longer
from briefing.analysis.timex.settling import counted, from_last
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = [
    "read_ago",
    "read_from_last",
    "read_the_unit",
    "read_unit",
    "read_unit_before",
    "read_unit_beside",
    "read_unit_past_unit",
    "read_year_end",
]

_HALF = 0.5
_YEARS_OF = {PeriodUnit.DECADE: 10, PeriodUnit.CENTURY: 100}
_STEPS = {
    "this": 0,
    "current": 0,
    "the": 0,
    "latest": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
}


def _unit(phrase: Phrase, name: str = "unit") -> tuple[PeriodUnit, int] | None:
    """The calendar unit of a part and how many of it one word means (a fortnight is two weeks); None for hours and the like."""
    word = phrase.text(name)
    if word == "fortnight":
        return PeriodUnit.WEEK, 2
    try:
        return PeriodUnit(word), 1
    except ValueError:
        return None


def read_unit(phrase: Phrase, story: Story) -> Reading | None:
    """This week, last month, next year, the current quarter, the following day, that year."""
    found = _unit(phrase)
    way = phrase.way
    if found is None or phrase.is_title():
        return None
    unit, size = found
    if way in {"following", "previous", "same", "that"} or (way == "next" and _is_next_of_story(phrase, story, unit)):
        if way == "that" and story.last is None and story.published is not None:
            # "on days when prices fall, trades made that day"
            return None
        return from_last(phrase, story, unit, {"following": 1, "next": 1, "previous": -1}.get(way, 0))
    return _unit_from_today(phrase, story, unit, size)


def _is_next_of_story(phrase: Phrase, story: Story, unit: PeriodUnit) -> bool:
    """True iff "next" counts from the last date mentioned: "the next day", and in a sentence about the past "the next week"."""
    if unit is PeriodUnit.DAY:
        return True
    return phrase.before() == "the" and story.tense_of(phrase.first, phrase.last) == "past"


def _unit_from_today(phrase: Phrase, story: Story, unit: PeriodUnit, size: int) -> Reading | None:
    """This week, last month, next year: counted from the day of publication."""
    way, today = phrase.way, story.today(unit)
    if unit is PeriodUnit.DAY or phrase.tokens.words[phrase.last - 2] in guard("other_years"):
        return None
    if way == "past" and unit in {PeriodUnit.DECADE, PeriodUnit.CENTURY}:
        # the hundred years up to now, not those that begin with 19
        return Reading(DateType.DURATION, duration_value(unit.value, 1))
    if unit is PeriodUnit.QUARTER and way in {"latest", "the", "this"}:
        return report_quarter(story, phrase.first)
    if today is None:
        return Reading(DateType.DATE, UNKNOWN[unit])
    if unit is PeriodUnit.WEEKEND and way in {"this", "the"}:
        return counted(_weekend(phrase, story, today), story)
    return counted(today.moved(_STEPS.get(way, 0) * size), story)


def _weekend(phrase: Phrase, story: Story, today: Period) -> Period:
    """The weekend that lies behind on the first days of a week, and ahead on its last ones or in a sentence about the future."""
    if story.published is not None and story.published.isoweekday() <= 4:  # noqa: PLR2004
        return today if story.tense_of(phrase.first, phrase.last) == "future" else today.moved(-1)
    return today


def read_the_unit(phrase: Phrase, story: Story) -> Reading | None:
    """The quarter, the week, the year, the weekend; "the year ended" is a length of time."""
    found = _unit(phrase)
    if found is None:
        return None
    unit, _ = found
    if _is_told(phrase, unit):
        return Reading(DateType.DATE, UNKNOWN[unit])
    if phrase.before() == "of" and phrase.before(2) not in guard("before_of"):
        # "the album of the year" is no date
        return SILENT
    if phrase.after() in guard("after_length") and _is_length(phrase):
        if unit is PeriodUnit.QUARTER:
            return quarter_ended(phrase, story) or report_quarter(story, phrase.first)
        return Reading(DateType.DURATION, duration_value(unit.value, 1)) if unit is not PeriodUnit.WEEKEND else None
    return _month_of_story(phrase, story, unit) or read_unit(phrase, story)


def _is_length(phrase: Phrase) -> bool:
    """True iff "the year to June", "the year ended 30 June" is a length; "by the end of the week to decide it" is none."""
    if phrase.after() not in {"to", "through"}:
        return True
    following = phrase.tokens.classes[phrase.last + 1 : phrase.last + 2]
    return following in {CLASSES[name] for name in ("months", "weekdays", "small", "ordinal_number", "the")}


def _is_told(phrase: Phrase, unit: PeriodUnit) -> bool:
    """True iff a clause says which one is meant: "the year the bridge opened", "the week when it rained"."""
    if phrase.after() in {"before", "after"}:
        return phrase.after(2).isalpha()
    if unit in {PeriodUnit.WEEKEND, PeriodUnit.QUARTER} or phrase.before() in guard("before_whole"):
        return False
    return phrase.after() in guard("after_told")


def _month_of_story(phrase: Phrase, story: Story, unit: PeriodUnit) -> Reading | None:
    """The month last mentioned, for "by the end of the month" in a sentence about the past before the month's end; None elsewhere."""
    today = story.today(unit)
    if (
        phrase.before() != "of"
        or phrase.before(2) not in guard("ends_of_time")
        or today is None
        or story.last is None
        or not story.last.exists
    ):
        return None
    told = story.last.within(unit)
    if told.index >= today.index or story.published is None or story.published >= today.last_day:
        return None
    if story.tense_of(phrase.first, phrase.last) != "past":
        return None
    return Reading(DateType.DATE, told.value, told, basis=Basis.INHERITED, anchor=story.last.first_day)


def read_ago(phrase: Phrase, story: Story) -> Reading | None:
    """Two weeks ago, a decade ago, three days from now; years ago."""
    ahead = phrase.has("ahead")
    unit_word = phrase.text("unit")
    found = _unit(phrase)
    if not phrase.has("count"):
        return Reading(DateType.DATE, "FUTURE_REF" if ahead else "PAST_REF")
    amount = phrase.amount("count")
    if amount is None:
        return None
    if found is None:
        value = duration_value(unit_word, amount.number)
        return Reading(DateType.DURATION, value) if value else None
    if amount.number is None:
        return Reading(DateType.DATE, "FUTURE_REF" if ahead else "PAST_REF")
    unit, size = found
    if unit is PeriodUnit.YEAR and amount.number == 1 and not ahead and (reading := quarter_year_ago(phrase, story)):
        return reading
    number = amount.number + (_HALF if phrase.has("half_more") else 0)
    if number != int(number):
        unit, size = (PeriodUnit.MONTH, 12) if unit is PeriodUnit.YEAR else (unit, size)
    if unit in _YEARS_OF:
        unit, size = PeriodUnit.YEAR, _YEARS_OF[unit]
    steps = round(number * size)
    today = story.today(unit)
    if today is None:
        return Reading(DateType.DATE, UNKNOWN[unit])
    period = today.moved(steps if ahead else -steps)
    if not period.exists:
        # "11,000 years ago"
        return Reading(DateType.DATE, "FUTURE_REF" if ahead else "PAST_REF")
    reading = counted(period, story)
    return _approximate(reading) if amount.approximate else reading


def _approximate(reading: Reading | None) -> Reading | None:
    if reading is None:
        return None
    return Reading(reading.type, reading.value, reading.period, reading.until, reading.basis, reading.anchor, "APPROX")


def read_unit_past_unit(phrase: Phrase, story: Story) -> Reading | None:
    """The week before last, the month after next."""
    found = _unit(phrase)
    if found is None:
        return None
    today = story.today(found[0])
    if today is None:
        return Reading(DateType.DATE, UNKNOWN[found[0]])
    return counted(today.moved(-2 if phrase.has("gone") else 2), story)


def read_unit_before(phrase: Phrase, story: Story) -> Reading | None:
    """The year before, the week before: before the last date mentioned."""
    found = _unit(phrase)
    return from_last(phrase, story, found[0], -1) if found else None


def read_unit_beside(phrase: Phrase, story: Story) -> Reading | None:
    """The day after the vote, the week before Christmas: which one is known from what stands beside it only."""
    found = _unit(phrase)
    if found is None or (phrase.before() == "of" and phrase.before(2) not in guard("before_of")):
        return None
    if found[0] is PeriodUnit.DAY and phrase.before() == "in":
        # no day of its own: "later in the day before returning"
        return SILENT
    if not phrase.after(2).isalnum() and phrase.after() == "before":
        # "the year before – a dry one"
        return from_last(phrase, story, found[0], -1)
    return Reading(DateType.DATE, UNKNOWN[found[0]])


def read_from_last(phrase: Phrase, story: Story) -> Reading | None:
    """Two days later, a year earlier: from the last date mentioned, in steps of the unit."""
    amount = phrase.amount("count")
    found = _unit(phrase)
    unit_word = phrase.text("unit")
    if amount is None:
        return None
    if found is None or amount.whole is None:
        value = duration_value(unit_word, amount.number)
        return Reading(DateType.DURATION, value) if value else None
    unit, size = found
    steps = amount.whole * size * (-1 if phrase.has("earlier") else 1)
    if unit is PeriodUnit.YEAR and steps == -1 and (reading := quarter_year_ago(phrase, story)):
        return reading
    if unit in _YEARS_OF:
        unit, steps = PeriodUnit.YEAR, steps * _YEARS_OF[unit]
    is_compared = unit is PeriodUnit.YEAR and steps == -1 and speaks_of_longer(phrase, story)
    if steps < 0 and (story.last is None or is_compared):
        # nothing but the day of publication has been spoken of, or the year so far
        today = story.today(unit)
        return counted(today.moved(steps), story) if today else Reading(DateType.DATE, UNKNOWN[unit])
    return from_last(phrase, story, unit, steps)


def read_year_end(phrase: Phrase, story: Story) -> Reading | None:
    """Year-end, year's end: the end of this year, or of the last one in a sentence about the past."""
    today = story.today(PeriodUnit.YEAR)
    if today is None:
        return Reading(DateType.DATE, "XXXX", mod="END")
    year = today.moved(-1) if phrase.before() in {"since", "from"} else today
    if phrase.has("hyphen"):
        return counted(Period.of(PeriodUnit.DAY, year.last_day), story) if year.exists else None
    reading = counted(year, story)
    if reading is None:
        return None
    return Reading(reading.type, reading.value, reading.period, basis=reading.basis, anchor=reading.anchor, mod="END")
