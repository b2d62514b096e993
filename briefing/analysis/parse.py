"""The parse of a document by spaCy: `Document` in, `Parsed` out. Alone in the package, `analysis` imports spaCy.

The document's sentences are given to the parser as fixed boundaries: there is one owner of sentence boundaries. The text is fed in
pieces that end at paragraphs, so that memory stays bounded and spaCy's limit of 1,000,000 characters is never met.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from briefing.analysis.language_models import DEFAULT_MODEL, load_model
from briefing.analysis.tenses import said_then, tense_of
from briefing.model.text import Document, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

__all__ = [
    "Parsed",
    "ParsedSentence",
    "parse_document",
    "said_then",
    "span_between",
    "span_of",
    "start_of",
]

PIECE = 20_000
"""Characters fed to the parser at once: small enough to keep its matrices in cache, large enough for its batches."""

BLANKS = {ord(blank): " " for blank in "\t\n\r\x0b\x0c\x85\u00a0\u2028\u2029\u3000"} | dict.fromkeys(
    range(0xD800, 0xE000), "\ufffd"
)
"""White space that spaCy would make tokens of, in the middle of a sentence too; one character for one, so that offsets stay.
Lone surrogates, which spaCy cannot encode, become the character for what is no character."""


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence of the document with its tokens."""

    sentence: Sentence
    tokens: TokenSpan


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document.

    Attributes:
        document: The document.
        docs: spaCy's documents, in text order; `start_of` knows where each begins.
        sentences: Every sentence that has a token, with its tokens, in text order.
    """

    document: Document
    docs: tuple[Doc, ...]
    sentences: tuple[ParsedSentence, ...]

    def prose(self) -> Iterator[ParsedSentence]:
        """The sentences that are no headings, in text order."""
        return (parsed for parsed in self.sentences if not parsed.sentence.is_heading)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers an offset, or None."""
        index = bisect_right(self.docs, offset, key=lambda doc: doc.user_data["offset"]) - 1
        if index < 0:
            return None
        doc = self.docs[index]
        within = offset - doc.user_data["offset"]
        at = bisect_right(doc, within, key=lambda token: token.idx) - 1
        return doc[at] if at >= 0 and within < doc[at].idx + len(doc[at]) else None

    def tense_at(self, offset: int) -> str:
        """The tense that governs the words at an offset: "past", "present", "future" or "" where there is no verb."""
        token = self.token_at(offset)
        if token is None:
            return ""
        tense = tense_of(token)
        if tense != "plan":
            return tense
        # Headlines tell in the present what has happened.
        sentence = self.document.sentence_at(offset)
        return "present" if sentence.is_heading else "future"


def start_of(token: Token) -> int:
    """The offset of a token's first character in `Source.text`."""
    offset: int = token.doc.user_data["offset"]
    return offset + token.idx


def span_between(first: Token, last: Token) -> Span:
    """The span from the first character of one token to the last of another, both included."""
    return Span(start_of(first), start_of(last) + len(last))


def span_of(tokens: Token | TokenSpan) -> Span:
    """The span of a token or of a row of tokens."""
    if hasattr(tokens, "idx"):
        token = cast("Token", tokens)
        return span_between(token, token)
    return span_between(tokens[0], tokens[-1])


def parse_document(document: Document, *, model: str = DEFAULT_MODEL) -> Parsed:
    """The parse of a document, whatever its length.

    Raises:
        MissingPartError: spaCy or the model is not installed.
    """
    language = load_model(model)
    pieces = list(_pieces(document))
    # A piece at a time: spaCy would parse them all at once, in 18 kilobytes a word.
    docs = tuple(language.pipe((_unparsed(document, language, piece) for piece in pieces), batch_size=1))
    sentences: list[ParsedSentence] = []
    for doc, piece in zip(docs, pieces, strict=True):
        # No search looks at the vectors.
        doc.tensor = doc.tensor[:0].copy()
        sentences.extend(_align(doc, piece))
    return Parsed(document, docs, tuple(sentences))


def _pieces(document: Document) -> Iterator[tuple[Sentence, ...]]:
    """Rows of sentences of about `PIECE` characters, ending at paragraphs (in a longer paragraph: at a sentence)."""
    piece: list[Sentence] = []
    for sentence in document.sentences:
        if piece:
            size = sentence.span.end - piece[0].span.start
            new_paragraph = sentence.paragraph != piece[-1].paragraph
            if size > 2 * PIECE or (size > PIECE and new_paragraph):
                yield tuple(piece)
                piece = []
        piece.append(sentence)
    if piece:
        yield tuple(piece)


def _unparsed(document: Document, language: Language, piece: tuple[Sentence, ...]) -> Doc:
    """The tokens of a piece with the document's sentence boundaries set, to be parsed."""
    import numpy as np  # noqa: PLC0415 - heavy, as spaCy

    offset = piece[0].span.start
    text = document.source.text[offset : piece[-1].span.end].translate(BLANKS)
    doc = language.make_doc(text)
    doc.user_data["offset"] = offset
    starts = {sentence.span.start - offset for sentence in piece}
    begins = False
    marks: list[int] = []
    for token in doc:
        begins = begins or token.idx in starts
        marks.append(1 if token.i == 0 or (begins and not token.is_space) else -1)
        begins = begins and token.is_space
    # All at once: setting `token.is_sent_start` looks at the whole text each time.
    column: Any = np.array(marks, dtype=np.int64).reshape(-1, 1).astype(np.uint64)
    return doc.from_array(["SENT_START"], column)


def _align(doc: Doc, piece: tuple[Sentence, ...]) -> Iterator[ParsedSentence]:
    """The tokens of each sentence; a token belongs to the sentence in which it begins."""
    offset: int = doc.user_data["offset"]
    position, count = 0, len(doc)
    for sentence in piece:
        start, end = sentence.span.start - offset, sentence.span.end - offset
        while position < count and (doc[position].idx < start or doc[position].is_space):
            position += 1
        first = position
        while position < count and doc[position].idx < end:
            position += 1
        last = position
        while last > first and doc[last - 1].is_space:
            last -= 1
        if last > first:
            yield ParsedSentence(sentence, doc[first:last])
