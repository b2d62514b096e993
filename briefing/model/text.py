"""The text and the places in it: `Source`, `Span`, `Sentence`, `Document`, `Citation`.

Text is stored once, in `Source.text`. Everything else is a pair of offsets into it: half-open, in code points, into the text
after reading. Standard library only.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

__all__ = ["Citation", "Document", "Sentence", "Source", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of `Source.text`, `0 <= start < end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span needs 0 <= start < end, not {self.start}, {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        """True iff `other`, a span or an offset, lies wholly inside this span."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlap(self, other: Span) -> int:
        """The number of code points that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it was read.

    Attributes:
        id: A short name, unique in one run: "a1" for the first article.
        text: The article's words after reading: clean of markup and of control characters. Paragraphs end at a blank line.
        origin: Where it came from: a path, "-" for standard input, "" for a text given from Python.
        title: The headline, "" where none was found. It is not repeated in `text` when it came from metadata.
        author: The by-line, "" where none was found.
        site: The publication or site, "" where none was found.
        published: The day of publication, or None.
        published_from: Where that day comes from: "metadata", "front matter", "dateline", "option", "argument", or "".
        language: An ISO 639-1 code, "" where it was not looked at.
        headings: The lines of `text` that are headings, in text order.
        pages: The offset at which each page begins, for sources that have pages.
        sha256: The hash of `text` in UTF-8, in hexadecimal.
    """

    id: str
    text: str
    origin: str = ""
    title: str = ""
    author: str = ""
    site: str = ""
    published: datetime.date | None = None
    published_from: str = ""
    language: str = ""
    headings: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    sha256: str = ""

    @classmethod
    def from_text(cls, text: str, title: str = "", published: datetime.date | None = None) -> Source:
        """A source of the text as it is given: not cleaned, not cut."""
        return cls(
            id="a1",
            text=text,
            title=title,
            published=published,
            published_from="argument" if published else "",
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span with a name; its words are `document.text_of(sentence.span)`.

    Attributes:
        id: The source's id, a full stop and the sentence's number from 1: "a1.12".
        span: Where it stands, without white space around it.
        paragraph: The number of its paragraph, from 1; headings count as paragraphs.
        heading: The words of the heading it stands under, "" where there is none.
        is_heading: True iff the sentence itself is a heading, a dateline or a label: no prose to be quoted.
    """

    id: str
    span: Span
    paragraph: int
    heading: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a sentence: the sentence's id and a span that lies inside that sentence."""

    sentence: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its sentences: ordered, disjoint, together covering every character that is not white space."""

    source: Source
    sentences: tuple[Sentence, ...]

    def text_of(self, span: Span) -> str:
        """The words of a span, as they stand in the text."""
        return self.source.text[span.start : span.end]

    def index_at(self, offset: int) -> int:
        """The index of the last sentence that begins at or before an offset; 0 for an offset before the first.

        Raises:
            ValueError: The document has no sentences.
        """
        if not self.sentences:
            message = "a document without sentences has no place to cite"
            raise ValueError(message)
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence at an offset (the one before it, where the offset is on white space between two).

        Raises:
            ValueError: The document has no sentences.
        """
        return self.sentences[self.index_at(offset)]

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence of an id.

        Raises:
            KeyError: No sentence of this document has that id.
        """
        source_id, _, number = sentence_id.rpartition(".")
        index = int(number) - 1 if number.isdigit() else -1
        if source_id != self.source.id or not 0 <= index < len(self.sentences):
            raise KeyError(sentence_id)
        return self.sentences[index]

    def place_of(self, sentence_id: str) -> tuple[int, int]:
        """The paragraph of a sentence and the sentence's number within it, both from 1; a dateline before the first is no. 0.

        Raises:
            KeyError: No sentence of this document has that id.
        """
        sentence = self.sentence(sentence_id)
        first = bisect_left(self.sentences, sentence.paragraph, key=lambda other: other.paragraph)
        first += self._opens_with_dateline(first)
        return sentence.paragraph, int(sentence_id.rpartition(".")[2]) - first

    @property
    def opening(self) -> Sentence | None:
        """The first sentence, a dateline before it left aside; None where there is none."""
        return self.sentences[self._opens_with_dateline(0)] if self.sentences else None

    def _opens_with_dateline(self, index: int) -> bool:
        """True iff the sentence at an index is a dateline: a label with prose behind it in its paragraph."""
        first, *rest = self.sentences[index : index + 2]
        return first.is_heading and any(not each.is_heading and each.paragraph == first.paragraph for each in rest)

    def cite(self, span: Span) -> Citation:
        """A citation of a span, cut to the sentence in which the span begins.

        Raises:
            ValueError: The document has no sentences, or the span touches none of its words.
        """
        sentence = self.sentence_at(span.start)
        if span in sentence.span:
            return Citation(sentence.id, span)
        if not span.overlap(sentence.span):
            index = min(self.index_at(span.start) + 1, len(self.sentences) - 1)
            sentence = self.sentences[index]
        return Citation(sentence.id, Span(max(span.start, sentence.span.start), min(span.end, sentence.span.end)))
