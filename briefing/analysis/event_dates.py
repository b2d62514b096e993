"""The date that governs an event: date mentions and spaCy's tokens in, a date (or none) for each trigger out.

A date belongs to the event whose words govern it in the parse; an event without one inherits that of its sentence where the
story goes on, and has the publication date only where the text is the day's news. Otherwise it has none: right or absent.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.analysis.date_bearers import (
    governor_of,
    head_of,
    inherit_dates,
    is_end_of_period,
    is_outside,
    noun_after,
    noun_before,
    objects_of,
    pass_on_opening,
    since_noun,
    verb_beside,
)
from briefing.analysis.date_spans import joined_dates
from briefing.analysis.parse import start_of
from briefing.analysis.timex.anchored import BESIDE
from briefing.analysis.timex.pieces import UNITS
from briefing.analysis.told_verbs import goes_on, is_active_past, is_aside, is_done_now, is_perfect, is_told
from briefing.model.dates import Basis, DateType, Precision, ResolvedDate
from briefing.model.text import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import ParsedSentence
    from briefing.model.dates import DateMention

__all__ = ["EventDates"]

HANDLE = 5
"""Tokens before a time stamp among which the handle of a post stands."""

RECENT = 6
"""Days within which an earlier day is that of the story."""

OPENING = 4
"""Characters before a date that opens a sentence: "On "."""

NIGHT = "TNI"
"""How the TIMEX3 value of a night ends."""


OF_A_REPORT = "week of a day"
"""The rule that reads the week a report is of, which is not that of the other events of its sentence."""

UNIT_ALONE = re.compile(rf"(?:(?:the|that|a|an)\s+)?(?:same\s+)?(?:{'|'.join(UNITS)})", re.IGNORECASE)
"""Words that name no time alone."""

BEFORE_DATE = re.compile(r"(?:\s+(?:on|in|at|late|early|about|around|by|during)){0,3}\s*$")
"""What ties a date at the end of a noun phrase to it. `$` is the date's beginning, where the search ends."""

PART_OF_DAY = re.compile(r"\b(?:(?:late|early|shortly) (?:on )?|the (?:early|small) hours (?:of|on) )$", re.IGNORECASE)
PART_REACH = 20
"""What says when in the day of a date, and how many characters before it that begins at most."""

CLOCKS = ("clock", "hour by name")
"""Rules that read a time of day."""

