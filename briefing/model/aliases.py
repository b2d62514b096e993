"""What a user knows of names: which are one actor's, and which are not. Standard library only."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.findings import ActorKind

__all__ = ["AliasedActor", "Aliases"]


@dataclass(frozen=True, slots=True)
class AliasedActor:
    """One actor of an alias file.

    Attributes:
        name: What it is to be called where the text has that name.
        kind: What it is, or None where the program is to decide.
        aliases: Its other names.
        apart: Names that are never its own.
    """

    name: str
    kind: ActorKind | None = None
    aliases: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, `name` first."""
        return self.name, *self.aliases


@dataclass(frozen=True, slots=True)
class Aliases:
    """An alias file; two of its actors are never one.

    Attributes:
        actors: Its actors, in the order of the file.
        sha256: The hash of the file's bytes; "" for a value that was not read from a file.
    """

    actors: tuple[AliasedActor, ...] = ()
    sha256: str = ""

    def names_of(self, term: str) -> tuple[str, ...]:
        """All names of the actor that a term names, whatever its case; the term alone where it names none."""
        wanted = term.casefold()
        named = (actor.names for actor in self.actors if wanted in {name.casefold() for name in actor.names})
        return next(named, (term,))

    @property
    def identity(self) -> str:
        """What tells this value from another: the hash of its file, else of what it says, in hexadecimal."""
        if self.sha256:
            return self.sha256
        said = [[actor.name, actor.kind or "", actor.aliases, actor.apart] for actor in self.actors]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()
