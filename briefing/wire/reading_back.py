"""A brief read back from plain values, and the schema of those: pydantic models of the wire's shape.

They are derived from the model's dataclasses, so that the two cannot drift apart. pydantic is imported here alone.
"""

from __future__ import annotations

import dataclasses
import datetime
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, ValidationError, create_model

from briefing.model import brief as brief_model
from briefing.model import dates as date_model
from briefing.model import findings as finding_model
from briefing.model import text as text_model
from briefing.model.brief import Brief, MadeBy
from briefing.model.text import Citation, Document, Sentence, Source, Span
from briefing.wire.plain import source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel

    from briefing.wire.plain import Json

__all__ = ["read_back", "schema_of_briefs"]


def read_back(value: Json) -> Brief:
    """The brief that plain values stand for.

    Raises:
        ValueError: They have another shape, or a quote is not what its source says.
    """
    try:
        page = _wire_model(Brief).model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        message = f"{where}: {first['msg']}"
        raise ValueError(message) from error
    texts = {source.id: source.text for source in page.sources}  # type: ignore[attr-defined]
    return _revive(Brief, page, texts)  # type: ignore[no-any-return]


def schema_of_briefs() -> Json:
    """The JSON Schema of a brief's plain values, the version of the schema a number."""
    return _wire_model(Brief).model_json_schema()


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
    text = texts.get(source_of(value.sentence), "")
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
