"""What `briefing extract` tells of each finding: an analysis in, a row of plain values for each finding of a kind out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefing.model.dates import ResolvedDate
    from briefing.model.findings import Analysis
    from briefing.model.tellings import Telling
    from briefing.model.text import Span

__all__ = ["PROGRAMS", "Kind", "Row", "columns_of", "rows_of"]

PROGRAMS = ("json", "csv")
"""Formats for programs: their rows have offsets, those for readers paragraph and sentence."""

Row = dict[str, object]


class Kind(StrEnum):
    """What can be extracted; each is a field of `Analysis`."""

    ACTORS = "actors"
    EVENTS = "events"
    QUOTES = "quotes"
    QUESTIONS = "questions"
    DATES = "dates"
    FIGURES = "figures"


class _Table(NamedTuple):
    """The columns of a kind, and what fills them: each row with the place of its finding."""

    columns: tuple[str, ...]
    rows: Callable[[Analysis], Iterator[tuple[Span, Row]]]


def columns_of(kind: Kind, format: str) -> tuple[str, ...]:
    """The keys of the rows of a kind in a format."""
    columns = _table_of(kind, format).columns
    if format in PROGRAMS:
        return (*columns, "sentence", "start", "end")
    return (*(column.replace("_", " ") for column in columns), "where")


def rows_of(analysis: Analysis, kind: Kind, format: str) -> list[Row]:
    """The findings of one kind, a row each.

    For programs a row ends with `sentence`, `start` and `end`: half-open code points into the article's text after reading. Events
    are told once, for readers in order of time; JSON has every mention of an event, with the one that it tells again.
    """
    columns = columns_of(kind, format)
    return [
        dict(zip(columns, (*row.values(), *_place(analysis, span, format)), strict=True))
        for span, row in _table_of(kind, format).rows(analysis)
    ]


def _table_of(kind: Kind, format: str) -> _Table:
    if kind is Kind.EVENTS:
        return _EVENTS.get(format, _TIMELINE)
    return _TABLES[kind]


def _place(analysis: Analysis, span: Span, format: str) -> tuple[object, ...]:
    sentence = analysis.document.sentence_at(span.start).id
    if format in PROGRAMS:
        return sentence, span.start, span.end
    paragraph, number = analysis.document.place_of(sentence)
    return (f"¶{paragraph}.{number}",)


def _actors(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    for actor in analysis.actors:
        yield (
            actor.citations[0].span,
            {
                "name": actor.name,
                "kind": actor.kind.value,
                "also": [alias for alias in actor.aliases if alias != actor.name],
                "role": words(actor.role),
                "did": words(actor.did),
                "mentions": len(actor.mentions),
                "salience": round(actor.salience, 2),
            },
        )


def _events(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    """Each event once."""
    from briefing.model.tellings import told_once  # noqa: PLC0415 - help has no need of it

    tell = _teller(analysis)
    for telling in told_once(analysis):
        yield telling.event.clause, tell(telling)


def _mentions(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    """Every mention of an event, retellings and "said" too."""
    from briefing.model.tellings import Telling  # noqa: PLC0415 - see _events

    tell = _teller(analysis)
    for event in analysis.events:
        row = {**tell(Telling.of(event)), "same_as": event.same_as or None, "is_speech": event.is_speech}
        yield event.clause, row


def _teller(analysis: Analysis) -> Callable[[Telling], Row]:
    """Gives the row of an event."""
    words = _words(analysis)
    names = _names(analysis)

    def tell(telling: Telling) -> Row:
        event, when = telling.event, telling.when
        return {
            "id": event.id,
            "first_day": when.first_day.isoformat() if when else None,
            "last_day": when.last_day.isoformat() if when else None,
            "precision": when.precision.value if when else None,
            "approximate": when.approximate if when else None,
            "date_as_written": words(telling.when_words),
            "basis": when.basis.value if when else None,
            "status": event.status.value,
            "trigger": words(event.trigger),
            "who": words(event.who),
            "whom": words(event.whom),
            "what": telling.words(analysis.document),
            "place": words(event.place),
            "said_by": names.get(event.said_by),
            "evidence": words(analysis.document.sentence_at(event.clause.start).span),
        }

    return tell


def _timeline(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    """Each event once, in order of time, dated as a page dates it; the undated ones below."""
    from briefing.model.tellings import timeline_of  # noqa: PLC0415 - see _events

    names = _names(analysis)
    for telling in timeline_of(analysis):
        event = telling.event
        by = names.get(event.said_by)
        yield (
            event.clause,
            {
                "when": _shown_date(analysis, telling),
                "what": telling.words(analysis.document),
                "status": f"{event.status.value} ({by})" if by else event.status.value,
            },
        )


def _shown_date(analysis: Analysis, telling: Telling) -> str | None:
    """The date as a page shows it, and the article's words where it was counted from them and does not hold them, or where they give none."""
    from briefing import pipeline  # noqa: PLC0415 - see _events
    from briefing.model.dates import Basis  # noqa: PLC0415 - see _events

    written = _words(analysis)(telling.when_words)
    if telling.when is None:
        return f"“{written}”" if written else None
    shown = pipeline.date_text(telling.when)
    held = {word.lower()[:3] for word in shown.split()}
    if telling.when.basis is Basis.EXPLICIT or all(word.lower()[:3] in held for word in (written or "").split()):
        return shown
    return f"{shown} (“{written}”)"


