"""The tense in which a sentence speaks of a date: spaCy's tokens in, "past", "present", "future" or "plan" out.

The nearest verb above the date decides, and what is said of plans, appointments, deadlines and conditions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

__all__ = ["said_then", "tense_of"]

MAX_CLIMB = 12
"""Heads to look at when climbing a tree: deeper nesting is a fault of the parse, and a bound keeps odd text cheap."""

_MODALS = frozenset(("will", "would", "shall", "'ll", "’ll", "wo", "'d", "may", "might", "must", "should"))
"""After these a bare verb looks ahead; "can" and "could" are as often about the past."""


def tense_of(token: Token) -> str:
    """The tense of the nearest verb above a token that has one."""
    prepositions: list[str] = []
    date = token
    saying = said_then(token)
    if saying is not None:
        token = saying
    for _ in range(MAX_CLIMB):
        if token.dep_ == "prep":
            prepositions.append(token.lower_)
        if token.pos_ in ("VERB", "AUX"):
            is_ahead = _is_appointment(token, prepositions, date)
            tense = "future" if is_ahead else "plan" if _is_set_for(token, date) else _tense_of_verb(token)
            if tense:
                return tense
        if token.head.i == token.i:
            break
        token = token.head
    return ""


def _tense_of_verb(verb: Token) -> str:
    """The tense of one verb with its helpers: "past", "present", "future", "plan" (of a calendar), "" for most infinitives."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if _is_planned_infinitive(verb) or any(child.tag_ == "VBG" and child.lower_ == "going" for child in helpers):
        return "future"
    if any(child.tag_ == "MD" and child.lower_ in _MODALS for child in helpers):
        # "would have met on Friday" is over
        return "past" if any(child.lower_ == "have" for child in helpers) else "future"
    if _is_past_participle(verb, helpers) or verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if any(child.lower_ in ("has", "have", "'ve", "’ve") for child in helpers):
        return "past"
    if _is_timetable(verb, helpers):
        return "plan"
    if verb.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in helpers):
        return "future" if _is_condition(verb) else "present"
    return ""


def said_then(token: Token) -> Token | None:
    """The verb of saying to which words of time belong that the parser has tied to what was said: "said on Monday it will close".

    They belong to the saying where they stand before the statement and no "that" stands before them; None for all others.
    """
    phrase = token
    for _ in range(MAX_CLIMB):
        if phrase.head.i == phrase.i or phrase.head.pos_ in ("VERB", "AUX"):
            break
        phrase = phrase.head
    verb = phrase.head
    saying = verb.head
    if (
        verb.dep_ != "ccomp"
        or phrase.dep_ not in ("prep", "npadvmod", "advmod")
        or not saying.i < phrase.i < verb.i
        or saying.lemma_.lower() not in load_lexicon("events").words("verbs.speech")
    ):
        return None
    begins = phrase.left_edge.i
    if any(child.i < begins for child in verb.children) or not token.doc[begins - 1].text[-1:].isalnum():
        return None
    return saying


def _is_appointment(verb: Token, prepositions: Sequence[str], date: Token) -> bool:
    """True iff a verb puts a day ahead whatever its own tense.

    "Was set for Friday", "declared a curfew from Friday", "has promised a vote by Friday", "scheduled a vote Friday".
    """
    lexicon, ahead = load_lexicon("events"), load_lexicon("dates")
    lemma = verb.lemma_.lower()
    if "for" in prepositions and lemma in lexicon.words("calendar.appointing"):
        return True
    if "from" in prepositions and lemma in lexicon.words("calendar.ordering"):
        return True
    has_deadline = any(word in ahead.words("appointments.deadlines") for word in prepositions)
    if has_deadline and lemma in ahead.words("appointments.promising"):
        return True
    if lemma not in ahead.words("appointments.arranging"):
        return False
    # "planned on Friday to strike" tells when it was planned, "planned a strike on Friday" when it will be
    return verb.dep_ == "acl" or any(child.dep_ == "dobj" and verb.i < child.i < date.i for child in verb.children)


def _is_condition(verb: Token) -> bool:
    """True iff a clause in the present says when or whether something will be: "if they win in November", "when markets open Monday"."""
    return verb.dep_ in ("advcl", "ccomp", "pcomp") and any(
        child.dep_ in ("mark", "advmod") and child.lower_ in load_lexicon("dates").words("appointments.conditions")
        for child in verb.children
    )


def _is_set_for(verb: Token, date: Token) -> bool:
    """True iff "is" puts its subject on a date: "the vote is on Friday", "the deadline is Monday"."""
    if verb.lemma_.lower() != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return date.head.i == verb.i or (date.head.lower_ == "on" and date.head.head.i == verb.i and date.i > verb.i)


def _is_past_participle(verb: Token, helpers: Sequence[Token]) -> bool:
    """True iff a participle alone tells what was done to its noun: "the order issued Thursday may be lifted"."""
    return (
        verb.tag_ == "VBN"
        and not helpers
        and verb.dep_ in ("acl", "advcl")
        and not any(child.dep_ == "mark" for child in verb.children)
    )


def _is_timetable(verb: Token, helpers: Sequence[Token]) -> bool:
    """True iff a verb in the present tells what a calendar holds: "the trial ends on Friday", "she is flying to Oslo on Friday"."""
    is_progressive = verb.tag_ == "VBG" and [child.lower_ for child in helpers] in (["is"], ["are"], ["am"])
    return (
        ((verb.tag_ in ("VBZ", "VBP") and not helpers) or is_progressive)
        and verb.lemma_.lower() in load_lexicon("events").words("calendar.timetable")
        # "waves as she takes the stage Sunday", under a picture
        and not any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
    )


def _is_planned_infinitive(verb: Token) -> bool:
    """True iff a verb is an infinitive that another word puts ahead: "is set to begin", "agreed to meet"."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_bare = verb.tag_ == "VB" or any(child.tag_ == "VB" for child in helpers)
    if not is_bare or not any(child.lower_ == "to" for child in helpers):
        return False
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be":
        # "is to open on Friday", "if it were to win in November"
        return verb.head.tag_ in ("VBZ", "VBP") or _is_condition(verb.head)
    if verb.head.tag_ == "VBD" and verb.head.lemma_.lower() in load_lexicon("dates").words("appointments.trying"):
        # "tried to land on Friday"
        return False
    ahead = load_lexicon("events").words("status.planning")
    return verb.dep_ in ("xcomp", "acl", "ccomp", "advcl") and verb.head.lemma_.lower() in ahead
