"""The adapters of sumy's methods: the same orders as sumy's own, in every process, at any size."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import warnings
from dataclasses import replace
from itertools import groupby, islice, pairwise
from pathlib import Path
from typing import Any

import pytest

from briefing.model.text import Document, Source
from briefing.segment import segment_source
from briefing.selection import summarizers
from briefing.selection.prose import prose_sentences
from briefing.selection.summarizers import SUMY_METHODS, SumyText, order_by, orders_by
from briefing.selection.words import WordTokenizer, stem, stop_words

DEVELOPMENT = Path(__file__).parents[2] / ".." / "shared" / "data" / "summaries.dev.jsonl"
# Sums of floats in another order differ in less.
TOLERANCE = 1e-7

SUBJECTS = (
    "The harbour board",
    "A ferry captain",
    "The island council",
    "Nurse Oda Linn",
    "The dredging firm",
    "Nobody in Vellmouth",
)
ACTIONS = ("closed", "repaired", "sold", "inspected", "defended", "counted")
OBJECTS = (
    "the northern quay",
    "four grain barges",
    "its ageing tugs",
    "the lighthouse fund",
    "a disputed bridge",
    "the winter timetable",
)
TAILS = (
    "after the storm",
    "without a vote",
    "for the second year",
    "despite the warnings of the board",
    "on Tuesday",
    "",
)


def invented(count: int, seed: int) -> Document:
    """A document of so many sentences, five a paragraph; some of them occur twice."""
    rng = random.Random(seed)  # noqa: S311 (invented text)
    parts = [[rng.choice(words) for words in (SUBJECTS, ACTIONS, OBJECTS, TAILS)] for _ in range(count)]
    sentences = [" ".join(filter(None, part)) + "." for part in parts]
    paragraphs = [" ".join(sentences[first : first + 5]) for first in range(0, count, 5)]
    return segment_source(Source.from_text("\n\n".join(paragraphs)))


def _least_rounded(divergences: list[float]) -> int:
    """The index of the least, the first of several that are equal to 12 digits."""
    rounded = [round(divergence, 12) for divergence in divergences]
    return rounded.index(min(rounded))


def ratings_by_sumy(method: str, document: Document) -> list[float]:
    """What sumy's own class gives, by our words, stems and stop words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415
    from sumy.summarizers import kl, lex_rank, lsa, luhn, reduction, sum_basic, text_rank  # noqa: PLC0415

    classes = {
        "lexrank": lex_rank.LexRankSummarizer,
        "textrank": text_rank.TextRankSummarizer,
        "lsa": lsa.LsaSummarizer,
        "luhn": luhn.LuhnSummarizer,
        "kl": kl.KLSummarizer,
        "sumbasic": sum_basic.SumBasicSummarizer,
        "reduction": reduction.ReductionSummarizer,
    }
    tokenizer = WordTokenizer()
    groups = groupby(prose_sentences(document), key=lambda sentence: sentence.paragraph)
    model = ObjectDocumentModel(
        [Paragraph([Sentence(document.text_of(s.span), tokenizer) for s in group]) for _, group in groups]
    )
    summarizer = classes[method](stem)
    summarizer.stop_words = stop_words()
    if method == "kl":
        # Divergences that differ in their last bits alone are equal, as are the ratings of the other methods.
        summarizer._find_index_of_best_sentence = _least_rounded
    ratings: dict[int, float] = {}

    def keep(infos: Any) -> Any:
        ratings.update((info.order, float(info.rating)) for info in infos)
        return infos

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        summarizer(model, keep)
    return [ratings[index] for index in range(len(ratings))]


def places_of_best(method: str, document: Document) -> tuple[int, ...]:
    """Our order of a document's sentences."""
    return order_by(method, SumyText.of(document, prose_sentences(document)))


@pytest.mark.parametrize("method", ["lexrank", "textrank", "lsa", "luhn", "reduction"])
@pytest.mark.parametrize(("count", "seed"), [(1, 1), (2, 2), (9, 3), (60, 4)])
def test_rating_methods_keep_the_order_of_sumy(method: str, count: int, seed: int) -> None:
    """Down our order sumy's ratings never rise; where two are equal, the first in the text comes first."""
    document = invented(count, seed)
    ratings = ratings_by_sumy(method, document)
    order = places_of_best(method, document)
    assert sorted(order) == list(range(count))
    for better, worse in pairwise(order):
        assert ratings[better] >= ratings[worse] - TOLERANCE
        if abs(ratings[better] - ratings[worse]) < TOLERANCE / 100:
            assert better < worse


@pytest.mark.parametrize("method", ["kl", "sumbasic"])
def test_picking_methods_keep_the_first_picks_of_sumy(method: str) -> None:
    """A text without ties is picked in the order in which sumy picks it."""
    text = (
        "The Vellmouth ferry sank off the northern quay. Divers raised the ferry within nine days.\n\n"
        "Harbour engineers blame a corroded valve. The valve had passed two inspections, records show.\n\n"
        "Families of the crew want a public inquiry. An inquiry would cost the harbour a million crowns. "
        "The ferry carried grain, timber and forty crates of medicine."
    )
    document = segment_source(Source.from_text(text))
    ratings = ratings_by_sumy(method, document)
    by_sumy = sorted(range(len(ratings)), key=lambda index: -ratings[index])
    assert by_sumy[:4] == list(places_of_best(method, document)[:4])


