"""What a clause says besides its event: attribution, asides, subordinate clauses. spaCy's tokens in, those that tell the event out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["SUBJECTS", "VERBAL", "telling_tokens"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
VERBAL = ("VERB", "AUX")

LONG_ASIDE, LONG_RELATIVE = 3, 9
"""Tokens up to which a relative clause stays with its noun: behind a comma it is an aside, without one it says which is meant."""


def telling_tokens(verb: Token) -> Iterator[Token]:
    """The verb and what tells its event."""
    discourse = load_lexicon("events").words("clauses.discourse")
    stack = [verb]
    while stack:
        token = stack.pop()
        yield token
        for child in token.children:
            if _is_ballast(child, verb, discourse):
                continue
            stack.append(child)


def _is_ballast(child: Token, verb: Token, discourse: frozenset[str]) -> bool:
    """True iff a dependent tells another thing than its verb's event."""
    match child.dep_:
        case "advcl":
            ballast = not (_is_purpose(child) or _is_condition(child))
        case "parataxis" | "discourse" | "intj" | "meta":
            ballast = True
        case "appos":
            ballast = _is_set_off(child)
        case "mark":
            ballast = child.head == verb
        case "ccomp":
            # "it said that ..." needs its content; "..., it said" is attribution and the content has its own line.
            ballast = child.i < child.head.i
        case "relcl":
            ballast = not _is_infinitive(child) and _size(child) > (LONG_ASIDE if _is_set_off(child) else LONG_RELATIVE)
        case "cc":
            ballast = child.head.pos_ in VERBAL and any(c.dep_ == "conj" for c in child.head.children)
        case "conj":
            ballast = child.pos_ in VERBAL and child.head.pos_ in VERBAL
        case "advmod":
            is_link = child.head == verb and child.lower_ in discourse
            ballast = is_link and not any(word.dep_ in SUBJECTS and word.i < child.i for word in verb.children)
        case "npadvmod" if any(word.dep_ == "nsubj" for word in child.children):
            # An absolute construction: "many of them foreigners".
            ballast = _is_set_off(child)
        case _:
            ballast = child.dep_ in ("prep", "npadvmod") and child.lower_ in ("according", "including")
    return ballast


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_purpose(clause: Token) -> bool:
    """True iff an adverbial clause is an infinitive of purpose ("to quell the rise"), which belongs to the deed."""
    return _is_infinitive(clause) and clause.i > clause.head.i


def _is_condition(clause: Token) -> bool:
    """True iff an adverbial clause is a condition ("unless the union agrees"): without it the rest would say something else."""
    marks = load_lexicon("events").words("clauses.conditions")
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in marks for child in clause.children)


def _is_set_off(clause: Token) -> bool:
    """True iff a comma or a dash stands before a clause."""
    before = clause.left_edge.i - 1
    return before >= 0 and clause.doc[before].text in (",", "–", "—", "--", "(")


def _size(token: Token) -> int:
    return token.right_edge.i - token.left_edge.i + 1
