"""The words of sumy's sentences, found once for all methods. Imports sumy; `adapters.py` and `graphs.py` import this."""

from __future__ import annotations

from typing import Any

from sumy.models.dom import Sentence

from briefing.selection.words import content_stems, stem, stop_words

__all__ = ["OurWords", "StemmedSentence"]


class StemmedSentence(Sentence):  # type: ignore[misc]
    """A sentence that keeps its stems for the methods that ask in turn."""

    __slots__ = ("_stems",)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words that are no stop words, in their order."""
        if not hasattr(self, "_stems"):
            self._stems = content_stems(self._text)
        return self._stems


class OurWords:
    """Words and stems found once a sentence and once a word, whatever the number of methods; mixed in before sumy's class."""

    stop_words = _stop_words = stop_words()

    @staticmethod
    def normalize_word(word: str) -> str:
        """The word in lower case."""
        return word.lower()

    @staticmethod
    def stem_word(word: str) -> str:
        """The stem of a word."""
        return stem(word)

    @staticmethod
    def _to_words_set(sentence: Any) -> tuple[str, ...]:
        """The stems of a sentence's words that are no stop words; in spite of sumy's name a sequence."""
        stems: tuple[str, ...] = sentence.stems
        return stems
