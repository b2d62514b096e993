"""ROUGE of a summary, as rouge-score gives it."""

from __future__ import annotations

import sys

import pytest

from briefing.errors import MissingPartError
from briefing.evaluation.rouge import Rouge, RougeScores

_REFERENCE = "The ferry was late. Nobody knew why."


def test_the_reference_itself_has_all_of_it() -> None:
    """The same words in the same sentences score 100."""
    assert RougeScores(100, 100, 100) == Rouge().score([_REFERENCE], ["The ferry was late.", "Nobody knew why."])


def test_other_words_have_none_of_it() -> None:
    """Nothing in common scores 0, and so does an empty summary."""
    assert RougeScores(0, 0, 0) == Rouge().score([_REFERENCE], ["Ships left early."])
    assert RougeScores(0, 0, 0) == Rouge().score([_REFERENCE], [])


def test_the_figures_are_those_of_the_definition() -> None:
    """Two of three words and one of two pairs: F 66.7 and 50; words are stemmed."""
    found = Rouge().score(["ferries sail daily"], ["the ferry sailed"])
    assert pytest.approx((200 / 3, 50, 200 / 3)) == tuple(found)
    assert pytest.approx((200 / 3 + 50 + 200 / 3) / 3) == found.mean


def test_sentences_of_a_reference_count_by_themselves() -> None:
    """ROUGE-Lsum goes by sentence: their order costs nothing, whether the reference has them on lines or on one line."""
    turned = ["Nobody knew why.", "The ferry was late."]
    for reference in (_REFERENCE, _REFERENCE.replace(". ", ".\n")):
        found = Rouge().score([reference], turned)
        assert 100 == found.rouge_lsum
        assert 100 > found.rouge2


def test_of_several_references_the_mean_counts() -> None:
    """One reference met wholly and one not at all give half."""
    assert RougeScores(50, 50, 50) == Rouge().score(["The ferry was late.", "Ships left."], ["The ferry was late."])


def test_a_sentence_broken_over_lines_is_one() -> None:
    """Line ends within a chosen sentence do not make it several."""
    assert Rouge().score([_REFERENCE], ["The ferry\nwas late."]) == Rouge().score([_REFERENCE], ["The ferry was late."])


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rouge-score the error says what to install."""
    monkeypatch.setitem(sys.modules, "rouge_score", None)
    with pytest.raises(MissingPartError, match="rouge-score") as caught:
        Rouge()
    assert 'pip install "briefing-cli[evaluate]"' == caught.value.remedy


def test_the_figures_are_those_of_the_package_itself() -> None:
    """What is kept of the stems changes nothing."""
    from rouge_score import rouge_scorer  # noqa: PLC0415 - beside the only test that uses it

    from tests.build import FERRY  # noqa: PLC0415 - as above

    plain = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)
    paragraphs = FERRY.strip().split("\n\n")
    for reference in paragraphs:
        expected = plain.score(reference.replace(". ", ".\n"), "\n".join(paragraphs[1:]))
        found = Rouge().score([reference], paragraphs[1:])
        assert pytest.approx([100 * each.fmeasure for each in expected.values()]) == list(found)
