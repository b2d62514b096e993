"""`briefing summarize`: plain summaries, and why they say what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from briefing.selection import summarizers
from tests.build import FERRY

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder has an article."""
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_a_pipe_gets_a_line_a_sentence(capsys: Captured) -> None:
    """Three sentences by default, in text order, each with its place."""
    assert Exit.FINE == run(["summarize", "ferry.txt"])
    lines = capsys.readouterr().out.splitlines()
    assert 3 == len(lines)
    assert lines[0].startswith("The ferry union will decide")
    assert lines[0].endswith("[¶1]")


@pytest.mark.parametrize(
    ("arguments", "expected"), [(["--sentences", "2"], 2), (["--words", "1"], 1), (["--percent", "100"], 8)]
)
def test_the_length_can_be_asked_for(arguments: list[str], expected: int, capsys: Captured) -> None:
    """By sentences, by words, or by a share of the article."""
    assert Exit.FINE == run(["summarize", "ferry.txt", *arguments])
    assert expected == len(capsys.readouterr().out.splitlines())


def test_the_order_may_be_that_of_rank(capsys: Captured) -> None:
    """`--order rank` gives the same sentences, the best first."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "--format", "json", "--order", "rank", "--sentences", "5"])
    ranks = [sentence["rank"] for sentence in json.loads(capsys.readouterr().out)["sentences"]]
    assert sorted(ranks) == ranks
    assert 5 == len(ranks)


def test_json_quotes_the_article(capsys: Captured) -> None:
    """Each sentence has the offsets of its words."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "--format", "json", "--method", "lexrank"])
    value = json.loads(capsys.readouterr().out)
    assert "lexrank" == value["method"]
    for sentence in value["sentences"]:
        assert sentence["text"] == sentence["citations"][0]["quote"]
        assert sentence["text"] in FERRY


def test_several_articles_have_their_titles_and_their_own_marks(capsys: Captured) -> None:
    """In Markdown no two footnotes share a label."""
    Path("second.txt").write_text(FERRY, encoding="utf-8")
    assert Exit.FINE == run(["summarize", "ferry.txt", "second.txt", "--format", "markdown"])
    lines = capsys.readouterr().out.splitlines()
    assert 2 == sum(line.startswith("## ") for line in lines)
    labels = [line.partition("]:")[0] for line in lines if line.startswith("[^")]
    assert 6 == len(set(labels)) == len(labels)


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_explain_shows_each_method_and_the_next_best(format: str, capsys: Captured) -> None:
    """The places that the joined methods gave, and the best sentence that was left out."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "--explain", "--format", format, "--sentences", "2"])
    out = capsys.readouterr().out
    assert "lexrank" in out
    assert ("left out" in out) or ("next_best" in out)


def test_a_short_text_is_summarized_all_the_same(capsys: Captured) -> None:
    """What is too short for a page has a summary: itself."""
    Path("short.txt").write_text("The ferry is late.", encoding="utf-8")
    assert Exit.FINE == run(["summarize", "short.txt", "--any-language"])
    assert capsys.readouterr().out.startswith("The ferry is late.")


def test_a_summary_can_be_written_to_a_file() -> None:
    """The ending gives the format; nothing is overwritten without --force."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "-o", "a.txt"])
    assert Exit.USAGE == run(["summarize", "ferry.txt", "-o", "a.txt"])
    assert Exit.FINE == run(["summarize", "ferry.txt", "-o", "a.json", "--force"])
    assert "The ferry union" in Path("a.txt").read_text(encoding="utf-8")


def test_of_a_long_text_is_said_that_it_was_ranked_in_parts(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error and in JSON; nothing is said of one that was ranked as a whole."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "--format", "json"])
    whole = capsys.readouterr()
    assert ("", 1) == (whole.err, json.loads(whole.out)["parts"])
    monkeypatch.setattr(summarizers, "LARGEST_PART", 4)
    assert Exit.FINE == run(["summarize", "ferry.txt", "--format", "json"])
    long = capsys.readouterr()
    assert ("ferry.txt: a long text, ranked in 2 parts\n", 2) == (long.err, json.loads(long.out)["parts"])
