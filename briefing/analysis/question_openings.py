"""Sentences that open with the question they leave open ("Whether the ferry will sail is unknown"): tokens in, `Cue` out.

Parsers often take the verdict for a part of the clause before it, so that the two are told apart by the order of the words: the clause
ends where a linking verb is followed by words that say that nobody knows, that it is disputed, or that it is being looked into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import NEGATIONS, WH, Cue
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["opening_question"]

LINKING = frozenset({"be", "remain", "stay", "become", "seem", "have"})
JOINING = frozenset({"but", "and", "yet", "just", "exactly", "quite", "still", "also", "now", "only"})
"""Words that may stand before the clause, or between the linking verb and the verdict, without changing either."""
PASSED = frozenset({"been", "be", "to", "far", "so", "'s", "as"})
"""Further words between the linking verb and the verdict ("has yet to be", "is as yet")."""
LONGEST_VERDICT = 6
"""Words of a verdict that is a noun: "is one of the questions"."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
MAX_CLIMB = 12
"""Heads to look at when climbing: a bound keeps odd text cheap."""


def opening_question(tokens: TokenSpan) -> Cue | None:
    """The cue of a sentence that opens with a question clause and says of it that it is open; None for any other.

    The cue's `end` is the index of the token with which the verdict begins, in spaCy's document.
    """
    words = [token for token in tokens if not token.is_space]
    at = 0
    while at < len(words) and (words[at].is_punct or words[at].lower_ in JOINING):
        at += 1
    if at >= len(words) or words[at].lower_ not in WH | {"whether"}:
        return None
    opener = words[at]
    asks = False
    for index in range(at + 1, len(words)):
        verdict = _verdict(words, index) if asks else None
        asks = asks or words[index].tag_ in FINITE
        if verdict is None:
            continue
        kind, last = verdict
        first = words[index]
        clause = _clause_of(opener, first.i)
        rule = "embedded" if clause is not None else ""
        return Cue(kind, span_between(first, last), 1.0, rule, clause, end=first.i)
    return None


def _verdict(words: list[Token], index: int) -> tuple[QuestionKind, Token] | None:
    """What the words from an index on say of the clause before them, with the last of those words; None where they say nothing."""
    lexicon = load_lexicon("questions")
    first = words[index]
    if first.lemma_ == "depend" and first.tag_ in ("VBZ", "VBP", "VBD"):
        return QuestionKind.UNKNOWN, first
    if first.lower_ in {"will", "may", "could"} and index + 1 < len(words) and words[index + 1].lemma_ == "depend":
        return QuestionKind.UNKNOWN, words[index + 1]
    modal = words[index - 1].lower_ == "will"
    if first.lemma_ not in LINKING or (first.tag_ not in FINITE and not modal):
        return None
    negated = False
    for position in range(index + 1, len(words)):
        word = words[position]
        lower = word.lower_
        if lower in NEGATIONS:
            negated = True
        elif lower in lexicon.words("disputing"):
            return QuestionKind.DISPUTED, word
        elif lower in lexicon.words("doubtful") or (
            lower in lexicon.words("sure") if negated else lower == "seen" and words[position - 2].lower_ == "to"
        ):
            return QuestionKind.UNKNOWN, word
        elif lower in {"under", "in", "being", "a", "an", "one", "the", "anyone", "anybody"}:
            return _phrase_verdict(words, position)
        elif lower not in PASSED | JOINING and word.pos_ != "ADV":
            return None
    return None


def _phrase_verdict(words: list[Token], position: int) -> tuple[QuestionKind, Token] | None:
    """The verdict of a phrase: "under review", "being examined", "in dispute", "an open question", "anyone's guess"."""
    lexicon = load_lexicon("questions")
    lower = words[position].lower_
    following = words[position + 1] if position + 1 < len(words) else words[position]
    if lower == "under":
        found = following.lemma_.lower() in lexicon.words("under")
        return (QuestionKind.UNKNOWN, following) if found else None
    if lower == "being":
        found = following.lemma_.lower() in lexicon.words("searching")
        return (QuestionKind.UNKNOWN, following) if found else None
    if lower == "in":
        kinds = {"dispute": QuestionKind.DISPUTED, "doubt": QuestionKind.UNKNOWN, "question": QuestionKind.UNKNOWN}
        kind = kinds.get(following.lower_)
        return (kind, following) if kind is not None else None
    for word in words[position : position + LONGEST_VERDICT]:
        if word.lower_ in lexicon.words("verdict_nouns"):
            return QuestionKind.UNKNOWN, word
        if word.pos_ == "VERB" or word.is_punct:
            return None
    return None


def _clause_of(opener: Token, end: int) -> Token | None:
    """The verb of the clause that a word opens, before a token; None where the parse gives the clause to the verdict."""
    found: Token | None = None
    above = opener
    for _ in range(MAX_CLIMB):
        if above.head.i == above.i or not opener.i < above.head.i < end:
            break
        above = above.head
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in ("aux", "auxpass"):
            found = above
            break
    return found
