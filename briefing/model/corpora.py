"""One article of a corpus, with what others wrote to sum it up. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.text import Source

__all__ = ["CorpusRow"]


@dataclass(frozen=True, slots=True)
class CorpusRow:
    """An article of a corpus.

    Attributes:
        line: The number of its line in the file, from 1.
        id: What the file calls it; the number of its line where that gives it no name.
        source: The article; its origin is "FILE:LINE".
        references: Summaries that others wrote of it, a sentence a line where the file has line ends in them.
    """

    line: int
    id: str
    source: Source
    references: tuple[str, ...] = ()
