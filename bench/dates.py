"""Measures what each family of rules brings to the finder of dates, and what the finder costs for 700 words.

    python bench/dates.py [--data ../shared/data] [--rounds 5] [--no-spacy]

Each family is left out in turn: the F1 of the values of TIMEX3, and of those of calendar dates, without it. The tense comes from the
parse, or with `--no-spacy` from cue words only. Where the evaluation data is not present, only the time is measured, on the samples.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from briefing.analysis import dates
from briefing.analysis.parse import parse_document
from briefing.analysis.timex import grammar as grammars
from briefing.analysis.timex.anchored import BESIDE
from briefing.analysis.timex.rules import RULES
from briefing.model.text import Source
from briefing.segment import segment_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model.dates import DateMention
    from briefing.model.text import Document

__all__ = ["main"]

ROOT = Path(__file__).parents[1]
FAMILIES = {
    "days with their month": (
        "iso date", "date in figures", "month and day", "day and month", "second day", "day of a year", "part of a date", "week of a day",
    ),
    "months": ("month", "month of year", "week of a month"),
    "years": ("year", "years", "fiscal year"),
    "decades and centuries": ("decade", "century"),
    "weekdays": ("weekday", "weekday of a month"),
    "days by name": ("day by name", "day past day", "part of a day", "night before last"),
    "units from today": ("unit", "the unit", "full year", "unit past unit", "year's end"),
    "ago, from now": ("ago", "from now"),
    "units from the last date": ("from the last date", "later than", "unit before"),
    "units from what is beside": (BESIDE,),
    "holidays": ("holiday",),
    "seasons": ("season", "season of year"),
    "quarters and reports": ("quarter", "half", "year-ago quarter", "latest period", "quarter of a year"),
    "lengths": ("duration", "units", "stretch"),
    "sets": ("every", "set", "weekdays"),
    "times of the clock": ("clock", "hour by name"),
    "now, recently, the future": ("reference", "vague units"),
}  # fmt: skip
_CALENDAR = re.compile(r"\d{3,4}(-\d\d|-W\d\d|-Q\d|-H\d|-(SP|SU|FA|WI))?(-\d\d|-WE)?(T.*)?$|\d{2,3}$")


class Text:
    """A document of the data with the tense at each place where it was asked for."""

    def __init__(self, row: dict[str, Any], *, parsed: bool) -> None:
        self.document: Document = segment_source(Source.from_text(row["text"]))
        self.published = datetime.date.fromisoformat(row["published"]) if row.get("published") else None
        self.gold: list[dict[str, Any]] = row["timexes"]
        self._tense_at: Callable[[int], str] | None = parse_document(self.document).tense_at if parsed else None
        self._tenses: dict[int, str] = {}

    def found(self) -> list[DateMention]:
        """What the rules find now."""
        tense_at = self._tense if self._tense_at is not None else None
        return list(dates.find_dates(self.document, published=self.published, tense_at=tense_at))

    def _tense(self, offset: int) -> str:
        if offset not in self._tenses:
            self._tenses[offset] = self._tense_at(offset) if self._tense_at is not None else ""
        return self._tenses[offset]


def score(texts: list[Text]) -> tuple[float, float]:
    """The F1 of all values and that of calendar dates, in per cent; an expression is found where spans overlap, one to one."""
    right, given = [0, 0], [0, 0]
    for text in texts:
        mentions = text.found()
        free = set(range(len(mentions)))
        for gold in text.gold:
            is_date = _is_calendar(gold["value"])
            given[0] += 1
            given[1] += is_date
            beside = [
                at
                for at in sorted(free)
                if mentions[at].span.start < gold["end"] and gold["start"] < mentions[at].span.end
            ]
            if beside:
                free.discard(beside[0])
                is_right = mentions[beside[0]].value.upper() == (gold["value"] or "").upper()
                right[0] += is_right
                right[1] += is_right and is_date
        given[0] += len(mentions)
        given[1] += sum(_is_calendar(mention.value) for mention in mentions)
    return 200 * right[0] / max(1, given[0]), 200 * right[1] / max(1, given[1])


def _is_calendar(value: str | None) -> bool:
    return bool(_CALENDAR.match((value or "").upper()))


@contextmanager
def left_out(names: tuple[str, ...]) -> Iterator[None]:
    """Inside, the finder works without the rules of these names."""
    with patch.object(grammars, "RULES", tuple(rule for rule in RULES if rule[0] not in names)):
        grammars.grammar.cache_clear()
        yield
    grammars.grammar.cache_clear()


def milliseconds(documents: list[Document], rounds: int) -> float:
    """The best of some rounds over all documents, for 700 words of them; the first round reads the word lists and counts for nothing."""
    words = sum(len(document.source.text.split()) for document in documents)
    best = float("inf")
    for _ in range(rounds + 1):
        start = time.process_time()
        for document in documents:
            list(dates.find_dates(document, published=datetime.date(2019, 11, 13)))
        best = min(best, time.process_time() - start)
    return best * 1000 * 700 / max(1, words)


def main() -> None:
    """Print the time, and where the data is present the scores with and without each family."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-spacy", action="store_true", help="the tense from cue words only")
    options = parser.parse_args()
    path = options.data / "timex.dev.jsonl"
    if not path.exists():
        samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.md"))]
        took = milliseconds([segment_source(Source.from_text(text)) for text in samples], options.rounds)
        print(f"find_dates: {took:.1f} ms for 700 words, on {len(samples)} samples")
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [Text(row, parsed=not options.no_spacy) for row in rows]
    print(f"find_dates: {milliseconds([text.document for text in texts], options.rounds):.1f} ms for 700 words")
    value, date = score(texts)
    print(
        f"{len(texts)} documents: value F1 {value:.1f}, calendar dates F1 {date:.1f}\n\n{'without':28}  value   dates"
    )
    for name, rules in FAMILIES.items():
        with left_out(rules):
            without = score(texts)
        print(f"{name:28} {without[0] - value:+6.1f}  {without[1] - date:+6.1f}")


if __name__ == "__main__":
    main()
