"""The sentences that together are worth most within a budget of words. Imports numpy; `consensus.py` imports this inside a function.

Taken one at a time, the best sentences leave a rest that only short ones fit into, whatever those say. Of so few sentences as a small budget
holds, all sets can be looked at instead.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from briefing.selection.worths import Holdings

__all__ = ["LARGEST_BUDGET", "choose_within"]

# Words up to which all sets are looked at; more hold more sentences than `_MOST`.
LARGEST_BUDGET = 100
# The best sentences, of which up to so many are taken together: 637 sets, a millisecond.
_POOL = 10
_MOST = 5
# A set fills this share of the budget, where one does: a reader who asks for 70 words wants no 30.
_LEAST_SHARE = 2 / 3
# What a set is worth is less than 1.
_LAST = 9.0


@cache
def _sets() -> npt.NDArray[np.float32]:
    """A row for each set: 1 where it has the member of the pool."""
    found = [members for count in range(1, _MOST + 1) for members in combinations(range(_POOL), count)]
    rows = np.zeros((len(found), _POOL), dtype=np.float32)
    for row, members in enumerate(found):
        rows[row, list(members)] = 1
    return rows


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
    sets = _sets()
    sets = sets[~sets[:, len(pool) :].any(axis=1), : len(pool)]
    place = np.full(len(holdings.lengths), -1, dtype=np.intp)
    place[pool] = np.arange(len(pool))
    mine = place[holdings.sentences] >= 0
    items, columns = np.unique(holdings.items[mine], return_inverse=True)
    has = np.zeros((len(pool), len(items)), dtype=np.float32)
    has[place[holdings.sentences[mine]], columns] = 1
    held = np.minimum(sets @ has, 1) @ holdings.worths[items]
    words = sets @ holdings.lengths[pool]
    value = 2 * held / (budget / 2 + words) + sets @ np.asarray(extra, dtype=float)[pool]
    size = sets @ np.array(lengths, dtype=float)[pool]
    value = np.where(size > budget, -_LAST, np.where(size < _LEAST_SHARE * budget, value - _LAST / 2, value))
    best = sets[int(np.argmax(np.round(value, 9)))]
    return [index for index, taken in zip(pool, best, strict=True) if taken]
