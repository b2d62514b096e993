"""What leaves a question open in one sentence: tokens in, `Cue` out. One function a kind; words from `data/questions.toml`.

Routine modality is passed over: a modal counts only where its subject is somebody or something the text is about and its verb tells
an outcome that a story can turn on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between, start_of
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token
    from spacy.tokens import Span as TokenSpan

__all__ = ["Cue", "find_cues"]

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "no", "nobody", "none", "cannot", "hardly", "yet"})
WH = frozenset({"why", "how", "when", "where", "what", "who", "which", "whose"})
FUTURE = frozenset({"will", "'ll", "’ll", "would", "shall"})
MAX_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that leave a question open.

    Attributes:
        kind: How they leave it open.
        span: The words.
        strength: 0 to 1: how surely they do.
        rule: How the question is worded: embedded, noun, denial, decision, possibility, asked, or "" for not at all.
        anchor: The token that the wording starts from, or None.
    """

    kind: QuestionKind
    span: Span
    strength: float
    rule: str = ""
    anchor: Token | None = None


def find_cues(tokens: TokenSpan, text: str, start: int, *, quoted: bool) -> Iterator[Cue]:
    """The cues of a sentence, every kind in turn.

    Args:
        tokens: The sentence's tokens.
        text: Its words.
        start: Where it begins, in `Source.text`.
        quoted: True iff the whole sentence is somebody's words in quotation marks.
    """
    yield from _asked(tokens, text, start, quoted=quoted)
    yield from _embedded(tokens)
    yield from _unknown(tokens)
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
        if not address:
            end = start + len(stripped)
            yield Cue(QuestionKind.ASKED, Span(end - 1, end), 0.4 if inside else 0.9, "asked", tokens.root)


# ---- embedded questions ----
def _embedded(tokens: TokenSpan) -> Iterator[Cue]:
    """Embedded questions under a word that says nobody has the answer, or that it will come."""
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX") or not _is_embedded(token):
            continue
        governor = token.head
        if governor.dep_ == "prep" or governor.pos_ == "ADP":
            governor = governor.head
        if token.dep_ in ("csubj", "csubjpass", "nsubj", "nsubjpass", "advcl") and token.i < governor.i:
            yield from _subject_clause(token, governor)
            continue
        cue = _ignorance(governor, whether=_opener(token).lower_ in {"whether", "if"})
        if cue is not None and not _is_addressed(governor):
            kind, span, strength = cue
            yield Cue(kind, span, strength, "embedded", token)


def _opener(clause: Token) -> Token:
    """The first word of a clause that is no punctuation."""
    return next((word for word in clause.doc[clause.left_edge.i : clause.i + 1] if not word.is_punct), clause)


