"""Denials that no "not" beside the verb tells."""

from __future__ import annotations

import pytest

from briefing.analysis.denials import is_barred, is_denied_around
from tests.analysis.reading_of import parsed, token_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The ferry nearly sank.", "sank", True),
        ("The price nearly doubled.", "doubled", False),
        ("The index almost touched 9,000.", "touched", False),
        ("The mill no longer makes paper.", "makes", True),
        ("Neither the mayor nor his lawyer called.", "called", True),
        ("Instead of signing the law, the king left.", "signing", True),
        ("The king has yet to sign the law.", "sign", True),
        ("The bridge was too weak to carry lorries.", "carry", True),
        ("The crew was not able to stop the fire.", "stop", True),
        ("The crew was able to stop the fire.", "stop", False),
        ("The visit did not lead to any talks.", "talks", True),
        ("The visit led to talks.", "talks", False),
        ("There were no talks or meetings.", "meetings", True),
        ("The league called off the match.", "match", True),
        ("The league may call off the match.", "match", False),
        ("The pilot spoke of the aborted landing.", "landing", True),
    ],
)
def test_denial_around(text: str, word: str, expected: bool) -> None:
    """Words around an event deny it: "nearly", "no longer", "neither", "instead of", "yet to", "too ... to", "not able to", "any"."""
    assert expected is is_denied_around(token_of(parsed(text), word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police barred the crowd from reaching the square.", True),
        ("The police want to keep the crowd from reaching the square.", False),
        ("The crowd tired from reaching the square.", None),
    ],
)
def test_barred(text: str, expected: bool | None) -> None:
    """Who was barred from a deed has not done it; who is to be barred may still do it."""
    assert expected is is_barred(token_of(parsed(text), "reaching"))
