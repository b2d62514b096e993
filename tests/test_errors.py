"""What an error says."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError, InputError, MissingPartError, UsageError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            InputError("empty", "the file has no text", where="a.txt", remedy="choose another"),
            "a.txt: empty: the file has no text; choose another",
        ),
        (InputError("binary", "it is an image", where="a.png"), "a.png: binary: it is an image"),
        (UsageError("there is no format 'xyz'"), "usage: there is no format 'xyz'"),
        (
            MissingPartError("the model is not installed", remedy="pip install it"),
            "missing: the model is not installed; pip install it",
        ),
    ],
)
def test_an_error_is_one_line(error: BriefingError, line: str) -> None:
    """The line says where, what kind, what, and what to do; parts that are not known are left out."""
    assert line == str(error)
