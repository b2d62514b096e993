"""Fits what a line of each section is worth on a page and prints it as `[line_worth]` of briefing/data/composition.toml.

Learns from the gold pages of seeds/ and, where it is present, of ../shared/data/pages.dev.jsonl: how likely the nth candidate of a section
is one that an editor would miss (tier 1). Logistic regression with a ridge, three numbers a section; ten folds by document say how well
that is told of unseen ones: the log-loss beside that of the share alone. `share`: what one must-have line is of its section, in shares
of what is asked for there (`ASKED`), so that each section counts the same.

    python bench/fit_page.py [--ridge 4]
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

import numpy as np
from gold_pages import fit, gold_pages, held_out

import briefing
from briefing.composition import find_candidates
from briefing.composition.line_worth import line_signs
from briefing.model.brief import ActorLine, EventLine, Line, Shows
from briefing.model.text import Span
from briefing.pipeline import select_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from briefing.model.findings import Analysis

    Vector = npt.NDArray[np.float64]

ASKED = {Shows.POINTS: 0.60, Shows.ACTORS: 0.92, Shows.TIMELINE: 0.85, Shows.QUESTIONS: 0.85}
"""The share of its must-have lines that each section is asked to hold."""

FACTORS = {Shows.POINTS: 0.9, Shows.TIMELINE: 1.55, Shows.QUESTIONS: 1.55}
"""What a line is worth beyond its own section, set by hand: most events that an editor must have tell a point that he must have
too; what is left open no other section tells; and a point takes twice their words, where sections compete for the last ones."""

WEIGHED = {
    Shows.POINTS: ("bias", "before", "importance"),
    Shows.ACTORS: ("bias", "before", "importance"),
    Shows.TIMELINE: ("bias", "before", "importance"),
    Shows.QUESTIONS: ("bias", "before"),
}
"""The signs of each section: a rank says no more than the number of those before it."""

GOLD = {Shows.TIMELINE: "events"}
MOST = 12
"""Candidates of a section that are looked at."""


def _is_missed(line: Line, rows: list[dict[str, Any]], analysis: Analysis) -> bool:
    """True iff a line is one of the must-have rows of a gold page's section."""
    if isinstance(line, ActorLine):
        names = {name.casefold() for name in (line.name, *line.aliases)}
        return any(names & {name.casefold() for name in (row["name"], *row["aliases"])} for row in rows)
    if isinstance(line, EventLine):
        trigger = next(event.trigger for event in analysis.events if event.id == line.event)
        return any(trigger.overlap(Span(row["trigger_start"], row["trigger_end"])) for row in rows)
    cited = [citation.span for citation in line.citations]
    spans = [Span(row["start"], row["end"]) for row in rows]
    return any(2 * span.overlap(place) >= min(len(span), len(place)) for span in cited for place in spans)


def examples() -> Iterator[tuple[int, Shows, dict[str, float], bool]]:
    """(number of the document, section, signs, whether an editor would miss it) of each candidate line."""
    for number, (source, page) in enumerate(gold_pages()):
        analysis = briefing.analyse(source)
        candidates = find_candidates(analysis, select_sentences(analysis.document, sentences=14, analysis=analysis))
        for shows in ASKED:
            rows = [row for row in page[GOLD.get(shows, shows.value)] if row["tier"] == 1]
            for nth, line in enumerate(candidates.sections[shows][:MOST]):
                yield number, shows, line_signs(line, nth), _is_missed(line, rows, analysis)


def _loss(chance: Vector, missed: Vector) -> float:
    chance = np.clip(chance, 0.01, 0.99)
    return float(-(missed * np.log(chance) + (1 - missed) * np.log(1 - chance)).mean())


def main() -> None:
    """Fits, cross-validates, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ridge", type=float, default=4.0)
    ridge = parser.parse_args().ridge
    rows = list(examples())
    pages = [page for _, page in gold_pages()]
    print(f"# {len(rows)} lines of {len(pages)} gold pages, ten folds by document, ridge {ridge:g}")
    for shows, names in WEIGHED.items():
        of_section = [row for row in rows if row[1] is shows]
        document = np.array([row[0] for row in of_section])
        signs = np.array([[row[2][name] for name in names] for row in of_section])
        missed = np.array([float(row[3]) for row in of_section])
        weights = np.ones(len(missed))
        chance = 1 / (1 + np.exp(-held_out(signs, missed, weights, document, ridge)))
        alone = _loss(np.full(len(missed), missed.mean()), missed)
        must = sum(row["tier"] == 1 for page in pages for row in page[GOLD.get(shows, shows.value)]) / len(pages)
        print(f"\n# {len(missed)} lines, log-loss held out {_loss(chance, missed):.3f}, of the share alone {alone:.3f}")
        print(f"[line_worth.{shows.value}]\nshare = {FACTORS.get(shows, 1.0) / (must * ASKED[shows]):.2f}")
        for name, value in zip(names, fit(signs, missed, weights, ridge), strict=True):
            print(f"{name} = {value:.2f}")


if __name__ == "__main__":
    main()
