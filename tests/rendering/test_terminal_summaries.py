"""Several summaries of one article in the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from briefing.composition import compose_summary
from briefing.model.text import Source
from briefing.rendering import render_summaries
from briefing.segment import segment_source
from briefing.selection import select_sentences
from tests.build import FERRY
from tests.strategies import HOSTILE, texts


def _shown(text: str, methods: tuple[str, ...], *, order: str = "text", **options: object) -> str:
    document = segment_source(Source.from_text(text))
    rankings = [select_sentences(document, method=method) for method in methods]
    lines = [compose_summary(ranking, order=order) for ranking in rankings]
    return render_summaries(rankings, lines, order=order, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("methods", "width", "columns"),
    [
        (("lexrank", "lead"), 80, True),
        (("lexrank", "lead", "luhn"), 80, False),
        (("lexrank", "lead", "luhn", "sumbasic"), 120, True),
        (("lexrank", "lead", "luhn", "sumbasic", "kl"), 120, False),
    ],
)
def test_columns_are_for_as_many_as_there_is_room_for(methods: tuple[str, ...], width: int, columns: bool) -> None:
    """Else each sentence is shown once, with the methods below it; no line is wider than the terminal."""
    shown = _shown(FERRY, methods, width=width)
    first = shown.splitlines()[0]
    assert columns == (list(methods) == first.split())
    assert columns != (f"of {len(methods)}: " in shown)
    assert max(map(len, shown.splitlines())) <= width


def test_a_sentence_that_several_chose_is_shown_once() -> None:
    """With the place that each gave it, the highest first; the legend says what the numbers are."""
    shown = _shown(FERRY, ("sumbasic", "lead", "luhn"), width=80)
    assert 1 == shown.count("Nobody knows who will bring the mail.")
    assert "3 of 3: " in shown
    assert "1: the best" in shown


def test_the_order_of_rank_begins_with_what_most_chose() -> None:
    """By text the first sentence comes first, by rank that which all chose."""
    by_text, by_rank = (
        _shown(FERRY, ("sumbasic", "lead", "luhn"), width=80, order=order) for order in ("text", "rank")
    )
    assert by_text.lstrip().startswith("The ferry union will decide")
    assert by_rank.lstrip().startswith("Nobody knows")


def test_ascii_is_ascii() -> None:
    """Rules, marks and quotation marks too."""
    text = FERRY.replace('"', "“")
    for methods in (("lexrank", "luhn"), ("lexrank", "luhn", "lead")):
        assert _shown(text, methods, width=80, ascii=True).isascii()


def test_nothing_in_common_is_said() -> None:
    """Where no sentence is in all summaries."""
    document = segment_source(Source.from_text(FERRY))
    rankings = [select_sentences(document, method=method, sentences=1) for method in ("lead", "sumbasic")]
    shown = render_summaries(rankings, [compose_summary(ranking) for ranking in rankings], width=80)
    assert "No sentence is in all of them." in shown


@given(texts)
@settings(max_examples=30, deadline=None)
def test_any_text_can_be_shown(text: str) -> None:
    """Odd text, also none, neither fails nor reaches the terminal as control characters."""
    for methods in (("lead", "luhn"), ("lead", "luhn", "lsa")):
        shown = _shown("\n\n".join([text, *HOSTILE]), methods, width=60)
        # Joiners are not printable, and are what emoji are made of.
        assert all(character.isprintable() or character in "\n\u200c\u200d" for character in shown)
        assert _shown(text, methods, width=60)
