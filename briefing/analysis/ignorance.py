"""What a sentence says is not known, kept back or yet to be found out: tokens in, `Cue` out; words from `data/questions.toml`.

An embedded question ("whether the ferry will sail") is open where the word it hangs on says so: "unclear", "did not say", "are
investigating". Otherwise it is answered or routine ("regardless of whether"), and passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["Cue", "embedded_questions", "is_future", "unknown_things"]

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


def embedded_questions(tokens: TokenSpan) -> Iterator[Cue]:
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
    if clause.dep_ not in (
        "ccomp",
        "pcomp",
        "acl",
        "advcl",
        "csubj",
        "csubjpass",
        "nsubj",
        "nsubjpass",
        "dobj",
        "xcomp",
        "relcl",
        "attr",
        "pobj",
    ):
        return False
    opener = next((word for word in clause.doc[clause.left_edge.i : clause.i + 1] if not word.is_punct), None)
    if opener is None:
        return False
    if opener.lower_ == "whether":
        following = opener.nbor().lower_ if opener.i + 1 < len(opener.doc) else ""
        return following not in {"at", "in", "through", "by", "on"}
    if opener.lower_ == "if":
        return clause.dep_ in ("ccomp", "advcl") and clause.i > clause.head.i and _takes_if(clause.head)
    if opener.lower_ in {"when", "where"} and _says_of_a_thing(clause.head) and clause.i > clause.head.i:
        return False
    if opener.lower_ in WH and clause.dep_ in ("ccomp", "pcomp", "csubj", "csubjpass", "nsubj", "advcl", "pobj"):
        return not (opener.lower_ in {"when", "where"} and clause.dep_ == "advcl" and not _takes_if(clause.head))
    if (
        opener.pos_ == "ADP"
        and opener.i + 1 < len(opener.doc)
        and opener.nbor().lower_ in {"what", "which", "whom", "whose"}
    ):
        return clause.dep_ in ("ccomp", "pcomp", "csubj")
    return False


def _says_of_a_thing(verb: Token) -> bool:
    """True iff a linking verb tells the state of a thing, so that "when" behind it tells the time: "no fault was apparent when"."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.pos_ == "NOUN" and verb.lemma_ == "be"


def _takes_if(head: Token) -> bool:
    """True iff "if" or "when" after a word opens a question, not a condition."""
    lexicon = load_lexicon("questions")
    lemma = head.lemma_.lower()
    if head.lemma_ == "be":
        return any(
            child.dep_ in ("acomp", "attr")
            and (child.lower_ in lexicon.words("doubtful") or child.lower_ in lexicon.words("sure"))
            for child in head.children
        )
    return (
        lemma in lexicon.words("searching")
        or lemma in {"ask", "know", "see", "say", "tell", "decide"}
        or head.lower_ in lexicon.words("doubtful") | lexicon.words("sure")
        or _complement(head) is not None
    )


def _complement(verb: Token) -> Token | None:
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
    if (
        word.pos_ in ("VERB", "AUX")
        and lemma
        in lexicon.words("withheld") | {"decide", "see", "comment", "answer", "respond", "discuss", "determine"}
        and negation is not None
    ):
        return QuestionKind.UNKNOWN, _stretch(negation, word), 0.95
    if (
        word.pos_ in ("VERB", "AUX")
        and lemma in {"decide", "vote", "rule", "consider", "weigh", "determine"}
        and is_future(word)
    ):
        return QuestionKind.PENDING, span_between(word, word), 0.9
    if (
        word.pos_ == "VERB"
        and lemma in lexicon.words("searching")
        and (whether or lemma in lexicon.words("finding_out"))
    ):
        return QuestionKind.UNKNOWN, span_between(word, word), 0.8
    if (
        word.pos_ == "VERB"
        and lemma in {"know", "establish", "understand"}
        and word.head.lemma_ in {"want", "try", "seek", "work", "hope"}
    ):
        return QuestionKind.UNKNOWN, span_between(word.head, word), 0.7
    if lemma == "tell" and any(child.dep_ == "nsubj" and child.lower_ == "time" for child in word.children):
        return QuestionKind.UNKNOWN, span_between(word.doc[word.left_edge.i], word), 1.0
    if word.pos_ == "VERB" and lemma == "see" and word.head.lemma_ in {"remain", "wait"}:
        return QuestionKind.UNKNOWN, span_between(word.head, word), 1.0
    if (
        word.pos_ == "NOUN"
        and lemma in lexicon.words("open_nouns")
        and (whether or lemma in {"clue", "confusion", "doubt", "mystery", "speculation", "uncertainty", "word"})
    ):
        return QuestionKind.UNKNOWN, span_between(word, word), 0.8
    return None


