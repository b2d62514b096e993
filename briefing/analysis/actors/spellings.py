"""Joins spellings of one name: marks over letters, hyphens, and one letter that is wrong, missing, doubled or out of place."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.analysis.actors.forms import Form, Forms, Item
    from briefing.analysis.actors.mentions import Name
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["cuts_of", "fold", "is_slip", "join_spellings"]

LONG_WORD = 6
"""Letters from which a word with one wrong letter is a slip rather than another word."""

LONG_SURNAME = 5
"""The same for a surname that nobody else in the text bears."""

COMPARED = 8
"""Names one letter apart that a name is compared with: more of them are a list."""

SELDOM = 2
"""Places at most where the rarer spelling stands: a name that recurs is another name."""

LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "å": "aa", "’": "", "'": ""}
)
"""Letters that do not fall apart into a letter and a mark, and how they are written without."""


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word in lower case without marks over its letters and without apostrophes."""
    plain = unicodedata.normalize("NFC", word.lower()).translate(LETTERS)
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def join_spellings(by_item: Mapping[Item, list[Name]], forms: Forms, vocabulary: Vocabulary) -> None:
    """Joins items of one class whose names differ in the marks of letters or in one letter of a long word."""
    same: dict[tuple[object, str], Item] = {}
    near: dict[tuple[object, str], list[Item]] = defaultdict(list)
    for item, names in by_item.items():
        kind = _class_of(item)
        if kind is None:
            continue
        for key in sorted({name.key for name in names if name.key}):
            folded = "".join(map(fold, key))
            first = same.setdefault((kind, folded), item)
            if first != item and not item[0] == first[0] == "listed":
                forms.join(item, first, "spelling")
            if sum(map(len, key)) < LONG_WORD or any(letter.isdigit() for letter in folded):
                continue
            row = " ".join(map(fold, key))
            seen: set[Item] = {item}
            for cut in cuts_of(row):
                rows = near[(kind, cut)]
                for other in rows[-COMPARED:]:
                    if other not in seen:
                        seen.add(other)
                        if _is_misspelt(names, by_item[other], vocabulary):
                            _join_rarer(item, other, by_item, forms)
                if not rows or rows[-1] != item:
                    rows.append(item)


def _class_of(item: Item) -> object:
    """What only names of the same class are spellings of: persons, or bodies and places; None for those that have no spelling."""
    if item[0] == "person":
        return "person"
    return "thing" if item[0] in {"body of", "place", "listed"} else None


def cuts_of(row: str) -> Iterator[str]:
    """A name with one letter left out, in every way, and whole: names with one letter between them share one of these."""
    yield row
    for position in range(len(row)):
        yield row[:position] + row[position + 1 :]


def _is_misspelt(names: Sequence[Name], others: Sequence[Name], vocabulary: Vocabulary) -> bool:
    """True iff two forms differ in a slip, are not both common and do not stand in one sentence, where they are told apart."""
    if min(len(names), len(others)) > SELDOM:
        return False
    if {name.sentence for name in names} & {name.sentence for name in others}:
        return False
    one, other = names[0].key, others[0].key
    if names[0].entry is not None and others[0].entry is not None:
        return False
    return _differ_by_slip(one, other, vocabulary)


def _differ_by_slip(one: Form, other: Form, vocabulary: Vocabulary) -> bool:
    """True iff all words but one are equal, and that one is a slip of a long word; two given names that both exist are two people."""
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    a, b = pairs[0]
    if min(len(a), len(b)) < LONG_WORD or not is_slip(fold(a), fold(b)):
        return False
    if a.title() in vocabulary.given and b.title() in vocabulary.given:
        return False
    return not any(vocabulary.trie.get(word, {}).get("") for word in (a, b)) if len(one) > 1 else True


def is_slip(one: str, other: str) -> bool:
    """True iff one letter is wrong, missing, doubled or swapped with its neighbour; not at the end, where it makes another word."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return start < len(short) and short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return start < len(short) - 1
    return short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]


def _join_rarer(item: Item, other: Item, by_item: Mapping[Item, list[Name]], forms: Forms) -> None:
    """Joins the rarer spelling with the more frequent; of equals the later with the earlier."""
    rare, usual = (other, item) if len(by_item[other]) < len(by_item[item]) else (item, other)
    if rare[0] == "listed":
        rare, usual = usual, rare
    forms.join(rare, usual, "spelling")
