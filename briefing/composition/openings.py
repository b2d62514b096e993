"""Whether a sentence reads well alone, and what it is shown as: a document and its actors in, texts out.

A sentence that opens with a pronoun is labelled with the name it stands for, in brackets, where the analysis knows it; one that
opens with a connective, or with a pronoun for something unknown, points back to words that are not on the page.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.findings import Analysis
    from briefing.model.text import Document

__all__ = ["PAIRS", "Openings", "join_parts", "shortened", "without_debris"]

PAIRS = (("``", "''"), ("“", "”"), ("«", "»"), ('"', '"'))
"""The marks of a quotation that are looked at in pairs; single ones are apostrophes as often."""
LONGEST_OBJECT = 8
"""Words behind a verb that are shown with it where a line would end at the verb."""
OPENING_MARKS = " \t\n\"'“”‘’«»`([—–-*•"
"""The agency before the first sentence of an article: "(ABC)", "(ABC) --"; its first bracket may be lost."""
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@cache
def _words(key: str) -> tuple[str, ...]:
    return load_lexicon("composition").ordered(key)


class Openings:
    """Knows the pronouns of a document and the names they stand for."""

    def __init__(self, analysis: Analysis) -> None:
        self._document = analysis.document
        self._names: dict[int, str] = {
            mention.span.start: actor.name
            for actor in analysis.actors
            for mention in actor.mentions
            if mention.how == "pronoun"
        }

    def points_back(self, span: Span) -> bool:
        """True iff the words open with a connective, or with a pronoun whose name is not known."""
        start, first = self._first_word(span)
        if self._opens_with(span, _words("connectives")):
            return True
        # "Neither of the firms": what is meant stands behind it.
        is_told = re.match(r"\s+of\b", self._document.source.text[start + len(first) : span.end]) is not None
        return (
            first in _words("pronouns") and not is_told and not (first in _words("personal") and start in self._names)
        )

    def shown(self, parts: Sequence[Span]) -> str:
        """The words of the parts with `…` between them, an opening pronoun followed by its name in brackets.

        A quotation mark at either end whose partner stands elsewhere in the article is left out.
        """
        parts = _without_odd_marks(self._document.source.text, parts)
        text = join_parts(self._document, parts)
        start, first = self._first_word(parts[0])
        name = self._names.get(start, "")
        if not name or first not in _words("personal"):
            return text
        cut = start + len(first) - parts[0].start
        return f"{text[:cut]} [{name}{'’s' if first in ('his', 'her', 'their', 'its') else ''}]{text[cut:]}"

    def _first_word(self, span: Span) -> tuple[int, str]:
        """The offset and the lower-case form of the first word of a span; -1 and "" where it has none."""
        match = WORD.search(self._document.source.text, span.start, span.end)
        if match is None:
            return -1, ""
        word = re.split(r"['’]", match.group(), maxsplit=1)[0]
        return match.start(), word.lower()

    def _opens_with(self, span: Span, phrases: Sequence[str]) -> bool:
        opening = " ".join(
            self._document.source.text[span.start : span.start + 40].lower().lstrip(OPENING_MARKS).split()
        )
        return any(
            opening.startswith(phrase) and not opening[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases
        )


def without_debris(document: Document, span: Span) -> Span | None:
    """The sentence without a web page's own words before it ("Invalid email Two men"); None where such words are mixed with it.

    Of a picture's caption nobody can say where it ends.
    """
    text = document.text_of(span)
    found = list(_debris().finditer(text))
    if not found:
        return span
    rest = text[found[-1].end() :].lstrip(" \t\n.!:+|-")
    if found[-1].group().lower().endswith("caption") or not rest[:1].isupper() or _debris().search(rest):
        return None
    return Span(span.end - len(rest), span.end)


@cache
def _debris() -> re.Pattern[str]:
    """What finds the words of a web page's own."""
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in _words("debris")) + r")\b", re.IGNORECASE)


def _without_odd_marks(text: str, parts: Sequence[Span]) -> Sequence[Span]:
    """The parts without a closing mark at the end that nothing opens in them, and without an opening one that nothing closes."""
    words = " ".join(text[part.start : part.end] for part in parts)
    first, last = parts[0], parts[-1]
    for opening, closing in PAIRS:
        straight = opening == closing
        opened, closed = words.count(opening), words.count(closing)
        if straight and opened % 2 == 0:
            continue
        if text.endswith(closing, last.start, last.end) and (straight or closed > opened):
            end = last.start + len(text[last.start : last.end - len(closing)].rstrip())
            last = Span(last.start, end) if end > last.start else last
        elif text.startswith(opening, first.start, first.end) and (straight or opened > closed):
            rest = text[first.start + len(opening) : first.end]
            start = first.end - len(rest.lstrip())
            first = Span(start, first.end) if start < first.end else first
    if len(parts) == 1:
        return (Span(first.start, last.end),) if first.start < last.end else parts
    return (first, *parts[1:-1], last)


