"""The parse keeps our sentences and our offsets."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.analysis.parse import PIECE, parse_document, span_of
from briefing.model.text import Source
from briefing.segment import segment_source
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model


def test_the_sentences_are_the_documents_own() -> None:
    """The parser splits nothing that segmentation has joined, and joins nothing that it has split."""
    read = parsed("The U.S. team won. It was late.\n\nNobody cheered!")
    assert [s.span for s in read.document.sentences] == [span_of(p.tokens) for p in read.sentences]
    assert [s.sentence for s in read.sentences] == [s.sentence for s in read.sentences if s.tokens[0].is_sent_start]


def test_a_line_break_in_a_sentence_makes_no_token() -> None:
    """White space of any kind is a plain blank to the parser, and offsets stay."""
    read = parsed("The ferry\nsailed on\tMonday.")
    assert [token.text for token in read.sentences[0].tokens] == ["The", "ferry", "sailed", "on", "Monday", "."]


def test_a_long_text_is_fed_in_pieces() -> None:
    """A text of several pieces keeps the offsets of each."""
    text = "\n\n".join(f"The ferry number {n} sailed to the island." for n in range(2 * PIECE // 40))
    read = parsed(text)
    assert len(read.docs) > 1
    last = read.sentences[-1]
    assert read.document.text_of(last.sentence.span) == last.tokens.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_is_parsed(text: str) -> None:
    """Every token lies where its words stand; no text is refused."""
    document = segment_source(Source.from_text(text))
    for sentence in parse_document(document).sentences:
        for token in sentence.tokens:
            assert len(document.text_of(span_of(token))) == len(token.text)


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The union rejected the offer on Friday.", "Friday", "past"),
        ("The union will vote on Friday.", "Friday", "future"),
        ("The union has voted on Friday.", "Friday", "past"),
        ("The union is voting on Friday.", "Friday", "future"),
        ("The union is resting on Friday.", "Friday", "present"),
    ],
)
def test_the_tense_at_a_word_is_its_verbs(text: str, word: str, tense: str) -> None:
    """The tense that governs a date decides whether it lies behind or ahead."""
    read = parsed(text)
    assert tense == read.tense_at(text.index(word))