def _quotes(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    names = _names(analysis)
    for quote in analysis.quotes:
        yield (
            quote.citations[0].span,
            {
                "speaker": names.get(quote.actor) or words(quote.speaker),
                "kind": quote.kind.value,
                "words": " … ".join(words(part) or "" for part in quote.parts),
                "as": words(quote.speaker),
            },
        )


def _questions(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    names = _names(analysis)
    for question in analysis.questions:
        span = question.citations[0].span
        yield (
            span,
            {
                "kind": question.kind.value,
                "question": question.question or None,
                "cue": words(question.cue),
                "concerns": [names[actor] for actor in question.concerns if actor in names],
                "evidence": words(span),
            },
        )


def _dates(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    for date in analysis.dates:
        yield (
            date.span,
            {
                "words": words(date.span),
                "type": date.type.value,
                "value": date.value or None,
                **_days(date.resolved),
                "rule": date.rule,
            },
        )


def _figures(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    names = _names(analysis)
    for figure in analysis.figures:
        yield (
            figure.span,
            {
                "words": words(figure.span),
                "value": figure.value,
                "unit": figure.unit or None,
                "of": words(figure.of),
                "said_by": names.get(figure.said_by),
            },
        )


_EVENT_COLUMNS = (
    *("id", "first_day", "last_day", "precision", "approximate", "date_as_written", "basis", "status"),
    *("trigger", "who", "whom", "what", "place", "said_by", "evidence"),
)
_EVENTS: Mapping[str, _Table] = {
    "csv": _Table(_EVENT_COLUMNS, _events),
    "json": _Table((*_EVENT_COLUMNS, "same_as", "is_speech"), _mentions),
}
_TIMELINE = _Table(("when", "what", "status"), _timeline)
_TABLES: Mapping[Kind, _Table] = {
    Kind.ACTORS: _Table(("name", "kind", "also", "role", "did", "mentions", "salience"), _actors),
    Kind.QUOTES: _Table(("speaker", "kind", "words", "as"), _quotes),
    Kind.QUESTIONS: _Table(("kind", "question", "cue", "concerns", "evidence"), _questions),
    Kind.DATES: _Table(("words", "type", "value", "first_day", "last_day", "basis", "rule"), _dates),
    Kind.FIGURES: _Table(("words", "value", "unit", "of", "said_by"), _figures),
}


def _words(analysis: Analysis) -> Callable[[Span | None], str | None]:
    """Gives the words of a span in one line, None for none."""
    return lambda span: " ".join(analysis.document.text_of(span).split()) if span else None


def _names(analysis: Analysis) -> dict[str, str]:
    return {actor.id: actor.name for actor in analysis.actors}


def _days(when: ResolvedDate | None) -> Row:
    """The inclusive days of a date and how they were found."""
    return {
        "first_day": when.first_day.isoformat() if when else None,
        "last_day": when.last_day.isoformat() if when else None,
        "basis": when.basis.value if when else None,
    }
