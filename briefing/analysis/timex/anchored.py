"""Lengths of time that are counted from what stands beside them: "two days before Christmas", "the day after 3 May", "a week after the vote".

With a date they are one expression, the day they mean together. With an event they stay a DURATION (TimeML annotation guidelines 1.2.1)
that has the day if the text has told when the event was; where it has not, or has told of two days, there is none.
Standard library only.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.phrases import Reading, guard
from briefing.analysis.timex.told_days import ToldDays
from briefing.analysis.timex.words import CLASSES
from briefing.model.dates import Basis, DateType, ResolvedDate
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.analysis.timex.phrases import Story
    from briefing.model.dates import DateMention

__all__ = ["BESIDE", "Found", "anchored"]

BESIDE = "unit beside"
"""The name of the rule that reads "the day" before "after", of which only what stands beside it says which day it is."""

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {"D": PeriodUnit.DAY, "W": PeriodUnit.WEEK, "M": PeriodUnit.MONTH, "Y": PeriodUnit.YEAR}
_SIZES = {PeriodUnit.DAY: 0, PeriodUnit.WEEK: 1, PeriodUnit.MONTH: 2, PeriodUnit.YEAR: 3}
# The words between a length and what it is counted from -> which way; and whether it must be a day with a name ("a week from Tuesday").
_LINKS = {"before": -1, "after": 1, "following": 1, "from": 1}


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A mention with what is known of it.

    Attributes:
        mention: The mention.
        reading: Its reading.
        first: Its first token.
        last: The token after its last.
    """

    mention: DateMention
    reading: Reading
    first: int
    last: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Length:
    """So many units one way or the other."""

    found: Found
    unit: PeriodUnit
    steps: int
    next_place: int


def anchored(mentions: Iterable[Found], story: Story) -> Iterator[DateMention]:
    """Yields mentions as they come; a length of time that is counted from the date or the event after it has its days.

    Args:
        mentions: What the grammar finds, in text order; the next one is read after the story knows of the last.
        story: The story so far, which learns what the lengths come to.
    """
    told = ToldDays(story.tokens)
    held: _Length | None = None
    is_day, day_end = False, -1
    for found in mentions:
        if held is not None:
            together = _together(held, found, story)
            if together is not None:
                yield together
                held, is_day = None, together.resolved is not None
                continue
            yield held.found.mention
            is_day = is_day and held.found.mention.rule != BESIDE
        held = _length(found, story)
        if held is None:
            yield found.mention
            period = found.reading.period
            is_day = period is not None and period.unit is PeriodUnit.DAY
            day_end = found.last
            if period is not None and is_day and found.reading.until is None:
                told.add(found.first, found.last, period)
            continue
        if is_day and story.last_day is not None and _is_restated(held, day_end, story):
            if held.unit is PeriodUnit.DAY:
                told.learn(held.next_place, story.last_day.moved(-held.steps))
            continue
        day = _day_after(held, story, told, is_day=is_day)
        if day is not None:
            yield _dated(held, day, story) or held.found.mention
            held, is_day = None, True
    if held is not None:
        yield held.found.mention


def _length(found: Found, story: Story) -> _Length | None:
    """What a mention counts, and which way; None where it is no length that is counted from what stands after it."""
    words = story.tokens.words
    link = words[found.last] if found.last < len(words) else ""
    if link not in _LINKS:
        return None
    place = found.last + 1
    if found.mention.rule == BESIDE:
        unit, steps = PeriodUnit(words[found.last - 1]), 1
    else:
        length = _LENGTH.fullmatch(found.mention.value)
        before = words[found.first - 1] if found.first else ""
        if length is None or found.mention.type is not DateType.DURATION or before in guard("before_lasting"):
            return None
        if words[found.last - 2] in guard("other_years"):
            # "eight trading days after 12 October"
            return None
        unit, steps = _UNITS[length[2]], int(length[1])
    return _Length(found, unit, steps * _LINKS[link], place)


def _together(length: _Length, anchor: Found, story: Story) -> DateMention | None:
    """The one expression that a length and the date after it make; None where it is not counted from that date."""
    place, period = length.next_place, anchor.reading.period
    if place < anchor.first and story.tokens.classes[place] == CLASSES["the"]:
        place += 1
    if place != anchor.first or anchor.reading.type is not DateType.DATE or anchor.reading.until is not None:
        return None
    if story.tokens.words[length.next_place - 1] == "from" and anchor.mention.rule not in {
        "weekday",
        "holiday",
        "day by name",
    }:
        # "for five days from 3 May"
        return None
    if period is None or not period.exists:
        return _unknown(length, anchor)
    if _SIZES.get(period.unit, len(_SIZES)) > _SIZES[length.unit]:
        # "two days before May"
        return None
    counted = period.within(length.unit).moved(length.steps)
    if not counted.exists:
        return None
    story.remember(Reading(DateType.DATE, counted.value, counted), length.found.first)
    span = Span(length.found.mention.span.start, anchor.mention.span.end)
    days = _days(counted, period, mod=length.found.mention.mod)
    return dataclasses.replace(length.found.mention, span=span, type=DateType.DATE, value=counted.value, resolved=days)


def _unknown(length: _Length, anchor: Found) -> DateMention | None:
    """The expression "the day after New Year's Day" where no year is known; None for other lengths, which say how long they are."""
    if length.found.mention.rule != BESIDE:
        return None
    span = Span(length.found.mention.span.start, anchor.mention.span.end)
    return dataclasses.replace(length.found.mention, span=span)


def _is_restated(length: _Length, day_end: int, story: Story) -> bool:
    """True iff a length says again which day a date beside it is: "on 6 May, two days before the vote"."""
    return length.found.first == day_end + 1 and story.tokens.words[day_end] in {",", "(", "-", "–", "—"}


def _day_after(length: _Length, story: Story, told: ToldDays, *, is_day: bool) -> Period | None:
    """The day that a length is counted from, where no date stands after it: that of an event, or that of the last mention ("after that").

    Args:
        length: The length.
        story: The story so far.
        told: The days of events so far.
        is_day: Whether the mention before the length was a day.
    """
    words, place = story.tokens.words, length.next_place
    if words[place - 1] == "from" or place >= len(words):
        return None
    following = words[place + 1] if place + 1 < len(words) else ""
    if words[place] == "that" and (not following.isalpha() or following in guard("after_name")):
        return story.last_day if is_day else None
    return told.of_event(place)


def _dated(length: _Length, day: Period, story: Story) -> DateMention | None:
    """A length with the days that lie so far from a day; None where the calendar does not go so far."""
    counted = day.within(length.unit).moved(length.steps)
    if not counted.exists:
        return None
    story.remember(Reading(DateType.DATE, counted.value, counted), length.found.first)
    mention = length.found.mention
    days = _days(counted, day, mod=mention.mod)
    if mention.rule == BESIDE:
        return dataclasses.replace(mention, value=counted.value, resolved=days)
    return dataclasses.replace(mention, resolved=days)


def _days(counted: Period, anchor: Period, *, mod: str) -> ResolvedDate:
    """The days of a period that was counted from another."""
    return ResolvedDate(
        counted.first_day,
        counted.last_day,
        counted.unit.precision,
        Basis.RELATIVE,
        anchor.first_day,
        approximate=bool(mod),
    )
