"""What a sentence says is not known, kept back or yet to be found out: tokens in, `Cue` out; words from `data/questions.toml`.

An embedded question ("whether the ferry will sail") is open where the word it hangs on says so: "unclear", "did not say", "are
investigating". Otherwise it is answered or routine ("regardless of whether"), and passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import NEGATIONS, WH, Cue, complement_of, is_future, negation_of
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["embedded_questions", "stretch"]

MOST_PREPOSITIONS = 2
"""Prepositions between a word and the question that hangs on it: "speculation as to whether"."""


def embedded_questions(tokens: TokenSpan) -> Iterator[Cue]:
    """Embedded questions under a word that says nobody has the answer, or that it will come."""
    for token in tokens:
        if token.pos_ not in ("VERB", "AUX") or not _is_embedded(token):
            continue
        governor = token.head
        for _ in range(MOST_PREPOSITIONS):
            if governor.dep_ == "prep" or governor.pos_ == "ADP":
                governor = governor.head
        governor = _light(governor)
        if token.dep_ in ("csubj", "csubjpass", "nsubj", "nsubjpass", "advcl") and token.i < governor.i:
            yield from _subject_clause(token, governor)
            continue
        cue = _ignorance(governor, token, whether=_opener(token).lower_ in {"whether", "if"})
        if cue is not None and not _is_addressed(governor) and not _is_bafflement(governor, token):
            kind, span, strength = cue
            yield Cue(kind, span, strength, "embedded", token)


def _light(verb: Token) -> Token:
    """The decision that a light verb has for its subject, where none was made: "no decision had been made about whether"; else the verb."""
    if verb.tag_ != "VBN" or verb.lemma_ not in {"make", "reach", "take"}:
        return verb
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    undecided = subject is not None and subject.lemma_ == "decision" and negation_of(verb) is not None
    return subject if undecided and subject is not None else verb


def _opener(clause: Token) -> Token:
    """The first word of a clause that is no punctuation."""
    return next((word for word in clause.doc[clause.left_edge.i : clause.i + 1] if not word.is_punct), clause)


def _is_addressed(governor: Token) -> bool:
    """True iff it is the reader, or nobody in particular, who does not know: "if you do not know where"."""
    subject = next((child for child in governor.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in {"you", "one"}


def _is_bafflement(governor: Token, clause: Token) -> bool:
    """True iff somebody only wonders at something, or speaks for mankind: "I don't understand why you go", "we can never know who we are"."""
    lemma = governor.lemma_.lower()
    subject = next((child for child in governor.children if child.dep_ == "nsubj"), None)
    if lemma == "wonder" and (subject is None or subject.tag_ != "NNS"):
        return True
    if subject is None:
        # "A rule for determining which crimes count": a task, no ignorance.
        return governor.dep_ == "pcomp" and governor.tag_ == "VBG" and governor.head.lower_ in {"for", "of", "in"}
    asks_if = _opener(clause).lower_ in {"whether", "if"}
    named = any(word.pos_ == "PROPN" for word in clause.subtree)
    one = subject.tag_ in ("NN", "NNP") or subject.lower_ in {"he", "she", "i"}
    if lemma == "understand" and one:
        return True
    if subject.lower_ == "i" and lemma in {"know", "see", "say", "tell"}:
        return not asks_if and not named
    return subject.lower_ == "we" and lemma in {"know", "see", "understand"} and not asks_if and not named


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
        or complement_of(head) is not None
    )


def _ignorance(governor: Token, clause: Token, *, whether: bool) -> tuple[QuestionKind, Span, float] | None:  # noqa: PLR0911 - one return a way of not knowing
    """How a word leaves open the question that hangs on it, with the words that do; None where it does not."""
    lexicon = load_lexicon("questions")
    complement = complement_of(governor)
    word = complement if complement is not None else governor
    lower, lemma = word.lower_, word.lemma_.lower()
    negation = negation_of(governor) or (negation_of(word) if word is not governor else None)
    first = governor if complement is not None else word
    if lower in lexicon.words("doubtful"):
        return QuestionKind.UNKNOWN, span_between(first if first.i < word.i else word, word), 1.0
    if lower in lexicon.words("unforthcoming") and complement is not None:
        return QuestionKind.UNKNOWN, span_between(governor, word), 0.85
    if lower in lexicon.words("sure") or (word.tag_ == "VBN" and lower in lexicon.words("sure")):
        return (QuestionKind.UNKNOWN, stretch(negation, word), 1.0) if negation is not None else None
    if lemma in {"ask", "press"} and word.pos_ == "VERB":
        return _put(word, clause) if whether and word.tag_ in ("VBD", "VBN") else None
    if (
        word.pos_ in ("VERB", "AUX")
        and lemma
        in lexicon.words("withheld") | {"decide", "see", "comment", "answer", "respond", "discuss", "determine"}
        and negation is not None
    ):
        return QuestionKind.UNKNOWN, stretch(negation, word), 0.95
    if (
        word.pos_ in ("VERB", "AUX")
        and lemma in {"decide", "vote", "rule", "consider", "weigh", "determine"}
        and (is_future(word) or (word.tag_ == "VBG" and word.head.lower_ in {"before", "until"}))
    ):
        return QuestionKind.PENDING, span_between(word, word), 0.9
    if (
        word.pos_ == "VERB"
        and lemma in lexicon.words("searching")
        and (whether or lemma in lexicon.words("finding_out"))
        # "Race determines how one is treated" tells a cause.
        and not (lemma in {"determine", "establish"} and word.tag_ in ("VBZ", "VBP", "VBD"))
    ):
        return QuestionKind.UNKNOWN, span_between(word, word), 0.8
    if lemma == "decide" and word.head.lemma_ == "leave" and any(child.lower_ == "it" for child in word.head.children):
        return QuestionKind.PENDING, span_between(word.head, word), 0.85
    if (
        word.pos_ == "VERB"
        and (lemma in {"know", "establish"} or (lemma == "understand" and word.head.tag_ == "VBG"))
        and word.head.lemma_ in {"want", "try", "seek", "work", "hope"}
        and not any(child.lower_ in {"i", "we", "you"} for child in word.head.children)
    ):
        return QuestionKind.UNKNOWN, span_between(word.head, word), 0.7
    if lemma == "tell" and any(child.dep_ == "nsubj" and child.lower_ == "time" for child in word.children):
        return QuestionKind.UNKNOWN, span_between(word.doc[word.left_edge.i], word), 1.0
    if word.pos_ == "VERB" and lemma == "see" and word.head.lemma_ in {"remain", "wait"}:
        return QuestionKind.UNKNOWN, span_between(word.head, word), 1.0
    if (
        word.pos_ == "NOUN"
        and lemma in lexicon.words("open_nouns")
        and (
            whether
            or lemma in {"clue", "confusion", "doubt", "mystery", "speculation", "uncertainty", "word"}
            or (lemma == "question" and word.head.lemma_.lower() in lexicon.words("raising"))
        )
    ):
        return QuestionKind.UNKNOWN, span_between(word, word), 0.8
    if {word.lemma_.lower(), lower} & lexicon.words("fearing") and any(child.tag_ == "MD" for child in clause.children):
        return QuestionKind.POSSIBLE, span_between(word, word), 0.7
    return None


def _put(asking: Token, clause: Token) -> tuple[QuestionKind, Span, float] | None:
    """How a question put to somebody is left open: it is about what lies ahead, or is not answered; None for "asked if it was firm, he said"."""
    above = asking.head
    if any(child.tag_ == "MD" for child in clause.children):
        return QuestionKind.ASKED, span_between(asking, asking), 0.55
    if asking.dep_ not in ("advcl", "ccomp", "acl") or above.i < asking.i or asking.tag_ != "VBN":
        return QuestionKind.ASKED, span_between(asking, asking), 0.55
    evasive = above.lemma_.lower() in load_lexicon("questions").words("evading") or negation_of(above) is not None
    below = next((child for child in above.children if child.dep_ in ("xcomp", "ccomp")), None)
    if evasive or (below is not None and negation_of(below) is not None):
        return QuestionKind.UNKNOWN, span_between(asking, asking), 0.85
    return None


def stretch(negation: Token, word: Token) -> Span:
    """The words from a negation to what it negates, in either order."""
    return span_between(negation, word) if negation.i < word.i else span_between(word, negation)


def _subject_clause(clause: Token, governor: Token) -> Iterator[Cue]:
    """The form "Whether the ferry will sail is an open question": the clause before, the verdict behind."""
    lexicon = load_lexicon("questions")
    complement = complement_of(governor)
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
