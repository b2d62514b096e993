"""Sentences that read well alone, and words that were left out."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.composition.openings import Openings, join_parts, shortened, without_debris
from briefing.model.findings import Actor, ActorKind, Analysis, Mention
from briefing.model.text import Span
from tests import build


@pytest.mark.parametrize(
    ("text", "points_back"),
    [
        ("The ferry sailed.", False),
        ("But the ferry sailed.", True),
        ("However, the ferry sailed.", True),
        ("“And so it ends,” he said.", True),
        ("They sailed.", True),
        ("Neither of the owners sailed.", False),
        ("This was the end.", True),
        ("Thisbe sailed.", False),
        ("Butler sailed.", False),
        ("…", False),
    ],
)
def test_openings_that_point_back(text: str, points_back: bool) -> None:
    """A connective, or a pronoun for nobody known, points to words that are not on the page."""
    made = build.document(text)
    assert points_back is Openings(Analysis(made)).points_back(Span(0, len(text)))


def _with_pronoun(text: str, pronoun: str) -> Analysis:
    made = build.document(text)
    mention = Mention(build.span(made, pronoun), ActorKind.PERSON, "pronoun")
    actor = Actor("p1", "Ida Solberg", ActorKind.PERSON, (), None, (mention,), 1.0, None, (made.cite(mention.span),))
    return dataclasses.replace(Analysis(made), actors=(actor,))


@pytest.mark.parametrize(
    ("text", "pronoun", "shown"),
    [
        ("She left the room.", "She", "She [Ida Solberg] left the room."),
        ("Her plan failed.", "Her", "Her [Ida Solberg’s] plan failed."),
        ("She’s left the room.", "She", "She [Ida Solberg]’s left the room."),
    ],
)
def test_a_known_pronoun_is_labelled(text: str, pronoun: str, shown: str) -> None:
    """The name stands in brackets: it is ours, the words stay the article's."""
    openings = Openings(_with_pronoun(text, pronoun))
    span = Span(0, len(text))
    assert not openings.points_back(span)
    assert shown == openings.shown((span,))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The crew is ready.''", "The crew is ready."),
        ("The crew is ready.”", "The crew is ready."),
        ("“The crew is ready.", "The crew is ready."),
        ('The crew is ready."', "The crew is ready."),
        ("“The crew is ready.”", "“The crew is ready.”"),
        ('The "old" crew is "ready"', 'The "old" crew is "ready"'),
        ("”", "”"),
    ],
)
def test_a_mark_without_its_partner_is_not_shown_at_the_ends(text: str, shown: str) -> None:
    """What another sentence opened or closes leaves no mark of its own on the page."""
    made = build.document(text)
    assert shown == Openings(Analysis(made)).shown((Span(0, len(text)),))


def test_words_left_out_are_marked() -> None:
    """Parts with words between them are joined by an ellipsis, parts with white space only by a space."""
    made = build.document("The crew, who slept, swam to the beach.")
    assert join_parts(made, (Span(0, 8), Span(21, 38))) == "The crew … swam to the beach"
    assert join_parts(made, (Span(0, 3), Span(4, 8))) == "The crew"


@pytest.mark.parametrize(
    ("words", "shown", "cut"),
    [
        (20, "The crew left the burning ship in the harbour of the old town", False),
        (8, "The crew left the burning ship", True),
        (6, "The crew left the burning ship", True),
        (1, "The", True),
    ],
)
def test_a_long_clause_is_cut_where_a_phrase_begins(words: int, shown: str, cut: bool) -> None:
    """No phrase is torn, and no preposition is left hanging."""
    made = build.document("The crew left the burning ship in the harbour of the old town")
    parts, was_cut = shortened(made, (made.sentences[0].span,), words)
    assert (shown, cut) == (join_parts(made, parts), was_cut)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The crew of the old ferry left the ship", "The crew of the old ferry left the ship"),
        ("The crew of the old ferry left the ship in the night", "The crew of the old ferry left the ship"),
        ("The crew of the old ferry left singing loud and bawdy songs", "The crew of the old ferry left singing loud"),
    ],
)
def test_the_trigger_is_never_cut(text: str, shown: str) -> None:
    """What names the event stays, however little room there is, with the words up to where the next phrase begins."""
    made = build.document(text)
    parts, _ = shortened(made, (made.sentences[0].span,), 3, keep=build.span(made, "left"))
    assert shown == join_parts(made, parts)


def test_a_number_is_not_torn_from_what_it_counts() -> None:
    """A cut where no phrase begins does not fall behind a number."""
    made = build.document("The union leaders expect them to buy 22 brand new white ships")
    parts, _ = shortened(made, (made.sentences[0].span,), 8)
    assert join_parts(made, parts) == "The union leaders expect them to buy"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The court agreed that the music the shop sells is not branded.", 9, False),
        ("The mayor opened the bridge in May but did so alone.", 5, False),
        ("The mayor opened the bridge in May with a band.", 5, True),
        ("The crew didn't leave the ship that didn't sail.", 6, False),
    ],
)
def test_nothing_is_cut_that_denies_or_limits_what_stays(text: str, words: int, *, expected: bool) -> None:
    """The words behind a cut may tell more, never the contrary."""
    made = build.document(text)
    parts, was_cut = shortened(made, (made.sentences[0].span,), words)
    assert expected is was_cut
    assert was_cut or parts == [made.sentences[0].span]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (
            "The toll of the old harbour road rose to 127 on a single day in the wet spring",
            8,
            "The toll of the old harbour road rose",
        ),
        (
            "The toll of the old harbour road rose to 127 on a single day in the wet spring",
            10,
            "The toll of the old harbour road rose to 127",
        ),
    ],
)
def test_a_figure_is_not_cut_from_what_rose_to_it(text: str, words: int, shown: str) -> None:
    """A phrase that opens with a figure is no better place to cut than any; the one behind it is."""
    made = build.document(text)
    parts, _ = shortened(made, (made.sentences[0].span,), words)
    assert shown == join_parts(made, parts)


def test_of_a_later_part_half_a_phrase_is_not_shown() -> None:
    """What stands behind a gap is shown up to where a phrase begins, or not at all."""
    made = build.document("The mayor praised the crew, who slept, calling everybody on board brave sailors indeed.")
    told = (
        build.span(made, "The mayor praised the crew"),
        build.span(made, "calling everybody on board brave sailors indeed"),
    )
    assert join_parts(made, shortened(made, told, 7)[0]) == "The mayor praised the crew … calling everybody"
    assert join_parts(made, shortened(made, told, 8)[0]) == "The mayor praised the crew"


def test_a_cut_leaves_no_preposition_behind() -> None:
    """A part of which only a preposition would remain goes whole."""
    made = build.document("It lent galleries in the north with prints of his.")
    parts, was_cut = shortened(made, (build.span(made, "It lent galleries"), build.span(made, "with prints of his")), 4)
    assert was_cut
    assert join_parts(made, parts) == "It lent galleries"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two ferries (one new) sank.", "Two ferries (one new) sank."),
        ("Invalid Email Two ferries sank.", "Two ferries sank."),
        ("Two ferries Get news to your inbox and more", None),
        ("Media caption Two ferries at sea The owner spoke.", None),
    ],
)
def test_a_web_page_s_own_words_are_no_part_of_a_sentence(text: str, expected: str | None) -> None:
    """They go where a sentence begins behind them; what they are mixed with is no line."""
    made = build.document(text)
    told = without_debris(made, Span(0, len(text)))
    assert expected == (told and made.text_of(told))
