"""What an analysis finds in each sentence, as signs that `consensus` weighs. Standard library only."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind, EventStatus, QuoteKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.model.findings import Analysis, Event
    from briefing.model.text import Citation, Sentence, Span

__all__ = ["contents_of", "telling_sentences"]

# The main clause tells what a sentence is about; one deeper is told in passing.
_MAIN_CLAUSE = 0


def contents_of(analysis: Analysis, sentences: Sequence[Sentence]) -> tuple[dict[str, float], ...]:
    """The signs of each sentence, each of 0 to 1.

    `salient_actors`: how central the actors are that it names, places counting half. `happened`: its main clause tells, on the author's word,
    an event that took place. `dated`: an event in it is dated. `unsettled`: its main clause tells what is only possible or denied.
    `in_quotes`: the share of it that is somebody's words. `tells_nothing`: it has neither an event in its main clause nor a finite auxiliary: a
    caption, a label, a list's item.

    Args:
        analysis: The analysis of the sentences' document.
        sentences: The sentences that are ranked.
    """
    document = analysis.document
    finite = _finite_words()
    rows = {
        sentence.id: {
            **dict.fromkeys(("salient_actors", "happened", "dated", "unsettled", "in_quotes"), 0.0),
            "tells_nothing": float(finite.isdisjoint(_words(document.text_of(sentence.span)))),
        }
        for sentence in sentences
    }
    for actor in analysis.actors:
        weight = actor.salience * (0.5 if actor.kind is ActorKind.PLACE else 1.0)
        for sentence_id in dict.fromkeys(document.sentence_at(mention.span.start).id for mention in actor.mentions):
            if row := rows.get(sentence_id):
                row["salient_actors"] = min(1.0, row["salient_actors"] + weight)
    for event in analysis.events:
        for citation in event.citations[:1]:
            if row := rows.get(citation.sentence):
                _add_event(row, event)
    by_id = {sentence.id: sentence for sentence in sentences}
    for quote in analysis.quotes:
        if quote.kind is not QuoteKind.INDIRECT:
            _add_quote(rows, by_id, quote.citations, quote.parts)
    return tuple(rows[sentence.id] for sentence in sentences)


def telling_sentences(analysis: Analysis, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with a verb: an event in the main clause, or a finite form of being, having or an auxiliary.

    Where a sentence ends as one, any verb will do: the parse may have hung its main verb on a noun.
    """
    finite = _finite_words()
    text_of = analysis.document.text_of
    told = {
        citation.sentence
        for event in analysis.events
        if not event.is_noun
        for citation in event.citations[:1]
        if event.depth == _MAIN_CLAUSE or _ends_as_one(text_of(analysis.document.sentence(citation.sentence).span))
    }
    return tuple(
        sentence
        for sentence in sentences
        if sentence.id in told or not finite.isdisjoint(_words(text_of(sentence.span)))
    )


def _ends_as_one(text: str) -> bool:
    """True iff a text ends in a mark that ends a sentence, quotation marks and brackets aside."""
    return text.rstrip("\"'”’) ").endswith((".", "!", "?"))


@cache
def _finite_words() -> frozenset[str]:
    """The finite forms by which a sentence without an event is told from a caption: auxiliaries, and verbs of being and having."""
    states = load_lexicon("events").ordered("verbs.states")
    regular = {f"{verb}{ending}" for verb in states for ending in ("", "s", "es", "d", "ed")}
    regular |= {f"{verb[:-1]}{ending}" for verb in states if verb.endswith("y") for ending in ("ies", "ied")}
    return load_lexicon("selection").words("finite_words") | frozenset(regular)


def _words(text: str) -> Iterator[str]:
    return (word.strip('"“”‘(),;:.!?—').lower().replace("’", "'") for word in text.split())


def _add_event(row: dict[str, float], event: Event) -> None:
    if event.is_dated:
        row["dated"] = 1.0
    if event.depth != _MAIN_CLAUSE or event.is_noun:
        return
    row["tells_nothing"] = 0.0
    if event.status is EventStatus.HAPPENED and not event.is_speech:
        row["happened"] = 1.0
    elif event.status in {EventStatus.POSSIBLE, EventStatus.DENIED}:
        row["unsettled"] = 1.0


def _add_quote(
    rows: dict[str, dict[str, float]],
    by_id: dict[str, Sentence],
    citations: Iterable[Citation],
    parts: Sequence[Span],
) -> None:
    for sentence_id in dict.fromkeys(citation.sentence for citation in citations):
        if sentence_id in rows:
            span = by_id[sentence_id].span
            share = sum(part.overlap(span) for part in parts) / len(span)
            rows[sentence_id]["in_quotes"] = min(1.0, rows[sentence_id]["in_quotes"] + share)
