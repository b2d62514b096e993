"""The expressions of time of a text of one sentence, for tests of the grammar."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from briefing.analysis.dates import find_dates
from briefing.model.text import Document, Sentence, Source, Span

if TYPE_CHECKING:
    from briefing.model.dates import DateMention

__all__ = ["WEDNESDAY", "days", "found", "read", "values"]

WEDNESDAY = datetime.date(2019, 11, 13)
"""The day of publication of most cases: a Wednesday in the fourth quarter."""


def found(text: str, published: datetime.date | None = WEDNESDAY) -> list[DateMention]:
    """The mentions of a text that is taken for one sentence."""
    document = Document(Source.from_text(text), (Sentence("a1.1", Span(0, len(text)), 1),))
    return list(find_dates(document, published=published))


def values(text: str, published: datetime.date | None = WEDNESDAY) -> list[str]:
    """The value of each mention."""
    return [one.value for one in found(text, published)]


def read(text: str, published: datetime.date | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    """The words, type and value of each mention."""
    return [(text[one.span.start : one.span.end], one.type.value, one.value) for one in found(text, published)]


def days(mention: DateMention) -> str:
    """The first and last day of a mention, "first" alone where they are one; "" where it is not resolved."""
    if mention.resolved is None:
        return ""
    first, last = mention.resolved.first_day.isoformat(), mention.resolved.last_day.isoformat()
    return first if first == last else f"{first}/{last}"
