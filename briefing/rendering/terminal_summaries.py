"""Summaries of one article by several methods side by side in the terminal, with rich: what they have in common, and what not.

Where there is room, each method has a column. Where there is not, each sentence is shown once, with the methods that chose it.
"""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from briefing.rendering.characters import plain, to_ascii
from briefing.rendering.places import Places
from briefing.rendering.terminal_console import make_console, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from briefing.model.brief import Line, Ranking

__all__ = ["render_side_by_side"]

_LEAST_WIDTH = 40
# A column of a newspaper has about so many characters; narrower ones tear sentences to pieces.
_LEAST_COLUMN = 26
_GUTTER = 3
_LEGEND = "Below each sentence: the methods that chose it, and its place among what each chose (1: the best)."


def render_side_by_side(
    rankings: Sequence[Ranking],
    summaries: Sequence[Sequence[Line]],
    *,
    order: str = "text",
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str:
    """Summaries of one article beside one another, and a line that says what all of them chose.

    Args:
        rankings: How each method ranked the sentences of the article; one at least.
        summaries: The lines of each summary, in the order in which they are to be shown.
        order: What that order is: "text", or "rank" for the best first.
        width: The columns of the terminal.
        ascii: True for ASCII only.
        color: True for colours.
    """
    console = make_console(max(width, _LEAST_WIDTH), ascii=ascii, color=color)
    drawing = _Drawing(rankings, summaries, order=order, width=console.width, ascii=ascii)
    column = (console.width - 2 - _GUTTER * (len(rankings) - 1)) // len(rankings)
    if column >= _LEAST_COLUMN:
        console.print(drawing.columns(column))
    else:
        console.print(drawing.sentences())
        console.print(Padding(Text(_LEGEND, style="dim"), (1, 1, 0, 1)))
    console.print(Padding(drawing.agreement(), (1 if column >= _LEAST_COLUMN else 0, 1, 0, 1)))
    return text_of(console)


class _Drawing:
    """Draws several summaries of one article."""

    def __init__(
        self, rankings: Sequence[Ranking], summaries: Sequence[Sequence[Line]], *, order: str, width: int, ascii: bool
    ) -> None:
        self.methods = [ranking.method for ranking in rankings]
        self.summaries = summaries
        self.order = order
        self.width = width
        self.ascii = ascii
        self.places = Places((rankings[0].document,))
        self.lines: dict[str, Line] = {}
        # The place of a sentence among those that a method chose: 1 for its best.
        self.choices: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for ranking, lines in zip(rankings, summaries, strict=True):
            places = {sentence: place for place, sentence in enumerate(ranking.chosen, start=1)}
            for line in lines:
                sentence = line.citations[0].sentence
                self.lines.setdefault(sentence, line)
                self.choices[sentence][ranking.method] = places[sentence]

    def columns(self, width: int) -> RenderableType:
        """A column of so many characters for each method."""
        grid = Table.grid(padding=(0, _GUTTER, 0, 0), pad_edge=False)
        for _ in self.methods:
            grid.add_column(width=width, overflow="fold")
        heads = []
        for method in self.methods:
            rule = Rule(style="cyan", characters="-" if self.ascii else "─")
            heads.append(Group(self._text(method, "bold cyan"), rule))
        grid.add_row(*heads)
        for row in range(max(map(len, self.summaries))):
            cells = []
            for lines in self.summaries:
                cell = self._line(lines[row]) if row < len(lines) else Text()
                cells.append(Padding(cell, (1 if row else 0, 0, 0, 0)))
            grid.add_row(*cells)
        return Padding(grid, (0, 1))

    def sentences(self) -> RenderableType:
        """Each sentence once, with the methods that chose it and the place that each gives it, the highest first."""
        parts: list[RenderableType] = []
        for sentence in self._ordered():
            by = self.choices[sentence]
            note = self._text(f"{len(by)} of {len(self.methods)}: ", "cyan")
            # A method and its place stay together: textwrap, unlike rich, keeps what a no-break space joins.
            chosen = ", ".join(f"{method}\xa0{place}" for method, place in sorted(by.items(), key=itemgetter(1)))
            lines = wrap(chosen, self.width - len(note) - 4)
            note.append_text(self._text(f"\n{' ' * len(note)}".join(lines).replace("\xa0", " "), "dim"))
            parts.append(Padding(self._line(self.lines[sentence]), (1 if parts else 0, 1, 0, 1)))
            parts.append(Padding(note, (0, 1, 0, 3)))
        return Group(*parts)

    def _ordered(self) -> list[str]:
        """The chosen sentences: in the order of the text, or those first that most methods chose, and ranked highest."""

        def key(sentence: str) -> tuple[float, ...]:
            by = self.choices[sentence].values()
            start = self.lines[sentence].citations[0].span.start
            return (-len(by), sum(by) / len(by), start) if self.order == "rank" else (start,)

        return sorted(self.lines, key=key)

    def agreement(self) -> Text:
        """What all methods chose."""
        everywhere = [sentence for sentence in self._ordered() if len(self.choices[sentence]) == len(self.methods)]
        if not everywhere:
            return self._text("No sentence is in all of them.", "dim")
        labels = ", ".join(f"¶{self.places.label(sentence)}" for sentence in everywhere)
        return self._text(f"In all of them: {labels}", "dim")

    def _line(self, line: Line) -> Text:
        """A sentence with its place."""
        marks = ", ".join(f"¶{self.places.label(sentence)}" for sentence in self.places.sentences_of(line))
        return self._text(plain(line.text)).append(" ").append_text(self._text(f"[{marks}]", "dim"))

    def _text(self, words: str, style: str = "") -> Text:
        return Text(to_ascii(words) if self.ascii else words, style=style)
