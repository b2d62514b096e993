"""Reads what the sentences around the names of one form say of its kind: the noun in apposition, who is owned, what it does.

The model's label is a guess from one sentence; these signs are grammar, and they are added up over the whole text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import DETERMINERS, FINITE, Place
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["Signs", "read_signs", "stems_of"]

STRONG, WEAK = 4, 2
"""What a sign counts beside one label of the model."""

TEAM = 12
"""What a team's name counts: the model takes both its forms for persons and places throughout a text."""

REACH = 12
"""Tokens looked at on either side of a name: an apposition that begins farther off has lost its noun."""

MARKS = frozenset({",", ";", ".", ":", "—", "–", "--", "(", ")", "?", "!", '"', "“", "”"})
OWNING = frozenset({"'s", "’s"})
SUFFIXES = ("i", "n", "an", "ian", "ese", "is", "ns", "ans", "ians")
"""Endings that make a demonym of a place's name."""

ACRONYM = range(3, 7)
"""Letters of an acronym."""

OFFICE = 8
"""Tokens after a name within which a comma and an office tell a person."""

LONG = 4
"""Letters of the shortest name that a demonym is told from."""


@dataclass(slots=True)
class Signs:
    """What the text says of one form.

    Attributes:
        votes: Kinds by the weight of the signs for them.
        deeds: How often it is the subject of a verb of will or agreement, as only actors are.
        speaks: How often it is the subject of a verb of saying.
        is_subject: How often it is the subject of a verb.
        passed: How often it stands after "to", "from", "through", "at" and the like.
        modifies: How often it only stands before a common noun and modifies it: "Flash memory", "Legionnaires' disease".
        count: How often it stands in the text.
        is_acronym: True iff it is one word in capitals.
    """

    votes: Counter[ActorKind] = field(default_factory=Counter)
    deeds: int = 0
    speaks: int = 0
    is_subject: int = 0
    passed: int = 0
    modifies: int = 0
    count: int = 0
    is_acronym: bool = False


def read_signs(
    names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary
) -> dict[tuple[str, ...], Signs]:
    """The signs of every form that no list knows."""
    found: dict[tuple[str, ...], Signs] = defaultdict(Signs)
    words = {word.lower() for row in sentences for word in row.texts if word[:1].isupper()}
    for name in names:
        if name.entry is not None or not name.key or name.in_headline or name.body:
            continue
        signs = found[name.key]
        signs.count += 1
        _Place(sentences, name, vocabulary).read(signs)
    _add_teams(found, vocabulary)
    for form, signs in found.items():
        last = form[-1]
        if {"of", "for"} & set(form):  # no person is called so: the apposition belongs to a noun before
            del signs.votes[ActorKind.PERSON]
        is_long = len(form) == 1 and len(last) >= LONG
        if is_long and any(
            last + ending in words or (last[:-1] + ending in words and not last.endswith(ending))
            for ending in SUFFIXES
            if ending != "n"
        ):
            signs.votes[ActorKind.PLACE] += WEAK
    return found


def _add_teams(found: dict[tuple[str, ...], Signs], vocabulary: Vocabulary) -> None:
    """Counts a plural that stands alone and after the name of a place too as a team: "the Skarn Gulls", "the Gulls"."""
    for form, signs in found.items():
        if (
            len(form) == 1
            or not form[-1].endswith("s")
            or form[-1:] not in found
            or form[-1].title() in vocabulary.heads
        ):
            continue
        listed = vocabulary.longest([word.title() for word in form[:-1]], 0, len(form) - 1)
        if listed and listed[0] == len(form) - 1 and listed[1].kind in {ActorKind.PLACE, ActorKind.COUNTRY}:
            signs.votes[ActorKind.ORGANISATION] += TEAM
            found[form[-1:]].votes[ActorKind.ORGANISATION] += TEAM


def stems_of(word: str) -> list[str]:
    """The names of places that a word may be the demonym of: "norlandi" of "norland"."""
    return [word[: -len(ending)] for ending in SUFFIXES if word.endswith(ending) and len(word) - len(ending) >= LONG]


