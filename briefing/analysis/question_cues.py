"""What leaves a question open in one sentence: tokens in, `Cue` out. One search a kind; words from `data/questions.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.contradictions import contradictions
from briefing.analysis.decisions import decisions
from briefing.analysis.ignorance import embedded_questions
from briefing.analysis.possibilities import possibilities
from briefing.analysis.question_cue import Cue
from briefing.analysis.question_denials import denials
from briefing.analysis.question_openings import opening_question
from briefing.analysis.stakes import stakes
from briefing.analysis.unknown_things import unknown_things
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span as TokenSpan

__all__ = ["find_cues"]


def find_cues(tokens: TokenSpan, text: str, start: int, *, quoted: bool) -> Iterator[Cue]:
    """The cues of a sentence, every kind in turn.

    Args:
        tokens: The sentence's tokens.
        text: Its words.
        start: Where it begins, in `Source.text`.
        quoted: True iff the whole sentence is somebody's words in quotation marks.
    """
    yield from _asked(tokens, text, start, quoted=quoted)
    opening = opening_question(tokens)
    if opening is not None:
        yield opening
        return
    yield from embedded_questions(tokens)
    yield from unknown_things(tokens)
    yield from denials(tokens)
    yield from contradictions(tokens)
    yield from decisions(tokens)
    yield from _phrases(text, start)
    if not quoted:
        yield from possibilities(tokens)
        yield from stakes(tokens)


FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
TAG = ("right?", "no?", "huh?")


# ---- asked ----
def _asked(tokens: TokenSpan, text: str, start: int, *, quoted: bool) -> Iterator[Cue]:
    """A question that stands in the text: the author's own, or put to somebody ("asked whether")."""
    stripped = text.rstrip("\"'”’» )")
    inside = quoted or stripped != text.rstrip() or text.lstrip()[:1] in "\"“'‘«"
    if stripped.endswith("?"):
        words = {token.lower_ for token in tokens}
        address = bool(words & {"you", "your", "i", "my", "we", "me", "us", "our"})
        finite = any(token.tag_ in FINITE for token in tokens)
        if not address and finite and not stripped.endswith(TAG):
            end = start + len(stripped)
            yield Cue(QuestionKind.ASKED, Span(end - 1, end), 0.4 if inside else 0.9, "asked", tokens.root)


# ---- phrases ----
@cache
def _phrase_patterns() -> tuple[tuple[QuestionKind, re.Pattern[str], float, str], ...]:
    lexicon = load_lexicon("questions")
    rows = (
        (QuestionKind.UNKNOWN, "unknown_phrases", 0.75, ""),
        (QuestionKind.UNKNOWN, "routine_phrases", 0.5, "routine"),
        (QuestionKind.DISPUTED, "disputed_phrases", 0.65, ""),
        (QuestionKind.DISPUTED, "claiming_phrases", 0.65, "accusation"),
        (QuestionKind.PENDING, "pending_phrases", 0.65, ""),
    )
    return tuple((kind, _either(lexicon.words(key)), strength, rule) for kind, key, strength, rule in rows)


def _either(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches any of the phrases, the longest first; where none can begin, it tries none."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    begin = re.escape("".join(sorted({phrase[0] for phrase in ordered})))
    return re.compile(rf"\b(?=[{begin}])(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def _phrases(text: str, start: int) -> Iterator[Cue]:
    """Set phrases, wherever they stand."""
    for kind, pattern, strength, rule in _phrase_patterns():
        match = pattern.search(text)
        if match is not None:
            yield Cue(kind, Span(start + match.start(), start + match.end()), strength, rule)
