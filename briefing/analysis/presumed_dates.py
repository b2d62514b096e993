"""The day that an event most likely has where no words govern it: events and spaCy's tokens in, events out.

That is the date of its sentence which stands nearest to it, else the day of publication: of news, two in three happened then or were
told of that day. Background has none. A presumed day (`Basis.PRESUMED`) is approximate, has no `when_words` and stands on no
page: what a page shows is right or absent.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from briefing.analysis.told_verbs import clause_verb
from briefing.model.dates import Basis, Precision, ResolvedDate
from briefing.model.findings import EventStatus

if TYPE_CHECKING:
    import datetime

    from spacy.tokens import Token

    from briefing.analysis.event_dates import EventDates
    from briefing.model.findings import Event
    from briefing.model.text import Span

__all__ = ["with_presumed_date"]


def with_presumed_date(
    event: Event, token: Token, *, sentence: Span, dating: EventDates, published: datetime.date | None
) -> Event:
    """The event, dated to the day that its sentence or the news suggests where it has no date and no words for one."""
    if event.when is not None or event.when_words is not None:
        return event
    when = _of_sentence(event, sentence, dating)
    if when is None and published is not None and not _is_background(token):
        when = ResolvedDate(published, published, Precision.DAY, Basis.PRESUMED, published, approximate=True)
    return event if when is None else dataclasses.replace(event, when=when)


def _of_sentence(event: Event, sentence: Span, dating: EventDates) -> ResolvedDate | None:
    """The date of a sentence that stands nearest to an event and is not at odds with its status, or None."""
    is_told = event.status not in (EventStatus.PLANNED, EventStatus.POSSIBLE)
    near = [
        (max(date.span.start - event.trigger.end, event.trigger.start - date.span.end), date.resolved)
        for date in dating.inside(sentence)
        if date.resolved is not None and dating.is_ahead(date.resolved) != is_told
    ]
    if not near:
        return None
    _, when = min(near, key=lambda row: row[0])
    return dataclasses.replace(when, basis=Basis.PRESUMED, approximate=True)


def _is_background(token: Token) -> bool:
    """True iff an event is told as older or as lying ahead: past perfect, relative clause, modal, simple present."""
    verb = clause_verb(token)
    if verb.dep_ in ("relcl", "acl"):
        return True
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ == "had" for child in helpers):
        return True
    return token.pos_ == "VERB" and (verb.tag_ in ("VBZ", "VBP") or any(child.tag_ == "MD" for child in helpers))
