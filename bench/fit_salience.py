"""Fits the weights by which actors are ranked and chosen for the page, and prints them as briefing/data/salience.toml holds them.

`[salience_weights]`, how central an actor is to its document, learns from salience_wikinews.dev.jsonl (salient: a crowd score of 2 or more;
what the crowd was not asked about counts as not salient). `[card_weights]`, whether an editor gives an actor a card, learns from the gold
pages of seeds/ and of pages.dev.jsonl: an actor of tier 1 counts 1, one of tier 2 as told below. Logistic regression with a ridge; ten folds
by document say what it is worth on unseen ones.

    python bench/fit_salience.py [--data ../shared/data] [--ridge 10] [--card-ridge 2] [--without SIGN ...]
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from gold_pages import gold_pages

import briefing
from briefing.analysis import actors as actors_module
from briefing.analysis.actors.salience import salience_signs
from briefing.analysis.actors.salience import score_actors as real_score_actors
from briefing.composition.actor_worth import ActorWorth
from briefing.model.findings import ActorKind
from briefing.model.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

ROOT = Path(__file__).parents[1]
FOLDS, SEEDS = 10, 3
SALIENT = 2
TIER_2 = 0.6
ADMITTED = (0.3, 0.35, 0.4, 0.45)


@dataclass
class Example:
    """The actors of one document in the order of the analysis.

    Attributes:
        signs: The signs of each, by name.
        gold: The gold actor or entity that each is, or None.
        worth: What each is worth, 0 to 1.
        wanted: How many gold actors an ideal order begins with.
    """

    signs: list[dict[str, float]]
    gold: list[Any]
    worth: list[float]
    wanted: int


def normal(name: str) -> str:
    """A name as it is compared: lower case, no article, no possessive, no odd punctuation."""
    name = re.sub(r"^(the|a|an) ", "", re.sub(r"\s+", " ", name.strip().lower()))
    name = re.sub(r"['’]s?$", "", name)
    return re.sub(r"\s*-\s*", "-", re.sub(r"[^\w\s.&-]", "", name)).strip()


def source_of(row: dict[str, Any]) -> Source:
    """The source of a row of a data set."""
    day = datetime.date.fromisoformat(row["published"]) if row.get("published") else None
    return Source.from_text(row["text"], title=row.get("title") or "", published=day)


def is_named(text: str, spots: Sequence[str]) -> bool:
    """True iff one of the spots stands in the text with the capitals of a name."""
    small = {"of", "the", "and", "for", "in", "de", "al"}
    return any(
        all(word[:1].isupper() or word in small for word in match.group().split())
        for spot in spots
        for match in re.finditer(re.escape(spot), text, re.IGNORECASE)
    )


def news_examples(data: Path) -> Iterator[Example]:
    """The actors of each Wikinews article that has a salient entity with a name."""
    signs: list[dict[str, float]] = []

    def score_actors(*arguments: Any) -> list[float]:
        signs[:] = salience_signs(*arguments)
        scores = real_score_actors(*arguments)
        order = sorted(range(len(scores)), key=lambda i: (-scores[i], arguments[0][i].names[0].span.start))
        signs[:] = [signs[number] for number in order]
        return scores

    actors_module.score_actors = score_actors
    for row in map(json.loads, (data / "salience_wikinews.dev.jsonl").open(encoding="utf-8")):
        entities = [
            (
                entity,
                {normal(name) for name in (*entity["spots"], re.sub(r"\s*\(.*?\)", "", entity["title"]))} - {""},
            )
            for entity in row["entities"]
            if entity["title"]
        ]
        wanted = sum(entity["score"] >= SALIENT and is_named(row["text"], entity["spots"]) for entity, _ in entities)
        if not wanted:
            continue
        matches = []
        for actor in briefing.analyse(source_of(row)).actors:
            own = {normal(name) for name in (actor.name, *actor.aliases)}
            matches.append(next((entity for entity, names in entities if names & own), None))
        yield Example(
            list(signs),
            [entity["id"] if entity else None for entity in matches],
            [float(entity is not None and entity["score"] >= SALIENT) for entity in matches],
            wanted,
        )
    actors_module.score_actors = real_score_actors


def page_examples(data: Path) -> Iterator[Example]:
    """The actors of each article with a gold page, mere places left out."""
    for article, page in gold_pages(data):
        gold = page["actors"]
        names = [{normal(name) for name in (row["name"], *row["aliases"])} for row in gold]
        analysis = briefing.analyse(article)
        signs_of = ActorWorth(analysis).signs
        example = Example([], [], [], sum(row["tier"] == 1 for row in gold))
        for actor in analysis.actors:
            if actor.kind is ActorKind.PLACE:
                continue
            own = {normal(name) for name in (actor.name, *actor.aliases)}
            match = next((number for number, others in enumerate(names) if others & own), None)
            example.signs.append(signs_of(actor))
            example.gold.append(match)
            example.worth.append(0.0 if match is None else 1.0 if gold[match]["tier"] == 1 else TIER_2)
        yield example


def fit(signs: Vector, worth: Vector, ridge: float) -> Vector:
    """The weights of a logistic regression, by Newton's method; the first sign, the bias, is not held down."""
    penalty = np.full(signs.shape[1], ridge)
    penalty[0] = 1e-6
    coefficients = np.zeros(signs.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-signs @ coefficients))
        gradient = signs.T @ (chance - worth) + penalty * coefficients
        hessian = (signs * (chance * (1 - chance))[:, None]).T @ signs + np.diag(penalty)
        coefficients -= np.linalg.solve(hessian, gradient)
    return coefficients


