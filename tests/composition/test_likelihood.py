"""The source's words of likelihood: kept, glossed by the analysts' scales, never estimated."""

from __future__ import annotations

import pytest

from briefing.composition.likelihood import find_likelihood
from briefing.lexicon import load_lexicon
from briefing.model.brief import Likelihood
from tests.build import document, span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The line is likely to close.", Likelihood("likely", (55, 80), (55, 75))),
        ("The line is very unlikely to close.", Likelihood("very unlikely", (5, 20), None)),
        ("The line will almost certainly close.", Likelihood("almost certainly", (95, 99), (95, 100))),
        ("The line will probably close.", Likelihood("probably", (55, 80), (55, 75))),
        ("There is a remote chance that it closes.", Likelihood("remote chance", None, (0, 5))),
        ("A highly likely end is the sale.", Likelihood("highly likely", None, (80, 90))),
        ("The line may close.", None),
        ("The line is more likely to close than to move.", None),
        ("The line is not likely to close.", None),
        ("It is likely that one closes and unlikely that the other does.", None),
        ("Ships call at a remote island.", None),
    ],
)
def test_a_word_of_either_scale_is_glossed(text: str, expected: Likelihood | None) -> None:
    """The longest word counts; comparisons, denials and two words in one sentence are passed over."""
    made = document(text)
    whole = made.sentences[0].span
    assert find_likelihood(made, whole, whole) == expected


def test_a_word_far_from_the_clause_says_nothing_of_it() -> None:
    """Only a word in the clause or shortly before it is meant."""
    text = "Rain is likely on all the islands of the north and the west, the office said, and the line may close."
    made = document(text)
    clause = span(text, "the line may close")
    assert find_likelihood(made, made.sentences[0].span, clause) is None


@pytest.mark.parametrize("scale", ["icd203", "phia"])
def test_the_bands_are_per_cents_in_order(scale: str) -> None:
    """Every band lies between 0 and 100 and is no single point."""
    bands = load_lexicon("likelihood").table(scale).values()
    assert [band for band in bands if not 0 <= band[0] < band[1] <= 100] == []
