"""Loads the word lists of `briefing/data/`: TOML files, each with a `source` that says where its contents come from.

A list is a TOML array of strings or a table of strings; code holds the grammar, these files hold the words.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefing.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Lexicon", "load_lexicon"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One file of word lists.

    Attributes:
        name: The file's name without its ending.
        source: Where its contents come from.
        entries: What it holds, as TOML gives it.
    """

    name: str
    source: str
    entries: Mapping[str, Any]

    @cache  # noqa: B019 - lexicons live as long as the process
    def words(self, key: str) -> frozenset[str]:
        """The list under a key ("titles", or "titles.military" for a list in a table) as a set.

        Raises:
            LexiconError: There is no list of strings under that key.
        """
        return frozenset(self.ordered(key))

    @cache  # noqa: B019 - as above
    def ordered(self, key: str) -> tuple[str, ...]:
        """The list under a key in the order of the file.

        Raises:
            LexiconError: There is no list of strings under that key.
        """
        value = self._at(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._fault(key, "is no list of strings")
        return tuple(value)

    def table(self, key: str) -> Mapping[str, Any]:
        """The table under a key, read-only.

        Raises:
            LexiconError: There is no table under that key.
        """
        value = self._at(key)
        if not isinstance(value, dict):
            raise self._fault(key, "is no table")
        return MappingProxyType(value)

    def _at(self, key: str) -> object:
        value: Any = self.entries
        for part in key.split("."):
            if not isinstance(value, dict | MappingProxyType) or part not in value:
                raise self._fault(key, "is not there")
            value = value[part]
        return value

    def _fault(self, key: str, what: str) -> LexiconError:
        return LexiconError(f"the entry '{key}' {what}", where=f"{self.name}.toml")


@cache
def load_lexicon(name: str) -> Lexicon:
    """The word lists of `briefing/data/NAME.toml`, read once a process.

    Raises:
        LexiconError: The file is missing, is not TOML, or does not say its source.
    """
    try:
        text = resources.files("briefing").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError("there is no such word list", where=f"{name}.toml") from error
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), where=f"{name}.toml") from error
    source = entries.pop("source", "")
    if not isinstance(source, str) or not source:
        raise LexiconError("does not say its source", where=f"{name}.toml")
    return Lexicon(name, source, MappingProxyType(entries))
