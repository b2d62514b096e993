"""A score may rise; it falls only with a reason, and with `scores.json` written anew (`make quality`).

The page scorer runs wherever the evaluation data is beside the project: it takes half a minute and sees every stage. The others take
minutes: they run where BRIEFING_QUALITY=1 is set.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.quality.scorers import FAILED, SCORERS, SCORES, kept_scores, measure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Points that a figure may fall: a set of twenty pages moves by about half a point with one line of one page.
SLACK = 1.0
# Looked up now: a test does not see the variables of briefing.
ALL = os.environ.get("BRIEFING_QUALITY") == "1"


def test_the_scores_are_two_levels_of_sorted_numbers() -> None:
    """The file is what `make quality` writes, so that a difference shows only what changed."""
    text = SCORES.read_text(encoding="utf-8")
    scores = json.loads(text)
    assert json.dumps(scores, indent=2, sort_keys=True, ensure_ascii=False) + "\n" == text
    for figures in scores.values():
        assert [] == [figure for figure in figures.values() if not isinstance(figure, int | float)]


def test_every_scorer_has_its_scores() -> None:
    """Each scorer's figures are kept: none can be left out because it is poor."""
    count = sum(len(metrics) for sets in SCORERS.values() for metrics in sets.values())
    assert count == sum(len(figures) for name, figures in kept_scores().items() if name != FAILED)


@pytest.mark.model
@pytest.mark.parametrize("scorer", SCORERS)
def test_no_score_falls(scorer: str, shared_data: Callable[[str], Path]) -> None:
    """No figure of a scorer is more than a point below the one that is kept, and no document fails."""
    for name in SCORERS[scorer]:
        shared_data(f"{name}.jsonl")
    if scorer != "pages" and not ALL:
        pytest.skip("takes minutes: set BRIEFING_QUALITY=1")
    kept = kept_scores()
    scores, failed = measure(scorer)
    fallen = {
        (name, metric): (kept[name][metric], figure)
        for name, figures in scores.items()
        for metric, figure in figures.items()
        if figure < kept[name][metric] - SLACK
    }
    assert {} == fallen
    assert 0 == failed
    if scorer == "pages":
        assert 1.0 == scores["pages.dev"]["citations_true"]
