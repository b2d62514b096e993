"""Joins the names of one actor: forms of a name first, then single places that only their context decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.analysis.actors.body_names import join_bodies
from briefing.analysis.actors.called_names import join_called
from briefing.analysis.actors.entries import Relation
from briefing.analysis.actors.forms import Forms, names_nobody
from briefing.analysis.actors.mentions import BODIES
from briefing.analysis.actors.person_names import join_persons
from briefing.analysis.actors.place_names import join_places
from briefing.analysis.actors.short_names import find_short
from briefing.analysis.actors.spellings import join_spellings
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.aliases import Settled
    from briefing.analysis.actors.entries import Entry
    from briefing.analysis.actors.forms import Item
    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["Cluster", "merge_names"]

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


def merge_names(
    names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary, settled: Settled | None = None
) -> list[Cluster]:
    """The actors' names, one cluster an actor, in the order of their first mention; `settled`: what the user's alias file says."""
    names = sorted(
        [*names, *find_short(names, sentences, vocabulary)], key=lambda name: (name.span.start, -name.span.end)
    )
    items = [_item(name, sentences, vocabulary) for name in names]
    forms = Forms() if settled is None else settled.forms(names, items)
    by_item: dict[Item, list[Name]] = defaultdict(list)
    for name, item in zip(names, items, strict=True):
        by_item[item].append(name)
    join_bodies(names, items, by_item, forms, vocabulary)
    join_spellings(by_item, forms, vocabulary)
    surnames = join_persons(by_item, forms, vocabulary)
    join_places(by_item, forms, vocabulary)
    join_called(names, items, sentences, forms)
    dropped = _unresolved(by_item, forms, vocabulary)
    clusters: dict[Item, Cluster] = {}
    counts: Counter[Item] = Counter()
    last: dict[Item, int] = {}
    for number, name in enumerate(names):
        item = items[number]
        if forms.find(item) in dropped:
            continue
        if item in surnames and item not in forms.why:
            item = _bearer(name, surnames[item], by_item, counts, last)
            name.how = "surname"
        elif name.how == "name" and item in forms.why:
            name.how = forms.why[item]
        elif item[0] == "government of":
            name.how = "capital"
        counts[item] += 1
        last[item] = number
        cluster = clusters.setdefault(forms.find(item), Cluster())
        cluster.names.append(name)
    for cluster in clusters.values():
        _describe(cluster, vocabulary)
    return list(clusters.values())


def _unresolved(by_item: dict[Item, list[Name]], forms: Forms, vocabulary: Vocabulary) -> set[Item]:
    """The items that are joined with no other and name nobody by themselves."""
    sizes = Counter(forms.find(item) for item in by_item)
    dropped: set[Item] = set()
    for item, names in by_item.items():
        root = forms.find(item)
        if sizes[root] == 1 and names_nobody(item, names[0].key, vocabulary):
            dropped.add(root)
    return dropped


def _item(name: Name, sentences: Sequence[Words], vocabulary: Vocabulary) -> Item:
    """What a name is joined by: the listed actor that it stands for, or its class of kind and its words."""
    if name.how == "body":
        state, _, noun = name.body.partition("|")
        noun = "government" if noun in GOVERNMENT else "forces" if noun in FORCES else noun
        return ("body", state, noun)
    if name.how == "coalition":
        return ("coalition", *name.body.split("|"))
    if name.entry is not None:
        return _listed_item(name, name.entry, sentences)
    if name.kind is ActorKind.PERSON:
        said = {vocabulary.title_gender[word] for word in name.title_words if word in vocabulary.title_gender}
        return ("person", name.key, *said) if len(name.key) == 1 and len(said) == 1 else ("person", name.key)
    if name.kind in BODIES:
        return ("body of", name.key)
    return ("place", name.key)


def _listed_item(name: Name, entry: Entry, sentences: Sequence[Words]) -> Item:
    """What a listed name is joined by: the state that a capital acts for, the people that a demonym names, or what it stands for."""
    if entry.relation is Relation.CAPITAL:
        return ("government of", entry.stands_for, entry.name) if _acts(name, sentences) else ("place", entry.name)
    if entry.relation is Relation.SEAT:
        return ("seat", entry.stands_for, entry.name)
    if _is_people(name, sentences):
        name.kind = ActorKind.GROUP
        return ("people", entry.stands_for)
    return ("listed", entry.stands_for)


def _is_people(name: Name, sentences: Sequence[Words]) -> bool:
    """True iff a demonym names people rather than their state: "Norlanders fled", but "the Norlanders have shelled the port"."""
    doc = sentences[name.sentence].parsed.tokens.doc
    return name.how == "demonym" and not (name.first > 0 and doc[name.first - 1].lower_ == "the")


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


def _bearer(
    name: Name, bearers: list[Item], by_item: dict[Item, list[Name]], counts: Counter[Item], last: dict[Item, int]
) -> Item:
    """The person that an ambiguous surname means: the only one with its title, the one named most until here, the one named last."""
    if name.title_words:
        word = name.title_words[-1]
        same = [bearer for bearer in bearers if any(word in other.title_words for other in by_item[bearer])]
        if len(same) == 1:
            return same[0]
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
    if len(entries) > 1 and all(name.how == "capital" for name in cluster.names):
        cluster.kind = ActorKind.COUNTRY
    for name in cluster.names:
        if cluster.kind is ActorKind.PERSON and not cluster.gender:
            cluster.gender = vocabulary.given.get(name.key[0].title(), "") if len(name.key) > 1 else ""
            cluster.gender = next(
                (vocabulary.title_gender[word] for word in name.title_words if word in vocabulary.title_gender),
                cluster.gender,
            )
