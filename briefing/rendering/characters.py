"""Text that is safe to show: no control character, no override of direction, one line; and the same text in ASCII.

Readers clean an article already; a text given from Python is as its caller made it, so every renderer filters again.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["plain", "to_ascii"]

# Dropped: C0, DEL and C1 (ESC among them), marks, embeddings, overrides and isolates of direction, invisible operators, the byte
# order mark, the tag characters that can hide a text inside another, non-characters. Joiners (U+200C, U+200D) stay: scripts and
# emoji need them.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHITE = re.compile(r"\s+")

_ASCII = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "′": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "…": "...",
        "¶": "p.",
        "•": "*",
        "·": "-",
        "●": "*",
        "○": ".",
        "◐": "~",
        "✕": "x",
        "×": "x",
        "€": "EUR ",
        "£": "GBP ",
        "¥": "JPY ",
        "°": " deg ",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "þ": "th",
        "Þ": "Th",
        "ð": "d",
    }
)


def plain(text: str) -> str:
    """The text on one line, without characters that steer a terminal or turn the direction of what follows.

    White space of any kind becomes one space; a lone surrogate, which no encoder accepts, becomes U+FFFD.
    """
    # What is dropped or replaced is not printable, nor is any white space but the blank: most texts are as they should be.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _WHITE.sub(" ", _SURROGATE.sub("\ufffd", _DROPPED.sub("", text))).strip()


def to_ascii(text: str) -> str:
    """The text with typographic signs and accented letters in ASCII; letters of other scripts stay as they are."""
    if text.isascii():
        return text
    text = text.translate(_ASCII)
    return text if text.isascii() else "".join(_ascii_letter(character) for character in text)


def _ascii_letter(character: str) -> str:
    simple = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    return simple if simple and simple.isascii() and simple.isprintable() else character
