"""The stages in a row: pages keep to their words, and say how they were made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline
from briefing.errors import TemplateError, UsageError
from briefing.model.text import Source
from briefing.options import Options
from briefing.templates import list_templates, parse_template
from tests.build import FERRY, full_brief

if TYPE_CHECKING:
    from briefing.model.brief import Brief

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.md"))
NAMES = [template.name for template in list_templates(folder=None)]


def budget(source: Source, words: int) -> int:
    """The most words of a page: the template's, or half of the article's where that is less, but never under 120."""
    return min(words, max(120, len(source.text.split()) // 2))


@pytest.mark.model
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", SEEDS[:3], ids=lambda path: path.stem)
def test_a_page_keeps_to_its_words(path: Path, name: str) -> None:
    """The body of every built-in page has at most the words that it may have, and `words` is their number."""
    source = pipeline.read(str(path))
    page = pipeline.brief(source, name)
    shown = pipeline.body_words(str(pipeline.render(page, "markdown")))
    assert shown == page.words
    assert shown <= budget(source, page.plan.words)


def test_a_page_that_does_not_shrink_is_given_ever_fewer_words() -> None:
    """Where fewer words make the same page, a word too long, the search does not creep: it is below 200 after six rounds."""
    page = full_brief()
    tried: dict[int, tuple[int, Brief]] = {}
    allowed = 299
    for _ in range(6):
        tried[allowed] = 300, page
        allowed = pipeline._next(tried, allowed - 1, 299)
    assert allowed < 200
    tried[allowed] = 200, page
    assert allowed < pipeline._next(tried, 299, 299) < min(words for words, (count, _) in tried.items() if count == 300)


@pytest.mark.model
def test_a_page_can_be_asked_to_be_shorter() -> None:
    """`words` goes before the template's own number, and is part of how the page was made."""
    source = pipeline.read(str(SEEDS[0]))
    page = pipeline.brief(source, options=Options(words=130))
    assert page.words <= 130
    assert ("words", "130") in page.made_by.options
    assert page.words < pipeline.brief(source).words


@pytest.mark.model
def test_a_page_says_how_it_was_made() -> None:
    """Version, model and template are named, so that the page can be made again."""
    template = next(item for item in list_templates(folder=None) if item.name == "bluf")
    made_by = pipeline.brief(Source.from_text(FERRY), "bluf").made_by
    assert ("bluf", template.sha256) == (made_by.template, made_by.template_sha256)
    assert made_by.version
    assert made_by.model == pipeline.model_identity()


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", " \n ", "x", "One.", "Ship", "😀", "a" * 5_000, "word " * 3_000, "\ud800", "?\n\n!\n\n…"]
)
def test_any_text_makes_a_page(text: str) -> None:
    """Nothing is too odd for the library: it finds less, and every format can show it."""
    source = Source.from_text(text)
    assert isinstance(pipeline.summarize(source), tuple)
    page = pipeline.brief(source)
    for format in pipeline.FORMATS:
        assert pipeline.render(page, format)


@pytest.mark.model
def test_a_template_that_fails_is_named() -> None:
    """A body with a name that is not there is a fault of the template."""
    template = parse_template(
        '+++\ntitle = "T"\nwords = 100\n[[sections]]\nshows = "points"\n+++\n{{ nothing }}\n', name="own", origin="own"
    )
    with pytest.raises(TemplateError, match="nothing"):
        pipeline.check_template(template, Source.from_text(FERRY))


@pytest.mark.parametrize("method", pipeline.METHODS)
def test_every_method_summarizes_in_text_order(method: str) -> None:
    """Each method gives the number of sentences asked for, cited, in the order of the text."""
    source = Source.from_text(FERRY)
    lines = pipeline.summarize(source, method, 3)
    starts = [line.citations[0].span.start for line in lines]
    assert 3 == len(lines)
    assert sorted(starts) == starts
    for line in lines:
        span = line.citations[0].span
        assert source.text[span.start : span.end] == line.text


def test_words_go_before_sentences() -> None:
    """A summary of so many words has whole sentences within them, and at least one."""
    source = Source.from_text(FERRY)
    assert sum(len(line.text.split()) for line in pipeline.summarize(source, sentences=8, words=40)) <= 40
    assert 1 == len(pipeline.summarize(source, words=1))


def test_an_unknown_method_is_a_usage_error() -> None:
    """A method that is not there is refused."""
    with pytest.raises(UsageError, match="oracle"):
        pipeline.summarize(Source.from_text(FERRY), "oracle")


@pytest.mark.model
def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    """Every format and every method gives the same bytes in processes that order their sets differently."""
    code = (
        "import sys, briefing\n"
        f"source = briefing.read({str(SEEDS[0])!r})\n"
        "page = briefing.brief(source)\n"
        "for format in briefing.FORMATS: sys.stdout.buffer.write(briefing.render(page, format).encode())\n"
        "for method in briefing.METHODS: print(method, briefing.summarize(source, method))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert 1 == len(outputs)
