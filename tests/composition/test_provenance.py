"""Who stands behind the words of a line, and what the page calls them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.composition.provenance import Provenance
from briefing.model.findings import Actor, ActorKind, Analysis, Quote, QuoteKind, SourceKind
from briefing.model.text import Span
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


def _of(text: str, *said: tuple[str, str, str, SourceKind]) -> tuple[Provenance, Analysis]:
    """What is known of a text with quotations: for each its speaker, its cue, its words and the kind of its source."""
    made = build.document(text)
    quotes = tuple(
        Quote(
            f"q{number}",
            QuoteKind.INDIRECT,
            (build.span(made, words),),
            build.span(made, cue),
            build.span(made, speaker),
            "",
            source,
            (build.cite(made, words),),
        )
        for number, (speaker, cue, words, source) in enumerate(said, 1)
    )
    analysis = replace(build.analysis(made), quotes=quotes)
    return Provenance(analysis), analysis


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "The harbour master of the old northern port of Lund claims that all is well.",
            [("The harbour master of the old northern port of Lund", "claims", "that all is well", SourceKind.NAMED)],
            SourceKind.NAMED,
        ),
        (
            "Holm denied that the quay sank, and added that it floats.",
            [
                ("Holm", "denied", "that the quay sank", SourceKind.NAMED),
                ("Holm", "added", "that it floats", SourceKind.NAMED),
            ],
            SourceKind.NAMED,
        ),
        (
            "The ministry did not say whether the quay was safe for the crews.",
            [("The ministry", "say", "whether the quay was safe for the crews", SourceKind.OFFICIAL)],
            SourceKind.AUTHOR,
        ),
        (
            "The ferries stopped and the crews went home for the whole winter, as officials say.",
            [("officials", "say", "for the", SourceKind.UNNAMED)],
            SourceKind.AUTHOR,
        ),
        ("“We want bread and work for all.”", [], SourceKind.UNNAMED),
        ("The “old” quay is the “new” one.", [], SourceKind.AUTHOR),
    ],
)
def test_a_line_is_known_from_whom_most_of_what_it_tells_comes(
    text: str, said: list[tuple[str, str, str, SourceKind]], expected: SourceKind
) -> None:
    """Who says it counts for neither side, quotations count together, a silence is the author's, words in marks never are."""
    provenance, analysis = _of(text, *said)
    span = Span(0, len(analysis.document.source.text))
    assert expected is provenance.known(span).how


def test_an_event_of_saying_is_known_from_who_says_it() -> None:
    """Of "said" itself the author knows; what is told with it is the speaker's."""
    provenance, analysis = _of(
        "The mayor said that work would be put off.",
        ("The mayor", "said", "that work would be put off", SourceKind.OFFICIAL),
    )
    document = analysis.document
    trigger = build.span(document, "said")
    assert provenance.known_event(trigger, (trigger,)).how is SourceKind.AUTHOR
    told = build.span(document, "The mayor said that work would be put off")
    assert provenance.known_event(trigger, (told,)).how is SourceKind.OFFICIAL
