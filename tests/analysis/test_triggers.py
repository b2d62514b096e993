"""Which words name events."""

from __future__ import annotations

import pytest

from briefing.analysis.triggers import find_triggers, trigger_lemma
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The army attacked the town.", ["attacked"]),
        ("The attack on the town killed nine people.", ["attack", "killed"]),
        ("The ferry has been sailing for years.", ["sailing"]),
        ("The minister is a lawyer.", []),
        ("The trade minister met the fire chief.", ["met"]),
        ("They plan to sign the accord.", ["plan", "sign", "accord"]),
        ("The occupation of the harbour ended.", ["occupation", "ended"]),
        ("The government of the island resigned.", ["resigned"]),
        ("Two sailors were found dead and a third is missing.", ["found", "dead", "missing"]),
        ("The minister is tall.", []),
        ("The islanders want a new ferry.", ["want"]),
        ("The guide has included a map.", []),
    ],
)
def test_triggers(text: str, triggers: list[str]) -> None:
    """Verbs and event nouns are events; and predicates that tell how somebody fares; auxiliaries, copulas and nouns of a kind are not."""
    assert triggers == [token.text for sentence in parsed(text).sentences for token in find_triggers(sentence.tokens)]


def test_a_phrasal_verb_has_its_particle() -> None:
    """The lemma of "shot down" is "shoot down"."""
    tokens = parsed("The rebels shot down a helicopter.").sentences[0].tokens
    assert [trigger_lemma(token) for token in find_triggers(tokens)] == ["shoot down"]
