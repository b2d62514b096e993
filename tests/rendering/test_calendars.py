"""Events as a calendar."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import MissingPartError
from briefing.model.dates import Basis, Precision, ResolvedDate
from briefing.model.findings import Analysis, EventStatus
from briefing.model.tellings import timeline_of
from briefing.rendering import render_calendar
from briefing.rendering.characters import plain
from tests.build import analysis, day, days, document, source
from tests.strategies import HOSTILE, texts

if TYPE_CHECKING:
    from briefing.model.findings import Event


def found(**fields: object) -> Analysis:
    """The ferry article's analysis, its one event with other fields as given."""
    made = analysis()
    return replace(made, events=(replace(made.events[0], **fields),))  # type: ignore[arg-type]


def entries(text: str) -> list[Any]:
    """The entries of a calendar, as another program reads it."""
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_an_event_is_an_entry_of_a_whole_day() -> None:
    """The whole file, byte by byte: the clause, its days (the last one exclusive), its sentence, its place, the day of publication."""
    text = render_calendar([found()]).text
    sha256 = analysis().document.source.sha256
    unfolded = text.replace("\r\n ", "")
    expected = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:{unfolded.partition("PRODID:")[2].partition(chr(13))[0]}
X-WR-CALNAME:
BEGIN:VEVENT
SUMMARY:The Seafarers' Union … rejected the offer on Tuesday
DTSTART;VALUE=DATE:20240312
DTEND;VALUE=DATE:20240313
DTSTAMP:20240314T000000Z
UID:{sha256}-e1@briefing
CATEGORIES:happened
DESCRIPTION:“The Seafarers' Union (SU)\\, which represents 1\\,900 deckhands\\, rejected the offer on Tuesday.”\\nStatus: \
happened\\nDate in the article: “on Tuesday”\\nSource: 14 March 2024\\, ¶2\\, sentence 1
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""
    assert expected.replace("\n", "\r\n") == unfolded
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    ("status", "summary", "expected"),
    [
        (EventStatus.HAPPENED, "The", "CONFIRMED"),
        (EventStatus.REPORTED, "[reported]", "CONFIRMED"),
        (EventStatus.PLANNED, "[planned]", "TENTATIVE"),
        (EventStatus.POSSIBLE, "[possible]", "TENTATIVE"),
        (EventStatus.DENIED, "[denied]", "CANCELLED"),
    ],
)
def test_an_entry_says_whether_it_is_so(status: EventStatus, summary: str, expected: str) -> None:
    """In its status, its category, its description, and before its words where it did not simply happen."""
    [entry] = entries(render_calendar([found(status=status, said_by="p2")]).text)
    assert (expected, [status.value]) == (entry["STATUS"], entry["CATEGORIES"].cats)
    assert entry["SUMMARY"].startswith(summary)
    assert f"Status: {status.value}, by the word of Nordline" in entry["DESCRIPTION"]


@pytest.mark.parametrize(
    ("when", "counts"),
    [
        (days("2024-03-12"), (1, 0, 0)),
        (days("2024-03-01", "2024-03-31", Precision.MONTH), (1, 0, 0)),
        (days("2024-03-01", "2024-04-01"), (0, 0, 1)),
        (days("2023-01-01", "2023-12-31", Precision.YEAR), (0, 0, 1)),
        (days("2024-03-12", basis=Basis.PRESUMED), (0, 1, 0)),
        (None, (0, 1, 0)),
    ],
)
def test_what_has_no_place_in_a_calendar_is_counted(when: ResolvedDate | None, counts: tuple[int, ...]) -> None:
    """An event without a date that a page would show, and one dated to more than a month."""
    calendar = render_calendar([found(when=when)])
    assert counts == (calendar.entries, calendar.undated, calendar.coarse)
    assert calendar.entries == len(entries(calendar.text))


def test_a_month_ends_with_its_last_day() -> None:
    """DTEND is the day after: a month leads to the first of the next."""
    [entry] = entries(render_calendar([found(when=days("2024-02-01", "2024-02-29", Precision.MONTH))]).text)
    assert (day("2024-02-01"), day("2024-03-01")) == (entry["DTSTART"].dt, entry["DTEND"].dt)


