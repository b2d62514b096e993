"""What the search for names works on: the words of a sentence, and a name while its actor is still being looked for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.actors.keys import WORD, key_of
from briefing.model.findings import ActorKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from briefing.analysis.actors.entries import Entry
    from briefing.analysis.actors.vocabulary import Vocabulary
    from briefing.analysis.parse import Parsed, ParsedSentence

__all__ = [
    "BODIES",
    "DETERMINERS",
    "FINITE",
    "OPENING",
    "PLACES",
    "Name",
    "Place",
    "Words",
    "is_headline",
    "make_name",
    "words_of",
]

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
"""The kinds of those who act together."""

PLACES = frozenset({ActorKind.PLACE, ActorKind.COUNTRY})
"""The kinds of what is on a map."""

DETERMINERS = frozenset({"a", "an", "the", "one", "another", "his", "her", "its", "their"})
"""Words with which a description of somebody begins."""

OPENING = frozenset("\"“”‘(:;—–-…'[")
"""Marks after which a capital may be that of a sentence."""

LONG = 4
"""Letters from which words have a capital in title case, and such words that make a line long enough to tell."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""The tags of a finite verb."""

TITLE_CASE = 0.7
"""The share of long words with a capital above which a line is a headline: its capitals say nothing."""


@dataclass(slots=True)
class Name:
    """One place where something is named, while its actor is still being looked for.

    Attributes:
        span: The name's words without article and title.
        key: Its words for comparison.
        first: The index of its first token in its document of the parser.
        last: The index of its last token.
        sentence: The index of its sentence in `Parsed.sentences`.
        kind: What it seems to be, or None.
        weight: How much `kind` counts against other places with the same words.
        entry: The listed name that it is, or None.
        title: Title and qualifiers directly before it, or None.
        is_pending: True iff only the same words elsewhere can make it a name.
        how: The rule that found it.
        is_thing: True iff it is a ship, a storm, a film, which is no actor.
        acronym_of: The name that it stands in brackets after.
        in_headline: True iff it stands in a line whose capitals say nothing.
        body: For bodies of a state and coalitions: what they are joined by.
        label: The model's label.
        is_located: True iff the words before it say that it is a place.
        is_placed: True iff they say so plainly: "near X", "the siege of X", "X residents".
        speaks: True iff it is the subject of a verb that bodies and persons have.
        is_doer: True iff it is the subject of a verb or has something.
        is_counted: True iff "a", "an" or a number stands before it, as before a common noun.
        title_words: The words of `title` in lower case, without full stops.
        begins_sentence: True iff its capital may be that of the sentence.
        acts_as: What the name of a state stands for here, where it is not the land, or None.
    """

    span: Span
    key: tuple[str, ...]
    first: int
    last: int
    sentence: int
    kind: ActorKind | None = None
    weight: int = 1
    entry: Entry | None = None
    title: Span | None = None
    is_pending: bool = False
    how: str = "name"
    is_thing: bool = False
    acronym_of: Name | None = None
    in_headline: bool = False
    body: str = ""
    label: str = ""
    is_located: bool = False
    is_placed: bool = False
    is_doer: bool = False
    is_counted: bool = False
    speaks: bool = False
    begins_sentence: bool = False
    acts_as: ActorKind | None = None
    title_words: tuple[str, ...] = ()
    is_family_first: bool = False


