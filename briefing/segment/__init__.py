"""Source -> Document: paragraphs, headings and sentences; the one owner of sentence boundaries.

In goes a `Source` with any text, out comes a `Document` whose sentences are ordered, disjoint, and cover every character that is
not white space. `paragraphs` finds the lines and paragraphs, `headings` tells headings from prose, `datelines` where a dateline before
the first sentence ends, `boundaries` finds the ends of sentences (it alone imports NLTK).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.text import Document, Sentence, Span
from briefing.segment.boundaries import split_sentences
from briefing.segment.datelines import end_of_dateline
from briefing.segment.headings import Role, roles_of
from briefing.segment.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.text import Source

__all__ = ["segment_source"]


OPENING = 3
"""Paragraphs of prose one of which may open with a dateline: a headline or a summary may stand before it."""


def segment_source(source: Source) -> Document:
    """The document of a source: its sentences with their paragraphs and headings; any text is accepted."""
    return Document(source, tuple(_find_sentences(source)))


def _find_sentences(source: Source) -> Iterator[Sentence]:
    """The sentences of a source in text order."""
    text = source.text
    paragraphs = find_paragraphs(text, source.headings)
    heading = ""
    number = 0
    prose = 0
    for place, (paragraph, role) in enumerate(zip(paragraphs, roles_of(source, paragraphs), strict=True), start=1):
        is_heading = role is not Role.PROSE
        spans = _whole(text, paragraph) if is_heading else split_sentences(text, paragraph)
        dateline = end_of_dateline(text, paragraph) if not is_heading and prose < OPENING else paragraph.start
        if dateline > paragraph.start:
            spans = [
                *_whole(text, Span(paragraph.start, dateline)),
                *split_sentences(text, Span(dateline, paragraph.end)),
            ]
        prose += not is_heading
        for span in spans:
            number += 1
            is_label = is_heading or span.end <= dateline
            yield Sentence(f"{source.id}.{number}", span, place, "" if role is Role.HEADING else heading, is_label)
        if role is Role.HEADING:
            heading = " ".join(text[paragraph.start : paragraph.end].split())


def _whole(text: str, paragraph: Span) -> list[Span]:
    """A heading's paragraph as one sentence, its lines apart where it has several."""
    spans = []
    start = paragraph.start
    for line in text[paragraph.start : paragraph.end].splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped)
            spans.append(Span(begin, begin + len(stripped)))
        start += len(line)
    return spans
