"""What people said, the figures and the gaps: findings in, lines out, the weightiest first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.composition.openings import join_parts
from briefing.lexicon import load_lexicon
from briefing.model.brief import FigureLine, GapLine, QuoteLine
from briefing.model.findings import QuoteKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.composition.lines import Lines
    from briefing.model.findings import Figure, Quote

__all__ = ["figure_lines", "gap_lines", "quote_lines"]

SNIPPET = 5
"""Words of a quotation below which it says too little alone."""

MOST_SPEAKER = 8
"""Words that name a speaker who is no actor: "a senior official of the ministry"."""

MOST_BY_ONE = 2
"""Quotations of one speaker: a page is no transcript."""

MOST_TOLD = 16
"""Words that tell a figure, at most."""
HANDFUL = 10
"""The least count that is a figure of its own."""

THIN = 10
"""Words of a quotation's first sentence below which it says too little alone."""

MOST_QUOTED = 22
"""Words of a quotation on the page; a longer one is cut after a sentence."""


@cache
def _pronouns() -> frozenset[str]:
    return load_lexicon("composition").words("pronouns")


def quote_lines(lines: Lines) -> list[QuoteLine]:
    """What people said in their own words, those of central speakers first, one a speaker before a second."""
    spoken = [quote for quote in lines.analysis.quotes if quote.kind is QuoteKind.DIRECT and quote.speaker is not None]
    ranked = sorted(spoken, key=lambda quote: (-_quote_worth(lines, quote), quote.parts[0].start))
    seen: dict[str, int] = {}
    rows = []
    for quote in ranked:
        nth = seen[quote.actor] = seen.get(quote.actor, 0) + 1
        rows.append((nth if quote.actor else 1, quote))
    rows.sort(key=lambda row: row[0])
    told = (_quote_line(lines, quote) for nth, quote in rows if nth <= MOST_BY_ONE)
    return lines.focus.first([line for line in told if line is not None])


def _quote_worth(lines: Lines, quote: Quote) -> float:
    actor = lines.actors.get(quote.actor)
    return (actor.salience if actor else 0.1) + lines.worth_of(quote.citations[0].sentence)


def _quote_line(lines: Lines, quote: Quote) -> QuoteLine | None:
    """The line of a quotation; None for a snippet, or where no words say who says it."""
    parts = _first_sentences(lines, quote.parts)
    text = join_parts(lines.document, parts)
    actor = lines.actors.get(quote.actor)
    speaker = actor.name if actor else join_parts(lines.document, (quote.speaker,)) if quote.speaker is not None else ""
    is_named = actor is not None or (len(speaker.split()) <= MOST_SPEAKER and speaker.lower() not in _pronouns())
    if len(text.split()) < SNIPPET or not speaker or not is_named:
        return None
    return QuoteLine(
        text,
        tuple(citation for citation in quote.citations if any(citation.span.overlap(part) for part in parts)),
        lines.provenance.known(parts[0]),
        _quote_worth(lines, quote) / 2,
        speaker=speaker,
        kind=quote.kind,
    )


def _first_sentences(lines: Lines, parts: Sequence[Span]) -> list[Span]:
    """The sentences of a quotation within `MOST_QUOTED` words; a thin opening has the next one with it."""
    kept: list[Span] = []
    words = 0
    for part in parts:
        for piece in _by_sentence(lines, part):
            if words >= THIN and words + len(lines.document.text_of(piece).split()) > MOST_QUOTED:
                return kept
            kept = (
                [*kept[:-1], Span(kept[-1].start, piece.end)]
                if kept and not lines.document.source.text[kept[-1].end : piece.start].strip()
                else [*kept, piece]
            )
            words += len(lines.document.text_of(piece).split())
    return kept


def _by_sentence(lines: Lines, span: Span) -> Iterator[Span]:
    index = lines.document.index_at(span.start)
    while index < len(lines.document.sentences) and lines.document.sentences[index].span.start < span.end:
        sentence = lines.document.sentences[index].span
        if sentence.overlap(span):
            yield Span(max(sentence.start, span.start), min(sentence.end, span.end))
        index += 1


def figure_lines(lines: Lines) -> list[FigureLine]:
    """The figures with the clause that tells them, those of the best-ranked sentences first, each value once."""
    shown: list[FigureLine] = []
    seen = set()
    for figure in sorted(
        lines.analysis.figures, key=lambda figure: (-lines.worth_of(figure.citations[0].sentence), figure.span.start)
    ):
        if figure.of is None or not _is_telling(lines, figure) or (figure.value, figure.unit) in seen:
            continue
        seen.add((figure.value, figure.unit))
        parts = _told(lines, figure)
        if parts is None:
            continue
        shown.append(
            FigureLine(
                lines.openings.shown(parts),
                tuple(lines.document.cite(part) for part in parts),
                lines.provenance.known(figure.span),
                lines.worth_of(figure.citations[0].sentence),
                value=figure.value,
                unit=figure.unit,
                number=join_parts(lines.document, (figure.span,)),
            )
        )
    return lines.focus.first(shown)


def _told(lines: Lines, figure: Figure) -> Sequence[Span] | None:
    """The fewest words that tell whose figure it is and what became of it, or None: "22 wounded" alone says neither."""
    sentence = lines.document.sentence(figure.citations[0].sentence).span
    tellings: list[Sequence[Span]] = [
        event.core or event.parts
        for event in lines.analysis.events
        if event.is_sentence
        and not event.is_noun
        and event.clause in sentence
        and figure.span in event.clause
        and any(role is not None and role.start < event.trigger.start for role in (event.who, event.whom))
    ]
    tellings.append((sentence,))
    whole = [
        parts
        for parts in tellings
        if any(figure.span in part for part in parts)
        and (figure.of is None or any(figure.of.overlap(part) for part in parts))
        and not lines.openings.points_back(parts[0])
    ]
    shortest = min(whole, key=lambda parts: _length(lines, parts), default=None)
    return shortest if shortest is not None and _length(lines, shortest) <= MOST_TOLD else None


def _length(lines: Lines, parts: Sequence[Span]) -> int:
    return sum(len(lines.document.text_of(part).split()) for part in parts)


def _is_telling(lines: Lines, figure: Figure) -> bool:
    """True iff a figure measures, or counts in digits more than a handful or with a hedge: no "two men", no "hundreds"."""
    words = lines.document.text_of(figure.span)
    is_exact = any(map(str.isdigit, words))
    return bool(figure.unit) or (is_exact and (figure.value >= HANDFUL or len(words.split()) > 1))


def gap_lines(lines: Lines) -> list[GapLine]:
    """What the article does not say."""
    return [GapLine(gap, (), None, 0.1) for gap in lines.analysis.gaps]
