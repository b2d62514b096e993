"""What of a sentence is shown where all of it would be too long."""

from __future__ import annotations

import pytest

import briefing
from briefing.composition.cutting import main_words, open_words
from briefing.composition.lines import Lines
from briefing.composition.openings import join_parts
from briefing.model.brief import Ranking
from briefing.model.text import Source
from tests import build

pytestmark = pytest.mark.model


def _lines(text: str) -> Lines:
    analysis = briefing.analyse(Source.from_text(text))
    return Lines(analysis, Ranking(analysis.document, "lead", (), ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shipyard in Norhavn closed on Friday, leaving two thousand welders idle.",
            "The shipyard in Norhavn closed on Friday",
        ),
        (
            "The council sold the old theatre on Friday, the third sale of this kind in a year.",
            "The council sold the old theatre on Friday",
        ),
        (
            "The council sold the old theatre on Friday, making the buyers promise not to close it.",
            "The council sold the old theatre on Friday, making the buyers promise not to close it.",
        ),
        (
            "The council sold the old theatre to a brewery on Friday, a spokeswoman said.",
            "The council sold the old theatre to a brewery on Friday, a spokeswoman said.",
        ),
    ],
)
def test_an_aside_at_the_end_is_left_to_the_footnote(text: str, expected: str) -> None:
    """A participle or an apposition behind the last comma, but nothing that denies or limits, and nobody who says it."""
    lines = _lines(text)
    assert expected == join_parts(lines.document, main_words(lines, lines.document.sentences[0], 10))


def test_a_short_sentence_is_shown_whole() -> None:
    """Nothing is left out where there is room."""
    text = "The shipyard closed on Friday, leaving many without work."
    lines = _lines(text)
    assert text == join_parts(lines.document, main_words(lines, lines.document.sentences[0], 10))


@pytest.mark.parametrize(
    ("text", "cue", "is_told", "expected"),
    [
        (
            "The ferries have been sold, although neither of the owners would reveal the price.",
            "neither of the owners would reveal",
            False,
            "neither of the owners would reveal the price.",
        ),
        (
            "The union said on Monday that the strike may spread to the islands.",
            "may spread",
            False,
            "The union said on Monday that the strike may spread to the islands.",
        ),
        (
            "The union said on Monday that the strike may spread to the islands.",
            "may spread",
            True,
            "the strike may spread to the islands.",
        ),
        (
            "If the talks fail, the strike may spread to the islands.",
            "may spread",
            False,
            "If the talks fail, the strike may spread to the islands.",
        ),
    ],
)
def test_the_clause_that_leaves_something_open(text: str, cue: str, *, is_told: bool, expected: str) -> None:
    """It stands alone where it is the author's, or its source is told, and where no condition is left out."""
    lines = _lines(text)
    parts = open_words(lines, lines.document.sentences[0], build.span(text, cue), is_told=is_told)
    assert expected == join_parts(lines.document, parts)


def test_what_stands_before_the_main_clause_is_no_whole() -> None:
    """Of a sentence that opens with a concession the main clause is not cut away, though it opens like an aside."""
    text = (
        "Although bans were lifted on two small carriers of the island, the sanctions on the others remained in force."
    )
    lines = _lines(text)
    assert text == join_parts(lines.document, main_words(lines, lines.document.sentences[0], 10))


@pytest.mark.parametrize(("asides_from", "is_cut"), [(0, False), (6, True)])
def test_a_point_goes_without_its_asides_sooner(asides_from: int, is_cut: bool) -> None:
    """Above so many words an aside is left to the footnote, though the sentence itself is not too long."""
    text = "The shipyard in Norhavn closed on Friday, leaving two thousand welders idle."
    lines = _lines(text)
    shown = join_parts(lines.document, main_words(lines, lines.document.sentences[0], 20, asides_from=asides_from))
    assert (shown == "The shipyard in Norhavn closed on Friday") is is_cut
