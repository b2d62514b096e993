"""Fits what `consensus` weighs and prints the tables of briefing/data/selection.toml.

Learns from ../shared/data/summaries.train.jsonl and from the rows of summaries.dev.jsonl whose `slice` is "fit"; the rows of slice "eval"
are only reported. Three models, one after the other, no part of the texts is kept:

1. words: a logistic regression for whether the reference holds a word of the article;
2. pairs: the same for two neighbours;
3. signs and joins: a ridge regression, within each article, on what a sentence shares with the reference beyond what 1 and 2 expect.

Held-out figures are five-fold by article: words, pairs and signs are all learnt without the article's fold.

    python bench/fit_consensus.py [--without FAMILY ...]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

from briefing.model.text import Source
from briefing.segment import segment_source
from briefing.selection.prose import prose_sentences
from briefing.selection.signs import signs_of
from briefing.selection.summarizers import SumyText, order_by
from briefing.selection.words import stem
from briefing.selection.worths import (
    PAIR_SIGNS,
    WORD_SIGNS,
    Holdings,
    Words,
    choose_covering,
    find_holdings,
    likely,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
JOINS = ("reduction", "textrank", "lexrank")
# The least weight of a method that is joined: at less it would stand in --explain and decide nothing.
LEAST_JOIN = 0.002
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
FOLDS = 5
# Words of a reference (33 to 43 in the data) and, in the target, of a summary with it.
USUAL_WORDS = 36
SIZE = USUAL_WORDS + 70
PAIR_WORTH = 2.0
RIDGE = 60.0
TOKEN = re.compile(r"[^\W_]+")
TOKENIZER = DefaultTokenizer(use_stemmer=True)
# What is left out together to see what it gives.
FAMILIES = {
    "stop words": {"stop_word", "telling_times", "telling_sentences", "telling_in_first", "telling_opening", "telling_capital"},
    "letters": {"letters", "letters_squared"},
    "spread": {"times", "share", "sentences", "sentence_share", "telling_times", "telling_sentences", "capital_sentences"},
    "place": {"opening", "first_place", "first_share", "in_first", "in_second", "in_third", "telling_in_first", "telling_opening", "capital_opening", "near_start", "how_far", "first", "second", "place", "told_before"},
    "capital": {"capital", "capital_sentences", "telling_capital", "capital_opening"},
    "digits": {"digits", "numbers"},
    "joins": set(JOINS),
    "speech": {"quoted", "reports_speech", "first_person"},
    "paragraphs": {"opens_paragraph"},
    "told before": {"told_before"},
    "signs": {"*signs"},
    "pairs": {"*pairs"},
}  # fmt: skip


@dataclass
class Article:
    """An article with what the models see of it, and its reference."""

    group: str
    fold: int
    texts: list[str]
    words: Words
    behind: Vector
    signs: Vector
    said: frozenset[str]
    said_pairs: frozenset[tuple[str, str]]
    grams: list[tuple[Counter[str], Counter[tuple[str, str]]]]
    reference: tuple[Counter[str], Counter[tuple[str, str]]]

    def figures(self, chosen: Sequence[int]) -> tuple[float, float]:
        """ROUGE-1 and ROUGE-2 of some sentences, in percent."""
        result = []
        for n in (0, 1):
            total = sum((self.grams[index][n] for index in chosen), start=Counter())
            shared = sum((total & self.reference[n]).values())
            result.append(200 * shared / max(1, sum(total.values()) + sum(self.reference[n].values())))
        return result[0], result[1]

    def shared(self, n: int) -> Vector:
        """How many words, or pairs, each sentence shares with the reference."""
        return np.array([sum((grams[n] & self.reference[n]).values()) for grams in self.grams], dtype=float)

    def lead(self, at_least: int) -> list[int]:
        """The first three sentences of so many words or more."""
        return [index for index, text in enumerate(self.texts) if len(text.split()) >= at_least][:SENTENCES]


def grams_of(text: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """The stemmed words of a text and their pairs, counted."""
    tokens = [token for form in TOKEN.findall(text) for token in tokens_of(form)]
    return Counter(tokens), Counter(pairwise(tokens))


@cache
def tokens_of(form: str) -> tuple[str, ...]:
    """What ROUGE makes of one word; its stemmer is slow."""
    return tuple(TOKENIZER.tokenize(form))


def stems_of(text: str) -> list[str]:
    """The stems of a text as `Words` has them."""
    return [stem(form) for form in TOKEN.findall(text)]


def read_rows() -> list[dict[str, str]]:
    """All rows, with their slice."""
    rows = [json.loads(line) | {"slice": "train"} for line in (DATA / "summaries.train.jsonl").open(encoding="utf-8")]
    return rows + [json.loads(line) for line in (DATA / "summaries.dev.jsonl").open(encoding="utf-8")]


def read_articles(rows: list[dict[str, str]]) -> Iterator[tuple[list[str], Article]]:
    """(the names of the signs, the article) for each row with sentences enough."""
    for number, row in enumerate(rows):
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
        said = stems_of(row["reference"])
        yield (
            list(signs[0]),
            Article(
                group=row["slice"] + (" Daily Mail" if "dailymail" in row["source"] else " CNN"),
                fold=-1 if row["slice"] == "eval" else number % FOLDS,
                texts=texts,
                words=Words.of(texts),
                behind=behind,
                signs=np.array([list(row.values()) for row in signs], dtype=float),
                said=frozenset(said),
                said_pairs=frozenset(pairwise(said)),
                grams=[grams_of(sentence) for sentence in texts],
                reference=grams_of(row["reference"]),
            ),
        )


def logistic(signs: Vector, wanted: Vector, kept: Vector) -> Vector:
    """The weights of a logistic regression, by Newton's method; columns that are not kept stay 0."""
    weights = np.zeros(signs.shape[1])
    signs = signs[:, kept]
    found = np.zeros(signs.shape[1])
    for _ in range(9):
        likelihood = 1 / (1 + np.exp(-signs @ found))
        slope = signs.T @ (wanted - likelihood) - 1.0 * found
        curve = (signs * (likelihood * (1 - likelihood))[:, None]).T @ signs + 1.0 * np.eye(len(found))
        found = found + np.linalg.solve(curve, slope)
    weights[kept] = found
    return weights


