"""Plain text -> Draft: a headline at the top becomes the title, all other words stay. Standard library only."""

from __future__ import annotations

import re

from briefing.reading.cleaning import clean_text
from briefing.reading.datelines import is_date_line
from briefing.reading.drafts import Block, Draft

__all__ = ["read_plain"]

_FINAL = re.compile(r"[.!:;,\u2026][\"'\u201d\u2019)\]\u00bb]*\Z")
_BYLINE = re.compile(r"by\s+[A-Z][\w.'\u2019-]+(?:\s+(?:and|de|van|von|al|[A-Z][\w.'\u2019-]*)){0,8}\Z", re.IGNORECASE)
# Where the text begins: a place and an agency, or a dash after the place.
_OPENS_ARTICLE = re.compile(r"[A-Z][A-Za-z .,'-]{1,60}(?:\([A-Za-z /]{2,30}\))?\s*(?:--|[\u2013\u2014])\s")

# The longest headlines of the press.
_TITLE_CHARACTERS = 200
_TITLE_WORDS = 25
_AUTHOR_CHARACTERS = 80


def read_plain(text: str) -> Draft:
    """The draft of a plain text: its first line is the title iff it reads like a headline and a blank line or a dateline follows."""
    text = clean_text(text)
    first, _, rest = text.partition("\n")
    title = ""
    if rest and _is_headline(first, rest):
        title, text = first, rest.lstrip()
    author, text = _take_byline(text)
    return Draft((Block(text),), title=title, author=author)


def _is_headline(line: str, rest: str) -> bool:
    """True iff the first line of a text, `rest` being the others, is its headline."""
    words = line.split()
    if (
        len(line) > _TITLE_CHARACTERS
        or len(words) > _TITLE_WORDS
        or _FINAL.search(line)
        or is_date_line(line)
        or _BYLINE.match(line)
    ):
        return False
    if line.endswith("?") and line.count(". "):
        return False
    if not (
        line[0].isupper()
        or line[0].isdigit()
        or line[0] in "\"'\u201c\u2018$\u00a3\u20ac"
        or any(letter.isupper() for letter in words[0])
    ):
        return False
    if rest.startswith("\n"):
        return True
    below = rest.split("\n", 1)[0]
    return is_date_line(below) or _BYLINE.match(below) is not None or _OPENS_ARTICLE.match(below) is not None


def _take_byline(text: str) -> tuple[str, str]:
    """The author named by the first line ("By Ida Solberg"), and the text without that line; "" and the text where none is."""
    first, _, rest = text.partition("\n")
    if rest and len(first) <= _AUTHOR_CHARACTERS and _BYLINE.match(first) and not _FINAL.search(first):
        return first.split(None, 1)[1], rest.lstrip()
    return "", text
