"""Two figures for one thing: found where two sources give them, passed over where both may hold."""

from __future__ import annotations

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.questions import find_questions
from briefing.model.findings import Question, QuestionKind
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model


def disputes_of(text: str) -> list[Question]:
    """The questions of a text that set two numbers beside each other."""
    found = find_questions(parsed(text), actors=ActorIndex(()), dates=(), quotes=(), events=())
    return [question for question in found if ": " in question.question]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Police said 12 were hurt; the hospital counted 20.", "How many people were hurt: 12 or 20?"),
        (
            "Police said 12 passengers were hurt in the crash. The hospital counted 20.",
            "How many passengers were hurt in the crash: 12 or 20?",
        ),
        (
            "At least 14 fishermen drowned in the storm, the coast guard said, while the union put the toll at 31.",
            "How many fishermen drowned in the storm: at least 14 or 31?",
        ),
        (
            "The coast guard turned back 14 people on Tuesday night, the ministry said; a lawyers' group counted at least 63.",
            "How many people did the coast guard turn back on Tuesday night: 14 or at least 63?",
        ),
        (
            "The union says 312 sailors have been dismissed in error. The ministry has acknowledged 41.",
            "How many sailors have been dismissed in error: 312 or 41?",
        ),
        (
            "The harbour office estimates 1,800, while the institute suggests 5,000.",
            "Which figure is right: 1,800 or 5,000?",
        ),
        (
            "Some 900 houses were flooded, according to the governor. The Red Cross put the number at 2,300.",
            "How many houses were flooded: some 900 or 2,300?",
        ),
        ("The ministry reported 40 deaths, but doctors said 95 people had died.", "How many people died: 40 or 95?"),
        (
            "The filing says 1,140 boats have been ordered; a list for investors put the number at 870.",
            "How many boats have been ordered: 1,140 or 870?",
        ),
        (
            "Two papers report that three seats are in doubt, while the commission lists four.",
            "How many seats are in doubt: three or four?",
        ),
        (
            "Police said three people were killed, but the hospital said seven people were killed.",
            "How many people died: three or seven?",
        ),
    ],
)
def test_two_sources_with_different_figures_for_one_thing_are_a_dispute(text: str, question: str) -> None:
    """The question sets both numbers side by side, and cites the sentences of both."""
    found = disputes_of(text)
    assert [each.question for each in found] == [question]
    assert found[0].kind is QuestionKind.DISPUTED
    read = parsed(text).document
    cited = " ".join(read.text_of(citation.span) for citation in found[0].citations)
    for number in question.rstrip("?").rpartition(": ")[2].split(" or "):
        assert number.lower() in cited.lower()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rebels said they killed 30 soldiers. The army said it lost four.", id="what each says of itself"),
        pytest.param(
            "The army said 12 soldiers were killed. Rebels said 30 fighters were killed in Norhavn.", id="another place"
        ),
        pytest.param("Nordline said it would cut 300 jobs. Seaways said it would cut 500 jobs.", id="own plans"),
        pytest.param("The ministry said 12 people were hurt, and the hospital counted 20 more.", id="an addition"),
        pytest.param("The clinic counted 40 cases in March. The clinic counted 90 in April.", id="one source twice"),
        pytest.param("The mayor said 12 people died. Police said 30 others were hurt.", id="two fates"),
        pytest.param("Police had said 12 people died. The ministry said the number had risen to 30.", id="growth"),
        pytest.param("Police said 50 people were arrested. A lawyer said 12 of them were freed.", id="a part"),
        pytest.param("The bank said profit was $4 million. Analysts had estimated $5 million.", id="a forecast"),
        pytest.param("The company owns 40 ships. The union represents 1,900 sailors.", id="two things"),
        pytest.param("Police said 12 people were hurt. The hospital counted 12.", id="the same"),
        pytest.param("Police said 12 people were hurt. The mayor put the cost at $20 million.", id="two units"),
        pytest.param("The governor said 9 houses burnt. The state put the number at 4,000.", id="worlds apart"),
    ],
)
def test_figures_that_may_both_hold_are_no_dispute(text: str) -> None:
    """Growth, parts, other places and times, and what each side says of itself are passed over."""
    assert disputes_of(text) == []
