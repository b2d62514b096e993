"""How open it is whether an event came about: spaCy's tokens in, the signs of it and their sum out.

The sum is that of a logistic regression, fitted by bench/fit_certainty.py on what readers judged; its weights are data. It is for events
without a modal verb of their own: of those, words decide alone (briefing.analysis.factuality).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.conditions import is_supposed
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

__all__ = ["certainty_signs", "is_ahead", "openness_of"]

MAX_CLIMB = 6
"""Governors to look at: what stands higher says little of the event."""

COORDINATIONS = 3
"""Verbs of one row to go back over: longer rows are lists, and lists are misread."""

NOUNS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
NEW_CLAUSES = ("relcl", "advcl", "parataxis", "appos", "ROOT")


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("certainty").words(key)


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of governors that each lemma belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    lexicon = load_lexicon("certainty")
    for name in lexicon.table("governors"):
        for lemma in lexicon.ordered(f"governors.{name}"):
            found[lemma] = (*found.get(lemma, ()), name)
    return found


@cache
def _weights() -> Mapping[str, int]:
    """What each sign is worth, in hundredths."""
    return {sign: round(100 * weight) for sign, weight in load_lexicon("certainty").table("weights").items()}


def certainty_signs(trigger: Token) -> frozenset[str]:
    """The signs that hold of a trigger; each is named for what a reader sees."""
    if trigger.pos_ == "ADJ":
        trigger = trigger.head
    is_noun = trigger.pos_ in NOUNS
    first = _first_of_row(trigger, is_noun=is_noun)
    own = _signs_of_noun(first) if is_noun else _signs_of_verb(first, trigger)
    return frozenset((*own, *_signs_of_governor(first, is_noun=is_noun), *_signs_above(first)))


def openness_of(signs: frozenset[str]) -> float:
    """The log odds that readers hold the event with these signs for open, to two digits."""
    weights = _weights()
    # Whole hundredths: their sum is the same in any order and on any machine.
    return sum(weights.get(sign, 0) for sign in ("bias", *signs)) / 100


def is_ahead(signs: frozenset[str]) -> bool:
    """True iff a word near above the event says that it lies ahead or is only meant: no weights tell that it came about.

    An infinitive lies ahead of whatever verb is open above it ("will go to Oslo to sign"); a noun or a told verb need not ("the raid may end the talks").
    """
    if signs.isdisjoint(("form_infinitive", "form_bare")):
        return not signs.isdisjoint(_words("ahead.any"))
    return not signs.isdisjoint(_words("ahead.any") | _words("ahead.infinitives"))


def _first_of_row(trigger: Token, *, is_noun: bool) -> Token:
    """The first of a row of nouns, or of verbs that share its helpers and subject: what governs it governs all."""
    first = trigger
    for _ in range(COORDINATIONS):
        head = first.head
        if first.dep_ != "conj" or (head.pos_ in NOUNS) != is_noun:
            break
        if not is_noun and (
            head.tag_ != first.tag_ or any(child.dep_ in SUBJECTS_AND_HELPERS for child in first.children)
        ):
            break
        first = head
    return first


SUBJECTS_AND_HELPERS = ("nsubj", "nsubjpass", "aux")


def _form_of(verb: Token) -> str:
    """The form of a verb with its helpers: "modal", "infinitive", "past", "perfect", "progressive", "present", "gerund", ..."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    tags = {child.tag_ for child in helpers}
    if "MD" in tags:
        return "modal"
    if any(child.lower_ == "to" for child in helpers):
        # "Continued to fall", "helped to win": it came about.
        return "caused" if "cause" in _classes().get(verb.head.lemma_.lower(), ()) else "infinitive"
    if "VBD" in tags or verb.tag_ == "VBD":
        return "past"
    if tags & {"VBZ", "VBP"}:
        if any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in helpers):
            return "perfect"
        return "progressive" if verb.tag_ == "VBG" else "present"
    return {"VBZ": "present", "VBP": "present", "VBG": "gerund", "VBN": "participle"}.get(verb.tag_, "bare")


def _signs_of_verb(verb: Token, trigger: Token) -> Iterator[str]:
    """What a verb's form, marks, adverbs and place in the sentence say."""
    form = _form_of(verb)
    yield f"form_{form}"
    for child in (*verb.children, *(trigger.children if trigger.i != verb.i else ())):
        sign = _sign_of_child(child)
        if sign is not None:
            yield sign
    if is_supposed(trigger):
        yield "if"
    if trigger.lemma_.lower() in _words("saying"):
        yield "is_saying"
    relation = verb.dep_
    if form != "caused" and relation in ("advcl", "acl", "relcl", "xcomp", "ccomp", "conj", "pcomp", "ROOT"):
        yield f"as_{'to_' if form == 'infinitive' else ''}{relation.lower()}"


