"""The words that a verb of saying hands over: a verb and its clause in, spans out, without the words that do the reporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.speakers import reporter_of
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = [
    "said_at_end",
    "spans_around",
    "spans_behind_comma",
    "spans_of",
    "spans_reported",
    "spans_told",
    "words_behind",
]

SUBJECTS = ("nsubj", "nsubjpass")
"""Relations of a subject."""
ASIDE = frozenset({"although", "even", "though", "whereas", "while"})
"""Words behind a comma that begin what is said besides: more often by the author than by who is reported."""
BREAKS = frozenset({",", "-", "–", "—", "--"})
SPEAKERS = ("NOUN", "PROPN", "PRON")
CLAUSAL = ("VERB", "AUX", "SCONJ", "CCONJ")
"""Parts of speech that "…, Ada Holm said" has no room for."""
NEAR = 8
"""Tokens between the comma and the verb in "…, Ada Holm said", and between the verb and the sentence's end."""
MAX_CLIMB = 8
"""Heads to look at when climbing: a bound keeps odd text cheap."""


def spans_of(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of runs of neighbouring tokens, without punctuation or white space at their ends."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    found: list[Span] = []
    for run in runs:
        while run and (run[0].is_space or run[0].text in {",", ";", ":", ".", "–", "—", "--", "-", ")"}):
            run.pop(0)
        while run and (
            run[-1].is_space or run[-1].dep_ == "cc" or run[-1].text in {",", ";", ":", ".", "–", "—", "--", "-", "("}
        ):
            run.pop()
        if run and not all(token.is_punct for token in run):
            found.append(span_between(run[0], run[-1]))
    return tuple(found)


def spans_reported(clause: Token, verb: Token, tokens: TokenSpan) -> tuple[Span, ...]:
    """The reported clause without the words that report it, where these stand in its middle."""
    words = list(clause.subtree)
    if clause.i > verb.i:
        limit = _limit(clause, verb)
        words = [word for word in words if word.i < limit]
    if clause.i < verb.i:
        own = _cue_tokens(verb)
        first = tokens[0].i
        first = next((word.i + 1 for word in reversed(clause.doc[first : verb.i]) if word.text in {";", ":"}), first)
        words = [
            word
            for word in clause.doc[first : clause.right_edge.i + 1]
            if word.i not in own and (word.i >= clause.left_edge.i or _loose(word, verb))
        ]
    return spans_of(words)


def spans_around(verb: Token, tokens: TokenSpan) -> tuple[Span, ...]:
    """What stands around "…, X said, …" where the parser found no reported clause: only for a verb at the end or between commas."""
    if verb.dep_ != "parataxis":
        return ()
    own = {word.i for word in verb.subtree}
    return spans_of(word for word in tokens if word.i not in own)


def spans_told(verb: Token) -> tuple[Span, ...]:
    """What follows whom a verb tells, "told the Courier she was glad", where the parser hung the clause on another word."""
    doc = verb.doc
    addressee = next((child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i), None)
    if addressee is None or addressee.pos_ == "VERB" or addressee.right_edge.i + 1 >= len(doc):
        return ()
    first = doc[addressee.right_edge.i + 1]
    if first.sent != verb.sent or (first.dep_, first.pos_) not in {("nsubj", "PRON"), ("nsubjpass", "PRON")}:
        return ()
    return spans_of(doc[first.i : first.head.right_edge.i + 1])


def words_behind(verb: Token, last: Token, own: Token | None = None) -> list[Token]:
    """The tokens after a verb (or after a preposition `own`) up to the end of a complement."""
    first = (own.i if own is not None else verb.i) + 1
    return list(verb.doc[first : last.right_edge.i + 1])


def said_at_end(verb: Token, tokens: TokenSpan) -> tuple[Token, tuple[Span, ...]] | None:
    """Who says all that a sentence tells before "…, Ada Holm said.", read from the order of the words; or None."""
    doc, begin, stop = verb.doc, tokens[0].i, tokens[-1].i + 1
    comma = next(
        (place for place in range(verb.i - 1, max(begin, verb.i - NEAR) - 1, -1) if doc[place].text == ","), None
    )
    if comma is None or stop - verb.i > NEAR or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    speaker = next((token for token in reversed(doc[comma + 1 : verb.i]) if token.pos_ in SPEAKERS), None)
    around = (*doc[comma + 1 : verb.i], *doc[verb.i + 1 : stop])
    if speaker is None or speaker.lower_ in load_lexicon("speech").words("phrases.nobody"):
        return None
    after = doc[min(verb.i + 1, stop - 1)]
    if (
        after.i == verb.i
        or any(token.pos_ in CLAUSAL or token.tag_ in ("WP", "WDT") or token.is_quote for token in around)
        or not (after.is_punct or after.pos_ == "ADP" or after.ent_type_ == "DATE")
        or doc[begin].pos_ in CLAUSAL
        or doc[begin + 1].pos_ == "SCONJ"
    ):
        return None
    content = spans_of(doc[begin:comma])
    return (speaker, content) if content else None


def spans_behind_comma(speaker: Token, tokens: TokenSpan) -> tuple[Span, ...]:
    """What follows the comma behind a source with which a sentence begins, where the parse made all of it a part of the source."""
    behind = [token for token in tokens if token.i > speaker.i]
    comma = next((place for place, token in enumerate(behind) if token.text == ","), None)
    return spans_of(behind[comma + 1 :]) if comma is not None else ()


def _limit(clause: Token, verb: Token) -> int:
    """The index at which a reported clause ends where the parser hung more of its reporter's words, or of the author's, on it.

    "She said the line was sound and predicted that …", "…, adding that …", "…, while the owners left".
    """
    doc = verb.doc
    for word in clause.subtree:
        if word.i <= clause.i or word.dep_ not in ("conj", "advcl"):
            continue
        edge = word.left_edge.i
        if word.head != clause:  # "… hoped to leave, adding that …"
            if word.dep_ == "advcl" and reporter_of(word) == verb and word.right_edge.i >= clause.right_edge.i:
                return edge - (doc[edge - 1].text in BREAKS)
            continue
        if word.dep_ == "conj" and reporter_of(word) == verb:
            return next((token.i for token in reversed(doc[clause.i : edge]) if token.dep_ == "cc"), edge)
        is_aside = doc[edge].lower_ in ASIDE or reporter_of(word) == verb
        is_last = word.right_edge.i >= clause.right_edge.i
        if is_aside and is_last and word.dep_ == "advcl" and doc[edge - 1].text in BREAKS:
            return edge - 1
    return clause.right_edge.i + 1


def _cue_tokens(verb: Token) -> set[int]:
    """The indices of the words that are the attribution itself: the verb, its subject, its small words."""
    own = {verb.i}
    for child in verb.children:
        if child.dep_ in (
            *SUBJECTS,
            "aux",
            "neg",
            "advmod",
            "dative",
            "npadvmod",
            "prt",
            "agent",
            "auxpass",
            "mark",
            "prep",
            "dobj",
            "advcl",
            "cc",
        ):
            own.update(word.i for word in child.subtree)
    return own


def _loose(word: Token, verb: Token) -> bool:
    """True iff a word before the clause belongs to the clause though the parser hung it on the verb of saying."""
    for _ in range(MAX_CLIMB):
        if word.head == verb:
            return word.dep_ in ("prep", "advmod", "advcl", "npadvmod")
        if word.head == word:
            return False
        word = word.head
    return False
