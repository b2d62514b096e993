"""Expressions of time: where they stand, what they mean, and that no text makes the finder fail."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.dates import find_dates
from briefing.analysis.timex.periods import Period, PeriodUnit, easter
from briefing.analysis.timex.words import vocabulary
from briefing.model.dates import Basis, DateMention, DateType, Precision
from briefing.model.text import Document, Sentence, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable

WEDNESDAY = datetime.date(2019, 11, 13)
"""The day of publication of most cases: a Wednesday in the fourth quarter."""


def document(text: str) -> Document:
    """A document of one sentence."""
    return Document(Source.from_text(text), (Sentence("a1.1", Span(0, len(text)), 1),) if text else ())


def found(text: str, published: datetime.date | None = WEDNESDAY) -> list[DateMention]:
    """The mentions of a text of one sentence."""
    return list(find_dates(document(text), published=published))


def read(text: str, published: datetime.date | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    """The words, type and value of each mention of a text."""
    return [(text[one.span.start : one.span.end], one.type.value, one.value) for one in found(text, published)]


NAMED = [
    ("The vote was on 3 May 2014.", [("3 May 2014", "DATE", "2014-05-03")]),
    ("The vote was on May 3rd, 2014.", [("May 3rd, 2014", "DATE", "2014-05-03")]),
    ("It was signed on Saturday, June 8, 2019.", [("Saturday, June 8, 2019", "DATE", "2019-06-08")]),
    ("Logged 2018-02-28 and 2018-03.", [("2018-02-28", "DATE", "2018-02-28"), ("2018-03", "DATE", "2018-03")]),
    (
        "Stamped 11/13/2018 and 13.11.2018.",
        [("11/13/2018", "DATE", "2018-11-13"), ("13.11.2018", "DATE", "2018-11-13")],
    ),
    ("They met on April 24 and 25.", [("April 24", "DATE", "2019-04-24"), ("25", "DATE", "2019-04-25")]),
    (
        "He served from January to September 2012.",
        [("January", "DATE", "2012-01"), ("September 2012", "DATE", "2012-09")],
    ),
    (
        "It ran between March 3 and April 5, 2014.",
        [("March 3", "DATE", "2014-03-03"), ("April 5, 2014", "DATE", "2014-04-05")],
    ),
    ("The fair ran from 3 to 5 May 2019.", [("3 to 5 May 2019", "DATE", "2019-05-03/2019-05-05")]),
    ("It opened in March 2016.", [("March 2016", "DATE", "2016-03")]),
    ("It opened in mid-2014.", [("mid-2014", "DATE", "2014")]),
    ("In 1998 it rained.", [("1998", "DATE", "1998")]),
    ("The 1998-99 season was wet.", [("1998-99", "DATE", "1998/1999")]),
    ("It grew in the early 1990s.", [("the early 1990s", "DATE", "199")]),
    ("It grew in the '80s and the nineties.", [("the '80s", "DATE", "198"), ("the nineties", "DATE", "199")]),
    ("A castle of the 11th century.", [("the 11th century", "DATE", "10")]),
    ("In fiscal 2018 it lost money.", [("fiscal 2018", "DATE", "2018")]),
    ("It rose in the third quarter of 2018.", [("the third quarter of 2018", "DATE", "2018-Q3")]),
    ("It rose in the first half of 2018.", [("the first half of 2018", "DATE", "2018-H1")]),
    ("The winter of 2016 was mild.", [("The winter of 2016", "DATE", "2016-WI")]),
    ("It shut in nineteen ninety-six.", [("nineteen ninety-six", "DATE", "1996")]),
    ("Shops shut on Labor Day 2018.", [("Labor Day 2018", "DATE", "2018-09-03")]),
    ("He rested on Good Friday 2019.", [("Good Friday 2019", "DATE", "2019-04-19")]),
    ("He died on New Year's Eve in 2017.", [("New Year's Eve in 2017", "DATE", "2017-12-31")]),
    ("Sales fell in Q3 2018 and H1 2017.", [("Q3 2018", "DATE", "2018-Q3"), ("H1 2017", "DATE", "2017-H1")]),
    ("In FY2018 and FY17 it lost money.", [("FY2018", "DATE", "2018"), ("FY17", "DATE", "2017")]),
    ("They met on the first Monday in May 2018.", [("the first Monday in May 2018", "DATE", "2018-05-07")]),
    ("They met on the last Friday of March 2019.", [("the last Friday of March 2019", "DATE", "2019-03-29")]),
    ("It struck on the morning of 3 May 2018.", [("the morning of 3 May 2018", "TIME", "2018-05-03TMO")]),
    ("It struck on the night of Friday, May 4, 2018.", [("the night of Friday, May 4, 2018", "TIME", "2018-05-04TNI")]),
    ("The 1914-18 war.", [("1914-18", "DATE", "1914/1918")]),
    ("It shut between 2001 and 2003.", [("2001", "DATE", "2001"), ("2003", "DATE", "2003")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
@pytest.mark.parametrize("published", [WEDNESDAY, None])
def test_what_the_text_names_in_full_needs_no_publication_date(
    text: str, expected: list[tuple[str, str, str]], published: datetime.date | None
) -> None:
    """A date with its year has the same value with and without a day of publication."""
    if "April 24" in text and published is None:
        expected = [("April 24", "DATE", "XXXX-04-24")]
    assert expected == read(text, published)


RELATIVE = [
    ("It failed yesterday.", [("yesterday", "DATE", "2019-11-12")]),
    ("It ends the day after tomorrow.", [("the day after tomorrow", "DATE", "2019-11-15")]),
    ("It failed two days ago.", [("two days ago", "DATE", "2019-11-11")]),
    ("It failed five months ago.", [("five months ago", "DATE", "2019-06")]),
    ("It failed two years ago.", [("two years ago", "DATE", "2017")]),
    ("It failed a decade ago.", [("a decade ago", "DATE", "2009")]),
    ("It failed last week.", [("last week", "DATE", "2019-W45")]),
    ("It fails next month.", [("next month", "DATE", "2019-12")]),
    ("It failed earlier this year.", [("earlier this year", "DATE", "2019")]),
    ("It closed at the end of last month.", [("the end of last month", "DATE", "2019-10")]),
    ("It was hot last summer.", [("last summer", "DATE", "2019-SU")]),
    ("It fell in June last year.", [("June last year", "DATE", "2018-06")]),
    ("It rose in last year's third quarter.", [("last year's third quarter", "DATE", "2018-Q3")]),
    ("Its third-quarter loss grew.", [("third-quarter", "DATE", "2019-Q3")]),
    ("They met over the weekend.", [("the weekend", "DATE", "2019-W45-WE")]),
    ("They met at Christmas.", [("Christmas", "DATE", "2018-12-25")]),
    ("They will meet at Christmas.", [("Christmas", "DATE", "2019-12-25")]),
    ("It is now over.", [("now", "DATE", "PRESENT_REF")]),
    ("He recently left.", [("recently", "DATE", "PAST_REF")]),
    ("Nobody fears the future.", [("the future", "DATE", "FUTURE_REF")]),
    ("The week before last it rained.", [("The week before last", "DATE", "2019-W44")]),
    ("It opens the month after next.", [("the month after next", "DATE", "2020-01")]),
    ("It rained the night before last.", [("the night before last", "TIME", "2019-11-11TNI")]),
    ("He was held on May 7 last year.", [("May 7 last year", "DATE", "2018-05-07")]),
    ("He was held on 7 May of this year.", [("7 May of this year", "DATE", "2019-05-07")]),
    ("Shops shut on Remembrance Sunday.", [("Remembrance Sunday", "DATE", "2019-11-10")]),
    ("Following Monday's debate he left.", [("Monday", "DATE", "2019-11-11")]),
    ("He left on the last Friday of October.", [("the last Friday of October", "DATE", "2019-10-25")]),
    ("A day earlier he had left.", [("A day earlier", "DATE", "2019-11-12")]),
    ("Ice lay here 11,000 years ago.", [("11,000 years ago", "DATE", "PAST_REF")]),
    ("Peace will come one day.", [("one day", "DATE", "FUTURE_REF")]),
    ("The third-quarter loss grew.", [("third-quarter", "DATE", "2019-Q3")]),
    ("It fell in the quarter a year ago.", [("the quarter a year ago", "DATE", "2018-Q3")]),
    ("It was the year the bridge opened.", [("the year", "DATE", "XXXX")]),
    ("It rose in the week before the vote.", [("the week", "DATE", "XXXX-WXX")]),
]


REPORTS = [
    ("Sales rose in the quarter ended Sept. 30 from a year earlier.", ["2019-Q3", "2019-09-30", "2018-Q3"]),
    ("Sales rose in the quarter ended July 31.", ["2019-Q2", "2019-07-31"]),
    (
        "Net fell in the third quarter. In the first nine months it rose from a year earlier.",
        ["2019-Q3", "P9M", "2018"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_a_report_speaks_of_the_quarter_it_names_by_its_last_day(text: str, expected: list[str]) -> None:
    """A quarter is the one that most of its days lie in; what nine months are compared with is the year."""
    assert expected == [one.value for one in found(text)]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_dates_are_counted_from_the_publication(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Yesterday, last week, two years ago: counted in days, weeks, months or years as the words say."""
    assert expected == read(text)


