"""Tells where the name of a state or of its people stands for those who act: its government, its team, a group of its people.

"Ruritania invaded" names a body that decides, "in Ruritania" a stretch of land (metonymy as the ACE and OntoNotes guidelines for entities
treat it). The actor stays one; the place in the text has a kind of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.actors.entries import Relation
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["mark_metonyms", "unlist_teams"]

GAMES = 3
"""Words of games in a text about them."""

LISTED = 100
"""The weight of a kind that is known."""


LONGEST_ROW = 30
"""Names in the longest row that is followed to its head: "Norland, Ruritania, ... and Skarn voted"."""

SCORE = re.compile(r"\s*\d{1,2}\s*[-–—:]\s*\d{1,2}\b")
SCORED = re.compile(r"\b\d{1,2}\s*[-–—:]\s*\d{1,2}\s*$")
"""The result of a match beside the name of a team, and the farthest that it may reach."""
NEAR = 12


def unlist_teams(names: Iterable[Name], sentences: Sequence[Words], vocabulary: Vocabulary) -> None:
    """Makes a team of "the Ruritanians" in a text about games that names neither Ruritania nor anything Ruritanian."""
    peoples = [name for name in names if name.how == "demonym" and name.entry is not None]
    if not peoples:
        return
    found = {text for words in sentences for text in words.texts}
    seen = sum(text in vocabulary.games for words in sentences for text in words.texts)
    if seen < GAMES:
        return
    forms: dict[str, set[str]] = {}
    for name in peoples:
        forms.setdefault(name.entry.stands_for if name.entry else "", set()).update(
            sentences[name.sentence].parsed.tokens.doc[name.first : name.last + 1].text.split()
        )
    named = {name.entry.stands_for for name in names if name.entry is not None and name.how != "demonym"}
    for name in peoples:
        state = name.entry.stands_for if name.entry is not None else ""
        if state not in named and not any(form.removesuffix("s") in found for form in forms[state]):
            name.entry, name.kind, name.weight, name.how = None, ActorKind.ORGANISATION, LISTED, "name"


def mark_metonyms(names: Iterable[Name], sentences: Sequence[Words], vocabulary: Vocabulary) -> None:
    """Sets `acts_as` of the names of states that stand for a body or for people."""
    for name in names:
        entry = name.entry
        if name.body or (entry is None and name.kind is not ActorKind.COUNTRY):
            continue
        if name.how == "demonym":
            name.acts_as = ActorKind.GROUP
            continue
        is_state = name.kind is ActorKind.COUNTRY and (entry is None or entry.relation is Relation.NAME)
        if is_state and _Reading(name, sentences[name.sentence], vocabulary).acts():
            name.acts_as = ActorKind.ORGANISATION


class _Reading:
    """One name of a state in its sentence."""

    def __init__(self, name: Name, words: Words, vocabulary: Vocabulary) -> None:
        self.name, self.vocabulary = name, vocabulary
        self.tokens = words.parsed.tokens
        self.doc = self.tokens.doc

    def acts(self) -> bool:
        """True iff the name stands where somebody acts, is acted on, is thanked or has a will."""
        token: Token = self.doc[self.name.last]
        if self._owns(token) or self._scores():
            return True
        seen = 0
        while token.dep_ in {"conj", "appos"} and token.pos_ == "PROPN" and token.head.pos_ == "PROPN":
            if token.dep_ == "appos" or seen > LONGEST_ROW:
                break
            token, seen = token.head, seen + 1
        head = token.head
        lemma = head.lemma_.lower()
        if token.dep_ == "appos":
            return head.lemma_.lower() in self.vocabulary.allies
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return self._wills(token, head)
        if token.dep_ == "pobj":
            return self._is_partner(head)
        if token.dep_ in {"dobj", "dative", "npadvmod"}:
            return lemma in self.vocabulary.addressed or (lemma == "include" and self._includes_states(head))
        return False

    def _wills(self, token: Token, verb: Token) -> bool:
        """True iff the verb is something that is done or wanted, not how or where something is."""
        lemma = verb.lemma_.lower()
        if token.dep_ == "nsubjpass":
            return lemma in self.vocabulary.willing
        return verb.pos_ == "VERB" and lemma not in self.vocabulary.states_of_being

    def _is_partner(self, preposition: Token) -> bool:
        """True iff the preposition stands before those who act: "by", or "with" and "between" after a tie."""
        before = preposition.head.lemma_.lower()
        word = preposition.lower_
        if word == "by":
            return preposition.dep_ == "agent" or before in {"stand", "announce"}
        return word in {"with", "between", "against"} and before in self.vocabulary.ties

    def _includes_states(self, verb: Token) -> bool:
        """True iff the subject of "include" are states, which are named after it."""
        return any(
            child.dep_ == "nsubj" and child.lemma_.lower() in {"nation", "country", "state", "member", "ally"}
            for child in verb.children
        )

    def _owns(self, token: Token) -> bool:
        """True iff an act or a player belongs to the name: "Ruritania's commitment", "UK support"."""
        head = token.head
        if token.dep_ == "compound" or (token.dep_ in {"poss", "nmod"}):
            return head.i > token.i and head.lemma_.lower() in self.vocabulary.acts
        return False

    def _scores(self) -> bool:
        """True iff the result of a match stands beside the name."""
        first, last = self.doc[self.name.first], self.doc[self.name.last]
        text, base = self.tokens.text, self.tokens.start_char
        after, before = last.idx + len(last) - base, first.idx - base
        return (
            SCORE.match(text, after, after + NEAR) is not None
            or SCORED.search(text, max(0, before - NEAR), before) is not None
        )
