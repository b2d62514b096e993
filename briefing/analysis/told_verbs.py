"""How the text tells an event: in the past, as news, as older than the news. spaCy's tokens in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

__all__ = [
    "NOUN_CLIMB",
    "SAYING",
    "clause_verb",
    "is_active_past",
    "is_done_now",
    "is_past",
    "is_perfect",
    "is_told",
    "tells_its_time",
]

NOUN_CLIMB = 5
"""Heads between an event noun and the verb of its clause."""

SAYING = frozenset(("say", "tell", "report", "announce", "claim", "add", "write", "note", "state"))
"""Verbs whose own date tells when it was said, not when it happened."""


def clause_verb(token: Token) -> Token:
    """The verb of a trigger's clause; the trigger itself where there is none near."""
    verb = token
    for _ in range(NOUN_CLIMB):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    return verb


def is_past(token: Token) -> bool:
    """True iff a trigger is told in the past or the perfect, without a modal; for a noun: its verb is."""
    verb = clause_verb(token)
    tags = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "MD" in tags:
        return False
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return is_past(verb.head) if verb.head.i != verb.i else False
    return verb.tag_ in ("VBD", "VBN") or (verb.tag_ == "VBG" and "VBD" in tags)


def is_told(token: Token, *, is_heading: bool) -> bool:
    """True iff a trigger is told as having happened now: no past perfect, no modal; in a heading in the present too."""
    verb = clause_verb(token)
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" or child.lower_ == "had" for child in helpers):
        return False
    is_quality = verb.dep_ == "acl" or any(child.lower_ in ("is", "are") for child in helpers)
    if verb.tag_ == "VBN" and is_quality and not is_heading:
        # "A jet made by the firm", "is built with four": what it is, not what was done.
        return False
    if is_heading or verb.lemma_.lower() in SAYING:
        return verb.tag_ in ("VBZ", "VBP", "VBD", "VBN")
    return is_past(token) or (verb.tag_ == "VBG" and bool(helpers))


def is_done_now(noun: Token, *, is_lead: bool) -> bool:
    """True iff a verb tells that an event noun took place or was brought about; most others speak of older events."""
    words = load_lexicon("events").words
    lemma = noun.head.lemma_.lower()
    is_news = is_lead and lemma not in words("verbs.speech") | words("verbs.speech_acts")
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return is_news or lemma in words("status.occurring")
    return noun.dep_ == "dobj" and (is_news or lemma in words("status.carrying"))


def is_perfect(token: Token) -> bool:
    """True iff a trigger is told in a perfect tense."""
    verb = clause_verb(token)
    return any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in verb.children)


def is_active_past(verb: Token) -> bool:
    """True iff a verb itself tells what was done ("announced", "has set"), not what was appointed ("was set")."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" or child.dep_ == "auxpass" for child in helpers):
        return False
    if verb.lemma_.lower() in load_lexicon("events").words("calendar.awaiting"):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(child.lemma_.lower() == "have" for child in helpers))


def tells_its_time(token: Token, dated: Mapping[int, object]) -> bool:
    """True iff a clause with a date says when an event was: "when the board met in March, the union walked out"."""
    return any(
        child.dep_ == "advcl" and child.i in dated and any(word.tag_ == "WRB" for word in child.children)
        for child in clause_verb(token).children
    )
