"""Passages in quotation marks: text and paragraphs in, `Marked` out. Standard library only.

Marks are paired within a paragraph, by what stands around them, so that an odd mark spoils one paragraph and not the article.
A quotation of several paragraphs gives one passage a paragraph, whether each is opened by a mark and only the last closed, or only the
first is opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.text import Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Marked", "find_marked", "paragraphs_of"]

CLOSES = {
    "“": '”“"',
    "”": '”"',
    "«": "»",
    "»": "«",
    "„": "“”„",
    "‟": "”",
    "``": ('"', "''", "``"),
    "''": ("''",),
    '"': '"”',
    "‘": "’",
    "'": "'",
}
"""The marks that may close what a mark opens: English, French, German, Swedish (” … ”) and TeX habits."""

MARK = re.compile(r"``|''|[“”„‟«»‘’\"']")
SINGLE = "‘’'"
AHEAD = 200
"""Marks to look at for the closing one (apostrophes are among them): beyond that it was forgotten, and the search stays linear."""
MOST_CARRIED = 3
"""Paragraphs behind the one in which a mark was opened in which the closing one is looked for."""
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
    carried, until = "", 0
    for position, (number, span) in enumerate(rows):
        first = span.start
        if carried:
            if position < until:
                found.extend(_passage(text, number, span, span.start, span.end, closed=False))
                continue
            closing = _first_of(text, span)
            if closing is not None:
                found.extend(
                    _passage(text, number, Span(span.start, closing.end), span.start, closing.start, closed=True)
                )
                first = closing.end
            carried = ""
        if first == span.end:
            continue
        following = [row[1] for row in rows[position + 1 : position + 1 + MOST_CARRIED]]
        for passage, mark, paragraphs in _pair(text, number, Span(first, span.end), following):
            found.append(passage)
            carried, until = (mark, position + paragraphs) if paragraphs else ("", 0)
    return tuple(found)


def _pair(text: str, number: int, span: Span, following: Sequence[Span]) -> Iterator[tuple[Marked, str, int]]:
    """The passages of one paragraph, with their opening marks and how many paragraphs further a mark closes them (0: not known)."""
    marks = [_Mark(match.group(), match.start(), match.end()) for match in MARK.finditer(text, span.start, span.end)]
    position = 0
    while position < len(marks):
        mark = marks[position]
        if not _opens(text, mark, span):
            position += 1
            continue
        closing = _closing(text, marks, position, span)
        if closing is not None:
            ends = marks[closing]
            yield from (
                (passage, mark.text, 0)
                for passage in _passage(text, number, Span(mark.start, ends.end), mark.end, ends.start, closed=True)
            )
            position = closing + 1
            continue
        is_last = not any(other.text in _family(mark.text) for other in marks[position + 1 : position + AHEAD])
        paragraphs = _closed_in(text, mark, span, following) if is_last else 0
        if paragraphs or _goes_on(text, mark, span, following[0] if following else None):
            yield from (
                (passage, mark.text, paragraphs)
                for passage in _passage(text, number, Span(mark.start, span.end), mark.end, span.end, closed=False)
            )
            return
        position += 1


def _passage(
    text: str, number: int, outer: Span, inner_start: int, inner_end: int, *, closed: bool
) -> Iterator[Marked]:
    """The passage between two offsets, unless it is blank."""
    words = text[inner_start:inner_end]
    start = inner_start + len(words) - len(words.lstrip())
    stop = inner_start + len(words.rstrip())
    if start < stop:
        yield Marked(outer, Span(start, stop), number, closed)


def _family(opening: str) -> frozenset[str]:
    """A mark and those that close it."""
    return frozenset((opening, *CLOSES[opening]))


def _first_of(text: str, span: Span) -> _Mark | None:
    """The first double mark of a paragraph; None where it has none."""
    for match in MARK.finditer(text, span.start, span.end):
        if match.group() not in SINGLE:
            return _Mark(match.group(), match.start(), match.end())
    return None


def _closed_in(text: str, mark: _Mark, span: Span, following: Sequence[Span]) -> int:
    """How many paragraphs further a mark closes what one opens, with no other mark of its kind between; 0 where none does.

    A straight mark is as likely an inch or a slip, so that it must stand where a quotation begins.
    """
    lead = text[span.start : mark.start].rstrip()
    if mark.text in SINGLE or (mark.text == '"' and lead and lead[-1] not in ",:.?!—–"):
        return 0
    for further, paragraph in enumerate(following, 1):
        closing = _first_of(text, paragraph)
        if closing is not None:
            is_closing = closing.text in CLOSES[mark.text] and not _opens(text, closing, paragraph)
            return further if is_closing and not _before(text, closing, paragraph).isspace() else 0
    return 0


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
    index = position
    last = min(len(marks), position + AHEAD) - 1
    while index < last:
        index += 1
        mark = marks[index]
        if mark.text == "“" and opening.text == "‘" and (inner := _closing(text, marks, index, span)) is not None:
            index = inner  # British: “…” within ‘…’
            continue
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
