"""The grammar of time expressions, made of the rules: one regular expression over classes of words, compiled once a process.

Standard library only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.timex.pieces import PIECES
from briefing.analysis.timex.rules import RULES
from briefing.analysis.timex.words import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.analysis.timex.phrases import Phrase, Reading, Story

    Reader = Callable[[Phrase, Story], Reading | None]

__all__ = ["Grammar", "Rule", "grammar"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        name: Its name, for --explain.
        expression: What it matches, over classes, with its parts as named groups.
        reader: What says what a match means.
        article: True iff "the" before the expression belongs to it.
    """

    name: str
    expression: str
    reader: Reader
    article: bool

    def match(self, classes: str, place: int) -> re.Match[str] | None:
        """The match of the rule at a place, with its parts."""
        return _compiled(self.expression).match(classes, place)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """One rule compiled: most texts need few of them."""
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules: `pattern` finds where any of them matches, its `lastgroup` names which."""

    pattern: re.Pattern[str]
    rules: dict[str, Rule]


@cache
def grammar() -> Grammar:
    """All rules, compiled once a process."""
    rules: dict[str, Rule] = {}
    alternatives: list[str] = []
    for place, (name, article, pattern, reader) in enumerate(RULES):
        expanded = _expanded(pattern)
        rules[f"rule{place}"] = Rule(name, expanded, reader, article)
        alternatives.append(f"(?P<rule{place}>{_PART.sub('(?:', expanded)})")
    never_first = "".join(CLASSES[name] for name in _NEVER_FIRST)
    # "'98", "'80s": an apostrophe that leads nothing in is passed over as quickly
    led_in = "".join(CLASSES[name] for name in ("small", "decade_number", "decades_named"))
    no_start = f"(?![{never_first}]|{CLASSES['apostrophe']}(?![{led_in}]))"
    return Grammar(re.compile(f"{no_start}(?:{'|'.join(alternatives)})"), rules)


# Classes with which no rule begins: most words of a text. Looking at them first is what makes the search quick.
_NEVER_FIRST = (
    "other", "paragraph", "comma", "dot", "hyphen", "of", "on", "or", "and", "to", "so", "more", "ago", "earlier", "later", "after", "before",
    "from", "possessive", "meridiem", "zone", "clock", "old", "end", "holiday_rest", "time", "zone_name",
)  # fmt: skip
_PART = re.compile(r"\(\?P<\w+>")


def _expanded(pattern: str) -> str:
    """A pattern with its parts, pieces and classes put in."""
    pattern = re.sub(r"<(\w+):(\w+)>", r"(?P«\1»{\2})", pattern)
    pattern = re.sub(r"<(\w+)>", r"(?P«\1»{\1})", pattern)
    while "{" in pattern:
        pattern, count = re.subn(r"\{([a-z_]+)\}", _piece, pattern)
        if not count:
            break
    return pattern.replace("«", "<").replace("»", ">")


def _piece(found: re.Match[str]) -> str:
    """The pattern of a piece, or the character of a class."""
    name = found[1]
    return f"(?:{PIECES[name]})" if name in PIECES else CLASSES[name]
