"""Where the dateline at the head of an article ends: "WASHINGTON, March 3 (Reuters) - ", "Nairobi, Kenya (CNN)". Standard library only.

A dateline tells where and by whom, and belongs to no sentence. It is told by an agency in brackets, by a place in capitals before a dash,
or by a whole date before the first word of a sentence; in doubt there is none. The forms are those of the stylebooks of news agencies.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing.model.text import Span

__all__ = ["end_of_dateline"]

_LONGEST = 90
"""Characters of a dateline, at most."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Agency in brackets, capitals before a dash, a whole date; each ends where the first sentence begins."""
    lexicon = load_lexicon("segment")
    month = (
        "(?i:" + "|".join(sorted(map(re.escape, lexicon.words("months")), key=lambda word: (-len(word), word))) + ")"
    )
    weekday = (
        "(?i:" + "|".join(sorted(map(re.escape, lexicon.words("weekdays")), key=lambda word: (-len(word), word))) + ")"
    )
    agencies = "|".join(map(re.escape, lexicon.ordered("agencies")))
    day = rf"(?:{month}\.?\s\d{{1,2}}|\d{{1,2}}\s{month}\.?)(?!\d)"
    name = r"[A-Z][\w.'’-]{0,25}"
    place = rf"{name}(?:[ /-]{name}){{0,3}}(?:,\s?{name}(?: {name}){{0,2}}){{0,2}}"
    capitals = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z.'’]{2,}){0,3}(?:,\s?[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2}){0,2}"
    dash = r"\s?(?:--+|[-–—_])\s?"
    agency = rf"\((?:{agencies}|[A-Z]{{2,5}})\)"
    opening = r"(?=[\"'“‘]?[A-Z])"
    return (
        re.compile(rf"(?:{place},?\s(?:{day},?\s)?)?{agency}(?:{dash}|:\s|\s)?{opening}"),
        re.compile(rf"{capitals}(?:,\s{day})?(?:\s?--+\s?|\s?[–—]\s?|\s[-_]\s){opening}"),
        re.compile(rf"(?:{weekday},?\s)?(?:{day},?\s\d{{4}})(?!\d)\s{opening}"),
    )


def end_of_dateline(text: str, paragraph: Span) -> int:
    """The offset behind the dateline that a paragraph opens with, where its first sentence begins; the paragraph's start where it has none."""
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    ends = (match.end() for pattern in _patterns() if (match := pattern.match(head)))
    end = paragraph.start + next(ends, 0)
    return end if end < paragraph.end else paragraph.start
