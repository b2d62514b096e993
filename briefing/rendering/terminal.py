"""The designed page and the tables of the terminal. rich is imported here alone in this package.

One column up to about a hundred columns of width; from 110 on the sections stand in two columns side by side, so that no line of
prose grows longer than is good to read. Colours are the terminal's own named ones, over its own foreground, so that a light theme
and a dark one both show them; nothing is told by colour alone. Every word of an article passes `characters.plain` and goes to rich
as `Text`, never as markup.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from briefing.model.brief import Shows
from briefing.rendering import wording
from briefing.rendering.characters import plain, to_ascii
from briefing.rendering.tables import cell_text
from briefing.rendering.terminal_console import make_console, text_of
from briefing.rendering.terminal_lines import Pen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from briefing.model.brief import Brief
    from briefing.rendering.wording import Block

__all__ = ["draw_page", "export_svg", "render_table"]

_LEAST_WIDTH = 40
_PROSE = 100
"""The longest line of prose; longer ones are hard to read."""
_TWO_COLUMNS = 110
"""From this width on there are two columns of more than fifty characters each."""
_WIDEST = 170
"""Beyond this the two columns would be longer than prose should be."""
_GUTTER = 4
_FONT_ASPECT = 0.602
"""Width of a character by its height in Menlo and DejaVu Sans Mono."""


def draw_page(brief: Brief, *, width: int = 80, ascii: bool = False, color: bool = False) -> str:
    """The page as text for a terminal of that many columns; with `color`, with ANSI sequences."""
    width = min(max(width, _LEAST_WIDTH), _WIDEST)
    console = make_console(_page_width(width), ascii=ascii, color=color)
    console.print(_page(brief, console.width, ascii=ascii))
    return text_of(console)


def export_svg(brief: Brief, *, width: int = 100) -> str:
    """The page as an SVG picture of a terminal; the same bytes for the same page, and nothing fetched from elsewhere."""
    width = _page_width(min(max(width, _LEAST_WIDTH), _WIDEST))
    console = make_console(width, ascii=False, color=True, record=True)
    console.print(_page(brief, width, ascii=False))
    svg = console.export_svg(title="briefing", unique_id="page", font_aspect_ratio=_FONT_ASPECT)
    svg = re.sub(r"\s*@font-face\s*\{[^}]*\}", "", svg)
    svg = re.sub(
        r"font-family: Fira Code, monospace", "font-family: Menlo, 'DejaVu Sans Mono', Consolas, monospace", svg
    )
    svg = _INDENTED.sub(_moved, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


# A run of text in rich's SVG that begins with spaces; some viewers drop those and stretch the rest.
_INDENTED = re.compile(r'x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)" (clip-path="[^"]*")>((?:&#160;)+)([^<]+)')


def _moved(match: re.Match[str]) -> str:
    """The same run without the spaces, as far to the right as they took it."""
    left, top, length, clip, spaces, words = match.groups()
    count = spaces.count(";")
    shift = count * float(length) / (count + len(unescape(words)))
    return f'x="{float(left) + shift:g}" y="{top}" textLength="{float(length) - shift:g}" {clip}>{words}'


def render_table(
    name: str,
    rows: Sequence[Mapping[str, object]],
    *,
    numbers: Sequence[str] = (),
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str:
    """Findings of one kind as a table for the terminal: a column a key, a line a finding; the columns of `numbers` end alike."""
    console = make_console(max(width, _LEAST_WIDTH), ascii=ascii, color=color)
    shown = to_ascii if ascii else str
    if not rows:
        console.print(Text(shown(f"no {plain(name)} found"), style="dim"))
        return text_of(console)
    table = Table(box=box.ASCII if ascii else box.SIMPLE_HEAD, pad_edge=False, header_style="bold", safe_box=False)
    for key in rows[0]:
        table.add_column(Text(shown(plain(key))), overflow="fold", justify="right" if key in numbers else "left")
    for row in rows:
        table.add_row(*(Text(shown(plain(cell_text(row.get(key))))) for key in rows[0]))
    console.print(table)
    return text_of(console)


def _page_width(width: int) -> int:
    """The columns that the page takes of a terminal's: between one column and two there is no use for more."""
    return width if width >= _TWO_COLUMNS else min(width, _PROSE)


