"""Which words keep a clause from telling a deed, and whom a deed touches: tokens and texts in, answers out."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import Parsed
    from briefing.model.text import Span

__all__ = [
    "SHOWN",
    "agents_of",
    "agrees",
    "far_pronoun",
    "is_parted",
    "is_torn",
    "noun_forms",
    "quoted_passages",
    "reads_as_noun",
    "stands_alone",
    "suffering",
    "touched",
]

SHOWN = 11
"""Words of a deed that a card shows: who is acted on must be named among them."""

EARLY = 6
"""Words within which a clause that is told whole has its verb: a card may cut off what comes later."""

SCARE = 3
"""Words in marks up to which they are a term that the author uses, not somebody's sentence."""

BRACKETS = frozenset("()")

TOGETHER = 2
"""Others in a subject with whom what is done is no longer one's own deed."""

FAR = 5
"""Words that may be left out of the middle of a deed before a pronoun behind the gap has lost what it stands for."""

PASSAGE = re.compile(r"``.{1,4000}?''|“[^“”]*(?:\n\s*“[^“”]*)*”|\"[^\"\n]*\"", re.DOTALL)
"""Words in marks: in those that show which side they open, over paragraphs; in straight ones, within a line."""


def quoted_passages(text: str) -> list[tuple[int, int]]:
    """The offsets of the passages in quotation marks, in text order, mere terms left out."""
    return [(match.start(), match.end()) for match in PASSAGE.finditer(text) if len(match.group().split()) > SCARE]


def noun_forms(parsed: Parsed) -> frozenset[str]:
    """The plural nouns of a text that could be verbs by their form ("exhibits", "reports"), in lower case."""
    return frozenset(token.lower_ for sentence in parsed.sentences for token in sentence.tokens if token.tag_ == "NNS")


def reads_as_noun(verb: Token, nouns: frozenset[str]) -> bool:
    """True iff a verb in -s without an object is a plural noun elsewhere in the text: "the Solberg exhibits at the hall"."""
    if verb.tag_ != "VBZ" or verb.lower_ not in nouns:
        return False
    return not any(
        child.i > verb.i and child.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp") for child in verb.children
    )


def agents_of(verb: Token) -> Iterator[Token]:
    """The heads of those by whom something is done: "was closed by the mayor and the court"."""
    for child in verb.children:
        if child.dep_ == "agent" and child.lower_ == "by":
            for word in child.children:
                if word.dep_ == "pobj":
                    yield word
                    yield from word.conjuncts


def is_parted(subject: Token, verb: Token) -> bool:
    """True iff a bracket that opens before a subject closes before its verb: "he (the union backs no rival) will have to wait"."""
    marks = [token.text for token in subject.doc[subject.i + 1 : verb.i] if token.text in BRACKETS]
    return marks.count(")") != marks.count("(")


def agrees(subject: Token, verb: Token) -> bool:
    """True iff a finite verb tells what one of those in its subject does: not "are at odds" of two, nor what three do together."""
    several = len(subject.conjuncts)
    heads = (subject, *subject.conjuncts)
    together = several > 0 and any(child.lower_ == "and" for head in heads for child in head.children)
    is_plural = verb.tag_ == "VBP" or verb.lower_ in {"are", "were", "have"}
    return not together or (several < TOGETHER and not (is_plural and subject.tag_ in ("NN", "NNP")))


def far_pronoun(text: str, parts: Sequence[Span], start: int) -> bool:
    """True iff many words are left out of a deed before one that points back, so that it may have lost what it stands for."""
    shown = [part for part in parts if part.end > start]
    for before, after in itertools.pairwise(shown):
        if len(text[before.end : after.start].split()) > FAR:
            behind = re.findall(r"[a-z]+", text[after.start : after.end].lower())[: SHOWN - 1]
            if load_lexicon("deeds").words("words.behind_gap").intersection(behind):
                return True
    return False


def stands_alone(tokens: Sequence[Token]) -> bool:
    """True iff the words of a clause begin with a subject that tells who it is, and have a finite verb."""
    if not tokens or tokens[0].tag_ in ("VBG", "VBN", "RB") or tokens[0].lower_ in ("this", "these", "that", "those"):
        return False
    if any(token.tag_ in ("PRP", "PRP$") for token in tokens[:SHOWN]):
        return False
    if any(token.tag_ in ("WDT", "WP", "WP$") for token in tokens[:EARLY]):
        return False
    return any(token.tag_ in ("VBD", "VBZ", "VBP") for token in tokens[:EARLY])


def suffering(noun: Token) -> Token | None:
    """What the event of a noun is done to: "the collapse of the front", "an attack on the port"."""
    phrases = (child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "against", "on"))
    return next((word for phrase in phrases for word in phrase.children if word.dep_ == "pobj"), None)


def touched(target: Token | None, trigger: Token) -> Iterator[tuple[Token, float]]:
    """The words that may name whom an event is done to, each with what the deed is worth less for it.

    The object itself; else whose it is, or what it stands against: "cut the union's funds", "tightened the ring around the fort".
    """
    if target is None or (target.dep_ not in ("dobj", "nsubjpass") and trigger.pos_ == "VERB"):
        return
    yield target, 0.0
    for child in target.children:
        if child.dep_ in ("poss", "compound"):
            yield child, 0.5
        elif child.dep_ == "prep" and child.lower_ in ("of", "on", "against", "around"):
            for word in child.children:
                if word.dep_ == "pobj":
                    yield word, 0.5
                    yield from ((own, 0.5) for own in word.children if own.dep_ in ("poss", "compound"))


def is_torn(text: str) -> bool:
    """True iff a quotation begins in the words and does not end in them."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”") or text.count("``") != text.count("''")
