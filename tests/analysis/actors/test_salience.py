"""How central each actor is."""

from __future__ import annotations

import pytest

from briefing.analysis.actors import find_actors
from briefing.analysis.actors.salience import score_actors
from briefing.analysis.parse import parse_document
from briefing.model.text import Source
from briefing.segment import segment_source

pytestmark = pytest.mark.model


def _salience(text: str, title: str = "") -> dict[str, float]:
    """The salience of each actor, by name."""
    parsed = parse_document(segment_source(Source.from_text(text, title=title)))
    return {actor.name: actor.salience for actor in find_actors(parsed)}


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        # the title counts, also by a surname
        ("Ida Solberg met Rolf Hansen on Monday. They spoke for an hour.", "Hansen to leave in spring", "Rolf Hansen"),
        # the lead counts
        ("Ida Solberg won the election on Monday. Rolf Hansen sent a letter to a friend.", "", "Ida Solberg"),
        # who is named most counts
        (
            "Ida Solberg met Rolf Hansen. Rolf Hansen left at noon. Rolf Hansen came back. Rolf Hansen wept.",
            "",
            "Rolf Hansen",
        ),
        # a medium is mostly the source of a report
        ("Reuters asked Ida Solberg about the ships on Monday.", "", "Ida Solberg"),
    ],
)
def test_the_most_central_is_first(text: str, title: str, first: str) -> None:
    """The first actor is the one that the text turns on, with a salience of 1."""
    scores = _salience(text, title)
    assert first == next(iter(scores))
    assert scores[first] == 1.0


def test_salience_lies_between_0_and_1() -> None:
    """Whatever is found has a share of the first actor's salience, in four digits."""
    scores = _salience(
        "Ida Solberg left Denmark. Nordline sued the Danish government in Copenhagen. Reuters reported it."
    )
    assert all(0 < score <= 1 and score == round(score, 4) for score in scores.values())


def test_nobody_has_no_salience() -> None:
    """A document without actors is no error."""
    assert score_actors([], [], "A title", {}) == []
