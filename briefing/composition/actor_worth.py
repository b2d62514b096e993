"""How much an actor belongs on a page: an actor and what the analysis tells of it in, a number between 0 and 1 out.

A logistic model over signs that a reader can follow; the weights are in `salience.toml`, fitted by `bench/fit_salience.py` on gold pages.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.findings import Actor, Analysis
    from briefing.model.text import Span

__all__ = ["ActorWorth"]

REFERENCES = frozenset({"pronoun", "description"})
"""How a mention is tied to its actor that does not name it."""

JOINED = re.compile(r"\s*(?:,\s*)?(?:and\s+|or\s+|as well as\s+)?(?:the\s+|its\s+)?", re.IGNORECASE)
"""What stands between two names that do something together."""

MOST_JOINED = 8
"""Mentions that are looked at behind the beginning of a subject or object."""


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
        self._text = analysis.document.source.text
        rows = [(mention.span, actor.id) for actor in analysis.actors for mention in actor.mentions]
        self._rows = sorted(rows, key=lambda row: (row[0].start, -row[0].end, row[1]))
        self._starts = [span.start for span, _ in self._rows]
        for event in analysis.events:
            self._speaks.add(event.said_by)
            for name in self._named(event.who, event.actors):
                self._leads[name] += 1
                self._in_main[name] += event.depth == 0
            between = self._text[event.trigger.end : event.whom.start].lower().split() if event.whom is not None else []
            if not load_lexicon("deeds").words("words.where").intersection(between):
                self._suffers.update(self._named(event.whom, event.actors))

    def _named(self, words: Span | None, actors: Sequence[str]) -> list[str]:
        """Those of an event's actors that some words mean, and those joined to them by "and" or a comma."""
        if words is None:
            return []
        at = bisect_left(self._starts, words.start)
        found = []
        end = words.end
        for span, name in self._rows[at : at + MOST_JOINED]:
            if span.start < words.end:
                if name in actors and name not in found:
                    found.append(name)
                end = max(end, span.end)
            elif found and span.start >= end and JOINED.fullmatch(self._text, end, span.start):
                if name not in found:
                    found.append(name)
                end = span.end
            elif span.start >= end:
                break
        return found

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
        # It stands in no role, and nobody says that it does, says or suffers anything: things happen in it, or beside it.
        is_idle = not is_busy and not has_role and actor.did is None
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
            "is_idle_country": float(actor.kind is ActorKind.COUNTRY and is_idle),
            "is_idle": float(actor.kind is not ActorKind.COUNTRY and is_idle),
            "is_one_word": float(actor.kind is ActorKind.ORGANISATION and len(actor.name.split()) == 1),
            "is_body": float(bool(named) and all(mention.how == "body" for mention in named)),
            "is_media": float(any(alias in _media() for alias in (actor.name, *actor.aliases))),
        }
