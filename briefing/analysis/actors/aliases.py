"""What a user's alias file settles in one document: which words are whose, and which actors are never one.

A listed name (`listed_names.py`) inside a longer name that the program found is not that name. What the program joins beyond the file
(a surname with a listed full name, an acronym in brackets) stays joined, unless the file says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actors.forms import Forms, names_nobody
from briefing.analysis.actors.keys import key_of, split_words
from briefing.analysis.actors.listed_names import find_listed, list_names
from briefing.analysis.actors.mentions import is_headline, make_name
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.analysis.actors.forms import Form, Item
    from briefing.analysis.actors.listed_names import FoundName, ListedName
    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.merging import Cluster
    from briefing.analysis.actors.vocabulary import Vocabulary
    from briefing.model.aliases import Aliases

__all__ = ["LISTED", "Settled"]

LISTED = "alias file"
"""The rule that ties a listed name to its actor."""

KNOWN = 100
"""The weight of a kind that the user gives: that of the program's own lists."""

SURE = frozenset({"full name", "word order", "spelling", "acronym", "in brackets", "alias"})
"""Rules that still join a name of which the file gives a longer one: two ways to write it, an acronym, what the article itself says. The
others look for what a word may be short for, and the file has said that."""

OWN_KIND = frozenset({"capital", "seat", "demonym", "body", "coalition"})
"""Rules whose names keep a kind of their own beside their actor's."""


class ListedForms(Forms):
    """The forms of a document's names, of which some are never joined."""

    def __init__(self, apart: frozenset[tuple[int, int]]) -> None:
        super().__init__()
        self.apart = apart
        self.owners: dict[Item, frozenset[int]] = {}
        self.settled: set[Item] = set()

    def mark(self, item: Item, owner: int) -> None:
        """Makes an item an owner's, so that it is not joined with what is apart from it."""
        root = self.find(item)
        self.owners[root] = self.owners.get(root, frozenset()) | {owner}

    def join(self, short: Item, long: Item, why: str) -> None:
        """Makes two items one, unless the alias file has them apart, or has said already what the short one is short for."""
        if why != LISTED and short in self.settled and why not in SURE:
            return
        mine = self.owners.get(self.find(short), frozenset())
        theirs = self.owners.get(self.find(long), frozenset())
        if self.find(short) != self.find(long) and any(self._are_apart(one, other) for one in mine for other in theirs):
            return
        super().join(short, long, why)
        if mine or theirs:
            self.owners[self.find(long)] = mine | theirs

    def _are_apart(self, one: int, other: int) -> bool:
        return (one >= 0 and other >= 0 and one != other) or (one, other) in self.apart or (other, one) in self.apart


