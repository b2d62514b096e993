"""Decides what every name of a document is: one kind for one form, from the evidence of all places where it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import PLACES
from briefing.analysis.actors.person_spans import cut_persons
from briefing.analysis.actors.signs import Signs, read_signs, stems_of
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.analysis.actors.entries import Entry
    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["decide_kinds"]

Form = tuple[str, ...]

FIXED = 50
"""The weight from which a kind is known and not voted on."""


TITLED = 6
"""The weight of a name after a title."""

PLACED = 4
"""What "near X" and "the siege of X" count for a place."""

LOCATED = 3
"""What "in X" and "the town of X" count for a place."""

CONTEXT = 2
"""What weaker hints of the sentence count."""


DEEDS = 2
"""Verbs of will from which a place that does them is a state."""

FULL = 2
"""Words of the usual full name of a person."""

LONGEST = 4
"""Words in the longest name that is compared with its first and its last words."""


def decide_kinds(
    names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary, lower: Counter[str]
) -> tuple[list[Name], dict[Form, tuple[ActorKind, Entry | None]]]:
    """The names that are names, each with its kind, and the kind and entry of every form."""
    names = _without_things(_without_common_nouns(cut_persons(names, sentences, vocabulary), lower))
    votes, entries = _votes(names)
    signs = read_signs(names, sentences, vocabulary)
    _add_signs(votes, signs)
    _pool(votes, signs, vocabulary)
    kinds = {form: _winner(counts) for form, counts in votes.items()}
    surnames = _surnames(kinds, vocabulary, {name.key for name in names if name.is_family_first})
    _free_surnames(names, surnames)
    for form, counts in votes.items():
        if len(form) == 1 and form[0] in surnames and max(counts.values()) < FIXED:
            kinds[form] = ActorKind.PERSON
    _take_first_names(kinds, votes, vocabulary)
    for name in names:
        if name.key and name.key not in kinds and (kind := _guess(name, surnames, vocabulary)) is not None:
            kinds[name.key] = kind
    _agree_with_longer(kinds, votes, vocabulary)
    _weigh_labels(kinds, votes, signs, surnames, vocabulary)
    kept = [name for name in names if name.key in kinds]
    for name in kept:
        if name.weight < FIXED:
            name.kind = kinds[name.key]
        if name.kind is not ActorKind.PERSON:
            name.entry = name.entry or entries.get(name.key)
    return kept, {form: (kind, entries.get(form)) for form, kind in kinds.items()}


def _take_first_names(
    kinds: dict[Form, ActorKind], votes: Mapping[Form, Counter[ActorKind]], vocabulary: Vocabulary
) -> None:
    """Makes a lone word that begins only persons' names in this text a person, unless something shows a place: "Ida" of "Ida Solberg"."""
    begun: dict[str, set[ActorKind]] = defaultdict(set)
    for form, kind in kinds.items():
        if len(form) > 1:
            begun[form[0]].add(kind)
    for form, counts in votes.items():
        is_first = (
            len(form) == 1 and begun.get(form[0]) == {ActorKind.PERSON} and form[0].title() not in vocabulary.heads
        )
        if is_first and max(counts.values()) < FIXED and counts[ActorKind.PLACE] <= counts[ActorKind.ORGANISATION]:
            kinds[form] = ActorKind.PERSON


def _agree_with_longer(
    kinds: dict[Form, ActorKind], votes: dict[Form, Counter[ActorKind]], vocabulary: Vocabulary
) -> None:
    """Gives "Nordline" the kind of "Nordline Company", unless its own is known."""
    for form, kind in list(kinds.items()):
        short = form[:-1]
        is_longer = kind is ActorKind.ORGANISATION and short in votes and form[-1] in vocabulary.droppable
        if is_longer and max(votes[short].values()) < FIXED and votes[short][ActorKind.PERSON] < TITLED:
            kinds[short] = kind


def _add_signs(votes: dict[Form, Counter[ActorKind]], signs: Mapping[Form, Signs]) -> None:
    """Adds the signs of the sentences to the votes of the labels; alone they count where they are plain."""
    for form, sign in signs.items():
        if form in votes and max(votes[form].values()) < FIXED:
            votes[form].update(sign.votes)
        elif form not in votes and max(sign.votes.values(), default=0) > LOCATED:
            votes[form] = Counter(sign.votes)


