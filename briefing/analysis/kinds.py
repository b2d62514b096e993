"""Decides what every name of a document is: one kind for one form, from the evidence of all places where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.names import Name
    from briefing.analysis.vocabulary import Entry, Vocabulary

__all__ = ["decide_kinds"]

Form = tuple[str, ...]

FIXED = 50
"""The weight from which a kind is known and not voted on."""


def decide_kinds(names: Sequence[Name], vocabulary: Vocabulary) -> tuple[list[Name], dict[Form, tuple[ActorKind, Entry | None]]]:
    """The names that are names, each with its kind, and the kind and entry of every form."""
    votes: dict[Form, Counter[ActorKind]] = defaultdict(Counter)
    entries: dict[Form, Entry | None] = {}
    for name in names:
        if name.kind is not None and name.key and not name.is_pending:
            votes[name.key][name.kind] += name.weight
            entries[name.key] = entries.get(name.key) or name.entry
    for name in names:
        if name.is_pending and name.kind is not None and name.key in votes:
            votes[name.key][name.kind] += 1
    kinds = {form: _winner(counts) for form, counts in votes.items()}
    surnames = _surnames(kinds, vocabulary)
    for form, counts in votes.items():
        if len(form) == 1 and form[0] in surnames and max(counts.values()) < FIXED:
            kinds[form] = ActorKind.PERSON
    for name in names:
        if name.key and name.key not in kinds:
            if len(name.key) == 1 and name.key[0] in surnames:
                kinds[name.key] = ActorKind.PERSON
            elif not name.is_pending:
                kinds[name.key] = ActorKind.PERSON if name.key[0].title() in vocabulary.given else ActorKind.ORGANISATION
    kept = []
    for name in names:
        if not name.key or name.key not in kinds:
            continue
        if name.weight < FIXED:
            name.kind = kinds[name.key]
        name.entry = name.entry or entries.get(name.key)
        name.is_pending = False
        kept.append(name)
    return kept, {form: (kind, entries.get(form)) for form, kind in kinds.items()}


def _winner(counts: Counter[ActorKind]) -> ActorKind:
    """The kind with the most votes; of equals the first of the enumeration, for the same result every time."""
    order = list(ActorKind)
    return max(counts, key=lambda kind: (counts[kind], -order.index(kind)))


def _surnames(kinds: dict[Form, ActorKind], vocabulary: Vocabulary) -> dict[str, Form]:
    """The last words of the full names of persons."""
    return {
        form[-1]: form
        for form, kind in kinds.items()
        if kind is ActorKind.PERSON and len(form) > 1 and (len(form[-1]) > 2 or form[-1].title() in vocabulary.given)  # noqa: PLR2004
    }
