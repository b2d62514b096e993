"""What a number counts: its token and its words in the parse in, the words that say it out.

A number stands before its noun ("13 boats"), before an "of" phrase ("57 per cent of the voters") or bare beside a verb. A bare one
counts what the verb tells of: its object where that stands before the number ("put its dead at 47"), its subject ("the toll rose to
127") or the number joined to it ("killed 102 and 21 people").
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["counted_by", "head_of"]

LONGEST = 12
"""Words of a noun phrase that tells what is counted, at most; the rest of a longer one is ballast."""
MAX_CLIMB = 4
"""Heads between a number and the word that tells what it counts, at most."""
TIMES = ("DATE", "TIME")
SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = ("WDT", "WP")


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a number's words on which the others hang."""
    inside = {token.i for token in tokens}
    return next((token for token in reversed(tokens) if token.head.i not in inside), tokens[-1])


def counted_by(head: Token, tokens: Sequence[Token], *, unit: str, attributive: bool) -> Span | None:
    """The words that say what a number counts, or None.

    Args:
        head: The token on which the number's words hang.
        tokens: The number's words.
        unit: The number's unit, "" for a plain count.
        attributive: True iff it stands hyphenated before a noun.
    """
    inside = {token.i for token in tokens}
    own = _after(head)
    if unit and not attributive and own is not None:
        return own
    governor = head.head
    if governor.i in inside or governor.i == head.i:
        return own
    if (
        head.dep_ in ("nummod", "compound", "amod", "quantmod", "nmod", "poss")
        and governor.pos_ in ("NOUN", "PROPN", "ADJ")
        and governor.i > head.i
    ):
        return _phrase(governor, head.i)
    if unit:
        return own or _measured(head)
    if head.pos_ == "NOUN" and not _is_number(head):
        return _phrase(head, tokens[0].i)
    return own or _joined(head) or _befallen(head) or _measured(head)


def _is_number(token: Token) -> bool:
    """True iff a token is a number itself, "dozens" included."""
    if any(sign.isdigit() for sign in token.text) or token.like_num:
        return True
    lexicon = load_lexicon("figures")
    return token.lower_ in lexicon.table("vague") or token.lower_.removesuffix("s") in lexicon.table("scales")


def _after(head: Token) -> Span | None:
    """What a prepositional phrase on the number tells: "57 per cent of the voters", "$5m in aid"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "in", "for", "from"}:
            noun = next((word for word in child.children if word.dep_ == "pobj"), None)
            if noun is not None and noun.ent_type_ not in (*TIMES, "GPE") and not _is_number(noun):
                return _phrase(noun, child.i)
    return None


def _joined(head: Token) -> Span | None:
    """What the number joined to a bare one counts: "102 and 21 people", "14 people and at least 30 more"."""
    other = head.head if head.dep_ == "conj" else next((word for word in head.rights if word.dep_ == "conj"), None)
    if other is None:
        return None
    if other.pos_ == "NOUN" and not _is_number(other) and any(_is_number(word) for word in other.lefts):
        return _phrase(other, other.i - 1)
    if _is_number(other) and other.dep_ == "nummod" and other.head.pos_ == "NOUN" and other.head.i > head.i:
        return _phrase(other.head, max(other.i, head.i))
    return None


def _measured(head: Token) -> Span | None:
    """What a share, a sum or a bare number is a measure of: the noun it follows, or what its verb tells of."""
    governor = head.head
    for _ in range(MAX_CLIMB):
        if governor.dep_ != "prep" and governor.pos_ not in ("ADP", "ADV", "NUM", "SYM", "ADJ"):
            break
        if governor.head.i == governor.i:
            return None
        governor = governor.head
    if governor.pos_ in ("NOUN", "PROPN"):
        return _phrase(governor, governor.left_edge.i - 1, until=head.i) if _can_be_measured(governor, head) else None
    if governor.pos_ not in ("VERB", "AUX"):
        return None
    return _told_by(governor, head)


def _told_by(verb: Token, head: Token) -> Span | None:
    """What a verb says a number of: its object ("put the toll at 20"), or the subject of a verb of measure ("the toll rose to 20")."""
    lexicon = load_lexicon("figures")
    if head.dep_ == "pobj" and verb.lemma_ in lexicon.words("measures.bringing"):
        for child in verb.children:
            if child.dep_ == "dobj" and _can_be_measured(child, head):
                return _phrase(child, child.left_edge.i - 1, until=head.i)
    if verb.lemma_ not in lexicon.words("measures.verbs"):
        return None
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            noun = verb.head if child.tag_ in RELATIVE and verb.dep_ == "relcl" else child
            return _phrase(noun, noun.left_edge.i - 1, until=head.i) if _can_be_measured(noun, head) else None
    return None


def _befallen(head: Token) -> Span | None:
    """What happens to those whom a bare subject counts: "more than 50 were injured"."""
    verb = head.head
    if head.dep_ not in SUBJECTS or verb.pos_ != "VERB":
        return None
    return None if verb.lemma_ in load_lexicon("figures").words("measures.light") else span_between(verb, verb)


def _can_be_measured(noun: Token, head: Token) -> bool:
    """True iff a noun before a number is what can have a measure: a common noun, no day and no number."""
    return noun.pos_ == "NOUN" and noun.i < head.i and noun.ent_type_ not in TIMES and not _is_number(noun)


def _phrase(noun: Token, after: int, until: int = sys.maxsize) -> Span | None:
    """The noun with the words before it (those behind index `after`) and its "of" phrase (before index `until`), without an article."""
    words = [
        word
        for word in noun.doc[max(after + 1, noun.left_edge.i) : noun.i + 1]
        if not word.is_punct or word.text in {"-", "’", "'"}
    ]
    while words and (
        words[0].dep_ in ("det", "punct", "case", "cc") or words[0].pos_ == "NUM" or words[0].text in {"-", "%"}
    ):
        words.pop(0)
    if not words:
        words = [noun]
    last = noun
    for child in noun.rights:
        if child.dep_ != "prep" or child.lower_ != "of" or child.i != last.i + 1:
            continue
        edges = (child.right_edge.i, *(word.i for word in child.rights if word.dep_ == "pobj"))
        end = next((edge for edge in edges if edge < min(until, words[0].i + LONGEST)), last.i)
        last = noun.doc[end]
    while last.is_punct and last.i > noun.i:
        last = last.nbor(-1)
    return span_between(words[0], last)
