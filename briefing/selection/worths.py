"""What the words of each sentence are likely to be worth in a summary. Imports numpy; `consensus.py` imports this inside a function.

Whoever writes a summary takes words of the article: those that stand in many of its sentences, early, as names, and that say something. A
logistic model over such signs (`[consensus.words]` in selection.toml) gives for each word of a text how likely a summary holds it, a second
one (`[consensus.pairs]`) the same for each pair of neighbours. Of the language they know only which words say nothing of a subject (the stop
words) and that long words say more than short ones. A sentence is worth the words and pairs that it would add to those chosen before it,
beside its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from briefing.selection.likeness import Counts, begins_of_runs
from briefing.selection.words import stem, stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]
    Indices = npt.NDArray[np.intp]

__all__ = [
    "PAIR_SIGNS",
    "WORD_SIGNS",
    "Holdings",
    "Words",
    "choose_covering",
    "find_holdings",
    "likely",
]

_TOKEN = re.compile(r"[^\W_]+")
_OPENING_SENTENCES = 5
# What is counted of a text's length: a longer one is no longer a news story, and says no more by being longer.
_LONGEST_COUNTED = 3_000

WORD_SIGNS = (
    "constant", "stop_word", "letters", "letters_squared", "times", "share", "sentences", "sentence_share", "opening", "first_place",
    "first_share", "in_first", "in_second", "in_third", "capital", "digits", "length_of_text", "telling_times", "telling_sentences",
    "telling_in_first", "telling_opening", "telling_capital", "capital_sentences", "capital_opening",
)  # fmt: skip
PAIR_SIGNS = (
    "constant", "first_word", "second_word", "both", "lesser", "times", "sentences", "first_place", "first_telling", "second_telling",
)  # fmt: skip


@cache
def _stop_stems() -> frozenset[str]:
    """The stems of the stop words, contractions taken apart as `_TOKEN` does."""
    return frozenset(stem(form) for word in stop_words() for form in _TOKEN.findall(word))


@dataclass(frozen=True, slots=True)
class Words:
    """The words and pairs of a text's sentences, as flat arrays.

    Attributes:
        stems: The stems in the order in which they first stand.
        signs: A row of `WORD_SIGNS` for each stem.
        holds: (sentence, stem) for each stem of each sentence, once.
        pairs: (first stem, second stem) for each pair of neighbours.
        pair_counts: (how often, in how many sentences, the sentence of the first) for each pair.
        holds_pairs: (sentence, pair) for each pair of each sentence, once.
        lengths: The words of each sentence.
    """

    stems: tuple[str, ...]
    signs: Vector
    holds: tuple[Indices, Indices]
    pairs: tuple[Indices, Indices]
    pair_counts: tuple[Vector, Vector, Vector]
    holds_pairs: tuple[Indices, Indices]
    lengths: Vector

    @classmethod
    def of(cls, texts: Sequence[str]) -> Words:
        """The words of the sentences of a text."""
        forms = [_TOKEN.findall(text) for text in texts]
        counts = Counts([[stem(form) for form in of_text] for of_text in forms])
        size = max(1, len(counts.numbers))
        sentences = np.repeat(np.arange(len(texts)), counts.lengths.astype(np.intp))
        capitals = np.array([form[0].isupper() for of_text in forms for form in of_text], dtype=float)
        # The first word of a sentence has a capital anyway.
        capitals[begins_of_runs(sentences)] = 0.0
        together = sentences[:-1] == sentences[1:]
        keys, places, which, times = np.unique(
            (counts.tokens[:-1] * size + counts.tokens[1:])[together],
            return_index=True,
            return_inverse=True,
            return_counts=True,
        )
        owners = sentences[:-1][together]
        held = np.sort(owners * max(1, len(keys)) + which)
        held = held[begins_of_runs(held)]
        holds_pairs = (held // max(1, len(keys)), held % max(1, len(keys)))
        in_sentences = np.bincount(holds_pairs[1], minlength=len(keys)).astype(float)
        return cls(
            stems=tuple(counts.numbers),
            signs=_word_signs(counts, capitals),
            holds=(counts.sentences, counts.words),
            pairs=(keys // size, keys % size),
            pair_counts=(times.astype(float), in_sentences, owners[places].astype(float)),
            holds_pairs=holds_pairs,
            lengths=counts.lengths,
        )

    def pair_signs(self, worths: Vector) -> Vector:
        """A row of `PAIR_SIGNS` for each pair, the words' worths given."""
        first, second = worths[self.pairs[0]], worths[self.pairs[1]]
        times, sentences, place = self.pair_counts
        telling = 1 - self.signs[:, WORD_SIGNS.index("stop_word")]
        return np.array(
            (
                np.ones(len(first)),
                _log_odds(first),
                _log_odds(second),
                first * second,
                np.minimum(first, second),
                np.log(times),
                np.log(sentences),
                np.log1p(place),
                telling[self.pairs[0]],
                telling[self.pairs[1]],
            )
        ).T


def _log_odds(likelihood: Vector) -> Vector:
    odds: Vector = np.log(likelihood / (1 - likelihood))
    return odds


