"""Readers of what is counted from a day: yesterday, last month, two weeks ago, the following day, a year earlier.

"Ago" counts from the day of publication; "later", "earlier", "the following" and "that" count from the last date mentioned.
Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.amounts import duration_value
from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import SILENT, Reading, guard
from briefing.analysis.timex.settling import counted, explicit
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = [
    "read_ago",
    "read_day_named",
    "read_day_past_day",
    "read_daypart",
    "read_from_last",
    "read_latest_period",
    "read_period_of_year",
    "read_reference",
    "read_the_unit",
    "read_unit",
    "read_unit_before",
    "read_vague_unit",
    "read_year_ago",
    "read_year_end",
]

_UNKNOWN = {
    PeriodUnit.DAY: "XXXX-XX-XX",
    PeriodUnit.WEEK: "XXXX-WXX",
    PeriodUnit.WEEKEND: "XXXX-WXX-WE",
    PeriodUnit.MONTH: "XXXX-XX",
    PeriodUnit.QUARTER: "XXXX-QX",
    PeriodUnit.SEASON: "XXXX-XX",
    PeriodUnit.HALF: "XXXX-HX",
    PeriodUnit.YEAR: "XXXX",
    PeriodUnit.DECADE: "XXX",
    PeriodUnit.CENTURY: "XX",
}
# A quarter is what a company's report speaks of as long as it was mentioned within so many tokens, some eight sentences.
_REPORT_REACH = 200
_QUARTERS = 4
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


def read_day_named(phrase: Phrase, story: Story) -> Reading | None:
    """Today, yesterday, tomorrow, tonight; yesterday morning."""
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


def read_unit(phrase: Phrase, story: Story) -> Reading | None:
    """This week, last month, next year, the current quarter, the following day, that year."""
    found = _unit(phrase)
    way = phrase.way
    if found is None:
        return None
    unit, size = found
    if way in {"following", "previous", "same", "that"} or (way == "next" and unit is PeriodUnit.DAY):
        return _from_last(phrase, story, unit, {"following": 1, "next": 1, "previous": -1}.get(way, 0))
    today = story.today(unit)
    if unit is PeriodUnit.DAY:
        return None
    if way == "past" and unit in {PeriodUnit.DECADE, PeriodUnit.CENTURY}:
        # the hundred years up to now, not those that begin with 19
        return Reading(DateType.DURATION, duration_value(unit.value, 1))
    if unit is PeriodUnit.QUARTER and way in {"latest", "the", "this"}:
        return _report_quarter(story, phrase.first)
    if today is None:
        return Reading(DateType.DATE, _UNKNOWN[unit])
    if unit is PeriodUnit.WEEKEND and way in {"this", "the"}:
        return counted(_weekend(phrase, story, today), story)
    return counted(today.moved(_STEPS.get(way, 0) * size), story)


def _weekend(phrase: Phrase, story: Story, today: Period) -> Period:
    """The weekend that lies behind on the first days of a week, and ahead on its last ones or in a sentence about the future."""
    if story.published is not None and story.published.isoweekday() <= 4:  # noqa: PLR2004
        return today if story.tense_of(phrase.first, phrase.last) == "future" else today.moved(-1)
    return today


def _report_quarter(story: Story, place: int) -> Reading | None:
    """The quarter a report speaks of: the one mentioned last, else the last one that has ended."""
    if story.report and place - story.report[1] <= _REPORT_REACH:
        period = story.report[0]
        return Reading(DateType.DATE, period.value, period, basis=Basis.INHERITED)
    today = story.today(PeriodUnit.QUARTER)
    return counted(today.moved(-1), story) if today else Reading(DateType.DATE, _UNKNOWN[PeriodUnit.QUARTER])


def _from_last(phrase: Phrase, story: Story, unit: PeriodUnit, steps: int) -> Reading | None:
    """So many units after the last date mentioned, if that is known to the day where days are counted."""
    part = "T" + phrase.text("part") if phrase.has("part") else ""
    kind = DateType.TIME if part else DateType.DATE
    last = story.last_day if unit in {PeriodUnit.DAY, PeriodUnit.WEEK, PeriodUnit.WEEKEND} else story.last
    if last is None or not last.exists:
        return Reading(kind, _UNKNOWN[unit] + part)
    period = last.within(unit).moved(steps)
    if not period.exists:
        return None
    return Reading(kind, period.value + part, period, basis=Basis.INHERITED, anchor=last.first_day)


def read_the_unit(phrase: Phrase, story: Story) -> Reading | None:
    """The quarter, the week, the year, the weekend; "the year ended" is a length of time."""
    found = _unit(phrase)
    if found is None:
        return None
    unit, _ = found
    if phrase.before() == "of" and phrase.before(2) not in guard("before_of"):
        # "the album of the year" is no date
        return SILENT
    if phrase.after() in guard("after_length"):
        if unit is PeriodUnit.QUARTER:
            return _report_quarter(story, phrase.first)
        return Reading(DateType.DURATION, duration_value(unit.value, 1)) if unit is not PeriodUnit.WEEKEND else None
    return read_unit(phrase, story)


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
    if unit is PeriodUnit.YEAR and amount.number == 1 and not ahead and (reading := _quarter_year_ago(phrase, story)):
        return reading
    if amount.whole is None:
        unit, size = (PeriodUnit.MONTH, 12) if unit is PeriodUnit.YEAR else (unit, size)
    if unit in _YEARS_OF:
        unit, size = PeriodUnit.YEAR, _YEARS_OF[unit]
    steps = round(amount.number * size)
    today = story.today(unit)
    if today is None:
        return Reading(DateType.DATE, _UNKNOWN[unit])
    reading = counted(today.moved(steps if ahead else -steps), story)
    return _approximate(reading) if amount.approximate else reading


def _approximate(reading: Reading | None) -> Reading | None:
    if reading is None:
        return None
    return Reading(reading.type, reading.value, reading.period, reading.until, reading.basis, reading.anchor, "APPROX")


def _quarter_year_ago(phrase: Phrase, story: Story) -> Reading | None:
    """The same quarter a year before, where a report speaks of a quarter; None elsewhere."""
    if story.report is None or phrase.first - story.report[1] > _REPORT_REACH:
        return None
    period = story.report[0].moved(-_QUARTERS)
    return Reading(DateType.DATE, period.value, period, basis=Basis.INHERITED) if period.exists else None


def read_year_ago(phrase: Phrase, story: Story) -> Reading | None:
    """Year-earlier, year-ago, the year-earlier quarter."""
    if phrase.has("quarterly") and story.report is None:
        today = story.today(PeriodUnit.QUARTER)
        return counted(today.moved(-1 - _QUARTERS), story) if today else Reading(DateType.DATE, "XXXX-QX")
    quarter = _quarter_year_ago(phrase, story)
    if quarter is not None:
        return quarter
    today = story.today(PeriodUnit.YEAR)
    return counted(today.moved(-1), story) if today else Reading(DateType.DATE, "XXXX")


def read_period_of_year(phrase: Phrase, story: Story) -> Reading | None:
    """The 1988 quarter, the 1988 period: the quarter a report speaks of, in that year."""
    year = phrase.year()
    if year is None:
        return None
    if phrase.tokens.words[phrase.last - 1] == "period" and story.report is None:
        return explicit(Period(PeriodUnit.YEAR, year))
    current = _report_quarter(story, phrase.first)
    if current is None or current.period is None:
        return Reading(DateType.DATE, f"{year}-QX")
    return explicit(Period.part(PeriodUnit.QUARTER, year, current.period.index % _QUARTERS))


def read_unit_before(phrase: Phrase, story: Story) -> Reading | None:
    """The year before, the week before: before the last date mentioned."""
    found = _unit(phrase)
    return _from_last(phrase, story, found[0], -1) if found else None


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
    if unit is PeriodUnit.YEAR and steps == -1 and (reading := _quarter_year_ago(phrase, story)):
        return reading
    if unit in _YEARS_OF:
        unit, steps = PeriodUnit.YEAR, steps * _YEARS_OF[unit]
    if unit is PeriodUnit.YEAR and steps == -1 and story.last is None:
        today = story.today(unit)
        return counted(today.moved(-1), story) if today else Reading(DateType.DATE, _UNKNOWN[unit])
    return _from_last(phrase, story, unit, steps)


def read_daypart(phrase: Phrase, story: Story) -> Reading | None:
    """This morning, last night, that evening, the next morning, in the afternoon."""
    part = "T" + phrase.text("part")
    way = phrase.way
    today = story.today(PeriodUnit.DAY)
    if way in {"that", "same", "the"}:
        return _from_last(phrase, story, PeriodUnit.DAY, 0)
    if way in {"next", "following", "previous"}:
        return _from_last(phrase, story, PeriodUnit.DAY, -1 if way == "previous" else 1)
    if today is None:
        return Reading(DateType.TIME, "XXXX-XX-XX" + part)
    period = today.moved(-1 if way == "last" else 0)
    if not period.exists:
        return None
    return Reading(DateType.TIME, period.value + part, period, basis=Basis.RELATIVE, anchor=story.published)


def read_latest_period(phrase: Phrase, story: Story) -> Reading | None:
    """The latest period: the quarter a report speaks of."""
    return _report_quarter(story, phrase.first)


def read_reference(phrase: Phrase, _story: Story) -> Reading | None:
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
    if word in {"previously", "formerly"} and phrase.before().strip() not in guard("before_reference"):
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
