"""Cuts the names of persons down to the person: a team before the name, a thing after the surname of somebody known."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import make_name
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.actors.forms import Form
    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["cut_persons"]

FULL = 2
"""Words in the shortest full name."""


def cut_persons(names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary) -> list[Name]:
    """The names, those of persons without what other names of the document show to be no part of them."""
    keys = {name.key for name in names}
    bodies = {name.key[-1] for name in names if name.key and name.kind is not ActorKind.PERSON and name.entry is None}
    surnames = {
        name.key[-1]
        for name in names
        if name.kind is ActorKind.PERSON and len(name.key) == FULL and name.key[0].title() in vocabulary.given
    }
    plural = {
        name.key
        for name in names
        if name.kind is ActorKind.PERSON and sentences[name.sentence].parsed.tokens.doc[name.last].tag_ == "NNPS"
    }
    plural |= {(*key[:-1], key[-1][:-1]) for key in plural if key[-1:] and key[-1].endswith("s")}
    found: list[Name] = []
    for name in names:
        if name.kind is not ActorKind.PERSON or name.entry is not None or len(name.key) < FULL:
            found.append(name)
            continue
        words = sentences[name.sentence]
        start, end = bisect_left(words.starts, name.span.start), bisect_left(words.starts, name.span.end)
        if _is_team_before(name.key, keys, bodies, vocabulary) and words.texts[start].isalpha():
            found.append(_cut(words, start, start + 1, None))
            found.append(_cut(words, start + 1, end, name))
        elif name.title is None and name.key in plural and _is_thing_after(name, surnames, vocabulary):
            found.append(_cut(words, start, start + 1, name))
            found.append(make_name(words, start + 1, end, is_thing=True, is_pending=True))
        else:
            found.append(name)
    return found


def _cut(words: Words, start: int, end: int, name: Name | None) -> Name:
    """The name of some of a name's words: the rest of the person `name`, or an undecided one."""
    if name is None:
        return make_name(words, start, end, is_pending=True)
    return make_name(
        words, start, end, kind=name.kind, weight=name.weight, title=name.title, title_words=name.title_words
    )


def _is_team_before(key: Form, keys: set[Form], bodies: set[str], vocabulary: Vocabulary) -> bool:
    """True iff the first word is another actor's and a full name follows: "Gulls Ida Solberg" beside "the Skarn Gulls"."""
    if len(key) <= FULL or key[0].title() in vocabulary.given or key[1].title() not in vocabulary.given:
        return False
    is_named = (key[:1] in keys or key[0] in bodies) and key[0] not in vocabulary.particles
    return is_named and (key[1:] in keys or key[0].endswith("s"))


def _is_thing_after(name: Name, surnames: set[str], vocabulary: Vocabulary) -> bool:
    """True iff a thing follows the surname of a person named in full: "Solberg Engravings"."""
    key = name.key
    return len(key) == FULL and key[0] in surnames and key[0].title() not in vocabulary.given
