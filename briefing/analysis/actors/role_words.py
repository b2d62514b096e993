"""One mention of an actor with its sentence, and which words beside it can be a role: spaCy's tokens in, places of tokens out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import DETERMINERS, FINITE, Place
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Name
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["ENDS", "MODIFIERS", "OWNING", "PRE_NOUN", "WIDEST", "Found", "RolePlace", "role_words"]

WIDEST = 20
"""Tokens looked at from a name on: what is longer is no label for a card."""

MODIFIERS = 4
"""Tokens from "and" or a name to the noun of a role: "and former deputy trade minister of Norland"."""

OWNING = frozenset({"'s", "’s", "'", "’"})
ENDS = frozenset({",", ";", ".", ":", "—", "–", "--", "(", ")", "?", "!", '"', "“", "”", "[", "]", "..."})
RELATIVES = frozenset(
    {
        "who",
        "which",
        "that",
        "whose",
        "whom",
        "where",
        "when",
        "and",
        "but",
        "while",
        "as",
        "after",
        "because",
        "if",
        "saying",
    }
)
PRE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


@cache
def role_words(key: str) -> frozenset[str]:
    """A list of the lexicon of roles."""
    return load_lexicon("roles").words(key)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may be a role.

    Attributes:
        first: The index of the first token in its document of the parser.
        last: The index of the last one.
        rank: How good the pattern is, higher is better.
    """

    first: int
    last: int
    rank: int


class RolePlace(Place):
    """One mention in its sentence, with the kind of its actor."""

    def __init__(self, tokens: TokenSpan, name: Name, kind: ActorKind, vocabulary: Vocabulary) -> None:
        super().__init__(tokens, name, vocabulary)
        self.kind = kind

    @property
    def is_person(self) -> bool:
        """True iff the mention names a person."""
        return self.kind is ActorKind.PERSON

    def is_role(self, token: Token) -> bool:
        """True iff a noun says who a person, or what a body is."""
        lower, lemma = token.lower_, token.lemma_.lower()
        if self.is_person:
            return self.vocabulary.says_who(lower, lemma) and token.pos_ in {"NOUN", "PROPN", "ADJ"}
        bodies = self.vocabulary.bodies
        return lower in bodies or lemma in bodies or lower in role_words("nouns.bodies")

    def beyond_brackets(self) -> int:
        """Where the sentence goes on after the name and its acronym in brackets."""
        position = self.name.last + 1
        if self.word(position) == "(":
            while position < self.end and self.word(position) != ")":
                position += 1
            position += 1
        return position

    def beyond_age(self) -> int:
        """The place of the comma after the name, its brackets and an age ("Ida Solberg, 47,")."""
        position = self.beyond_brackets()
        if self.word(position) == "," and position + 2 < self.end and self.doc[position + 1].like_num:
            position += 2
        return position

    def phrase(self, first: int) -> int | None:
        """The last token of a role phrase that begins at `first`, None where no role noun heads it."""
        head_seen, position = False, first
        while position < self.end and position - first < 2 * WIDEST:
            token = self.doc[position]
            if token.text in ENDS or (
                token.lower_ in RELATIVES and not (token.lower_ == "and" and self._goes_on(position))
            ):
                break
            if token.tag_ in FINITE or (head_seen and _is_aside(token)):
                break
            if not head_seen and token.pos_ == "ADP":
                return None
            if self.is_role(token) and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
                head_seen = True
            position += 1
        return position - 1 if head_seen and position > first else None

    def _goes_on(self, position: int) -> bool:
        """True iff "and" joins nouns of one phrase: no verb follows before the next mark."""
        following = position + 1
        if following >= self.end or self.doc[following].pos_ not in PRE_NOUN:
            return False
        if self._is_second_role(following):
            return True
        for token in self.doc[following : min(self.end, following + WIDEST)]:
            if token.text in ENDS:
                return True
            if token.tag_ in FINITE or token.lower_ in DETERMINERS:
                return False
        return True

    def _is_second_role(self, first: int) -> bool:
        """True iff a second role of the same person begins: "and curator of the exhibit", but not "and curator Jonas Berg"."""
        for at in range(first, min(self.end, first + MODIFIERS)):
            token = self.doc[at]
            if token.pos_ not in PRE_NOUN:
                return False
            if self.is_role(token) and token.tag_ == "NN":
                return self.word(at + 1) in {"of", "for", "at", "in"} | ENDS
        return False


def _is_aside(token: Token) -> bool:
    """True iff a phrase of time or a clause begins that says nothing of who somebody is: "in May 2009", "replacing the founder"."""
    if token.dep_ == "advcl":
        return True
    return token.dep_ == "prep" and any(child.dep_ == "pobj" and child.ent_type_ == "DATE" for child in token.children)
