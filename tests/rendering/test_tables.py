"""Single findings and summaries."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.model.brief import Line
from briefing.rendering import render_findings, render_summary
from tests.build import cite, document
from tests.strategies import HOSTILE, texts

ROWS = [
    {"id": "p1", "name": "Ida | Solberg", "aliases": ["A", "B"], "salience": 0.5, "role": None},
    {"id": "p2", "name": "=1+1", "aliases": [], "salience": -1.0, "role": "the *boss*"},
]


def test_csv_is_safe_in_a_spreadsheet() -> None:
    """A cell that a spreadsheet would take for a formula begins with an apostrophe; a number of ours stays one."""
    expected = "id,name,aliases,salience,role\np1,Ida | Solberg,A; B,0.5,\np2,'=1+1,,-1,the *boss*\n"
    assert expected == render_findings("actors", ROWS, "csv")


def test_markdown_is_a_table() -> None:
    """Cells are escaped."""
    expected = (
        "| id | name | aliases | salience | role |\n|---|---|---|---|---|\n"
        "| p1 | Ida \\| Solberg | A; B | 0.5 |  |\n| p2 | \\=1+1 |  | \\-1 | the \\*boss\\* |\n"
    )
    assert expected == render_findings("actors", ROWS, "markdown")


def test_json_keeps_the_values() -> None:
    """The rows themselves."""
    assert json.loads(render_findings("actors", ROWS, "json")) == ROWS


def test_nothing_found_is_no_error() -> None:
    """No rows: an empty CSV, an empty array, a sentence."""
    assert [render_findings("actors", [], format) for format in ("csv", "json", "markdown")] == [
        "",
        "[]\n",
        "No actors found.\n",
    ]


def test_a_sheet_has_its_header_always() -> None:
    """Where nothing was found the columns are told; they also say which keys are shown, in what order."""
    assert "name,id\n" == render_findings("actors", [], "csv", columns=("name", "id"))
    assert "name,id\nIda | Solberg,p1\n" == render_findings("actors", ROWS[:1], "csv", columns=("name", "id"))


def test_an_unknown_format_is_a_usage_error() -> None:
    """The error names those that there are."""
    with pytest.raises(UsageError, match="'xls' is not known"):
        render_findings("actors", ROWS, "xls")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries({"a": texts, "b": texts | st.none() | st.lists(texts)}), min_size=1, max_size=4))
def test_csv_has_no_formula_and_no_control_character(rows: list[dict[str, object]]) -> None:
    """Whatever an article holds, the cells are as many as the keys and none is a formula."""
    text = render_findings("x", rows, "csv")
    assert not any((ord(character) < 32 and character != "\n") or 127 <= ord(character) < 160 for character in text)
    cells = list(csv.reader(io.StringIO(text)))
    assert len(rows) + 1 == len(cells)
    assert all(len(row) == 2 and not cell.startswith(("=", "+", "-", "@")) for row in cells for cell in row)


def _lines() -> tuple[Line, ...]:
    return tuple(Line(words, (cite(_DOCUMENT, words),)) for words in ("One *a*.", "Three."))


_DOCUMENT = document("One *a*. Two.\n\nThree.")


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("terminal", "One *a*. [¶1]\nThree. [¶2]\n"),
        ("markdown", "- One \\*a\\*.[^1.1]\n- Three.[^2.1]\n\n[^1.1]: ¶1, sentence 1\n[^2.1]: ¶2, sentence 1\n"),
    ],
)
def test_a_summary_cites_its_places(format: str, expected: str) -> None:
    """Each sentence with its paragraph, as text or with footnotes."""
    assert expected == render_summary(_lines(), _DOCUMENT, format)


def test_a_summary_as_json_has_offsets() -> None:
    """The quotes are the source's words."""
    first = json.loads(render_summary(_lines(), _DOCUMENT, "json"))[0]
    assert first["citations"][0] == {"sentence": "a1.1", "start": 0, "end": 8, "quote": "One *a*."}


def test_a_summary_in_an_unknown_format_is_a_usage_error() -> None:
    """There are three formats."""
    with pytest.raises(UsageError):
        render_summary(_lines(), _DOCUMENT, "csv")


@pytest.mark.parametrize("words", HOSTILE)
def test_a_summary_shows_no_control_character(words: str) -> None:
    """In the terminal and in Markdown alike."""
    for format_ in ("terminal", "markdown"):
        shown = render_summary((Line(words, ()),), _DOCUMENT, format_)
        assert not any(
            (ord(character) < 32 and character != "\n") or 127 <= ord(character) < 160 for character in shown
        )
