"""Documents of the evaluation data beside the project, for tests and measurements that want many real articles."""

from __future__ import annotations

import datetime as dt
import json
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from briefing.model.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["SETS", "development_documents"]

SETS = (
    "timex",
    "eventdates",
    "events.meantime",
    "events.ecbplus",
    "fivew",
    "salience_wikinews",
    "re3d",
    "gum_news",
    "quotes_polnear",
    "summaries",
    "summaries.bbc",
)
"""The sets that hold whole documents."""


def development_documents(folder: Path, count: int) -> list[tuple[str, Source]]:
    """So many documents, in turn one from each set, each text once, with a name for each: the set's and its own."""
    taken: dict[str, tuple[str, Source]] = {}
    rows = (_rows(folder, name, count) for name in SETS)
    for row in chain.from_iterable(zip_longest(*rows)):
        if row is not None and len(taken) < count:
            taken.setdefault(row[1].text, row)
    return list(taken.values())


def _rows(folder: Path, name: str, count: int) -> Iterator[tuple[str, Source]]:
    """The first documents of a set."""
    with (folder / f"{name}.dev.jsonl").open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(count), strict=False):
            row = json.loads(line)
            published = dt.date.fromisoformat(row["published"]) if row.get("published") else None
            yield (
                f"{name} {row['id']}",
                Source.from_text(row["text"], title=row.get("title") or "", published=published),
            )
