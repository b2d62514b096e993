"""Single findings and summaries: rows as CSV, JSON and Markdown, and the terminal's tables."""

from __future__ import annotations

import csv
from io import StringIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from briefing.errors import UsageError
from briefing.rendering.characters import plain
from briefing.rendering.markdown_words import escape_markdown, markdown_table
from briefing.rendering.places import Places
from briefing.wire import dump_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.brief import Line
    from briefing.model.text import Document

__all__ = ["TABLE_FORMATS", "cell_text", "render_findings", "render_sections", "render_summary"]


class TableRenderer(Protocol):
    """Turns rows into one text."""

    def __call__(self, name: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> str:
        """The text; `name` says what the rows are, `columns` are their keys."""


def cell_text(value: object) -> str:
    """A value as a cell shows it: nothing for None, items joined by "; ", numbers without needless digits."""
    match value:
        case None:
            return ""
        case list() | tuple():
            return "; ".join(cell_text(item) for item in value)
        case dict():
            return "; ".join(f"{key} {cell_text(item)}" for key, item in value.items() if item is not None)
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}"
        case _:
            return plain(str(value))


def _csv(name: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> str:  # noqa: ARG001 - the same call for every format
    """Comma-separated values with a header, lines ended by a line feed."""
    if not columns:
        return ""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(row.get(key)) for key in columns] for row in rows)
    return file.getvalue()


def _csv_cell(value: object) -> str:
    """The cell, with an apostrophe before what a spreadsheet would take for a formula; numbers of ours stay numbers."""
    text = cell_text(value)
    is_number = isinstance(value, int | float)
    return f"'{text}" if text[:1] in tuple("=+-@\t\r") and text and not is_number else text


def _json(name: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> str:  # noqa: ARG001 - see _csv
    return dump_json([dict(row) for row in rows])


def _markdown(name: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> str:
    if not rows:
        return f"No {escape_markdown(name)} found.\n"
    return markdown_table(columns, ([cell_text(row.get(key)) for key in columns] for row in rows))


TABLE_FORMATS: Mapping[str, TableRenderer] = MappingProxyType({"csv": _csv, "json": _json, "markdown": _markdown})
"""The formats of single findings by name; the terminal's table is `terminal.render_table`."""


def render_findings(
    name: str, rows: Sequence[Mapping[str, object]], format: str = "markdown", *, columns: Sequence[str] = ()
) -> str:
    """Findings of one kind as a table.

    Args:
        name: What the rows are ("actors").
        rows: One mapping a finding, all with the keys of the first: plain values, lists and mappings of them.
        format: One of `TABLE_FORMATS`.
        columns: The keys, so that a CSV has its header where nothing was found; those of the first row where none are given.

    Raises:
        UsageError: The format is not known.
    """
    renderer = TABLE_FORMATS.get(format)
    if renderer is None:
        raise UsageError(
            f"the format '{format}' is not known", remedy=f"choose one of {', '.join(sorted(TABLE_FORMATS))}"
        )
    return renderer(name, rows, tuple(columns) or tuple(rows[0] if rows else ()))


def render_summary(lines: Sequence[Line], document: Document, format: str = "terminal", *, width: int = 80) -> str:
    """A plain summary: sentences with their places as Markdown, JSON, or text wrapped to a width.

    Raises:
        UsageError: The format is not known.
    """
    places = Places((document,))
    if format == "json":
        return dump_json(
            [
                {"text": line.text, "citations": [_cited(line, at, document) for at in range(len(line.citations))]}
                for line in lines
            ]
        )
    if format == "markdown":
        notes: dict[str, str] = {}
        items = _items(lines, places, notes)
        return "\n".join([*items, "", *notes.values()]).strip() + "\n"
    if format == "terminal":
        from textwrap import wrap  # noqa: PLC0415 - needed for this format alone

        texts = [f"{plain(line.text)} {places.marks(line)}".strip() for line in lines]
        return "\n".join("\n".join(wrap(text, max(width, 20), break_long_words=False)) for text in texts) + "\n"
    raise UsageError(f"the format '{format}' is not known", remedy="choose one of json, markdown, terminal")


def render_sections(
    summaries: Sequence[tuple[str, Sequence[Line]]], document: Document, *, level: int = 2, prefix: str = ""
) -> str:
    """Several summaries of one article as Markdown: a section each, and the places once below all of them.

    Args:
        summaries: The heading of each, and its lines.
        document: The article.
        level: The level of the headings.
        prefix: What the labels of the footnotes begin with.
    """
    places = Places((document,), prefix=prefix)
    notes: dict[str, str] = {}
    sections = []
    for heading, lines in summaries:
        items = "\n".join(_items(lines, places, notes))
        sections.append(f"{'#' * level} {escape_markdown(heading)}\n\n{items}".rstrip())
    return "\n\n".join([*sections, "\n".join(notes.values())]).strip() + "\n"


def _items(lines: Sequence[Line], places: Places, notes: dict[str, str]) -> list[str]:
    """The items of a list, marked; the footnotes that they need are added to `notes`."""
    items = []
    for line in lines:
        marks = []
        for sentence_id in places.sentences_of(line):
            label = places.label(sentence_id)
            notes[label] = f"[^{label}]: {places.describe(sentence_id)}"
            marks.append(f"[^{label}]")
        items.append(f"- {escape_markdown(line.text)}{''.join(marks)}")
    return items


def _cited(line: Line, at: int, document: Document) -> dict[str, object]:
    citation = line.citations[at]
    return {
        "sentence": citation.sentence,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": document.text_of(citation.span),
    }
