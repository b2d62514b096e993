"""The bottom line and the key points: ranked sentences in, lines that read well alone out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.composition.cutting import FEWEST_WORDS, main_words
from briefing.composition.lines import TITLE_MARKS
from briefing.model.brief import Line
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.composition.lines import Lines
    from briefing.model.text import Sentence, Span

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

MOST_WORDS = 45
"""Words of a sentence that can stand as a point; longer ones fill the page."""

LONG_BOTTOM_LINE, LONG_SENTENCE = 25, 20
"""Words of a bottom line, and of a point, that is shown whole; of a longer one the main clause is shown and the sentence stands in the footnote."""


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
        _shown(lines, sentence, main_words(lines, sentence, words)),
        (lines.document.cite(sentence.span),),
        lines.provenance.known(sentence.span),
        importance,
    )


def _shown(lines: Lines, sentence: Sentence, parts: Sequence[Span]) -> str:
    """The words of the parts; `…` behind them where the sentence goes on."""
    return lines.openings.shown(parts) + ("" if parts[-1].end == sentence.span.end else " …")
