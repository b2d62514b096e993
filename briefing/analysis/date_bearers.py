"""Which trigger of a sentence bears a date: date mentions and spaCy's tokens in, tokens out.

The nearest trigger above a date's words in the parse bears it; from there it is handed on to what hangs on that event in the same story.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from briefing.analysis.parse import said_then, start_of
from briefing.analysis.told_verbs import NOUN_CLIMB, SAYING, is_active_past, is_past
from briefing.lexicon import load_lexicon
from briefing.model.dates import Basis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import ParsedSentence
    from briefing.model.dates import DateMention, ResolvedDate
    from briefing.model.text import Span

__all__ = ["governor_of", "head_of", "inherit_dates", "noun_before", "objects_of"]

MAX_CLIMB = 10
"""Heads between a date and its event: deeper ones are faults of the parse."""


def head_of(mention: DateMention, parsed: ParsedSentence) -> Token | None:
    """The token that ties a date's words to the rest of the sentence."""
    inside = [token for token in parsed.tokens if mention.span.start <= start_of(token) < mention.span.end]
    if not inside:
        return None
    indices = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in indices or token.head.i == token.i), inside[-1])


def noun_before(head: Token, triggers: dict[int, Token]) -> Token | None:
    """The event noun right before "since Monday" or "from Monday", which say how long it lasts, or None."""
    if head.dep_ != "pobj" or head.head.lower_ not in ("since", "from", "until") or head.head.i == 0:
        return None
    noun = triggers.get(head.head.i - 1)
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN") else None


def objects_of(verb: Token) -> Iterator[Token]:
    """The objects of a verb and the nouns that these are measures of ("three days of mourning")."""
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp"):
            yield child
            yield from (
                word for of in child.children if of.lower_ == "of" for word in of.children if word.dep_ == "pobj"
            )


def governor_of(head: Token, triggers: dict[int, Token]) -> Token | None:
    """The nearest trigger above a date's words."""
    saying = said_then(head)
    if saying is not None:
        return triggers.get(saying.i)
    token = head
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if token.i in triggers:
            return token
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            # The verb is no trigger ("was", "has"): its complement may be the event.
            return next(
                (
                    child
                    for child in token.children
                    if child.i in triggers and child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "acomp")
                ),
                None,
            )
    return None


def inherit_dates(
    found: dict[int, tuple[ResolvedDate | None, Span]],
    triggers: Sequence[Token],
    is_ahead: Callable[[ResolvedDate | None], bool],
) -> None:
    """Passes a date to the events that hang on its event in the same story: coordinated verbs, complements, objects."""
    for token in triggers:
        if token.i in found:
            continue
        giver = _giver(token, found)
        if giver is not None:
            date, words = found[giver]
            if is_ahead(date) and is_active_past(token):
                continue
            found[token.i] = (dataclasses.replace(date, basis=Basis.INHERITED) if date else None, words)


def _giver(token: Token, found: Mapping[int, tuple[ResolvedDate | None, Span]]) -> int | None:
    """The index of the dated trigger from which a trigger may take its date, or None."""
    if token.pos_ in ("NOUN", "PROPN"):
        return _dated_verb_above(token, found)
    if token.dep_ in ("conj", "xcomp", "pcomp", "advcl") and token.head.i in found and _same_tense(token, token.head):
        return _index(token.head)
    if token.dep_ == "ccomp" and token.head.i in found and token.head.lemma_.lower() not in SAYING:
        return _index(token.head)
    below = (child for child in token.children if child.i in found)
    return next(
        (
            _index(child)
            for child in below
            if child.dep_ == "xcomp" or (child.dep_ == "conj" and _same_tense(token, child))
        ),
        None,
    )


def _dated_verb_above(noun: Token, found: Mapping[int, tuple[ResolvedDate | None, Span]]) -> int | None:
    """The index of the dated verb in whose clause an event noun stands, or None."""
    above = noun
    words = load_lexicon("events").words
    for _ in range(NOUN_CLIMB):
        speaking = words("verbs.speech") | words("verbs.speech_acts")
        if above.dep_ in ("dobj", "prep") and above.head.lemma_.lower() in speaking:
            # "They condemned the raid on Sunday": the day is that of the condemning.
            return None
        if above.dep_ == "nsubj" and above.head.lemma_.lower() in words("calendar.ending"):
            # "The strike ends on Friday": it has been going on for long.
            return None
        if above.head.i == above.i or above.dep_ in ("relcl", "advcl", "acl"):
            return None
        above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return _index(above) if above.i in found else None
    return None


def _index(token: Token) -> int:
    index: int = token.i
    return index


def _same_tense(first: Token, second: Token) -> bool:
    return is_past(first) == is_past(second) or second.tag_ == "VB" or first.tag_ in ("VB", "VBG")
