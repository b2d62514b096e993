"""What a reader of one format hands to `read_source`: blocks of text and what is said about them. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

__all__ = ["Block", "Draft"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or heading, not yet cleaned; blocks are joined by a blank line."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before cleaning.

    Attributes:
        blocks: Its text in order, without the title.
        title: The headline, or "".
        author: The by-line, or "".
        site: The publication, or "".
        published: The day of publication as the metadata has it, or None.
        published_from: Where that day comes from: "metadata" or "front matter".
    """

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    site: str = ""
    published: datetime.date | None = None
    published_from: str = ""
