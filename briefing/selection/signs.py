"""What can be seen on a sentence itself, and from where it stands: the signs that `consensus` weighs. Standard library and our word lists only."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.selection.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from briefing.model.text import Document, Sentence

__all__ = ["furniture_among", "opens_leaning", "quoted_shares", "signs_of"]

# Sentences after which nearness to the start counts a third of what it did (e-folding); fitted, see [consensus] in selection.toml.
_LEAD_DECAY = 4.0
# The places that `place` tells apart, by their logarithm: about 50.
_LOG_PLACES = 4.0
# Under 8 words there is seldom a whole statement, above 45 seldom one that can be taken in at once.
_FEW_WORDS = 8
_MANY_WORDS = 30
_TOO_MANY_WORDS = 45
# The sentences whose words the others are measured by.
_LEAD_SENTENCES = 3

_QUOTATION_MARK = re.compile(r'["“”]')
_NUMBER = re.compile(r"\d")
# The space comes first: it is what the search can skip to.
_INNER_CAPITAL = re.compile(r" (?<=[\w,;:] )[A-Z]")
# The word comes before the look back at where it begins: it is what the search can skip to.
_FIRST_PERSON = re.compile("|".join(rf"{word}(?<=\b{word})\b" for word in ("I", "we", "my", "our", "you", "your")))
_SPEECH = re.compile(r"\b(?:said|says|told|tells|added|asked|explained|wrote|according to)\b")
_BY_LINE = re.compile(r"By [A-Z][\w.'-]+(?: (?:[A-Z][\w.'-]+|and|for|in|,))*[.,]?")
_LINK = re.compile(r"https?://|www\.|\S@\S+\.\w|twitter\.com|facebook\.com", re.IGNORECASE)
# A link has one of these; they are found quicker.
_LINK_HOLDS = ("://", "@", "www.", ".com")
_OPENING_WORDS = re.compile(r"[^\w]*([\w'’]+(?: [\w'’]+){0,3})")
_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def signs_of(document: Document, sentences: Sequence[Sentence]) -> tuple[dict[str, float], ...]:
    """The signs of each sentence: name to a number of about 0 to 1, a number that `weights` in selection.toml multiplies.

    Args:
        document: The document.
        sentences: Its sentences that are ranked, in text order.
    """
    texts = [" ".join(document.text_of(sentence.span).split()) for sentence in sentences]
    stems = [content_stems(text) for text in texts]
    lead = frozenset(stem for words in stems[:_LEAD_SENTENCES] for stem in words)
    title = frozenset(content_stems(document.source.title))
    quoted = quoted_shares(document, sentences)
    furniture = furniture_among(texts)
    seen: set[str] = set()
    rows = []
    for index, (text, words) in enumerate(zip(texts, stems, strict=True)):
        others = (
            frozenset(s for i, w in enumerate(stems[:_LEAD_SENTENCES]) if i != index for s in w)
            if index < _LEAD_SENTENCES
            else lead
        )
        rows.append(
            _place_signs(index, len(texts))
            | {"opens_paragraph": float(index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph)}
            | _look_signs(text)
            | {
                "furniture": float(furniture[index]),
                "quoted": quoted[index],
                "lead_words": _share(words, others),
                "told_before": _share(words, seen),
                "title_words": _covered(title, words),
            }
        )
        seen.update(words)
    return tuple(rows)


def _place_signs(index: int, count: int) -> dict[str, float]:
    return {
        "first": float(index == 0),
        "second": float(index == 1),
        "near_start": math.exp(-index / _LEAD_DECAY),
        "how_far": index / max(1, count - 1),
        "place": min(1.0, math.log1p(index) / _LOG_PLACES),
    }


def _look_signs(text: str) -> dict[str, float]:
    words = len(text.split())
    opener = opens_leaning(text)
    return {
        "short": max(0.0, (_FEW_WORDS - words) / _FEW_WORDS),
        "brief": max(0.0, min(1.0, (_MANY_WORDS - words) / (_MANY_WORDS - _FEW_WORDS))),
        "long": max(0.0, min(1.0, (words - _MANY_WORDS) / (_TOO_MANY_WORDS - _MANY_WORDS))),
        "too_long": max(0.0, min(1.0, (words - _TOO_MANY_WORDS) / _TOO_MANY_WORDS)),
        "opens_with_pronoun": float(opener == "pronouns"),
        "opens_with_connective": float(opener == "connectives"),
        "asks": float("?" in text),
        "first_person": float(_FIRST_PERSON.search(text) is not None),
        "numbers": min(1.0, len(_NUMBER.findall(text)) / 4),
        "names": min(1.0, len(_INNER_CAPITAL.findall(text)) / max(1, words) * 4),
        "reports_speech": float(_SPEECH.search(text) is not None),
        "commas": min(1.0, text.count(",") / 4),
        "unended": float(_END.search(text) is None),
    }


def opens_leaning(text: str) -> str:
    """Either "pronouns" or "connectives" where a sentence opens with one and so leans on what stands before it, else ""."""
    found = _OPENING_WORDS.match(text[:120])
    if not found:
        return ""
    words = found.group(1).lower().replace("’", "'").split(" ")
    for kind in ("pronouns", "connectives"):
        if words[0] in _first_words(kind):
            openers = _openers(kind)
            if any(" ".join(words[:count]) in openers for count in range(len(words), 0, -1)):
                return kind
    contracted, apostrophe, _ = words[0].partition("'")
    return "pronouns" if apostrophe and contracted in _openers("pronouns") else ""


@cache
def _openers(kind: str) -> frozenset[str]:
    return load_lexicon("selection").words(f"openers.{kind}")


@cache
def _first_words(kind: str) -> frozenset[str]:
    return frozenset(opener.split(" ")[0] for opener in _openers(kind))


@cache
def _furniture(kind: str) -> tuple[str, ...]:
    return load_lexicon("selection").ordered(f"furniture.{kind}")


def furniture_among(texts: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence, True iff it belongs to the page and not to the article: a by-line, a caption, a pointer to something else."""
    # Most articles hold none of the phrases anywhere.
    whole = "\n".join(texts).lower()
    holds = tuple(phrase for phrase in (*_LINK_HOLDS, *_furniture("holds")) if phrase in whole)
    return tuple(_is_furniture(text, holds) for text in texts)


