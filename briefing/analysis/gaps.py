"""What an article does not say: the checklist of a careful reader, each line only where a search of the findings came up empty.

A gap is a phrase of ours without a citation. It says that something was not found in the text, never what the answer may be; where
a test is in doubt, it stays silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.dates import DateType
from briefing.model.findings import ActorKind, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.analysis.parse import Parsed
    from briefing.model.dates import DateMention
    from briefing.model.findings import Actor, Event, Quote

__all__ = ["find_gaps"]

FEWEST_SENTENCES = 4
"""Below this an article is a note, of which a checklist says nothing but that it is short."""


def find_gaps(
    parsed: Parsed,
    *,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    events: Sequence[Event],
) -> Iterator[str]:
    """The phrases for what was not found, in the order of the checklist: who, when, where, why, other side, sources."""
    sentences = list(parsed.prose())
    if len(sentences) < FEWEST_SENTENCES:
        return
    words = {token.lower_ for sentence in sentences for token in sentence.tokens}
    lemmas = {token.lemma_.lower() for sentence in sentences for token in sentence.tokens}
    entities = {token.ent_type_ for sentence in sentences for token in sentence.tokens}
    lexicon = load_lexicon("gaps")
    if not any(actor.kind is not ActorKind.PLACE for actor in actors) and not entities & {
        "PERSON",
        "ORG",
        "NORP",
        "GPE",
    }:
        yield "Who: no person, organisation or group is named in the text."
    dated = any(date.type in (DateType.DATE, DateType.TIME) for date in dates) or any(
        event.is_dated for event in events
    )
    if not dated and not entities & {"DATE", "TIME"}:
        yield "When: no date or time was found in the text."
    if not any(actor.kind in (ActorKind.PLACE, ActorKind.COUNTRY) for actor in actors) and not entities & {
        "GPE",
        "LOC",
        "FAC",
    }:
        yield "Where: no place was found in the text."
    text = " ".join(" ".join(token.lower_ for token in sentence.tokens) for sentence in sentences)
    if not (
        words & lexicon.words("reasons")
        or lemmas & lexicon.words("causes")
        or _has_purpose(parsed)
        or any(f" {phrase} " in text for phrase in lexicon.ordered("reason_phrases"))
    ):
        yield "Why: no reason or cause was found in the text."
    yield from _answers(parsed, quotes, lemmas, text)
    yield from _sources(quotes)


def _has_purpose(parsed: Parsed) -> bool:
    """True iff a clause of purpose or reason stands in the text: "in order to", "to protest against", "because"."""
    return any(
        token.dep_ == "advcl"
        and (
            any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
            or any(child.dep_ == "mark" and child.lower_ in {"as", "because", "since"} for child in token.children)
        )
        for sentence in parsed.prose()
        for token in sentence.tokens
    )


def _answers(parsed: Parsed, quotes: Sequence[Quote], lemmas: set[str], text: str) -> Iterator[str]:
    """The other side's answer, where somebody is accused and nobody answers."""
    lexicon = load_lexicon("gaps")
    accused = False
    for sentence in parsed.prose():
        for token in sentence.tokens:
            if token.pos_ == "VERB" and token.lemma_.lower() in lexicon.words("accusing"):
                accused = True
    if (
        not accused
        or lemmas & lexicon.words("answering")
        or any(phrase in text for phrase in lexicon.ordered("answer_phrases"))
    ):
        return
    speakers = {quote.actor or _words(parsed, quote) for quote in quotes if quote.speaker is not None}
    if len(speakers) <= 1:
        yield "No response from the side that is accused was found in the text."


def _words(parsed: Parsed, quote: Quote) -> str:
    return parsed.document.text_of(quote.speaker).lower() if quote.speaker is not None else ""


def _sources(quotes: Sequence[Quote]) -> Iterator[str]:
    """Sources: none at all, none with a name, only one."""
    statements = [quote for quote in quotes if quote.speaker is not None or quote.source is SourceKind.HEARSAY]
    if not statements:
        if not quotes:
            yield "No source is quoted or cited in the text."
        return
    known = [
        quote for quote in statements if quote.source in (SourceKind.NAMED, SourceKind.OFFICIAL, SourceKind.DOCUMENT)
    ]
    if not known:
        yield "No named source was found in the text."
        return
    named = {quote.actor for quote in known if quote.actor}
    if (
        len(named) == 1
        and all(quote.actor for quote in known)
        and not any(quote.source is SourceKind.UNNAMED and quote.speaker is not None for quote in statements)
    ):
        yield "No second source was found in the text."
