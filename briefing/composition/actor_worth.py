"""How much an actor belongs on a page: an actor and what the analysis tells of it in, a number between 0 and 1 out.

A logistic model over signs that a reader can follow; the weights are in `salience.toml`, fitted by `bench/fit_salience.py` on gold pages.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.findings import Actor, Analysis

__all__ = ["ActorWorth"]

REFERENCES = frozenset({"pronoun", "description"})
"""How a mention is tied to its actor that does not name it."""


@cache
def _weights() -> Mapping[str, float]:
    return load_lexicon("salience").table("card_weights")


@cache
def _media() -> frozenset[str]:
    return frozenset(
        name for listed, others in load_lexicon("bodies").table("media").items() for name in (listed, *others)
    )


class ActorWorth:
    """Knows what each actor of an analysis does in its events and quotes, and what that is worth on a page."""

    def __init__(self, analysis: Analysis) -> None:
        self._leads: Counter[str] = Counter()
        self._in_main: Counter[str] = Counter()
        self._speaks: set[str] = {quote.actor for quote in analysis.quotes}
        self._suffers: set[str] = set()
        for event in analysis.events:
            self._suffers.update(event.actors[1:2])
            if event.actors and event.who is not None:
                self._leads[event.actors[0]] += 1
                self._in_main[event.actors[0]] += event.depth == 0

    def __call__(self, actor: Actor) -> float:
        """How likely an editor would give the actor a card, 0 to 1, an actor that the page cannot do without counting most."""
        weights = _weights()
        total = sum(weights[name] * value for name, value in self.signs(actor).items())
        # Rounded: the last digits of an exponential may differ between machines.
        return round(1 / (1 + math.exp(-total)), 4)

    def signs(self, actor: Actor) -> dict[str, float]:
        """The signs by which an actor is weighed, by name; each is between 0 and about 3."""
        named = [mention for mention in actor.mentions if mention.how not in REFERENCES]
        is_busy = bool(self._leads[actor.id]) or actor.id in self._suffers or actor.id in self._speaks
        has_role = actor.role is not None
        return {
            "bias": 1.0,
            "salience": actor.salience,
            "names": math.log2(1 + len(named)),
            "main_clauses": math.log2(1 + self._in_main[actor.id]),
            "is_busy": float(is_busy),
            "has_deed": float(actor.did is not None),
            "has_role": float(has_role),
            "is_unknown": float(actor.kind is ActorKind.PERSON and not has_role),
            "is_person": float(actor.kind is ActorKind.PERSON),
            "is_group": float(actor.kind is ActorKind.GROUP),
            "is_country": float(actor.kind is ActorKind.COUNTRY),
            "is_idle_country": float(actor.kind is ActorKind.COUNTRY and not self._leads[actor.id]),
            "is_one_word": float(actor.kind is ActorKind.ORGANISATION and len(actor.name.split()) == 1),
            "is_body": float(bool(named) and all(mention.how == "body" for mention in named)),
            "is_media": float(any(alias in _media() for alias in (actor.name, *actor.aliases))),
        }
