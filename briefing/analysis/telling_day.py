"""The day that an article gives itself above its first sentence or at the beginning of it: mentions of dates in, a day out.

"Tuesday, June 19, 2018" on a line of its own, or "Thursday, May 7, 2015 On Tuesday, the board ...": such a date is the article's, it dates no
event, and "yesterday" is counted from it, whatever day its metadata give. Standard library only.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from briefing.model.dates import Basis, DateType, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.dates import DateMention
    from briefing.model.text import Document

__all__ = ["is_own_date", "telling_day"]

NEAR = datetime.timedelta(days=3)
"""How far from the day of publication an article's own day may lie: a time zone, a day's delay; farther off it is another thing's day."""

FIRST = 6
"""Sentences, headings among them, in which the article's own day stands: the first of its prose is the last of them."""


def is_own_date(document: Document, mention: DateMention) -> bool:
    """True iff a date is the article's own: a full day, alone on its line at the top or before a sentence that goes on without a mark."""
    day = mention.resolved
    if day is None or mention.type is not DateType.DATE or day.precision is not Precision.DAY:
        return False
    if day.basis is not Basis.EXPLICIT or day.first_day != day.last_day:
        return False
    at = document.index_at(mention.span.start)
    sentences = document.sentences
    if at >= FIRST or any(not sentence.is_heading for sentence in sentences[:at]):
        return False
    sentence, text = sentences[at], document.source.text
    if mention.span.start != sentence.span.start:
        return False
    if mention.span.end >= sentence.span.end:
        return True
    if sentence.is_heading:
        return False
    behind = text[mention.span.end : mention.span.end + 2]
    # A weekday and a capital: "Thursday, May 7, 2015 On Tuesday", but "May 2015 Flood".
    return (
        behind[:1].isspace()
        and behind[1:].isupper()
        and text[mention.span.start].isalpha()
        and "," in text[mention.span.start : mention.span.end]
    )


def telling_day(
    document: Document, dates: Iterable[DateMention], published: datetime.date | None
) -> datetime.date | None:
    """The day from which an article counts: its own where it lies near the day of publication, else that day."""
    for mention in dates:
        if document.index_at(mention.span.start) >= FIRST:
            break
        if is_own_date(document, mention) and mention.resolved is not None:
            own = mention.resolved.first_day
            return own if published is None or abs(own - published) <= NEAR else published
    return published
