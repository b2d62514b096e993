"""`briefing summarize`: plain summaries, and why they say what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from tests.build import FERRY

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder has an article."""
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_a_pipe_gets_a_line_a_sentence(capsys: Captured) -> None:
    """Three sentences by default, in text order, each with its place."""
    assert run(["summarize", "ferry.txt"]) == Exit.FINE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("The ferry union will decide")
    assert lines[0].endswith("[¶1]")


@pytest.mark.parametrize(
    ("arguments", "expected"), [(["--sentences", "2"], 2), (["--words", "1"], 1), (["--percent", "100"], 8)]
)
def test_the_length_can_be_asked_for(arguments: list[str], expected: int, capsys: Captured) -> None:
    """By sentences, by words, or by a share of the article."""
    assert run(["summarize", "ferry.txt", *arguments]) == Exit.FINE
    assert expected == len(capsys.readouterr().out.splitlines())


def test_the_order_may_be_that_of_rank(capsys: Captured) -> None:
    """`--order rank` gives the same sentences, the best first."""
    assert run(["summarize", "ferry.txt", "--format", "json", "--order", "rank", "--sentences", "5"]) == Exit.FINE
    ranks = [sentence["rank"] for sentence in json.loads(capsys.readouterr().out)["sentences"]]
    assert sorted(ranks) == ranks
    assert len(ranks) == 5


def test_json_quotes_the_article(capsys: Captured) -> None:
    """Each sentence has the offsets of its words."""
    assert run(["summarize", "ferry.txt", "--format", "json", "--method", "lexrank"]) == Exit.FINE
    value = json.loads(capsys.readouterr().out)
    assert value["method"] == "lexrank"
    for sentence in value["sentences"]:
        assert sentence["text"] == sentence["citations"][0]["quote"]
        assert sentence["text"] in FERRY


def test_several_articles_have_their_titles_and_their_own_marks(capsys: Captured) -> None:
    """In Markdown no two footnotes share a label."""
    Path("second.txt").write_text(FERRY, encoding="utf-8")
    assert run(["summarize", "ferry.txt", "second.txt", "--format", "markdown"]) == Exit.FINE
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("## ") for line in lines) == 2
    labels = [line.partition("]:")[0] for line in lines if line.startswith("[^")]
    assert 6 == len(set(labels)) == len(labels)


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_explain_shows_each_method_and_the_next_best(format: str, capsys: Captured) -> None:
    """The places that the joined methods gave, and the best sentence that was left out."""
    assert run(["summarize", "ferry.txt", "--explain", "--format", format, "--sentences", "2"]) == Exit.FINE
    out = capsys.readouterr().out
    assert "lexrank" in out
    assert ("left out" in out) or ("next_best" in out)


def test_a_short_text_is_summarized_all_the_same(capsys: Captured) -> None:
    """What is too short for a page has a summary: itself."""
    Path("short.txt").write_text("The ferry is late.", encoding="utf-8")
    assert run(["summarize", "short.txt", "--any-language"]) == Exit.FINE
    assert capsys.readouterr().out.startswith("The ferry is late.")


def test_a_summary_can_be_written_to_a_file() -> None:
    """The ending gives the format; nothing is overwritten without --force."""
    assert run(["summarize", "ferry.txt", "-o", "a.txt"]) == Exit.FINE
    assert run(["summarize", "ferry.txt", "-o", "a.txt"]) == Exit.USAGE
    assert run(["summarize", "ferry.txt", "-o", "a.json", "--force"]) == Exit.FINE
    assert "The ferry union" in Path("a.txt").read_text(encoding="utf-8")
