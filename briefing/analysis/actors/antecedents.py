"""Whom "he" and "she" may mean: what was named shortly before in, the one person that fits or None out.

The subject of a clause around the pronoun, else the only subject of its sentence or of the one before. Where somebody else may be meant
as well, nobody is: a name in brackets behind a pronoun must be right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.merging import Cluster
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["Rivals", "Seen", "latest_subject", "subject_around"]

MOST_ABOVE = 6
"""Words above a pronoun to look at for the verb of its clause and those around it."""


@dataclass(slots=True)
class Seen:
    """A mention that a later reference may mean."""

    cluster: Cluster
    sentence: int
    is_subject: bool
    head: int


def subject_around(token: Token, index: int, seen: Sequence[Seen]) -> Cluster | None:
    """The subject of the clause that a pronoun stands in or under, where there is only one: "Holm said that she"."""
    above = set()
    subjects = {token.doc[row.head].head.i for row in seen if row.sentence == index and row.is_subject}
    for _, ancestor in zip(range(MOST_ABOVE), token.ancestors, strict=False):
        above.add(ancestor.i)
        if ancestor.i in subjects and ancestor.dep_ == "conj":
            break
    found = {
        id(row.cluster): row.cluster
        for row in seen
        if row.sentence == index and row.is_subject and token.doc[row.head].head.i in above
    }
    return next(iter(found.values())) if len(found) == 1 else None


def latest_subject(seen: Sequence[Seen], index: int) -> Cluster | None:
    """The only subject of a sentence, else of the one before, else the only person near by; None where there are several."""
    for sentence in (index, index - 1):
        subjects = {id(row.cluster): row.cluster for row in seen if row.sentence == sentence and row.is_subject}
        if subjects:
            return next(iter(subjects.values())) if len(subjects) == 1 else None
    distinct = {id(row.cluster): row.cluster for row in seen}
    return next(iter(distinct.values())) if len(distinct) == 1 else None


class Rivals:
    """A text with what is known of it when somebody else is looked for whom a pronoun may mean."""

    def __init__(
        self,
        sentences: Sequence[Words],
        vocabulary: Vocabulary,
        named: Mapping[int, Sequence[tuple[Name, Cluster]]],
    ) -> None:
        self.sentences, self.vocabulary, self.named = sentences, vocabulary, named

    def have(self, chosen: Cluster, pronoun: Token, index: int, gender: str, recent: Sequence[Seen]) -> bool:
        """True iff a pronoun of a sentence may as well mean somebody else than the person chosen.

        Somebody of the gender where that of the person chosen is not known; a person who is a subject since and no actor.
        """
        others = [row for row in recent if row.cluster.kind is ActorKind.PERSON and row.cluster is not chosen]
        if not chosen.gender and any(row.cluster.gender == gender for row in others):
            return True
        named = max((row.sentence, row.head) for row in recent if row.cluster is chosen)
        for sentence in range(max(0, index - 1, named[0]), index + 1):
            known = {row.head for row in recent if row.sentence == sentence}
            known |= {at for name, _ in self.named.get(sentence, ()) for at in range(name.first, name.last + 1)}
            for word in self.sentences[sentence].parsed.tokens:
                place = (sentence, word.i)
                if place >= (index, pronoun.i):
                    break
                if place > named and word.i not in known and self._may_be_meant(word, known, gender):
                    return True
        return False

    def _may_be_meant(self, word: Token, known: set[int], gender: str) -> bool:
        """True iff a word is a subject that is one person and no actor: "the nominee", a surname that no list knows."""
        if word.dep_ not in {"nsubj", "nsubjpass"} or word.tag_ not in {"NN", "NNP"}:
            return False
        if any(child.dep_ == "appos" and child.i in known for child in word.children):
            return False
        if word.pos_ == "PROPN":
            return word.ent_type_ in {"", "PERSON"}
        told = self.vocabulary.noun_gender.get(word.lower_, "")
        return told == gender or (not told and self.vocabulary.says_who(word.lower_))
