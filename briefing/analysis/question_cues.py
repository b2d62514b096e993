"""What leaves a question open in one sentence: tokens in, `Cue` out. One function a kind; words from `data/questions.toml`.

Routine modality is passed over: a modal counts only where its subject is somebody or something the text is about and its verb tells
an outcome that a story can turn on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.ignorance import Cue, embedded_questions, is_future, unknown_things
from briefing.analysis.parse import span_between
from briefing.analysis.question_openings import opening_question
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["Cue", "find_cues", "has_denial"]

MAX_CLIMB = 6
GUESS = 0.5
"""The strength of a "may" or "might" whose verb tells no weighty outcome: enough to be found, too little for most pages."""


def find_cues(tokens: TokenSpan, text: str, start: int, *, quoted: bool) -> Iterator[Cue]:
    """The cues of a sentence, every kind in turn.

    Args:
        tokens: The sentence's tokens.
        text: Its words.
        start: Where it begins, in `Source.text`.
        quoted: True iff the whole sentence is somebody's words in quotation marks.
    """
    yield from _asked(tokens, text, start, quoted=quoted)
    opening = opening_question(tokens)
    if opening is not None:
        yield opening
        return
    yield from embedded_questions(tokens)
    yield from unknown_things(tokens)
    yield from _denied(tokens)
    yield from _decided(tokens)
    yield from _phrases(text, start)
    if not quoted:
        yield from _possible(tokens)


# ---- asked ----
def _asked(tokens: TokenSpan, text: str, start: int, *, quoted: bool) -> Iterator[Cue]:
    """A question that stands in the text: the author's own, or put to somebody ("asked whether")."""
    stripped = text.rstrip("\"'”’» )")
    inside = quoted or stripped != text.rstrip() or text.lstrip()[:1] in "\"“'‘«"
    if stripped.endswith("?"):
        words = {token.lower_ for token in tokens}
        address = bool(words & {"you", "your", "i", "my", "we", "me", "us", "our"})
        if not address and any(token.is_alpha for token in tokens):
            end = start + len(stripped)
            yield Cue(QuestionKind.ASKED, Span(end - 1, end), 0.4 if inside else 0.9, "asked", tokens.root)


# ---- disputed ----
def has_denial(tokens: TokenSpan) -> bool:
    """True iff somebody denies or rejects something in a sentence: without it, an accusation is news and no open question."""
    lexicon = load_lexicon("questions")
    lemmas = {token.lemma_.lower() for token in tokens if token.pos_ in ("VERB", "NOUN")}
    return bool(lemmas & (lexicon.words("denying") | {"denial"})) or (
        bool(lemmas & lexicon.words("rejecting")) and bool(lemmas & lexicon.words("allegations"))
    )


