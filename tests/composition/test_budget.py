"""Which lines fit on the page."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.composition.budget import PAGE_FRAME, choose_lines, words_of
from briefing.model.brief import ActorLine, EventLine, Known, Line, QuestionLine, Section, Shows
from briefing.model.findings import ActorKind, EventStatus, QuestionKind, SourceKind
from tests import build


def _lines(count: int, words: int = 10) -> list[Line]:
    """Lines of so many words, each of a sentence of its own."""
    made = build.document(" ".join(f"Number {number}." for number in range(count)))
    return [
        Line("word " * words, (made.cite(sentence.span),), None, 1 - number / 100)
        for number, sentence in enumerate(made.sentences)
    ]


def test_limits_are_kept_and_the_rest_is_counted() -> None:
    """A section shows no more than its limit; what it lost is said."""
    plan = dataclasses.replace(build.PLAN, sections=(Section(Shows.POINTS, "Points", 2),), words=500)
    shown, left_out = choose_lines(plan, None, {Shows.POINTS: _lines(5)})
    assert len(shown[Shows.POINTS]) == 2
    assert [(left.shows, left.lines) for left in left_out] == [(Shows.POINTS, 3)]


def test_a_section_that_the_plan_has_not_is_not_shown() -> None:
    """Nor is it counted as left out: nobody asked for it."""
    plan = dataclasses.replace(build.PLAN, sections=(Section(Shows.POINTS, "Points"),), words=500)
    shown, left_out = choose_lines(plan, None, {Shows.POINTS: _lines(1), Shows.QUOTES: _lines(3)})
    assert shown[Shows.QUOTES] == []
    assert left_out == ()


@pytest.mark.parametrize("words", [60, 100, 150, 300])
def test_the_words_are_kept(words: int) -> None:
    """The lines chosen take no more words than the plan has beside the page's frame."""
    plan = dataclasses.replace(build.PLAN, words=words)
    shown, _ = choose_lines(plan, None, {Shows.POINTS: _lines(9), Shows.FIGURES: _lines(9, words=4)})
    assert sum(words_of(line) for lines in shown.values() for line in lines) <= words


def test_a_small_page_has_something_of_each_section() -> None:
    """The first line of a section goes before the second of another."""
    plan = dataclasses.replace(build.PLAN, words=110)
    shown, _ = choose_lines(plan, None, {Shows.POINTS: _lines(5), Shows.QUESTIONS: _lines(5)})
    assert shown[Shows.POINTS]
    assert shown[Shows.QUESTIONS]


def test_two_sections_of_one_kind_share_their_limits() -> None:
    """A plan that splits the points by who tells them has room for both lists."""
    sections = (Section(Shows.POINTS, "Known", 2, ("author",)), Section(Shows.POINTS, "Told", 1, ("named",)))
    plan = dataclasses.replace(build.PLAN, sections=sections, words=500)
    shown, _ = choose_lines(plan, None, {Shows.POINTS: _lines(5)})
    assert len(shown[Shows.POINTS]) == 3


def _event(when_text: str) -> EventLine:
    return EventLine(
        "It sank", _lines(1)[0].citations, event="e1", when=None, when_text=when_text, status=EventStatus.HAPPENED
    )


def test_a_dated_event_takes_the_place_of_the_point_that_tells_it() -> None:
    """The sentence is told once, with its date; the point does not count as left out."""
    shown, left_out = choose_lines(build.PLAN, None, {Shows.POINTS: _lines(1), Shows.TIMELINE: [_event("12 Mar 2024")]})
    assert shown[Shows.POINTS] == []
    assert len(shown[Shows.TIMELINE]) == 1
    assert left_out == ()


def test_an_undated_event_and_a_point_do_not_repeat_each_other() -> None:
    """One sentence is told once, and what repeats it does not count as left out."""
    shown, left_out = choose_lines(build.PLAN, None, {Shows.POINTS: _lines(1), Shows.TIMELINE: [_event("")]})
    assert len([*shown[Shows.POINTS], *shown[Shows.TIMELINE]]) == 1
    assert left_out == ()


