"""How much of a sentence others say already, and the choice that avoids saying a thing twice.

The choice is greedy, after Carbonell and Goldstein's maximal marginal relevance (SIGIR 1998): each pick loses a share of its score for its
likeness to the likest sentence chosen before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["choose_apart", "likeness"]


def likeness(first: frozenset[str], second: frozenset[str], weights: Mapping[str, float]) -> float:
    """The share, 0 to 1, of the lighter sentence's words that the other one has too; words weigh as `weights` says, 1 where it is silent."""
    # Sorted: a sum of floats depends on the order of its terms, a set's order on the hash seed.
    shared = sum(weights.get(word, 1.0) for word in sorted(first & second))
    if not shared:
        return 0.0
    return shared / min(sum(weights.get(word, 1.0) for word in sorted(words)) for words in (first, second))


def choose_apart(
    order: Sequence[int],
    scores: Sequence[float],
    stems: Sequence[frozenset[str]],
    weights: Mapping[str, float],
    penalty: float,
) -> Iterator[int]:
    """The indices in the order in which they are to be taken, one at a time.

    Args:
        order: The candidates, best first.
        scores: The score of each sentence, by index.
        stems: The stems of each sentence's content words, by index.
        weights: What each stem weighs.
        penalty: What a sentence loses that has all its words in one chosen before; in units of the scores.
    """
    loss = dict.fromkeys(order, 0.0)
    left = list(order)
    while left:
        # max keeps the first of equals: the better one by rank.
        best = max(left, key=lambda index: scores[index] - penalty * loss[index])
        left.remove(best)
        yield best
        for index in left:
            loss[index] = max(loss[index], likeness(stems[index], stems[best], weights))
