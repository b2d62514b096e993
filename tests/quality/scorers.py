"""Runs the scorers beside the project and keeps of their figures those that say how good it is: percent, higher is better.

A figure has the scorer's own name; a name within a name follows it after a space ("strict F1"). What is left out are counts of the gold
data, times, and figures of which another one that is kept is made.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["DATA", "FAILED", "ROOT", "SCORERS", "SCORES", "Scores", "kept_scores", "measure", "write_scores"]

ROOT = Path(__file__).resolve().parents[2]
SCORES = ROOT / "tests" / "quality" / "scores.json"
DATA = ROOT.parent / "shared" / "data"
_FOLDER = ROOT.parent / "shared" / "score"

Scores = dict[str, dict[str, float]]
"""set -> metric -> figure."""

FAILED = "documents that failed"
"""The set under which it is kept for each scorer on how many documents briefing raised."""

_F1 = ("P", "R", "F1")
_ROUGE = ("R1", "R2", "RLsum")

SCORERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "pages": {
        "pages.dev": (
            "bottom_line_hit",
            "points_precision",
            "points_tier1_recall",
            "actors_precision",
            "actors_tier1_recall_at_8",
            "alias_recall",
            "kind_accuracy",
            "timeline_precision",
            "events_tier1_recall",
            "events_tier1_recall_by_sentence",
            "date_accuracy",
            "status_accuracy",
            "questions_precision",
            "questions_tier1_recall",
            "citations_true",
        )
    },
    "actors": {
        "salience_wikinews.dev": ("salience P@1", "salience P@3", "salience R@5", "salience MAP"),
        "re3d.dev": ("names P", "names R", "names F1", "names any_kind_recall", "aliases R"),
        "gum_news.dev": ("names P", "names R", "names F1", "names any_kind_recall"),
        "alias_gum.dev": ("aliases all F1", "aliases news F1"),
    },
    "timex": {"timex.dev": ("strict F1", "relaxed F1", "value F1", "date F1", "type_accuracy", "value_accuracy")},
    "eventdates": {"eventdates.dev": ("trigger_recall", "accuracy_found", "accuracy_all", "undated_without_date")},
    "triggers": {"events.meantime.dev": _F1, "events.ecbplus.dev": _F1},
    "status": dict.fromkeys(
        ("factuality_meantime.dev", "factuality_uw.dev"),
        ("accuracy_found", "uncertain P", "uncertain R", "uncertain F1", "negative P", "negative R", "negative F1"),
    ),
    "quotes": {
        "quotes_polnear.dev": (
            "quoted_span F1",
            "speaker_accuracy",
            "quote_and_speaker F1",
            "attribution F1",
            "attribution_and_speaker F1",
        )
    },
    "questions": {
        "pages.dev": (*_F1, "tier1_recall", "kind_accuracy"),
        "factuality_uw.dev": ("questions P", "questions R", "questions F1", "questions or status F1"),
    },
    "fivew": {"fivew.dev": ("who F1", "what F1", "when F1", "where F1", "when_day accuracy")},
    "summaries": {
        "summaries.dev": tuple(
            f"{length} {part} consensus {figure}"
            for length in ("3 sentences", "70 words")
            for part in ("all", "CNN")
            for figure in _ROUGE
        )
    },
}
"""scorer -> set -> the figures that are kept of it."""

# Where the name of a set or of a figure would say too little, or the same as another scorer's.
_SETS = {("questions", "pages.dev"): "questions.dev"}
_PLAIN = "3 sentences all consensus "


def measure(scorer: str, *, limit: int = 0) -> tuple[Scores, int]:
    """The figures of a scorer, and the number of documents on which briefing raised.

    Args:
        scorer: One of `SCORERS`.
        limit: The documents of each set; 0 for all.

    Raises:
        RuntimeError: The scorer failed; says how.
    """
    command = [sys.executable, str(_FOLDER / f"{scorer}.py"), "--json", *(["--limit", str(limit)] if limit else [])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{scorer}: {done.stderr.strip()}")
    found = json.loads(done.stdout)
    scores = {
        _SETS.get((scorer, name), name): {
            metric.removeprefix(_PLAIN): figure for metric, figure in _flat(found[name]) if metric in metrics
        }
        for name, metrics in SCORERS[scorer].items()
    }
    return scores, found["run"]["failed"]


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """The numbers of tables within tables, each under all its names."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name} ")
        elif isinstance(value, int | float):
            yield before + name, value


def kept_scores() -> Scores:
    """The scores of the file, empty where there is none yet."""
    return json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.is_file() else {}


def write_scores(scores: Scores) -> None:
    """Writes the file: sorted, so that a difference shows what changed."""
    SCORES.write_text(json.dumps(scores, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
