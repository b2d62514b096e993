"""Joins the names of one actor: forms of a name first, then single places that only their context decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.analysis.vocabulary import Relation
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from briefing.analysis.mentions import Name, Words
    from briefing.analysis.vocabulary import Vocabulary

__all__ = ["Cluster", "merge_names"]

Form = tuple[str, ...]

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "s"})
"""Words that an acronym leaves out."""

BODIES = {ActorKind.ORGANISATION, ActorKind.GROUP}

GOVERNMENT = frozenset({"government", "administration", "regime", "authorities"})
FORCES = frozenset({"forces", "troops", "soldiers", "military", "army", "force"})
"""Nouns after a demonym that name the same body in one article."""

PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "around",
        "across",
        "inside",
        "through",
        "throughout",
        "into",
        "toward",
        "towards",
        "from",
        "to",
        "over",
        "of",
    }
)
"""Prepositions that make a capital a place rather than a government."""

GOVERNMENT_PREPOSITIONS = frozenset({"with", "between", "by", "against", "for"})


@dataclass(slots=True)
class Cluster:
    """The names of one actor, and the pronouns and descriptions that mean it."""

    names: list[Name] = field(default_factory=list)
    references: list[Name] = field(default_factory=list)
    kind: ActorKind = ActorKind.PLACE
    stands_for: str = ""
    is_media: bool = False
    gender: str = ""


class _Forms:
    """Union-find over the forms of a document: (kind class, words)."""

    def __init__(self) -> None:
        self.parent: dict[object, object] = {}
        self.why: dict[object, str] = {}

    def find(self, item: object) -> object:
        """The representative of an item."""
        root = item
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[item] != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def join(self, short: object, long: object, why: str) -> None:
        """Makes two items one; `why` says what the shorter one is to the longer."""
        self.why.setdefault(short, why)
        self.parent[self.find(short)] = self.find(long)


def merge_names(names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary) -> list[Cluster]:
    """The actors' names, one cluster an actor, in the order of their first mention."""
    forms, items = _Forms(), {}
    for number, name in enumerate(names):
        items[number] = _item(name, sentences)
        forms.find(items[number])
    by_item: dict[object, list[Name]] = defaultdict(list)
    for number, name in enumerate(names):
        by_item[items[number]].append(name)
    _join_capitals(by_item, forms)
    _join_brackets(names, items, forms)
    _join_coalitions(by_item, forms)
    _join_bodies(by_item, forms, vocabulary)
    _join_branches(by_item, forms, vocabulary)
    surnames = _join_persons(by_item, forms, vocabulary)
    dropped = _unresolved(by_item, forms, vocabulary)
    clusters: dict[object, Cluster] = {}
    counts: Counter[object] = Counter()
    last: dict[object, int] = {}
    for number, name in enumerate(names):
        item = items[number]
        if forms.find(item) in dropped:
            continue
        if item in surnames and item not in forms.why:
            item = _bearer(surnames[item], counts, last)
            name.how = "surname"
        elif name.how == "name" and item in forms.why:
            name.how = forms.why[item]
        elif isinstance(item, tuple) and item[0] == "government of":
            name.how = "capital"
        counts[item] += 1
        last[item] = number
        cluster = clusters.setdefault(forms.find(item), Cluster())
        cluster.names.append(name)
    for cluster in clusters.values():
        _describe(cluster, vocabulary)
    return list(clusters.values())


def _unresolved(by_item: dict[object, list[Name]], forms: _Forms, vocabulary: Vocabulary) -> set[object]:
    """The items that name nobody by themselves: a lone head word ("the Committee"), a coalition that is not told apart."""
    sizes = Counter(forms.find(item) for item in by_item)
    dropped: set[object] = set()
    for item, names in by_item.items():
        root = forms.find(item)
        if sizes[root] > 1 or not isinstance(item, tuple):
            continue
        key = names[0].key
        is_head = item[0] in {"body of", "place"} and all(
            word.title() in vocabulary.heads or word in vocabulary.title_heads or word.title() in vocabulary.beginnings
            for word in key
        )
        if is_head or item[:3] == ("coalition", "", "plain"):
            dropped.add(root)
    return dropped


