"""Ranges whose two ends have words of their own: from Monday to Friday, between January 1 and September 26, June to August.

The end is settled first, by the tense; the beginning is the last one before it. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.timex.words import CLASSES

if TYPE_CHECKING:
    from briefing.analysis.timex.periods import Period
    from briefing.analysis.timex.phrases import Phrase, Story

__all__ = ["end_named_before", "end_of_range", "remember_end"]


def end_of_range(phrase: Phrase, *parts: str) -> tuple[int, ...]:
    """The token where a range's end begins that starts with a phrase, and the values of its parts; () where there is no range.

    Args:
        phrase: The beginning of the range.
        parts: The classes that the end must have in this order: "weekdays", or "months" and "small".
    """
    tokens = phrase.tokens
    place = phrase.last
    if place + len(parts) >= len(tokens.classes):
        return ()
    is_between = phrase.before() == "between"
    links = {CLASSES["and"]} if is_between else {CLASSES["to"], CLASSES["hyphen"]}
    if tokens.classes[place] not in links:
        return ()
    found = [place + 1]
    at = place + 1
    for part in parts:
        if at < len(tokens.classes) and tokens.classes[at] == CLASSES["dot"]:
            at += 1
        if at >= len(tokens.classes) or tokens.classes[at] != CLASSES[part]:
            return ()
        value = tokens.values[at]
        if not isinstance(value, int):
            return ()
        found.append(value)
        at += 1
    return tuple(found)


def remember_end(story: Story, place: int, end: Period) -> None:
    """Keep the end of a range for the phrase that begins at a token."""
    story.until = (place, end)


def end_named_before(phrase: Phrase, story: Story) -> Period | None:
    """The end of a range that was settled with its beginning, where the phrase is that end; None elsewhere."""
    return story.until[1] if story.until is not None and story.until[0] == phrase.first else None
