"""How sure a mean is: the paired bootstrap over articles (Efron 1979; for summaries Lin 2004). Standard library only."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["DRAWS", "LEVEL", "SEED", "Difference", "find_differences"]

DRAWS = 1_000
SEED = 0
# Of the draws, so many percent are within the interval.
LEVEL = 95


class Difference(NamedTuple):
    """A mean difference and its interval, in the unit of the figures."""

    mean: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """True iff the interval does not hold zero."""
        return self.low > 0 or self.high < 0


def find_differences(series: Mapping[str, Sequence[float]]) -> dict[str, Difference]:
    """The mean of each series of differences, one value an article, with its bootstrap interval.

    All series are drawn alike, by a generator that is always seeded alike: the same articles give the same intervals.

    Args:
        series: The differences by name, all for the same articles in the same order; at least one article.
    """
    count = len(next(iter(series.values()), ()))
    articles = range(count)
    generator = random.Random(SEED)  # noqa: S311 - a draw of articles, no secret
    means: dict[str, list[float]] = {name: [] for name in series}
    for _ in range(DRAWS):
        drawn = generator.choices(articles, k=count)
        for name, values in series.items():
            means[name].append(sum(map(values.__getitem__, drawn)) / count)
    outside = (100 - LEVEL) / 200
    first, last = int(outside * DRAWS), int((1 - outside) * DRAWS)
    found = {}
    for name, values in series.items():
        ordered = sorted(means[name])
        found[name] = Difference(sum(values) / count, ordered[first], ordered[last])
    return found
