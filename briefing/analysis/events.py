"""The events of a document: a parse, actors, dates and quotes in, `Event` values out.

Every mention is an event; retellings are tied by `same_as` and merged on the page only.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from briefing.analysis.clause_cores import core_parts
from briefing.analysis.clause_edges import behind, end_of_dateline
from briefing.analysis.clauses import clause_parts, clause_root, makes_sentence
from briefing.analysis.event_dates import EventDates
from briefing.analysis.factuality import status_of
from briefing.analysis.parse import span_between, span_of, start_of
from briefing.analysis.participants import object_of, phrase_span, subject_of
from briefing.analysis.presumed_dates import with_presumed_date
from briefing.analysis.prospects import is_appointed, is_described, lies_ahead
from briefing.analysis.retellings import Retellings, with_shared_dates
from briefing.analysis.telling_day import is_own_date, telling_day
from briefing.analysis.told_verbs import is_occasion, is_told_of, makes_plain, tells_its_time
from briefing.analysis.triggers import find_triggers, trigger_lemma
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind, Event, EventStatus, QuoteKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.model.dates import DateMention
    from briefing.model.findings import Quote

__all__ = ["find_events"]

LEAD = 2
"""Sentences that tell the day's news: what comes behind them may be older."""

MAX_DEPTH = 8
"""Clauses counted above an event: beyond it all are equally deep."""


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


def find_events(
    parsed: Parsed, *, actors: ActorIndex, dates: Sequence[DateMention], quotes: Sequence[Quote]
) -> Iterator[Event]:
    """Every mention of an event in text order, with ids "e1", "e2", ...; the first teller of each is its `same_as`."""
    published = telling_day(parsed.document, dates, parsed.document.source.published)
    own_dates = [date for date in dates if is_own_date(parsed.document, date)]
    dating = EventDates([date for date in dates if date not in own_dates], published, parsed.document.source.text)
    reported = _Reported(quotes)
    retellings = Retellings(parsed.document)
    lead = {sentence.sentence.id for sentence in islice(parsed.prose(), LEAD)}
    number = 0
    found: list[Event] = []
    for sentence in parsed.sentences:
        triggers = list(find_triggers(sentence.tokens))
        dated = dating.of_sentence(sentence, triggers)
        begins = sentence.sentence.span.start + (end_of_dateline(sentence.tokens.text) if triggers else 0)
        begins = max(begins, *(date.span.end for date in own_dates if date.span in sentence.sentence.span), 0)
        for token in triggers:
            number += 1
            event = _event(
                token,
                f"e{number}",
                sentence,
                parsed=parsed,
                actors=actors,
                reported=reported,
                dating=dating,
                begins=begins,
            )
            when, words = dated.get(token.i, (None, None))
            is_open = token.i not in dated and event.status in TOLD
            if is_open and not tells_its_time(token, dated) and not is_appointed(token):
                place = sentence.sentence
                when = dating.of_the_day(token, is_heading=place.is_heading, is_lead=place.id in lead)
            if event.status in (EventStatus.HAPPENED, EventStatus.REPORTED) and lies_ahead(
                token, when, dated, published=published
            ):
                event = dataclasses.replace(event, status=EventStatus.PLANNED)
            # "Are expected to sail" is told by "sail".
            is_aim = is_appointed(token) and event.status in TOLD
            is_own = event.is_sentence and not is_aim and not is_told_of(token, dated)
            event = dataclasses.replace(event, when=when, when_words=words, is_sentence=is_own)
            found.append(
                with_presumed_date(
                    retellings.tie(event, token),
                    token,
                    sentence=sentence.sentence.span,
                    dating=dating,
                    published=published,
                )
            )
    yield from with_shared_dates(found)


TOLD = (EventStatus.HAPPENED, EventStatus.REPORTED, EventStatus.DENIED)
"""What is told of the day; what is planned or possible lies ahead of it, nobody knows how far."""


def _event(
    token: Token,
    name: str,
    sentence: ParsedSentence,
    *,
    parsed: Parsed,
    actors: ActorIndex,
    reported: _Reported,
    dating: EventDates,
    begins: int,
) -> Event:
    """The event of one trigger, not yet dated nor merged; `begins`: where the sentence goes on behind a dateline."""
    is_noun = token.pos_ in ("NOUN", "PROPN")
    verb = clause_root(token) if is_noun or token.pos_ == "ADJ" else token
    parts = dating.whole(_within(clause_parts(verb), sentence.sentence.span) or (span_of(token),))
    parts = behind(_within(parts, sentence.sentence.span), begins) or (span_of(token),)
    trigger = _trigger_span(token)
    subject, target = _participants(token, is_noun=is_noun)
    subject = _behind_dateline(subject, begins)
    place = _place_of(token, actors)
    speaker = None if is_described(token) else reported.speaker_of(trigger)
    spans = [
        dating.without_dates(phrase_span(word)) if word is not None and word.tag_ not in ("WDT", "WP", "EX") else None
        for word in (subject, target)
    ]
    return Event(
        id=name,
        trigger=trigger,
        lemma=trigger_lemma(token),
        clause=Span(min(part.start for part in parts), max(part.end for part in parts)),
        parts=parts,
        who=spans[0],
        whom=spans[1],
        place=place,
        actors=_actor_ids([word for word in (subject, target) if word is not None], actors),
        when=None,
        when_words=None,
        status=status_of(token, reported=speaker is not None),
        said_by=speaker or "",
        same_as="",
        is_speech=(token.lemma_.lower() in _words("verbs.speech") and not is_noun) or makes_plain(token),
        is_noun=is_noun,
        depth=_depth(token),
        citations=(parsed.document.cite(Span(min(part.start for part in parts), max(part.end for part in parts))),),
        core=core_parts(verb, parts, trigger=token),
        is_sentence=makes_sentence(verb) and not is_occasion(verb),
    )


