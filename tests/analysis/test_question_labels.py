"""Questions found in documents that were read and labelled, by document and offsets; without the documents these tests are skipped."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import briefing
from briefing.model.text import Source

DATA = Path(__file__).parents[3] / "shared" / "data"
LABELS = json.loads(Path(__file__).with_name("question_labels.json").read_text("utf-8"))["documents"]
SETS = [name for name in LABELS if (DATA / f"{name}.jsonl").exists()]
SHORTEST = 4
"""Labelled documents of each set that the test reads, the shortest: all of them take a minute (bench/question_labels.py)."""
FEWEST_OPEN = 0.8
"""Of the labelled sentences that are found there, so many leave something open: measured 0.91; in all documents 0.78."""
FEWEST_KEPT = 0.85
"""Of the sentences labelled as open there, so many are found: measured 0.91; in all documents 0.83."""


def test_the_labels_hold_no_text() -> None:
    """Each is a half-open span with a worth of 0, 1 or 2."""
    rows = [row for documents in LABELS.values() for labels in documents.values() for row in labels]
    assert rows
    assert all(start < end and worth in (0, 1, 2) for start, end, worth in rows)


@pytest.mark.model
@pytest.mark.skipif(not SETS, reason="the labelled documents are not part of the repository")
def test_most_of_what_is_found_in_documents_that_were_read_leaves_something_open() -> None:
    """Precision on documents that no rule was made for, and what may not be lost there."""
    open_ = found_open = found_closed = 0
    for name in SETS:
        # Not splitlines: texts hold other line ends inside.
        rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").split("\n") if line]
        labelled = sorted((row for row in rows if row["id"] in LABELS[name]), key=lambda row: len(row["text"]))
        for row in labelled[:SHORTEST]:
            day = datetime.date.fromisoformat(row["published"][:10]) if row.get("published") else None
            source = Source.from_text(row["text"], title=row.get("title") or "", published=day)
            analysis = briefing.analyse(source)
            spans = {analysis.document.sentence(each.citations[0].sentence).span for each in analysis.questions}
            found = {(span.start, span.end) for span in spans}
            for start, end, worth in LABELS[name][row["id"]]:
                open_ += worth > 0
                found_open += worth > 0 and (start, end) in found
                found_closed += worth == 0 and (start, end) in found
    assert found_open >= FEWEST_KEPT * open_
    assert found_open >= FEWEST_OPEN * (found_open + found_closed)
