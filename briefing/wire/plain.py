"""Plain JSON values of the model's values: what every part of the wire shares. Standard library only."""

from __future__ import annotations

import dataclasses
import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from briefing.model.brief import MadeBy
from briefing.model.text import Citation, Document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.text import Sentence, Source

__all__ = ["Json", "plain_citation", "plain_sentence", "plain_source", "plain_value", "source_of"]

Json: TypeAlias = dict[str, Any]


def plain_sentence(sentence: Sentence) -> Json:
    """A sentence with its place flat."""
    return {
        "id": sentence.id,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "paragraph": sentence.paragraph,
        "heading": sentence.heading,
        "is_heading": sentence.is_heading,
    }


def plain_source(source: Source) -> Json:
    """A source with its text."""
    return {field.name: plain_value(getattr(source, field.name), {}) for field in dataclasses.fields(source)}


def plain_citation(citation: Citation, text: str) -> Json:
    """A citation with its place flat and the words themselves; `text` is its source's."""
    start, end = citation.span.start, citation.span.end
    return {"sentence": citation.sentence, "start": start, "end": end, "quote": text[start:end]}


def plain_value(value: Any, texts: Mapping[str, str]) -> Any:
    """The plain values of any value of the model; `texts` has the text of each source id, for the quotes."""
    match value:
        case Enum():
            return value.value
        case None | str() | int() | float():
            return value
        case datetime.date():
            return value.isoformat()
        case tuple():
            return [plain_value(item, texts) for item in value]
        case Citation():
            return plain_citation(value, texts.get(source_of(value.sentence), ""))
        case Document():
            return plain_source(value.source) | {
                "sentences": [plain_sentence(sentence) for sentence in value.sentences]
            }
        case MadeBy():
            plain = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
            return plain | {"options": dict(value.options)}
        case _:
            return {field.name: plain_value(getattr(value, field.name), texts) for field in dataclasses.fields(value)}


def source_of(sentence_id: str) -> str:
    """The id of the source that a sentence's id begins with."""
    return sentence_id.rpartition(".")[0]
