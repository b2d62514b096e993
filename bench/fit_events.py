"""Fits the weights by which events are chosen for the timeline and prints them as `[event_weights]` of briefing/data/composition.toml.

Learns from the gold pages of seeds/ and, where it is present, of ../shared/data/pages.dev.jsonl: an event of tier 1 counts twice, one that
shares its sentence with a gold event little. Logistic regression with a ridge; ten folds by document say what it is worth on unseen ones.

    python bench/fit_events.py [--ridge 8]
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import briefing
from briefing.composition.event_worth import event_signs
from briefing.composition.lines import Lines
from briefing.composition.timeline import _best_teller, _is_tellable
from briefing.model.text import Source, Span
from briefing.pipeline import select_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
FOLDS = 10
TIER_1, NEAR = 2.0, 0.5


def gold_pages() -> Iterator[tuple[Source, list[dict[str, Any]]]]:
    """Every article with a gold page, and the gold events."""
    for file in sorted(ROOT.glob("seeds/*.gold.json")):
        yield (
            briefing.read(str(file.with_name(file.name.replace(".gold.json", ".md")))),
            json.loads(file.read_text("utf-8"))["events"],
        )
    pages = DATA / "pages.dev.jsonl"
    if not pages.exists():
        return
    wanted = {row["id"]: row for row in map(json.loads, pages.open(encoding="utf-8"))}
    for file in sorted(DATA.glob("*.dev.jsonl")):
        for row in map(json.loads, file.open(encoding="utf-8")):
            page = wanted.get(row.get("id"))
            if page is None or Source.from_text(row.get("text") or "").sha256 != page["sha256"]:
                continue
            del wanted[row["id"]]
            day = datetime.date.fromisoformat(page["published"]) if page["published"] else None
            yield Source.from_text(row["text"], title=row.get("title") or "", published=day), page["events"]


def examples() -> Iterator[tuple[int, dict[str, float], float]]:
    """(number of the document, signs, 2 for tier 1, 1 for tier 2, 0.5 for the sentence of one, 0 for the rest) of each event."""
    for number, (source, gold) in enumerate(gold_pages()):
        analysis = briefing.analyse(source)
        lines = Lines(analysis, select_sentences(analysis.document, sentences=14, analysis=analysis))
        groups = defaultdict(list)
        for event in analysis.events:
            groups[event.same_as or event.id].append(event)
        places = [(Span(row["trigger_start"], row["trigger_end"]), row["tier"]) for row in gold]
        sentences = {analysis.document.sentence_at(place.start).id for place, _ in places}
        for group in groups.values():
            teller = _best_teller(lines, group)
            if not _is_tellable(lines, teller):
                continue
            tiers = [tier for place, tier in places if any(event.trigger.overlap(place) for event in group)]
            near = NEAR if teller.citations[0].sentence in sentences else 0.0
            yield number, event_signs(lines, teller, len(group) - 1), 3.0 - min(tiers) if tiers else near


def fit(signs: Vector, found: Vector, weights: Vector, ridge: float) -> Vector:
    """The weights of a logistic regression, by Newton's method; the first sign, the bias, is not held down."""
    penalty = np.full(signs.shape[1], ridge)
    penalty[0] = 1e-6
    coefficients = np.zeros(signs.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-signs @ coefficients))
        gradient = signs.T @ (weights * (chance - found)) + penalty * coefficients
        hessian = (signs * (weights * chance * (1 - chance))[:, None]).T @ signs + np.diag(penalty)
        coefficients -= np.linalg.solve(hessian, gradient)
    return coefficients


def report(score: Vector, worth: Vector, document: Vector) -> None:
    """Prints what share of tier 1 stands among the first events, and what share of those an editor would accept."""
    for many in (3, 5, 8):
        first = np.concatenate(
            [
                rows[np.argsort(-score[rows])][:many]
                for number in np.unique(document)
                if (rows := np.where(document == number)[0]).size
            ]
        )
        print(
            f"first {many}: {100 * (worth[first] == TIER_1).sum() / (worth == TIER_1).sum():.1f} % of tier 1, precision {100 * (worth[first] > 0).mean():.1f}"
        )


def main() -> None:
    """Fits, cross-validates, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ridge", type=float, default=8.0)
    ridge = parser.parse_args().ridge
    rows = list(examples())
    names = list(rows[0][1])
    document = np.array([row[0] for row in rows])
    signs = np.array([[row[1][name] for name in names] for row in rows])
    worth = np.array([row[2] for row in rows])
    found = (worth >= 1).astype(float)
    weights = np.where(worth == TIER_1, 2.0, np.where(worth == NEAR, 0.4, 1.0))
    held_out = np.zeros(len(rows))
    for fold in range(FOLDS):
        test = document % FOLDS == fold
        held_out[test] = signs[test] @ fit(signs[~test], found[~test], weights[~test], ridge)
    print(f"# {len(rows)} events of {len(np.unique(document))} gold pages, ten folds by document, ridge {ridge:g}")
    report(held_out, worth, document)
    print("[event_weights]")
    for name, value in zip(names, fit(signs, found, weights, ridge), strict=True):
        print(f"{name} = {value:.2f}")


if __name__ == "__main__":
    main()
