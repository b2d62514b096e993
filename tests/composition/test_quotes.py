"""Quotations on a page: how much of one is shown, and what is cited for it."""

from __future__ import annotations

import pytest

import briefing
from briefing.composition import find_candidates
from briefing.model.brief import Shows
from briefing.model.text import Source
from briefing.selection import select_sentences

pytestmark = pytest.mark.model


def test_a_thin_opening_of_a_quotation_has_the_next_sentence_with_it() -> None:
    """What it only announces is told; sentences that are not shown are not cited."""
    text = (
        "Ida Solberg runs the yard in Norhavn. “The last winter is one example. Good work by the crews, and by the pilots as well, brought "
        "every boat of the line home before the ice came. Nobody was hurt,” said Ida Solberg."
    )
    analysis = briefing.analyse(Source.from_text(text))
    candidates = find_candidates(analysis, select_sentences(analysis.document, analysis=analysis))
    (line,) = candidates.sections[Shows.QUOTES]
    assert line.text.startswith("The last winter is one example. Good work by the crews")
    assert line.text.endswith("before the ice came.")
    assert [2, 3] == [int(citation.sentence.rpartition(".")[2]) for citation in line.citations]
