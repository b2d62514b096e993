"""Which words of a clause tell a deed, whose deed it is, and how well it reads on a card: spaCy's tokens in, spans and numbers out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.analysis.pronouns import HE_OR_SHE, IT_OR_THEY
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind, EventStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = [
    "STATUS_WEIGHT",
    "first_of_verb",
    "has_clause",
    "is_indefinite",
    "is_intended",
    "is_stated",
    "is_told",
    "loose_ends",
    "phrase_heads",
    "spoken_subject",
    "verb_worth",
    "words_in",
]

VERBAL = ("VERB", "AUX")
HELPERS = ("aux", "auxpass", "neg")

STATUS_WEIGHT = {
    EventStatus.HAPPENED: 1.0,
    EventStatus.REPORTED: 0.8,
    EventStatus.PLANNED: 0.7,
    EventStatus.DENIED: 0.4,
    EventStatus.POSSIBLE: 0.3,
}
"""What an actor did says more than what it will do or did not do, or would do; what it may or should do is no deed."""

MAX_CLIMB = 12
"""Heads to look at when climbing a tree: deeper nesting is a fault of the parse, and a bound keeps odd text cheap."""

SHOWN = 12
"""Words of a deed that a card may show: what comes later points at nothing."""

SILENCE = 1.5
"""What a deed of silence is worth less than another."""

MOST_TOKENS = 60
"""Tokens of a clause that are looked at: many times what a card shows."""

QUOTATION = frozenset('"“”«»')


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("deeds").words(key)


def spoken_subject(verb: Token) -> Token | None:
    """The head of the subject as it is spoken (of a passive what it is done to), or None.

    A coordinated verb or an infinitive has that of the verb it hangs on, a relative clause its noun.
    """
    for _ in range(MAX_CLIMB):
        own = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            if own.tag_ not in ("WDT", "WP"):
                return own
            return verb.head if verb.dep_ == "relcl" and own.lower_ in ("who", "which", "that") else None
        if verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in VERBAL and verb.head.i != verb.i:
            verb = verb.head
        else:
            return None
    return None


def is_stated(verb: Token) -> bool:
    """True iff a clause below the main one states something by itself: "who left", "while the union met"; not "if the union meets"."""
    if verb.dep_ == "relcl":
        return True
    marks = [child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod") and child.i < verb.i]
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    is_past = verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in verb.children if child.dep_ in HELPERS)
    return verb.dep_ == "advcl" and has_subject and is_past and any(mark in _words("words.beside") for mark in marks)


def is_indefinite(head: Token) -> bool:
    """True iff the head of a subject names nobody: "All have received", "Both were closed"."""
    return head.lower_ in _words("words.indefinite")


def is_intended(verb: Token) -> bool:
    """True iff a clause tells what would be done."""
    return any(child.dep_ == "aux" and child.lower_ == "would" for child in verb.children)


def phrase_heads(head: Token) -> Iterator[Token]:
    """The head of a phrase and those joined to it by "and"."""
    yield head
    yield from head.conjuncts


def first_of_verb(verb: Token, subject: Token) -> Token | None:
    """The first token of the verb with its helpers and adverbs; None where it stands before the subject, asks, or is a mere "may"."""
    for _ in range(MAX_CLIMB):
        if verb.dep_ != "xcomp" or verb.head.pos_ not in VERBAL or verb.head.i == verb.i:
            break
        verb = verb.head
    helpers = _helpers(verb)
    first = min([verb, *helpers], key=lambda token: token.i)
    # "He's seen": half a word begins no line.
    if (
        first.i <= subject.i
        or not first.text[0].isalpha()
        or any(helper.lower_ in _words("words.modals") for helper in helpers)
    ):
        return None
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not helpers:
        # A participle or a bare infinitive is no clause of its own; "refused to sail or pay" is told by "refused".
        return None
    while first.i - 1 > subject.i:
        before = first.doc[first.i - 1]
        if before.dep_ not in ("advmod", "neg") or before.head.i not in (verb.i, first.i) or before.n_lefts:
            break
        first = before
    while first.i < verb.i and first.lower_ in _words("words.openers"):
        first = first.doc[first.i + 1]
    return first


def _helpers(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, also those that it shares with the one it is joined to ("was arrested and charged")."""
    first = verb
    for _ in range(MAX_CLIMB):
        own = [child for child in first.children if child.dep_ in HELPERS and child.i < first.i]
        if own or first.dep_ != "conj" or first.head.pos_ not in VERBAL or first.head.tag_ != verb.tag_:
            return own if first.i == verb.i or verb.tag_ in ("VB", "VBN", "VBG") else []
        first = first.head
    return []


def words_in(verb: Token, parts: Sequence[Span], start: int) -> list[Token]:
    """The tokens of a clause's parts from an offset on."""
    doc = verb.doc
    kept: list[Token] = []
    index = _index_at(verb, start)
    while index < len(doc) and len(kept) < MOST_TOKENS:
        token = doc[index]
        place = start_of(token)
        if place >= parts[-1].end:
            break
        if any(part.start <= place < part.end for part in parts) and not token.is_space:
            kept.append(token)
        index += 1
    return kept


