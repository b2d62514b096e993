"""What an analysis adds to a sentence's score."""

from __future__ import annotations

from briefing.model.findings import (
    Actor,
    ActorKind,
    Analysis,
    Event,
    EventStatus,
    Mention,
    Quote,
    QuoteKind,
    SourceKind,
)
from briefing.model.text import Document, Source, Span
from briefing.segment import segment_source
from briefing.selection import select_sentences
from briefing.selection.contents import contents_of

TEXT = "A map of the harbour. Odd Berg closed the harbour. “It leaks,” he wrote. The quay may sink."


def span_of(document: Document, words: str) -> Span:
    """The place of some words."""
    start = document.source.text.index(words)
    return Span(start, start + len(words))


def event(document: Document, words: str, status: EventStatus) -> Event:
    """An event of a main clause, by its trigger."""
    span = span_of(document, words)
    return Event(
        id="e1",
        trigger=span,
        lemma=words,
        clause=span,
        parts=(span,),
        who=None,
        whom=None,
        place=None,
        actors=(),
        when=None,
        when_words=None,
        status=status,
        said_by="",
        same_as="",
        is_speech=False,
        is_noun=False,
        depth=0,
        citations=(document.cite(span),),
    )


def analysis_of(text: str) -> Analysis:
    """The text with one actor, two events and one quotation."""
    document = segment_source(Source.from_text(text))
    name, quoted = span_of(document, "Odd Berg"), span_of(document, "It leaks")
    berg = Actor(
        id="p1",
        name="Odd Berg",
        kind=ActorKind.PERSON,
        aliases=("Odd Berg",),
        role=None,
        mentions=(Mention(name, ActorKind.PERSON, "name"),),
        salience=0.8,
        did=None,
        citations=(document.cite(name),),
    )
    quote = Quote("q1", QuoteKind.DIRECT, (quoted,), None, None, "p1", SourceKind.NAMED, (document.cite(quoted),))
    events = (event(document, "closed", EventStatus.HAPPENED), event(document, "sink", EventStatus.POSSIBLE))
    return Analysis(document, actors=(berg,), events=events, quotes=(quote,))


def test_contents_are_found_sentence_by_sentence() -> None:
    """A label tells nothing; an actor, an event, a quotation and a possibility count where they stand."""
    analysis = analysis_of(TEXT)
    label, closing, quotation, chance = contents_of(analysis, analysis.document.sentences)
    assert label["tells_nothing"] == 1.0
    assert (closing["salient_actors"], closing["happened"], closing["tells_nothing"]) == (0.8, 1.0, 0.0)
    assert 0.3 < quotation["in_quotes"] < 1.0
    assert (chance["unsettled"], chance["happened"]) == (1.0, 0.0)


def test_an_analysis_leaves_the_label_out() -> None:
    """Without an analysis the first line is ranked with the others; with one, only sentences that tell something are."""
    analysis = analysis_of(TEXT)
    assert "a1.1" in select_sentences(analysis.document, sentences=4).chosen
    chosen = select_sentences(analysis.document, sentences=4, analysis=analysis).chosen
    assert (chosen[0], "a1.1" in chosen) == ("a1.2", False)
