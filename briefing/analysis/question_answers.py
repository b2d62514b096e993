"""Whether a text answers later what it leaves open first: the verb of a question in, a verdict out.

"It was not clear whether the ferry would sail ... The ferry sailed at noon": the same verb, affirmed as done of the same subject.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.analysis.question_cue import WH
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import ParsedSentence

__all__ = ["Answers"]

SUBJECTS = ("nsubj", "nsubjpass")
TOO_COMMON = frozenset({"be", "have", "do", "make", "take", "get", "go", "come", "say", "use"})
"""Verbs that say too little for the same subject to have done the same thing."""
MOST_LATER = 40
"""Later uses of a verb that are looked at."""
MAX_CLIMB = 6


class Answers:
    """What a text says was done, by verb, in text order."""

    def __init__(self, sentences: Sequence[ParsedSentence]) -> None:
        self._done: dict[str, list[tuple[int, Token]]] = {}
        for place, sentence in enumerate(sentences):
            for token in sentence.tokens:
                if _is_done(token):
                    self._done.setdefault(token.lemma_.lower(), []).append((place, token))

    def close(self, verb: Token | None, place: int) -> bool:
        """True iff a sentence behind a place says of the same subject that it did what a yes-or-no question asks.

        Args:
            verb: The verb of the question, or None.
            place: The index of its sentence among the sentences.
        """
        if verb is None or verb.lemma_.lower() in TOO_COMMON or verb.pos_ != "VERB" or _asks_after(verb):
            return False
        subject, thing = _noun(verb, SUBJECTS), _noun(verb, ("dobj",))
        rows = self._done.get(verb.lemma_.lower(), [])
        first = bisect_right(rows, place, key=lambda row: row[0])
        return bool(subject) and any(
            _noun(later, SUBJECTS) == subject and _noun(later, ("dobj",)) == thing and _adds_up(verb, later)
            for _, later in rows[first : first + MOST_LATER]
        )


def _adds_up(verb: Token, later: Token) -> bool:
    """True iff half of the nouns behind the verb of a question stand with the later verb too: blamed on the vote is not blamed on costs."""
    asked = {word.lemma_.lower() for child in verb.rights for word in child.subtree if _counts(word)}
    told = {word.lemma_.lower() for word in later.subtree}
    return 2 * len(asked & told) >= len(asked)


def _counts(word: Token) -> bool:
    return word.pos_ in ("NOUN", "PROPN") and word.ent_type_ not in ("DATE", "TIME")


def _is_done(verb: Token) -> bool:
    """True iff a verb tells as a fact what was done: no modal, no negation, no condition, nothing that somebody only claims."""
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBN") or _asks_after(verb):
        return False
    for child in verb.children:
        if child.dep_ == "neg" or child.tag_ in ("MD", "TO") or (child.dep_ == "mark" and child.lower_ != "that"):
            return False
    if verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return False
    lexicon = load_lexicon("questions")
    above = verb
    for _ in range(MAX_CLIMB):
        if above.head.i == above.i:
            break
        above = above.head
        lemma = above.lemma_.lower()
        if lemma in lexicon.words("denying") | lexicon.words("claiming") | lexicon.words("suspecting") | {"accuse"}:
            return False
    return not verb.sent.text.rstrip().endswith("?")


def _asks_after(verb: Token) -> bool:
    """True iff the clause of a verb opens with a question word."""
    return any(child.lower_ in WH and child.i < verb.i for child in verb.children)


def _noun(verb: Token, relations: tuple[str, ...]) -> str:
    """The lemma of the noun that stands in one of the relations to a verb, "" for none and for a pronoun."""
    found = next((child for child in verb.children if child.dep_ in relations), None)
    return found.lemma_.lower() if found is not None and found.pos_ in ("NOUN", "PROPN") else ""
