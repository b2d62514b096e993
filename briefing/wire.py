"""Plain JSON values of an analysis or a brief, JSON out and in, and the JSON Schema of a brief.

The shape is the one of the model with three differences that make it easy to use from any language: a citation carries its place
flat and the words themselves (`{sentence, start, end, quote}`), a source carries its text and its sentences, and made_by's options
are an object. All offsets are half-open code points of the source's `text`. pydantic is imported here alone, and only to read JSON
and to make the schema; writing needs the standard library only.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin, get_type_hints

from briefing.errors import InputError
from briefing.model import brief as brief_model
from briefing.model import dates as date_model
from briefing.model import findings as finding_model
from briefing.model import text as text_model
from briefing.model.brief import Brief, MadeBy
from briefing.model.findings import Actor, Analysis, Event, Figure, Question, Quote
from briefing.model.text import Citation, Document, Sentence, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel

    from briefing.model.dates import DateMention, ResolvedDate

__all__ = ["SCHEMA_VERSION", "dump_json", "from_json", "json_schema", "to_dict", "to_json"]

SCHEMA_VERSION = 1
"""Grows when a key changes its meaning or goes; a new key alone does not change it."""

Json: TypeAlias = dict[str, Any]

# DEL, C1, line separators, marks and overrides of direction, lone surrogates, byte order mark: valid in JSON as they are, but no
# terminal and no encoder should meet them. C0 is escaped by json itself.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def dump_json(value: object) -> str:
    """Indented JSON of plain values, with a final line feed; readable as UTF-8, control characters written as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def to_dict(value: Analysis | Brief) -> Json:
    """The plain JSON values (dict, list, str, int, float, bool, None) of an analysis or a brief."""
    if isinstance(value, Brief):
        return _brief(value)
    return _analysis(value)


def to_json(brief: Brief) -> str:
    """A brief as JSON, with its sources and their text, so that it can be read again alone."""
    return dump_json(to_dict(brief))


def from_json(text: str) -> Brief:
    """The brief that `to_json` wrote.

    Raises:
        InputError: The text is no JSON, has another shape or schema version, or a quote is not what its source says.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - a heavy import waits until it is needed

    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("json", f"is no JSON: {error}") from error
    if not isinstance(value, dict) or value.get("schema_version") != SCHEMA_VERSION:
        raise InputError(
            "json", "is no brief of this schema version", remedy=f"make it again (version {SCHEMA_VERSION})"
        )
    try:
        page = _wire_model(Brief).model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError("json", f"is no brief: {where}: {first['msg']}") from error
    texts = {source.id: source.text for source in page.sources}  # type: ignore[attr-defined]
    try:
        return _revive(Brief, page, texts)  # type: ignore[no-any-return]
    except ValueError as error:
        raise InputError("json", f"is no brief: {error}") from error


def json_schema() -> Json:
    """The JSON Schema (draft 2020-12) of what `to_json` writes."""
    schema = _wire_model(Brief).model_json_schema()
    schema["properties"]["schema_version"] = {"const": SCHEMA_VERSION, "title": "Schema Version", "type": "integer"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


# ---- out: an analysis


def _analysis(analysis: Analysis) -> Json:
    document = analysis.document

    def cited(finding: Any) -> Json:
        return {"citations": [_citation(citation, document.source.text) for citation in finding.citations]}

    return {
        "schema_version": SCHEMA_VERSION,
        "source": _source(document.source),
        "sentences": [_sentence(sentence) for sentence in document.sentences],
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


def _sentence(sentence: Sentence) -> Json:
    return {
        "id": sentence.id,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "paragraph": sentence.paragraph,
        "heading": sentence.heading,
        "is_heading": sentence.is_heading,
    }


def _source(source: Source) -> Json:
    return {field.name: _plain(getattr(source, field.name), {}) for field in dataclasses.fields(source)}


def _citation(citation: Citation, text: str) -> Json:
    start, end = citation.span.start, citation.span.end
    return {"sentence": citation.sentence, "start": start, "end": end, "quote": text[start:end]}


# ---- out: a brief


def _brief(brief: Brief) -> Json:
    texts = {document.source.id: document.source.text for document in brief.sources}
    return {"schema_version": SCHEMA_VERSION, **_plain(brief, texts)}


def _plain(value: Any, texts: Mapping[str, str]) -> Any:
    """The plain values of any value of the model; `texts` has the text of each source id, for the quotes."""
    match value:
        case Enum():
            return value.value
        case None | str() | int() | float():
            return value
        case datetime.date():
            return value.isoformat()
        case tuple():
            return [_plain(item, texts) for item in value]
        case Citation():
            return _citation(value, texts.get(_source_of(value.sentence), ""))
        case Document():
            return _source(value.source) | {"sentences": [_sentence(sentence) for sentence in value.sentences]}
        case MadeBy():
            plain = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
            return plain | {"options": dict(value.options)}
        case _:
            return {field.name: _plain(getattr(value, field.name), texts) for field in dataclasses.fields(value)}


def _source_of(sentence_id: str) -> str:
    return sentence_id.rpartition(".")[0]


# ---- in: pydantic models of the shape above, derived from the dataclasses, so that the two cannot drift apart


@dataclasses.dataclass(frozen=True)
class _FlatCitation:
    """How a `Citation` is written."""

    sentence: str
    start: int
    end: int
    quote: str


@dataclasses.dataclass(frozen=True)
class _FlatSentence:
    """How a `Sentence` is written."""

    id: str
    start: int
    end: int
    paragraph: int
    heading: str = ""
    is_heading: bool = False


_FLAT: Mapping[type, type] = {Citation: _FlatCitation, Sentence: _FlatSentence}


@cache
def _hints(cls: type) -> dict[str, Any]:
    """The types of a dataclass's fields; the model imports the names only for type checkers, so they are handed in here."""
    names: dict[str, Any] = {"datetime": datetime}
    for module in (text_model, date_model, finding_model, brief_model):
        names |= {name: getattr(module, name) for name in module.__all__}
    hints = get_type_hints(cls, localns=names)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}


