"""From a period to its reading, and which of two periods a name without a year means.

What names no year is settled by the day of publication and the tense of the sentence. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import PeriodUnit
from briefing.analysis.timex.phrases import UNKNOWN, Reading, guard
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.periods import Period
    from briefing.analysis.timex.phrases import Phrase, Story


__all__ = ["counted", "explicit", "from_last", "settle", "year_meant"]

# Most of a year: what lies farther ahead of the day of publication, or behind it, is named with its year.
_FAR_DAYS = 300
_LONG_AGO_DAYS = 280
# Units by their length: what is counted from a date is never finer than the date.
_LENGTHS = {
    PeriodUnit.DAY: 0,
    PeriodUnit.WEEKEND: 1,
    PeriodUnit.WEEK: 1,
    PeriodUnit.MONTH: 2,
    PeriodUnit.QUARTER: 3,
    PeriodUnit.SEASON: 3,
    PeriodUnit.HALF: 4,
    PeriodUnit.YEAR: 5,
    PeriodUnit.DECADE: 6,
    PeriodUnit.CENTURY: 7,
}
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})


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


def settle(
    past: Period, coming: Period, story: Story, phrase: Phrase, *, doubt: str = "past", far_days: int = _FAR_DAYS
) -> Period:
    """The past or the coming one of two periods, as the tense of the sentence has it.

    Args:
        past: The latest one that began on or before the day of publication.
        coming: The first one that has not ended.
        story: The story so far; it must have a day of publication.
        phrase: The expression.
        doubt: What to take where no tense is known: "past", or "nearest".
        far_days: With "nearest", how far from the day of publication the tense is still believed.
    """
    if past == coming or not coming.exists:
        return past
    if not past.exists:
        return coming
    at = phrase.lead()
    word = phrase.before(at)
    if word in guard("before_past"):
        return past
    tense = story.tense_of(phrase.first, phrase.last)
    is_deadline = word in guard("before_deadline") and phrase.first > at and phrase.before(at + 1) not in _SENTENCE_ENDS
    if is_deadline and tense == "past" and (word in guard("before_last_day") or _is_just_over(past, story)):
        # "little had changed through August", "has extended the loan through January"; "it rained until Tuesday", on a Wednesday
        is_deadline, tense = False, ""
    is_appointed = word in guard("before_appointed") or (
        word in guard("before_appointed_day") and phrase.before(at + 1) in guard("appointed")
    )
    if is_deadline or is_appointed:
        tense = "future"
    if doubt == "past" or story.published is None:
        return coming if tense == "future" else past
    back = (story.published - past.last_day).days
    ahead = (coming.first_day - story.published).days
    # what lies most of a year away would be named with its year
    if tense == "future" and ahead < far_days:
        return coming
    if tense == "past" and back < max(far_days - _FAR_DAYS + _LONG_AGO_DAYS, 0):
        return past
    return coming if ahead < back else past


def _is_just_over(past: Period, story: Story) -> bool:
    """True iff a day is that of the publication or the one before."""
    return past.unit is PeriodUnit.DAY and story.published is not None and (story.published - past.first_day).days <= 1


def year_meant(phrase: Phrase, story: Story) -> Period | None:
    """The year of "this year", "last year", "next year", "that year" in a phrase; None where it cannot be known."""
    way = phrase.way
    if way in {"that", "same"}:
        return story.last.within(PeriodUnit.YEAR) if story.last else None
    today = story.today(PeriodUnit.YEAR)
    steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
    return today.moved(steps.get(way, 0)) if today else None


def from_last(phrase: Phrase, story: Story, unit: PeriodUnit, steps: int) -> Reading | None:
    """So many units after the last date mentioned, if that is known to the day where days are counted."""
    part = "T" + phrase.text("part") if phrase.has("part") else ""
    kind = DateType.TIME if part else DateType.DATE
    last = story.last_day if unit in {PeriodUnit.DAY, PeriodUnit.WEEK, PeriodUnit.WEEKEND} else story.last
    if last is None or not last.exists:
        return Reading(kind, UNKNOWN[unit] + part)
    if _LENGTHS[last.unit] > _LENGTHS[unit]:
        # "in 2014 he won; the following month he lost": which month that is nobody has said
        return Reading(kind, UNKNOWN[unit] + part)
    period = last.within(unit).moved(steps)
    if not period.exists:
        return None
    if _is_overshot(period, last, story, phrase):
        return Reading(kind, UNKNOWN[unit] + part)
    return Reading(kind, period.value + part, period, basis=Basis.INHERITED, anchor=last.first_day)


def _is_overshot(period: Period, last: Period, story: Story, phrase: Phrase) -> bool:
    """True iff a day counted forward from the past lies ahead though the past is told: it was counted from another date."""
    if story.published is None or period.first_day <= story.published or last.first_day > story.published:
        return False
    return story.tense_of(phrase.first, phrase.last) == "past"
