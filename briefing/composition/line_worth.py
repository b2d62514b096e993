"""What a line is worth on its page: a line and the number of those before it in its section in, a number out.

How likely an editor would miss the line, in shares of what he would miss in its section: a logistic model for each section; the weights
are in `composition.toml`, fitted by `bench/fit_page.py` on gold pages.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.brief import ActorLine, Line, Shows

__all__ = ["card_worth", "line_signs", "line_worth"]

OPENS = 1.7
"""How much more the first line of a section is worth: a page with something of everything reads as a whole."""

ROLE, DEED = 0.3, 0.04
"""What it adds to an actor's name to say who it is, and what it did, in shares of what the name is worth."""


@cache
def _weights(section: str) -> Mapping[str, float]:
    return load_lexicon("composition").table(f"line_worth.{section}")


def line_worth(shows: Shows, line: Line, nth: int) -> float:
    """What a line is worth behind so many others of its section."""
    return round(_weights(shows.value)["share"] * _chance(shows.value, line, nth) * (1 if nth else OPENS), 6)


def card_worth(card: ActorLine, nth: int, *, tells_deed: bool) -> float:
    """What it is worth to say of a named actor who it is, or what it did too: of the ones that matter most, most."""
    chance = _chance("actors", card, nth)
    return round(_weights("actors")["share"] * (DEED if tells_deed else ROLE) * chance**2, 6)


def line_signs(line: Line, nth: int) -> dict[str, float]:
    """The signs by which a line is weighed, by name."""
    return {"bias": 1.0, "before": math.log1p(nth), "importance": line.importance}


def _chance(section: str, line: Line, nth: int) -> float:
    """How likely an editor would miss the line, 0 to 1."""
    weights = _weights(section)
    total = sum(weights.get(name, 0.0) * value for name, value in line_signs(line, nth).items())
    # Rounded: the last digits of an exponential may differ between machines.
    return round(1 / (1 + math.exp(-total)), 4)
