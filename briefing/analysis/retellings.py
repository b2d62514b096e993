"""Which mentions tell the same event: events in text order in, each with `same_as` out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from briefing.analysis.participants import object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.model.findings import Event

__all__ = ["Retellings"]

RETELLING = 40
"""Events of the same lemma to compare a new one with: keeps the merging linear in long texts."""


class Retellings:
    """Ties a mention of an event to the first mention of the same."""

    def __init__(self) -> None:
        self._by_lemma: dict[str, list[tuple[Event, str]]] = {}

    def tie(self, event: Event, token: Token) -> Event:
        """The event with `same_as` set where an earlier one tells the same: the lemma, a shared participant, no other date."""
        root = token.lemma_.lower()
        target = object_of(token).lemma_.lower() if not event.is_noun and object_of(token) is not None else ""  # type: ignore[union-attr]
        earlier = self._by_lemma.setdefault(root, [])
        for other, other_target in earlier[-RETELLING:]:
            if _agree(event, other, target, other_target):
                return dataclasses.replace(event, same_as=other.same_as or other.id)
        earlier.append((event, target))
        return event


def _agree(event: Event, other: Event, target: str, other_target: str) -> bool:
    """True iff two mentions of one lemma tell the same event."""
    if event.is_speech or other.is_speech or event.status is not other.status:
        return False
    if (
        event.when
        and other.when
        and (event.when.last_day < other.when.first_day or other.when.last_day < event.when.first_day)
    ):
        return False
    shared = bool(set(event.actors) & set(other.actors))
    if target and other_target:
        return target == other_target and (shared or not (event.actors and other.actors))
    return shared and bool(event.actors) and event.actors[0] == other.actors[0]
