"""The timeline of a page: which events move the story, told once each, in order of time."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, TypeGuard

from briefing.composition.cutting import limits
from briefing.composition.date_text import date_text
from briefing.composition.event_worth import event_worth
from briefing.composition.likelihood import find_likelihood
from briefing.composition.openings import join_parts, shortened
from briefing.lexicon import load_lexicon
from briefing.model.brief import EventLine, Known
from briefing.model.dates import Basis
from briefing.model.findings import EventStatus, SourceKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.composition.lines import Lines
    from briefing.model.brief import Line
    from briefing.model.findings import Event
    from briefing.model.text import Document

__all__ = ["by_time", "event_lines", "main_event"]

LEAST_WORTH = 0.37
"""Below it, in gold pages that were held out, about half of the events are what an editor would tell; from 0.5 on three in four."""

LEAST_UNDATED = 0.45
"""The same of an event without a date: on a timeline it must be worth more."""

FEWEST_WORDS = 3
"""Words of a clause without its date: subject, verb and one more."""

MOST_WORDS, RETOLD_WORDS = 12, 10
"""Words of an event on the timeline, and of one that the bottom line tells already; a longer clause is cut at the end."""

MOST_BEFORE = 14
"""Words before the verb of an event on the timeline."""

ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")

NEVER = (9999, 12, 31)


def event_lines(lines: Lines, opening: Iterable[Line]) -> list[EventLine]:
    """A line for each event worth telling, the one that moves the story most first; retellings are told once.

    `opening`: the bottom line; what it tells in full is told again in few words, for its date.
    """
    in_full = {citation.sentence for line in opening for citation in line.citations}
    retold: dict[str, list[Event]] = defaultdict(list)
    for event in lines.analysis.events:
        retold[event.same_as or event.id].append(event)
    told = []
    for group in retold.values():
        teller = _best_teller(lines, group)
        worth = event_worth(lines, teller, len(group) - 1)
        is_dated = any(event.shown_when is not None for event in group)
        if worth >= (LEAST_WORTH if is_dated else LEAST_UNDATED) and _is_tellable(lines, teller):
            order = _order_of(lines, teller)
            told.append((worth, teller, group) if order is None else (worth, order, [order]))
    told.sort(key=lambda row: (-row[0], row[1].trigger.start))
    kept: list[EventLine] = []
    # A clause lies in its sentence: two that overlap are told there.
    clauses: dict[str, list[Span]] = defaultdict(list)
    for worth, event, group in told:
        sentence = event.citations[0].sentence
        there = clauses[sentence]
        if any(2 * event.clause.overlap(clause) > min(len(event.clause), len(clause)) for clause in there):
            continue
        importance = worth / (1 + 0.5 * len(there))
        words = RETOLD_WORDS if sentence in in_full else MOST_WORDS
        kept.append(_line(lines, event, group, importance, words=words))
        there.append(event.clause)
    return lines.focus.first(sorted(kept, key=lambda line: -line.importance))


def _order_of(lines: Lines, event: Event) -> Event | None:
    """The order that was given, where an undated event is only what was ordered, in the same words: "was ordered to sail"."""
    if event.is_noun or event.status not in (EventStatus.PLANNED, EventStatus.POSSIBLE) or event.when_words is not None:
        return None
    return next(
        (
            other
            for other in lines.events_in(lines.document.sentence(event.citations[0].sentence))
            if other.lemma in _tying("ordering")
            and other.status in (EventStatus.HAPPENED, EventStatus.REPORTED)
            and other.clause == event.clause
            and other.trigger.start < event.trigger.start
        ),
        None,
    )


def main_event(lines: Lines, sentence_id: str) -> Event | None:
    """The event that a sentence tells: its worthiest one."""
    inside = [event for event in lines.analysis.events if event.citations[0].sentence == sentence_id]
    return max(inside, key=lambda event: (event_worth(lines, event, 0), -event.trigger.start), default=None)


def by_time(events: Iterable[EventLine]) -> tuple[EventLine, ...]:
    """Dated events in order of time (the coarser date after what it holds), then the undated ones in text order."""

    def key(line: EventLine) -> tuple[bool, tuple[int, ...], tuple[int, ...], int]:
        place = line.citations[0].span.start
        if line.when is None:
            return True, NEVER, NEVER, place
        first, last = line.when.first_day, line.when.last_day
        return False, (first.year, first.month, first.day), (last.year, last.month, last.day), place

    return tuple(sorted(events, key=key))


def _best_teller(lines: Lines, group: list[Event]) -> Event:
    """The mention to show: no headline's, dated in its own words, none that only says "it began", then worthiest, then first."""
    if len(group) == 1:
        return group[0]
    return max(
        group,
        key=lambda event: (
            not _is_headline(lines, event),
            event.when_words is not None,
            event.lemma not in load_lexicon("events").words("retellings.beginning"),
            event_worth(lines, event, 0),
            -event.trigger.start,
        ),
    )


