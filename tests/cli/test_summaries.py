"""`briefing summarize`: plain summaries, and why they say what they say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from briefing.selection import METHODS, summarizers
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


_TWO = ["-m", "lexrank", "-m", "sumbasic"]


def test_several_methods_stand_side_by_side_in_a_width(capsys: Captured) -> None:
    """Where the width is known each method has a column, and what all chose is said."""
    assert Exit.FINE == run(["summarize", "ferry.txt", *_TWO, "--width", "80", "-f", "text"])
    lines = capsys.readouterr().out.splitlines()
    assert ["lexrank", "sumbasic"] == lines[0].split()
    assert "In all of them: ¶1.2" == lines[-1].strip()
    assert max(map(len, lines)) <= 80


def test_several_methods_stand_one_below_the_other_in_a_pipe(capsys: Captured) -> None:
    """A line a sentence, below the method's name."""
    assert Exit.FINE == run(["summarize", "ferry.txt", *_TWO])
    blocks = capsys.readouterr().out.rstrip("\n").split("\n\n")
    assert ["lexrank", "sumbasic"] == [block.splitlines()[0] for block in blocks]
    assert [4, 4] == [len(block.splitlines()) for block in blocks]


@pytest.mark.parametrize(("articles", "level"), [(["ferry.txt"], "##"), (["ferry.txt", "second.txt"], "###")])
def test_several_methods_are_sections_in_markdown(articles: list[str], level: str, capsys: Captured) -> None:
    """A heading each, and each place once below them; labels of two articles do not meet."""
    Path("second.txt").write_text(FERRY, encoding="utf-8")
    assert Exit.FINE == run(["summarize", *articles, *_TWO, "-f", "markdown"])
    lines = capsys.readouterr().out.splitlines()
    assert [f"{level} lexrank", f"{level} sumbasic"] * len(articles) == [
        line for line in lines if line.startswith(f"{level} ")
    ]
    labels = [line.partition("]:")[0] for line in lines if line.startswith("[^")]
    assert len(set(labels)) == len(labels)
    assert all(any(f"{label}]" in line for line in lines if line.startswith("- ")) for label in labels)


def test_json_names_the_method_of_each_summary(capsys: Captured) -> None:
    """Several summaries are a list, each of the form of one."""
    assert Exit.FINE == run(["summarize", "ferry.txt", *_TWO, "-f", "json"])
    values = json.loads(capsys.readouterr().out)
    assert ["lexrank", "sumbasic"] == [value["method"] for value in values]
    assert all(3 == len(value["sentences"]) for value in values)


@pytest.mark.parametrize("methods", [_TWO, ["-m", "luhn"], ["-m", "luhn", "-m", "luhn"]])
def test_csv_has_a_row_a_sentence(methods: list[str], capsys: Captured) -> None:
    """The method is a column; the offsets are those of the text; a method named twice is there once."""
    assert Exit.FINE == run(["summarize", "ferry.txt", *methods, "-f", "csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    named = list(dict.fromkeys(methods[1::2]))
    assert [name for name in named for _ in range(3)] == [row["method"] for row in rows]
    for row in rows:
        assert row["text"] in FERRY
        assert len(row["text"]) == int(row["end"]) - int(row["start"])


def test_all_is_every_method(capsys: Captured) -> None:
    """Each method once; where there is no room for columns, each sentence has the methods that chose it."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "-m", "all", "-f", "json"])
    assert list(METHODS) == [value["method"] for value in json.loads(capsys.readouterr().out)]
    assert Exit.FINE == run(["summarize", "ferry.txt", "-m", "all", "-f", "text", "--width", "80"])
    assert "of 11: " in capsys.readouterr().out


def test_an_unknown_method_is_told_with_those_there_are(capsys: Captured) -> None:
    """Also beside one that is known."""
    assert Exit.USAGE == run(["summarize", "ferry.txt", "-m", "lead", "-m", "nosuch"])
    assert "there is no method 'nosuch'; there are: lexrank, " in capsys.readouterr().err


def test_explain_goes_below_several_methods(capsys: Captured) -> None:
    """A table for each of them."""
    assert Exit.FINE == run(["summarize", "ferry.txt", *_TWO, "--explain", "-f", "text", "--width", "80"])
    assert 2 == capsys.readouterr().out.count("where  state")


def test_of_a_long_text_is_said_that_it_was_ranked_in_parts(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error and in JSON; nothing is said of one that was ranked as a whole."""
    assert Exit.FINE == run(["summarize", "ferry.txt", "--format", "json"])
    whole = capsys.readouterr()
    assert ("", 1) == (whole.err, json.loads(whole.out)["parts"])
    monkeypatch.setattr(summarizers, "LARGEST_PART", 4)
    assert Exit.FINE == run(["summarize", "ferry.txt", "--format", "json"])
    long = capsys.readouterr()
    assert ("ferry.txt: a long text, ranked in 2 parts\n", 2) == (long.err, json.loads(long.out)["parts"])