TENSES = [
    ("The council met on Wednesday.", "2019-11-13"),
    ("The council met on Thursday.", "2019-11-07"),
    ("The council will meet on Thursday.", "2019-11-14"),
    ("Talks are scheduled to resume on Monday.", "2019-11-18"),
    ("The deadline was extended until Friday.", "2019-11-15"),
    ("He resigned last Friday.", "2019-11-08"),
    ("He resigned last Wednesday.", "2019-11-06"),
    ("It closed in August.", "2019-08"),
    ("It will close in August.", "2020-08"),
    ("It opened last May.", "2019-05"),
    ("It will be as warm as it was last May.", "2019-05"),
    ("It opened last December.", "2018-12"),
    ("It opened last November.", "2018-11"),
    ("It opens next May.", "2020-05"),
    ("The bill passed on Dec. 20.", "2019-12-20"),
    ("The bill passed on Oct. 20.", "2019-10-20"),
    ("The dividend will be paid Feb. 1.", "2020-02-01"),
    ("The dividend will be paid in August.", "2020-08"),
    ("Wages were secured until the end of March.", "2020-03"),
    ("It rained until Tuesday.", "2019-11-12"),
    ("The vote, due on Sunday, was put off.", "2019-11-17"),
    ("He has until the end of the week to decide.", "2019-W46"),
    ("Voters will remember Monday's debate.", "2019-11-11"),
    ("Voters will watch Saturday's debate.", "2019-11-16"),
    ("Voters watched Friday's debate.", "2019-11-08"),
    ("He left this Monday.", "2019-11-11"),
    ("He will leave this Monday.", "2019-11-18"),
]


