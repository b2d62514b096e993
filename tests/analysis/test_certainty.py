"""How open it is whether an event came about."""

from __future__ import annotations

import pytest

from briefing.analysis.certainty import certainty_signs, is_ahead, openness_of
from briefing.lexicon import load_lexicon
from tests.analysis.reading_of import parsed, token_of


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "sign"),
    [
        ("The rebels left.", "left", "form_past"),
        ("The rebels left.", "left", "as_root"),
        ("The rebels tried to leave.", "leave", "governed_by_try"),
        ("The rebels tried to leave.", "leave", "form_infinitive"),
        ("Prices continued to fall.", "fall", "form_caused"),
        ("If the rebels leave, the talks begin.", "leave", "if"),
        ("The envoy called for talks.", "talks", "governed_by_ask"),
        ("The envoy called for talks.", "talks", "for_noun"),
        ("The flight was late because of the strike.", "strike", "because_noun"),
        ("Holm was the first woman to win.", "win", "governed_by_rank"),
        ("The envoy denied the attack.", "attack", "after_the"),
        ("Holm could threaten to close the port.", "close", "above_might"),
        ("The bank closed after the rebels left.", "left", "in_circumstance"),
        ("The town was shelled by the navy.", "shelled", "by_somebody"),
        ("The navy could sail or wait.", "sail", "or"),
        ("The town survived two raids.", "raids", "counted"),
        ("The bank continued to lose money.", "lose", "governed_by_go_on"),
        ("The mayor rejected the offer.", "offer", "governed_by_dispute"),
    ],
)
def test_signs(text: str, word: str, sign: str) -> None:
    """Each sign is what a reader sees: the form of the verb, what governs it, what stands before it."""
    assert sign in certainty_signs(token_of(parsed(text), word))


@pytest.mark.model
@pytest.mark.parametrize(
    ("surer", "word", "more_open", "other"),
    [
        ("The rebels left the city.", "left", "The rebels tried to leave the city.", "leave"),
        ("The talks failed.", "talks", "The envoy wants talks.", "talks"),
        ("Prices continued to fall.", "fall", "The bank considered a plan to close.", "close"),
        ("The envoy flew in to sign.", "sign", "The envoy seeks to sign.", "sign"),
    ],
)
def test_what_is_tried_is_more_open_than_what_is_told(surer: str, word: str, more_open: str, other: str) -> None:
    """The sum is higher where readers leave an event open."""
    assert _openness(surer, word) < _openness(more_open, other)


def _openness(text: str, word: str) -> float:
    return openness_of(certainty_signs(token_of(parsed(text), word)))


def test_the_sum_does_not_hang_on_an_order() -> None:
    """Weights are summed as whole hundredths: a sum of signs is exact."""
    weights = load_lexicon("certainty").table("weights")
    assert openness_of(frozenset({"form_past"})) == round(weights["bias"] + weights["form_past"], 2)
    assert openness_of(frozenset({"no such sign"})) == weights["bias"]


def test_what_is_wanted_lies_ahead() -> None:
    """Under some signs no sum makes a fact of what is only meant."""
    assert is_ahead(frozenset({"governed_by_want", "above_past"}))
    assert not is_ahead(frozenset({"governed_by_tell", "above_past"}))


def test_a_modal_higher_up_keeps_only_infinitives_ahead() -> None:
    """What somebody "will go to Oslo to" do lies ahead; what a raid may end need not."""
    assert is_ahead(frozenset({"form_infinitive", "above_modal"}))
    assert not is_ahead(frozenset({"noun", "above_modal"}))
