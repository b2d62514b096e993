"""Clauses that only suppose or define an event."""

from __future__ import annotations

import pytest

from briefing.analysis.conditions import is_condition, is_defined, is_supposed
from tests.analysis.reading_of import parsed, token_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("If the talks fail to end the strike, the port closes.", "end", True),
        ("If the talks fail to end the strike, the port closes.", "closes", False),
        ("Unless the rebels leave, the town is lost.", "leave", True),
        ("The rebels leave.", "leave", False),
    ],
)
def test_condition(text: str, word: str, expected: bool) -> None:
    """A condition reaches from its "if" to the verbs that hang on its verb, not to the main clause."""
    assert expected is is_condition(token_of(parsed(text), word))


def test_a_supposed_deed() -> None:
    """An "if" right before a verb supposes it, also where the parser hung it elsewhere."""
    assert is_supposed(token_of(parsed("If Holm got elected right now - the union would still strike."), "elected"))


def test_a_definition_is_no_deed() -> None:
    """What a doing counts as is a rule."""
    assert is_defined(token_of(parsed("Having a single leaking valve is one strike against the owner."), "strike"))
