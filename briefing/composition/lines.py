"""What every section of a page draws on: an analysis and a ranking in, one `Lines` that knows both out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.composition.focus import Focus
from briefing.composition.openings import Openings
from briefing.composition.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.brief import Ranking
    from briefing.model.findings import Actor, Analysis, Event
    from briefing.model.text import Document, Sentence, Span

__all__ = ["TITLE_MARKS", "Lines"]

TITLE_WORD = 4
"""Letters of a title's word that says what the story is about."""

TITLE_MARKS = ".,:;!?\"'“”‘’()"
"""Marks around the words of a title and of a sentence that are compared."""


class Lines:
    """An analysis and a ranking of the same document, and what the sections of a page ask of them.

    Attributes:
        analysis: The analysis.
        document: Its document.
        focus: Knows what the reader asked for.
        openings: Knows which words point back, and what they are shown as.
        provenance: Knows who stands behind the words at a place.
        actors: The actors by id.
        position: The place of each ranked sentence, by id, from 1.
        chosen: The ids of the chosen sentences, best first; before them as many that speak of what the reader asked for.
        title_words: The words of the title that say what the story is about, in lower case.
    """

    def __init__(self, analysis: Analysis, ranking: Ranking, focus: Iterable[str] = ()) -> None:
        self.analysis = analysis
        self.document: Document = analysis.document
        self.focus = Focus(analysis, focus)
        self.openings = Openings(analysis)
        self.provenance = Provenance(analysis)
        self.actors: dict[str, Actor] = {actor.id: actor for actor in analysis.actors}
        self.position = {rank.sentence: rank.position for rank in ranking.ranks}
        wanted = [rank.sentence for rank in ranking.ranks if self.focus.holds(rank.sentence)] if self.focus else []
        self.chosen = tuple(dict.fromkeys((*wanted[: len(ranking.chosen)], *ranking.chosen)))
        self.title_words = frozenset(
            word
            for word in (part.lower().strip(TITLE_MARKS) for part in self.document.source.title.split())
            if len(word) >= TITLE_WORD
        )
        self._events: dict[str, list[Event]] = {}
        for event in analysis.events:
            self._events.setdefault(event.citations[0].sentence, []).append(event)

    def worth_of(self, sentence_id: str) -> float:
        """1 for the best-ranked sentence, near 0 for the last, 0 for one that is not ranked."""
        position = self.position.get(sentence_id)
        return 0.0 if position is None else 1 - (position - 1) / max(1, len(self.position))

    def events_in(self, sentence: Sentence) -> Sequence[Event]:
        """The events of a sentence, in text order."""
        return self._events.get(sentence.id, ())

    def count_words(self, parts: Sequence[Span]) -> int:
        """How many words the parts have."""
        return sum(len(self.document.text_of(part).split()) for part in parts)

    def is_question(self, sentence: Sentence) -> bool:
        """True iff a sentence ends in a question mark."""
        return self.document.text_of(sentence.span).rstrip("\"'”’) ").endswith("?")

    def has_content(self, event: Event) -> bool:
        """True iff what is said stands in the words of a verb of saying: a clause of its own, or an object."""
        return event.whom is not None or any(
            not other.is_noun
            and other.trigger.start > event.trigger.start
            and any(other.trigger in part for part in event.parts)
            for other in self._events.get(event.citations[0].sentence, ())
        )
