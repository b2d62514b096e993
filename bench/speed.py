"""Measures what a warm `briefing.brief` costs beside the parse alone, and whether the time grows with the text or faster.

    python bench/speed.py [--words 700] [--rounds 7] [--growth 1,2,4,8] [--step 1250] [--stages]

The text is made of the sample articles, one after another. Times are the processor's (user and system), so that a busy machine counts
for little; of several rounds the median counts. The first table is one article of the usual length; the second a text that doubles, with
the milliseconds for 1,000 words: a column that does not rise means that nothing grows faster than the text.
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import briefing
from briefing.analysis.actors import find_actors
from briefing.analysis.parse import parse_document
from briefing.model.text import Source
from briefing.selection import select_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["article", "main"]

_SEEDS = Path(__file__).parent.parent / "seeds"
_TARGETS = {"actors": 0.2, "brief": 1.5}


def article(words: int) -> str:
    """Markdown of about so many words: whole paragraphs of the sample articles, again from the start where they do not suffice."""
    paragraphs: list[str] = []
    count = 0
    for path in cycle(sorted(_SEEDS.glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        _, _, body = text.partition("---\n")[2].partition("---\n")
        for paragraph in body.strip().split("\n\n"):
            if count >= words:
                return "\n\n".join(paragraphs) + "\n"
            paragraphs.append(paragraph)
            count += len(paragraph.split())
    raise AssertionError


def _source(words: int) -> Source:
    return Source.from_text(article(words), title="A text for measuring")


def _milliseconds(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The medians of the processor's milliseconds of some pieces of work, which take turns: a machine is not equally fast all the time."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, run in work.items():
            start = time.process_time()
            run()
            times[name].append(time.process_time() - start)
    return {name: 1_000 * median(spent) for name, spent in times.items()}


def _stages(source: Source) -> dict[str, Callable[[], object]]:
    """The stages by name; those of analysis and of the whole hold the parse."""
    document = briefing.segment.segment_source(source)
    analysis = briefing.analyse(source)
    page = briefing.brief(source)
    parsed = parse_document(document)
    return {
        "parse": lambda: parse_document(document),
        "actors": lambda: find_actors(parsed),
        "segment": lambda: briefing.segment.segment_source(source),
        "segment and analysis": lambda: briefing.analyse(source),
        "selection": lambda: select_sentences(document, sentences=14, analysis=analysis),
        "rendering once": lambda: briefing.render(page),
        "brief": lambda: briefing.brief(source),
    }


def _print_article(words: int, rounds: int) -> None:
    source = _source(words)
    stages = _milliseconds(_stages(source), rounds)
    print(f"{'one article, warm: ' + str(len(source.text.split())) + ' words':<34} {'ms':>8} {'of the parse':>13}")
    for stage, spent in stages.items():
        target = f"   wished: {_TARGETS[stage]:.2f}" if stage in _TARGETS else ""
        print(f"{stage:<34} {spent:>8.1f} {spent / stages['parse']:>13.2f}{target}")


def _print_growth(sizes: list[int], *, stages: bool) -> None:
    names = ("parse", "actors", "segment and analysis", "selection", "brief") if stages else ("brief",)
    print(f"\n{'a text that grows: words':<25} " + " ".join(f"{name + ', ms/1000 words':>37}" for name in names))
    first: dict[str, float] = {}
    for size in sizes:
        source = _source(size)
        words = len(source.text.split())
        spent = _milliseconds(_stages(source) if stages else {"brief": partial(briefing.brief, source)}, 1)
        cells = []
        for name in names:
            each = 1_000 * spent[name] / words
            cells.append(f"{each:>27.1f} ({each / first.setdefault(name, each):>5.2f} x)")
        print(f"{words:<25,} " + " ".join(cells))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--words", type=int, default=700, help="the words of the one article")
    parser.add_argument("--rounds", type=int, default=7, help="how often each stage runs")
    parser.add_argument("--growth", default="1,2,4,8", help="the lengths of the text that grows, in steps")
    parser.add_argument("--step", type=int, default=1_250, help="the words of a step")
    parser.add_argument("--stages", action="store_true", help="show each stage of the text that grows")
    chosen = parser.parse_args()
    _print_article(chosen.words, chosen.rounds)
    _print_growth([chosen.step * int(factor) for factor in chosen.growth.split(",")], stages=chosen.stages)


if __name__ == "__main__":
    main()
