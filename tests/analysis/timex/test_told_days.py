"""Lengths of time that are counted from an event of which the text has told when it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.dates import Basis, DateType
from tests.analysis.timex.dates_of import days, found

TOLD = [
    ("The vote was held on 3 May 2019. Two days after the vote he left.", "2019-05-05"),
    ("Parliament voted on 3 May 2019. Two days after the vote, he left.", "2019-05-05"),
    ("The council will vote on 3 May 2020. He will leave two days after the vote.", "2020-05-05"),
    ("Gunmen attacked the market on 9 November. Two days after the attack, the army came.", "2019-11-11"),
    ("Monday's attack killed six. The day after the attack, shops opened.", "2019-11-12"),
    ("The 3 May vote was close. A week before the vote he had left.", "2019-04-22/2019-04-28"),
    ("On Monday, the trial began. Two days before the trial, he fled.", "2019-11-09"),
    ("In the election on 12 October 2019 he lost. Three days after the election he left.", "2019-10-15"),
    ("She died on 2 June 2019. Ten days after her death they met.", "2019-06-12"),
    ("The mayor resigned on 4 October 2019. Ten days after the mayor's resignation they met.", "2019-10-14"),
    ("The mayor resigned on 4 October 2019. Ten days after the mayor resigned, they met.", "2019-10-14"),
    ("They married on 3 August 2019. The year after the wedding they moved.", "2020-01-01/2020-12-31"),
    ("They held the vote on 3 May 2019. The week following the vote it rained.", "2019-05-06/2019-05-12"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_length_is_counted_from_the_day_of_the_event(text: str, expected: str) -> None:
    """The event is known by its noun or its verb in the clause of a date that stands before."""
    mention = found(text)[1]
    assert expected == days(mention)
    assert mention.resolved is not None
    assert Basis.RELATIVE == mention.resolved.basis


UNTOLD = [
    "The vote was close on Monday's stage, they say. Two days after the raid he left.",
    "The vote was on 3 May. A second vote was held on 10 May. Two days after the vote he left.",
    "They condemned the attack on 3 May. Two days after the attack he left.",
    "Police held a man on 3 May for the attack. Two days after the attack he left.",
    "The vote fraud was admitted on 3 May. Two days after the vote he left.",
    "The vote was put off on 3 May. Two days after the vote he left.",
    "The vote was not held on 3 May. Two days after the vote he left.",
    "The firm fired her on 3 May. Two days after the fire he left.",
    "The company said on 3 May it would wait. Two days after the company's statement he left.",
    "The mayor resigned on 3 May. Two days after the minister resigned he left.",
    "The vote was held on 3 May. For two days after the vote he slept.",
    "The vote was held on 3 May. Two days after a vote he left.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_where_the_text_has_not_told_the_day_there_is_none(text: str) -> None:
    """Two days that disagree, an event that is only spoken of on a day, another event: no day."""
    assert "" == days(found(text)[-1])


def test_a_day_told_again_is_counted_from_nothing() -> None:
    """On 6 May, two days before the vote: one day told twice, which says when the vote was."""
    text = "On 6 May 2019, two days before the vote, he left. A day after the vote he came back."
    assert ["2019-05-06", "", "2019-05-09"] == [days(one) for one in found(text)]


def test_the_event_must_be_told_before() -> None:
    """What is told later does not count: a reader could not know it."""
    assert "" == days(found("Two days after the vote he left. The vote was on 3 May 2019.")[0])


def test_a_length_counted_from_an_event_stays_a_length() -> None:
    """It keeps type and value of a length; "the day after" is a date."""
    text = "The vote was held on 3 May 2019. Two days after the vote he left; the day after the vote she did."
    assert [DateType.DATE, DateType.DURATION, DateType.DATE] == [one.type for one in found(text)]
    assert ["2019-05-03", "P2D", "2019-05-04"] == [one.value for one in found(text)]


def test_without_a_day_of_publication_events_in_full_count() -> None:
    """A day named with its year is enough; "on Monday" is not."""
    assert "2019-05-05" == days(found("They voted on 3 May 2019. Two days after the vote he left.", None)[1])
    assert "" == days(found("They voted on Monday. Two days after the vote he left.", None)[1])


@given(day=st.dates(), steps=st.integers(1, 400), way=st.sampled_from((("after", 1), ("before", -1))))
def test_days_are_counted_exactly(day: object, steps: int, way: tuple[str, int]) -> None:
    """So many days from the event, as long as the calendar goes there."""
    first, last = found(f"The vote was held on {day}. {steps} days {way[0]} the vote, he left.", None)
    assert first.resolved is not None
    if last.resolved is not None:
        assert way[1] * steps == (last.resolved.first_day - first.resolved.first_day).days