@dataclass
class Model:
    """What was learnt."""

    words: Vector
    pairs: Vector
    joins: Vector
    signs: Vector

    def holdings(self, article: Article) -> Holdings:
        """What the sentences of an article hold."""
        settings = {
            "words": dict(zip(WORD_SIGNS, self.words.tolist(), strict=True)),
            "pairs": dict(zip(PAIR_SIGNS, self.pairs.tolist(), strict=True)),
        }
        return find_holdings(article.words, settings, PAIR_WORTH if self.pairs.any() else 0.0)

    def chosen(self, article: Article, usual: float = USUAL_WORDS) -> list[int]:
        """The sentences that it chooses."""
        extra = article.behind @ self.joins + article.signs @ self.signs
        pool = range(len(article.texts))
        covering = choose_covering(self.holdings(article), extra, pool, usual)
        return [index for _, index in zip(range(SENTENCES), covering, strict=False)]


def fit(articles: Sequence[Article], names: Sequence[str], dropped: set[str]) -> Model:
    """Learns the three models."""
    kept = np.array([name not in dropped for name in WORD_SIGNS])
    words = logistic(
        np.vstack([article.words.signs for article in articles]),
        np.array([one in article.said for article in articles for one in article.words.stems], dtype=float),
        kept,
    )
    pairs = np.zeros(len(PAIR_SIGNS))
    if "*pairs" not in dropped:
        pairs = logistic(
            np.vstack([article.words.pair_signs(likely(article.words.signs, words)) for article in articles]),
            np.array(
                [pair in article.said_pairs for article in articles for pair in named_pairs(article)], dtype=float
            ),
            np.ones(len(PAIR_SIGNS), dtype=bool),
        )
    model = Model(words, pairs, np.zeros(len(JOINS)), np.zeros(len(names)))
    rows, wanted, weights = [], [], []
    fixed = np.array([BY_HAND.get(name, 0.0) for name in names])
    for article in articles:
        values = np.hstack([article.behind, article.signs])
        shared = article.shared(0) + PAIR_WORTH * article.shared(1)
        beyond = 2 * (shared - model.holdings(article).sums()) / SIZE - article.signs @ fixed
        rows.append(values - values.mean(axis=0))
        wanted.append(beyond - beyond.mean())
        weights.append(np.full(len(values), len(values) ** -0.5))
    columns = [*JOINS, *names]
    free = np.array(
        [
            name not in BY_HAND and name not in dropped
            and not ("*signs" in dropped and name in names)
            for name in columns
        ]
    )  # fmt: skip
    matrix, weight = np.vstack(rows)[:, free], np.concatenate(weights)[:, None]
    found = np.zeros(len(columns))
    found[free] = np.linalg.solve(
        (matrix * weight).T @ matrix + RIDGE * np.eye(matrix.shape[1]), (matrix * weight).T @ np.concatenate(wanted)
    )
    joins = (
        found[: len(JOINS)]
        if "joins" in dropped or "reduction" in dropped
        else np.maximum(found[: len(JOINS)], LEAST_JOIN)
    )
    return Model(words, pairs, joins, found[len(JOINS) :] + ("*signs" not in dropped) * fixed)


