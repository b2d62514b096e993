"""Text without what a reader cannot see: the one place where characters are removed; offsets are into what comes out. Standard library only."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean_text", "one_line"]

# Terminal sequences go whole: without their ESC, "[31m" would stay as words.
_TERMINAL = re.compile(r"\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|\x9b[0-?]{0,64}[ -/]{0,8}[@-~]")
_LINE_ENDINGS = re.compile(r"\r\n?|[\v\x85\u2028]")
_PARAGRAPH_ENDINGS = re.compile(r"[\f\u2029]")
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls (C0, C1), soft hyphen, combining grapheme joiner, Arabic letter mark, Hangul fillers, zero-width and bidirectional marks,
# interlinear annotation, noncharacters, tags and the variation selectors beyond those of emoji, lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
# No orthography piles up more marks on one letter; without the bound, composing long piles takes quadratic time.
_PILED_MARKS = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_BLANK_RUN = re.compile(r" {2,}")
_LINE_EDGES = re.compile(r" ?\n ?")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    """The text in NFC with plain spaces and line ends, at most one blank line in a row, and without characters that are not seen."""
    if text.isascii() and text.isprintable():
        return _BLANK_RUN.sub(" ", text).strip()
    text = _TERMINAL.sub("", text)
    text = _LINE_ENDINGS.sub("\n", text)
    text = _PARAGRAPH_ENDINGS.sub("\n\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _PILED_MARKS.sub(r"\1", text)
    text = unicodedata.normalize("NFC", text)
    text = _BLANK_RUN.sub(" ", text)
    text = _LINE_EDGES.sub("\n", text)
    return _BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str, limit: int = 500) -> str:
    """The text cleaned, on one line, and cut to `limit` characters."""
    return " ".join(clean_text(text[: 10 * limit]).split())[:limit].rstrip()
