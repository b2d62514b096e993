"""The console that the terminal's pages and tables are drawn on, with rich."""

from __future__ import annotations

from io import StringIO
from typing import cast

from rich.console import Console

__all__ = ["make_console", "text_of"]


def make_console(width: int, *, ascii: bool, color: bool, record: bool = False) -> Console:
    """A console that writes to a string and asks nothing of its surroundings."""
    return Console(
        file=_AsciiFile() if ascii else StringIO(),
        width=width,
        height=100,
        color_system="standard" if color else None,
        force_terminal=color,
        force_jupyter=False,
        force_interactive=False,
        no_color=False,
        legacy_windows=False,
        safe_box=False,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
        _environ={},
    )


class _AsciiFile(StringIO):
    """A string that tells rich that it takes ASCII alone, so that its rules and boxes are drawn so."""

    encoding = "ascii"


def text_of(console: Console) -> str:
    """What was printed to a console, without blanks at the ends of lines."""
    file = cast("StringIO", console.file)
    return "\n".join(line.rstrip() for line in file.getvalue().rstrip().split("\n")) + "\n"