def _within(parts: Sequence[Span], sentence: Span) -> tuple[Span, ...]:
    """The parts that lie inside the sentence; the parser may tie words of its neighbours to it in odd texts."""
    return tuple(part for part in parts if part in sentence)


def _trigger_span(token: Token) -> Span:
    """The trigger's words: a verb with its particle where that follows at once."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.dep_ == "prt" and following.head.i == token.i:
        return span_between(token, following)
    return span_of(token)


def _participants(token: Token, *, is_noun: bool) -> tuple[Token | None, Token | None]:
    """Who does it and to whom: of a noun, its possessor or "by" phrase and its "of" phrase; or the subject of its verb."""
    if not is_noun:
        verb = token.head if token.pos_ == "ADJ" else token
        return subject_of(verb), object_of(verb)
    who = next((child for child in token.children if child.dep_ == "poss"), None)
    whom = None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "of", "on", "against"):
            phrase = next((word for word in child.children if word.dep_ == "pobj"), None)
            if child.lower_ == "by" and who is None:
                who = phrase
            elif whom is None:
                whom = phrase
    if who is None and token.dep_ == "dobj":
        who = subject_of(token.head)
    return who, whom


def _behind_dateline(subject: Token | None, begins: int) -> Token | None:
    """The subject, or the one behind it where the parser took the place of a dateline for it."""
    if subject is None or start_of(subject) >= begins:
        return subject
    others = (*subject.head.children, *subject.children)
    return next(
        (word for word in others if word.dep_ in ("nsubj", "nsubjpass", "appos", "conj") and start_of(word) >= begins),
        None,
    )


def _place_of(token: Token, actors: ActorIndex) -> Span | None:
    """The first place that a preposition of the event's clause names."""
    prepositions = _words("clauses.places")
    heads = [
        token,
        *([token.head] if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("dobj", "nsubj", "nsubjpass") else []),
    ]
    for head in heads:
        objects = [
            word
            for child in head.children
            if child.dep_ == "prep" and child.lower_ in prepositions
            for word in child.children
            if word.dep_ == "pobj"
        ]
        nested = [
            word
            for noun in [*objects, *[c for c in head.children if c.dep_ == "dobj"]]
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ in prepositions
            for word in child.children
            if word.dep_ == "pobj"
        ]
        for word in [*objects, *nested]:
            found = actors.at(start_of(word))
            if (found is not None and found[0].kind in (ActorKind.PLACE, ActorKind.COUNTRY)) or word.ent_type_ in (
                "GPE",
                "LOC",
                "FAC",
            ):
                return phrase_span(word)
    return None


def _actor_ids(heads: Sequence[Token], actors: ActorIndex) -> tuple[str, ...]:
    """The ids of the actors that the participants' words name, the subject first, each once."""
    found: list[str] = []
    for head in [word for first in heads for word in (first, *first.conjuncts)]:
        at_head = actors.named(head)
        span = phrase_span(head)
        inside = [actor for _, actor in actors.within(span)] if span is not None else []
        for actor in [*([at_head[1]] if at_head else []), *inside]:
            if actor.id not in found:
                found.append(actor.id)
    return tuple(found)


def _depth(token: Token) -> int:
    """How many clauses stand above a trigger in its sentence; the content of a verb of saying counts as its own sentence."""
    depth = 0
    for _ in range(MAX_DEPTH * 3):
        head = token.head
        if head.i == token.i or depth >= MAX_DEPTH:
            break
        if (
            token.dep_ in ("advcl", "relcl", "acl", "pcomp", "csubj", "parataxis", "appos")
            or (token.dep_ == "ccomp" and head.lemma_.lower() not in _words("verbs.speech"))
            or token.dep_ in ("pobj", "compound", "amod", "poss")
        ):
            depth += 1
        token = head
    return depth


class _Reported:
    """Knows which words stand inside somebody's statement, and whose."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._parts = sorted(
            (part.start, part.end, quote.actor)
            for quote in quotes
            for part in quote.parts
            # Words in quotation marks that nobody is said to say: the sentence around them is the author's.
            if quote.kind is not QuoteKind.MIXED or quote.speaker is not None or quote.actor
        )
        self._next = 0

    def speaker_of(self, span: Span) -> str | None:
        """The id of the actor who says these words, "" for one who is no actor, None for the author's own words.

        Spans must be asked for in text order, give or take a sentence.
        """
        while self._next < len(self._parts) and self._parts[self._next][1] <= span.start - 5_000:
            self._next += 1
        for start, end, actor in self._parts[self._next :]:
            if start > span.start:
                break
            if start <= span.start and span.end <= end:
                return actor
        return None
