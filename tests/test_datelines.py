"""Datelines before the first sentence: what is one, and how sentences are counted behind it."""

from __future__ import annotations

import pytest

from briefing.model.text import Source
from briefing.segment import segment_source


def sentences(text: str) -> list[tuple[str, bool, tuple[int, int]]]:
    """Each sentence, whether it is a label, and its place."""
    document = segment_source(Source.from_text(text))
    return [(document.text_of(each.span), each.is_heading, document.place_of(each.id)) for each in document.sentences]


@pytest.mark.parametrize(
    "dateline",
    [
        "Norhavn, Ardenia (CNN)",
        "(CNN)",
        "NORHAVN, Ardenia (AP) _ ",
        "NORHAVN, March 3 (Reuters) - ",
        "NORHAVN, Ard., Sept. 26 (UPI) — ",
        "NORHAVN -- ",
        "PORT ANSEL – ",
        "Thursday, March 14, 2024 ",
    ],
)
def test_a_dateline_is_a_label_before_the_first_sentence(dateline: str) -> None:
    """It is no part of the lead, which stays the first sentence of its paragraph."""
    assert [
        (dateline.strip(), True, (1, 0)),
        ("The ferry sank on Tuesday.", False, (1, 1)),
        ("Nobody died.", False, (1, 2)),
    ] == sentences(f"{dateline}The ferry sank on Tuesday. Nobody died.")


@pytest.mark.parametrize(
    "text",
    [
        "The union (SU) Met on Friday.",
        "NATO - the alliance - met on Friday.",
        "Nordline (the operator) said no.",
        "March 2024 was cold.",
        "USA 3, Canada 2.",
    ],
)
def test_what_looks_a_little_like_a_dateline_is_none(text: str) -> None:
    """An acronym in brackets behind common words, an aside between dashes, a month that is a subject."""
    assert [text] == [words for words, *_ in sentences(text)]


def test_a_dateline_stands_in_the_first_paragraphs_alone() -> None:
    """Further down capitals before a dash are a heading, a list or a speaker."""
    prose = "The ferry came in the morning. It left again at noon, and nobody saw it go."
    text = f"{prose}\n\n{prose}\n\nNORHAVN -- Three came.\n\nNORHAVN -- Four came."
    assert ["NORHAVN --", "Three came.", "NORHAVN -- Four came."] == [words for words, *_ in sentences(text)][4:]
