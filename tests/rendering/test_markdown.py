"""Pages as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.errors import TemplateError
from briefing.model.brief import ActorLine, Brief, Likelihood, QuestionLine
from briefing.model.findings import ActorKind, QuestionKind
from briefing.rendering import render_brief, render_pages
from briefing.rendering.characters import plain
from briefing.rendering.markdown import body_words, check_body, fill_body
from briefing.rendering.markdown_words import escape_markdown, markdown_table
from briefing.templates import list_templates
from tests.build import brief, cite, document, full_brief, span
from tests.strategies import HOSTILE, briefs, texts, whole_pages

_GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

EXPECTED = """\
# Ferry strike in Norhavn enters second week
*Coastal Courier, 14 March 2024 · 97 words (20 s)*

**Bottom line.** The ferry union will decide on Friday whether to extend its strike, which has cut off three islands since 4 March.[^1.1]

## Key points

- The operator, Nordline, offered 4.2 per cent over two years; the union asks for 7.[^3.1]
- Nobody knows who will bring the mail.[^1.2]
- Two officials spoke of "weeks, not days".[^5.2]

## Key actors

- **Seafarers' Union** (SU), organisation ●●●: “represents 1,900 deckhands”; rejected the offer on Tuesday.[^2.1]
- **Ida Solberg** ●●○: “Nordline's chief executive”; denied that ships had been sold.[^4.1][^4.2]

## Timeline

when| what| status
---|---|---
4 Mar 2024| its strike … has cut off three islands| happened[^1.1]
12 Mar 2024| \\[The Seafarers' Union\\] rejected the offer on Tuesday| happened[^2.1]
15 Mar 2024 (“on Friday”)| The ferry union will decide … whether to extend its strike| planned[^1.1]

Undated:

- ships had been sold *denied*[^4.2]

## What people said

- **Ida Solberg**: “We cannot pay what we do not earn”[^4.1]

## Key figures

- **4.2 per cent** over two years[^3.1]

## Open questions (our wording)

- **Does the ministry have a plan for medical transport?** *unknown*[^5.1]
- **Will the union extend its strike?** *pending, 15 Mar 2024*[^1.1]

## What the article does not say

- who owns the ferries

*4 lines from named sources, 1 from unnamed ones. Left out: 3 points, 2 events.*

[^1.1]: ¶1, sentence 1: “The ferry union **will decide on Friday whether** to extend its strike, which has cut off three islands since 4 March.”
[^3.1]: ¶3, sentence 1: “The operator, Nordline, offered 4.2 per cent over two years; the union asks for 7.”
[^1.2]: ¶1, sentence 2
[^5.2]: ¶5, sentence 2
[^2.1]: ¶2, sentence 1: “The Seafarers' Union (SU), which represents 1,900 deckhands, rejected the offer on Tuesday.”
[^4.1]: ¶4, sentence 1: “"We cannot pay what we do not earn," said Ida Solberg, Nordline's chief executive.”
[^4.2]: ¶4, sentence 2: “She denied that ships had been sold.”
[^5.1]: ¶5, sentence 1: “The ministry **did not say whether** it has a plan for medical transport.”
"""


def test_the_page_reads_as_designed() -> None:
    """Title, by-line, sections in the plan's order, source line, footnotes."""
    assert render_brief(full_brief()) == EXPECTED


def test_the_words_of_a_page_are_those_of_its_body() -> None:
    """Footnotes are not counted; everything else between white space is."""
    assert body_words("# A title\n- one two[^1.1]\n\n[^1.1]: not counted\n") == 6


def test_a_long_page_says_its_own_time_whether_or_not_it_was_counted() -> None:
    """The page is the same whether its words were counted before or are counted now."""
    page = full_brief()
    assert render_brief(page) == render_brief(replace(page, words=body_words(str(render_brief(page)))))


def test_a_page_of_nothing_has_a_title_and_a_source_line() -> None:
    """Sections without lines vanish; without citations there are no footnotes."""
    page = replace(brief("", title=""), bottom_line=None)
    assert render_brief(page) == "# Untitled\n*undated: relative dates as written*\n\n*One article.*\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words, 4.2 per cent (so).", "plain words, 4.2 per cent (so)."),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        ("[a](b) [^1]", r"\[a\](b) \[^1\]"),
        ("<b> & &amp; AT&T", r"\<b\> & \&amp; AT&T"),
        ("a | b", r"a \| b"),
        ("# no heading", r"\# no heading"),
        ("- no list", r"\- no list"),
        ("1986. A year", r"1986\. A year"),
        ("1986 was", "1986 was"),
        ("https://a.example and www.b.example", r"https\://a.example and www\.b.example"),
        ("line\none", "line one"),
        ("Stop!", r"Stop\!"),
    ],
)
def test_markup_of_an_article_is_escaped(text: str, expected: str) -> None:
    """What could begin a construct gets a backslash, all else stays readable."""
    assert expected == escape_markdown(text)