def _index_at(verb: Token, start: int) -> int:
    index = verb.i
    while index and start_of(verb.doc[index - 1]) >= start:
        index -= 1
    while index < verb.i and start_of(verb.doc[index]) < start:
        index += 1
    return index


def loose_ends(tokens: Sequence[Token], kind: ActorKind, gender: str = "") -> float:
    """How many words of a deed point at something that its card does not show; 9 where somebody else is speaking."""
    loose, is_quoted, seen_plural, seen_clause = 0.0, False, False, False
    for place, token in enumerate(tokens[:SHOWN]):
        word = token.lower_
        if token.text in QUOTATION:
            is_quoted = not is_quoted
        elif word in _words("words.speakers") and not is_quoted and token.text != "US":
            return 9.0
        elif word in HE_OR_SHE:
            loose += kind is not ActorKind.PERSON or (gender != "" and gender != HE_OR_SHE[word])
        elif word in IT_OR_THEY:
            plural = word.startswith("the")
            fits = kind is not ActorKind.PERSON and (kind is not ActorKind.COUNTRY or not plural)
            if not (fits or (plural and seen_plural) or _is_empty(token) or (seen_clause and not plural)):
                loose += 1
        elif word in _words("words.pointing") and _points(token):
            loose += 1.0
        seen_plural = seen_plural or token.tag_ in ("NNS", "NNPS")
        seen_clause = seen_clause or (place > 0 and token.tag_ in ("NN", "NNP"))
    return loose


def _is_empty(token: Token) -> bool:
    """True iff "it" stands for a clause that follows: "said it was impossible to review the letters"."""
    return token.dep_ == "expl" or (
        token.lower_ == "it" and any(child.dep_ in ("ccomp", "xcomp", "advcl") for child in token.head.children)
    )


def _points(token: Token) -> bool:
    """True iff a demonstrative points back: no conjunction, no relative pronoun, no "those who", no "one of the", no "this week"."""
    if token.dep_ in ("mark", "expl") or token.tag_ in ("WDT", "IN", "CD", "EX", "PDT"):
        return False
    if token.dep_ == "det":
        return token.head.ent_type_ not in ("DATE", "TIME")
    return not any(child.i > token.i for child in token.children)


def is_told(verb: Token) -> bool:
    """True iff what is said stands behind a verb of saying: a clause, or an object that is not who it is told to."""
    following = verb.doc[verb.i + 1 : verb.i + 3]
    if len(following) == 2 and following[0].text == "," and following[1].text not in QUOTATION:  # noqa: PLR2004 - "added, in"
        return False
    return any(
        child.i > verb.i
        and (child.dep_ in ("ccomp", "xcomp", "oprd") or (child.dep_ == "dobj" and not _is_hearer(verb, child)))
        for child in verb.children
    )


def has_clause(verb: Token) -> bool:
    """True iff a clause with a verb of its own says what is said."""
    return any(child.i > verb.i and child.dep_ == "ccomp" for child in verb.children)


def _is_hearer(verb: Token, target: Token) -> bool:
    """True iff the object of a verb of telling is whoever hears it."""
    return (
        verb.lemma_.lower() in _words("verbs.telling")
        and target.tag_ != "WP"
        and target.lower_ not in _words("words.told")
    )


def verb_worth(verb: Token) -> float:
    """What the verb itself adds to a deed's worth: a direct object and a finished act more, a mere state or silence less."""
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    helpers = [child.lower_ for child in children if child.dep_ in HELPERS]
    worth = 0.2 if any(child.dep_ in ("dobj", "nsubjpass") for child in children) else 0.0
    if verb.tag_ == "VBD" or any(helper in ("has", "have", "was", "were", "will") for helper in helpers):
        worth += 0.2
    if "had" in helpers:
        worth -= 0.1
    if lemma in _words("verbs.weak"):
        worth -= 0.5
    return worth - (SILENCE if _is_silence(verb) else 0.0)


def _is_silence(verb: Token) -> bool:
    """True iff a clause tells that nothing was said: "declined to comment", "did not respond", "gave no details"."""
    lemma = verb.lemma_.lower()
    children = list(verb.children)
    if lemma in _words("verbs.refusing"):
        below = {child.lemma_.lower() for child in children if child.dep_ == "xcomp"}
        return bool(below & _words("verbs.answering")) or not any(child.dep_ in ("xcomp", "dobj") for child in children)
    if lemma in _words("verbs.replying") and any(child.dep_ == "neg" for child in children):
        return True
    return any(
        child.dep_ == "dobj"
        and child.lemma_.lower() in _words("words.answers")
        and any(word.lower_ in ("no", "any") for word in child.children)
        for child in children
    )