def _item(name: Name, sentences: Sequence[Words]) -> object:
    """What a name is joined by: the listed actor that it stands for, or its class of kind and its words."""
    if name.how == "body":
        state, _, noun = name.body.partition("|")
        noun = "government" if noun in GOVERNMENT else "forces" if noun in FORCES else noun
        return ("body", state, noun)
    if name.how == "coalition":
        return ("coalition", *name.body.split("|"))
    if name.entry is not None:
        entry = name.entry
        if entry.relation is Relation.CAPITAL:
            return ("government of", entry.stands_for, entry.name) if _acts(name, sentences) else ("place", entry.name)
        if entry.relation is Relation.SEAT:
            return ("seat", entry.stands_for, entry.name)
        return ("listed", entry.stands_for)
    if name.kind is ActorKind.PERSON:
        return ("person", name.key)
    if name.kind in BODIES:
        return ("body of", name.key)
    return ("place", name.key)


def _acts(name: Name, sentences: Sequence[Words]) -> bool:
    """True iff a capital stands for its government here: it does, owns or negotiates something rather than being where something is."""
    doc = sentences[name.sentence].parsed.tokens.doc
    token: Token = doc[name.last]
    if name.last + 2 < len(doc) and doc[name.last + 1].text == "," and doc[name.last + 2].ent_type_ == "GPE":
        return False
    seen = 0
    while token.dep_ == "conj" and seen < 5:  # noqa: PLR2004 - longer rows are lists of places
        token, seen = token.head, seen + 1
    if token.dep_ in {"nsubj", "agent"} and token.head.pos_ in {"VERB", "AUX"}:
        return token.head.lemma_ not in {"be", "have", "lie", "see", "become", "remain", "host", "fall", "celebrate"}
    if token.dep_ == "pobj":
        return token.head.lower_ in GOVERNMENT_PREPOSITIONS and token.head.lower_ not in PLACE_PREPOSITIONS
    return False


def _join_capitals(by_item: dict[object, list[Name]], forms: _Forms) -> None:
    """Joins capitals and seats that stand for a government with the state, where the state is named too."""
    for item in list(by_item):
        if isinstance(item, tuple) and item[0] in {"government of", "seat"}:
            state = ("listed", item[1])
            if state in by_item:
                forms.join(item, state, "capital" if item[0] == "government of" else "seat")
            elif item[0] == "government of" and ("place", item[2]) in by_item:
                forms.join(("place", item[2]), item, "name")


def _join_brackets(names: Sequence[Name], items: dict[int, object], forms: _Forms) -> None:
    """Joins an acronym in brackets with the name before it."""
    numbers = {id(name): number for number, name in enumerate(names)}
    for number, name in enumerate(names):
        if name.acronym_of is not None and id(name.acronym_of) in numbers:
            forms.join(items[number], items[numbers[id(name.acronym_of)]], "acronym")


def _join_coalitions(by_item: dict[object, list[Name]], forms: _Forms) -> None:
    """Joins the names of one coalition, and a coalition of a body's forces with the body."""
    coalitions = [item for item in by_item if isinstance(item, tuple) and item[0] == "coalition"]
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


def _names_of_kind(by_item: dict[object, list[Name]]) -> list[tuple[Form, object]]:
    """The forms of bodies with their items, the listed ones under each form in the text."""
    rows: dict[Form, object] = {}
    for item, names in by_item.items():
        for name in names:
            if name.kind in BODIES and name.how not in {"body", "coalition"} and len(name.key) < 12:  # noqa: PLR2004 - no name is longer
                rows.setdefault(name.key, item)
    return list(rows.items())