def _is_addressed(governor: Token) -> bool:
    """True iff it is the reader, or nobody in particular, who does not know: "if you do not know where"."""
    subject = next((child for child in governor.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in {"you", "one"}


def _is_embedded(clause: Token) -> bool:
    """True iff a clause is an embedded question: opened by "whether", a "whether"-like "if", or a question word."""
    if clause.dep_ not in ("ccomp", "pcomp", "acl", "advcl", "csubj", "csubjpass", "nsubj", "nsubjpass", "dobj", "xcomp", "relcl", "attr", "pobj"):
        return False
    opener = next((word for word in clause.doc[clause.left_edge.i : clause.i + 1] if not word.is_punct), None)
    if opener is None:
        return False
    if opener.lower_ == "whether":
        following = opener.nbor().lower_ if opener.i + 1 < len(opener.doc) else ""
        return following not in {"at", "in", "through", "by", "on"}
    if opener.lower_ == "if":
        return clause.dep_ in ("ccomp", "advcl") and clause.i > clause.head.i and _takes_if(clause.head)
    if opener.lower_ in WH and clause.dep_ in ("ccomp", "pcomp", "csubj", "csubjpass", "nsubj", "advcl", "pobj"):
        return not (opener.lower_ in {"when", "where"} and clause.dep_ == "advcl" and not _takes_if(clause.head))
    if opener.pos_ == "ADP" and opener.i + 1 < len(opener.doc) and opener.nbor().lower_ in {"what", "which", "whom", "whose"}:
        return clause.dep_ in ("ccomp", "pcomp", "csubj")
    return False


def _takes_if(head: Token) -> bool:
    """True iff "if" or "when" after a word opens a question, not a condition."""
    lexicon = load_lexicon("questions")
    lemma = head.lemma_.lower()
    if head.lemma_ == "be":
        return any(child.dep_ in ("acomp", "attr") and (child.lower_ in lexicon.words("doubtful") or child.lower_ in lexicon.words("sure")) for child in head.children)
    return lemma in lexicon.words("searching") or lemma in {"ask", "know", "see", "say", "tell", "decide"} or head.lower_ in lexicon.words("doubtful") | lexicon.words("sure") or _complement(head) is not None


def _complement(verb: Token) -> Token | None:
    """The adjective that a linking verb gives its subject ("remains unclear"), or None."""
    if verb.lemma_ not in {"be", "remain", "become", "seem", "stay", "appear", "look"}:
        return None
    return next((child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd", "advmod") and child.pos_ in ("ADJ", "VERB", "NOUN", "ADV") and child.lower_ not in NEGATIONS), None)


def _ignorance(governor: Token, *, whether: bool) -> tuple[QuestionKind, Span, float] | None:  # noqa: PLR0911 - one return a way of not knowing
    """How a word leaves open the question that hangs on it, with the words that do; None where it does not."""
    lexicon = load_lexicon("questions")
    complement = _complement(governor)
    word = complement if complement is not None else governor
    lower, lemma = word.lower_, word.lemma_.lower()
    negation = _negation(governor) or (_negation(word) if word is not governor else None)
    first = governor if complement is not None else word
    if lower in lexicon.words("doubtful"):
        return QuestionKind.UNKNOWN, span_between(first if first.i < word.i else word, word), 1.0
    if lower in lexicon.words("sure") or (word.tag_ == "VBN" and lower in lexicon.words("sure")):
        return (QuestionKind.UNKNOWN, _stretch(negation, word), 1.0) if negation is not None else None
    if lemma in {"ask", "press"} and word.pos_ == "VERB":
        return (QuestionKind.ASKED, span_between(word, word), 0.55) if whether and word.tag_ in ("VBD", "VBN") else None
    if word.pos_ in ("VERB", "AUX") and lemma in lexicon.words("withheld") | {"decide", "see", "comment", "answer", "respond", "discuss", "determine"} and negation is not None:
        return QuestionKind.UNKNOWN, _stretch(negation, word), 0.95
    if word.pos_ in ("VERB", "AUX") and lemma in {"decide", "vote", "rule", "consider", "weigh", "determine"} and _is_future(word):
        return QuestionKind.PENDING, span_between(word, word), 0.9
    if word.pos_ == "VERB" and lemma in lexicon.words("searching") and (whether or lemma in lexicon.words("finding_out")):
        return QuestionKind.UNKNOWN, span_between(word, word), 0.8
    if word.pos_ == "VERB" and lemma in {"know", "establish", "understand"} and word.head.lemma_ in {"want", "try", "seek", "work", "hope"}:
        return QuestionKind.UNKNOWN, span_between(word.head, word), 0.7
    if word.pos_ == "VERB" and lemma == "see" and word.head.lemma_ in {"remain", "wait"}:
        return QuestionKind.UNKNOWN, span_between(word.head, word), 1.0
    if word.pos_ == "NOUN" and lemma in lexicon.words("open_nouns") and (whether or lemma in {"clue", "confusion", "doubt", "mystery", "speculation", "uncertainty", "word"}):
        return QuestionKind.UNKNOWN, span_between(word, word), 0.8
    return None


def _stretch(negation: Token, word: Token) -> Span:
    return span_between(negation, word) if negation.i < word.i else span_between(word, negation)


def _negation(word: Token) -> Token | None:
    """The word that negates another: its "not", its subject "nobody", or the "declined to" above it."""
    lexicon = load_lexicon("questions")
    for child in word.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATIONS and child.dep_ in ("advmod", "det", "aux", "preconj", "cc") and child.i < word.i):
            return child
        if child.dep_ in ("nsubj", "nsubjpass") and (child.lower_ in lexicon.words("nobody") or any(inner.lower_ in lexicon.words("nobody") for inner in child.children)):
            return next((inner for inner in child.subtree if inner.lower_ in lexicon.words("nobody")), child)
    above = word.head
    if word.dep_ in ("xcomp", "ccomp", "acomp") and above.i != word.i and any(child.tag_ == "TO" for child in word.children):
        if above.lemma_.lower() in lexicon.words("refusing") | {"have"} and (above.lemma_ != "have" or any(child.lower_ == "yet" for child in above.children)):
            return above
        if above.lower_ in {"unable", "impossible", "early", "soon", "way", "able"} or any(child.dep_ == "neg" for child in above.children):
            return above if above.lower_ != "able" or any(child.dep_ == "neg" for child in above.head.children) else None
        complement = _complement(above)
        if complement is not None and complement.lower_ in {"unable", "impossible", "early", "soon", "difficult", "hard"}:
            return complement
    if word.dep_ == "relcl" and above.pos_ == "NOUN" and any(child.lower_ == "no" for child in above.children):
        return next(child for child in above.children if child.lower_ == "no")
    return None


def _subject_clause(clause: Token, governor: Token) -> Iterator[Cue]:
    """"Whether the ferry will sail is an open question": the clause before, the verdict behind."""
    lexicon = load_lexicon("questions")
    complement = _complement(governor)
    last = complement if complement is not None else governor
    words = {word.lower_ for word in governor.subtree if word.i > clause.i}
    if words & lexicon.words("doubtful") or (words & NEGATIONS and words & lexicon.words("sure")) or {"open", "question"} <= words or {"remains", "seen"} <= words or ("depend" in {governor.lemma_}):
        yield Cue(QuestionKind.UNKNOWN, span_between(governor, last) if last.i >= governor.i else span_between(last, governor), 1.0, "embedded", clause)


# ---- not known, without an embedded question ----
def _unknown(tokens: TokenSpan) -> Iterator[Cue]:
    """Things said to be unknown ("the cause is unclear") or kept back ("would not reveal the price")."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        if token.lower_ in lexicon.words("doubtful") and token.dep_ in ("acomp", "oprd", "ROOT", "attr", "ccomp"):
            subject = next((child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i), None)
            askable = subject is not None and subject.lemma_.lower() in lexicon.words("askable")
            yield Cue(QuestionKind.UNKNOWN, span_between(token, token), 0.95, "noun" if askable else "", subject if askable else None)
        elif token.pos_ == "VERB" and token.lemma_.lower() in lexicon.words("suspecting"):
            yield from _suspected(token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in lexicon.words("withheld") | lexicon.words("keeping") and (negation := _negation(token)) is not None:
            thing = next((child for child in token.children if child.dep_ == "dobj" and child.pos_ == "NOUN"), None)
            about = thing.lemma_.lower() if thing is not None else ""
            kept_back = token.lemma_.lower() in lexicon.words("keeping")
            if thing is not None and (kept_back or about in lexicon.words("askable") | {"detail", "figure", "information", "timetable", "date", "evidence"}):
                askable = about in lexicon.words("askable") and about != "detail"
                yield Cue(QuestionKind.UNKNOWN, _stretch(negation, token), 0.8, "noun" if askable else "", thing if askable else None)


def _suspected(verb: Token) -> Iterator[Cue]:
    """What investigators believe and have not shown: "police believe the fire was set"."""
    lexicon = load_lexicon("questions")
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    passive = any(child.dep_ in ("auxpass", "neg") for child in verb.children)
    if clause is None or subject is None or passive or any(child.lower_ in NEGATIONS | {"few"} for child in subject.children):
        return
    if verb.lemma_ == "speculate" or subject.lemma_.lower() in lexicon.words("investigators"):
        yield Cue(QuestionKind.UNKNOWN, span_between(verb, verb), 0.6, "embedded_plain", clause)


# ---- disputed ----
def _denied(tokens: TokenSpan) -> Iterator[Cue]:
    """A claim denied, an allegation rejected, an accusation."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        if token.pos_ != "VERB" and not (token.dep_ == "ROOT" and token.tag_.startswith("VB")):
            continue
        lemma = token.lemma_.lower()
        thing = next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass")), None)
        about = thing.lemma_.lower() if thing is not None else ""
        passive = any(child.dep_ == "auxpass" for child in token.children)
        negated = any(child.dep_ == "neg" for child in token.children)
        if lemma in lexicon.words("denying"):
            if about in lexicon.words("refusals") or (passive and about not in lexicon.words("allegations")) or negated or (lemma == "contest" and about not in lexicon.words("allegations") | {"decision", "result", "ruling", "verdict"}):
                continue
            if any(child.dep_ == "dative" for child in token.children) or (token.tag_ == "VB" and not any(child.dep_ == "aux" and child.lower_ in {"did", "does", "do"} for child in token.children) and token.dep_ == "xcomp" and token.head.lemma_ != "continue"):
                continue
            yield Cue(QuestionKind.DISPUTED, span_between(token, token), 0.95, "denial", token)
        elif lemma in lexicon.words("rejecting") and about in lexicon.words("allegations"):
            yield Cue(QuestionKind.DISPUTED, span_between(token, token), 0.85, "denial", token)
        elif lemma in lexicon.words("accusing") and not negated and token.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            yield Cue(QuestionKind.DISPUTED, span_between(token, token), 0.5)


# ---- pending ----
def _is_future(verb: Token) -> bool:
    """True iff a clause lies ahead: "will decide", "is to decide", "is expected to decide", "plans to decide"."""
    lexicon = load_lexicon("questions")
    if any(child.dep_ == "aux" and child.lower_ in FUTURE - {"would"} for child in verb.children):
        return True
    above = verb.head
    if any(child.tag_ == "TO" for child in verb.children) and above.i != verb.i and verb.dep_ in ("xcomp", "ccomp", "advcl"):
        return above.lemma_.lower() in lexicon.words("setting") | {"be", "meet", "have"} or above.lower_ in lexicon.words("setting")
    return any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children) and verb.tag_ == "VBG" and verb.lemma_ in {"consider", "weigh", "decide"}


def _decided(tokens: TokenSpan) -> Iterator[Cue]:
    """A decision, a vote, a ruling ahead."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        lemma = token.lemma_.lower()
        speaker = next((child for child in token.children if child.dep_ == "nsubj"), None)
        if token.pos_ == "VERB" and lemma in lexicon.words("deciding") and _is_future(token) and (speaker is None or speaker.lower_ not in {"i", "we", "you"}):
            decisive = lemma in {"decide", "vote", "rule", "elect", "choose", "sentence", "determine"}
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.8 if decisive else 0.55, "decision", token)
        elif lemma in lexicon.words("setting") and token.pos_ in ("VERB", "ADJ") and (token.tag_ in ("VBN", "JJ", "VBD")):
            subject = next((child for child in token.children if child.dep_ in ("nsubjpass", "nsubj")), None)
            if subject is None and token.dep_ == "acomp":
                subject = next((child for child in token.head.children if child.dep_ in ("nsubjpass", "nsubj")), None)
            words = {word.lemma_.lower() for word in token.subtree}
            if (subject is not None and subject.lemma_.lower() in lexicon.words("awaited")) or (words & {"expire"} and token.lemma_ in {"set", "due"}):
                yield Cue(QuestionKind.PENDING, span_between(token, token), 0.75)
        elif lemma == "await" and any(child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in lexicon.words("awaited") for child in token.children):
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.7)
        elif token.lower_ == "due" and token.i + 2 < len(token.doc) and token.nbor().lower_ == "to" and token.nbor(2).tag_ == "VB" and token.nbor(2).lemma_ in lexicon.words("deciding") | {"expire", "vote"}:
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.7)
        elif token.dep_ == "aux" and token.lower_ == "must" and any(child.dep_ == "prep" and child.lower_ in {"by", "before"} and any(word.ent_type_ == "DATE" for word in child.subtree) for child in token.head.children):
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.7)
        elif lemma == "deadline" and token.dep_ in ("nsubj", "dobj", "pobj", "attr"):
            yield Cue(QuestionKind.PENDING, span_between(token, token), 0.5)


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
        elif lemma in lexicon.words("fearing") and token.pos_ in ("VERB", "NOUN"):
            clause = next((child for child in token.children if child.dep_ in ("ccomp", "acl")), None)
            if clause is not None and _is_ahead(clause):
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.7, "possibility", clause)
        elif token.dep_ == "mark" and token.lower_ in {"if", "unless"} and token.head.dep_ == "advcl":
            yield from _conditional(token)
        elif lemma == "threaten" and token.pos_ == "VERB" and any(child.dep_ == "xcomp" for child in token.children):
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.6, "possibility", next(child for child in token.children if child.dep_ == "xcomp"))
        elif token.lower_ in {"likely", "unlikely"} and token.dep_ == "acomp" and token.head.lower_ in {"is", "are", "remains", "seems", "remain", "seem"} and any(child.dep_ == "xcomp" for child in token.children) and not any(child.lower_ in {"most", "more"} for child in token.children):
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.5)


def _conditional(mark: Token) -> Iterator[Cue]:
    """"If the search fails, the agency will pay for another": a condition not yet met and what then follows."""
    condition, outcome = mark.head, mark.head.head
    if mark.i and mark.nbor(-1).lower_ in {"even", "as", "what", "only"}:
        return
    ahead = any(child.dep_ == "aux" and child.lower_ in {"will", "could", "may", "might", "would", "'ll"} for child in outcome.children)
    unreal = any(child.dep_ == "aux" and child.lower_ in {"would", "had", "could", "should", "can"} for child in condition.children) or condition.tag_ == "VBD"
    if not ahead or unreal or mark.nbor().lower_ in {"not", "any", "only", "so"} if mark.i + 1 < len(mark.doc) else True:
        return
    if any(child.dep_ == "aux" and child.lower_ == "would" for child in outcome.children) and condition.tag_ not in ("VBZ", "VBP"):
        return
    for clause in (condition, outcome):
        subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.lower_ in load_lexicon("questions").words("routine_subjects") - {"he", "she", "they", "it"}:
            return
    yield Cue(QuestionKind.POSSIBLE, span_between(mark, mark), 0.6, "possibility", outcome if outcome.pos_ == "VERB" else None)


def _is_ahead(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"will", "would", "could", "may", "might", "can", "'ll"} for child in clause.children)


def _modal_strength(modal: Token, verb: Token) -> float:
    """How much a story may turn on what a modal says, 0 for routine."""
    lexicon = load_lexicon("questions")
    if verb.dep_ in ("relcl", "acl") or modal.nbor().lower_ == "as" or any(child.dep_ == "neg" for child in verb.children):
        return 0.0
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return 0.0
    routine = subject.lower_ in lexicon.words("routine_subjects") or subject.lemma_.lower() in lexicon.words("routine_subjects")
    if routine and subject.lower_ not in {"he", "she", "they", "people"}:
        return 0.0
    lemma = verb.lemma_.lower()
    forms = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if modal.lower_ == "can" and ("be" in forms or lemma not in lexicon.words("weighty_verbs")):
        return 0.0
    if modal.lower_ == "could" and ("have" in forms or verb.dep_ in ("advcl", "conj")):
        return 0.0
    if lemma in lexicon.words("weighty_verbs"):
        strength = 0.55 if modal.lower_ == "can" else 0.7
    elif lemma in lexicon.words("routine_verbs"):
        strength = 0.25
    else:
        strength = 0.4
    if _under_fear(verb):
        strength += 0.2
    if routine:
        strength -= 0.2
    if modal.lower_ == "may" and "have" in forms:
        strength -= 0.1
    return max(0.0, strength)


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
def _phrase_patterns() -> tuple[tuple[QuestionKind, re.Pattern[str], float], ...]:
    lexicon = load_lexicon("questions")
    rows = ((QuestionKind.UNKNOWN, "unknown_phrases", 0.75), (QuestionKind.DISPUTED, "disputed_phrases", 0.65), (QuestionKind.PENDING, "pending_phrases", 0.65))
    return tuple(
        (kind, re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in sorted(lexicon.ordered(key), key=lambda phrase: (-len(phrase), phrase))) + r")\b", re.IGNORECASE), strength)
        for kind, key, strength in rows
    )


def _phrases(text: str, start: int) -> Iterator[Cue]:
    """Set phrases, wherever they stand."""
    for kind, pattern, strength in _phrase_patterns():
        match = pattern.search(text)
        if match is not None:
            yield Cue(kind, Span(start + match.start(), start + match.end()), strength)