def _shown_words(markdown: str) -> str:
    """The words that a reader of rendered Markdown sees, of one paragraph, list item or cell."""
    return "".join(token.content for block in _GITHUB.parse(markdown) for token in block.children or ())


@pytest.mark.parametrize("frame", ["{}", "- {}[^1.1]", "x {} x", "| {} | x |\n|---|---|\n| {} | x |"])
@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_escaped_words_are_the_words(frame: str, text: str) -> None:
    """Escaped text renders as itself, with no markup at all, in a paragraph, a list and a table."""
    escaped = escape_markdown(text)
    markdown = frame.replace("{}", escaped)
    kinds = {token.type for block in _GITHUB.parse(markdown) for token in block.children or ()}
    assert kinds <= {"text", "text_special"}
    if "|" not in frame and plain(text):
        assert frame.removeprefix("- ").replace("{}", plain(text)) == _shown_words(markdown)


def _constructs(markdown: str) -> set[str]:
    blocks = _GITHUB.parse(markdown)
    return {token.type for token in blocks} | {token.type for block in blocks for token in block.children or ()}


_ALLOWED = {
    *(
        "heading_open",
        "heading_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
        "softbreak",
    ),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "strong_open", "strong_close"),
    *("em_open", "em_close", "table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
    *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close", "blockquote_open", "blockquote_close"),
}


@whole_pages(max_examples=25)
@given(page=briefs(), template=st.sampled_from(list_templates()))
def test_every_brief_has_a_page_of_our_constructs_alone(page: Brief, template: object) -> None:
    """Whatever an article holds: no HTML, link, image or code, no control character, and no failure, in every template."""
    markdown = str(render_brief(page, body=template.body))  # type: ignore[attr-defined]
    assert _constructs(markdown) <= _ALLOWED
    assert not any((ord(character) < 32 and character != "\n") or 127 <= ord(character) < 160 for character in markdown)
    assert "\u202e" not in markdown


@whole_pages(max_examples=25)
@given(briefs())
def test_every_mark_has_its_footnote(page: Brief) -> None:
    """The marks in the body and the footnotes below it are the same labels."""
    body: list[str] = []
    notes: list[str] = []
    for line in str(render_brief(page)).splitlines():
        (notes if line.startswith("[^") else body).append(line)
    marks = set(re.findall(r"(?<!\\)\[\^([^\]\\]+)\]", "\n".join(body)))
    assert marks == {note[2 : note.index("]")] for note in notes}


@pytest.mark.parametrize("words", HOSTILE)
def test_a_table_keeps_its_columns(words: str) -> None:
    """No text adds a cell or a row to the timeline."""
    page = full_brief()
    page = replace(
        page, timeline=tuple(replace(line, text=words, when_text=words) for line in page.timeline if line.when)
    )
    tokens = _GITHUB.parse(str(render_brief(page)))
    assert (sum(t.type == "th_open" for t in tokens), sum(t.type == "td_open" for t in tokens)) == (3, 9)


def test_several_pages_in_one_file_have_labels_of_their_own() -> None:
    """The footnotes of the second page are not those of the first."""
    pages = str(render_pages((full_brief(), full_brief())))
    assert "[^1-1.1]" in pages
    assert "[^2-1.1]" in pages
    assert "[^1.1]" not in pages


def test_a_template_cannot_forget_to_escape() -> None:
    """Printed values, joined, formatted and in macros, are escaped once; what listed() made is not."""
    page = brief("One.", title="*a* [b]")
    body = """{% macro twice(x) %}{{ x }} {{ x }}{% endmacro %}
{{ brief.title }}
{{ "x" ~ brief.title }}
{{ twice(brief.title) }}
{{ [brief.title, "c"] | join("-") }}
{{ mark(brief.bottom_line) ~ brief.title }}
{{ brief.title | safe }}
{{ mark(brief.bottom_line) }}"""
    lines = fill_body(page, body).splitlines()
    assert lines[:7] == [
        r"\*a\* \[b\]",
        r"x\*a\* \[b\]",
        r"\*a\* \[b\] \*a\* \[b\]",
        r"\*a\* \[b\]-c",
        r"\[^1.1\]\*a\* \[b\]",
        r"\*a\* \[b\]",
        "[^1.1]",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "{{ nothing }}",
        "{{ brief.nothing }}",
        "{{ title.__class__.__mro__ }}",
        "{% for x in sections %}",
        "{{ 1 / 0 }}",
        "{% include 'x' %}",
        "{{ brief.points.append(1) }}",
    ],
)
def test_a_body_at_fault_is_one_clear_error(body: str) -> None:
    """An unknown name, an attempt to leave the sandbox, bad syntax: a TemplateError."""
    with pytest.raises(TemplateError) as caught:
        fill_body(brief(), body)
    assert "\n" not in str(caught.value)