def _is_headline(lines: Lines, event: Event) -> bool:
    """True iff only a headline or a label tells an event in these words; the page has its title on top."""
    return lines.document.sentence(event.citations[0].sentence).is_heading


def _is_tellable(lines: Lines, event: Event) -> bool:
    """True iff the words of the event make a clause: a verb with somebody who does or suffers it."""
    parts = _without_date(lines.document, event, event.parts)
    words = sum(len(lines.document.text_of(part).split()) for part in parts)
    if words < FEWEST_WORDS or (event.who is None and event.whom is None):
        return False
    if _is_headline(lines, event) or _is_far(lines, event) or _is_relative(lines.document, event):
        return False
    if event.is_speech and not lines.has_content(event):
        return False
    if event.who is not None and lines.document.text_of(event.who).lower() in _tying("nobody"):
        return False
    if not event.is_sentence or not (event.is_noun or _has_subject(event)):
        return False
    return not lines.openings.points_back(event.parts[0]) and not lines.is_question(
        lines.document.sentence(event.citations[0].sentence)
    )


def _is_far(lines: Lines, event: Event) -> bool:
    """True iff so many words lie before the verb that a line would be full before it says what happened."""
    told = _without_opening(lines, event, event.core or event.parts)
    before = [Span(part.start, min(part.end, event.trigger.start)) for part in told if part.start < event.trigger.start]
    return lines.count_words(before) > MOST_BEFORE


def _is_relative(document: Document, event: Event) -> bool:
    """True iff what stands before the verb points to a word before it: "the abolition of which was asked for"."""
    before = [words for words in (event.who, event.whom) if words is not None and words.start < event.trigger.start]
    return any(document.text_of(words).lower().endswith((" which", " whom")) for words in before)


def _is_told(words: Span | None, parts: Sequence[Span]) -> TypeGuard[Span]:
    """True iff there are such words and the parts hold some of them."""
    return words is not None and any(words.overlap(part) for part in parts)


def _has_subject(event: Event) -> bool:
    """True iff the words of a verb's event hold who does it, or before the verb to whom it is done: a sentence, no "notifying them"."""
    return _is_told(event.who, event.parts) or (
        _is_told(event.whom, event.parts) and event.whom.start < event.trigger.start
    )


