"""What the reader asked for: an analysis and the words of `--focus` in, which actors and sentences concern them out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeVar

    from briefing.model.brief import Line
    from briefing.model.findings import Actor, Analysis

    LineT = TypeVar("LineT", bound=Line)

__all__ = ["Focus", "speaks_of"]


class Focus:
    """Knows the actors that are meant and the sentences that speak of them, or of words that name no actor.

    Args:
        analysis: The analysis.
        terms: Names, words or phrases; empty for a page without a focus.
    """

    def __init__(self, analysis: Analysis, terms: Iterable[str]) -> None:
        wanted = {_words(term) for term in terms} - {()}
        self._actors = frozenset(
            actor.id
            for actor in analysis.actors
            if wanted and any(_words(name) in wanted for name in (actor.name, *actor.aliases))
        )
        self._sentences = frozenset(_sentences(analysis, self._actors, sorted(wanted))) if wanted else frozenset()

    def __bool__(self) -> bool:
        """True iff the article speaks of what the reader asked for."""
        return bool(self._sentences)

    def is_on(self, actor: Actor) -> bool:
        """True iff the reader asked for this actor, under any of its names."""
        return actor.id in self._actors

    def holds(self, sentence_id: str) -> bool:
        """True iff a sentence speaks of it."""
        return sentence_id in self._sentences

    def first(self, lines: Sequence[LineT]) -> list[LineT]:
        """The lines, those whose first citation speaks of it before all others."""
        return sorted(lines, key=lambda line: not (line.citations and self.holds(line.citations[0].sentence)))


def speaks_of(text: str, terms: Iterable[str]) -> bool:
    """True iff one of the terms stands in a text, as whole words and whatever the case."""
    wanted = {_words(term) for term in terms} - {()}
    return bool(wanted) and _pattern(sorted(wanted)).search(_plain(text)) is not None


def _pattern(wanted: Sequence[tuple[str, ...]]) -> re.Pattern[str]:
    """What finds any of the rows of words in a plain text."""
    return re.compile(r"(?<!\w)(?:" + "|".join(r"\W+".join(map(re.escape, term)) for term in wanted) + r")(?!\w)")


def _plain(text: str) -> str:
    """The text for comparison: "U.N." is "un"."""
    return text.casefold().replace(".", "")


def _words(name: str) -> tuple[str, ...]:
    """The words of a name for comparison."""
    return tuple(re.findall(r"[^\W_]+", _plain(name)))


def _sentences(analysis: Analysis, actors: frozenset[str], wanted: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """The sentences that hold a mention of the actors, or the words themselves."""
    document = analysis.document
    for actor in analysis.actors:
        if actor.id in actors:
            yield from (document.sentence_at(mention.span.start).id for mention in actor.mentions)
    words = _pattern(wanted)
    for sentence in document.sentences:
        if words.search(_plain(document.text_of(sentence.span))):
            yield sentence.id
