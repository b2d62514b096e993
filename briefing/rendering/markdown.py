"""A brief as Markdown in GitHub's dialect: the template's body, filled in jinja2's sandbox, and the footnotes that it refers to.

Everything that a template prints is escaped unless `markdown_lines` made it, so a template's author cannot let an article's markup
through by forgetting something. jinja2 is imported here alone, and only when a page is made.

What a body can use:

    title, byline, source_line    the page's head and foot
    brief, plan                   the values themselves
    sections                      the plan's sections that have something to show, in order: .shows .heading .lines .names_source
    listed(section)               its lines as Markdown: a list; a table for the timeline; one paragraph for the bottom line
    shown(line)                   one line as Markdown, with its citation marks
    mark(line)                    the citation marks alone: `[^3.2]`, paragraph 3, sentence 2
    spoken(quote)                 a quotation's words, in quotation marks where they are direct
    known(line)                   how a line is known: "official source: Ida Solberg"
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefing.errors import TemplateError
from briefing.model.brief import QuestionLine
from briefing.rendering import wording
from briefing.rendering.markdown_lines import MarkdownLines
from briefing.rendering.markdown_words import Markdown, escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from briefing.model.brief import Brief
    from briefing.rendering.wording import Block

__all__ = ["body_words", "check_body", "fill_body"]

_NAMES = ("title", "byline", "source_line", "brief", "plan", "sections", "listed", "shown", "mark", "spoken", "known")
"""What a body can use; see the module's docstring."""


def body_words(markdown: str) -> int:
    """The words of a page's body: what stands between white space on every line that is no footnote."""
    return sum(len(line.split()) for line in markdown.splitlines() if not line.startswith("[^"))


def fill_body(brief: Brief, body: str, *, prefix: str = "") -> str:
    """The page as Markdown: the body of a template, filled, then the footnotes of the sentences that it cites.

    Args:
        brief: The brief.
        body: The Jinja body.
        prefix: What footnote labels begin with, for several pages in one file.

    Raises:
        TemplateError: The body is no Jinja, uses a name that is not there, or fails.
    """
    template = _compile(body)
    # The by-line says how long this page takes to read; where nobody has counted its words yet they are counted on a draft, whose
    # by-line has as many.
    words = brief.words or body_words(_fill(template, brief, words=1, prefix=prefix))
    return _fill(template, brief, words=words, prefix=prefix)


def check_body(body: str) -> None:
    """Nothing, where a body is Jinja that uses only the names that it can.

    Raises:
        TemplateError: It is not; says where.
    """
    from jinja2 import meta  # noqa: PLC0415 - a heavy import waits until it is needed

    _compile(body)
    unknown = sorted(meta.find_undeclared_variables(_environment().parse(body)) - {*_NAMES})
    if unknown:
        names = ", ".join(f"'{name}'" for name in unknown)
        raise TemplateError(f"the body uses {names}", remedy=f"it can use {', '.join(_NAMES)}")


# ---- the sandbox


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined  # noqa: PLC0415 - see check_body
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    class Environment(ImmutableSandboxedEnvironment):
        """A sandbox whose pieces, put together, are Markdown: what a macro or a block returns is not escaped twice."""

        @staticmethod
        def concat(pieces: Iterable[str]) -> Markdown:
            """The pieces of a template, all of them printed by it, as one."""
            return Markdown("".join(pieces))

    return Environment(
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markdown) else escape_markdown(str(value)),
        autoescape=False,  # HTML's escaping; `finalize` does Markdown's
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@lru_cache(maxsize=16)
def _compile(body: str) -> Template:
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - see check_body

    try:
        return _environment().from_string(body)
    except TemplateSyntaxError as error:
        raise TemplateError(f"the body, line {error.lineno}: {error.message}") from error


def _fill(template: Template, brief: Brief, *, words: int, prefix: str) -> str:
    page = MarkdownLines(brief, prefix)
    names = {
        "title": wording.title_of(brief),
        "byline": wording.byline(brief, words),
        "source_line": wording.source_line(brief),
        "brief": brief,
        "plan": brief.plan,
        "sections": tuple(_titled(block) for block in wording.shown_sections(brief)),
        "listed": page.listed,
        "shown": page.shown,
        "mark": page.mark,
        "spoken": wording.spoken,
        "known": lambda line: wording.known_text(line, brief),
    }
    try:
        body = template.render(names)
    except Exception as error:  # a template may fail in any way; its author hears of it in one line
        raise TemplateError(f"the body fails: {error}", where=brief.plan.name) from error
    body = re.sub(r"[ \t]+\n", "\n", body)
    body = re.sub(r"\n{3,}", "\n\n", body).strip()
    notes = page.footnotes()
    return f"{body}\n\n{notes}\n" if notes else f"{body}\n"


def _titled(block: Block) -> Block:
    """The block, whose heading says so where its lines are in our words."""
    if any(isinstance(line, QuestionLine) and wording.question_text(line) for line in block.lines):
        return wording.Block(block.shows, f"{block.heading} (our wording)", block.lines, block.names_source)
    return block