def join_parts(document: Document, parts: Sequence[Span]) -> str:
    """The words of several spans in one line, `…` where words were left out between two; white space is folded."""
    texts = [" ".join(document.text_of(part).split()) for part in parts]
    line = texts[0]
    for before, after, text in zip(parts, parts[1:], texts[1:], strict=False):
        between = document.source.text[before.end : after.start]
        line += between.replace("\n", " ") + text if not between.strip() else f" … {text}"
    return line


def shortened(
    document: Document, parts: Sequence[Span], words: int, *, keep: Span | None = None
) -> tuple[list[Span], bool]:
    """The parts up to about so many words, and whether words at the end were cut; the span to keep is never cut.

    The cut falls before a comma, a preposition or a conjunction where one stands in the last third, so that no phrase is torn.
    Nothing is cut where what would go denies or limits what would stay.
    """
    kept, is_cut = _cut_to(document, parts, words, keep)
    if is_cut and _limits(document, Span(kept[-1].end, max(parts[-1].end, kept[-1].end + 1))):
        return list(parts), False
    return kept, is_cut


def _limits(document: Document, gone: Span) -> bool:
    """True iff some words deny or limit those before them: "the music it sells is not"."""
    limits = frozenset(_words("limits")) | frozenset(_words("denials"))
    words = [match.group().lower() for match in WORD.finditer(document.source.text, gone.start, gone.end)]
    return any(word in limits or word.endswith(("n't", "n’t")) for word in words)


def _cut_to(document: Document, parts: Sequence[Span], words: int, keep: Span | None) -> tuple[list[Span], bool]:
    """The parts up to about so many words, whatever stands behind them, and whether something does."""
    kept: list[Span] = []
    left = words
    for part in parts:
        tokens = list(re.finditer(r"\S+", document.text_of(part)))
        if len(tokens) <= left:
            kept.append(part)
            left -= len(tokens)
            continue
        end = part.start + _cut(tokens, left, least=0 if kept else 1)
        if keep is not None and part.start <= keep.start < part.end and end <= keep.end:
            end = part.start + _behind(tokens, keep.end - part.start)
        if end > part.start:
            kept.append(Span(part.start, min(end, part.end)))
        return kept or [part], True
    return kept, False


def _behind(tokens: Sequence[re.Match[str]], end: int) -> int:
    """The offset behind what ends at `end` and the words that go with it, up to where the next phrase begins: "forged an alliance"."""
    held = sum(token.start() < end for token in tokens)
    for number in range(held + 1, min(len(tokens), held + LONGEST_OBJECT)):
        word = tokens[number].group().lower()
        is_article = tokens[number - 1].group().lower() in _words("stops")
        if tokens[number - 1].group().endswith((",", ";", ":")) or (word in _words("stops") and not is_article):
            return tokens[number - 1].start() + len(tokens[number - 1].group().rstrip(",;:"))
    return tokens[-1].end() if len(tokens) <= held + LONGEST_OBJECT else end


def _opens_phrase(tokens: Sequence[re.Match[str]], number: int) -> bool:
    """True iff a phrase begins with a word that may be left out: not the figure to which something rose."""
    after = tokens[number + 1].group() if number + 1 < len(tokens) else ""
    return tokens[number].group().lower() in _words("stops") and not any(map(str.isdigit, after))


def _cut(tokens: Sequence[re.Match[str]], words: int, *, least: int) -> int:
    """The offset behind at most so many words, but the `least`, at the last good place to stop."""
    if words <= 0:
        return 0
    stops = frozenset(_words("stops"))
    for number in range(words, max(1, 2 * words // 3), -1):
        if tokens[number - 1].group().endswith((",", ";", ":", "–", "—")) or _opens_phrase(tokens, number):
            words = number
            break
    else:
        # Behind other words half a phrase says nothing; and no number is torn from what it counts.
        words = words if least else 0
        while words > least and tokens[words - 1].group().isdigit():
            words -= 1
    while words > least and tokens[words - 1].group().lower() in stops:
        words -= 1
    if not words:
        return 0
    last = tokens[words - 1]
    return last.start() + len(last.group().rstrip(",;:–—"))
