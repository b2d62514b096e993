"""The listed names: states with their peoples, capitals and seats of government, bodies, media and places, from the word lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Entry", "Relation", "list_entries"]


class Relation(StrEnum):
    """What a listed name is to what it stands for."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name.

    Attributes:
        name: The name as listed.
        stands_for: The fullest usual name of what it names, or of the state whose capital, seat or demonym it is.
        kind: What the name itself names.
        relation: What it is to `stands_for`.
        is_media: True iff it is a news medium.
    """

    name: str
    stands_for: str
    kind: ActorKind
    relation: Relation = Relation.NAME
    is_media: bool = False


def list_entries() -> Iterable[Entry]:
    """Every listed name, the more important first: of two with the same words the first counts."""
    bodies, states, places = load_lexicon("bodies"), load_lexicon("states"), load_lexicon("places")
    kinds = {"groups": ActorKind.GROUP, "organisations": ActorKind.ORGANISATION, "media": ActorKind.ORGANISATION}
    for table, kind in kinds.items():
        for name, others in bodies.table(table).items():
            spellings = [form for other in (name, *others) for form in _spellings(other)]
            for form in dict.fromkeys(spellings):
                yield Entry(form, name, kind, is_media=table == "media")
    for state, facts in states.table("states").items():
        yield from _state_entries(state, facts)
    for people, place in states.table("peoples").items():
        yield from _demonyms(people, place, ActorKind.PLACE)
    for seat, body in bodies.table("seats").items():
        yield Entry(seat, body, ActorKind.PLACE, Relation.CAPITAL)
    for place in places.ordered("places"):
        yield Entry(place, place, ActorKind.PLACE)


def _spellings(name: str) -> tuple[str, ...]:
    """A name with the ways in which its Arabic article is written: "al-", "Al-", "al ", "Al "."""
    if name[:3].lower() not in {"al-", "al "}:
        return (name,)
    return (name, *(article + name[3:] for article in ("al-", "Al-", "al ", "Al ")))


def _state_entries(state: str, facts: Mapping[str, Any]) -> Iterable[Entry]:
    """The names of a state, its demonyms, its capital and its seats of government."""
    for name in (state, *facts.get("names", ())):
        yield Entry(name, state, ActorKind.COUNTRY)
    for demonym in facts.get("demonyms", ()):
        yield from _demonyms(demonym, state, ActorKind.COUNTRY)
    for seat in facts.get("seats", ()):
        if _is_body(seat):
            yield Entry(seat, state, ActorKind.ORGANISATION, Relation.SEAT)
        else:
            yield Entry(seat, state, ActorKind.PLACE, Relation.CAPITAL)
    if capital := facts.get("capital"):
        yield Entry(capital, state, ActorKind.PLACE, Relation.CAPITAL)


def _demonyms(demonym: str, stands_for: str, kind: ActorKind) -> Iterable[Entry]:
    """The demonym and its plural."""
    yield Entry(demonym, stands_for, kind, Relation.DEMONYM)
    if not demonym.endswith(("s", "sh", "ch", "ese", "man")):
        yield Entry(demonym + "s", stands_for, kind, Relation.DEMONYM)


def _is_body(seat: str) -> bool:
    """True iff a seat is a building that names those who work there, rather than a city."""
    return any(
        word in seat
        for word in (
            "House",
            "Palace",
            "Kremlin",
            "Downing",
            "Whitehall",
            "Number",
            "lysee",
            "lysée",
            "Rosada",
            "Quai",
            "Zhongnanhai",
            "Malaca",
        )
    )