def _pool(votes: dict[Form, Counter[ActorKind]], signs: Mapping[Form, Signs], vocabulary: Vocabulary) -> None:
    """Makes a long name and the short one that recurs of it vote as one: "Ida Solberg" and "Solberg", "Nordline Ferries" and "Nordline"."""
    for form in [form for form in votes if 1 < len(form) <= LONGEST]:
        if max(votes[form].values()) >= FIXED:
            continue
        if form[0].title() in vocabulary.directions and (place := votes.get(form[1:])) is not None:
            votes[form][ActorKind.PLACE] += LOCATED
            if max(place.values()) < FIXED:
                place[ActorKind.PLACE] += LOCATED
            continue
        is_headed = any(word.title() in vocabulary.heads or word in {"of", "for"} for word in form)
        last = votes.get(form[-1:])
        if last is not None and not is_headed and max(last.values()) < FIXED:
            both = votes[form] + last
            if _is_by_surname(form, both, votes, signs, vocabulary):
                both[ActorKind.PERSON] += sum(both.values())
            is_human = any(row in signs and _is_human(signs[row]) for row in (form, form[-1:]))
            if is_human and both[ActorKind.PERSON] * 2 >= sum(both.values()):
                votes[form], votes[form[-1:]] = both, Counter(both)
                continue
        first = votes.get(form[:1])
        is_given = form[0].title() in vocabulary.given or _is_human(signs.get(form, Signs()))
        is_thing = any(word.isdigit() for word in form) or form[0].title() in vocabulary.heads
        if first is not None and max(first.values()) < FIXED and not is_given and not is_thing:
            both = votes[form] + first
            if _winner(both) is ActorKind.ORGANISATION:
                votes[form], votes[form[:1]] = both, Counter(both)


def _is_by_surname(
    form: Form,
    both: Counter[ActorKind],
    votes: Mapping[Form, Counter[ActorKind]],
    signs: Mapping[Form, Signs],
    vocabulary: Vocabulary,
) -> bool:
    """True iff a name of two words speaks by its last: "Amedy Lund ... Lund said". Of a company the first word is left, of a team a plural."""
    if len(form) != FULL or form[:1] in votes or form[-1].endswith("s") or form[0] in vocabulary.particles:
        return False
    speaks = signs[form[-1:]].speaks if form[-1:] in signs else 0
    return speaks > 0 and both[ActorKind.PLACE] + both[ActorKind.COUNTRY] <= speaks


def _is_human(signs: Signs) -> bool:
    """True iff the text shows somebody: a role, "who", a verb of saying."""
    return signs.votes[ActorKind.PERSON] > 0 or signs.speaks > 0


def _weigh_labels(
    kinds: dict[Form, ActorKind],
    votes: Mapping[Form, Counter[ActorKind]],
    signs: Mapping[Form, Signs],
    surnames: Mapping[str, Form],
    vocabulary: Vocabulary,
) -> None:
    """Corrects or drops what only the model's label holds: words that modify, places taken for persons, places that act."""
    first_names = {form[0] for form, kind in kinds.items() if kind is ActorKind.PERSON and len(form) > 1}
    for form, sign in signs.items():
        kind = kinds.get(form)
        if kind is None or max(votes.get(form, {kind: 0}).values()) >= FIXED:
            continue
        is_given = form[0].title() in vocabulary.given or form[0] in first_names
        is_lone = len(form) == 1 and form[0] not in surnames and not is_given
        is_label = is_lone and votes.get(form, Counter())[ActorKind.PERSON] <= sign.count
        if is_lone and sign.modifies == sign.count and not sign.votes:
            del kinds[form]
        elif kind is ActorKind.PERSON and is_label and not sign.votes[ActorKind.PERSON] and not sign.speaks:
            if sign.passed or sign.votes[ActorKind.PLACE]:
                kinds[form] = ActorKind.PLACE
            elif sign.is_acronym:
                kinds[form] = ActorKind.ORGANISATION
        elif is_lone and _is_demonym(form[0], kinds) and (sign.modifies == sign.count or not sign.votes):
            del kinds[form]
        if kinds.get(form) is ActorKind.PLACE and sign.deeds >= DEEDS:
            kinds[form] = ActorKind.COUNTRY


def _is_demonym(word: str, kinds: Mapping[Form, ActorKind]) -> bool:
    """True iff the word is made of a place's name: "Norlandi soldiers" where Norland or Norlandia is named."""
    stems = stems_of(word)
    return any(kinds.get((stem + ending,)) in PLACES for stem in stems for ending in ("", "a", "ia", "y"))


