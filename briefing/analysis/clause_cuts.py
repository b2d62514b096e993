"""What a long clause can do without: the words that tell an event in, those that tell it in few words out.

Only what ends the clause is cut, as one piece, so that no gap is left; what would change the meaning of the rest stays.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

__all__ = ["cut_short"]

LONG, LONGEST = 14, 18
"""Words beyond which a clause is cut, and beyond which it is cut of what its verb asks for too: a line that is read at a glance."""

SHORT = 5
"""Words that are left at least."""

MAX_CLIMB = 12
"""Heads above the last word that are looked at."""

MOST_CUTS = 6
"""Pieces that are cut from one clause: a bound for odd parses."""

ASKED_FOR = 3
"""What it costs to miss what a verb asks for."""

MODIFIERS = ("relcl", "acl", "appos", "prep", "advcl", "npadvmod")
"""Relations of what may be cut; objects, complements and members of a list are told or the whole is not."""

COMPLEMENTS = ("dobj", "dative", "attr", "acomp", "oprd", "ccomp", "xcomp", "prt")
"""Relations that fill a verb: with one of them, what follows is an addition."""

TIMES = ("DATE", "TIME")
"""Entities whose words stand in a column of their own and do not count."""


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(f"clauses.{key}")


def cut_short(tokens: Mapping[int, Token], last_needed: int) -> dict[int, Token]:
    """The tokens by index, without additions at the end where they are more than a line needs; nothing up to `last_needed` is cut."""
    kept = dict(sorted(tokens.items()))
    for _ in range(MOST_CUTS):
        counts = _counts(kept)
        if max(counts.values(), default=0) <= LONG:
            break
        place = _best_cut(kept, counts, last_needed)
        if place is None:
            break
        kept = _until(place, kept)
    return kept


def _until(place: int, kept: Mapping[int, Token]) -> dict[int, Token]:
    """The tokens before a place, without those at the end that belong to words behind it ("then" of "then the mayor")."""
    left = [token for index, token in kept.items() if index < place]
    while left and place <= left[-1].head.i and left[-1].head.i in kept:
        left.pop()
    return {token.i: token for token in left}


def _counts(kept: Mapping[int, Token]) -> dict[int, int]:
    """How many words there are up to each token, itself included."""
    counts: dict[int, int] = {}
    number = 0
    before = -2
    for index, token in kept.items():
        joined = before == index - 1 and not token.doc[before].whitespace_
        is_word = not (token.is_punct or token.is_space or joined or _tells_time(token))
        number += is_word
        counts[index] = number
        before = index
    return counts


def _tells_time(token: Token) -> bool:
    """True iff a token is of a date, or the preposition before one."""
    return token.ent_type_ in TIMES or (
        token.dep_ == "prep" and any(child.dep_ == "pobj" and child.ent_type_ in TIMES for child in token.children)
    )


def _best_cut(kept: Mapping[int, Token], counts: Mapping[int, int], last_needed: int) -> int | None:
    """The index from which the clause is best cut: what is missed least goes first, of that the smallest phrase."""
    order = list(counts)
    position = {index: place for place, index in enumerate(order)}
    best: tuple[int, int, int] | None = None
    for phrase in _phrases_at_end(kept, last_needed):
        start = next(index for index in order[: position[phrase.i] + 1] if index >= phrase.left_edge.i)
        left = counts[order[position[start] - 1]] if position[start] else 0
        cost = _cost(phrase)
        if left < SHORT or (cost >= ASKED_FOR and counts[order[-1]] <= LONGEST):
            continue
        row = (-cost, left, start)
        if best is None or row > best:
            best = row
    return best[2] if best else None


def _phrases_at_end(kept: Mapping[int, Token], last_needed: int) -> Iterator[Token]:
    """The heads of the modifiers that end where the kept words end."""
    last = next((token for token in reversed(list(kept.values())) if not (token.is_punct or token.is_space)), None)
    for _ in range(MAX_CLIMB):
        if last is None or last.i not in kept:
            return
        if last.left_edge.i <= last_needed:
            return
        if last.dep_ in MODIFIERS and not _is_needed(last):
            yield last
        if last.head.i == last.i:
            return
        last = last.head


def _is_needed(phrase: Token) -> bool:
    """True iff the rest would say something else, or nothing, without a modifier."""
    word = phrase.lower_
    if phrase.dep_ == "prep":
        if word in _words("kept_prepositions"):
            return True
        if phrase.head.pos_ in ("VERB", "AUX", "ADJ") and phrase.i > phrase.head.i:
            fills = any(child.dep_ in COMPLEMENTS and child.i < phrase.i for child in phrase.head.children)
            earlier = any(
                child.dep_ in ("prep", "agent") and phrase.head.i < child.i < phrase.i for child in phrase.head.children
            )
            return not (fills or earlier or word in _words("adverbial"))
    if phrase.dep_ == "acl" and any(child.dep_ in ("mark", "aux") for child in phrase.children):
        # "the decision to sell", "the fact that it sank"
        return True
    if phrase.dep_ == "advcl":
        return any(
            child.dep_ in ("mark", "advmod") and child.lower_ in _words("conditions") for child in phrase.children
        )
    # "did not die because of the fall": what is denied is the reason.
    return phrase.dep_ != "npadvmod" and any(child.dep_ == "neg" for child in phrase.head.children)


def _cost(phrase: Token) -> int:
    """What it costs a reader to miss a modifier: little for the circumstances, more for what a verb or noun asks for."""
    if phrase.dep_ != "prep":
        return 2 if phrase.dep_ == "acl" else 1
    if phrase.lower_ in _words("adverbial"):
        return 1
    if phrase.lower_ in _words("asked_for") and phrase.head.pos_ == "VERB":
        return ASKED_FOR
    return 2
