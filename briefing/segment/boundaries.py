"""The ends of sentences within a paragraph: candidates, NLTK's Punkt with parameters of our own, and the corrections that news needs.

In goes a text and the span of a paragraph, out come spans of sentences. Every mark that may end a sentence is a candidate; what is certain
is decided by rule, what hangs on an abbreviation is asked of Punkt, a word and its neighbour at a time. (Punkt over a whole text takes
time that is not linear on hostile input, and NLTK stops it by the clock.) The rules read a shadow of the text in which every character
stands in its place but quotation marks, ellipses and white space have their plain forms.
This module alone imports NLTK, inside a function, and of NLTK only what it needs: all of it costs half a second.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon import load_lexicon
from briefing.model.text import Span
from briefing.stand_ins import import_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nltk.tokenize.punkt import PunktSentenceTokenizer

__all__ = ["MAX_SENTENCE", "split_sentences"]

# No sentence is longer, in characters: tables and texts without punctuation are cut at white space, so that later stages live.
MAX_SENTENCE = 3_000

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b`\u00b4\u2032", "'"),
        "\u2026": ".",
        **dict.fromkeys(
            "\n\r\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
            " ",
        ),
        **dict.fromkeys("\uff01", "!"),
        **dict.fromkeys("\uff1f", "?"),
    }
)
_MARKS = re.compile(r"[.!?]+|\u3002")
_CLOSERS = re.compile(r"(?:[)\]}\"']|\[\d{1,3}\])*(?: \.\.\.(?= [\"'(\[]*[A-Z]))?")
# "countryside.Taliban", 'left."The': a space is missing. The word before is in lower case, so that names of products and code stay whole.
_GLUED_BEFORE = re.compile(r"[a-z]{3}\Z|(?: |\A)(?:19|20)\d\d\Z")
_GLUED_AFTER = re.compile(r"\"?(?:[A-Z][a-z]{2}|(?:A|I|He|It|In|We|If|On|At|As|By|No|So|My) )")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net|gov|edu|html?|php|pdf|js|py)\b", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)]\Z")
_OPENERS = "\"'([{<*_ "
_NEXT_WORD = re.compile(r"[\"'(\[{<*_ ]*([^\W_]{1,60}(?:['-][^\W_]{1,60})?)?")
_WORD = re.compile(r"\S{1,60}")
# "(CNN)A. Orley": the agency is glued to the first word.
_AGENCY = re.compile(r"\A[A-Za-z]{2,12}\)(?=[A-Z]\.)")
_ATTRIBUTION = re.compile(r"(?:[A-Z][\w'.-]{0,30} ){1,3}([a-z]{3,12})[.,;]")
# No abbreviation is longer, in letters, except those with full stops inside: after a longer word there is nothing to ask.
_LONGEST_ABBREVIATION = 6
# Words are looked for no further than this from a mark.
_REACH = 60
# What Punkt imports for its training, its files and its printing.
_NOT_NEEDED = {
    "nltk.internals": ("overridden", "raise_unorderable_types"),
    "nltk.pathsec": ("open", "validate_path"),
    "nltk.picklesec": ("allowlisted_pickle_load",),
    "nltk.termsec": ("safe_print",),
    "nltk.tokenize.util": ("string_span_tokenize",),
}


class _Words(NamedTuple):
    """The word lists that decide after an abbreviation."""

    titles: frozenset[str]
    before_numbers: frozenset[str]
    open: frozenset[str]
    capital_only: frozenset[str]
    numbers_only: frozenset[str]
    starters: frozenset[str]
    marked: frozenset[str]
    lowercase: frozenset[str]
    speech: frozenset[str]


@cache
def _words() -> _Words:
    """The word lists, looked up once a process."""
    lexicon, trained = load_lexicon("segment"), load_lexicon("punkt")
    return _Words(
        titles=lexicon.words("titles"),
        before_numbers=lexicon.words("before_numbers"),
        open=lexicon.words("open_abbreviations") | trained.words("abbreviations"),
        capital_only=lexicon.words("capital_only"),
        numbers_only=lexicon.words("numbers_only"),
        starters=lexicon.words("starters"),
        marked=lexicon.words("marked_names"),
        lowercase=trained.words("lowercase"),
        speech=lexicon.words("speech_verbs"),
    )


@cache
def _punkt() -> PunktSentenceTokenizer:
    """Punkt with the package's parameters; nothing is downloaded and nothing is learned from the text."""
    (punkt,) = import_within(("nltk.tokenize.punkt",), _NOT_NEEDED)
    words = _words()
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(
        (words.titles | words.open | words.before_numbers) - words.capital_only - words.numbers_only
    )
    parameters.collocations = {tuple(pair.split()) for pair in load_lexicon("punkt").ordered("collocations")}
    parameters.sent_starters = set(words.starters)
    tokenizer: PunktSentenceTokenizer = punkt.PunktSentenceTokenizer(parameters)
    return tokenizer


