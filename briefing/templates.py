"""Finds a template and parses its header into a `Plan`; its body stays text, for the renderer. Standard library only.

A template is one file, `NAME.md.j2`: a TOML header between two `+++` lines, then a Jinja body for Markdown.

    +++
    title = "One-page brief"
    description = "The bottom line, and what it rests on."
    words = 450
    [[sections]]
    shows = "points"
    heading = "Key points"
    limit = 5
    +++
    # {{ ... }}
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError, UsageError
from briefing.model.brief import Plan, Section, Shows

__all__ = [
    "TEMPLATE_ENDING",
    "Template",
    "find_template",
    "list_templates",
    "parse_template",
    "shipped_folder",
]

TEMPLATE_ENDING = ".md.j2"
_FENCE = "+++"
# The least that a page may be asked for (DESIGN: a page is never cut under 120 words; a fact box of a short article needs less).
_LEAST_WORDS = 40
_HEADER_KEYS = ("title", "description", "words", "sections")
_SECTION_KEYS = ("shows", "heading", "limit", "only")


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of page.

    Attributes:
        name: The name it is asked for by.
        origin: The file it was read from.
        plan: What its header says.
        body: Its Jinja body.
        sha256: The hash of the whole file, in hexadecimal.
        body_line: The line of the file at which the body begins, from 1.
    """

    name: str
    origin: str
    plan: Plan
    body: str
    sha256: str
    body_line: int = 1


