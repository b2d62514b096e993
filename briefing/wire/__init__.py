"""Plain JSON values of an analysis or a brief, JSON out and in, and the JSON Schema of a brief.

The shape is the one of the model with three differences that make it easy to use from any language: a citation carries its place
flat and the words themselves (`{sentence, start, end, quote}`), a source carries its text and its sentences, and made_by's options
are an object. All offsets are half-open code points of the source's `text`. `findings` writes an analysis, `plain` any value of a
brief, `reading_back` reads one; pydantic is imported there alone, and only to read JSON and to make the schema.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model.brief import Brief
from briefing.wire.findings import plain_analysis
from briefing.wire.plain import plain_value

if TYPE_CHECKING:
    from briefing.model.findings import Analysis
    from briefing.wire.plain import Json

__all__ = ["SCHEMA_VERSION", "dump_json", "from_json", "json_schema", "to_dict", "to_json"]

SCHEMA_VERSION = 1
"""Grows when a key changes its meaning or goes; a new key alone does not change it."""

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
        texts = {document.source.id: document.source.text for document in value.sources}
        return {"schema_version": SCHEMA_VERSION, **plain_value(value, texts)}
    return {"schema_version": SCHEMA_VERSION, **plain_analysis(value)}


def to_json(brief: Brief) -> str:
    """A brief as JSON, with its sources and their text, so that it can be read again alone."""
    return dump_json(to_dict(brief))


def from_json(text: str) -> Brief:
    """The brief that `to_json` wrote.

    Raises:
        InputError: The text is no JSON, has another shape or schema version, or a quote is not what its source says.
    """
    from briefing.wire.reading_back import read_back  # noqa: PLC0415 - pydantic waits until it is needed

    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("json", f"is no JSON: {error}") from error
    if not isinstance(value, dict) or value.get("schema_version") != SCHEMA_VERSION:
        raise InputError(
            "json", "is no brief of this schema version", remedy=f"make it again (version {SCHEMA_VERSION})"
        )
    try:
        return read_back(value)
    except ValueError as error:
        raise InputError("json", f"is no brief: {error}") from error


def json_schema() -> Json:
    """The JSON Schema (draft 2020-12) of what `to_json` writes."""
    from briefing.wire.reading_back import schema_of_briefs  # noqa: PLC0415 - see from_json

    schema = schema_of_briefs()
    schema["properties"]["schema_version"] = {"const": SCHEMA_VERSION, "title": "Schema Version", "type": "integer"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
