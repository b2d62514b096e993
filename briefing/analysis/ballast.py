"""What a clause says besides its event: attribution, asides, subordinate clauses. spaCy's tokens in, those that tell the event out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

__all__ = ["NOMINAL", "SUBJECTS", "VERBAL", "holds_infinitive", "is_turn", "telling_tokens", "with_short_asides"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON")

SHORT_ASIDE, MOST_GAP = 3, 8
"""Words of an aside that is kept, and tokens with its marks."""

SHORT_HEAD, SHORT_JOINED = 10, 6
"""Words of a clause up to its second verb, and tokens of what that verb tells, that are told together."""

LONG_ASIDE, LONG_RELATIVE, LONG_TELLING = 3, 9, 20
"""Tokens up to which a relative clause stays with its noun: behind a comma it is an aside, without one it says which is meant."""


def telling_tokens(verb: Token) -> Iterator[Token]:
    """The verb and what tells its event."""
    discourse = load_lexicon("events").words("clauses.discourse")
    stack = [verb]
    while stack:
        token = stack.pop()
        yield token
        for child in token.children:
            if _is_ballast(child, verb, discourse):
                continue
            stack.append(child)


def with_short_asides(tokens: Mapping[int, Token]) -> dict[int, Token]:
    """The tokens by index, and between them the asides of a name's length, which cost no more than the mark of a gap.

    "The mayor, Ada Holm, said", "the Dock Workers Union (DWU)"; attribution and what ties clauses stays out.
    """
    kept = dict(sorted(tokens.items()))
    if not kept:
        return kept
    doc = next(iter(kept.values())).doc
    for left, right in pairwise(tuple(kept)):
        if not 1 < right - left <= MOST_GAP:
            continue
        between = [doc[index] for index in range(left + 1, right)]
        words = [token for token in between if not (token.is_punct or token.is_space)]
        is_clock = any(token.ent_type_ in ("DATE", "TIME") for token in words) and between[0].text == "("
        if 0 < len(words) <= SHORT_ASIDE and not is_clock and not any(_ties_clauses(token) for token in words):
            kept |= {token.i: token for token in between if not token.is_space}
    return kept


def _ties_clauses(token: Token) -> bool:
    return token.dep_ in ("cc", "mark", "conj", *SUBJECTS) or token.tag_ in (
        "WDT",
        "WP",
        "WP$",
        "WRB",
        "VBD",
        "VBZ",
        "VBP",
    )


def _is_ballast(child: Token, verb: Token, discourse: frozenset[str]) -> bool:
    """True iff a dependent tells another thing than its verb's event."""
    match child.dep_:
        case "advcl":
            ballast = not (_is_purpose(child) or _is_condition(child))
        case "parataxis" | "discourse" | "intj" | "meta":
            ballast = True
        case "appos":
            ballast = _is_set_off(child)
        case "acl" | "amod":
            # "the team, led by a biologist, took samples"
            ballast = _is_set_off(child) and _size(child) > LONG_ASIDE
        case "prep" if _is_aside(child):
            ballast = True
        case "mark":
            ballast = child.head == verb
        case "ccomp":
            # "it said that ..." needs its content; "..., it said" is attribution and the content has its own line.
            ballast = child.i < child.head.i
        case "relcl":
            ballast = not _is_infinitive(child) and _size(child) > _most_relative(child)
        case "cc":
            ballast = (
                child.head.pos_ in VERBAL
                and not _turns(child)
                and any(c.dep_ == "conj" and c.pos_ in VERBAL and not _goes_on(c) for c in child.head.children)
            )
        case "conj":
            ballast = child.pos_ in VERBAL and child.head.pos_ in VERBAL and not (is_turn(child) or _goes_on(child))
        case "advmod":
            is_link = child.head == verb and child.lower_ in discourse
            ballast = is_link and not any(word.dep_ in SUBJECTS and word.i < child.i for word in verb.children)
        case "npadvmod" if any(word.dep_ == "nsubj" for word in child.children):
            # An absolute construction: "many of them foreigners".
            ballast = _is_set_off(child) and not holds_infinitive(child)
        case _:
            ballast = child.dep_ in ("prep", "npadvmod") and child.lower_ in ("according", "including")
    return ballast


