"""Which lines fit on the page: candidates and a plan in, the lines shown and the counts of those left out.

Lines are taken in rounds, the first of each section before the second of any, so that a small page is a small whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.brief import (
    ActorLine,
    EventLine,
    FactLine,
    FigureLine,
    LeftOut,
    Line,
    QuestionLine,
    QuoteLine,
    Shows,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.brief import Plan

__all__ = ["choose_lines", "words_of"]

WEIGHTS = {
    Shows.FACTS: 2.0,
    Shows.POINTS: 1.2,
    Shows.ACTORS: 1.2,
    Shows.TIMELINE: 1.3,
    Shows.QUESTIONS: 1.0,
    Shows.QUOTES: 0.4,
    Shows.FIGURES: 0.3,
    Shows.GAPS: 0.1,
}
"""What a section's next line is worth to the reader of a page that has none of it yet."""

USUAL = 15
"""Words of a usual line; a longer one has to be worth the room that it takes."""

PAGE_FRAME = 40
"""Words of the title, by-line and source line, which every page has."""


def choose_lines(
    plan: Plan, bottom: Line | None, candidates: Mapping[Shows, Sequence[Line]]
) -> tuple[dict[Shows, list[Line]], tuple[LeftOut, ...]]:
    """The lines of each section that fit the plan's limits and words, in the order given, and what was left out."""
    limits = _limits(plan)
    words = PAGE_FRAME + (words_of(bottom) if bottom and Shows.BOTTOM_LINE in limits else 0)
    shown: dict[Shows, list[Line]] = {shows: [] for shows in candidates}
    for shows, line in _in_rounds(limits, candidates):
        heading = 0 if shown[shows] else 3
        cost = words_of(line) + heading
        if words + cost <= plan.words:
            shown[shows].append(line)
            words += cost
    left_out = tuple(
        LeftOut(shows, len(candidates[shows]) - len(lines))
        for shows, lines in shown.items()
        if shows in limits and len(candidates[shows]) > len(lines)
    )
    return shown, left_out


def _limits(plan: Plan) -> dict[Shows, int]:
    """The most lines of each kind that the plan has room for; 0 for no limit. Several sections of one kind add up."""
    limits: dict[Shows, int] = {}
    for section in plan.sections:
        before = limits.get(section.shows)
        unlimited = section.limit == 0 or before == 0
        limits[section.shows] = 0 if unlimited else (before or 0) + section.limit
    return limits


def _in_rounds(limits: Mapping[Shows, int], candidates: Mapping[Shows, Sequence[Line]]) -> list[tuple[Shows, Line]]:
    """Every candidate within the limits, what the reader needs most first."""
    rows: list[tuple[float, int, Shows, Line]] = []
    for shows, lines in candidates.items():
        if shows not in limits:
            continue
        worth = WEIGHTS[shows]
        for nth, line in enumerate(lines[: limits[shows] or len(lines)]):
            # Never worth more than the line before it: the order within a section stays.
            worth = min(worth, WEIGHTS[shows] / (nth + 1) * (USUAL / max(USUAL / 2, words_of(line))) ** 0.5)
            rows.append((-worth, len(rows), shows, line))
    rows.sort(key=lambda row: row[:2])
    return [(shows, line) for _, _, shows, line in rows]


def words_of(line: Line) -> int:
    """About how many words a line takes on the page, marks included; the exact count is the renderer's."""
    match line:
        case ActorLine():
            return 3 + _count(line.name, line.role, line.did, *line.aliases)
        case EventLine():
            return _count(line.text, line.when_text, line.as_written) + 3
        case QuestionLine():
            return 1 + (_count(line.question) + 4 if line.question else _count(line.text) + 1)
        case QuoteLine():
            return 1 + _count(line.text, line.speaker)
        case FigureLine() | FactLine():
            return 2 + _count(line.text)
        case _:
            return 1 + _count(line.text)


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
