"""Markdown -> Draft: front matter, then paragraphs, lists and headings as plain text.

This module alone imports markdown-it-py and PyYAML.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from briefing.errors import InputError
from briefing.reading.datelines import parse_day
from briefing.reading.drafts import Block, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

__all__ = ["read_markdown"]

_OPENING = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"[ \t]*[\"']?[A-Za-z_][\w .-]{0,60}[\"']?[ \t]*[:=]")
# No article needs more; the parser below is not made for hostile amounts.
_LONGEST_FRONT_MATTER = 64_000
_REMEDY = "mend the lines between the marks at its top, or take them out"
# Of each meaning, the keys in the order in which they are believed.
_KEYS = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline", "creator", "by"),
    "site": ("site", "source", "publication", "publisher", "sitename", "site_name", "website"),
    "published": (
        "published",
        "date",
        "publishdate",
        "publish_date",
        "publication_date",
        "pubdate",
        "date_published",
        "published_at",
        "issued",
        "created",
    ),
}
_BREAK_TAG = re.compile(r"<br\b[^<>]{0,100}>", re.IGNORECASE)
# A paragraph with more marks than this is no prose; markdown-it takes quadratic time over unpaired ones.
_MOST_MARKS = 1_000
_MARK = re.compile(r"[\[*_`<&!\\]")
_PLAIN_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
# markdown-it's own limit is low for block quotations in quotations; deeper ones stay as text.
_OPTIONS = {"html": True, "linkify": False, "typographer": False, "maxNesting": 50}


def read_markdown(text: str, *, where: str = "") -> Draft:
    """The draft of a Markdown text; a first heading of level one is the title where the front matter gives none.

    Raises:
        InputError: bad_front_matter, with the line at fault.
    """
    fields, body = _split_front_matter(text, where)
    title = _words_of(_first(fields, "title"))
    blocks = list(_blocks(body))
    levels = [level for _, level in blocks]
    if blocks and levels[0] == 1:
        heading = blocks[0][0].text
        if not title or _same(title, heading):
            title = title or heading
            blocks = blocks[1:]
    published = _day_of(_first(fields, "published"))
    return Draft(
        tuple(block for block, _ in blocks),
        title=title,
        author=_words_of(_first(fields, "author")),
        site=_words_of(_first(fields, "site")),
        published=published,
        published_from="front matter" if published else "",
    )


def _split_front_matter(text: str, where: str) -> tuple[Mapping[str, Any], str]:
    """The fields of the front matter, with keys in lower case, and the text below it."""
    opening = _OPENING.match(text)
    if not opening:
        return {}, text
    mark = opening[1]
    closing = re.compile(
        rf"^(?:{re.escape(mark)}|\.\.\.)[ \t]*\r?$" if mark == "---" else r"^\+\+\+[ \t]*\r?$", re.MULTILINE
    )
    end = closing.search(text, opening.end())
    first_line = text[opening.end() :].split("\n", 1)[0]
    if end is None:
        if _KEY.match(first_line):
            line = text.count("\n", 0, opening.end())
            raise _fault(f"opened in line {line} and never closed", where)
        return {}, text
    inner = text[opening.end() : end.start()]
    if len(inner) > _LONGEST_FRONT_MATTER:
        raise _fault(f"longer than {_LONGEST_FRONT_MATTER:,} characters", where)
    before = text.count("\n", 0, opening.end())
    fields = _load_yaml(inner, before, where) if mark == "---" else _load_toml(inner, where)
    if fields is None:
        return {}, text
    return {str(key).strip().lower().replace("-", "_"): value for key, value in fields.items()}, text[end.end() :]


def _load_yaml(inner: str, before: int, where: str) -> Mapping[Any, Any] | None:
    """The mapping that YAML gives, empty for nothing, None where the lines are no mapping but text between two rules."""
    import yaml  # noqa: PLC0415 - most articles have no front matter

    try:
        fields = yaml.safe_load(inner)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + before + 1}: " if error.problem_mark else ""
        raise _fault(f"{line}{error.problem or 'no YAML'}", where) from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError, KeyError) as error:
        raise _fault(str(error).split("\n", 1)[0][:120] or "no YAML", where) from None
    if fields is None:
        return {}
    return fields if isinstance(fields, dict) else None


def _load_toml(inner: str, where: str) -> Mapping[str, Any]:
    """The table that TOML gives."""
    try:
        return tomllib.loads(inner)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _fault(str(error)[:120], where) from None


def _fault(what: str, where: str) -> InputError:
    return InputError("bad_front_matter", f"the front matter is at fault: {what}", where=where, remedy=_REMEDY)


def _first(fields: Mapping[str, Any], meaning: str) -> object:
    """The value of the first key of a meaning that has one."""
    for key in _KEYS[meaning]:
        value = fields.get(key)
        if value not in (None, "", [], {}):
            return value
    return None


def _words_of(value: object) -> str:
    """A field as words: lists are joined, of tables the name is taken."""
    match value:
        case None | bool():
            return ""
        case list():
            return ", ".join(filter(None, (_words_of(item) for item in value[:20])))
        case dict():
            return _words_of(value.get("name") or value.get("title"))
        case _:
            return str(value)[:2_000]


def _day_of(value: object) -> datetime.date | None:
    """A field as a day."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    return parse_day(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _same(title: str, heading: str) -> bool:
    """True iff two titles have the same words."""
    return title.casefold().split() == heading.casefold().split()


def _blocks(body: str) -> Iterator[tuple[Block, int]]:
    """The blocks of a Markdown body with the level of each heading, 0 for what is none."""
    reader = MarkdownIt("commonmark", _OPTIONS).enable("table").disable("inline")
    words_in = MarkdownIt("commonmark", _OPTIONS)
    tokens = reader.parse(body)
    items: list[str] = []
    depth = 0
    prefixes: list[str] = []
    for index, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
                if not depth and items:
                    yield Block("\n".join(items)), 0
                    items = []
            case "list_item_open":
                prefixes.append(f"{token.info}{token.markup} " if token.info else "- ")
            case "inline":
                words = _inline(words_in, token.content)
                if not words.strip():
                    continue
                if depth:
                    items.append((prefixes.pop() if prefixes else "") + " ".join(words.split()))
                    prefixes.clear()
                    continue
                opener = tokens[index - 1]
                if opener.type in ("th_open", "td_open"):
                    continue
                level = int(opener.tag[1]) if opener.type == "heading_open" else 0
                yield Block(" ".join(words.split()) if level else _unwrapped(words), is_heading=bool(level)), level
            case _:
                continue


def _unwrapped(words: str) -> str:
    """A paragraph on one line: in Markdown a single line break is a space; hard breaks stay."""
    return "\n".join(" ".join(line.split()) for line in words.split("\n"))


def _inline(reader: MarkdownIt, content: str) -> str:
    """The words of a paragraph: links and emphasis keep their text, pictures and raw HTML go."""
    if len(_MARK.findall(content)) > _MOST_MARKS:
        return _MARK.sub("", _PLAIN_LINK.sub(r"\1", content))
    tokens = reader.parseInline(content)
    return "".join(_word_of(child) for token in tokens for child in token.children or ())


def _word_of(token: Token) -> str:
    """The words of one piece of a paragraph."""
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if _BREAK_TAG.match(token.content) else ""
        case _:
            return ""
