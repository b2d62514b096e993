"""What each method costs: milliseconds an article, and beside sumy's own class for 100, 500 and 1,000 sentences.

The long texts are made of the sentences of one invented vocabulary; sumy gets our words and stems, so that only the methods are compared.
sumy's own KL is left out above 100 sentences: it takes minutes.

    python bench/summaries.py [--articles 30] [--sizes 100,500,1000] [--json]
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import statistics
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.text import Document, Source
from briefing.segment import segment_source
from briefing.selection import METHODS, select_sentences
from briefing.selection.prose import prose_sentences
from briefing.selection.words import WordTokenizer, stem, stop_words

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[2] / "shared" / "data" / "summaries.dev.jsonl"
SUMY = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}
LONGEST_FOR_SUMYS_KL = 100


def milliseconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def invented(count: int) -> Document:
    """A document of so many sentences of 8 to 24 words out of 3,000, frequent and rare ones as in a language."""
    rng = random.Random(count)  # noqa: S311 (invented text)
    syllables = ("ba", "den", "for", "gul", "hem", "ki", "lor", "mas", "nu", "pel", "rin", "sto", "tam", "ve", "wix")
    words = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(3_000)]
    weights = [1 / place for place in range(1, len(words) + 1)]
    sentences = [" ".join(rng.choices(words, weights, k=rng.randint(8, 24))).capitalize() + "." for _ in range(count)]
    return segment_source(Source.from_text("\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, count, 4))))


def by_sumy(method: str, document: Document) -> object:
    """The choice of sumy's own class."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415

    module, name = SUMY[method]
    summarizer: Any = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(stem)
    summarizer.stop_words = stop_words()
    sentences = [Sentence(document.text_of(sentence.span), WordTokenizer()) for sentence in prose_sentences(document)]
    return summarizer(ObjectDocumentModel([Paragraph(sentences)]), 3)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--sizes", default="100,500,1000")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    result: dict[str, dict[str, float]] = {method: {} for method in METHODS}
    if DATA.exists():
        lines = DATA.open(encoding="utf-8")
        documents = [
            segment_source(Source.from_text(json.loads(line)["text"]))
            for line, _ in zip(lines, range(arguments.articles), strict=False)
        ]
        for method in METHODS:
            select_sentences(documents[0], method=method)
            times = [milliseconds(lambda d=document, m=method: select_sentences(d, method=m)) for document in documents]
            result[method]["article ms"] = round(statistics.median(times), 1)
    for size in map(int, arguments.sizes.split(",")):
        document = invented(size)
        for method in METHODS:
            ours = milliseconds(lambda d=document, m=method: select_sentences(d, method=m))
            result[method][f"{size} ms"] = round(ours, 1)
            if method in SUMY and not (method == "kl" and size > LONGEST_FOR_SUMYS_KL):
                theirs = milliseconds(lambda d=document, m=method: by_sumy(m, d))
                result[method][f"{size} sumy ms"] = round(theirs, 1)
                result[method][f"{size} times"] = round(theirs / ours, 1)
    if arguments.json:
        print(json.dumps(result))
        return
    columns = list(dict.fromkeys(column for row in result.values() for column in row))
    print("| | " + " | ".join(columns) + " |\n|---" + "|---" * len(columns) + "|")
    for method, row in result.items():
        print(f"| {method} | " + " | ".join(str(row.get(column, "")) for column in columns) + " |")


if __name__ == "__main__":
    main()
