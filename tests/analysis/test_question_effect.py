"""Which questions that a text asks are open, and which of those it leaves open it answers later."""

from __future__ import annotations

import pytest

import briefing
from briefing.model.text import Source

LEAD = "The yard at Holm closed on Monday. Workers left at noon. The gates were locked. Rain fell all day."
END = "A guard stayed. The port slept. Trucks stood still. The lights went out. Nobody spoke."


def questions(text: str) -> list[tuple[str, str]]:
    """Kind and wording of each question of a text."""
    return [(found.kind.value, found.question) for found in briefing.analyse(Source.from_text(text)).questions]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Will the Holm yard open again? Yes, the owner says.",
        "Will the Holm yard open again? It will.",
        "Will the Holm yard open again? Because the owner needs it.",
        "Isn't the Holm yard too old?",
        "Opinion: Will the Holm yard open again?",
        "Who knows what the yard is worth?",
        "What is the yard worth, then? A few million crowns.",
        "How does a yard work?\n\nA yard builds ships from plates.",
    ],
)
def test_a_question_asked_for_effect_or_answered_at_once_is_not_open(text: str) -> None:
    """Neither links, nor negated questions, nor those with an answer or an explanation behind them are kept."""
    assert [] == [row for row in questions(f"{LEAD}\n\n{text}\n\n{END}") if row[0] == "asked"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD} Will the Holm yard open again? The mayor slept. {END}", ["Will the Holm yard open again?"]),
        (f"{LEAD} {END} How will the workers live?", ["How will the workers live?"]),
        (f"{LEAD} Why was the gate locked? Nobody could say. {END}", ["Why was the gate locked?"]),
    ],
)
def test_a_question_about_somebody_named_or_at_the_end_or_said_to_be_open_is_kept(
    text: str, expected: list[str]
) -> None:
    """These are what an analyst comes back for."""
    assert expected == [wording for kind, wording in questions(text) if kind == "asked"]


@pytest.mark.model
def test_a_question_and_the_sentence_that_says_nobody_knows_are_one_question_with_two_citations() -> None:
    """The second sentence is evidence for the first."""
    found = briefing.analyse(Source.from_text(f"{LEAD} Why was the gate locked? Nobody knows. {END}")).questions
    assert [("Why was the gate locked?", 2)] == [(each.question, len(each.citations)) for each in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was unclear whether the bridge would hold. It did.", []),
        ("It was not clear if the Norland ferry would sink. Police confirmed that the ferry sank at noon.", []),
        (
            "It was not clear if the Norland ferry would sink. Police denied that the ferry sank.",
            ["Will the Norland ferry sink?"],
        ),
        (
            "It is unclear if the strike can be blamed on Holm. The strike was blamed on pay.",
            ["Can the strike be blamed on Holm?"],
        ),
    ],
)
def test_a_question_that_the_text_answers_later_is_closed(text: str, expected: list[str]) -> None:
    """The same verb, affirmed of the same subject; what is denied or said of something else leaves it open."""
    assert expected == [wording for kind, wording in questions(text) if kind == "unknown"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is a real chance that the dam at Vell will burst, said Ida Berg.", "Will the dam at Vell burst?"),
        ("There is a chance that the trams will not run.", "Will the trams run?"),
        ("It is very unlikely that the trams will run before Sunday.", "Will the trams run before Sunday?"),
        ("Officials said it was likely that the tunnel would close.", "Will the tunnel close?"),
        (
            "Holm is worried about what role Norland might seek in the strait.",
            "What role might Norland seek in the strait?",
        ),
        ("Rebels may be laying mines near Vell, the army said.", "Are rebels laying mines near Vell?"),
        (
            "A lawyer for the Oskel yard said no decision had been made about whether to sue.",
            "Will the Oskel yard sue?",
        ),
        ("The Norland cabinet neither backed nor opposed the treaty.", "Will the Norland cabinet back the treaty?"),
        ("The Herald cannot verify the legitimacy of the recording.", "Is the recording genuine?"),
        ("The inquiry into the blaze at Holm is ongoing.", "What will the inquiry into the blaze at Holm find?"),
        ("Official results will not be released until next week.", "What are the official results?"),
        ("Asked if the yard would close, Ada Holm declined to comment.", "Will the yard close?"),
    ],
)
def test_a_likelihood_a_worry_or_a_thing_kept_back_is_worded(text: str, expected: str) -> None:
    """The question says no more than the sentence."""
    assert [expected] == [wording for _, wording in questions(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "A match might pit a baker against a monk.",
        "It is also possible that Norland may explore the possibility on the way.",
        "I don't understand why the baker would leave.",
        "Asked if the handshake was firm, the mayor laughed.",
        "The baker is often accused of selling stale bread.",
        "She ate a long-denied bowl of soup.",
        "The ferry may be old, but the owner loves it.",
    ],
)
def test_a_generic_subject_a_concession_a_habit_or_an_idiom_is_not_open(text: str) -> None:
    """Routine words leave nothing open."""
    assert [] == questions(text)
