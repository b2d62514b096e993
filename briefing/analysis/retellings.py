"""Which mentions tell the same event: events in text order in, each with `same_as` out.

A mention tells an earlier one's event where its verb or noun is the same ("attacked", "the attack"), no date is at odds and the
participants are the same: an object and an actor, words of the phrases around it, or "the attack" with nothing to tell it apart.
"""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.analysis.participants import object_of
from briefing.lexicon import load_lexicon
from briefing.model.dates import Basis
from briefing.model.findings import EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from briefing.model.dates import ResolvedDate
    from briefing.model.findings import Event
    from briefing.model.text import Document

__all__ = ["Retellings", "with_shared_dates"]

RETELLING = 40
"""Events of the same lemma to compare a new one with: keeps the merging linear in long texts."""

OF_THE_DAY = datetime.timedelta(days=6)
"""How far before its publication the news of a text may lie: a headline has no better date."""

SHARED = 2
"""Words of the participants that two tellings share where their actors are not known to be the same."""

MOST_WORDS = 12
"""Words of a participant that are compared."""

TOLD = (EventStatus.HAPPENED, EventStatus.REPORTED)
"""What a source says and what the author says may be the same."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event with what it is compared by: its object's lemma, its participants' words, what stands beside its trigger.

    `theme`: the event noun whose beginning a verb tells ("the attack began").
    """

    event: Event
    target: str
    words: frozenset[str]
    repeats: frozenset[str]
    is_bare: bool
    theme: str


class Retellings:
    """Ties a mention of an event to the first mention of the same."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_lemma: dict[str, list[_Telling]] = {}
        self._beginnings: dict[int, Event] = {}

    def tie(self, event: Event, token: Token) -> Event:
        """The event with `same_as` set where an earlier one tells the same."""
        lemma = token.lemma_.lower()
        earlier = self._by_lemma.setdefault(_verbs_of_nouns().get(lemma, lemma), [])
        new = self._telling(event, token)
        if new.theme:
            self._beginnings[event.trigger.start] = event
        begun = self._beginnings.get(start_of(token.head)) if _says_when(token) else None
        if begun is not None and begun.status in TOLD and event.status in TOLD and not _at_odds(event, begun):
            # "The siege began when gunmen stormed the hall": one event.
            return dataclasses.replace(event, same_as=begun.same_as or begun.id)
        for other in earlier[-RETELLING:]:
            if _agree(new, other):
                tied = dataclasses.replace(event, same_as=other.event.same_as or other.event.id)
                if new.theme:
                    self._beginnings[event.trigger.start] = tied
                return tied
        earlier.append(new)
        return event

    def _telling(self, event: Event, token: Token) -> _Telling:
        target = object_of(token) if not event.is_noun else None
        beside = frozenset(child.lower_ for child in token.children)
        is_definite = bool(beside & {"the", "this", "that"}) and token.tag_ in ("NN", "NNP")
        words: set[str] = set()
        for span in (event.who, event.whom):
            if span is not None:
                words.update(self._document.text_of(span).lower().split()[:MOST_WORDS])
        return _Telling(
            event,
            target.lemma_.lower() if target is not None else "",
            frozenset(word for word in words if word[0].isalnum() and word not in _few_tell()),
            beside & load_lexicon("events").words("retellings.others"),
            event.is_noun and is_definite and all(child.dep_ in ("det", "punct") for child in token.children),
            "" if event.is_noun else _begun_by(token),
        )


def with_shared_dates(events: Sequence[Event]) -> Iterator[Event]:
    """The events; one that only the telling dates has the date of the words in which the same event is told elsewhere.

    What a headline tells too is the news of the very day ("Port closes", "The port has closed").
    """
    dated: dict[str, ResolvedDate] = {}
    news: set[str] = set()
    for event in events:
        when = event.when
        if when is not None and when.basis is Basis.PRESUMED and not when.approximate:
            news.add(event.same_as or event.id)
        if when is not None and event.when_words is not None and when.basis in (Basis.EXPLICIT, Basis.RELATIVE):
            dated.setdefault(event.same_as or event.id, when)
    for event in events:
        when = dated.get(event.same_as or event.id)
        own = event.when
        is_told = own is None or own.basis in (Basis.PUBLICATION, Basis.PRESUMED)
        if when is not None and is_told and event.when_words is None:
            yield dataclasses.replace(event, when=dataclasses.replace(when, basis=Basis.INHERITED))
        elif own is not None and own.basis is Basis.PUBLICATION and (event.same_as or event.id) in news:
            yield dataclasses.replace(event, when=dataclasses.replace(own, approximate=False))
        else:
            yield event


def _begun_by(verb: Token) -> str:
    """The lemma of the event noun that a verb says began: "the attack started"; "" for another verb or subject."""
    words = load_lexicon("events").words
    lemma = verb.lemma_.lower()
    if _verbs_of_nouns().get(lemma, lemma) != "begin" or any(
        child.dep_ in ("dobj", "xcomp") for child in verb.children
    ):
        return ""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lemma_.lower() not in words("nouns.events"):
        return ""
    is_known = any(child.lower_ in ("the", "this", "that") for child in subject.children)
    return subject.lemma_.lower() if is_known else ""


def _says_when(verb: Token) -> bool:
    """True iff a verb stands in a "when" clause behind its main verb."""
    return (
        verb.dep_ == "advcl"
        and verb.i > verb.head.i
        and any(child.lower_ == "when" and child.tag_ == "WRB" for child in verb.children)
    )


@cache
def _verbs_of_nouns() -> Mapping[str, str]:
    return load_lexicon("events").table("retellings.verbs")


@cache
def _few_tell() -> frozenset[str]:
    return load_lexicon("events").words("retellings.idle")


def _agree(new: _Telling, old: _Telling) -> bool:
    """True iff two mentions of one verb or noun tell the same event."""
    event, other = new.event, old.event
    if event.is_speech or other.is_speech or new.repeats != old.repeats or _at_odds(event, other):
        return False
    first, second = _numbers(new.words), _numbers(old.words)
    if first and second and not first & second:
        # "killed ten people", "killed 26 people"
        return False
    if event.status is not other.status and not (event.status in TOLD and other.status in TOLD):
        return False
    is_same_theme = bool(new.theme) and new.theme == old.theme
    if (new.is_bare or is_same_theme) and other.status in TOLD:
        return is_same_theme or old.is_bare or not other.is_noun or bool(new.words & old.words)
    shared = bool(set(event.actors) & set(other.actors))
    if new.target and old.target and new.target == old.target and (shared or not (event.actors and other.actors)):
        return True
    if len(new.words & old.words) >= SHARED and (shared or not (event.actors and other.actors)):
        return True
    if new.target and old.target:
        return False
    return shared and event.actors[0] == other.actors[0]


def _numbers(words: frozenset[str]) -> frozenset[str]:
    """The words that begin with a digit."""
    return frozenset(word for word in words if word[0].isdigit())


def _at_odds(event: Event, other: Event) -> bool:
    """True iff two events have dates that do not meet; the day of publication meets the days before it."""
    if event.when is None or other.when is None:
        return False
    first, second = (event, other) if event.when.first_day <= other.when.first_day else (other, event)
    if first.when is None or second.when is None or first.when.last_day >= second.when.first_day:
        return False
    is_news = second.when.basis in (Basis.PUBLICATION, Basis.PRESUMED)
    return not (is_news and second.when.first_day - first.when.last_day <= OF_THE_DAY)
