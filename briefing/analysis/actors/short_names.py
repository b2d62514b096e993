"""Finds known actors again by a short form that is no name by itself: a surname, a first name, "the University", "the North".

Names and the words of the sentences in, more names out. The search for names leaves these alone, since only the whole document tells
whom they mean: each is taken where exactly one actor of the document can be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import make_name
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["find_short"]

SHORTEST_SURNAME = 3
"""Letters in the shortest surname that is looked for again."""


def find_short(names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary) -> list[Name]:
    """The places where a known actor is meant by a short form and nothing was found; surnames in headlines grow to full names."""
    seeker = _Seeker(names, sentences, vocabulary)
    return [name for words in sentences for name in seeker.seek(words)]


class _Seeker:
    """What the names of a document can be cut to, and where they stand already."""

    def __init__(self, names: Sequence[Name], sentences: Sequence[Words], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        lists = load_lexicon("merging")
        self.heads = lists.words("bodies.heads")
        self.spans: dict[int, list[Name]] = defaultdict(list)
        self.surnames: dict[str, Name] = {}
        firsts: dict[str, dict[str, Name]] = defaultdict(dict)
        self.by_head: dict[str, Name] = {}
        states: dict[str, Name] = {}
        for name in names:
            self.spans[name.sentence].append(name)
            if name.kind is ActorKind.PERSON and name.entry is None and len(name.key) > 1:
                self.surnames.setdefault(name.key[-1], name)
                firsts[name.key[0]].setdefault(name.key[-1], name)
            elif name.entry is None and len(name.key) > 1:
                self.by_head.setdefault(name.key[-1], name)
                self.by_head.setdefault(name.key[0], name)
            elif name.kind is ActorKind.COUNTRY and len(name.key) > 1:
                states.setdefault(name.key[0], name)
        self.firsts = {word: next(iter(rows.values())) for word, rows in firsts.items() if len(rows) == 1}
        self.halves = {word: states[word.lower()] for word in lists.ordered("places.halves") if word.lower() in states}
        named = {word.lower() for word in self.heads if word.lower() in self.by_head}
        self.wanted = {*self.surnames, *self.firsts, *named, *map(str.lower, self.halves)}
        self.lower = Counter(text for words in sentences for text in words.texts if text in self.wanted)

    def seek(self, words: Words) -> Iterator[Name]:
        """The short forms in a sentence."""
        named = self.spans.get(words.index, ())
        wanted = [
            position for position, text in enumerate(words.texts) if text[0].isupper() and text.lower() in self.wanted
        ]
        if not wanted:
            return
        covered = bytearray(len(words))
        for name in named:
            first = bisect_left(words.ends, name.span.start + 1)
            last = bisect_left(words.starts, name.span.end)
            covered[first:last] = b"\x01" * (last - first)
        in_headline = any(name.in_headline for name in named) or words.parsed.sentence.is_heading
        for name in named:
            if name.entry is None and len(name.key) == 1 and name.key[0].title() in self.halves:
                self._name_half(name, words)
            if name.in_headline and len(name.key) == 1 and name.kind is ActorKind.PERSON:
                self._grow(name, words, covered)
        for position in wanted:
            text = words.texts[position]
            if covered[position] or not self._stands_free(words, position, covered, in_headline):
                continue
            key = text.lower()
            if self._is_person_word(words, position, key):
                yield make_name(words, position, position + 1, kind=ActorKind.PERSON, in_headline=in_headline)
            elif text in self.heads and position and words.texts[position - 1].lower() == "the" and key in self.by_head:
                kind = self.by_head[key].kind
                yield make_name(words, position, position + 1, kind=kind, in_headline=in_headline)
            elif text in self.halves and self._is_half(words, position):
                state = self.halves[text]
                yield make_name(
                    words,
                    position,
                    position + 1,
                    kind=state.kind,
                    entry=state.entry,
                    how="half",
                    in_headline=in_headline,
                )

    def _stands_free(self, words: Words, position: int, covered: bytearray, in_headline: bool) -> bool:  # noqa: FBT001
        """True iff the word is not a part of a run of capitals that is something else: "Waters Street", "Mount Hill"."""
        texts = words.texts
        if position + 1 < len(texts) and not covered[position + 1]:
            following = texts[position + 1]
            if following == "-" and words.touching(position):
                return False
            if following[0].isupper() and not in_headline:
                return False
        if not position or covered[position - 1]:
            return True
        before = texts[position - 1]
        if before == "-" and words.touching(position - 1):
            return False
        is_capital = before[0].isupper() and position > 1 and before.lower() not in {"the", "a", "an"}
        return not is_capital or in_headline or before.lower().strip(".") in self.vocabulary.title_heads

    def _is_person_word(self, words: Words, position: int, key: str) -> bool:
        """True iff the word is the surname, or the only person's first name, of somebody named in full."""
        token = words.tokens[position]
        if token.pos_ != "PROPN" and not token.ent_type_ and (position == 0 or self.lower[key]):
            return False
        if position and words.texts[position - 1].lower() in {"the", "a", "an"}:
            return False
        if key in self.surnames:
            return len(key) >= SHORTEST_SURNAME and self.lower[key] < 2  # noqa: PLR2004
        return key in self.firsts and key.title() in self.vocabulary.given and not self.lower[key]

    def _name_half(self, name: Name, words: Words) -> None:
        """Makes a direction that was taken for a place the state that it stands for."""
        position = bisect_left(words.starts, name.span.start)
        if words.texts[position] in self.halves and self._is_half(words, position):
            state = self.halves[words.texts[position]]
            name.entry, name.kind, name.how = state.entry, state.kind, "half"

    def _is_half(self, words: Words, position: int) -> bool:
        """True iff a direction with a capital stands for a state: "the North fired", "North and South Korea"."""
        texts = words.texts
        if position and texts[position - 1].lower() == "the":
            return not (position + 1 < len(texts) and texts[position + 1][0].isupper())
        return position + 2 < len(texts) and texts[position + 1] == "and" and texts[position + 2] in self.halves

    def _grow(self, name: Name, words: Words, covered: bytearray) -> None:
        """Adds the first name before a surname in a headline."""
        position = bisect_left(words.starts, name.span.start)
        if not position or covered[position - 1] or name.key[0] not in self.surnames:
            return
        before = words.texts[position - 1]
        if before in self.vocabulary.given or before.lower() == self.surnames[name.key[0]].key[0]:
            covered[position - 1] = 1
            name.span = Span(words.starts[position - 1], name.span.end)
            name.first = words.tokens[position - 1].i
            name.key = (before.lower(), *name.key)
