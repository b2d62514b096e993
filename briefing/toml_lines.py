"""The line on which each value of a TOML text stands, which `tomllib` does not tell. Standard library only.

The text must have been accepted by `tomllib`: what is read here is where things are, not whether they are right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Place", "find_lines"]

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|(?P<passed>[ \t\r]+|#[^\n]*)"
    r"|[\[\]{}=,.\n]"
    r"|[^\s\[\]{}=,.\"'#]+",
    re.DOTALL,
)
"""The tokens of TOML 1.0, as far as they can hide a line end, a bracket or a key."""


@dataclass(slots=True)
class Place:
    """Where a table, a list or a single value stands: its line, from 1, and what is in it."""

    line: int = 1
    keys: dict[str, Place] = field(default_factory=dict)
    items: list[Place] = field(default_factory=list)

    def line_of(self, path: Sequence[str | int]) -> int:
        """The line of what a path of keys and positions leads to, or of the last part of it that there is."""
        place = self
        for step in path:
            if isinstance(step, int) and step < len(place.items):
                place = place.items[step]
            elif isinstance(step, str) and step in place.keys:
                place = place.keys[step]
            else:
                break
        return place.line


def find_lines(text: str) -> Place:
    """Where everything in a TOML text stands; line ends are line feeds."""
    return _Reader(text).read()


class _Reader:
    """One pass over the tokens."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, int]] = []
        line = 1
        for match in _TOKEN.finditer(text):
            if match["passed"] is None:
                self.tokens.append((match.group(), line))
            line += match.group().count("\n")
        self.tokens.append(("", line))
        self.position = 0

    @property
    def sign(self) -> str:
        return self.tokens[self.position][0]

    @property
    def line(self) -> int:
        return self.tokens[self.position][1]

    def step(self) -> None:
        self.position = min(self.position + 1, len(self.tokens) - 1)

    def read(self) -> Place:
        """The whole text: headers, and below each its keys."""
        root = Place()
        table = root
        while self.sign:
            if self.sign == "[":
                table = self.header(root)
            elif self.sign == "\n":
                self.step()
            else:
                self.entry(table)
        return root

    def header(self, root: Place) -> Place:
        """The table that a header begins."""
        line = self.line
        self.step()
        is_row = self.sign == "["
        if is_row:
            self.step()
        *above, last = self.key()
        place = root
        for key in above:
            place = place.keys.setdefault(key, Place(line))
            place = place.items[-1] if place.items else place
        place = place.keys.setdefault(last, Place(line))
        if is_row:
            place.items.append(Place(line))
            place = place.items[-1]
        while self.sign not in {"\n", ""}:
            self.step()
        return place

    def key(self) -> list[str]:
        """The parts of a key, up to what ends it."""
        parts = []
        while self.sign not in {"]", "=", "\n", ""}:
            if self.sign != ".":
                quoted = self.sign[0] in "\"'"
                parts.append(self.sign[1:-1] if quoted else self.sign)
            self.step()
        return parts or [""]

    def entry(self, table: Place) -> None:
        """A key and its value."""
        line = self.line
        *above, last = self.key()
        for key in above:
            table = table.keys.setdefault(key, Place(line))
        if self.sign != "=":
            self.step()
            return
        self.step()
        value = self.value()
        # What a key holds is looked for where the key is, even where its value begins a line further down.
        value.line = line
        table.keys[last] = value

    def value(self) -> Place:
        """A value with what is in it."""
        place = Place(self.line)
        opened = self.sign
        if opened not in {"[", "{"}:
            while self.sign not in {",", "]", "}", "\n", ""}:
                self.step()
            return place
        self.step()
        while self.sign not in {"]", "}", ""}:
            if self.sign in {",", "\n"}:
                self.step()
            elif opened == "[":
                place.items.append(self.value())
            else:
                self.entry(place)
        self.step()
        return place
