"""Which lines fit on the page: candidates and a plan in, the lines shown and the counts of those left out.

Lines are taken in rounds, the first of each section before the second of any, so that a small page is a small whole. Actors are
first named, which takes few words; then their cards are filled, the most central first, as far as there is room.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
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

from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.brief import Plan

__all__ = ["choose_lines", "words_of"]

NEEDS = (
    Shows.FACTS,
    *[Shows.ACTORS] * 5,
    Shows.TIMELINE,
    Shows.QUESTIONS,
    Shows.TIMELINE,
    Shows.QUESTIONS,
    Shows.POINTS,
    *[Shows.ACTORS] * 4,
    Shows.TIMELINE,
    Shows.POINTS,
    *[Shows.ACTORS] * 3,
    Shows.TIMELINE,
    Shows.POINTS,
    Shows.TIMELINE,
    Shows.QUESTIONS,
    *[Shows.ACTORS] * 6,
    Shows.POINTS,
    Shows.ACTORS,
    Shows.TIMELINE,
    Shows.ACTORS,
    Shows.POINTS,
    Shows.ACTORS,
    Shows.QUESTIONS,
    Shows.TIMELINE,
    Shows.ACTORS,
    Shows.QUOTES,
    Shows.POINTS,
    Shows.TIMELINE,
    Shows.FIGURES,
    Shows.GAPS,
)
"""What a reader needs next of a page, round after round: some of everything before much of anything; sections the plan lacks are skipped."""

RETELLING = (Shows.POINTS, Shows.TIMELINE, Shows.QUOTES, Shows.FIGURES)
"""Sections that could say again what another has said."""

TELLING = (Shows.POINTS, Shows.TIMELINE, Shows.QUOTES)
"""Sections whose lines tell what their sentence says."""

MISSES = {Shows.POINTS: 2, Shows.TIMELINE: 4, Shows.QUESTIONS: 1, Shows.ACTORS: 4}
"""Lines too long for the room left, behind which a shorter one of less weight is still taken."""

FIRST = 6
"""Actors whom a page names before it says who they are; of further ones it names those for whom there is room."""

HEADING = 3
"""Words of a section's heading, its mark included."""

PAGE_FRAME = 40
"""Words of the title, by-line and source line, which every page has."""


def choose_lines(
    plan: Plan, bottom: Line | None, candidates: Mapping[Shows, Sequence[Line]]
) -> tuple[dict[Shows, list[Line]], tuple[LeftOut, ...]]:
    """The lines of each section that fit the plan's limits and words, in the order given, and what was left out.

    What the page says already is not said again: a dated event takes the place of the point that tells it, an undated one in a
    sentence that is told already is passed over. Neither counts as left out.
    """
    limits = _limits(plan)
    page = _Page(plan.words - PAGE_FRAME - (words_of(bottom) if bottom and Shows.BOTTOM_LINE in limits else 0), bottom)
    for shows, waiting in _in_rounds(limits, candidates):
        # What is told already does not take its section's turn.
        while waiting and not page.add(shows, waiting.popleft()):
            pass
    shown = {shows: page.shown.get(shows, []) for shows in candidates}
    left_out = tuple(
        LeftOut(shows, lost)
        for shows, lines in shown.items()
        if shows in limits and (lost := len(candidates[shows]) - len(lines) - page.repeats.count(shows)) > 0
    )
    return shown, left_out


