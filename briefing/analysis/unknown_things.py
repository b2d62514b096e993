"""Things said to be unknown, kept back, looked into or only believed: tokens in, `Cue` out; words from `data/questions.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.ignorance import stretch
from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import NEGATIONS, Cue, negation_of
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["unknown_things"]

GENUINE = frozenset({"accuracy", "authenticity", "legitimacy", "provenance", "truth", "veracity"})


def unknown_things(tokens: TokenSpan) -> Iterator[Cue]:
    """Things said to be unknown ("the cause is unclear") or kept back ("would not reveal the price")."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        if token.lower_ in lexicon.words("doubtful") and token.dep_ in ("acomp", "oprd", "ROOT", "attr", "ccomp"):
            subject = next(
                (child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i),
                None,
            )
            if any(child.dep_ == "mark" and child.lower_ in {"if", "when", "unless"} for child in token.head.lefts):
                continue
            askable = subject is not None and subject.lemma_.lower() in lexicon.words("askable")
            yield Cue(
                QuestionKind.UNKNOWN,
                span_between(token, token),
                0.95,
                "noun" if askable else "",
                subject if askable else None,
            )
        elif _is_neither(token):
            yield Cue(QuestionKind.UNKNOWN, span_between(token, token), 0.75, "standing", token)
        elif _is_hard_to_tell(token):
            yield Cue(QuestionKind.UNKNOWN, span_between(token, token), 0.75)
        elif token.lemma_.lower() in lexicon.words("inquiries") and token.dep_ in ("nsubj", "nsubjpass"):
            yield from _underway(token)
        elif token.tag_ == "VBN" and (
            token.lower_ in lexicon.words("sure") or token.lower_ in lexicon.words("found_out")
        ):
            yield from _not_found_out(token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in lexicon.words("suspecting"):
            yield from _suspected(token)
            yield from _supposed(token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in lexicon.words("finding_out") and _is_sought(token):
            thing = next((child for child in token.children if child.dep_ == "dobj"), None)
            if thing is not None and thing.lemma_.lower() in lexicon.words("askable"):
                yield Cue(QuestionKind.UNKNOWN, span_between(token, token), 0.75, "noun", thing)
        elif (
            token.pos_ == "VERB"
            and (token.lemma_.lower() in lexicon.words("withheld") or token.lemma_.lower() in lexicon.words("keeping"))
            and (negation := negation_of(token)) is not None
            and not _is_habit(token)
            and not _is_condition(token)
        ):
            yield from _unverified(token, negation)
            thing = next((child for child in token.children if child.dep_ == "dobj" and child.pos_ == "NOUN"), None)
            about = thing.lemma_.lower() if thing is not None else ""
            kept_back = token.lemma_.lower() in lexicon.words("keeping")
            if thing is not None and (
                kept_back
                or about
                in lexicon.words("askable") | {"detail", "figure", "information", "timetable", "date", "evidence"}
            ):
                askable = about in lexicon.words("askable") and about != "detail"
                yield Cue(
                    QuestionKind.UNKNOWN,
                    stretch(negation, token),
                    0.8,
                    "noun" if askable else "",
                    thing if askable else None,
                )


def _is_condition(verb: Token) -> bool:
    """True iff a verb stands in a clause of "if" or "unless": who would be struck off "if they did not confirm it" has not been asked yet."""
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "when"} for child in verb.children)


def _is_habit(verb: Token) -> bool:
    """True iff a relative clause tells what a kind of people never says: "groups that don't disclose their funds"."""
    now = any(child.dep_ == "aux" and child.lower_ in {"do", "does"} for child in verb.children)
    return verb.dep_ == "relcl" and now and verb.head.tag_ == "NNS"


def _unverified(verb: Token, negation: Token) -> Iterator[Cue]:
    """What somebody cannot bear out: "cannot verify the authenticity of the page", "could not confirm that the memo is genuine"."""
    if verb.lemma_.lower() not in {"confirm", "establish", "prove", "verify"}:
        return
    for child in verb.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in GENUINE:
            yield Cue(QuestionKind.UNKNOWN, stretch(negation, verb), 0.85, "truth", child)
        elif child.dep_ == "ccomp" and any(word.dep_ == "mark" and word.lower_ == "that" for word in child.lefts):
            yield Cue(QuestionKind.UNKNOWN, stretch(negation, verb), 0.85, "claimed", child)


def _is_neither(verb: Token) -> bool:
    """True iff somebody takes neither side: "has neither endorsed nor rejected it"."""
    standing = load_lexicon("questions").words("standing")
    return (
        verb.lemma_.lower() in standing
        and any(child.dep_ == "conj" and child.lemma_.lower() in standing for child in verb.children)
        and any(child.lower_ == "neither" for child in verb.lefts)
    )


