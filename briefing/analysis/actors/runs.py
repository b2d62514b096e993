"""Reads the runs of capitals of a sentence: where a name may begin, and the small words that hold it together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import OPENING
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["LONGEST", "Runs"]

NO_NAME = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "INTJ", "PART", "NUM"})
"""Parts of speech that a capital at the beginning of a sentence does not make a name."""

DATELINE = re.compile(
    r"(?:[A-Z][\w.'-]*,?\s){1,5}\((?:CNN|AP|AFP|Reuters)\)\s*|[A-Z][\w .,'/-]{1,60}?(?:\((?:Reuters|AP|AFP|CNN|BBC|[A-Z][\w ]{1,20})\)\s*[-–—:]+|\s[–—]|\s--?)\s"
)
"""A place and an agency before the first sentence of a report."""
SMALL_WORDS = frozenset({"of", "for", "on", "de", "and", "&", "in", "to"})
"""Words without a capital that may stand inside a name."""

JOINING = SMALL_WORDS | {"the", ",", "-"}
"""What may stand inside a name that the acronym after it spells."""

YEAR = 4
"""Digits of a year, which is no part of a name."""

LONGEST_RUN = 40
"""Words in the longest run: a text in capitals must not become one name."""

LONGEST = 8
"""Words in the longest name that is looked up again in headlines."""


EXPANSION = 14
"""Words in the longest name that an acronym in brackets is looked for after."""

BRAND = re.compile(r"[a-z][A-Z][a-z]{2,}")
"""A brand that is written with a small letter before its capital: "eBay"."""

NICKNAME = 3
"""Words in the longest nickname between a first name and a surname."""

NEVER_INSIDE = frozenset(
    {
        "I",
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "But",
        "And",
        "He",
        "She",
        "It",
        "They",
        "We",
        "This",
        "That",
        "After",
        "Following",
        "However",
    }
)
"""Capitals that begin a sentence where a full stop is missing."""

SURNAME = re.compile(r"[OD]['’][A-Z][a-z]{2,}$")
"""A surname with an apostrophe: "O'Hara", "D'Orsi"."""


class Runs:
    """The runs of one sentence."""

    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        self.words = words
        self.texts = words.texts
        self.vocabulary = vocabulary
        self.labels = [token.ent_type_ for token in words.tokens]
        self.found: list[Name] = []
        self.adjectives = load_lexicon("names").words("context.adjectives")

    def _after_dateline(self) -> int:
        """The first word after a dateline."""
        sentence = self.words.parsed.sentence.span
        text = self.words.parsed.tokens.text
        if match := DATELINE.match(text):
            head = text[: match.end()]
            letters = head.split()[0]
            if letters.isupper() or "(" in head:
                end = sentence.start + match.end()
                return next((i for i, start in enumerate(self.words.starts) if start >= end), 0)
        return 0

    def _begins(self, position: int) -> bool:
        """True iff a name may begin at the word."""
        text = self.texts[position]
        if text[0].isupper():
            return self._is_capital(position) and not self._is_adjective(position)
        if BRAND.match(text):
            return True
        if text in self.vocabulary.particles and position + 2 < len(self.texts) and self.texts[position + 1] == "-":
            return self.words.touching(position) and self.texts[position + 2][0].isupper()
        if text in {"bin", "ibn", "von", "van", "el", "al", "abu"} and position + 1 < len(self.texts):
            return self.texts[position + 1][0].isupper() or self._is_surname_after(position)
        if text in self.vocabulary.particles and self._is_surname_after(position):
            return True
        if text[0].isdigit() and text[-2:] in {"st", "nd", "rd", "th"}:
            return position + 2 < len(self.texts) and self.labels[position] == "ORG"
        return (
            self.vocabulary.longest(self.texts, position, min(position + LONGEST, len(self.texts))) is not None
            and text[0].islower()
        )

    def _is_surname_after(self, position: int) -> bool:
        """True iff a person's surname stands behind a small particle: "de Sola", "van der Wal"."""
        texts, particles = self.texts, self.vocabulary.particles
        following, labels = position + 1, {"PERSON", ""}
        if following < len(texts) and texts[following] in particles:
            following, labels = following + 1, {"PERSON", "ORG", ""}
        is_name = (
            following < len(texts) and texts[following][0].isupper() and self.words.tokens[following].pos_ == "PROPN"
        )
        return is_name and self.labels[following] in labels

    def _is_capital(self, position: int) -> bool:
        """True iff the word's capital is a name's."""
        text = self.texts[position]
        if not text[0].isupper() or self._is_shouted(position):
            return False
        if SURNAME.match(text):
            return True
        if position and self.texts[position - 1] not in OPENING:
            return text not in {"I", "I'm", "I’m", "I've", "I’ve"}
        token = self.words.tokens[position]
        if text in self.vocabulary.openers and not self.vocabulary.longest(
            self.texts, position, min(position + 4, len(self.texts))
        ):
            return False
        return not (token.pos_ in NO_NAME and (token.pos_ == "VERB" or not self.labels[position]))

    def _is_shouted(self, position: int) -> bool:
        """True iff a common word is written in capitals for its weight: "they AREN'T coming", "it IS so"."""
        text, token = self.texts[position], self.words.tokens[position]
        if not text.isupper() or len(text) == 1:
            return False
        if text[-3:] in {"N'T", "N’T"}:
            return True
        if not token.is_stop or token.pos_ not in NO_NAME:
            return False
        is_listed = self.vocabulary.longest(self.texts, position, position + 1) is not None
        return not is_listed or (
            token.pos_ == "AUX" and position > 0 and self.words.tokens[position - 1].pos_ == "PRON"
        )

    def _same_entity(self, left: int, right: int) -> bool:
        """True iff the model sees one entity of a kind that may hold small words over both words."""
        if (
            self.labels[left] not in {"ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART"}
            or self.labels[left] != self.labels[right]
        ):
            return False
        tokens = self.words.tokens
        return all(token.ent_iob_ == "I" for token in tokens[left].doc[tokens[left].i + 1 : tokens[right].i + 1])

    def _has_head(self, start: int, end: int) -> bool:
        """True iff one of the words makes the name an organisation's, a place's or a title."""
        return any(
            self.vocabulary.heads.get(word) or word.lower() in self.vocabulary.title_heads
            for word in self.texts[start:end]
        )

    def _run_end(self, start: int) -> int:
        """The end of the run of capitals with the small words that hold it together."""
        if (spelled := self._spelled(start)) is not None:
            return spelled
        end = start + 1
        while end - start < LONGEST_RUN and (following := self._joined(start, end)) is not None:
            end = following
        return end

    def _spelled(self, start: int) -> int | None:
        """Where a name ends whose initials spell the acronym in brackets after it, whatever small words it has; None for others."""
        texts, initials, all_initials = self.texts, "", ""
        for end in range(start, min(len(texts), start + EXPANSION)):
            word = texts[end]
            if word == "(":
                acronym = texts[end + 1].lower() if texts[end + 2 : end + 3] == [")"] else ""
                is_spelled = len(acronym) > 2 and acronym in {initials, all_initials}  # noqa: PLR2004 - two letters are chance
                return end if is_spelled else None
            if word[0].isupper():
                initials += word[0].lower()
            elif word not in JOINING:
                return None
            all_initials += word[0].lower() if word[0].isalpha() else ""
        return None

    def _is_adjective(self, position: int) -> bool:
        """True iff the word is an adjective with a capital before a common noun: "a Naval ship"."""
        texts = self.texts
        return (
            texts[position] in self.adjectives
            and position + 1 < len(texts)
            and texts[position + 1].islower()
            and self.words.tokens[position + 1].pos_ in {"NOUN", "ADJ"}
        )

    def _joined(self, start: int, end: int) -> int | None:
        """Where the run from `start` ends when it is carried on at `end`, or None where it stops."""
        texts, count = self.texts, len(self.texts)
        if end >= count:
            return None
        word = texts[end]
        if word[0].isupper() or BRAND.match(word):
            return None if word in NEVER_INSIDE or self._is_adjective(end) else end + 1
        if word == "-":
            is_inside = end + 1 < count and self.words.touching(end - 1) and self.words.touching(end)
            is_other = (
                is_inside and texts[end + 1][0].isupper() and self._ends_listed(start, end)
            )  # "the Iran-Iraq war"
            return self._hyphen(end) if is_inside and not is_other else None
        if word[0].isdigit():
            is_score = end + 1 < count and texts[end + 1] in {"-", "–", "—", ":"}
            return end + 1 if self._same_entity(end - 1, end) and len(word) < YEAR and not is_score else None
        if word in {'"', "“", "‘"}:
            return self._nickname(start, end)
        if word in {"'s", "’s", "'", "’"}:
            follows = end + 1 < count and texts[end + 1][0].isupper()
            return end + 2 if follows and self._possessive(end) else None
        if word in SMALL_WORDS:
            step = end + 2 if end + 1 < count and texts[end + 1] == "the" else end + 1
            if step < count and texts[step][0].isupper() and self._small_word(start, end, step):
                return step + 1
        return self._particle(end) if word in self.vocabulary.particles else None

    def _ends_listed(self, start: int, end: int) -> bool:
        """True iff the run until here is a listed name and no longer one begins with it."""
        count = len(self.texts)
        listed = self.vocabulary.longest(self.texts, start, min(count, start + LONGEST))
        return listed is not None and listed[0] == end and self.texts[start].lower() not in self.vocabulary.particles

    def _nickname(self, start: int, end: int) -> int | None:
        """Where a run goes on after a nickname in quotation marks: 'Ida "Storm" Solberg'."""
        texts, count = self.texts, len(self.texts)
        if texts[start] not in self.vocabulary.given and self.labels[end - 1] != "PERSON":
            return None
        for close in range(end + 2, min(end + NICKNAME + 2, count - 1)):
            if texts[close] in {'"', "”", "’", "'"}:
                is_name = texts[end + 1][0].isupper() and texts[close + 1][0].isupper()
                return close + 2 if is_name and self.words.ends[end - 1] < self.words.starts[end] else None
        return None

    def _particle(self, end: int) -> int | None:
        """Where a run ends that is carried on by a particle: "van", "al-"."""
        texts, count = self.texts, len(self.texts)
        if end + 2 < count and texts[end + 1] in self.vocabulary.particles and texts[end + 2][0].isupper():
            return end + 3 if self.labels[end + 2] == "PERSON" else None  # "van der Wal"
        if end + 1 < count and texts[end + 1][0].isupper():
            return end + 2 if self.labels[end - 1] not in {"GPE", "LOC"} else None
        if end + 2 < count and texts[end + 1] == "-" and self.words.touching(end) and texts[end + 2][0].isupper():
            return end + 3
        return None

    def _hyphen(self, end: int) -> int | None:
        """Where a run ends that is carried on by a hyphen."""
        texts, count = self.texts, len(self.texts)
        if texts[end + 1][0].isupper():
            return end + 2
        if texts[end + 1].islower() and self.labels[end - 1] == self.labels[end + 1] == "PERSON":
            return end + 2 if texts[end + 1] not in self.vocabulary.compounds else None  # "Ban Ki-moon"
        small = len(texts[end + 1]) <= 2 and texts[end + 1].islower()  # noqa: PLR2004 - "Mazar-i-Sharif", "Lashkar-e-Taiba"
        if (
            small
            and end + 3 < count
            and texts[end + 2] == "-"
            and texts[end + 3][0].isupper()
            and self.words.touching(end + 1)
        ):
            return end + 4
        return None

    def _possessive(self, end: int) -> bool:
        """True iff the possessive at `end` stands inside a name: "People's Army", "St George's Hospital"."""
        if self.texts[end - 1] in self.vocabulary.possessors and self._has_head(end + 1, min(len(self.texts), end + 3)):
            return True
        is_saint = end > 1 and self.texts[end - 2] in {"St", "St.", "Saint"}
        is_head = self._has_head(end + 1, end + 2)
        return is_head and (is_saint or self._same_entity(end - 1, end + 1))

    def _small_word(self, start: int, end: int, following: int) -> bool:
        """True iff the small word at `end` belongs to a name that goes on at `following`."""
        word = self.texts[end]
        if word == "&":
            return self._same_entity(end - 1, following) or not (
                self.vocabulary.longest(self.texts, following, len(self.texts))
                or self.vocabulary.longest(self.texts, end - 1, end)
            )
        if word == "de":
            return self.labels[end - 1] not in {"", "DATE"}
        if word == "of" and end - 1 == start and self.words.tokens[start].tag_ == "NNS":
            return False
        if word == "of":
            return self._has_head(start, end) or self._same_entity(end - 1, following)
        if word == "and":
            if end - start == 1 and self._and_agency(start, following):
                return True
            return self._same_entity(end - 1, following) and any(
                text in {"of", "for"} for text in self.texts[start:end]
            )
        if word in {"for", "on"}:
            is_body = any(
                self.vocabulary.heads.get(text) in {"organisation", "group"} for text in self.texts[start:end]
            )
            return is_body and (
                word == "for"
                or self.texts[end - 1] in {"Committee", "Commission", "Council", "Office", "Conference", "Panel"}
            )
        return self._same_entity(end - 1, following) and self._has_head(start, end)

    def _listed_beyond(self, start: int, end: int) -> int:
        """The end of a listed name that begins in the run and goes beyond it: "IS(K)"."""
        furthest = end
        for position in range(start, end):
            if listed := self.vocabulary.longest(self.texts, position, min(len(self.texts), position + LONGEST)):
                furthest = max(furthest, listed[0])
        return furthest

    def _and_agency(self, start: int, following: int) -> bool:
        """True iff "and" stands inside a body's name: "the Harbour and Coastal Safety Agency"."""
        texts = self.texts
        if not start or texts[start - 1].lower() not in {"the", "'s", "’s"} or self.labels[start] in {"PERSON", "GPE"}:
            return False
        if self.vocabulary.longest(texts, start, following) or texts[start] in self.vocabulary.heads:
            return False
        last = following
        while last + 1 < len(texts) and texts[last + 1][0].isupper():
            last += 1
        return last > following and self.vocabulary.heads.get(texts[last]) == "organisation"