def _votes(names: Sequence[Name]) -> tuple[dict[Form, Counter[ActorKind]], dict[Form, Entry | None]]:
    """What all places where a form stands say of its kind, and the listed name that it is."""
    votes: dict[Form, Counter[ActorKind]] = defaultdict(Counter)
    entries: dict[Form, Entry | None] = {}
    for name in names:
        if name.key and name.is_placed and name.title is None and (name.kind is None or name.is_pending):
            votes[name.key][ActorKind.PLACE] += PLACED
        if name.kind is None or not name.key or name.is_pending:
            continue
        votes[name.key][name.kind] += name.weight
        entries[name.key] = entries.get(name.key) or name.entry
        if name.is_placed and name.title is None:
            votes[name.key][ActorKind.PLACE] += PLACED
        elif name.is_located and name.kind is not ActorKind.ORGANISATION and name.title is None:
            votes[name.key][ActorKind.PLACE] += LOCATED
        elif name.is_located and len(name.key) == 1:
            votes[name.key][ActorKind.PLACE] += CONTEXT
        if name.speaks and name.kind is ActorKind.PLACE and name.entry is None:
            votes[name.key][ActorKind.ORGANISATION] += CONTEXT
    for name in names:
        if name.is_pending and name.kind is not None and name.key in votes:
            votes[name.key][name.kind] += 1
    return votes, entries


def _guess(name: Name, surnames: dict[str, Form], vocabulary: Vocabulary) -> ActorKind | None:
    """The kind of a name that nothing tells of, None for one that is none."""
    if len(name.key) == 1 and name.key[0] in surnames:
        return ActorKind.PERSON
    if name.is_pending:
        return None
    return ActorKind.PERSON if name.key[0].title() in vocabulary.given else ActorKind.ORGANISATION


def _without_common_nouns(names: Sequence[Name], lower: Counter[str]) -> list[Name]:
    """The names without words that are common nouns in this text: written small elsewhere, or counted ("a VBIED")."""
    places: dict[Form, list[Name]] = defaultdict(list)
    for name in names:
        if len(name.key) == 1 and name.entry is None and name.weight < FIXED and name.title is None:
            places[name.key].append(name)
    common: set[Form] = set()
    for form, found in places.items():
        counted = sum(name.is_counted for name in found)
        beginning = sum(name.begins_sentence for name in found)
        small = lower[form[0]]
        if (counted * 2 > len(found) and all(name.label != "PERSON" for name in found)) or (
            small and (beginning == len(found) or (small > 2 * len(found) and not any(name.label for name in found)))
        ):
            common.add(form)
    return [name for name in names if name.key not in common or name.entry is not None or name.title is not None]


def _without_things(names: Sequence[Name]) -> list[Name]:
    """The names without ships, storms and films, wherever they stand; a person of the same name has a title or a full name."""
    things = {name.key for name in names if name.is_thing}
    persons = {name.key[-1:] for name in names if name.kind is ActorKind.PERSON and len(name.key) > 1}
    titled = {name.key for name in names if name.title is not None}
    full = {name.key for name in names if name.kind is ActorKind.PERSON and len(name.key) > 1 and not name.is_thing}
    things -= persons | titled | full
    return [
        name for name in names if not name.is_thing and (name.key not in things or name.entry or name.weight >= FIXED)
    ]


def _free_surnames(names: Sequence[Name], surnames: dict[str, Form]) -> None:
    """Makes a listed place that is also a person's surname in this text that person where it stands like one."""
    for name in names:
        entry = name.entry
        if entry is None or len(name.key) != 1 or name.key[0] not in surnames or entry.kind not in PLACES:
            continue
        is_unsure = name.label in {"PERSON", "ORG", ""} or name.is_doer
        if not (name.is_located or name.is_placed) and name.how == "name" and is_unsure:
            name.entry, name.kind, name.weight = None, ActorKind.PERSON, FIXED


def _winner(counts: Counter[ActorKind]) -> ActorKind:
    """The kind with the most votes; of equals the first of the enumeration, for the same result every time."""
    order = list(ActorKind)
    if counts[ActorKind.COUNTRY]:  # a state is a place too
        counts = counts + Counter({ActorKind.COUNTRY: counts[ActorKind.PLACE]})
    return max(counts, key=lambda kind: (counts[kind], -order.index(kind)))


def _surnames(kinds: dict[Form, ActorKind], vocabulary: Vocabulary, family_first: set[Form]) -> dict[str, Form]:
    """The surnames of the full names of persons: their last words, or the first ones where the family name leads."""
    rows = ((form[0] if form in family_first else form[-1], form) for form, kind in _full_persons(kinds))
    return {word: form for word, form in rows if len(word) > 2 or word.title() in vocabulary.given}  # noqa: PLR2004


def _full_persons(kinds: Mapping[Form, ActorKind]) -> list[tuple[Form, ActorKind]]:
    """The forms of several words that are persons."""
    return [(form, kind) for form, kind in kinds.items() if kind is ActorKind.PERSON and len(form) > 1]
