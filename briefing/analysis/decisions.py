"""Decisions, votes, rulings and deadlines ahead: tokens in, `Cue` out; words from `data/questions.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import Cue, is_future
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["decisions"]

ON_A_DAY = 0.6
"""The strength of a cue that counts only with a day ahead."""
BY = frozenset({"by", "before"})
COMING = frozenset({"come", "follow"})
ENDING = frozenset({"expire", "lapse", "end"})
PUT_OFF = frozenset({"adjourn", "delay", "postpone"})
PHRASAL = frozenset({"run", "put"})
"""Verbs that end something, or put it off, with a particle only: "runs out", "put off"."""
NOTHING: tuple[float, str, None] = (0.0, "", None)


def decisions(tokens: TokenSpan) -> Iterator[Cue]:
    """A decision, a vote, a ruling ahead; a day by which something is to be done."""
    for token in tokens:
        strength, rule, anchor = _decides(token)
        if not strength:
            strength, rule, anchor = _is_set(token)
        if not strength and (_awaits(token) or _is_due_to(token)):
            strength = 0.7
        if not strength and (outcome := _bound_by_day(token) or (token if _is_hoped_for(token) else None)) is not None:
            strength, rule, anchor = ON_A_DAY, "outcome", outcome
        if not strength and _runs_out(token):
            strength, rule, anchor = ON_A_DAY, "extension", _extended(token)
        if not strength and token.lemma_.lower() == "deadline" and token.dep_ in ("nsubj", "dobj", "pobj", "attr"):
            strength = 0.5
        if strength:
            yield Cue(QuestionKind.PENDING, span_between(token, token), strength, rule, anchor)


def _decides(token: Token) -> tuple[float, str, Token | None]:
    """How strongly a verb tells of a decision ahead: "will vote", "is expected to rule", "before deciding whether"."""
    lexicon = load_lexicon("questions")
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in lexicon.words("deciding"):
        return NOTHING
    speaker = next((child for child in token.children if child.dep_ == "nsubj"), None)
    decisive = lemma in lexicon.words("decisive")
    before = decisive and token.tag_ == "VBG" and token.head.lower_ in {"before", "until"}
    if not (is_future(token) or before) or (speaker is not None and speaker.lower_ in {"i", "we", "you"}):
        return NOTHING
    if decisive:
        return 0.8, "decision", token
    if lemma in lexicon.words("making_known"):
        # "The first ships will be delivered in May" is a plan, "will publish its findings" settles something.
        things = {child.lemma_.lower() for child in token.children if child.dep_ in ("dobj", "nsubjpass")}
        named = any(child.lemma_ == "plan" and child.tag_ == "NNS" for child in token.children)
        if named or not things & (lexicon.words("awaited") | lexicon.words("settling")):
            return NOTHING
    return 0.55, "decision", token


def _is_set(token: Token) -> tuple[float, str, Token | None]:
    """How strongly a word sets something awaited for later: "a ruling is expected", "a decision would come before the spring"."""
    lexicon = load_lexicon("questions")
    lemma = token.lemma_.lower()
    if lemma not in COMING and lemma not in lexicon.words("setting"):
        return NOTHING
    subject = next((child for child in token.children if child.dep_ in ("nsubjpass", "nsubj")), None)
    if subject is None and token.dep_ == "acomp":
        subject = next((child for child in token.head.children if child.dep_ in ("nsubjpass", "nsubj")), None)
    awaited = subject is not None and subject.lemma_.lower() in lexicon.words("awaited")
    if lemma in lexicon.words("setting") and token.pos_ in ("VERB", "ADJ") and token.tag_ in ("VBN", "JJ", "VBD"):
        if token.lower_ == "due" and _is_because(token):
            return NOTHING
        if awaited:
            return 0.75, "awaited", subject
        if {word.lemma_.lower() for word in token.subtree} & {"expire"} and token.lemma_ in {"set", "due"}:
            return 0.75, "", None
        dated = token.lower_ == "due" and (_has_day(token, BY) or (token.dep_ == "acomp" and _has_day(token.head, BY)))
        return (ON_A_DAY, "", None) if dated else NOTHING
    later = any(child.dep_ == "aux" and child.lower_ in {"will", "would", "'ll"} for child in token.children)
    return (ON_A_DAY, "awaited", subject) if awaited and later and lemma in COMING else NOTHING


def _awaits(token: Token) -> bool:
    """True iff somebody awaits a decision: "awaits the verdict"."""
    return token.lemma_.lower() == "await" and any(
        child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in load_lexicon("questions").words("awaited")
        for child in token.children
    )


def _is_due_to(token: Token) -> bool:
    """True iff something is "due to" be decided or to expire."""
    return (
        token.lower_ == "due"
        and token.i + 2 < len(token.doc)
        and token.nbor().lower_ == "to"
        and token.nbor(2).tag_ == "VB"
        and token.nbor(2).lemma_ in load_lexicon("questions").words("deciding") | {"expire", "vote"}
    )


def _bound_by_day(token: Token) -> Token | None:
    """The verb of what must be done by a day: "must confirm or annul it by 21 March", "is to report by the end of May"; or None."""
    if token.dep_ == "aux" and token.lower_ == "must":
        return token.head if any(_has_day(verb, BY) for verb in (token.head, *_joined(token.head))) else None
    if token.lemma_ in {"be", "have"} and token.tag_ in ("VBZ", "VBP"):
        verbs = [
            child
            for child in token.children
            if child.dep_ == "xcomp" and any(mark.tag_ == "TO" and mark.nbor(-1).i == token.i for mark in child.lefts)
        ]
        return next((first for first in verbs if any(_has_day(verb, BY) for verb in (first, *_joined(first)))), None)
    return None


def _is_hoped_for(token: Token) -> bool:
    """True iff a side hopes to come to an outcome by a day: "hope to sign it on 6 November"."""
    lexicon = load_lexicon("questions")
    return (
        token.pos_ == "VERB"
        and token.lemma_.lower() in lexicon.words("concluding")
        and token.dep_ == "xcomp"
        and token.head.lemma_.lower() in {"aim", "hope", "want", "seek"}
        and _has_day(token, BY | {"on", "in", "at", "this", "next"})
    )


def _runs_out(token: Token) -> bool:
    """True iff what holds for now ends on a day ("the truce runs out on 30 September"), or waits for one ("put off until Monday")."""
    lexicon = load_lexicon("questions")
    lemma = token.lemma_.lower()
    if lemma not in ENDING and lemma not in PUT_OFF and lemma not in PHRASAL:
        return False
    subject = next((child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    particle = any(child.dep_ == "prt" for child in token.children)
    if lemma in ENDING or (lemma == "run" and particle):
        return (
            subject is not None
            and subject.lemma_.lower() in lexicon.words("expiring")
            and token.tag_ in ("VBZ", "VBP", "VB")
            and _has_day(token, BY | {"on", "in", "at"})
        )
    return (lemma in PUT_OFF or (lemma == "put" and particle)) and _has_day(token, {"until"})


def _extended(verb: Token) -> Token | None:
    """What runs out and could be extended: "the truce runs out"; None for what is put off, or a deadline."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    known = subject is not None and subject.lemma_.lower() in load_lexicon("questions").words("expiring")
    final = subject is not None and subject.lemma_.lower() in {"sanction", "tariff", "term", "ultimatum"}
    return subject if known and not final else None


def _joined(verb: Token) -> list[Token]:
    """The verbs that share a verb's modal: "must confirm or annul"."""
    return [child for child in verb.children if child.dep_ == "conj" and child.tag_ == "VB"]


def _has_day(verb: Token, prepositions: Collection[str]) -> bool:
    """True iff a day hangs on a word by one of the prepositions."""
    return any(
        child.dep_ in ("prep", "agent", "advcl", "npadvmod")
        and (child.lower_ in prepositions or child.left_edge.lower_ in prepositions)
        and any(word.ent_type_ == "DATE" for word in child.subtree)
        for child in verb.children
    )


def _is_because(due: Token) -> bool:
    """True iff "due to" tells a cause, not a time: no verb follows."""
    following = due.doc[due.i + 1 : due.i + 3]
    return len(following) > 1 and following[0].lower_ == "to" and following[1].tag_ != "VB"
