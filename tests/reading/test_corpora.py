"""Rows of a JSON Lines file, and what is said of lines that are none."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import InputError
from briefing.model.corpora import CorpusRow
from briefing.reading.corpora import read_corpus

if TYPE_CHECKING:
    from pathlib import Path

_GOOD = {"id": "f1", "text": "The ferry is late.\n\nNobody knows why.", "reference": "It is late."}


def _read(folder: Path, *lines: object, references_needed: bool = False) -> list[CorpusRow | InputError]:
    """The rows of a file with these lines: bytes as they are, anything else as JSON."""
    data = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path = folder / "corpus.jsonl"
    path.write_bytes(b"\n".join(data) + b"\n")
    return list(read_corpus(str(path), references_needed=references_needed))


def test_a_row_is_an_article_with_its_references(tmp_path: Path) -> None:
    """Title and day come along, the origin is the place in the file, and the text is cleaned as that of any article."""
    row = _GOOD | {
        "title": "Ferry strike",
        "published": "2024-03-14T10:00:00Z",
        "text": "The\u00a0ferry\u200b is late.",
    }
    [found] = _read(tmp_path, row)
    assert isinstance(found, CorpusRow)
    assert (1, "f1", ("It is late.",)) == (found.line, found.id, found.references)
    source = found.source
    assert ("The ferry is late.", "Ferry strike", datetime.date(2024, 3, 14)) == (
        source.text,
        source.title,
        source.published,
    )
    assert "metadata" == source.published_from
    assert source.origin.endswith("corpus.jsonl:1")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"references": ["One.", "Two."]}, ("One.", "Two.")),
        ({"reference": ["One.", "Two."]}, ("One.", "Two.")),
        ({"reference": "One."}, ("One.",)),
        ({"reference": "One.", "references": ["Two."]}, ("Two.",)),
        ({"reference": " - "}, ()),
        ({"reference": None}, ()),
        ({}, ()),
    ],
)
def test_references_may_be_several(fields: dict[str, object], expected: tuple[str, ...], tmp_path: Path) -> None:
    """One text or a list, under either key; what holds no words is none."""
    [row] = _read(tmp_path, {"text": "The ferry is late."} | fields)
    assert isinstance(row, CorpusRow)
    assert expected == row.references


def test_a_row_without_a_name_is_called_by_its_line(tmp_path: Path) -> None:
    """Blank lines count as lines; a number is a name too."""
    rows = _read(tmp_path, {"text": "One."}, b"", {"text": "Two."}, {"id": 7, "text": "Three."})
    assert ["1", "3", "7"] == [row.id for row in rows if isinstance(row, CorpusRow)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"text": "The ferry', "it is not JSON: unterminated string starting at character 10"),
        (b"The ferry is late.", "it is not JSON: expecting value at character 1"),
        (b'{"text": "The caf\xe9 is open."}', "it is not UTF-8 (byte 0xe9 at 18)"),
        (b'{"text": ' + b"[" * 100_000, "it holds a number too long or lists too deep"),
        (b'{"text": ' + b"9" * 10_000 + b"}", "it holds a number too long or lists too deep"),
        ("The ferry is late.", "it is a text, not an object"),
        (None, "it is null, not an object"),
        ({"body": "The ferry is late."}, "it has no 'text'"),
        ({"text": ["The ferry is late."]}, "its 'text' is a list, not a text"),
        ({"text": " \u200b-- "}, "its 'text' holds no words"),
        ({"text": "The ferry is late."}, "it has no 'reference'"),
        (
            {"text": "The ferry is late.", "reference": ["One.", 2]},
            "its 'reference' is neither a text nor a list of texts",
        ),
        (_GOOD | {"title": 5}, "its 'title' is a number, not a text"),
        (_GOOD | {"published": "soon"}, "'published' is no date: 'soon'"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(line: object, expected: str, tmp_path: Path) -> None:
    """The error names file and line, says what is wrong and what to do; the rows around it are there."""
    first, fault, last = _read(tmp_path, _GOOD, line, _GOOD, references_needed=True)
    assert isinstance(first, CorpusRow)
    assert isinstance(last, CorpusRow)
    assert isinstance(fault, InputError)
    assert ("row", expected) == (fault.code, fault.what)
    assert fault.where.endswith("corpus.jsonl:2")
    assert fault.remedy


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """UTF-8 with a mark is UTF-8."""
    [row] = _read(tmp_path, b"\xef\xbb\xbf" + json.dumps(_GOOD).encode())
    assert isinstance(row, CorpusRow)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (json.dumps(_GOOD).encode("utf-16"), "encoding"),
        (json.dumps(_GOOD).encode("utf-16-le"), "binary"),
        (gzip.compress(json.dumps(_GOOD).encode(), mtime=0), "binary"),
        (b'[{"text": "The ferry is late."}]', "no_text"),
    ],
)
def test_another_kind_of_file_is_refused_as_a_whole(content: bytes, code: str, tmp_path: Path) -> None:
    """What is no JSON Lines file in UTF-8 has one error, not one a line."""
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        list(read_corpus(str(path)))
    assert code == caught.value.code
    assert caught.value.remedy


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is told as for articles."""
    codes = []
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(InputError) as caught:
            list(read_corpus(str(path)))
        codes.append(caught.value.code)
    assert ["not_found", "not_a_file"] == codes


def test_a_line_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is kept in memory for one line."""
    from briefing.reading import corpora, files  # noqa: PLC0415 - patched here alone

    path = tmp_path / "corpus.jsonl"
    path.write_text(f"{json.dumps(_GOOD)}\n{'x' * 200}\n", encoding="utf-8")
    monkeypatch.setattr(corpora, "read_lines", lambda origin: files.read_lines(origin, limit=150))
    rows = read_corpus(str(path))
    assert isinstance(next(rows), CorpusRow)
    with pytest.raises(InputError) as caught:
        next(rows)
    assert "too_large" == caught.value.code
    assert caught.value.where.endswith("corpus.jsonl:2")


def test_standard_input_has_lines_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen is standard input, which is called so."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(_GOOD).encode()), encoding="utf-8"))
    [row] = read_corpus("-")
    assert isinstance(row, CorpusRow)
    assert "standard input:1" == row.source.origin
