"""Text without what a reader cannot see: the one place where characters are removed; offsets are into what comes out. Standard library only."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean_text", "one_line"]

# Terminal sequences go whole: without their ESC, "[31m" would stay as words.
_TERMINAL = re.compile(
    r"\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|\x9b[0-?]{0,64}[ -/]{0,8}[@-~]"
)
_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\v\x85\u2028"
_PARAGRAPH_ENDS = "\f\u2029"
# Controls (C0, C1), soft hyphen, combining grapheme joiner, Arabic letter mark, Hangul fillers, zero-width and bidirectional marks,
# interlinear annotation, noncharacters, tags and the variation selectors beyond those of emoji, lone surrogates.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
_UNCLEAN = re.compile(f"[{_SPACES}{_LINE_ENDS}{_PARAGRAPH_ENDS}{_INVISIBLE}]|  | \\n|\\n |\\n\\n\\n")


def _characters(ranges: str) -> list[int]:
    """The code points of a string in which a hyphen stands for those between its neighbours."""
    points: list[int] = []
    at = 0
    while at < len(ranges):
        if ranges[at + 1 : at + 2] == "-":
            points.extend(range(ord(ranges[at]), ord(ranges[at + 2]) + 1))
            at += 3
        else:
            points.append(ord(ranges[at]))
            at += 1
    return points


_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(_characters(_INVISIBLE)),
    **dict.fromkeys(_characters(_SPACES), " "),
    **dict.fromkeys(_characters(_LINE_ENDS), "\n"),
    **dict.fromkeys(_characters(_PARAGRAPH_ENDS), "\n\n"),
}
# No orthography piles up more marks on one letter; without the bound, composing long piles takes quadratic time.
_PILED_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_BLANK_RUN = re.compile(r" {2,}")
_LINE_EDGES = re.compile(r" \n ?|\n ")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean_text(text: str) -> str:
    """The text in NFC with plain spaces and line ends, at most one blank line in a row, and without characters that are not seen."""
    if _UNCLEAN.search(text):
        text = _TERMINAL.sub("", text) if "\x1b" in text or "\x9b" in text else text
        text = text.replace("\r\n", "\n").translate(_PLAIN)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _PILED_MARKS.sub(r"\1", text))
    text = _BLANK_RUN.sub(" ", text) if "  " in text else text
    text = _LINE_EDGES.sub("\n", text) if "\n" in text else text
    text = _BLANK_LINES.sub("\n\n", text) if "\n\n\n" in text else text
    return text.strip()


def one_line(text: str, limit: int = 500) -> str:
    """The text cleaned, on one line, and cut to `limit` characters."""
    return " ".join(clean_text(text[: 10 * limit]).split())[:limit].rstrip()
