"""What the words of a sentence are worth, and the choice of the sentences that together hold most."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.lexicon import load_lexicon
from briefing.selection.worths import (
    PAIR_SIGNS,
    WORD_SIGNS,
    Holdings,
    Words,
    choose_covering,
    find_holdings,
)

SENTENCES = ("The Dam at Orrin burst.", "Two of 40 boats sank at the dam.", "Nobody slept.")


def holdings(items: list[list[int]], worths: list[float]) -> Holdings:
    """Sentences that hold some items each, all of them ten words long."""
    rows = [row for row, held in enumerate(items) for _ in held]
    return Holdings(
        np.array(rows), np.array([item for held in items for item in held]), np.array(worths), np.full(len(items), 10.0)
    )


def test_words_are_counted_once_a_sentence() -> None:
    """Each stem has a number in text order; a sentence holds it once, and numbers are words too."""
    words = Words.of(SENTENCES)
    assert words.stems[:4] == ("the", "dam", "at", "orrin")
    assert "40" in words.stems
    assert list(words.lengths) == [5.0, 8.0, 2.0]
    assert [words.stems[item] for row, item in zip(*words.holds, strict=True) if row == 2] == ["nobodi", "slept"]


def test_signs_tell_places_and_capitals() -> None:
    """A word of two sentences, a name inside a sentence and a number are seen; an opening capital is no name."""
    words = Words.of(SENTENCES)

    def sign(stem: str, name: str) -> float:
        return float(words.signs[words.stems.index(stem), WORD_SIGNS.index(name)])

    assert [sign("orrin", "capital"), sign("nobodi", "capital"), sign("40", "digits")] == [1.0, 0.0, 1.0]
    assert sign("dam", "sentences") == pytest.approx(np.log(2))
    assert sign("boat", "in_first") == 0.0
    assert [sign("the", "stop_word"), sign("boat", "stop_word")] == [1.0, 0.0]
    assert sign("boat", "letters") == pytest.approx(np.log(4))


def test_words_early_and_often_are_worth_more() -> None:
    """By the fitted weights a name that returns is worth more than one that stands once at the end."""
    settings = load_lexicon("selection").table("consensus")
    text = (
        "The Orrin dam burst.",
        *("Rain fell on the valley again.",) * 6,
        "The Orrin dam was old.",
        "Nobody slept at Vellmouth.",
    )
    words = Words.of(text)
    worths = find_holdings(words, settings, 1.0).worths
    assert worths[words.stems.index("orrin")] > worths[words.stems.index("vellmouth")]


def test_every_sign_has_a_weight() -> None:
    """selection.toml names the signs that the code has, no more and no fewer."""
    settings = load_lexicon("selection").table("consensus")
    assert [list(WORD_SIGNS), list(PAIR_SIGNS)] == [list(settings["words"]), list(settings["pairs"])]


def test_what_was_said_is_put_off() -> None:
    """The second best comes after the third when it repeats the best."""
    held = holdings([[0, 1], [0, 1], [2]], [0.5, 0.5, 0.3])
    assert list(choose_covering(held, (0.02, 0.01, 0.0), (0, 1, 2), 36.0)) == [0, 2, 1]


def test_equal_sentences_keep_their_order() -> None:
    """Of equals the first of the pool is taken first, and nothing outside the pool."""
    held = holdings([[0], [1], [2], [3]], [0.5] * 4)
    assert list(choose_covering(held, (0.0,) * 4, (2, 0, 1), 36.0)) == [2, 0, 1]


@pytest.mark.parametrize("texts", [(), ("",), ("...",), ("One",), ("One", "")])
def test_texts_without_pairs_or_words_are_no_fault(texts: tuple[str, ...]) -> None:
    """Nothing is worth nothing."""
    words = Words.of(texts)
    assert len(words.lengths) == len(texts)
    assert len(words.pair_signs(np.full(len(words.stems), 0.5))) == 0
