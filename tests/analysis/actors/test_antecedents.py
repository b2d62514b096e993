"""Whom "he" and "she" are tied to, and where nobody is: sentences that were invented for these tests."""

from __future__ import annotations

import pytest

from briefing.analysis.actors import find_actors
from briefing.analysis.parse import parse_document
from tests.build import document

pytestmark = pytest.mark.model


def tied(text: str) -> list[tuple[str, str]]:
    """(pronoun, name) for every pronoun that is tied, in text order."""
    found = [
        (mention.span.start, text[mention.span.start : mention.span.end], actor.name)
        for actor in find_actors(parse_document(document(text)))
        for mention in actor.mentions
        if mention.how == "pronoun"
    ]
    return [(pronoun, name) for _, pronoun, name in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Solberg closed the harbour. She left on Monday.", [("She", "Ida Solberg")]),
        ("Ida Solberg said that she would leave.", [("she", "Ida Solberg")]),
        ("Abraham Berg met Ida Solberg in Oslo. Her novel sold well.", [("Her", "Ida Solberg")]),
        ("Ida Solberg met Jonas Berg in Oslo. He left on Monday.", [("He", "Jonas Berg")]),
    ],
)
def test_the_only_one_who_fits_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    """A pronoun means the subject of a clause around it, or the only person of its gender before it."""
    assert expected == tied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Solberg sat down. Nora Lund sang and Anna Berg danced. She left on Monday.",
        "Ida Solberg ran the port. The nominee of the union came next. She will hire cooks.",
        "Nora Lund reported from Skarn:\n\n“The woman sat in her kitchen. She had been ill. She liked the sea.”",
        'Nora Lund reported from Skarn. "The woman sat in the kitchen. She had been ill. She liked the sea.',
    ],
)
def test_nobody_is_meant_where_two_may_be(text: str) -> None:
    """No pronoun is tied where two fit, where somebody else is the subject since, or within words in marks."""
    assert [] == tied(text)


def test_a_mark_that_is_missing_silences_no_paragraph_after_it() -> None:
    """A quotation that nothing closes ends with its paragraph."""
    text = '"Nobody came.\n\nIda Solberg closed the harbour. She left on Monday.'
    assert [("She", "Ida Solberg")] == tied(text)
