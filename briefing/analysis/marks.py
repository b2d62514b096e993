"""Passages in quotation marks: text and paragraphs in, `Marked` out. Standard library only.

Marks are paired within a paragraph, by what stands around them, so that an odd mark spoils one paragraph and not the article.
A quotation of several paragraphs, each opened by a mark and only the last closed, gives one passage a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.text import Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Marked", "find_marked", "paragraphs_of"]

CLOSES = {
    "“": "”“",
    "”": "”",
    "«": "»",
    "»": "«",
    "„": "“”„",
    "‟": "”",
    "``": ('"', "''", "``"),
    "''": ("''",),
    '"': '"',
    "‘": "’",
    "'": "'",
}
"""The marks that may close what a mark opens: English, French, German, Swedish (” … ”) and TeX habits."""

MARK = re.compile(r"``|''|[“”„‟«»‘’\"']")
SINGLE = "‘’'"
AHEAD = 200
"""Marks to look at for the closing one (apostrophes are among them): beyond that it was forgotten, and the search stays linear."""
LONGEST_SINGLE = 600
"""Characters in single marks at most: beyond that an apostrophe was taken for a mark."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage in quotation marks.

    Attributes:
        outer: From the opening mark to the end of the closing one.
        inner: The words between the marks, without white space at their ends.
        paragraph: The number of its paragraph.
        closed: True iff a closing mark stands in the paragraph; where it does not, the quotation goes on in the next one.
    """

    outer: Span
    inner: Span
    paragraph: int
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int


def paragraphs_of(document: Document) -> Iterator[tuple[int, Span]]:
    """The number and the span of each paragraph, in text order."""
    number, start, end = 0, 0, 0
    for sentence in document.sentences:
        if sentence.paragraph != number:
            if end > start:
                yield number, Span(start, end)
            number, start = sentence.paragraph, sentence.span.start
        end = sentence.span.end
    if end > start:
        yield number, Span(start, end)


def find_marked(document: Document) -> tuple[Marked, ...]:
    """The outermost passages in quotation marks, in text order."""
    found: list[Marked] = []
    rows = list(paragraphs_of(document))
    text = document.source.text
    for position, (number, span) in enumerate(rows):
        following = rows[position + 1][1] if position + 1 < len(rows) else None
        found.extend(_pair(text, number, span, following))
    return tuple(found)


def _pair(text: str, number: int, span: Span, following: Span | None) -> Iterator[Marked]:
    """The passages of one paragraph."""
    marks = [_Mark(match.group(), match.start(), match.end()) for match in MARK.finditer(text, span.start, span.end)]
    position = 0
    while position < len(marks):
        mark = marks[position]
        if not _opens(text, mark, span):
            position += 1
            continue
        closing = _closing(text, marks, position, span)
        if closing is not None:
            yield from _passage(text, number, mark, marks[closing].start, marks[closing].end)
            position = closing + 1
            continue
        if _goes_on(text, mark, span, following):
            yield from _passage(text, number, mark, span.end, span.end, closed=False)
            return
        position += 1


def _passage(text: str, number: int, mark: _Mark, inner_end: int, end: int, *, closed: bool = True) -> Iterator[Marked]:
    """The passage between two offsets, unless it is blank."""
    words = text[mark.end : inner_end]
    start = mark.end + len(words) - len(words.lstrip())
    stop = mark.end + len(words.rstrip())
    if start < stop:
        yield Marked(Span(mark.start, end), Span(start, stop), number, closed)


def _before(text: str, mark: _Mark, span: Span) -> str:
    return text[mark.start - 1] if mark.start > span.start else " "


def _after(text: str, mark: _Mark, span: Span) -> str:
    return text[mark.end] if mark.end < span.end else " "


def _opens(text: str, mark: _Mark, span: Span) -> bool:
    """True iff a mark can open a passage where it stands."""
    before, after = _before(text, mark, span), _after(text, mark, span)
    if mark.text in {"“", "„", "‟", "«", "``"}:
        return True
    if mark.text in {"”", "»", "''"}:
        return (before.isspace() or before in "([{—–-:") and not after.isspace()
    if mark.text == '"':
        return (
            mark.start == span.start
            or before.isspace()
            or before in "([{—–-:/‘'"
            or (not before.isalnum() and after.isalnum() and before not in ".,!?;")
        )
    if mark.text == "’":
        return False
    return (mark.start == span.start or before.isspace() or before in "([—–") and after.isalpha()


def _closing(text: str, marks: list[_Mark], position: int, span: Span) -> int | None:
    """The index of the mark that closes the one at a position, or None."""
    opening = marks[position]
    if opening.text in SINGLE:
        return _closing_single(text, marks, position, span)
    depth = 0
    for index in range(position + 1, min(len(marks), position + AHEAD)):
        mark = marks[index]
        if opening.text == "“" and mark.text == "“":
            depth += 1
            if depth > 1 or not _opens_within(marks, index):
                return None
            continue
        if mark.text in CLOSES[opening.text]:
            if opening.text == '"' and _surely_opens(text, mark, span):
                return None
            if depth:
                depth -= 1
                continue
            return index
    return None


def _opens_within(marks: list[_Mark], index: int) -> bool:
    """True iff a second “ begins a quotation inside the first: two closing marks follow before another opens."""
    closing = 0
    for mark in marks[index + 1 : index + 8]:
        if mark.text == "“":
            return False
        closing += mark.text == "”"
        if closing > 1:
            return True
    return False


def _surely_opens(text: str, mark: _Mark, span: Span) -> bool:
    """True iff a straight mark cannot close: white space before it and a letter after it."""
    return _before(text, mark, span).isspace() and _after(text, mark, span).isalnum()


def _closing_single(text: str, marks: list[_Mark], position: int, span: Span) -> int | None:
    """The mark that closes a single one: the first that no apostrophe explains, else the first at a word's end."""
    opening = marks[position]
    wanted = "’" if opening.text == "‘" else "'"
    fallback: int | None = None
    for index in range(position + 1, min(len(marks), position + AHEAD)):
        mark = marks[index]
        if mark.start - opening.end > LONGEST_SINGLE or mark.text in {"‘", "“", "``", '"'}:
            break
        if mark.text != wanted or _after(text, mark, span).isalnum() or mark.start == opening.end:
            continue
        before = _before(text, mark, span)
        if before in ".,!?;":
            return index
        if (not before.isspace() and before not in "sS" and fallback is None) or (
            before in "sS" and fallback is None and _after(text, mark, span) in ".,;:!?)"
        ):
            fallback = index
    return fallback


def _goes_on(text: str, mark: _Mark, span: Span, following: Span | None) -> bool:
    """True iff an unclosed mark opens a quotation of which the next paragraph, opened by the same mark, is a part."""
    if mark.text in SINGLE:
        return False
    lead = text[span.start : mark.start].rstrip()
    if following is not None and text.startswith(mark.text, following.start):
        return not lead or lead[-1] in ",:.?!—–"
    return mark.start == span.start and mark.text in {"“", "``"}
