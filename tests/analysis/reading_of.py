"""Texts as the extractors see them: segmented and parsed, for tests that load the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.dates import find_dates
from briefing.analysis.events import find_events
from briefing.analysis.parse import Parsed, parse_document
from briefing.model.text import Source
from briefing.segment import segment_source

if TYPE_CHECKING:
    import datetime

    from spacy.tokens import Token

    from briefing.model.findings import Event

__all__ = ["event_of", "events_of", "parsed", "token_of"]


def parsed(text: str, published: datetime.date | None = None) -> Parsed:
    """The parse of a text."""
    return parse_document(segment_source(Source.from_text(text, published=published)))


def token_of(read: Parsed, word: str) -> Token:
    """The first token with this text."""
    return next(token for doc in read.docs for token in doc if token.text == word)


def events_of(text: str, published: datetime.date | None = None) -> tuple[Parsed, list[Event]]:
    """The events of a text without actors or quotes; dated where a day of publication is given."""
    read = parsed(text, published)
    dates = tuple(find_dates(read.document, published=published, tense_at=read.tense_at)) if published else ()
    return read, list(find_events(read, actors=ActorIndex(()), dates=dates, quotes=()))


def event_of(text: str, trigger: str, published: datetime.date | None = None) -> tuple[Parsed, Event]:
    """The event with this trigger."""
    read, events = events_of(text, published)
    return read, next(event for event in events if read.document.text_of(event.trigger) == trigger)
