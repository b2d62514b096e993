"""Tells what a run of capitals reads like: a title and a person, a person, a body by its head word, or no actor at all."""

from __future__ import annotations

from briefing.analysis.actors.bodies import Bodies
from briefing.analysis.actors.entries import Relation
from briefing.analysis.actors.mentions import make_name
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

__all__ = ["DESIGNATION", "Readings"]

DESIGNATION = 3
"""Letters before the number of an aircraft or a weapon: "F-16", "KC-135"."""

NO_TITLE_AFTER = frozenset({"of", "for", "the", '"', "“", "‘"})
"""Words before what is no title of the name behind: an office that is of something, a nickname."""


class Readings(Bodies):
    """What the runs of one sentence read like."""

    def _other(self, start: int, end: int) -> bool:
        """True iff the run is headed by a word for no actor: an act, an award, a war."""
        heads, beginnings = self.vocabulary.heads, self.vocabulary.beginnings
        first = next((i for i in range(start, min(end - 1, start + 2)) if self.texts[i] in beginnings), None)
        if first is not None and (first == start or self.texts[start] in self.vocabulary.intensified):
            self._add_thing(first + 1, end)
            return True
        if heads.get(self.texts[start]) == "other" and end - start > 2 and self.texts[start + 1] in {"of", "on"}:  # noqa: PLR2004
            return True
        last = end - 2 if self.texts[end - 1].isdigit() and end - start > 1 else end - 1
        if heads.get(self.texts[last]) == "other" and end - start > 1:
            return not self._is_person(start, end)
        return (
            any(
                heads.get(text) == "other" and self.texts[i + 1] in {"of", "on", "for"}
                for i, text in enumerate(self.texts[start : end - 1], start)
                if i > start
            )
            and heads.get(self.texts[start]) != "organisation"
        )

    def _add_thing(self, start: int, end: int) -> None:
        """Remembers the name of a ship, a storm or an operation, so that it is nobody's elsewhere in the text."""
        while start < end and not self.texts[start][0].isalnum():
            start += 1
        if start < end and self.vocabulary.longest(self.texts, start, end) is None:
            self.found.append(make_name(self.words, start, end, is_thing=True, is_pending=True))

    def _is_thing(self, start: int, end: int) -> bool:
        """True iff the noun before the run says that it is a ship, a film, a storm: "the ferry X", "a storm named X"."""
        texts, things = self.texts, self.vocabulary.things
        before = start - 1
        is_owner = end < len(texts) and texts[end] in {"'s", "’s"}  # "the film Ida Solberg's War" is about a person
        if before < 1 or (is_owner and self._is_person(start, end)):
            return False
        if texts[before - 1 : start] == ["known", "as"]:
            return bool(self.found) and self.found[-1].is_thing
        if texts[before] in {"named", "called", "dubbed", ",", '"', "“", "‘", "'"}:
            before -= 1
        return texts[before].lower() in things and self.words.tokens[before].pos_ in {"NOUN", "PROPN"}

    def _modifies_thing(self, end: int) -> bool:
        """True iff the run is what an award, a film or an aircraft is called by: "the X award"."""
        token = self.words.tokens[end] if end < len(self.texts) else None
        is_head = token is not None and token.pos_ == "NOUN" and token.dep_ not in {"compound", "amod"}
        return is_head and self.texts[end] in self.vocabulary.things_after

    def _is_designated(self, position: int) -> bool:
        """True iff the number of an aircraft or a weapon stands before the word, "F-16 Fighting Falcons", or a party's letter is it."""
        texts = self.texts
        if self._is_party_tag(position):
            return True
        return (
            position > 2  # noqa: PLR2004 - letters, hyphen, number
            and texts[position - 1][0].isdigit()
            and texts[position - 2] == "-"
            and texts[position - 3].isupper()
            and len(texts[position - 3]) <= DESIGNATION
            and self.words.touching(position - 3)
        )

    def _is_party_tag(self, position: int) -> bool:
        """True iff a party and a constituency begin at the word, after a politician's name: "(R-AZ)", ", D-Ohio"."""
        texts = self.texts
        return (
            len(texts[position]) == 1
            and position > 0
            and texts[position - 1] in {"(", ",", "["}
            and texts[position + 1 : position + 2] == ["-"]
            and self.words.touching(position)
            and texts[position + 2 : position + 3] != []
            and texts[position + 2][0].isupper()
        )

    def _office(self, start: int, end: int) -> tuple[int, int] | None:
        """(start, end) of the title in "President of the General Assembly", None where the run begins otherwise."""
        for position in range(start, end - 1):
            if not (self._is_title_word(position) or self.texts[position].lower() in self.vocabulary.title_modifiers):
                return None
            if self.texts[position + 1] in {"of", "for"}:
                return (start, position + 1) if self._is_title_word(position) else None
        return None

    def _is_title_word(self, position: int) -> bool:
        """True iff the word ends a title; the plural too."""
        word = self.texts[position].lower().rstrip(".")
        return word in self.vocabulary.title_heads or (
            len(word) > 1 and word[-1] == "s" and word[:-1] in self.vocabulary.title_heads
        )

    def _title(self, start: int, end: int) -> tuple[int, int] | None:
        """(start, end) of the last title inside a run; None where there is none or the run is a body's name that holds one."""
        vocabulary, texts = self.vocabulary, self.texts
        is_body = texts[end - 1] in vocabulary.lower_heads or vocabulary.heads.get(texts[end - 1]) in {
            "organisation",
            "group",
        }
        if is_body and (office := self._office(start, end)) is not None:
            return office
        if is_body and not (self.labels[end - 1] == "PERSON" and self._courtesy(start, end)):
            return None
        last = next(
            (
                i
                for i in range(end - 1, start - 1, -1)
                if self._is_title_word(i) and (i == start or texts[i - 1] not in NO_TITLE_AFTER)
            ),
            None,
        )
        if last is None or self._is_crowned_place(last, end):
            return None
        if last + 1 == end and end - start > 1 and self.labels[start] == "PERSON" and texts[start] in vocabulary.given:
            return None
        first = last
        while first > start and (
            texts[first - 1].lower() in vocabulary.title_modifiers
            or self._is_title_word(first - 1)
            or texts[first - 1] == "-"
        ):
            if vocabulary.longest(texts, first - 1, end) and texts[first - 1].lower() not in vocabulary.title_modifiers:
                break
            first -= 1
        stop = last + 1
        while stop + 1 < end and texts[stop] in {"of", "for", "and", "the"}:
            following = stop + 2 if texts[stop + 1] == "the" else stop + 1
            if following < end and (texts[following].lower() in vocabulary.portfolios):
                stop = following + 1
                while stop < end and texts[stop].lower() in vocabulary.portfolios:
                    stop += 1
            else:
                break
        if stop < end and texts[stop] in {"of", "for"}:
            return (first, stop)
        return first, stop

    def _is_crowned_place(self, last: int, end: int) -> bool:
        """True iff the title at `last` is part of a place's name: "the Queen City"."""
        crowned = load_lexicon("names").words("titles.crowned")
        return (
            last + 2 == end
            and self.texts[last] in crowned
            and self.vocabulary.heads.get(self.texts[last + 1]) == "place"
        )

    def _lower(self, start: int, end: int) -> tuple[str, ...]:
        """The words in lower case, without full stops."""
        return tuple(text.lower().rstrip(".") for text in self.texts[start:end])

    def _courtesy(self, first: int, stop: int) -> bool:
        """True iff the title stands before persons only."""
        return any(text.lower().rstrip(".") in self.vocabulary.courtesy for text in self.texts[first:stop])

    def _is_person(self, start: int, end: int) -> bool:
        """True iff the run reads like a person's full name."""
        count = end - start
        if not 1 < count <= 7 or self.texts[start] not in self.vocabulary.given:  # noqa: PLR2004 - words in the longest usual name
            return False
        labels = self.labels[start:end]
        if labels.count("PERSON") * 2 >= count:
            return True
        return (
            not self._headed(start, end)
            and not ({"FAC"} if self._is_somebody(start, end) else {"ORG", "FAC"}) & set(labels)
            and not any(text in {"of", "for", "and"} for text in self.texts[start:end])
        )

    def _is_somebody(self, start: int, end: int) -> bool:
        """True iff a run is a person's, whatever the label: "Rosalind Berg's research", "American Ida Berg"."""
        before = self.vocabulary.longest(self.texts, start - 1, start) if start else None
        if before is not None and before[1].relation is Relation.DEMONYM:
            return True
        is_free = start == 0 or self.texts[start - 1].lower() not in {"the", "at", "in"}
        return is_free and end - start == 2 and self.texts[end : end + 1] in (["'s"], ["’s"])  # noqa: PLR2004 - two names

    def _after_occupation(self, start: int, end: int) -> int | None:
        """Where the given name stands in "Seismologist Ida Solberg"; None where there is no such word before one."""
        texts, given = self.texts, self.vocabulary.given
        if texts[start] in given or self._headed(start, end):
            return None
        position = next((i for i in range(start + 1, end - 1) if texts[i] in given), None)
        if texts[start].lower() in self.vocabulary.roles and end - start > 2 and self.labels[end - 1] == "PERSON":  # noqa: PLR2004 - two names follow
            position = start + 1
        if position is None:
            return None
        before = texts[position - 1].lower()
        is_occupation = before in self.vocabulary.roles or (
            self.labels[start] != "PERSON" and before.endswith(("ist", "ists", "er", "or", "man", "ster", "eur"))
        )
        return position if is_occupation and not self.vocabulary.longest(texts, start, position) else None

    def _headed(self, start: int, end: int) -> str:
        """The kind that a head word gives to the run, "" where there is none; "of" phrases have their head before."""
        texts, heads = self.texts, self.vocabulary.heads
        if end - start < 2:  # noqa: PLR2004 - a head word alone is no name
            return ""
        for small in ("of", "for", "on", "in"):
            if small in texts[start + 1 : end]:
                before = texts[texts.index(small, start + 1) - 1]
                if kind := heads.get(before):
                    return kind
        pair = f"{texts[end - 2]} {texts[end - 1]}"
        if texts[end - 1] in {"Ministry", "Army", "Police"} or pair not in heads:
            kind = heads.get(texts[end - 1]) or (
                heads.get(texts[end - 1].title(), "") if texts[end - 1] in self.vocabulary.lower_heads else ""
            )
            return (
                "group"
                if texts[start] in {"Liwa", "Jaysh", "Jaish", "Jabhat", "Ansar", "Harakat", "Lashkar", "Katiba"}
                else kind
            )
        return heads[pair]

    def _noun_before(self, start: int, *, alone: bool) -> ActorKind | None:
        """The kind that the noun right before a name gives it: "the carrier Nordline", "spokesman Solberg"; or None.

        Of a noun for both ("the developer") a lone word is the body, `alone` says which it is.
        """
        if not start:
            return None
        noun, token = self.texts[start - 1], self.words.tokens[start - 1]
        if not noun.islower() or token.pos_ != "NOUN" or self.words.touching(start - 1) or token.tag_ != "NN":
            return None
        if noun in self.vocabulary.roles and not (noun in self.vocabulary.bodies and alone):
            return ActorKind.PERSON
        if noun in self.vocabulary.place_nouns:
            return ActorKind.PLACE
        return ActorKind.ORGANISATION if noun in self.vocabulary.bodies else None

    def _is_no_name(self, word: str) -> bool:
        """True iff the word is a name only together with others."""
        vocabulary, bare = self.vocabulary, word.lower().rstrip("s.")
        return (
            not any(letter.isalpha() for letter in word)
            or word in vocabulary.stop
            or word.lower() in vocabulary.particles
            or word in vocabulary.openers
            or word in vocabulary.credits
            or bare in vocabulary.title_heads
            or bare in vocabulary.title_modifiers
        )
