"""A brief as Markdown in GitHub's dialect: the template's body, filled in jinja2's sandbox, and the footnotes that it refers to.

Everything that a template prints is escaped unless this module made it, so a template's author cannot let an article's markup
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
from briefing.model.brief import ActorLine, EventLine, FactLine, FigureLine, QuestionLine, QuoteLine, Shows
from briefing.rendering import wording
from briefing.rendering.characters import plain
from briefing.rendering.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from briefing.model.brief import Brief, Line
    from briefing.rendering.wording import Block

__all__ = ["Markdown", "body_words", "check_body", "escape_markdown", "fill_body", "markdown_table"]

_NAMES = ("title", "byline", "source_line", "brief", "plan", "sections", "listed", "shown", "mark", "spoken", "known")
"""What a body can use; see the module's docstring."""

# Characters that can begin a construct anywhere in a line: escapes, code, emphasis, links and footnotes, HTML and autolinks, tables,
# strikethrough.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]")
_ENTITY = re.compile(r"&(?=#|\w+;)")
_ADDRESS = re.compile(r"(?<=http)(s?):(?=//)|(?<=ftp):(?=//)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(?:(?=[-+=#])|(\d{1,9})(?=[.)](?:\s|$)))")


class Markdown(str):
    """Text that is Markdown already, and so is printed by a template as it is."""

    __slots__ = ()


def escape_markdown(text: str) -> str:
    """The Markdown that shows these words on one line: no markup of theirs, no HTML, no link, no cell or footnote of a table."""
    shown = _SPECIAL.sub(r"\\\g<0>", plain(text))
    if "&" in shown:
        shown = _ENTITY.sub(r"\\&", shown)
    if "://" in shown or "www." in shown.lower():
        shown = _ADDRESS.sub(lambda match: f"{match[1] or ''}\\{match[0][-1]}", shown)
    shown = _AT_START.sub(lambda match: f"{match[1] or ''}\\", shown)
    # "![" would begin an image where a footnote mark follows.
    return f"{shown[:-1]}\\!" if shown.endswith("!") else shown


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


