"""Decisions, votes, rulings and deadlines ahead: tokens in, `Cue` out; words from `data/questions.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import Cue, is_future
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["decisions"]


def decisions(tokens: TokenSpan) -> Iterator[Cue]:
    """A decision, a vote, a ruling ahead."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        lemma = token.lemma_.lower()
        speaker = next((child for child in token.children if child.dep_ == "nsubj"), None)
        if (
            token.pos_ == "VERB"
            and lemma in lexicon.words("deciding")
            and is_future(token)
            and (speaker is None or speaker.lower_ not in {"i", "we", "you"})
        ):
            decisive = lemma in {"decide", "vote", "rule", "elect", "choose", "sentence", "determine"}
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.8 if decisive else 0.55, "decision", token)
        elif (
            lemma in lexicon.words("setting") and token.pos_ in ("VERB", "ADJ") and (token.tag_ in ("VBN", "JJ", "VBD"))
        ):
            subject = next((child for child in token.children if child.dep_ in ("nsubjpass", "nsubj")), None)
            if subject is None and token.dep_ == "acomp":
                subject = next((child for child in token.head.children if child.dep_ in ("nsubjpass", "nsubj")), None)
            if token.lower_ == "due" and _is_because(token):
                continue
            words = {word.lemma_.lower() for word in token.subtree}
            if (subject is not None and subject.lemma_.lower() in lexicon.words("awaited")) or (
                words & {"expire"} and token.lemma_ in {"set", "due"}
            ):
                yield Cue(QuestionKind.PENDING, span_between(token, token), 0.75)
        elif (
            (
                lemma == "await"
                and any(
                    child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in lexicon.words("awaited")
                    for child in token.children
                )
            )
            or (
                token.lower_ == "due"
                and token.i + 2 < len(token.doc)
                and token.nbor().lower_ == "to"
                and token.nbor(2).tag_ == "VB"
                and token.nbor(2).lemma_ in lexicon.words("deciding") | {"expire", "vote"}
            )
            or (
                token.dep_ == "aux"
                and token.lower_ == "must"
                and any(
                    child.dep_ in ("prep", "agent")
                    and child.lower_ in {"by", "before"}
                    and any(word.ent_type_ == "DATE" for word in child.subtree)
                    for child in token.head.children
                )
            )
        ):
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.7)
        elif lemma == "deadline" and token.dep_ in ("nsubj", "dobj", "pobj", "attr"):
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.5)


def _is_because(due: Token) -> bool:
    """True iff "due to" tells a cause, not a time: no verb follows."""
    following = due.doc[due.i + 1 : due.i + 3]
    return len(following) > 1 and following[0].lower_ == "to" and following[1].tag_ != "VB"