class _Place(Place):
    """One name in its sentence, and the sentence after it."""

    def __init__(self, sentences: Sequence[Words], name: Name, vocabulary: Vocabulary) -> None:
        super().__init__(sentences[name.sentence].parsed.tokens, name, vocabulary)
        self.following = sentences[name.sentence + 1].parsed.tokens if name.sentence + 1 < len(sentences) else None

    def read(self, signs: Signs) -> None:
        """Adds what this place says."""
        for kind, weight in (
            *self._beside(),
            *self._relative(),
            *self._owned(),
            *self._led(),
            *self._taken(),
            *self._citizen(),
        ):
            signs.votes[kind] += weight
        root = self.root()
        verb = root.head
        if root.dep_ == "nsubj" and verb.pos_ in {"VERB", "AUX"}:
            signs.is_subject += 1
            lemma = verb.lemma_.lower()
            signs.deeds += lemma in self.vocabulary.deeds
            signs.speaks += lemma in self.vocabulary.human
            opening = self.following[0].lower_ if self.following is not None and len(self.following) else ""
            if opening in {"he", "she"} and self.name.label == "PERSON":
                signs.votes[ActorKind.PERSON] += 1
        signs.is_acronym = signs.is_acronym or (
            self.name.first == self.name.last
            and self.doc[self.name.first].text.isupper()
            and len(self.name.span) in ACRONYM
        )
        signs.passed += self.word(self.name.first - 1) in self.vocabulary.passing
        signs.modifies += self._modifies(root)

    def _kind_of(self, noun: Token | None) -> ActorKind | None:
        """What a common noun says that something is; None where it may be several things."""
        if noun is None:
            return None
        words = {noun.lower_, noun.lemma_.lower()}
        if words & self.vocabulary.place_nouns:
            return ActorKind.PLACE
        is_person, is_body = self.vocabulary.says_who(*words), bool(words & self.vocabulary.bodies)
        if is_person == is_body:
            return None
        return ActorKind.PERSON if is_person else ActorKind.ORGANISATION

    def _head(self, first: int, stop: int) -> Token | None:
        """The noun that heads the phrase from `first`: the last one before a preposition, a mark or a verb."""
        head: Token | None = None
        for token in self.doc[first : min(stop, first + REACH)]:
            if token.pos_ in {"NOUN", "PROPN"}:
                head = token
            elif token.text in MARKS or token.pos_ in {"ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PRON"}:
                break
        return head

    def _beside(self) -> Iterator[tuple[ActorKind, int]]:
        """The kind of the noun in apposition: "the minister, X,", "X, an engineer,"; an age tells a person."""
        after, last = self.word(self.name.last + 1), self.name.last + 2
        if after == "," and last < self.end:
            token = self.doc[last]
            if token.like_num and self.word(last + 1) in {",", "."} and token.text.isdigit() and len(token) == 2:  # noqa: PLR2004 - an age
                yield ActorKind.PERSON, STRONG
            elif token.lower_ in DETERMINERS:
                head = self._head(last + 1, self.end)
                is_subject = head is not None and head.i + 1 < self.end and self.doc[head.i + 1].tag_ in FINITE
                # "the North, a lamp guard and the handle of an oar": the next in a row.
                is_row = head is not None and self.word(head.i + 1) == "and" and self.word(head.i + 2) in DETERMINERS
                if not is_subject and not is_row and (kind := self._kind_of(head)) is not None:
                    yield kind, STRONG
            elif token.pos_ == "NOUN" and (head := self._head(last, self.end)) is not None:
                kind = self._kind_of(head)
                if kind is ActorKind.PERSON and self.word(head.i + 1) in {"of", "for", "at", ","}:
                    yield kind, STRONG
        if self.word(self.name.first - 1) == "," and (
            after in MARKS or not after or self.doc[self.name.last + 1].tag_ in FINITE
        ):
            comma = position = self.name.first - 1
            while position > self.start and comma - position < REACH:
                token = self.doc[position - 1]
                if token.text in MARKS or token.tag_ in FINITE or token.pos_ == "CCONJ":
                    break
                position -= 1
            for first in range(position, comma):
                is_opening = self.doc[first].lower_ in DETERMINERS or self.doc[first].text in OWNING
                if is_opening and (kind := self._kind_of(self._head(first + 1, comma))) is not None:
                    yield kind, STRONG
                    return

    def _relative(self) -> Iterator[tuple[ActorKind, int]]:
        """The kind that a relative pronoun tells: "X, who"; "X, which"."""
        position = self.name.last + 1
        if self.word(position) == ",":
            if self.word(position + 1) == "which":
                yield ActorKind.ORGANISATION, 1
            position += 1
        is_one = self.doc[self.name.last].tag_ != "NNPS"
        if self.word(position) == "who" and is_one and self.doc[min(position + 1, self.end - 1)].tag_ != "VBP":
            yield ActorKind.PERSON, STRONG

    def _owned(self) -> Iterator[tuple[ActorKind, int]]:
        """The kind that an office or a thing tells whose owner the name is: "X's parliament", "X's profits", "chief executive of X"."""
        before = self.name.first - 1
        if self.word(before) in {"of", "in"} and self.word(before - 1) in self.vocabulary.body_of:
            yield ActorKind.ORGANISATION, STRONG
        if self.word(self.name.last + 1) not in OWNING:
            return
        first = self.name.last + 2
        words = [self.word(position) for position in range(first, min(self.end, first + 2))]
        phrases = {words[0], " ".join(words)} if words else set()
        if phrases & self.vocabulary.state_offices:
            yield ActorKind.COUNTRY, STRONG
        elif phrases & self.vocabulary.place_owned:
            yield ActorKind.PLACE, STRONG
        elif phrases & self.vocabulary.body_owned:
            yield ActorKind.ORGANISATION, WEAK

    def _led(self) -> Iterator[tuple[ActorKind, int]]:
        """The kind that the noun after the name tells: "the X regime", "the X militia", "the X newspaper"."""
        position = self.name.last + 1
        if position >= self.end or self.word(self.name.first - 1) in {"a", "an"}:
            return
        noun = self.doc[position]
        if noun.pos_ != "NOUN" or self.doc[self.name.last].whitespace_ == "":
            return
        for kind, nouns in self.vocabulary.nouns_after.items():
            if noun.lower_ in nouns:
                yield kind, STRONG

    def _taken(self) -> Iterator[tuple[ActorKind, int]]:
        """A place where the name is what is besieged, fled or shelled."""
        root = self.root()
        if root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_.lower() in self.vocabulary.taken:
            yield ActorKind.PLACE, WEAK

    def _citizen(self) -> Iterator[tuple[ActorKind, int]]:
        """A person where a state's possessive stands before two capitals and an office after: "Norland's Ida Solberg, now Minister"."""
        first, last = self.name.first, self.name.last
        if last - first != 1 or self.word(first - 1) not in OWNING or first - 2 < self.start:
            return
        if self.doc[first - 2].ent_type_ not in {"GPE", "NORP"} or any(
            token.text.title() in self.vocabulary.heads for token in self.doc[first : last + 1]
        ):
            return
        is_given = self.doc[first].text in self.vocabulary.given
        names_office = False
        if self.word(last + 1) == ",":
            words = [self.word(position).rpartition("-")[2] for position in range(last + 2, last + OFFICE)]
            names_office = any(word in self.vocabulary.title_heads or self.vocabulary.says_who(word) for word in words)
        and_given = self.word(last + 1) == "and" and self.doc[min(last + 2, self.end - 1)].text in self.vocabulary.given
        if is_given or names_office or and_given:
            yield ActorKind.PERSON, STRONG

    def _modifies(self, root: Token) -> bool:
        """True iff the name only modifies the common noun after it."""
        position = self.name.last + 1
        if self.word(position) in {"'", "’"}:
            position += 1
        elif root.dep_ not in {"compound", "amod", "nmod"}:
            return False
        if position >= self.end or self.doc[position].pos_ != "NOUN" or not self.doc[position].is_lower:
            return False
        noun = self._head(position, self.end)
        words = {noun.lower_, noun.lemma_.lower()} if noun is not None else set()
        return not words & (self.vocabulary.roles | self.vocabulary.bodies | self.vocabulary.place_nouns)
