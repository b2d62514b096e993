"""How much a text turns on a question: kind, topic, place, actors and events in, 0 to 1 out; and whether a reader could make sense of it.

A question is on the topic where it shares words with the headline and the opening. Where it has no wording of ours, its evidence is all
that is shown, so that one which opens with an unexplained "he", or breaks off ("whether it will"), is put last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from briefing.analysis.referents import has_antecedent
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.analysis.question_cue import Cue
    from briefing.model.findings import Event
    from briefing.model.text import Span

__all__ = ["KIND_WEIGHT", "Weighing", "is_expletive"]

KIND_WEIGHT = {
    QuestionKind.UNKNOWN: 0.62,
    QuestionKind.PENDING: 0.55,
    QuestionKind.DISPUTED: 0.55,
    QuestionKind.ASKED: 0.45,
    QuestionKind.POSSIBLE: 0.42,
}
"""How often each kind stood on gold pages, roughly: what is said to be unknown is nearly always worth a line."""
ASKED_BY_AUTHOR = 0.54
"""What a whole question weighs before anything else that the author asks outside quotation marks; with its wording 0.6."""
QUOTED_POSSIBLE = 0.1
"""What a question loses that stands in somebody's quoted words."""
ROUTINE = 0.15
"""What a set phrase of every report loses ("launched an investigation"): only the topic brings it onto a page."""
MOST_TOPIC, MOST_SALIENCE = 0.2, 0.08
"""What a question gains at most by being on the topic, and by concerning the central actor."""
ENOUGH_SHARED = 3.0
"""Shared words, one of the headline counting one and one of the opening a half, that give all of it."""
OPENING = 2
"""Sentences of prose that say what a text is about."""
UNREADABLE = 0.25
"""The most that a question weighs which a reader of the page alone cannot make sense of: below what any page shows."""
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
FEWEST_LETTERS = 4
POINTING = frozenset({"he", "she", "him", "his", "her", "hers", "it", "its", "they", "them", "their", "theirs"})
BACKWARD = frozenset({"this", "that", "these", "those", "both", "neither", "others", "some", "none"})
"""Words that open a sentence and point back where no noun follows them."""
ELLIPTIC = frozenset(
    {"will", "would", "did", "does", "do", "had", "has", "have", "is", "was", "were", "can", "could", "so", "not"}
)


class Weighing:
    """How much a text turns on a question: its kind, its topic, its place, its events, and whether the text returns to its words."""

    def __init__(self, parsed: Parsed, actors: ActorIndex, events: Sequence[Event]) -> None:
        self.actors = actors
        self.counts: dict[str, int] = {}
        for sentence in parsed.prose():
            for token in sentence.tokens:
                if token.pos_ in ("NOUN", "PROPN") and token.is_alpha:
                    key = token.lemma_.lower()
                    self.counts[key] = self.counts.get(key, 0) + 1
        self.headline = {
            _stem(word)
            for word in re.findall(r"[^\W\d_]+", parsed.document.source.title or "")
            if len(word) >= FEWEST_LETTERS
        }
        self.opening = {
            _stem(token.lower_)
            for sentence in islice(parsed.prose(), OPENING)
            for token in sentence.tokens
            if _tells(token)
        }
        groups: dict[str, int] = {}
        for event in events:
            key = event.same_as or event.id
            groups[key] = groups.get(key, 0) + 1
        self.told_again = sorted(
            event.trigger.start for event in events if not event.is_speech and groups[event.same_as or event.id] > 1
        )

    def weight(
        self,
        cue: Cue,
        concerns: tuple[str, ...],
        sentence: ParsedSentence,
        place: float,
        *,
        worded: bool,
        due: bool,
        quoted: bool,
    ) -> float:
        """0 to 1; more for what is on the topic, stands first or last, and is told more than once."""
        span = sentence.sentence.span
        value = KIND_WEIGHT[cue.kind] * (0.4 + 0.6 * cue.strength)
        if cue.rule == "asked" and worded and not quoted:
            value = ASKED_BY_AUTHOR
        value += self._topic(cue, sentence.tokens)
        value += MOST_SALIENCE * max((self._salience(actor) for actor in concerns), default=0.0)
        value += 0.06 if place < 0.2 or place > 0.85 else 0.0  # noqa: PLR2004 - the lead and the end
        if cue.anchor is not None:
            nouns = [token.lemma_.lower() for token in cue.anchor.subtree if token.pos_ in ("NOUN", "PROPN")]
            value += 0.03 * min(4, sum(self.counts.get(noun, 0) > 2 for noun in nouns))  # noqa: PLR2004 - the text returns to it
        value += 0.06 if self._is_told_again(span) else 0.0
        value += 0.06 * worded + 0.05 * due - QUOTED_POSSIBLE * quoted
        value -= ROUTINE * (cue.rule == "routine")
        if not worded and not _is_readable(cue, sentence.tokens, self.actors):
            value = min(value, UNREADABLE)
        return round(min(1.0, max(0.0, value)), 4)

    def _topic(self, cue: Cue, tokens: TokenSpan) -> float:
        """What a question gains by sharing words with the headline and the opening."""
        words = tokens if cue.anchor is None or cue.rule == "asked" else list(cue.anchor.subtree)
        stems = {_stem(token.lower_) for token in words if _tells(token)}
        shared = len(stems & self.headline) + 0.5 * len((stems & self.opening) - self.headline)
        return MOST_TOPIC * min(1.0, shared / ENOUGH_SHARED)

    def _is_told_again(self, span: Span) -> bool:
        index = bisect_right(self.told_again, span.end)
        return bool(index) and self.told_again[index - 1] >= span.start

    def _salience(self, actor: str) -> float:
        found = self.actors.get(actor)
        return found.salience if found is not None else 0.0


