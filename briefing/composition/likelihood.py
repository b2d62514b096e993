"""The source's own word of likelihood in a sentence, with the bands that analysts use for it: text in, `Likelihood` out.

It glosses a word that stands there ("likely") and never makes a probability of its own. Where a sentence has two such words, or one that
is compared or denied ("more likely than", "not likely"), nothing is said.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.brief import Likelihood

if TYPE_CHECKING:
    from briefing.model.text import Document, Span

__all__ = ["find_likelihood"]

REACH = 45
"""Characters before a clause within which a word still speaks of it: "it is likely that the clause"."""


def find_likelihood(document: Document, sentence: Span, clause: Span) -> Likelihood | None:
    """What a source's word of likelihood says of a clause, or None.

    Args:
        document: The document.
        sentence: The sentence that holds the clause.
        clause: What may be; the word stands in it or shortly before it.
    """
    text = document.text_of(sentence)
    found = [match for match in _pattern().finditer(text) if not _is_spoiled(match, text)]
    if len(found) != 1:
        return None
    start = sentence.start + found[0].start()
    if not clause.start - REACH <= start < clause.end:
        return None
    words = " ".join(found[0].group().split())
    lexicon = load_lexicon("likelihood")
    icd203, phia = (lexicon.table(scale).get(words.lower()) for scale in ("icd203", "phia"))
    return Likelihood(words, _band(icd203), _band(phia))


def _band(value: list[int] | None) -> tuple[int, int] | None:
    return (value[0], value[1]) if value is not None else None


@cache
def _pattern() -> re.Pattern[str]:
    """Every word of either scale, the longest first, with the word before it."""
    lexicon = load_lexicon("likelihood")
    known = {**lexicon.table("icd203"), **lexicon.table("phia")}
    words = "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(known, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _is_spoiled(match: re.Match[str], text: str) -> bool:
    """True iff a comparison, a question or a denial stands before a word, or it is no word of likelihood here."""
    lexicon = load_lexicon("likelihood")
    before = text[: match.start()].lower().split()[-1:]
    if before and (before[0] in lexicon.words("spoiled.before") or before[0].endswith(("n't", "n’t"))):
        return True
    behind = re.match(r"\W*(\w+)", text[match.end() :])
    return match.group().lower() == "remote" and (
        behind is None or behind.group(1).lower() not in lexicon.words("spoiled.remote")
    )
