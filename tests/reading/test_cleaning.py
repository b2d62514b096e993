"""Characters that nobody sees: `briefing.reading.cleaning`."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.reading.cleaning import clean_text, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree\x85four\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("one\n\n\n\n two  \n", "one\n\ntwo"),
        ("one\ftwo\u2029three", "one\n\ntwo\n\nthree"),
        ("a\u00a0b\tc\u2009d", "a b c d"),
        ("e\u0301", "\u00e9"),
        ("a" + "\u0301" * 5_000, "\u00e1\u0301\u0301\u0301"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\ufeffword\ufffe", "word"),
        ("heart \u2764\ufe0f", "heart \u2764\ufe0f"),
    ],
)
def test_clean_text(text: str, expected: str) -> None:
    """Line ends and spaces have one form, what is not seen is gone, and what is seen stays."""
    assert expected == clean_text(text)


@settings(deadline=None)
@given(st.text() | st.text(alphabet=st.sampled_from(list("ab \n\r\t\x1b[1m\u202e\u200b\xa0\u0301\x9b]\x07"))))
def test_cleaned_text_is_clean(text: str) -> None:
    """No control, format or surrogate character but the line feed and the signs of emoji is left, and no blank line but one."""
    cleaned = clean_text(text)
    assert not [letter for letter in cleaned if letter != "\n" and unicodedata.category(letter) in {"Cc", "Cs"}]
    assert not set(cleaned) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\u00ad"
    )
    assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip()


def test_one_line() -> None:
    """A field is one line of bounded length."""
    assert ("Ida Solberg", 500) == (one_line(" Ida\n\x07 Solberg "), len(one_line("x" * 9_999)))
