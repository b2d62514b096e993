"""Passages in quotation marks: every style, odd numbers of marks, several paragraphs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.marks import find_marked
from tests.build import document


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We sail,” she said.", ["We sail,"]),
        ('"We sail," she said. "We will."', ["We sail,", "We will."]),
        ("«Nous partons», dit-elle.", ["Nous partons"]),
        ("„Wir fahren“, sagte sie.", ["Wir fahren"]),
        ("``We sail,'' she said.", ["We sail,"]),
        ("''We sail,'' she said.", ["We sail,"]),
        ("‘We sail,’ she said of the crew’s ship.", ["We sail,"]),
        ("'We sail,' she said.", ["We sail,"]),
        ("The crew's ship isn't the owner's.", []),
        ("The workers’ union won’t sail.", []),
        ("In the '90s they sailed.", []),
        ("“He said ‘no’ and left,” she said.", ["He said ‘no’ and left,"]),
        ("“The “big” ship,” she said.", ["The “big” ship,"]),
        ('A 6" pipe broke.', []),
        ('He called it "a wreck.', []),
        ('It was "old" and "slow", he said.', ["old", "slow"]),
        ('“We sail," she said.', ["We sail,"]),
        ("”Vi seglar”, sade hon.", ["Vi seglar"]),
        ("»Wir fahren«, sagte sie.", ["Wir fahren"]),
        ("« Nous partons », dit-elle.", ["Nous partons"]),
        ("‘She cried “Stop!” and ran,’ he said.", ["She cried “Stop!” and ran,"]),
        ("He asked: “Who said ‘no’?”", ["Who said ‘no’?"]),
        ("‘The owners’ ships won’t sail,’ she said.", ["The owners’ ships won’t sail,"]),
        ('It is 5\' 6" long and 3" wide.', []),
        ("“We sail,” she said. “We", ["We sail,"]),
        ("We sail,” she said. “We will.”", ["We will."]),
        ("“ ”", []),
        ("", []),
    ],
)
def test_passages_in_marks_of_every_style_are_found(text: str, inner: list[str]) -> None:
    """English, French, German and TeX marks open and close passages; apostrophes do not."""
    made = document(text)
    assert inner == [made.text_of(passage.inner) for passage in find_marked(made)]


def test_an_odd_mark_spoils_its_own_paragraph_only() -> None:
    """A mark that is never closed leaves the quotations of the next paragraph whole."""
    made = document('He spoke of a "great ship and left it there for all to see.\n\n"We sail," she said.')
    assert ["We sail,"] == [made.text_of(passage.inner) for passage in find_marked(made)]


def test_a_quotation_of_several_paragraphs_has_a_passage_in_each() -> None:
    """Only the last paragraph of a long quotation is closed."""
    made = document("“We sail at dawn.\n\n“The crew is ready,” she said.")
    passages = find_marked(made)
    assert [False, True] == [passage.closed for passage in passages]
    assert ["We sail at dawn.", "The crew is ready,"] == [made.text_of(passage.inner) for passage in passages]


@pytest.mark.parametrize(
    "text",
    [
        "She said, ``We sail at dawn.\n\nThe crew is ready.'' He left.",
        "“We sail at dawn.\n\nThe crew is ready.” He left.",
        'She said: "We sail at dawn.\n\nThe crew is ready." He left.',
    ],
)
def test_a_quotation_that_is_opened_once_goes_on_to_its_closing_mark(text: str) -> None:
    """What stands between an opening mark and its closing one in a later paragraph is quoted."""
    made = document(text)
    passages = find_marked(made)
    assert [False, True] == [passage.closed for passage in passages]
    assert ["We sail at dawn.", "The crew is ready."] == [made.text_of(passage.inner) for passage in passages]


def test_a_paragraph_without_marks_between_the_two_is_quoted() -> None:
    """An opening mark and a closing one two paragraphs further quote what lies between them."""
    made = document("“We sail.\n\nThe crew is ready.\n\nAll is well,” she said. “Go!”")
    assert ["We sail.", "The crew is ready.", "All is well,", "Go!"] == [
        made.text_of(passage.inner) for passage in find_marked(made)
    ]


@given(st.text(alphabet="ab .,\n“”\"'‘’«»„`?", max_size=200))
def test_any_row_of_marks_gives_ordered_and_disjoint_passages(text: str) -> None:
    """Whatever the marks, no passage overlaps another, and none fails."""
    passages = find_marked(document(text))
    for one, other in itertools.pairwise(passages):
        assert one.outer.end <= other.outer.start
    assert all(passage.inner in passage.outer for passage in passages)
