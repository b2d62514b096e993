"""bytes -> Source: the only place where an article is read, decoded and cleaned.

In goes a path, or "-" for standard input; out comes a `Source` whose text is clean of markup and of control characters. `files` does the
input, `formats` tells what the bytes are, `decoding` turns them into text, `plain`, `markdown` and `html` find the article in it,
`cleaning` cleans it, `datelines` reads its date, `languages` its language.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from briefing.errors import InputError, UsageError
from briefing.model.text import Source, Span
from briefing.reading.cleaning import clean_text, one_line
from briefing.reading.datelines import find_dateline
from briefing.reading.decoding import decode
from briefing.reading.files import MAX_BYTES, read_bytes
from briefing.reading.formats import Format, find_format, refuse_binary
from briefing.reading.languages import detect_language

if TYPE_CHECKING:
    import datetime

    from briefing.reading.drafts import Draft

__all__ = ["MAX_BYTES", "finish_draft", "read_source"]

_WORD = re.compile(r"[^\W_]")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def read_source(
    origin: str, *, source_id: str = "a1", published: datetime.date | None = None, limit: int = MAX_BYTES
) -> Source:
    """The article in a file, or on standard input for "-".

    Args:
        origin: The path, or "-".
        source_id: The source's id, unique in one run.
        published: The day of publication, when the caller knows better than the article.
        limit: The most bytes that are read.

    Raises:
        InputError: The article cannot be read; its `code` says why.
        UsageError: The origin is a web address.
    """
    if _URL.match(origin):
        raise UsageError("web addresses are not read yet", where=origin, remedy="save the page and give the file")
    where = "standard input" if origin == "-" else origin
    data = read_bytes(origin, limit=limit)
    refuse_binary(data, where=where)
    text = decode(data, where=where)
    if not _WORD.search(text):
        raise InputError("empty", "the file holds no words", where=where, remedy="give a file with an article in it")
    draft = _read_draft(text, origin, where)
    return finish_draft(draft, origin=origin, where=where, source_id=source_id, published=published)


def _read_draft(text: str, origin: str, where: str) -> Draft:
    """What the reader of the text's format finds."""
    match find_format(text, origin):
        case Format.HTML:
            from briefing.reading.html import read_html  # noqa: PLC0415 - heavy

            return read_html(text, where=where)
        case Format.MARKDOWN:
            from briefing.reading.markdown import read_markdown  # noqa: PLC0415 - heavy

            return read_markdown(text, where=where)
        case Format.FEED | Format.JSON as other:
            what = f"{other.value} is not read yet"
            raise InputError("no_text", what, where=where, remedy="give one article as text, Markdown or HTML")
        case _:
            from briefing.reading.plain import read_plain  # noqa: PLC0415 - its siblings wait too

            return read_plain(text)


def finish_draft(draft: Draft, *, origin: str, where: str, source_id: str, published: datetime.date | None) -> Source:
    """The source of a draft: its blocks joined, its date, language and hash found."""
    parts: list[str] = []
    headings: list[Span] = []
    length = 0
    for block in draft.blocks:
        words = clean_text(block.text)
        if not words:
            continue
        start = length + 2 if parts else 0
        parts.append(words)
        length = start + len(words)
        if block.is_heading:
            headings.append(Span(start, length))
    text = "\n\n".join(parts)
    if not text:
        raise InputError(
            "no_text", "no article was found in it", where=where, remedy="give a file with an article in it"
        )
    day, day_from = published, "option" if published else ""
    if day is None:
        day, day_from = draft.published, draft.published_from if draft.published else ""
    if day is None:
        day = find_dateline(text)
        day_from = "dateline" if day else ""
    return Source(
        id=source_id,
        text=text,
        origin=origin,
        title=one_line(draft.title),
        author=one_line(draft.author),
        site=one_line(draft.site),
        published=day,
        published_from=day_from,
        language=detect_language(text),
        headings=tuple(headings),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
