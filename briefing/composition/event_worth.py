"""How much an event moves the story: an event and its page's candidates in, a number between 0 and 1 out.

A logistic model over signs that a reader can follow; the weights are in `composition.toml`, fitted by `bench/fit_events.py` on gold pages.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.dates import Basis, Precision
from briefing.model.findings import EventStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.composition.lines import Lines
    from briefing.model.findings import Event

__all__ = ["event_signs", "event_worth"]

FIRST = 3
"""Sentences that count as the opening of the text."""

USUAL_CLAUSE, SHORT_CLAUSE = 12, 5
"""Words of a clause that tells its event fully, and below which it hardly does."""

BEFORE_VERB, AUXILIARIES = 40, 3
"""Letters, and words, before a verb among which its auxiliaries stand."""

QUOTATION_MARKS = ('"', "“", "``", "«")

LONG_WORD = 4
"""Letters from which a word of the title says what the story is about; lemmas are compared by their first letters, one more."""


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


@cache
def _weights() -> Mapping[str, float]:
    return load_lexicon("composition").table("event_weights")


def event_worth(lines: Lines, event: Event, retold: int) -> float:
    """How likely an editor would put the event on a timeline, 0 to 1; `retold`: how many more mentions tell it."""
    weights = _weights()
    total = sum(weights[name] * value for name, value in event_signs(lines, event, retold).items())
    # Rounded: the last digits of an exponential may differ between machines.
    return round(1 / (1 + math.exp(-total)), 4)


def event_signs(lines: Lines, event: Event, retold: int) -> dict[str, float]:
    """The signs by which an event is weighed, by name; each is between 0 and 3."""
    document = lines.document
    place = document.index_at(event.trigger.start)
    lemma = event.lemma.split()[0]
    is_act = event.is_speech and lemma in _words("verbs.speech_acts")
    salience = [lines.actors[actor].salience for actor in event.actors if actor in lines.actors]
    words = [word.lower().strip(".,") for part in event.parts for word in document.text_of(part).split()]
    return {
        "bias": 1.0,
        "rank": lines.worth_of(event.citations[0].sentence),
        "opening": float(place < FIRST),
        "place": place / max(1, len(document.sentences)),
        "opens_paragraph": float(
            place == 0 or document.sentences[place - 1].paragraph != document.sentences[place].paragraph
        ),
        **{f"is_{status.value}": float(event.status is status) for status in EventStatus},
        **_date_signs(event),
        "depth": float(min(event.depth, 3)),
        "is_noun": float(event.is_noun),
        "is_pluperfect": float(_is_pluperfect(lines, event)),
        "is_speech": float(event.is_speech and not is_act),
        "is_speech_act": float(is_act),
        "is_state": float(lemma in _words("verbs.states")),
        "has_actor": float(bool(salience)),
        "has_object": float(event.whom is not None),
        "retold": float(min(3, retold)),
        "clause": min(2.0, len(words) / USUAL_CLAUSE),
        "is_short": float(len(words) < SHORT_CLAUSE),
        "holds_quotation": float(any(mark in word for word in words for mark in QUOTATION_MARKS)),
        **_title_signs(lemma, words, lines.title_words),
    }


def _is_pluperfect(lines: Lines, event: Event) -> bool:
    """True iff an event lay behind what the text tells there: "had already been issued"."""
    if event.is_noun:
        return False
    before = lines.document.source.text[max(0, event.trigger.start - BEFORE_VERB) : event.trigger.start].lower().split()
    return not {"had", "’d"}.isdisjoint(before[-AUXILIARIES:])


def _date_signs(event: Event) -> dict[str, float]:
    """How the event is dated: by words of its own, exactly, by its sentence, or by the day's news."""
    when = event.shown_when
    basis = when.basis if when is not None else None
    has_own = basis in (Basis.EXPLICIT, Basis.RELATIVE) or (when is None and event.when_words is not None)
    is_fine = when is not None and when.precision in (Precision.DAY, Precision.WEEK, Precision.MONTH)
    return {
        "has_date": float(has_own),
        "has_fine_date": float(has_own and is_fine),
        "inherits_date": float(basis is Basis.INHERITED),
        "is_of_the_day": float(basis is Basis.PUBLICATION),
    }


def _title_signs(lemma: str, words: Sequence[str], title: frozenset[str]) -> dict[str, float]:
    """Whether the title speaks of the event."""
    stems = {word[: LONG_WORD + 1] for word in title}
    return {
        "is_in_title": float(lemma[: LONG_WORD + 1] in stems),
        "title_words": min(3, sum(word in title for word in words)) / 3,
    }