def _tells(token: Token) -> bool:
    """True iff a word carries content."""
    return token.pos_ in CONTENT and token.is_alpha and not token.is_stop and len(token) >= FEWEST_LETTERS


def _stem(word: str) -> str:
    """A word without its commonest endings: the headline is not parsed."""
    return re.sub(r"(?:ies|es|s|ing|ed|e|y)$", "", word.lower())


def _is_readable(cue: Cue, tokens: TokenSpan, actors: ActorIndex) -> bool:
    """True iff a sentence that leaves something open makes sense by itself: no pronoun without a noun, no ellipsis."""
    words = [token for token in tokens if not (token.is_punct or token.is_space)]
    while words and (words[0].dep_ == "cc" or words[0].lower_ in {"however", "still", "yet"}):
        words.pop(0)
    if not words or _is_elliptic(words):
        return False
    first = words[0]
    if first.lower_ in POINTING and not is_expletive(first):
        return False
    if first.lower_ in BACKWARD and first.dep_ not in ("det", "preconj", "mark"):
        return False
    if _points_at_sentence(cue.anchor):
        return False
    start, end = (cue.anchor.left_edge.i, cue.anchor.right_edge.i) if cue.anchor is not None else (first.i, first.i)
    return not any(
        word.lower_ in POINTING and not is_expletive(word) and not has_antecedent(word, actors)
        for word in words
        if start <= word.i <= end
    )


def _points_at_sentence(verb: Token | None) -> bool:
    """True iff what a verb acts on is a "this" or a "that" said before: "she disputed that: the ship was sound"."""
    if verb is None or verb.i + 2 >= verb.sent.end:
        return False
    return verb.nbor().lower_ in {"this", "that"} and verb.nbor(2).is_punct


def _is_elliptic(words: Sequence[Token]) -> bool:
    """True iff a "whether" clause breaks off at its auxiliary: "has not said whether it will"."""
    last = len(words) - 1
    if words[last].lower_ not in ELLIPTIC:
        return False
    return any(word.lower_ in {"whether", "if"} for word in words[max(0, last - 6) : last])


def is_expletive(word: Token) -> bool:
    """True iff an "it" stands for a clause or for nothing: "it is unclear whether", "it is raining"."""
    if word.lower_ != "it" or word.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    lexicon = load_lexicon("questions")
    verb = word.head
    near = {verb.lower_, *(child.lower_ for child in verb.children)}
    known = (
        lexicon.words("doubtful")
        | lexicon.words("sure")
        | {"seen", "early", "soon", "possible", "likely", "impossible"}
    )
    return bool(near & known) or word.dep_ == "expl" or verb.lemma_ in {"remain", "seem", "appear"}
