"""Fits the weights of `consensus` and prints them as the tables of `[consensus]` in briefing/data/selection.toml.

Learns from ../shared/data/summaries.train.jsonl and from the rows of summaries.dev.jsonl whose `slice` is "fit"; the rows of slice "eval"
are only reported. What is maximised is the mean of ROUGE-1 and ROUGE-2 (F1, stemmed) of three sentences, both sources weighing the same,
less that of the first three sentences of 8 words or more. A ridge regression on what each sentence adds to the F1 of three gives the start;
then each weight is moved up and down in turn for as long as that helps by more than 0.004 points.

    python bench/fit_consensus.py [--train 1500] [--seconds 300]
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

from briefing.model.text import Source
from briefing.segment import segment_source
from briefing.selection.prose import prose_sentences
from briefing.selection.redundancy import choose_apart, stem_weights
from briefing.selection.signs import signs_of
from briefing.selection.summarizers import SumyText, order_by
from briefing.selection.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

DATA = Path(__file__).parents[2] / "shared" / "data"
JOINS = ("reduction", "lexrank", "luhn")
# The least weight of a method that is joined: at less it would stand in --explain and decide nothing.
LEAST_JOIN = 0.012
# Set by hand. No title stands in the data; by-lines and captions are too few there; and an extract must read well alone, which ROUGE does not see.
BY_HAND = {
    "title_words": 0.06,
    "furniture": -0.08,
    "unended": -0.02,
    "short": -0.02,
    "opens_with_pronoun": -0.006,
    "opens_with_connective": -0.006,
}
SENTENCES = 3
# The mean F1 of a good summary of three sentences and its mean length in words: what a word too many costs.
USUAL_F1 = (0.31, 0.11)
USUAL_WORDS = 70
TOKENIZER = DefaultTokenizer(use_stemmer=True)


@dataclass
class Article:
    """An article with the values that the weights multiply, and what its sentences share with the reference."""

    values: Vector
    stems: dict[int, frozenset[str]]
    idf: dict[str, float]
    grams: list[tuple[Counter[str], Counter[tuple[str, str]]]]
    reference: tuple[Counter[str], Counter[tuple[str, str]]]
    words: list[int]
    known: dict[tuple[int, ...], float] = field(default_factory=dict)

    def f1(self, chosen: Sequence[int]) -> float:
        """The mean of ROUGE-1 and ROUGE-2 of some sentences, in percent."""
        key = tuple(sorted(chosen))
        if key not in self.known:
            sums = []
            for n in (0, 1):
                total = sum((self.grams[index][n] for index in key), start=Counter())
                shared = sum((total & self.reference[n]).values())
                sums.append(200 * shared / max(1, sum(total.values()) + sum(self.reference[n].values())))
            self.known[key] = sum(sums) / 2
        return self.known[key]

    def gains(self) -> Vector:
        """What each sentence adds to the F1 of a usual summary: what it shares, less what its length costs."""
        size = USUAL_WORDS + sum(self.reference[0].values())
        rows = [
            sum(
                2 * sum((g & r).values()) - f1 * sum(g.values())
                for g, r, f1 in zip(grams, self.reference, USUAL_F1, strict=True)
            )
            for grams in self.grams
        ]
        return np.array(rows) / size

    def chosen(self, weights: Vector, penalty: float) -> list[int]:
        """The sentences that the weights choose."""
        scores = self.values @ weights
        order = np.argsort(-scores, kind="stable")[:10].tolist()
        apart = choose_apart(order, scores.tolist(), {i: self.stems[i] for i in order}, self.idf, penalty)
        return [index for _, index in zip(range(SENTENCES), apart, strict=False)]

    def lead(self) -> list[int]:
        """The first three sentences of 8 words or more."""
        return [index for index, words in enumerate(self.words) if words >= 8][:SENTENCES]  # noqa: PLR2004


def grams_of(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """The stemmed words of a text and their pairs, counted."""
    tokens = TOKENIZER.tokenize(text)
    return Counter(tokens), Counter(pairwise(tokens))


def read_articles(rows: list[dict[str, str]]) -> Iterator[tuple[list[str], Article]]:
    """(the names of the values, the article) for each row with more than three sentences."""
    for row in rows:
        document = segment_source(Source.from_text(row["text"]))
        prose = prose_sentences(document)
        if len(prose) <= SENTENCES:
            continue
        text = SumyText.of(document, prose)
        signs = signs_of(document, prose)
        behind = np.empty((len(prose), len(JOINS)))
        for column, method in enumerate(JOINS):
            behind[list(order_by(method, text)), column] = 1 - np.arange(len(prose)) / (len(prose) - 1)
        texts = [document.text_of(sentence.span) for sentence in prose]
        stems = [content_stems(sentence) for sentence in texts]
        yield (
            [*JOINS, *signs[0]],
            Article(
                values=np.hstack([behind, np.array([list(row.values()) for row in signs])]),
                stems={index: frozenset(found) for index, found in enumerate(stems)},
                idf=dict(stem_weights(stems)),
                grams=[grams_of(sentence) for sentence in texts],
                reference=grams_of(row["reference"]),
                words=[len(sentence.split()) for sentence in texts],
            ),
        )


def above_lead(articles: list[Article], weights: Vector, penalty: float) -> float:
    """The mean gain on the lead, in points."""
    return float(
        np.mean([article.f1(article.chosen(weights, penalty)) - article.f1(article.lead()) for article in articles])
    )


def main() -> None:
    """Reads, fits, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=int, default=1500, help="articles of summaries.train.jsonl")
    parser.add_argument("--seconds", type=float, default=300.0, help="when to stop moving weights")
    arguments = parser.parse_args()
    rows = {
        "train": [json.loads(line) for line in (DATA / "summaries.train.jsonl").open(encoding="utf-8")][
            : arguments.train
        ]
    }
    for line in (DATA / "summaries.dev.jsonl").open(encoding="utf-8"):
        rows.setdefault(json.loads(line)["slice"], []).append(json.loads(line))
    read = {name: list(read_articles(some)) for name, some in rows.items()}
    names = read["train"][0][0]
    sets = {name: [article for _, article in some] for name, some in read.items()}
    weights, penalty = fit(names, sets["train"], sets["fit"], arguments.seconds)
    for name, articles in sets.items():
        print(
            f"# {name}: {above_lead(articles, weights, penalty):+.2f} points on the lead of 8+ words, {len(articles)} articles"
        )
    print(f"redundancy = {penalty:.3f}\n\n[consensus.joins]")
    for place, (name, weight) in enumerate(zip(names, weights, strict=True)):
        print(("\n[consensus.signs]\n" if place == len(JOINS) else "") + f"{name} = {weight:.4f}")


