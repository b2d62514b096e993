"""Who, what, when, where, why and how of the main event: an event and the ranked sentences in, the lines of a fact box out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.composition.date_text import date_text
from briefing.lexicon import load_lexicon
from briefing.model.brief import FactLine
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.composition.lines import Lines
    from briefing.model.findings import Event

__all__ = ["fact_lines"]

SEARCHED = 8
"""Sentences, best first, in which the reason and the manner are looked for after the main one."""

FEWEST_WORDS = 3
"""Words of a reason or a manner that says something."""


def fact_lines(lines: Lines, main: Event | None) -> list[FactLine]:
    """Who, what, when, where, why and how of the main event, in that order; what the text does not say is missing."""
    if main is None:
        return []
    facts = [
        _fact(lines, "Who", (main.who,) if main.who is not None else ()),
        _fact(lines, "What", main.parts),
        _when(lines, main),
        _fact(lines, "Where", (main.place,) if main.place is not None else ()),
        _fact(lines, "Why", _told_by(lines, main, "why")),
        _fact(lines, "How", _told_by(lines, main, "how")),
    ]
    return [fact for fact in facts if fact is not None]


def _fact(lines: Lines, label: str, parts: Sequence[Span], *, text: str = "") -> FactLine | None:
    if not parts:
        return None
    span = Span(parts[0].start, parts[-1].end)
    shown = text or lines.openings.shown(parts)
    return FactLine(shown, (lines.document.cite(span),), lines.provenance.known(span), 1.0, label=label)


def _when(lines: Lines, main: Event) -> FactLine | None:
    """The date in the article's words, with the day it means in brackets; that day alone where the text gives no words for it."""
    when = main.shown_when
    day = f"[{date_text(when)}]" if when is not None else ""
    if main.when_words is not None:
        words = lines.openings.shown((main.when_words,))
        return _fact(lines, "When", (main.when_words,), text=f"{words} {day}".strip())
    return _fact(lines, "When", (main.trigger,), text=day) if day else None


@cache
def _opening(key: str) -> re.Pattern[str]:
    """What a reason or a manner opens with, at the start of a word."""
    phrases = sorted(load_lexicon("composition").ordered(f"facts.{key}"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE)


def _told_by(lines: Lines, main: Event, key: str) -> Sequence[Span]:
    """The words from such an opening to the end of its clause, in the main event's sentence or the best-ranked others."""
    ranked = sorted(lines.position, key=lambda name: lines.position[name])[:SEARCHED]
    for name in dict.fromkeys((main.citations[0].sentence, *ranked)):
        sentence = lines.document.sentence(name)
        found = _opening(key).search(lines.document.source.text, sentence.span.start, sentence.span.end)
        if found is None:
            continue
        end = re.compile(r"[,;:.!?–—”\"]|$").search(lines.document.source.text, found.end(), sentence.span.end)
        span = Span(found.start(), end.start() if end else sentence.span.end)
        if lines.count_words((span,)) >= FEWEST_WORDS:
            return (span,)
    return ()
