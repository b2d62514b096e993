"""Which sentences of a document are ranked: statements of the article, not what a page sets around them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.selection.words import has_words

if TYPE_CHECKING:
    from briefing.model.text import Document, Sentence

__all__ = ["is_statement", "prose_sentences"]

# One word is a label, a number or an exclamation.
_FEWEST_WORDS = 2
# A label is named before the colon in so many characters.
_LABEL_CHARACTERS = 60
# "5 of 12" and a name: a place in a gallery; but not "5 of 12 wards voted".
_PLACE_IN_GALLERY = re.compile(r"\d{1,3} (?:of|/) ?\d{1,3}(?:[.:]? [A-Z]|[.:]?\Z)")
# "(Ann Oduya/Harbour Post)" at an edge: a picture's credit. "(Agency/Agency) -" before the news is none.
_NAMES = r"[A-Z][\w.&'’-]*(?: [A-Za-z][\w.&'’-]*){0,4}"
_CREDIT_FIRST = re.compile(rf"\({_NAMES}(?: ?/ ?| via ){_NAMES}\)(?! ?[-–—])")
_CREDIT_LAST = re.compile(rf"\({_NAMES}(?: ?/ ?| via ){_NAMES}\)\.?\Z")
_CREDIT_CHARACTERS = 120
# "OKAFOR: We have ...": a transcript names who speaks.
_SPEAKER = re.compile(r"(?:[A-Z][A-Z.'’-]+ ?){1,4}(?:\([^()]{1,30}\))?: ?\S")
_LEADING = "\"'“‘([•*- "


def prose_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences that are ranked, in text order: no headings, no lines of a single word, no captions, credits and pointers.

    A text that has no other sentences is ranked with those that it has, as long as they hold a word: one line can be summarized too.
    """
    texts = [(sentence, document.text_of(sentence.span)) for sentence in document.sentences]
    lines = [(sentence, text) for sentence, text in texts if not sentence.is_heading and has_words(text, _FEWEST_WORDS)]
    prose = tuple(sentence for sentence, text in lines if is_statement(text))
    return prose or tuple(sentence for sentence, _ in lines) or tuple(s for s, text in texts if has_words(text, 1))


def is_statement(text: str) -> bool:
    """True iff a sentence looks like one of the article: no caption, credit, gallery, speaker's label or pointer to something else."""
    text = " ".join(text.split())
    plain = text.lstrip(_LEADING)
    lowered = plain.lower()
    if lowered.startswith(_phrases("opens")) or any(phrase in lowered for phrase in _phrases("within")):
        return False
    label, colon, _ = lowered[:_LABEL_CHARACTERS].partition(":")
    if colon and (label in _phrases("labels") or label.startswith(_labelling())):
        return False
    if _PLACE_IN_GALLERY.match(plain) or _CREDIT_FIRST.match(text) or _CREDIT_LAST.search(text[-_CREDIT_CHARACTERS:]):
        return False
    return not (_SPEAKER.match(plain) and label not in _phrases("news_labels"))


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return load_lexicon("selection").ordered(f"not_prose.{kind}")


@cache
def _labelling() -> tuple[str, ...]:
    return tuple(f"{word} " for word in _phrases("labelling"))
