"""The bottom line and the key points: ranked sentences in, lines that read well alone out."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.composition.lines import TITLE_MARKS
from briefing.composition.openings import PAIRS
from briefing.lexicon import load_lexicon
from briefing.model.brief import Line
from briefing.model.findings import ActorKind, SourceKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.composition.lines import Lines
    from briefing.model.findings import Event
    from briefing.model.text import Sentence

__all__ = ["bottom_line", "points"]

LEAD = 5
"""Prose sentences among which the bottom line is looked for: news puts its point first (inverted pyramid)."""

ROOM = 0.1
"""What a point longer than `LONG_SENTENCE` is worth less than a shorter one of the same rank."""

LONG_ARTICLE, SHORT_SENTENCE = 12, 22
"""Sentences of an article whose bottom line may take two, and words of a first one that leaves room for a second."""

TITLE = 0.15
"""What the share of the title's words that a sentence has adds to it as the bottom line."""

ASKED = 0.3
"""What speaking of what the reader asked for adds to a sentence of the lead as the bottom line, in shares of the ranking."""

FALL = 0.08
"""What each sentence of the lead is worth less than the one before it as the bottom line, in shares of the ranking."""

FEWEST_WORDS, MOST_WORDS = 7, 45
"""Words of a sentence that can stand as a point: shorter ones are fragments, longer ones fill the page."""

LONG_BOTTOM_LINE, LONG_SENTENCE = 30, 20
"""Words of a bottom line, and of a point, that is shown whole; of a longer one the main clause is shown and the sentence stands in the footnote."""

TAIL = re.compile(r",(?=\s+[a-z])")
"""Where an aside at the end of a sentence may begin."""

SET_OFF = (",", ";", ":", "–", "—", "--", "(")
"""Marks that set an aside off from its clause."""


@cache
def _asides() -> frozenset[str]:
    return load_lexicon("composition").words("asides")


def bottom_line(lines: Lines) -> Line | None:
    """The sentence that says the main point, and a second one where a short first one leaves out a main actor; None without prose.

    It is the best-ranked of the lead that reads well alone.
    """
    prose = [sentence for sentence in lines.document.sentences if sentence.id in lines.position]
    prose = prose or list(lines.document.sentences)
    if not prose:
        return None
    lead = [sentence for sentence in prose[:LEAD] if _stands_alone(lines, sentence)] or prose[:1]
    nth = {sentence.id: number for number, sentence in enumerate(prose[:LEAD])}
    best = max(lead, key=lambda sentence: _main_worth(lines, sentence) - FALL * nth[sentence.id])
    first = _line(lines, best, 1.0, words=LONG_BOTTOM_LINE)
    second = next((sentence for sentence in lead if sentence.span.start > best.span.start), None)
    if second is None or not _completes(lines, best, second):
        return first
    more = _line(lines, second, 1.0, words=LONG_SENTENCE)
    return Line(f"{first.text} {more.text}", (*first.citations, *more.citations), first.known, 1.0)


def _main_worth(lines: Lines, sentence: Sentence) -> float:
    """The rank of a sentence, and a little for what it shares with the title and with what the reader asked for."""
    words = {word.lower().strip(TITLE_MARKS) for word in lines.document.text_of(sentence.span).split()}
    shared = len(lines.title_words & words) / max(1, len(lines.title_words))
    return lines.worth_of(sentence.id) + TITLE * shared + ASKED * lines.focus.holds(sentence.id)


def _completes(lines: Lines, best: Sentence, second: Sentence) -> bool:
    """True iff a long article's short first sentence lacks one of the two most central actors, and the next one names it."""
    if len(lines.position) < LONG_ARTICLE or len(lines.document.text_of(best.span).split()) > SHORT_SENTENCE:
        return False
    central = [actor for actor in lines.analysis.actors if actor.kind is not ActorKind.PLACE][:2]
    return any(
        not any(mention.span in best.span for mention in actor.mentions)
        and any(mention.span in second.span for mention in actor.mentions)
        for actor in central
    )


def points(lines: Lines, told: Iterable[Line]) -> list[Line]:
    """The chosen sentences that read well alone, without those that other lines tell, the best first."""
    taken = {citation.sentence for line in told for citation in line.citations}
    chosen = [lines.document.sentence(name) for name in lines.chosen if name not in taken]
    chosen.sort(key=lambda sentence: -_point_worth(lines, sentence))
    shown = [
        _line(lines, sentence, lines.worth_of(sentence.id), words=LONG_SENTENCE)
        for sentence in chosen
        if _stands_alone(lines, sentence)
    ]
    return lines.focus.first(shown)


def _point_worth(lines: Lines, sentence: Sentence) -> float:
    """The rank of a sentence, less a little where it takes much room."""
    return lines.worth_of(sentence.id) - (ROOM if lines.count_words((sentence.span,)) > LONG_SENTENCE else 0.0)


