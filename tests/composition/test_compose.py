"""The page as a whole."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.composition import compose_brief, compose_summary, find_candidates
from briefing.composition.cards import actor_lines
from briefing.composition.lines import Lines
from briefing.composition.timeline import _beyond, by_time
from briefing.model.brief import EventLine, MadeBy, Rank, Ranking, Section, Shows
from briefing.model.dates import Basis
from briefing.model.findings import Analysis, EventStatus
from briefing.model.text import Span
from tests import build

MADE_BY = MadeBy("0.1.0", "none", "brief", "0" * 64)


def _ranking(analysis: Analysis) -> Ranking:
    names = tuple(sentence.id for sentence in analysis.document.sentences if not sentence.is_heading)
    return Ranking(analysis.document, "lead", tuple(Rank(name, place) for place, name in enumerate(names, 1)), names)


def _brief(analysis: Analysis, words: int = 450):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return compose_brief(
        find_candidates(analysis, _ranking(analysis)), dataclasses.replace(build.PLAN, words=words), made_by=MADE_BY
    )


def test_a_page_says_in_how_many_parts_its_article_was_ranked() -> None:
    """As the ranking has it."""
    analysis = build.analysis()
    ranking = dataclasses.replace(_ranking(analysis), parts=3)
    assert compose_brief(find_candidates(analysis, ranking), build.PLAN, made_by=MADE_BY).parts == 3
    assert _brief(analysis).parts == 1


def test_every_line_but_the_gaps_is_cited() -> None:
    """A line leads back to words that stand in the source."""
    page = _brief(build.analysis())
    document = page.sources[0]
    assert page.bottom_line is not None
    lines = [page.bottom_line, *page.points, *page.actors, *page.timeline, *page.questions, *page.quotes, *page.figures]
    assert len(lines) > 5
    for line in lines:
        assert line.citations
        for citation in line.citations:
            assert citation.span in document.sentence(citation.sentence).span
    assert all(not gap.citations for gap in page.gaps)


def test_the_bottom_line_is_not_said_again() -> None:
    """No key point repeats the sentence of the bottom line."""
    page = _brief(build.analysis())
    assert page.bottom_line is not None
    main = page.bottom_line.citations[0].sentence
    assert main not in {citation.sentence for point in page.points for citation in point.citations}


def test_an_empty_document_gives_an_empty_page() -> None:
    """No sentence, no bottom line; nothing is raised."""
    page = _brief(Analysis(build.document("")))
    assert page.bottom_line is None
    assert page.points == ()


def test_a_date_stands_in_its_own_column() -> None:
    """The clause on the timeline does not say the date again; a weekday says no more than the date shown."""
    (event,) = _brief(build.analysis()).timeline
    assert event.text == "The Seafarers' Union … rejected the offer"
    assert event.when_text == "Tue 12 Mar 2024"
    assert event.as_written == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("on Tuesday", ""),
        ("Tuesday evening", "evening"),
        ("about noon on March 12", "about noon"),
        ("last week", "last week"),
    ],
)
def test_of_the_articles_words_for_a_date_those_are_shown_that_say_more(words: str, expected: str) -> None:
    """The hour, or how it was counted; the weekday and the day stand in the date itself."""
    assert expected == _beyond("Tue 12 Mar 2024", words)


def test_the_publication_date_is_shown_only_where_the_text_tells_the_day() -> None:
    """An approximate publication date stays off the page."""
    made = build.analysis()
    around = dataclasses.replace(build.days("2024-03-14", basis=Basis.PUBLICATION), approximate=True)
    event = dataclasses.replace(made.events[0], when=around, when_words=None)
    # Told three times more it is worth its line without a date.
    again = tuple(dataclasses.replace(event, id=f"e{nth}", same_as="e1") for nth in range(2, 5))
    (line,) = _brief(dataclasses.replace(made, events=(event, *again))).timeline
    assert line.when is None
    assert line.when_text == ""


def test_a_retelling_is_told_once() -> None:
    """Mentions tied by `same_as` share a line."""
    made = build.analysis()
    again = dataclasses.replace(made.events[0], id="e2", same_as="e1")
    assert len(_brief(dataclasses.replace(made, events=(*made.events, again))).timeline) == 1


def test_an_order_is_told_as_given() -> None:
    """Where the words tell an order and what was ordered, the line has the status of the order, however little it weighs."""
    made = build.analysis()
    first = made.events[0]
    order = dataclasses.replace(first, lemma="order", depth=3, is_noun=False, when=None, when_words=None)
    trigger = Span(first.trigger.start + 1, first.trigger.end)
    ordered = dataclasses.replace(order, id="e2", lemma="work", depth=0, trigger=trigger, status=EventStatus.PLANNED)
    (line,) = _brief(dataclasses.replace(made, events=(order, ordered))).timeline
    assert (order.status, "e1") == (line.status, line.event)


@given(st.permutations(range(5)))
def test_the_timeline_is_in_order_of_time(order: list[int]) -> None:
    """Dated events by their days, undated ones behind them in text order."""
    text = "Aa bb. Cc dd. Ee ff. Gg hh. Ii jj."
    made = build.document(text)
    whens = ["2013-01-01", "2014-05-06", "2020-02-02", None, None]
    lines = [
        EventLine(
            made.text_of(sentence.span),
            (made.cite(sentence.span),),
            event=f"e{number}",
            when=build.days(when) if when else None,
            status=EventStatus.HAPPENED,
        )
        for number, (sentence, when) in enumerate(zip(made.sentences, whens, strict=True))
    ]
    assert tuple(lines) == by_time([lines[index] for index in order])


def test_a_summary_is_in_text_order_or_by_rank() -> None:
    """The chosen sentences are whole and cited."""
    made = build.document("One two. Three four. Five six.")
    ranking = Ranking(made, "lead", tuple(Rank(f"a1.{n}", p) for p, n in enumerate((3, 1, 2), 1)), ("a1.3", "a1.1"))
    assert [line.text for line in compose_summary(ranking)] == ["One two.", "Five six."]
    assert [line.text for line in compose_summary(ranking, order="rank")] == ["Five six.", "One two."]


@pytest.mark.parametrize(
    ("text", "label", "answer"),
    [
        ("The ferry stopped because the crew struck, Nordline said. It was cold.", "Why", "because the crew struck"),
        ("Nordline replaced the crew by hiring students. It was cold.", "How", "by hiring students"),
        ("Nordline replaced the crew by the end of May. It was cold.", "How", None),
    ],
)
def test_a_fact_box_gives_reason_and_manner_in_the_articles_words(text: str, label: str, answer: str | None) -> None:
    """From the words that open them to the end of the clause; nothing where the text says nothing."""
    made = build.document(text)
    event = dataclasses.replace(
        build.analysis().events[0],
        trigger=made.sentences[0].span,
        clause=made.sentences[0].span,
        parts=(made.sentences[0].span,),
        who=None,
        whom=None,
        when=None,
        when_words=None,
        citations=(made.cite(made.sentences[0].span),),
    )
    page = _brief(dataclasses.replace(Analysis(made), events=(event,)))
    found = compose_brief(
        find_candidates(dataclasses.replace(Analysis(made), events=(event,)), _ranking(Analysis(made))),
        dataclasses.replace(build.PLAN, sections=(Section(Shows.FACTS, "Facts"),)),
        made_by=MADE_BY,
    ).facts
    assert page.facts == ()
    assert answer == next((fact.text for fact in found if fact.label == label), None)


def test_a_card_of_the_first_says_again_what_it_alone_can_say() -> None:
    """Without a role, a deed that the page tells elsewhere is better than a bare name; two who did it together both have it."""
    made = build.analysis()
    deed = build.span(made.document, "rejected the offer on Tuesday")
    union = dataclasses.replace(made.actors[0], role=None, did=deed, deeds=(deed,), salience=1.0)
    partner = dataclasses.replace(union, id="p9", salience=0.9)
    known = dataclasses.replace(union, id="p8", role=build.span(made.document, "offer"), salience=0.8)
    analysis = dataclasses.replace(made, actors=(union, partner, known))
    lines = Lines(analysis, _ranking(analysis))
    said = frozenset(sentence.id for sentence in made.document.sentences)
    told = {card.id: card.did for card in actor_lines(lines, said)}
    assert told == {union.id: "rejected the offer on Tuesday", "p9": "rejected the offer on Tuesday", "p8": ""}


def test_a_sentence_is_first_of_all_that_of_whoever_did_it() -> None:
    """What was done to an actor is not told on its card where the one who did it tells it, though that one stands below."""
    made = build.analysis()
    deed = build.span(made.document, "rejected the offer on Tuesday")
    event = next(event for event in made.events if deed in event.clause)
    doer = dataclasses.replace(made.actors[0], id="p9", role=None, did=deed, deeds=(deed,), salience=0.9)
    victim = dataclasses.replace(doer, id="p8", deeds=(event.clause,), did=event.clause, salience=1.0)
    analysis = dataclasses.replace(made, actors=(victim, doer))
    cards = actor_lines(Lines(analysis, _ranking(analysis)))
    assert [(card.id, card.did) for card in cards if card.did] == [("p9", "rejected the offer on Tuesday")]


def test_what_was_done_to_an_actor_is_not_told_twice() -> None:
    """Where another line may tell the sentence, the card of the one to whom it was done does not; nothing keeps it off otherwise."""
    made = build.analysis()
    event = next(event for event in made.events if event.parts)
    victim = dataclasses.replace(made.actors[0], role=None, did=event.clause, deeds=(event.clause,), salience=1.0)
    lines = Lines(dataclasses.replace(made, actors=(victim,)), _ranking(made))
    likely = frozenset({event.citations[0].sentence})
    assert [card.did for card in actor_lines(lines, likely=likely)] == [""]
    assert all(card.did for card in actor_lines(lines))
