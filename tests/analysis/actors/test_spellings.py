"""Spellings of one name, without the model."""

from __future__ import annotations

import pytest

from briefing.analysis.actors.spellings import cuts_of, fold, is_slip


@pytest.mark.parametrize(
    ("word", "plain"),
    [("Søndre", "sondre"), ("Ḥadīl", "hadil"), ("O’Brann", "obrann"), ("Tåsvik", "taasvik"), ("Müller", "muller")],
)
def test_fold(word: str, plain: str) -> None:
    """Marks over letters, apostrophes and capitals make no other name."""
    assert plain == fold(word)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("solberg", "sollberg", True),
        ("solberg", "slolberg", True),
        ("solberg", "sloberg", True),
        ("solberg", "salberg", True),
        ("solberg", "solberg", False),
        ("norlander", "norlanders", False),
        ("norlander", "norlandes", False),
        ("solberg", "salbirg", False),
        ("solberg", "berg", False),
    ],
)
def test_slip(one: str, other: str, expected: bool) -> None:
    """A slip is one letter wrong, missing, doubled or swapped; an ending makes another word, two letters another name."""
    assert expected == is_slip(one, other)


def test_words_one_letter_apart_share_a_cut() -> None:
    """Two names between which one letter is wrong or missing meet under a form with that letter left out."""
    assert set(cuts_of("solberg")) & set(cuts_of("salberg"))
    assert set(cuts_of("solberg")) & set(cuts_of("sollberg"))
    assert not set(cuts_of("solberg")) & set(cuts_of("vestby"))
