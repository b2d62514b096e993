"""Actors: names found, typed, joined, described and ranked, on sentences that were invented for these tests."""

from __future__ import annotations

from functools import cache

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.actors import find_actors
from briefing.analysis.parse import parse_document
from briefing.model.findings import Actor, ActorKind
from tests.build import document

pytestmark = pytest.mark.model


@cache
def actors_of(text: str, *focus: str) -> tuple[Actor, ...]:
    """The actors of a text."""
    return find_actors(parse_document(document(text)), focus=focus)


def named(text: str, name: str) -> Actor | None:
    """The actor of a text that has a name among its aliases."""
    return next((actor for actor in actors_of(text) if name == actor.name or name in actor.aliases), None)


def role_of(text: str, name: str) -> str | None:
    """The role of the actor that has a name, in the text's words."""
    actor = named(text, name)
    return text[actor.role.start : actor.role.end] if actor and actor.role else None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The harbour was closed, said Ida Solberg on Monday.", "Ida Solberg", ActorKind.PERSON),
        ("Fighters of the Taliban took the road on Monday.", "Taliban", ActorKind.GROUP),
        ("The talks were led by the European Union on Monday.", "European Union", ActorKind.ORGANISATION),
        ("The Norhavn Coastal Agency closed two ports.", "Norhavn Coastal Agency", ActorKind.ORGANISATION),
        ("The Karvel Liberation Front attacked a bridge.", "Karvel Liberation Front", ActorKind.GROUP),
        ("Snow fell for three days in Norway and closed the roads.", "Norway", ActorKind.COUNTRY),
        ("Snow fell for three days in Geneva and closed the roads.", "Geneva", ActorKind.PLACE),
        ("The Afghan government rejected the offer on Friday.", "Afghan government", ActorKind.ORGANISATION),
        ("Syrian rebels shelled the airport on Friday.", "Syrian rebels", ActorKind.GROUP),
        ("The US-led coalition bombed a depot on Friday.", "US-led coalition", ActorKind.ORGANISATION),
    ],
)
def test_kind(text: str, name: str, kind: ActorKind) -> None:
    """An actor is found with its kind by lists, head words, states and the model's labels."""
    actor = named(text, name)
    assert actor is not None
    assert kind == actor.kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ida Solberg spoke. Later Solberg left Oslo.", ("Ida Solberg", "Solberg")),
        ("The Coastal Safety Authority (CSA) met. The CSA then voted.", ("Coastal Safety Authority", "CSA")),
        ("The CSA met. The Coastal Safety Authority then voted.", ("Coastal Safety Authority", "CSA")),
        ("Fighters of Islamic State fled. Daesh had held the town. ISIS lost it.", ("Islamic State", "Daesh", "ISIS")),
        (
            "Islamic State (IS) Khorasan worried the two mayors. IS(K) grew, and the IS and ISIS-K hid.",
            ("IS(K)", "IS", "ISIS-K"),
        ),
        ("The United States warned Iran. The U.S. sent ships.", ("United States", "U.S.")),
        ("The Nordline Company grew. Nordline hired pilots and Nordline paid well.", ("Nordline Company", "Nordline")),
        (
            "The Interior Ministry of Norway met. The Norwegian Interior Ministry voted.",
            ("Interior Ministry of Norway", "Norwegian Interior Ministry"),
        ),
        ("Timothy Berg spoke first. Tim Berg then left.", ("Timothy Berg", "Tim Berg")),
    ],
)
def test_names_are_joined(text: str, names: tuple[str, ...]) -> None:
    """Surnames, acronyms both ways, other names, short and turned-round names are one actor's."""
    actors = [named(text, name) for name in names]
    assert actors[0] is not None
    assert [actors[0].id] * len(names) == [actor.id if actor else None for actor in actors]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ida Solberg met her brother. Jonas Solberg left.", "Ida Solberg", "Jonas Solberg"),
        ("The Afghan government met the Taliban in Doha.", "Afghan government", "Taliban"),
        ("The Pakistani Taliban denied it. The Taliban agreed.", "Pakistani Taliban", "Taliban"),
        ("Syria blamed Syrian rebels for the fire.", "Syria", "Syrian rebels"),
    ],
)
def test_names_stay_apart(text: str, one: str, other: str) -> None:
    """Two people with one surname, a government and its rebels, two listed groups are never joined."""
    first, second = named(text, one), named(text, other)
    assert first is not None
    assert second is not None
    assert first.id != second.id


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Prime Minister Ida Solberg spoke on Monday.", "Ida Solberg", "Prime Minister"),
        ("The US Special Envoy Jonas Berg spoke on Monday.", "Jonas Berg", "US Special Envoy"),
        ("Ida Solberg, a spokeswoman for the union, spoke on Monday.", "Ida Solberg", "a spokeswoman for the union"),
        ("The cost is high, said Ida Solberg, the head of the port.", "Ida Solberg", "the head of the port"),
        ("Ida Solberg is a former minister.", "Ida Solberg", "a former minister"),
        ("The line's chief executive, Ida Solberg, spoke on Monday.", "Ida Solberg", "The line's chief executive"),
        ("Ida Solberg spoke on Monday.", "Ida Solberg", None),
        ("Mr Solberg spoke on Monday.", "Solberg", None),
    ],
)
def test_role(text: str, name: str, role: str | None) -> None:
    """A role is the text's own words: title, apposition or "is a ..."; none where it says nothing."""
    assert role == role_of(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday the harbour was closed.", "Monday"),
        ("Dozens of ships lay at anchor.", "Dozens"),
        ("The Norwegian harbour was closed.", "Norwegian"),
        ("GENEVA (Reuters) - The harbour was closed.", "Reuters"),
        ("GENEVA (Reuters) - The harbour was closed.", "GENEVA"),
    ],
)
def test_no_actor(text: str, name: str) -> None:
    """Days, capitals of sentences, nationalities and datelines are no actors."""
    assert named(text, name) is None


