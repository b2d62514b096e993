"""The words that every format shows alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.brief import ActorLine, Known, LeftOut, Likelihood, Section, Shows
from briefing.model.findings import ActorKind, EventStatus, QuoteKind, SourceKind
from briefing.rendering import wording
from tests.build import PLAN, brief, full_brief


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (0, "10 s"),
        (20, "10 s"),
        (159, "40 s"),
        (238, "60 s"),
        (350, "90 s"),
        (450, "2 min"),
        (612, "3 min"),
        (2380, "10 min"),
    ],
)
def test_reading_time_is_rounded(words: int, expected: str) -> None:
    """Tens of seconds, then minutes, at 238 words a minute."""
    assert expected == wording.reading_time(words)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Coastal Courier, 14 March 2024"),
        ({"author": "By Ana Lind"}, "Coastal Courier, by Ana Lind, 14 March 2024"),
        ({"published_from": "option"}, "Coastal Courier, 14 March 2024 (as given)"),
        ({"published_from": "dateline"}, "Coastal Courier, 14 March 2024 (dateline)"),
        ({"published": None}, "Coastal Courier, undated: relative dates as written"),
        ({"site": ""}, "ferry.md, 14 March 2024"),
        ({"site": "", "origin": "https://news.example/a/b"}, "news.example, 14 March 2024"),
        ({"site": "", "origin": "-"}, "standard input, 14 March 2024"),
        ({"site": "", "origin": ""}, "14 March 2024"),
    ],
)
def test_the_byline_says_where_the_date_comes_from(fields: dict[str, object], expected: str) -> None:
    """Site or file, author, day; the day's origin where the article itself does not carry it."""
    page = replace(full_brief(**fields), words_read=0)  # type: ignore[arg-type]
    assert expected == wording.byline(page, 0)


def test_the_byline_says_what_reading_takes() -> None:
    """The words of the article, and the time that this page takes in its place."""
    page = replace(full_brief(), words_read=1612)
    assert wording.byline(page, 159).endswith(" · 1,612 words (7 min) in 40 s")


def test_the_source_line_counts_sources_and_losses() -> None:
    """Lines from named and unnamed sources are counted, and what was cut."""
    expected = "4 lines from named sources, 1 from unnamed ones. Left out: 3 points, 2 events."
    assert expected == wording.source_line(full_brief())


def test_the_source_line_is_short_where_there_is_little_to_say() -> None:
    """Nothing is said of sources and losses that there are not."""
    assert wording.source_line(brief()) == "One article."
    left = (LeftOut(Shows.QUOTES, 1), LeftOut(Shows.POINTS, 0))
    assert wording.source_line(replace(brief(), left_out=left)) == "Left out: 1 quote."


def test_the_source_line_says_that_a_long_text_was_ranked_in_parts() -> None:
    """A sentence was then compared with those of its part alone, which a reader may want to know."""
    assert wording.source_line(replace(brief(), parts=11)) == "A long text, ranked in 11 parts."


def test_a_page_of_few_words_counts_what_it_left_out_in_one() -> None:
    """The words are needed for what is on it."""
    page = replace(brief(plan=replace(PLAN, words=200)), left_out=(LeftOut(Shows.QUOTES, 1), LeftOut(Shows.POINTS, 4)))
    assert wording.source_line(page) == "Left out: 5 lines."


def test_unnamed_sources_alone_are_called_so() -> None:
    """Without a named source the line does not speak of "ones"."""
    page = full_brief()
    page = replace(brief(), points=page.points[2:], sources=page.sources)
    assert wording.source_line(page) == "1 line from unnamed sources."


def _actor(name: str, *aliases: str) -> ActorLine:
    return ActorLine("", (), id="p1", name=name, kind=ActorKind.GROUP, aliases=aliases)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (_actor("Ida Solberg", "Ida Solberg", "Solberg", "Ms Solberg"), ("Ms Solberg",)),
        (_actor("Seafarers' Union", "SU", "su", "the union"), ("SU", "the union")),
        (_actor("X", "A", "B", "C", "D", "E"), ("A", "B", "C", "D")),
        (_actor("X", "", "x"), ()),
        (_actor("Northern Ferry Line", "Northern Ferry (NF) Line", "line crews", "line", "crews"), ("line crews",)),
    ],
)
def test_other_names_tell_more_than_the_name(line: ActorLine, expected: tuple[str, ...]) -> None:
    """A part of the name is no other name; four are enough."""
    assert expected == wording.other_names(line)


@pytest.mark.parametrize(("importance", "expected"), [(1.0, "●●●"), (0.7, "●●○"), (0.5, "●○○"), (0.0, "●○○")])
def test_centrality_is_three_dots(importance: float, expected: str) -> None:
    """Thirds of the importance above the bar for a card."""
    assert expected == wording.centrality(importance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We wait,", "“We wait”"),
        ("“We wait.”", "“We wait.”"),
        ('"We wait."', '"We wait."'),
        ("", ""),
        ('"A" and "B"', '“"A" and "B"”'),
    ],
)
def test_a_quotation_has_one_pair_of_marks(text: str, expected: str) -> None:
    """Marks are put around words that have none; a comma before the attribution goes."""
    assert expected == wording.quoted(text)


def test_reported_words_have_no_marks() -> None:
    """Only direct quotations are put in marks."""
    line = full_brief().quotes[0]
    assert wording.spoken(replace(line, kind=QuoteKind.INDIRECT)) == "We cannot pay what we do not earn,"