@cache
def _wire_model(cls: type) -> type[BaseModel]:
    """The pydantic model of what a dataclass of the model looks like in JSON."""
    from pydantic import ConfigDict, create_model  # noqa: PLC0415 - see from_json

    shape = _FLAT.get(cls, cls)
    fields: dict[str, Any] = {name: (_wire_type(hint), ...) for name, hint in _hints(shape).items()}
    if cls is Document:
        fields = {name: (_wire_type(hint), ...) for name, hint in _hints(Source).items()}
        fields["sentences"] = (list[_wire_model(Sentence)], ...)  # type: ignore[misc]
    elif cls is MadeBy:
        fields["options"] = (dict[str, str], ...)
    elif cls is Brief:
        fields = {"schema_version": (int, ...), **fields}
    description = (cls.__doc__ or "").split("\n", 1)[0]
    name = "Source" if cls is Document else cls.__name__
    # Numbers are told from strings and truth values; keys of later versions are welcome.
    model: type[BaseModel] = create_model(name, __config__=ConfigDict(extra="ignore"), __doc__=description, **fields)
    return model


def _wire_type(hint: Any) -> Any:
    """The type of a field in JSON: arrays for tuples, objects for dataclasses, everything else as it is."""
    if get_origin(hint) is UnionType:
        first, *_ = (part for part in get_args(hint) if part is not NoneType)
        return _wire_type(first) | None
    if get_origin(hint) is tuple:
        return list[_wire_type(get_args(hint)[0])]  # type: ignore[misc]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _wire_model(hint)
    return hint


def _revive(hint: Any, value: Any, texts: Mapping[str, str]) -> Any:
    """The value of the model that a validated value stands for."""
    if value is None:
        return None
    if get_origin(hint) is UnionType:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is tuple:
        return tuple(_revive(get_args(hint)[0], item, texts) for item in value)
    if not (dataclasses.is_dataclass(hint) and isinstance(hint, type)):
        return value
    special = _REVIVED.get(hint)
    if special:
        return special(value, texts)
    return hint(**{name: _revive(kind, getattr(value, name), texts) for name, kind in _hints(hint).items()})


def _revive_citation(value: Any, texts: Mapping[str, str]) -> Citation:
    text = texts.get(_source_of(value.sentence), "")
    if text[value.start : value.end] != value.quote:
        message = f"the words cited from {value.sentence} ({value.start} to {value.end}) are not those of the source"
        raise ValueError(message)
    return Citation(value.sentence, Span(value.start, value.end))


def _revive_document(value: Any, texts: Mapping[str, str]) -> Document:
    source = Source(**{name: _revive(kind, getattr(value, name), texts) for name, kind in _hints(Source).items()})
    sentences = tuple(
        Sentence(each.id, Span(each.start, each.end), each.paragraph, each.heading, each.is_heading)
        for each in value.sentences
    )
    return Document(source, sentences)


def _revive_made_by(value: Any, _: Mapping[str, str]) -> MadeBy:
    return MadeBy(value.version, value.model, value.template, value.template_sha256, tuple(value.options.items()))


_REVIVED: Mapping[type, Callable[[Any, Mapping[str, str]], Any]] = {
    Citation: _revive_citation,
    Document: _revive_document,
    MadeBy: _revive_made_by,
}
