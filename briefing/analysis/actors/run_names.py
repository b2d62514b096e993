"""Makes names of whole runs: what at their ends is no part of them, and what a listed or an unlisted one is a name of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.entries import Relation
from briefing.analysis.actors.mentions import make_name
from briefing.analysis.actors.readings import Readings
from briefing.analysis.actors.runs import SURNAME
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from briefing.analysis.actors.entries import Entry

__all__ = ["RunNames"]

GOOD_LABELS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "NORP": ActorKind.GROUP,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
}
"""The model's labels that mean an actor or a place (OntoNotes 5)."""


class RunNames(Readings):
    """The names of one sentence that are a run from end to end."""

    def _without_prefix(self, start: int, end: int) -> int:
        """The start of a run without "Anti-", the second half of "ultra-Orthodox", and words that begin a sentence."""
        texts, vocabulary = self.texts, self.vocabulary
        if end - start > 1 and start > 1 and texts[start - 1] == "-" and texts[start - 2].islower():
            is_name = vocabulary.longest(texts, start, end) or texts[start] in vocabulary.given
            start += self.words.touching(start - 1) and not is_name and self.labels[start] != "PERSON"
        while start + 1 < end and texts[start] in vocabulary.prefixes and texts[start + 1] == "-":
            start += 2
        while start < end and texts[start] in vocabulary.openers:
            listed = vocabulary.longest(texts, start, end)
            if listed and listed[0] - start > 1:
                break
            start += 1
        return start

    def _without_tail(self, start: int, end: int) -> int:
        """The end of a run without punctuation, picture credits and letters after a name."""
        texts = self.texts
        while start < end:
            last = texts[end - 1]
            is_tail = last in self.vocabulary.credits or last.rstrip(".") in self.vocabulary.postnominals
            if (last[0].isalnum() or last == ")") and not (is_tail and end - start > 2):  # noqa: PLR2004 - never down to one word
                break
            end -= 1
        return end

    def _add_listed(self, start: int, end: int, entry: Entry) -> None:
        """Adds a listed name; a demonym counts only as a noun."""
        if self.words.tokens[start].pos_ == "ADV":
            return
        if entry.relation is Relation.DEMONYM:
            token = self.words.tokens[end - 1]
            is_noun = (
                token.tag_ in {"NNS", "NNPS"}
                and self.texts[end - 1].endswith("s")
                and token.dep_ not in {"compound", "amod"}
            )
            if not is_noun or entry.kind is not ActorKind.COUNTRY:
                return
            self.found.append(
                make_name(self.words, start, end, kind=entry.kind, weight=100, entry=entry, how="demonym")
            )
            return
        led = (
            end + 1 < len(self.texts)
            and self.texts[end] == "-"
            and self.texts[end + 1].islower()
            and self.words.touching(end - 1)
        )
        self.found.append(
            make_name(
                self.words, start, end, kind=entry.kind, weight=100, entry=entry, how="compound" if led else "name"
            )
        )

    def _add_titled(self, start: int, name_start: int, end: int, weight: int) -> None:
        """Adds a person with the title that stands from `start` to before the name."""
        name = make_name(self.words, name_start, end, kind=ActorKind.PERSON, weight=weight)
        name.title, name.title_words = self.words.span(start, name_start), self._lower(start, name_start)
        self.found.append(name)

    def _add_run(self, start: int, end: int) -> None:
        """Adds a run that is one name, with the kind that its words and labels tell; a lone word without evidence is pending."""
        if self._is_thing(start, end):
            self._add_thing(start, end)
            return
        labels = [label for label in self.labels[start:end] if label]
        label = max(labels, key=labels.count) if labels else ""
        if self._is_person(start, end):
            self.found.append(make_name(self.words, start, end, kind=ActorKind.PERSON, weight=5))
            return
        if (head := self._headed(start, end)) and head != "other":
            self.found.append(make_name(self.words, start, end, kind=ActorKind(head), weight=5))
            return
        text = self.texts[start] if end - start == 1 else ""
        words = self.texts[start:end]
        if all(self._is_no_name(word) for word in words):
            return
        name = make_name(self.words, start, end, kind=GOOD_LABELS.get(label))
        if (kind := self._noun_before(start, alone=end - start == 1)) is not None:
            name.kind, name.weight = kind, 4
            self.found.append(name)
            return
        all_proper = all(
            self.words.tokens[i].pos_ == "PROPN"
            for i in range(start, end)
            if self.texts[i][0].isalpha() and self.texts[i][0].isupper()
        )
        if self._is_surname(start, end) and name.kind in {None, ActorKind.ORGANISATION, ActorKind.PERSON}:
            name.kind, name.weight = ActorKind.PERSON, 4
            self.found.append(name)
            return
        if name.kind is ActorKind.PERSON and self.words.tokens[end - 1].tag_ == "NNPS" and len(labels) == end - start:
            name.kind = ActorKind.GROUP
        if label == "NORP" and self.words.tokens[end - 1].tag_ not in {"NNS", "NNPS", "NNP"}:
            return
        if self._modifies_thing(end):
            name.kind, name.is_pending = None, True
            self.found.append(name)
            return
        if text and (self.words.tokens[start].pos_ == "ADJ" or (start == 0 and not all_proper)):
            name.is_pending = True
        if name.kind is None:
            name.is_pending = bool(label) or end - start == 1 or not all_proper
        self.found.append(name)

    def _is_surname(self, start: int, end: int) -> bool:
        """True iff a run reads like a surname and nothing else: "O'Hara", "de Sola", "van der Wal"."""
        word, last = self.texts[start], self.texts[end - 1]
        if end - start == 1:
            return SURNAME.match(word) is not None
        is_led = all(text in self.vocabulary.nobiliary for text in self.texts[start : end - 1])
        return is_led and last[0].isupper() and not self._headed(start, end)

    def _is_whole(self, start: int, end: int) -> bool:
        """True iff the model sees one entity in the run that may hold other names, and nothing else."""
        if "-" in self.texts[start:end] or self.labels[start] not in GOOD_LABELS or self.labels[start] == "NORP":
            return False
        if end - start > 2 and self.texts[start + 1] in self.vocabulary.given:  # noqa: PLR2004 - two names follow
            listed = self.vocabulary.longest(self.texts, start, start + 1)
            if listed is not None and listed[1].relation is Relation.DEMONYM:  # "American Ida Solberg"
                return False
        first, last = self.words.tokens[start], self.words.tokens[end - 1]
        return all(token.ent_iob_ == "I" for token in first.doc[first.i + 1 : last.i + 1])

    def _is_word(self, position: int) -> bool:
        """True iff the word is no mark and no small word."""
        text = self.texts[position]
        return text[0].isalnum() and text not in {"of", "and", "for", "the", "on", "in", "s"}
