"""Denials that no "not" beside the verb tells: spaCy's tokens in, true or false out.

"Nearly broke", "has yet to sign", "instead of signing", "too late to sign", "not able to sign", "barred from signing", "any talks" under a "not".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_barred", "is_denied_around"]

MAX_CLIMB = 4
"""Governors to look at for the "not" of an "any"."""

NOUNS = ("NOUN", "PROPN")


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


def is_denied_around(trigger: Token) -> bool:
    """True iff words around a trigger say that its event did not come about."""
    if trigger.pos_ in NOUNS:
        return _is_any_of_none(trigger) or _is_called_off(trigger)
    return (
        _is_almost(trigger)
        or _is_no_longer(trigger)
        or _is_of_neither(trigger)
        or _is_instead(trigger)
        or (_has_to(trigger) and (_is_yet_to(trigger) or _is_too_much_to(trigger) or _is_unable_to(trigger)))
    )


def is_barred(doing: Token) -> bool | None:
    """True iff somebody was kept from a doing ("barred them from leaving"), False iff that is meant or tried, else None."""
    preposition = doing.head
    if doing.dep_ != "pcomp" or preposition.lower_ != "from" or preposition.dep_ != "prep":
        return None
    verb = preposition.head
    if verb.lemma_.lower() not in _words("status.barring"):
        return None
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "neg", "auxpass")}
    return (verb.tag_ == "VBD" or "VBD" in helpers) and not helpers & {"MD", "TO", "RB"}


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_negated(word: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.dep_ in ("det", "advmod", "cc") and child.lower_ in _words("negation.words"))
        for child in word.children
    )


def _is_almost(verb: Token) -> bool:
    """True iff a past verb is only nearly so; "nearly doubled" tells a measure."""
    return (
        verb.tag_ in ("VBD", "VBN")
        and verb.lemma_.lower() not in _words("negation.measures")
        and any(
            child.dep_ == "advmod" and child.lower_ in _words("negation.almost") and child.i + 1 == verb.i
            for child in verb.children
        )
        and not _has_measure(verb)
    )


def _has_measure(verb: Token) -> bool:
    """True iff a number follows soon: in "fell almost 3 percent" and "almost fell 3 percent" it is the number that is near."""
    return any(token.like_num or token.text == "%" for token in verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)])


def _is_no_longer(verb: Token) -> bool:
    return any(
        child.dep_ == "advmod"
        and child.lower_ in ("longer", "more")
        and verb.doc[child.i - 1].lower_ == "no"
        and child.i > verb.sent.start
        for child in verb.children
    )


def _is_of_neither(verb: Token) -> bool:
    """True iff the subject begins with "neither": "neither he nor his lawyer"."""
    return any(
        child.dep_ in ("nsubj", "nsubjpass")
        and any(word.lower_ == "neither" and word.dep_ in ("preconj", "cc", "det") for word in child.children)
        for child in verb.children
    )


def _is_instead(verb: Token) -> bool:
    """True iff something else was done: "instead of signing"."""
    return (
        verb.tag_ == "VBG"
        and verb.i - 2 >= verb.sent.start
        and (verb.doc[verb.i - 2].lower_, verb.doc[verb.i - 1].lower_) == ("instead", "of")
    )


def _is_yet_to(verb: Token) -> bool:
    """True iff somebody "has yet to" do it."""
    first = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ == "to"), verb)
    return (
        first.i - 2 >= verb.sent.start
        and verb.doc[first.i - 1].lower_ == "yet"
        and verb.doc[first.i - 2].lemma_.lower() in ("have", "be")
    )


def _is_too_much_to(verb: Token) -> bool:
    """True iff something is too much so to do it: "too weak to stand"; "not too weak to stand" leaves it open."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "advcl", "ccomp") or head.pos_ not in ("ADJ", "ADV"):
        return False
    if head.i > verb.i or not any(child.lower_ == "too" and child.dep_ == "advmod" for child in head.children):
        return False
    return not _is_negated(head.head)


def _is_unable_to(verb: Token) -> bool:
    """True iff a "not" stands at the verb of what would let somebody do it: "was not able to sign", "is not likely to sign"."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or head.dep_ not in ("acomp", "ccomp", "attr", "advmod", "oprd"):
        return False
    return head.lemma_.lower() in _words("status.letting") and _is_negated(head.head)


def _is_any_of_none(noun: Token) -> bool:
    """True iff there is none of what a noun names: "no talks or visits", "did not lead to any talks"."""
    head = noun.head
    if noun.dep_ == "conj" and any(child.lower_ == "no" and child.dep_ in ("det", "neg") for child in head.children):
        return any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in head.children) and not any(
            child.dep_ in ("det", "poss") for child in noun.children
        )
    if not any(child.dep_ == "det" and child.lower_ == "any" for child in noun.children):
        return False
    word = noun
    for _ in range(MAX_CLIMB):
        if word.head.i == word.i or word.dep_ in ("relcl", "advcl", "conj"):
            break
        word = word.head
        if _is_negated(word):
            return True
    return False


def _is_called_off(noun: Token) -> bool:
    """True iff an adjective or a verb with its particle says that it came to nothing: "the aborted landing", "called off the talks"."""
    if any(child.dep_ == "amod" and child.lower_ in _words("negation.ended") for child in noun.children):
        return True
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prt":
        verb, particles = head.head, [head]
    elif noun.dep_ in ("dobj", "nsubjpass"):
        verb, particles = head, [child for child in head.children if child.dep_ == "prt"]
    else:
        return False
    return any(
        f"{verb.lemma_.lower()} {particle.lower_}" in _words("status.denying") for particle in particles
    ) and all(child.dep_ not in ("aux", "neg") for child in verb.children if child.tag_ in ("MD", "TO", "RB"))