def test_an_open_question_takes_the_place_of_the_point_that_tells_it() -> None:
    """What its sentence leaves open is told once, as a question; the point does not count as left out."""
    shown, left_out = choose_lines(build.PLAN, None, {Shows.POINTS: _lines(1), Shows.QUESTIONS: [_question(4)]})
    assert (len(shown[Shows.POINTS]), len(shown[Shows.QUESTIONS])) == (0, 1)
    assert left_out == ()


def test_what_is_told_already_does_not_take_its_sections_turn() -> None:
    """Behind an event that a point tells the next one is shown, also where the page has room for few lines."""
    lines = _lines(2)
    events = [dataclasses.replace(_event(""), citations=line.citations) for line in lines]
    plan = dataclasses.replace(build.PLAN, words=PAGE_FRAME + 30)
    shown, _ = choose_lines(plan, lines[0], {Shows.TIMELINE: events})
    assert [line.citations for line in shown[Shows.TIMELINE]] == [lines[1].citations]


def _card(number: int, did: str = "closed the port for a day") -> ActorLine:
    citation = _lines(1)[0].citations[0]
    return ActorLine(
        f"the owner; {did}",
        (citation, citation),
        Known(SourceKind.NAMED),
        id=f"p{number}",
        name=f"Actor {number}",
        kind=ActorKind.PERSON,
        role="the owner",
        did=did,
    )


def _actors_within(words: int) -> list[tuple[str, str]]:
    plan = dataclasses.replace(build.PLAN, sections=(Section(Shows.ACTORS, "Actors", 8),), words=PAGE_FRAME + words)
    shown, _ = choose_lines(plan, None, {Shows.ACTORS: [_card(number) for number in range(1, 4)]})
    return [(line.role, line.did) for line in shown[Shows.ACTORS] if isinstance(line, ActorLine)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (12, [("", "")] * 3),
        (15, [("the owner", ""), ("", ""), ("", "")]),
        (21, [("the owner", "")] * 3),
        (27, [("the owner", "closed the port for a day"), ("the owner", ""), ("the owner", "")]),
        (60, [("the owner", "closed the port for a day")] * 3),
    ],
)
def test_actors_are_named_before_their_cards_are_filled(words: int, expected: list[tuple[str, str]]) -> None:
    """All names first, then who they are, the most central first, then what they did."""
    assert expected == _actors_within(words)


def test_a_name_alone_claims_nothing() -> None:
    """A card without what its actor did cites where it is named, and rests on no source."""
    plan = dataclasses.replace(build.PLAN, sections=(Section(Shows.ACTORS, "Actors", 8),), words=PAGE_FRAME + 7)
    shown, _ = choose_lines(plan, None, {Shows.ACTORS: [_card(1)]})
    (line,) = shown[Shows.ACTORS]
    assert (line.text, len(line.citations), line.known) == ("Actor 1", 1, None)


def _question(words: int) -> QuestionLine:
    citation = _lines(1)[0].citations[0]
    text = "word " * words
    return QuestionLine(text, (citation,), None, 0.5, kind=QuestionKind.UNKNOWN, question=text, cue=citation.span)


def test_what_is_worth_more_for_its_words_comes_first() -> None:
    """Of a short question and a long point there is room for one: the question; a section's second line waits for the first of another."""
    plan = dataclasses.replace(build.PLAN, words=PAGE_FRAME + 3 + 10)
    shown, _ = choose_lines(plan, None, {Shows.POINTS: _lines(3), Shows.QUESTIONS: [_question(6), _question(6)]})
    assert (len(shown[Shows.POINTS]), len(shown[Shows.QUESTIONS])) == (0, 1)


def test_actors_without_end_are_weighed_in_good_time() -> None:
    """The queue of a plan without limits is worked off once: each actor is named once, in order."""
    plan = dataclasses.replace(build.PLAN, sections=(Section(Shows.ACTORS, "Actors", 0),), words=100_000)
    shown, _ = choose_lines(plan, None, {Shows.ACTORS: [_card(number) for number in range(2000)]})
    assert [line.id for line in shown[Shows.ACTORS] if isinstance(line, ActorLine)] == [f"p{n}" for n in range(2000)]
