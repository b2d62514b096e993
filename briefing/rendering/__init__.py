"""Brief or findings -> what a reader sees: Markdown, the terminal's page, JSON, tables, calendars.

`FORMATS` is the table of formats; each renderer is loaded when it is first used.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.brief import Brief, Line, Ranking
    from briefing.model.explanation import Explanation
    from briefing.model.findings import Analysis
    from briefing.model.text import Document
    from briefing.rendering.calendars import CalendarFile

__all__ = [
    "FORMATS",
    "Renderer",
    "body_words",
    "export_svg",
    "render_brief",
    "render_calendar",
    "render_explanation",
    "render_findings",
    "render_pages",
    "render_summaries",
    "render_summary",
    "render_table",
]


class Renderer(Protocol):
    """Turns one or more briefs into one text."""

    def __call__(self, briefs: Sequence[Brief], *, body: str | None, width: int, ascii: bool, color: bool) -> str:
        """The text; see `render_brief` for what the options mean."""


def _markdown(briefs: Sequence[Brief], *, body: str | None, width: int, ascii: bool, color: bool) -> str:  # noqa: ARG001
    from briefing.rendering.markdown import fill_body  # noqa: PLC0415 - a renderer is loaded when it is used

    def page(brief: Brief, prefix: str) -> str:
        return fill_body(brief, _built_in_body(brief.plan.name) if body is None else body, prefix=prefix)

    if len(briefs) == 1:
        return page(briefs[0], "")
    # Footnote labels must differ between the pages of one file.
    return "\n---\n\n".join(page(brief, f"{number}-") for number, brief in enumerate(briefs, start=1))


def _built_in_body(name: str) -> str:
    """The body of a built-in template; for a name that is none of theirs that of `brief`, which shows any plan."""
    from briefing.templates import list_templates  # noqa: PLC0415 - see _markdown

    bodies = {template.name: template.body for template in list_templates(folder=None)}
    return bodies.get(name, bodies["brief"])


def _terminal(briefs: Sequence[Brief], *, body: str | None, width: int, ascii: bool, color: bool) -> str:  # noqa: ARG001
    from briefing.rendering.terminal import draw_page  # noqa: PLC0415 - see _markdown

    return "\n\n".join(draw_page(brief, width=width, ascii=ascii, color=color) for brief in briefs)


def _json(briefs: Sequence[Brief], *, body: str | None, width: int, ascii: bool, color: bool) -> str:  # noqa: ARG001
    from briefing.wire import dump_json, to_dict, to_json  # noqa: PLC0415 - see _markdown

    return to_json(briefs[0]) if len(briefs) == 1 else dump_json([to_dict(brief) for brief in briefs])


FORMATS: Mapping[str, Renderer] = MappingProxyType({"markdown": _markdown, "json": _json, "terminal": _terminal})
"""The formats of a page by name."""


def render_brief(
    brief: Brief,
    format: str = "markdown",
    *,
    body: str | None = None,
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str | bytes:
    """A brief in one format.

    Args:
        brief: The brief.
        format: One of `FORMATS`.
        body: The Jinja body of the template, for Markdown; None for that of the built-in template of `brief.plan.name`.
        width: The columns of the terminal.
        ascii: Whether the terminal has ASCII alone.
        color: Whether the terminal has colours.

    Raises:
        UsageError: The format is not known.
        TemplateError: The template's body is at fault.
    """
    return render_pages((brief,), format, body=body, width=width, ascii=ascii, color=color)


def render_pages(
    briefs: Sequence[Brief],
    format: str = "markdown",
    *,
    body: str | None = None,
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str | bytes:
    """Several briefs one after another in one format; as JSON, an array of them (one brief alone is an object).

    Raises:
        UsageError: The format is not known.
        TemplateError: The template's body is at fault.
    """
    renderer = FORMATS.get(format)
    if renderer is None:
        raise UsageError(f"the format '{format}' is not known", remedy=f"choose one of {', '.join(sorted(FORMATS))}")
    return renderer(tuple(briefs), body=body, width=width, ascii=ascii, color=color)


def body_words(markdown: str) -> int:
    """The words of a page's body: footnotes are not counted."""
    from briefing.rendering.markdown import body_words as count  # noqa: PLC0415 - see _markdown

    return count(markdown)


def export_svg(brief: Brief, *, width: int = 100) -> str:
    """A picture of the terminal's page as SVG."""
    from briefing.rendering.terminal import export_svg as export  # noqa: PLC0415 - see _markdown

    return export(brief, width=width)


def render_explanation(
    explanation: Explanation,
    format: str = "markdown",
    *,
    named: bool = False,
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str:
    """Why a page says what it says, as markdown or for the terminal; with `named`, the article's title is in the heading.

    Raises:
        UsageError: The format is not known.
    """
    from briefing.rendering.explanations import render_explanation as render  # noqa: PLC0415 - see _markdown

    return render(explanation, format, named=named, width=width, ascii=ascii, color=color)


def render_calendar(analyses: Iterable[Analysis]) -> CalendarFile:
    """The dated events of articles as one iCalendar file.

    Raises:
        MissingPartError: icalendar is not installed.
    """
    from briefing.rendering.calendars import render_calendar as render  # noqa: PLC0415 - see _markdown

    return render(analyses)


def render_findings(
    name: str, rows: Sequence[Mapping[str, object]], format: str = "markdown", *, columns: Sequence[str] = ()
) -> str:
    """Findings of one kind as csv, json or markdown; `columns` make a header where there are no rows.

    Raises:
        UsageError: The format is not known.
    """
    from briefing.rendering.tables import render_findings as render  # noqa: PLC0415 - see _markdown

    return render(name, rows, format, columns=columns)


def render_table(
    name: str,
    rows: Sequence[Mapping[str, object]],
    *,
    numbers: Sequence[str] = (),
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str:
    """Findings of one kind as a table for the terminal; the columns of `numbers` end alike."""
    from briefing.rendering.terminal import render_table as render  # noqa: PLC0415 - see _markdown

    return render(name, rows, numbers=numbers, width=width, ascii=ascii, color=color)


def render_summary(
    lines: Sequence[Line],
    document: Document,
    format: str = "terminal",
    *,
    width: int = 80,
) -> str:
    """A plain summary as markdown, json, or text for the terminal.

    Raises:
        UsageError: The format is not known.
    """
    from briefing.rendering.tables import render_summary as render  # noqa: PLC0415 - see _markdown

    return render(lines, document, format, width=width)


def render_summaries(
    rankings: Sequence[Ranking],
    summaries: Sequence[Sequence[Line]],
    format: str = "terminal",
    *,
    order: str = "text",
    level: int = 2,
    prefix: str = "",
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str:
    """Summaries of one article by several methods: a section each in Markdown, beside one another in the terminal.

    Raises:
        UsageError: The format is neither "markdown" nor "terminal".
    """
    if format == "markdown":
        from briefing.rendering.tables import render_sections  # noqa: PLC0415 - see _markdown

        named = [(ranking.method, lines) for ranking, lines in zip(rankings, summaries, strict=True)]
        return render_sections(named, rankings[0].document, level=level, prefix=prefix)
    if format == "terminal":
        from briefing.rendering.terminal_summaries import render_side_by_side  # noqa: PLC0415 - see _markdown

        return render_side_by_side(rankings, summaries, order=order, width=width, ascii=ascii, color=color)
    raise UsageError(f"the format '{format}' is not known", remedy="choose one of markdown, terminal")
