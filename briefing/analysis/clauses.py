"""Which words tell an event: spaCy's tokens in, spans out.

The relations are those of the ClearNLP scheme that spaCy's English models use (nsubj, dobj, agent, relcl, ...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.ballast import NOMINAL, SUBJECTS, VERBAL, is_turn, telling_tokens, with_short_asides
from briefing.analysis.clause_edges import without_edges
from briefing.analysis.parse import span_between
from briefing.analysis.participants import is_parted_verb, kept_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["clause_parts", "clause_root", "makes_sentence"]

CLAUSES = ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass")

MAX_CLIMB = 12
"""Heads to look at when climbing a tree: deeper nesting is a fault of the parse, and a bound keeps odd text cheap."""


def clause_root(token: Token) -> Token:
    """The verb (or other head) of the clause in which a token stands."""
    for _ in range(MAX_CLIMB * 2):
        if token.dep_ in CLAUSES and (token.dep_ != "conj" or token.pos_ in ("VERB", "AUX")):
            return token
        if token.head is token or token.head.i == token.i:
            return token
        token = token.head
    return token


def clause_parts(verb: Token) -> tuple[Span, ...]:
    """The words that tell a verb's event, as spans in text order: between two of them words were left out.

    Attribution, asides, relative clauses, adverbial clauses and coordinated verbs are left out; a coordinated verb or an
    infinitive keeps the subject of the verb that it hangs on.
    """
    rooted = _governing_verb(verb)
    tokens = {token.i: token for token in telling_tokens(rooted)}
    if rooted != verb and verb.i not in tokens:
        tokens |= {token.i: token for token in telling_tokens(verb)}
    subject = _borrowed_subject(rooted)
    if len(tokens) == 1 and subject is None and rooted.head.pos_ in NOMINAL and rooted.tag_ in ("VBN", "VBG"):
        # A participle alone tells nothing.
        subject = rooted.head
    tokens |= {token.i: token for token in _shared_helpers(rooted)}
    if subject is not None and subject.sent.start == verb.sent.start:
        tokens = {index: token for index, token in tokens.items() if token.tag_ not in ("WDT", "WP")}
        tokens |= {token.i: token for token in _noun_tokens(subject)}
    kept = with_short_asides(tokens)
    return _spans(kept[index] for index in sorted(kept))


def makes_sentence(verb: Token) -> bool:
    """True iff the words that tell a verb's event read as a sentence: finite, or a participle that says more of the subject ("…, killing four").

    An infinitive without the verb that governs it says the reverse as often ("had been denied visas to enter"); a participle on a
    noun ("emails exchanged between them") tells which one is meant.
    """
    rooted = _governing_verb(verb)
    if rooted.pos_ not in VERBAL or rooted.dep_ not in CLAUSES or _turns_later(rooted):
        return False
    if rooted.dep_ == "acl":
        return is_parted_verb(rooted)
    if _is_finite(rooted) or any(_is_finite_helper(token) for token in _shared_helpers(rooted)):
        return True
    head = rooted.head
    return rooted.dep_ == "advcl" and rooted.tag_ == "VBG" and head.pos_ in VERBAL and _is_finite(head)


def _turns_later(verb: Token) -> bool:
    """True iff a "but" with a verb of the same subject follows that hangs elsewhere: "they fell behind and lost a game, but came back"."""
    head = verb.head
    return verb.dep_ == "conj" and any(
        child.dep_ == "conj" and child.i > verb.i and is_turn(child) for child in head.children
    )


def _is_finite(verb: Token) -> bool:
    return _is_finite_helper(verb) or any(
        child.dep_ in ("aux", "auxpass") and _is_finite_helper(child) for child in verb.children
    )


def _is_finite_helper(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _borrowed_subject(verb: Token) -> Token | None:
    """The noun that a clause without a subject of its own is about, for the words that tell it to make a sentence.

    Of a relative or participle clause that is the noun it hangs on ("the suit, filed in May" -> "the suit … filed in May").
    """
    if verb.dep_ in ("relcl", "acl"):
        relative = next((word for word in verb.subtree if word.tag_ in ("WDT", "WP", "WP$")), None)
        is_subject = relative is not None and relative.head == verb and relative.dep_ in ("nsubj", "nsubjpass")
        return verb.head if is_subject or (relative is None and not _has_subject(verb)) else None
    return None if _has_subject(verb) else _spoken_subject(verb)


def _spoken_subject(verb: Token) -> Token | None:
    """The subject of the verb that a verb without one hangs on, as it is spoken: of a passive what it is done to."""
    for _ in range(MAX_CLIMB):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"), None)
        if own is not None:
            return verb.head if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
        is_clause = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN", "VB"))
        if is_clause and verb.head.pos_ in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        elif verb.dep_ in ("acl", "relcl", "amod") or (verb.dep_ in ("conj", "appos") and verb.head.pos_ in NOMINAL):
            return verb.head if verb.head.pos_ in NOMINAL else None
        else:
            return None
    return None


def _shared_helpers(verb: Token) -> Iterator[Token]:
    """The auxiliaries that a coordinated verb shares with the first: "was" of "was arrested and charged"."""
    first = verb
    for _ in range(MAX_CLIMB):
        if any(child.dep_ in ("aux", "auxpass", *SUBJECTS) for child in first.children):
            break
        if first.dep_ != "conj" or first.head.pos_ not in VERBAL:
            return
        first = first.head
    # "was arrested and fled": the second verb is finite by itself.
    if first.i != verb.i and verb.tag_ == first.tag_ and verb.tag_ in ("VB", "VBN", "VBG"):
        yield from (child for child in first.children if child.dep_ in ("aux", "auxpass", "neg"))


def _governing_verb(verb: Token) -> Token:
    """The verb whose clause tells this one's event: "agreed" for "agreed to sign"."""
    for _ in range(MAX_CLIMB):
        is_complement = verb.dep_ == "xcomp" or (verb.dep_ == "acomp" and verb.pos_ == "ADJ")
        if is_complement and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and verb.head.i != verb.i:
            verb = verb.head
        else:
            break
    return verb


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS and child.tag_ not in ("WDT", "WP") for child in verb.children)


def _noun_tokens(head: Token) -> Iterator[Token]:
    """The tokens of a subject that is borrowed from another clause, without its own clauses."""
    yield from kept_tokens(head, frozenset(("relcl", "appos", "acl", "advcl", "parataxis")))


def _spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Tokens in text order as spans; punctuation at the edges of a run is dropped, runs parted by punctuation alone are joined."""
    runs: list[list[Token]] = []
    for token in tokens:
        if token.is_space:
            continue
        if runs and _only_marks(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = []
    for run in runs:
        row = without_edges(run)
        if row:
            spans.append(span_between(row[0], row[-1]))
    return tuple(spans)


def _only_marks(left: Token, right: Token) -> bool:
    """True iff nothing or only white space lies between two tokens."""
    return all(left.doc[index].is_space for index in range(left.i + 1, right.i))