class Settled:
    """The names of one document that the alias file speaks of.

    Args:
        aliases: The file.
        sentences: The document's words.
        vocabulary: The program's own lists.
        text: The document's text.
    """

    def __init__(self, aliases: Aliases, sentences: Sequence[Words], vocabulary: Vocabulary, text: str) -> None:
        self.aliases, self.vocabulary, self.text = aliases, vocabulary, text
        trie, self.apart = list_names(aliases)
        self.found = [found for words in sentences for found in find_listed(words, trie)] if trie else []
        self.form_of: dict[int, ListedName] = {}
        self.added: set[int] = set()

    def set_kinds(self, names: Sequence[Name]) -> None:
        """Gives names that are listed with a kind that kind, before the document's kinds are decided."""
        for found, overlapping in self._beside(names):
            kind = self._kind(found.form)
            for name in overlapping:
                if kind is not None and _is_same(found, name):
                    _set_kind(name, kind)

    def complete(self, names: Sequence[Name]) -> list[Name]:
        """The names in text order, with those that the program had not found, and without those that lie inside them."""
        gone: set[int] = set()
        new: list[Name] = []
        for found, overlapping in self._beside(names):
            present = [name for name in overlapping if id(name) not in gone]
            span = found.words.span(found.start, found.end)
            same = next((name for name in present if _is_same(found, name)), None)
            if same is None and (found.form.owner < 0 or any(span in name.span for name in present)):
                continue
            if same is None:
                same = self._new_name(found)
                new.append(same)
            elif (kind := self._kind(found.form)) is not None:
                _set_kind(same, kind)
            self.form_of[id(same)] = found.form
            gone.update(id(name) for name in present if name is not same)
        kept = [name for name in names if id(name) not in gone]
        return sorted([*kept, *new], key=lambda name: (name.span.start, -name.span.end))

    def forms(self, names: Sequence[Name], items: list[Item]) -> ListedForms:
        """Forms in which every listed name is its actor's already; `items`, those of `names`, are changed where the file splits them."""
        owners: dict[Item, set[int]] = defaultdict(set)
        for name, item in zip(names, items, strict=True):
            if (form := self.form_of.get(id(name))) is not None:
                owners[item].add(form.owner)
        forms = ListedForms(self.apart)
        for number, name in enumerate(names):
            if (form := self.form_of.get(id(name))) is None:
                continue
            own: Item = ("listed by you", form.owner)
            item = items[number]
            is_bare = form.owner >= 0 and (id(name) in self.added or self._says_nothing(item))
            if is_bare or len(owners[item]) > 1:
                items[number] = own
            elif form.owner >= 0 and forms.find(item) != forms.find(own):
                forms.join(item, own, LISTED)
            if form.is_settled:
                forms.settled.add(items[number])
            forms.mark(items[number], form.owner)
        return forms

    def finish(self, clusters: Sequence[Cluster]) -> None:
        """Gives the clusters of listed actors the kind that the file gives, and their listed names the rule that tied them."""
        for cluster in clusters:
            owner = self._owner(cluster)
            if owner is None:
                continue
            kind = self.aliases.actors[owner].kind
            if kind is not None:
                cluster.kind = kind
            for name in cluster.names:
                form = self.form_of.get(id(name))
                if kind is not None and (form is not None or name.how not in OWN_KIND):
                    name.kind = kind
                if form is not None:
                    name.how = LISTED
                elif name.how == LISTED:  # another writing of a listed name
                    name.how = "name"

    def shown(self, cluster: Cluster) -> list[Name]:
        """The names by which a listed actor may be called: the file's own where the text has it, else those with a capital; none for others."""
        if self._owner(cluster) is None:
            return []
        forms = [(name, self.form_of.get(id(name))) for name in cluster.names]
        wanted = [name for name, form in forms if form is not None and form.is_name]
        capital = [name for name in cluster.names if not self.text[name.span.start : name.span.end].islower()]
        return wanted or capital or cluster.names

    def keys_of(self, cluster: Cluster) -> set[Form]:
        """Every name that the file gives an actor, for comparison, whether the text has it or not."""
        owner = self._owner(cluster)
        return set() if owner is None else {key_of(split_words(name)) for name in self.aliases.actors[owner].names}

    def kind_of(self, cluster: Cluster) -> ActorKind | None:
        """The kind that the file gives an actor; None where it gives none."""
        owner = self._owner(cluster)
        return None if owner is None else self.aliases.actors[owner].kind

    def _owner(self, cluster: Cluster) -> int | None:
        forms = (self.form_of.get(id(name)) for name in cluster.names)
        return next((form.owner for form in forms if form is not None and form.owner >= 0), None)

    def _kind(self, form: ListedName) -> ActorKind | None:
        return self.aliases.actors[form.owner].kind if form.owner >= 0 else None

    def _new_name(self, found: FoundName) -> Name:
        """A name where the program had found none, with the kind that the file gives, else the one that its last word tells."""
        key = key_of(found.words.texts[found.start : found.end])
        kind = self._kind(found.form) or self.vocabulary.descriptions.get(key[-1:])
        if kind is None and key and key[-1] in self.vocabulary.roles:
            kind = ActorKind.PERSON
        weight = KNOWN if self._kind(found.form) else 1
        name = make_name(found.words, found.start, found.end, kind=kind, weight=weight, how=LISTED)
        name.in_headline = is_headline(found.words)
        self.added.add(id(name))
        return name

    def _says_nothing(self, item: Item) -> bool:
        """True iff a name's item is dropped where it stands alone."""
        key = item[1] if isinstance(item[1], tuple) else None  # a listed capital is known by its text
        return (item[0] == "coalition" or key is not None) and names_nobody(item, key or (), self.vocabulary)

    def _beside(self, names: Sequence[Name]) -> Iterator[tuple[FoundName, list[Name]]]:
        """Each listed name with the names that overlap it, both in text order."""
        ordered = sorted(names, key=lambda name: (name.span.start, -name.span.end))
        first = 0
        for found in self.found:
            span = found.words.span(found.outer, found.end)
            while first < len(ordered) and ordered[first].span.end <= span.start:
                first += 1
            overlapping = []
            for position in range(first, len(ordered)):
                if ordered[position].span.start >= span.end:
                    break
                if ordered[position].span.overlap(span):
                    overlapping.append(ordered[position])
            yield found, overlapping


def _is_same(found: FoundName, name: Name) -> bool:
    """True iff a name of the program's is the listed one, whichever of them counts the title or the article as its own."""
    outer, span = found.words.span(found.outer, found.end), found.words.span(found.start, found.end)
    if name.span.end != span.end:
        return False
    first = name.title.start if name.title is not None else name.span.start
    return name.span.start == outer.start or first <= span.start <= name.span.start


def _set_kind(name: Name, kind: ActorKind) -> None:
    """Makes a name one of a kind; what the program's lists hold of another kind is not meant."""
    name.kind, name.weight, name.is_pending = kind, KNOWN, False
    if name.entry is not None and name.entry.kind is not kind:
        name.entry = None
