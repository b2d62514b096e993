"""HTML -> Draft: the article of a web page and what the page says of it.

This module alone imports trafilatura and lxml. The tree is built here, with `huge_tree`: otherwise libxml2 stops at 256 nested elements and
the article is lost without a word.
"""

from __future__ import annotations

import json
import logging
import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml import html as lxml_html
from trafilatura import bare_extraction

from briefing.errors import InputError
from briefing.reading.cleaning import one_line
from briefing.reading.datelines import parse_day
from briefing.reading.drafts import Block, Draft

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

__all__ = ["read_html"]

# libxml2's own bound with `huge_tree`; below it trafilatura still answers within a second.
_DEEPEST = 2_048
# No page of news is longer; trafilatura would need minutes.
_LONGEST = 20_000_000
_MOST_ELEMENTS = 25_000
# What is left of a page without an article: a link or a button.
_FEWEST_WORDS = 5
# Above this many elements trafilatura's second opinions, which take quadratic time, are left out.
_MOST_FOR_CARE = 1_500
# A table of more cells is data if its cells hold few characters on average, and at ten times as many whatever they hold.
_LAYOUT_CELLS = 100
_DATA_CELL = 40
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time' or @property='og:article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[" + " or ".join(
        f"translate(@name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')='{name}'"
        for name in ("date", "pubdate", "publishdate", "publish_date", "publish-date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
                     "dcterms.created", "article.published", "parsely-pub-date", "sailthru.date", "citation_publication_date", "published_time")
    ) + "]/@content",
)  # fmt: skip
_TIMES = "//article//time/@datetime | //main//time/@datetime | //time[@pubdate]/@datetime | //header//time/@datetime"
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
# For trafilatura's own search for a date, which is not used: it must not look at the clock, nor take long.
_DATE_SETTINGS = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}


def read_html(text: str, *, where: str = "") -> Draft:
    """The draft of a web page.

    Raises:
        InputError: too_deep, too_large, or no_text where the page holds no article.
    """
    if len(text) > _LONGEST:
        what = f"a page of more than {_LONGEST:,} characters"
        raise InputError("too_large", what, where=where, remedy="save the article alone")
    tree = _parse(text, where)
    published = _published(tree)
    page = _extract(tree, where)
    blocks = tuple(_blocks(page.body)) if page is not None and page.body is not None else ()
    if sum(len(block.text.split()) for block in blocks if not block.is_heading) < _FEWEST_WORDS:
        remedy = "save the article's text and give that"
        raise InputError("no_text", "the page holds no article", where=where, remedy=remedy)
    title = one_line(page.title or "")
    if blocks[0].is_heading and (not title or _same(title, blocks[0].text)):
        title = title or one_line(blocks[0].text)
        blocks = blocks[1:]
    return Draft(
        blocks,
        title=title,
        author=(page.author or "").replace("; ", ", "),
        site=page.sitename or "",
        published=published,
        published_from="metadata" if published else "",
    )


def _parse(text: str, where: str) -> Any:
    """The page's tree."""
    parser = lxml_html.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    data = _DECLARATION.sub("", text).replace("\x00", "").encode("utf-8", "replace")
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        tree = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        what = f"a page nested more than {_DEEPEST:,} elements deep"
        raise InputError("too_deep", what, where=where, remedy="save the article's text and give that")
    if tree is None:
        raise InputError(
            "no_text", "the page cannot be parsed", where=where, remedy="save the article's text and give that"
        )
    return tree


def _extract(tree: Any, where: str) -> Any:
    """What trafilatura finds, None where it finds nothing or stumbles."""
    _drop_data_tables(tree)
    elements = sum(1 for _ in tree.iter())
    if elements > _MOST_ELEMENTS:
        what = f"a page of more than {_MOST_ELEMENTS:,} elements"
        raise InputError("too_large", what, where=where, remedy="save the article's text and give that")
    # Its complaints about a page are for those who write scrapers.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return bare_extraction(
            tree,
            fast=elements > _MOST_FOR_CARE,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            date_extraction_params=dict(_DATE_SETTINGS),
        )
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError):
        return None


def _drop_data_tables(tree: Any) -> None:
    """Takes tables of figures out of a page: no prose is lost, and trafilatura takes quadratic time over their cells."""
    for table in list(tree.iter("table")):
        cells = sum(1 for _ in table.iter("td", "th"))
        if cells <= _LAYOUT_CELLS or table.getparent() is None:
            continue
        length = sum(len(piece) for piece in table.itertext())
        if cells > 10 * _LAYOUT_CELLS or length < _DATA_CELL * cells:
            table.drop_tree()


def _blocks(body: Any) -> Iterator[Block]:
    """The blocks of the tree that trafilatura leaves: head, p, list, quote."""
    loose: list[str] = [body.text or ""]
    for child in body:
        if child.tag in ("hi", "ref", "del", "lb"):
            loose.append(" " if child.tag == "lb" else _text_of(child))
            loose.append(child.tail or "")
            continue
        yield from _loose(loose)
        loose = [child.tail or ""]
        match child.tag:
            case "head":
                yield Block(_text_of(child), is_heading=True)
            case "list":
                items = [_text_of(item) for item in child.iter("item")]
                yield Block("\n".join(f"- {item}" for item in items if item))
            case "quote" | "div" if len(child):
                yield from _blocks(child)
            case "table" | "graphic" | "code" | "comments":
                continue
            case _:
                yield Block(_text_of(child))
    yield from _loose(loose)


def _loose(parts: list[str]) -> Iterator[Block]:
    """The words between two blocks as one of their own."""
    words = " ".join("".join(parts).split())
    if words:
        yield Block(words)


def _text_of(element: Any) -> str:
    """The words of an element on one line."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    """The strings of an element; a line break counts as a space."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag == "lb":
                yield " "
            yield node.text or ""
        elif node is not element:
            yield node.tail or ""


def _published(tree: Any) -> datetime.date | None:
    """The day of publication that the page's metadata names first."""
    for path in _PUBLISHED:
        for value in tree.xpath(path)[:5]:
            if day := parse_day(str(value)):
                return day
    for script in tree.xpath(_LINKED_DATA)[:20]:
        if day := _linked_day(str(script)):
            return day
    for value in tree.xpath(_TIMES)[:5]:
        if day := parse_day(str(value)):
            return day
    return None


def _linked_day(script: str) -> datetime.date | None:
    """The datePublished of a JSON-LD script."""
    try:
        waiting: list[Any] = [json.loads(script)]
    except (ValueError, RecursionError):
        return None
    for _ in range(1_000):
        if not waiting:
            return None
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            if isinstance(value.get("datePublished"), str) and (day := parse_day(value["datePublished"])):
                return day
            waiting.extend(inner for inner in value.values() if isinstance(inner, list | dict))
    return None


def _same(title: str, heading: str) -> bool:
    """True iff two titles have the same words."""
    return title.casefold().split() == heading.casefold().split()