def markdown_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of plain words, every cell escaped, with a final line feed."""
    head = [escape_markdown(cell) for cell in header]
    lines = [head, *([escape_markdown(cell) for cell in row] for row in rows)]
    drawn = [f"| {' | '.join(cells)} |" for cells in lines]
    return "\n".join([drawn[0], "|" + "---|" * len(head), *drawn[1:]]) + "\n"


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
    page = _Page(brief, prefix)
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


# ---- the building blocks


class _Page:
    """Turns lines into Markdown and remembers which sentences were cited, for the footnotes."""

    def __init__(self, brief: Brief, prefix: str) -> None:
        self._brief = brief
        self._places = Places.of(brief, prefix=prefix)
        # For each cited sentence: do all lines that cite it show it whole?
        self._cited: dict[str, bool] = {}

    def footnotes(self) -> str:
        """A footnote for each sentence cited: its place, and its words where a line does not show them already."""
        notes = []
        for sentence_id, is_shown in self._cited.items():
            words = "" if is_shown else f": “{escape_markdown(self._places.words(sentence_id))}”"
            notes.append(f"[^{self._places.label(sentence_id)}]: {self._places.describe(sentence_id)}{words}")
        return "\n".join(notes)

    def mark(self, line: Line) -> Markdown:
        """The citation marks of a line; "" for one without citations."""
        marks = []
        # A question in our wording leaves its sentence to the footnote.
        text = "" if isinstance(line, QuestionLine) and wording.question_text(line) else plain(line.text)
        for sentence_id in self._places.sentences_of(line):
            is_shown = plain(self._places.words(sentence_id)) in text
            self._cited[sentence_id] = self._cited.get(sentence_id, True) and is_shown
            marks.append(f"[^{self._places.label(sentence_id)}]")
        return Markdown("".join(marks))

    def listed(self, block: Block) -> Markdown:
        """The lines of a section: a table for the timeline, a paragraph for the bottom line, else a list."""
        if block.shows is Shows.SOURCES:
            return Markdown("\n".join(f"- {self._source(number)}" for number in range(len(self._brief.sources))))
        if block.shows is Shows.BOTTOM_LINE:
            return Markdown(" ".join(self.shown(line) for line in block.lines))
        if block.shows is Shows.TIMELINE:
            return Markdown(self._timeline(block))
        lines, named = wording.split_cards(block.lines)
        told = [self._told(line) if block.names_source else "" for line in lines]
        rows = [f"- {self._words(line)}{who}{self.mark(line)}" for line, who in zip(lines, told, strict=True)]
        if named:
            also = "; ".join(f"{_name(line)}{self.mark(line)}" for line in named)
            rows.append(f"- Also {also}" if lines else f"- {also}")
        return Markdown("\n".join(rows))

    def shown(self, line: Line) -> Markdown:
        """One line with its citation marks."""
        return Markdown(self._words(line) + self.mark(line))

    def _words(self, line: Line) -> str:
        match line:
            case ActorLine():
                return _actor(line)
            case EventLine():
                date = _bold(line.when_text) + ": " if plain(line.when_text) else ""
                return f"{date}{_event(line)} *{line.status.value}*"
            case QuoteLine():
                speaker = f"{_bold(line.speaker)}: " if plain(line.speaker) else ""
                return speaker + escape_markdown(wording.spoken(line))
            case FigureLine():
                before, number, after = (_keeping_spaces(part) for part in wording.number_in(line))
                return f"{before}**{number}**{after}" if number else before
            case FactLine():
                return f"{_bold(line.label)}: {escape_markdown(line.text)}"
            case QuestionLine():
                return self._question(line)
            case _:
                return escape_markdown(line.text)

    def _question(self, line: QuestionLine) -> str:
        """Our wording, how it is left open and in which words (the sentence is the footnote's); without a wording, the sentence."""
        question = wording.question_text(line)
        kind = ", ".join(escape_markdown(part) for part in (line.kind.value, line.due) if part)
        before, cue, after = (_keeping_spaces(part) for part in wording.cue_in(line, self._brief.sources))
        if question:
            return f"{_bold(question)} *{kind}{f': “{cue.strip()}”' if cue.strip() else ''}*"
        evidence = f"{before}*{cue}*{after}" if cue else before
        return f"{evidence} *{kind}*"

    def _timeline(self, block: Block) -> str:
        """The dated events as a table, the others as a list below it."""
        lines = [line for line in block.lines if isinstance(line, EventLine)]
        dated = [line for line in lines if line.when]
        undated = [line for line in lines if not line.when]
        told = {id(line): self._told(line) if block.names_source else "" for line in lines}
        parts = []
        if dated:
            # Without outer pipes, which GitHub's dialect does not need: every one of them would count as a word of the page.
            rows = [
                f"{_date(line)} | {_event(line)} | {line.status.value}{told[id(line)]}{self.mark(line)}"
                for line in dated
            ]
            parts.append("\n".join(["when | what | status", "---|---|---", *rows]))
        if undated:
            rows = [f"- {_event(line)} *{line.status.value}*{told[id(line)]}{self.mark(line)}" for line in undated]
            parts.append("\n".join([*(["Undated:", ""] if dated else []), *rows]))
        return "\n\n".join(parts)

    def _told(self, line: Line) -> str:
        told = wording.told_by(line, self._brief)
        return f" ({escape_markdown(told)})" if told else ""

    def _source(self, number: int) -> str:
        source = self._brief.sources[number].source
        parts = (source.title or self._brief.title, source.site, source.author, source.origin)
        digest = f" (sha256 {source.sha256[:12]})" if source.sha256 else ""
        return ", ".join(escape_markdown(part) for part in parts if plain(part)) + digest


def _bold(text: str) -> str:
    return f"**{escape_markdown(text)}**"


def _keeping_spaces(text: str) -> str:
    """The words escaped, with the space at either end that joins them to what stands beside them."""
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + escape_markdown(text) + " " * text[-1].isspace()


def _date(line: EventLine) -> str:
    """The date of a line as shown, with the article's words for it where they were relative."""
    when = escape_markdown(line.when_text) or (line.when.first_day.isoformat() if line.when else "")
    written = wording.date_as_written(line)
    return f"{when} (“{escape_markdown(written)}”)" if written else when


def _event(line: EventLine) -> str:
    """The clause of an event; of one without days, the article's words for its date too."""
    written = "" if line.when else wording.date_as_written(line)
    text = escape_markdown(wording.event_text(line))
    return f"{text} (“{escape_markdown(written)}”)" if written else text


def _name(line: ActorLine) -> str:
    """An actor's name, other names and kind."""
    names = ", ".join(escape_markdown(name) for name in wording.other_names(line))
    return f"{_bold(line.name)}{f' ({names})' if names else ''}, {line.kind.value}"


def _actor(line: ActorLine) -> str:
    """An actor's card: name, other names, kind and how central it is; its role in quotation marks; what it did."""
    head = f"{_name(line)} {wording.centrality(line.salience)}"
    tail = "; ".join(escape_markdown(part) for part in wording.actor_parts(line))
    if not tail:
        return head
    # A full stop ends the line before its marks, unless something does already.
    return f"{head}: {tail}" if tail[-1] in ".!?…”" else f"{head}: {tail}."
