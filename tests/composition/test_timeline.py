"""The timeline of a page, from a text to its lines."""

from __future__ import annotations

import datetime

import pytest

import briefing

pytestmark = pytest.mark.model


def test_a_headline_is_no_line_of_the_timeline() -> None:
    """It is the page's title, and nobody says that what it tells was on the day of publication."""
    text = (
        "Marstad council sells harbour to foreign bank\n\n"
        "The board of Marstad met on Tuesday. Ada Holm leads the board.\n\n"
        "The crews of Marstad saved forty sailors."
    )
    brief = briefing.brief(briefing.Source.from_text(text, published=datetime.date(2023, 5, 5)))
    assert brief.timeline
    assert "a1.1" not in {citation.sentence for line in brief.timeline for citation in line.citations}


def test_a_beginning_is_told_by_what_began_it() -> None:
    """Of "the siege began when gunmen stormed the hall" and "the siege started at dawn", the deed has the line."""
    text = (
        "The siege of the hall in Marstad ended on Saturday with ten people dead.\n\n"
        "The siege began when gunmen stormed the hall on Friday evening.\n\n"
        "The siege started at about 5 p.m., the mayor said. The council closed the schools of Marstad."
    )
    brief = briefing.brief(briefing.Source.from_text(text, published=datetime.date(2023, 5, 7)))
    told = [line.text for line in brief.timeline]
    assert any("stormed" in line for line in told)
    assert not any("started" in line or "began" in line for line in told)
