"""Quotations: what was said, by whom, in which way, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.quotes import find_quotes
from briefing.model.findings import Actor, ActorKind, Mention, Quote, QuoteKind, SourceKind
from tests.analysis.reading_of import parsed
from tests.build import span

if TYPE_CHECKING:
    from briefing.model.text import Document

pytestmark = pytest.mark.model


def quotes_of(text: str) -> tuple[Document, list[Quote]]:
    """The quotations of a text without actors."""
    read = parsed(text)
    return read.document, list(find_quotes(read, actors=ActorIndex(())))


def shown(text: str) -> list[tuple[str, list[str], str]]:
    """Kind, parts and speaker of each quotation, in words."""
    document, quotes = quotes_of(text)
    return [
        (
            quote.kind.value,
            [document.text_of(part) for part in quote.parts],
            document.text_of(quote.speaker) if quote.speaker else "",
        )
        for quote in quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sail at dawn,” said Ida Solberg.", ("direct", ["We will sail at dawn,"], "Ida Solberg")),
        (
            '"We will sail at dawn," she said. "The crew is ready."',
            ("direct", ["We will sail at dawn,", "The crew is ready."], "she"),
        ),
        ("Ida Solberg said: “We will sail at dawn.”", ("direct", ["We will sail at dawn."], "Ida Solberg")),
        ('"Will we sail?" Solberg asked.', ("direct", ["Will we sail?"], "Solberg")),
        (
            "The mayor said that the harbour would close in May.",
            ("indirect", ["that the harbour would close in May"], "The mayor"),
        ),
        (
            "The harbour will close in May, the mayor said.",
            ("indirect", ["The harbour will close in May"], "the mayor"),
        ),
        (
            "According to the ministry, the harbour will close.",
            ("indirect", ["the harbour will close"], "the ministry"),
        ),
        (
            "Solberg told reporters that the line had lost money.",
            ("indirect", ["that the line had lost money"], "Solberg"),
        ),
        ("The mayor accused the owners of neglect.", ("indirect", ["the owners of neglect"], "The mayor")),
        ("Nordline refused to pay the crews.", ("indirect", ["to pay the crews"], "Nordline")),
        (
            "Solberg said the offer was “an insult” to the crews.",
            ("mixed", ["the offer was “an insult” to the crews"], "Solberg"),
        ),
    ],
)
def test_a_quotation_has_its_kind_its_words_and_its_speaker(text: str, expected: tuple[str, list[str], str]) -> None:
    """Direct, mixed and indirect speech, before and after its attribution."""
    assert [expected] == shown(text)


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    """The words of the next paragraph belong to a quotation that was not closed."""
    _, quotes = quotes_of(
        "“We sail at dawn, whatever the owners say about it,” Solberg said. “We will not wait.\n\n“The crews are ready for it.”"
    )
    assert [3] == [len(quote.parts) for quote in quotes]


def test_a_term_in_marks_is_no_quotation() -> None:
    """A name in quotation marks has nobody who says it."""
    assert [] == shown("The ship, the “Sea Rose”, lay in the harbour.")


def test_every_sentence_that_a_quotation_touches_is_cited() -> None:
    """A quotation over two sentences has two citations, each inside its sentence."""
    document, quotes = quotes_of("“We sail at dawn. The crews are ready for it,” Solberg said.")
    assert ["a1.1", "a1.2"] == [citation.sentence for citation in quotes[0].citations]
    assert all(citation.span in document.sentence(citation.sentence).span for citation in quotes[0].citations)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Solberg said the harbour would close.", SourceKind.NAMED),
        ("The ministry said the harbour would close.", SourceKind.OFFICIAL),
        ("A spokesman for the navy said the harbour would close.", SourceKind.OFFICIAL),
        ("The report said the harbour would close.", SourceKind.DOCUMENT),
        ("Officials said the harbour would close.", SourceKind.UNNAMED),
        ("A navy commander said the harbour would close.", SourceKind.UNNAMED),
        ("The ship reportedly sank off the coast.", SourceKind.HEARSAY),
        ("Rumours said the harbour would close.", SourceKind.HEARSAY),
    ],
)
def test_who_stands_behind_a_statement_is_told_from_the_speaker(text: str, source: SourceKind) -> None:
    """Names, bodies, documents, the unnamed and hearsay are told apart; the author is never a source here."""
    _, quotes = quotes_of(text)
    assert [source] == [quote.source for quote in quotes]


def test_a_pronoun_has_the_actor_that_it_means() -> None:
    """The speaker's words stay "she"; the actor is the one the mention is of."""
    text = "Ida Solberg runs the line. She said the harbour would close."
    read = parsed(text)
    mentions = (
        Mention(span(text, "Ida Solberg"), ActorKind.PERSON, "name"),
        Mention(span(text, "She"), ActorKind.PERSON, "pronoun"),
    )
    solberg = Actor("p1", "Ida Solberg", ActorKind.PERSON, ("Ida Solberg",), None, mentions, 1.0, None, ())
    (quote,) = find_quotes(read, actors=ActorIndex((solberg,)))
    assert ("p1", SourceKind.NAMED, QuoteKind.INDIRECT) == (quote.actor, quote.source, quote.kind)


@pytest.mark.parametrize(
    "text", ["", "“", "”", '"', "“”", "😀 “😀”", "said", '" said "', "“a “b “c", "''''''''", "x" * 5000]
)
def test_odd_text_gives_less_and_never_fails(text: str) -> None:
    """Text that is no prose is read without an error."""
    quotes_of(text)


@pytest.mark.parametrize(
    ("text", "parts", "speaker"),
    [
        (
            "Solberg said, ``We sail at dawn.\n\nThe crew is ready.''",
            ["We sail at dawn.", "The crew is ready."],
            "Solberg",
        ),
        (
            "Rain fell.\n\n“We sail at dawn.\n\nThe crew is ready,” said Solberg.",
            ["We sail at dawn.", "The crew is ready,"],
            "Solberg",
        ),
    ],
)
def test_words_between_the_marks_of_two_paragraphs_have_one_speaker(text: str, parts: list[str], speaker: str) -> None:
    """What is opened in one paragraph and closed in the next is said by whom either one names."""
    assert [("direct", parts, speaker)] == shown(text)
