"""The stems of English words: letter for letter those of NLTK's Snowball stemmer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.stem.snowball import EnglishStemmer

from briefing.selection.stems import snowball_stem

SEEDS = Path(__file__).parents[2] / "seeds"
# Endings of the rules, several of which may follow one another.
ENDINGS = (
    "ization", "ational", "fulness", "ousness", "iveness", "tional", "biliti", "lessli", "entli", "ation", "alism", "aliti", "ousli", "iviti",
    "fulli", "enci", "anci", "abli", "izer", "ator", "alli", "bli", "ogi", "li", "ly", "y", "alize", "icate", "iciti", "ative", "ical", "ness",
    "ful", "ement", "ance", "ence", "able", "ment", "ism", "ate", "ous", "ive", "ize", "ion", "al", "er", "ic", "eed", "eedly", "ing", "ingly",
    "ed", "edly", "s", "sses", "ies", "ied", "us", "'s", "'", "e", "l", "ll",
)  # fmt: skip
STARTS = (
    "gener",
    "commun",
    "arsen",
    "y",
    "'",
    "sky",
    "inning",
    "proceed",
    "dy",
    "say",
    "hop",
    "hopp",
    "fall",
    "rat",
    "b",
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("relational", "relat"), ("hopping", "hop"), ("hoping", "hope"), ("skies", "sky"), ("news", "news"), ("innings", "inning"),
        ("proceeded", "proceed"), ("generously", "generous"), ("communities", "communiti"), ("happy", "happi"), ("say", "say"), ("by", "by"),
        ("ferries", "ferri"), ("ties", "tie"), ("gas", "gas"), ("gaps", "gap"), ("board's", "board"), ("", ""),
    ],
)  # fmt: skip
def test_words_lose_their_endings(word: str, expected: str) -> None:
    """By the rules of the algorithm, or as an exception."""
    assert expected == snowball_stem(word)


def test_words_of_articles_have_the_stems_of_nltk() -> None:
    """Each word of the sample articles."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.md"))).lower()
    words = sorted(set(re.findall(r"[^\W\d_]+(?:'[a-z]+)?", text)))
    nltk = EnglishStemmer().stem
    assert {word: nltk(word) for word in words} == {word: snowball_stem(word) for word in words}


@given(
    st.sampled_from(STARTS) | st.text("abdeglnorsty", max_size=4),
    st.text("abcdefghiklmnoprstuvwxyz'", max_size=5),
    st.lists(st.sampled_from(ENDINGS), max_size=3),
)
def test_any_letters_have_the_stem_of_nltk(start: str, middle: str, endings: list[str]) -> None:
    """Whatever the letters are, so that the short regions at a word's edge are met too."""
    word = "".join((start, middle, *endings))
    assert EnglishStemmer().stem(word) == snowball_stem(word)
