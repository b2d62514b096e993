"""Why a page says what it says, for a reader who doubts it. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.findings import ActorKind
    from briefing.model.text import Citation

__all__ = ["ActorReasons", "Explanation", "NameReason"]


@dataclass(frozen=True, slots=True)
class NameReason:
    """Why some words were taken for an actor.

    Attributes:
        words: The words; of pronouns all forms, parted by commas.
        how: The rule that tied them to the actor, as `Mention.how` has it.
        why: The rule in words for a reader.
        citation: Where they stand first.
        place: The paragraph there and the sentence within it, both from 1.
        times: How often they stand for the actor.
    """

    words: str
    how: str
    why: str
    citation: Citation
    place: tuple[int, int]
    times: int


@dataclass(frozen=True, slots=True)
class ActorReasons:
    """The words that were taken for one actor.

    Attributes:
        id: The actor's id in the analysis.
        name: Its name.
        kind: What it is.
        names: Its name, then its other names, descriptions and pronouns, each as they come in the text.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[NameReason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a page, or an analysis, says what it says.

    Attributes:
        title: Of the article, "" where it has none.
        actors: The actors that are explained, in their order there.
    """

    title: str
    actors: tuple[ActorReasons, ...] = ()
