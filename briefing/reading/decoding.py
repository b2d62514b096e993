"""Bytes -> text. A byte order mark, UTF-8, UTF-16, then what the page says of itself, then a guess that must be sure: no mojibake.

This module alone imports charset-normalizer, inside a function.
"""

from __future__ import annotations

import codecs
import re

from briefing.errors import InputError

__all__ = ["decode"]

# UTF-32 before UTF-16: their marks begin alike.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_REMEDY = "save it as UTF-8 and try again"

# How much of a file is looked at to judge its encoding.
_SAMPLE = 200_000
# Text in an alphabet of Latin letters has at most this share of bytes above 127; beyond it, the alphabet is another one.
_WESTERN_SHARE = 0.10
# Of the high bytes, this share must stand where such a character may stand.
_PLAUSIBLE = 0.97
# UTF-8 read as a Western encoding.
_MOJIBAKE = re.compile(
    r"\u00c3[\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]|\u00e2\u20ac|\u00c2[\u00a0-\u00bf]|\u00d0[\u00b0-\u00bf]|\u00ef\u00bb\u00bf"
)
# Marks of Western text that stand before a word, after one, beside a number, and anywhere.
_OPENING = "\u201c\u2018\u201e\u201a\u00ab\u2039\u00a1\u00bf"
_CLOSING = "\u201d\u2019\u00bb\u203a\u2026"
_BY_NUMBERS = "\u00ba\u00aa\u00b2\u00b3\u00b9\u00b5\u00b4"
_ANYWHERE = "\u2013\u2014\u2022\u00a0\u00b7\u20ac\u00a3\u00a5\u00a2\u00a7\u00a9\u00ae\u2122\u00b0\u00bd\u00bc\u00be\u00d7\u00ad\u00b1\u2020"
# charset-normalizer's measure of disorder; its own threshold for a fair guess is 0.2.
_CHAOS = 0.1
_LEGACY = (
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "cp1250", "iso8859_2", "cp1252", "mac_roman", "cp1253", "iso8859_7",
    "cp1254", "iso8859_9", "cp1255", "cp1256", "cp1257", "gb18030", "big5", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr",
)  # fmt: skip


def decode(data: bytes, *, where: str) -> str:
    """The text of the bytes, without a byte order mark.

    Raises:
        InputError: binary: these bytes are no text; encoding: nobody can say for sure which text they are.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, where)
    wide = _wide_encoding(data)
    if wide:
        return _strictly(data, wide, where)
    if _is_binary(data):
        raise InputError("binary", "is no text", where=where, remedy="give an article as text, Markdown or HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")
    text = _declared(data) or _western(data) or _guessed(data)
    if text is None or _MOJIBAKE.search(text[:_SAMPLE]):
        raise InputError("encoding", "its encoding cannot be told for sure", where=where, remedy=_REMEDY)
    return text


def _strictly(data: bytes, encoding: str, where: str) -> str:
    """The text of bytes whose encoding is known."""
    if encoding.startswith(("utf-16", "utf-32")):
        unit = 2 if "16" in encoding else 4
        data = data[: len(data) - len(data) % unit]
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        what = f"begins as {encoding.upper()} and is not"
        raise InputError("encoding", what, where=where, remedy=_REMEDY) from None


def _wide_encoding(data: bytes) -> str:
    """The UTF-16 of text without a mark, told by its zeros: every other byte of Western text is one; "" for other bytes."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or b"\x00" not in sample:  # noqa: PLR2004 - two characters
        return ""
    even, odd = sample[::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    low, high = 0.02, 0.5
    for encoding, few, many in (("utf-16-le", even, odd), ("utf-16-be", odd, even)):
        if few <= low and many >= high:
            letters = sample.decode(encoding, "ignore").encode("utf-8")
            return encoding if len(_CONTROLS.findall(letters)) <= low * len(letters) else ""
    return ""


def _is_binary(data: bytes) -> bool:
    """True iff the bytes hold a zero among the first, or more control characters than a text ever does."""
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        return True
    allowed = max(2, len(sample) // 50)
    return len(_CONTROLS.findall(sample)) > allowed


def _declared(data: bytes) -> str | None:
    """The text in the encoding that an HTML page names, None where it names none or is not in it."""
    match = _META.search(data[:5_000])
    if not match:
        return None
    name = match.group(1).decode("ascii").lower()
    # Browsers read these as Windows-1252, and so do those who write them (WHATWG Encoding Standard).
    name = {
        "iso-8859-1": "cp1252",
        "latin1": "cp1252",
        "us-ascii": "cp1252",
        "ascii": "cp1252",
        "gb2312": "gb18030",
        "gbk": "gb18030",
    }.get(name, name)
    try:
        if not codecs.lookup(name)._is_text_encoding:  # noqa: SLF001 - the only way to tell "rot13" from a charset
            return None
        return data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _western(data: bytes) -> str | None:
    """The text in Windows-1252 or Mac Roman, where nearly every byte above 127 is a letter or a mark in its place."""
    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)  # noqa: PLR2004 - the last of ASCII
    if not high or high > _WESTERN_SHARE * len(sample):
        return None
    best: tuple[float, str] | None = None
    for encoding in ("cp1252", "mac_roman"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = _plausible_share(sample.decode(encoding))
        if share >= _PLAUSIBLE and (best is None or share > best[0]):
            best = (share, encoding)
    return data.decode(best[1]) if best else None


def _plausible_share(text: str) -> float:
    """The share of the characters beyond ASCII that stand where they may stand in Western European text."""
    total = right = 0
    for at, letter in enumerate(text):
        if letter.isascii():
            continue
        total += 1
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        right += _is_plausible(letter, before, after)
    return right / total if total else 1.0


def _is_plausible(letter: str, before: str, after: str) -> bool:
    """True iff a character beyond ASCII may stand between two others."""
    if letter in "\u00f0\u00fe\u00fd\u00d0\u00de\u00dd\u00ff\u0178\u0192\u017e\u017d":
        return False  # Icelandic is rarer here than Turkish, Czech and Polish read as Western
    if letter.islower():
        return before.isalpha() or after.isalpha()
    if letter.isupper():
        return not before.islower() and (after.isalpha() or not before.isalpha())
    if letter in _OPENING:
        return not before.isalnum()
    if letter in _CLOSING:
        return not before.isspace() or not after.isalpha()
    if letter in _BY_NUMBERS:
        return before.isdigit() or after.isdigit() or (letter in "\u00b2\u00b3" and not after.isalpha())
    return letter in _ANYWHERE


def _guessed(data: bytes) -> str | None:
    """The text in the encoding that charset-normalizer is sure of, None where it is not."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy and seldom needed

    sample = data[:_SAMPLE]
    matches = list(from_bytes(sample, cp_isolation=list(_LEGACY), explain=False))
    if not matches:
        return None
    best = matches[0]
    rivals = [match for match in matches[1:] if str(match) != str(best)]
    is_sure = best.chaos <= _CHAOS and (best.coherence > 0 or not rivals)
    if not is_sure or any(match.chaos <= best.chaos and match.coherence >= best.coherence for match in rivals):
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
