"""One frozen `Options` value, and the rule by which it is chosen. Standard library only; reads no file and no environment.

A flag goes before the environment (`BRIEFING_WORDS`), that before `./briefing.toml`, that before the user's own configuration,
that before the default.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Chosen", "Color", "Options", "choose_options"]

_PREFIX = "BRIEFING_"
# A page narrower than this cannot hold a timeline; a wider one is no page.
_WIDTHS = range(40, 401)


class Color(StrEnum):
    """When the terminal page is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may set once for all commands.

    Attributes:
        model: The installed spaCy model; "" for the pinned one.
        template: The template's name or path.
        method: The method that ranks sentences.
        format: The output format; "" where the output decides.
        width: The columns of the terminal page; 0 for the terminal's own.
        ascii: True iff the terminal page uses ASCII only.
        color: When the terminal page is coloured.
        words: The most words of a page's body; 0 for the template's own.
        focus: What the reader is interested in, one word or phrase each.
        aliases: The path of a TOML file that says which names are one actor's; "" for none.
    """

    model: str = ""
    template: str = "brief"
    method: str = "consensus"
    format: str = ""
    width: int = 0
    ascii: bool = False
    color: Color = Color.AUTO
    words: int = 0
    focus: tuple[str, ...] = ()
    aliases: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options, and where each comes from: "option", "BRIEFING_WORDS", a file's name, or "default"."""

    options: Options
    origins: Mapping[str, str]


def choose_options(
    flags: Mapping[str, object],
    *,
    environment: Mapping[str, str] = MappingProxyType({}),
    files: Sequence[tuple[str, str]] = (),
) -> Chosen:
    """The options that hold.

    Args:
        flags: What the command line gives, by field; None where it gives nothing.
        environment: The environment's variables.
        files: (name, text) of each configuration file, the one that goes first first.

    Raises:
        UsageError: A value is not what its option takes; the line names the variable, or the file and its line.
    """
    values: dict[str, Any] = {}
    origins = {field.name: "default" for field in fields(Options)}

    def take(name: str, value: object, origin: str, where: str) -> None:
        checked = _checked(name, value, where)
        if name not in values:
            values[name] = checked
            origins[name] = origin

    for name, value in flags.items():
        if value is not None and value != ():
            take(name, value, "option", f"--{name}")
    for name in origins:
        variable = f"{_PREFIX}{name.upper()}"
        if environment.get(variable):
            take(name, _from_words(name, environment[variable]), variable, variable)
    for file_name, text in files:
        for key, value in _entries(text, file_name).items():
            where = f"{file_name}:{_line_of(text, key)}"
            if key not in origins:
                raise UsageError(f"there is no option '{key}'", where=where, remedy=f"there are: {', '.join(origins)}")
            take(key, value, file_name, where)
    return Chosen(Options(**values), MappingProxyType(origins))


def _entries(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        what = re.sub(r" \(at .*\)$", "", str(error))
        raise UsageError(f"it is not TOML: {what}", where=f"{name}:{line}") from error


def _line_of(text: str, key: str) -> int:
    """The line on which a key is set, from 1."""
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}\b")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if pattern.match(line)), 1)


def _from_words(name: str, text: str) -> object:
    """The value that a variable's words mean; what they cannot mean is left for the check to refuse."""
    match _TAKES[name]:
        case "number" if text.strip().isdecimal():
            return int(text)
        case "switch":
            return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(
                text.lower(), text
            )
        case "list":
            return [part.strip() for part in text.split(",") if part.strip()]
        case _:
            return text


_TAKES = {
    "model": "text",
    "template": "text",
    "method": "text",
    "format": "text",
    "width": "number",
    "ascii": "switch",
    "color": "color",
    "words": "number",
    "focus": "list",
    "aliases": "text",
}


def _text(value: object) -> object:
    return value if isinstance(value, str) and value else None


def _number(value: object) -> object:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _switch(value: object) -> object:
    return value if isinstance(value, bool) else None


def _color(value: object) -> object:
    return Color(value) if isinstance(value, str) and value in set(Color) else None


def _list(value: object) -> object:
    whole = isinstance(value, list | tuple) and all(isinstance(part, str) and part.strip() for part in value)
    return tuple(value) if whole and isinstance(value, list | tuple) else None


_CHECKS: dict[str, tuple[Callable[[object], object], str]] = {
    "text": (_text, "a text"),
    "number": (_number, "a whole number above 0"),
    "switch": (_switch, "true or false"),
    "color": (_color, "one of auto, always, never"),
    "list": (_list, "a list of texts"),
}


def _checked(name: str, value: object, where: str) -> object:
    """The value as `Options` holds it.

    Raises:
        UsageError: It is not what the option takes.
    """
    check, wanted = _CHECKS[_TAKES[name]]
    checked = check(value)
    if checked is None:
        raise UsageError(f"'{name}' takes {wanted}, not {value!r}", where=where)
    if name == "width" and checked not in _WIDTHS:
        raise UsageError(f"'width' takes {_WIDTHS[0]} to {_WIDTHS[-1]} columns, not {value!r}", where=where)
    return checked