class _Page:
    """A page that fills up: what it shows, and how many words are left."""

    def __init__(self, words: int, bottom: Line | None) -> None:
        self.shown: dict[Shows, list[Line]] = {}
        self.repeats: list[Shows] = []
        self._words = words
        self._full: set[Shows] = set()
        self._misses: dict[Shows, int] = {}
        self._bottom = {citation.sentence for citation in bottom.citations} if bottom else set()
        self._told = set(self._bottom)

    def add(self, shows: Shows, candidate: Line) -> bool:
        """Shows a line where there is room for it and nothing tells it already; False iff something does."""
        if shows in self._full:
            return True
        if self._repeats(shows, candidate):
            self.repeats.append(shows)
            return False
        if isinstance(candidate, ActorLine) and (named := self._named(candidate)) is not None:
            self._fill_card(named, candidate)
            return True
        heading = 0 if self.shown.get(shows) else HEADING
        line = candidate
        if words_of(line) + heading > self._words:
            self._misses[shows] = self._misses.get(shows, 0) + 1
            if self._misses[shows] > MISSES.get(shows, 0):
                self._full.add(shows)
            return True
        self._words -= words_of(line) + heading
        self.shown.setdefault(shows, []).append(line)
        if shows in TELLING:
            self._told.add(line.citations[0].sentence)
        return True

    def _named(self, card: ActorLine) -> int | None:
        """Where among the actors the page names the one of this card, None where it does not."""
        named = (
            nth
            for nth, line in enumerate(self.shown.get(Shows.ACTORS, ()))
            if isinstance(line, ActorLine) and line.id == card.id
        )
        return next(named, None)

    def _fill_card(self, nth: int, card: ActorLine) -> None:
        """Says who a named actor is and what it did, or the first alone, as far as there is room."""
        actors = self.shown[Shows.ACTORS]
        for fuller in (card, _shorter(card)):
            more = words_of(fuller) - words_of(actors[nth])
            if more <= self._words:
                actors[nth] = fuller
                self._words -= more
                return

    def _repeats(self, shows: Shows, line: Line) -> bool:
        """True iff the page tells this already; a point that a dated event tells better makes room for it."""
        if shows not in RETELLING or line.citations[0].sentence not in self._told:
            return False
        if not isinstance(line, EventLine) or not (line.when_text or line.as_written):
            return True
        if line.citations[0].sentence in self._bottom:
            return not line.when_text
        for point in self.shown.get(Shows.POINTS, ()):
            if point.citations[0].sentence == line.citations[0].sentence:
                self.shown[Shows.POINTS].remove(point)
                self.repeats.append(Shows.POINTS)
                self._words += words_of(point)
                self._full.discard(Shows.POINTS)
                break
        return False


def _shorter(card: ActorLine) -> ActorLine:
    """An actor's card without what it did; who it is claims nothing that would need a source of its own."""
    if not card.did:
        return card
    return replace(card, did="", text=card.role or card.name, citations=card.citations[:-1], known=None)


def _bare(card: ActorLine) -> ActorLine:
    """An actor's card that only names it, with where it is named first."""
    return replace(card, role="", did="", text=card.name, citations=card.citations[:1], known=None)


def _limits(plan: Plan) -> dict[Shows, int]:
    """The most lines of each kind that the plan has room for; 0 for no limit. Several sections of one kind add up."""
    limits: dict[Shows, int] = {}
    for section in plan.sections:
        before = limits.get(section.shows)
        unlimited = section.limit == 0 or before == 0
        limits[section.shows] = 0 if unlimited else (before or 0) + section.limit
    return limits


def _in_rounds(
    limits: Mapping[Shows, int], candidates: Mapping[Shows, Sequence[Line]]
) -> Iterator[tuple[Shows, deque[Line]]]:
    """The sections whose turn it is, what the reader needs most first, each with those of its candidates within the limits that wait."""
    waiting = {shows: deque(lines[: limits[shows] or None]) for shows, lines in candidates.items() if shows in limits}
    if cards := waiting.get(Shows.ACTORS):
        waiting[Shows.ACTORS] = deque(_in_stages([card for card in cards if isinstance(card, ActorLine)]))
    while any(waiting.values()):
        for shows in NEEDS:
            if waiting.get(shows):
                yield shows, waiting[shows]


def _in_stages(cards: Sequence[ActorLine]) -> Iterator[ActorLine]:
    """The cards, each several times and fuller each time: the first few named, then said who they are; the others named; then all in full."""
    yield from (_bare(card) for card in cards[:FIRST])
    yield from (_shorter(card) if card.role else card for card in cards[:FIRST])
    yield from (_bare(card) for card in cards[FIRST:])
    yield from (_shorter(card) for card in cards[FIRST:] if card.role)
    yield from cards


def words_of(line: Line) -> int:
    """About how many words a line takes on the page, marks included; the exact count is the renderer's."""
    match line:
        case ActorLine():
            # Of a person the role tells the kind; actors that are only named share a bullet and need no dots.
            is_named_only = not line.role and not line.did
            marks = 1 if is_named_only else 2 + (line.kind is not ActorKind.PERSON or not line.role)
            return marks + _count(line.name, line.role, line.did, *line.aliases)
        case EventLine():
            return _count(line.text, line.when_text, line.as_written, line.said_by) + 2 + bool(line.said_by)
        case QuestionLine():
            return 2 + _count(line.question or line.text, line.due)
        case QuoteLine():
            return 1 + _count(line.text, line.speaker)
        case FigureLine() | FactLine():
            return 2 + _count(line.text)
        case _:
            return 1 + _count(line.text)


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
