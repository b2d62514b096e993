"""Figures on a page: whose they are and what became of it."""

from __future__ import annotations

import pytest

import briefing
from briefing.composition import find_candidates
from briefing.model.brief import Shows
from briefing.model.text import Source
from briefing.selection import select_sentences

pytestmark = pytest.mark.model


def shown(text: str) -> list[str]:
    """The figure lines that a page about a text could have."""
    analysis = briefing.analyse(Source.from_text(text))
    candidates = find_candidates(analysis, select_sentences(analysis.document, analysis=analysis))
    return [line.text for line in candidates.sections[Shows.FIGURES]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The old harbour of Norhavn, which the storm of January had filled with sand and stones from the northern pier, "
                "holds 340 boats, and nobody knows for how long."
            ),
            ["The old harbour of Norhavn … holds 340 boats"],
        ),
        ("The levy raised 18.3 million crowns last year.", ["The levy raised 18.3 million crowns last year"]),
    ],
)
def test_a_figure_is_told_with_what_it_is_said_of(text: str, expected: list[str]) -> None:
    """The number and its noun alone ("340 boats") say neither whose they are nor what became of them."""
    assert expected == shown(text)


def test_a_figure_that_no_short_clause_tells_is_none_for_the_page() -> None:
    """A long sentence in which the number stands aside belongs to the points, if anywhere."""
    text = (
        "After 340 boats, the old ferry of the Norhavn line among them and three trawlers from the northern islands, the harbour "
        "master, who had seen many storms in his life, went home without a word to anybody and shut the door."
    )
    assert [] == shown(text)