def test_an_event_says_who_once() -> None:
    """Who stands in brackets where the clause does not have it."""
    kept, added, *_ = full_brief().timeline
    assert wording.event_text(kept) == "its strike … has cut off three islands"
    assert wording.event_text(added) == "[The Seafarers' Union] rejected the offer on Tuesday"


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("His [Solberg's] deputies left", "His deputies", "His [Solberg's] deputies left"),
        ("The line … sold ships", "The line, which is new,", "The line … sold ships"),
        ("sold ships", "line", "[line] sold ships"),
        ("airlines sold ships", "line", "[line] airlines sold ships"),
    ],
)
def test_who_is_known_in_a_labelled_or_cut_clause(text: str, who: str, expected: str) -> None:
    """Labels in brackets and words left out do not hide that the clause says who."""
    line = replace(full_brief().timeline[0], text=text, who=who, place="")
    assert wording.event_text(line) == expected


def test_a_date_as_written_is_said_once() -> None:
    """The article's words for a date are shown only where the clause does not hold them."""
    _, held, other, _ = full_brief().timeline
    assert (wording.date_as_written(held), wording.date_as_written(other)) == ("", "on Friday")


@pytest.mark.parametrize(
    ("likelihood", "expected"),
    [
        (Likelihood("likely", (55, 80), (55, 75)), "“likely” (ICD 203: 55-80 %)"),
        (Likelihood("remote chance", None, (0, 5)), "“remote chance” (PHIA: 0-5 %)"),
        (None, ""),
    ],
)
def test_a_word_of_likelihood_is_glossed_by_one_scale(likelihood: Likelihood | None, expected: str) -> None:
    """The American standard where it has the word, else the British yardstick; without a word nothing is said."""
    page = full_brief()
    for line in (page.questions[0], page.timeline[0]):
        assert wording.likelihood_text(replace(line, likelihood=likelihood)) == expected


def test_a_question_that_is_its_evidence_is_shown_once() -> None:
    """Where the article asks the question itself our wording is not needed."""
    line = full_brief().questions[0]
    assert wording.question_text(replace(line, question="Who pays?", text="Who pays?")) == ""
    assert line.question == wording.question_text(line)


def test_the_cue_is_found_in_the_evidence() -> None:
    """The evidence falls into what stands before, at and after the words that leave it open."""
    page = full_brief()
    expected = ("The ministry ", "did not say whether", " it has a plan for medical transport.")
    assert expected == wording.cue_in(page.questions[0], page.sources)


def test_the_number_is_found_in_its_words() -> None:
    """A figure falls into the words before, the number and those after; a number that is not among them comes first."""
    line = full_brief().figures[0]
    assert wording.number_in(line) == ("", "4.2 per cent", " over two years")
    assert wording.number_in(replace(line, number="13", text="people died")) == ("", "13", ": people died")


def test_empty_sections_vanish() -> None:
    """A section without lines is not shown; the sources are, where a plan asks for them."""
    plan = replace(PLAN, sections=(Section(Shows.POINTS, "Points"), Section(Shows.SOURCES, "Sources")))
    assert [block.heading for block in wording.shown_sections(brief(plan=plan))] == ["Sources"]


def test_a_section_chosen_by_source_names_sources() -> None:
    """Points and events chosen with `only` say how they are known; the article's own need not."""
    plan = replace(
        PLAN,
        sections=(Section(Shows.POINTS, "Told", only=("named",)), Section(Shows.QUESTIONS, "Open", only=("unknown",))),
    )
    page = full_brief(plan=plan)
    assert [block.names_source for block in wording.shown_sections(page)] == [True, False]
    named, author, unnamed = page.points
    assert [wording.told_by(line, page) for line in (named, author, unnamed)] == [
        "named source: Ida Solberg",
        "",
        "unnamed source",
    ]


def test_a_source_that_is_no_actor_of_the_page_has_its_own_name() -> None:
    """The name of the line goes before that of the actor."""
    page = full_brief()
    line = replace(page.points[0], known=Known(SourceKind.OFFICIAL, "p99", "the ministry"))
    assert wording.known_text(line, page) == "official source: the ministry"


def test_actors_at_the_end_that_are_only_named_need_no_cards() -> None:
    """Two or more names at the end of the section stand in one row; a name between cards keeps its place."""
    card = replace(_actor("Ida Solberg"), role="the minister")
    bare = _actor("Nordline"), _actor("Skarn Port")
    assert wording.split_cards((bare[0], card, *bare)) == ((bare[0], card), bare)
    assert wording.split_cards((card, bare[0])) == ((card, bare[0]), ())
    assert wording.split_cards(bare) == ((), bare)


@pytest.mark.parametrize(
    ("did", "expected"),
    [
        ("“You cannot take credit for the rain,”", "“You cannot take credit for the rain”"),
        ('said "wait,"', 'said "wait"'),
        ("sailed, and sank", "sailed, and sank"),
    ],
)
def test_a_quotation_on_a_card_ends_without_a_comma(did: str, expected: str) -> None:
    """The comma before the closing mark belongs to the sentence that the card leaves out."""
    assert wording.actor_parts(replace(_actor("Ida Solberg"), did=did)) == (expected,)


@pytest.mark.parametrize(
    ("status", "said_by", "expected"),
    [
        (EventStatus.REPORTED, "Solberg", "reported by Solberg"),
        (EventStatus.REPORTED, "", "reported"),
        (EventStatus.PLANNED, "SU", "planned, according to SU"),
        (EventStatus.HAPPENED, "Solberg", "happened"),
    ],
)
def test_a_status_on_anothers_word_says_whose(status: EventStatus, said_by: str, expected: str) -> None:
    """What only a source says is marked with the source, what the article states is not."""
    line = replace(full_brief().timeline[0], status=status, said_by=said_by)
    assert expected == wording.status_text(line)
