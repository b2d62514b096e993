"""The word lists in the form in which names are searched."""

from __future__ import annotations

import pytest

from briefing.analysis.actors.keys import key_of, split_words
from briefing.analysis.actors.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IS(K)", ["IS", "(", "K", ")"]),
        ("US-led", ["US", "-", "led"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("Ida W. Berg", ["Ida", "W.", "Berg"]),
        ("Norway's king", ["Norway", "'s", "king"]),
        ("N'Djamena", ["N'Djamena"]),
    ],
)
def test_split_words(text: str, words: list[str]) -> None:
    """Words are finer than tokens, and full stops stay with what they shorten."""
    assert words == split_words(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Labour Party", "Labor Party"),
        ("U.S.", "US"),
        ("al-Qaeda", "Al Qaeda"),
        ("Ministry of Defence", "Ministry of Defense"),
    ],
)
def test_key_of(one: str, other: str) -> None:
    """Two spellings of one name have one key."""
    assert key_of(split_words(one)) == key_of(split_words(other))


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("US", "United States"),
        ("us", None),
        ("Daesh", "Islamic State"),
        ("ISIS-K", "Islamic State Khorasan"),
        ("is", None),
        ("Kabul", "Afghanistan"),
        ("Brussels", "European Union"),
        ("who", None),
        ("Nato", "NATO"),
    ],
)
def test_listed_name(text: str, stands_for: str | None) -> None:
    """A listed name is known by its words and its capitals."""
    words = split_words(text)
    listed = load_vocabulary().longest(words, 0, len(words))
    assert stands_for == (listed[1].stands_for if listed else None)
