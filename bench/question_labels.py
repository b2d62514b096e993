"""Prints how many of the questions found, and of those shown, are open in the documents labelled in tests/analysis/question_labels.json.

The labelled documents are no part of the repository (../shared/data); the test of the same name reads only the shortest of them.

    python bench/question_labels.py
"""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter

from gold_pages import DATA, ROOT

import briefing
from briefing.model.text import Source

LABELS = ROOT / "tests" / "analysis" / "question_labels.json"


def main() -> None:
    """Counts right (2), weak (1) and wrong (0) by kind, and the open ones that are not found."""
    counts: Counter[tuple[str, str, int]] = Counter()
    missed = 0
    for name, documents in json.loads(LABELS.read_text("utf-8"))["documents"].items():
        for line in filter(None, (DATA / f"{name}.jsonl").read_text("utf-8").split("\n")):
            row = json.loads(line)
            if row["id"] not in documents:
                continue
            labels = {(start, end): worth for start, end, worth in documents[row["id"]]}
            day = datetime.date.fromisoformat(row["published"][:10]) if row.get("published") else None
            source = Source.from_text(row["text"], title=row.get("title") or "", published=day)
            analysis = briefing.analyse(source)
            shown = {citation.sentence for line in briefing.brief(source).questions for citation in line.citations}
            found = set()
            for question in analysis.questions:
                sentence = analysis.document.sentence(question.citations[0].sentence)
                place = (sentence.span.start, sentence.span.end)
                found.add(place)
                if place in labels:
                    counts["found", question.kind.value, labels[place]] += 1
                    counts["shown", question.kind.value, labels[place]] += sentence.id in shown
            missed += sum(worth > 0 and place not in found for place, worth in labels.items())
    kinds = sorted({kind for _, kind, _ in counts})
    for how in ("found", "shown"):
        for kind in (*kinds, "all"):
            worths = [
                sum(n for (h, k, w), n in counts.items() if h == how and kind in (k, "all") and w == worth)
                for worth in (2, 1, 0)
            ]
            share = 100 * (worths[0] + worths[1]) / max(1, sum(worths))
            sys.stdout.write(
                f"{how}  {kind:9}  right {worths[0]:3}  weak {worths[1]:3}  wrong {worths[2]:3}  open {share:3.0f} %\n"
            )
    sys.stdout.write(f"open and not found: {missed}\n")


if __name__ == "__main__":
    main()
