"""Measures the ranking of sentences: each method on articles, LexRank beside sumy's own, and very long texts with the memory they take.

    python bench/methods.py [--articles 60] [--rounds 5] [--beside 1000] [--long 20000,40000] [--methods lexrank,consensus]

Everything is measured after segmentation and in one run. "cpu" are the processor's milliseconds (user and system), which a busy machine
changes little, "wall" those of the clock; of several rounds the least counts. Before each round forgotten is which words a sentence has;
the stems of words are kept, as in a process that summarizes article after article. The articles are those of
../shared/data/summaries.dev.jsonl, or the samples where it is not there; the long texts are the same articles one after another. Each
long text is ranked in a process of its own, whose greatest memory is shown with what the program takes before it ranks anything.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import time
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, groupby, islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from briefing.model.text import Source
from briefing.segment import segment_source
from briefing.selection import METHODS, select_sentences
from briefing.selection.prose import prose_sentences
from briefing.selection.words import WordTokenizer, content_stems, stem, stop_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.model.text import Document

__all__ = ["Spent", "main", "spent_on"]

_ROOT = Path(__file__).parent.parent
_ARTICLES = _ROOT / ".." / "shared" / "data" / "summaries.dev.jsonl"
_TARGET = {"consensus": 5.0}
_MEBIBYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Spent:
    """What a piece of work took.

    Attributes:
        cpu: Seconds of the processor, user and system.
        wall: Seconds of the clock.
    """

    cpu: float
    wall: float


def spent_on(work: Callable[[], object]) -> Spent:
    """What a piece of work takes."""
    content_stems.cache_clear()
    started, clock = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - started, time.perf_counter() - clock)


def _least(spent: Sequence[Spent]) -> Spent:
    """The least of several rounds: what a machine that does nothing else would take."""
    return Spent(min(each.cpu for each in spent), min(each.wall for each in spent))


def _texts() -> Iterator[tuple[str, str]]:
    """(title, text) of each article, again from the first after the last."""
    if _ARTICLES.exists():
        with _ARTICLES.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        return cycle([(row.get("title") or "", row["text"]) for row in rows])
    bodies = [path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in sorted((_ROOT / "seeds").glob("*.md"))]
    return cycle([("", body) for body in bodies])


def _long(sentences: int) -> Document:
    """A text of at least so many sentences, and few more."""
    parts: list[str] = []
    count = 0
    for _, text in _texts():
        if count >= sentences:
            break
        parts.append(text)
        count += len(segment_source(Source.from_text(text)).sentences)
    return segment_source(Source.from_text("\n\n".join(parts)))


def _print_articles(methods: Sequence[str], count: int, rounds: int) -> None:
    documents = [segment_source(Source.from_text(text, title=title)) for title, text in islice(_texts(), count)]
    sentences = median(len(document.sentences) for document in documents)
    print(f"{f'{count} articles of {sentences:.0f} sentences, ms':<34} {'cpu':>7} {'wall':>7}")
    for method in methods:
        select_sentences(documents[0], method=method)
        # Article after article in each round: what is kept of the last text is of no use for the next.
        every = [
            [spent_on(partial(select_sentences, each, method=method)) for each in documents] for _ in range(rounds)
        ]
        spent = [_least(of_one) for of_one in zip(*every, strict=True)]
        target = f"   wished: {_TARGET[method]:.0f}" if method in _TARGET else ""
        cells = (1_000 * median(each.cpu for each in spent), 1_000 * median(each.wall for each in spent))
        print(f"{method:<34} {cells[0]:>7.2f} {cells[1]:>7.2f}{target}")


def _print_beside_sumy(count: int, rounds: int) -> None:
    """LexRank by sumy's own class, which is handed the sentences ready made, beside all that ours does with the document."""
    document = _long(count)
    document = replace(document, sentences=prose_sentences(document)[:count])
    other = _long(1)
    ratings: list[float] = []
    plain = spent_on(lambda: ratings.extend(_ratings_by_sumy(document)))
    every = []
    for _ in range(rounds):
        select_sentences(other, method="lexrank")
        every.append(spent_on(partial(select_sentences, document, method="lexrank")))
    ours = _least(every)
    ranks = [rank.sentence for rank in select_sentences(document, method="lexrank").ranks]
    order = sorted(range(len(ratings)), key=lambda index: (-round(ratings[index], 9), index))
    same = ranks == [document.sentences[index].id for index in order]
    print(f"\n{f'LexRank, {len(order):,} sentences, ms':<34} {'cpu':>7} {'wall':>7}")
    print(f"{'sumy':<34} {1_000 * plain.cpu:>7.0f} {1_000 * plain.wall:>7.0f}")
    print(f"{'briefing':<34} {1_000 * ours.cpu:>7.1f} {1_000 * ours.wall:>7.1f}")
    print(f"{'times as fast, wished: 50':<34} {plain.cpu / ours.cpu:>7.0f} {plain.wall / ours.wall:>7.0f}")
    print(f"the same order: {'yes' if same else 'NO'}")