def fit(names: list[str], train: list[Article], dev: list[Article], seconds: float) -> tuple[Vector, float]:
    """(the weights, the penalty for likeness) after the regression and the moves."""
    centred = np.vstack([article.values - article.values.mean(axis=0) for article in train + dev])
    wanted = np.concatenate([gains - gains.mean() for gains in (article.gains() for article in train + dev)])
    weights: Vector = np.linalg.solve(centred.T @ centred + 10 * np.eye(len(names)), centred.T @ wanted)
    weights[: len(JOINS)] = np.maximum(weights[: len(JOINS)], LEAST_JOIN)
    for name, weight in BY_HAND.items():
        weights[names.index(name)] = weight
    spread = np.maximum(centred.std(axis=0), 0.01)
    penalty, step, begun = 0.05, 0.5, time.monotonic()

    def worth(weights: Vector, penalty: float) -> float:
        return (above_lead(train, weights, penalty) + above_lead(dev, weights, penalty)) / 2

    best = worth(weights, penalty)
    while step > 0.1 and time.monotonic() - begun < seconds:  # noqa: PLR2004 (a tenth of a weight moves nothing)
        before = best
        for column in range(len(names) + 1):
            for direction in (1, -1):
                moved, moved_penalty = weights.copy(), penalty
                if column == len(names):
                    moved_penalty *= 1 + direction * step
                elif names[column] not in BY_HAND:
                    moved[column] += direction * step * max(abs(weights[column]), 0.002 / spread[column])
                moved[: len(JOINS)] = np.maximum(moved[: len(JOINS)], LEAST_JOIN)
                found = worth(moved, moved_penalty)
                if found > best + 0.004:
                    best, weights, penalty = found, moved, moved_penalty
                    break
        step = step if best > before else step / 2
    return weights, penalty


if __name__ == "__main__":
    main()
