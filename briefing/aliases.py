"""Reads a user's alias file, and finds every fault in it with its line. Standard library only.

    [[actor]]
    name = "Islamic State Khorasan"
    kind = "group"                                # optional
    aliases = ["ISKP", "the Khorasan chapter"]    # optional
    apart = ["Islamic State"]                     # optional: names that are never this actor's

`briefing.analysis.actors.aliases` says how the names are looked for in a text.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import AliasesError
from briefing.model.aliases import AliasedActor, Aliases
from briefing.model.findings import ActorKind
from briefing.toml_lines import Place, find_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parse_aliases", "read_aliases"]

_LIMIT = 1_000_000
"""Bytes of the largest file: some ten thousand actors. What is larger was not written by hand, or is another file."""

_LONGEST = 20
"""Words in the longest name: more are a sentence, and looking for them would cost more than it gives."""

_KEYS = ("name", "kind", "aliases", "apart")
_EXAMPLE = 'write [[actor]], and below it name = "..." and aliases = ["...", "..."]'


def read_aliases(path: str | Path) -> Aliases:
    """The alias file at a path.

    Raises:
        AliasesError: It cannot be read, or something in it is at fault: one line with the file, the line and the fault.
    """
    where = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AliasesError("there is no such file", where=where, remedy="check the path after --aliases") from error
    except IsADirectoryError as error:
        raise AliasesError("it is a folder", where=where, remedy="give the alias file in it") from error
    except PermissionError as error:
        raise AliasesError("it may not be read", where=where, remedy="check its permissions") from error
    except (OSError, ValueError) as error:
        what = (getattr(error, "strerror", "") or "it cannot be read").lower()
        raise AliasesError(what, where=where, remedy="check the path after --aliases") from error
    if len(data) > _LIMIT:
        raise AliasesError(
            f"it is larger than {_LIMIT:,} bytes", where=where, remedy="give only the actors of your articles"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise AliasesError("it is no text", where=where, remedy="give a TOML file") from error
        line = data[: error.start].count(b"\n") + 1
        raise AliasesError("it is not UTF-8 text", where=f"{where}:{line}", remedy="save it as UTF-8") from error
    return parse_aliases(text, origin=where, sha256=hashlib.sha256(data).hexdigest())


def parse_aliases(text: str, *, origin: str, sha256: str = "") -> Aliases:
    """What the text of an alias file says.

    Args:
        text: The whole file.
        origin: Its name, for error lines.
        sha256: The hash of its bytes.

    Raises:
        AliasesError: Something in it is at fault.
    """
    text = text.replace("\r\n", "\n")
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        what = re.sub(r" \(at .*\)$", "", str(error))
        raise AliasesError(
            f"it is not TOML: {what}", where=f"{origin}:{line}", remedy="names stand in quotation marks, lists in []"
        ) from error
    except RecursionError as error:
        raise AliasesError("its lists are nested too deep", where=origin, remedy=_EXAMPLE) from error
    return Aliases(tuple(_File(entries, find_lines(text), origin).actors()), sha256)


class _File:
    """The entries of one file, and where each stands."""

    def __init__(self, entries: dict[str, Any], lines: Place, origin: str) -> None:
        self.entries, self.lines, self.origin = entries, lines, origin
        self.taken: dict[str, list[tuple[str, int, int]]] = {}

    def actors(self) -> Iterator[AliasedActor]:
        """The actors in the order of the file."""
        for key in self.entries:
            if key != "actor":
                raise self.fault(f"'{key}' means nothing here", (key,), _EXAMPLE)
        tables = self.entries.get("actor", [])
        if isinstance(tables, dict):
            raise self.fault("an actor begins with [[actor]], in two pairs of brackets", ("actor",))
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.fault("'actor' is no row of tables", ("actor",), _EXAMPLE)
        for number, table in enumerate(tables):
            yield self.actor(number, table)

    def actor(self, number: int, table: dict[str, Any]) -> AliasedActor:
        """The actor of one table."""
        at = ("actor", number)
        for key in table:
            if key not in _KEYS:
                meant = get_close_matches(key, _KEYS, n=1)
                remedy = f"did you mean '{meant[0]}'?" if meant else f"there are: {', '.join(_KEYS)}"
                raise self.fault(f"'{key}' means nothing here", (*at, key), remedy)
        if "name" not in table:
            raise self.fault("this actor has no name", at, 'write name = "..." below [[actor]]')
        actor = AliasedActor(
            self.name(table["name"], (*at, "name")),
            self.kind(table["kind"], (*at, "kind")) if "kind" in table else None,
            self.names(table, "aliases", at),
            self.names(table, "apart", at),
        )
        for place, name in self.places(actor, at):
            self.take(name, number, place)
        own = {folded(name) for name in actor.names}
        for position, name in enumerate(actor.apart):
            if folded(name) in own:
                what = f"'{name}' cannot be a name of '{actor.name}' and apart from it"
                raise self.fault(what, (*at, "apart", position), "take it out of one of the two lists")
        return actor

    def kind(self, value: object, at: tuple[str | int, ...]) -> ActorKind:
        if not isinstance(value, str) or value not in set(ActorKind):
            shown = f"'{value}'" if isinstance(value, str) else repr(value)
            # A plural or the other spelling is nearly right; of anything else the list helps more.
            meant = get_close_matches(str(value), [kind.value for kind in ActorKind], n=1, cutoff=0.8)
            remedy = f"did you mean '{meant[0]}'?" if meant else f"there are: {', '.join(ActorKind)}"
            raise self.fault(f"there is no kind {shown}", at, remedy)
        return ActorKind(value)

    def names(self, table: dict[str, Any], key: str, at: tuple[str | int, ...]) -> tuple[str, ...]:
        """The names of a list."""
        values = table.get(key, [])
        if not isinstance(values, list):
            raise self.fault(f"'{key}' is no list", (*at, key), f'write {key} = ["...", "..."]')
        return tuple(self.name(value, (*at, key, position)) for position, value in enumerate(values))

    def name(self, value: object, at: tuple[str | int, ...]) -> str:
        if not isinstance(value, str):
            raise self.fault(f"a name is a text, not {value!r}", at, "put it in quotation marks")
        if not any(character.isalnum() for character in value):
            raise self.fault(
                "a name is empty" if not value.strip() else f"'{value}' is no name", at, "fill it or delete it"
            )
        if len(value.split()) > _LONGEST:
            raise self.fault(
                f"a name has more than {_LONGEST} words", at, "give the words by which the text names the actor"
            )
        return " ".join(value.split())

    def places(self, actor: AliasedActor, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Each name of an actor, with where it stands."""
        yield (*at, "name"), actor.name
        for position, name in enumerate(actor.aliases):
            yield (*at, "aliases", position), name

    def take(self, name: str, number: int, at: tuple[str | int, ...]) -> None:
        """Gives a name to an actor.

        Raises:
            AliasesError: Another actor has it: the same words, or words that a name in small letters finds too.
        """
        rows = self.taken.setdefault(folded(name), [])
        for other, owner, line in rows:
            if owner != number and (spelt(other) == spelt(name) or name.islower() or other.islower()):
                what = f"'{name}' is a name of another actor already, in line {line}"
                raise self.fault(what, at, "leave it to one of them")
        rows.append((name, number, self.lines.line_of(at)))

    def fault(self, what: str, at: tuple[str | int, ...], remedy: str = "") -> AliasesError:
        return AliasesError(what, where=f"{self.origin}:{self.lines.line_of(at)}", remedy=remedy)


def spelt(name: str) -> str:
    """The name as a text is searched for it: on one line, with straight apostrophes, without full stops."""
    return " ".join(name.split()).replace("’", "'").replace(".", "")


def folded(name: str) -> str:
    """The name as two of them are compared: as it is spelt, without case."""
    return spelt(name).lower()
