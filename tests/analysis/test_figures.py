"""Figures: what a number counts, when, and on whose word."""

from __future__ import annotations

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.figures import find_figures
from briefing.analysis.quotes import find_quotes
from briefing.model.dates import DateMention, DateType
from briefing.model.findings import Actor, ActorKind, Mention
from tests.analysis.reading_of import parsed
from tests.build import days, span

pytestmark = pytest.mark.model


def shown(text: str) -> list[tuple[str, str]]:
    """Each figure's words and what it counts."""
    read = parsed(text)
    figures = find_figures(read, actors=ActorIndex(()), dates=(), quotes=())
    return [
        (read.document.text_of(figure.span), read.document.text_of(figure.of) if figure.of else "")
        for figure in figures
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The storm sank at least 13 fishing boats.", [("at least 13", "fishing boats")]),
        ("The union represents 1,900 deckhands.", [("1,900", "deckhands")]),
        ("About 57 per cent of the voters agreed.", [("About 57 per cent", "voters")]),
        ("The yard cost $40 million.", [("$40 million", "yard")]),
        ("Hundreds of sailors marched to the harbour.", [("Hundreds", "sailors")]),
        ("The court granted a 14-day extension.", [("14-day", "extension")]),
        (
            "The number of people known to have drowned rose to 127.",
            [("127", "number of people known to have drowned")],
        ),
        ("The navy puts its own losses at 47.", [("47", "its own losses")]),
        ("The council cut withdrawals by 11 per cent.", [("11 per cent", "withdrawals")]),
        ("The two fires killed 102 and 21 people.", [("102", "people"), ("21", "people")]),
        ("More than 50 were injured.", [("More than 50", "injured")]),
        ("The yard paid $80,000 to a young shipbuilder.", [("$80,000", "")]),
        ("The owner wants 61.", []),
    ],
)
def test_a_figure_knows_what_it_counts(text: str, expected: list[tuple[str, str]]) -> None:
    """Counts have their noun; shares and sums have what they belong to."""
    assert expected == shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police detained 14 people; a club of lawyers counted at least 63.", "people"),
        ("The hospital took in 58 people, of whom 13 have gone home.", "people"),
        ("At least 312 people were stopped. The ministry has acknowledged 41.", "people"),
    ],
)
def test_a_bare_number_set_against_another_counts_the_same(text: str, expected: str) -> None:
    """What the second number counts is said with the first, also one sentence earlier."""
    assert expected == shown(text)[-1][1]


def test_what_is_set_against_a_number_of_another_order_is_not_of_its_kind() -> None:
    """Two matters and 1,800 are no two values for one thing."""
    assert [("Two", "matters")] == shown("Two matters are open. The council estimates 1,800.")


def test_a_hedged_duration_is_a_figure_and_a_plain_one_a_date() -> None:
    """How long a search took is a measure where the text weighs it."""
    text = "The crews searched for more than 85 hours. They rested for two hours."
    read = parsed(text)
    lengths = tuple(
        DateMention(span(text, words), DateType.DURATION, "", None) for words in ("more than 85 hours", "two hours")
    )
    figures = list(find_figures(read, actors=ActorIndex(()), dates=lengths, quotes=()))
    assert [("more than 85 hours", 85.0, "hours")] == [
        (read.document.text_of(figure.span), figure.value, figure.unit) for figure in figures
    ]


@pytest.mark.parametrize(
    "text",
    ["Ida Solberg, 34, runs the line.", "The two sides met.", "They met on 4 March.", "The law of 1998 holds.", ""],
)
def test_ages_dates_and_what_the_reader_knows_are_no_figures(text: str) -> None:
    """An age, a day, a year and "the two sides" are left out."""
    assert [] == shown(text)


def test_a_figure_is_dated_by_its_own_clause_and_credited_to_its_speaker() -> None:
    """The date of the clause and the actor of the quotation are the figure's."""
    text = "Ida Solberg said the line lost 12 ships in March 2008."
    read = parsed(text)
    solberg = Actor(
        "p1",
        "Ida Solberg",
        ActorKind.PERSON,
        (),
        None,
        (Mention(span(text, "Ida Solberg"), ActorKind.PERSON, "name"),),
        1.0,
        None,
        (),
    )
    actors = ActorIndex((solberg,))
    march = days("2008-03-01", "2008-03-31")
    dates = (DateMention(span(text, "March 2008"), DateType.DATE, "2008-03", march),)
    quotes = tuple(find_quotes(read, actors=actors))
    (figure,) = find_figures(read, actors=actors, dates=dates, quotes=quotes)
    assert (12.0, march, "p1") == (figure.value, figure.when, figure.said_by)
