"""Who does what to whom in a clause, and which words tell it: spaCy's tokens in, tokens and spans out.

The relations are those of the ClearNLP scheme that spaCy's English models use (nsubj, dobj, agent, relcl, ...).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.clause_edges import CLOSING, without_edges
from briefing.analysis.parse import span_between
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["clause_parts", "clause_root", "object_of", "phrase_span", "subject_of"]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLAUSES = ("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass")
VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON")

LONG_ASIDE, LONG_RELATIVE = 3, 9
"""Tokens up to which a relative clause stays with its noun: behind a comma it is an aside, without one it says which is meant."""

MAX_CLIMB = 12
"""Heads to look at when climbing a tree: deeper nesting is a fault of the parse, and a bound keeps odd text cheap."""


def subject_of(verb: Token) -> Token | None:
    """The head of the words that do it (in a passive clause: of the "by" phrase), or None.

    A coordinated verb shares the first one's subject; an infinitive has its governor's; a relative clause has its noun.
    """
    for _ in range(MAX_CLIMB):
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
        for child in verb.children:
            if child.dep_ == "agent":
                return next((word for word in child.children if word.dep_ == "pobj"), None)
        own = next(
            (child for child in verb.children if child.dep_ in ("nsubj", "csubj") and child.dep_ != "expl"), None
        )
        if own is not None:
            if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                return verb.head
            return own
        if passive:
            return None
        if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        elif verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        elif verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VB") and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
        else:
            return None
    return None


def object_of(verb: Token) -> Token | None:
    """The head of the words that it is done to (in a passive clause: of the subject), or None."""
    for child in verb.children:
        if child.dep_ == "nsubjpass":
            return verb.head if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else child
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "oprd"):
            return child
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    for child in verb.children:
        if child.dep_ == "prep":
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def clause_root(token: Token) -> Token:
    """The verb (or other head) of the clause in which a token stands."""
    for _ in range(MAX_CLIMB * 2):
        if token.dep_ in CLAUSES and (token.dep_ != "conj" or token.pos_ in ("VERB", "AUX")):
            return token
        if token.head is token or token.head.i == token.i:
            return token
        token = token.head
    return token


def phrase_span(head: Token) -> Span | None:
    """The words of a noun phrase without its relative clauses, appositions and leading article; None for an empty one."""
    tokens = [
        token
        for token in _kept(head, frozenset(("relcl", "appos", "advcl", "acl", "conj", "cc", "parataxis")))
        if not token.is_space
    ]
    row = _run_around(sorted(tokens, key=lambda token: token.i), head)
    while len(row) > 1 and (row[0].dep_ == "det" or row[0].is_punct):
        row = row[1:]
    while len(row) > 1 and _trails(row[-1]):
        row = row[:-1]
    return span_between(row[0], row[-1]) if row else None


def _trails(token: Token) -> bool:
    """True iff a token at the end of a phrase belongs to what follows: a possessive, a preposition, a comma."""
    if token.tag_ == "POS" or token.lower_ in ("'s", "’s"):
        return True
    return (token.is_punct or token.dep_ in ("punct", "case", "prep")) and token.text not in CLOSING


def _run_around(row: list[Token], head: Token) -> list[Token]:
    """Of a row of tokens, the unbroken run that holds the head."""
    at = next(index for index, token in enumerate(row) if token.i == head.i)
    first = last = at
    while first and row[first - 1].i == row[first].i - 1:
        first -= 1
    while last + 1 < len(row) and row[last + 1].i == row[last].i + 1:
        last += 1
    return row[first : last + 1]


def _kept(head: Token, without: frozenset[str]) -> Iterator[Token]:
    """The head and what depends on it, leaving out the subtrees tied by certain relations; in tree order."""
    stack = [head]
    while stack:
        token = stack.pop()
        yield token
        stack.extend(child for child in token.children if child.dep_ not in without)


def clause_parts(verb: Token) -> tuple[Span, ...]:
    """The words that tell a verb's event, as spans in text order: between two of them words were left out.

    Attribution, asides, relative clauses, adverbial clauses and coordinated verbs are left out; a coordinated verb or an
    infinitive keeps the subject of the verb that it hangs on.
    """
    rooted = _governing_verb(verb)
    tokens = {token.i: token for token in _clause_tokens(rooted)}
    if rooted != verb and verb.i not in tokens:
        tokens |= {token.i: token for token in _clause_tokens(verb)}
    subject = _borrowed_subject(rooted)
    if len(tokens) == 1 and subject is None and rooted.head.pos_ in NOMINAL and rooted.tag_ in ("VBN", "VBG"):
        # A participle alone tells nothing.
        subject = rooted.head
    tokens |= {token.i: token for token in _shared_helpers(rooted)}
    if subject is not None and subject.sent.start == verb.sent.start:
        tokens = {index: token for index, token in tokens.items() if token.tag_ not in ("WDT", "WP")}
        tokens |= {token.i: token for token in _noun_tokens(subject)}
    return _spans(tokens[index] for index in sorted(tokens))


def _borrowed_subject(verb: Token) -> Token | None:
    """The noun that a clause without a subject of its own is about, for the words that tell it to make a sentence.

    Of a relative or participle clause that is the noun it hangs on ("the suit, filed in May" -> "the suit … filed in May").
    """
    if verb.dep_ in ("relcl", "acl"):
        relative = next((word for word in verb.subtree if word.tag_ in ("WDT", "WP", "WP$")), None)
        is_subject = relative is not None and relative.head == verb and relative.dep_ in ("nsubj", "nsubjpass")
        return verb.head if is_subject or (relative is None and not _has_subject(verb)) else None
    return None if _has_subject(verb) else _spoken_subject(verb)


def _spoken_subject(verb: Token) -> Token | None:
    """The subject of the verb that a verb without one hangs on, as it is spoken: of a passive what it is done to."""
    for _ in range(MAX_CLIMB):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"), None)
        if own is not None:
            return verb.head if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
        is_clause = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN", "VB"))
        if is_clause and verb.head.pos_ in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        elif verb.dep_ in ("acl", "relcl", "amod") or (verb.dep_ in ("conj", "appos") and verb.head.pos_ in NOMINAL):
            return verb.head if verb.head.pos_ in NOMINAL else None
        else:
            return None
    return None


def _shared_helpers(verb: Token) -> Iterator[Token]:
    """The auxiliaries that a coordinated verb shares with the first: "was" of "was arrested and charged"."""
    first = verb
    for _ in range(MAX_CLIMB):
        if any(child.dep_ in ("aux", "auxpass", *SUBJECTS) for child in first.children):
            break
        if first.dep_ != "conj" or first.head.pos_ not in VERBAL:
            return
        first = first.head
    # "was arrested and fled": the second verb is finite by itself.
    if first.i != verb.i and verb.tag_ == first.tag_ and verb.tag_ in ("VB", "VBN", "VBG"):
        yield from (child for child in first.children if child.dep_ in ("aux", "auxpass", "neg"))


def _governing_verb(verb: Token) -> Token:
    """The verb whose clause tells this one's event: "agreed" for "agreed to sign"."""
    for _ in range(MAX_CLIMB):
        is_complement = verb.dep_ == "xcomp" or (verb.dep_ == "acomp" and verb.pos_ == "ADJ")
        if is_complement and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and verb.head.i != verb.i:
            verb = verb.head
        else:
            break
    return verb


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS and child.tag_ not in ("WDT", "WP") for child in verb.children)


