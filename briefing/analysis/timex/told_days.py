"""The days on which a text has said that its events fell: what "a week after the vote" is counted from.

An event is known by the stem of its noun ("the vote was on 3 May") or of the noun's verb ("they voted on 3 May"), in the clause of a date.
A noun has the date where it is the clause's subject, what was held, or stands right beside it ("Monday's attack"): "condemned the attack
on Monday" does not say when the attack was. Standard library only; each date costs the same whatever the text's length.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.timex.phrases import guard
from briefing.analysis.timex.words import CLASSES, vocabulary
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.analysis.timex.periods import Period
    from briefing.analysis.timex.words import Tokens

__all__ = ["ToldDays"]

# How far from a date the words of its clause are looked for, in tokens.
_LEFT = 10
_RIGHT = 5
# Before a noun at the beginning of its clause: "the", one or two adjectives.
_LEAD = 3
# The longest name of an event: "the second presidential vote".
_LONGEST_NAME = 4
# So many tellings of one event are compared, in the longest text.
_MOST_TELLINGS = 20
_SHORTEST_STEM = 3
# Before a verb that looks like its noun: "will vote on 3 May".
_AHEAD = (("will",), ("to",))
_ENDINGS = (
    "ations", "ation", "itions", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ated", "ates", "ate", "ed", "es", "s", "e",
)  # fmt: skip


def _stem(word: str) -> str:
    """What a noun and its verb have in common: "election" and "elected", "vote" and "voting"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            stem = word[: -len(ending)]
            return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
    return word


