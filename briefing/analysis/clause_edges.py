"""Where the words that tell an event begin and end: no mark without its partner, no word that waits for more. spaCy's tokens in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.runs import DATELINE
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["CLOSING", "behind", "end_of_dateline", "without_edges"]

CLOSING = (")", "]", "”", "’", '"', "''", "%")
"""Marks that belong to the words before them."""

OPENING = frozenset('([{“‘«"`$£€#')

PARTNERS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", '"': '"', "``": "''"}
"""Marks that come in pairs: alone at the edge of a part they belong to words that were left out."""

SHORTEST_PLACE = 3
"""Letters of a place in capitals: "A 36 - year - old man" begins with none."""

DANGLING = frozenset(("IN", "TO", "DT", "PDT", "PRP$", "CC", "WDT", "WP$", "WRB"))
"""Tags of words that wait for another one."""


def end_of_dateline(text: str) -> int:
    """How many characters of a sentence are its dateline ("MARSTAD (Reuters) - "), 0 without one."""
    match = DATELINE.match(text)
    if match is None:
        return 0
    head = match.group()
    place = head.split()[0].strip(",")
    if not ((place.isupper() and len(place) >= SHORTEST_PLACE) or "(" in head):
        return 0
    return len(text) - len(text[len(head) :].lstrip(" \t\n-–—_:"))


def behind(spans: Sequence[Span], place: int) -> tuple[Span, ...]:
    """The spans, or what of them lies behind a place."""
    return tuple(Span(max(span.start, place), span.end) for span in spans if span.end > place)


def without_edges(run: list[Token]) -> list[Token]:
    """A run of tokens without what belongs to words outside of it: marks, conjunctions, words that wait for more."""
    first, last = 0, len(run)
    while first < last and (_opens_astray(run[first]) or not _is_paired(run, first, first, last)):
        first += 1
    while last > first and (_ends_astray(run[last - 1], run[first]) or not _is_paired(run, last - 1, first, last)):
        last -= 1
    return run[first:last]


def _opens_astray(token: Token) -> bool:
    if token.is_punct and token.text not in OPENING:
        return True
    if token.dep_ in ("cc", "mark") or token.tag_ in ("WRB", "WDT", "TO"):
        return True
    # "from which the arms were sent"
    return token.dep_ == "prep" and any(child.tag_ in ("WDT", "WP") for child in token.children)


def _ends_astray(token: Token, first: Token) -> bool:
    """True iff a part cannot end in a token: a mark, a conjunction, a preposition or determiner whose noun is not there."""
    if token.is_punct and token.text not in CLOSING:
        return True
    if token.dep_ in ("cc", "mark") or (token.dep_ == "poss" and token.tag_ == "PRP$"):
        return True
    # "All of them" ends in no determiner; "we know that" does, and means it.
    if token.tag_ in ("DT", "PDT") and token.dep_ not in ("det", "predet"):
        return False
    if token.dep_ == "prt" or token.tag_ not in DANGLING or token.i == first.i:
        return False
    return token.dep_ != "advmod"


def _is_paired(run: list[Token], at: int, first: int, last: int) -> bool:
    """True iff a mark at the edge of a run has its partner between two places of it, or is no mark that needs one."""
    mark = run[at].text
    if mark == '"':
        return sum(token.text == mark for token in run[first:last]) % 2 == 0
    if mark in PARTNERS:
        return any(token.text == PARTNERS[mark] for token in run[at + 1 : last])
    opener = next((left for left, right in PARTNERS.items() if right == mark), "")
    return not opener or any(token.text == opener for token in run[first:at])
