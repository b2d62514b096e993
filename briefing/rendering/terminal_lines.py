"""The lines of the terminal's page, one drawing for each kind of line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.model.brief import ActorLine, EventLine, FactLine, FigureLine, QuestionLine, QuoteLine
from briefing.model.findings import EventStatus
from briefing.rendering import wording
from briefing.rendering.characters import plain, to_ascii
from briefing.rendering.places import Places

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from briefing.model.brief import Brief, Line
    from briefing.rendering.wording import Block

__all__ = ["Pen"]

_STATUS_STYLES: Mapping[EventStatus, str] = {
    EventStatus.HAPPENED: "green",
    EventStatus.REPORTED: "cyan",
    EventStatus.PLANNED: "magenta",
    EventStatus.POSSIBLE: "yellow",
    EventStatus.DENIED: "red",
}

_DATE_COLUMNS = 18
"""Room for "c. Sun 21 Aug 2022"; a longer date runs over two lines."""
_WIDE = 64
"""From this width on the status stands in a column of its own."""


class Pen:
    """Draws lines of one brief, in ASCII where it must be so.

    Args:
        brief: The brief.
        ascii: Whether the terminal has ASCII alone.
    """

    def __init__(self, brief: Brief, *, ascii: bool) -> None:
        self.ascii = ascii
        self._brief = brief
        self._places = Places.of(brief)

    def text(self, words: str, style: str = "") -> Text:
        """Words in a style; what they hold is never markup. A space at either end stays."""
        shown = plain(words)
        if not shown:
            return Text()
        # The style lies on these words alone: not on the spaces around them, nor on what may be appended.
        text = Text(" " * words[0].isspace())
        text.append(to_ascii(shown) if self.ascii else shown, style or None)
        return text.append(" " * words[-1].isspace())

    def is_ours(self, line: Line) -> bool:
        """True iff the line shows a question in our wording."""
        return isinstance(line, QuestionLine) and bool(wording.question_text(line))

    def item(self, line: Line, block: Block) -> RenderableType:
        """A line of a list: its bullet and its words."""
        if isinstance(line, ActorLine):
            return self._actor(line)
        if isinstance(line, QuestionLine) and self.is_ours(line):
            return self._question(line)
        return self.bullet(self.line(line, block))

    def bullet(self, text: Text) -> RenderableType:
        """A text with a bullet, its further lines indented."""
        return _hanging(self.text("•", "cyan"), text, 1)

    def line(self, line: Line, block: Block) -> Text:
        """The words of a line with its marks, without a bullet."""
        match line:
            case QuoteLine():
                text = self.text(f"{line.speaker}: ", "bold") if plain(line.speaker) else Text()
                text.append_text(self.text(wording.spoken(line)))
            case FigureLine():
                before, number, after = wording.number_in(line)
                text = self.text(before).append_text(self.text(number, "bold")).append_text(self.text(after))
            case FactLine():
                text = self.text(f"{line.label}: ", "bold").append_text(self.text(line.text))
            case QuestionLine():
                text = self._evidence(line).append_text(self.text(f" {_how(line)}", "magenta"))
            case EventLine():
                text = self._event(line).append_text(self._status(line))
            case _:
                text = self.text(line.text)
        return text.append_text(self._told(line, block)).append_text(self._marks(line))

    def sources(self) -> list[Text]:
        """A line for each source: title, site, author, origin."""
        lines = []
        for document in self._brief.sources:
            source = document.source
            parts = (source.title or self._brief.title, source.site, source.author, source.origin)
            lines.append(self.text(", ".join(plain(part) for part in parts if plain(part))))
        return lines

    def timeline(self, block: Block, width: int) -> RenderableType:
        """The dated events, then the undated ones, with their dates under one another; in a narrow column a date above each."""
        lines = [line for line in block.lines if isinstance(line, EventLine)]
        dated = [line for line in lines if line.when]
        undated = [line for line in lines if not line.when]
        grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False, expand=True)
        is_wide = width >= _WIDE
        if is_wide:
            grid.add_column(width=1)
            grid.add_column(width=min(_DATE_COLUMNS, max(len(self._date(line)) for line in lines)), justify="right")
            grid.add_column(ratio=1)
            grid.add_column(no_wrap=True)
        for line in (*dated, *undated):
            if undated and dated and line is undated[0]:
                grid.add_row()
            text = self._event(line).append_text(self._told(line, block)).append_text(self._marks(line))
            if is_wide:
                grid.add_row(self._status_mark(line), self._date(line), text, self._status(line))
            else:
                head = self._date(line).append(" ").append_text(self._status(line))
                grid.add_row(_hanging(self._status_mark(line), Group(head, text), 0))
        return Padding(grid, (0, 0, 0, 1))

    def _date(self, line: EventLine) -> Text:
        if not line.when:
            return self.text("undated", "dim")
        return self.text(plain(line.when_text) or line.when.first_day.isoformat(), "bold")

    def _event(self, line: EventLine) -> Text:
        text = self.text(wording.event_text(line))
        written = wording.date_as_written(line)
        if written:
            text.append_text(self.text(f" (“{written}”)", "dim"))
        source = wording.source_text(line)
        return text.append_text(self.text(f" ({source})", "dim")) if source else text

    def _status_mark(self, line: EventLine) -> Text:
        return self.text(wording.STATUS_MARKS[line.status], _STATUS_STYLES[line.status])

    def _status(self, line: EventLine) -> Text:
        return self.text(line.status.value, _STATUS_STYLES[line.status])

    def _actor(self, line: ActorLine) -> RenderableType:
        """A card of two lines or more: the name, other names and kind; then who it is and what it did."""
        head = self._name(line)
        tail = "; ".join(wording.actor_parts(line))
        body = self.text(tail).append_text(self._marks(line)) if tail else head.append_text(self._marks(line))
        dots = self.text(wording.centrality(line.importance), "cyan")
        return _hanging(dots, Group(head, body) if tail else head, 1)

    def names(self, lines: Sequence[ActorLine], *, is_more: bool) -> RenderableType:
        """The actors of whom the page says no more, in one row; `is_more`: others stand above them."""
        row = self.text("Also ", "dim") if is_more else Text()
        for line in lines:
            row.append_text(self._name(line)).append_text(self._marks(line))
            row.append_text(self.text("; " if line is not lines[-1] else ""))
        return self.bullet(row)

    def _name(self, line: ActorLine) -> Text:
        text = self.text(line.name, "bold")
        names = ", ".join(wording.other_names(line))
        if names:
            text.append_text(self.text(f" ({names})"))
        return text.append_text(self.text(f", {line.kind.value}", "dim"))

    def _question(self, line: QuestionLine) -> RenderableType:
        head = self.text(wording.question_text(line), "bold").append_text(self.text(f" {_how(line)}", "magenta"))
        return _hanging(self.text("?", "cyan"), Group(head, self._evidence(line).append_text(self._marks(line))), 1)

    def _told(self, line: Line, block: Block) -> Text:
        told = wording.told_by(line, self._brief) if block.names_source else ""
        likely = wording.likelihood_text(line) if isinstance(line, EventLine) else ""
        return self.text("".join((f" {likely}" if likely else "", f" ({told})" if told else "")), "dim")

    def _evidence(self, line: QuestionLine) -> Text:
        before, cue, after = wording.cue_in(line, self._brief.sources)
        style = "dim" if self.is_ours(line) else ""
        text = self.text(before, style).append_text(self.text(cue, "italic underline"))
        return text.append_text(self.text(after, style))

    def _marks(self, line: Line) -> Text:
        marks = self._places.marks(line)
        return self.text(f" {marks}", "dim") if marks else Text()


def _how(line: QuestionLine) -> str:
    """How a question is left open, and until when: "pending, 15 Mar 2024"."""
    return ", ".join(part for part in (line.kind.value, plain(line.due), wording.likelihood_text(line)) if part)


def _hanging(mark: Text, body: RenderableType, indent: int) -> RenderableType:
    """A mark and, beside it, what it marks."""
    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(mark, body)
    return Padding(grid, (0, 0, 0, indent))
