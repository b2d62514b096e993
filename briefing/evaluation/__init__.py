"""Corpus rows -> how good each method's summaries are, beside the first sentences: ROUGE, bootstrap intervals, time.

A layer of its own above the pipeline, which it only uses. `rouge` compares two texts, `intervals` says how sure a difference is.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from briefing import pipeline
from briefing.evaluation.intervals import DRAWS, LEVEL, SEED, Difference, find_differences
from briefing.evaluation.rouge import Rouge, RougeScores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.model.corpora import CorpusRow
    from briefing.model.text import Document

__all__ = ["BASELINE", "DRAWS", "LEVEL", "MEASURES", "SEED", "Difference", "Evaluation", "MethodScores", "evaluate"]

BASELINE = "lead"
MEASURES = (*RougeScores._fields, "mean")


@dataclass(frozen=True, slots=True)
class MethodScores:
    """How one method did over all articles.

    Attributes:
        method: Its name.
        rouge: The mean F measures, in percent.
        differences: Those minus the baseline's, by the names of `MEASURES`; empty for the baseline itself.
        words: The mean length of its summaries.
        sentences: The same in sentences.
        milliseconds: The median time of choosing the sentences of an article that is segmented, and its words stemmed, already.
    """

    method: str
    rouge: RougeScores
    differences: dict[str, Difference]
    words: float
    sentences: float
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How the methods and the baseline did.

    Attributes:
        articles: The number of articles.
        methods: The scores of each, the highest mean first; empty where there was no article.
    """

    articles: int
    methods: tuple[MethodScores, ...]


def evaluate(
    rows: Iterable[CorpusRow],
    methods: Sequence[str],
    *,
    sentences: int | None = None,
    words: int | None = None,
    clock: Callable[[], float],
) -> Evaluation:
    """The scores of the methods and of the baseline, each article summarized by each of them.

    Args:
        rows: The articles with their references, at least one each; they are taken one at a time.
        methods: Names out of `METHODS`.
        sentences: The sentences of each summary; 3 where nothing is asked.
        words: The most words of each summary; goes before `sentences`.
        clock: Gives the time in seconds; nothing but the times depends on it.

    Raises:
        MissingPartError: rouge-score is not installed.
        UsageError: A method is not known.
    """
    rouge = Rouge()
    records = {method: _Record() for method in dict.fromkeys([*methods, BASELINE])}

    def choose(document: Document, method: str) -> list[str]:
        ranking = pipeline.rank(document, method, sentences, words=words)
        return [line.text for line in pipeline.summary_lines(ranking)]

    articles = 0
    for row in rows:
        document = pipeline.segment_source(row.source)
        if not articles:
            # What a method loads when it is first used is no article's time.
            for method in records:
                choose(document, method)
        # Whoever comes first pays for the stems of the words, which are kept for the others: each has its turn.
        turn = articles % len(records)
        for method in (*tuple(records)[turn:], *tuple(records)[:turn]):
            begun = clock()
            summary = choose(document, method)
            seconds = clock() - begun
            records[method].add(rouge.score(row.references, summary), summary, seconds)
        articles += 1
    scores = sorted(_scores(records), key=lambda each: each.rouge.mean, reverse=True) if articles else ()
    return Evaluation(articles, tuple(scores))


@dataclass(slots=True)
class _Record:
    """What is kept of one method, a value an article."""

    rouge: tuple[array[float], ...] = field(default_factory=lambda: tuple(array("d") for _ in RougeScores._fields))
    words: int = 0
    sentences: int = 0
    seconds: array[float] = field(default_factory=lambda: array("d"))

    def add(self, scores: RougeScores, summary: Sequence[str], seconds: float) -> None:
        """Keep what one article gave."""
        for values, score in zip(self.rouge, scores, strict=True):
            values.append(score)
        self.words += sum(len(sentence.split()) for sentence in summary)
        self.sentences += len(summary)
        self.seconds.append(seconds)

    def series(self) -> dict[str, list[float]]:
        """The figures of each article, by the names of `MEASURES`."""
        means = [RougeScores(*scores).mean for scores in zip(*self.rouge, strict=True)]
        return dict(zip(MEASURES, (*map(list, self.rouge), means), strict=True))


def _scores(records: dict[str, _Record]) -> Iterator[MethodScores]:
    """The scores of each method."""
    baseline = records[BASELINE].series()
    for method, record in records.items():
        series = record.series()
        count = len(record.seconds)
        gains = {
            name: [figure - other for figure, other in zip(values, baseline[name], strict=True)]
            for name, values in series.items()
        }
        yield MethodScores(
            method,
            RougeScores(*(sum(values) / count for values in record.rouge)),
            {} if method == BASELINE else find_differences(gains),
            record.words / count,
            record.sentences / count,
            1000 * median(record.seconds),
        )
