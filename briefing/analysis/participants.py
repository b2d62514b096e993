"""Who does what to whom in a clause: spaCy's tokens in, tokens and spans out.

The relations are those of the ClearNLP scheme that spaCy's English models use (nsubj, dobj, agent, relcl, ...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.clause_edges import CLOSING
from briefing.analysis.parse import span_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["is_parted_verb", "kept_tokens", "object_of", "phrase_span", "subject_of"]

TIMES = ("DATE", "TIME")
"""Entities that nothing is done to."""

MAX_CLIMB = 12
"""Heads to look at when climbing a tree: deeper nesting is a fault of the parse, and a bound keeps odd text cheap."""


def subject_of(verb: Token) -> Token | None:
    """The head of the words that do it (in a passive clause: of the "by" phrase), or None.

    A coordinated verb shares the first one's subject; an infinitive has its governor's; a relative clause has its noun.
    """
    asked = verb
    for _ in range(MAX_CLIMB):
        passive = _is_passive(verb)
        for child in verb.children:
            if child.dep_ == "agent":
                return next((word for word in child.children if word.dep_ == "pobj"), None)
        own = next(
            (child for child in verb.children if child.dep_ in ("nsubj", "csubj") and child.dep_ != "expl"), None
        )
        if own is not None:
            if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                return verb.head
            return own
        if passive:
            # "The talks are scheduled to end": they will end.
            raised = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
            return raised if verb.i != asked.i and not _is_passive(asked) else None
        if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        elif verb.dep_ == "acl" and (verb.tag_ == "VBG" or is_parted_verb(verb)):
            return verb.head
        elif verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        else:
            return None
    return None


def is_parted_verb(verb: Token) -> bool:
    """True iff an aside parts a verb from its subject, which the parser takes for the head of the sentence then.

    "The maker, once the best of its kind, filed for insolvency."
    """
    if verb.dep_ != "acl" or verb.tag_ not in ("VBD", "VBN") or verb.head.dep_ != "ROOT":
        return False
    return verb.i > verb.sent.start and verb.nbor(-1).text == "," and not any(c.dep_ == "agent" for c in verb.children)


def object_of(verb: Token) -> Token | None:
    """The head of the words that it is done to (in a passive clause: of the subject), or None."""
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            return verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "oprd"):
            return child
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not is_parted_verb(verb):
        return verb.head
    if _is_passive(verb):
        return _shared_subject(verb)
    for child in verb.children:
        if child.dep_ == "prep":
            noun = next((word for word in child.children if word.dep_ == "pobj"), None)
            if noun is not None and noun.ent_type_ not in TIMES:
                return noun
    return None


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _shared_subject(verb: Token) -> Token | None:
    """The subject of the verb that a verb without one hangs on: "the men were expected to be released"."""
    for _ in range(MAX_CLIMB):
        if verb.dep_ not in ("conj", "xcomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb = verb.head
        own = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            return verb.head if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
    return None


def phrase_span(head: Token) -> Span | None:
    """The words of a noun phrase without its relative clauses, appositions and leading article; None for an empty one."""
    tokens = [
        token
        for token in kept_tokens(head, frozenset(("relcl", "appos", "advcl", "acl", "conj", "cc", "parataxis")))
        if not token.is_space
    ]
    row = _run_around(sorted(tokens, key=lambda token: token.i), head)
    while len(row) > 1 and (row[0].dep_ == "det" or row[0].is_punct):
        row = row[1:]
    while len(row) > 1 and _trails(row[-1]):
        row = row[:-1]
    return span_between(row[0], row[-1]) if row else None


def _trails(token: Token) -> bool:
    """True iff a token at the end of a phrase belongs to what follows: a possessive, a preposition, a comma."""
    if token.tag_ == "POS" or token.lower_ in ("'s", "’s"):
        return True
    return (token.is_punct or token.dep_ in ("punct", "case", "prep")) and token.text not in CLOSING


def _run_around(row: list[Token], head: Token) -> list[Token]:
    """Of a row of tokens, the unbroken run that holds the head."""
    at = next(index for index, token in enumerate(row) if token.i == head.i)
    first = last = at
    while first and row[first - 1].i == row[first].i - 1:
        first -= 1
    while last + 1 < len(row) and row[last + 1].i == row[last].i + 1:
        last += 1
    return row[first : last + 1]


def kept_tokens(head: Token, without: frozenset[str]) -> Iterator[Token]:
    """The head and what depends on it, leaving out the subtrees tied by certain relations; in tree order."""
    stack = [head]
    while stack:
        token = stack.pop()
        yield token
        stack.extend(child for child in token.children if child.dep_ not in without)
