"""The core of a clause: what goes, what stays, what is never touched."""

from __future__ import annotations

import pytest

from tests.analysis.reading_of import event_of, events_of

pytestmark = pytest.mark.model


def core_of(text: str, trigger: str) -> str:
    """The core of the event with this trigger as it is shown, or the whole clause where it has none of its own."""
    read, event = event_of(text, trigger)
    return " … ".join(read.document.text_of(part) for part in event.core or event.parts)


@pytest.mark.parametrize(
    ("text", "trigger", "core"),
    [
        (
            "The harbour board approved a new ferry terminal in the old town during a long meeting in the city hall.",
            "approved",
            "The harbour board approved a new ferry terminal",
        ),
        (
            "The driver rammed a lorry packed with gravel into a wall around the depot in the northern town of Halm.",
            "rammed",
            "The driver rammed a lorry packed with gravel into a wall around the depot",
        ),
        (
            "The board of the port, which owns nine piers in the bay, sold its two oldest boats to a scrapyard.",
            "sold",
            "The board of the port … sold its two oldest boats to a scrapyard",
        ),
        ("The council banned lorries in May.", "banned", "The council banned lorries in May"),
    ],
)
def test_circumstances_go_and_what_the_verb_needs_stays(text: str, trigger: str, core: str) -> None:
    """Asides, dates and circumstances are left out of a long clause, the objects of its verb are not; a short one is left alone."""
    assert core == core_of(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        (
            "The port authority of Halm made the decision to close the eastern ferry terminal in the harbour.",
            "made",
            "to close the eastern ferry terminal",
        ),
        (
            "The old ferry terminal in the harbour of Halm will not open before the end of the summer.",
            "open",
            "before the end of the summer",
        ),
        (
            "The owner left the deputy manager of the old shipyard in charge of all sixteen boats in the bay.",
            "left",
            "in charge",
        ),
        (
            "The port police said the crew of the old ferry had put those who were ill in two cabins below deck.",
            "put",
            "those who were ill",
        ),
    ],
)
def test_words_without_which_the_clause_would_say_something_else_stay(text: str, trigger: str, words: str) -> None:
    """What a noun or an idiom needs stays, and a clause that denies or limits loses none of its circumstances."""
    assert words in core_of(text, trigger)


def test_a_core_lies_inside_its_clause() -> None:
    """Every span of a core lies in a part of the clause, in text order, and the trigger is among them."""
    _, events = events_of(
        "On Monday the board of the ferry line, which has twelve ships, sold its oldest boat in a hurry to a "
        "scrapyard in the south, and the union, led by Ida Solberg, called a strike in three ports during the fair."
    )
    cored = [event for event in events if event.core]
    assert cored
    for event in cored:
        assert all(any(span in part for part in event.parts) for span in event.core)
        assert sorted(event.core) == list(event.core)
        assert any(event.trigger in span for span in event.core)
