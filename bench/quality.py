"""Runs the scorers beside the project and prints each figure beside the one that is kept in tests/quality/scores.json.

    python bench/quality.py [--write] [--only pages --only timex] [--limit 20] [--jobs 2]

With --write the new figures are kept: those of the scorers that ran, all others stay.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.quality.scorers import DATA, FAILED, SCORERS, Scores, kept_scores, measure, write_scores


def main() -> int:
    """Prints the table; 1 where a document failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="keep the new figures")
    parser.add_argument("--only", action="append", choices=list(SCORERS), help="this scorer; repeatable")
    parser.add_argument("--limit", type=int, default=0, help="only so many documents of each set; not with --write")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="scorers at once")
    arguments = parser.parse_args()
    if arguments.limit and arguments.write:
        parser.error("what is measured on some of the documents is not kept")
    if not DATA.is_dir():
        print("the evaluation data is not here: ../shared/data")
        return 0
    names = arguments.only or list(SCORERS)
    with ThreadPoolExecutor(arguments.jobs) as pool:
        results = dict(zip(names, pool.map(lambda name: measure(name, limit=arguments.limit), names), strict=True))
    kept, failed = kept_scores(), {name: failures for name, (_, failures) in results.items()}
    scores: Scores = {FAILED: {**kept.get(FAILED, {}), **failed}}
    for found, _ in results.values():
        for name, figures in found.items():
            scores.setdefault(name, {}).update(figures)
    for name, figures in scores.items():
        for metric, figure in figures.items():
            before = kept.get(name, {}).get(metric)
            change = "" if before is None or before == figure else f"{figure - before:+8.2f}"
            print(f"{name:26}{metric:34}{'' if before is None else before:>8}{figure:>8}{change}")
    if arguments.write:
        # A set may have figures of two scorers, of which one alone was run.
        write_scores({name: {**kept.get(name, {}), **scores.get(name, {})} for name in {**kept, **scores}})
    return int(any(failed.values()))


if __name__ == "__main__":
    sys.exit(main())
