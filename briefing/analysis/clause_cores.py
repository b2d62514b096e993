"""The fewest words that still tell a clause's event: spaCy's tokens and the clause's spans in, spans out.

Sentence compression by deletion over the dependency tree (after Knight and Marcu 2002, Clarke and Lapata 2008): what is set off
goes first, then circumstances, never what the verb needs. What remains is the article's own words in their order.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.ballast import holds_infinitive
from briefing.analysis.clause_edges import without_edges
from briefing.analysis.parse import span_between, span_of
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["core_parts"]

CORE_WORDS = 10
"""Words that a core is brought down to where it can be: subject, verb, object and one complement of a usual news clause."""

FEWEST_WORDS = 8
"""Words that a core keeps: below it a clause has lost what it was told for ("the EU made the decision"). Asides go all the same."""

SHORTEST_GAP = 3
"""Words inside a clause that are worth a mark of omission; fewer are left standing."""

SET_OFF, LOOSE, CIRCUMSTANCE, CLAUSAL, PURPOSE = range(5)
"""What goes first to last: asides, dates without a preposition, circumstances of time and place, clauses on nouns, purposes."""

COMPLEMENTS = ("dobj", "prep", "attr", "acomp", "xcomp", "agent", "oprd", "dative")
"""What a verb may have before a phrase, so that the phrase is not what it asks for."""

LONGEST = 120
"""Tokens of a clause beyond which it is left as it is: no prose has one, and a bound keeps odd text cheap."""

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(f"cores.{key}")


def core_parts(head: Token, parts: Sequence[Span], *, trigger: Token) -> tuple[Span, ...]:
    """The spans of the clause's core, inside `parts`; empty where nothing can go.

    Args:
        head: The verb of the clause.
        parts: The clause as it is told, as spans in text order.
        trigger: The word that tells the event; it stays.
    """
    row = _tokens_of(head, parts)
    left = _count(row)
    if left <= CORE_WORDS or len(row) > LONGEST:
        return ()
    inside = {token.i for token in row}
    needed = {head.i, trigger.i}
    only_asides = any(token.lower_ in _words("limits") or token.dep_ == "neg" for token in row)
    droppable = [
        (rank, -token.i, phrase)
        for token in row
        if (rank := _rank(token)) is not None
        and not (only_asides and rank > LOOSE)
        and (phrase := [word for word in token.subtree if word.i in inside])
        and not any(word.i in needed or word.lower_ in _words("kept") for word in phrase)
    ]
    dropped: set[int] = set()
    for rank, _, phrase in sorted(droppable, key=lambda entry: entry[:2]):
        here = {word.i for word in phrase} - dropped
        rest = [token for token in row if token.i not in dropped and token.i not in here]
        if not here or not _is_worth_a_gap(here, row, rest) or (rank > LOOSE and _count(rest) < FEWEST_WORDS):
            continue
        dropped |= here
        left = _count(rest)
        if left <= CORE_WORDS:
            break
    return tuple(_spans([token for token in row if token.i not in dropped])) if dropped else ()


def _tokens_of(head: Token, parts: Sequence[Span]) -> list[Token]:
    """The tokens of the clause; empty where the parser has it spread over more than a clause can be."""
    sentence = head.sent
    if len(sentence) > 2 * LONGEST:
        return []
    return [token for token in sentence if not token.is_space and any(span_of(token) in part for part in parts)]


def _rank(token: Token) -> int | None:
    """How early a phrase may go, by its head; None for one that stays."""
    head = token.head
    match token.dep_:
        case "appos" | "parataxis":
            rank = SET_OFF if _is_set_off(token) else None
        case "relcl" | "acl":
            rank = _rank_of_clause(token)
        case "npadvmod" if not holds_infinitive(token):
            rank = LOOSE if token.ent_type_ in ("DATE", "TIME") or _is_set_off(token) else None
        case "advcl" if token.i > head.i:
            rank = (
                PURPOSE
                if token.tag_ == "VB"
                else CLAUSAL
                if token.tag_ in ("VBG", "VBN") and _is_set_off(token)
                else None
            )
        case "prep":
            rank = _rank_of_phrase(token)
        case _:
            rank = None
    return rank


def _rank_of_clause(verb: Token) -> int | None:
    """How early a clause on a noun may go: an aside first; one that says which is meant only behind an object that stands without it."""
    noun = verb.head
    if noun.dep_ == "npadvmod" and holds_infinitive(noun):
        return None
    if _is_set_off(verb):
        return SET_OFF
    # "the decision to ban", "the fear that they will": the clause is what the noun says; "those who": which ones.
    is_content = verb.tag_ == "VB" or any(child.dep_ == "mark" for child in verb.children)
    is_bare = noun.pos_ == "PRON" or noun.tag_ == "DT" or noun.head.lemma_ in _words("causatives")
    return None if is_content or is_bare or noun.dep_ in ("nsubj", "nsubjpass") else CLAUSAL


def _rank_of_phrase(preposition: Token) -> int | None:
    """How early a prepositional phrase may go: a circumstance that the word it hangs on does not need."""
    head = preposition.head
    if _is_set_off(preposition):
        return SET_OFF
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    is_timed = preposition.lower_ in _words("times") and all(
        word.ent_type_ in ("DATE", "TIME") for word in preposition.subtree if word.pos_ in NOMINAL
    )
    if noun is None or not (is_timed or preposition.lower_ in _words("circumstances")):
        return None
    # "in charge", "at risk": with a bare noun the phrase is part of what is said.
    if not is_timed and noun.pos_ == "NOUN" and noun.i == preposition.i + 1:
        return None
    if head.pos_ in NOMINAL:
        goes_on = any(child.i > preposition.i and child.dep_ in ("relcl", "acl", "prep") for child in head.children)
        return None if goes_on or head.dep_ in ("nsubj", "nsubjpass") else CIRCUMSTANCE
    is_first = not any(head.i < child.i < preposition.i and child.dep_ in COMPLEMENTS for child in head.children)
    return None if is_first and not is_timed else CIRCUMSTANCE


def _is_set_off(token: Token) -> bool:
    """True iff a mark stands before a phrase."""
    before = token.left_edge.i - 1
    return before >= token.sent.start and token.doc[before].text in (",", "–", "—", "--", "(", ";")


def _is_worth_a_gap(here: set[int], row: Sequence[Token], rest: Sequence[Token]) -> bool:
    """True iff the words end the clause; or are more than a mark of omission would be, and what follows them can follow one."""
    following = [token for token in rest if token.i > max(here) and not token.is_punct]
    if not following:
        return True
    gone = [token for token in row if token.i in here]
    # Deep inside what goes may stand what the verb asks for, hung there by the parser.
    holds_complement = any(token.dep_ == "prep" and token.lower_ in _words("complements") for token in gone[1:])
    return _count(gone) >= SHORTEST_GAP and not holds_complement and without_edges(following)[:1] == following[:1]


def _count(row: Sequence[Token]) -> int:
    """The words of tokens: what stands between white space."""
    return sum(1 for token in row if not token.is_punct and (token.i == 0 or token.doc[token.i - 1].whitespace_))


def _spans(row: Sequence[Token]) -> Iterator[Span]:
    """The tokens as spans, an unbroken run each, without marks at their edges."""
    runs: list[list[Token]] = []
    for token in row:
        if runs and all(token.doc[index].is_space for index in range(runs[-1][-1].i + 1, token.i)):
            runs[-1].append(token)
        else:
            runs.append([token])
    for run in runs:
        kept = without_edges(run)
        if kept:
            yield span_between(kept[0], kept[-1])