@pytest.mark.parametrize(("text", "expected"), TENSES)
def test_the_tense_of_the_sentence_chooses_the_year_and_the_week(text: str, expected: str) -> None:
    """A past verb means the last one, a future verb the coming one; "last May" is never the coming one."""
    assert [expected] == [one.value for one in found(text)]


def test_the_tense_that_a_parse_gives_wins_over_cue_words() -> None:
    """`tense_at` decides; where it answers "", the cue words do."""
    text = "The council met on Thursday."
    answers: tuple[Callable[[int], str], ...] = (lambda _: "future", lambda _: "past", lambda _: "")
    values = [
        [one.value for one in find_dates(document(text), published=WEDNESDAY, tense_at=answer)] for answer in answers
    ]
    assert [["2019-11-14"], ["2019-11-07"], ["2019-11-07"]] == values


def test_a_present_verb_says_neither() -> None:
    """Where the parse says present, cue words decide, and without any a weekday lies behind, as most do in news."""
    words, none = "They will meet on Friday, it says.", "Between Friday and noon the page froze."
    values = [
        one.value
        for text in (words, none)
        for one in find_dates(document(text), published=WEDNESDAY, tense_at=lambda _: "present")
    ]
    assert ["2019-11-15", "2019-11-08"] == values[:2]


def test_the_end_of_the_month_in_a_told_story_is_the_storys() -> None:
    """Before a month is over, what was done by its end was done by the end of the month last mentioned."""
    told, coming = (
        "It fell on 19 October, and by the end of the month 60 had left.",
        "It will end by the end of the month.",
    )
    assert ["2019-10-19", "2019-10"] == [one.value for one in found(told)]
    assert ["2019-11"] == [one.value for one in found(coming)]


def test_a_day_counted_past_the_publication_in_a_told_story_is_unknown() -> None:
    """What was "12 years later" cannot lie ahead: it was counted from a date that the text does not give."""
    assert ["2014", "XXXX"] == [one.value for one in found("In 2014 he won. 12 years later they lost.")]


def test_a_report_compares_with_the_quarter_that_has_ended() -> None:
    """A look ahead to the coming quarter does not change what "the latest quarter" and "a year ago" mean."""
    text = "Net rose in the third quarter. A loss is feared in the fourth quarter. Sales fell from a year ago in the latest quarter."
    assert ["2019-Q3", "2019-Q4", "2018-Q3", "2019-Q3"] == [one.value for one in found(text)]


