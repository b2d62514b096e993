"""The parse of a document by spaCy: `Document` in, `Parsed` out. Alone in the package, `analysis` imports spaCy.

The document's sentences are given to the parser as fixed boundaries: there is one owner of sentence boundaries. The text is fed in
pieces that end at paragraphs, so that memory stays bounded and spaCy's limit of 1,000,000 characters is never met.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from briefing.analysis.language_models import DEFAULT_MODEL, load_model
from briefing.lexicon import load_lexicon
from briefing.model.text import Document, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

MAX_CLIMB = 12
"""Heads to look at when climbing a tree: deeper nesting is a fault of the parse, and a bound keeps odd text cheap."""

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
        tense = _tense(token)
        if tense != "plan":
            return tense
        # Headlines tell in the present what has happened.
        sentence = self.document.sentence_at(offset)
        return "present" if sentence.is_heading else "future"


_MODALS = frozenset(("will", "would", "shall", "'ll", "’ll", "wo", "'d", "may", "might", "must", "should"))
"""After these a bare verb looks ahead; "can" and "could" are as often about the past."""


def _tense(token: Token) -> str:
    """The tense of the nearest verb above a token that has one."""
    prepositions: list[str] = []
    date = token
    saying = said_then(token)
    if saying is not None:
        token = saying
    for _ in range(MAX_CLIMB):
        if token.dep_ == "prep":
            prepositions.append(token.lower_)
        if token.pos_ in ("VERB", "AUX"):
            is_ahead = _is_appointment(token, prepositions, date)
            tense = "future" if is_ahead else "plan" if _is_set_for(token, date) else _tense_of_verb(token)
            if tense:
                return tense
        if token.head.i == token.i:
            break
        token = token.head
    return ""


def _tense_of_verb(verb: Token) -> str:
    """The tense of one verb with its helpers: "past", "present", "future", "plan" (of a calendar), "" for most infinitives."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if _is_planned_infinitive(verb) or any(child.tag_ == "VBG" and child.lower_ == "going" for child in helpers):
        return "future"
    if any(child.tag_ == "MD" and child.lower_ in _MODALS for child in helpers):
        # "would have met on Friday" is over
        return "past" if any(child.lower_ == "have" for child in helpers) else "future"
    if _is_past_participle(verb, helpers) or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if any(child.lower_ in ("has", "have", "'ve", "’ve") for child in helpers):
        return "past"
    if _is_timetable(verb, helpers):
        return "plan"
    if verb.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in helpers):
        return "future" if _is_condition(verb) else "present"
    return ""


def said_then(token: Token) -> Token | None:
    """The verb of saying to which words of time belong that the parser has tied to what was said: "said on Monday it will close".

    They belong to the saying where they stand before the statement and no "that" stands before them; None for all others.
    """
    phrase = token
    for _ in range(MAX_CLIMB):
        if phrase.head.i == phrase.i or phrase.head.pos_ in ("VERB", "AUX"):
            break
        phrase = phrase.head
    verb = phrase.head
    saying = verb.head
    if (
        verb.dep_ != "ccomp"
        or phrase.dep_ not in ("prep", "npadvmod", "advmod")
        or not saying.i < phrase.i < verb.i
        or saying.lemma_.lower() not in load_lexicon("events").words("verbs.speech")
    ):
        return None
    begins = phrase.left_edge.i
    if any(child.i < begins for child in verb.children) or not token.doc[begins - 1].text[-1:].isalnum():
        return None
    return saying


def _is_appointment(verb: Token, prepositions: Sequence[str], date: Token) -> bool:
    """True iff a verb puts a day ahead whatever its own tense.

    "Was set for Friday", "declared a curfew from Friday", "has promised a vote by Friday", "scheduled a vote Friday".
    """
    lexicon, ahead = load_lexicon("events"), load_lexicon("dates")
    lemma = verb.lemma_.lower()
    if "for" in prepositions and lemma in lexicon.words("calendar.appointing"):
        return True
    if "from" in prepositions and lemma in lexicon.words("calendar.ordering"):
        return True
    has_deadline = any(word in ahead.words("appointments.deadlines") for word in prepositions)
    if has_deadline and lemma in ahead.words("appointments.promising"):
        return True
    if lemma not in ahead.words("appointments.arranging"):
        return False
    # "planned on Friday to strike" tells when it was planned, "planned a strike on Friday" when it will be
    return verb.dep_ == "acl" or any(child.dep_ == "dobj" and verb.i < child.i < date.i for child in verb.children)


def _is_condition(verb: Token) -> bool:
    """True iff a clause in the present says when or whether something will be: "if they win in November", "when markets open Monday"."""
    return verb.dep_ in ("advcl", "ccomp", "pcomp") and any(
        child.dep_ in ("mark", "advmod") and child.lower_ in load_lexicon("dates").words("appointments.conditions")
        for child in verb.children
    )


def _is_set_for(verb: Token, date: Token) -> bool:
    """True iff "is" puts its subject on a date: "the vote is on Friday", "the deadline is Monday"."""
    if verb.lemma_.lower() != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return date.head.i == verb.i or (date.head.lower_ == "on" and date.head.head.i == verb.i and date.i > verb.i)


def _is_past_participle(verb: Token, helpers: Sequence[Token]) -> bool:
    """True iff a participle alone tells what was done to its noun: "the order issued Thursday may be lifted"."""
    return (
        verb.tag_ == "VBN"
        and not helpers
        and verb.dep_ in ("acl", "advcl")
        and not any(child.dep_ == "mark" for child in verb.children)
    )


def _is_timetable(verb: Token, helpers: Sequence[Token]) -> bool:
    """True iff a verb in the simple present tells what a calendar holds: "the trial ends on Friday", "polls open at eight"."""
    return (
        verb.tag_ in ("VBZ", "VBP")
        and not helpers
        and verb.lemma_.lower() in load_lexicon("events").words("calendar.timetable")
    )


def _is_planned_infinitive(verb: Token) -> bool:
    """True iff a verb is an infinitive that another word puts ahead: "is set to begin", "agreed to meet"."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_bare = verb.tag_ == "VB" or any(child.tag_ == "VB" for child in helpers)
    if not is_bare or not any(child.lower_ == "to" for child in helpers):
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be":
        # "is to open on Friday", "if it were to win in November"
        return verb.head.tag_ in ("VBZ", "VBP") or _is_condition(verb.head)
    ahead = load_lexicon("events").words("status.planning")
    return verb.dep_ in ("xcomp", "acl", "ccomp", "advcl") and verb.head.lemma_.lower() in ahead


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
    docs = tuple(language.pipe(_unparsed(document, language, piece) for piece in pieces))
    sentences: list[ParsedSentence] = []
    for doc, piece in zip(docs, pieces, strict=True):
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