def _stands_alone(lines: Lines, sentence: Sentence) -> bool:
    words = len(lines.document.text_of(sentence.span).split())
    return (
        FEWEST_WORDS <= words <= MOST_WORDS
        and not lines.openings.points_back(sentence.span)
        and not lines.is_question(sentence)
    )


def _line(lines: Lines, sentence: Sentence, importance: float, *, words: int) -> Line:
    return Line(
        _shown(lines, sentence, _tight(lines, sentence, words)),
        (lines.document.cite(sentence.span),),
        lines.provenance.known(sentence.span),
        importance,
    )


def _shown(lines: Lines, sentence: Sentence, parts: Sequence[Span]) -> str:
    """The words of the parts; `…` behind them where the sentence goes on."""
    return lines.openings.shown(parts) + ("" if parts[-1].end == sentence.span.end else " …")


def _tight(lines: Lines, sentence: Sentence, words: int) -> Sequence[Span]:
    """The sentence, or of one longer than so many words its main clause with its attribution: asides and relative clauses are left to the footnote."""
    whole = (sentence.span,)
    if len(lines.document.text_of(sentence.span).split()) <= words:
        return whole
    mains = [
        event for event in lines.events_in(sentence) if not event.depth and not event.is_noun and event.who is not None
    ]
    own = [event for event in mains if _keeps_source(lines, event)]
    fitting = [
        event.parts
        for event in own
        if FEWEST_WORDS < lines.count_words(event.parts) <= words and _cuts_asides(lines, sentence.span, event.parts)
    ] or [
        event.core
        for event in own
        if event.core
        and FEWEST_WORDS < lines.count_words(event.core) <= words
        and _cuts_little(lines, sentence.span, event.core)
    ]
    if not fitting:
        return _without_tail(lines, sentence, words)
    first = min(fitting, key=lambda parts: (parts[0].start, -lines.count_words(parts)))
    return _with_end(lines, first, sentence)


def _without_tail(lines: Lines, sentence: Sentence, words: int) -> Sequence[Span]:
    """The sentence without asides at its end, one after another until it has so many words: ", leaving 2,300 without work"."""
    text = lines.document.source.text
    end = sentence.span.end
    for comma in reversed([match.start() for match in TAIL.finditer(text, sentence.span.start, sentence.span.end)]):
        head, tail = Span(sentence.span.start, comma), Span(comma, end)
        opening = text[comma + 1 : end].split(maxsplit=1)[0].lower()
        is_aside = opening in _asides() or (opening.endswith("ing") and len(opening) > len("thing"))
        if not is_aside or not _is_dispensable(lines, tail) or not _is_whole(lines, sentence, head):
            break
        end = comma
        if lines.count_words((head,)) <= words:
            break
    return (Span(sentence.span.start, end),)


def _is_whole(lines: Lines, sentence: Sentence, head: Span) -> bool:
    """True iff the beginning of a sentence is one: with a subject and its verb, and with all of a quotation or nothing of it."""
    words = lines.document.text_of(head)
    is_paired = all(
        words.count(opening) == words.count(closing) if opening != closing else words.count(opening) % 2 == 0
        for opening, closing in (*PAIRS, ("(", ")"))
    )
    has_verb = any(
        event.is_sentence and not event.is_noun and event.trigger in head for event in lines.events_in(sentence)
    )
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
        text[gap.start : gap.end].strip().startswith((*SET_OFF, ".", ")")) and _is_dispensable(lines, gap)
        for gap in _gaps(whole, parts)
    )


def _cuts_little(lines: Lines, whole: Span, parts: Sequence[Span]) -> bool:
    """True iff what is left out, before the words and among them too, neither limits them nor says whose they are."""
    before = (Span(whole.start, parts[0].start),) if parts[0].start > whole.start else ()
    return all(_is_dispensable(lines, gap) for gap in (*before, *_gaps(whole, parts)))


def _gaps(whole: Span, parts: Sequence[Span]) -> list[Span]:
    """What lies between the parts and behind them."""
    gaps = [Span(left.end, right.start) for left, right in pairwise(parts)]
    return [*gaps, Span(parts[-1].end, whole.end)] if parts[-1].end < whole.end else gaps


def _is_dispensable(lines: Lines, gap: Span) -> bool:
    """True iff without these words the rest still says the same: no condition, no contrast, nobody who says it."""
    words = lines.document.text_of(gap).lower().replace(",", " ").split()
    limits = load_lexicon("composition").words("limits")
    speaks = any(event.is_speech and event.trigger in gap for event in lines.analysis.events)
    return not speaks and not any(word in limits for word in words)


def _with_end(lines: Lines, parts: Sequence[Span], sentence: Sentence) -> Sequence[Span]:
    """The parts with the sentence's closing mark where they reach it."""
    last = parts[-1]
    rest = lines.document.text_of(Span(last.end, sentence.span.end)) if last.end < sentence.span.end else ""
    return (*parts[:-1], Span(last.start, sentence.span.end)) if rest and not any(c.isalnum() for c in rest) else parts
