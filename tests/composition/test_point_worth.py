"""How much a sentence belongs among the key points."""

from __future__ import annotations

import pytest

import briefing
from briefing.composition.lines import Lines
from briefing.composition.point_worth import PointWorth, is_voice
from briefing.composition.points import bottom_line, points
from briefing.model.text import Source
from briefing.selection import select_sentences

TEXT = (
    "The port of Skarn closed on Friday after two ferries ran aground. "
    "We all love the sea, and I often think of you when the boats come in. "
    "The harbour master said that 2,400 passengers were waiting for the next boat. "
    "Why the ferries left the channel is not known."
)


def _lines(text: str = TEXT) -> Lines:
    analysis = briefing.analyse(Source.from_text(text, title="Ferries run aground at Skarn"))
    return Lines(analysis, select_sentences(analysis.document, sentences=14, analysis=analysis))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are late,” she said.", True),
        ("Maybe you and your friends went there.", True),
        ("The owner of it said “we are late”.", False),
        ("The ferry sank.", False),
    ],
)
def test_a_voice_is_known_by_its_first_words(text: str, expected: bool) -> None:
    """A quotation mark at the opening, or the writer and the reader among the first words."""
    assert expected is is_voice(text)


@pytest.mark.model
def test_figures_and_what_is_open_are_worth_more_than_a_remark() -> None:
    """Of sentences of the same rank the one that counts and the one that is open go before the one that chats."""
    lines = _lines()
    worth = PointWorth(lines)
    _, remark, count, unknown = (worth(sentence) for sentence in lines.document.sentences)
    assert remark < min(count, unknown)
    assert all(0 < value < 1 for value in (remark, count, unknown))


@pytest.mark.model
def test_one_point_does_not_say_another_again() -> None:
    """A sentence most of whose words stand in a better one is no point of its own."""
    text = TEXT + " The harbour master said that 2,400 passengers were still waiting for the boat."
    lines = _lines(text)
    shown = [line.text for line in points(lines, ())]
    assert sum("2,400 passengers" in line for line in shown) == 1


@pytest.mark.model
def test_the_bottom_line_is_nobodys_remark() -> None:
    """A feature that opens with a voice has its news in a later sentence of its lead."""
    text = (
        "“I thought that I would drown out there in the cold water,” Ida Solberg said. "
        "A ferry with forty passengers sank off Skarn on Friday, and all were saved. "
        "The coastguard sent two helicopters from the base at Norhavn. "
        "The owner will inspect its other ferries this week. "
        "A court in Skarn opened an inquiry into the loss of the ferry."
    )
    bottom = bottom_line(_lines(text))
    assert bottom is not None
    assert bottom.text.startswith("A ferry")