def _join_bodies(by_item: dict[object, list[Name]], forms: _Forms, vocabulary: Vocabulary) -> None:
    """Joins acronyms, shortened and turned-round names of bodies with the full ones; never where two full names would fit."""
    rows = _names_of_kind(by_item)
    initials: dict[str, list[object]] = defaultdict(list)
    bags: dict[Form, object] = {}
    shorter: dict[Form, list[object]] = defaultdict(list)
    for key, item in rows:
        if len(key) > 2:  # noqa: PLR2004 - acronyms of two words are too often chance
            for letters in {"".join(word[0] for word in key), "".join(word[0] for word in key if word not in SMALL)}:
                initials[letters].append(item)
        bag = _bag(key, vocabulary)
        if len(bag) > 1 and bag in bags and not _both_listed(item, bags[bag]):
            forms.join(item, bags[bag], "word order")
        bags.setdefault(bag, item)
        for part in _short_forms(key, vocabulary):
            shorter[part].append(item)
    ends: dict[str, list[object]] = defaultdict(list)
    for key, item in rows:
        if len(key) > 1:
            for word in {key[0], key[-1]}:
                ends[word].append(item)
    for key, item in rows:
        if len(key) == 1 and key[0].title() in vocabulary.heads:
            _join_only(item, ends.get(key[0], ()), forms, "head word")
        if len(key) == 1 and 2 < len(key[0]) < 8 and by_item[item][0].span and _is_acronym(by_item[item], key):  # noqa: PLR2004
            _join_only(item, initials.get(key[0], ()), forms, "acronym")
        _join_only(item, shorter.get(key, ()), forms, "short name")


def _is_acronym(names: Iterable[Name], key: Form) -> bool:
    """True iff a form is written in capitals somewhere."""
    return any(name.key == key and len(name.span) <= 2 * len(key[0]) for name in names)


def _join_only(item: object, others: Iterable[object], forms: _Forms, why: str) -> None:
    """Joins an item with the one actor that the others are, if they are one."""
    roots = {forms.find(other): other for other in others if not _both_listed(item, other)}
    roots.pop(forms.find(item), None)
    if len(roots) == 1:
        forms.join(item, next(iter(roots.values())), why)


def _both_listed(one: object, other: object) -> bool:
    """True iff both are actors of the word lists, which are different ones however alike their names are."""
    return isinstance(one, tuple) and isinstance(other, tuple) and one[0] == other[0] == "listed"


def _bag(key: Form, vocabulary: Vocabulary) -> Form:
    """The words of a name without order, small words and the difference between a demonym and its state."""
    words = []
    for word in key:
        if word in SMALL:
            continue
        entries = vocabulary.trie.get(word, {}).get("", ())
        state = next((entry.stands_for for entry in entries if entry.kind is ActorKind.COUNTRY), word)
        words.append(state.lower())
    return tuple(sorted(words))


def _short_forms(key: Form, vocabulary: Vocabulary) -> set[Form]:
    """What is left of a body's name where its usual ending, or the state before it, is left out."""
    found: set[Form] = set()
    end = len(key)
    while end > 1 and key[end - 1] in vocabulary.droppable:
        end -= 1
        found.add(key[:end])
    if len(key) > 1:
        found.update(key[:cut] for cut in range(1, len(key)) if key[cut] in {"of", "for", "in", "khorasan"} and cut > 1)
        entries = vocabulary.trie.get(key[0], {}).get("", ())
        if any(entry.kind is ActorKind.COUNTRY for entry in entries) or key[0] in {
            "royal",
            "national",
            "federal",
            "the",
        }:
            found.add(key[1:])
        if len(key) > 3 and key[:2] == ("united", "states"):  # noqa: PLR2004
            found.add(key[2:])
    return {part for part in found if part and not (len(part) == 1 and _says_nothing(part[0], vocabulary))}


def _says_nothing(word: str, vocabulary: Vocabulary) -> bool:
    """True iff a lone word is a head word, a state, a place or a demonym, and so no short form of a body's name."""
    entries = vocabulary.trie.get(word, {}).get("", ())
    return word.title() in vocabulary.heads or any(entry.kind not in BODIES for entry in entries)


def _join_branches(by_item: dict[object, list[Name]], forms: _Forms, vocabulary: Vocabulary) -> None:
    """Joins a group's names with its branch where the text names one branch only."""
    present: dict[str, list[str]] = defaultdict(list)
    for branch, group in vocabulary.branches.items():
        if ("listed", branch) in by_item:
            present[group].append(branch)
    for group, branches in present.items():
        if len(branches) == 1 and ("listed", group) in by_item:
            forms.join(("listed", group), ("listed", branches[0]), "branch")


