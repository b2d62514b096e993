"""What the bytes of an input are: by content first, by the file's ending second. Standard library only."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath

from briefing.errors import InputError

__all__ = ["Format", "find_format", "refuse_binary"]


class Format(StrEnum):
    """The format of a text; the values are words for the user."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    FEED = "an XML file or feed"
    JSON = "JSON"


_SAVE = "save it as text, Markdown or HTML"
_UNPACK = "unpack it and give the files"
# (offset, first bytes, code, what it is, remedy). The numbers are those of the formats' own specifications.
_MAGIC: tuple[tuple[int, bytes, str, str, str], ...] = (
    (0, b"%PDF-", "binary", "PDF is not read yet", _SAVE),
    (0, b"{\\rtf", "binary", "RTF is not read yet", _SAVE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "legacy_format", "old Office files are not read", _SAVE),
    (0, b"\x1f\x8b", "binary", "is compressed (gzip)", _UNPACK),
    (0, b"BZh", "binary", "is compressed (bzip2)", _UNPACK),
    (0, b"\xfd7zXZ\x00", "binary", "is compressed (xz)", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "binary", "is compressed (zstd)", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "binary", "is an archive (7z)", _UNPACK),
    (0, b"Rar!\x1a\x07", "binary", "is an archive (rar)", _UNPACK),
    (257, b"ustar", "binary", "is an archive (tar)", _UNPACK),
    (0, b"\x89PNG\r\n", "binary", "is a picture", "give the article's text"),
    (0, b"\xff\xd8\xff", "binary", "is a picture", "give the article's text"),
    (0, b"GIF8", "binary", "is a picture", "give the article's text"),
    (0, b"II*\x00", "binary", "is a picture", "give the article's text"),
    (0, b"MM\x00*", "binary", "is a picture", "give the article's text"),
    (8, b"WEBP", "binary", "is a picture", "give the article's text"),
    (8, b"WAVE", "binary", "is a sound", "give the article's text"),
    (0, b"OggS", "binary", "is a sound", "give the article's text"),
    (0, b"ID3", "binary", "is a sound", "give the article's text"),
    (4, b"ftyp", "binary", "is a film", "give the article's text"),
    (0, b"\x7fELF", "binary", "is a program", "give an article"),
    (0, b"SQLite format 3\x00", "binary", "is a database", "give an article"),
)
# What is inside a zip file, by a name or media type that stands uncompressed near its beginning.
_ZIPPED = (
    (b"application/epub+zip", "EPUB is not read yet"),
    (b"application/vnd.oasis.opendocument", "OpenDocument is not read yet"),
    (b"word/", "DOCX is not read yet"),
    (b"ppt/", "PPTX is not read yet"),
    (b"xl/", "XLSX is not read yet"),
)

_HTML_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"</?(?:p|div|br|span|h[1-6]|section|article|table|ul|ol|li|a)\b[^<>]{0,500}>", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml\b|rss\b|feed\b|rdf:RDF\b)", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n|\+\+\+[ \t]*\r?\n")
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_MARKUP = re.compile(
    r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|\*\*\S[^*\n]{0,200}\*\*|^(?:>|[*-]|\d{1,3}\.)[ \t]+\S|^```", re.MULTILINE
)
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd")

# So much of a text is looked at to tell its format.
_HEAD = 20_000


def refuse_binary(data: bytes, *, where: str) -> None:
    """Raises for bytes that are no text.

    Raises:
        InputError: binary or legacy_format, with what it is and what to do.
    """
    for offset, magic, code, what, remedy in _MAGIC:
        if data.startswith(magic, offset):
            raise InputError(code, what, where=where, remedy=remedy)
    if data.startswith(b"PK\x03\x04"):
        head = data[:_HEAD]
        found = next((what for mark, what in _ZIPPED if mark in head), "")
        raise InputError("binary", found or "is an archive (zip)", where=where, remedy=_SAVE if found else _UNPACK)


def find_format(text: str, origin: str) -> Format:
    """The format of a text that came from `origin`."""
    ending = PurePath(origin).suffix.lower()
    head = text[:_HEAD]
    if _HTML_OPENING.match(head) or (ending in _HTML_ENDINGS and _HTML_TAG.search(head)):
        return Format.HTML
    if _XML.match(head):
        return Format.FEED
    begins_with_tag = head.lstrip()[:1] == "<"
    if begins_with_tag and ending not in _MARKDOWN_ENDINGS and len(_HTML_TAG.findall(head)) > 2:  # noqa: PLR2004 - more than one element
        return Format.HTML
    if ending in _MARKDOWN_ENDINGS or _FRONT_MATTER.match(head):
        return Format.MARKDOWN
    if _is_json(text):
        return Format.JSON
    headings = len(_HEADING.findall(head))
    if headings and headings + len(_MARKUP.findall(head)) > 1:
        return Format.MARKDOWN
    return Format.PLAIN


def _is_json(text: str) -> bool:
    """True iff the text, or its first line, is a JSON object or array."""
    start = text.lstrip()[:1]
    if start not in ("{", "["):
        return False
    first_line = text.lstrip().split("\n", 1)[0]
    for candidate in (first_line, text):
        try:
            value = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        # "[1]" opens many a text with footnotes.
        return isinstance(value, dict) or (
            isinstance(value, list) and any(isinstance(item, dict | list | str) for item in value)
        )
    return False
