"""The bottom line and the key points: ranked sentences in, lines that read well alone out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.composition.cutting import FEWEST_WORDS, main_words
from briefing.composition.lines import TITLE_MARKS
from briefing.composition.openings import without_debris
from briefing.composition.point_worth import PointWorth, is_voice
from briefing.model.brief import Line
from briefing.model.findings import ActorKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.composition.lines import Lines
    from briefing.model.text import Sentence

__all__ = ["bottom_line", "points", "stands_alone"]

LEAD = 5
"""Prose sentences among which the bottom line is looked for: news puts its point first (inverted pyramid)."""

LOOKED_AT = 40
"""Best-ranked sentences that are looked at beside those that were chosen."""

LEAST_WORTH = 0.47
"""Worth below which a sentence is no point of a longer article: with the words of web pages left out, precision on gold pages rose from 84 to 94."""

FEW = 8
"""Sentences of an article that is short enough for each of them to be told."""

MOST_POINTS = 20
"""Points that are found: more than any page shows."""

SAME, LONG_WORD = 0.6, 4
"""The share of the shorter one's words, those of four letters and more, above which one sentence says another again."""

LONG_ARTICLE, SHORT_SENTENCE = 12, 22
"""Sentences of an article whose bottom line may take two, and words of a first one that leaves room for a second."""

TITLE = 0.15
"""What the share of the title's words that a sentence has adds to it as the bottom line."""

ASKED = 0.3
"""What speaking of what the reader asked for adds to a sentence of the lead as the bottom line, in shares of the ranking."""

VOICE = 0.3
"""What somebody's own words, and an address to the reader, are worth less as the bottom line: they tell no news without who says them and why."""

FALL = 0.08
"""What each sentence of the lead is worth less than the one before it as the bottom line, in shares of the ranking."""

MOST_WORDS = 45
"""Words of a sentence that can stand as a point; longer ones fill the page."""

LONG_BOTTOM_LINE, LONG_SENTENCE = 25, 20
"""Words of a bottom line, and of a point, that is shown whole; of a longer one the main clause is shown and the sentence stands in the footnote."""

WITH_ASIDES = 14
"""Words of a point that keeps its asides."""


def bottom_line(lines: Lines) -> Line | None:
    """The sentence that says the main point, and a second one where a short first one leaves out a main actor; None without prose.

    It is the best-ranked of the lead that reads well alone.
    """
    prose = [sentence for sentence in lines.document.sentences if sentence.id in lines.position]
    prose = prose or list(lines.document.sentences)
    if not prose:
        return None
    lead = [sentence for sentence in prose[:LEAD] if stands_alone(lines, sentence)] or prose[:1]
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
    own = VOICE * is_voice(lines.document.text_of(sentence.span))
    return lines.worth_of(sentence.id) + TITLE * shared + ASKED * lines.focus.holds(sentence.id) - own


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
    """The sentences that an editor would tell and that read well alone, without those that other lines tell, the best first.

    Those are looked at that were chosen and the best-ranked others; one that says again what a better one says is left out.
    """
    worth = PointWorth(lines)
    told = list(told)
    taken = {citation.sentence for line in told for citation in line.citations}
    ranked = sorted(lines.position, key=lambda name: lines.position[name])[:LOOKED_AT]
    asked_for = [lines.document.sentence(name) for name in dict.fromkeys((*lines.chosen, *ranked)) if name not in taken]
    rows = [(worth(sentence), sentence) for sentence in asked_for if stands_alone(lines, sentence)]
    rows.sort(key=lambda row: (-row[0], row[1].span.start))
    said = [_content(lines, lines.document.sentence(name)) for name in sorted(taken)]
    least = LEAST_WORTH if len(lines.position) > FEW else 0.0
    shown: list[Line] = []
    for importance, sentence in rows:
        if len(shown) == MOST_POINTS or (shown and importance < least and not lines.focus.holds(sentence.id)):
            continue
        words = _content(lines, sentence)
        if not any(len(words & other) > SAME * min(len(words), len(other)) for other in said):
            said.append(words)
            shown.append(_line(lines, sentence, importance, words=LONG_SENTENCE, asides_from=WITH_ASIDES))
    return lines.focus.first(shown)


def _content(lines: Lines, sentence: Sentence) -> frozenset[str]:
    """The longer words of a sentence, by which a retelling is known."""
    words = (word.lower().strip(TITLE_MARKS) for word in lines.document.text_of(sentence.span).split())
    return frozenset(word for word in words if len(word) >= LONG_WORD)


def stands_alone(lines: Lines, sentence: Sentence) -> bool:
    """True iff a sentence is one, of a usual length, that needs no other to be understood."""
    told = without_debris(lines.document, sentence.span)
    return (
        told is not None
        and FEWEST_WORDS <= lines.count_words((told,)) <= MOST_WORDS
        and not lines.openings.points_back(told)
        and not lines.is_question(sentence)
    )


def _line(lines: Lines, sentence: Sentence, importance: float, *, words: int, asides_from: int = 0) -> Line:
    parts = main_words(lines, sentence, words, asides_from=asides_from)
    told = without_debris(lines.document, sentence.span)
    if told is not None and parts[0].start < told.start < parts[0].end:
        parts = (Span(told.start, parts[0].end), *parts[1:])
    return Line(
        _shown(lines, sentence, parts),
        (lines.document.cite(sentence.span),),
        lines.provenance.known(sentence.span),
        importance,
    )


def _shown(lines: Lines, sentence: Sentence, parts: Sequence[Span]) -> str:
    """The words of the parts; `…` behind them where the sentence goes on."""
    return lines.openings.shown(parts) + ("" if parts[-1].end == sentence.span.end else " …")