def test_an_article_without_a_day_of_publication_has_a_fixed_stamp() -> None:
    """No clock is read; that the day is not known is told."""
    made = found()
    undated = replace(made.document, source=replace(made.document.source, published=None))
    calendar = render_calendar([replace(made, document=undated)])
    assert calendar.lacks_day
    assert datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) == entries(calendar.text)[0]["DTSTAMP"].dt


def test_several_articles_are_one_calendar_in_order_of_time() -> None:
    """Each article's events under names of their own; the same text twice is one article."""
    other = document(source("In May 2023 the ships of Nordline lay idle.", title="Idle", published=day("2024-01-02")))
    first = replace(analysis().events[0], when=days("2023-05-01", "2023-05-31"), clause=other.sentences[0].span)
    idle = Analysis(other, events=(replace(first, parts=(), who=None, citations=(other.cite(first.clause),)),))
    calendar = render_calendar([found(), idle, found()])
    shown = entries(calendar.text)
    assert ["In May 2023 the ships of Nordline lay idle.", "The Seafarers' Union … rejected the offer on Tuesday"] == [
        entry["SUMMARY"] for entry in shown
    ]
    assert 2 == calendar.entries == len({entry["UID"] for entry in shown})


def test_a_missing_part_is_told_before_an_article_is_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra that installs it."""
    monkeypatch.setitem(sys.modules, "icalendar", None)

    analysed = iter([found()])
    with pytest.raises(MissingPartError, match=r"missing: .*; pip install \"briefing-cli\[write-ics\]\""):
        render_calendar(analysed)
    assert 1 == len(list(analysed))


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Any text, each sentence an event on any days; its first word is who, its last one where."""
    text = draw(st.lists(texts, min_size=1, max_size=4).map("\n\n".join))
    made = document(
        source(text, title=draw(texts), site=draw(texts), origin=draw(texts), published=draw(st.none() | _any_day))
    )
    [pattern] = analysis().events
    events: list[Event] = []
    for sentence in made.sentences:
        first = draw(_any_day)
        length = datetime.timedelta(days=draw(st.integers(0, 40)))
        last = first + length if first < datetime.date.max - length else first
        when = ResolvedDate(first, last, draw(st.sampled_from(Precision)), draw(st.sampled_from(Basis)))
        events.append(
            replace(
                pattern,
                id=f"e{len(events)}",
                trigger=sentence.span,
                clause=sentence.span,
                parts=(),
                who=None,
                place=draw(st.none() | st.just(sentence.span)),
                when=when,
                when_words=sentence.span,
                status=draw(st.sampled_from(EventStatus)),
                citations=(made.cite(sentence.span),),
            )
        )
    return Analysis(made, events=tuple(events))


_any_day = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@settings(max_examples=150, deadline=None)
@given(analyses())
def test_any_text_makes_a_calendar_that_can_be_read(made: Analysis) -> None:
    """As many entries as events with a day, each with its own words and days; no line but those of the calendar, no control character."""
    calendar = render_calendar([made])
    shown = entries(calendar.text)
    assert calendar.entries == len(shown)
    told = timeline_of(made)
    assert len(told) == calendar.entries + calendar.undated + calendar.coarse
    words = {f"{telling.event.id}@briefing": telling for telling in told}
    for entry in shown:
        telling = words[entry["UID"].rpartition("-")[2]]
        assert entry["SUMMARY"].endswith(plain(telling.words(made.document)))
        assert telling.when is not None
        assert telling.when.first_day == entry["DTSTART"].dt
    assert not any((ord(each) < 32 and each not in "\r\n") or 127 <= ord(each) < 160 for each in calendar.text)
    assert calendar.text.count("\n") == calendar.text.count("\r\n") == calendar.text.count("\r")


@pytest.mark.parametrize(
    "words", [*HOSTILE, "a, b; c: d\\n e\\, f\\\\n\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x", "x" * 400]
)
def test_no_words_become_lines_of_the_file(words: str) -> None:
    """Line ends, commas, semicolons and backslashes of an article come back as they were, on one line."""
    made = document(source(f"Nordline said {words} on Tuesday.", title=words))
    first = made.sentences[0].span
    [event] = found(clause=first, trigger=first, parts=(first,), who=None, place=first).events
    shown = entries(render_calendar([Analysis(made, events=(replace(event, citations=(made.cite(first),)),))]).text)
    assert [plain(made.text_of(first))] * 2 == [str(shown[0][key]) for key in ("SUMMARY", "LOCATION")]
    assert 1 == len(shown)
