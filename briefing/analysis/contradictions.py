"""What one side says against another without a word of denial: tokens in, `Cue` out; words from `data/questions.toml`.

"Despite the speculation, officials said", "the owners say it is a tax; the agency says", "claims that the line violates", "was not accepted
by", "accused the board of forging", "said it was impossible for the board to read".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import Cue
from briefing.analysis.question_denials import HABITUAL
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["contradictions"]

AGAINST = frozenset({"despite", "contrary", "amid"})
CONTRASTS = frozenset({";", "but", "while", "whereas", "although", "though"})
SPOKEN = ("nsubj", "nsubjpass")
HALF_CLAIM, CLAIM, ANSWER = 0.55, 0.6, 0.75
"""Strengths: two sides in one sentence, one side's charge, an answer to what is being said."""


def contradictions(tokens: TokenSpan) -> Iterator[Cue]:
    """A statement made against another side's."""
    lexicon = load_lexicon("questions")
    sayings: list[tuple[Token, Token, Token]] = []
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.pos_ != "VERB":
            continue
        if lemma in lexicon.words("stating"):
            clause = next((child for child in token.children if child.dep_ == "ccomp" and child.i > token.i), None)
            if clause is None:
                continue
            yield from _answered(token, clause)
            yield from _impossible(token, clause)
            if lemma in lexicon.words("claiming") and clause.lemma_.lower() in lexicon.words("wronging"):
                yield Cue(QuestionKind.DISPUTED, span_between(token, token), CLAIM, "claimed", clause)
            speaker = next((child for child in token.children if child.dep_ == "nsubj"), None)
            if speaker is not None:
                sayings.append((speaker, token, clause))
        elif lemma == "accuse":
            yield from _accused(token)
        elif lemma in lexicon.words("accepting"):
            yield from _not_accepted(token)
    yield from _rivals(sayings)


def _answered(verb: Token, clause: Token) -> Iterator[Cue]:
    """What is said "despite the speculation" or "contrary to reports": it holds against what others say."""
    for child in verb.lefts:
        if child.lower_ in AGAINST and child.dep_ in ("prep", "advmod", "amod"):
            noun = next((word for word in child.subtree if word.dep_ == "pobj"), None)
            if noun is not None and noun.lemma_.lower() in load_lexicon("questions").words("talk"):
                yield Cue(QuestionKind.DISPUTED, span_between(child, noun), ANSWER, "claimed", clause)


def _impossible(verb: Token, clause: Token) -> Iterator[Cue]:
    """What somebody says "was impossible for" another, who says that it was done."""
    complement = next((child for child in clause.children if child.lower_ == "impossible"), None)
    doing = next(
        (
            child
            for word in (clause, complement)
            if word is not None
            for child in word.children
            if child.dep_ in ("advcl", "xcomp", "ccomp")
            and any(inner.dep_ == "nsubj" for inner in child.children)
            and any(inner.dep_ == "mark" and inner.lower_ == "for" for inner in child.children)
        ),
        None,
    )
    if complement is not None and doing is not None and clause.lemma_ == "be":
        yield Cue(QuestionKind.DISPUTED, span_between(verb, complement), CLAIM, "ability", doing)


def _accused(verb: Token) -> Iterator[Cue]:
    """A charge that says what was done: "accused the board of forging minutes"."""
    accused = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if verb.dep_ in ("relcl", "acl", "pcomp", "xcomp") or verb.tag_ == "VB":
        return
    if any(child.lower_ in HABITUAL for child in verb.children):
        return
    if verb.dep_ == "advcl" and any(child.dep_ in ("mark", "advmod") for child in verb.lefts):
        return
    if accused is None or accused.pos_ == "PRON" or any(child.dep_ == "neg" for child in verb.children):
        return
    for word in (verb, accused):
        for child in word.children:
            if child.lower_ == "of" and child.i > verb.i:
                deed = next((inner for inner in child.children if inner.dep_ == "pcomp" and inner.tag_ == "VBG"), None)
                if deed is not None:
                    yield Cue(QuestionKind.DISPUTED, span_between(verb, verb), HALF_CLAIM, "accused", deed)


def _not_accepted(verb: Token) -> Iterator[Cue]:
    """An offer or a settlement that one side does not accept: "it was not accepted by the union"."""
    lexicon = load_lexicon("questions")
    if not any(child.dep_ == "neg" for child in verb.children) or verb.dep_ in ("relcl", "acl", "advcl"):
        return
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return
    thing = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if thing is not None and thing.lower_ == "it":
        start = max(verb.sent.start, thing.i - 25)
        thing = next((word for word in reversed(verb.doc[start : thing.i]) if word.dep_ in ("dobj", "nsubjpass")), None)
    side = any(child.dep_ in ("nsubj", "agent") for child in verb.children)
    if thing is not None and side and thing.lemma_.lower() in lexicon.words("settlements"):
        negation = next(child for child in verb.children if child.dep_ == "neg")
        yield Cue(QuestionKind.DISPUTED, span_between(negation, verb), CLAIM, "acceptance", verb)


def _rivals(sayings: list[tuple[Token, Token, Token]]) -> Iterator[Cue]:
    """Two sides that each say something in one sentence, the one set against the other."""
    for (speaker, verb, clause), (other, second, _) in pairwise(sayings):
        if other.i < clause.i or other.pos_ == "PRON" or other.lemma_.lower() == speaker.lemma_.lower():
            continue
        if second.dep_ in ("ccomp", "relcl", "acl") and second.head.i < second.i and second.head.i != verb.i:
            continue
        between = speaker.doc[clause.i : other.left_edge.i]
        if any(word.lower_ in CONTRASTS for word in between):
            yield Cue(QuestionKind.DISPUTED, span_between(second, second), HALF_CLAIM)
