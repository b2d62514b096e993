"""The words that name events: verbs and event nouns. spaCy's tokens in, tokens out.

What counts as an event follows TimeML 1.2.1: what happens, what is said, and what begins or ends it; auxiliaries and mere states
of being and having are left out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["find_triggers", "trigger_lemma"]

SHORTEST = 7
"""Letters from which an ending may make an event noun: "ration" is none, "occupation" is."""


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


def find_triggers(tokens: TokenSpan) -> Iterator[Token]:
    """The head words of the events of a sentence, in text order."""
    for token in tokens:
        if (
            (token.pos_ in ("VERB", "AUX") and _is_event_verb(token))
            or (token.pos_ in ("NOUN", "PROPN") and _is_event_noun(token))
            or (token.pos_ == "ADJ" and token.dep_ in ("acomp", "oprd") and token.lower_ in _words("adjectives.events"))
        ):
            yield token


def trigger_lemma(token: Token) -> str:
    """The trigger's lemma in lower case, with the particle of a phrasal verb: "shoot down"."""
    lemma: str = token.lemma_.lower()
    particle = next((child for child in token.children if child.dep_ == "prt"), None)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _is_event_verb(token: Token) -> bool:
    """True iff a verb tells an event of its own: no auxiliary, no mere state, no participle used as an adjective."""
    if token.dep_ in ("aux", "auxpass") or (not token.is_alpha and "-" not in token.text):
        return False
    lemma = token.lemma_.lower()
    if token.dep_ in ("amod", "compound", "case", "prep", "mark", "nmod"):
        return False
    return lemma not in _words("verbs.unmarked")


def _is_event_noun(token: Token) -> bool:
    """True iff a noun names an event, and is not just the kind of a thing ("trade minister")."""
    lemma = token.lemma_.lower()
    lower = token.lower_
    listed = _words("nouns.events")
    if lemma not in listed and lower not in listed and not _has_event_ending(token, lemma):
        return False
    if token.pos_ == "PROPN" and (
        lemma not in listed or token.ent_type_ in ("PERSON", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "LAW", "FAC")
    ):
        return False
    if token.dep_ == "compound":
        return False
    return not (
        token.dep_ == "pobj"
        and token.head.dep_ == "prep"
        and token.head.lower_ in ("by", "via")
        and token.n_lefts == 0
        and token.tag_ == "NN"
    )


def _has_event_ending(token: Token, lemma: str) -> bool:
    """True iff an unlisted noun is a nominalisation that takes part in a sentence as an event does: "the occupation of ..."."""
    if (
        token.pos_ != "NOUN"
        or len(lemma) < SHORTEST
        or lemma in _words("nouns.not_events")
        or not lemma.endswith(load_lexicon("events").ordered("nouns.endings"))
    ):
        return False
    return any(child.dep_ == "prep" and child.lower_ in ("of", "by") for child in token.children)
