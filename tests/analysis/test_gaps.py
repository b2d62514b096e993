"""Gaps: what an article does not say, only where it really does not."""

from __future__ import annotations

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.gaps import find_gaps
from briefing.analysis.quotes import find_quotes
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model

FULL = (
    "The ferry union rejected the offer on Tuesday because it was too low. Ida Solberg of Nordline said the line cannot pay more. "
    "Jon Dahl of the union said the crews in Oslo had waited for years. The talks go on in the harbour."
)


def gaps_of(text: str) -> list[str]:
    """The gaps of a text, its quotations found."""
    read = parsed(text)
    quotes = tuple(find_quotes(read, actors=ActorIndex(())))
    return list(find_gaps(read, actors=(), dates=(), quotes=quotes, events=()))


def test_a_complete_article_has_no_gaps() -> None:
    """Who, when, where, why and two named sources are there."""
    assert [] == gaps_of(FULL)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (
            "The ship sank. The crew swam to the beach. The storm was strong. The boats were lost.",
            "When: no date or time was found in the text.",
        ),
        (
            "The ship sank. The crew swam to the beach. The storm was strong. The boats were lost.",
            "No source is quoted or cited in the text.",
        ),
        (
            "Officials said the ship sank on Monday. The crew swam. The storm was strong. The boats were lost.",
            "No named source was found in the text.",
        ),
    ],
)
def test_what_is_absent_is_said_in_words_of_ours(text: str, gap: str) -> None:
    """A gap says that something was not found, never what it is."""
    assert gap in gaps_of(text)


def test_a_note_of_few_sentences_has_no_checklist() -> None:
    """Below four sentences the checklist is silent."""
    assert [] == gaps_of("The ship sank.")
    assert [] == gaps_of("")