def _stretch(negation: Token, word: Token) -> Span:
    return span_between(negation, word) if negation.i < word.i else span_between(word, negation)


def _negation(word: Token) -> Token | None:
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
        complement = _complement(above)
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


def _subject_clause(clause: Token, governor: Token) -> Iterator[Cue]:
    """The form "Whether the ferry will sail is an open question": the clause before, the verdict behind."""
    lexicon = load_lexicon("questions")
    complement = _complement(governor)
    last = complement if complement is not None else governor
    if _opener(clause).lower_ in {"when", "where"} and clause.dep_ == "advcl":
        return
    own = {word.i for word in clause.subtree}
    words = {word.lower_ for word in governor.subtree if word.i > clause.i and word.i not in own}
    if (
        words & lexicon.words("doubtful")
        or (words & NEGATIONS and words & lexicon.words("sure"))
        or {"open", "question"} <= words
        or {"remains", "seen"} <= words
        or governor.lemma_ == "depend"
    ):
        yield Cue(
            QuestionKind.UNKNOWN,
            span_between(governor, last) if last.i >= governor.i else span_between(last, governor),
            1.0,
            "embedded",
            clause,
        )


def unknown_things(tokens: TokenSpan) -> Iterator[Cue]:
    """Things said to be unknown ("the cause is unclear") or kept back ("would not reveal the price")."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        if token.lower_ in lexicon.words("doubtful") and token.dep_ in ("acomp", "oprd", "ROOT", "attr", "ccomp"):
            subject = next(
                (child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i),
                None,
            )
            askable = subject is not None and subject.lemma_.lower() in lexicon.words("askable")
            yield Cue(
                QuestionKind.UNKNOWN,
                span_between(token, token),
                0.95,
                "noun" if askable else "",
                subject if askable else None,
            )
        elif token.lemma_.lower() in lexicon.words("inquiries") and token.dep_ in ("nsubj", "nsubjpass"):
            yield from _underway(token)
        elif token.tag_ == "VBN" and token.lower_ in lexicon.words("sure") | lexicon.words("found_out"):
            yield from _not_found_out(token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in lexicon.words("suspecting"):
            yield from _suspected(token)
        elif (
            token.pos_ == "VERB"
            and token.lemma_.lower() in lexicon.words("withheld") | lexicon.words("keeping")
            and (negation := _negation(token)) is not None
        ):
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
                    _stretch(negation, token),
                    0.8,
                    "noun" if askable else "",
                    thing if askable else None,
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
    negation = _negation(participle)
    if subject is not None and negation is not None:
        lexicon = load_lexicon("questions")
        askable = subject.lemma_.lower() in lexicon.words("askable")
        if not askable and (participle.lower_ not in lexicon.words("sure") or negation.dep_ != "neg"):
            return
        rule, anchor = ("noun", subject) if askable else ("", None)
        yield Cue(QuestionKind.UNKNOWN, span_between(negation, participle), 0.9 if askable else 0.75, rule, anchor)


def _suspected(verb: Token) -> Iterator[Cue]:
    """What investigators believe and have not shown: "police believe the fire was set"."""
    lexicon = load_lexicon("questions")
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    passive = any(child.dep_ in ("auxpass", "neg") for child in verb.children)
    if (
        clause is None
        or subject is None
        or passive
        or any(child.lower_ in NEGATIONS | {"few"} for child in subject.children)
    ):
        return
    if verb.lemma_ == "speculate" or subject.lemma_.lower() in lexicon.words("investigators"):
        yield Cue(QuestionKind.UNKNOWN, span_between(verb, verb), 0.6, "embedded_plain", clause)


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
            return above.tag_ in ("VBZ", "VBP") and _complement(above) is None
        return bool({above.lemma_.lower(), above.lower_} & (lexicon.words("setting") | {"meet", "have"}))
    return (
        any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children)
        and verb.tag_ == "VBG"
        and verb.lemma_ in {"consider", "weigh", "decide"}
    )
