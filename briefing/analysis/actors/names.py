"""Finds the names in a parsed document: where each stands, what kind of thing it seems to be and which title stands before it.

The small model's entities are evidence, not results: names are runs of capitals, joined (`runs.py`), read (`readings.py`) and cut here
by rules and lists (`run_names.py`), and every form's kind is decided once for the whole document (`kinds.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.entries import Relation
from briefing.analysis.actors.mentions import BODIES, PLACES, Name, Words, is_headline, make_name
from briefing.analysis.actors.readings import DESIGNATION
from briefing.analysis.actors.run_names import RunNames
from briefing.analysis.actors.runs import LONGEST
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["find_names"]


def find_names(sentences: Sequence[Words], vocabulary: Vocabulary) -> list[Name]:
    """Every name of the document's prose in text order; headlines are left to `headline_names.py`."""
    found: list[Name] = []
    for words in sentences:
        if not is_headline(words):
            found.extend(_Finder(words, vocabulary).find())
    return found


class _Finder(RunNames):
    """The names of one sentence."""

    def find(self) -> list[Name]:
        """The names in text order."""
        position, count = self._after_dateline(), len(self.words)
        while position < count:
            if self.texts[position] in {"coalition", "Coalition"}:
                position = self._plain_coalition(position)
                continue
            if not self._begins(position):
                position += 1
                continue
            end = self._run_end(position)
            if self._is_designated(position) and self.vocabulary.longest(self.texts, position, end) is None:
                position = end
                continue
            if (credit := self._credit(position, end)) is not None:
                position = credit
                continue
            if end - position > 1 or self.labels[position] == "ORG":
                end += end < count and self.texts[end] in self.vocabulary.lower_heads
            before = len(self.found)
            end = max(end, self._listed_beyond(position, end))
            if body := self._body(position, end):
                position = body
                continue
            self._split(position, end)
            position = self._bracketed(end, before)
        return self.found

    def _credit(self, start: int, end: int) -> int | None:
        """Where a picture credit in brackets ends, "(Ida Solberg/Coastal Courier)"; None where there is none."""
        texts, count = self.texts, len(self.texts)
        if not start or texts[start - 1] != "(" or end >= count or texts[end] not in {"/", "|"}:
            return None
        return next((i + 1 for i in range(end, min(count, end + LONGEST)) if texts[i] == ")"), None)

    def _split(self, start: int, end: int) -> None:
        """Adds the names that a run holds."""
        texts, vocabulary = self.texts, self.vocabulary
        if self._government_of(start, end):
            return
        start = self._without_prefix(start, end)
        listed = vocabulary.longest(texts, start, end)
        end = self._without_tail(start, end)
        start = self._after_designation(start, end)
        if start >= end:
            return
        if listed and listed[0] == end:
            self._add_listed(start, end, listed[1])
        elif self._other(start, end):
            is_author = listed and listed[1].kind in BODIES and listed[0] < end
            if listed and is_author and self.vocabulary.documents.intersection(texts[listed[0] : end]):
                self._add_listed(start, *listed)
            return
        elif (title := self._title(start, end)) is not None:
            self._split_at_title(start, end, *title)
        elif (given := self._after_occupation(start, end)) is not None:
            self._add_titled(start, given, end, 5)
        elif self._is_person(start, end) or self._headed(start, end):
            self._add_run(start, end)
        else:
            self._split_at_listed(start, end)

    def _after_designation(self, start: int, end: int) -> int:
        """The end of a run that is an aircraft or a weapon from its first word ("F-16 Fighting Falcons"), else its start.

        What stands before the designation is added: "Air Force" of "Air Force F-16 Fighting Falcons".
        """
        texts = self.texts
        for position in range(start, end):
            match = len(texts[position]) <= DESIGNATION and texts[position].isupper() and texts[position].isalpha()
            if match and position + 2 < len(texts) and texts[position + 1] == "-" and texts[position + 2][0].isdigit():
                if position > start:
                    self._split(start, position)
                return end
        return start

    def _split_at_title(self, start: int, end: int, first: int, stop: int) -> None:
        """Adds the person after a title, and the body or state before it."""
        texts = self.texts
        if stop < end and texts[stop] in {"of", "for"}:  # "President of Ruritania": an office, and what it belongs to
            following = stop + 2 if texts[stop + 1] == "the" else stop + 1
            self._before_title(start, first)
            person = end
            while person > following and self.labels[person - 1] == "PERSON" and texts[person - 1][0].isupper():
                person -= 1
            if following < person and end - person > 1:
                self._add_titled(start, person, end, 6)
                end = person
            if following < end:
                self._split(following, end)
            return
        self._before_title(start, first)
        if "of" in texts[stop:end]:
            following = texts.index("of", stop)
            if following + 1 < end:
                self._split(following + 1, end)
            end = following
        if stop < end:
            listed = self.vocabulary.longest(texts, stop, end)
            if (
                listed
                and listed[0] == end
                and listed[1].kind is not ActorKind.PERSON
                and listed[1].kind is not ActorKind.PLACE
                and not self._courtesy(first, stop)
            ):
                self._split(stop, end)
                return
            is_unsure = self.labels[stop] in {"ORG", "GPE", "FAC"} and not self._courtesy(first, stop)
            self._add_titled(start, stop, end, 2 if is_unsure else 6)

    def _before_title(self, start: int, end: int) -> None:
        """Adds the body or state named before a title: "FBI" of "FBI Director"."""
        if end > start:
            listed = self.vocabulary.longest(self.texts, start, end)
            if listed and listed[0] == end:
                self._add_listed(start, end, listed[1])
            elif not listed or listed[1].relation is not Relation.DEMONYM:
                before = len(self.found)
                self._split(start, end)
                for name in self.found[before:]:
                    name.is_pending = name.entry is None and not self._headed(start, end)

    def _split_at_listed(self, start: int, end: int) -> None:
        """Cuts a run at the first listed name inside it, unless the model holds it together."""
        for position in range(start, end):
            listed = self.vocabulary.longest(self.texts, position, end)
            if listed is None:
                continue
            stop, entry = listed
            is_followed = stop + 1 < end and self.texts[stop] in self.vocabulary.given
            if not is_followed and self._is_whole(start, end) and not entry.is_media:
                is_person = self.labels[start] == "PERSON"
                if is_person and entry.relation is Relation.DEMONYM and position == start:
                    self._split(stop, end)
                    return
                directed = position == start + 1 and self.texts[start] in self.vocabulary.directions
                is_place = entry.kind in PLACES
                if (is_place or not is_person) and entry.kind is not ActorKind.GROUP and not directed:
                    self._add_run(start, end)
                    return
            self._add_before(start, position)
            self._add_listed(position, stop, entry)
            while stop < end and not self._is_word(stop):
                stop += 1
            if stop < end:
                self._split(stop, end)
            return
        self._add_run(start, end)

    def _add_before(self, start: int, end: int) -> None:
        """Adds what stands in a run before a listed name; a direction alone is no name."""
        while end > start and not self._is_word(end - 1):
            end -= 1
        if end > start and not (end == start + 1 and self.texts[start] in self.vocabulary.directions):
            self._add_run(start, end)

    # ---- acronyms in brackets ----
    def _bracketed(self, end: int, before: int) -> int:
        """Where to go on after a run; an acronym in brackets after a name is added as another name of it."""
        texts, count = self.texts, len(self.texts)
        if end + 2 < count and texts[end] == "(" and texts[end + 2] == ")" and len(self.found) > before:
            long, short = self.found[-1], texts[end + 1]
            if (
                short[0].isupper()
                and sum(letter.isupper() for letter in short) > 1
                and len(long.key) > 1
                and long.span.end == self.words.ends[end - 1]
            ):
                listed = self.vocabulary.longest(texts, end + 1, end + 2)
                name = make_name(
                    self.words,
                    end + 1,
                    end + 2,
                    kind=long.kind,
                    weight=6,
                    entry=listed[1] if listed else long.entry,
                    how="acronym",
                )
                name.acronym_of = long
                name.entry = (
                    name.entry
                    if long.entry is None or name.entry is None or long.entry.stands_for == name.entry.stands_for
                    else long.entry
                )
                self.found.append(name)
                return end + 3
        return end
