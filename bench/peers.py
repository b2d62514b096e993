"""briefing's methods beside other summarizers, in one run: ROUGE against the first three sentences, and time as a ratio.

Each gets the same articles and is asked for three sentences. sumy's classes are as they come, with sumy's stemmer and stop words, and get our
sentences and words, because its own need data files of NLTK; newspaper4k gets our sentences for the same reason, and "-" where there is no
title, without which it does nothing. lede counts characters: it gets as many as the first three sentences have. pytextrank needs a parse, which
is part of its time; lede splits the text itself; everything else is timed after the split. What is not installed is said and left out.

    python bench/peers.py [--data FILE] [--limit 445] [--sentences 1000] [--write]

The articles are those of CNN in ../shared/data/summaries.dev.jsonl that nothing was fitted on, the long text is made of their sentences.
With --write the table goes to docs/summarizers.toml, which the README shows.
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import sys
import time
import warnings
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import pipeline
from briefing.evaluation.intervals import find_differences
from briefing.evaluation.rouge import Rouge, RougeScores
from briefing.model.text import Document, Source
from briefing.selection import words
from briefing.selection.prose import prose_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Summarizer = Callable[[Document], list[str]]

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "summaries.dev.jsonl"
TABLE = ROOT / "docs" / "summarizers.toml"
WANTED = 3
OURS = ("consensus", "lead", "lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction")
SUMY = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}
# They take many minutes for a long text.
NEVER_LONG = ("sumy kl", "sumy lsa")
BASELINE, UNIT = "briefing lead", "briefing consensus"


def texts_of(document: Document) -> list[str]:
    """The sentences that may be chosen, each on one line."""
    return [" ".join(document.text_of(sentence.span).split()) for sentence in prose_sentences(document)]


def ours(method: str) -> Summarizer:
    """One of briefing's methods."""

    def choose(document: Document) -> list[str]:
        return [line.text for line in pipeline.summary_lines(pipeline.rank(document, method, WANTED))]

    return choose


def by_sumy(method: str) -> Summarizer:
    """One of sumy's classes."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415 - a peer may be missing
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415
    from sumy.utils import get_stop_words  # noqa: PLC0415

    module, name = SUMY[method]
    summarizer: Any = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def choose(document: Document) -> list[str]:
        sentences = [Sentence(text, words.WordTokenizer()) for text in texts_of(document)]
        return [str(sentence) for sentence in summarizer(ObjectDocumentModel([Paragraph(sentences)]), WANTED)]

    return choose


def by_lede() -> Summarizer:
    """The package lede: TF-IDF, within a number of characters."""
    import lede  # noqa: PLC0415

    def choose(document: Document) -> list[str]:
        length = len(" ".join(texts_of(document)[:WANTED]))
        summary = lede.summarize(document.source.text, max_length=length).summary
        return texts_of(pipeline.segment_source(Source.from_text(summary)))

    return choose


def by_newspaper() -> Summarizer:
    """The package newspaper4k: place, title, frequent words."""
    from newspaper import nlp  # noqa: PLC0415
    from newspaper.text import StopWords  # noqa: PLC0415

    stop_words = StopWords("en")

    class Splitter:
        """Stands in for Punkt's data files, which no package carries."""

        sentences: tuple[str, ...] = ()

        def tokenize(self, _text: str) -> tuple[str, ...]:
            """The sentences of the document at hand."""
            return self.sentences

    splitter = nlp.split_sentences._tokenizer = Splitter()  # noqa: SLF001 - its own cache

    def choose(document: Document) -> list[str]:
        splitter.sentences = tuple(texts_of(document))
        return list(nlp.summarize(document.source.title or "-", document.source.text, stop_words, WANTED))

    return choose


def by_pytextrank() -> Summarizer:
    """The package pytextrank, on the model that briefing uses."""
    import pytextrank  # noqa: F401, PLC0415 - registers its part of the pipeline
    import spacy  # noqa: PLC0415

    parse = spacy.load(pipeline.DEFAULT_MODEL)
    parse.add_pipe("textrank")

    def choose(document: Document) -> list[str]:
        found = parse(document.source.text)._.textrank.summary(
            limit_phrases=10, limit_sentences=WANTED, preserve_order=True
        )
        return [" ".join(str(sentence).split()) for sentence in found]

    return choose


def summarizers() -> Iterator[tuple[str, Summarizer]]:
    """The summarizers that are there; one line on standard error for each that is not."""
    yield from ((f"briefing {method}", ours(method)) for method in OURS)
    yield from ((f"sumy {method}", by_sumy(method)) for method in SUMY)
    others = (
        ("lede", "lede", by_lede),
        ("newspaper4k", "newspaper", by_newspaper),
        ("pytextrank", "pytextrank", by_pytextrank),
    )
    for name, module, make in others:
        if find_spec(module) is None:
            print(f"{name}: not installed, left out; `make peers` installs it", file=sys.stderr)
        else:
            yield name, make()


