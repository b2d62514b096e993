"""`briefing extract`: one kind of finding as a table, with its place."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from briefing.cli.finding_rows import Kind, columns_of, rows_of
from briefing.model.dates import Basis, Precision
from tests.build import FERRY, analysis, days, document, span

if TYPE_CHECKING:
    from briefing.model.dates import ResolvedDate

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def _article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("format", ["json", "csv", "markdown", "table"])
def test_rows_of_a_kind_have_the_same_columns(kind: Kind, format: str) -> None:
    """Every row has the keys that are told of the kind, so that it can be a table; programs get offsets, readers places."""
    rows = rows_of(analysis(), kind, format)
    for_programs = format in {"json", "csv"}
    assert all(list(columns_of(kind, format)) == list(row) for row in rows)
    assert all(("start" in row) == for_programs and ("where" in row) != for_programs for row in rows)


def test_events_have_the_columns_of_a_sheet() -> None:
    """Days in ISO form, how exactly they are known, the words that say so, who did what to whom, and the sentence."""
    [row] = rows_of(analysis(), Kind.EVENTS, "csv")
    expected = {
        "id": "e1",
        "first_day": "2024-03-12",
        "last_day": "2024-03-12",
        "precision": "day",
        "approximate": False,
        "date_as_written": "on Tuesday",
        "basis": "relative",
        "status": "happened",
        "trigger": "rejected",
        "who": "Seafarers' Union",
        "whom": "the offer",
        "what": "The Seafarers' Union … rejected the offer on Tuesday",
        "place": None,
        "said_by": None,
        "evidence": "The Seafarers' Union (SU), which represents 1,900 deckhands, rejected the offer on Tuesday.",
        "sentence": "a1.3",
        "start": 154,
        "end": 244,
    }
    assert expected == row


@pytest.mark.parametrize(
    ("when", "written", "shown"),
    [
        (days("2024-03-12"), "12 March", "12 Mar 2024"),
        (days("2024-03-12", basis=Basis.RELATIVE), "Tuesday", "Tue 12 Mar 2024"),
        (days("2024-03-12", basis=Basis.INHERITED), "Tuesday", "12 Mar 2024 (“Tuesday”)"),
        (days("2024-03-01", "2024-03-31", Precision.MONTH, Basis.RELATIVE), "this month", "Mar 2024 (“this month”)"),
        (days("2024-03-12", basis=Basis.PUBLICATION), "", "12 Mar 2024"),
        (days("2024-03-12", basis=Basis.PRESUMED), "", None),
        (None, "", None),
        (None, "Tuesday", "“Tuesday”"),
    ],
)
def test_readers_get_dates_as_a_page_shows_them(when: ResolvedDate | None, written: str, shown: str | None) -> None:
    """The article's words for a date are beside it where it was counted from them and does not hold them."""
    text = f"{FERRY} {written}"
    made = analysis()
    found = replace(made, document=document(text))
    words = span(text, written) if written else None
    [row] = rows_of(
        replace(found, events=(replace(made.events[0], when=when, when_words=words),)), Kind.EVENTS, "table"
    )
    what = "The Seafarers' Union … rejected the offer on Tuesday"
    assert {"when": shown, "what": what, "status": "happened", "where": "¶2.1"} == row


def test_json_has_every_mention_of_an_event() -> None:
    """A retelling names the event that it tells again; in a sheet and for readers it has no row."""
    made = analysis()
    again = replace(made.events[0], id="e2", same_as="e1", trigger=span(FERRY, "offer"))
    said = replace(made.events[0], id="e3", is_speech=True, trigger=span(FERRY, "said"))
    made = replace(made, events=(*made.events, again, said))
    rows = rows_of(made, Kind.EVENTS, "json")
    assert [("e1", None, False), ("e2", "e1", False), ("e3", None, True)] == [
        (row["id"], row["same_as"], row["is_speech"]) for row in rows
    ]
    for format in ("csv", "markdown", "table"):
        assert 1 == len(rows_of(made, Kind.EVENTS, format))


