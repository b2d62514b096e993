"""Places of citations in a reader's terms."""

from __future__ import annotations

from briefing.model.brief import Line
from briefing.model.text import Citation, Span
from briefing.rendering.places import Places
from tests.build import cite, document


def test_a_sentence_is_named_by_paragraph_and_number() -> None:
    """The label of the second sentence of the second paragraph is 2.2."""
    places = Places((document("One. Two.\n\nThree. Four."),))
    assert [places.label(f"a1.{number}") for number in range(1, 5)] == ["1.1", "1.2", "2.1", "2.2"]
    assert places.describe("a1.4") == "¶2, sentence 2"
    assert places.words("a1.4") == "Four."


def test_several_sources_are_told_apart() -> None:
    """With two sources a label begins with the source's id."""
    places = Places((document("One."), document("Two.", source_id="a2")))
    assert [places.label("a1.1"), places.label("a2.1")] == ["a1-1.1", "a2-1.1"]


def test_a_prefix_tells_pages_apart() -> None:
    """The pages of one file have labels of their own."""
    assert Places((document("One."),), prefix="2-").label("a1.1") == "2-1.1"


def test_marks_name_each_paragraph_once() -> None:
    """Two sentences of one paragraph make one mark."""
    made = document("One. Two.\n\nThree.")
    line = Line("x", (cite(made, "One."), cite(made, "Two."), cite(made, "Three.")))
    assert Places((made,)).marks(line) == "[¶1, ¶2]"


def test_unknown_sentences_have_no_mark() -> None:
    """A citation of a sentence that is not there is left out."""
    places = Places((document("One."),))
    line = Line("x", (Citation("a9.1", Span(0, 1)),))
    assert (places.marks(line), places.sentences_of(line)) == ("", ())
