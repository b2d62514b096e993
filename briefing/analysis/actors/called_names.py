"""Joins a name with what the text says it is called: "known as", "formerly", a second name or an acronym in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.analysis.actors.forms import both_listed
from briefing.analysis.actors.mentions import BODIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.actors.forms import Forms, Item
    from briefing.analysis.actors.mentions import Name, Words

__all__ = ["join_called"]

CALLED = 20
"""Tokens between two names of which the second is what the first is called."""

_OPEN = r"""\s*(?:the\s+)?["“'‘]?\s*"""
CALLING = re.compile(
    r"""[)"”']?\s*[,(]?\s*(?:(?:who|which|that)\s+)?(?:(?:is|was|are|were|has been)\s+)?"""
    r"(?:(?:also|better|formerly|previously|once|now|widely|locally|commonly|often|sometimes|then)\s+)?"
    r"(?:known|referred to|called|nicknamed|dubbed)(?:\s+(?:across|in|to|by|among|locally|there)[\w\s]{0,30}?)?(?:\s+(?:as|simply))?"
    + _OPEN
    + r"|\s*[,(]\s*(?:formerly|previously|also|aka|a\.k\.a\.|alias|born|née|nom de guerre|real name)"
    + _OPEN
)
"""What stands between a name and what the text says it is called."""

AND_AS = re.compile(r",?\s*(?:and|or)(?:\s+[\w']+){0,6}?\s+as" + _OPEN)
"""What stands between two of its other names."""

CUES = frozenset(
    {"known", "referred", "called", "nicknamed", "dubbed", "as", "formerly", "previously", "also", "aka", "alias"}
) | {"a.k.a.", "born", "née", "nom", "real"}
"""Words without one of which nothing is said to be called anything."""

BRACKETS = re.compile(r"^\([^()]{0,80}\)")
"""A bracket between a name and what it is called: the name in another script, a year."""


def join_called(names: Sequence[Name], items: Sequence[Item], sentences: Sequence[Words], forms: Forms) -> None:
    """Joins a name with what it is said to be called: "Nordline, formerly known as the Skarn Company, and to sailors as the Line"."""
    for number in range(1, len(names)):
        before, name = names[number - 1], names[number]
        one, other = items[number - 1 : number + 1]
        if name.sentence != before.sentence or name.span.start <= before.span.end or one == other:
            continue
        if both_listed(one, other) or name.first - before.last > CALLED:
            continue
        words = sentences[name.sentence]
        texts = words.texts[bisect_left(words.starts, before.span.end) : bisect_left(words.starts, name.span.start)]
        if texts != ["("] and CUES.isdisjoint(texts):
            continue
        doc = words.parsed.tokens.doc
        between = doc[before.last + 1 : name.first].text.replace("’", "'")
        between = BRACKETS.sub("", between).strip() + " "
        after = doc[name.last + 1 : name.last + 2].text
        is_called = CALLING.fullmatch(between) is not None
        if not is_called and forms.why.get(one) == "alias":
            is_called = AND_AS.fullmatch(between) is not None
        if is_called and after not in {"'s", "’s"}:
            forms.join(other, one, "alias")
        elif between == "( " and after == ")" and _are_one(before, name):
            forms.join(other, one, "in brackets")


def _are_one(name: Name, bracketed: Name) -> bool:
    """True iff a name that fills the brackets after another is a second name of it: two unlisted bodies, the second of several words."""
    return (
        {name.kind, bracketed.kind} <= BODIES
        and name.entry is None
        and bracketed.entry is None
        and min(len(name.key), len(bracketed.key)) > 1
    )
