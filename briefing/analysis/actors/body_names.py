"""Joins the names of bodies: acronyms, short and turned-round names, seats of government, coalitions, branches of a group."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actors.forms import both_listed
from briefing.analysis.actors.mentions import BODIES
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.analysis.actors.forms import Form, Forms, Item
    from briefing.analysis.actors.mentions import Name
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["join_bodies"]

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "s"})
"""Words that an acronym leaves out."""

LONGEST = 12
"""Words in the longest name of a body."""

SHORTEST_EXPANSION = 3
"""Words that an acronym must stand for: those of two letters are too often chance."""

ACRONYM_LETTERS = range(SHORTEST_EXPANSION, 8)


def join_bodies(
    names: Sequence[Name],
    items: Sequence[Item],
    by_item: Mapping[Item, list[Name]],
    forms: Forms,
    vocabulary: Vocabulary,
) -> None:
    """Joins what names one body, state or group; `items` are those of `names`."""
    _join_capitals(by_item, forms)
    _join_brackets(names, items, forms)
    _join_coalitions(by_item, forms)
    _join_names(by_item, forms, vocabulary)
    _join_branches(by_item, forms, vocabulary)


def _join_capitals(by_item: Mapping[Item, list[Name]], forms: Forms) -> None:
    """Joins capitals and seats that stand for a government with the state, where the state is named too."""
    for item in list(by_item):
        if item[0] in {"government of", "seat"}:
            state = ("listed", item[1])
            if state in by_item:
                forms.join(item, state, "capital" if item[0] == "government of" else "seat")
            elif item[0] == "government of" and ("place", item[2]) in by_item:
                forms.join(("place", item[2]), item, "name")


def _join_brackets(names: Sequence[Name], items: Sequence[Item], forms: Forms) -> None:
    """Joins an acronym in brackets with the name before it."""
    item_of = {id(name): item for name, item in zip(names, items, strict=True)}
    for name, item in zip(names, items, strict=True):
        if name.acronym_of is not None and id(name.acronym_of) in item_of:
            forms.join(item, item_of[id(name.acronym_of)], "acronym")


def _join_coalitions(by_item: Mapping[Item, list[Name]], forms: Forms) -> None:
    """Joins the names of one coalition, and a coalition of a body's forces with the body."""
    coalitions = [item for item in by_item if item[0] == "coalition"]
    led = [item for item in coalitions if item[1]]
    for item in led:
        if item[3] and ("listed", item[3]) in by_item:
            forms.join(("listed", item[3]), item, "name")
        same = next(other for other in led if other[1] == item[1])
        if same != item:
            forms.join(item, same, "name")
    leaders = {item[1]: item for item in led}
    target = (
        next(iter(leaders.values()))
        if len(leaders) == 1
        else next((item for item in coalitions if item[2] == "named"), None)
    )
    for item in coalitions:
        if target is not None and item not in led and item != target:
            forms.join(item, target, "short name")


def _names_of_kind(by_item: Mapping[Item, list[Name]]) -> list[tuple[Form, Item]]:
    """The forms of bodies with their items, the listed ones under each form in the text."""
    rows: dict[Form, Item] = {}
    for item, names in by_item.items():
        for name in names:
            if name.kind in BODIES and name.how not in {"body", "coalition"} and len(name.key) < LONGEST:
                rows.setdefault(name.key, item)
    return list(rows.items())


