"""`briefing evaluate`: methods beside the lead on a corpus, in each format, and what is said of bad rows."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from briefing.cli import evaluations
from briefing.cli.application import run
from briefing.cli.exits import Exit
from tests.build import FERRY

Captured = pytest.CaptureFixture[str]

_ROW = {"id": "f", "text": FERRY, "reference": "The ferry union decides on Friday. It rejected the offer."}
_GERMAN = (
    "Die Fähre ist heute wieder zu spät, und niemand weiß, warum das so ist, sagt der Kapitän nach der Ankunft im Hafen. "
    "Auch gestern war sie nicht da, obwohl es im Plan stand, und die Leute mussten lange auf sie warten."
)


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder has a corpus of two good rows, and one with a bad row between them."""
    good = json.dumps(_ROW)
    (tmp_path / "good.jsonl").write_text(f"{good}\n{good}\n", encoding="utf-8")
    (tmp_path / "mixed.jsonl").write_text(f'{good}\n{{"text": "The ferry is late."}}\n{good}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_json_has_every_figure(capsys: Captured) -> None:
    """Corpus, length, baseline, interval, and for each method figures, differences and time."""
    assert Exit.FINE == run(["evaluate", "good.jsonl", "-m", "luhn", "-f", "json", "--sentences", "2"])
    value = json.loads(capsys.readouterr().out)
    assert ("good.jsonl", 2, [], {"sentences": 2}, "lead") == tuple(
        value[key] for key in ("corpus", "articles", "left_out", "asked", "baseline")
    )
    methods = {row["method"]: row for row in value["methods"]}
    assert {"luhn", "lead"} == set(methods)
    assert {"rouge1", "rouge2", "rouge_lsum", "mean"} == set(methods["luhn"]["minus_lead"])
    assert {"mean", "low", "high"} == set(methods["luhn"]["minus_lead"]["mean"])
    assert methods["luhn"]["ms_per_article"] > 0


@pytest.mark.parametrize("format", ["json", "csv", "markdown", "table"])
def test_without_times_every_run_is_the_same(format: str, capsys: Captured) -> None:
    """`--no-times` leaves out all that a clock has a say in."""
    shown = []
    for _ in range(2):
        assert Exit.FINE == run(["evaluate", "good.jsonl", "-m", "all", "-f", format, "--no-times"])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert "ms_per_article" not in shown[0]
    assert "ms" not in shown[0].split()


def test_csv_has_a_row_a_method(capsys: Captured) -> None:
    """Flat columns; what the baseline does not have is empty."""
    assert Exit.FINE == run(["evaluate", "good.jsonl", "-m", "luhn", "-f", "csv", "--words", "30"])
    rows = {row["method"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert ("2", "30") == (rows["luhn"]["articles"], rows["luhn"]["asked_words"])
    assert float(rows["luhn"]["mean_minus_lead_low"]) <= float(rows["luhn"]["mean_minus_lead_high"])
    assert "" == rows["lead"]["mean_minus_lead"]


def test_a_table_tells_better_from_worse(capsys: Captured) -> None:
    """The best first, in the width asked for; the lead is the baseline."""
    assert Exit.FINE == run(["evaluate", "good.jsonl", "-m", "sumbasic", "-f", "table", "--width", "80"])
    lines = capsys.readouterr().out.splitlines()
    assert "2 articles of good.jsonl, each summed up in 3 sentences" == lines[0]
    assert ["lead", "sumbasic"] == [line.split()[0] for line in lines[4:6]]
    assert "(baseline)" in lines[4]
    assert "worse" in lines[5]
    assert max(map(len, lines)) <= 80


def test_the_usual_methods_are_measured_where_none_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """That of the configuration is among them."""
    for configured, expected in (("", {"consensus"}), ("luhn", {"luhn"})):
        monkeypatch.setenv("BRIEFING_METHOD", configured)
        assert Exit.FINE == run(["evaluate", "good.jsonl", "-f", "csv"])
        rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert {"lexrank", "textrank", "lead"} | expected == {row["method"] for row in rows}


def test_bad_rows_are_told_and_left_out(capsys: Captured) -> None:
    """One line each with its place, how many they were, an exit code that says so, and the others measured."""
    assert Exit.SOME_FAILED == run(["evaluate", "mixed.jsonl", "-m", "lead", "-f", "json"])
    out, err = capsys.readouterr()
    first, second, _ = err.splitlines()
    assert first.startswith("mixed.jsonl:2: row: it has no 'reference'; ")
    assert "mixed.jsonl: left out: 1 of 3 rows" == second
    value = json.loads(out)
    assert 2 == value["articles"]
    assert [{"where": "mixed.jsonl:2", "code": "row", "what": "it has no 'reference'"}] == value["left_out"]


def test_no_good_row_is_nothing(capsys: Captured) -> None:
    """Nothing is printed, and the exit code says that there was nothing."""
    Path("bad.jsonl").write_text("{}\n", encoding="utf-8")
    assert Exit.NOTHING == run(["evaluate", "bad.jsonl"])
    assert "" == capsys.readouterr().out


def test_what_is_no_corpus_is_not_read_to_its_end(capsys: Captured) -> None:
    """After many bad rows without a good one the run ends; only some of them are told."""
    Path("prose.jsonl").write_text("The ferry is late.\n" * 5_000, encoding="utf-8")
    assert Exit.NOTHING == run(["evaluate", "prose.jsonl"])
    lines = capsys.readouterr().err.splitlines()
    assert evaluations._TOLD + 1 == len(lines)
    assert lines[-1].startswith("prose.jsonl: row: none of the first 100 rows can be used; ")


def test_many_bad_rows_are_counted(capsys: Captured) -> None:
    """Beyond the lines that are told, the closing line says how many there were."""
    Path("long.jsonl").write_text(json.dumps(_ROW) + "\n" + "{}\n" * 150, encoding="utf-8")
    assert Exit.SOME_FAILED == run(["evaluate", "long.jsonl", "-m", "lead", "-f", "json"])
    out, err = capsys.readouterr()
    assert "long.jsonl: left out: 150 of 151 rows, 130 of them not named above (-f json names all)" in err
    assert 150 == len(json.loads(out)["left_out"])


def test_another_language_is_left_out(capsys: Captured) -> None:
    """As everywhere, unless it is asked for."""
    Path("german.jsonl").write_text(json.dumps({"text": _GERMAN, "reference": _GERMAN}), encoding="utf-8")
    assert Exit.NOTHING == run(["evaluate", "german.jsonl"])
    assert "german.jsonl:1: not_english: " in capsys.readouterr().err
    assert Exit.FINE == run(["evaluate", "german.jsonl", "--any-language", "-m", "lead"])


def test_a_limit_ends_the_reading(capsys: Captured) -> None:
    """What comes after the last article that is wanted is not looked at."""
    assert Exit.FINE == run(["evaluate", "mixed.jsonl", "--limit", "1", "-m", "lead", "-f", "json"])
    out, err = capsys.readouterr()
    assert 1 == json.loads(out)["articles"]
    assert "note: 1 article: too few for the intervals to be trusted\n" == err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["good.jsonl", "-m", "nosuch"], "there is no method 'nosuch'; there are: "),
        (["good.jsonl", "--sentences", "2", "--words", "9"], "--sentences and --words exclude one another"),
        (["good.jsonl", "-f", "xml"], "there is no format 'xml'"),
        (["good.jsonl", "-o", "good.jsonl", "-f", "csv", "--force"], "it is the article itself"),
    ],
)
def test_a_wrong_call_is_a_usage_error(arguments: list[str], expected: str, capsys: Captured) -> None:
    """Told before any article is read."""
    assert Exit.USAGE == run(["evaluate", *arguments])
    assert expected in capsys.readouterr().err


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """One line that says what to install."""
    monkeypatch.setitem(sys.modules, "rouge_score", None)
    assert Exit.NOTHING == run(["evaluate", "good.jsonl"])
    assert capsys.readouterr().err.endswith('which is not installed; pip install "briefing-cli[evaluate]"\n')


def test_a_file_is_written(capsys: Captured) -> None:
    """The ending gives the format."""
    assert Exit.FINE == run(["evaluate", "good.jsonl", "-m", "lead", "-o", "found.csv"])
    assert "" == capsys.readouterr().out
    assert Path("found.csv").read_text(encoding="utf-8").startswith("method,articles,")