def test_capital_that_acts_is_its_state() -> None:
    """A capital that refuses stands for its state; one where it rains is a place."""
    text = "Iran sent a letter. Tehran refused the offer. Rain fell in Tehran on Friday."
    found = [
        (m.kind, m.how)
        for actor in actors_of(text)
        for m in actor.mentions
        if text[m.span.start :].startswith("Tehran")
    ]
    assert {(ActorKind.PLACE, "capital"), (ActorKind.PLACE, "name")} == set(found)
    state = named(text, "Iran")
    assert state is not None
    assert "capital" in {mention.how for mention in state.mentions}


def test_seat_is_a_body_and_means_the_state() -> None:
    """The mention of a seat of government keeps its own kind."""
    text = "Snow fell in the United States. The White House gave no reason."
    state = named(text, "United States")
    assert state is not None
    assert ActorKind.COUNTRY == state.kind
    assert [ActorKind.COUNTRY, ActorKind.ORGANISATION] == [mention.kind for mention in state.mentions]


@pytest.mark.parametrize(
    ("text", "name", "reference"),
    [
        ("Ida Solberg resigned. She had led the port since 2010.", "Ida Solberg", "She"),
        ("The Taliban attacked at dawn. Later the militia withdrew.", "Taliban", "militia"),
        ("Senator Ida Solberg spoke. Later the senator left.", "Ida Solberg", "senator"),
    ],
)
def test_reference(text: str, name: str, reference: str) -> None:
    """A pronoun or a description with one possible antecedent is a mention of it."""
    actor = named(text, name)
    assert actor is not None
    assert reference in {text[mention.span.start : mention.span.end] for mention in actor.mentions}


def test_pronoun_of_another_gender_is_left_alone() -> None:
    """A woman is not "he"."""
    text = "Mrs Solberg resigned. He had led the port since 2010."
    assert "He" not in {text[m.span.start : m.span.end] for actor in actors_of(text) for m in actor.mentions}


