"""What of a sentence is enough: a sentence in, the words of it that tell its main point out, nothing cut that limits or denies them."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.composition.openings import PAIRS
from briefing.lexicon import load_lexicon
from briefing.model.findings import SourceKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.composition.lines import Lines
    from briefing.model.findings import Event
    from briefing.model.text import Sentence

__all__ = ["FEWEST_WORDS", "limits", "main_words", "open_words"]

FEWEST_WORDS = 7
"""Words of a sentence that can stand as a line of its own; a shorter one is a fragment."""

TAIL = re.compile(r",(?=\s+[a-z])")
"""Where an aside at the end of a sentence may begin."""

GOES_ON = re.compile(r"\s*\([^()]*\)\s*[^\W_]")
"""Brackets behind which the clause goes on: more than an aside would be lost."""

FIGURE_FIRST = re.compile(r"\s*(?:(?:at|by|from|of|to|in)\s+(?:[a-z]+\s+)?)?[^\w\s,;]?\d")
"""What a verb needs that puts, raises or counts something: "at 2,400", "to some 40 per cent"."""

SET_OFF = (",", ";", ":", "–", "—", "--", "(")
"""Marks that set an aside off from its clause."""


@cache
def _listed(key: str) -> frozenset[str]:
    return load_lexicon("composition").words(key)


def main_words(lines: Lines, sentence: Sentence, words: int, *, asides_from: int = 0) -> Sequence[Span]:
    """The sentence, or of one longer than so many words its main clause with its attribution: asides and relative clauses are left to the footnote.

    `asides_from`: words above which a shorter one goes without its asides at least.
    """
    whole = (sentence.span,)
    count = lines.count_words(whole)
    if count <= (asides_from or words):
        return whole
    mains = [
        event for event in lines.events_in(sentence) if not event.depth and not event.is_noun and event.who is not None
    ]
    own = [event for event in mains if _keeps_source(lines, event) and _opens_well(lines, event, sentence)]
    fitting = [
        event.parts
        for event in own
        if FEWEST_WORDS < lines.count_words(event.parts) <= words and _cuts_asides(lines, sentence.span, event.parts)
    ] or [
        event.core
        for event in own
        if event.core
        and FEWEST_WORDS < lines.count_words(event.core) <= words
        and count > words
        and _cuts_little(lines, sentence.span, event.core)
    ]
    if not fitting:
        return _without_tail(lines, sentence, asides_from or words)
    first = min(fitting, key=lambda parts: (parts[0].start, -lines.count_words(parts)))
    return _with_end(lines, first, sentence)


def _opens_well(lines: Lines, event: Event, sentence: Sentence) -> bool:
    """True iff a clause begins with its sentence, or with a capital: as a sentence of its own."""
    text, start = lines.document.source.text, event.parts[0].start
    return start == sentence.span.start or not text[start].islower()


def open_words(lines: Lines, sentence: Sentence, cue: Span, *, is_told: bool) -> Sequence[Span]:
    """The sentence, or the clause of it that leaves something open, where it needs no other: `cue` is what leaves it open.

    `is_told`: the page says already whose words they are.
    """
    clauses = [
        event.parts
        for event in lines.events_in(sentence)
        if event.is_sentence
        and not event.is_noun
        and any(cue in part for part in event.parts)
        and (is_told or _keeps_source(lines, event))
        and not lines.openings.points_back(event.parts[0])
        and not any(
            limits(lines, gap) or (not is_told and _speaks(lines, sentence, gap))
            for gap in _left_out(sentence.span, event.parts)
        )
    ]
    shortest = min(clauses, key=lines.count_words, default=(sentence.span,))
    return _with_end(lines, shortest, sentence)


def limits(lines: Lines, gap: Span) -> bool:
    """True iff words limit or deny those beside them; a contrast to them does neither."""
    words = {word.strip(".,;:").lower() for word in lines.document.text_of(gap).split()}
    return bool(words & ((_listed("limits") | _listed("denials")) - _listed("contrasts")))


def _without_tail(lines: Lines, sentence: Sentence, words: int) -> Sequence[Span]:
    """The sentence without asides at its end, one after another until it has so many words: ", leaving 2,300 without work"."""
    text = lines.document.source.text
    end = sentence.span.end
    for comma in reversed([match.start() for match in TAIL.finditer(text, sentence.span.start, sentence.span.end)]):
        head, tail = Span(sentence.span.start, comma), Span(comma, end)
        opening = text[comma + 1 : end].split(maxsplit=1)[0].lower()
        is_aside = opening in _listed("asides") or (opening.endswith("ing") and len(opening) > len("thing"))
        if not is_aside or not _is_dispensable(lines, tail) or not _is_whole(lines, sentence, head):
            break
        end = comma
        if lines.count_words((head,)) <= words:
            break
    return (Span(sentence.span.start, end),)


def _is_whole(lines: Lines, sentence: Sentence, head: Span) -> bool:
    """True iff the beginning of a sentence is one: with its main verb, and with all of a quotation or nothing of it."""
    words = lines.document.text_of(head)
    is_paired = all(
        words.count(opening) == words.count(closing) if opening != closing else words.count(opening) % 2 == 0
        for opening, closing in (*PAIRS, ("(", ")"))
    )
    verbs = [event for event in lines.events_in(sentence) if event.is_sentence and not event.is_noun]
    least = min((event.depth for event in verbs), default=0)
    has_verb = any(event.depth == least and event.trigger in head for event in verbs)
    return is_paired and has_verb and lines.count_words((head,)) >= FEWEST_WORDS


def _keeps_source(lines: Lines, event: Event) -> bool:
    """True iff the clause is the author's own, or holds its attribution: a claim must not stand there as a fact."""
    return not event.said_by and lines.provenance.known(event.trigger).how is SourceKind.AUTHOR


