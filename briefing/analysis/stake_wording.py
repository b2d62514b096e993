"""Our wording of what is charged, supposed or still to come about, by rule from the parse: a token in, one English question or "" out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.decision_wording import word_decision
from briefing.analysis.question_inversion import inversion, inverted, predicate, with_form
from briefing.analysis.question_wording import word_outcome, word_possibility
from briefing.analysis.question_words import (
    PLAIN_SUBJECT_CUT,
    as_question,
    cleared,
    grammatical_subject,
    is_plural,
    subject_words,
    trimmed,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = [
    "word_ability",
    "word_acceptance",
    "word_accusation",
    "word_condition",
    "word_consent",
    "word_extension",
    "word_how_long",
    "word_inquiry",
    "word_plan",
    "word_settled",
    "word_standing",
    "word_supposed",
    "word_truth",
    "word_urged",
]

GENUINE = {
    "authenticity": "authentic",
    "accuracy": "accurate",
    "legitimacy": "genuine",
    "veracity": "true",
    "truth": "true",
}
"""Nouns of what cannot be verified, with the adjective that asks after it."""
PLANNED = frozenset({"conclude", "finalise", "finalize", "ratify", "resume", "sign"})
"""Verbs that settle something by being done: one asks whether they will be."""


def _named(noun: Token | None, actors: ActorIndex) -> str:
    """The words of a noun with "the" for "a": the question asks about one that the text has told of."""
    words = subject_words(noun, actors) if noun is not None else ""
    if (
        words
        and noun is not None
        and noun.tag_ == "NN"
        and not any(child.i < noun.i and child.dep_ in ("det", "poss") for child in noun.children)
    ):
        return f"the {words}"
    return re.sub(r"^an?\s", "the ", words, flags=re.IGNORECASE)


def _done(verb: Token, who: str, actors: ActorIndex, *, plural: bool) -> str:
    """The question whether somebody did what a verb without a subject tells: "to have left the bridge" -> "Did X leave the bridge?"."""
    helpers, tokens = predicate(verb, grammatical_subject(verb))
    tokens = [word for word in tokens if word.dep_ != "neg"]
    forms = [word.lower_ for word in helpers]
    if not who or not tokens:
        return ""
    if "been" in forms:
        rest = with_form(verb, verb.lower_, tokens, actors)
        return as_question(f"{'were' if plural else 'was'} {who} {rest}") if rest else ""
    if verb.lemma_ in {"be", "have"}:
        return ""
    rest = with_form(verb, verb.lemma_, tokens, actors)
    bare = rest == verb.lemma_ and any(not child.is_punct for child in verb.rights)
    return as_question(f"did {who} {rest}") if rest and not bare else ""


def word_accusation(deed: Token, actors: ActorIndex) -> str:
    """The question of a charge: "accused the board of forging minutes" -> "Did the board forge minutes?"."""
    above = deed.head.head
    verb = above if above.lemma_.lower() == "accuse" else above.head
    accused = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if accused is None or accused.tag_ in ("WP", "WDT"):
        return ""
    if any(child.dep_ in ("aux", "auxpass") for child in deed.children):
        return ""
    who = _named(accused, actors)
    for child in accused.children:
        # The charge may hang on the one who is accused: "accused the board | of forging minutes".
        if child.i == deed.head.i:
            words = " ".join(word.text for word in accused.subtree if word.i < child.i and not word.is_space)
            who = words if words[:1].isupper() or words.startswith("the ") else ""
    if not who or any(child.dep_ == "conj" for child in deed.children):
        return ""
    return _done(deed, who, actors, plural=is_plural(accused))


def word_supposed(verb: Token, actors: ActorIndex) -> str:
    """The question of what is thought to have been: "is thought to have left the bridge" -> "Did X leave the bridge?"."""
    above = verb.head
    subject = next((child for child in above.children if child.dep_ == "nsubjpass"), None)
    if subject is not None and subject.tag_ in ("WP", "WDT"):
        subject = above.head if above.dep_ == "relcl" else None
    if subject is None:
        return ""
    return _done(verb, _named(subject, actors), actors, plural=is_plural(subject))


def word_ability(verb: Token, actors: ActorIndex) -> str:
    """The question of what is called impossible: "for the board to read it in a day" -> "Could the board read it in a day?"."""
    subject = grammatical_subject(verb)
    if subject is None:
        return ""
    who = subject_words(subject, actors)
    _, tokens = predicate(verb, subject)
    rest = with_form(verb, verb.lemma_, [word for word in tokens if word.dep_ != "mark"], actors)
    return as_question(f"could {who} {rest}") if who and rest else ""


def word_settled(participle: Token, actors: ActorIndex) -> str:
    """The question of a condition: "if convicted, Holm faces" -> "Will Holm be convicted?"."""
    subject = grammatical_subject(participle.head)
    if subject is None or subject.tag_ in ("WP", "WDT", "EX"):
        return ""
    who = _named(subject, actors)
    return as_question(f"will {who} be {participle.lower_}") if who else ""


def word_urged(verb: Token, actors: ActorIndex) -> str:
    """The question of a call to go: "called on Holm to resign" -> "Will Holm resign?"."""
    above = verb.head
    subject = grammatical_subject(verb)
    if subject is None:
        for child in above.children:
            if child.dep_ in ("dobj", "nsubjpass"):
                subject = child
            elif child.dep_ == "prep" and child.lower_ in {"on", "for", "upon"} and child.i > above.i:
                subject = next((word for word in child.children if word.dep_ == "pobj"), None)
            if subject is not None:
                break
    who = subject_words(subject, actors) if subject is not None else ""
    return as_question(f"will {who} {verb.lemma_}") if who else ""


def word_consent(word: Token, actors: ActorIndex) -> str:
    """The question of a consent: "the deal must be approved by owners" -> "Will owners approve the deal?"."""
    verb = word.head if word.pos_ == "NOUN" or word.dep_ == "xcomp" else word
    thing = _named(grammatical_subject(verb), actors)
    if not thing or (len(thing.split()) == 1 and thing.islower()):
        return ""
    if thing.lower().split()[0] in {"all", "any", "each", "every", "no"}:
        return ""
    giver = None
    for child in word.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in {"by", "of", "from"} and child.i > word.i:
            giver = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    giver = giver or next((child for child in word.children if child.dep_ == "poss"), None)
    if giver is not None and giver.ent_type_ not in ("DATE", "TIME"):
        who = subject_words(giver, actors)
        lemma = {"approval": "approve", "consent": "consent to", "ratification": "ratify"}.get(word.lemma_, word.lemma_)
        return as_question(f"will {who} {lemma} {thing}") if who else ""
    if word.pos_ == "NOUN":
        return ""
    return as_question(f"will {thing} be {word.lower_}")


def word_acceptance(verb: Token, actors: ActorIndex) -> str:
    """The question of what a side has not accepted: "the truce was not accepted by Oskel" -> "Will Oskel accept the truce?"."""
    thing = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    side = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    for child in verb.children:
        if child.dep_ == "agent":
            side = next((word for word in child.children if word.dep_ == "pobj"), None)
    if thing is not None and thing.lower_ == "it":
        words = verb.doc[max(verb.sent.start, thing.i - 25) : thing.i]
        thing = next((word for word in reversed(words) if word.dep_ in ("dobj", "nsubjpass")), None)
    who = subject_words(side, actors) if side is not None else ""
    what = _named(thing, actors)
    return as_question(f"will {who} {verb.lemma_} {what}") if who and what else ""


def word_how_long(verb: Token, actors: ActorIndex) -> str:
    """The question of a time without an end: "will be on leave for an undetermined period" -> "How long will X be on leave?"."""
    words = inversion(verb, actors)
    words = re.sub(r"\sfor an? (?:\w+ )?(?:\w+ )?(?:period|length|time)(?: of time)?\b", "", words)
    return as_question(f"how long {words}") if words and "period" not in words else ""


def word_condition(verb: Token, actors: ActorIndex) -> str:
    """The question of an "if": what follows ("Will the agency pay for another?"), else the condition itself ("Will the search fail?")."""
    condition = verb
    if not _has_if(verb):
        words = word_possibility(verb, actors)
        condition = next((child for child in verb.children if child.dep_ == "advcl" and _has_if(child)), verb)
        if words or condition.i == verb.i:
            return words
    subject = grammatical_subject(condition)
    helpers, tokens = predicate(condition, subject)
    forms = [word.lower_ for word in helpers if word.lower_ not in {"do", "does", "did"}]
    if subject is None or subject.dep_ == "expl" or any(word.dep_ == "neg" for word in tokens):
        return ""
    who = subject_words(subject, actors) if subject.pos_ != "PRON" else _ahead(subject, condition, actors)
    passive = forms in (["is"], ["are"]) and condition.tag_ == "VBN"
    if not who or not tokens or (forms and not passive) or condition.tag_ not in ("VBZ", "VBP", "VB", "VBN"):
        return ""
    rest = with_form(condition, condition.lower_ if passive else condition.lemma_, tokens, actors)
    return as_question(f"will {who} {'be ' if passive else ''}{rest}") if rest else ""


def _has_if(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in verb.lefts)


def _ahead(pronoun: Token, condition: Token, actors: ActorIndex) -> str:
    """Whom the pronoun of a condition means that opens a sentence: "If he is elected, Holm will be immune"."""
    subject = grammatical_subject(condition.head)
    named = subject is not None and subject.pos_ == "PROPN" and subject.i > pronoun.i
    if named and subject is not None and pronoun.lower_ in {"he", "she", "it"} and not is_plural(subject):
        return subject_words(subject, actors)
    return ""


def word_plan(verb: Token, actors: ActorIndex) -> str:
    """The question of a decision ahead; of what a plan settles by being done: "are to resume" -> "Will X resume?"."""
    words = word_decision(verb, actors)
    if words or verb.lemma_ not in PLANNED:
        return words
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return inverted(verb, actors) if helpers & {"will", "'ll"} else word_outcome(verb, actors)


def word_extension(noun: Token, actors: ActorIndex) -> str:
    """The question of what runs out: "the truce expires on Friday" -> "Will the truce be extended?"."""
    what = _named(noun, actors)
    return as_question(f"will {what} be extended") if what and len(what.split()) > 1 else ""


def word_truth(noun: Token, actors: ActorIndex) -> str:
    """The question of what cannot be verified: "the authenticity of the page" -> "Is the page authentic?"."""
    adjective = GENUINE.get(noun.lemma_.lower(), "")
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            owner = next((word for word in child.children if word.dep_ == "pobj"), None)
    if not adjective or owner is None or owner.pos_ == "PRON":
        return ""
    tokens = [word for word in owner.subtree if word.dep_ != "case"]
    what = cleared(trimmed(tokens, owner, PLAIN_SUBJECT_CUT), actors, own=True)
    return as_question(f"{'are' if is_plural(owner) else 'is'} {what} {adjective}") if what else ""


def word_inquiry(noun: Token, actors: ActorIndex) -> str:
    """The question of an inquiry that goes on, where it says into what: "What will the inquiry into the fire at Holm find?"."""
    into = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ == "into"), None)
    if into is None:
        return ""
    what = cleared(trimmed(list(into.subtree), into, PLAIN_SUBJECT_CUT), actors, own=True)
    return as_question(f"what will the {noun.lemma_.lower()} {what} find") if what else ""


def word_standing(verb: Token, actors: ActorIndex) -> str:
    """The question of one who takes no side: "neither endorsed nor rejected the accord" -> "Will Holm endorse the accord?"."""
    subject = grammatical_subject(verb)
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    for child in verb.children:
        if thing is None and child.dep_ == "conj":
            thing = next((word for word in child.children if word.dep_ == "dobj"), None)
    if subject is None or thing is None or verb.lemma_.lower() in {"confirm", "deny"}:
        return ""
    who = subject_words(subject, actors)
    what = _named(thing, actors)
    return as_question(f"will {who} {verb.lemma_} {what}") if who and what else ""
