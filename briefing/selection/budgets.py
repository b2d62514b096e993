"""The sentences that together are worth most within a budget of words. Imports numpy; `consensus.py` imports this inside a function.

Taken one at a time, the best sentences leave a rest that only short ones fit into, whatever those say. Of so few sentences as a small budget
holds, all sets can be looked at instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from briefing.selection.worths import Holdings

__all__ = ["LARGEST_BUDGET", "choose_within"]

# Words up to which all sets are looked at; a larger budget holds more sentences than are compared.
LARGEST_BUDGET = 100
# The best sentences, of which all 1,023 sets are looked at.
_POOL = 10
# A set fills this share of the budget, where one does: a reader who asks for 70 words wants no 30.
_LEAST_SHARE = 2 / 3
# What a set is worth is less than 1.
_LAST = 9.0


def choose_within(
    holdings: Holdings, extra: Sequence[float], order: Sequence[int], lengths: Sequence[int], budget: int
) -> list[int]:
    """The indices of the sentences to take, best first; none where none fits.

    The set is the one that is worth most as `choose_covering` counts it, half of the budget being the usual number of words of a summary.

    Args:
        holdings: What all sentences hold.
        extra: What each sentence is worth for other reasons, by index.
        order: The indices, best first.
        lengths: The words of each sentence as the budget counts them.
        budget: The words that there are.
    """
    pool = [index for index in order if lengths[index] <= budget][:_POOL]
    if not pool:
        return []
    place = np.full(len(holdings.lengths), -1, dtype=np.intp)
    place[pool] = np.arange(len(pool))
    mine = place[holdings.sentences] >= 0
    # A set is a number, with a bit for each member; so is what holds a thing.
    holders = np.bincount(
        holdings.items[mine], 2.0 ** place[holdings.sentences[mine]], minlength=len(holdings.worths)
    ).astype(np.intp)
    within = _sums_of_subsets(np.bincount(holders, holdings.worths, minlength=2 ** len(pool)))
    # A set holds all but what only its complement holds; backwards, the sets are the complements.
    held = within[-1] - within[::-1]
    words, size, own = (
        _sums_of_subsets(np.bincount(2 ** np.arange(len(pool)), values, minlength=2 ** len(pool)))
        for values in (
            holdings.lengths[pool],
            np.array(lengths, dtype=float)[pool],
            np.asarray(extra, dtype=float)[pool],
        )
    )
    value = np.round(2 * held / (budget / 2 + words) + own, 9)
    value = np.where(size > budget, -_LAST, np.where(size < _LEAST_SHARE * budget, value - _LAST / 2, value))
    best = int(np.argmax(value))
    return [index for bit, index in enumerate(pool) if best >> bit & 1]


def _sums_of_subsets(values: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """For each set, as the number of its bits, the sum of the values of all its subsets."""
    sums = values.astype(float)
    for bit in range(len(values).bit_length() - 1):
        halves = sums.reshape(-1, 2, 2**bit)
        halves[:, 1] += halves[:, 0]
    return sums