@cache
def _events() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Stems of nouns of events; verb form -> stems of its nouns, where they differ; stems whose verb means something else."""
    stems = frozenset(_stem(word) for word in load_lexicon("events").words("nouns.events") if " " not in word)
    verbs: dict[str, tuple[str, ...]] = {}
    lexicon = vocabulary().lexicon
    for noun, forms in lexicon.table("verbs_of_events").items():
        for form in forms.split():
            verbs[form] = (*verbs.get(form, ()), _stem(noun))
    return stems, verbs, frozenset(_stem(word) for word in guard("nouns_apart"))


def _noun_stem(word: str) -> str:
    """The stem of a noun of an event; "" where a word is none."""
    stem = _stem(word)
    return stem if stem in _events()[0] and not word.endswith("ed") else ""


def _verb_stems(word: str) -> tuple[str, ...]:
    """The stems of the events that a verb in the past tells; () where it tells none."""
    stems, verbs, apart = _events()
    if word in verbs:
        return verbs[word]
    stem = _stem(word)
    return (stem,) if word.endswith("ed") and stem in stems and stem not in apart else ()


class ToldDays:
    """The days of events, read from the dates of a text in their order."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._dates: list[tuple[int, int, Period]] = []
        self._read = 0
        # stem -> the words of each clause that dates it, and the day
        self._days: dict[str, list[tuple[frozenset[str], Period]]] = {}

    def add(self, first: int, last: int, day: Period) -> None:
        """Keep a day and the tokens that name it."""
        self._dates.append((first, last, day))

    def learn(self, place: int, day: Period) -> None:
        """Keep the day of the event that is named from a token on: "on 6 May, two days before the vote" says when the vote is."""
        name = self._name(place + 1) if place < len(self._tokens.words) and self._is_definite(place) else ()
        if name and (stem := _noun_stem(name[-1])):
            self._keep(stem, frozenset(), day)

    def _is_definite(self, place: int) -> bool:
        return self._tokens.words[place] in guard("definite")

    def _keep(self, stem: str, clause: frozenset[str], day: Period) -> None:
        told = self._days.setdefault(stem, [])
        if len(told) < _MOST_TELLINGS:
            told.append((clause, day))

    def of_event(self, place: int) -> Period | None:
        """The day of the event that is named from a token on ("the vote", "the army attacked"); None unless all that is told of it agrees.

        A verb has a day only where its subject is the one that the dated clause has.
        """
        name = self._name(place + 1) if place < len(self._tokens.words) and self._is_definite(place) else ()
        if not name:
            return None
        stem, subject = _noun_stem(name[-1]), ""
        stems: tuple[str, ...] = (stem,) if stem else ()
        if not stems and len(name) > 1:
            stems, subject = _verb_stems(name[-1]), name[-2]
        self._read_on(place)
        told = [day for key in stems for clause, day in self._days.get(key, ()) if not subject or subject in clause]
        return told[0] if told and all(day == told[0] for day in told) else None

    def _name(self, place: int) -> tuple[str, ...]:
        """The words from a token on, as far as a preposition, a mark or the like; () where they are too many for a name."""
        words, end = self._tokens.words, self._end_of_name(place)
        if end - place <= _LONGEST_NAME and self._tokens.classes[end : end + 1] == CLASSES["possessive"]:
            # "the mayor's resignation"
            place, end = end + 1, self._end_of_name(end + 1)
        return words[place:end] if 0 < end - place <= _LONGEST_NAME else ()

    def _end_of_name(self, place: int) -> int:
        words = self._tokens.words
        end = place
        while (
            end < len(words)
            and end - place <= _LONGEST_NAME
            and words[end].isalpha()
            and words[end] not in guard("after_name")
        ):
            end += 1
        return end

    def _read_on(self, place: int) -> None:
        """Read the clauses of the dates before a token."""
        while self._read < len(self._dates) and self._dates[self._read][1] <= place:
            self._read_clause(self._read)
            self._read += 1

    def _read_clause(self, number: int) -> None:
        """Keep what the clause of a date tells."""
        first, last, day = self._dates[number]
        words = self._tokens.words
        free = self._dates[number - 1][1] if number else 0
        start = first
        while start > max(free, first - _LEFT) and self._goes_on(start - 1):
            start -= 1
        is_opening = start == 0 or not self._goes_on(start - 1)
        begin = last
        if words[begin : begin + 1] == (",",) and is_opening and first - start <= 1:
            # "On Monday, the vote began"
            begin += 1
        elif self._tokens.classes[begin : begin + 1] == CLASSES["possessive"]:
            begin += 1
        end = begin
        while end < min(len(words), begin + _RIGHT) and self._goes_on(end):
            end += 1
        clause = frozenset(words[start:first] + words[begin:end])
        if clause & guard("called_off"):
            return
        if is_opening and words[start] in guard("after_name") and words[start] not in guard("definite"):
            # "In the election on 3 May he lost"
            start += 1
        stems = [*self._stems(start, first, is_opening=is_opening), *self._stems(begin, end, is_opening=True)]
        for stem in dict.fromkeys(stems):
            self._keep(stem, clause, day)

    def _goes_on(self, place: int) -> bool:
        """True iff a token is a word inside a clause."""
        word = self._tokens.words[place]
        return word.isalnum() and word not in guard("clause_marks")

    def _stems(self, start: int, end: int, *, is_opening: bool) -> Iterator[str]:
        """The stems of the events that some words of a clause tell, have for a subject or say were held."""
        words = self._tokens.words
        for place in range(start, end):
            yield from _verb_stems(words[place])
            stem = _noun_stem(words[place])
            if place + 1 < end and _noun_stem(words[place + 1]):
                # "his election victory was confirmed on Monday" tells nothing of the election's day
                continue
            before = words[start:place]
            is_subject = is_opening and len(before) <= _LEAD and not any(map(_ends_subject, before))
            is_told = any(word in guard("before_held") for word in before[-_LEAD:]) or before[-1:] in _AHEAD
            if stem and (is_subject or is_told):
                yield stem


def _ends_subject(word: str) -> bool:
    """True iff what stands after a word is not the first thing that a clause speaks of."""
    return (word in guard("after_name") and word not in guard("definite")) or bool(_verb_stems(word))
