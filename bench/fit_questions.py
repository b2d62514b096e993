"""Fits the weights by which open questions are ranked, and prints them and what they are worth beside those in force.

Those in force stand in briefing/analysis/question_weights.py: so few pages teach no better order, but they tell which signs matter.

Learns from the gold pages of seeds/ and, where they are present, of ../shared/data/pages.dev.jsonl and the documents labelled in
tests/analysis/question_labels.json: a question of tier 1 counts as wanted, one
of tier 2 as half of it, any other not at all. Logistic regression with a ridge; ten folds by document say what it is worth on unseen ones.

    python bench/fit_questions.py [--ridge 3] [--without SIGN ...]
"""

from __future__ import annotations

import argparse
import datetime
import json
from typing import TYPE_CHECKING, Any

import numpy as np
from gold_pages import DATA, ROOT, fit, gold_pages, held_out

import briefing
from briefing.analysis import questions as module
from briefing.model.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from briefing.model.text import Span

    Vector = npt.NDArray[np.float64]

TIER_1, TIER_2 = 1.0, 0.5
HALF = 2
"""A question found is a gold one where their sentences overlap by half of the shorter one."""


def examples() -> Iterator[tuple[int, dict[str, float], float, float]]:
    """(number of the document, signs, worth, weight by the weights in force) of each question."""
    caught: list[Any] = []
    real = module.signed_questions

    def signed(*args: Any, **options: Any) -> Any:
        caught[:] = real(*args, **options)
        return list(caught)

    module.signed_questions = signed
    number = -1
    for number, (source, page) in enumerate(gold_pages()):
        caught.clear()
        analysis = briefing.analyse(source)
        for question, signs in caught:
            span = analysis.document.sentence(question.citations[0].sentence).span
            tiers = [row["tier"] for row in page["questions"] if _is_same(span, row)]
            worth = {1: TIER_1, 2: TIER_2}[min(tiers)] if tiers else 0.0
            yield number, signs, worth, module.weight_of(signs)
    for at, (source, labels) in enumerate(labelled(), number + 1):
        caught.clear()
        analysis = briefing.analyse(source)
        known = {(start, end): worth / 2 for start, end, worth in labels}
        for question, signs in caught:
            span = analysis.document.sentence(question.citations[0].sentence).span
            if (span.start, span.end) in known:
                yield at, signs, known[span.start, span.end], module.weight_of(signs)


def labelled() -> Iterator[tuple[Source, list[list[int]]]]:
    """The documents of tests/analysis/question_labels.json that are present, with their labels."""
    documents = json.loads((ROOT / "tests" / "analysis" / "question_labels.json").read_text("utf-8"))["documents"]
    for name, wanted in documents.items():
        file = DATA / f"{name}.jsonl"
        if not file.exists():
            continue
        for row in map(json.loads, file.open(encoding="utf-8")):
            if row["id"] in wanted:
                day = datetime.date.fromisoformat(row["published"][:10]) if row.get("published") else None
                yield Source.from_text(row["text"], title=row.get("title") or "", published=day), wanted[row["id"]]


def _is_same(span: Span, row: dict[str, Any]) -> bool:
    shared = min(span.end, row["end"]) - max(span.start, row["start"])
    return shared * HALF >= min(len(span), row["end"] - row["start"])


def report(name: str, score: Vector, worth: Vector, document: Vector) -> None:
    """Prints what share of the tier 1 that was found stands among the first questions."""
    shares = []
    for many in (1, 2, 3):
        first = np.concatenate(
            [
                rows[np.argsort(-score[rows], kind="stable")][:many]
                for number in np.unique(document)
                if (rows := np.where(document == number)[0]).size
            ]
        )
        shares.append(f"first {many}: {100 * (worth[first] == TIER_1).sum() / (worth == TIER_1).sum():.1f} %")
    right = pairs = 0.0
    for number in np.unique(document):
        rows = np.where(document == number)[0]
        better = worth[rows][:, None] > worth[rows][None, :]
        above = score[rows][:, None] - score[rows][None, :]
        right += float((better & (above > 0)).sum() + 0.5 * (better & (above == 0)).sum())
        pairs += float(better.sum())
    print(
        f"# {name}: {', '.join(shares)} of the tier 1 that was found; {100 * right / pairs:.1f} % of {pairs:.0f} pairs in order"
    )


def main() -> None:
    """Fits, cross-validates, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ridge", type=float, default=3.0)
    parser.add_argument("--without", nargs="*", default=[], metavar="SIGN")
    options = parser.parse_args()
    rows = list(examples())
    names = [name for name in rows[0][1] if name not in {"unreadable", *options.without}]
    document = np.array([row[0] for row in rows])
    signs = np.array([[row[1][name] for name in names] for row in rows])
    worth = np.array([row[2] for row in rows])
    weights = np.ones(len(rows))
    # What a reader could not make sense of is put last, whatever its weight.
    hidden = 100 * np.array([row[1]["unreadable"] for row in rows])
    print(f"# {len(rows)} questions of {len(np.unique(document))} gold pages, ridge {options.ridge:g}")
    report("weights in force", np.array([row[3] for row in rows]) - hidden, worth, document)
    report(
        "held out, ten folds by document",
        held_out(signs, worth, weights, document, options.ridge) - hidden,
        worth,
        document,
    )
    print("[question_weights]")
    for name, value in zip(names, fit(signs, worth, weights, options.ridge), strict=True):
        print(f"{name} = {value:.2f}")


if __name__ == "__main__":
    main()