def _is_hard_to_tell(verb: Token) -> bool:
    """True iff something is hard or impossible to find out: "its age is harder to pin down"."""
    return (
        verb.lemma_.lower()
        in {"assess", "determine", "establish", "gauge", "judge", "know", "pin", "predict", "tell", "verify"}
        and verb.dep_ in ("xcomp", "ccomp", "advcl")
        and verb.head.lower_ in {"hard", "harder", "difficult", "impossible"}
        and any(child.tag_ == "TO" for child in verb.lefts)
        and not any(child.dep_ == "dobj" for child in verb.children if child.i > verb.i and child.tag_ == "PRP")
    )


def _underway(inquiry: Token) -> Iterator[Cue]:
    """An inquiry that goes on: "an investigation into the cause of the fire is underway"."""
    lexicon = load_lexicon("questions")
    predicate = inquiry.head
    words = {predicate.lower_, *(child.lower_ for child in predicate.children)}
    if not words & lexicon.words("underway"):
        return
    into = next((child for child in inquiry.children if child.dep_ == "prep" and child.lower_ in {"into", "of"}), None)
    if into is None and inquiry.lemma_.lower() == "probe":  # spacecraft are launched as well
        return
    thing = next((child for child in into.children if child.dep_ == "pobj"), None) if into is not None else None
    askable = thing is not None and thing.lemma_.lower() in lexicon.words("askable")
    if thing is not None and not askable and thing.pos_ in ("NOUN", "PROPN"):
        yield Cue(QuestionKind.UNKNOWN, span_between(inquiry, inquiry), 0.6, "inquiry", inquiry)
        return
    yield Cue(
        QuestionKind.UNKNOWN,
        span_between(inquiry, inquiry),
        0.75 if askable else 0.5,
        "noun" if askable else "routine",
        thing if askable else None,
    )


def _not_found_out(participle: Token) -> Iterator[Cue]:
    """A thing not yet found out: "the cause has not been determined"."""
    subject = next((child for child in participle.children if child.dep_ == "nsubjpass"), None)
    negation = negation_of(participle)
    if subject is not None and negation is not None:
        lexicon = load_lexicon("questions")
        askable = subject.lemma_.lower() in lexicon.words("askable")
        if not askable and (participle.lower_ not in lexicon.words("sure") or negation.dep_ != "neg"):
            return
        rule, anchor = ("noun", subject) if askable else ("", None)
        yield Cue(QuestionKind.UNKNOWN, span_between(negation, participle), 0.9 if askable else 0.75, rule, anchor)


def _is_sought(verb: Token) -> bool:
    """True iff something is being found out, or will be: "is trying to determine the cause", "are investigating the cause"."""
    if verb.tag_ == "VBG":
        return any(child.dep_ == "aux" and child.lower_ in {"is", "are", "’re", "'re"} for child in verb.children)
    if verb.tag_ != "VB":
        return False
    sought = verb.head.lemma_.lower() in {"continue", "hope", "seek", "try", "want", "work"}
    return sought or any(child.dep_ == "aux" and child.lower_ == "will" for child in verb.children)


def _supposed(verb: Token) -> Iterator[Cue]:
    """What is only thought to have happened, or what somebody only thinks of himself: "is thought to have fallen", "he thinks he slept"."""
    below = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i), None)
    if below is None:
        return
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    helpers = {child.lower_ for child in below.children if child.dep_ in ("aux", "auxpass")}
    measured = any(word.like_num for word in below.subtree) or any(child.lower_ == "where" for child in verb.children)
    if passive and {"to", "have"} <= helpers and verb.tag_ == "VBN" and not measured:
        yield Cue(QuestionKind.UNKNOWN, span_between(verb, verb), 0.6, "supposed", below)
        return
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    inner = next((child for child in below.children if child.dep_ == "nsubj"), None)
    same = subject is not None and inner is not None and subject.lower_ == inner.lower_ in {"he", "she"}
    if same and verb.lemma_ == "think" and verb.tag_ == "VBZ" and below.tag_ == "VBD":
        yield Cue(QuestionKind.UNKNOWN, span_between(verb, verb), 0.6, "claimed", below)


def _suspected(verb: Token) -> Iterator[Cue]:
    """What investigators believe and have not shown: "police believe the fire was set"."""
    lexicon = load_lexicon("questions")
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None and verb.dep_ == "xcomp" and verb.head.lemma_ == "begin":
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    passive = any(child.dep_ in ("auxpass", "neg") for child in verb.children)
    if (
        clause is None
        or subject is None
        or verb.dep_ == "relcl"
        or passive
        or any(child.lower_ in NEGATIONS | {"few"} for child in subject.children)
    ):
        return
    if verb.lemma_ == "speculate" or subject.lemma_.lower() in lexicon.words("investigators"):
        yield Cue(QuestionKind.UNKNOWN, span_between(verb, verb), 0.6, "embedded_plain", clause)
