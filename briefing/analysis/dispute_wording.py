"""The question of two figures for one thing, by rule from the parse: a `FigureDispute` in, "How many sailors drowned: 12 or 20?" out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.question_inversion import inversion, predicate
from briefing.analysis.question_words import PLAIN_SUBJECT_CUT, as_question, cleared, subject_words, trimmed
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.figure_disputes import FigureDispute

__all__ = ["word_dispute"]

FATE_NOUNS = frozenset(
    {"casualties", "deaths", "fatalities", "injuries", "arrests", "detentions", "infections", "detainees"}
)
"""Nouns that tell a fate themselves: it is people who met it."""
MOST_DISPUTED = 12
"""Words of a question of two figures before the figures."""


def word_dispute(dispute: FigureDispute, numbers: tuple[str, str], actors: ActorIndex) -> str:
    """The question of two figures: "How many sailors drowned: 12 or 20?"; "Which figure is right: ...?" where the parse gives no better.

    Args:
        dispute: The two claims.
        numbers: Their numbers as written, in the same order.
        actors: Who is meant where.
    """
    choice = " or ".join(numbers)
    first = dispute.first
    fallback = f"Which figure is right: {choice}?"
    if first.unit:
        put = dispute.second.verb
        what = next((child for child in put.children if child.dep_ == "dobj"), None) if put is not None else None
        is_named = put is not None and put.lemma_ == "put" and what is not None and what.tag_ == "NN"
        asked = as_question(f"what is {subject_words(what, actors)}") if is_named and what is not None else ""
        return f"{asked[:-1]}: {choice}?" if asked else fallback
    if dispute.fate and not (dispute.second.bare and first.noun is not None):
        noun = first.noun if first.noun is not None and first.noun.tag_ == "NNS" else None
        who = noun.text if noun is not None and noun.lower_ not in FATE_NOUNS else "people"
        return f"How many {who} {dispute.fate}: {choice}?"
    noun, verb = first.noun, first.verb
    if noun is None or verb is None or noun.tag_ != "NNS":
        return fallback
    named = trimmed([word for word in noun.subtree if word.i > first.head.i], noun, PLAIN_SUBJECT_CUT)
    thing = cleared(named, actors, own=True)
    if not thing:
        return fallback
    asked = ""
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == verb.i:
        helpers, tokens = predicate(verb, noun)
        asked = as_question(f"how many {thing} {cleared([*helpers, *tokens], actors, own=True)}") if tokens else ""
    elif (
        noun.dep_ == "dobj"
        and noun.head.i == verb.i
        and not load_lexicon("figures").words("disputes.telling") & {verb.lemma_.lower()}
    ):
        gone = " ".join(word.text for word in noun.subtree if not word.is_space)
        words = inversion(verb, actors)
        asked = as_question(f"how many {thing} {words.replace(gone, '', 1)}") if gone in words else ""
    if not asked or len(asked.split()) > MOST_DISPUTED:
        asked = as_question(f"how many {thing}") if len(thing.split()) <= MOST_DISPUTED else ""
    return f"{asked[:-1]}: {choice}?" if asked else fallback