def test_order_is_by_salience() -> None:
    """Ids follow the order, and the first actor has the highest salience."""
    actors = actors_of(
        "Nordline lost a ship. Nordline paid. Nordline apologised. A storm hit Denmark. Ida Solberg left."
    )
    assert [f"p{number}" for number in range(1, len(actors) + 1)] == [actor.id for actor in actors]
    assert sorted((actor.salience for actor in actors), reverse=True) == [actor.salience for actor in actors]
    assert "Nordline" == actors[0].name


def test_focus_comes_first() -> None:
    """A name that the user asks for is the first actor."""
    text = "Nordline lost a ship. Nordline paid. Nordline apologised. Ida Solberg left."
    assert "Ida Solberg" == actors_of(text, "Solberg, Ida", "Ida Solberg")[0].name


def test_citations_are_in_their_sentences() -> None:
    """The first citation is the first name, the second the role."""
    text = "Snow fell. Ida Solberg spoke. Solberg, a harbour pilot, left."
    actor = named(text, "Ida Solberg")
    assert actor is not None
    assert ["Ida Solberg", "a harbour pilot"] == [text[c.span.start : c.span.end] for c in actor.citations]


@pytest.mark.parametrize("text", ["", "A", "...", "(", "😀", "U.S.", "President", "of of", "A " * 500, "Al-" * 300])
def test_odd_text_is_no_error(text: str) -> None:
    """Odd text gives fewer actors, never an exception."""
    for actor in actors_of(text):
        assert all(text[mention.span.start : mention.span.end] for mention in actor.mentions)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "The harbour minister, Tavi Orlund, closed two ports. Orlund said more would follow.",
            "Tavi Orlund",
            ActorKind.PERSON,
        ),
        (
            "Drevania wants a deal. Drevania has offered to lift its tax. Drevania's parliament votes in May.",
            "Drevania",
            ActorKind.COUNTRY,
        ),
        (
            "Velmark Logistics filed for protection on Monday. Velmark was founded in 2014.",
            "Velmark Logistics",
            ActorKind.ORGANISATION,
        ),
    ],
)
def test_signs_decide_the_kind(text: str, name: str, kind: ActorKind) -> None:
    """An office in apposition, an owned parliament with deeds, a company's full name tell the kind of a name that no list knows."""
    actor = named(text, name)
    assert actor is not None
    assert kind == actor.kind


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "Velmark Logistics filed for protection on Monday. Velmark was founded in 2014.",
            "Velmark Logistics",
            "Velmark",
        ),
        (
            "The Karvel Liberation Front (KLF), known across the border as Ganar, took the pass. Ganar said so.",
            "KLF",
            "Ganar",
        ),
    ],
)
def test_short_and_other_names_are_joined(text: str, one: str, other: str) -> None:
    """A company's first word and what somebody is known as are names of the same actor."""
    assert named(text, one) is not None
    assert named(text, one) == named(text, other)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Norland's trade minister, Anna Voss, said on Monday that the duty would stay.",
            "Anna Voss",
            "Norland's trade minister",
        ),
        ("The ferry line was warned, said its director, Anna Voss.", "Anna Voss", "director"),
        ("A former minister, Anna Voss, said on Monday that the duty would stay.", "Anna Voss", "A former minister"),
        ("The line was warned, said Anna Voss, a woman standing on the quay.", "Anna Voss", None),
    ],
)
def test_role_tells_who(text: str, name: str, role: str | None) -> None:
    """A role may begin with its owner's name, has no bare pronoun, and is none where it would fit anybody."""
    assert role == role_of(text, name)


def test_credit_is_no_actor() -> None:
    """A picture credit in brackets names nobody in the text."""
    assert named("The quay was flooded on Monday. (Anna Voss/Coastal Courier)", "Anna Voss") is None


def test_name_in_apposition_is_found_from_its_phrase() -> None:
    """The actor of a phrase is the name in apposition to its head."""
    read = parse_document(document("The trade minister, Anna Voss, said that the duty would stay."))
    index = ActorIndex(find_actors(read))
    found = index.named(next(token for token in read.docs[0] if token.text == "minister"))
    assert found is not None
    assert found[1].name == "Anna Voss"
