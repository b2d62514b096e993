"""What the helpers, adverbs, determiners and marks of an event's own clause say of it: spaCy's tokens in, statuses out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.findings import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_to_be_held", "own_cues", "shares_cues"]


MAX_ROW = 3
"""Verbs of one row to go back over."""


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


def is_to_be_held(noun: Token) -> bool:
    """True iff a "will" puts ahead what a noun names: "will hold talks", "the trial will be held"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    lists = {"dobj": "status.carrying", "nsubjpass": "status.occurring"}
    verb = noun.head
    return (
        noun.dep_ in lists
        and verb.lemma_ != "be"
        and verb.lemma_.lower() in _words(lists[noun.dep_])
        and EventStatus.PLANNED in own_cues(verb)
    )


def own_cues(token: Token) -> list[EventStatus]:
    """What the auxiliaries, adverbs, determiners and marks of a token's own clause say."""
    cues: list[EventStatus] = []
    children = list(token.children)
    if shares_cues(token):
        children += [child for child in token.head.children if child.dep_ in ("aux", "neg", "mark")]
    for child in children:
        lower = child.lower_
        if child.dep_ == "neg" or (
            child.dep_ in ("det", "advmod", "preconj") and lower in _words("negation.words") and lower != "nothing"
        ):
            cues += _cues_of_negation(child, children)
        elif child.dep_ == "aux" and child.tag_ == "MD":
            if lower in _words("status.planned_modals") or (lower == "would" and _is_future_of_past(token)):
                cues.append(EventStatus.PLANNED)
            else:
                cues.append(EventStatus.POSSIBLE)
        elif (
            (child.dep_ == "amod" and lower in _words("status.possible_adjectives"))
            or (child.dep_ == "advmod" and lower in _words("status.possible_adverbs"))
            or (child.dep_ in ("mark", "advmod") and lower in _words("status.conditional_marks"))
        ):
            cues.append(EventStatus.POSSIBLE)
        elif (child.dep_ in ("nsubj", "nsubjpass") and _is_nobody(child)) or (
            child.dep_ in ("dobj", "attr") and _is_none(child)
        ):
            cues.append(EventStatus.DENIED)
    return cues


def _is_future_of_past(verb: Token) -> bool:
    """True iff a "would" is the "will" of what somebody announced in the past: "said that the vote would be held in May"."""
    if any(child.dep_ == "advcl" or child.lower_ in ("have", "if") for child in verb.children):
        return False
    for _ in range(MAX_ROW):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    head = verb.head
    helpers = {child.tag_ for child in head.children if child.dep_ in ("aux", "auxpass", "neg")}
    is_past = head.tag_ == "VBD" or "VBD" in helpers
    return (
        verb.dep_ == "ccomp"
        and is_past
        and not helpers & {"MD", "TO", "RB"}
        and head.lemma_.lower() in _words("status.announcing")
    )


def _cues_of_negation(word: Token, siblings: list[Token]) -> list[EventStatus]:
    """What a "not" says: nothing in "not only", in "may not" that it is open, else that it is not so."""
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    if following in _words("negation.limits"):
        return []
    if any(child.dep_ == "aux" and child.lower_ in ("may", "might") for child in siblings):
        return [EventStatus.POSSIBLE]
    return [EventStatus.DENIED]


def shares_cues(token: Token) -> bool:
    """True iff a coordinated verb goes on with the helpers of the first: "may leave and return", not "did not leave but fought"."""
    head = token.head
    if token.dep_ != "conj" or head.pos_ not in ("VERB", "AUX") or token.tag_ != head.tag_:
        return False
    return not any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in token.children) and not any(
        child.dep_ == "cc" and child.lower_ == "but" for child in head.children
    )


def _is_nobody(noun: Token) -> bool:
    """True iff a subject says that nobody does it: "no minister", "none"."""
    return noun.lower_ in ("nobody", "none", "neither") or any(
        child.dep_ in ("det", "neg") and child.lower_ in ("no", "neither") for child in noun.children
    )


def _is_none(noun: Token) -> bool:
    """True iff an object says that there is none: "paid nothing", "made no offer"; but not "no more than ten"."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    if noun.lower_ in _words("negation.objects"):
        return following not in ("but", "more", "less", "other", "except")
    return any(
        child.dep_ in ("det", "neg") and child.lower_ in ("no", "neither") and child.i + 1 == noun.i
        for child in noun.children
    ) and noun.lower_ not in _words("negation.idle")
