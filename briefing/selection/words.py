"""The words of a sentence, their stems, and the words that say nothing of its subject.

NLTK's Snowball stemmer is loaded at the first call of `stem`, without the rest of NLTK, which costs half a second.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.stand_ins import import_within

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["WordTokenizer", "content_stems", "find_words", "has_words", "stem", "stop_words"]

# Initials with full stops ("U.S."), or letters with single hyphens and apostrophes inside; numbers are no words, as in sumy.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*")
_POSSESSIVE = ("'s", "'S")
# No English word is longer; the stemmer is not linear in the length of a word, so that a text without spaces must not reach it.
_LONGEST_STEMMED = 40
# Words whose stems are kept: those of about a hundred long articles.
_WORDS_KEPT = 65_536


def find_words(text: str) -> tuple[str, ...]:
    """The words of a text in their order, without a possessive ending, apostrophes straight."""
    words = _WORD.findall(text.replace("’", "'"))
    # Most sentences have no apostrophe, nor has any of their words.
    if "'s" in text or "'S" in text or "’" in text:
        return tuple(word[:-2] if word.endswith(_POSSESSIVE) else word for word in words)
    return tuple(words)


def has_words(text: str, count: int) -> bool:
    """True iff a text has so many words."""
    return next(islice(_WORD.finditer(text.replace("’", "'")), count - 1, None), None) is not None


class WordTokenizer:
    """What sumy's `Sentence` asks for its words."""

    @staticmethod
    def to_words(text: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return find_words(text)


@cache
def _stemmer() -> Callable[[str], str]:
    (snowball,) = import_within(
        ("nltk.stem.snowball",), {"nltk.corpus": ("stopwords",), "nltk.termsec": ("safe_print",)}
    )
    stem_word: Callable[[str], str] = snowball.EnglishStemmer().stem
    return stem_word


@lru_cache(maxsize=_WORDS_KEPT)
def stem(word: str) -> str:
    """The Snowball stem of a word, in lower case."""
    word = word.lower()
    return word if len(word) > _LONGEST_STEMMED else _stemmer()(word)


@cache
def stop_words() -> frozenset[str]:
    """The words, in lower case, that no method counts."""
    return load_lexicon("selection").words("stop_words")


class _ContentStems(dict[str, str]):
    """The stem of each word that was looked up, "" for a stop word; emptied where it has grown too large."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        found = self[word] = "" if word.lower() in stop_words() else stem(word)
        return found


_content_stems = _ContentStems()


@lru_cache(maxsize=16_384)
def content_stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text that are no stop words, in their order."""
    return tuple(filter(None, map(_content_stems.__getitem__, find_words(text))))
