"""Many articles in one file: JSON Lines, one object a line, as `CorpusRow`s. A bad line is told and does not end the reading.

    {"id": "1", "text": "The article.", "reference": "A summary.", "title": "A headline", "published": "2024-03-14"}

`text` must be there; `reference` (or `references`: a text, or a list of several) where the caller needs it; the others may be null or missing,
and further keys are left alone. Lines are read one at a time, so that a corpus may be larger than memory.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any

from briefing.errors import InputError
from briefing.model.corpora import CorpusRow
from briefing.reading import finish_draft
from briefing.reading.cleaning import one_line
from briefing.reading.datelines import parse_day
from briefing.reading.drafts import Block, Draft
from briefing.reading.files import read_lines
from briefing.reading.formats import refuse_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_corpus"]

_WORD = re.compile(r"[^\W_]")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LINE = "each line holds one JSON object"
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "a text"}


class _RowError(Exception):
    """What is wrong with one line, and what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


def read_corpus(origin: str, *, references_needed: bool = False) -> Iterator[CorpusRow | InputError]:
    """The rows of a JSON Lines file, or of standard input for "-", in order; for a line that is none, the error that says why.

    Args:
        origin: The path, or "-".
        references_needed: True where a row without a reference is at fault.

    Raises:
        InputError: The file cannot be read, is no text in UTF-8, is one JSON array, or has no line that is not blank.
    """
    where = "standard input" if origin == "-" else origin
    is_empty = True
    for number, data in enumerate(read_lines(origin), start=1):
        if number == 1:
            _refuse_other_files(data, where)
        line = data.removeprefix(codecs.BOM_UTF8) if number == 1 else data
        if not line.strip():
            continue
        is_empty = False
        place = f"{where}:{number}"
        try:
            yield _row(line, number, place, references_needed=references_needed)
        except _RowError as fault:
            yield InputError("row", fault.what, where=place, remedy=fault.remedy)
        except InputError as error:
            yield error
    if is_empty:
        raise InputError("empty", "there is no row in it", where=where, remedy=f"give a JSON Lines file: {_LINE}")


def _refuse_other_files(first_line: bytes, where: str) -> None:
    """Raises for what is another kind of file as a whole, by its first line."""
    if first_line.startswith(_WIDE_MARKS):
        raise InputError("encoding", "it is no UTF-8", where=where, remedy="save it as UTF-8 and try again")
    refuse_binary(first_line, where=where)
    if b"\x00" in first_line:
        raise InputError("binary", "is no text", where=where, remedy=f"give a JSON Lines file: {_LINE}")
    if first_line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
        what = "it begins as a JSON array"
        raise InputError("no_text", what, where=where, remedy=f"{_LINE}: jq -c '.[]' makes lines of an array")


def _row(line: bytes, number: int, place: str, *, references_needed: bool) -> CorpusRow:
    """The row of a line.

    Raises:
        _RowError: It is none.
    """
    value = _object(line)
    text = _text(value, "text")
    if text is None:
        raise _RowError("it has no 'text'", "give it the article as 'text'")
    if not _WORD.search(text):
        raise _RowError("its 'text' holds no words", "give it the article, or take the line out")
    references = _references(value)
    if references_needed and not references:
        raise _RowError("it has no 'reference'", "give it a summary to compare with, or take the line out")
    name = value.get("id")
    published = _text(value, "published")
    day = parse_day(published) if published else None
    if published and not day:
        raise _RowError(f"'published' is no date: {one_line(published, 40)!r}", "write it as YYYY-MM-DD, or null")
    draft = Draft((Block(text),), title=_text(value, "title") or "", published=day, published_from="metadata")
    source = finish_draft(draft, origin=place, where=place, source_id=f"a{number}", published=None)
    return CorpusRow(number, one_line(str(number if name is None else name)), source, references)


def _object(line: bytes) -> dict[str, Any]:
    """The JSON object of a line.

    Raises:
        _RowError: There is none.
    """
    try:
        value = json.loads(line.decode("utf-8").strip())
    except UnicodeDecodeError as error:
        what = f"it is not UTF-8 (byte {line[error.start]:#04x} at {error.start + 1})"
        raise _RowError(what, "save the file as UTF-8") from None
    except json.JSONDecodeError as error:
        raise _RowError(
            f"it is not JSON: {error.msg.removesuffix(' at').lower()} at character {error.pos + 1}", _LINE
        ) from None
    except (ValueError, RecursionError):
        raise _RowError("it holds a number too long or lists too deep", _LINE) from None
    if not isinstance(value, dict):
        raise _RowError(f"it is {_kind(value)}, not an object", f"{_LINE} with a 'text'")
    return value


def _text(value: dict[str, Any], key: str) -> str | None:
    """The text under a key, None where there is none.

    Raises:
        _RowError: Something else is there.
    """
    found = value.get(key)
    if found is None or isinstance(found, str):
        return found
    raise _RowError(f"its '{key}' is {_kind(found)}, not a text", "put it in quotation marks")


def _references(value: dict[str, Any]) -> tuple[str, ...]:
    """The references that hold words, under either key.

    Raises:
        _RowError: What is there is neither a text nor a list of texts.
    """
    for key in ("references", "reference"):
        found = value.get(key)
        if found is None:
            continue
        several = [found] if isinstance(found, str) else found
        if not isinstance(several, list) or not all(isinstance(each, str) for each in several):
            raise _RowError(f"its '{key}' is neither a text nor a list of texts", "give one text, or a list of them")
        return tuple(each for each in several if _WORD.search(each))
    return ()


def _kind(value: object) -> str:
    """What a JSON value is, in a user's words."""
    return "null" if value is None else _KINDS[type(value)]
