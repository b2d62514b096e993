"""Joins the names of persons: full names, surnames, first names; never two persons because they share a surname."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.analysis.forms import Form, Forms, Item
    from briefing.analysis.mentions import Name
    from briefing.analysis.vocabulary import Vocabulary

__all__ = ["join_persons"]

COMPARED = 20
"""Bearers of one surname that are compared: more of them are no family but a list."""

SHORTEST = 3
"""Letters in the shortest short form of a given name: "Tim" of "Timothy"."""

LONG_WORD = 5
"""Letters from which one wrong letter is a slip rather than another name."""


def join_persons(by_item: Mapping[Item, list[Name]], forms: Forms, vocabulary: Vocabulary) -> dict[Item, list[Item]]:
    """Joins the full names of one person; the result is every lone surname or first name with the persons that it may mean."""
    full: dict[str, list[tuple[Form, Item]]] = defaultdict(list)
    by_first: dict[str, list[tuple[Form, Item]]] = defaultdict(list)
    for item, names in by_item.items():
        key = names[0].key
        if item[0] != "person" or len(key) < 2:  # noqa: PLR2004
            continue
        match = next(
            (other for words, other in full[key[-1]][-COMPARED:] if _same_person(words, key, vocabulary)), None
        )
        if match is None:
            match = next((other for words, other in by_first[key[0]][-COMPARED:] if _misspelt(words, key)), None)
        by_first[key[0]].append((key, item))
        if match is not None:
            forms.join(item, match, "full name")
        full[key[-1]].append((key, item))
    lone: dict[Item, list[Item]] = {}
    for item, names in by_item.items():
        if item[0] == "person":
            key = names[0].key
            if len(key) > 1:
                _join_tail(item, key, full, forms)
                _join_front(item, key, by_first, forms)
            elif len({forms.find(other) for _, other in full.get(key[0], ())}) > 1:
                lone[item] = [other for _, other in full[key[0]]][-COMPARED:]
            elif key[0] in full:
                forms.join(item, full[key[0]][0][1], "surname")
            else:
                forms.join_only(item, _called(key[0], by_first, vocabulary), "first name")
    return lone


def _called(word: str, by_first: Mapping[str, list[tuple[Form, Item]]], vocabulary: Vocabulary) -> list[Item]:
    """The persons whose first name is the word or what it is short for."""
    names = [word, *sorted(vocabulary.nicknames.get(word, ()))]
    return [item for name in names for _, item in by_first.get(name, ())]


def _join_tail(item: Item, key: Form, full: dict[str, list[tuple[Form, Item]]], forms: Forms) -> None:
    """Joins a surname of several words with the full name that ends in it: "Al-Abadi", "De Sa"."""
    roots = {
        forms.find(other): other
        for words, other in full[key[-1]][-COMPARED:]
        if len(words) > len(key) and words[-len(key) :] == key
    }
    roots.pop(forms.find(item), None)
    if len(roots) == 1:
        forms.join(item, next(iter(roots.values())), "surname")


def _join_front(item: Item, key: Form, by_first: Mapping[str, list[tuple[Form, Item]]], forms: Forms) -> None:
    """Joins a name with the only longer one that begins with it: "Abu Karim" with "Abu Karim al-Norhavni"."""
    longer = [
        other for words, other in by_first[key[0]][-COMPARED:] if len(words) > len(key) and words[: len(key)] == key
    ]
    forms.join_only(item, longer, "short name")


def _same_person(one: Form, other: Form, vocabulary: Vocabulary) -> bool:
    """True iff two full names with the same surname are one person's: first names equal, initials or short forms of each other."""
    first, second = sorted((one[0], other[0]), key=len)
    if one[0] == other[0]:
        middles = set(one[1:-1]) if len(one) >= len(other) else set(other[1:-1])
        fewer = set(other[1:-1]) if len(one) >= len(other) else set(one[1:-1])
        return fewer <= middles or any(word[0] in {m[0] for m in middles} for word in fewer)
    if second in vocabulary.nicknames.get(first, ()) or first in vocabulary.nicknames.get(second, ()):
        return True
    if len(first) == 1:
        return second.startswith(first)
    return len(first) >= SHORTEST and second.startswith(first)


def _misspelt(one: Form, other: Form) -> bool:
    """True iff two full names differ in one letter of a long last word: one name, spelt in two ways."""
    if one[:-1] != other[:-1] or len(one[-1]) != len(other[-1]) or len(one[-1]) < LONG_WORD:
        return False
    return sum(a != b for a, b in zip(one[-1], other[-1], strict=True)) <= 1