def test_check_body_names_what_is_unknown() -> None:
    """A body that uses a name that is not there is told so without a page."""
    with pytest.raises(TemplateError, match="'nothing'"):
        check_body("{{ title }} {{ nothing }}")
    with pytest.raises(TemplateError, match="line 2"):
        check_body("\n{% if %}")


@pytest.mark.parametrize("template", list_templates(), ids=lambda template: template.name)
def test_every_built_in_template_makes_a_page(template: object) -> None:
    """Each has a sound body, shows the title and cites what it shows."""
    plan, body = template.plan, template.body  # type: ignore[attr-defined]
    check_body(body)
    markdown = str(render_brief(full_brief(plan=plan)))
    assert markdown.startswith("# Ferry strike in Norhavn enters second week\n*Coastal Courier")
    assert "\n[^" in markdown
    assert "\n\n\n" not in markdown


def test_a_page_of_an_unknown_template_is_drawn_by_its_plan() -> None:
    """Without a body the plan of a user's template is shown as `brief` would."""
    page = full_brief()
    renamed = replace(page, plan=replace(page.plan, name="mine"))
    assert render_brief(page) == render_brief(renamed)


def test_a_question_without_wording_is_its_evidence() -> None:
    """Where no question could be worded the heading does not speak of our wording."""
    page = full_brief()
    lines = tuple(replace(line, question="") for line in page.questions)
    assert all(isinstance(line, QuestionLine) for line in lines)
    markdown = str(render_brief(replace(page, questions=lines)))
    assert "## Open questions\n" in markdown
    assert "- The ministry *did not say whether* it has a plan for medical transport. *unknown*[^5.1]" in markdown


def test_how_likely_the_source_calls_it_stands_beside_the_kind_and_the_status() -> None:
    """The source's word with its band."""
    page = full_brief()
    likely = Likelihood("did not say", (55, 80))
    questions = tuple(replace(line, likelihood=likely) for line in page.questions)
    events = tuple(replace(line, likelihood=Likelihood("likely", (55, 80))) for line in page.timeline)
    markdown = str(render_brief(replace(page, questions=questions, timeline=events)))
    assert "unknown, “did not say” (ICD 203: 55-80 %)*" in markdown
    assert ": “likely” (ICD 203: 55-80 %)" in markdown
    assert ": “likely” (ICD 203: 55-80 %)" not in str(render_brief(page))


def test_a_table_of_words_is_escaped() -> None:
    """Cells keep to their column."""
    assert markdown_table(("a", "b|c"), [("1", "x | y")]) == "| a | b\\|c |\n|---|---|\n| 1 | x \\| y |\n"


def test_actors_that_are_only_named_share_a_row() -> None:
    """Name, other names and mark of each; no bullet and no dots of its own; one word for several of a kind."""
    named = cite(document("Nordline and Skarn Port closed."), "Nordline and Skarn Port closed.")
    bare = [
        ActorLine(name, (named,), id=f"p{nth}", name=name, kind=ActorKind.ORGANISATION)
        for nth, name in enumerate(("Nordline", "Skarn Port"), 1)
    ]
    bare.append(replace(bare[0], text="Ida Solberg", id="p3", name="Ida Solberg", kind=ActorKind.PERSON))
    page = replace(brief("Nordline and Skarn Port closed."), actors=tuple(bare))
    assert (
        "\n- **Nordline**[^1.1], **Skarn Port**[^1.1] (organisations); **Ida Solberg**[^1.1], person\n"
        in render_brief(page)
    )


def test_a_short_timeline_is_a_list() -> None:
    """One or two dated events stand in a list with the undated ones; a table would be hardly more than its head."""
    page = full_brief()
    dated = [line for line in page.timeline if line.when]
    shown = render_brief(replace(page, timeline=tuple(dated[:2])))
    assert "when| what| status" not in shown
    assert f"- **{dated[0].when_text}" in shown
    assert f" *{dated[0].status.value}*[^" in shown


def test_what_leaves_a_question_open_is_marked_in_its_footnote() -> None:
    """Each of a sentence's cues is bold, one inside another with it; a question mark is no word to point at."""
    text = "It is not known whether, or when, Nordline will sail, and who will pay is unclear?"
    made = document(text)
    cues = ("is not known", "not known", "is unclear", "?")
    lines = tuple(
        QuestionLine(
            "Will it sail?",
            (cite(made, text),),
            None,
            0.5,
            kind=QuestionKind.UNKNOWN,
            question=f"Question {nth}?",
            cue=span(made, cue),
        )
        for nth, cue in enumerate(cues)
    )
    page = replace(brief(text), bottom_line=None, questions=lines)
    note = str(render_brief(page)).splitlines()[-1]
    assert note.endswith("“It **is not known** whether, or when, Nordline will sail, and who will pay **is unclear**?”")