def _join_persons(
    by_item: dict[object, list[Name]], forms: _Forms, vocabulary: Vocabulary
) -> dict[object, list[object]]:
    """Joins the full names of one person; the result is every lone surname or first name with the persons that it may mean."""
    full: dict[str, list[tuple[Form, object]]] = defaultdict(list)
    by_first: dict[str, list[tuple[Form, object]]] = defaultdict(list)
    firsts: dict[str, list[object]] = defaultdict(list)
    for item, names in by_item.items():
        key = names[0].key
        if not isinstance(item, tuple) or item[0] != "person" or len(key) < 2:  # noqa: PLR2004
            continue
        match = next((other for words, other in full[key[-1]] if _same_person(words, key, vocabulary)), None)
        if match is None:
            match = next((other for words, other in by_first[key[0]] if _misspelt(words, key)), None)
        by_first[key[0]].append((key, item))
        if match is not None:
            forms.join(item, match, "full name")
        full[key[-1]].append((key, item))
        firsts[key[0]].append(item)
    lone: dict[object, list[object]] = {}
    for item, names in by_item.items():
        if not isinstance(item, tuple) or item[0] != "person":
            continue
        key = names[0].key
        if len(key) > 1:
            _join_tail(item, key, full, forms)
            continue
        bearers = [other for _, other in full.get(key[0], ())]
        if bearers and len({forms.find(other) for other in bearers}) > 1:
            lone[item] = bearers
        elif bearers:
            forms.join(item, bearers[0], "surname")
        else:
            called = firsts.get(key[0], []) + [
                other
                for full_name in sorted(vocabulary.nicknames.get(key[0], ()))
                for other in firsts.get(full_name, ())
            ]
            if len({forms.find(other) for other in called}) == 1:
                forms.join(item, called[0], "first name")
    return lone


def _join_tail(item: object, key: Form, full: dict[str, list[tuple[Form, object]]], forms: _Forms) -> None:
    """Joins a surname of several words with the full name that ends in it: "Al-Abadi", "De Sa"."""
    roots = {
        forms.find(other): other
        for words, other in full[key[-1]]
        if len(words) > len(key) and words[-len(key) :] == key
    }
    roots.pop(forms.find(item), None)
    if len(roots) == 1:
        forms.join(item, next(iter(roots.values())), "surname")


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
    return len(first) > 2 and second.startswith(first)  # noqa: PLR2004 - "Tim" of "Timothy"


def _misspelt(one: Form, other: Form) -> bool:
    """True iff two full names differ in one letter of a long last word: one name, spelt in two ways."""
    if one[:-1] != other[:-1] or len(one[-1]) != len(other[-1]) or len(one[-1]) < 5:  # noqa: PLR2004 - short words differ by one letter anyway
        return False
    return sum(a != b for a, b in zip(one[-1], other[-1], strict=True)) <= 1


def _bearer(bearers: list[object], counts: Counter[object], last: dict[object, int]) -> object:
    """The person that an ambiguous surname means: the one named most until here, then the one named last."""
    before = [bearer for bearer in bearers if bearer in last]
    if not before:
        return bearers[0]
    return max(before, key=lambda bearer: (counts[bearer], last[bearer]))


def _describe(cluster: Cluster, vocabulary: Vocabulary) -> None:
    """Sets the kind of a cluster and what it stands for."""
    votes: Counter[ActorKind] = Counter()
    for name in cluster.names:
        if name.kind is not None:
            votes[name.kind] += name.weight if name.how not in {"capital", "seat"} else 1
        entry = name.entry
        if entry is not None and entry.relation in {Relation.NAME, Relation.DEMONYM}:
            cluster.stands_for = cluster.stands_for or entry.stands_for
            cluster.is_media = cluster.is_media or entry.is_media
    order = list(ActorKind)
    cluster.kind = max(votes, key=lambda kind: (votes[kind], -order.index(kind))) if votes else ActorKind.ORGANISATION
    entries = [name.entry for name in cluster.names if name.entry is not None]
    only_capital = entries and all(entry.relation is Relation.CAPITAL for entry in entries)
    if only_capital and any(name.how in {"capital"} for name in cluster.names):
        cluster.kind = ActorKind.COUNTRY
    for name in cluster.names:
        if cluster.kind is ActorKind.PERSON and not cluster.gender:
            cluster.gender = vocabulary.given.get(name.key[0].title(), "") if len(name.key) > 1 else ""
            cluster.gender = next(
                (vocabulary.title_gender[word] for word in name.title_words if word in vocabulary.title_gender),
                cluster.gender,
            )
