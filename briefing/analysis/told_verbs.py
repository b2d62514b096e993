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
    "goes_on",
    "is_active_past",
    "is_aside",
    "is_done_now",
    "is_occasion",
    "is_past",
    "is_perfect",
    "is_told",
    "is_told_of",
    "makes_plain",
    "tells_its_time",
]

NOUN_CLIMB = 5
"""Heads between an event noun and the verb of its clause."""

CIRCUMSTANCE = frozenset(("with", "by", "in", "at", "during", "amid", "through"))
"""Prepositions of what was done at the same time."""

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
    if verb.tag_ == "VBN" and any(child.lower_ in ("is", "are") and child.dep_ == "auxpass" for child in verb.children):
        # They took a break, but "are expected" back.
        return "VBD" in tags
    return verb.tag_ in ("VBD", "VBN") or (verb.tag_ == "VBG" and "VBD" in tags)


def is_aside(token: Token) -> bool:
    """True iff a clause tells of another time than the news around it: "who later retired", "a week after the fire closed the docks"."""
    verb = clause_verb(token)
    if any(
        child.dep_ == "advmod" and child.lower_ in load_lexicon("events").words("calendar.other")
        for child in verb.children
    ):
        return True
    for _ in range(NOUN_CLIMB):
        if verb.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            break
        verb = verb.head
    if verb.dep_ == "relcl":
        # "Gave a speech in which she urged": at the same time.
        return not any(
            child.dep_ == "prep" and child.lower_ in CIRCUMSTANCE and _is_which(child) for child in verb.children
        )
    is_after = any(
        child.dep_ == "mark" and child.lower_ in ("after", "before", "since") and child.i - verb.sent.start >= 1
        for child in verb.children
    )
    return verb.dep_ == "advcl" and is_after and any(child.dep_ == "npadvmod" for child in verb.children)


def _is_which(preposition: Token) -> bool:
    return any(child.tag_ in ("WDT", "WP") for child in preposition.children)


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


def goes_on(token: Token) -> bool:
    """True iff a trigger is told as going on: "is emerging", "are suing the board"."""
    verb = clause_verb(token)
    return verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in verb.children)


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


def is_told_of(noun: Token, dated: Mapping[int, tuple[object, object]]) -> bool:
    """True iff a verb with another time, or none, tells of a dated event: "condemned Friday's raid" is no event of Friday."""
    is_noun = noun.pos_ in ("NOUN", "PROPN") and noun.dep_ not in ("nsubj", "nsubjpass")
    if not is_noun or dated.get(noun.i, (None, None))[1] is None:
        return False
    verb = clause_verb(noun)
    words = load_lexicon("events").words
    if noun.dep_ == "pobj" and noun.head.head.i == verb.i and noun.head.lower_ in CIRCUMSTANCE:
        # "Shook the race with his speech on Friday": both were then.
        return False
    is_its_own = verb.lemma_.lower() in words("status.carrying") | words("status.occurring")
    if verb.i == noun.i or verb.pos_ != "VERB" or is_its_own:
        return False
    return dated.get(verb.i, (None, None))[1] != dated[noun.i][1]


def makes_plain(verb: Token) -> bool:
    """True iff a "make" only says something: "made it clear that"."""
    return verb.lemma_.lower() == "make" and any(
        child.lower_ in load_lexicon("events").words("verbs.plain")
        and child.dep_ in ("ccomp", "acomp", "oprd", "xcomp")
        for child in verb.children
    )


def is_occasion(verb: Token) -> bool:
    """True iff a participle only says on what occasion something was said: "Speaking in Marstad today, Holm said"."""
    speech = load_lexicon("events").words("verbs.speech")
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and verb.i < verb.head.i
        and verb.lemma_.lower() in speech
        and verb.head.lemma_.lower() in speech
    )