def _turns(conjunction: Token) -> bool:
    """True iff a conjunction turns what stands before it, so that the one without the other would say something else."""
    return conjunction.lower_ in ("but", "yet")


def is_turn(verb: Token) -> bool:
    """True iff a coordinated verb without a subject of its own follows a "but": "lost the first game but won the cup".

    What lies ahead turns nothing that was done: "took a break, but are expected to return".
    """
    if any(child.dep_ in SUBJECTS for child in verb.children) or _looks_ahead(verb):
        return False
    links = [child for child in verb.head.children if child.dep_ == "cc" and child.i < verb.i]
    return bool(links) and _turns(links[-1])


def _looks_ahead(verb: Token) -> bool:
    """True iff a coordinated verb tells what will be, behind one that tells what was."""
    if verb.head.tag_ != "VBD":
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    is_awaited = verb.lemma_.lower() in load_lexicon("events").words("calendar.awaiting")
    return any(child.tag_ == "MD" and child.lower_ == "will" for child in helpers) or (
        is_awaited and any(child.tag_ in ("VBZ", "VBP") for child in helpers)
    )


def _goes_on(verb: Token) -> bool:
    """True iff a coordinated verb ends a short clause in few words of the same subject and day: "bowed to pressure and ordered a recount"."""
    head = verb.head
    if verb.tag_ != head.tag_ or any(child.dep_ in (*SUBJECTS, "cc", "conj") for child in verb.children):
        return False
    before = sum(not token.is_punct for token in head.subtree if token.i < verb.left_edge.i)
    ends = verb.right_edge.i >= head.right_edge.i - 1
    is_timed = any(token.ent_type_ in ("DATE", "TIME") for token in verb.subtree)
    return ends and not is_timed and before <= SHORT_HEAD and _size(verb) <= SHORT_JOINED


def _is_aside(phrase: Token) -> bool:
    """True iff a preposition's phrase is no part of the deed: between commas, or telling it by another deed ("by citing", "after reading")."""
    if any(child.dep_ == "pcomp" and child.tag_ == "VBG" for child in phrase.children):
        return phrase.lower_ in load_lexicon("events").words("clauses.before_deeds") and phrase.head.pos_ in VERBAL
    after = phrase.right_edge.i + 1
    is_enclosed = (
        _is_set_off(phrase) and after < len(phrase.doc) and phrase.doc[after].text in (",", "–", "—", "--", ")")
    )
    if not is_enclosed or phrase.left_edge.i - 1 == phrase.sent.start:
        return False
    return phrase.head.pos_ in NOMINAL or any(
        child.dep_ in SUBJECTS and child.i < phrase.i for child in phrase.head.children
    )


def _most_relative(clause: Token) -> int:
    """The most tokens of a relative clause that stays; one without which "a law" or "people" would say nothing has more."""
    if _is_set_off(clause):
        return LONG_ASIDE
    noun = clause.head
    is_bare = noun.pos_ == "NOUN" and all(child.dep_ in ("det", "relcl", "punct") for child in noun.children)
    is_open = is_bare and all(child.lower_ in ("a", "an", "some") for child in noun.children if child.dep_ == "det")
    return LONG_TELLING if is_open and noun.dep_ in ("dobj", "pobj", "attr") else LONG_RELATIVE


def holds_infinitive(aside: Token) -> bool:
    """True iff the parser hung on an aside what the verb before it asks for: "forced 500 men, many of them foreigners, to surrender"."""
    return any(_is_infinitive(child) for child in aside.children)


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_purpose(clause: Token) -> bool:
    """True iff an adverbial clause is an infinitive of purpose ("to quell the rise"), which belongs to the deed."""
    return _is_infinitive(clause) and clause.i > clause.head.i


def _is_condition(clause: Token) -> bool:
    """True iff an adverbial clause is a condition ("unless the union agrees"): without it the rest would say something else."""
    marks = load_lexicon("events").words("clauses.conditions")
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in marks for child in clause.children)


def _is_set_off(clause: Token) -> bool:
    """True iff a comma or a dash stands before a clause."""
    before = clause.left_edge.i - 1
    return before >= 0 and clause.doc[before].text in (",", "–", "—", "--", "(")


def _size(token: Token) -> int:
    return token.right_edge.i - token.left_edge.i + 1
