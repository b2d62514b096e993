"""Our wording of a question by the rule of its cue: `Cue` in, one English question or "" out; the rules stand in the modules that word them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.decision_wording import word_awaited, word_decision
from briefing.analysis.question_weights import is_expletive
from briefing.analysis.question_wording import (
    word_denial,
    word_embedded,
    word_noun,
    word_outcome,
    word_possibility,
)
from briefing.analysis.referents import has_antecedent
from briefing.analysis.stake_wording import (
    word_ability,
    word_acceptance,
    word_accusation,
    word_condition,
    word_consent,
    word_extension,
    word_how_long,
    word_inquiry,
    word_plan,
    word_settled,
    word_standing,
    word_supposed,
    word_truth,
    word_urged,
)
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.question_cue import Cue

__all__ = ["worded"]

FEWEST_WORDS, MOST_WORDS = 3, 20
"""Words of a question that is shown as it was asked."""


def worded(cue: Cue, tokens: TokenSpan, text: str, actors: ActorIndex) -> str:
    """Our wording of a cue's question, "" where no grammatical one can be made."""
    if cue.rule == "asked":
        return _as_asked(text) if _is_named(tokens, actors) else ""
    anchor = cue.anchor
    if anchor is None:
        return ""
    if cue.rule == "embedded":
        if cue.end is not None:
            return word_embedded(anchor, actors, cue.end)
        above = anchor.head.head if anchor.head.dep_ == "prep" else anchor.head
        return word_embedded(anchor, actors) or word_decision(above, actors)
    wording = WORDINGS.get(cue.rule)
    return wording(anchor, actors) if wording is not None else ""


def _is_named(tokens: TokenSpan, actors: ActorIndex) -> bool:
    """True iff each pronoun of a question that the text asks has something to mean in the question itself."""
    return all(
        has_antecedent(token, actors)
        for token in tokens
        if token.tag_ in ("PRP", "PRP$") and not (token.lower_ == "it" and is_expletive(token))
    )


def _as_asked(text: str) -> str:
    """A question of the text as it stands, what follows a colon by itself; "" where it is long, part of a sentence, or no whole one."""
    words = text.strip().strip("\"'“”‘’ ")
    _, colon, behind = words.rpartition(": ")
    if colon and behind:
        words = behind
    words = re.sub(r"^(?:and|but|so|then|yet)\s+(?=\w)", "", words, flags=re.IGNORECASE)
    if words != text:
        words = words[:1].upper() + words[1:]
    plain = words.endswith("?") and words[0].isupper() and not any(sign in words for sign in '"“”:')
    fits = FEWEST_WORDS <= len(words.split()) <= MOST_WORDS
    return words if plain and fits and words.lower().split()[0] in load_lexicon("questions").words("openers") else ""


WORDINGS: dict[str, Callable[[Token, ActorIndex], str]] = {
    "ability": word_ability,
    "acceptance": word_acceptance,
    "accused": word_accusation,
    "claimed": word_possibility,
    "condition": word_condition,
    "consent": word_consent,
    "extension": word_extension,
    "embedded_plain": word_possibility,
    "how_long": word_how_long,
    "inquiry": word_inquiry,
    "settled": word_settled,
    "standing": word_standing,
    "supposed": word_supposed,
    "truth": word_truth,
    "urged": word_urged,
    "noun": word_noun,
    "awaited": word_awaited,
    "denial": word_denial,
    "decision": word_plan,
    "outcome": word_outcome,
    "possibility": word_possibility,
}