def _sign_of_child(child: Token) -> str | None:
    """What one word under a verb says of it."""
    lower = child.lower_
    sign = None
    match child.dep_:
        case "neg":
            sign = "negated"
        case "mark" if lower in _words("conditions"):
            sign = "if"
        case "mark" | "advmod" if lower in _words("circumstances"):
            # "After they left", "because they left": they did.
            sign = "in_circumstance"
        case "agent":
            sign = "by_somebody"
        case "cc" if lower == "or":
            sign = "or"
        case "npadvmod":
            sign = "told_when"
        case "advmod" if lower in _words("adverbs.done"):
            sign = "told_when"
        case "advmod" if lower in _words("adverbs.open"):
            sign = "adverb_open"
        case "advcl" if any(word.lower_ in _words("conditions") for word in child.children):
            sign = "on_condition"
        case "nsubj" | "nsubjpass" if lower == "you":
            sign = "subject_you"
        case _:
            pass
    return sign


def _signs_of_noun(noun: Token) -> Iterator[str]:
    """What an event noun's determiner and place in its clause say."""
    yield "noun"
    determiner = next((child for child in noun.children if child.dep_ in ("det", "poss")), None)
    if determiner is not None and determiner.dep_ == "poss":
        yield "of_somebody"
    elif determiner is not None and determiner.lower_ in ("the", "any", "no"):
        yield f"after_{determiner.lower_}"
    elif determiner is None and noun.tag_.endswith("S"):
        yield "plural"
    if any(child.dep_ == "nummod" for child in noun.children):
        yield "counted"
    if any(child.dep_ == "cc" and child.lower_ == "or" for child in noun.children):
        yield "or"
    if any(child.dep_ == "amod" and child.lower_ in _words("adjectives.open") for child in noun.children):
        yield "adjective_open"
    if noun.dep_ in ("dobj", "nsubj"):
        yield f"noun_{noun.dep_}"


def _signs_of_governor(word: Token, *, is_noun: bool) -> Iterator[str]:
    """The preposition before a word and the class of the verb, noun or adjective that governs it."""
    head = word.head
    if word.dep_ in ("pobj", "pcomp"):
        preposition = head.lower_
        kind = "noun" if is_noun else "doing"
        if head.lower_ in _words("reasons") or head.head.lower_ in _words("reasons"):
            yield f"because_{kind}"
            return
        if preposition in _words("prepositions"):
            yield f"{preposition}_{kind}"
        head = head.head
    if head.i == word.i or word.dep_ in (*(set(NEW_CLAUSES) - {"relcl"}), "nsubj"):
        return
    if _is_ranked(head):
        yield "governed_by_rank"
    if word.dep_ == "relcl" or head.lower_ == "concerning":
        # "Wrote concerning the raids": about them.
        return
    for name in _classes().get(head.lemma_.lower(), ()):
        yield f"governed_by_{name}"


def _is_ranked(word: Token) -> bool:
    """True iff a word is, or has with it, a rank: "the first to win", "the only bank to close"."""
    ranks = _words("ranks")
    return word.lower_ in ranks or any(child.dep_ == "amod" and child.lower_ in ranks for child in word.children)


def _signs_above(word: Token) -> Iterator[str]:
    """What the verbs and nouns higher up say: the form of the next verb, and what any of them denies, supposes, plans or tells."""
    depth = 0
    token = word
    for step in range(MAX_CLIMB):
        head = token.head
        if head.i == token.i:
            break
        if step > 0 and (head.pos_ in VERBS or head.pos_ in NOUNS):
            for name in _classes().get(head.lemma_.lower(), ()):
                yield f"above_{name}"
        if head.pos_ in VERBS:
            depth += 1
            if depth == 1:
                yield f"above_{_form_of(head)}"
            for child in head.children:
                if child.dep_ == "neg":
                    yield "above_negated"
                elif child.dep_ == "mark" and child.lower_ in _words("conditions"):
                    yield "above_if"
                elif child.tag_ == "MD" and child.lower_ not in _words("modals.sure"):
                    yield "above_might"
        token = head
    if depth > 1:
        yield "deep"