def _noun_tokens(head: Token) -> Iterator[Token]:
    """The tokens of a subject that is borrowed from another clause, without its own clauses."""
    yield from _kept(head, frozenset(("relcl", "appos", "acl", "advcl", "parataxis")))


def _clause_tokens(verb: Token) -> Iterator[Token]:
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


def _is_ballast(child: Token, verb: Token, discourse: frozenset[str]) -> bool:
    """True iff a dependent tells another thing than its verb's event."""
    match child.dep_:
        case "advcl":
            ballast = not (_is_purpose(child) or _is_condition(child))
        case "parataxis" | "discourse" | "intj" | "meta":
            ballast = True
        case "appos":
            ballast = _is_set_off(child)
        case "mark":
            ballast = child.head == verb
        case "ccomp":
            # "it said that ..." needs its content; "..., it said" is attribution and the content has its own line.
            ballast = child.i < child.head.i
        case "relcl":
            ballast = not _is_infinitive(child) and _size(child) > (LONG_ASIDE if _is_set_off(child) else LONG_RELATIVE)
        case "cc":
            ballast = child.head.pos_ in VERBAL and any(c.dep_ == "conj" for c in child.head.children)
        case "conj":
            ballast = child.pos_ in VERBAL and child.head.pos_ in VERBAL
        case "advmod":
            is_link = child.head == verb and child.lower_ in discourse
            ballast = is_link and not any(word.dep_ in SUBJECTS and word.i < child.i for word in verb.children)
        case "npadvmod" if any(word.dep_ == "nsubj" for word in child.children):
            # An absolute construction: "many of them foreigners".
            ballast = _is_set_off(child)
        case _:
            ballast = child.dep_ in ("prep", "npadvmod") and child.lower_ in ("according", "including")
    return ballast


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


def _spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Tokens in text order as spans; punctuation at the edges of a run is dropped, runs parted by punctuation alone are joined."""
    runs: list[list[Token]] = []
    for token in tokens:
        if token.is_space:
            continue
        if runs and _only_marks(runs[-1][-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = []
    for run in runs:
        row = without_edges(run)
        if row:
            spans.append(span_between(row[0], row[-1]))
    return tuple(spans)


def _only_marks(left: Token, right: Token) -> bool:
    """True iff nothing or only white space lies between two tokens."""
    return all(left.doc[index].is_space for index in range(left.i + 1, right.i))