def split_sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph, in order: disjoint, without white space at their ends, together covering its words."""
    spans: list[Span] = []
    shadow = _shadow(text[paragraph.start : paragraph.end])
    start = 0
    for end in _find_ends(shadow):
        spans.extend(_bounded(text, paragraph.start + start, paragraph.start + end))
        start = end
    spans.extend(_bounded(text, paragraph.start + start, paragraph.end))
    return spans


def _shadow(words: str) -> str:
    """The words with plain quotation marks, ellipses and spaces, of the same length."""
    return words.translate(_PLAIN).replace("''", '""')


def _find_ends(shadow: str) -> Iterator[int]:
    """The offsets, into the shadow, just after each sentence but the last."""
    start = counted = quotes = 0
    for match in _MARKS.finditer(shadow):
        mark_end = match.end()
        if mark_end <= start:
            continue
        if mark_end >= len(shadow):
            return
        if shadow[mark_end].isalnum() and match.group() != "\u3002":
            if _is_glued(shadow, match.start(), mark_end):
                yield mark_end
                start = mark_end
            continue
        quotes += shadow.count('"', counted, mark_end)
        counted = mark_end
        end = _after_closers(shadow, mark_end, is_open=quotes % 2 == 1)
        if end >= len(shadow):
            return
        if _is_end(shadow, start, mark_end, end) or (
            shadow[mark_end] == '"' and _is_glued(shadow, match.start(), mark_end)
        ):
            yield end
            start = end


def _is_glued(shadow: str, mark: int, after: int) -> bool:
    """True iff a space is missing between the mark at an offset and the sentence that begins after it."""
    return (
        after - mark == 1
        and _GLUED_AFTER.match(shadow, after) is not None
        and _GLUED_BEFORE.search(shadow[max(0, mark - 5) : mark]) is not None
        and not _is_address(shadow, after)
    )


def _after_closers(shadow: str, end: int, *, is_open: bool) -> int:
    """The offset after the brackets and quotation marks that close what ends here; `is_open`: a straight quotation is open."""
    match = _CLOSERS.match(shadow, end)
    end = match.end() if match else end
    if shadow.startswith(' "" ', end):
        return end + 3
    if is_open and shadow.startswith(' " ', end):
        return end + 2
    return end


def _is_address(shadow: str, at: int) -> bool:
    """True iff the word around an offset is a web or mail address, a file name or the like, or too long for a word."""
    left = shadow.rfind(" ", max(0, at - _REACH), at)
    if left < 0 and at > _REACH:
        return True
    right = shadow.find(" ", at, at + _REACH)
    return _ADDRESS.search(shadow, left + 1, right if right >= 0 else min(len(shadow), at + _REACH)) is not None


def _is_end(shadow: str, start: int, mark_end: int, end: int) -> bool:
    """True iff a sentence that began at `start` ends at `end`; `mark_end` is just after its full stop, before the closers."""
    rest = _NEXT_WORD.match(shadow, end)
    following = (rest.group(1) if rest else None) or ""
    if rest and not following:
        return _opens_without_word(shadow, rest.end())
    if end < len(shadow) and shadow[end] not in " \"'([{" and shadow[mark_end - 1] != "\u3002":
        return False
    space = shadow.rfind(" ", max(start, mark_end - _REACH), mark_end)
    word = shadow[max(space + 1, start, mark_end - _REACH) : mark_end].lstrip(_OPENERS)
    word = _AGENCY.sub("", word)
    has_closers = end > mark_end
    if following[0].islower() and not _is_camel(following):
        return _is_lower_text(shadow, start, end)
    if (
        _ITEM_NUMBER.match(word)
        and mark_end - start < _REACH
        and not shadow[start : mark_end - len(word)].strip(_OPENERS)
    ):
        return False
    if not word.strip("."):
        # An ellipsis that stands alone: in a quotation, words are left out there.
        return has_closers
    next_is_starter = following.lower() in _words().starters and not _is_initial_ahead(shadow, rest)
    if word[-1] != ".":
        if shadow[mark_end] == '"' and rest and _is_attribution(shadow, rest.start(1)):
            return False
        return word.lower() not in _words().marked or next_is_starter or has_closers
    return _ends_after_stop(
        shadow, word[:-1], following, rest.end() if rest else end, is_starter=next_is_starter, has_closers=has_closers
    )


def _ends_after_stop(
    shadow: str, word: str, following: str, after: int, *, is_starter: bool, has_closers: bool
) -> bool:
    """True iff a full stop after `word` ends a sentence when `following` comes next; `after` is the offset behind that."""
    words = _words()
    lower = word.lower()
    if following[0].isdigit() and lower in words.before_numbers:
        return False
    if lower in words.numbers_only and not (lower in words.capital_only and word[0].isupper()):
        return True
    if lower in words.titles and lower not in words.open:
        return has_closers
    if lower in words.capital_only and (word[0].islower() or lower in words.starters):
        return True
    if len(word) > _LONGEST_ABBREVIATION and word.isalpha():
        return True
    if is_starter or (lower not in words.capital_only and _ask_punkt(word, following)):
        return True
    if following[0].isdigit():
        return False
    # "in the U.S. Officials said": a common word with a capital, and a small letter after it.
    next_match = _WORD.search(shadow, after)
    return following.lower() in words.lowercase and next_match is not None and next_match.group()[0].islower()


@lru_cache(maxsize=20_000)
def _ask_punkt(word: str, following: str) -> bool:
    """True iff Punkt sees the end of a sentence between a word with its full stop and the next word."""
    try:
        return bool(_punkt().text_contains_sentbreak(f"{word}. {following}"))
    except TimeoutError:  # NLTK bounds its patterns by the clock; words this short are in no danger
        return True


def _is_attribution(shadow: str, at: int) -> bool:
    """True iff the words at an offset only say who asked or cried what was quoted: "Ms. Solberg asked."."""
    match = _ATTRIBUTION.match(shadow, at)
    return match is not None and match[1] in _words().speech


def _opens_without_word(shadow: str, at: int) -> bool:
    """True iff what follows, which is no word, can open a sentence: a currency sign, a dash of dialogue, an emoji."""
    return at < len(shadow) and shadow[at] not in ",;:)]}-\u2013\u2014/&|"


def _is_camel(word: str) -> bool:
    """True iff a word that begins in lower case has a capital further on: "iPhone", "al-Qaeda"."""
    return any(letter.isupper() for letter in word[1:])


def _is_lower_text(shadow: str, start: int, end: int) -> bool:
    """True iff the words around have no capital at all: then a small letter after its full stop says nothing."""
    return shadow[max(start, end - 5 * _REACH) : end + 5 * _REACH].islower()


def _is_initial_ahead(shadow: str, rest: re.Match[str] | None) -> bool:
    """True iff the next word is an initial with its full stop: the "A." of "J. A. Smith"."""
    return rest is not None and len(rest.group(1) or "") == 1 and shadow.startswith(".", rest.end())


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch as one span, or as several of at most `MAX_SENTENCE` characters; nothing where it is white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = _last_space(text, start + MAX_SENTENCE // 2, start + MAX_SENTENCE) or start + MAX_SENTENCE
        yield Span(start, cut)
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)


def _last_space(text: str, low: int, high: int) -> int:
    """The offset after the last character that is not white space, before the last white space in a stretch; 0 where it has none."""
    for at in range(high, low, -1):
        if text[at].isspace() and not text[at - 1].isspace():
            return at
    return 0
