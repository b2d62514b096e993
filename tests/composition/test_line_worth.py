"""What a line is worth on its page."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.composition.line_worth import OPENS, card_worth, line_worth
from briefing.model.brief import ActorLine, Line, Shows
from briefing.model.findings import ActorKind
from tests import build

MADE = build.document("One.")
LINE = Line("One.", (MADE.cite(MADE.sentences[0].span),), None, 0.6)
CARD = ActorLine("One", LINE.citations, None, 0.6, id="p1", name="One", kind=ActorKind.PERSON)


@pytest.mark.parametrize("shows", [Shows.POINTS, Shows.ACTORS, Shows.TIMELINE, Shows.QUESTIONS, Shows.QUOTES])
def test_the_more_a_section_has_the_less_its_next_line_is_worth(shows: Shows) -> None:
    """Worth falls from line to line, and the first is worth more for opening its section."""
    worth = [line_worth(shows, LINE, nth) for nth in range(6)]
    assert worth == sorted(set(worth), reverse=True)
    assert worth[0] > OPENS * worth[1]


@pytest.mark.parametrize("shows", [Shows.ACTORS, Shows.TIMELINE])
def test_what_matters_more_is_worth_more(shows: Shows) -> None:
    """Actors and events bring a weight of their own."""
    assert line_worth(shows, LINE, 2) < line_worth(shows, dataclasses.replace(LINE, importance=0.9), 2)


def test_every_kind_of_line_has_a_worth() -> None:
    """No section of a plan is unknown; the facts of a box go before all, the gaps behind all."""
    worth = {shows: line_worth(shows, LINE, 0) for shows in Shows if shows not in {Shows.BOTTOM_LINE, Shows.SOURCES}}
    assert max(worth, key=lambda shows: worth[shows]) is Shows.FACTS
    assert min(worth, key=lambda shows: worth[shows]) is Shows.GAPS


def test_who_the_first_actor_is_matters_more_than_who_the_last_is() -> None:
    """The role of the most central actor is worth most, and a role more than a deed; the name itself more than both."""
    first = card_worth(CARD, 0, tells_deed=False)
    assert card_worth(CARD, 5, tells_deed=False) < first < line_worth(Shows.ACTORS, CARD, 0)
    assert card_worth(CARD, 0, tells_deed=True) < first
