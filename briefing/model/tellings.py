"""Events told once: the mentions of one event joined, with the date of the one that has it. Standard library only."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from briefing.model.dates import ResolvedDate
    from briefing.model.findings import Analysis, Event
    from briefing.model.text import Document, Span

    _Days: TypeAlias = tuple[datetime.date, datetime.date]

__all__ = ["Telling", "timeline_of", "told_once"]

FEWEST_WORDS = 3
"""Words without which a clause tells a reader nothing: "that offers", "collapsed"."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as a list of events tells it.

    Attributes:
        event: The mention whose words tell it.
        when: The days it is dated to, of the mention or of a retelling; None where a reader is to be shown none.
        when_words: The words that say so, also where they lead to no days ("on Tuesday" in an undated article); or None.
    """

    event: Event
    when: ResolvedDate | None
    when_words: Span | None

    @classmethod
    def of(cls, event: Event) -> Telling:
        """The mention alone."""
        when = event.shown_when
        return cls(event, when, None if when is None and event.when is not None else event.when_words)

    @property
    def parts(self) -> tuple[Span, ...]:
        """The spans of the words that tell it."""
        return self.event.parts or (self.event.clause,)

    @property
    def days(self) -> _Days | None:
        """The first and the last day, or None."""
        return None if self.when is None else (self.when.first_day, self.when.last_day)

    def holds(self, other: Telling) -> bool:
        """True iff the words of the other stand among those of this one, which has more."""
        inside = all(any(part in own for own in self.parts) for part in other.parts)
        return inside and self.parts != other.parts

    def words(self, document: Document) -> str:
        """Its core on one line, `…` where words are left out; who it is about before it, in brackets, where the words do not say."""
        parts = self.event.core or self.parts
        texts = [" ".join(document.text_of(part).split()) for part in parts]
        told = " … ".join(text for text in texts if text)
        who = self.event.who
        if who is None or any(who.overlap(part) for part in parts):
            return told
        return f"[{' '.join(document.text_of(who).split())}] {told}"


def told_once(analysis: Analysis) -> tuple[Telling, ...]:
    """Each event once, in text order: a retelling goes with the first mention; "said" is told by the quotes, headings tell nothing.

    Of several events in the very same words ("will hold a session on Friday": the holding and the session) one is told: a dated one
    before an undated one, a verb before a noun, the main clause before what depends on it.
    """
    groups: dict[str, list[Event]] = {}
    for event in analysis.events:
        if not analysis.document.sentence_at(event.trigger.start).is_heading:
            groups.setdefault(event.same_as or event.id, []).append(event)
    same_words: dict[tuple[Span, ...], list[Telling]] = {}
    for group in groups.values():
        told = _telling(group)
        same_words.setdefault(told.parts, []).append(told)
    kept = [
        min(tellings, key=lambda told: (told.when is None, told.event.is_noun, told.event.depth, told.event.trigger))
        for tellings in same_words.values()
        if not all(telling.event.is_speech for telling in tellings)
    ]
    return tuple(sorted(kept, key=lambda telling: (telling.event.trigger, telling.event.id)))


def timeline_of(analysis: Analysis) -> tuple[Telling, ...]:
    """Events for a reader: each once, none that is no sentence or of one or two words, and none whose words stand in those of another event of the same days.

    The dated ones come in order of time (the coarser date after what it holds), then the undated ones; else in text order.
    """
    beside: dict[tuple[str, _Days | None], list[Telling]] = {}
    for telling in told_once(analysis):
        beside.setdefault((telling.event.citations[0].sentence, telling.days), []).append(telling)
    kept = [
        telling
        for tellings in beside.values()
        for telling in tellings
        if telling.event.is_sentence
        and len(telling.words(analysis.document).split()) >= FEWEST_WORDS
        and not any(other.holds(telling) for other in tellings)
    ]
    never = (datetime.date.max, datetime.date.max)
    return tuple(sorted(kept, key=lambda telling: (telling.when is None, telling.days or never, telling.event.trigger)))


def _telling(group: list[Event]) -> Telling:
    """The mention with a date in its own words, else the first with a date, else the first, which tells the event."""
    tellings = [Telling.of(event) for event in group]
    dated = [telling for telling in tellings if telling.when is not None]
    return next((telling for telling in dated if telling.when_words is not None), dated[0] if dated else tellings[0])
