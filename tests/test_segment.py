"""Sentences, paragraphs and headings of texts: `briefing.segment`."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.text import Document, Source, Span
from briefing.segment import segment_source
from briefing.segment.boundaries import MAX_SENTENCE


def _segment(text: str, title: str = "") -> Document:
    return segment_source(Source.from_text(text, title))


def _words(text: str, title: str = "") -> list[str]:
    document = _segment(text, title)
    return [document.text_of(sentence.span) for sentence in document.sentences]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The talks failed.", "Nobody was surprised."],
        ["Gen. Aldo B. Marsh spoke with Sen. J. K. Orley Jr. on Sept. 11 at 5 p.m. Monday.", "He left."],
        ["It ranked No. 5 in Art. 12 of the code, see p. 4 and vol. 2.", "That was new."],
        ["U.S. officials met in the U.S. Capitol.", "Others stayed."],
        ["They live in the U.S.", "The rest moved."],
        ["They met in Washington, D.C.", "Officials declined to comment."],
        ["Harbor Corp. Chairman Lena Voss resigned from Tidal Inc. and Crest Co.", "Shares fell."],
        ['"We won," he said.', '"Nobody helped."', "She agreed."],
        ["\u201cWe won.", "Nobody helped.\u201d", "She agreed."],
        ["``We won.", "Nobody helped.''", "She agreed."],
        ['"Stop!" he shouted.', "They stopped."],
        ['"Who pays?" Ms. Orley asked.', "Nobody knew."],
        ["He left (and did not return.)", "She stayed [as always].", "It ended."],
        ["It cost $5.3 million, or 4.25 per cent of GDP.", "Version 2.1.3 followed."],
        ["See www.harbor.example.com/Path.html or write to ida.Solberg@harbor.example.", "Then call."],
        ["Wait... what was that?", "It went on...", "Then it stopped."],
        ["Did it work?!", "Yes!", "It did."],
        ["He moved to St. Orley near Mt. Voss.", "The house stood on Main St.", "The rest is known."],
        ["Norhavn vs. Tidal Ltd. was heard in Dec. 2019 (e.g. on Mon. 3).", "It took long."],
        ["The end came in 2014.", "It had been near.[3]", "So it was."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    """Abbreviations, initials, numbers, addresses and quotation marks do not mislead."""
    assert sentences == _words(" ".join(sentences))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held the countryside.Taliban units left.", ["They held the countryside.", "Taliban units left."]),
        ("It ended in 2014.The rest left.", ["It ended in 2014.", "The rest left."]),
        ('"It is over."The rest left.', ['"It is over."', "The rest left."]),
        ("Use system.Console in version a.B now.", ["Use system.", "Console in version a.B now."]),
        ("Go to www.harbor.Example today.", ["Go to www.harbor.Example today."]),
    ],
)
def test_missing_space(text: str, expected: list[str]) -> None:
    """A missing space between sentences is seen after a word in lower case, but not inside an address."""
    assert expected == _words(text)


def test_wrapped_lines_are_joined() -> None:
    """Lines that break inside sentences belong together; a blank line ends a paragraph."""
    text = "The union will decide on\nFriday whether to go on. It has\nasked for more.\n\nThe ministry\nkept silent."
    document = _segment(text)
    found = [(sentence.paragraph, document.text_of(sentence.span)) for sentence in document.sentences]
    expected = [
        (1, "The union will decide on\nFriday whether to go on."),
        (1, "It has\nasked for more."),
        (2, "The ministry\nkept silent."),
    ]
    assert expected == found


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """Where each line ends as sentences do, each line is a paragraph; a headline and a date above them are headings."""
    text = "Union to decide on strike\nMarch 01, 2008\nThe union will decide. It is late.\nThe ministry kept silent."
    document = _segment(text)
    found = [
        (sentence.paragraph, sentence.is_heading, document.text_of(sentence.span)) for sentence in document.sentences
    ]
    expected = [
        (1, True, "Union to decide on strike"),
        (2, True, "March 01, 2008"),
        (3, False, "The union will decide."),
        (3, False, "It is late."),
        (4, False, "The ministry kept silent."),
    ]
    assert expected == found


def test_list_items_stay_apart() -> None:
    """Items of a list are sentences of their own, and their numbers do not end a sentence."""
    text = "The plan has two parts:\n1. Ships sail again\n2. Wages rise\n- and fares stay\n\nIt starts now."
    expected = ["The plan has two parts:", "1. Ships sail again", "2. Wages rise", "- and fares stay", "It starts now."]
    assert expected == _words(text)


def test_sentences_know_their_heading() -> None:
    """A sentence stands under the nearest heading above it; the headline at the very top is none."""
    text = "Union to decide on strike\n\nThe union will decide.\n\nWhat comes next\n\nNobody knows.\n\nIt may end."
    document = _segment(text)
    assert ["", "", "", "What comes next", "What comes next"] == [sentence.heading for sentence in document.sentences]
    assert [True, False, True, False, False] == [sentence.is_heading for sentence in document.sentences]


def test_headings_of_the_source_are_headings() -> None:
    """What the reader marked as a heading is one, whatever it looks like."""
    text = "the plan.\n\nShips sail again."
    source = Source(id="a7", text=text, headings=(Span(0, 9),))
    first, second = segment_source(source).sentences
    assert (True, "the plan.", "a7.1") == (first.is_heading, text[first.span.start : first.span.end], first.id)
    assert ("the plan.", False, 2) == (second.heading, second.is_heading, second.paragraph)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ida Solberg", True),
        ("Monday, May 18, 2015", True),
        ("Published: Nov. 3, 2011 at 7:15 AM", True),
        ("Related news", True),
        ("Advertisement", True),
        ("By noon the ships had left.", False),
        ("The minister said:", False),
        ("In May 2015 the ships left.", False),
    ],
)
def test_labels(line: str, expected: bool) -> None:
    """By-lines, dates and labels on a line of their own are no prose."""
    document = _segment(f"The union will decide.\n\n{line}\n\nThe ministry kept silent.")
    assert expected is document.sentences[1].is_heading


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\u2028"])
def test_a_text_without_words_has_no_sentences(text: str) -> None:
    """White space alone gives an empty document."""
    assert () == _segment(text).sentences


@pytest.mark.parametrize("text", ["a", "no full stop", "\U0001f600", ".", "...", '"', "123", "\ud800"])
def test_a_text_of_few_characters_is_one_sentence(text: str) -> None:
    """Whatever is not white space belongs to a sentence."""
    assert [text] == _words(text)


_TEXT = st.text(alphabet=st.sampled_from(list("aB1 .\n\"'()!?\u2026\u201d\u3002-\tIx[]")), max_size=200) | st.text(
    max_size=200
)


@settings(deadline=None, max_examples=300)
@given(_TEXT)
def test_sentences_are_ordered_disjoint_and_cover_all(text: str) -> None:
    """Between two sentences stands white space only, none at their ends, and their ids count up."""
    document = _segment(text)
    last = 0
    for number, sentence in enumerate(document.sentences, start=1):
        assert f"a1.{number}" == sentence.id
        assert not text[last : sentence.span.start].strip()
        words = document.text_of(sentence.span)
        assert words == words.strip()
        last = sentence.span.end
    assert not text[last:].strip()


@settings(deadline=None, max_examples=100)
@given(_TEXT, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 50)), max_size=4))
def test_any_headings_are_accepted(text: str, places: list[tuple[int, int]]) -> None:
    """Headings that end inside lines or beyond the text do no harm."""
    source = Source(id="a1", text=text, headings=tuple(Span(start, start + length) for start, length in places))
    document = segment_source(source)
    covered = "".join(document.text_of(sentence.span) for sentence in document.sentences)
    assert "".join(text.split()) == "".join(covered.split())


@pytest.mark.parametrize("piece", ["word ", "a", "1. ", '."', "U.S. ", "x\n", "\u2026 ", "a.B", "((", ".'"])
def test_long_texts_take_linear_time_and_give_bounded_sentences(piece: str) -> None:
    """A hundred thousand characters without sense take a few seconds at most, and no sentence exceeds the bound."""
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    document = _segment(text)
    assert time.process_time() - begin < 5
    assert all(len(sentence.span) <= MAX_SENTENCE for sentence in document.sentences)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Voters Turn Away From Harbor Party in the North.", True),
        ("Lena Voss met the Orley Minister, Aldo Marsh in Norhavn today.", False),
        ("Harbor Savings Bank of Norhavn was cleared by the Orley Board.", False),
        ("Union to decide on strike", True),
    ],
)
def test_first_line(line: str, expected: bool) -> None:
    """A first line with a full stop is a headline only where all its words but the small ones begin with a capital."""
    assert expected is _segment(f"{line}\n\nThe ministry kept silent.").sentences[0].is_heading


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Port town waits for the end.\n\nBan lifted, but crews stay.\n\nMARSTAD - The port is shut. It rains.", 2),
        ("Port town waits for the end.\n\nMARSTAD, Maine (AP) -- The port is shut. It rains.", 1),
        ("The port is shut. It rains.\n\nMARSTAD - The port is shut. It rains.", 0),
        ("The town waits for the end.\n\nThe port is shut. It rains.", 0),
        ("MARSTAD - The port is shut. It rains.\n\nThe town waits.", 0),
    ],
)
def test_what_stands_above_a_dateline_is_a_headline(text: str, headings: int) -> None:
    """One or two single short sentences, with a full stop too; without a dateline below they are prose. The dateline is a label itself."""
    labels = [sentence for sentence in _segment(text).sentences if sentence.is_heading]
    assert headings == sum(not text[label.span.start :].startswith("MARSTAD") for label in labels)
