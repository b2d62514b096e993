"""Days of publication: in metadata and in the first lines of an article. Full dates only, and no clock. Standard library only.

The accepted forms are few and certain: "3 March 2024", "March 3, 2024", "2024-03-03" with or without a time, "03.03.2024" (day first, as
everywhere where full stops are used), and "3/25/2024" only where one of the numbers cannot be a month.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from briefing.lexicon import load_lexicon

__all__ = ["find_dateline", "is_date_line", "parse_day"]

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?=\D|\Z)|(\d{4})/(\d{1,2})/(\d{1,2})(?=\D|\Z)|(\d{4})(\d{2})(\d{2})(?=T|\Z)"
)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?=\D|\Z)")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?=\D|\Z)")
_FIRST_YEAR, _LAST_YEAR = 1500, 2200

# A dateline stands in the first lines, and its date near the beginning of its line.
_LINES = 6
_HEAD = 2_000


@cache
def _months() -> dict[str, int]:
    """The number of each month's name and short form, in lower case."""
    table = load_lexicon("reading").table("months")
    return {form: number for number, forms in enumerate(table.values(), start=1) for form in forms}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Month first, day first, a line that is a date, a line that begins with place and date or with a weekday and date."""
    lexicon = load_lexicon("reading")
    month = "(?:" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + r")\.?"
    weekday = "(?:" + "|".join(sorted(lexicon.ordered("weekdays"), key=len, reverse=True)) + r")\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    month_first = rf"(?P<month>{month})\s+(?P<day>{day}),?\s+(?P<year>\d{{4}})(?!\d)"
    day_first = rf"(?P<day>{day})\s+(?:of\s+)?(?P<month>{month}),?\s+(?P<year>\d{{4}})(?!\d)"
    first = "|".join(lexicon.ordered("not_places"))
    any_order = rf"(?:{weekday},?\s+)?(?:{month}\s+{day},?\s+\d{{4}}|{day}\s+(?:of\s+)?{month},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)(?!\d)"
    opener = (
        "(?:"
        + "|".join(re.escape(word) for word in sorted(lexicon.ordered("date_openers"), key=len, reverse=True))
        + r"):?\s+"
    )
    clock = r"(?:(?:,|\s+at|\s+-|\s+\|)?\s+\d{1,2}[:.]?\d{0,2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)?"
    line = rf"(?:{opener})?(?P<date>{any_order}){clock}\s*\.?\Z"
    name = r"[A-Z][\w'.-]{0,30}"
    place = rf"(?!(?:{first}) ){name}(?:[ /]{name}){{0,5}}(?:,\s?{name}(?: {name}){{0,2}})?"
    agency = r"(?:\s*\([^()\n]{1,40}\))?"
    placed = rf"(?:{place}{agency},?\s+\(?)?(?P<date>(?i:{any_order}))\)?{agency}\s*(?:--+|[-\u2013\u2014:_]|\()"
    # "Thursday, May 7, 2015 On Tuesday, the board": no mark after the date, and a new sentence.
    headed = rf"(?i:{weekday}),\s+(?P<headed>(?i:{month}\s+{day},?\s+\d{{4}}|{day}\s+{month},?\s+\d{{4}}))\s+(?=[A-Z])"
    return tuple(
        re.compile(pattern, flags)
        for pattern, flags in (
            (month_first, re.IGNORECASE),
            (day_first, re.IGNORECASE),
            (line, re.IGNORECASE),
            (rf"{placed}|{headed}", 0),
        )
    )  # type: ignore[return-value]


def parse_day(text: str) -> datetime.date | None:
    """The day that a string begins with or names as its only date; None where it is no full and certain date."""
    text = text.strip()[:200]
    if match := _ISO.match(text):
        year, month, day = (int(number) for number in match.groups() if number is not None)
        return _day(year, month, day)
    if match := _DOTTED.match(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHED.match(text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 or first == second:  # noqa: PLR2004 - months of a year
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None  # noqa: PLR2004
    month_first, day_first, *_ = _patterns()
    match = month_first.search(text) or day_first.search(text)
    if not match:
        return None
    month = _months()[match["month"].rstrip(".").lower()]
    return _day(int(match["year"]), month, int(re.sub(r"\D", "", match["day"])))


def find_dateline(text: str) -> datetime.date | None:
    """The day that the first lines of an article give as their own: on a line of its own, or after the place that opens a line."""
    lines = [line.strip() for line in text[:_HEAD].split("\n")]
    _, _, _, placed = _patterns()
    for line in [line for line in lines if line][:_LINES]:
        if is_date_line(line):
            return parse_day(line if line[0].isdigit() else _from_first_date(line))
        match = placed.match(line)
        if match and (day := parse_day(match["date"] or match["headed"])):
            return day
    return None


def is_date_line(line: str) -> bool:
    """True iff a line holds a full date and nothing else but a weekday, a time of day or a word such as "Published"."""
    _, _, whole, _ = _patterns()
    return len(line) <= 80 and whole.match(line.strip()) is not None  # noqa: PLR2004 - dates are shorter


def _from_first_date(line: str) -> str:
    """A line from its first ISO date on, the whole line where it has none."""
    match = re.search(r"\d{4}-\d\d-\d\d", line)
    return line[match.start() :] if match else line


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, None where there is no such day or no newspaper had appeared yet."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
