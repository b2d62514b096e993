"""Tells headings, by-lines, datelines and labels from prose. Standard library only."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.text import Source, Span

__all__ = ["Role", "roles_of"]

_WORD = re.compile(r"[^\W_]+(?:[.'\u2019-][^\W_]+)*")
_FINAL = re.compile(r"[.!?;,\u2026] ?[\"'\u201d\u2019)\]\u00bb]*\Z")
_LIST_ITEM = re.compile(r"(?:[-*\u2022\u2023\u25aa\u25cf\u25e6+\u00b7]|\(?(?:\d{1,3}|[a-z])[.)])\s+\S")
_BYLINE = re.compile(r"[Bb][Yy]\s+[A-Z][\w.'\u2019-]+(?:\s+(?:and|de|van|von|al|[A-Z][\w.'\u2019-]*))*(?:\s*[,|].*)?\Z")
_NUMBER = re.compile(r"\d{1,4}")
# "OSLO - The port", "NEW HAVEN, Conn. (AP) -- The port": the place in capitals, then a dash.
_DATELINE = re.compile(
    r"[A-Z][A-Z'.\u2019-]{2,}(?: [A-Z][A-Z'.\u2019-]+){0,3}(?:, [\w. ]{2,25}){0,2} ?(?:\([^()\n]{2,30}\) ?)?(?:--?|[\u2013\u2014]) ?\w"
)
_NEXT_SENTENCE = re.compile(r"[.!?] +[A-Z\"\u201c]")
# A headline and its second deck.
_DECKS = 2

# A headline of the press has hardly more words; longer lines without a full stop are cut sentences or tables.
_TITLE_WORDS = 25
_TITLE_CHARACTERS = 200
_HEADING_WORDS = 12
_HEADING_CHARACTERS = 100
# Of a line in title case with a full stop; shorter ones are often sentences of names ("Vox Populi.").
_FEWEST_TITLE_WORDS = 3
# A date or a label is no longer than this.
_LABEL_CHARACTERS = 80


class Role(StrEnum):
    """What a paragraph is."""

    PROSE = "prose"
    TITLE = "title"
    HEADING = "heading"
    LABEL = "label"


class _Words(NamedTuple):
    labels: frozenset[str]
    openers: tuple[str, ...]
    calendar: frozenset[str]
    dating: frozenset[str]
    small: frozenset[str]


@cache
def _words() -> _Words:
    """The word lists, looked up once a process."""
    lexicon = load_lexicon("segment")
    calendar = lexicon.words("months") | lexicon.words("weekdays")
    openers = tuple(sorted(lexicon.ordered("byline_openers"), key=len, reverse=True))
    return _Words(
        lexicon.words("labels"), openers, calendar, calendar | lexicon.words("time_words"), lexicon.words("small_words")
    )


def roles_of(source: Source, paragraphs: Sequence[Span]) -> list[Role]:
    """The role of each paragraph, in order."""
    text = source.text
    given = _given(source, paragraphs)
    decks = _decks(text, paragraphs)
    roles: list[Role] = []
    prose_seen = False
    for index, paragraph in enumerate(paragraphs):
        if index in given:
            role = Role.TITLE if not index and _same(text, paragraph, source.title) else Role.HEADING
        elif index < decks:
            role = Role.LABEL if index else Role.TITLE
        elif len(paragraph) > _TITLE_CHARACTERS or "\n" in text[paragraph.start : paragraph.end]:
            role = Role.PROSE
        else:
            words = text[paragraph.start : paragraph.end]
            below = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
            follows = below is not None and (_is_prose(text, below) or not prose_seen)
            role = _role(words, is_first=not index, is_top=not prose_seen, follows=follows, title=source.title)
        prose_seen = prose_seen or role is Role.PROSE
        roles.append(role)
    return roles


def _decks(text: str, paragraphs: Sequence[Span]) -> int:
    """How many paragraphs stand above the dateline that opens an article, if each is a single short sentence: its headlines."""
    for index, paragraph in enumerate(paragraphs[: _DECKS + 1]):
        if _DATELINE.match(text, paragraph.start, paragraph.end):
            return index
        words = text[paragraph.start : paragraph.end]
        is_short = len(words) <= _TITLE_CHARACTERS and len(_WORD.findall(words)) <= _TITLE_WORDS
        if not is_short or _NEXT_SENTENCE.search(words):
            return 0
    return 0


def _role(words: str, *, is_first: bool, is_top: bool, follows: bool, title: str) -> Role:
    """What a short paragraph is; `follows`: prose stands below it."""
    if is_first and title and words.casefold() == title.casefold():
        return Role.TITLE
    if _is_label(words):
        return Role.LABEL
    if (
        not follows
        or _LIST_ITEM.match(words)
        or not (words[0].isupper() or words[0].isdigit() or words[0] in "\"'\u201c\u2018`")
    ):
        return Role.PROSE
    found = _WORD.findall(words)
    if is_first and _is_title(words, found):
        return Role.TITLE
    if words.endswith(":") or _FINAL.search(words) or len(found) > _HEADING_WORDS or len(words) > _HEADING_CHARACTERS:
        return Role.PROSE
    return Role.LABEL if is_top else Role.HEADING


def _is_title(words: str, found: list[str]) -> bool:
    """True iff the first line of a text reads like a headline: few words, and no full stop unless it is in title case."""
    if len(found) > _TITLE_WORDS or words.endswith((":", ",", ";")):
        return False
    if not _FINAL.search(words):
        return True
    small = _words().small
    return len(found) > _FEWEST_TITLE_WORDS and all(not word[0].islower() or word in small for word in found)


def _is_label(words: str) -> bool:
    """True iff a line is nothing but a date, a by-line or a label such as "Related news"."""
    if len(words) > _LABEL_CHARACTERS:
        return False
    lists = _words()
    plain = words.casefold().strip(" :*_-[]()|\u2022")
    if plain in lists.labels:
        return True
    found = [word.casefold() for word in _WORD.findall(words)]
    is_date = any(word in lists.calendar for word in found) and any(_NUMBER.match(word) for word in found)
    if is_date and all(word in lists.dating or _NUMBER.match(word) for word in found):
        return True
    return _BYLINE.match(words) is not None and not _FINAL.search(words)


def _given(source: Source, paragraphs: Sequence[Span]) -> set[int]:
    """The indexes of the paragraphs that `Source.headings` touches."""
    found = set()
    index = 0
    for heading in sorted(source.headings):
        while index < len(paragraphs) and paragraphs[index].end <= heading.start:
            index += 1
        probe = index
        while probe < len(paragraphs) and paragraphs[probe].start < heading.end:
            found.add(probe)
            probe += 1
    return found


def _is_prose(text: str, paragraph: Span) -> bool:
    """True iff a paragraph ends as sentences do, or is too long for a heading."""
    return (
        len(paragraph) > _TITLE_CHARACTERS
        or _FINAL.search(text, max(paragraph.start, paragraph.end - 6), paragraph.end) is not None
    )


def _same(text: str, paragraph: Span, title: str) -> bool:
    """True iff a paragraph holds the words of the title."""
    return text[paragraph.start : paragraph.end].casefold().split() == title.casefold().split()
