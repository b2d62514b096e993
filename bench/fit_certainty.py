"""Fits the weights that say how open it is whether an event came about, and prints them as `[weights]` of briefing/data/certainty.toml.

Learns from factuality_uw.train.jsonl (Lee et al. 2015: five readers each, -3 surely not ... 3 surely): an event counts as open by how
far its mean lies under 1.75 (2 is "probably"). Events with a modal verb or a "not" of their own are left out, as the weights are not asked about them.
Logistic regression with a ridge; folds of neighbouring sentences and the development halves say what it is worth on unseen text.

    python bench/fit_certainty.py [--data ../shared/data] [--ridge 3] [--without PREFIX ...]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing.analysis import parse
from briefing.analysis.certainty import certainty_signs
from briefing.analysis.triggers import find_triggers
from briefing.model.text import Source
from briefing.segment import segment_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

ROOT = Path(__file__).parents[1]
FOLDS = 8
CERTAIN, WIDTH = 1.75, 0.4
RARE, SMALL = 20, 0.1
STEPS = 25


def examples(file: Path) -> Iterator[tuple[int, frozenset[str], float]]:
    """(number of the sentence, signs, how sure readers are that it is or is not so, 0 to 3) of each event that no modal verb and no "not" decides."""
    for number, row in enumerate(map(json.loads, file.open(encoding="utf-8"))):
        read = parse.parse_document(segment_source(Source.from_text(row["text"])))
        judged = {word["start"]: abs(word["factuality"]) for word in row["events"]}
        for sentence in read.sentences:
            for trigger in find_triggers(sentence.tokens):
                verb = trigger.head if trigger.pos_ == "ADJ" else trigger
                sure = judged.get(parse.start_of(trigger))
                signs = certainty_signs(trigger)
                if (
                    sure is not None
                    and signs.isdisjoint(("negated", "after_no"))
                    and not any(child.tag_ == "MD" for child in verb.children)
                ):
                    yield number, signs, sure


def matrix(signs: list[frozenset[str]], names: list[str]) -> Vector:
    """A row for each event: 1 where a sign holds, and the bias last."""
    return np.array([[*(name in row for name in names), 1] for row in signs], dtype=np.float64)


def fit(values: Vector, wanted: Vector, ridge: float) -> Vector:
    """The weights that make the wanted shares likely, the bias last and free."""
    weights = np.zeros(values.shape[1])
    penalty = np.full(values.shape[1], ridge)
    penalty[-1] = 1e-3
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-values @ weights))
        gradient = values.T @ (wanted - share) - penalty * weights
        curve = (values * (share * (1 - share))[:, None]).T @ values + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, gradient)
    return weights


def openness(sure: Vector) -> Vector:
    """The share of an event's readers who hold it for open, smoothed."""
    return 1 / (1 + np.exp((sure - CERTAIN) / WIDTH))


def ranks_right(scores: Vector, is_open: Any) -> float:
    """In how many of 100 pairs of an open and a certain event the open one scores higher."""
    ranks = np.argsort(np.argsort(scores))
    found = int(is_open.sum())
    return float(100 * (ranks[is_open].mean() - (found - 1) / 2) / max(1, len(scores) - found))


def report(name: str, scores: Vector, sure: Vector) -> None:
    """Prints what the weights are worth on one set."""
    above = scores > 0
    print(
        f"# {name}: {len(sure)} events; open (under {CERTAIN}) ranked above certain {ranks_right(scores, sure < CERTAIN):.1f} %, under 1 {ranks_right(scores, sure < 1):.1f} %;"
        f" above 0: {int(above.sum())}, of these open {100 * (sure < CERTAIN)[above].mean():.1f} %, of all open {100 * above[sure < CERTAIN].mean():.1f} %"
    )


def main() -> None:
    """Reads, fits, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--ridge", type=float, default=3.0)
    parser.add_argument(
        "--without", nargs="*", default=[], metavar="PREFIX", help="signs to leave out, by how they begin"
    )
    arguments = parser.parse_args()
    places, signs, told = zip(*examples(arguments.data / "factuality_uw.train.jsonl"), strict=True)
    sure = np.array(told)
    counts = Counter(sign for row in signs for sign in row)
    names = sorted(
        sign
        for sign, count in counts.items()
        if count >= RARE and not sign.startswith(tuple(arguments.without) or "\0")
    )
    weights = fit(matrix(list(signs), names), openness(sure), arguments.ridge)
    names = [name for name, weight in zip(names, weights, strict=False) if abs(weight) >= SMALL]
    values = matrix(list(signs), names)
    weights = fit(values, openness(sure), arguments.ridge).round(2)
    folds = np.array(places) * FOLDS // (places[-1] + 1)
    held = np.zeros(len(sure))
    for fold in range(FOLDS):
        held[folds == fold] = values[folds == fold] @ fit(
            values[folds != fold], openness(sure)[folds != fold], arguments.ridge
        )
    report("held-out folds of the training set", held, sure)
    for file in ("factuality_uw.dev.jsonl", "factuality_meantime.dev.jsonl"):
        _, others, certain = zip(*examples(arguments.data / file), strict=True)
        report(file, matrix(list(others), names) @ weights, np.array(certain))
    print(f"\n[weights]\nbias = {weights[-1]:.2f}")
    for weight, name in sorted(zip(weights, names, strict=False), key=lambda pair: (-pair[0], pair[1])):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
