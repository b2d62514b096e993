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
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.analysis.question_cue import Cue
    from briefing.model.findings import Event
    from briefing.model.text import Span

__all__ = ["KIND_WEIGHT", "Weighing", "is_expletive", "weight_of"]

KIND_WEIGHT = {
    QuestionKind.UNKNOWN: 0.62,
    QuestionKind.PENDING: 0.55,
    QuestionKind.DISPUTED: 0.47,
    QuestionKind.ASKED: 0.45,
    QuestionKind.POSSIBLE: 0.42,
}
"""How often each kind stood on gold pages, roughly: what is said to be unknown is nearly always worth a line."""
BASE = 0.4
"""What is left of a kind's weight where the cue is weak."""
ASKED_BY_AUTHOR = 0.54
"""What a whole question weighs before anything else that the author asks outside quotation marks."""
SIGN_WEIGHTS = {
    "worded": 0.16,
    "topic": 0.2,
    "returns": 0.12,
    "salience": 0.08,
    "edge": 0.06,
    "told_again": 0.06,
    "due": 0.05,
    "quoted": -0.1,
    "routine": -0.15,
    "crowd": -0.15,
    "figures": 0.06,
    "vague": -0.12,
}
"""What each sign adds. A regression over 320 questions of 29 gold pages and 60 labelled documents (bench/fit_questions.py) put no set of
weights before these on documents that were held out (62 % of the pairs in order, these 66 %); "worded", "crowd" and the weight of what is
disputed are set by it. "Vague" is what asks only how something awaited will end: it tells little of the story."""
ENOUGH_SHARED = 3.0
"""Shared words, one of the headline counting one and one of the opening a half, that give all of it."""
OPENING = 2
"""Sentences of prose that say what a text is about."""
CROWD = 3
"""Questions in one text that are asked for effect, or answered as they come."""
LEAD, END = 0.2, 0.85
"""Before and behind these parts of a text stand what it is about and what comes next."""
OFTEN, MOST_RETURNS = 2, 4
"""A noun said more often than the first is one that the text returns to; so many of them count at most."""
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


def weight_of(signs: Mapping[str, float]) -> float:
    """0 to 1: how much a text turns on a question; little where a reader of the page could not make sense of it."""
    kind = next(kind for kind in QuestionKind if signs[kind.value])
    value = KIND_WEIGHT[kind] * (BASE + (1 - BASE) * signs["strength"])
    if kind is QuestionKind.ASKED and signs["worded"] and not signs["quoted"]:
        value = ASKED_BY_AUTHOR
    value += sum(weight * signs[name] for name, weight in SIGN_WEIGHTS.items())
    return round(min(UNREADABLE if signs["unreadable"] else 1.0, max(0.0, value)), 4)


class Weighing:
    """How much a text turns on a question: its kind, its topic, its place, its events, and whether the text returns to its words."""

    def __init__(self, parsed: Parsed, actors: ActorIndex, events: Sequence[Event]) -> None:
        self.actors = actors
        self.places = {sentence.sentence.id: place for place, sentence in enumerate(parsed.prose())}
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
        self.asked = sum(
            parsed.document.text_of(sentence.sentence.span).rstrip("\"'”’ ").endswith("?")
            for sentence in parsed.prose()
        )
        self.told_again = sorted(
            event.trigger.start for event in events if not event.is_speech and groups[event.same_as or event.id] > 1
        )

    def signs(
        self, cue: Cue, concerns: tuple[str, ...], sentence: ParsedSentence, *, worded: bool, due: bool, quoted: bool
    ) -> dict[str, float]:
        """What speaks for or against a place on the page, each 0 to 1: the signs that `question_weights.toml` weighs.

        Args:
            cue: The words that leave it open.
            concerns: The ids of the actors that it is about.
            sentence: The sentence that leaves it open.
            worded: True iff there is a wording of ours.
            due: True iff the text says when it will be settled.
            quoted: True iff the sentence is somebody's own words.
        """
        place = self.places.get(sentence.sentence.id, 0) / max(1, len(self.places) - 1)
        nouns = (
            [token.lemma_.lower() for token in cue.anchor.subtree if token.pos_ in ("NOUN", "PROPN")]
            if cue.anchor is not None
            else []
        )
        return {
            "bias": 1.0,
            **{kind.value: float(cue.kind is kind) for kind in QuestionKind},
            "strength": cue.strength,
            "routine": float(cue.rule == "routine"),
            "figures": float(cue.rule == "figures"),
            "vague": float(cue.rule == "awaited"),
            "worded": float(worded),
            "due": float(due),
            "quoted": float(quoted),
            "crowd": float(cue.kind is QuestionKind.ASKED and self.asked >= CROWD),
            "topic": self.topic(cue, sentence.tokens),
            "salience": max((self._salience(actor) for actor in concerns), default=0.0),
            "edge": float(place < LEAD or place > END),
            "returns": min(MOST_RETURNS, sum(self.counts.get(noun, 0) > OFTEN for noun in nouns)) / MOST_RETURNS,
            "told_again": float(self._is_told_again(sentence.sentence.span)),
            "unreadable": float(not worded and not _is_readable(cue, sentence.tokens, self.actors)),
        }

    def topic(self, cue: Cue, tokens: TokenSpan) -> float:
        """0 to 1: how much of what the headline and the opening say a question shares."""
        words = tokens if cue.anchor is None or cue.rule == "asked" else list(cue.anchor.subtree)
        stems = {_stem(token.lower_) for token in words if _tells(token)}
        shared = len(stems & self.headline) + 0.5 * len((stems & self.opening) - self.headline)
        return min(1.0, shared / ENOUGH_SHARED)

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
