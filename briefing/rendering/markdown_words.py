"""Words as Markdown in GitHub's dialect: any text in, Markdown that shows just that text out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.rendering.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Markdown", "escape_markdown", "markdown_table"]

# Characters that can begin a construct anywhere in a line: escapes, code, emphasis, links and footnotes, HTML and autolinks, tables,
# strikethrough.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]")
_ENTITY = re.compile(r"&(?=#|\w+;)")
_ADDRESS = re.compile(r"(?<=http)(s?):(?=//)|(?<=ftp):(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(?:(?=[-+=#])|(\d{1,9})(?=[.)](?:\s|$)))")


class Markdown(str):
    """Text that is Markdown already, and so is printed by a template as it is."""

    __slots__ = ()


def escape_markdown(text: str) -> str:
    """The Markdown that shows these words on one line: no markup of theirs, no HTML, no link, no cell or footnote of a table."""
    shown = _SPECIAL.sub(r"\\\g<0>", plain(text))
    if "&" in shown:
        shown = _ENTITY.sub(r"\\&", shown)
    if "://" in shown or "www." in shown.lower():
        shown = _ADDRESS.sub(lambda match: f"{match[1] or ''}\\{match[0][-1]}", shown)
    shown = _AT_START.sub(lambda match: f"{match[1] or ''}\\", shown)
    # "![" would begin an image where a footnote mark follows.
    return f"{shown[:-1]}\\!" if shown.endswith("!") else shown


def markdown_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of plain words, every cell escaped, with a final line feed."""
    head = [escape_markdown(cell) for cell in header]
    lines = [head, *([escape_markdown(cell) for cell in row] for row in rows)]
    drawn = [f"| {' | '.join(cells)} |" for cells in lines]
    return "\n".join([drawn[0], "|" + "---|" * len(head), *drawn[1:]]) + "\n"
