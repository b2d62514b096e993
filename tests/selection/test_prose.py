"""Which sentences are ranked."""

from __future__ import annotations

import pytest

from briefing.selection.prose import is_statement, prose_sentences
from tests.build import document


@pytest.mark.parametrize(
    "line",
    [
        "Image: the harbour at dawn.",
        "Photo credit: the port's office.",
        "READ MORE: Why the harbour was closed.",
        "Read more on this: the harbour in figures.",
        "Follow us for news of the harbour.",
        "Sign up for our harbour letter.",
        "Full Screen 3 of 12 The quay.",
        "3 of 12 Workers leave the quay",
        "(Ann Oduya/Harbour Post) Workers leave the quay.",
        "Workers leave the quay on Monday (Ann Oduya/Harbour Post).",
        "Wikiquay has related articles on the strike.",
        "OKAFOR: We have not been asked.",
        "Portrait shot of the harbour master.",
    ],
)
def test_what_is_set_around_an_article_is_no_statement(line: str) -> None:
    """Captions, credits, galleries, speakers' labels and pointers are told from statements."""
    assert not is_statement(line)


@pytest.mark.parametrize(
    "line",
    [
        "(CNN) The harbour was closed on Monday.",
        "LONDON (Agency/Agency) - The harbour was closed on Monday.",
        "3 of 12 workers left the quay.",
        "Images of the quay were shown in court.",
        "Following the vote, the port reopened.",
        "UPDATE: The harbour was reopened.",
        "The port has one aim: to reopen.",
        "Read the ruling again, the judge told them.",
    ],
)
def test_news_is_a_statement(line: str) -> None:
    """An agency's prefix, a share, a colon inside do not make a statement a label."""
    assert is_statement(line)


def test_a_text_of_captions_is_ranked_all_the_same() -> None:
    """Where nothing else is there, captions are ranked: one line can be summarized too."""
    text = "Image: the quay at dawn was closed."
    assert len(prose_sentences(document(text))) == 1