def _join_names(by_item: Mapping[Item, list[Name]], forms: Forms, vocabulary: Vocabulary) -> None:
    """Joins acronyms, shortened and turned-round names with the full ones; never where two full names would fit."""
    rows = _names_of_kind(by_item)
    initials: dict[str, list[Item]] = defaultdict(list)
    bags: dict[Form, Item] = {}
    shorter: dict[Form, list[Item]] = defaultdict(list)
    ends: dict[str, list[Item]] = defaultdict(list)
    lists = load_lexicon("merging")
    faiths, public = (frozenset(map(str.lower, lists.ordered(f"bodies.{name}"))) for name in ("faiths", "public"))
    offices = {word: str(same) for word, same in lists.table("bodies.same_office").items()}
    for key, item in rows:
        if len(key) >= SHORTEST_EXPANSION:
            for letters in {"".join(word[0] for word in key), "".join(word[0] for word in key if word not in SMALL)}:
                initials[letters].append(item)
        bag = _bag(key, vocabulary, offices)
        if len(bag) > 1 and bags.setdefault(bag, item) != item and not both_listed(item, bags[bag]):
            forms.join(item, bags[bag], "word order")
        for part in _short_forms(key, vocabulary):
            shorter[part].append(item)
        if item[0] == "body of" and 1 < len(key) <= SHORTEST_EXPANSION and ("body of", key[:1]) in by_item:
            is_whole = _says_nothing(key[0], vocabulary) or SMALL & set(key) or key[-1] in public
            shorter[key[:1]] += [] if is_whole else [item]
        if len(key) > 2 and key[0] in faiths and key[1] == "of":  # noqa: PLR2004
            shorter[key[2:] if key[2] != "the" else key[3:]].append(item)
        if len(key) > 1:
            ends[key[0]].append(item)
        if len(key) > 1 and key[-2] not in SMALL and key[-1] != key[0]:
            ends[key[-1]].append(item)
    settled = _join_legal(rows, forms, lists.words("bodies.legal"))
    for key, item in rows:
        if len(key) == 1 and key[0].title() in vocabulary.heads:
            forms.join_only(item, ends.get(key[0], ()), "head word")
        if len(key) == 1 and len(key[0]) in ACRONYM_LETTERS and _is_acronym(by_item[item], key):
            forms.join_only(item, initials.get(key[0], ()), "acronym")
        forms.join_only(item, shorter.get(key, ()) if key not in settled else (), "short name")


def _join_legal(rows: Sequence[tuple[Form, Item]], forms: Forms, legal: frozenset[str]) -> set[Form]:
    """Joins a company's name with the same name and a legal form: "Skarn" and "Skarn Inc"; the result is the bare names joined."""
    items, settled = dict(rows), set()
    for key, item in rows:
        bare = items.get(key[:-1], item) if key[-1] in legal else item
        if bare != item and not both_listed(item, bare):
            forms.join(bare, item, "short name")
            settled.add(key[:-1])
    return settled


def _is_acronym(names: Iterable[Name], key: Form) -> bool:
    """True iff a form is written in capitals somewhere."""
    return any(name.key == key and len(name.span) <= 2 * len(key[0]) for name in names)


def _bag(key: Form, vocabulary: Vocabulary, offices: Mapping[str, str]) -> Form:
    """The words of a name without order, small words and the difference between a demonym and its state, a department and a ministry."""
    words = []
    is_state = False
    for word in key:
        if word in SMALL:
            continue
        entries = vocabulary.trie.get(word, {}).get("", ())
        state = next((entry.stands_for for entry in entries if entry.kind is ActorKind.COUNTRY), None)
        is_state = is_state or state is not None
        words.append((state or word).lower())
    return tuple(sorted(offices.get(word, word) if is_state else word for word in words))


def _short_forms(key: Form, vocabulary: Vocabulary) -> set[Form]:
    """What is left of a body's name where its usual ending, the state before it, or both are left out."""
    once = _shortened(key, vocabulary)
    return once.union(*(_shortened(part, vocabulary) for part in once))


def _shortened(key: Form, vocabulary: Vocabulary) -> set[Form]:
    """What is left of a body's name where its usual ending, or the state before it, is left out."""
    found: set[Form] = set()
    end = len(key)
    while end > 1 and key[end - 1] in vocabulary.droppable:
        end -= 1
        found.add(key[:end])
    if len(key) > 1:
        found.update(key[:cut] for cut in range(1, len(key)) if key[cut] in {"of", "for", "in"} and cut > 1)
        entries = vocabulary.trie.get(key[0], {}).get("", ())
        if any(entry.kind not in BODIES for entry in entries) or key[0] in {"royal", "national", "federal"}:
            found.add(key[1:])
        if key[:2] == ("united", "states"):
            found.add(key[2:])
    return {part for part in found if part and not (len(part) == 1 and _says_nothing(part[0], vocabulary))}


def _says_nothing(word: str, vocabulary: Vocabulary) -> bool:
    """True iff a lone word is a head word, a state, a place or a demonym, and so no short form of a body's name."""
    entries = vocabulary.trie.get(word, {}).get("", ())
    return word.title() in vocabulary.heads or any(entry.kind not in BODIES for entry in entries)


def _join_branches(by_item: Mapping[Item, list[Name]], forms: Forms, vocabulary: Vocabulary) -> None:
    """Joins a group's names with its branch where the text names one branch only."""
    present: dict[str, list[str]] = defaultdict(list)
    for branch, group in vocabulary.branches.items():
        if ("listed", branch) in by_item:
            present[group].append(branch)
    for group, branches in present.items():
        if len(branches) == 1 and ("listed", group) in by_item:
            forms.join(("listed", group), ("listed", branches[0]), "branch")