def _line(lines: Lines, event: Event, group: list[Event], importance: float, *, words: int) -> EventLine:
    dated = next((teller for teller in (event, *group) if teller.shown_when is not None), event)
    when = dated.shown_when
    written = ""
    if dated.when_words is not None and (when is None or when.basis is not Basis.EXPLICIT):
        expression = join_parts(lines.document, (dated.when_words,))
        written = expression if when is None else _beyond(date_text(when), expression)
    told = _without_opening(lines, event, event.core or event.parts)
    parts = _without_date(lines.document, event, told) if when is not None or written else list(told)
    parts, cut = shortened(lines.document, parts, words, keep=event.trigger)
    text = lines.openings.shown(parts) + (" …" if cut else "")
    # What a clause beside the statement tells ("the pilot, which ends in March") is hardly its speaker's news.
    is_beside = event.depth > 0 and event.status is not EventStatus.REPORTED
    said_by = "" if is_beside else lines.provenance.said_by(event.trigger)
    return EventLine(
        text,
        event.citations,
        Known(SourceKind.AUTHOR) if is_beside else lines.provenance.known_event(event.trigger, told),
        importance,
        event=event.id,
        when=when,
        when_text=date_text(when) if when is not None else "",
        as_written=written,
        status=event.status,
        who=join_parts(lines.document, (event.who,)) if _is_told(event.who, event.parts) else "",
        place=join_parts(lines.document, (event.place,)) if event.place is not None else "",
        said_by="" if said_by in text else said_by,
        likelihood=find_likelihood(
            lines.document, lines.document.sentence(event.citations[0].sentence).span, event.clause
        )
        if event.status is EventStatus.POSSIBLE
        else None,
    )


@cache
def _tying(key: str) -> frozenset[str]:
    return load_lexicon("composition").words(f"dates.{key}")


def _beyond(shown: str, words: str) -> str:
    """What the article's words for a date say that the date as shown does not: "Tue 23 Aug 2022" for "Tuesday", "evening" of "Tuesday evening"."""
    held = {part.lower()[:3] for part in shown.split() if part not in ("week", "of", "c.")}
    rest = words.split()

    def is_said(word: str) -> bool:
        return ORDINAL.sub("", word.lower().strip(",."))[:3] in held

    if not any(map(is_said, rest)):
        return words
    while rest and (is_said(rest[-1]) or rest[-1].lower() in _tying("joints")):
        rest.pop()
    while rest and (is_said(rest[0]) or rest[0].lower() in _tying("joints")):
        rest.pop(0)
    # "April 11 of this year": what is left counts from a day that the date has counted from.
    return "" if [word.lower() for word in rest] in (["this", "year"], ["last", "year"]) else " ".join(rest)


def _without_opening(lines: Lines, event: Event, told: Sequence[Span]) -> Sequence[Span]:
    """The words that tell an event without an adverbial that a comma sets off before its subject, unless it limits them or dates it."""
    first, who = told[0], event.who
    if who is None or not first.start < who.start < first.end:
        return told
    opening = Span(first.start, who.start)
    is_set_off = lines.document.text_of(opening).rstrip().endswith(",")
    is_date = event.when_words is not None and event.when_words.overlap(opening)
    if not is_set_off or is_date or limits(lines, opening) or not _is_told(event.who, (Span(who.start, first.end),)):
        return told
    return (Span(who.start, first.end), *told[1:])


def _without_date(document: Document, event: Event, told: Sequence[Span]) -> list[Span]:
    """The words that tell an event without the words of its date, which stand in the line's own column, nor the preposition before them."""
    words = event.when_words
    if words is None:
        return list(told)
    text = document.source.text
    start, end = words.start, words.end
    while start and text[start - 1].isspace():
        start -= 1
    before = re.search(r"([^\W\d_]+)$", text[max(0, start - 12) : start])
    preposition = before.group().lower() if before else ""
    if preposition in _tying("kept") or text.startswith(("'s", "’s"), end):
        return list(told)
    start = start - len(preposition) if preposition in _tying("dropped") else words.start
    if re.match(r"\s*,", text[end : end + 3]) and any(part.start >= start for part in told[:1]):
        end = text.index(",", end) + 1
    kept: list[Span] = []
    for part in told:
        for left, right in ((part.start, min(part.end, start)), (max(part.start, end), part.end)):
            trimmed = _trimmed(text, left, right)
            if trimmed is not None:
                kept.append(trimmed)
    telling = any(event.trigger in part for part in kept)
    # Out of the middle of a clause the date would leave a gap that reads worse than the date itself.
    return kept if telling and len(kept) <= len(told) else list(told)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space and commas at its ends; None for one without a letter or digit."""
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end) if any(character.isalnum() for character in text[start:end]) else None
