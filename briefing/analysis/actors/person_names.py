"""Joins the names of persons: full names, surnames, first names; never two persons because they share a surname."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actors.spellings import LONG_SURNAME, cuts_of, fold, is_slip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.analysis.actors.forms import Form, Forms, Item
    from briefing.analysis.actors.mentions import Name
    from briefing.analysis.actors.vocabulary import Vocabulary

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
        if item[0] != "person" or len(key) < 2 or key[-1].title() in vocabulary.heads:  # noqa: PLR2004
            continue
        last = fold(key[0] if any(name.is_family_first for name in names) else _surname(key))
        match = next((other for words, other in full[last][-COMPARED:] if _same_person(words, key, vocabulary)), None)
        if match is None:
            match = next((other for words, other in by_first[key[0]][-COMPARED:] if _misspelt(words, key)), None)
        by_first[key[0]].append((key, item))
        if match is not None:
            forms.join(item, match, "full name")
        full[last].append((key, item))
    genders = {item: _gender(names, vocabulary) for item, names in by_item.items() if item[0] == "person"}
    slips = _slips(full)
    lone: dict[Item, list[Item]] = {}
    for item, names in by_item.items():
        key = names[0].key
        if item[0] != "person":
            if item[0] in {"body of", "place"} and len(key) > 1:
                _join_tail(item, key, full, forms)
            continue
        if len(key) > 1:
            _join_tail(item, key, full, forms)
            _join_front(item, key, by_first, forms)
            continue
        bearers = [other for _, other in full.get(fold(key[0]), ()) if _agree(genders[item], genders[other])]
        if len({forms.find(other) for other in bearers}) > 1:
            lone[item] = bearers[-COMPARED:]
        elif bearers:
            forms.join(item, bearers[0], "surname")
        elif fold(key[0]) not in full:
            called = _called(key[0], by_first, vocabulary)
            forms.join_only(item, [other for other in called if _agree(genders[item], genders[other])], "first name")
            if forms.find(item) == item:
                _join_slip(item, slips, by_item, forms)
    _join_titled(by_item, forms)
    return lone


def _surname(key: Form) -> str:
    """The surname in a full name: its last word, or the one before where the person comes from: "Ida Solberg of Norhavn"."""
    return key[key.index("of") - 1] if "of" in key[1:] else key[-1]


def _gender(names: Sequence[Name], vocabulary: Vocabulary) -> str:
    """The gender that the titles of a person say, else a listed first name; "" where neither does."""
    said = {
        vocabulary.title_gender[word] for name in names for word in name.title_words if word in vocabulary.title_gender
    }
    if len(said) == 1:
        return said.pop()
    return vocabulary.given.get(names[0].key[0].title(), "") if len(names[0].key) > 1 and not said else ""


def _agree(one: str, other: str) -> bool:
    """True iff two genders may be one person's."""
    return not one or not other or one == other


def _slips(full: Mapping[str, list[tuple[Form, Item]]]) -> dict[str, list[tuple[str, Item]]]:
    """The long surnames with their bearers under each form with one letter left out."""
    slips: dict[str, list[tuple[str, Item]]] = defaultdict(list)
    for last, rows in full.items():
        if len(last) >= LONG_SURNAME and rows:
            for cut in cuts_of(last):
                slips[cut].append((last, rows[0][1]))
    return slips


def _join_slip(
    item: Item,
    slips: Mapping[str, list[tuple[str, Item]]],
    by_item: Mapping[Item, list[Name]],
    forms: Forms,
) -> None:
    """Joins a lone surname that nobody bears with the only earlier one from which it differs in one letter: "Maurer", "said Mauer"."""
    names = by_item[item]
    word = fold(names[0].key[0])
    if len(word) < LONG_SURNAME or any(name.title_words for name in names):
        return
    near = [
        other
        for cut in cuts_of(word)
        for last, other in slips.get(cut, ())[-COMPARED:]
        if last[0] == word[0] and is_slip(last, word) and by_item[other][0].span.start < names[0].span.start
    ]
    forms.join_only(item, near, "spelling")


def _join_titled(by_item: Mapping[Item, list[Name]], forms: Forms) -> None:
    """Joins a surname with a title with the same surname without one, where nobody of that name is told apart by title."""
    titled: dict[Item, list[Item]] = defaultdict(list)
    for item in by_item:
        if item[0] == "person" and item[2:]:
            titled[item[:2]].append(item)
    for plain, items in titled.items():
        if plain in by_item and len(items) == 1 and plain not in forms.why and items[0] not in forms.why:
            forms.join(items[0], plain, "surname")


def _called(word: str, by_first: Mapping[str, list[tuple[Form, Item]]], vocabulary: Vocabulary) -> list[Item]:
    """The persons whose first name is the word or what it is short for."""
    names = [word, *sorted(vocabulary.nicknames.get(word, ()))]
    return [item for name in names for _, item in by_first.get(name, ())]


def _join_tail(item: Item, key: Form, full: dict[str, list[tuple[Form, Item]]], forms: Forms) -> None:
    """Joins a surname of several words with the full name that ends in it: "Al-Abadi", "De Sa"."""
    roots = {
        forms.find(other): other
        for words, other in full[fold(key[-1])][-COMPARED:]
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
