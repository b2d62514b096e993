"""Finds the names of a user's alias file in a document.

A listed name is found where the text has its words in a row, whole words, written with the capitals of the file; a name without
capitals is found in any case, and so is an article in small letters before a name, which then must stand there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefing.analysis.actors.keys import key_of, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.analysis.actors.mentions import Words
    from briefing.model.aliases import Aliases

__all__ = ["FoundName", "ListedName", "find_listed", "list_names"]


@dataclass(frozen=True, slots=True, eq=False)
class ListedName:
    """A name of the file.

    Attributes:
        words: Its words.
        owner: The actor's place in the file; below 0 for a name that is only told apart.
        is_name: True iff the actor is to be called by it.
        is_settled: True iff the file gives a longer name of the actor, so that no rule need look for one.
    """

    words: tuple[str, ...]
    owner: int
    is_name: bool = False
    is_settled: bool = False

    @property
    def article(self) -> int:
        """1 where an article in small letters begins the name, else 0."""
        return int(len(self.words) > 1 and self.words[0] in {"the", "a", "an"})

    def is_written(self, texts: Sequence[str]) -> bool:
        """True iff words of a text, which are the same but for case, have its capitals."""
        if not any(letter.isupper() for word in self.words for letter in word):
            return True
        pairs = list(zip(self.words, texts, strict=True))[self.article :]
        return all(_plain(word) == _plain(text) for word, text in pairs)


@dataclass(frozen=True, slots=True, eq=False)
class FoundName:
    """A listed name in the text: the words from `start` to before `end` of a sentence, `outer` with the article."""

    form: ListedName
    words: Words
    outer: int
    start: int
    end: int


@lru_cache(maxsize=1)
def list_names(aliases: Aliases) -> tuple[dict[str, Any], frozenset[tuple[int, int]]]:
    """The listed names by their words, the key "" holding those that end there; and the pairs of owners that are apart by a list.

    The last file is remembered: it is the same for all articles of a run.
    """
    trie: dict[str, Any] = {}
    owner_of: dict[tuple[str, ...], int] = {}
    for number, actor in enumerate(aliases.actors):
        lengths = [len(key_of(split_words(name))) for name in actor.names]
        for name, length in zip(actor.names, lengths, strict=True):
            form = ListedName(tuple(split_words(name)), number, name == actor.name, length < max(lengths))
            if owner_of.setdefault(form.words, number) == number:
                _put(trie, form)
    pairs: list[tuple[int, int]] = []
    for number, actor in enumerate(aliases.actors):
        for name in actor.apart:
            words = tuple(split_words(name))
            if words not in owner_of:
                owner_of[words] = -1 - len(owner_of)
                _put(trie, ListedName(words, owner_of[words]))
            pairs.append((number, owner_of[words]))
    return trie, frozenset(pairs)


def _put(trie: dict[str, Any], form: ListedName) -> None:
    node: Any = trie
    for word in form.words:
        node = node.setdefault(_folded(word), {})
    node.setdefault("", []).append(form)


def find_listed(words: Words, trie: Mapping[str, Any]) -> Iterator[FoundName]:
    """The listed names of a sentence, the longest first where several begin at one word."""
    position, count = 0, len(words)
    while position < count:
        found = _longest(words, position, trie)
        if found is not None and found.form.article and (other := _longest(words, found.start, trie)) is not None:
            # An article is no part of the name: "coalition troops" goes before "the coalition".
            found = other if other.end > found.end else found
        if found is not None:
            yield found
        position = found.end if found is not None else position + 1


def _longest(words: Words, position: int, trie: Mapping[str, Any]) -> FoundName | None:
    """The longest listed name that begins at a word, or None."""
    node: Any = trie
    best: FoundName | None = None
    for end in range(position, len(words)):
        node = node.get(_folded(words.texts[end]))
        if node is None:
            break
        for form in node.get("", ()):
            if form.is_written(words.texts[position : end + 1]):
                best = FoundName(form, words, position, position + form.article, end + 1)
                break
    return best


def _plain(word: str) -> str:
    """A word as its capitals are compared: with straight apostrophes, without full stops."""
    return word.replace("’", "'").replace(".", "") or word


def _folded(word: str) -> str:
    return _plain(word).lower()
