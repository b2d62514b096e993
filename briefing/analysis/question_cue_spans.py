"""The words that leave a question open, widened to a phrase that a reader understands: "known" to "is not known"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["widened"]

LEFT = (
    frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "'re", "’re"})
    | frozenset(
        {"remain", "remains", "remained", "stay", "stays", "seem", "seems", "has", "have", "had", "do", "does", "did"}
    )
    | frozenset({"will", "would", "can", "could", "may", "might", "must", "should"})
    | frozenset({"not", "n't", "n’t", "never", "no", "to"})
    | frozenset({"yet", "still", "also", "so", "far", "immediately", "currently", "now", "as", "too"})
)
"""Words that belong to a predicate behind them: auxiliaries, links, negations, and adverbs of time between them."""
OVERT = frozenset({"decline", "refuse", "fail", "hope", "expect", "unable", "impossible", "early", "soon", "too"})
"""Words before a "to" that belong to the predicate as well: "declined to say"."""
EDGES = frozenset({"yet", "still", "also", "so", "far", "immediately", "currently", "now", "as", "to", "no"})
"""Those with which the phrase must not begin."""
CLITICS = frozenset({"'s", "’s", "'re", "’re", "n't", "n’t", "not"})
"""Words that cannot begin the phrase: "it's too early to tell"."""
MODALS = frozenset({"can", "could", "may", "might", "must", "will", "would", "should"})
MOST_ADDED = 7
"""Words added on either side."""


def widened(cue: Span, tokens: TokenSpan) -> Span:
    """A cue with the auxiliaries, negations and copula before it, and with the verb behind a modal."""
    words = [token for token in tokens if not token.is_space]
    inside = [
        index
        for index, token in enumerate(words)
        if start_of(token) < cue.end and start_of(token) + len(token) > cue.start
    ]
    if not inside or words[inside[0]].is_punct:
        return cue
    first, last = inside[0], inside[-1]
    first = _widened_left(words, first)
    if words[first].lower_ in CLITICS and first:
        first -= 1
    if (words[last].lower_ in MODALS and words[last].tag_ == "MD") or words[last].lower_ in {"to", "be"}:
        last = _widened_right(words, last)
    start = min(cue.start, start_of(words[first]))
    return Span(start, max(cue.end, start_of(words[last]) + len(words[last])))


def _widened_left(words: list[Token], first: int) -> int:
    """The index of the first word of the predicate that ends in a cue."""
    if words[first].pos_ not in ("VERB", "AUX", "ADJ", "PART", "ADV", "ADP") and words[first].lower_ not in LEFT:
        return first
    at = first
    while at > 0 and first - at < MOST_ADDED:
        word = words[at - 1]
        governs = words[at].lower_ == "to" and (word.lemma_.lower() in OVERT or word.lower_ in OVERT)
        belongs = word.lower_ in LEFT and word.pos_ not in ("NOUN", "PROPN", "DET")
        if not belongs and not governs:
            break
        at -= 1
    while at < first and words[at].lower_ in EDGES:
        at += 1
    return at


def _widened_right(words: list[Token], last: int) -> int:
    """The index of the verb behind a modal, or of the modal where no verb follows soon."""
    for index in range(last + 1, min(len(words), last + 4)):
        if words[index].pos_ == "VERB" or (words[index].pos_ == "AUX" and words[index].tag_ == "VBN"):
            return index
        if words[index].pos_ not in ("AUX", "ADV", "PART"):
            return last
    return last
