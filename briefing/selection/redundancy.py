"""How much of a sentence others say already, and the choice that avoids saying a thing twice.

The choice is greedy, after Carbonell and Goldstein's maximal marginal relevance (SIGIR 1998): each pick loses a share of its score for its
likeness to the likest sentence chosen before.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["choose_apart", "likeness", "stem_weights"]


def stem_weights(sentences: Sequence[Sequence[str]]) -> Mapping[str, float]:
    """The inverse document frequency of each stem, sentences being the documents: what a shared word says of two sentences."""
    frequency = Counter(stem for stems in sentences for stem in dict.fromkeys(stems))
    return {stem: math.log(1 + len(sentences) / count) for stem, count in frequency.items()}


def likeness(first: frozenset[str], second: frozenset[str], weights: Mapping[str, float]) -> float:
    """The share, 0 to 1, of the lighter sentence's words that the other one has too, by weight."""
    return _share(_weight(first & second, weights), _weight(first, weights), _weight(second, weights))


def choose_apart(
    order: Sequence[int],
    scores: Sequence[float],
    stems: Mapping[int, frozenset[str]],
    weights: Mapping[str, float],
    penalty: float,
) -> Iterator[int]:
    """The indices in the order in which they are to be taken, one at a time.

    Args:
        order: The candidates, best first.
        scores: The score of each sentence, by index.
        stems: The stems of each candidate's content words, by index.
        weights: What each stem weighs.
        penalty: What a sentence loses that has all its words in one chosen before, in units of the scores.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for index in order:
        for stem in stems[index]:
            holders[stem].append(index)
    heft = {index: _weight(stems[index], weights) for index in order}
    loss = dict.fromkeys(order, 0.0)
    left = dict.fromkeys(order)
    while left:
        # max keeps the first of equals: the better one by rank.
        best = max(left, key=lambda index: round(scores[index] - penalty * loss[index], 9))
        del left[best]
        yield best
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(stems[best]):
            for index in holders[stem]:
                shared[index] += weights[stem]
        for index, weight in shared.items():
            loss[index] = max(loss[index], _share(weight, heft[index], heft[best]))


def _weight(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    # Sorted: a sum of floats depends on the order of its terms, and a set's order on the hash seed.
    return sum(weights[stem] for stem in sorted(stems))


def _share(shared: float, first: float, second: float) -> float:
    return shared / min(first, second) if shared else 0.0
