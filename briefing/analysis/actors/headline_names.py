"""Finds the names in headlines, whose capitals say nothing: those that the lists or the document's prose know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.entries import Relation
from briefing.analysis.actors.keys import key_of
from briefing.analysis.actors.mentions import is_headline, make_name
from briefing.analysis.actors.runs import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.analysis.actors.entries import Entry
    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary
    from briefing.model.findings import ActorKind

__all__ = ["find_again"]


def find_again(
    sentences: Sequence[Words], forms: dict[tuple[str, ...], tuple[ActorKind, Entry | None]], vocabulary: Vocabulary
) -> Iterator[Name]:
    """The names already known from the prose that stand in headlines, the longest first."""
    for words in sentences:
        if not is_headline(words):
            continue
        position, count = 0, len(words)
        while position < count:
            step = 1
            if words.texts[position][0].isupper():
                if listed := vocabulary.longest(words.texts, position, count):
                    end, entry = listed
                    key = key_of(words.texts[position:end])
                    if entry.relation is not Relation.DEMONYM:
                        yield make_name(words, position, end, kind=entry.kind, entry=entry, in_headline=True)
                    step = end - position
                else:
                    for end in range(min(count, position + LONGEST), position, -1):
                        key = key_of(words.texts[position:end])
                        if key in forms and words.texts[end - 1][0].isalnum():
                            kind, entry_of = forms[key]
                            yield make_name(words, position, end, kind=kind, entry=entry_of, in_headline=True)
                            step = end - position
                            break
            position += step
