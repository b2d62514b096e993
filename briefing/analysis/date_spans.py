"""Dates that two expressions tell together: mentions in, fewer and longer mentions out.

"From 2009 to 2013" and "between Monday and Friday" are one span of time for the event they date, and so is "two days before
Christmas". "Since 2008" is its first day (as the timelines of SemEval-2015 task 4 have it).
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from briefing.model.dates import DateType, Precision
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.dates import DateMention, ResolvedDate

__all__ = ["joined_dates"]

COUNTED_FROM = re.compile(r"\s+(?:before|after|from|since|prior to|ahead of|following)\s+(?:the\s+)?")
"""What stands between a length and the date it is counted from."""

RANGE = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
BEFORE = 16
"""What begins a span of time, and how many characters before a date that begins at most. `$` is the date's beginning."""

UP_TO = re.compile(r"\s+(?:to|until|till|and|through)\s+(?:the\s+)?(?:on\s+)?", re.IGNORECASE)
"""What stands between the first and the last day."""


def joined_dates(dates: Sequence[DateMention], text: str) -> Iterator[DateMention]:
    """The dates in text order; those that tell one span of time together are one, with the words of both."""
    return _ranges(list(_with_counted_days(dates, text)), text)


def _ranges(dates: Sequence[DateMention], text: str) -> Iterator[DateMention]:
    last: DateMention | None = None
    for date in dates:
        before = text[max(0, date.span.start - BEFORE) : date.span.start]
        if last is not None:
            span = _between(last, date) if UP_TO.fullmatch(text, last.span.end, date.span.start) else None
            yield dataclasses.replace(date, span=Span(last.span.start, date.span.end), resolved=span) if span else last
            last = None
            if span:
                continue
        if date.resolved is None or date.type not in (DateType.DATE, DateType.TIME):
            yield date
        elif RANGE.search(before):
            last = date
        else:
            yield date
    if last is not None:
        yield last


def _between(first: DateMention, last: DateMention) -> ResolvedDate | None:
    """From the first day of one date to the last day of another; None where they do not follow each other."""
    start, end = first.resolved, last.resolved
    if start is None or end is None or last.type is not first.type or not start.first_day < end.last_day:
        return None
    return dataclasses.replace(start, last_day=end.last_day, precision=_finer(start, end))


def _finer(start: ResolvedDate, end: ResolvedDate) -> Precision:
    """The precision that both ends have, that of the finer one where they differ."""
    order = list(Precision)
    return min(start.precision, end.precision, key=order.index)


def _with_counted_days(dates: Sequence[DateMention], text: str) -> Iterator[DateMention]:
    """The dates; a length that is counted from the date behind it is one date with it: "two days before Christmas"."""
    counted: DateMention | None = None
    for date in dates:
        if counted is not None:
            is_inside = date.span.start < counted.span.end
            if is_inside or COUNTED_FROM.fullmatch(text, counted.span.end, date.span.start):
                counted = dataclasses.replace(
                    counted, span=Span(counted.span.start, max(counted.span.end, date.span.end))
                )
                continue
            yield counted
            counted = None
        if date.type is DateType.DURATION and date.resolved is not None:
            counted = date
        else:
            yield date
    if counted is not None:
        yield counted
