"""Bytes to text: `briefing.reading.decoding`."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.reading.decoding import decode

_ENGLISH = (
    "\u201cThe caf\u00e9 won\u2019t open,\u201d the na\u00efve owner said \u2013 and left. He hasn\u2019t come back to it since. "
    * 4
)
_GERMAN = (
    "Die F\u00e4hrgewerkschaft m\u00f6chte am Freitag \u00fcber den Streik entscheiden. Das w\u00e4re gr\u00f6\u00dfer als je, sagte er. "
    * 4
)
_RUSSIAN = (
    "\u041f\u0440\u0430\u0432\u0438\u0442\u0435\u043b\u044c\u0441\u0442\u0432\u043e \u043e\u0431\u044a\u044f\u0432\u0438\u043b\u043e \u043e \u043d\u043e\u0432\u044b\u0445 \u043c\u0435\u0440\u0430\u0445, \u043a\u043e\u0442\u043e\u0440\u044b\u0435 \u0432\u0441\u0442\u0443\u043f\u044f\u0442 \u0432 \u0441\u0438\u043b\u0443 \u0437\u0430\u0432\u0442\u0440\u0430. "
    * 8
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_with_typographic_marks(encoding: str) -> None:
    """English text comes back from Unicode, with and without a mark, and from Windows-1252."""
    assert _ENGLISH == decode(_ENGLISH.encode(encoding), where="x")


@pytest.mark.parametrize(("text", "encoding"), [(_GERMAN, "latin-1"), (_GERMAN, "mac_roman"), (_ENGLISH, "mac_roman")])
def test_western_encodings(text: str, encoding: str) -> None:
    """Umlauts come back from Latin-1, and marks and umlauts from Mac Roman."""
    assert text == decode(text.encode(encoding), where="x")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "iso8859-5", "cp866"])
def test_cyrillic_encodings(encoding: str) -> None:
    """Cyrillic text comes back from its legacy encodings."""
    assert _RUSSIAN == decode(_RUSSIAN.encode(encoding), where="x")


def test_marks_of_byte_order_are_no_text() -> None:
    """Byte order marks are taken off."""
    assert "word" == decode(codecs.BOM_UTF16_BE + "word".encode("utf-16-be"), where="x")


def test_a_cut_last_character_is_dropped() -> None:
    """A file cut within its last character is read up to it."""
    assert "the caf" == decode("the caf\u00e9".encode()[:-1], where="x")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (codecs.BOM_UTF16_LE + b"\x00\xd8x\x00", "encoding"),
        (codecs.BOM_UTF8 + b"ab\xff\xfecd", "encoding"),
        ("The caf\u00e9 \u2019 is \u201copen\u201d now. ".encode() * 10 + b"\xff and more of it", "encoding"),
        (b"\x00\x01\x02\x03" * 100, "binary"),
    ],
)
def test_refusals(data: bytes, expected: str) -> None:
    """What would come out as mojibake is refused."""
    with pytest.raises(InputError) as caught:
        decode(data, where="x")
    assert expected == caught.value.code


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """No bytes raise anything but an InputError."""
    try:
        decode(data, where="x")
    except InputError as error:
        assert error.code in {"binary", "encoding"}  # noqa: PT017 - either is right
