"""Expressions of time and the days they mean. Standard library only.

The terms are those of TIMEX3 (ISO 24617-1, TimeML 1.2.1).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.text import Span

__all__ = ["Basis", "DateMention", "DateType", "Precision", "ResolvedDate"]


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Basis(StrEnum):
    """How the days of a date were found."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INHERITED = "inherited"
    PUBLICATION = "publication"
    PRESUMED = "presumed"


class DateType(StrEnum):
    """The type of a TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """The days that an expression means.

    Attributes:
        first_day: The first day.
        last_day: The last day, inclusive: March 2008 is 2008-03-01 to 2008-03-31.
        precision: How exactly the expression says it; a range "3 to 5 May" has the precision of its ends.
        basis: explicit: the text names it; relative: counted from `anchor`; inherited: taken from an earlier expression of the
            sentence or the paragraph; publication: the day of publication itself;
            presumed: neither words that govern it nor the telling date it; the likeliest day, which no page shows.
        anchor: The day that a relative expression was counted from, or None.
        approximate: True iff the text says "about", "around", "early", "late" or the like (TIMEX3 mod).
    """

    first_day: datetime.date
    last_day: datetime.date
    precision: Precision
    basis: Basis
    anchor: datetime.date | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """One expression of time in the text.

    Attributes:
        span: Where it stands.
        type: Its TIMEX3 type.
        value: Its TIMEX3 value: 2019-11-13, 2019-W46, 2019-11, 2019-Q4, P18Y, PRESENT_REF, 2019-11-13TMO; "" where unknown.
        resolved: The days it means; None for sets, lengths that are counted from no day beside them, and what cannot be resolved.
        mod: The TIMEX3 mod (APPROX, START, MID, END, MORE_THAN, ...), "" where there is none.
        rule: The name of the rule that read it, for --explain.
    """

    span: Span
    type: DateType
    value: str
    resolved: ResolvedDate | None = None
    mod: str = ""
    rule: str = ""
