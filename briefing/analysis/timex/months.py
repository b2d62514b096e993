"""Readers of months: in August, last May, June 1998, June last year. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import Reading, guard
from briefing.analysis.timex.ranges import end_named_before, end_of_range, remember_end
from briefing.analysis.timex.settling import counted, explicit, settle, year_meant
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import DateType

if TYPE_CHECKING:
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = ["read_month", "read_month_of_year"]

_LAST_MONTH = 12


def read_month(phrase: Phrase, story: Story) -> Reading | None:
    """A month alone ("in August"), or with "last", "this", "next"."""
    month, word = phrase.number("month"), phrase.word("month")
    place = phrase.place("month")
    if month is None or (word == "may" and not phrase.has("way") and _is_verb_or_name(phrase, place)):
        return None
    if word == "march" and not phrase.has("way") and phrase.after() in guard("after_walk"):
        # "March to the sea", "the March for Peace"
        at_start, at_name = (
            phrase.before() in {".", ""},
            phrase.before() == "the" or phrase.before() not in guard("before_month"),
        )
        if at_start or (at_name and phrase.last + 1 < len(phrase.tokens.words) and _leads_to_name(phrase)):
            return None
    if (
        len(word) <= len("sept")
        and word not in {"may", "june", "july"}
        and phrase.before() not in guard("before_season")
    ):
        return None
    today = story.today(PeriodUnit.MONTH)
    if today is None:
        return Reading(DateType.DATE, f"XXXX-{month:02}")
    back = (today.index - (month - 1)) % _LAST_MONTH
    past, coming = today.moved(-back), today.moved(-back + _LAST_MONTH if back else 0)
    match phrase.way:
        case "last" | "past":
            period = past if back else past.moved(-_LAST_MONTH)
        case "next" | "coming":
            period = coming if back else coming.moved(_LAST_MONTH)
        case "this":
            # "this September": the one of this year, or the one that lies nearer
            period = Period.month(story.published.year, month) if story.published else past
        case _:
            period = _bare_month(today, month, story, phrase)
    return counted(period, story)


def _bare_month(today: Period, month: int, story: Story, phrase: Phrase) -> Period:
    """The past or the coming month of a name, as the tense has it; the first month of a range is the last one before its end."""
    known = end_named_before(phrase, story)
    if known is not None:
        return known
    end = end_of_range(phrase, "months")
    last = end[1] if end else month
    back = (today.index - (last - 1)) % _LAST_MONTH
    past, coming = today.moved(-back), today.moved(-back + _LAST_MONTH if back else 0)
    period = settle(past, coming, story, phrase, doubt="nearest")
    if end:
        remember_end(story, end[0], period)
        return period.moved(-((last - month) % _LAST_MONTH))
    return period


def _leads_to_name(phrase: Phrase) -> bool:
    """True iff the next word but one, or the one after "the", has a capital."""
    place = phrase.last + 1
    if phrase.after(2) == "the" and place + 1 < len(phrase.tokens.words):
        place += 1
    return phrase.is_capital(place) and phrase.tokens.classes[place] != CLASSES["months"]


def _is_verb_or_name(phrase: Phrase, place: int) -> bool:
    """True iff "May" is more likely the verb or a name: at a sentence's beginning, or not after a word that a month follows."""
    before = phrase.before()
    if not phrase.is_capital(place) or before not in guard("before_month"):
        return True
    # "April and May", but not "Clark and May"
    return before in {"and", "or"} and phrase.tokens.classes[place - 2] != CLASSES["months"]


def read_month_of_year(phrase: Phrase, story: Story) -> Reading | None:
    """June 1998, June last year."""
    month, year = phrase.number("month"), phrase.year()
    if month is None:
        return None
    if year is not None:
        return explicit(Period.month(year, month))
    this_year = year_meant(phrase, story)
    return (
        counted(Period.month(this_year.index, month), story)
        if this_year
        else Reading(DateType.DATE, f"XXXX-{month:02}")
    )