def _denied(tokens: TokenSpan) -> Iterator[Cue]:
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
        if lemma in lexicon.words("denying"):
            if (
                things & lexicon.words("refusals")
                or (passive and about not in lexicon.words("allegations"))
                or negated
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


# ---- pending ----
def _decided(tokens: TokenSpan) -> Iterator[Cue]:
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


# ---- possible ----
def _possible(tokens: TokenSpan) -> Iterator[Cue]:
    """An outcome that may come, of somebody or something the text is about."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.dep_ == "aux" and token.lower_ in lexicon.words("modals") and token.head.pos_ in ("VERB", "AUX"):
            strength = _modal_strength(token, token.head)
            if strength:
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), strength, "possibility", token.head)
        elif lemma in lexicon.words("weighing") and _is_weighed(token):
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.7)
        elif lemma in lexicon.words("fearing") and token.pos_ in ("VERB", "NOUN"):
            clause = next((child for child in token.children if child.dep_ in ("ccomp", "acl")), None)
            if clause is not None and _is_ahead(clause):
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.7, "possibility", clause)
        elif token.dep_ == "mark" and token.lower_ in {"if", "unless"} and token.head.dep_ == "advcl":
            yield from _conditional(token)
        elif lemma == "threaten" and token.pos_ == "VERB" and any(child.dep_ == "xcomp" for child in token.children):
            yield Cue(
                QuestionKind.POSSIBLE,
                span_between(token, token),
                0.6,
                "possibility",
                next(child for child in token.children if child.dep_ == "xcomp"),
            )
        elif (
            token.lower_ in {"likely", "unlikely"}
            and token.dep_ == "acomp"
            and token.head.lower_ in {"is", "are", "remains", "seems", "remain", "seem"}
            and any(child.dep_ == "xcomp" for child in token.children)
            and not any(child.lower_ in {"most", "more"} for child in token.children)
        ):
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.5)


def _is_weighed(verb: Token) -> bool:
    """True iff somebody weighs something now: "is considering a sale", not "was considering it a success"."""
    return (
        verb.tag_ == "VBG"
        and any(child.dep_ == "aux" and child.lower_ in {"is", "are", "been", "’s", "'s"} for child in verb.children)
        and any(child.dep_ in ("dobj", "xcomp", "ccomp") and child.i > verb.i for child in verb.children)
    )


def _conditional(mark: Token) -> Iterator[Cue]:
    """The form "If the search fails, the agency will pay for another": a condition not yet met and what then follows."""
    condition, outcome = mark.head, mark.head.head
    if mark.i and mark.nbor(-1).lower_ in {"even", "as", "what", "only"}:
        return
    ahead = any(
        child.dep_ == "aux" and child.lower_ in {"will", "could", "may", "might", "would", "'ll"}
        for child in outcome.children
    )
    unreal = (
        any(
            child.dep_ == "aux" and child.lower_ in {"would", "had", "could", "should", "can"}
            for child in condition.children
        )
        or condition.tag_ == "VBD"
    )
    if (
        not ahead or unreal or mark.nbor().lower_ in {"not", "any", "only", "so"}
        if mark.i + 1 < len(mark.doc)
        else True
    ):
        return
    if any(child.dep_ == "aux" and child.lower_ == "would" for child in outcome.children) and condition.tag_ not in (
        "VBZ",
        "VBP",
    ):
        return
    if outcome.lemma_ == "have" and outcome.i + 1 < len(outcome.doc) and outcome.nbor().lower_ != "to":
        return
    for clause in (condition, outcome):
        subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.lower_ in load_lexicon("questions").words("routine_subjects") - {
            "he",
            "she",
            "they",
            "it",
        }:
            return
    yield Cue(
        QuestionKind.POSSIBLE, span_between(mark, mark), 0.6, "possibility", outcome if outcome.pos_ == "VERB" else None
    )


def _is_ahead(clause: Token) -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in {"will", "would", "could", "may", "might", "can", "'ll"}
        for child in clause.children
    )


def _modal_strength(modal: Token, verb: Token) -> float:
    """How much a story may turn on what a modal says, 0 for routine."""
    lexicon = load_lexicon("questions")
    if (
        verb.dep_ in ("relcl", "acl")
        or modal.nbor().lower_ == "as"
        or any(child.dep_ == "neg" for child in verb.children)
    ):
        return 0.0
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return 0.0
    routine = subject.lower_ in lexicon.words("routine_subjects") or subject.lemma_.lower() in lexicon.words(
        "routine_subjects"
    )
    if routine and subject.lower_ not in {"he", "she", "they", "people"}:
        return 0.0
    lemma = verb.lemma_.lower()
    forms = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    weighty = lemma in lexicon.words("weighty_verbs")
    if modal.lower_ == "could" and ("have" in forms or verb.dep_ in ("advcl", "conj")):
        return 0.0
    strength = 0.25 if lemma in lexicon.words("routine_verbs") else 0.4
    if weighty:
        strength = 0.7
    if _is_guess(modal, verb, subject):
        return max(GUESS, strength)
    strength += 0.2 * _under_fear(verb) - 0.2 * routine - 0.1 * (modal.lower_ == "may" and "have" in forms)
    return max(0.0, strength)


def _is_guess(modal: Token, verb: Token, subject: Token) -> bool:
    """True iff a clause says of somebody or something that it may be so: no aside, no rule, no courtesy."""
    return (
        modal.lower_ in {"may", "might"}
        and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
        and subject.pos_ in ("NOUN", "PROPN")
        and verb.lemma_.lower() not in load_lexicon("questions").words("routine_verbs")
    )


def _under_fear(verb: Token) -> bool:
    """True iff a clause hangs on a fear or a warning."""
    above = verb.head
    for _ in range(MAX_CLIMB):
        if above.lemma_.lower() in load_lexicon("questions").words("fearing"):
            return True
        if above.head.i == above.i:
            return False
        above = above.head
    return False


# ---- phrases ----
@cache
def _phrase_patterns() -> tuple[tuple[QuestionKind, re.Pattern[str], float, str], ...]:
    lexicon = load_lexicon("questions")
    rows = (
        (QuestionKind.UNKNOWN, "unknown_phrases", 0.75, ""),
        (QuestionKind.UNKNOWN, "routine_phrases", 0.5, "routine"),
        (QuestionKind.DISPUTED, "disputed_phrases", 0.65, ""),
        (QuestionKind.PENDING, "pending_phrases", 0.65, ""),
    )
    return tuple((kind, _either(lexicon.words(key)), strength, rule) for kind, key, strength, rule in rows)


def _either(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that matches any of the phrases, the longest first; where none can begin, it tries none."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    begin = re.escape("".join(sorted({phrase[0] for phrase in ordered})))
    return re.compile(rf"\b(?=[{begin}])(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def _phrases(text: str, start: int) -> Iterator[Cue]:
    """Set phrases, wherever they stand."""
    for kind, pattern, strength, rule in _phrase_patterns():
        match = pattern.search(text)
        if match is not None:
            yield Cue(kind, Span(start + match.start(), start + match.end()), strength, rule)
