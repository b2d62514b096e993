"""The paragraphs of a text: runs of lines between blank lines, or single lines where each line is a paragraph. Standard library only.

Plain text breaks its lines for two reasons. Some files are wrapped: a line ends where the column ends, inside a sentence. Others
hold one paragraph (or one sentence) a line. Which it is is decided once a text, by how its lines end and begin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_paragraphs"]

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028]")
_FULL_END = re.compile(r"[.!?\u2026:;] ?[\"'\u201d\u2019)\]\u00bb]*\Z")
_LIST_ITEM = re.compile(
    r"(?:[-*\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2013\u2014+\u00b7]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)])\s+\S"
)

# A wrapped line ends within this many characters of the widest one, give or take the word that did not fit.
_SLACK = 8

# A lower-case line continues the one before it, in a text that is otherwise not wrapped, only if one of them is as long as this:
# shorter ones are lists.
_LONG_LINE = 40


def find_paragraphs(text: str, headings: Sequence[Span] = ()) -> list[Span]:
    """The paragraphs of a text in order, without white space at their ends; lines that are headings stand alone."""
    lines = [span for match in _LINE.finditer(text) if (span := _stripped(text, match.start(), match.end()))]
    if not lines:
        return []
    ahead = _heading_lines(lines, headings)
    joined = [
        not ahead[index] and not ahead[index + 1] and _one_break(text, lines[index], lines[index + 1])
        for index in range(len(lines) - 1)
    ]
    wrapped = _is_wrapped(text, lines, joined)
    width = max(len(line) for line in lines)
    paragraphs = []
    start = lines[0].start
    for index, together in enumerate(joined):
        here, below = lines[index], lines[index + 1]
        if not (together and _continues(text, here, below, width if wrapped else 0)):
            paragraphs.append(Span(start, here.end))
            start = below.start
    paragraphs.append(Span(start, lines[-1].end))
    return paragraphs


def _stripped(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends, None where nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    kept = len(piece.strip())
    return Span(start + left, start + left + kept) if kept else None


def _heading_lines(lines: list[Span], headings: Sequence[Span]) -> list[bool]:
    """For each line whether a heading touches it."""
    marks = [False] * len(lines)
    index = 0
    for heading in sorted(headings):
        while index < len(lines) and lines[index].end <= heading.start:
            index += 1
        probe = index
        while probe < len(lines) and lines[probe].start < heading.end:
            marks[probe] = True
            probe += 1
    return marks


def _one_break(text: str, here: Span, below: Span) -> bool:
    """True iff a single line break and no blank line stands between two lines."""
    gap = text[here.end : below.start]
    return "\v" not in gap and "\f" not in gap and "\u2029" not in gap and len(_BREAK.findall(gap)) == 1


def _is_wrapped(text: str, lines: list[Span], joined: list[bool]) -> bool:
    """True iff more lines break inside a sentence than at the end of one."""
    inside = between = 0
    for index, together in enumerate(joined):
        if not together:
            continue
        first = text[lines[index + 1].start]
        if _FULL_END.search(text, max(lines[index].start, lines[index].end - 6), lines[index].end):
            between += not first.islower()
        else:
            inside += first.islower()
    return inside > between


def _continues(text: str, here: Span, below: Span, width: int) -> bool:
    """True iff the line below goes on with the paragraph of the line here; `width` is 0 for a text that is not wrapped."""
    if _LIST_ITEM.match(text, below.start, below.end):
        return False
    first = text[below.start]
    ends = _FULL_END.search(text, max(here.start, here.end - 6), here.end) is not None
    if not width:
        return not ends and first.islower() and max(len(here), len(below)) >= _LONG_LINE
    if first.islower():
        return True
    word = text[below.start : below.end].split(None, 1)[0]
    fits = len(here) + 1 + len(word) + _SLACK <= width
    return not fits
