"""Where things stand in a TOML text."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.toml_lines import find_lines

TEXT = '''\
title = "a # b"  # [[row]]
[table]
"a key".deep = [1, [
  2], """
[[row]] "quoted\\"""""",
  3.5]
[[row]]
name = 'x'
[row.under]
kind = 1979-05-27 07:32:00
[[row]]
name = \'\'\'y
name = "z"\'\'\'
inline = { "b" = 1, c = [ true ] }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("table",), 2),
        (("table", "a key", "deep"), 3),
        (("table", "a key", "deep", 1, 0), 4),
        (("table", "a key", "deep", 2), 4),
        (("table", "a key", "deep", 3), 6),
        (("row", 0), 7),
        (("row", 0, "name"), 8),
        (("row", 0, "under", "kind"), 10),
        (("row", 1, "name"), 12),
        (("row", 1, "inline", "c", 0), 14),
        (("row", 1, "not there"), 11),
        (("nowhere", 3), 1),
    ],
)
def test_a_line_is_that_of_the_value(path: tuple[str | int, ...], line: int) -> None:
    """Strings over several lines, comments, quoted keys and nested lists do not move the count."""
    assert tomllib.loads(TEXT)
    assert line == find_lines(TEXT).line_of(path)


@given(st.lists(st.sampled_from(list("[]{}=\"'#.,\n a1\\")), max_size=40).map("".join))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """Whatever the text, the search ends and gives a line of it."""
    assert 1 <= find_lines(text).line_of(("a", 0)) <= text.count("\n") + 1
