"""What the readers of the grammar's rules work on: a phrase, the story so far, and the reading they return.

Standard library only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.timex.periods import Period, PeriodUnit
from briefing.analysis.timex.words import CLASSES, vocabulary
from briefing.model.dates import Basis, DateType

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from briefing.analysis.timex.words import Tokens

__all__ = ["SILENT", "UNKNOWN", "Amount", "Phrase", "Reading", "Story", "guard"]


_NAMES = {character: name for name, character in CLASSES.items()}


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: a number, or None for "several", "a few"."""

    number: float | None
    approximate: bool = False

    @property
    def whole(self) -> int | None:
        """The number where it is a whole one; None otherwise."""
        return int(self.number) if self.number is not None and self.number == int(self.number) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means.

    Attributes:
        type: The TIMEX3 type.
        value: The TIMEX3 value.
        period: The calendar period it means, or None.
        until: The last period of a range, or None.
        basis: How the period was found.
        anchor: The day it was counted from, or None.
        mod: The TIMEX3 mod that the phrase itself carries.
    """

    type: DateType
    value: str
    period: Period | None = None
    until: Period | None = None
    basis: Basis = Basis.EXPLICIT
    anchor: datetime.date | None = None
    mod: str = ""

    @property
    def is_silent(self) -> bool:
        """True iff the phrase was understood and is no expression of time: an age, a rate, a fraction."""
        return not self.value


# What is known of a period that cannot be counted.
UNKNOWN = {
    PeriodUnit.DAY: "XXXX-XX-XX",
    PeriodUnit.WEEK: "XXXX-WXX",
    PeriodUnit.WEEKEND: "XXXX-WXX-WE",
    PeriodUnit.MONTH: "XXXX-XX",
    PeriodUnit.QUARTER: "XXXX-QX",
    PeriodUnit.SEASON: "XXXX-XX",
    PeriodUnit.HALF: "XXXX-HX",
    PeriodUnit.YEAR: "XXXX",
    PeriodUnit.DECADE: "XXX",
    PeriodUnit.CENTURY: "XX",
}

_LONGEST_LEAD = 6
_OPENING = frozenset({"“", '"', "`", "‘"})
_CLOSING = frozenset({"”", '"', "'", "’", ",", "'s", "’s"})

# Takes a phrase out of the text's running without yielding it.
SILENT = Reading(DateType.DURATION, "")


@dataclass(slots=True)
class Story:
    """What is known while a text is read from its beginning: the day of publication and the dates mentioned so far.

    Attributes:
        tokens: The tokens of the text.
        published: The day of publication, or None.
        tense_of: (first token, token after the last) -> "past", "present", "future" or "".
        last: The last calendar period mentioned.
        last_day: The last single day mentioned.
        report: The quarter that a report speaks of and the token where it was named.
        last_day_place: The token where the last single day was mentioned.
        longer: The token where half a year or nine months, which reports compare too, were mentioned last.
        until: The end of a range whose beginning has been read ("from Monday to Friday"), and the token where it stands.
        sentence_of: token -> the number of its sentence.
        told: The last day or month of an earlier year that was named with it, and the number of its sentence.
    """

    tokens: Tokens
    published: datetime.date | None
    tense_of: Callable[[int, int], str]
    last: Period | None = None
    last_day: Period | None = None
    report: tuple[Period, int] | None = None
    last_day_place: int = -1
    longer: int = -1
    until: tuple[int, Period] | None = None
    sentence_of: Callable[[int], int] = lambda _place: 0
    told: tuple[Period, int] | None = None

    def today(self, unit: PeriodUnit) -> Period | None:
        """The period of a unit in which the publication lies, or None; None too at the two ends of the calendar."""
        period = Period.of(unit, self.published) if self.published else None
        return period if period is not None and period.exists else None

    def remember(self, reading: Reading, place: int) -> None:
        """Keep the period of a reading for the expressions after it."""
        period = reading.until or reading.period
        if period is None:
            return
        self.last = period
        self._remember_told(reading.basis, period, place)
        if period.unit is PeriodUnit.DAY:
            self.last_day = period
            self.last_day_place = place

    def _remember_told(self, basis: Basis, period: Period, place: int) -> None:
        """Keep a day or month of an earlier year; what lies in the year of publication is a cue that the story is back there."""
        if self.published is None or period.unit not in {PeriodUnit.DAY, PeriodUnit.MONTH}:
            return
        if period.first_day.year >= self.published.year:
            self.told = None
        elif basis is Basis.EXPLICIT:
            self.told = (period, self.sentence_of(place))

    def told_before(self, place: int) -> tuple[Period | None, bool]:
        """The day or month of an earlier year told in the sentence of a token or the one before, and whether it is the same one."""
        if self.told is None:
            return None, False
        steps = self.sentence_of(place) - self.told[1]
        return (self.told[0] if steps in {0, 1} else None), steps == 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some tokens that a rule of the grammar matched.

    Attributes:
        tokens: The tokens of the text.
        match: The match of the rule over the classes; its groups name the phrase's parts.
    """

    tokens: Tokens
    match: re.Match[str]

    @property
    def first(self) -> int:
        """The place of its first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The place after its last token."""
        return self.match.end()

    def _span(self, name: str) -> tuple[int, int]:
        """Where the part of a name stands; a rule with two places for it calls the second one "NAME2"; (-1, -1) for none."""
        places = self.match.re.groupindex
        for key in (name, name + "2"):
            if key in places and self.match.start(key) >= 0:
                return self.match.span(key)
        return -1, -1

    def has(self, name: str) -> bool:
        """True iff the phrase has the part of that name."""
        return self._span(name)[0] >= 0

    def place(self, name: str) -> int:
        """The place of the first token of a part; -1 where there is none."""
        return self._span(name)[0]

    def word(self, name: str) -> str:
        """The first word of a part in lower case; "" where there is none."""
        place = self.place(name)
        return self.tokens.words[place] if place >= 0 else ""

    def text(self, name: str) -> str:
        """The value of the first token of a part as text; "" where there is none."""
        place = self.place(name)
        return str(self.tokens.values[place]) if place >= 0 else ""

    def number(self, name: str) -> int | None:
        """The value of the first token of a part as a number; None where there is none."""
        place = self.place(name)
        value = self.tokens.values[place] if place >= 0 else None
        return value if isinstance(value, int) else None

    @property
    def way(self) -> str:
        """What its part `way` says: "this", "last", "past", "next", "coming", "previous", "following", "same", "that", ... or ""."""
        place = self.place("way")
        return _NAMES[self.tokens.classes[place]] if place >= 0 else ""

    def before(self, steps: int = 1) -> str:
        """The word so many steps before the phrase, in lower case; "" at the beginning of the text."""
        place = self.first - steps
        return self.tokens.words[place] if place >= 0 else ""

    def lead(self) -> int:
        """How many words before the phrase the word stands that leads it in, past "the end of", "late" and "the"."""
        steps = 1
        if self.before(steps) == "of" and self.before(steps + 1) in guard("parts_of_time"):
            steps += 2
        while steps < _LONGEST_LEAD and self.before(steps) in guard("parts_of_time_before"):
            steps += 1
        return steps

    def after(self, steps: int = 1) -> str:
        """The word so many steps after the phrase, in lower case; "" at the end of the text."""
        place = self.last - 1 + steps
        return self.tokens.words[place] if place < len(self.tokens.words) else ""

    def is_capital(self, place: int) -> bool:
        """True iff the token at a place begins with a capital letter."""
        return self.tokens.text[self.tokens.starts[place]].isupper()

    def is_title(self) -> bool:
        """True iff the phrase is the name of a paper or a programme: "USA Today", "CBS This Morning", "60 Minutes"; not in a headline."""
        last = self.last - 1
        if not self.is_capital(last) or self.tokens.words[last].upper() == self._raw(last):
            return False
        before, after = self.first - 1, self.last
        if before < 0 or after >= len(self.tokens.words) or self.tokens.classes[after] == CLASSES["paragraph"]:
            return False
        if self.tokens.words[after] in _CLOSING and after + 1 < len(self.tokens.words):
            after += 1
        in_marks = self.tokens.words[before] in _OPENING and self.last - self.first > 1
        return in_marks or (self._raw(before)[:1].isupper() and not self.is_capital(after))

    def _raw(self, place: int) -> str:
        """The token at a place as the text has it."""
        return self.tokens.text[self.tokens.starts[place] : self.tokens.ends[place]]

    def year(self) -> int | None:
        """The year of the parts `year` (1989, '89), `short` (89) or `spelled` (nineteen eighty-nine); None where there is none."""
        name = next((name for name in ("year", "short") if self.has(name)), "")
        if name:
            place = self._span(name)[1] - 1
            value = self.tokens.values[place]
            if not isinstance(value, int):
                return None
            # two digits: the century in which news is written most often, 1930 to 2029
            return value if value > 99 else value + (2000 if value < 30 else 1900)  # noqa: PLR2004
        return self._spelled_year() if self.has("spelled") else None

    def _spelled_year(self) -> int | None:
        start, end = self._span("spelled")
        numbers = [value for value in self.tokens.values[start:end] if isinstance(value, int)]
        if numbers[:1] == [2] and numbers[1:2] == [1000]:
            return 2000 + sum(numbers[2:])
        century, rest = numbers[0], numbers[1:]
        if not 11 <= century <= 20 or not rest:  # noqa: PLR2004
            return None
        below = 0 if rest[0] == 100 else sum(rest)  # noqa: PLR2004
        return century * 100 + below if below == 0 or 10 <= below <= 99 else None  # noqa: PLR2004

    def amount(self, name: str) -> Amount | None:
        """The number of a part: "three", "twenty-four", "2 1/2", "a dozen", "several"; None where it is no amount."""
        start, end = self._span(name)
        total, current, approximate = 0.0, 0.0, False
        for place in range(start, end):
            kind, value = self.tokens.classes[place], self.tokens.values[place]
            if kind == CLASSES["vague"]:
                if value != "couple":
                    return Amount(None)
                current, approximate = 2.0, True
            elif kind == CLASSES["half"]:
                current += 0.5
            elif kind == CLASSES["article"]:
                # "half an hour" has its amount already
                current = current or 1.0
            elif kind == CLASSES["multipliers"] and isinstance(value, int):
                total += (current or 1.0) * value
                current = 0.0
            elif isinstance(value, int):
                current += value
            elif (number := _decimal(str(value))) is not None:
                current += number
        number = total + current
        return Amount(number, approximate) if number else None


def _decimal(text: str) -> float | None:
    """The value of "1/2", "2.5" or, for a range "3-5", its end; None for anything else."""
    text = re.split("[-–]", text)[-1]
    if text.isascii() and text.isdecimal():
        return int(text)
    numerator, slash, denominator = text.partition("/")
    if slash and numerator.isdecimal() and denominator.isdecimal():
        return int(numerator) / int(denominator) if int(denominator) else None
    whole, _, fraction = text.partition(".")
    if text.isascii() and whole.isdecimal() and fraction.isdecimal():
        return float(text)
    return None


@cache
def guard(name: str) -> frozenset[str]:
    """The words of a guard of dates.toml."""
    return vocabulary().lexicon.words(f"guards.{name}")