def named_pairs(article: Article) -> Iterator[tuple[str, str]]:
    """The pairs of an article as stems."""
    stems = article.words.stems
    return ((stems[a], stems[b]) for a, b in zip(*(part.tolist() for part in article.words.pairs), strict=True))


def report(title: str, choices: Mapping[str, list[tuple[float, float]]]) -> None:
    """One line: ROUGE-1 and ROUGE-2 by group."""
    means = (
        f"{group} {np.mean([a for a, _ in found]):.2f} {np.mean([b for _, b in found]):.2f}"
        for group, found in sorted(choices.items())
    )
    print(f"# {title:18} " + " | ".join(means), flush=True)


def main() -> None:
    """Reads, fits, reports, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--without", nargs="*", default=[], choices=[*FAMILIES, "all"], help="leave a family out and report"
    )
    arguments = parser.parse_args()
    read = list(read_articles(read_rows()))
    names, articles = read[0][0], [article for _, article in read]
    for title, lead in (("lead", 0), ("lead, 8+ words", 8)):
        found = defaultdict(list)
        for article in articles:
            found[article.group].append(article.figures(article.lead(lead)))
        report(title, found)
    for left_out in ["", *(FAMILIES if "all" in arguments.without else arguments.without)]:
        dropped = FAMILIES.get(left_out, set())
        found = defaultdict(list)
        for fold in [*range(FOLDS), -1]:
            model = fit([one for one in articles if one.fold not in {fold, -1}], names, dropped)
            for article in articles:
                if article.fold == fold:
                    found[article.group].append(article.figures(model.chosen(article)))
        report(f"without {left_out}" if left_out else "consensus", found)
        if not left_out:
            show(model, names)


def show(model: Model, names: Sequence[str]) -> None:
    """Prints the tables of selection.toml."""
    parts = (
        ("words", WORD_SIGNS, model.words),
        ("pairs", PAIR_SIGNS, model.pairs),
        ("joins", JOINS, model.joins),
        ("signs", names, model.signs),
    )
    print(f"usual_words = {USUAL_WORDS}\npair_worth = {PAIR_WORTH}")
    for title, columns, weights in parts:
        print(f"\n[consensus.{title}]")
        for name, weight in zip(columns, weights.tolist(), strict=True):
            print(f"{name} = {weight:.4f}")


if __name__ == "__main__":
    main()
