"""Which lines fit on the page: candidates and a plan in, the lines shown and the counts of those left out.

The line that is worth most for its words comes first, and the more a section has the less its next line is worth: a small page is a
small whole. Actors are first named, which takes few words; then their cards are filled, as far as there is room.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from briefing.composition.line_worth import card_worth, line_worth
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

RETELLING = (Shows.POINTS, Shows.TIMELINE, Shows.QUOTES, Shows.FIGURES)
"""Sections that could say again what another has said."""

TELLING = (Shows.POINTS, Shows.TIMELINE, Shows.QUOTES)
"""Sections whose lines tell what their sentence says."""

MISSES = {Shows.POINTS: 2, Shows.TIMELINE: 4, Shows.QUESTIONS: 3, Shows.ACTORS: 4}
"""Lines too long for the room left, behind which a shorter one of less weight is still taken."""

HEADING = 3
"""Words of a section's heading, its mark included."""

PAGE_FRAME = 40
"""Words of the title, by-line and source line, which every page has."""


def choose_lines(
    plan: Plan, bottom: Line | None, candidates: Mapping[Shows, Sequence[Line]]
) -> tuple[dict[Shows, list[Line]], tuple[LeftOut, ...]]:
    """The lines of each section that fit the plan's limits and words, in the order given, and what was left out.

    What the page says already is not said again: a dated event or an open question takes the place of the point that tells it, an
    undated event in a sentence that is told already is passed over. None counts as left out.
    """
    limits = _limits(plan)
    page = _Page(plan.words - PAGE_FRAME - (words_of(bottom) if bottom and Shows.BOTTOM_LINE in limits else 0), bottom)
    offers = _Offers(limits, candidates)
    while (offer := offers.best()) is not None:
        # What is told already does not take its section's turn.
        offers.go_on(offer, is_new=page.add(offer.shows, offer.line))
    shown = {shows: page.shown.get(shows, []) for shows in candidates}
    left_out = tuple(
        LeftOut(shows, lost)
        for shows, lines in shown.items()
        if shows in limits and (lost := len(candidates[shows]) - len(lines) - page.repeats.count(shows)) > 0
    )
    return shown, left_out


@dataclass(frozen=True, slots=True)
class _Offer:
    """The next line of a row of lines, and the number of those of the row that stand before it on the page."""

    shows: Shows
    line: Line
    nth: int
    row: Iterator[Line]
    is_card: bool = False


class _Offers:
    """The lines that could come next, the one first that is worth most for its words.

    The lines of a section are a row; so are the ever fuller cards of an actor that has been named.
    """

    def __init__(self, limits: Mapping[Shows, int], candidates: Mapping[Shows, Sequence[Line]]) -> None:
        self._heap: list[tuple[float, int, _Offer]] = []
        self._pushed = 0
        for shows, lines in candidates.items():
            if shows in limits:
                self._push(shows, 0, iter(lines[: limits[shows] or None]))

    def best(self) -> _Offer | None:
        """The line that is worth most for its words, taken out; None where there is none left."""
        return heappop(self._heap)[2] if self._heap else None

    def go_on(self, offer: _Offer, *, is_new: bool) -> None:
        """Puts in what follows a line that was offered; `is_new`: nothing on the page told it already."""
        if offer.is_card:
            self._push_card(offer.nth, offer.row)
            return
        if isinstance(offer.line, ActorLine):
            self._push_card(offer.nth, _fuller(offer.line))
        self._push(offer.shows, offer.nth + is_new, offer.row)

    def _push(self, shows: Shows, nth: int, row: Iterator[Line]) -> None:
        line = next(row, None)
        if line is not None:
            shown = _bare(line) if isinstance(line, ActorLine) else line
            words = words_of(shown) + (0 if nth else HEADING)
            self._add(line_worth(shows, line, nth) / words, _Offer(shows, line, nth, row))

    def _push_card(self, nth: int, row: Iterator[Line]) -> None:
        line = next(row, None)
        if isinstance(line, ActorLine):
            part = line.did or line.role
            worth = card_worth(line, nth, tells_deed=bool(line.did))
            self._add(worth / _count(part), _Offer(Shows.ACTORS, line, nth, row, is_card=True))

    def _add(self, worth: float, offer: _Offer) -> None:
        self._pushed += 1
        heappush(self._heap, (-worth, self._pushed, offer))


def _fuller(card: ActorLine) -> Iterator[ActorLine]:
    """The cards that say more than a name: who it is, then also what it did."""
    if card.role:
        yield _shorter(card)
    if card.did:
        yield card


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
        self._asked: set[str] = set()

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
        line = _bare(candidate) if isinstance(candidate, ActorLine) else candidate
        if words_of(line) + heading > self._words:
            self._misses[shows] = self._misses.get(shows, 0) + 1
            if self._misses[shows] > MISSES.get(shows, 0):
                self._full.add(shows)
            return True
        self._words -= words_of(line) + heading
        self.shown.setdefault(shows, []).append(line)
        if shows in TELLING:
            self._told.add(line.citations[0].sentence)
        if shows is Shows.QUESTIONS:
            self._asked.add(line.citations[0].sentence)
            self._drop_point(line.citations[0].sentence)
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
        if shows is Shows.POINTS and line.citations[0].sentence in self._asked:
            return True
        if shows not in RETELLING or line.citations[0].sentence not in self._told:
            return False
        if not isinstance(line, EventLine) or not (line.when_text or line.as_written):
            return True
        if line.citations[0].sentence in self._bottom:
            return not line.when_text
        self._drop_point(line.citations[0].sentence)
        return False

    def _drop_point(self, sentence: str) -> None:
        """Takes the point that tells a sentence off the page: another section tells it better."""
        for point in self.shown.get(Shows.POINTS, ()):
            if point.citations[0].sentence == sentence:
                self.shown[Shows.POINTS].remove(point)
                self.repeats.append(Shows.POINTS)
                self._words += words_of(point)
                self._full.discard(Shows.POINTS)
                break


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


def words_of(line: Line) -> int:
    """About how many words a line takes on the page, marks included; the exact count is the renderer's."""
    match line:
        case ActorLine():
            # Of a person the role tells the kind; actors that are only named share a bullet and need no dots.
            is_named_only = not line.role and not line.did
            marks = 1 if is_named_only else 2 + (line.kind is not ActorKind.PERSON or not line.role)
            return marks + _count(line.name, line.role, line.did, *line.aliases)
        case EventLine():
            written = "" if line.as_written.casefold() in line.text.casefold() else line.as_written
            return _count(line.text, line.when_text, written, line.said_by) + 2 + bool(line.said_by)
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
