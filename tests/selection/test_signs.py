"""What can be seen on a sentence: by-lines, captions, openers, quotation."""

from __future__ import annotations

import pytest

from briefing.model.text import Source
from briefing.segment import segment_source
from briefing.selection.signs import furniture_among, opens_leaning, quoted_shares, signs_of
from briefing.selection.words import find_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Smith", True),
        ("By Ann Smith and Bo Lindqvist for Coastal Courier", True),
        ("By Tuesday the water had risen to the second floor.", False),
        ("Read more: how the quay was built", True),
        ("Story highlights", True),
        ("The mayor (left) opens the bridge.", True),
        ("The mayor left the bridge open.", False),
        ("Ola Berg contributed to this report.", True),
        ("See www.example.org for the tables.", True),
        ("The photo shows that the valve was open.", False),
    ],
)
def test_lines_of_the_page_are_told_from_the_article(text: str, expected: bool) -> None:
    """By-lines, captions, links and pointers are furniture; prose with the same words is not."""
    assert (expected,) == furniture_among([text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said no.", "pronouns"),
        ("“It's late,” she said.", "pronouns"),
        ("However, the bridge held.", "connectives"),
        ("In addition, two boats sank.", "connectives"),
        ("Italy sank.", ""),
        ("The bridge held, but he fell.", ""),
        ("", ""),
    ],
)
def test_leaning_openers_are_seen(text: str, expected: str) -> None:
    """A sentence leans when its first word or phrase points back."""
    assert expected == opens_leaning(text)


def test_quotations_run_over_sentences() -> None:
    """A sentence inside a quotation of several sentences is quoted though it has no mark itself."""
    text = (
        'She spoke: "We left. Nobody came. We waited." Then she went home.\n\n"An open one. And more.\n\nPlain again.'
    )
    document = segment_source(Source.from_text(text))
    shares = quoted_shares(document, document.sentences)
    assert [0.0 < shares[0] < 1.0, shares[1], shares[3], shares[-1]] == [True, 1.0, 0.0, 0.0]


def test_signs_are_small_numbers() -> None:
    """Every sign of every sentence lies between 0 and 1."""
    document = segment_source(
        Source.from_text("By Bo\n\nTwo of 40 boats sank. " + "Very " * 300 + "long. Why? I asked him.")
    )
    assert all(0.0 <= value <= 1.0 for row in signs_of(document, document.sentences) for value in row.values())


def test_signs_tell_paragraphs_speech_and_what_is_old() -> None:
    """What opens a paragraph, reports speech, or only says again what was told, is seen."""
    text = "Two tugs sank off Vellmouth.\n\nThe pilot said so. The tugs sank, the pilot said."
    document = segment_source(Source.from_text(text))
    rows = signs_of(document, document.sentences)
    assert [1.0, 1.0, 0.0] == [row["opens_paragraph"] for row in rows]
    assert [0.0, 1.0, 1.0] == [row["reports_speech"] for row in rows]
    assert [0.0, 0.0, 1.0] == [row["told_before"] for row in rows]


def test_words_keep_initials_and_lose_possessives() -> None:
    """Initials with stops are one word, a possessive ending is none, numbers are none, both apostrophes are alike."""
    assert find_words("The U.S. harbour’s 40 tugs don't well-nigh") == (
        "The",
        "U.S.",
        "harbour",
        "tugs",
        "don't",
        "well-nigh",
    )
