"""The lines of open questions."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.composition.lines import Lines
from briefing.composition.questions import question_lines
from briefing.model.brief import Line, Ranking
from briefing.model.findings import Analysis, Question, QuestionKind
from tests import build

TEXT = "The port may stay closed until May. Why so? Nobody knows who will pay. The ferry sailed."


def _analysis(*questions: Question) -> Analysis:
    made = build.document(TEXT)
    return dataclasses.replace(Analysis(made), questions=questions)


def _question(cue: str, sentence: int, *, wording: str = "", weight: float = 0.8) -> Question:
    made = build.document(TEXT)
    place = made.sentences[sentence]
    return Question(
        f"o{sentence}",
        QuestionKind.UNKNOWN,
        wording,
        build.span(made, cue),
        None,
        (),
        weight,
        (made.cite(place.span),),
    )


OPEN, SHORT, PAYS = (
    _question("may stay", 0),
    _question("?", 1),
    _question("Nobody knows", 2, weight=0.6),
)


def _shown(*questions: Question, bottom: Line | None = None) -> list[str]:
    analysis = _analysis(*questions)
    lines = question_lines(Lines(analysis, Ranking(analysis.document, "lead", (), ())), bottom)
    return [line.question or line.text for line in lines]


def test_the_weightiest_question_comes_first() -> None:
    """Whatever stands first in the text."""
    assert _shown(PAYS, OPEN) == ["The port may stay closed until May.", "Nobody knows who will pay."]


def test_a_question_of_two_words_says_nothing_alone() -> None:
    """Without a wording of ours "Why so?" is no line."""
    assert _shown(SHORT) == []
    assert _shown(dataclasses.replace(SHORT, question="Why is the port closed?")) == ["Why is the port closed?"]


def test_a_light_question_needs_a_wording() -> None:
    """A sentence that hardly matters is not shown as it stands."""
    light = dataclasses.replace(PAYS, weight=0.3)
    assert _shown(light) == []
    assert _shown(dataclasses.replace(light, question="Who will pay?")) == ["Who will pay?"]


@pytest.mark.parametrize(("wording", "expected"), [("", 0), ("Will the port stay closed?", 1)])
def test_the_bottom_line_is_not_said_again_as_a_question(wording: str, expected: int) -> None:
    """The sentence of the bottom line makes a question in our words alone, or in the few that leave it open."""
    made = build.document(TEXT)
    bottom = Line("The port may stay closed until May.", (made.cite(made.sentences[0].span),))
    shown = _shown(dataclasses.replace(OPEN, question=wording), bottom=bottom)
    assert expected == len(shown)


def test_a_question_is_asked_once() -> None:
    """Two sentences that leave the same open make one line."""
    wording = "Who will pay?"
    again = dataclasses.replace(OPEN, question=wording), dataclasses.replace(PAYS, question=wording)
    assert _shown(*again) == [wording]
