"""The date that governs an event: date mentions and spaCy's tokens in, a date (or none) for each trigger out.

A date belongs to the event whose words govern it in the parse; an event without one inherits that of its sentence where the
story goes on, and has the publication date only where the text is the day's news. Otherwise it has none: right or absent.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.analysis.date_bearers import governor_of, head_of, inherit_dates, noun_before, objects_of
from briefing.analysis.parse import start_of
from briefing.analysis.told_verbs import is_active_past, is_done_now, is_perfect, is_told
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

NIGHT = "TNI"
"""How the TIMEX3 value of a night ends."""


class EventDates:
    """Dates the triggers of a document, sentence by sentence, in text order."""

    def __init__(self, dates: Sequence[DateMention], published: datetime.date | None) -> None:
        self._dates = [
            date
            for date in dates
            if date.type in (DateType.DATE, DateType.TIME)
            and (date.resolved is not None or not date.value.endswith("_REF"))
        ]
        self._dates = list(_without_late_nights(self._dates, published))
        self._starts = [date.span.start for date in self._dates]
        self._published = published

    def of_sentence(
        self, parsed: ParsedSentence, triggers: Sequence[Token]
    ) -> dict[int, tuple[ResolvedDate | None, Span]]:
        """The date of each trigger of a sentence and its words, by the trigger's index; undated ones are missing.

        Words that cannot be resolved ("last month" in an article without a date) come with None.
        """
        found: dict[int, tuple[ResolvedDate | None, Span]] = {}
        by_index = {token.i: token for token in triggers}
        for mention in self.inside(parsed.sentence.span):
            head = head_of(mention, parsed)
            if head is None or _is_time_stamp(mention, parsed):
                continue
            governor = self._bearer(governor_of(head, by_index), head, mention, by_index)
            if governor is not None and found.get(governor.i, (None,))[0] is None:
                found[governor.i] = (mention.resolved, mention.span)
        inherit_dates(found, triggers, self.is_ahead)
        return found

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
        beside = noun_before(head, triggers)
        if beside is not None:
            return beside
        if self.is_ahead(mention.resolved) and is_active_past(governor):
            return next((token for token in objects_of(governor) if token.i in triggers), None)
        return governor

    def of_the_day(self, trigger: Token, *, is_heading: bool, is_lead: bool) -> ResolvedDate | None:
        """The publication date for an event that the text tells as news; None for another tense, or without that date.

        News is told in the past or the perfect, in headlines in the present. Only what the headline or the lead tells in the
        simple past is the news of that very day; the rest is approximate: it is not later, and most often not much earlier.
        """
        if self._published is None or not is_told(trigger, is_heading=is_heading):
            return None
        if not is_heading and trigger.pos_ in ("NOUN", "PROPN") and not is_done_now(trigger, is_lead=is_lead):
            return None
        is_exact = is_heading or (is_lead and not is_perfect(trigger))
        day = self._published
        return ResolvedDate(day, day, Precision.DAY, Basis.PUBLICATION, day, approximate=not is_exact)


def _without_late_nights(dates: Sequence[DateMention], published: datetime.date | None) -> Iterator[DateMention]:
    """The dates; a "last night" that follows a "today" has no day.

    Such a text was gone on with for the next day's paper: its night is as likely the one after "today" as the one before.
    """
    is_told = False
    for date in dates:
        resolved = date.resolved
        if resolved is None or published is None or resolved.basis is not Basis.RELATIVE:
            yield date
            continue
        is_told = is_told or resolved.first_day == resolved.last_day == published
        is_night = date.value.endswith(NIGHT) and 0 < (published - resolved.first_day).days <= 1
        yield dataclasses.replace(date, resolved=None) if is_told and is_night else date


def _is_time_stamp(mention: DateMention, parsed: ParsedSentence) -> bool:
    """True iff a date stands right behind the handle of who posted what comes before: "(@norhavnport) 8 November 2016"."""
    first = next((token for token in parsed.tokens if start_of(token) >= mention.span.start), None)
    if first is None:
        return False
    before = [token for token in first.doc[max(0, first.i - HANDLE) : first.i] if not token.is_space]
    return bool(before) and before[-1].text.endswith(")") and any("@" in token.text for token in before)
