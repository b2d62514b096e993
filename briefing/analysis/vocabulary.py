"""What is known about names before any text is read: the word lists in the form in which the search for names uses them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Entry", "Relation", "Vocabulary", "key_of", "load_vocabulary", "split_words"]

WORD = re.compile(
    r"(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]\.){2,}"  # U.S., U.S
    r"|[A-Z]\.(?=\s+[A-Z])"  # the initial in "George W. Bush"
    r"|(?:St|Dr|Mr|Mrs|Ms|Inc|Corp|Ltd|Co|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Maj|Capt|Adm|Prof|Jr|Sr|Rev|Brig|Cpl|Pvt|Cmdr)\.(?=\s|$)"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+)*"
    r"|['’]s\b"
    r"|\S"
)
"""The words of a name: finer than the parser's tokens, so that "IS(K)", "US/Coalition" and "US-led" fall apart."""

SPELLINGS = {
    "defence": "defense",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "taleban": "taliban",
}
"""British and American spellings that one article mixes."""


PROFESSION = 6
"""Letters that a word with the ending of a profession has at least."""


class Relation(StrEnum):
    """What a listed name is to what it stands for."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed name.

    Attributes:
        name: The name as listed.
        stands_for: The fullest usual name of what it names, or of the state whose capital, seat or demonym it is.
        kind: What the name itself names.
        relation: What it is to `stands_for`.
        is_media: True iff it is a news medium.
    """

    name: str
    stands_for: str
    kind: ActorKind
    relation: Relation = Relation.NAME
    is_media: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word lists, ready for use.

    Attributes:
        trie: The listed names by their words in lower case; the key "" holds the entries that end there.
        title_heads, title_modifiers, portfolios, courtesy: The words of titles, in lower case.
        heads: The words that make a name one of a kind ("other" for no actor), with their capitals.
        documents: Of the words in `heads`, those of what a body publishes.
        droppable: Words at the end of a name that are often left out, in lower case.
        roles, bodies: Nouns that say who a person, what a body is, in lower case.
        place_nouns: Of `bodies`, those of places.
        lower_heads: Words that end a name without a capital.
        descriptions: "the ..." nouns by kind.
        given: Given names with the grammatical gender of their bearers, "m" or "f".
        title_gender: Titles that tell the gender.
        particles: Small words inside a person's name.
        stop, openers: Capitals that are no names.
        forces: What follows a demonym, as words, with its kind; "coalition" for what follows "US-led".
        branches: A branch of a group, with the group.
        postnominals: Letters after a person's name.
        credits: Labels of pictures.
        possessors: Words before a possessive inside a name.
        beginnings: First words of names for no actor.
        intensified: Words before those of `beginnings` ("Tropical Storm").
        things, things_after: Nouns before, and after, the name of a ship, a film, an award.
        prefixes: Words before a hyphen and a name that do not belong to it.
        compounds: Words after a name and a hyphen that do not belong to it.
        directions: Words before a place that are no part of its name.
        speaks: Verbs (lemmas) whose subject is no place.
        invested: Words after which "in" says nothing of a place.
        nicknames: Short forms of given names with what they are short for, in lower case.
        deeds, human: Verbs (lemmas) whose subject has a will, and those whose subject speaks or feels.
        passing: Words before a place that is passed, reached or left.
        placed_of: Nouns before "of" and a place.
        place_after: Nouns after the name of a place that is no state.
        nouns_after: Nouns after a name that tell its kind, by kind.
        taken: Verbs (lemmas) whose object is a place.
        states_of_being: Verbs (lemmas) that say how or where a state is, not what it does.
        willing: Verbs (lemmas) whose passive subject has a will ("is committed").
        addressed: Verbs (lemmas) whose object is somebody.
        ties: Nouns and verbs (lemmas) before "with", "between" or "against" and somebody.
        acts: Nouns (lemmas) of what somebody does or of who plays for a team.
        allies: Nouns (lemmas) of those who take sides.
        state_offices, place_owned: What only a state has, what places have, as the words after "X's".
    """

    trie: Mapping[str, Any]
    title_heads: frozenset[str]
    title_modifiers: frozenset[str]
    portfolios: frozenset[str]
    courtesy: frozenset[str]
    heads: Mapping[str, str]
    documents: frozenset[str]
    droppable: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    place_nouns: frozenset[str]
    lower_heads: frozenset[str]
    descriptions: Mapping[tuple[str, ...], ActorKind]
    given: Mapping[str, str]
    title_gender: Mapping[str, str]
    particles: frozenset[str]
    stop: frozenset[str]
    openers: frozenset[str]
    forces: Mapping[tuple[str, ...], str]
    coalition: frozenset[tuple[str, ...]]
    branches: Mapping[str, str]
    postnominals: frozenset[str]
    credits: frozenset[str]
    possessors: frozenset[str]
    beginnings: frozenset[str]
    intensified: frozenset[str]
    things: frozenset[str]
    things_after: frozenset[str]
    prefixes: frozenset[str]
    compounds: frozenset[str]
    directions: frozenset[str]
    speaks: frozenset[str]
    invested: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    deeds: frozenset[str]
    human: frozenset[str]
    passing: frozenset[str]
    placed_of: frozenset[str]
    place_after: frozenset[str]
    nouns_after: Mapping[ActorKind, frozenset[str]]
    taken: frozenset[str]
    states_of_being: frozenset[str]
    willing: frozenset[str]
    addressed: frozenset[str]
    ties: frozenset[str]
    acts: frozenset[str]
    allies: frozenset[str]
    state_offices: frozenset[str]
    place_owned: frozenset[str]

    def says_who(self, *words: str) -> bool:
        """True iff one of the forms of a noun (lower case) says who a person is: it is listed, or ends as the names of professions do."""
        return any(word in self.roles or (len(word) > PROFESSION and word.endswith(("ist", "ician"))) for word in words)

    def longest(self, words: Sequence[str], start: int, end: int) -> tuple[int, Entry] | None:
        """The longest listed name that begins at `words[start]` and ends before `end`: (where it ends, its entry); or None."""
        node = self.trie
        best: tuple[int, Entry] | None = None
        for position in range(start, end):
            following = node.get(_bare(words[position]))
            if following is None:
                break
            node = following
            for entry in node.get("", ()):
                if _written_as(words, start, position + 1, entry.name):
                    best = (position + 1, entry)
                    break
        return best


def _bare(word: str) -> str:
    """A word for comparison: lower case, without full stops."""
    return word.lower().replace(".", "") or word


def _written_as(words: Sequence[str], start: int, end: int, name: str) -> bool:
    """True iff the words may be that name by their capitals: acronyms exactly, other names with at least the same capitals."""
    listed = split_words(name)
    for position, own in zip(range(start, end), listed, strict=False):
        word = words[position]
        if word == own:
            continue
        if own.isalpha() and any(letter.isupper() for letter in own[1:]):
            return False
        if own[:1].isupper() and not word[:1].isupper():
            return False
        if "." not in own and "." in word and own.isupper():
            return False
    return True


def split_words(text: str) -> list[str]:
    """The words of a text as names are compared by them."""
    if text.replace(" ", "").isalpha():  # so are most listed names, and splitting them is quicker
        return text.split()
    return WORD.findall(text)


def key_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name in the form by which two names are the same: no case, full stops, articles, hyphens, brackets; one spelling."""
    bare = [_bare(word) for word in words]
    kept = [SPELLINGS.get(word, word) for word in bare if word[:1].isalnum()]
    while len(kept) > 1 and kept[0] in {"the", "a", "an"}:
        del kept[0]
    return tuple(kept)


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary, built once a process.

    Raises:
        LexiconError: A word list is missing or malformed.
    """
    names, bodies = load_lexicon("names"), load_lexicon("bodies")
    trie: dict[str, Any] = {}
    for entry in _entries():
        node = trie
        for word in split_words(entry.name):
            node = node.setdefault(_bare(word), {})
        node.setdefault("", []).append(entry)
    heads = {
        word: kind for kind in ("organisation", "group", "place", "other") for word in names.ordered(f"heads.{kind}")
    }
    heads |= dict.fromkeys(names.ordered("heads.group"), "group")
    genders = {"m": names.ordered("given.male"), "f": names.ordered("given.female")}
    titles = {"m": names.ordered("titles.male"), "f": names.ordered("titles.female")}

    def lower(key: str) -> frozenset[str]:
        return frozenset(word.lower() for word in names.ordered(key))

    return Vocabulary(
        trie=trie,
        title_heads=lower("titles.heads"),
        title_modifiers=lower("titles.modifiers"),
        portfolios=lower("titles.portfolios"),
        courtesy=lower("titles.courtesy"),
        heads=heads,
        documents=names.words("heads.documents"),
        droppable=lower("heads.droppable"),
        roles=names.words("roles.person"),
        bodies=names.words("roles.body"),
        place_nouns=names.words("roles.place"),
        lower_heads=names.words("roles.lower_heads"),
        descriptions={
            tuple(phrase.split()): kind
            for kind in (ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.COUNTRY)
            for phrase in names.ordered(f"descriptions.{kind.value}")
        },
        given={word: gender for gender, words in genders.items() for word in words},
        title_gender={word.lower(): gender for gender, words in titles.items() for word in words},
        particles=names.words("particles.person"),
        stop=names.words("stop.words"),
        openers=names.words("stop.openers"),
        forces={
            tuple(phrase.split()): kind
            for kind in ("organisation", "group")
            for phrase in bodies.ordered(f"forces.{kind}")
        },
        coalition=frozenset(tuple(phrase.split()) for phrase in bodies.ordered("forces.coalition")),
        branches=dict(bodies.table("branches")),
        postnominals=names.words("postnominals.words"),
        credits=names.words("credits.words"),
        possessors=names.words("possessors.words"),
        beginnings=names.words("beginnings.other"),
        intensified=names.words("beginnings.intensified"),
        things=names.words("beginnings.things"),
        things_after=names.words("beginnings.things_after"),
        prefixes=names.words("prefixes.words"),
        compounds=names.words("prefixes.compounds"),
        directions=names.words("context.directions"),
        speaks=names.words("context.speaks"),
        invested=names.words("context.invested"),
        nicknames={
            short.lower(): frozenset(name.lower() for name in full) for short, full in names.table("nicknames").items()
        },
        deeds=names.words("context.deeds"),
        human=names.words("context.human"),
        passing=names.words("context.passing"),
        placed_of=names.words("context.placed_of"),
        place_after=names.words("context.place_after"),
        nouns_after={
            kind: names.words(f"context.after_{kind.value}")
            for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP)
        },
        taken=names.words("context.taken"),
        states_of_being=names.words("metonyms.states_of_being"),
        willing=names.words("metonyms.willing"),
        addressed=names.words("metonyms.addressed"),
        ties=names.words("metonyms.ties"),
        acts=names.words("metonyms.acts"),
        allies=names.words("metonyms.allies"),
        state_offices=names.words("context.state_offices"),
        place_owned=names.words("context.place_owned"),
    )


def _entries() -> Iterable[Entry]:
    """Every listed name; of two with the same words the first counts."""
    bodies, states, places = load_lexicon("bodies"), load_lexicon("states"), load_lexicon("places")
    kinds = {"groups": ActorKind.GROUP, "organisations": ActorKind.ORGANISATION, "media": ActorKind.ORGANISATION}
    for table, kind in kinds.items():
        for name, others in bodies.table(table).items():
            spellings = [form for other in (name, *others) for form in _spellings(other)]
            for form in dict.fromkeys(spellings):
                yield Entry(form, name, kind, is_media=table == "media")
    for state, facts in states.table("states").items():
        yield from _state_entries(state, facts)
    for people, place in states.table("peoples").items():
        yield from _demonyms(people, place, ActorKind.PLACE)
    for seat, body in bodies.table("seats").items():
        yield Entry(seat, body, ActorKind.PLACE, Relation.CAPITAL)
    for place in places.ordered("places"):
        yield Entry(place, place, ActorKind.PLACE)


def _spellings(name: str) -> tuple[str, ...]:
    """A name with the ways in which its Arabic article is written: "al-", "Al-", "al ", "Al "."""
    if name[:3].lower() not in {"al-", "al "}:
        return (name,)
    return (name, *(article + name[3:] for article in ("al-", "Al-", "al ", "Al ")))


def _state_entries(state: str, facts: Mapping[str, Any]) -> Iterable[Entry]:
    """The names of a state, its demonyms, its capital and its seats of government."""
    for name in (state, *facts.get("names", ())):
        yield Entry(name, state, ActorKind.COUNTRY)
    for demonym in facts.get("demonyms", ()):
        yield from _demonyms(demonym, state, ActorKind.COUNTRY)
    for seat in facts.get("seats", ()):
        if _is_body(seat):
            yield Entry(seat, state, ActorKind.ORGANISATION, Relation.SEAT)
        else:
            yield Entry(seat, state, ActorKind.PLACE, Relation.CAPITAL)
    if capital := facts.get("capital"):
        yield Entry(capital, state, ActorKind.PLACE, Relation.CAPITAL)


def _demonyms(demonym: str, stands_for: str, kind: ActorKind) -> Iterable[Entry]:
    """The demonym and its plural."""
    yield Entry(demonym, stands_for, kind, Relation.DEMONYM)
    if not demonym.endswith(("s", "sh", "ch", "ese", "man")):
        yield Entry(demonym + "s", stands_for, kind, Relation.DEMONYM)


def _is_body(seat: str) -> bool:
    """True iff a seat is a building that names those who work there, rather than a city."""
    return any(
        word in seat
        for word in (
            "House",
            "Palace",
            "Kremlin",
            "Downing",
            "Whitehall",
            "Number",
            "lysee",
            "lysée",
            "Rosada",
            "Quai",
            "Zhongnanhai",
            "Malaca",
        )
    )
