"""Who stands behind the words of a line, and what the page calls them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.composition.provenance import Provenance
from briefing.model.findings import Actor, ActorKind, Analysis, Quote, QuoteKind, SourceKind
from tests import build

TEXT = "A harbour official said the pier would close, but Ida Solberg denied it. They said the ferry had sunk."


def _provenance(speaker: str, said: str, *actors: Actor) -> tuple[Provenance, Analysis]:
    """What is known of a text in which one speaker says one thing."""
    made = build.document(TEXT)
    quote = Quote(
        "q1",
        QuoteKind.INDIRECT,
        (build.span(made, said),),
        build.span(made, "said"),
        build.span(made, speaker),
        actors[0].id if actors else "",
        SourceKind.UNNAMED,
        (build.cite(made, said),),
    )
    analysis = replace(build.analysis(made), actors=actors, quotes=(quote,))
    return Provenance(analysis), analysis


def _actor(name: str, kind: ActorKind, *aliases: str) -> Actor:
    return Actor("p1", name, kind, aliases, None, (), 1.0, None, ())


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (_actor("Ida Solberg", ActorKind.PERSON, "Ida Solberg"), "Solberg"),
        (_actor("Piet van der Wal", ActorKind.PERSON, "Piet van der Wal"), "van der Wal"),
        (_actor("Carla De Sola", ActorKind.PERSON, "Carla De Sola"), "De Sola"),
        (_actor("Seafarers' Union", ActorKind.ORGANISATION, "Seafarers' Union", "SU"), "SU"),
        (_actor("Nordline", ActorKind.ORGANISATION), "Nordline"),
    ],
)
def test_an_actor_is_called_by_its_short_name(actor: Actor, expected: str) -> None:
    """A person by the surname, a body by the shortest form that the text has."""
    provenance, analysis = _provenance("Ida Solberg", "the pier would close", actor)
    assert expected == provenance.said_by(build.span(analysis.document, "the pier would close"))


@pytest.mark.parametrize(
    ("speaker", "said", "expected"),
    [("A harbour official", "the pier would close", "harbour official"), ("They", "the ferry had sunk", "")],
)
def test_a_source_without_a_name_is_called_by_its_own_words(speaker: str, said: str, expected: str) -> None:
    """Few words, without the article; a pronoun names nobody."""
    provenance, analysis = _provenance(speaker, said)
    assert expected == provenance.said_by(build.span(analysis.document, said))


def test_the_article_itself_needs_no_source() -> None:
    """Words that stand in nobody's statement are the author's."""
    provenance, analysis = _provenance("They", "the ferry had sunk")
    words = build.span(analysis.document, "Ida Solberg denied it")
    assert provenance.said_by(words) == ""
    assert provenance.known(words).how is SourceKind.AUTHOR
