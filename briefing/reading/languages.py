"""The language of a text, by its alphabet and its commonest words. Standard library only."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from briefing.lexicon import load_lexicon

__all__ = ["detect_language"]

_WORD = re.compile(r"[^\W\d_]+")
# So much of a text is looked at; its first words may be names.
_SAMPLE = 20_000
_FEWEST_WORDS = 20
_FEWEST_LETTERS = 40
# Running text has its language's commonest words at a third of all places; headlines and tables have fewer.
_SHARE = 0.12
# Alphabets that one language (nearly) has for itself; Cyrillic and Latin are told apart by words.
_SCRIPTS = {
    "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi",
    "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy", "ETHIOPIC": "am",
}  # fmt: skip


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    """The languages that have each common word."""
    languages: dict[str, list[str]] = {}
    for language, words in load_lexicon("reading").table("common_words").items():
        for word in words.split():
            languages.setdefault(word, []).append(language)
    return {word: tuple(codes) for word, codes in languages.items()}


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the text's language, "" where the text is too short or nothing speaks for any of those known."""
    sample = text[:_SAMPLE]
    script = _script_language(sample)
    if script:
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return ""
    common = _common_words()
    counts: dict[str, int] = {}
    for word in words:
        for language in common.get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    if not counts:
        return ""
    best = max(counts, key=lambda language: (counts[language], language == "en", language))
    return best if counts[best] >= _SHARE * len(words) else ""


def _script_language(sample: str) -> str:
    """The language of an alphabet that most letters belong to, "" for Latin and Cyrillic ones."""
    letters = [letter for letter in sample[:4_000] if letter.isalpha()]
    if len(letters) < _FEWEST_LETTERS or sum(letter.isascii() for letter in letters) > len(letters) / 2:
        return ""
    counts: dict[str, int] = {}
    for letter in letters:
        script = unicodedata.name(letter, "").split(" ")[0]
        counts[script] = counts.get(script, 0) + 1
    if counts.get("HIRAGANA", 0) + counts.get("KATAKANA", 0) > len(letters) / 10:
        return "ja"
    best = max(counts, key=lambda script: (counts[script], script))
    return _SCRIPTS.get(best, "") if counts[best] > len(letters) / 2 else ""