AMOUNTS = [
    ("It took three years.", [("three years", "DURATION", "P3Y")]),
    ("It took more than twenty-four hours.", [("more than twenty-four hours", "DURATION", "PT24H")]),
    ("A two-day strike.", [("two-day", "DURATION", "P2D")]),
    ("It took two and a half years.", [("two and a half years", "DURATION", "P2Y6M")]),
    ("It took a year and a half.", [("a year and a half", "DURATION", "P1Y6M")]),
    ("It took 3-5 days.", [("3-5 days", "DURATION", "P5D")]),
    ("It took several weeks.", [("several weeks", "DURATION", "PXW")]),
    ("It took a couple of days.", [("a couple of days", "DURATION", "P2D")]),
    ("Over the past three years it grew.", [("the past three years", "DURATION", "P3Y")]),
    ("In the first nine months it grew.", [("the first nine months", "DURATION", "P9M")]),
    ("It came a week after the vote.", [("a week", "DURATION", "P1W")]),
    (
        "It runs every Thursday and every two weeks.",
        [("every Thursday", "SET", "XXXX-WXX-4"), ("every two weeks", "SET", "P2W")],
    ),
    ("It runs daily and on Tuesdays.", [("daily", "SET", "P1D"), ("Tuesdays", "SET", "XXXX-WXX-2")]),
    ("A week-long strike.", [("week-long", "DURATION", "P1W")]),
    ("A two-day-long siege.", [("two-day-long", "DURATION", "P2D")]),
    ("An eight-month-old truce.", [("eight-month-old", "DURATION", "P8M")]),
    ("In the next 12 to 18 months it will grow.", [("the next 12 to 18 months", "DURATION", "P18M")]),
    ("They meet on the first Monday of every month.", [("the first Monday of every month", "SET", "P1M")]),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_lengths_and_sets_have_values_and_no_days(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A length of time and a repeated time are read, and resolve to no day."""
    assert expected == read(text)
    assert [None] * len(expected) == [one.resolved for one in found(text)]


ANCHORED = [
    ("Two days before Christmas 2018 it shut.", "2018-12-23"),
    ("It shut three days after 30 May.", "2019-06-02"),
    ("It shut a month after 30 May.", "2019-06-01"),
    ("It shut a week after the vote.", None),
    ("It shut two days before May.", None),
]


@pytest.mark.parametrize(("text", "expected"), ANCHORED)
def test_a_length_counted_from_a_day_beside_it_has_days(text: str, expected: str | None) -> None:
    """Two days before Christmas is a day; a week after an event is none until the event's day is known."""
    days = found(text)[0].resolved
    assert expected == (days.first_day.isoformat() if days else None)


TIMES = [
    ("She spoke on Tuesday evening.", "2019-11-12TEV"),
    ("She spoke last night.", "2019-11-12TNI"),
    ("She spoke at 10 p.m. on Tuesday.", "2019-11-12T22:00"),
    ("The offer stood until 5 p.m. EST Nov. 20.", "2019-11-20T17:00"),
    ("She spoke at 14:30.", "2019-11-13T14:30"),
    ("She spoke at noon Monday.", "2019-11-11T12:00"),
    ("She left at 4 in the morning.", "2019-11-13T04:00"),
    ("It struck at 0730 GMT.", "2019-11-13T07:30"),
    ("She left at three o'clock in the morning.", "2019-11-13T03:00"),
    ("She will leave at 6 o'clock this afternoon.", "2019-11-13T18:00"),
    ("It struck at 3:09 a.m. on Tuesday morning.", "2019-11-12T03:09"),
    ("It struck at 11:30pm local time.", "2019-11-13T23:30"),
    ("It starts at 9 p.m. Eastern.", "2019-11-13T21:00"),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_times_of_day_carry_their_day(text: str, expected: str) -> None:
    """A time of the clock and a part of a day are TIMEs, resolved to the day they fall on."""
    (mention,) = found(text)
    assert (DateType.TIME, expected) == (mention.type, mention.value)
    assert mention.resolved is not None
    assert expected[:10] == mention.resolved.first_day.isoformat()


CHAINS = [
    ("On 3 March 2018 he won; two days later he lost.", ["2018-03-03", "2018-03-05"]),
    ("On 3 March 2018 he won, and the following day he lost.", ["2018-03-03", "2018-03-04"]),
    ("On 3 March 2018 he won; three days earlier he had lost.", ["2018-03-03", "2018-02-28"]),
    ("In 2014 he won, and the following year he lost.", ["2014", "2015"]),
    ("In June 2014 he won; later that year he lost.", ["2014-06", "2014"]),
    ("On 3 March 2018 he won. The day before, he had lost.", ["2018-03-03", "2018-03-02"]),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
@pytest.mark.parametrize("published", [WEDNESDAY, None])
def test_chains_are_counted_from_the_last_date_and_not_from_today(
    text: str, expected: list[str], published: datetime.date | None
) -> None:
    """What comes "two days later" or "the following day" is counted from the date before it, published or not."""
    mentions = found(text, published)
    assert expected == [one.value for one in mentions]
    assert mentions[1].resolved is not None
    assert Basis.INHERITED == mentions[1].resolved.basis


UNKNOWN = [
    ("It rained on Friday.", "XXXX-WXX-5"),
    ("It rained in August.", "XXXX-08"),
    ("It rained on Aug. 7.", "XXXX-08-07"),
    ("It rained yesterday.", "XXXX-XX-XX"),
    ("It rained last year.", "XXXX"),
    ("It rained last week.", "XXXX-WXX"),
    ("It fell in the third quarter.", "XXXX-Q3"),
    ("Two days earlier it had rained.", "XXXX-XX-XX"),
    ("It rained on Tuesday evening.", "XXXX-WXX-2TEV"),
]


@pytest.mark.parametrize(("text", "expected"), UNKNOWN)
def test_without_publication_date_the_value_says_what_is_known(text: str, expected: str) -> None:
    """What would be counted from the publication stays unresolved, with X for what is not known."""
    (mention,) = found(text, None)
    assert (expected, None) == (mention.value, mention.resolved)


NONE = [
    "The driver is 37 years old.",
    "A 52-year-old driver, aged 40 years, stopped.",
    "He sent 2000 troops and spent $1999.",
    "Prices fall and buds spring; they march on and may win.",
    "Three-quarters of it is gone, at $40 a day.",
    "Shares closed at 2.46 on a volume of 1.5.",
    "In his sixties he sang, in the 30s Celsius, with men in their 40s and 50s.",
    "The album of the year sold well during the Spring Break.",
    "Clark and May resigned.",
    "He told USA Today so, and CBS This Morning aired it.",
    "The March for Peace and the march to the sea.",
    "He flew to Easter Island and drives an Audi Q3.",
    "The fall in prices and the fall of the wall caused the fall.",
    "The school year is long.",
    "It soon became clear.",
    "An eight-month-old baby.",
]


@pytest.mark.parametrize("text", NONE)
def test_ages_amounts_and_verbs_are_no_dates(text: str) -> None:
    """Ages, counts, rates and the verbs "may", "march", "fall", "spring" yield nothing."""
    assert [] == read(text)


RESOLVED = [
    ("in August", "2019-08-01", "2019-08-31", Precision.MONTH, Basis.RELATIVE, False),
    ("last week", "2019-11-04", "2019-11-10", Precision.WEEK, Basis.RELATIVE, False),
    ("in early 2014", "2014-01-01", "2014-12-31", Precision.YEAR, Basis.EXPLICIT, True),
    ("in the 1990s", "1990-01-01", "1999-12-31", Precision.DECADE, Basis.EXPLICIT, False),
    ("in the 20th century", "1900-01-01", "1999-12-31", Precision.CENTURY, Basis.EXPLICIT, False),
    ("in the third quarter of 2018", "2018-07-01", "2018-09-30", Precision.QUARTER, Basis.EXPLICIT, False),
    ("last winter", "2018-12-01", "2019-02-28", Precision.SEASON, Basis.RELATIVE, False),
    ("from 3 to 5 May 2019", "2019-05-03", "2019-05-05", Precision.DAY, Basis.EXPLICIT, False),
]


@pytest.mark.parametrize(("words", "first", "last", "precision", "basis", "approximate"), RESOLVED)
def test_days_are_inclusive_and_say_how_exact_they_are(
    words: str, first: str, last: str, precision: Precision, basis: Basis, approximate: bool
) -> None:
    """The first and the last day, the precision the words have, and how they were found."""
    (mention,) = found(f"It began {words}.")
    days = mention.resolved
    assert days is not None
    assert (first, last) == (days.first_day.isoformat(), days.last_day.isoformat())
    assert (precision, basis, approximate) == (days.precision, days.basis, days.approximate)
    assert (WEDNESDAY if basis is Basis.RELATIVE else None) == days.anchor


MODIFIERS = [
    ("in early May 2019", "START"),
    ("in the middle of May 2019", "MID"),
    ("late last month", "END"),
    ("about two years ago", "APPROX"),
    ("for at least five days", "EQUAL_OR_MORE"),
    ("for more than five days", "MORE_THAN"),
    ("for nearly five days", "LESS_THAN"),
    ("for five days", ""),
]


@pytest.mark.parametrize(("words", "expected"), MODIFIERS)
def test_limiting_words_give_the_mod(words: str, expected: str) -> None:
    """Early, late, about, at least: the TIMEX3 mod, inside the expression."""
    assert [expected] == [one.mod for one in found(f"It lasted {words}.")]


DAYS_FROM_TODAY = (
    "yesterday",
    "today",
    "tomorrow",
    "two days ago",
    "ten days ago",
    "the day before yesterday",
    "three days from now",
)


@given(
    words=st.sampled_from(DAYS_FROM_TODAY),
    published=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    shift=st.integers(-5000, 5000),
)
def test_shifting_the_publication_shifts_relative_days(words: str, published: datetime.date, shift: int) -> None:
    """A day counted from the publication moves with it, day for day."""
    text = f"It happened {words}."
    (before,) = found(text, published)
    (after,) = found(text, published + datetime.timedelta(days=shift))
    assert before.resolved is not None
    assert after.resolved is not None
    assert before.resolved.first_day + datetime.timedelta(days=shift) == after.resolved.first_day


@given(
    words=st.sampled_from(("on Monday", "last Friday", "next Sunday", "on Tuesday evening")),
    published=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    weeks=st.integers(-500, 500),
    verb=st.sampled_from(("met", "will meet")),
)
def test_shifting_the_publication_by_weeks_shifts_weekdays(
    words: str, published: datetime.date, weeks: int, verb: str
) -> None:
    """A weekday moves with the publication, week for week, and lies within a week of it on the side the tense says."""
    text = f"They {verb} {words}."
    (before,) = found(text, published)
    (after,) = found(text, published + datetime.timedelta(weeks=weeks))
    assert before.resolved is not None
    assert after.resolved is not None
    assert before.resolved.first_day + datetime.timedelta(weeks=weeks) == after.resolved.first_day
    assert abs((before.resolved.first_day - published).days) <= 7


WORDS = st.sampled_from(
    [
        *sorted(vocabulary().classes),
        *[
            "May",
            "March",
            "Monday",
            "Sun",
            "Christmas",
            "1998",
            "31",
            "0",
            "12:30",
            "1/2",
            "2019-05-03",
            "3-5",
            "20th",
            "1990s",
            ",",
            ".",
            "-",
            "'",
            "’s",
            "%",
            "$",
        ],
        "\n\n",
    ]
)


@settings(max_examples=400, deadline=None)
@given(
    text=st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=80)),
    published=st.one_of(st.none(), st.dates()),
)
def test_no_text_makes_the_finder_raise(text: str, published: datetime.date | None) -> None:
    """Any text on any day: the spans are ordered and disjoint, the values not empty, the days in order."""
    mentions = found(text, published)
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    assert all(one.value and one.rule for one in mentions)
    assert all(one.resolved.first_day <= one.resolved.last_day for one in mentions if one.resolved)


@pytest.mark.parametrize("piece", ["the ", "1 ", "\n", " ", "1-", "two hundred ", "early ", "'s", "a"])
def test_long_runs_of_one_piece_are_read(piece: str) -> None:
    """Text that repeats one piece a hundred thousand times is read without end or error."""
    assert [] == [one for one in found(piece * 100_000) if one.resolved]


@given(st.dates(), st.sampled_from(tuple(PeriodUnit)))
def test_a_day_lies_in_its_periods(one_day: datetime.date, unit: PeriodUnit) -> None:
    """The period of a unit around a day begins on or before it and ends on or after it, weekends apart."""
    period = Period.of(unit, one_day)
    if unit is PeriodUnit.WEEKEND or not period.exists:
        return
    assert period.first_day <= one_day <= period.last_day
    assert period.index + 1 == Period.of(unit, one_day).moved(1).index


@pytest.mark.parametrize(
    ("year", "expected"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31")]
)
def test_easter_is_where_almanacs_have_it(year: int, expected: str) -> None:
    """Easter Sunday of some years."""
    assert expected == easter(year).isoformat()
