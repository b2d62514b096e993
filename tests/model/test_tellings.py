"""Events told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.model.dates import Basis
from briefing.model.findings import Analysis, Event
from briefing.model.tellings import timeline_of, told_once
from tests.build import analysis, days, document, source, span

if TYPE_CHECKING:
    from briefing.model.dates import ResolvedDate
    from briefing.model.text import Document

TEXT = """\
The council will hold a hearing on Friday, which the mayor called for. The hearing, she said, begins at noon on 5 May.

What comes next

Ivar Moe resigned in April. He left.
"""


def event(
    made: Document, id: str, trigger: str, words: str, when: ResolvedDate | None = None, **fields: object
) -> Event:
    """An event of these words, without actors; other fields as given."""
    [pattern] = analysis().events
    clause = span(made, words)
    values = {"clause": clause, "parts": (clause,), "who": None, "when_words": None, "citations": (made.cite(clause),)}
    return replace(pattern, id=id, trigger=span(made, trigger), when=when, **{**values, **fields})  # type: ignore[arg-type]


def found(*events: Event, made: Document) -> Analysis:
    """An analysis with these events alone."""
    return Analysis(made, events=events)


MADE = document(source(TEXT))
HOLD = "The council will hold a hearing on Friday"
FRIDAY, MAY = days("2024-05-03", basis=Basis.RELATIVE), days("2024-05-05")


@pytest.mark.parametrize(
    ("when", "approximate", "shown"),
    [
        (Basis.EXPLICIT, False, True),
        (Basis.RELATIVE, True, True),
        (Basis.PUBLICATION, False, True),
        (Basis.PUBLICATION, True, False),
        (Basis.PRESUMED, False, False),
    ],
)
def test_a_day_that_is_only_presumed_is_not_shown(when: Basis, approximate: bool, shown: bool) -> None:
    """Nor is the day of publication where the text says no more than that it had happened by then."""
    resolved = replace(days("2024-05-03", basis=when), approximate=approximate)
    assert (resolved if shown else None) == event(MADE, "e1", "hold", HOLD, resolved).shown_when


def test_a_retelling_gives_its_date_to_the_event() -> None:
    """Of the mentions of one event the one that has a date in its own words tells it, once."""
    first = event(MADE, "e1", "called", "the mayor called for")
    again = event(MADE, "e2", "begins", "begins at noon on 5 May", MAY, same_as="e1", when_words=span(MADE, "5 May"))
    [told] = told_once(found(first, again, made=MADE))
    assert ("e2", MAY, span(MADE, "5 May")) == (told.event.id, told.when, told.when_words)


def test_the_same_words_are_told_once() -> None:
    """The verb goes before the noun, a dated event before an undated one, the first before the second; saying counts too."""
    verb, noun = event(MADE, "e1", "hold", HOLD, FRIDAY), event(MADE, "e2", "hearing", HOLD, FRIDAY, is_noun=True)
    assert ["e1"] == [told.event.id for told in told_once(found(noun, verb, made=MADE))]
    other_day = replace(noun, when=MAY)
    assert ["e1"] == [told.event.id for told in told_once(found(other_day, verb, made=MADE))]
    undated = replace(verb, when=None)
    assert ["e2"] == [told.event.id for told in told_once(found(undated, noun, made=MADE))]
    speech = replace(undated, is_speech=True)
    other = event(MADE, "e3", "hearing", HOLD)
    assert ["e1"] == [told.event.id for told in told_once(found(speech, other, made=MADE))]
    assert () == told_once(found(speech, made=MADE))


def test_a_heading_tells_nothing() -> None:
    """An event in a heading is no row of a list."""
    assert () == told_once(found(event(MADE, "e1", "comes", "What comes next", MAY), made=MADE))


def test_a_timeline_is_in_order_of_time() -> None:
    """Dated events by day, the coarser date after what it holds; the undated ones last, in text order."""
    events = (
        event(MADE, "e1", "hold", HOLD),
        event(MADE, "e2", "called", "the mayor called for"),
        event(MADE, "e3", "begins", "begins at noon on 5 May", days("2024-05-05")),
        event(MADE, "e4", "resigned", "Ivar Moe resigned in April", days("2024-04-01", "2024-04-30")),
        event(MADE, "e5", "said", "The hearing, she said", days("2024-04-01")),
    )
    assert ["e5", "e4", "e3", "e1", "e2"] == [told.event.id for told in timeline_of(found(*events, made=MADE))]


def test_a_timeline_does_not_say_words_twice() -> None:
    """An event whose words stand in those of another of the same days is left out, and so is one of one or two words."""
    outer = event(MADE, "e1", "hold", f"{HOLD}, which the mayor called for", FRIDAY)
    inner = event(MADE, "e2", "called", "the mayor called for", FRIDAY)
    short = event(MADE, "e3", "left", "He left")
    assert ["e1"] == [told.event.id for told in timeline_of(found(outer, inner, short, made=MADE))]
    other_day = replace(inner, when=MAY)
    assert ["e1", "e2"] == [told.event.id for told in timeline_of(found(outer, other_day, short, made=MADE))]


def test_words_left_out_are_marked_and_who_stands_in_brackets() -> None:
    """`…` between two parts; who it is about in brackets, where the clause does not say it."""
    parts = (span(MADE, "hold a hearing"), span(MADE, "on Friday"))
    [told] = told_once(found(event(MADE, "e1", "hold", HOLD, parts=parts, who=span(MADE, "The council")), made=MADE))
    assert "[The council] hold a hearing … on Friday" == told.words(MADE)