def _is_furniture(text: str, holds: Sequence[str]) -> bool:
    lowered = text.lower()
    if lowered.startswith("by ") and _BY_LINE.fullmatch(text):
        return True
    for phrase in holds:
        if phrase in lowered and (phrase not in _LINK_HOLDS or _LINK.search(text)):
            return True
    # "By " opens many sentences; as a by-line it is short and does not end like one.
    plain = lowered.lstrip("\"'“‘([•*- ")
    if plain.startswith(_furniture("begins")) and not (plain.startswith("by ") and _END.search(text)):
        return True
    return lowered.endswith(_furniture("ends"))


def quoted_shares(document: Document, sentences: Sequence[Sentence]) -> tuple[float, ...]:
    """The share of each sentence's characters that stands between double quotation marks.

    A quotation may run over several sentences of a paragraph; an unclosed one ends with its paragraph.
    """
    shares = []
    paragraph, inside = 0, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        text = document.text_of(sentence.span)
        quoted = position = 0
        for mark in _QUOTATION_MARK.finditer(text):
            at = mark.start()
            quoted += (at - position) * inside
            position = at
            inside = _opens(text, at)
        quoted += (len(text) - position) * inside
        shares.append(quoted / len(text))
    return tuple(shares)


def _opens(text: str, at: int) -> bool:
    """True iff the quotation mark at an offset opens a quotation: a straight one does where no word or stop stands before it."""
    if text[at] != '"':
        return text[at] == "“"
    return at == 0 or text[at - 1] in " \t\n([—–-'‘"


def _share(words: Sequence[str], others: AbstractSet[str]) -> float:
    """The share of the words that are among the others."""
    return sum(map(others.__contains__, words)) / len(words) if words else 0.0


def _covered(wanted: frozenset[str], words: Sequence[str]) -> float:
    """The share of the wanted words that are among the words."""
    return len(wanted.intersection(words)) / len(wanted) if wanted else 0.0
