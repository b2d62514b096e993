"""Numbers with their hedge and unit in a line of English: text in, `Number` out. Knows nothing of what they count.

Left out here already: years, times of day, dates in digits, scores, ordinals, numbers glued to letters (G20, A330) and labels
("Flight 447"), the word "one".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Number", "find_numbers"]

FIRST_YEAR, LAST_YEAR = 1000, 2100
LABEL = re.compile(r"([\w.]+)\s+\Z")
BAD_BEFORE = re.compile(r"(?:[^\W\d_][-–]?|[\d.,:/][-–]?|#|[-–−]|\w')\Z")
BAD_AFTER = re.compile(
    r"(?:st|nd|rd|th|s)\b|:\d|/\d|[-–]\d|[.,]\d|\s?(?:[ap]\.?m\b|o'clock|o’clock)|['’]s\b|-year-old|[A-Za-z]"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        start: Where it begins, hedge and sign included; into the text that was searched.
        digits: Where the number itself begins.
        end: Where it ends, unit included.
        value: The number, scale included.
        unit: Its unit, "" for none.
        attributive: True iff it stands hyphenated before a noun ("a 14-day extension").
    """

    start: int
    digits: int
    end: int
    value: float
    unit: str
    attributive: bool


def _either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def _begin(words: Iterable[str]) -> str:
    """A pattern that looks whether any of the words can begin here: tried first, it spares trying them all at each letter."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words})))}])"


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of a number with what belongs to it."""
    lexicon = load_lexicon("figures")
    words = _either(lexicon.table("words"))
    scales = _either(lexicon.table("scales"))
    units = _either(lexicon.table("units"))
    times = _either(lexicon.table("time_units"))
    return re.compile(
        rf"(?:\b{_begin(lexicon.ordered('hedges'))}(?P<hedge>{_either(lexicon.ordered('hedges'))})\s+)?"
        rf"(?P<sign>{_either(lexicon.table('currency_signs'))})?\s?"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"|\b{_begin(lexicon.table('vague'))}(?P<vague>{_either(lexicon.table('vague'))})(?=\s+of\b|\s+[a-z])"
        rf"|\b{_begin(lexicon.table('words'))}(?P<word>(?:{words})(?:-(?:{words}|one)\b)?))"
        rf"(?:(?P<to>\s?(?:--|–|-|to|and)\s?)(?P<sign2>{_either(lexicon.table('currency_signs'))})?\s?(?P<upper>\d+(?:[.,]\d+)*|{words})(?=\s|-|%|[mb]n?\b))?"
        rf"(?:[\s-]?(?P<scale>{scales})\b)?"
        rf"(?:(?P<gap>[\s-]?)(?P<unit>(?:{units})(?![A-Za-z])))?"
        rf"(?P<time>(?:-(?:{times})|\s(?:{times})s?)(?![-\w]))?",
        re.IGNORECASE,
    )


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of a line in order."""
    position = 0
    pattern = _pattern()
    while match := pattern.search(text, position):
        split = match.group("to") is not None and _splits(match)
        end = match.start("to") if split else match.end()
        position = max(end, match.start() + 1)
        number = _read(text, match, end)
        if number is not None:
            yield number


def _read(text: str, match: re.Match[str], end: int) -> Number | None:
    """The number of a match that is taken up to `end`, or None where it is none."""
    begin = next(match.start(group) for group in ("sign", "digits", "vague", "word") if match.group(group))
    start = match.start("hedge") if match.group("hedge") else begin
    whole = end == match.end()
    scaled = whole and match.group("scale") is not None
    unit = _unit(match) if whole else ""
    if match.group("sign"):
        unit = _currency(match.group("sign"))
    value = _value(match, scaled=scaled)
    measured = bool(unit) or scaled or (whole and match.group("time") is not None)
    bare = whole and not measured and match.group("vague") is None
    if _is_glued(text, match, begin) or (bare and BAD_AFTER.match(text, end)) or _is_label(text, start):
        return None
    plain = match.group("digits") or ""
    hedged = match.group("hedge") is not None
    year = plain.isdigit() and len(plain) == len(str(FIRST_YEAR)) and FIRST_YEAR <= value <= LAST_YEAR
    if (year and not measured and not hedged) or (plain.startswith("0") and "." not in plain):
        return None
    attributive = whole and ((match.group("time") or "").startswith("-") or match.group("gap") == "-")
    return Number(start, begin, end, value, unit, attributive)


def _is_glued(text: str, match: re.Match[str], begin: int) -> bool:
    """True iff a number is a part of a word, a code, a date or a score: G20, 3-1, 4/5."""
    if match.group("sign"):
        return match.group("sign")[0].isalpha() and begin > 0 and text[begin - 1].isalnum()
    return match.group("vague") is None and BAD_BEFORE.search(text[max(0, begin - 3) : begin]) is not None


def _splits(match: re.Match[str]) -> bool:
    """True iff the second number of "two and three" is no upper end: "and" needs a "between" before, a hyphen a unit behind."""
    joint = match.group("to").strip().lower()
    before = match.string[max(0, match.start() - 8) : match.start()].lower()
    if joint == "and":
        return "between" not in before
    if joint in {"-", "–"}:
        return not (match.group("unit") or match.group("time") or match.group("scale") or match.group("sign"))
    return False


def _is_label(text: str, start: int) -> bool:
    """True iff the word before a number makes it a label: "Flight 447", "No. 4"."""
    before = LABEL.search(text[max(0, start - 24) : start])
    return before is not None and before.group(1).lower() in load_lexicon("figures").words("labels.before")


def _value(match: re.Match[str], *, scaled: bool) -> float:
    """The value of a match; of a range, its lower end."""
    lexicon = load_lexicon("figures")
    if match.group("digits"):
        value = float(match.group("digits").replace(",", ""))
    elif match.group("vague"):
        return float(lexicon.table("vague")[" ".join(match.group("vague").lower().split())])
    else:
        words = lexicon.table("words")
        value = float(sum(words.get(part, 1) for part in match.group("word").lower().split("-")))
    if scaled:
        value *= lexicon.table("scales")[match.group("scale").lower()]
    return float(round(value, 6))


def _unit(match: re.Match[str]) -> str:
    """The unit behind a number, "" for none."""
    lexicon = load_lexicon("figures")
    if match.group("time"):
        return str(lexicon.table("time_units")[match.group("time")[1:].lower().removesuffix("s")])
    if not match.group("unit"):
        return ""
    wanted = " ".join(match.group("unit").split())
    units = lexicon.table("units")
    return str(units.get(wanted) or next(value for key, value in units.items() if key.lower() == wanted.lower()))


def _currency(sign: str) -> str:
    signs = load_lexicon("figures").table("currency_signs")
    return str(signs.get(sign) or next(value for key, value in signs.items() if key.lower() == sign.lower()))
