"""What must still come about, and what hangs on it: tokens in, `Cue` out; words from `data/questions.toml`.

"If convicted, he faces", "if they are right", "should the court annul it", "is open to keeping", "called on the minister to resign",
"would need the approval of", "much depends on", "for an undetermined period".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import Cue
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["stakes"]

OPEN = 0.6
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def stakes(tokens: TokenSpan) -> Iterator[Cue]:
    """What must still come about for a story to go on."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        lower, lemma = token.lower_, token.lemma_.lower()
        if lower in {"if", "unless"} and token.dep_ == "mark":
            yield from _if_so(token)
        elif lower == "should" and token.dep_ == "aux":
            yield from _should_it(token)
        elif lower == "open" and token.dep_ == "acomp":
            doing = next((word for word in token.subtree if word.dep_ == "pcomp" and word.tag_ == "VBG"), None)
            if doing is not None and doing.head.lower_ == "to" and doing.head.head.i == token.i:
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), OPEN, "outcome", doing)
        elif lemma in lexicon.words("quitting") and token.tag_ == "VB" and token.dep_ in ("xcomp", "ccomp"):
            if token.head.lemma_.lower() in lexicon.words("urging") and token.head.tag_ != "VB":
                yield Cue(QuestionKind.POSSIBLE, span_between(token.head, token), OPEN, "urged", token)
        elif lemma in lexicon.words("consents") or lemma in lexicon.words("consenting"):
            yield from _consent(token)
        elif lemma == "depend" and token.pos_ == "VERB":
            subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
            on = any(child.dep_ == "prep" and child.lower_ in {"on", "upon"} for child in token.children)
            if subject is not None and on and subject.lemma_.lower() in lexicon.words("hanging"):
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), OPEN)
        elif lower in lexicon.words("boundless") and token.head.lemma_.lower() in {"period", "time", "length"}:
            yield from _how_long(token)


def _if_so(mark: Token) -> Iterator[Cue]:
    """A condition that a finding or a decision must meet: "if convicted", "if they are right"."""
    lexicon = load_lexicon("questions")
    condition = mark.head
    outcome = condition.head
    if condition.dep_ != "advcl" or outcome.i == condition.i or outcome.pos_ not in ("VERB", "AUX"):
        return
    subject = next((child for child in condition.children if child.dep_ in SUBJECTS), None)
    if subject is None and condition.lower_ in lexicon.words("settled_by"):
        yield Cue(QuestionKind.POSSIBLE, span_between(mark, condition), OPEN, "settled", condition)
    elif (
        subject is not None
        and subject.lower_ not in {"i", "we", "you"}
        and condition.lemma_ == "be"
        and condition.tag_ in ("VBP", "VBZ")
        and any(child.dep_ == "acomp" and child.lower_ in lexicon.words("borne_out") for child in condition.children)
    ):
        yield Cue(QuestionKind.POSSIBLE, span_between(mark, condition), OPEN, "claimed", outcome)


def _should_it(modal: Token) -> Iterator[Cue]:
    """A condition put by inversion: "Should the court annul it, a new vote would have to be held"."""
    verb = modal.head
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    opens = modal.i == modal.sent.start or modal.nbor(-1).is_punct
    if subject is None or not opens or subject.i < modal.i or subject.pos_ == "PRON" or verb.head.i == verb.i:
        return
    if verb.dep_ in ("advcl", "ccomp") and not modal.sent.text.rstrip().endswith("?"):
        yield Cue(QuestionKind.POSSIBLE, span_between(modal, verb), OPEN, "outcome", verb)


def _consent(word: Token) -> Iterator[Cue]:
    """A consent that is still wanting: "would need the approval of", "must still be ratified by"."""
    lexicon = load_lexicon("questions")
    if word.pos_ == "NOUN":
        if word.dep_ == "dobj" and word.head.lemma_.lower() in {"need", "require", "await"}:
            past = word.head.tag_ in ("VBD", "VBN")
            if not past and not any(child.dep_ == "neg" for child in word.head.children):
                yield Cue(QuestionKind.POSSIBLE, span_between(word.head, word), OPEN, "consent", word)
        return
    if word.tag_ != "VBN" or word.lemma_.lower() not in lexicon.words("consenting"):
        return
    forms = {child.lower_ for child in word.children if child.dep_ in ("aux", "auxpass")}
    below = word.dep_ == "xcomp" and word.head.lemma_ in {"have", "need"} and word.head.tag_ in ("VBZ", "VBP", "VB")
    if forms == {"must", "be"} or (below and forms == {"to", "be"}):
        yield Cue(QuestionKind.POSSIBLE, span_between(word, word), OPEN, "consent", word)


def _how_long(word: Token) -> Iterator[Cue]:
    """A time of which the end is not told: "on leave for an undetermined period"."""
    phrase = word.head.head
    if phrase.dep_ == "prep" and phrase.lower_ == "for":
        verb = phrase
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i < verb.i:
            verb = verb.head
        known = verb.pos_ in ("VERB", "AUX") and any(child.dep_ in SUBJECTS for child in verb.children)
        yield Cue(
            QuestionKind.UNKNOWN,
            span_between(word, word.head),
            0.8,
            "how_long" if known else "",
            verb if known else None,
        )
