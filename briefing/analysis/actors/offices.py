"""The offices that roles name: role words in, the nouns by which "the minister" means their bearer out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["office_meant", "offices_of", "same_office"]

SYNONYMS = {
    "envoy": frozenset({"representative", "envoy"}),
    "representative": frozenset({"representative", "envoy"}),
    "premier": frozenset({"premier", "minister"}),
}
"""Role nouns that one article changes for variety."""

ENDS = re.compile(r"\s(?:of|for|to|in|at|with|who|that|which|from|and)\s|,")
"""Where the words for an office end and those for whom or what it serves begin."""

DEPUTIES = frozenset({"vice", "deputy", "assistant", "shadow", "former", "under", "associate"})
"""Words that make another office of the one they stand before."""


def offices_of(roles: Iterable[str], vocabulary: Vocabulary) -> set[str]:
    """The words that say what somebody is: "deputy minister", of that and of "spokesman for the minister" not "minister"."""
    found: set[str] = set()
    for role in roles:
        words = ENDS.split(role.removeprefix("the ").removeprefix("a "), maxsplit=1)[0].split()
        for before, word in zip(["", *words], words, strict=False):
            if word in vocabulary.roles:
                found.add(f"{before} {word}" if before in DEPUTIES else word)
    return found


def office_meant(phrase: tuple[str, ...]) -> str:
    """The office that a description means: "deputy minister" for that, "minister" for "Norland minister"."""
    return " ".join(phrase) if phrase[0] in DEPUTIES else phrase[-1]


def same_office(office: str) -> tuple[str, ...]:
    """An office and what else one article calls it, in order."""
    return tuple(sorted(SYNONYMS.get(office, {office})))
