"""An explanation below a page."""

from __future__ import annotations

import re

import pytest

from briefing.errors import UsageError
from briefing.model.explanation import ActorReasons, Explanation, NameReason
from briefing.model.findings import ActorKind
from briefing.model.text import Citation, Span
from briefing.rendering import render_explanation


def reason(words: str, why: str, times: int = 1) -> NameReason:
    """A reason at paragraph 2, sentence 1."""
    return NameReason(words, "name", why, Citation("a1.3", Span(5, 9)), (2, 1), times)


FERRY = Explanation(
    "Ferry strike",
    (
        ActorReasons(
            "p1",
            "Ida Solberg",
            ActorKind.PERSON,
            (reason("Ida Solberg", "the name itself"), reason("Solberg", "the surname of “Ida Solberg”", 5)),
        ),
    ),
)


def test_markdown() -> None:
    """A section with a list in a list."""
    assert render_explanation(FERRY, "markdown") == (
        "## Why these names\n\n"
        "*For each actor: the words that were taken for it, why, and where they stand first.*\n\n"
        "- **Ida Solberg**, person\n"
        "  - Ida Solberg: the name itself (¶2, sentence 1)\n"
        "  - Solberg: the surname of “Ida Solberg” (¶2, sentence 1; 5 times)\n"
    )


def test_terminal() -> None:
    """Lines of the width, in ASCII where that is asked for; colour changes nothing but the style."""
    shown = render_explanation(FERRY, "terminal", named=True, width=44, ascii=True)
    assert shown == (
        "Why these names: Ferry strike --------------\n"
        " For each actor: the words that were taken\n"
        " for it, why, and where they stand first.\n"
        "\n"
        " Ida Solberg, person\n"
        "   Ida Solberg: the name itself (p.2,\n"
        "     sentence 1)\n"
        '   Solberg: the surname of "Ida Solberg"\n'
        "     (p.2, sentence 1; 5 times)\n"
    )
    colored = render_explanation(FERRY, "terminal", named=True, width=44, ascii=True, color=True)
    assert shown == re.sub(r"\x1b\[[\d;]*m", "", colored)
    assert shown != colored


@pytest.mark.parametrize("format", ["markdown", "terminal"])
@pytest.mark.parametrize("width", [1, 40, 400])
def test_words_of_an_article_steer_nothing(format: str, width: int) -> None:
    """Control characters, overrides of direction, markup and line ends of an article do not reach a reader."""
    evil = "E\x1b[31m\u202e**vil** [bold]x[/bold] <b>&amp;</b>\n# " + "long" * 80
    one = ActorReasons("p1", evil, ActorKind.GROUP, (reason(evil, f"the surname of “{evil}”"),))
    shown = render_explanation(Explanation(evil, (one,)), format, named=True, width=width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    if format == "markdown":
        assert 6 == len(shown.splitlines())
        assert not re.search(r"(?<!\\)[<\[]|(?<![\\*])\*\*vil", shown)
    else:
        assert all(len(line) <= max(40, width) for line in shown.splitlines())
        assert "[bold]x[/bold]" in " ".join(shown.split()) or width < 400


@pytest.mark.parametrize("format", ["markdown", "terminal"])
def test_nothing_to_explain_is_said(format: str) -> None:
    """Without an actor the section says so."""
    assert "There is no actor to explain." in render_explanation(Explanation(""), format, named=True)


def test_there_are_two_formats() -> None:
    """Programs are given the values themselves."""
    with pytest.raises(UsageError, match="no explanation as 'json'"):
        render_explanation(FERRY, "json")
