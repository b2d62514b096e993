"""Plain JSON values of an analysis: an object a finding, spans flat or as `{start, end}`. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.wire.plain import plain_citation, plain_sentence, plain_source

if TYPE_CHECKING:
    from briefing.model.dates import DateMention, ResolvedDate
    from briefing.model.findings import Actor, Analysis, Event, Figure, Question, Quote
    from briefing.model.text import Span
    from briefing.wire.plain import Json

__all__ = ["plain_analysis"]


def plain_analysis(analysis: Analysis) -> Json:
    """The findings of an analysis with its source and its sentences, each list in text order."""
    document = analysis.document

    def cited(finding: Any) -> Json:
        return {"citations": [plain_citation(citation, document.source.text) for citation in finding.citations]}

    return {
        "source": plain_source(document.source),
        "sentences": [plain_sentence(sentence) for sentence in document.sentences],
        "dates": [_date_mention(mention) for mention in analysis.dates],
        "actors": [_actor(actor) | cited(actor) for actor in analysis.actors],
        "events": [_event(event) | cited(event) for event in analysis.events],
        "quotes": [_quote(quote) | cited(quote) for quote in analysis.quotes],
        "questions": [_question(question) | cited(question) for question in analysis.questions],
        "figures": [_figure(figure) | cited(figure) for figure in analysis.figures],
        "gaps": list(analysis.gaps),
    }


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _days(when: ResolvedDate | None) -> Json | None:
    if when is None:
        return None
    return {
        "first_day": when.first_day.isoformat(),
        "last_day": when.last_day.isoformat(),
        "precision": when.precision.value,
        "basis": when.basis.value,
        "anchor": when.anchor.isoformat() if when.anchor else None,
        "approximate": when.approximate,
    }


def _date_mention(mention: DateMention) -> Json:
    days = _days(mention.resolved) or dict.fromkeys(
        ("first_day", "last_day", "precision", "basis", "anchor", "approximate")
    )
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "type": mention.type.value,
        "value": mention.value or None,
        **days,
        "mod": mention.mod or None,
        "rule": mention.rule or None,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "role": _span(actor.role),
        "did": _span(actor.did),
        "salience": actor.salience,
        "mentions": [
            {"start": mention.span.start, "end": mention.span.end, "kind": mention.kind.value, "how": mention.how}
            for mention in actor.mentions
        ],
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "trigger": _span(event.trigger),
        "lemma": event.lemma,
        "start": event.clause.start,
        "end": event.clause.end,
        "parts": [_span(part) for part in event.parts],
        "actors": list(event.actors),
        "who": _span(event.who),
        "whom": _span(event.whom),
        "when": _days(event.when),
        "when_words": _span(event.when_words),
        "place": _span(event.place),
        "status": event.status.value,
        "said_by": event.said_by or None,
        "same_as": event.same_as or None,
        "is_speech": event.is_speech,
        "is_noun": event.is_noun,
        "depth": event.depth,
    }


def _quote(quote: Quote) -> Json:
    return {
        "id": quote.id,
        "start": min((part.start for part in quote.parts), default=0),
        "end": max((part.end for part in quote.parts), default=0),
        "parts": [_span(part) for part in quote.parts],
        "kind": quote.kind.value,
        "speaker": _span(quote.speaker),
        "actor": quote.actor or None,
        "cue": _span(quote.cue),
        "source": quote.source.value,
    }


def _question(question: Question) -> Json:
    return {
        "id": question.id,
        "kind": question.kind.value,
        "question": question.question or None,
        "cue": _span(question.cue),
        "sentence": question.citations[0].sentence if question.citations else None,
        "due": _days(question.due),
        "concerns": list(question.concerns),
        "weight": question.weight,
    }


def _figure(figure: Figure) -> Json:
    return {
        "id": figure.id,
        "start": figure.span.start,
        "end": figure.span.end,
        "value": figure.value,
        "unit": figure.unit or None,
        "of": _span(figure.of),
        "when": _days(figure.when),
        "said_by": figure.said_by or None,
    }