# ---- the page


def _page(brief: Brief, width: int, *, ascii: bool) -> RenderableType:
    pen = Pen(brief, ascii=ascii)
    blocks = wording.shown_sections(brief)
    lead = [block for block in blocks if block.shows is Shows.BOTTOM_LINE]
    rest = [block for block in blocks if block.shows is not Shows.BOTTOM_LINE]
    parts: list[RenderableType] = [_head(brief, pen, width), *(_lead(block, pen, width) for block in lead)]
    if width >= _TWO_COLUMNS and len(rest) > 1:
        parts.append(_two_columns(rest, pen, width, ascii=ascii))
    else:
        parts.extend(_section(block, pen, width) for block in rest)
    parts.append(_foot(brief, pen))
    return Group(*parts)


def _head(brief: Brief, pen: Pen, width: int) -> RenderableType:
    """Title and by-line; where the by-line is too long for one line, each of its parts has its own."""
    byline = wording.byline(brief, brief.words)
    parts = [byline] if len(byline) <= width - 2 else byline.split(" · ")
    lines = [pen.text(wording.title_of(brief), "bold"), *(pen.text(part, "dim") for part in parts)]
    return Group(Text(), *(Padding(line, (0, 1)) for line in lines), Text())


def _lead(block: Block, pen: Pen, width: int) -> RenderableType:
    """The bottom line in a box, the one thing that a hurried reader should see."""
    text = Text("\n").join(pen.line(line, block) for line in block.lines)
    return Panel(
        Padding(text, (0, max(0, width - 4 - _PROSE), 0, 0)),
        title=pen.text(block.heading, "bold cyan"),
        title_align="left",
        box=box.ASCII if pen.ascii else box.ROUNDED,
        border_style="cyan",
        padding=(0, 1),
    )


def _section(block: Block, pen: Pen, width: int) -> RenderableType:
    heading = pen.text(block.heading, "bold cyan")
    if any(pen.is_ours(line) for line in block.lines):
        heading.append_text(pen.text(" (our wording)", "dim"))
    rule = Rule(heading, align="left", style="cyan", characters="-" if pen.ascii else "─")
    return Group(Text(), rule, _lines(block, pen, width))


def _lines(block: Block, pen: Pen, width: int) -> RenderableType:
    if block.shows is Shows.SOURCES:
        return Group(*(pen.bullet(text) for text in pen.sources()))
    if block.shows is Shows.TIMELINE:
        return pen.timeline(block, width)
    lines, named = wording.split_cards(block.lines)
    return Group(
        *(pen.item(line, block) for line in lines), *([pen.names(named, is_more=bool(lines))] if named else [])
    )


def _foot(brief: Brief, pen: Pen) -> RenderableType:
    rule = Rule(style="cyan", characters="-" if pen.ascii else "─")
    return Group(Text(), rule, Padding(pen.text(wording.source_line(brief), "dim"), (0, 1)))


def _two_columns(blocks: Sequence[Block], pen: Pen, width: int, *, ascii: bool) -> RenderableType:
    """The sections in order down the left column, then down the right one, parted where the longer column is shortest."""
    column = (width - _GUTTER) // 2
    measure = make_console(column, ascii=ascii, color=False)
    drawn = [_section(block, pen, column) for block in blocks]
    heights = [len(measure.render_lines(section)) for section in drawn]
    part = min(range(1, len(blocks)), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    grid = Table.grid(padding=(0, _GUTTER, 0, 0), pad_edge=False)
    grid.add_column(width=column)
    grid.add_column(width=column)
    grid.add_row(Group(*drawn[:part]), Group(*drawn[part:]))
    return grid
