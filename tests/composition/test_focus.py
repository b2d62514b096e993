"""What the reader asked for comes first."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.composition import compose_brief, find_candidates
from briefing.composition.focus import Focus, speaks_of
from briefing.model.brief import Brief, MadeBy, Rank, Ranking
from briefing.model.findings import Actor, ActorKind, Analysis, Mention
from tests import build

TEXT = (
    "The council closed the harbour on Monday after the storm. "
    "Skarn Port lost two cranes and most of its quay. "
    "The UN sent tents to the islands that were cut off. "
    "The flood warning came an hour too late for many."
)


def _analysis() -> Analysis:
    made = build.document(TEXT)
    named = [
        ("p1", "council", ActorKind.ORGANISATION),
        ("p2", "Skarn Port", ActorKind.PLACE),
        ("p3", "UN", ActorKind.ORGANISATION),
    ]
    return Analysis(
        made,
        actors=tuple(
            Actor(
                key,
                name,
                kind,
                (name,),
                None,
                (Mention(build.span(made, name), kind, "name"),),
                1.0,
                None,
                (made.cite(build.span(made, name)),),
            )
            for key, name, kind in named
        ),
    )


def _brief(*focus: str) -> Brief:
    analysis = _analysis()
    names = tuple(sentence.id for sentence in analysis.document.sentences)
    ranking = Ranking(analysis.document, "lead", tuple(Rank(name, place) for place, name in enumerate(names, 1)), names)
    plan = dataclasses.replace(build.PLAN, words=450)
    return compose_brief(
        find_candidates(analysis, ranking, focus=focus), plan, made_by=MadeBy("0.1.0", "none", "brief", "0" * 64)
    )


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((), []),
        (("Skarn Port",), ["a1.2"]),
        (("skarn  port",), ["a1.2"]),
        (("U.N.",), ["a1.3"]),
        (("flood warning",), ["a1.4"]),
        (("flood",), ["a1.4"]),
        (("flo",), []),
        (("...",), []),
        (("UN", "Skarn Port"), ["a1.2", "a1.3"]),
        (("(storm", "a1.9"), ["a1.1"]),
    ],
)
def test_sentences_that_speak_of_it_are_known(terms: tuple[str, ...], expected: list[str]) -> None:
    """By the actor's names, or by the words themselves, whole and whatever their case; a term is no pattern."""
    analysis = _analysis()
    focus = Focus(analysis, terms)
    assert expected == [sentence.id for sentence in analysis.document.sentences if focus.holds(sentence.id)]
    assert bool(focus) is bool(expected)


def test_a_focus_comes_first_in_every_section() -> None:
    """The point that speaks of it stands above those before it in the text."""
    assert [line.citations[0].sentence for line in _brief().points] == ["a1.2", "a1.3", "a1.4"]
    assert [line.citations[0].sentence for line in _brief("flood warning").points] == ["a1.4", "a1.2", "a1.3"]


def test_an_actor_asked_for_is_shown_whatever_it_is() -> None:
    """A place has no card, unless the reader asks for it."""
    assert "Skarn Port" not in [line.name for line in _brief().actors]
    assert [line.name for line in _brief("Skarn Port").actors][:1] == ["Skarn Port"]


def test_a_focus_that_the_text_does_not_speak_of_changes_nothing() -> None:
    """The page is the same as without it."""
    assert _brief("Nordline") == _brief()


@pytest.mark.parametrize(
    ("terms", "expected"),
    [(("U.N.",), True), (("nothing", "flood warning"), True), (("flo",), False), (("...",), False), ((), False)],
)
def test_a_text_speaks_of_a_term_in_whole_words(terms: tuple[str, ...], expected: bool) -> None:
    """Dots and case say nothing; a part of a word is not the word."""
    assert expected is speaks_of(TEXT, terms)