def timed(choose: Summarizer, document: Document) -> tuple[list[str], float]:
    """What a summarizer chooses, and how many milliseconds it takes for a text of which it remembers nothing."""
    for remembered in (words.stem, words.content_stems):
        remembered.cache_clear()
    begun = time.perf_counter()
    chosen = choose(document)
    return chosen, 1000 * (time.perf_counter() - begun)


def long_text(documents: list[Document], count: int) -> Document:
    """A document of about so many sentences of articles."""
    paragraphs: list[str] = []
    for document in documents:
        if len(paragraphs) >= count:
            break
        paragraphs += texts_of(document)
    return pipeline.segment_source(Source.from_text("\n\n".join(paragraphs[:count])))


def measure(rows: list[dict[str, Any]], sentences: int) -> list[dict[str, Any]]:
    """A row for each summarizer, the best first."""
    rouge = Rouge()
    found = dict(summarizers())
    documents = [pipeline.segment_source(Source.from_text(row["text"], title=row.get("title") or "")) for row in rows]
    scores: dict[str, list[RougeScores]] = {name: [] for name in found}
    times: dict[str, list[float]] = {name: [] for name in found}
    for choose in found.values():
        choose(documents[0])
    # Whatever else the machine does meanwhile concerns all of them alike.
    for number, (row, document) in enumerate(zip(rows, documents, strict=True), start=1):
        for name, choose in found.items():
            chosen, ms = timed(choose, document)
            scores[name].append(rouge.score([row["reference"]], chosen))
            times[name].append(ms)
        if sys.stderr.isatty():
            print(f"\r{number} of {len(rows)}", end="", file=sys.stderr)
    book = long_text(documents, sentences)
    long_times = {name: timed(choose, book)[1] for name, choose in found.items() if name not in NEVER_LONG}
    medians = {name: statistics.median(of_name) for name, of_name in times.items()}
    lead = [score.mean for score in scores[BASELINE]]
    table = []
    for name, of_name in scores.items():
        means = [sum(column) / len(column) for column in zip(*of_name, strict=True)]
        gain = find_differences({"": [score.mean - base for score, base in zip(of_name, lead, strict=True)]})[""]
        table.append(
            {
                "name": name,
                "rouge": [round(mean, 1) for mean in means],
                "minus_lead": [round(figure, 1) for figure in gain],
                "ms": round(medians[name], 1),
                "times": round(medians[name] / medians[UNIT], 2),
                **(
                    {"long_ms": round(long_times[name]), "long_times": round(long_times[name] / long_times[UNIT], 2)}
                    if name in long_times
                    else {}
                ),
            }
        )
    return sorted(table, key=lambda row: -sum(row["rouge"]))


def written(table: list[dict[str, Any]], articles: int, sentences: int) -> str:
    """The table as TOML."""
    versions = []
    for package in ("sumy", "lede", "newspaper4k", "pytextrank"):
        try:
            versions.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    lines = [
        "# Written by bench/peers.py --write: briefing's methods beside other summarizers, all measured in one run on one machine.",
        f"articles = {articles}",
        f"sentences = {sentences}",
        f"versions = {json.dumps(versions)}",
        "summarizers = [",
        *("    { " + ", ".join(f"{key} = {json.dumps(value)}" for key, value in row.items()) + " }," for row in table),
        "]",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="the articles, in the form of summaries.dev.jsonl")
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--sentences", type=int, default=1000, help="the length of the long text")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    if not arguments.data.exists():
        print(f"{arguments.data.name} is not there: nothing to measure", file=sys.stderr)
        return
    with arguments.data.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["slice"] == "eval" and "cnn" in row["source"]]
    rows = rows[: arguments.limit]
    table = measure(rows, arguments.sentences)
    if arguments.write:
        TABLE.write_text(written(table, len(rows), arguments.sentences), encoding="utf-8")
    print(
        f"{len(rows)} articles, {WANTED} sentences each; long: {arguments.sentences} sentences; times as long as {UNIT}\n"
    )
    print("| | ROUGE-1/2/Lsum | against lead | ms | times | long ms | times |\n|---|---|---|---:|---:|---:|---:|")
    for row in table:
        gain, low, high = row["minus_lead"]
        figures = "/".join(f"{figure:.1f}" for figure in row["rouge"])
        print(
            f"| {row['name']} | {figures} | {gain:+.1f} [{low:+.1f}, {high:+.1f}] | {row['ms']:.1f} | {row['times']:.2f} | "
            f"{row.get('long_ms', '')} | {row.get('long_times', '')} |"
        )


if __name__ == "__main__":
    main()