def _word_signs(counts: Counts, capitals: Vector) -> Vector:
    """A row of `WORD_SIGNS` for each word of the counts; capitals tell which of their tokens have one."""
    stems, size, count = counts.numbers, len(counts.numbers), len(counts)
    words, holders = counts.words, counts.sentences
    times = np.bincount(words, counts.counts, minlength=size)
    sentences = np.bincount(words, minlength=size).astype(float)
    opening = np.bincount(words[holders < _OPENING_SENTENCES], minlength=size) / _OPENING_SENTENCES
    first: Vector = np.full(size, float(count))
    # Backwards: of several sentences the first is written last.
    first[words[::-1]] = holders[::-1]
    inside = [np.bincount(words[holders == place], minlength=size).astype(float) for place in range(3)]
    capital = np.bincount(counts.tokens, capitals, minlength=size) / np.maximum(times, 1)
    telling = 1.0 - np.fromiter(map(_stop_stems().__contains__, stems), dtype=float, count=size)
    letters = np.log(np.fromiter(map(len, stems), dtype=float, count=size))
    log_sentences = np.log(np.maximum(sentences, 1))
    log_times = np.log(np.maximum(times, 1))
    return np.array(
        (
            np.ones(size),
            1 - telling,
            letters,
            letters**2,
            log_times,
            np.minimum(100 * times / max(1, len(counts.tokens)), 5),
            log_sentences,
            sentences / max(1, count),
            opening,
            np.log1p(first),
            first / max(1, count),
            *inside,
            capital,
            np.fromiter(map(str.isdigit, stems), dtype=float, count=size),
            np.full(size, np.log(min(max(1, len(counts.tokens)), _LONGEST_COUNTED))),
            telling * log_times,
            telling * log_sentences,
            telling * inside[0],
            telling * opening,
            telling * capital,
            capital * log_sentences,
            capital * opening,
        )
    ).T


def likely(signs: Vector, weights: Vector) -> Vector:
    """How likely a summary holds what each row of signs describes, 0 to 1."""
    likelihood: Vector = 1 / (1 + np.exp(-np.clip(signs @ weights, -12.0, 12.0)))
    return likelihood


@dataclass(frozen=True, slots=True)
class Holdings:
    """What each sentence holds of what a summary is likely to say.

    Attributes:
        sentences: The sentence of each entry, ascending within the words and within the pairs.
        items: The word or pair of each entry.
        worths: The worth of each word and pair.
        lengths: The words of each sentence.
    """

    sentences: Indices
    items: Indices
    worths: Vector
    lengths: Vector

    def sums(self) -> Vector:
        """The worth of all that each sentence holds."""
        sums: Vector = np.bincount(self.sentences, self.worths[self.items], minlength=len(self.lengths)).astype(
            np.float64
        )
        return sums

    def alone(self, usual: float) -> list[float]:
        """What each sentence would be worth as the whole of a summary, beside so many usual words."""
        values: list[float] = (2 * self.sums() / (usual + self.lengths)).tolist()
        return values


def find_holdings(words: Words, settings: Mapping[str, Mapping[str, float]], pair_worth: float) -> Holdings:
    """What the sentences of a text hold.

    Args:
        words: The words of the sentences.
        settings: The weights of the signs, under "words" and "pairs".
        pair_worth: What a pair counts beside a word.
    """
    of_words = likely(words.signs, np.array([settings["words"][name] for name in WORD_SIGNS]))
    of_pairs = likely(words.pair_signs(of_words), np.array([settings["pairs"][name] for name in PAIR_SIGNS]))
    return Holdings(
        np.concatenate((words.holds[0], words.holds_pairs[0])),
        np.concatenate((words.holds[1], words.holds_pairs[1] + len(of_words))),
        np.concatenate((of_words, pair_worth * of_pairs)),
        words.lengths,
    )


def choose_covering(holdings: Holdings, extra: Sequence[float], pool: Sequence[int], usual: float) -> Iterator[int]:
    """The indices of a pool in the order in which they are to be taken, one at a time.

    Each is the one with which those taken are worth most: twice what they hold, each word once, for each of their words and the usual ones, which
    is what F1 would be; and what each says for itself is added.

    Args:
        holdings: What all sentences hold.
        extra: What each sentence is worth for other reasons, by index.
        pool: The candidates; of equals the first is taken.
        usual: The usual number of words of a summary.
    """
    members = np.array(pool, dtype=np.intp)
    place = np.full(len(holdings.lengths), -1, dtype=np.intp)
    place[members] = np.arange(len(members))
    mine = place[holdings.sentences] >= 0
    owners, items = place[holdings.sentences[mine]], holdings.items[mine]
    by_owner, by_item = np.argsort(owners, kind="stable"), np.argsort(items, kind="stable")
    of_owner = np.searchsorted(owners[by_owner], np.arange(len(members) + 1))
    items_held, holders = items[by_owner], owners[by_item]
    spread = np.bincount(items, minlength=len(holdings.worths))
    ends = np.cumsum(spread)
    gains = np.bincount(owners, holdings.worths[items], minlength=len(members))
    lengths, own = holdings.lengths[members], np.asarray(extra, dtype=float)[members]
    open_items = np.ones(len(holdings.worths), dtype=bool)
    left = np.ones(len(members), dtype=bool)
    held, size = 0.0, usual
    for _ in range(len(members)):
        value = np.round(2 * (held + gains) / (size + lengths) + own, 9)
        best = int(np.argmax(np.where(left, value, -np.inf)))
        left[best] = False
        yield int(members[best])
        held, size = held + float(gains[best]), size + float(lengths[best])
        taken = items_held[of_owner[best] : of_owner[best + 1]]
        taken = taken[open_items[taken]]
        open_items[taken] = False
        # The holders of an item stand together: those of all that are taken, one item after another.
        counts = spread[taken]
        touched = holders[np.repeat(ends[taken] - np.cumsum(counts), counts) + np.arange(counts.sum())]
        gains -= np.bincount(touched, np.repeat(holdings.worths[taken], counts), minlength=len(gains))