def chances_of(signs: Vector, weights: Vector) -> Vector:
    """The chance of each actor."""
    return np.asarray(1 / (1 + np.exp(-signs @ weights)))


def ranking_figures(examples: Sequence[Example], chances: Sequence[Vector]) -> dict[str, float]:
    """P@1 and MAP over the documents, in per cent; a second actor of one entity is passed over."""
    first = precision = 0.0
    for example, chance in zip(examples, chances, strict=True):
        right, seen = [], set()
        for number in np.argsort(-chance, kind="stable"):
            if example.gold[number] is None:
                right.append(0.0)
            elif example.gold[number] not in seen:
                seen.add(example.gold[number])
                right.append(float(example.worth[number] == 1))
        first += right[0] if right else 0
        precision += sum(sum(right[: i + 1]) / (i + 1) for i, hit in enumerate(right) if hit) / example.wanted
    return {"P@1": 100 * first / len(examples), "MAP": 100 * precision / len(examples)}


def page_figures(examples: Sequence[Example], chances: Sequence[Vector]) -> dict[str, float]:
    """Of the first cards, each at least so likely: the share of tier 1 that they hold, and how many are gold actors, in per cent."""
    figures: dict[str, float] = {}
    tier_1 = sum(example.wanted for example in examples)
    for many in (4, 8):
        for least in ADMITTED if many == max(4, 8) else ADMITTED[1:2]:
            shown = right = found = 0
            for example, chance in zip(examples, chances, strict=True):
                seen: set[int] = set()
                for number in [n for n in np.argsort(-chance, kind="stable") if chance[n] >= least][:many]:
                    shown += 1
                    if example.gold[number] is not None and example.gold[number] not in seen:
                        seen.add(example.gold[number])
                        right += 1
                        found += example.worth[number] == 1
            figures[f"first {many} from {least:g}: precision"] = 100 * right / max(1, shown)
            figures[f"first {many} from {least:g}: tier 1"] = 100 * found / max(1, tier_1)
    return figures


def report(
    title: str,
    examples: Sequence[Example],
    ridge: float,
    figures_of: Callable[[Sequence[Example], Sequence[Vector]], dict[str, float]],
    without: Sequence[str],
) -> None:
    """Cross-validates, fits on everything and prints the table."""
    names = [name for name in examples[0].signs[0] if name not in without]
    signs = [np.array([[row[name] for name in names] for row in example.signs]) for example in examples]
    worth = [np.array(example.worth) for example in examples]
    rounds = []
    for seed in range(SEEDS):
        fold = np.random.default_rng(seed).permutation(len(examples)) % FOLDS
        chances: list[Any] = [None] * len(examples)
        for held_out in range(FOLDS):
            kept = [number for number in range(len(examples)) if fold[number] != held_out]
            weights = fit(np.concatenate([signs[n] for n in kept]), np.concatenate([worth[n] for n in kept]), ridge)
            for number in np.flatnonzero(fold == held_out):
                chances[number] = chances_of(signs[number], weights)
        rounds.append(figures_of(examples, chances))
    weights = fit(np.concatenate(signs), np.concatenate(worth), ridge)
    own = figures_of(examples, [chances_of(rows, weights) for rows in signs])
    print(f"# {title}: {sum(map(len, worth))} actors of {len(examples)} documents, ridge {ridge:g}")
    for name, value in own.items():
        print(f"#   {name}: held out {sum(row[name] for row in rounds) / SEEDS:.1f}, same documents {value:.1f}")
    for name, value in zip(names, weights, strict=True):
        print(f"{name} = {value:.2f}")


def main() -> None:
    """Fits, cross-validates, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--ridge", type=float, default=10.0)
    parser.add_argument("--card-ridge", type=float, default=2.0)
    parser.add_argument("--without", nargs="*", default=[])
    arguments = parser.parse_args()
    if (arguments.data / "salience_wikinews.dev.jsonl").exists():
        news = [example for example in news_examples(arguments.data) if example.signs]
        report("[salience_weights]", news, arguments.ridge, ranking_figures, arguments.without)
    pages = [example for example in page_examples(arguments.data) if example.signs]
    report("[card_weights]", pages, arguments.card_ridge, page_figures, arguments.without)


if __name__ == "__main__":
    main()
