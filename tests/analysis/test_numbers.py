"""Numbers as news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 13 sailors", [("at least 13", 13, "")]),
        ("a $40 billion deal", [("$40 billion", 40e9, "USD")]),
        ("US$ 2.3bn in aid", [("US$ 2.3bn", 2.3e9, "USD")]),
        ("rose by 4.2 per cent", [("4.2 per cent", 4.2, "percent")]),
        ("57% of them", [("57%", 57, "percent")]),
        ("over 500 ships", [("over 500", 500, "")]),
        ("1,900 deckhands", [("1,900", 1900, "")]),
        ("about 12 miles away", [("about 12 miles", 12, "miles")]),
        ("twenty-one boats", [("twenty-one", 21, "")]),
        ("hundreds of boats", [("hundreds", 200, "")]),
        ("a 14-day extension", [("14-day", 14, "days")]),
        ("between $12 million and $20 million", [("$12 million", 12e6, "USD"), ("$20 million", 20e6, "USD")]),
        ("3.5 million euros", [("3.5 million euros", 3.5e6, "EUR")]),
        ("€3.5m", [("€3.5m", 3.5e6, "EUR")]),
        ("102 and 21 boats", [("102", 102, ""), ("21", 21, "")]),
    ],
)
def test_a_number_has_its_words_its_value_and_its_unit(text: str, expected: list[tuple[str, float, str]]) -> None:
    """Hedges, signs, scales and units belong to the number."""
    assert expected == [(text[number.start : number.end], number.value, number.unit) for number in find_numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2008",
        "the G20 states",
        "an A330",
        "Flight 447",
        "No. 4",
        "the 18th time",
        "at 10:30",
        "won 3-1",
        "on 3/4",
        "one boat",
        "007",
        "a 34-year-old",
    ],
)
def test_years_labels_scores_and_ordinals_are_no_numbers(text: str) -> None:
    """What counts or measures nothing is left out."""
    assert [] == list(find_numbers(text))


@given(st.text(alphabet="0123456789,.$%- abmk", max_size=80))
def test_any_row_of_digits_is_read_without_an_error(text: str) -> None:
    """Numbers lie in the text, in order."""
    last = 0
    for number in find_numbers(text):
        assert last <= number.start <= number.digits < number.end <= len(text)
        last = number.end
