"""Fits the weights by which events are chosen for the timeline and prints them as `[event_weights]` of briefing/data/composition.toml.

Learns from the gold pages of seeds/ and, where it is present, of ../shared/data/pages.dev.jsonl: an event of tier 1 counts twice, one that
shares its sentence with a gold event little. Logistic regression with a ridge; ten folds by document say what it is worth on unseen ones.

    python bench/fit_events.py [--ridge 8]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from gold_pages import fit, gold_pages, held_out

import briefing
from briefing.composition.event_worth import event_signs
from briefing.composition.lines import Lines
from briefing.composition.timeline import _best_teller, _is_tellable
from briefing.model.text import Span
from briefing.pipeline import select_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

TIER_1, NEAR = 2.0, 0.5


def examples() -> Iterator[tuple[int, dict[str, float], float]]:
    """(number of the document, signs, 2 for tier 1, 1 for tier 2, 0.5 for the sentence of one, 0 for the rest) of each event."""
    for number, (source, page) in enumerate(gold_pages()):
        analysis = briefing.analyse(source)
        lines = Lines(analysis, select_sentences(analysis.document, sentences=14, analysis=analysis))
        groups = defaultdict(list)
        for event in analysis.events:
            groups[event.same_as or event.id].append(event)
        places = [(Span(row["trigger_start"], row["trigger_end"]), row["tier"]) for row in page["events"]]
        sentences = {analysis.document.sentence_at(place.start).id for place, _ in places}
        for group in groups.values():
            teller = _best_teller(lines, group)
            if not _is_tellable(lines, teller):
                continue
            tiers = [tier for place, tier in places if any(event.trigger.overlap(place) for event in group)]
            near = NEAR if teller.citations[0].sentence in sentences else 0.0
            yield number, event_signs(lines, teller, len(group) - 1), 3.0 - min(tiers) if tiers else near


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
    print(f"# {len(rows)} events of {len(np.unique(document))} gold pages, ten folds by document, ridge {ridge:g}")
    report(held_out(signs, found, weights, document, ridge), worth, document)
    print("[event_weights]")
    for name, value in zip(names, fit(signs, found, weights, ridge), strict=True):
        print(f"{name} = {value:.2f}")


if __name__ == "__main__":
    main()
