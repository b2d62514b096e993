"""The gold pages of seeds/ and, where it is present, of ../shared/data, and the regression that the fitting scripts share."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import briefing
from briefing.model.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]

__all__ = ["FOLDS", "fit", "gold_pages", "held_out"]

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
FOLDS = 10


def gold_pages(data: Path = DATA) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Every article with a gold page, and that page."""
    for file in sorted(ROOT.glob("seeds/*.gold.json")):
        yield (
            briefing.read(str(file.with_name(file.name.replace(".gold.json", ".md")))),
            json.loads(file.read_text("utf-8")),
        )
    pages = data / "pages.dev.jsonl"
    if not pages.exists():
        return
    wanted = {row["id"]: row for row in map(json.loads, pages.open(encoding="utf-8"))}
    for file in sorted(data.glob("*.dev.jsonl")):
        for row in map(json.loads, file.open(encoding="utf-8")):
            page = wanted.get(row.get("id"))
            if page is None or Source.from_text(row.get("text") or "").sha256 != page["sha256"]:
                continue
            del wanted[row["id"]]
            day = datetime.date.fromisoformat(page["published"]) if page["published"] else None
            yield Source.from_text(row["text"], title=row.get("title") or "", published=day), page


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


def held_out(signs: Vector, found: Vector, weights: Vector, document: Vector, ridge: float) -> Vector:
    """The score of each row by weights that were learnt without its document and every tenth one from there."""
    score = np.zeros(len(found))
    for fold in range(FOLDS):
        test = document % FOLDS == fold
        score[test] = signs[test] @ fit(signs[~test], found[~test], weights[~test], ridge)
    return score
