"""What an alias file settles: names joined, split, typed and called as the user says; the rest stays as it is found."""

from __future__ import annotations

import pytest

from briefing.analysis.actors import find_actors
from briefing.analysis.parse import parse_document
from briefing.model.aliases import AliasedActor, Aliases
from briefing.model.findings import Actor, ActorKind
from tests.build import document

pytestmark = pytest.mark.model

TALKS = (
    "Minister Jonas Berg met the Karvel Liberation Front (KLF) in Oslo on Monday. Berg called the talks useful. "
    "The rebels of the valley refused to sign, and the KLF attacked a bridge. The old man in the palace said nothing. "
    "The Front then left Oslo."
)


def actors_of(text: str, *listed: AliasedActor, focus: tuple[str, ...] = ()) -> tuple[Actor, ...]:
    """The actors of a text, with an alias file."""
    return find_actors(parse_document(document(text)), focus=focus, aliases=Aliases(listed))


def named(actors: tuple[Actor, ...], name: str) -> Actor:
    """The actor that has a name."""
    return next(actor for actor in actors if name in actor.aliases)


def hows(text: str, actor: Actor) -> dict[str, str]:
    """The rule that tied each of an actor's words to it."""
    return {text[mention.span.start : mention.span.end]: mention.how for mention in actor.mentions}


def test_an_empty_file_changes_nothing() -> None:
    """Without listed names the actors are those that are found without a file."""
    assert find_actors(parse_document(document(TALKS))) == actors_of(TALKS)
    assert find_actors(parse_document(document(TALKS))) == actors_of(TALKS, AliasedActor("Nordline"))


def test_listed_names_become_one_actor() -> None:
    """Names that the program had as two, or where it had found none, are one actor's; what it ties to them itself stays."""
    assert named(actors_of(TALKS), "Jonas Berg") is not named(actors_of(TALKS), "Oslo")
    berg = named(actors_of(TALKS, AliasedActor("Jonas Berg", aliases=("the old man in the palace",))), "Jonas Berg")
    assert ("Jonas Berg", ("Jonas Berg", "Berg", "old man in the palace")) == (berg.name, berg.aliases)
    expected = {"Minister Jonas Berg": "alias file", "Berg": "surname", "old man in the palace": "alias file"}
    assert expected == hows(TALKS, berg)


def test_words_in_small_letters_are_found_in_any_case() -> None:
    """Words as "the rebels" are found at the beginning of a sentence too; an article that the file has must stand there."""
    text = f"{TALKS} Rebels from elsewhere came, and so did the rebels."
    klf = AliasedActor("Karvel Liberation Front", aliases=("the rebels",))
    found = [m.span for m in named(actors_of(text, klf), "KLF").mentions if m.how == "alias file"]
    assert ["Karvel Liberation Front", "rebels", "rebels"] == [text[span.start : span.end] for span in found]
    assert text.rindex("rebels") == found[-1].start


@pytest.mark.parametrize(
    ("alias", "found"),
    [("KLF", True), ("klf", True), ("Klf", False), ("KL", False), ("Liberation", False), ("the  KLF", True)],
)
def test_a_name_is_whole_words_with_the_capitals_given(alias: str, found: bool) -> None:
    """Capitals count unless there are none; parts of words and of longer names are not the name."""
    text = "The KLF attacked a bridge of the Karvel Liberation Front on Monday, and the KLF fled."
    actors = actors_of(text, AliasedActor("Nordline", ActorKind.PLACE, (alias,)))
    assert found == any(actor.kind is ActorKind.PLACE and "KLF" in actor.aliases for actor in actors)


def test_an_article_does_not_hide_a_longer_name() -> None:
    """Where the file has "the rebels" and "rebels of the valley", the longer one is found after an article."""
    actors = actors_of(TALKS, AliasedActor("KLF", aliases=("the rebels", "rebels of the valley")))
    assert "rebels of the valley" in named(actors, "KLF").aliases


def test_listed_actors_are_never_one() -> None:
    """What the program had joined falls apart where the file lists it as two."""
    assert named(actors_of(TALKS), "KLF").name == "Karvel Liberation Front"
    actors = actors_of(TALKS, AliasedActor("KLF"), AliasedActor("Karvel Liberation Front"))
    assert named(actors, "KLF").name == "KLF"
    assert "KLF" not in named(actors, "Karvel Liberation Front").aliases


