"""What an actor did that tells most."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from briefing.analysis import analyse_document
from briefing.model.text import Source
from briefing.segment import segment_source

if TYPE_CHECKING:
    from briefing.model.findings import Actor, Analysis

pytestmark = pytest.mark.model


def analysed(text: str, published: datetime.date | None = None) -> Analysis:
    """The analysis of a text."""
    return analyse_document(segment_source(Source.from_text(text, published=published)))


def actor_of(found: Analysis, name: str) -> Actor:
    """The actor with a name."""
    return next(actor for actor in found.actors if name in (actor.name, *actor.aliases))


def deeds_of(text: str, name: str, published: datetime.date | None = None) -> list[str]:
    """The deeds of an actor, the best first."""
    found = analysed(text, published)
    return [found.document.text_of(deed) for deed in actor_of(found, name).deeds]


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        ("In the end Ida Solberg rejected the offer.", "Ida Solberg", "rejected the offer"),
        ("Ida Solberg also rejected the offer.", "Ida Solberg", "rejected the offer"),
        ("Ida Solberg was arrested in Skarn on Monday.", "Ida Solberg", "was arrested in Skarn on Monday"),
        ("The mayor, Ida Solberg, closed the old bridge.", "Ida Solberg", "closed the old bridge"),
        (
            "Ida Solberg said that the old bridge had been closed.",
            "Ida Solberg",
            "said that the old bridge had been closed",
        ),
        ("Ida Solberg spoke on Monday. She rejected the final offer.", "Ida Solberg", "rejected the final offer"),
        ("Nordline Shipping (NS), which runs two ferries, sold a third one.", "Nordline Shipping", "sold a third one"),
        ("The crowd cheered while Ida Solberg signed the treaty.", "Ida Solberg", "signed the treaty"),
    ],
)
def test_the_deed_begins_with_the_verb(text: str, name: str, deed: str) -> None:
    """The card shows the verb group and what follows, of a name, a title with it, and a pronoun that means it."""
    assert deed in deeds_of(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The leader of Nordline Shipping resigned in tears on Monday.", "Nordline Shipping"),
        ("Jonas Berg claimed that Ida Solberg had robbed the old bank.", "Ida Solberg"),
        ("Ida Solberg declined to comment on the report.", "Ida Solberg"),
        ("Ida Solberg gave no details of the plan.", "Ida Solberg"),
        ("Ida Solberg may sell the old ferry.", "Ida Solberg"),
        ("If Ida Solberg sells the ferry, the union will strike.", "Ida Solberg"),
        ("Ida Solberg told the reporters on Monday.", "Ida Solberg"),
    ],
)
def test_what_is_no_deed_of_its_own(text: str, name: str) -> None:
    """No deed: what a phrase that only holds the name did, what others claim, silence, what may be, saying without what is said."""
    assert deeds_of(text, name) == []


def test_a_deed_that_points_at_nothing_comes_last() -> None:
    """A pronoun whose noun the card does not show makes a deed worth less than one without."""
    text = "Ida Solberg sank it with this. Ida Solberg closed the old bridge."
    assert deeds_of(text, "Ida Solberg")[0] == "closed the old bridge"


def test_no_two_deeds_are_of_one_sentence() -> None:
    """A page that tells one sentence elsewhere has another deed to show."""
    text = "Ida Solberg closed the bridge and opened the tunnel. Ida Solberg sold the ferry."
    found = analysed(text)
    places = [found.document.cite(deed).sentence for deed in actor_of(found, "Ida Solberg").deeds]
    assert len(places) == len(set(places)) == 2


def test_the_best_deed_is_cited() -> None:
    """`did` is the first deed, and its place is among the citations."""
    found = analysed("Ida Solberg rejected the offer on Tuesday.")
    actor = actor_of(found, "Ida Solberg")
    assert actor.did == actor.deeds[0]
    assert found.document.cite(actor.deeds[0]) in actor.citations


def test_what_was_done_to_an_actor_is_told_whole() -> None:
    """Of an actor that does nothing itself, the clause that tells what was done to it stands with its subject."""
    text = "The coast guard seized the Karvel Liberation Front in March."
    assert deeds_of(text, "Karvel Liberation Front") == ["The coast guard seized the Karvel Liberation Front in March"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"We cannot pay what we do not earn," said Ida Solberg.', "Ida Solberg"),
        (
            "The next mayor will win. He (let us be frank, the Karvel Union backs no woman) will hire cooks.",
            "Karvel Union",
        ),
        ("Ida Solberg and Jonas Berg are selling the old ferry.", "Ida Solberg"),
        ("Ida Solberg, Nora Lund and Jonas Berg sold the ferry.", "Jonas Berg"),
        (
            "The letter of Ida Solberg arrived. That break was long, Jonas Berg said, but he added that he liked it.",
            "Ida Solberg",
        ),
    ],
)
def test_what_is_no_deed_of_an_actor(text: str, name: str) -> None:
    """Words of its own, what stands behind an aside, what several do together and what another one says are no deed."""
    assert not any(
        word in deed for deed in deeds_of(text, name) for word in ("pay", "hire", "selling", "sold", "added")
    )


def test_what_happened_long_ago_is_background() -> None:
    """A deed of the day is shown before one that lies years back."""
    text = "Ida Solberg closed the harbour in March 2009. Ida Solberg closed the old bridge."
    assert deeds_of(text, "Ida Solberg", datetime.date(2024, 3, 12))[0] == "closed the old bridge"


def test_an_order_of_actors_is_kept() -> None:
    """Salience has decided the order already."""
    found = analysed("Ida Solberg rejected the offer. Ida Solberg left. Jonas Berg sold the ferry.")
    assert [actor.id for actor in found.actors] == [f"p{number}" for number in range(1, len(found.actors) + 1)]


def test_who_does_it_in_a_passive_clause_has_it_for_a_deed() -> None:
    """By whom something is done did it, also two together; the clause stands with its subject."""
    text = "The bridge was closed by the Senate and the Supreme Court on Monday."
    assert deeds_of(text, "Senate") == [text[:-1]]
    assert deeds_of(text, "Supreme Court") == [text[:-1]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "``Ida Solberg has sold the old ferry to thieves.\n\nThe harbour was closed by Ida Solberg,'' it read.",
            "Ida Solberg",
        ),
        ("Ida Solberg exhibits at the museum drew a crowd. The exhibits were old.", "Ida Solberg"),
        ("Ida Solberg spoke; the ferry sank.", "Ida Solberg"),
    ],
)
def test_what_is_no_deed(text: str, name: str) -> None:
    """Words in marks of any kind, a noun that was read as a verb, and two statements in one are not told on a card."""
    assert deeds_of(text, name) == []


def test_background_comes_after_anything_else() -> None:
    """Even a dull deed of the day goes before a telling one that lies years back."""
    text = "The Northern League was founded by Ida Solberg in March 2009. The Northern League hopes for a better year."
    assert deeds_of(text, "Northern League", datetime.date(2024, 3, 12))[0] == "hopes for a better year"