DAY_WORD = re.compile(
    r"day|\b(?:night|tonight|tomorrow|morning|evening|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
"""What names the day of a time of day: "6 a.m. on Tuesday", "8 p.m. last night"."""


class EventDates:
    """Dates the triggers of a document, sentence by sentence, in text order."""

    def __init__(self, dates: Sequence[DateMention], published: datetime.date | None, text: str) -> None:
        self._text = text
        placed = [
            date
            for date in joined_dates(dates, text)
            if date.resolved is not None
            or (date.type in (DateType.DATE, DateType.TIME) and not date.value.endswith("_REF"))
        ]
        self._dates = list(_without_doubtful(placed, published, text))
        self._starts = [date.span.start for date in self._dates]
        self._published = published

    def of_sentence(
        self, parsed: ParsedSentence, triggers: Sequence[Token]
    ) -> dict[int, tuple[ResolvedDate | None, Span | None]]:
        """The date of each trigger of a sentence and its words, by the trigger's index; undated ones are missing.

        Words that cannot be resolved ("last month" in an article without a date) come with None; None for both where words
        say that an event was at another time which nobody knows ("the year before the trial").
        """
        found: dict[int, tuple[ResolvedDate | None, Span | None]] = {}
        own: set[int] = set()
        undated: set[int] = set()
        by_index = {token.i: token for token in triggers}
        opener: Token | None = None
        for mention in self.inside(parsed.sentence.span):
            head = head_of(mention, parsed)
            if head is None or _is_time_stamp(mention, parsed):
                continue
            undated.update(self._undated_by(head, mention, by_index))
            if self._says_nothing(mention) or is_outside(head, mention, by_index):
                continue
            governor = self._bearer(governor_of(head, by_index), head, mention, by_index)
            if governor is not None and found.get(governor.i, (None,))[0] is None:
                if mention.rule == OF_A_REPORT:
                    own.add(governor.i)
                found[governor.i] = (mention.resolved, self._as_written(mention.span, parsed.sentence.span.start))
                if mention.span.start - parsed.sentence.span.start <= OPENING:
                    opener = governor
            counted_from = _counted_from(head, mention)
            if counted_from is not None and counted_from.i in by_index:
                found.setdefault(counted_from.i, (_anchor_day(mention), mention.span))
        inherit_dates(found, triggers, self.is_ahead, own=own)
        if opener is not None:
            pass_on_opening(found, triggers, opener)
        for index in sorted(undated):
            found.setdefault(index, (None, None))
        return found

    def _undated_by(self, head: Token, mention: DateMention, triggers: dict[int, Token]) -> Iterator[int]:
        """The indices of the events that words of time leave without a date: they were neither then nor on the day of the news."""
        if is_end_of_period(head):
            yield head.head.i
        elif self._says_nothing(mention):
            governor = governor_of(head, triggers)
            yield from () if governor is None else (governor.i,)
        elif self._published and mention.resolved and mention.resolved.last_day.year < self._published.year:
            # "went on long after her death in 1962"
            beside = verb_beside(head, mention, triggers)
            yield from () if beside is None else (beside,)

    def _says_nothing(self, mention: DateMention) -> bool:
        """True iff the words of a date mean nothing alone: "the year" of "the year before the trial"."""
        return (
            mention.resolved is None
            and UNIT_ALONE.fullmatch(self._text, mention.span.start, mention.span.end) is not None
        )

    def _as_written(self, span: Span, first: int) -> Span:
        """The words of a date with those before it that say when in the day: "late on Thursday", "the early hours of Friday"."""
        before = PART_OF_DAY.search(self._text, max(first, span.start - PART_REACH), span.start)
        return Span(before.start(), span.end) if before else span

    def whole(self, parts: Sequence[Span]) -> tuple[Span, ...]:
        """Parts of a sentence in text order, each going on to the end of the date in which it would end."""
        grown: list[Span] = []
        for part in parts:
            at = bisect_left(self._starts, part.end) - 1
            date = self._dates[at].span if at >= 0 else part
            end = max(part.end, date.end) if part.start <= date.start < part.end else part.end
            if grown and part.start < grown[-1].end:
                grown[-1] = Span(grown[-1].start, max(end, grown[-1].end))
            else:
                grown.append(Span(part.start, end))
        return tuple(grown)

    def without_dates(self, span: Span | None) -> Span | None:
        """The words of a participant without a date that the parser has tied to them; None where they are one.

        "Tuesday afternoon soldiers laid a bridge", "a jury on Tuesday ordered".
        """
        if span is None:
            return None
        for date in self.inside(span):
            if date.span.start == span.start and (date.type is DateType.TIME or date.span.end >= span.end):
                start = date.span.end + _blanks(self._text[date.span.end : span.end])
                return self.without_dates(Span(start, span.end)) if start < span.end else None
            if date.span.end >= span.end:
                before = BEFORE_DATE.search(self._text, span.start, date.span.start)
                end = before.start() if before else span.end
                return Span(span.start, end) if end > span.start else None
        return span

    def inside(self, span: Span) -> list[DateMention]:
        """The dates and times of day that begin in a span, in text order."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._dates[low:high]

    def is_ahead(self, date: ResolvedDate | None) -> bool:
        """True iff a date lies after the day of publication."""
        return self._published is not None and date is not None and date.first_day > self._published

    def _bearer(
        self, governor: Token | None, head: Token, mention: DateMention, triggers: dict[int, Token]
    ) -> Token | None:
        """The trigger that bears a date, where another one than the verb above it does; None where none can.

        What is told in the past did not happen after the day of publication: then what it brought about has the date
        ("announced a curfew from Friday", "set a hearing for 3 July").
        """
        if governor is not None and governor.dep_ == "pobj" and governor.head.lower_ in ("during", "amid"):
            # "sank during a storm on Monday": both were then.
            governor = governor_of(governor, triggers) or governor
        if governor is None or governor.pos_ in ("NOUN", "PROPN"):
            return governor
        dated = noun_after(head, mention)
        if dated is not None:
            return triggers.get(dated.i)
        beside = since_noun(head, triggers) if head.head.lower_ == "since" else noun_before(head, triggers)
        if beside is not None:
            return beside
        if self.is_ahead(mention.resolved) and is_active_past(governor):
            return next((token for token in objects_of(governor) if token.i in triggers), None)
        return governor

    def of_the_day(self, trigger: Token, *, is_heading: bool, is_lead: bool) -> ResolvedDate | None:
        """The publication date for an event that the text tells as news; None for another tense, or without that date.

        News is told in the past or the perfect, in headlines in the present. Only what the lead tells in the
        simple past is the news of that very day; the rest is approximate: it is not later, and most often not much earlier.
        What a headline tells, the lead tells with its day ("on Tuesday"): its own is only presumed, and so is that of an aside.
        """
        if self._published is None or not is_told(trigger, is_heading=is_heading):
            return None
        if not is_heading and trigger.pos_ in ("NOUN", "PROPN") and not is_done_now(trigger, is_lead=is_lead):
            return None
        is_exact = is_heading or (is_lead and not is_perfect(trigger) and not goes_on(trigger))
        day = self._published
        basis = Basis.PRESUMED if is_heading or is_aside(trigger) else Basis.PUBLICATION
        return ResolvedDate(day, day, Precision.DAY, basis, day, approximate=not is_exact)


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def _is_one_day(date: ResolvedDate) -> bool:
    return date.precision is Precision.DAY and date.first_day == date.last_day


def _without_doubtful(
    dates: Sequence[DateMention], published: datetime.date | None, text: str
) -> Iterator[DateMention]:
    """The dates; two that are as likely of another day have none.

    A "last night" that follows a "today": such a text was gone on with for the next day's paper, its night is as likely the one after
    "today" as the one before. A time of day without its day ("an hour before midnight") where the story is of an earlier day too.
    """
    ages = (
        [(published - date.resolved.first_day).days for date in dates if date.resolved and _is_one_day(date.resolved)]
        if published
        else []
    )
    is_older = any(0 < age <= RECENT for age in ages)
    is_told = False
    for date in dates:
        resolved = date.resolved
        if resolved is None or published is None or resolved.basis is not Basis.RELATIVE:
            yield date
            continue
        is_today = resolved.first_day == resolved.last_day == published
        is_clock = is_today and date.rule in CLOCKS and not DAY_WORD.search(text, date.span.start, date.span.end)
        is_night = date.value.endswith(NIGHT) and 0 < (published - resolved.first_day).days <= 1
        is_told = is_told or (is_today and not is_clock)
        doubtful = (is_told and is_night) or (is_older and is_clock)
        yield dataclasses.replace(date, resolved=None) if doubtful else date


def _counted_from(head: Token, mention: DateMention) -> Token | None:
    """The event from which a length of time is counted: the vote of "two days after the vote"; None where it is counted from none."""
    if mention.type is not DateType.DURATION and mention.rule != BESIDE:
        return None
    links = [token for token in (head.head, *head.children) if token.lower_ in ("after", "before", "following")]
    return next((noun for link in links for noun in link.children if noun.dep_ == "pobj"), None)


def _anchor_day(mention: DateMention) -> ResolvedDate | None:
    """The day from which a length of time was counted, or None."""
    anchor = mention.resolved.anchor if mention.resolved is not None else None
    return ResolvedDate(anchor, anchor, Precision.DAY, Basis.INHERITED) if anchor is not None else None


def _is_time_stamp(mention: DateMention, parsed: ParsedSentence) -> bool:
    """True iff a date stands right behind the handle of who posted what comes before: "(@norhavnport) 8 November 2016"."""
    first = next((token for token in parsed.tokens if start_of(token) >= mention.span.start), None)
    if first is None:
        return False
    before = [token for token in first.doc[max(0, first.i - HANDLE) : first.i] if not token.is_space]
    return bool(before) and before[-1].text.endswith(")") and any("@" in token.text for token in before)