def _cuts_asides(lines: Lines, whole: Span, parts: Sequence[Span]) -> bool:
    """True iff all that is left out is an aside: set off by marks, and neither a condition nor an attribution."""
    text = lines.document.source.text
    before = text[whole.start : parts[0].start].strip()
    if before and not before.endswith(SET_OFF):
        return False
    return all(
        text[gap.start : gap.end].strip().startswith((*SET_OFF, ".", ")"))
        and not GOES_ON.match(text, gap.start, gap.end)
        and _is_dispensable(lines, gap)
        for gap in _gaps(whole, parts)
    )


def _cuts_little(lines: Lines, whole: Span, parts: Sequence[Span]) -> bool:
    """True iff what is left out, before the words and among them too, neither limits them nor says whose they are, nor how many."""
    text = lines.document.source.text
    return all(
        _is_dispensable(lines, gap) and not FIGURE_FIRST.match(text, gap.start, gap.end)
        for gap in _left_out(whole, parts)
    )


def _left_out(whole: Span, parts: Sequence[Span]) -> list[Span]:
    """What lies before the parts, between them and behind them."""
    before = [Span(whole.start, parts[0].start)] if parts[0].start > whole.start else []
    return [*before, *_gaps(whole, parts)]


def _gaps(whole: Span, parts: Sequence[Span]) -> list[Span]:
    """What lies between the parts and behind them."""
    gaps = [Span(left.end, right.start) for left, right in pairwise(parts)]
    return [*gaps, Span(parts[-1].end, whole.end)] if parts[-1].end < whole.end else gaps


def _is_dispensable(lines: Lines, gap: Span) -> bool:
    """True iff without these words the rest still says the same: no condition, no contrast, nobody who says it."""
    words = lines.document.text_of(gap).lower().replace(",", " ").split()
    speaks = _speaks(lines, lines.document.sentence_at(gap.start), gap)
    return not speaks and not any(word in _listed("limits") for word in words)


def _speaks(lines: Lines, sentence: Sentence, words: Span) -> bool:
    """True iff somebody says something in these words of a sentence."""
    return any(event.is_speech and event.trigger in words for event in lines.events_in(sentence))


def _with_end(lines: Lines, parts: Sequence[Span], sentence: Sentence) -> Sequence[Span]:
    """The parts with the sentence's closing mark where they reach it."""
    last = parts[-1]
    rest = lines.document.text_of(Span(last.end, sentence.span.end)) if last.end < sentence.span.end else ""
    return (*parts[:-1], Span(last.start, sentence.span.end)) if rest and not any(c.isalnum() for c in rest) else parts
