"""Lengths of time that are counted from a date beside them: "two days before Christmas", "a week after 3 May".

TIMEX3 keeps them apart, a DURATION and a DATE (TimeML annotation guidelines 1.2.1, "two weeks from June 7, 2003"); the day that they mean
together is given to the DURATION. What is counted from an event ("a week after the vote") has no day. Standard library only.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.model.dates import Basis, DateType, Precision, ResolvedDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.dates import DateMention

__all__ = ["anchored"]

_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_LINK = re.compile(r"\s+(before|after|prior to|from|following)\s+(?:the\s+)?", re.IGNORECASE)
_UNITS = {"D": PeriodUnit.DAY, "W": PeriodUnit.WEEK, "M": PeriodUnit.MONTH, "Y": PeriodUnit.YEAR}


def anchored(mentions: Iterable[DateMention], text: str) -> Iterator[DateMention]:
    """Yields mentions as they come; a length of time that is counted from the single day after it has its days."""
    held: DateMention | None = None
    for mention in mentions:
        if held is not None:
            yield _counted(held, mention, text)
        held = mention
    if held is not None:
        yield held


def _counted(length: DateMention, anchor: DateMention, text: str) -> DateMention:
    """The length with the days that lie so far from its anchor; the length itself where it is not counted from it."""
    found = _LENGTH.fullmatch(length.value)
    if found is None or length.type is not DateType.DURATION or anchor.resolved is None:
        return length
    link = _LINK.fullmatch(text[length.span.end : anchor.span.start])
    if (
        link is None
        or anchor.resolved.precision is not Precision.DAY
        or anchor.type not in {DateType.DATE, DateType.TIME}
    ):
        return length
    steps = int(found[1]) * (-1 if link[1].lower() in {"before", "prior to"} else 1)
    period = Period.of(_UNITS[found[2]], anchor.resolved.first_day).moved(steps)
    if not period.exists:
        return length
    days = ResolvedDate(
        period.first_day,
        period.last_day,
        period.unit.precision,
        Basis.RELATIVE,
        anchor.resolved.first_day,
        approximate=bool(length.mod),
    )
    return dataclasses.replace(length, resolved=days)
