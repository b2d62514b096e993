"""Claims denied, allegations rejected, accusations: tokens in, `Cue` out; words from `data/questions.toml`."""

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

__all__ = ["HABITUAL", "denials", "has_denial"]


def has_denial(tokens: TokenSpan) -> bool:
    """True iff somebody denies or rejects something in a sentence: without it, an accusation is news and no open question."""
    lexicon = load_lexicon("questions")
    lemmas = {token.lemma_.lower() for token in tokens if token.pos_ in ("VERB", "NOUN")}
    return bool(lemmas & (lexicon.words("denying") | lexicon.words("discounting") | {"denial"})) or (
        bool(lemmas & lexicon.words("rejecting")) and bool(lemmas & lexicon.words("allegations"))
    )


HABITUAL = frozenset({"always", "frequently", "often", "regularly", "routinely", "sometimes", "usually", "widely"})
"""Adverbs that make a denial or a charge a habit: nothing is open."""
SPENT = 3
"""Participles in a row, of which "denied" is one: "ignored, covered up or denied"."""


def _is_attribute(token: Token) -> bool:
    """True iff a participle only describes a noun ("long-denied", "repudiated theories"), or ends a row of verdicts."""
    if token.dep_ == "amod" or (token.tag_ == "VBN" and token.i and token.nbor(-1).text == "-"):
        return True
    row = token
    for _ in range(SPENT):
        if row.dep_ != "conj" or row.tag_ != "VBN":
            return False
        row = row.head
        if any(child.dep_ == "auxpass" for child in row.children):
            return True
    return True


def denials(tokens: TokenSpan) -> Iterator[Cue]:
    """A claim denied, an allegation rejected, an accusation."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        if token.pos_ != "VERB" and not (token.dep_ == "ROOT" and token.tag_.startswith("VB")):
            continue
        lemma = token.lemma_.lower()
        thing = next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass")), None)
        things = {
            child.lemma_.lower()
            for child in token.children
            if child.dep_ in ("dobj", "oprd", "attr", "npadvmod", "ccomp")
        }
        about = thing.lemma_.lower() if thing is not None else ""
        passive = any(child.dep_ == "auxpass" for child in token.children)
        negated = any(child.dep_ == "neg" for child in token.children)
        if any(child.lower_ in HABITUAL for child in token.children):
            continue
        if lemma in lexicon.words("denying"):
            if (
                _is_attribute(token)
                or things & lexicon.words("refusals")
                or (passive and about not in lexicon.words("allegations"))
                or negated
                or (lemma in {"refute", "repudiate", "disavow"} and about and about not in lexicon.words("allegations"))
                or (token.i and token.nbor(-1).lower_ == "nor")
                or (
                    lemma == "contest"
                    and about not in lexicon.words("allegations") | {"decision", "result", "ruling", "verdict"}
                )
            ):
                continue
            if any(child.dep_ == "dative" for child in token.children) or (
                token.tag_ == "VB"
                and not any(child.dep_ == "aux" and child.lower_ in {"did", "does", "do"} for child in token.children)
                and token.dep_ == "xcomp"
                and token.head.lemma_ != "continue"
            ):
                continue
            yield Cue(QuestionKind.DISPUTED, span_between(token, token), 0.95, "denial", token)
        elif lemma in lexicon.words("rejecting") and about in lexicon.words("allegations"):
            yield Cue(QuestionKind.DISPUTED, span_between(token, token), 0.85, "denial", token)
        elif lemma in lexicon.words("accusing") and not negated and (passive or token.tag_ in ("VBD", "VBZ", "VBP")):
            yield Cue(QuestionKind.DISPUTED, span_between(token, token), 0.5, "accusation")