def shipped_folder(name: str) -> Path:
    """The folder of what is shipped ("templates", "seeds"): inside an installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / f"_{name}"
    return inside if inside.is_dir() else package.parent / name


def find_template(name_or_path: str, *, folder: Path | None = None) -> Template:
    """The template of a name, the user's before a built-in one; or that of a file, where a path is given.

    Args:
        name_or_path: A name ("brief"), or a path: anything with a separator or the ending `.j2`.
        folder: The user's own templates.

    Raises:
        UsageError: There is no such template.
        TemplateError: It cannot be read, or its header is at fault.
    """
    if "/" in name_or_path or "\\" in name_or_path or name_or_path.endswith(".j2"):
        path = Path(name_or_path)
        if not path.is_file():
            raise UsageError("there is no such template file", where=name_or_path)
        return _load(path)
    for place in _places(folder):
        path = place / f"{name_or_path}{TEMPLATE_ENDING}"
        if path.is_file():
            return _load(path)
    known = ", ".join(sorted({_name_of(path) for place in _places(folder) for path in _files(place)}))
    raise UsageError(f"there is no template '{name_or_path}'", remedy=f"there are: {known}")


def list_templates(*, folder: Path | None = None) -> tuple[Template, ...]:
    """All templates by name; a user's own hides a built-in one of the same name.

    Raises:
        TemplateError: One of them cannot be read, or its header is at fault.
    """
    paths: dict[str, Path] = {}
    for place in _places(folder):
        for path in _files(place):
            paths.setdefault(_name_of(path), path)
    return tuple(_load(paths[name]) for name in sorted(paths))


def parse_template(text: str, *, name: str, origin: str) -> Template:
    """The template that a file's text describes.

    Args:
        text: The whole file.
        name: Its name.
        origin: The file, for error lines.

    Raises:
        TemplateError: The header is at fault; the error's line is that of the file.
    """
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != _FENCE:
        raise TemplateError(f"the first line is not {_FENCE}", where=f"{origin}:1", remedy="begin with a TOML header")
    closing = next((number for number, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), 0)
    if not closing:
        raise TemplateError(f"the header is not closed by a line {_FENCE}", where=f"{origin}:{len(lines)}")
    header = _Header("".join(lines[1:closing]), origin)
    plan = header.plan(name)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Template(name, origin, plan, "".join(lines[closing + 1 :]), digest, closing + 2)


class _Header:
    """The header of one template: its entries, and the line of each for the errors."""

    def __init__(self, text: str, origin: str) -> None:
        self.lines = text.splitlines()
        self.origin = origin
        try:
            self.entries = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"\(at line (\d+), column \d+\)", str(error))
            line = int(found[1]) if found else len(self.lines)
            what = re.sub(r" \(at .*\)$", "", str(error))
            raise TemplateError(f"the header is not TOML: {what}", where=f"{origin}:{line + 1}") from error

    def plan(self, name: str) -> Plan:
        """The plan that the entries describe."""
        self._refuse_unknown(self.entries, _HEADER_KEYS, 0)
        words = self._value(self.entries, "words", int, None)
        if words < _LEAST_WORDS:
            raise self._fault(f"words = {words} is too little for a page", "words", 0, f"give at least {_LEAST_WORDS}")
        tables = self._value(self.entries, "sections", list, None)
        if not tables or not all(isinstance(table, dict) for table in tables):
            raise self._fault("there are no [[sections]]", "sections", 0)
        starts = [number for number, line in enumerate(self.lines) if re.match(r"\s*\[\[\s*sections\s*\]\]", line)]
        starts += [0] * (len(tables) - len(starts))
        return Plan(
            name=name,
            title=self._value(self.entries, "title", str, None),
            description=self._value(self.entries, "description", str, ""),
            sections=tuple(self._section(table, start) for table, start in zip(tables, starts, strict=True)),
            words=words,
        )

    def _section(self, table: dict[str, Any], start: int) -> Section:
        self._refuse_unknown(table, _SECTION_KEYS, start)
        shows = self._value(table, "shows", str, None, start)
        if shows not in set(Shows):
            raise self._fault(
                f"there is nothing called '{shows}' to show", "shows", start, f"there are: {', '.join(Shows)}"
            )
        limit = self._value(table, "limit", int, 0, start)
        if limit < 0:
            raise self._fault(f"limit = {limit} is negative", "limit", start)
        only = self._value(table, "only", list, [], start)
        if not all(isinstance(word, str) for word in only):
            raise self._fault("'only' is not a list of words", "only", start)
        return Section(Shows(shows), self._value(table, "heading", str, "", start), limit, tuple(only))

    def _value(self, table: dict[str, Any], key: str, kind: type, default: Any, start: int = 0) -> Any:
        """The value under a key; without a default it must be there."""
        if key not in table:
            if default is None:
                raise self._fault(f"'{key}' is missing", key, start)
            return default
        value = table[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            wanted = {str: "a text", int: "a whole number", list: "a list"}[kind]
            raise self._fault(f"'{key}' is not {wanted}", key, start)
        return value

    def _refuse_unknown(self, table: dict[str, Any], known: tuple[str, ...], start: int) -> None:
        for key in table:
            if key not in known:
                raise self._fault(f"'{key}' means nothing here", key, start, f"there are: {', '.join(known)}")

    def _fault(self, what: str, key: str, start: int, remedy: str = "") -> TemplateError:
        """The error, at the first line from `start` that begins with the key, else at `start`."""
        pattern = re.compile(rf"\s*\[*\s*\"?{re.escape(key)}\b")
        line = next((n for n, text in enumerate(self.lines[start:], start=start) if pattern.match(text)), start)
        # The header's first line is the file's second.
        return TemplateError(what, where=f"{self.origin}:{line + 2}", remedy=remedy)


def _places(folder: Path | None) -> tuple[Path, ...]:
    """The folders that hold templates, the user's first."""
    shipped = shipped_folder("templates")
    return (folder, shipped) if folder is not None else (shipped,)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{TEMPLATE_ENDING}")) if folder.is_dir() else []


def _name_of(path: Path) -> str:
    return path.name.removesuffix(TEMPLATE_ENDING).removesuffix(".j2")


def _load(path: Path) -> Template:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError("it is not UTF-8 text", where=str(path)) from error
    except OSError as error:
        raise TemplateError(error.strerror or "it cannot be read", where=str(path)) from error
    return parse_template(text, name=_name_of(path), origin=str(path))
