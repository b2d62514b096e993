"""Putting the page together: `Analysis`, `Ranking` and `Plan` in, `Brief` out: what goes on it, in what order, what is cut.

The candidates are found once; how many of them fit is tried as often as a renderer asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.composition.budget import PAGE_FRAME, choose_lines
from briefing.composition.cards import actor_lines
from briefing.composition.facts import fact_lines
from briefing.composition.lines import Lines
from briefing.composition.openings import join_parts, shortened
from briefing.composition.points import bottom_line, points
from briefing.composition.questions import question_lines
from briefing.composition.statements import figure_lines, gap_lines, quote_lines
from briefing.composition.timeline import by_time, event_lines, main_event
from briefing.model.brief import Brief, Line, Shows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from briefing.model.brief import MadeBy, Plan, Ranking
    from briefing.model.findings import Analysis
    from briefing.model.text import Document

__all__ = ["Candidates", "compose_brief", "compose_summary", "find_candidates"]

USUALLY_SHOWN = 3
"""Events that most pages have room for: a key point need not tell what is told there."""

SURELY_SHOWN = 1
"""Points and events that nearly every page has room for: a deed told there needs no telling on an actor's card."""

LONGEST = 100
"""Words of a bottom line: a text without full stops has "sentences" longer than any page, and no prose has one as long as this."""

TITLE_WORDS = 14
"""About how many words a title has that is made of the first sentence, where the article has none."""
LONGEST_TITLE = 20
"""The most it has where no phrase ends before: a text without full stops has no short title."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything that a page could show, before a plan says how much of it.

    Attributes:
        lines: What the sections draw on.
        bottom: The bottom line, uncut; None for a text without a sentence.
        sections: The candidate lines of each section, the best first.
        parts: In how many parts the article was ranked.
    """

    lines: Lines
    bottom: Line | None
    sections: Mapping[Shows, Sequence[Line]]
    parts: int = 1


def find_candidates(analysis: Analysis, ranking: Ranking, *, focus: Iterable[str] = ()) -> Candidates:
    """Everything that a page about the article could show; what concerns the `focus` goes before everything else in every section."""
    lines = Lines(analysis, ranking, focus)
    bottom = bottom_line(lines)
    main = main_event(lines, bottom.citations[0].sentence) if bottom else None
    opening = [bottom] if bottom else []
    events = event_lines(lines, opening)
    dated = [event for event in events if event.when_text][:USUALLY_SHOWN]
    key_points = points(lines, [*opening, *dated])
    said = _sentences_of([*opening, *key_points[:SURELY_SHOWN], *events[:SURELY_SHOWN]])
    likely = _sentences_of([*key_points[:USUALLY_SHOWN], *events[:USUALLY_SHOWN]])
    sections: dict[Shows, Sequence[Line]] = {
        Shows.FACTS: fact_lines(lines, main),
        Shows.POINTS: key_points,
        Shows.ACTORS: actor_lines(lines, said, likely, main=main),
        Shows.TIMELINE: events,
        Shows.QUESTIONS: question_lines(lines, bottom),
        Shows.QUOTES: quote_lines(lines),
        Shows.FIGURES: figure_lines(lines),
        Shows.GAPS: gap_lines(lines),
    }
    return Candidates(lines, bottom, sections, ranking.parts)


def compose_brief(candidates: Candidates, plan: Plan, *, made_by: MadeBy) -> Brief:
    """The page that a plan asks for, within its words as far as they can be told before rendering.

    Every line of it carries a citation, except those in `gaps`.
    """
    bottom = _cut(candidates.bottom, min(LONGEST, plan.words - PAGE_FRAME))
    shown, left_out = choose_lines(plan, bottom, candidates.sections)
    page: dict[str, Any] = {shows.value: tuple(chosen) for shows, chosen in shown.items()}
    page["timeline"] = by_time(page["timeline"])
    for name in ("points", "quotes", "figures"):
        in_text_order = sorted(page[name], key=lambda line: line.citations[0].span.start)
        page[name] = tuple(candidates.lines.focus.first(in_text_order))
    document = candidates.lines.document
    return Brief(
        title=document.source.title or _title(document),
        bottom_line=bottom,
        sources=(document,),
        left_out=left_out,
        made_by=made_by,
        plan=plan,
        words_read=len(document.source.text.split()),
        words=0,
        parts=candidates.parts,
        **page,
    )


def compose_summary(ranking: Ranking, *, order: str = "text") -> tuple[Line, ...]:
    """The chosen sentences as lines, in text order or, with `order="rank"`, the best first."""
    document = ranking.document
    positions = {rank.sentence: rank.position for rank in ranking.ranks}
    sentences = [document.sentence(name) for name in ranking.chosen]
    sentences.sort(key=lambda sentence: sentence.span.start if order == "text" else positions[sentence.id])
    return tuple(
        Line(
            document.text_of(sentence.span),
            (document.cite(sentence.span),),
            None,
            1 - (positions[sentence.id] - 1) / max(1, len(positions)),
        )
        for sentence in sentences
    )


def _sentences_of(lines: Iterable[Line]) -> frozenset[str]:
    """The ids of the sentences that lines tell."""
    return frozenset(citation.sentence for line in lines for citation in line.citations)


def _cut(line: Line | None, words: int) -> Line | None:
    """The line, after so many words (but ten at least) ended by `…` where it has more."""
    shown = line.text.split() if line else []
    most = max(10, words)
    return replace(line, text=" ".join(shown[:most]) + " …") if line and len(shown) > most else line


def _title(document: Document) -> str:
    """The first heading, else the first words of the text, no phrase of it torn; "" for an empty one."""
    if document.source.headings:
        return join_parts(document, document.source.headings[:1])
    if document.opening is None:
        return ""
    parts, is_cut = shortened(document, [document.opening.span], TITLE_WORDS)
    words = join_parts(document, parts).split()
    is_cut = is_cut or len(words) > LONGEST_TITLE
    return " ".join(words[:LONGEST_TITLE]) + (" …" if is_cut else "")
