"""Words that leave a question open, and what the searches for them share: negations, question words, complements, what lies ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.model.findings import QuestionKind
    from briefing.model.text import Span

__all__ = ["NEGATIONS", "WH", "Cue", "complement_of", "is_future", "negation_of"]

NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "nor", "neither", "no", "nobody", "none", "cannot", "hardly", "yet"}
)
WH = frozenset({"why", "how", "when", "where", "what", "who", "which", "whose"})
FUTURE = frozenset({"will", "'ll", "’ll", "shall"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that leave a question open.

    Attributes:
        kind: How they leave it open.
        span: The words.
        strength: 0 to 1: how surely they do.
        rule: How the question is worded: embedded, noun, denial, decision, possibility, asked, or "" for not at all.
        anchor: The token that the wording starts from, or None.
        end: The index of the token before which the open clause ends, where the order of the words tells it; or None.
    """

    kind: QuestionKind
    span: Span
    strength: float
    rule: str = ""
    anchor: Token | None = None
    end: int | None = None


def complement_of(verb: Token) -> Token | None:
    """The adjective that a linking verb gives its subject ("remains unclear"), or None."""
    if verb.lemma_ not in {"be", "remain", "become", "seem", "stay", "appear", "look"}:
        return None
    return next(
        (
            child
            for child in verb.children
            if child.dep_ in ("acomp", "attr", "oprd", "advmod")
            and child.pos_ in ("ADJ", "VERB", "NOUN", "ADV")
            and child.lower_ not in NEGATIONS
        ),
        None,
    )


def negation_of(word: Token) -> Token | None:
    """The word that negates another: its "not", its subject "nobody", or the "declined to" above it."""
    lexicon = load_lexicon("questions")
    for child in word.children:
        if child.dep_ == "neg" or (
            child.lower_ in NEGATIONS and child.dep_ in ("advmod", "det", "aux", "preconj", "cc") and child.i < word.i
        ):
            return child
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in lexicon.words("nobody")
            or any(inner.lower_ in lexicon.words("nobody") for inner in child.children)
        ):
            return next((inner for inner in child.subtree if inner.lower_ in lexicon.words("nobody")), child)
    above = word.head
    if (
        word.dep_ in ("xcomp", "ccomp", "acomp")
        and above.i != word.i
        and any(child.tag_ == "TO" for child in word.children)
    ):
        if above.lemma_.lower() in lexicon.words("refusing") | {"have"} and (
            above.lemma_ != "have" or any(child.lower_ == "yet" for child in above.children)
        ):
            return above
        if above.lower_ in {"unable", "impossible", "early", "soon", "way", "able"} or any(
            child.dep_ == "neg" for child in above.children
        ):
            return (
                above if above.lower_ != "able" or any(child.dep_ == "neg" for child in above.head.children) else None
            )
        complement = complement_of(above)
        if complement is not None and complement.lower_ in {
            "unable",
            "impossible",
            "early",
            "soon",
            "difficult",
            "hard",
        }:
            return complement
    if word.dep_ == "relcl" and above.pos_ == "NOUN" and any(child.lower_ == "no" for child in above.children):
        return next(child for child in above.children if child.lower_ == "no")
    return None


def is_future(verb: Token) -> bool:
    """True iff a clause lies ahead: "will decide", "is to decide", "is expected to decide", "plans to decide"."""
    lexicon = load_lexicon("questions")
    if any(child.dep_ == "aux" and child.lower_ in FUTURE for child in verb.children):
        return True
    above = verb.head
    if (
        any(child.tag_ == "TO" for child in verb.children)
        and above.i != verb.i
        and verb.dep_ in ("xcomp", "ccomp", "advcl")
    ):
        if above.lemma_ == "be":
            return above.tag_ in ("VBZ", "VBP") and complement_of(above) is None
        return bool({above.lemma_.lower(), above.lower_} & (lexicon.words("setting") | {"meet", "have"}))
    return (
        any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children)
        and verb.tag_ == "VBG"
        and verb.lemma_ in {"consider", "weigh", "decide"}
    )
