"""The words of a name as names are compared: finer than tokens, without case, full stops and articles, in one spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["WORD", "bare_word", "key_of", "split_words"]

WORD = re.compile(
    r"(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]\.){2,}"  # U.S., U.S
    r"|[A-Z]\.(?=\s+[A-Z])"  # the initial in "George W. Bush"
    r"|(?:St|Dr|Mr|Mrs|Ms|Inc|Corp|Ltd|Co|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Maj|Capt|Adm|Prof|Jr|Sr|Rev|Brig|Cpl|Pvt|Cmdr)\.(?=\s|$)"
    r"|[A-Z]{1,3}&[A-Z]{1,3}\b"  # A&M, AT&T
    r"|(?:[A-Z]-){2,}[A-Z]\b"  # U-S-A, as a crowd shouts it
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+)*"
    r"|['’]s\b"
    r"|\S"
)
"""The words of a name: finer than the parser's tokens, so that "IS(K)", "US/Coalition" and "US-led" fall apart."""

SPELLINGS = {
    "defence": "defense",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "centre": "center",
    "taleban": "taliban",
}
"""British and American spellings that one article mixes."""


def bare_word(word: str) -> str:
    """A word for comparison: lower case, without full stops and hyphens."""
    return word.lower().replace(".", "").replace("-", "") or word


def split_words(text: str) -> list[str]:
    """The words of a text as names are compared by them."""
    if text.replace(" ", "").isalpha():  # so are most listed names, and splitting them is quicker
        return text.split()
    return WORD.findall(text)


def key_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a name in the form by which two names are the same: no case, full stops, articles, hyphens, brackets; one spelling."""
    bare = [bare_word(word) for word in words]
    kept = [SPELLINGS.get(word, word) for word in bare if word[:1].isalnum()]
    while len(kept) > 1 and kept[0] in {"the", "a", "an"}:
        del kept[0]
    return tuple(kept)
