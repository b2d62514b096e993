"""Events: who did what to whom, in which words."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.reading_of import event_of, events_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        ("The union rejected the offer, a spokesman said.", "rejected", "The union rejected the offer"),
        ("The spokesman said that the union rejected the offer.", "rejected", "the union rejected the offer"),
        (
            "When the storm hit the coast, the ferry returned to the harbour.",
            "returned",
            "the ferry returned to the harbour",
        ),
        ("The crew left the ship and swam to the beach.", "swam", "The crew … swam to the beach"),
        ("The company agreed to sell the yard to a bank.", "sell", "The company agreed to sell the yard to a bank"),
        (
            "The mayor, who had resigned in May after a long dispute, opened the bridge.",
            "opened",
            "The mayor … opened the bridge",
        ),
        ("However, the court upheld the ban.", "upheld", "the court upheld the ban"),
    ],
)
def test_the_clause_tells_the_event_alone(text: str, trigger: str, clause: str) -> None:
    """Attribution, subordinate clauses and asides are left out; a coordinated verb keeps its subject."""
    read, event = event_of(text, trigger)
    assert clause == " … ".join(read.document.text_of(part) for part in event.parts)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        ("The army attacked the town.", "attacked", "army", "town"),
        ("The town was attacked by the army.", "attacked", "army", "town"),
        ("The town was attacked.", "attacked", None, "town"),
        ("The crew left the ship and painted the hall.", "painted", "crew", "hall"),
        ("The man who robbed the bank fled.", "robbed", "man", "bank"),
        ("The army's attack on the town failed.", "attack", "army", "town"),
    ],
)
def test_participants(text: str, trigger: str, who: str | None, whom: str | None) -> None:
    """Who does it and to whom, in the passive and in shared subjects too."""
    read, event = event_of(text.replace("'", "’"), trigger)
    words = [read.document.text_of(span) if span else None for span in (event.who, event.whom)]
    assert [who, whom] == words


def test_a_retelling_points_to_the_first_telling() -> None:
    """The same verb with the same object is the same event; another object is another."""
    _, events = events_of(
        "The army bombed the bridge.\n\nThe army bombed the bridge at dawn.\n\nThe army bombed the school."
    )
    assert [event.same_as for event in events if event.lemma == "bomb"] == ["", events[0].id, ""]


def test_ids_follow_the_text() -> None:
    """Events are numbered in text order."""
    _, events = events_of("The army attacked. The rebels fled.")
    assert [(event.id, event.lemma) for event in events] == [("e1", "attack"), ("e2", "flee")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("abT .,\n\"'-%1é\u202e“”"), max_size=150))
def test_events_are_found_in_any_text(text: str) -> None:
    """Odd text yields fewer events, and every event's words lie in one sentence."""
    read, events = events_of(text)
    for event in events:
        sentence = read.document.sentence(event.citations[0].sentence).span
        assert all(part in sentence for part in event.parts)
