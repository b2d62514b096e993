"""Fits the weights by which sentences are chosen as key points and prints them as `[point_weights]` of briefing/data/composition.toml.

Learns from the gold pages of seeds/ and, where it is present, of ../shared/data/pages.dev.jsonl: what an editor must have counts 1, what he
would accept 0.4, the rest 0. Logistic regression with a ridge; ten folds by document say what it is worth on unseen ones: the share that
he must have, and would accept, among the first sentences that neither the bottom line nor a dated event tells.

    python bench/fit_points.py [--ridge 8]
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import numpy as np
from gold_pages import fit, gold_pages, held_out

import briefing
from briefing.composition import USUALLY_SHOWN, find_candidates
from briefing.composition.point_worth import PointWorth
from briefing.composition.points import stands_alone
from briefing.model.brief import Shows
from briefing.model.text import Span
from briefing.pipeline import select_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

ACCEPTED = 0.4
"""What a sentence counts that an editor would accept but not miss."""

NO_TIER = 3


def examples() -> Iterator[tuple[int, dict[str, float], int, bool]]:
    """(number of the document, signs, tier or 3, whether another line tells it) of each sentence that could be a point."""
    for number, (source, page) in enumerate(gold_pages()):
        analysis = briefing.analyse(source)
        found = find_candidates(analysis, select_sentences(analysis.document, sentences=14, analysis=analysis))
        lines = found.lines
        worth = PointWorth(lines)
        dated = [line for line in found.sections[Shows.TIMELINE] if getattr(line, "when_text", "")][:USUALLY_SHOWN]
        opening = [found.bottom] if found.bottom else []
        told = {citation.sentence for line in [*opening, *dated] for citation in line.citations}
        rows = [(Span(row["start"], row["end"]), row["tier"]) for row in page["points"]]
        for sentence in analysis.document.sentences:
            if sentence.id in lines.position and stands_alone(lines, sentence):
                span = sentence.span
                tiers = [tier for place, tier in rows if 2 * span.overlap(place) >= min(len(span), len(place))]
                yield number, worth.signs(sentence), min(tiers, default=NO_TIER), sentence.id in told


def report(name: str, score: Vector, tier: Vector, told: Vector, document: Vector) -> None:
    """Prints what share of the first sentences an editor must have, and would accept."""
    for many in (1, 2, 3):
        first = np.concatenate(
            [
                rows[np.argsort(-score[rows], kind="stable")][:many]
                for rows in (np.flatnonzero((document == number) & ~told) for number in np.unique(document))
            ]
        )
        must, right = (tier[first] == 1).mean(), (tier[first] < NO_TIER).mean()
        print(f"# {name}, first {many}: must-have {must:.0%}, right {right:.0%}")


def main() -> None:
    """Fits, cross-validates, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ridge", type=float, default=8.0)
    ridge = parser.parse_args().ridge
    rows = list(examples())
    names = list(rows[0][1])
    document = np.array([row[0] for row in rows])
    signs = np.array([[row[1][name] for name in names] for row in rows])
    tier = np.array([row[2] for row in rows])
    told = np.array([row[3] for row in rows])
    label = np.where(tier == 1, 1.0, np.where(tier < NO_TIER, ACCEPTED, 0.0))
    weights = np.ones(len(label))
    print(f"# {len(rows)} sentences of {len(np.unique(document))} gold pages, ten folds by document, ridge {ridge:g}")
    report("by rank alone", signs[:, names.index("rank")], tier, told, document)
    report("held out", held_out(signs, label, weights, document, ridge), tier, told, document)
    print("[point_weights]")
    for name, value in zip(names, fit(signs, label, weights, ridge), strict=True):
        print(f"{name} = {value:.2f}")


if __name__ == "__main__":
    main()
