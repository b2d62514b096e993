"""The arguments and options that several commands share."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.errors import UsageError
from briefing.options import Color

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Aliases",
    "AnyLanguage",
    "Articles",
    "Ascii",
    "ColorWhen",
    "Explain",
    "Focus",
    "Force",
    "Format",
    "Method",
    "Methods",
    "Model",
    "Output",
    "Published",
    "Width",
    "day_of",
    "methods_of",
]

# What stands for all methods.
_ALL = "all"

Articles = Annotated[
    list[str], typer.Argument(metavar="ARTICLE", help="Files; - is standard input.", show_default=False)
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; the ending gives the format.", show_default=False),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", "-f", metavar="NAME", help="The format, whatever the file's ending says.", show_default=False
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite files that exist.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", help="An installed spaCy model instead of the pinned one.", show_default=False
    ),
]
Method = Annotated[
    str | None,
    typer.Option(
        "--method", "-m", metavar="NAME", help="How sentences are ranked.  [default: consensus]", show_default=False
    ),
]
Methods = Annotated[
    list[str] | None,
    typer.Option(
        "--method",
        "-m",
        metavar="NAME",
        help="How sentences are ranked; several are shown side by side, 'all' is all of them. May be repeated.  [default: consensus]",
        show_default=False,
    ),
]
Focus = Annotated[
    list[str] | None,
    typer.Option(
        "--focus",
        metavar="WORDS",
        help="What you are interested in: it comes first in every section. May be repeated.",
        show_default=False,
    ),
]
Aliases = Annotated[
    str | None,
    typer.Option(
        "--aliases", metavar="FILE", help="A TOML file that says which names are one actor's.", show_default=False
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Show why words were taken for an actor.")]
Published = Annotated[
    datetime.datetime | None,
    typer.Option(
        "--published",
        metavar="YYYY-MM-DD",
        formats=["%Y-%m-%d"],
        help="The day of publication, for relative dates.",
        show_default=False,
    ),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Go on where the article does not seem to be English.")
]
Width = Annotated[
    int | None, typer.Option("--width", metavar="COLUMNS", help="Columns of the terminal page.", show_default=False)
]
Ascii = Annotated[
    bool | None, typer.Option("--ascii/--no-ascii", help="Draw the terminal page in ASCII.", show_default=False)
]
ColorWhen = Annotated[Color | None, typer.Option("--color", help="Colour the terminal page.", show_default=False)]


def day_of(moment: datetime.datetime | None) -> datetime.date | None:
    """The day of a moment as the command line gives it; days have no time zone here."""
    return moment.date() if moment else None


def methods_of(names: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The methods that these names mean, each once, in their order; "all" is all of them.

    Raises:
        UsageError: One is not known.
    """
    chosen: dict[str, None] = {}
    for name in names:
        if name != _ALL and name not in known:
            raise UsageError(
                f"there is no method '{name}'", where="--method", remedy=f"there are: {', '.join(known)}, and {_ALL}"
            )
        chosen.update(dict.fromkeys(known if name == _ALL else [name]))
    return tuple(chosen)
