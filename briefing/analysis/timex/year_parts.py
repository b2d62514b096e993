"""Readers of the parts of a year: quarters, halves, seasons.

Standard library only.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import Reading, guard
from briefing.analysis.timex.settling import counted, explicit, settle, year_meant
from briefing.model.dates import DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story


__all__ = ["read_half", "read_quarter", "read_season"]

_QUARTERS = 4
_CODES = frozenset({"q1", "q2", "q3", "q4"})


def read_quarter(phrase: Phrase, story: Story) -> Reading | None:
    """The third quarter, third quarter of 1984, last year's third quarter, the third fiscal quarter, which is a quarter more or less."""
    reading = _quarter(phrase, story)
    is_fiscal = not guard("fiscal_years").isdisjoint(phrase.tokens.words[phrase.first : phrase.last])
    return dataclasses.replace(reading, mod="APPROX") if reading is not None and is_fiscal else reading


def _quarter(phrase: Phrase, story: Story) -> Reading | None:
    """The quarter that is meant, as calendars have quarters."""
    place = phrase.number("place")
    if place is None or not 1 <= place <= _QUARTERS:
        return None
    year = phrase.year()
    if year is None and phrase.word("place") in _CODES and phrase.before() not in guard("before_code"):
        # "the Q3", a car
        return None
    if year is not None:
        return explicit(Period.part(PeriodUnit.QUARTER, year, place - 1))
    if phrase.has("way") or phrase.has("the_year"):
        named = year_meant(phrase, story)
        if named is not None:
            return counted(Period.part(PeriodUnit.QUARTER, named.index, place - 1), story)
    today = story.today(PeriodUnit.QUARTER)
    if today is None:
        return Reading(DateType.DATE, f"XXXX-Q{place}")
    back = (today.index - (place - 1)) % _QUARTERS
    past = today.moved(-back)
    if phrase.has("ago"):
        return counted(past.moved(-_QUARTERS), story)
    # figures of the quarter that has just ended are still to come: a future verb does not mean the next year's quarter
    period = settle(past, past.moved(_QUARTERS), story, phrase) if back > 1 else past
    has_ended = story.published is not None and period.exists and period.last_day < story.published
    is_newer = story.report is None or story.report[0].index <= period.index
    if (has_ended and is_newer) or (
        story.report is None and (phrase.after() in guard("after_length") or _is_reported(phrase, story))
    ):
        # a report compares its quarter with older ones and looks ahead to the next
        story.report = (period, phrase.first)
    return counted(period, story)


def _is_reported(phrase: Phrase, story: Story) -> bool:
    """True iff a company's own quarter, which calendars do not have as over, is told as past: "reported a drop in fourth-quarter earnings"."""
    return phrase.after() in guard("after_quarter") and story.tense_of(phrase.first, phrase.last) == "past"


def read_half(phrase: Phrase, story: Story) -> Reading | None:
    """The first half of 1990, the last half of the year."""
    code = phrase.number("code")
    place = code - 1 if code in {1, 2} else {"first": 0, "second": 1, "last": 1}.get(phrase.word("place"))
    if place is None:
        return None
    year = phrase.year()
    if year is not None:
        return explicit(Period.part(PeriodUnit.HALF, year, place))
    named = year_meant(phrase, story)
    return counted(Period.part(PeriodUnit.HALF, named.index, place), story) if named else None


def _is_name(phrase: Phrase) -> bool:
    """True iff it names something else: a season with a capital before another capital ("the Spring Break"), a drop."""
    if phrase.word("season") == "fall" and (
        phrase.after() in guard("after_drop")
        or (phrase.before() == "the" and phrase.before(2) not in guard("before_fall"))
    ):
        # "the fall in prices", "it caused the fall"
        return True
    place = phrase.place("season")
    return phrase.is_capital(place) and phrase.last < len(phrase.tokens.words) and phrase.is_capital(phrase.last)


def read_season(phrase: Phrase, story: Story) -> Reading | None:
    """The winter of 1994, last fall, this summer, in spring."""
    place = phrase.number("season")
    # "the winter of 2010-11" begins in the first of its years
    year = int(phrase.word("split")[:4]) if phrase.has("split") else phrase.year()
    if place is None:
        return None
    if year is not None:
        return explicit(Period.part(PeriodUnit.SEASON, year, place))
    if phrase.has("one_year"):
        named = year_meant(phrase, story)
        return counted(Period.part(PeriodUnit.SEASON, named.index, place), story) if named else None
    if not phrase.has("way") and (
        phrase.before() not in guard("before_season") or phrase.after() == "of" or _is_name(phrase)
    ):
        return None
    today = story.today(PeriodUnit.SEASON)
    if today is None:
        return Reading(DateType.DATE, f"XXXX-{('SP', 'SU', 'FA', 'WI')[place]}")
    back = (today.index - place) % _QUARTERS
    past, coming = today.moved(-back), today.moved(-back + _QUARTERS if back else 0)
    match phrase.way:
        case "last":
            period = past if back else past.moved(-_QUARTERS)
        case "past" | "previous":
            period = past
        case "next" | "coming":
            period = coming if back else coming.moved(_QUARTERS)
        case "this":
            period = Period.part(PeriodUnit.SEASON, today.first_day.year, place)
        case _:
            period = settle(past, coming, story, phrase, doubt="nearest")
    return counted(period, story)
