"""How many sentences are chosen, and which, by each method."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.errors import UsageError
from briefing.model.text import Document, Source
from briefing.segment import segment_source
from briefing.selection import METHODS, select_sentences, summarizers

if TYPE_CHECKING:
    from briefing.model.brief import Ranking

STORY = """The river port of Aldermoor closed on Monday after a loading crane fell on two grain barges. Two dock workers were hurt, the port said.

The port handles half of the grain of the Moor valley. Grain prices rose by 4 per cent within a day of the closure.

"We will open again on Friday, if the quay is safe," said Lin Ode, the head of the port. He said that the crane had passed its tests in May.

The river port of Aldermoor closed on Monday when a loading crane fell on two barges with grain.

Engineers will look for cracks in the three other cranes, which were built in the same year."""


def document(text: str, title: str = "") -> Document:
    """The document of a text."""
    return segment_source(Source.from_text(text, title))


def words_of(ranking: Ranking) -> int:
    """The words of the chosen sentences, split at white space."""
    chosen = map(ranking.document.sentence, ranking.chosen)
    return sum(len(ranking.document.text_of(sentence.span).split()) for sentence in chosen)


def test_methods_are_those_of_the_contract() -> None:
    """The names are the eleven that users know, in their order."""
    expected = "lexrank textrank lsa luhn edmundson kl sumbasic reduction random lead consensus"
    assert expected.split() == list(METHODS)


def test_importing_selection_loads_nothing_heavy() -> None:
    """The names of the methods cost no sumy, no numpy and no NLTK."""
    program = "import sys, briefing.selection; print(sorted({'sumy', 'numpy', 'nltk'} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"


@pytest.mark.parametrize("method", METHODS)
def test_every_prose_sentence_is_ranked(method: str) -> None:
    """Each sentence has one position, 1 to n, and each rank says where it comes from."""
    story = document(STORY)
    ranking = select_sentences(story, method=method)
    assert {sentence.id for sentence in story.sentences} == {rank.sentence for rank in ranking.ranks}
    assert list(range(1, len(story.sentences) + 1)) == [rank.position for rank in ranking.ranks]
    assert all(rank.by for rank in ranking.ranks)
    assert len(ranking.chosen) == 3


def test_headings_are_not_ranked() -> None:
    """A heading is neither ranked nor chosen."""
    story = document("What happened\n\n" + STORY)
    headings = {sentence.id for sentence in story.sentences if sentence.is_heading}
    ranking = select_sentences(story, sentences=99)
    assert headings
    assert not headings & set(ranking.chosen)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("budget", [1, 15, 40, 70])
def test_a_budget_of_words_is_kept(method: str, budget: int) -> None:
    """Whole sentences stay within the budget; where not one fits, there is one."""
    ranking = select_sentences(document(STORY), method=method, words=budget, sentences=9, percent=90)
    assert ranking.chosen
    assert words_of(ranking) <= budget or len(ranking.chosen) == 1


@pytest.mark.parametrize(("percent", "expected"), [(1, 1), (25, 2), (50, 4), (100, 8), (400, 8)])
def test_percent_counts_sentences(percent: float, expected: int) -> None:
    """A share is rounded down, and is one sentence at least and all of them at most."""
    assert expected == len(select_sentences(document(STORY), percent=percent).chosen)


def test_lead_under_a_budget_has_no_hole() -> None:
    """The lead ends with the first sentence that does not fit, even where a later one would."""
    text = "One two three four. " + "Word " * 30 + "end. Five six seven."
    assert select_sentences(document(text), method="lead", words=10).chosen == ("a1.1",)


def test_consensus_does_not_say_a_thing_twice() -> None:
    """Of two sentences that say the same only one is among the first three."""
    assert len({"a1.1", "a1.7"} & set(select_sentences(document(STORY)).chosen)) == 1


def test_consensus_says_why() -> None:
    """Each rank names at least three of sumy's methods and the place in the text."""
    names = [name for name, _ in select_sentences(document(STORY)).ranks[0].by]
    assert len(set(names) & set(METHODS)) >= 3
    assert "position" in names


def test_the_title_counts() -> None:
    """A sentence rises when the title holds its words."""
    text = (
        "Rain fell on the upper valley for nine days. Farmers moved their herds to higher ground. "
        "Two roads were cut near the mill. A bus was left at the ford. Shops ran out of bread and milk. "
        "Engineers found cracks in the old dam. Schools stayed closed until the end of the week."
    )

    def position(title: str) -> int:
        ranking = select_sentences(document(text, title))
        return next(rank.position for rank in ranking.ranks if rank.sentence == "a1.6")

    assert position("Cracks found in old dam") < position("")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("text", ["", " \n", "...", "🙂", "a", "Fire", "One sentence stands alone here."])
def test_any_text_is_accepted(method: str, text: str) -> None:
    """A text without words gives an empty ranking, one with words a sentence."""
    ranking = select_sentences(document(text), method=method)
    assert bool(ranking.chosen) == any(character.isalpha() for character in text)


@pytest.mark.parametrize(
    "options", [{"method": "best"}, {"sentences": 0}, {"words": -1}, {"percent": 0}, {"percent": float("nan")}]
)
def test_unknown_methods_and_odd_numbers_are_usage_errors(options: dict[str, object]) -> None:
    """What is not known or not positive is said, with what could be given instead."""
    with pytest.raises(UsageError) as raised:
        select_sentences(document(STORY), **options)  # type: ignore[arg-type]
    assert raised.value.remedy


def test_an_unknown_method_names_those_that_are_known() -> None:
    """The remedy lists every method."""
    with pytest.raises(UsageError) as raised:
        select_sentences(document(STORY), method="best")
    assert all(method in raised.value.remedy for method in METHODS)


@pytest.mark.parametrize(
    ("method", "expected"), [("lexrank", 3), ("consensus", 3), ("lsa", 1), ("sumbasic", 1), ("lead", 1)]
)
def test_a_ranking_says_in_how_many_parts_a_long_text_was_ranked(
    method: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Methods that compare each sentence with every other, and the default that joins them, rank a long text in parts."""
    assert 1 == select_sentences(document(STORY), method=method).parts
    monkeypatch.setattr(summarizers, "LARGEST_PART", 3)
    ranking = select_sentences(document(STORY), method=method)
    assert (len(ranking.ranks), ranking.parts) == (8, expected)
