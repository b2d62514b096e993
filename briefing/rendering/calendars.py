"""Events as a calendar: analyses in, the text of an iCalendar file (RFC 5545) out. icalendar is imported here alone.

What is dated to a day, or to days that are at most a month, becomes an all-day entry that leaves the reader's time free. There is no clock:
an entry is stamped with the day on which its article was published, so that the same input gives the same bytes.
"""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing._version import __version__
from briefing.errors import MissingPartError
from briefing.model.dates import Basis
from briefing.model.findings import EventStatus
from briefing.model.tellings import timeline_of
from briefing.rendering.characters import plain
from briefing.rendering.places import Places
from briefing.rendering.wording import long_date, source_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import icalendar

    from briefing.model.dates import ResolvedDate
    from briefing.model.findings import Analysis
    from briefing.model.tellings import Telling
    from briefing.model.text import Document, Source

__all__ = ["CalendarFile", "render_calendar"]

LONGEST = 31
"""Days of the longest entry, a month: a year would lie over every week of it, and say nothing about any."""

UNDATED_STAMP = datetime.date(1970, 1, 1)
"""The stamp of an article whose day of publication is not known."""

# RFC 5545, 3.8.1.11: an event is definite, tentative or cancelled. What is only said to have happened has a day all the same.
_STATUS = {
    EventStatus.HAPPENED: "CONFIRMED",
    EventStatus.REPORTED: "CONFIRMED",
    EventStatus.PLANNED: "TENTATIVE",
    EventStatus.POSSIBLE: "TENTATIVE",
    EventStatus.DENIED: "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar, and what is not in it.

    Attributes:
        text: The file, lines ended as RFC 5545 has it, by carriage return and line feed.
        entries: How many entries it has.
        undated: How many events have no date.
        coarse: How many are dated to more than a month.
        lacks_day: True iff an article has no day of publication, from which "on Tuesday" could be counted.
    """

    text: str
    entries: int
    undated: int
    coarse: int
    lacks_day: bool


def render_calendar(analyses: Iterable[Analysis]) -> CalendarFile:
    """The dated events of articles as one calendar, each told once, in order of time.

    Args:
        analyses: The articles' findings; they are taken one at a time, and not at all where the part is missing.

    Raises:
        MissingPartError: icalendar is not installed.
    """
    try:
        from icalendar import Calendar  # noqa: PLC0415 - needed for this format alone
    except ImportError as error:
        raise MissingPartError(
            "calendars are written by 'icalendar', which is not installed",
            where="--format ics",
            remedy='pip install "briefing-cli[write-ics]"',
        ) from error

    entries: dict[str, _Entry] = {}
    left_out: Counter[str] = Counter()
    titles: list[str] = []
    lacks_day = False
    for analysis in analyses:
        source = analysis.document.source
        titles.append(plain(source.title) or source_name(source))
        lacks_day |= source.published is None
        # The same text in two files is one article: a name must stand for one entry.
        entries |= {entry.uid: entry for entry in _entries(analysis, left_out)}
    calendar = Calendar()
    calendar.add("prodid", f"-//briefing//briefing {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", titles[0] if len(titles) == 1 else f"Events of {len(titles)} articles")
    # The sort keeps what has the same days in the order of the articles and of their texts.
    for entry in sorted(entries.values(), key=lambda entry: (entry.when.first_day, entry.when.last_day)):
        calendar.add_component(entry.component())
    text = calendar.to_ical().decode()
    return CalendarFile(text, len(entries), left_out["undated"], left_out["coarse"], lacks_day)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry, its words made safe."""

    uid: str
    stamp: datetime.date
    when: ResolvedDate
    status: EventStatus
    summary: str
    description: str
    place: str

    def component(self) -> icalendar.Event:
        from icalendar import Event  # noqa: PLC0415 - see render_calendar

        event = Event()
        event.add("uid", self.uid)
        event.add("dtstamp", datetime.datetime.combine(self.stamp, datetime.time(), datetime.UTC))
        event.add("dtstart", self.when.first_day)
        if self.when.last_day < datetime.date.max:
            event.add("dtend", self.when.last_day + datetime.timedelta(days=1))
        event.add("summary", self.summary)
        event.add("description", self.description)
        if self.place:
            event.add("location", self.place)
        event.add("status", _STATUS[self.status])
        event.add("categories", [self.status.value])
        event.add("transp", "TRANSPARENT")
        return event


def _entries(analysis: Analysis, left_out: Counter[str]) -> Iterator[_Entry]:
    """The entries of one article; what has none is counted."""
    document = analysis.document
    source = document.source
    places = Places((document,))
    names = {actor.id: plain(actor.name) for actor in analysis.actors}
    for telling in timeline_of(analysis):
        event, when = telling.event, telling.when
        if when is None:
            left_out["undated"] += 1
        elif not 0 <= (when.last_day - when.first_day).days < LONGEST:
            left_out["coarse"] += 1
        else:
            # A list of entries shows this line alone: what did not simply happen must not look as if it had.
            label = "" if event.status is EventStatus.HAPPENED else f"[{event.status.value}] "
            yield _Entry(
                uid=f"{source.sha256}-{event.id}@briefing",
                stamp=source.published or UNDATED_STAMP,
                when=when,
                status=event.status,
                summary=label + plain(telling.words(document)),
                description="\n".join(_description(document, places, telling, names.get(event.said_by, ""))),
                place=plain(document.text_of(event.place)) if event.place is not None else "",
            )


def _description(document: Document, places: Places, telling: Telling, said_by: str) -> Iterator[str]:
    """What an entry says of itself: the sentence, whether it is so, how it is dated, where it stands."""
    event = telling.event
    cited = event.citations[0].sentence
    yield f"“{plain(places.words(cited))}”"
    yield f"Status: {event.status.value}{f', by the word of {said_by}' if said_by else ''}"
    if telling.when_words is not None:
        yield f"Date in the article: “{plain(document.text_of(telling.when_words))}”"
    elif telling.when is not None and telling.when.basis is Basis.PUBLICATION:
        yield "Date in the article: the day of publication"
    yield f"Source: {_source_text(document.source)}, {places.describe(cited)}"


def _source_text(source: Source) -> str:
    """Title, publication and day of an article."""
    parts = (
        plain(source.title),
        plain(source.site) or source_name(source),
        long_date(source.published) if source.published else "",
    )
    return ", ".join(part for part in parts if part) or "a text without title"
