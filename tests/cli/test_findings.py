"""`briefing extract`: one kind of finding as a table, with its place."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from briefing.cli.findings import Kind, rows_of
from tests.build import FERRY, analysis

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def _article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", Kind)
def test_rows_of_a_kind_have_the_same_columns(kind: Kind) -> None:
    """Every row has the keys of the first, so that it can be a table; offsets stand for places where they are asked for."""
    found = analysis()
    for offsets in (False, True):
        rows = rows_of(found, kind, offsets=offsets)
        assert all(list(rows[0]) == list(row) for row in rows)
        assert all(("start" in row) == offsets and ("where" in row) != offsets for row in rows)


@pytest.mark.model
@pytest.mark.usefixtures("_article")
@pytest.mark.parametrize("kind", Kind)
def test_json_and_csv_say_the_same(kind: Kind, capsys: Captured) -> None:
    """JSON keeps numbers and nulls, CSV has the same rows as text."""
    assert Exit.FINE == run(["extract", kind.value, "ferry.txt", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    assert Exit.FINE == run(["extract", kind.value, "ferry.txt", "--format", "csv"])
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(table)
    for row, cells in zip(rows, table, strict=True):
        assert list(row) == list(cells)
        assert FERRY[row["start"] : row["end"]]
    for format in ("markdown", "table"):
        assert Exit.FINE == run(["extract", kind.value, "ferry.txt", "--format", format])
        assert capsys.readouterr().out


@pytest.mark.model
@pytest.mark.usefixtures("_article")
def test_several_articles_make_one_table(capsys: Captured) -> None:
    """A first column says which article a row is from."""
    Path("second.txt").write_text(FERRY, encoding="utf-8")
    assert Exit.SOME_FAILED == run(["extract", "actors", "ferry.txt", "second.txt", "missing.txt", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    assert {"ferry.txt", "second.txt"} == {row["article"] for row in rows}


@pytest.mark.model
@pytest.mark.usefixtures("_article")
def test_actors_can_be_explained(capsys: Captured) -> None:
    """Programs get the reasons in the row, with offsets in JSON; readers get them below the table."""
    assert Exit.FINE == run(["extract", "actors", "ferry.txt", "--explain", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    reasons = [reason for row in rows for reason in row["why"]]
    cited = [FERRY[reason["start"] : reason["end"]].lower() for reason in reasons]
    assert all(words.endswith(reason["words"].lower()) for words, reason in zip(cited, reasons, strict=True))
    assert {"acronym", "name"} <= {reason["how"] for reason in reasons}
    assert Exit.FINE == run(["extract", "actors", "ferry.txt", "--explain", "--format", "csv"])
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert any("SU: an acronym given in brackets after the name" in row["why"] for row in table)
    for format in ("markdown", "table"):
        assert Exit.FINE == run(["extract", "actors", "ferry.txt", "--format", format])
        plain = capsys.readouterr().out
        assert Exit.FINE == run(["extract", "actors", "ferry.txt", "--explain", "--format", format])
        explained = capsys.readouterr().out
        assert explained.startswith(plain)
        assert "Why these names" in explained


@pytest.mark.usefixtures("_article")
def test_only_actors_are_explained(capsys: Captured) -> None:
    """`--explain` with another kind is refused before anything is read."""
    assert Exit.USAGE == run(["extract", "dates", "ferry.txt", "--explain"])
    assert (
        "--explain: usage: --explain is for actors; briefing extract actors ... --explain\n" == capsys.readouterr().err
    )


@pytest.mark.model
@pytest.mark.usefixtures("_article")
def test_an_alias_file_joins_names(capsys: Captured) -> None:
    """The row of a listed actor has its names and its kind."""
    Path("names.toml").write_text(
        """[[actor]]\nname = "Seafarers' Union"\nkind = "group"\naliases = ["the ferry union"]\n""", encoding="utf-8"
    )
    assert Exit.FINE == run(["extract", "actors", "ferry.txt", "--aliases", "names.toml", "--format", "json"])
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert ("group", ["ferry union", "SU"]) == (rows["Seafarers' Union"]["kind"], rows["Seafarers' Union"]["also"])
