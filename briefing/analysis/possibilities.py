"""Outcomes that may come, of somebody or something a text is about: tokens in, `Cue` out; words from `data/questions.toml`.

Routine modality is passed over: a modal counts only where its subject is somebody or something the text is about and its verb tells
an outcome that a story can turn on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.question_cue import WH, Cue
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["possibilities"]

MAX_CLIMB = 6
LINKING = frozenset({"be", "remain", "seem", "become", "appear", "look"})
VAGUE_OBJECTS = frozenset({"possibility", "option", "idea", "question", "issue", "way", "thing", "something"})
"""Objects that leave a verb without a meaning: "may explore the possibility"."""
GUESS = 0.5
"""The strength of a "may" or "might" whose verb tells no weighty outcome: enough to be found, too little for most pages."""


def possibilities(tokens: TokenSpan) -> Iterator[Cue]:
    """An outcome that may come, of somebody or something the text is about."""
    lexicon = load_lexicon("questions")
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.dep_ == "aux" and token.lower_ in lexicon.words("modals") and token.head.pos_ in ("VERB", "AUX"):
            strength = _modal_strength(token, token.head)
            if strength:
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), strength, "possibility", token.head)
        elif lemma in lexicon.words("weighing") and _is_weighed(token):
            doing = next((child for child in token.children if child.dep_ == "xcomp" and child.tag_ == "VBG"), None)
            rule = "outcome" if doing is not None else ""
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.7, rule, doing)
        elif lemma in lexicon.words("fearing") and token.pos_ in ("VERB", "NOUN", "ADJ"):
            clause = next((child for child in token.children if child.dep_ in ("ccomp", "acl")), None)
            if clause is not None and _is_feared(token, clause):
                yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.7, "possibility", clause)
        elif token.dep_ == "mark" and token.lower_ in {"if", "unless"} and token.head.dep_ == "advcl":
            yield from _conditional(token)
        elif (
            lemma == "threaten"
            and token.pos_ == "VERB"
            and token.dep_ not in ("relcl", "advcl", "acl")
            and any(child.dep_ == "xcomp" for child in token.children)
        ):
            yield Cue(
                QuestionKind.POSSIBLE,
                span_between(token, token),
                0.6,
                "outcome",
                next(child for child in token.children if child.dep_ == "xcomp"),
            )
        elif (clause := _held_likely(token)) is not None:
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.7, "possibility", clause)
        elif (
            token.lower_ in {"likely", "unlikely"}
            and token.dep_ == "acomp"
            and token.head.lower_ in {"is", "are", "remains", "seems", "remain", "seem"}
            and any(child.dep_ == "xcomp" for child in token.children)
            and not any(child.lower_ in {"most", "more"} for child in token.children)
        ):
            outcome = next(child for child in token.children if child.dep_ == "xcomp")
            yield Cue(QuestionKind.POSSIBLE, span_between(token, token), 0.5, "outcome", outcome)


def _held_likely(word: Token) -> Token | None:
    """The clause that a likelihood is of: "there is a realistic possibility that it will break", "it is unlikely that they will sail"."""
    lexicon = load_lexicon("questions")
    if word.pos_ == "NOUN" and word.lemma_.lower() in lexicon.words("likelihoods") and word.dep_ in ("attr", "dobj"):
        if not any(child.dep_ == "expl" or child.lower_ in {"there", "see", "sees"} for child in word.head.children):
            return None
        clause = next((child for child in word.children if child.dep_ in ("acl", "ccomp", "relcl")), None)
    elif word.lower_ in lexicon.words("likely") and word.dep_ in ("acomp", "oprd") and word.head.lemma_ in LINKING:
        if not any(child.lower_ == "it" for child in word.head.children):
            return None
        below = (*word.children, *word.head.children)
        clause = next((child for child in below if child.dep_ == "ccomp" and child.i > word.i), None)
    else:
        return None
    if clause is None or not _is_ahead(clause):
        return None
    told = any(child.lower_ == "that" and (child.dep_ == "mark" or child.tag_ == "IN") for child in clause.children)
    vague = any(child.dep_ == "dobj" and child.lemma_.lower() in VAGUE_OBJECTS for child in clause.children)
    return clause if told and not vague else None


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
    if outcome.lemma_ in {"like", "love", "prefer"} or _is_general(condition):
        return
    if outcome.lemma_ == "be" and any(child.lower_ == "it" for child in outcome.children):
        # "It will be better if": a view.
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
        QuestionKind.POSSIBLE,
        span_between(mark, mark),
        0.6,
        "condition",
        outcome if outcome.pos_ == "VERB" else condition,
    )


def _is_general(condition: Token) -> bool:
    """True iff a condition is of any of a kind: "if colleges are under consideration"."""
    subject = next((child for child in condition.children if child.dep_ == "nsubj"), None)
    bare = subject is not None and subject.tag_ == "NNS" and not list(subject.children)
    kind = subject is not None and any(child.dep_ == "amod" for child in subject.children)
    own = subject is not None and any(child.dep_ in ("det", "poss", "nummod", "compound") for child in subject.children)
    plural = subject is not None and subject.tag_ == "NNS"
    return condition.lemma_ == "be" and plural and (bare or (kind and not own))


def _is_feared(fear: Token, clause: Token) -> bool:
    """True iff a fear that still holds is of what a clause tells; a mere concern only of what could be."""
    if not _is_ahead(clause) or any(child.dep_ == "neg" for child in clause.children):
        return False
    if any(word.lower_ in WH for word in clause.doc[clause.left_edge.i : clause.i]):
        return False
    if fear.pos_ != "ADJ" and fear.lemma_.lower() != "concern":
        return True
    past = fear.pos_ == "ADJ" and any(child.lower_ in {"was", "were"} for child in (fear.head, *fear.children))
    return not past and any(child.lower_ in {"could", "may", "might"} for child in clause.children)


def _is_ahead(clause: Token) -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in {"will", "would", "could", "may", "might", "can", "'ll"}
        for child in clause.children
    )


def _modal_strength(modal: Token, verb: Token) -> float:  # noqa: PLR0911 - one return a way of being routine
    """How much a story may turn on what a modal says, 0 for routine."""
    lexicon = load_lexicon("questions")
    if (
        verb.dep_ in ("relcl", "acl")
        or modal.nbor().lower_ in {"as", "now"}
        or (any(child.dep_ == "neg" for child in verb.children) and not _is_doubted(modal, verb))
    ):
        return 0.0
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or modal.i < subject.i:  # "may they rest"
        return 0.0
    routine = subject.lower_ in lexicon.words("routine_subjects") or subject.lemma_.lower() in lexicon.words(
        "routine_subjects"
    )
    if routine and subject.lower_ not in {"he", "she", "they", "people"}:
        return 0.0
    if _is_generic(subject) or _is_conceded(modal, verb) or _asks_itself(modal, verb):
        return 0.0
    if any(child.dep_ == "dobj" and child.lemma_.lower() in VAGUE_OBJECTS for child in verb.children):
        return 0.0
    lemma = verb.lemma_.lower()
    forms = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    weighty = lemma in lexicon.words("weighty_verbs")
    if modal.lower_ == "could" and ("have" in forms or verb.dep_ in ("advcl", "conj")):
        return 0.0
    if _is_unreal(modal, verb, forms) or _is_wished(verb):
        return 0.0
    strength = 0.25 if lemma in lexicon.words("routine_verbs") else 0.4
    if weighty:
        strength = 0.7
    if _is_guess(modal, verb, subject):
        return max(GUESS, strength)
    strength += 0.2 * _under_fear(verb) - 0.2 * routine - 0.1 * (modal.lower_ == "may" and "have" in forms)
    return max(0.0, strength)


def _is_generic(subject: Token) -> bool:
    """True iff a subject is any one of its kind: "a match might", "a defendant may", but not "a Holm victory could", "a fire at Oskel"."""
    some = any(child.dep_ == "det" and child.lower_ in {"a", "an", "any", "every"} for child in subject.children)
    return some and subject.pos_ == "NOUN" and not any(word.pos_ in ("PROPN", "NUM") for word in subject.subtree)


def _is_conceded(modal: Token, verb: Token) -> bool:
    """True iff a "may" grants what the sentence then holds against: "the ship may be old, but it sails"."""
    if modal.lower_ not in {"may", "might"} or verb.dep_ not in ("ROOT", "ccomp", "advcl"):
        return False
    if any(child.lower_ in {"while", "although", "though"} for child in verb.lefts):
        return True
    joined = next((child for child in verb.rights if child.dep_ == "cc" and child.lower_ in {"but", "yet"}), None)
    return joined is not None and any(child.dep_ == "conj" and child.i > joined.i for child in verb.rights)


def _asks_itself(modal: Token, verb: Token) -> bool:
    """True iff the clause of a modal opens with a question word: "what role the fleet might seek" is asked as it stands, elsewhere."""
    openers = [child for child in verb.lefts if child.i < modal.i and child.dep_ in ("dobj", "attr", "advmod", "prep")]
    return any(word.lower_ in WH for child in openers for word in child.subtree)


def _is_doubted(modal: Token, verb: Token) -> bool:
    """True iff a "may not" says that something may fail to be so, not that it is conceded or forbidden: "may not have paid"."""
    if modal.lower_ not in {"may", "might"}:
        return False
    told = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    able = any(child.dep_ == "acomp" and child.lower_ == "able" for child in verb.children)
    return (told or able) and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis")


def _is_guess(modal: Token, verb: Token, subject: Token) -> bool:
    """True iff a clause says of somebody or something that it may be so: no aside, no rule, no courtesy."""
    lexicon = load_lexicon("questions")
    held = _is_held(verb)
    told = verb.lemma_.lower() not in lexicon.words("routine_verbs") or (
        verb.lemma_ == "be"
        and (held or subject.pos_ == "PROPN")
        and any(child.dep_ in ("attr", "acomp") for child in verb.children)
    )
    return (
        (modal.lower_ in {"may", "might"} or held)
        and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
        and subject.pos_ in ("NOUN", "PROPN")
        and told
    )


def _is_unreal(modal: Token, verb: Token, forms: set[str]) -> bool:
    """True iff a "might have" tells what did not come about: "might have died had nobody passed", "might have gone on Monday"."""
    if modal.lower_ != "might" or "have" not in forms:
        return False
    held = _is_held(verb)
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return not held or any(word.lower_ in {"if", "had"} for word in behind)


def _is_held(verb: Token) -> bool:
    """True iff somebody holds a clause to be so: "believes that the reef could be younger", not "you would not think it could"."""
    holder = verb.head
    return (
        verb.dep_ == "ccomp"
        and holder.lemma_.lower() in load_lexicon("questions").words("holding")
        and not any(child.dep_ == "neg" or child.lower_ in {"you", "i"} for child in holder.children)
    )


def _is_wished(verb: Token) -> bool:
    """True iff a "might" stands in a prayer or a wish: "prayed that the war might end"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in {"pray", "hope", "wish"}


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
