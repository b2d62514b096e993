"""Whether an event is so: from the words around its trigger. spaCy's tokens in, an `EventStatus` out.

The cues climb the tree from the trigger: negation and auxiliaries of its own clause, then the verbs, nouns and adjectives that
govern it ("failed to", "plans to", "fears that"), then conditions. After Sauri and Pustejovsky (2009), FactBank.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.certainty import certainty_signs, is_ahead, openness_of
from briefing.analysis.clause_cues import is_to_be_held, own_cues, shares_cues
from briefing.analysis.conditions import is_condition, is_defined, is_supposed
from briefing.analysis.denials import is_barred, is_denied_around
from briefing.analysis.prospects import is_destined
from briefing.lexicon import load_lexicon
from briefing.model.findings import EventStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["status_of"]

MAX_CLIMB = 6
"""Governors to look at: the cue that decides stands near; more only finds the faults of the parse."""

OPEN, SURE = 0.0, -0.6
"""Log odds: above the first, most readers hold for open what no cue tells of; below it they take for done what was the aim of something
done, and below the second what another cue from further up holds open. The second is stricter, as a timeline had better call a deed open
than tell one that did not happen."""

ORDER = (EventStatus.DENIED, EventStatus.POSSIBLE, EventStatus.PLANNED)


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


def status_of(trigger: Token, *, reported: bool) -> EventStatus:
    """The status of a trigger's event; `reported` says that only a source says so.

    Where several hold: denied > possible > planned > reported > happened.
    """
    if trigger.pos_ == "ADJ" and trigger.dep_ in ("acomp", "oprd"):
        # "may be dead": the verb has the cues.
        trigger = trigger.head
    own = set(own_cues(trigger))
    found = own | set(_governing_cues(trigger))
    if is_supposed(trigger) or is_defined(trigger):
        own.add(EventStatus.POSSIBLE)
    if is_denied_around(trigger):
        own.add(EventStatus.DENIED)
    if is_destined(trigger) or is_to_be_held(trigger):
        own.add(EventStatus.PLANNED)
    found |= own
    if EventStatus.DENIED in found and is_condition(trigger):
        # "If the talks fail to bring peace" denies nothing.
        return EventStatus.POSSIBLE
    reported = reported or _is_reported(trigger) or EventStatus.REPORTED in found
    told = EventStatus.REPORTED if reported else EventStatus.HAPPENED
    status = next((status for status in ORDER if status in found), told)
    if own or status is EventStatus.DENIED:
        return status
    if status is told and trigger.tag_ == "VBD":
        # Told in the past tense: the weights would hardly ever call it open, and wrongly where they do.
        return told
    signs = certainty_signs(trigger)
    openness = openness_of(signs)
    if status is told:
        is_told = "form_past" in signs and "if" not in signs
        return EventStatus.POSSIBLE if openness > OPEN and not is_told else told
    if not is_ahead(signs) and openness < (OPEN if "above_past" in signs else SURE):
        return told
    return status


def _is_reported(trigger: Token) -> bool:
    return any(
        child.dep_ == "advmod" and child.lower_ in _words("status.reported_adverbs") for child in trigger.children
    )


def _governing_cues(trigger: Token) -> list[EventStatus]:
    """What the words above a trigger say: verbs of planning, denying, doubting, and conditions."""
    cues: list[EventStatus] = []
    token = trigger
    told = False
    for _ in range(MAX_CLIMB):
        relation, head = token.dep_, token.head
        if head.i == token.i or relation in ("ROOT", "advcl", "relcl", "parataxis", "appos"):
            if relation == "advcl":
                cues += _main_clause_cues(token, head)
            break
        if (relation == "ccomp" and _is_spliced(token, head)) or _is_aside(token):
            break
        if relation in (
            "xcomp",
            "ccomp",
            "pcomp",
            "acl",
            "dobj",
            "pobj",
            "csubj",
            "csubjpass",
            "nsubjpass",
            "oprd",
            "attr",
            "prep",
            "conj",
            "dative",
        ):
            found = _cues_of_governor(token, head, trigger)
            if told:
                found = [cue for cue in found if cue is not EventStatus.DENIED]
            cues += found
            told = told or _tells_as_fact(token)
        elif relation in ("nsubj", "npadvmod", "advmod"):
            if relation == "nsubj" and head.lemma_.lower() in _words("status.occurring"):
                # "The match is not over", "the rise was not enough": there was one.
                cues += [cue for cue in own_cues(head) if head.lemma_ != "be" or cue is not EventStatus.DENIED]
            break
        if trigger.pos_ in ("NOUN", "PROPN") and head.pos_ in ("VERB", "AUX") and not cues:
            # What a verb does to an event noun says little of the event: "the raid will delay the talks".
            carried = head.lemma_.lower() in _words(
                "status.occurring" if relation == "nsubjpass" else "status.carrying"
            )
            if relation not in ("dobj", "nsubjpass", "attr") or not carried:
                break
        if relation == "prep" and trigger.pos_ in ("NOUN", "PROPN") and token.lower_ not in ("of", "for"):
            # "Gave no details about the raid": what is said of the details says nothing of the raid.
            break
        token = head
    return cues


def _is_open(verb: Token) -> bool:
    """True iff a verb is not told itself: it has a modal, a "to" or a "not" of its own."""
    return verb.pos_ in ("VERB", "AUX") and any(
        child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ in ("MD", "TO")) for child in verb.children
    )


def _is_past(clause: Token) -> bool:
    """True iff a clause tells of what is over: "left", "has left", "to have left"."""
    helpers = [child for child in clause.children if child.dep_ in ("aux", "auxpass")]
    return all(child.tag_ != "MD" for child in helpers) and (
        clause.tag_ == "VBD"
        or any(child.tag_ == "VBD" or (child.lemma_ == "have" and clause.tag_ == "VBN") for child in helpers)
    )


def _tells_as_fact(clause: Token) -> bool:
    """True iff a clause begins with a word that takes it for granted: whoever "declined to say why they left" denies no leaving."""
    return clause.dep_ in ("ccomp", "pcomp") and any(
        word.tag_ in ("WP", "WRB", "WDT", "WP$") for child in clause.children for word in (child, *child.children)
    )


def _is_aside(token: Token) -> bool:
    """True iff a word stands under another without its cues: a participle at a noun, a second verb in another form."""
    if token.dep_ == "acl":
        return token.tag_ in ("VBN", "VBD") or (token.tag_ == "VBG" and token.n_lefts == 0)
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not shares_cues(token)


def _is_spliced(clause: Token, head: Token) -> bool:
    """True iff a clause only stands before another one ("they were told to go; many refused"): it is no content of its verb."""
    if clause.i > head.i:
        return False
    if any(token.text == ";" for token in clause.doc[clause.i : head.i]):
        return True
    # "The strike will end, analysts predict" leaves it open; whoever refuses or agrees to something says so before it.
    return head.lemma_.lower() not in _words("verbs.speech") | _words("status.doubting")


def _main_clause_cues(clause: Token, head: Token) -> list[EventStatus]:
    """An infinitive of purpose is planned at most; "if" clauses are seen by their mark."""
    if clause.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children):
        if head.lemma_.lower() in _words("status.succeeding"):
            # "Shares rose to close at nine."
            return own_cues(head)
        return [EventStatus.PLANNED] + [cue for cue in own_cues(head) if cue is not EventStatus.DENIED]
    if clause.tag_ == "VBG":
        return [cue for cue in own_cues(head) if cue is not EventStatus.DENIED]
    return []


def _cues_of_governor(token: Token, head: Token, trigger: Token) -> list[EventStatus]:
    """The cues of one word above the trigger."""
    lemma = head.lemma_.lower()
    infinitive = token.dep_ in ("xcomp", "ccomp", "acl", "oprd", "pcomp", "advcl") and any(
        child.dep_ == "aux" and child.lower_ == "to" for child in token.children
    )
    nominal = trigger.pos_ in ("NOUN", "PROPN")
    if head.lower_ == "without" and token.dep_ in ("pcomp", "pobj"):
        return [EventStatus.POSSIBLE if _is_open(head.head) else EventStatus.DENIED]
    if head.lower_ == "against" and token.dep_ == "pcomp" and head.head.lemma_.lower() in _words("status.choosing"):
        return [EventStatus.DENIED]
    barred = is_barred(token)
    if barred is not None:
        return [EventStatus.DENIED if barred else EventStatus.POSSIBLE]
    if token.dep_ == "conj":
        return own_cues(head) if nominal is False and head.pos_ in ("VERB", "AUX") else []
    if nominal and token.dep_ in ("dobj", "nsubjpass") and lemma in _words("status.opposing"):
        # "They rejected the offer": it was made.
        return []
    cues = _cues_of_meaning(token, head, is_infinitive=infinitive, is_nominal=nominal)
    if nominal and head.pos_ in ("VERB", "AUX"):
        if lemma in _words("status.occurring" if token.dep_ == "nsubjpass" else "status.carrying") and token.dep_ in (
            "dobj",
            "nsubjpass",
            "attr",
        ):
            # "Gave no reason for the raids" denies no raid.
            cues += [cue for cue in own_cues(head) if token.i == trigger.i or cue is not EventStatus.DENIED]
    elif token.dep_ in ("xcomp", "dobj", "pcomp", "pobj", "nsubjpass", "attr", "oprd") or (
        token.dep_ == "prep" and lemma in _words("status.planning") | _words("status.doubting")
    ):
        # "No details about the raid" denies no raid; "no intention of leaving" does. Whoever does not want to leave may have to.
        is_wish = infinitive and head.pos_ == "VERB" and lemma in _words("status.wishing")
        cues += [EventStatus.POSSIBLE if is_wish and cue is EventStatus.DENIED else cue for cue in own_cues(head)]
    elif token.dep_ == "ccomp":
        cues += [
            cue
            for cue in own_cues(head)
            if cue is EventStatus.DENIED and lemma in ("know", "prove", "think", "believe", "say")
        ]
        # "Did not say that they left", "does not think that they left": nobody knows.
        cues = [EventStatus.POSSIBLE if cue is EventStatus.DENIED and lemma != "deny" else cue for cue in cues]
    return cues


def _is_complement(preposition: Token, head: Token) -> bool:
    """True iff a preposition brings what its head is about: "refrain from talks", "failure of the talks", but not "refused in talks"."""
    return preposition.lower_ in (("from",) if head.pos_ in ("VERB", "AUX") else ("from", "of", "for", "to"))


def _cues_of_meaning(token: Token, head: Token, *, is_infinitive: bool, is_nominal: bool) -> list[EventStatus]:
    """What the meaning of one word above the trigger says: it denies, doubts or plans; at most one cue."""
    lemma = head.lemma_.lower()
    if lemma in _words("status.denying") and (
        is_infinitive
        or token.dep_ in ("dobj", "pcomp", "ccomp", "nsubjpass", "xcomp")
        or (is_nominal and (token.dep_ != "prep" or _is_complement(token, head)))
    ):
        # "May fail to agree", "to prevent a strike": nobody knows yet.
        return [EventStatus.POSSIBLE if _is_open(head) else EventStatus.DENIED]
    if (
        lemma in _words("status.doubting")
        and token.dep_ != "nsubj"
        # "Wrote concerning the raids": about them.
        and head.lower_ != "concerning"
        and not (lemma in _words("status.doubting_people") and head.pos_ == "NOUN")
        and (token.dep_ in ("ccomp", "acl", "pcomp", "xcomp") or is_nominal)
    ):
        is_belief = (
            lemma in _words("status.believing") and head.pos_ == "VERB" and _is_past(token) and not _is_open(head)
        )
        return [EventStatus.REPORTED if is_belief else EventStatus.POSSIBLE]
    if lemma in _words("status.planning") and (
        is_infinitive
        or (
            is_nominal
            and (token.dep_ in ("dobj", "nsubjpass", "pobj") or token.lower_ in ("for", "of", "on", "to"))
            and lemma not in ("go", "order", "try", "tell", "ask")
            # "called the raid a mistake", but "called for a raid"
            and not (lemma == "call" and token.dep_ == "dobj" and head.pos_ == "VERB")
            # "about the raid", "due to the raid"
            and head.pos_ != "ADP"
            and (lemma, token.lower_) != ("due", "to")
        )
    ):
        return [EventStatus.POSSIBLE if lemma in _words("status.wishing") else EventStatus.PLANNED]
    if is_infinitive and head.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and lemma not in _words("status.succeeding"):
        return [EventStatus.PLANNED]
    return []
