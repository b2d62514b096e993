"""What each actor did or said that tells most: actors and events in, actors with `did` out."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.clauses import clause_root
from briefing.analysis.deed_clauses import (
    STATUS_WEIGHT,
    first_of_verb,
    has_clause,
    is_indefinite,
    is_intended,
    is_stated,
    is_told,
    loose_ends,
    phrase_heads,
    spoken_subject,
    verb_worth,
    words_in,
)
from briefing.analysis.deed_limits import (
    SHOWN,
    agents_of,
    agrees,
    far_pronoun,
    is_parted,
    is_torn,
    noun_forms,
    quoted_passages,
    reads_as_noun,
    stands_alone,
    suffering,
    touched,
)
from briefing.analysis.parse import start_of
from briefing.analysis.participants import object_of
from briefing.analysis.pronouns import HE_OR_SHE
from briefing.model.findings import ActorKind, EventStatus, QuoteKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import Parsed
    from briefing.model.findings import Actor, Event, Mention, Quote

__all__ = ["with_deeds"]

MOST_DEEDS = 4
"""Deeds kept of each actor, no two of one sentence: a page shows one that it does not tell elsewhere."""

NESTED = 4
"""Statements that may stand around an event: a quotation within a report within a document."""

FEWEST, FEWEST_SAID, MOST = 3, 6, 18
"""Words of a deed that tells something and still fits on a card; a verb of saying tells something only with what was said."""

CLOSING = ('"', "”")
"""Marks behind the words of somebody."""

BREAKS = (":", ";")
"""Marks behind which another statement begins."""

UNTOLD = frozenset({"be", "say", "tell", "add"})
"""Verbs whose clause does nothing to anybody."""

LOOSE = 0.7
"""What each word that points at nothing takes from a deed."""

BESIDE = 0.6
"""What a clause that only stands beside the main one tells less."""

YEAR = 365
"""Days after which what happened is background."""

_Row = tuple[bool, float, Span]
"""Whether a deed is long ago, what it is worth, its words."""

CLEAR = 0.15
"""The least worth of a deed: what is worth less is better left out."""


def with_deeds(
    parsed: Parsed, actors: Sequence[Actor], events: Sequence[Event], quotes: Sequence[Quote] = ()
) -> tuple[Actor, ...]:
    """The actors in the same order, each with the clauses that tell best what it did or said, where there are any.

    Of an actor of whom no such clause is told, the whole clauses that tell what was done to it. What an actor says in words of its own
    is no deed, nor what others say of it: the quotes tell who says what.
    """
    search = _Search(parsed, actors, quotes)
    own: dict[str, list[_Row]] = defaultdict(list)
    met: dict[str, list[_Row]] = defaultdict(list)
    for event in events:
        is_old = search.is_long_ago(event)
        for who, worth, deed in (*search.deeds_in(event), *search.acts_in(event)):
            own[who].append((is_old, worth, deed))
        for who, worth, deed in search.blows_in(event):
            met[who].append((is_old, worth, deed))
    found = []
    for actor in actors:
        rows = (own.get(actor.id, ()), met.get(actor.id, ()))
        changed = (_with_best(parsed, actor, row) for row in rows)
        found.append(next((better for better in changed if better.deeds), actor))
    return tuple(found)


def _with_best(parsed: Parsed, actor: Actor, candidates: Iterable[_Row]) -> Actor:
    document = parsed.document
    # Background comes last whatever it is worth: "was founded in 1968" is no news beside anything that is.
    ranked = sorted((row for row in candidates if row[1] >= CLEAR), key=lambda row: (row[0], -row[1], row[2].start))
    by_sentence: dict[str, Span] = {}
    for _, _, deed in ranked:
        by_sentence.setdefault(document.cite(deed).sentence, deed)
    deeds = tuple(by_sentence.values())[:MOST_DEEDS]
    if not deeds:
        return actor
    cited = document.cite(deeds[0])
    citations = actor.citations if cited in actor.citations else (*actor.citations, cited)
    return dataclasses.replace(actor, did=deeds[0], deeds=deeds, citations=citations)


class _Search:
    """A document with what is known of it when deeds are looked for."""

    def __init__(self, parsed: Parsed, actors: Sequence[Actor], quotes: Sequence[Quote]) -> None:
        self.parsed, self.document = parsed, parsed.document
        self.index = ActorIndex(actors)
        self.nouns = noun_forms(parsed)
        self.quoted = quoted_passages(self.document.source.text)
        # Whatever stands in somebody's own words is speech, also about themselves.
        self.told = sorted(
            (part.start, part.end, "" if quote.kind is QuoteKind.DIRECT else quote.actor)
            for quote in quotes
            if quote.cue is not None or quote.kind is QuoteKind.DIRECT
            for part in quote.parts
        )

    def deeds_in(self, event: Event) -> Iterator[tuple[str, float, Span]]:
        """(actor, worth, words without the subject) for every actor that is the subject of an event."""
        if event.is_noun or self._is_heading(event):
            return
        verb = self.parsed.token_at(event.trigger.start)
        if verb is None or (event.is_speech and not is_told(verb)):
            return
        subject = spoken_subject(verb)
        if subject is None or not self._is_main(event, verb):
            return
        first = first_of_verb(verb, subject)
        if event.status is EventStatus.POSSIBLE and not is_intended(verb):
            return
        if first is None or not any(part.start <= start_of(first) < part.end for part in event.parts):
            return
        if is_parted(subject, first) or not agrees(subject, first):
            return
        deed = self._closed(Span(start_of(first), event.clause.end))
        if any(mark in self.document.text_of(deed) for mark in BREAKS) or reads_as_noun(verb, self.nouns):
            return
        if far_pronoun(self.document.source.text, event.parts, deed.start):
            return
        tokens = words_in(verb, event.parts, deed.start)
        for head in phrase_heads(subject):
            meant = self._meant(head)
            if meant is None or is_indefinite(head) or not self._is_its_own(meant[1].id, event):
                continue
            if meant[0].how == "pronoun" and self._names(meant[1], deed):
                continue
            worth = self._worth(event, verb, deed) - LOOSE * loose_ends(tokens, meant[1].kind, self._gender(meant[1]))
            yield meant[1].id, worth - (0.0 if meant[0].how != "pronoun" else 0.1), deed

    def acts_in(self, event: Event) -> Iterator[tuple[str, float, Span]]:
        """(actor, worth, words with the subject) for every actor by whom an event is done: "the bridge was closed by the mayor"."""
        if event.is_noun or event.status is EventStatus.POSSIBLE or event.depth or event.said_by:
            return
        verb = self.parsed.token_at(event.trigger.start)
        if verb is None or self._is_heading(event) or self._covering(event) or verb.dep_ not in ("ROOT", "conj"):
            return
        tokens = words_in(verb, event.parts, event.clause.start)
        if not stands_alone(tokens) or any(mark in self.document.text_of(event.clause) for mark in BREAKS):
            return
        for agent in agents_of(verb):
            meant = self._meant(agent)
            named = next((place for place, word in enumerate(tokens) if word.i == agent.i), SHOWN)
            if meant is None or meant[0].how in {"pronoun", "description"} or named >= SHOWN:
                continue
            worth = self._worth(event, verb, event.clause) - LOOSE * loose_ends(tokens, meant[1].kind)
            yield meant[1].id, worth - 0.2, event.clause

    def blows_in(self, event: Event) -> Iterator[tuple[str, float, Span]]:
        """(actor, worth, words with the subject) for every actor that an event is done to, as the text itself states it."""
        if event.status is EventStatus.POSSIBLE or event.depth > event.is_noun or event.is_speech or event.said_by:
            return
        trigger = self.parsed.token_at(event.trigger.start)
        if trigger is None or self._is_heading(event) or self._covering(event):
            return
        verb = clause_root(trigger) if event.is_noun else trigger
        if (
            verb.lemma_.lower() in UNTOLD
            or verb.dep_ not in ("ROOT", "conj")
            or any(mark in self.document.text_of(event.clause) for mark in BREAKS)
        ):
            return
        tokens = words_in(verb, event.parts, event.clause.start)
        if not stands_alone(tokens):
            return
        target = object_of(trigger) if not event.is_noun else suffering(trigger)
        for token, malus in touched(target, trigger):
            meant = self._meant(token)
            named = next((place for place, word in enumerate(tokens) if word.i == token.i), SHOWN)
            if meant is None or meant[0].how in {"pronoun", "description"} or named >= SHOWN:
                continue
            worth = self._worth(event, verb, event.clause) - LOOSE * loose_ends(tokens, meant[1].kind)
            yield meant[1].id, worth - malus - (0.3 if event.is_noun else 0.0), event.clause

    def _closed(self, deed: Span) -> Span:
        """The words with the quotation mark directly behind them that closes one in them."""
        text = self.document.source.text
        ends = text[deed.end : deed.end + 1] in CLOSING and is_torn(self.document.text_of(deed))
        return Span(deed.start, deed.end + 1) if ends and deed.end < len(text) else deed

    def _gender(self, actor: Actor) -> str:
        """The letter for a person that the text calls "he" (m) or "she" (f), "" where it does neither."""
        pronouns = (
            self.document.text_of(mention.span).lower() for mention in actor.mentions if mention.how == "pronoun"
        )
        return next((HE_OR_SHE[word] for word in pronouns if word in HE_OR_SHE), "")

    def _meant(self, head: Token) -> tuple[Mention, Actor] | None:
        """The actor that a phrase means by its head: not one that it only belongs to, and no place."""
        meant = self.index.named(head)
        return None if meant is None or meant[1].kind is ActorKind.PLACE else meant

    def _is_heading(self, event: Event) -> bool:
        return self.document.sentence_at(event.trigger.start).is_heading

    def _is_main(self, event: Event, verb: Token) -> bool:
        """True iff an event stands in a main clause, or in one beside it that states something by itself."""
        return not event.depth or (event.depth == 1 and is_stated(verb))

    def is_long_ago(self, event: Event) -> bool:
        """True iff an event lies a year or more before the article: background, not what it reports."""
        published = self.document.source.published
        return event.when is not None and published is not None and (published - event.when.last_day).days > YEAR

    def _covering(self, event: Event) -> list[str]:
        """Who says the words of an event, "" for one who is no actor; nobody for the author's own."""
        at = bisect_right(self.told, event.trigger.start, key=lambda row: row[0])
        # Statements do not nest deeply: the one that covers the event begins among the last few before it.
        known = [speaker for _, end, speaker in self.told[max(0, at - NESTED) : at] if event.trigger.end <= end]
        if known:
            return known
        at = bisect_right(self.quoted, event.trigger.start, key=lambda row: row[0])
        return [""] if at and event.trigger.end <= self.quoted[at - 1][1] else []

    def _names(self, actor: Actor, words: Span) -> bool:
        """True iff words call an actor by its name: of whom "he" says something by that name is somebody else, or not "he"."""
        return any(mention.span in words for mention in actor.mentions if mention.how not in {"pronoun", "description"})

    def _is_its_own(self, actor: str, event: Event) -> bool:
        """True iff the text states the deed itself, or has it from the actor."""
        covering = self._covering(event)
        if covering:
            return all(speaker == actor for speaker in covering)
        return event.said_by == actor or (not event.said_by and event.status is not EventStatus.REPORTED)

    def _worth(self, event: Event, verb: Token, deed: Span) -> float:
        """How much a deed tells, from its status, its verb, its length and its place; 0 or less for one not worth a card."""
        document = self.document
        text = " ".join(
            document.text_of(Span(max(part.start, deed.start), deed.end if part is event.parts[-1] else part.end))
            for part in event.parts
            if part.end > deed.start
        )
        words = len(text.split())
        if is_torn(text):
            return 0.0
        if words < (FEWEST_SAID if event.is_speech and has_clause(verb) else FEWEST):
            return 0.0
        worth = STATUS_WEIGHT[event.status] + verb_worth(verb)
        worth += 0.2 if event.is_dated else 0.0
        worth += 0.1 if event.whom is not None else 0.0
        worth -= 0.4 if event.is_speech else 0.0
        worth -= 0.5 if self.is_long_ago(event) else 0.0
        worth -= BESIDE if event.depth and not event.is_noun else 0.0
        worth -= 0.03 * max(0, words - MOST)
        place = document.index_at(event.trigger.start) / max(1, len(document.sentences))
        return worth + 0.3 * (1 - place)
