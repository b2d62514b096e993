"""Readers of what companies' reports speak of: the quarter, the year-ago quarter, the 1988 period, the latest period.

A report names its quarter once; what it compares with that is the same quarter a year before. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import UNKNOWN, Reading, guard
from briefing.analysis.timex.settling import counted, explicit
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = [
    "quarter_ended",
    "quarter_year_ago",
    "read_latest_period",
    "read_period_of_year",
    "read_year_ago",
    "report_quarter",
    "speaks_of_longer",
]

# A quarter is what a company's report speaks of as long as it was mentioned within so many tokens, some sixteen sentences.
_REPORT_REACH = 400
# What is compared within so many tokens after "the first nine months" is the year and not the quarter: about a sentence.
_LONGER_REACH = 50
_QUARTERS = 4
_HALF_A_QUARTER = 45


def report_quarter(story: Story, place: int) -> Reading | None:
    """The quarter a report speaks of: the one mentioned last, else the last one that has ended."""
    if story.report and place - story.report[1] <= _REPORT_REACH:
        period = story.report[0]
        # what is named again stays what the report speaks of
        story.report = (period, place)
        return Reading(DateType.DATE, period.value, period, basis=Basis.INHERITED)
    today = story.today(PeriodUnit.QUARTER)
    return counted(today.moved(-1), story) if today else Reading(DateType.DATE, UNKNOWN[PeriodUnit.QUARTER])


def quarter_year_ago(phrase: Phrase, story: Story) -> Reading | None:
    """The same quarter a year before, where a report speaks of a quarter; None elsewhere."""
    if story.report is None or phrase.first - story.report[1] > _REPORT_REACH:
        return None
    if story.report[1] < story.longer and speaks_of_longer(phrase, story):
        return None
    period = story.report[0].moved(-_QUARTERS)
    return Reading(DateType.DATE, period.value, period, basis=Basis.INHERITED) if period.exists else None


def speaks_of_longer(phrase: Phrase, story: Story) -> bool:
    """True iff "the first nine months" or half a year was mentioned right before: a report compares those with a year, not a quarter."""
    return 0 <= phrase.first - story.longer <= _LONGER_REACH and story.longer >= 0


def quarter_ended(phrase: Phrase, story: Story) -> Reading | None:
    """The quarter of "the quarter ended Sept. 30": the one that most of its three months lie in; None where no day is named."""
    if story.published is None or phrase.after() not in guard("after_ended"):
        return None
    tokens, at = phrase.tokens, phrase.last + 1
    if tokens.classes[at : at + 1] != CLASSES["months"]:
        return None
    day = at + 2 if tokens.classes[at + 1 : at + 2] == CLASSES["dot"] else at + 1
    month, number = tokens.values[at], tokens.values[day] if day < len(tokens.values) else ""
    if not isinstance(month, int) or not isinstance(number, int):
        return None
    ends = [Period.day(year, month, number) for year in (story.published.year - 1, story.published.year)]
    past = [end for end in ends if end is not None and end.exists and end.first_day <= story.published]
    if not past:
        return None
    middle = past[-1].moved(-_HALF_A_QUARTER)
    quarter = middle.within(PeriodUnit.QUARTER)
    story.report = (quarter, phrase.first)
    return counted(quarter, story)


def read_year_ago(phrase: Phrase, story: Story) -> Reading | None:
    """Year-earlier, year-ago, the year-earlier quarter."""
    if phrase.has("quarterly") and story.report is None and phrase.word("quarterly") == "quarter":
        today = story.today(PeriodUnit.QUARTER)
        return counted(today.moved(-1 - _QUARTERS), story) if today else Reading(DateType.DATE, "XXXX-QX")
    quarter = quarter_year_ago(phrase, story)
    if quarter is not None:
        return quarter
    today = story.today(PeriodUnit.YEAR)
    return counted(today.moved(-1), story) if today else Reading(DateType.DATE, "XXXX")


def read_period_of_year(phrase: Phrase, story: Story) -> Reading | None:
    """The 1988 quarter, the 1988 period: the quarter a report speaks of, in that year."""
    year = phrase.year()
    if year is None:
        return None
    if phrase.tokens.words[phrase.last - 1] == "period" and (story.report is None or speaks_of_longer(phrase, story)):
        return explicit(Period(PeriodUnit.YEAR, year))
    current = report_quarter(story, phrase.first)
    if current is None or current.period is None:
        return Reading(DateType.DATE, f"{year}-QX")
    return explicit(Period.part(PeriodUnit.QUARTER, year, current.period.index % _QUARTERS))


def read_latest_period(phrase: Phrase, story: Story) -> Reading | None:
    """The latest period: the quarter a report speaks of."""
    return report_quarter(story, phrase.first)