def _ratings_by_sumy(document: Document) -> list[float]:
    """What sumy's class gives each sentence, by our words, stems and stop words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415 - what is measured here may be slow to load
    from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: PLC0415

    tokenizer = WordTokenizer()
    groups = groupby(document.sentences, key=lambda sentence: sentence.paragraph)
    model = ObjectDocumentModel(
        [Paragraph([Sentence(document.text_of(s.span), tokenizer) for s in group]) for _, group in groups]
    )
    summarizer = LexRankSummarizer(stem)
    summarizer.stop_words = stop_words()
    ratings: dict[int, float] = {}

    def keep(infos: Any) -> Any:
        ratings.update((info.order, float(info.rating)) for info in infos)
        return infos

    summarizer(model, keep)
    return [ratings[index] for index in range(len(ratings))]


def _print_long(methods: Sequence[str], sizes: Sequence[int]) -> None:
    processes = multiprocessing.get_context("fork")
    first: dict[str, tuple[int, Spent]] = {}
    for size in sizes:
        document = _long(size)
        print(
            f"\n{f'{len(document.sentences):,} sentences':<24} {'cpu s':>7} {'wall s':>7} {'MB':>6} {'parts':>6}   times as long as the first"
        )
        for method in methods:
            with processes.Pool(1, maxtasksperchild=1) as pool:
                spent, memory, parts = pool.apply(_rank, (document, method))
            sentences, before = first.setdefault(method, (len(document.sentences), spent))
            growth = f"{spent.cpu / before.cpu:.2f} for {len(document.sentences) / sentences:.2f} times the text"
            shown = growth if sentences != len(document.sentences) else ""
            print(
                f"{method:<24} {spent.cpu:>7.2f} {spent.wall:>7.2f} {memory:>6.0f} {parts:>6}   {shown}".rstrip(),
                flush=True,
            )


def _rank(document: Document, method: str) -> tuple[Spent, float, int]:
    """(what ranking a document took, the greatest memory of this process in MB, the number of parts)."""
    rankings: list[Any] = []
    spent = spent_on(lambda: rankings.append(select_sentences(document, method=method)))
    greatest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in kibibytes, macOS in bytes.
    return spent, greatest * (1 if sys.platform == "darwin" else 1_024) / _MEBIBYTE, rankings[0].parts


def main() -> None:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=60, help="how many articles")
    parser.add_argument("--rounds", type=int, default=5, help="how often each article is ranked by each method")
    parser.add_argument(
        "--beside", type=int, default=1_000, help="the sentences of the text that sumy ranks too; 0 for none"
    )
    parser.add_argument("--long", default="20000,40000", help="the sentences of the long texts; 0 for none")
    parser.add_argument("--methods", default="", help="these methods alone, with commas")
    chosen = parser.parse_args()
    methods = [method for method in chosen.methods.split(",") if method] or list(METHODS)
    _print_articles(methods, chosen.articles, chosen.rounds)
    if chosen.beside:
        _print_beside_sumy(chosen.beside, chosen.rounds)
    if chosen.long != "0":
        _print_long(methods, [int(size) for size in chosen.long.split(",")])


if __name__ == "__main__":
    main()
