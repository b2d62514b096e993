"""Methods beside the first sentences."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from briefing.errors import UsageError
from briefing.evaluation import BASELINE, MEASURES, Evaluation, evaluate
from briefing.model.corpora import CorpusRow
from briefing.model.text import Source
from tests.build import FERRY

if TYPE_CHECKING:
    from collections.abc import Callable

_PARAGRAPHS = FERRY.strip().split("\n\n")


def _rows(*references: str) -> list[CorpusRow]:
    """One article with each of the references."""
    return [
        CorpusRow(number, str(number), Source.from_text(FERRY), (reference,))
        for number, reference in enumerate(references, start=1)
    ]


def _clock() -> Callable[[], float]:
    """A clock that goes a millisecond further with each look."""
    ticks = count()
    return lambda: next(ticks) / 1000


def _evaluate(
    *references: str,
    methods: tuple[str, ...] = ("lexrank",),
    sentences: int | None = None,
    words: int | None = None,
) -> Evaluation:
    return evaluate(_rows(*references), methods, sentences=sentences, words=words, clock=_clock())


def test_the_lead_is_always_measured() -> None:
    """The baseline stands beside the methods, once, and has no difference from itself."""
    for methods in (("lexrank",), ("lexrank", "lead", "lexrank")):
        found = _evaluate(_PARAGRAPHS[0], methods=methods)
        assert {"lexrank", BASELINE} == {scores.method for scores in found.methods}
        assert 2 == len(found.methods)
        assert [{}] == [scores.differences for scores in found.methods if scores.method == BASELINE]


def test_the_best_comes_first() -> None:
    """A reference that is the lead makes the lead best; what others lose against it is their difference."""
    found = _evaluate(" ".join(_PARAGRAPHS[:2]), " ".join(_PARAGRAPHS[:2]), methods=("textrank", "sumbasic"))
    first, *others = found.methods
    assert (BASELINE, 100.0) == (first.method, first.rouge.rouge1)
    for scores in others:
        difference = scores.differences["mean"]
        assert pytest.approx(scores.rouge.mean - first.rouge.mean) == difference.mean
        assert difference.high < 0
        assert MEASURES == tuple(scores.differences)


@pytest.mark.parametrize(
    ("length", "sentences"), [({}, 3), ({"sentences": 2}, 2), ({"words": 40}, 2), ({"words": 1}, 1)]
)
def test_the_length_is_what_was_asked_for(length: dict[str, int], sentences: int) -> None:
    """By sentences or by words, for the baseline as well."""
    found = _evaluate(_PARAGRAPHS[0], sentences=length.get("sentences"), words=length.get("words"))
    assert sentences == next(scores.sentences for scores in found.methods if scores.method == BASELINE)
    assert all(scores.words <= max(length.get("words", 1000), 26) for scores in found.methods)


def test_only_times_come_from_the_clock() -> None:
    """With the same clock everything is the same, and an article takes the time between two looks at it."""
    first = _evaluate(*_PARAGRAPHS)
    assert first == _evaluate(*_PARAGRAPHS)
    assert [1.0, 1.0] == [round(scores.milliseconds, 6) for scores in first.methods]
    assert len(_PARAGRAPHS) == first.articles


def test_no_rows_give_no_scores() -> None:
    """An empty corpus is no error here."""
    assert Evaluation(0, ()) == _evaluate()


def test_a_method_that_is_not_there_is_a_usage_error() -> None:
    """As everywhere."""
    with pytest.raises(UsageError, match="nosuch"):
        _evaluate(_PARAGRAPHS[0], methods=("nosuch",))
