"""Text to tokens of time: each word, number or mark gets one class, written as one character.

The grammar is then regular expressions over the string of classes, short and quick whatever the text says.
The words are those of `briefing/data/dates.toml`. Standard library only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.analysis.timex.pieces import UNITS
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.lexicon import Lexicon

__all__ = ["CLASSES", "Tokens", "Vocabulary", "tokenize", "vocabulary"]

# The tables of dates.toml whose words carry a value, in the order in which they claim a word. Units come apart by unit.
_TABLES = (
    "months", "weekdays", "weekdays_plural", "seasons", "dayparts", "dayparts_plural", "hours_named", "days_named",
    "cardinals", "multipliers", "ordinals", "decades_named", "sets", "references",
)  # fmt: skip
_GRAMMAR = (
    "the", "article", "this", "that", "last", "past", "next", "coming", "current", "latest", "previous", "following", "same",
    "recent", "corresponding", "vague", "ago", "earlier", "later", "after", "before", "than", "every", "of", "on", "in", "at", "from", "or", "and",
    "to", "so", "more", "half", "period", "fiscal", "end", "present", "future", "near", "right", "meridiem", "zone",
    "clock", "possessive", "old", "time", "zone_name",
)  # fmt: skip
# Numbers by their shape, marks, and everything else.
_SHAPES = (
    "other", "paragraph", "comma", "dot", "hyphen", "apostrophe", "iso", "slashed", "clock_time", "year_number", "small", "number",
    "day_range", "year_range", "ordinal_number", "decade_number", "holiday", "holiday_rest", "quarter_code", "half_code", "year_code",
)  # fmt: skip

_NAMES = (*_SHAPES, *_TABLES, *(f"one_{unit}" for unit in UNITS), *(f"many_{unit}" for unit in UNITS), *_GRAMMAR)
# One character for each class: letters of the Latin blocks, so that a string of classes can be printed.
CLASSES: Mapping[str, str] = MappingProxyType({name: chr(0x100 + place) for place, name in enumerate(_NAMES)})

_TOKEN = re.compile(
    r"(?P<paragraph>\n[^\S\n]*\n\s*)|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)|(?P<decade>(?:1\d|20)?\d0['’]?s\b)"
    r"|(?P<code>(?<![^\W_])(?:[QH][1-4]\b|FY(?=[ ’']{0,2}\d)))|(?P<number>\d+(?:[.,:/\-–]\d+)*)|(?P<word>[ap]\.m\b\.?|o['’]clock\b|[^\W\d_]+)|(?P<possessive>['’](?:s\b|(?<=s['’])(?!\w)|ll\b|ve\b|re\b))"
    r"|(?P<mark>[^\s\w]|_)"
)
_MARKS = {
    ",": "comma",
    ".": "dot",
    "-": "hyphen",
    "–": "hyphen",
    "'": "apostrophe",
    "’": "apostrophe",
    "`": "apostrophe",
}
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
# 1998-99, 2009–2011; "1998-05" is a month
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d[-–/](?:(?:1[5-9]|20)\d\d|1[3-9]|[2-9]\d)")
_SLASHED = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{4}|\d\d)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.]([0-5]\d))?")
_DAYS = re.compile(r"([0-3]?\d)[-–]([0-3]?\d)")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# Words that are months or days only with a capital: the others are read in any case ("MARCH", "january").
_CAPITAL = frozenset({"months", "weekdays", "weekdays_plural"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of time.

    Attributes:
        lexicon: The word lists.
        classes: word -> (class, its character, value); all words in lower case.
        holidays: first word -> the phrases that begin with it, the longest first, each with its fact.
    """

    lexicon: Lexicon
    classes: Mapping[str, tuple[str, str, int | str]]
    holidays: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text.

    Attributes:
        text: The text.
        classes: One character a token.
        words: The tokens in lower case.
        values: What each means: a number, a TIMEX3 code, or "".
        starts: Where each begins in the text.
        ends: Where each ends, exclusive.
    """

    text: str
    classes: str
    words: tuple[str, ...]
    values: tuple[int | str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@cache
def vocabulary() -> Vocabulary:
    """The words of time, read once a process.

    Raises:
        LexiconError: The word lists are missing or at fault.
    """
    lexicon = load_lexicon("dates")
    classes: dict[str, tuple[str, str, int | str]] = {}
    for name in _TABLES:
        for word, value in lexicon.table(name).items():
            classes.setdefault(word, (name, CLASSES[name], value))
    for table, prefix in (("units", "one_"), ("units_plural", "many_")):
        for word, unit in lexicon.table(table).items():
            classes.setdefault(word, (prefix + unit, CLASSES[prefix + unit], unit))
    for name in _GRAMMAR:
        for word in lexicon.ordered(f"grammar.{name}"):
            classes.setdefault(word, (name, CLASSES[name], word))
    holidays: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, fact in lexicon.table("holidays").items():
        words = tuple(found.group() for found in _TOKEN.finditer(phrase))
        holidays.setdefault(words[0], []).append((words, fact))
    ordered = {word: tuple(sorted(phrases, key=lambda item: -len(item[0]))) for word, phrases in holidays.items()}
    return Vocabulary(lexicon, MappingProxyType(classes), MappingProxyType(ordered))


def tokenize(text: str) -> Tokens:
    """The tokens of a text; nothing is left out but white space inside paragraphs."""
    words_of_time = vocabulary()
    known = words_of_time.classes
    classes: list[str] = []
    words: list[str] = []
    values: list[int | str] = []
    starts: list[int] = []
    ends: list[int] = []
    other = CLASSES["other"]
    for found in _TOKEN.finditer(text):
        raw = found.group()
        word = raw.lower()
        kind = found.lastgroup
        entry = known.get(word) if kind in {"word", "possessive"} else None
        if entry is not None and not (entry[0] in _CAPITAL and raw[0].islower()):
            character, value = entry[1], entry[2]
        elif kind in {"word", "possessive"}:
            character, value = other, ""
        else:
            name, value = _shape(kind or "mark", word)
            character = CLASSES[name]
        classes.append(character)
        words.append(word)
        values.append(value)
        starts.append(found.start())
        ends.append(found.end())
    _mark_holidays(words_of_time, words, lambda place: text[starts[place]].isupper(), classes=classes, values=values)
    return Tokens(text, "".join(classes), tuple(words), tuple(values), tuple(starts), tuple(ends))


def _shape(kind: str, word: str) -> tuple[str, int | str]:
    """The class and the value of a token that is no word."""
    if kind == "paragraph":
        return "paragraph", ""
    if kind == "mark":
        return _MARKS.get(word, "other"), ""
    if kind == "code":
        return {"q": "quarter_code", "h": "half_code"}.get(word[0], "year_code"), int(word[1]) if word[
            1
        ].isdecimal() else ""
    if kind == "ordinal":
        return "ordinal_number", int(word[:-2])
    if kind == "decade":
        digits = re.sub(r"\D", "", word)
        return "decade_number", int(digits[:3]) if len(digits) > 2 else 190 + int(digits[0])  # noqa: PLR2004
    return _number_shape(word)


def _number_shape(word: str) -> tuple[str, int | str]:
    """The class and the value of a token made of digits."""
    if word.isdecimal() and word.isascii():
        if len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR:  # noqa: PLR2004
            return "year_number", int(word)
        if len(word) <= 2:  # noqa: PLR2004
            return "small", int(word)
        return "number", int(word[:12])
    for shape, name in (
        (_YEARS, "year_range"),
        (_ISO, "iso"),
        (_SLASHED, "slashed"),
        (_DAYS, "day_range"),
        (_CLOCK, "clock_time"),
    ):
        if shape.fullmatch(word):
            return name, word
    plain = word.replace(",", "")
    return "number", int(plain) if plain.isdecimal() and plain.isascii() and len(plain) < 12 else word  # noqa: PLR2004


def _mark_holidays(
    words_of_time: Vocabulary,
    words: list[str],
    capitals: Callable[[int], bool],
    *,
    classes: list[str],
    values: list[int | str],
) -> None:
    """Give the tokens of a holiday's name the classes `holiday` and `holiday_rest`; only names with a capital are meant."""
    first_words = words_of_time.holidays
    for place, word in enumerate(words):
        if word not in first_words or not capitals(place):
            continue
        for phrase, fact in first_words[word]:
            if tuple(words[place : place + len(phrase)]) == phrase:
                classes[place] = CLASSES["holiday"]
                values[place] = fact
                for rest in range(place + 1, place + len(phrase)):
                    classes[rest] = CLASSES["holiday_rest"]
                break
