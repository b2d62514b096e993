"""Briefs many real articles in every format, and prints what failed, what is wrong with the pages and which articles were slow.

    python bench/sweep.py [--documents 500] [--data FOLDER] [--show 10] [--json]

The articles are taken in turn from all the development sets. Exits with 1 where anything raised.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import briefing  # noqa: E402 - found beside this folder
from tests.development import development_documents  # noqa: E402
from tests.page_faults import faults_of  # noqa: E402


def main() -> int:
    """Prints the report; 1 where an article could not be briefed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--show", type=int, default=10, help="faults and slow articles to show of each kind")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        sys.exit("the evaluation data is not here: ../shared/data")
    briefing.brief(briefing.Source.from_text("Warm up."))
    failures: list[str] = []
    faults: list[tuple[str, str]] = []
    seconds: list[tuple[float, int, str]] = []
    documents = development_documents(arguments.data, arguments.documents)
    for number, (name, source) in enumerate(documents, start=1):
        begun = time.perf_counter()
        try:
            page = briefing.brief(source)
            for format in briefing.FORMATS:
                shown = briefing.render(page, format)
                if isinstance(shown, str):
                    shown.encode()
            faults += [(name, fault) for fault in faults_of(page)]
        except Exception:  # noqa: BLE001 - what fails, and how, is what is measured
            failures.append(f"{name}\n{traceback.format_exc(limit=-4)}")
        seconds.append((time.perf_counter() - begun, len(source.text.split()), name))
        print(f"\r{number}/{len(documents)}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    kinds = Counter(fault.partition(":")[0] for _, fault in faults)
    words = sum(count for _, count, _ in seconds)
    report = {
        "documents": len(documents),
        "words": words,
        "failed": len(failures),
        **{f"faults of {kind}": kinds[kind] for kind in ("length", "citations", "words", "order")},
        "ms a document, median": round(1000 * statistics.median(taken for taken, _, _ in seconds)),
        "ms a 1,000 words": round(1_000_000 * sum(taken for taken, _, _ in seconds) / max(1, words)),
    }
    if arguments.json:
        print(json.dumps(report))
        return bool(failures)
    for name, figure in report.items():
        print(f"{name:28}{figure:>10,}")
    for failure in failures:
        print(f"\nfailed: {failure}")
    for kind in kinds:
        print(f"\nfaults of {kind}")
        for name, fault in [row for row in faults if row[1].startswith(kind)][: arguments.show]:
            print(f"  {name}: {fault}")
    print("\nslowest")
    for taken, count, name in sorted(seconds, reverse=True)[: arguments.show]:
        print(f"  {taken:6.2f} s  {count:6} words  {name}")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