def expected_order(method: str, document: Document) -> tuple[int, ...]:
    """The order by sumy's own class, ratings compared to 9 digits."""
    ratings = ratings_by_sumy(method, document)
    return tuple(sorted(range(len(ratings)), key=lambda index: (-round(ratings[index], 9), index)))


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="../shared/data is not here: articles are not compared")
@pytest.mark.parametrize("method", ["lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction"])
def test_articles_keep_the_order_of_sumy(method: str) -> None:
    """On development articles the order is sumy's own."""
    with DEVELOPMENT.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 0, None, 90)]
    for row in rows:
        document = segment_source(Source.from_text(row["text"]))
        assert expected_order(method, document) == places_of_best(method, document)


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="../shared/data is not here: articles are not compared")
@pytest.mark.parametrize(
    ("method", "count"),
    [("lexrank", 1_000), ("textrank", 1_000), ("luhn", 1_000), ("sumbasic", 1_000), ("reduction", 400)],
)
def test_a_long_text_keeps_the_order_of_sumy(method: str, count: int) -> None:
    """So many sentences of development articles are ordered as by sumy itself (of LSA, KL and a longer one it takes minutes to ask)."""
    with DEVELOPMENT.open(encoding="utf-8") as lines:
        text = "\n\n".join(json.loads(line)["text"] for line in islice(lines, 60))
    document = segment_source(Source.from_text(text))
    document = replace(document, sentences=prose_sentences(document)[:count])
    assert len(prose_sentences(document)) == count
    assert expected_order(method, document) == places_of_best(method, document)


@pytest.mark.parametrize(("count", "seed"), [(1, 1), (9, 3), (60, 4), (150, 9)])
def test_sumbasic_picks_as_sumy_does(count: int, seed: int) -> None:
    """SumBasic's picks are sumy's to the last one, sentences that occur twice among them."""
    document = invented(count, seed)
    assert expected_order("sumbasic", document) == places_of_best("sumbasic", document)


def test_edmundson_prefers_what_the_title_names() -> None:
    """Edmundson's bonus words come from the title: the sentence that holds them is first, where the place is equal."""
    text = "Rain fell. Wind blew. A valve failed on the ferry. Snow came. Fog stayed."
    document = segment_source(Source.from_text(text, title="Ferry valve failed"))
    assert places_of_best("edmundson", document)[0] == 2


def test_random_depends_on_the_text_alone() -> None:
    """The random order is the same at each call and another for another text."""
    first, second = invented(40, 5), invented(40, 6)
    assert places_of_best("random", first) == places_of_best("random", first)
    assert places_of_best("random", first) != places_of_best("random", second)


@pytest.mark.parametrize("method", SUMY_METHODS)
def test_long_texts_are_ranked_whole(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the largest block every sentence still has one place, and each block gives one of the first."""
    monkeypatch.setattr(summarizers, "LARGEST_PART", 20)
    document = invented(70, 7)
    order = places_of_best(method, document)
    assert sorted(order) == list(range(70))
    if method in {"lexrank", "textrank", "kl", "reduction"}:
        assert {sum(index >= edge for edge in (17, 35, 52)) for index in order[:4]} == {0, 1, 2, 3}


def test_parts_end_with_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of 70 sentences in paragraphs of five is cut nowhere else, as long as the parts are of about equal length."""
    monkeypatch.setattr(summarizers, "LARGEST_PART", 24)
    document = invented(70, 7)
    order = places_of_best("lexrank", document)
    # 70 in three parts would be cut at 23 and 46: after the paragraphs that end at 25 and 45.
    assert sorted(sum(index >= edge for edge in (25, 45)) for index in order[:3]) == [0, 1, 2]
    assert sorted(sum(index >= edge for edge in (25, 45)) for index in order[-5:]) == [0, 0, 2, 2, 2]


def test_methods_together_give_what_each_gives_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What methods share is found once and changes none of their orders, in parts or not."""
    for largest in (2_000, 20):
        monkeypatch.setattr(summarizers, "LARGEST_PART", largest)
        text = SumyText.of(invented(70, 7), prose_sentences(invented(70, 7)))
        alone = {method: order_by(method, text) for method in SUMY_METHODS}
        assert alone == orders_by(SUMY_METHODS, text)


@pytest.mark.parametrize(
    "text", ["", "a", "🙂 🙂", "Fire", "... !!", "x" * 100_000, "好" * 1_000, "The the of. And the of."]
)
@pytest.mark.parametrize("method", SUMY_METHODS)
def test_any_text_is_ordered(method: str, text: str) -> None:
    """Texts in which no word counts are ordered too, without a warning."""
    document = segment_source(Source.from_text(text))
    assert len(prose_sentences(document)) == len(places_of_best(method, document))


PROGRAM = """
import json, sys
from briefing.model.text import Source
from briefing.segment import segment_source
from briefing.selection import METHODS, select_sentences
document = segment_source(Source.from_text(sys.stdin.read(), title="Harbour board sells tugs"))
for method in METHODS:
    ranking = select_sentences(document, method=method, words=60)
    print(method, [(rank.sentence, rank.by) for rank in ranking.ranks], ranking.chosen)
"""


def test_every_method_gives_the_same_bytes_under_every_hash_seed() -> None:
    """Three processes with different PYTHONHASHSEED print the same rankings and choices for each method."""
    text = invented(60, 8).source.text
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "42", "4242")
    }
    assert len(outputs) == 1
    assert all(line.endswith(")") for line in outputs.pop().splitlines())