@pytest.mark.model
@pytest.mark.usefixtures("_article")
@pytest.mark.parametrize("kind", Kind)
def test_json_and_csv_say_the_same(kind: Kind, capsys: Captured) -> None:
    """JSON keeps numbers and nulls, CSV has the same rows as text."""
    assert Exit.FINE == run(["extract", kind.value, "ferry.txt", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    assert Exit.FINE == run(["extract", kind.value, "ferry.txt", "--format", "csv"])
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    if kind is Kind.EVENTS:
        # JSON has every mention of an event.
        told = {cells["id"] for cells in table}
        rows = [row for row in rows if row["id"] in told]
    assert len(rows) == len(table)
    for row, cells in zip(rows, table, strict=True):
        assert [key for key in row if key not in {"same_as", "is_speech"}] == list(cells)
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


@pytest.mark.model
@pytest.mark.usefixtures("_article")
def test_events_make_a_calendar(capsys: Captured) -> None:
    """In a file that its ending names, the same as in a pipe; what has no place in it is counted in one line."""
    call = ["extract", "events", "ferry.txt", "--published", "2024-03-14"]
    assert Exit.FINE == run([*call, "-o", "ferry.ics"])
    told = capsys.readouterr().err
    assert re.fullmatch(
        r"note: in the calendar: \d+; left out: \d+ without a date, \d+ dated to more than a month\n", told
    )
    assert Exit.FINE == run([*call, "--format", "ics"])
    data = Path("ferry.ics").read_bytes()
    assert data.decode() == capsys.readouterr().out
    entries: list[Any] = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    shown = {str(entry["DTSTART"].dt): str(entry["STATUS"]) for entry in entries}
    assert {"2024-03-12": "CONFIRMED", "2024-03-15": "TENTATIVE"}.items() <= shown.items()
    assert Exit.USAGE == run([*call, "-o", "ferry.ics"])
    assert "ferry.ics: usage: it exists; use --force\n" == capsys.readouterr().err


@pytest.mark.model
@pytest.mark.usefixtures("_article")
def test_what_would_date_more_events_is_told(capsys: Captured) -> None:
    """Without a day of publication nothing can be counted from it; the line says what to do."""
    assert Exit.SOME_FAILED == run(["extract", "events", "ferry.txt", "missing.txt", "--format", "ics"])
    assert "; --published YYYY-MM-DD dates more\n" in capsys.readouterr().err
    assert Exit.NOTHING == run(["extract", "events", "missing.txt", "-o", "none.ics"])
    assert not Path("none.ics").exists()


@pytest.mark.usefixtures("_article")
@pytest.mark.parametrize(("arguments", "where"), [(["-f", "ics"], "--format"), (["-o", "x.ics"], "x.ics")])
def test_a_calendar_is_for_events(arguments: list[str], where: str, capsys: Captured) -> None:
    """Another kind is refused in one line, before anything is read."""
    assert Exit.USAGE == run(["extract", "actors", "missing.txt", *arguments])
    remedy = "briefing extract events ... -f ics, or choose table, json, csv or markdown"
    assert f"{where}: usage: a calendar is for events; {remedy}\n" == capsys.readouterr().err


@pytest.mark.usefixtures("_article")
def test_a_missing_part_is_told_with_what_installs_it(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is read nor written where icalendar is not installed."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    assert Exit.NOTHING == run(["extract", "events", "missing.txt", "-o", "x.ics"])
    line = "--format ics: missing: calendars are written by 'icalendar', which is not installed"
    assert f'{line}; pip install "briefing-cli[write-ics]"\n' == capsys.readouterr().err
    assert not Path("x.ics").exists()


@pytest.mark.model
def test_a_sheet_has_its_header_where_nothing_is_found(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each kind, also with the column of the article and that of the reasons."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("No.", encoding="utf-8")
    for kind in Kind:
        assert Exit.FINE == run(["extract", kind.value, "a.txt", "--any-language", "--format", "csv"])
        assert f"{','.join(columns_of(kind, 'csv'))}\n" == capsys.readouterr().out
    assert Exit.FINE == run(["extract", "actors", "a.txt", "b.txt", "--any-language", "--explain", "--format", "csv"])
    assert f"article,{','.join(columns_of(Kind.ACTORS, 'csv'))},why\n" == capsys.readouterr().out


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
