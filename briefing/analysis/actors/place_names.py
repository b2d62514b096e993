"""Joins the names of places: with and without the kind of place, the kind alone where only one place has it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import PLACES
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.analysis.actors.forms import Form, Forms, Item
    from briefing.analysis.actors.mentions import Name
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["join_places"]


def join_places(by_item: Mapping[Item, list[Name]], forms: Forms, vocabulary: Vocabulary) -> None:
    """Joins what names one place: "Norhavn" and "Norhavn City", "the Castle" and "Norhavn Castle"."""
    lists = load_lexicon("merging")
    generic = {word.lower() for word in lists.ordered("places.generic")}
    smaller = {word.lower() for word in lists.ordered("places.smaller")}
    apart = {word.lower() for word in lists.ordered("places.not_the_city")}
    by_key: dict[Form, Item] = {}
    ends: dict[str, list[Item]] = defaultdict(list)
    for item, names in by_item.items():
        if item[0] in {"place", "listed"} and names[0].kind in PLACES and names[0].key:
            by_key.setdefault(names[0].key, item)
    for key, item in list(by_key.items()):
        if len(key) > 1:
            ends[key[-1]].append(item)
        shorter = by_key.get(key[:-1])
        if (
            shorter is None
            or by_item[shorter][0].kind is not ActorKind.PLACE
            or (key[-1] == "city" and key[0] in apart)
        ):
            continue
        if key[-1] in generic or (key[-1] in smaller and shorter[0] == "place" and by_item[shorter][0].entry is None):
            forms.join(item, shorter, "kind of place")
    for key, item in by_key.items():
        if len(key) == 1 and item[0] == "place" and key[0].title() in vocabulary.heads:
            forms.join_only(item, ends.get(key[0], ()), "head word")
