"""Text that is safe to show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.rendering.characters import plain, to_ascii


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        (" two\n lines\tand  more ", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\x9b31mb\x07\x00", "a31mb"),
        ("\u202eabc\u202c \u2066x\u2069", "abc x"),
        ("zero\u200bwidth", "zerowidth"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("lone \ud800", "lone \ufffd"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("", ""),
    ],
)
def test_plain_text_steers_nothing(text: str, expected: str) -> None:
    """Control characters, overrides of direction and invisible ones go; white space is folded; joined emoji stay."""
    assert expected == plain(text)


@given(st.text())
def test_plain_text_has_no_control_character(text: str) -> None:
    """Whatever the text, what is left is printable on one line, and can be encoded."""
    shown = plain(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert shown == plain(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” she said — 5–7 … ¶3", '"No," she said - 5-7 ... p.3'),
        ("café Łódź Ærø Straße", "cafe Lodz Aero Strasse"),
        ("● ○ ◐ ✕ •", "* . ~ x *"),
        ("日本", "日本"),
    ],
)
def test_ascii_keeps_what_it_cannot_say(text: str, expected: str) -> None:
    """Typographic signs and accents become ASCII; other scripts stay."""
    assert expected == to_ascii(text)
