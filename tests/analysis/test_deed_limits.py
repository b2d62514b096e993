"""Which words keep a clause from telling a deed."""

from __future__ import annotations

import pytest

from briefing.analysis.deed_limits import far_pronoun, quoted_passages
from briefing.model.text import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it ``the best ferry there is'' and left.", ["``the best ferry there is''"]),
        (
            "“We sold the old ferry.\n\n“Nobody came to buy it.” They left.",
            ["“We sold the old ferry.\n\n“Nobody came to buy it.”"],
        ),
        ('A so-called "grey ferry" sank.', []),
        ("``Nothing closes these words and they go on.", []),
    ],
)
def test_passages_in_marks(text: str, expected: list[str]) -> None:
    """Marks of every kind hold somebody's sentence, over paragraphs too; a term of few words is the author's."""
    assert expected == [text[start:end] for start, end in quoted_passages(text)]


@pytest.mark.parametrize(
    ("gap", "end", "expected"),
    [
        ("on the crews of the six old ferries ", "by cutting their pay", True),
        ("on the crews of the six old ferries ", "by cutting the pay", False),
        ("on the crews ", "by cutting their pay", False),
    ],
)
def test_a_pronoun_behind_a_wide_gap_has_nobody(gap: str, end: str, *, expected: bool) -> None:
    """A gap of a few words is closed on the card; behind a wide one a pronoun may stand for what was left out."""
    text = f"put pressure {gap}{end}"
    at = len("put pressure ") + len(gap)
    assert far_pronoun(text, (Span(0, len("put pressure")), Span(at, len(text))), 0) is expected
