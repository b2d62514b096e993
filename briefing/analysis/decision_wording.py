"""Our wording of what is to be decided or awaited, by rule from the parse: a token in, one English question or "" out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.question_inversion import predicate, with_form
from briefing.analysis.question_wording import question_word, word_embedded
from briefing.analysis.question_words import (
    PLAIN_SUBJECT_CUT,
    as_question,
    cleared,
    grammatical_subject,
    subject_words,
    trimmed,
)
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = ["word_awaited", "word_decision"]

MOST_ABOVE = 6
"""Heads to climb from a decision to the verb of saying."""
SPEAKING_FOR = frozenset(
    {"attorney", "lawyer", "representative", "solicitor", "spokesman", "spokesperson", "spokeswoman"}
)
"""Those who say what others decide."""


def word_decision(verb: Token, actors: ActorIndex) -> str:
    """The question that a decision will settle: "will decide whether to sail" -> "Will X sail?", "will vote on Y" -> "How will X vote on Y?"."""
    subject = grammatical_subject(verb)
    source = verb
    if verb.lemma_ == "decision" or (subject is not None and subject.lemma_ == "decision"):
        return _undecided(verb, actors)
    if subject is None and verb.dep_ == "xcomp":
        source = verb.head
        subject = grammatical_subject(source)
    if subject is None:
        return ""
    who = subject_words(subject, actors)
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("ccomp", "xcomp", "advcl", "pcomp", "acl", "prep"):
            continue
        if child.dep_ == "prep" and child.lower_ not in {"on", "over", "about", "of"}:
            continue
        inner = (
            next((word for word in child.children if word.dep_ == "pcomp"), child) if child.dep_ == "prep" else child
        )
        if inner.pos_ not in ("VERB", "AUX"):
            continue
        infinitive = any(word.tag_ == "TO" for word in inner.children)
        if infinitive and _has_whether_mark(inner):
            _, tokens = predicate(inner, None)
            rest = with_form(
                inner, inner.lemma_, [word for word in tokens if word.lower_ not in {"whether", "to"}], actors
            )
            return as_question(f"will {who} {rest}") if who and rest else ""
        condition = inner.dep_ == "advcl" and not any(word.lower_ == "whether" for word in inner.lefts)
        if not infinitive and not condition and (_has_whether_mark(inner) or question_word(inner) is not None):
            return word_embedded(inner, actors)
    if verb.lemma_ in {"vote", "rule", "decide"}:
        phrase = next(
            (
                child
                for child in verb.children
                if child.dep_ == "prep" and child.lower_ in {"on", "over"} and child.i > verb.i
            ),
            None,
        )
        thing = next((word for word in phrase.children if word.dep_ == "pobj"), None) if phrase is not None else None
        if thing is not None and phrase is not None and who and thing.ent_type_ not in ("DATE", "TIME"):
            words = cleared(trimmed(list(phrase.subtree), phrase, PLAIN_SUBJECT_CUT), actors)
            return as_question(f"how will {who} {verb.lemma_} {words}") if words else ""
        if who and not any(
            child.dep_ in ("dobj", "dative", "prt", "ccomp", "xcomp") and child.i > verb.i for child in verb.children
        ):
            return as_question(f"{'what' if verb.lemma_ == 'decide' else 'how'} will {who} {verb.lemma_}")
    return ""


def _undecided(decision: Token, actors: ActorIndex) -> str:
    """The question of a decision not taken, put to those for whom somebody speaks: "a lawyer for the port said no decision had been made"."""
    doing = next(
        (word for word in decision.subtree if word.tag_ == "VB" and any(child.tag_ == "TO" for child in word.children)),
        None,
    )
    above = decision
    for _ in range(MOST_ABOVE):
        if above.head.i == above.i or above.lemma_.lower() in load_lexicon("questions").words("stating"):
            break
        above = above.head
    speaker = grammatical_subject(above)
    if doing is None or speaker is None or above.i == decision.i or not _has_whether_mark(doing):
        return ""
    principal = None
    if speaker.lemma_.lower() in SPEAKING_FOR:
        phrase = next(
            (child for child in speaker.children if child.dep_ == "prep" and child.lower_ in {"for", "of"}), None
        )
        principal = (
            next((child for child in phrase.children if child.dep_ == "pobj"), None) if phrase is not None else None
        )
    if principal is None:
        return ""
    who = subject_words(principal, actors)
    _, tokens = predicate(doing, None)
    rest = with_form(doing, doing.lemma_, [word for word in tokens if word.lower_ not in {"whether", "to"}], actors)
    return as_question(f"will {who} {rest}") if who and rest else ""


def word_awaited(noun: Token, actors: ActorIndex) -> str:
    """The question of what is awaited: "a ruling is expected" -> "What will the ruling be?", "the trial is set" -> "How will the trial end?"."""
    lemma, lexicon = noun.lemma_.lower(), load_lexicon("questions")
    ask = next((ask for ask in lexicon.table("awaited_asks") if lemma in lexicon.words(f"awaited_asks.{ask}")), "")
    words = re.sub(r"^(?:an?|any|no)\s", "the ", subject_words(noun, actors), flags=re.IGNORECASE)
    if not ask or not words:
        return ""
    if len(words.split()) == 1:
        words = f"the {words}"
    return as_question(f"{'how' if ask == 'end' else 'what'} will {words} {ask}")


def _has_whether_mark(clause: Token) -> bool:
    return any(word.lower_ in {"whether", "if"} and word.i < clause.i for word in clause.children)
