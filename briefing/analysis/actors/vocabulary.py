"""What is known about names before any text is read: the word lists in the form in which the search for names uses them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.analysis.actors.entries import list_entries
from briefing.analysis.actors.keys import bare_word, split_words
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.analysis.actors.entries import Entry
    from briefing.lexicon import Lexicon

__all__ = ["Vocabulary", "load_vocabulary"]

PROFESSION = 6
"""Letters that a word with the ending of a profession has at least."""


LISTS = {
    "documents": "heads.documents",
    "roles": "roles.person",
    "bodies": "roles.body",
    "place_nouns": "roles.place",
    "lower_heads": "roles.lower_heads",
    "particles": "particles.person",
    "nobiliary": "particles.surname",
    "stop": "stop.words",
    "openers": "stop.openers",
    "postnominals": "postnominals.words",
    "credits": "credits.words",
    "possessors": "possessors.words",
    "beginnings": "beginnings.other",
    "intensified": "beginnings.intensified",
    "things": "beginnings.things",
    "things_after": "beginnings.things_after",
    "prefixes": "prefixes.words",
    "compounds": "prefixes.compounds",
    "directions": "context.directions",
    "speaks": "context.speaks",
    "invested": "context.invested",
    "deeds": "context.deeds",
    "human": "context.human",
    "passing": "context.passing",
    "placed_of": "context.placed_of",
    "place_after": "context.place_after",
    "taken": "context.taken",
    "states_of_being": "metonyms.states_of_being",
    "willing": "metonyms.willing",
    "addressed": "metonyms.addressed",
    "ties": "metonyms.ties",
    "acts": "metonyms.acts",
    "allies": "metonyms.allies",
    "state_offices": "context.state_offices",
    "place_owned": "context.place_owned",
    "body_owned": "context.body_owned",
    "body_of": "context.body_of",
    "games": "context.games",
}
"""The fields that are a list of `names.toml` as it stands, and its key."""

LOWERED = {
    "title_heads": "titles.heads",
    "title_modifiers": "titles.modifiers",
    "portfolios": "titles.portfolios",
    "courtesy": "titles.courtesy",
    "droppable": "heads.droppable",
}
"""The same for lists whose words are compared in lower case."""


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
        noun_gender: Common nouns for a person that tell it.
        particles: Small words inside a person's name.
        nobiliary: Those of them that begin surnames and nothing else.
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
        state_offices, place_owned, body_owned: What only a state has, what places and companies have, as the words after "X's".
        body_of: What companies have, as the word before "of X" or "in X".
        games: Words of games between teams.
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
    noun_gender: Mapping[str, str]
    particles: frozenset[str]
    nobiliary: frozenset[str]
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
    body_owned: frozenset[str]
    body_of: frozenset[str]
    games: frozenset[str]

    def says_who(self, *words: str) -> bool:
        """True iff one of the forms of a noun (lower case) says who a person is: it is listed, or ends as the names of professions do."""
        return any(word in self.roles or (len(word) > PROFESSION and word.endswith(("ist", "ician"))) for word in words)

    def longest(self, words: Sequence[str], start: int, end: int) -> tuple[int, Entry] | None:
        """The longest listed name that begins at `words[start]` and ends before `end`: (where it ends, its entry); or None."""
        node = self.trie
        best: tuple[int, Entry] | None = None
        for position in range(start, end):
            following = node.get(bare_word(words[position]))
            if following is None:
                break
            node = following
            for entry in node.get("", ()):
                if _written_as(words, start, position + 1, entry.name):
                    best = (position + 1, entry)
                    break
        return best


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


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary, built once a process.

    Raises:
        LexiconError: A word list is missing or malformed.
    """
    names, bodies = load_lexicon("names"), load_lexicon("bodies")
    lists: dict[str, Any] = {field: names.words(key) for field, key in LISTS.items()}
    lists |= {field: _lowered(names, key) for field, key in LOWERED.items()}
    return Vocabulary(
        trie=_trie(),
        heads=_heads(names),
        descriptions={
            phrase: kind
            for kind in (ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.COUNTRY)
            for phrase in _phrases(names, f"descriptions.{kind.value}")
        },
        given=_genders(names, "given"),
        title_gender={word.lower(): gender for word, gender in _genders(names, "titles").items()},
        noun_gender=_genders(names, "gendered"),
        forces={phrase: kind for kind in ("organisation", "group") for phrase in _phrases(bodies, f"forces.{kind}")},
        coalition=frozenset(_phrases(bodies, "forces.coalition")),
        branches=dict(bodies.table("branches")),
        nicknames={
            short.lower(): frozenset(name.lower() for name in full) for short, full in names.table("nicknames").items()
        },
        nouns_after={
            kind: names.words(f"context.after_{kind.value}")
            for kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP)
        },
        **lists,
    )


def _trie() -> dict[str, Any]:
    """The listed names by their words; of two with the same words the first counts."""
    trie: dict[str, Any] = {}
    for entry in list_entries():
        node = trie
        for word in split_words(entry.name):
            node = node.setdefault(bare_word(word), {})
        node.setdefault("", []).append(entry)
    return trie


def _heads(names: Lexicon) -> dict[str, str]:
    """The head words with their kinds; one that is of several kinds is a group's, else the last one's."""
    kinds = ("organisation", "place", "other", "group")
    return {word: kind for kind in kinds for word in names.ordered(f"heads.{kind}")}


def _genders(names: Lexicon, table: str) -> dict[str, str]:
    """The words of a table that tell a gender, with its letter."""
    letters = {"male": "m", "female": "f"}
    return {word: letter for key, letter in letters.items() for word in names.ordered(f"{table}.{key}")}


def _phrases(lexicon: Lexicon, key: str) -> list[tuple[str, ...]]:
    """The phrases of a list as words."""
    return [tuple(phrase.split()) for phrase in lexicon.ordered(key)]


def _lowered(lexicon: Lexicon, key: str) -> frozenset[str]:
    """The words of a list in lower case."""
    return frozenset(word.lower() for word in lexicon.ordered(key))
