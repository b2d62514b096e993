"""Which sentences of a document are ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.selection.words import find_words

if TYPE_CHECKING:
    from briefing.model.text import Document, Sentence

__all__ = ["prose_sentences"]

# One word is a label, a number or an exclamation.
_FEWEST_WORDS = 2


def prose_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences that are ranked, in text order: no headings, no lines of a single word.

    A text that has no other sentences is ranked with those that it has, as long as they hold a word: one line can be summarized too.
    """
    counted = [(sentence, len(find_words(document.text_of(sentence.span)))) for sentence in document.sentences]
    prose = tuple(sentence for sentence, words in counted if words >= _FEWEST_WORDS and not sentence.is_heading)
    return prose or tuple(sentence for sentence, words in counted if words)