class Words:
    """The words of a sentence, finer than its tokens, with what the parser says of the token in which each begins."""

    __slots__ = ("ends", "index", "parsed", "starts", "texts", "tokens", "vocabulary")

    def __init__(self, parsed: ParsedSentence, text: str, index: int, vocabulary: Vocabulary) -> None:
        self.parsed = parsed
        self.vocabulary = vocabulary
        self.index = index
        tokens: list[Token] = list(parsed.tokens)
        offset: int = tokens[0].doc.user_data["offset"]
        begins = [offset + token.idx for token in tokens]
        span = parsed.sentence.span
        matches = list(WORD.finditer(text, span.start, span.end))
        self.texts = [match.group() for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.tokens = [tokens[max(0, bisect_right(begins, match.start()) - 1)] for match in matches]

    def __len__(self) -> int:
        return len(self.texts)

    def touching(self, left: int) -> bool:
        """True iff no blank stands between the word and the next."""
        return self.ends[left] == self.starts[left + 1]

    def span(self, start: int, end: int) -> Span:
        """The span of the words from `start` to before `end`."""
        return Span(self.starts[start], self.ends[end - 1])


class Place:
    """One name in its sentence."""

    def __init__(self, tokens: TokenSpan, name: Name, vocabulary: Vocabulary) -> None:
        self.doc: Doc = tokens.doc
        self.start, self.end, self.name = tokens.start, tokens.end, name
        self.vocabulary = vocabulary

    def word(self, position: int) -> str:
        """The word at a place of the sentence in lower case, "" outside of it."""
        return self.doc[position].lower_ if self.start <= position < self.end else ""

    def root(self) -> Token:
        """The token of the name that the rest of the sentence hangs on."""
        for token in self.doc[self.name.first : self.name.last + 1]:
            if not self.name.first <= token.head.i <= self.name.last:
                return token
        return self.doc[self.name.last]


def words_of(parsed: Parsed, vocabulary: Vocabulary) -> list[Words]:
    """The words of every sentence."""
    text = parsed.document.source.text
    return [Words(sentence, text, index, vocabulary) for index, sentence in enumerate(parsed.sentences)]


def is_headline(words: Words) -> bool:
    """True iff the sentence is a heading or written in title case, so that its capitals say nothing."""
    if words.parsed.sentence.is_heading:
        return not _is_sentence(words)
    long = [text for text in words.texts if len(text) >= LONG and text[0].isalpha()]
    return (
        len(long) >= LONG
        and sum(text[0].isupper() for text in long) > TITLE_CASE * len(long)
        and words.texts[-1] not in '.!?"”'
    )


def _is_sentence(words: Words) -> bool:
    """True iff a heading is a sentence with few capitals, or brings in somebody's words: "Ida Solberg said:"."""
    lower = [text for text in words.texts if len(text) >= LONG and text[0].islower()]
    if words.texts[-1] == ":":
        return any(token.lemma_ in words.vocabulary.human and token.tag_ in FINITE for token in words.tokens)
    return len(lower) >= LONG and any(token.tag_ in FINITE for token in words.tokens)


def make_name(words: Words, start: int, end: int, **facts: object) -> Name:
    """The name made of the words from `start` to before `end`."""
    name = Name(
        span=words.span(start, end),
        key=key_of(words.texts[start:end]),
        first=words.tokens[start].i,
        last=words.tokens[end - 1].i,
        sentence=words.index,
        label=words.tokens[end - 1].ent_type_,
        is_located=_is_located(words, start),
        is_placed=_is_placed(words, start, end),
        is_counted=start > 0 and (words.texts[start - 1] in {"a", "an"} or words.tokens[start - 1].pos_ == "NUM"),
        is_doer=words.tokens[end - 1].dep_ in {"nsubj", "nsubjpass", "poss"},
        speaks=words.tokens[end - 1].dep_ == "nsubj" and words.tokens[end - 1].head.lemma_ in words.vocabulary.speaks,
        in_headline=words.parsed.sentence.is_heading,
        begins_sentence=start == 0 or words.texts[start - 1] in OPENING,
        is_family_first=words.texts[start + 2 : start + 3] == ["-"]
        and words.texts[end - 1].islower()
        and end == start + 4,
    )
    for field, value in facts.items():
        setattr(name, field, value)
    return name


def _is_placed(words: Words, start: int, end: int) -> bool:
    """True iff only places stand where the name does: "near X", "the siege of X", "X residents"."""
    texts, vocabulary = words.texts, words.vocabulary
    before = texts[start - 1].lower() if start else ""
    if before == "the" and start > 1:
        before, start = texts[start - 2].lower(), start - 1
    if before == "of" and start > 1 and texts[start - 2].lower() in vocabulary.placed_of:
        return True
    follows = words.tokens[end] if end < len(texts) else None
    if before in {"near", "outside", "northwest", "northeast", "southwest", "southeast"}:
        return follows is None or follows.pos_ not in {"NOUN", "ADJ"}
    is_plain = end < len(texts) and words.tokens[end - 1].i != words.tokens[min(end, len(texts) - 1)].i
    return is_plain and texts[end] in vocabulary.place_after and texts[end - 1][0].isupper()


def _is_located(words: Words, start: int) -> bool:
    """True iff the name at `start` stands where only places do: after "in", "near", "the town of", or in a row with such a name."""
    if not start:
        return False
    if words.texts[start - 1].title() in words.vocabulary.directions and start > 1:
        start -= 1
    before = words.texts[start - 1].lower()
    if before == "of" and start > 1:
        return words.texts[start - 2].lower() in words.vocabulary.place_nouns
    if before in {"in", "near", "outside", "around", "bordering"}:
        return start == 1 or words.texts[start - 2].lower() not in words.vocabulary.invested
    token: Token = words.tokens[start]
    return (
        token.dep_ == "conj"
        and token.head.dep_ == "pobj"
        and token.head.head.lower_ in {"in", "near", "outside", "around"}
    )