def test_a_name_apart_is_split_off() -> None:
    """A name of `apart` is another actor's, though the program's own lists join the two; its other names go with it."""
    text = "Islamic State Khorasan fled. Fighters of Islamic State hid, and IS left the town. ISIS-K came back."
    assert "Islamic State" in named(actors_of(text), "ISIS-K").aliases
    actors = actors_of(text, AliasedActor("Islamic State Khorasan", apart=("Islamic State",)))
    assert ("Islamic State", "IS") == named(actors, "IS").aliases
    assert ("Islamic State Khorasan", "ISIS-K") == named(actors, "ISIS-K").aliases


def test_a_short_name_that_the_file_settles_is_nobody_else_s() -> None:
    """Where the file says whose surname it is, another bearer in the text does not take it."""
    text = "Qayum Karvel spoke in Oslo on Monday. Later Karvel left the town."
    assert named(actors_of(text), "Karvel").name == "Qayum Karvel"
    actors = actors_of(text, AliasedActor("Hamid Karvel", ActorKind.PERSON, ("Karvel",)))
    assert ("Karvel", ("Karvel",)) == (named(actors, "Karvel").name, named(actors, "Karvel").aliases)


def test_the_kind_given_wins() -> None:
    """The actor and its listed names are of the kind that the file gives, whatever the text suggests."""
    for kind in ActorKind:
        front = named(actors_of(TALKS, AliasedActor("Karvel Liberation Front", kind)), "Karvel Liberation Front")
        assert kind is front.kind
        assert kind is front.mentions[0].kind


@pytest.mark.parametrize(
    ("name", "aliases", "shown"),
    [
        ("KLF", ("Karvel Liberation Front",), "KLF"),
        ("The Front of Karvel", ("KLF", "Karvel Liberation Front", "rebels of the valley"), "Karvel Liberation Front"),
        ("The Front of Karvel", ("KLF", "rebels of the valley"), "Karvel Liberation Front"),
        ("Front of Karvel", ("rebels of the valley",), "rebels of the valley"),
    ],
)
def test_the_name_shown_is_the_text_s(name: str, aliases: tuple[str, ...], shown: str) -> None:
    """The file's name is shown where the text has it, else the fullest name of the text, before words without capitals."""
    actors = actors_of(TALKS, AliasedActor(name, ActorKind.GROUP, aliases))
    actor = next(actor for actor in actors if any(mention.how == "alias file" for mention in actor.mentions))
    assert shown == actor.name
    assert shown in TALKS


def test_focus_goes_by_names_of_the_file() -> None:
    """A hint that only the file knows brings its actor to the front."""
    listed = AliasedActor("Valley Army", aliases=("rebels of the valley",))
    assert actors_of(TALKS, listed)[0].name != "rebels of the valley"
    assert actors_of(TALKS, listed, focus=("Valley Army",))[0].name == "rebels of the valley"


def test_a_capital_is_whose_the_file_says() -> None:
    """A capital listed with one body is no longer its state's, nor a place."""
    text = "Iran sent a letter. Tehran refused the offer. Rain fell in Tehran on Friday, said Norway."
    actors = actors_of(text, AliasedActor("Iranian government", ActorKind.ORGANISATION, ("Tehran",)))
    assert ("Tehran",) == named(actors, "Tehran").aliases
    assert [ActorKind.ORGANISATION] * 2 == [mention.kind for mention in named(actors, "Tehran").mentions]
    assert ("Iran",) == named(actors, "Iran").aliases


def test_headlines_are_searched_too() -> None:
    """A listed name in a headline is a mention."""
    text = "Rebels Of The Valley Attack Karvel Bridge\n\nThe rebels of the valley attacked a bridge on Monday."
    rebels = named(actors_of(text, AliasedActor("rebels of the valley")), "rebels of the valley")
    assert 2 == len(rebels.mentions)


@pytest.mark.parametrize("name", ["a", "the", ".", "", "\u202e", "x" * 500, "a b " * 200, "'s", "(", "U.S."])
def test_odd_names_harm_nothing(name: str) -> None:
    """A value made in Python is not checked; what cannot be found is not."""
    assert actors_of(TALKS, AliasedActor(name, aliases=(name, name), apart=(name,)))
