"""Spans, sentences and citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.text import Citation, Document, Source, Span
from tests import build


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_is_never_empty_or_negative(start: int, end: int) -> None:
    """A span needs 0 <= start < end."""
    with pytest.raises(ValueError, match="start < end"):
        Span(start, end)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (Span(0, 5), Span(3, 9), 2),
        (Span(0, 5), Span(5, 9), 0),
        (Span(2, 4), Span(0, 9), 2),
        (Span(7, 9), Span(0, 3), 0),
    ],
)
def test_overlap_counts_the_shared_characters(first: Span, second: Span, shared: int) -> None:
    """Two spans share as many characters as both cover, whichever is asked."""
    assert shared == first.overlap(second) == second.overlap(first)


def test_a_span_contains_spans_and_offsets() -> None:
    """A span holds itself, spans within it and its own offsets, but not its end."""
    assert Span(2, 4) in Span(2, 4)
    assert Span(1, 4) not in Span(2, 4)
    assert 2 in Span(2, 4)
    assert 4 not in Span(2, 4)


def test_a_source_keeps_the_text_as_it_is_given() -> None:
    """`from_text` neither cleans nor cuts."""
    assert Source.from_text(" a\r\n\tb ").text == " a\r\n\tb "


def test_a_lone_surrogate_has_a_hash() -> None:
    """A text that UTF-8 cannot encode is still a source."""
    assert len(Source.from_text("\ud800").sha256) == 64


def test_a_document_without_sentences_has_no_place_to_cite() -> None:
    """An empty document says so instead of citing nothing."""
    with pytest.raises(ValueError, match="no place"):
        Document(Source.from_text(""), ()).cite(Span(0, 1))


def test_sentences_are_found_by_id_and_place() -> None:
    """A sentence is found by its id; its place is its paragraph and its number there."""
    made = build.document("One. Two.\n\nThree. Four.")
    assert made.text_of(made.sentence("a1.4").span) == "Four."
    assert made.place_of("a1.4") == (2, 2)


@pytest.mark.parametrize("name", ["a1.0", "a1.9", "a2.1", "x", "", "a1.-1", "a1."])
def test_an_unknown_sentence_is_a_key_error(name: str) -> None:
    """An id of another document, or of no sentence, is refused."""
    with pytest.raises(KeyError):
        build.document("One. Two.").sentence(name)


@given(st.integers(0, 60), st.integers(1, 40))
def test_a_citation_lies_inside_its_sentence(start: int, length: int) -> None:
    """Whatever is cited, the citation's span lies in the sentence that it names."""
    made = build.document("The ferry sailed. It sank at noon!\n\nNobody was hurt. The crew swam.")
    end = min(start + length, len(made.source.text))
    if start >= end or not made.source.text[start:end].strip():
        return
    cited = made.cite(Span(start, end))
    assert isinstance(cited, Citation)
    assert cited.span in made.sentence(cited.sentence).span
