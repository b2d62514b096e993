"""Clauses that tell of no event because they only suppose or define one: spaCy's tokens in, true or false out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_condition", "is_defined", "is_supposed"]

CONDITION = 4
"""Words before a verb among which the "if" of its condition stands: a subject and a helper."""

MAX_CLIMB = 3
"""Verbs from a trigger up to the "if" of its clause: "if the talks fail to bring peace"."""


def is_supposed(trigger: Token) -> bool:
    """True iff an "if" opens the words right before a verb, wherever the parser hung it: "If Holm got elected"."""
    if trigger.pos_ != "VERB":
        return False
    for step in range(1, CONDITION + 1):
        if trigger.i - step < trigger.sent.start:
            return False
        word = trigger.doc[trigger.i - step]
        if word.is_punct or word.lower_ in ("whether", "to"):
            return False
        if word.lower_ == "if":
            before = trigger.doc[word.i - 1].lower_ if word.i > trigger.sent.start else ""
            return before not in ("as", "even") and (word.dep_ != "mark" or word.head.dep_ == "advcl")
    return False


def is_condition(trigger: Token) -> bool:
    """True iff a trigger stands in the clause of an "if" or "unless", or at most two verbs below it."""
    word = trigger
    for _ in range(MAX_CLIMB):
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "lest") for child in word.children):
            return True
        if word.dep_ not in ("xcomp", "dobj", "nsubjpass", "pcomp", "prep"):
            return False
        word = word.head
    return False


def is_defined(trigger: Token) -> bool:
    """True iff a present "is" says of a doing what it counts as ("selling late is a fault"): a rule, no event."""
    verb = trigger.head
    if trigger.dep_ not in ("csubj", "attr") or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return any(child.dep_ == "csubj" and child.tag_ == "VBG" for child in verb.children)
