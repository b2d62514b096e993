"""`briefing summarize`: the sentences that say most, by any method, or by several side by side."""

from __future__ import annotations

import json
import re
import textwrap
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, parameters, settings
from briefing.cli.articles import read_articles
from briefing.cli.briefs import choose_format
from briefing.cli.exits import Tally
from briefing.cli.messages import printable, report
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.model.brief import Line, Ranking
    from briefing.model.text import Document, Source
    from briefing.options import Options

__all__ = ["Order", "summarize"]

_FORMATS = ("text", "markdown", "json", "csv")
_COLUMNS = ("article", "title", "method", "rank", "paragraph", "sentence", "text", "start", "end")
_NO_WRAPPING = 1_000_000


class Order(StrEnum):
    """The order of the sentences of a summary."""

    TEXT = "text"
    RANK = "rank"


def summarize(
    articles: parameters.Articles,
    method: parameters.Methods = None,
    sentences: Annotated[
        int | None,
        typer.Option("--sentences", metavar="N", min=1, help="How many sentences.  [default: 3]", show_default=False),
    ] = None,
    words: Annotated[
        int | None,
        typer.Option("--words", metavar="N", min=1, help="Whole sentences within this many words.", show_default=False),
    ] = None,
    percent: Annotated[
        float | None,
        typer.Option(
            "--percent",
            metavar="P",
            min=0.01,
            max=100,
            help="This share of the article's sentences.",
            show_default=False,
        ),
    ] = None,
    order: Annotated[Order, typer.Option("--order", help="The article's order, or the best first.")] = Order.TEXT,
    explain: Annotated[bool, typer.Option("--explain", help="Show where each method ranks each sentence.")] = False,
    output_file: parameters.Output = None,
    format: parameters.Format = None,
    force: parameters.Force = False,
    width: parameters.Width = None,
    ascii: parameters.Ascii = None,
    any_language: parameters.AnyLanguage = False,
) -> None:
    """Summarize each article in its own sentences.

    Several methods are shown side by side in a terminal, and one below the other in Markdown; JSON and CSV name the method of each.
    """
    if sum(value is not None for value in (sentences, words, percent)) > 1:
        raise UsageError("--sentences, --words and --percent exclude one another", remedy="use one of them")
    options = settings.choose(width=width, ascii=ascii).options
    file = None if output_file is None or str(output_file) == "-" else output_file
    # A page's format of the configuration is no format of a summary.
    chosen_format = choose_format(format, "", file, _FORMATS, piped=False)

    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded once the options are known to be sound

    methods = parameters.methods_of(method or [options.method], pipeline.METHODS)
    if file:
        output.check_target(file, force=force, inputs=articles)
    tally = Tally()
    summarized = []
    for source in read_articles(articles, tally, any_language=any_language):
        document = pipeline.segment_source(source)
        rankings = [pipeline.rank(document, name, sentences, words=words, percent=percent) for name in methods]
        if (parts := max(ranking.parts for ranking in rankings)) > 1:
            report(f"{source.origin}: a long text, ranked in {parts} parts")
        summarized.append(
            [
                _Summary(source, ranking, pipeline.summary_lines(ranking, order=order.value), explain=explain)
                for ranking in rankings
            ]
        )
        tally.done += 1
    if summarized:
        output.deliver(_render(summarized, chosen_format, options, order), file)
    raise typer.Exit(tally.exit_code())


class _Summary:
    """The summary of one article by one method.

    Args:
        source: The article.
        ranking: How its sentences were ranked.
        lines: The chosen ones in the order asked for.
        explain: True to show the places that the methods gave.
    """

    def __init__(self, source: Source, ranking: Ranking, lines: Sequence[Line], *, explain: bool) -> None:
        self.source = source
        self.ranking = ranking
        self.lines = lines
        self.places = {rank.sentence: (rank.position, dict(rank.by)) for rank in ranking.ranks}
        chosen = set(ranking.chosen)
        # The next best is shown beside the chosen ones: what a longer summary would have said.
        self.next_best = (
            next((rank.sentence for rank in ranking.ranks if rank.sentence not in chosen), None) if explain else None
        )
        self.document: Document = ranking.document
        self.method = ranking.method
        self.parts = ranking.parts
        self.explain = explain

    def text(self, format: str, *, prefix: str, width: int) -> str:
        """The sentences with their marks, as text or Markdown; footnote labels begin with the prefix."""
        from briefing import pipeline  # noqa: PLC0415 - see summarize

        shown = pipeline.render_summary(
            self.lines, self.document, "terminal" if format == "text" else format, width=width
        )
        # The marks of several summaries in one file must not meet; a bracket of the article itself is escaped.
        return re.sub(r"(?<!\\)\[\^", f"[^{prefix}", shown) if format == "markdown" and prefix else shown

    def explained(self) -> list[dict[str, object]]:
        """One row for each chosen sentence and the next best left out: its place, and the place by each method."""
        rows = []
        shown = [(line.citations[0].sentence, "chosen") for line in self.lines]
        if self.next_best:
            shown.append((self.next_best, "left out"))
        for sentence, state in shown:
            position, by = self.places[sentence]
            words = " ".join(self.document.text_of(self.document.sentence(sentence).span).split())
            rows.append(
                {
                    "where": self._place(sentence),
                    "state": state,
                    "rank": position,
                    **by,
                    "words": textwrap.shorten(words, 100, placeholder=" …"),
                }
            )
        return rows

    def _place(self, sentence: str) -> str:
        paragraph, number = self.document.place_of(sentence)
        return f"¶{paragraph}.{number}"

    def rows(self) -> list[dict[str, object]]:
        """One row for each chosen sentence, for a sheet."""
        rows: list[dict[str, object]] = []
        for line in self.lines:
            cited = line.citations[0]
            paragraph, number = self.document.place_of(cited.sentence)
            values = (
                self.source.origin,
                self.source.title,
                self.method,
                self.places[cited.sentence][0],
                paragraph,
                number,
                " ".join(line.text.split()),
                cited.span.start,
                cited.span.end,
            )
            rows.append(dict(zip(_COLUMNS, values, strict=True)))
        return rows

    def value(self) -> dict[str, object]:
        """The summary as plain values for JSON."""
        text = self.source.text
        value: dict[str, object] = {
            "origin": self.source.origin,
            "title": self.source.title,
            "sha256": self.source.sha256,
            "method": self.method,
            "parts": self.parts,
            "sentences": [
                {
                    "text": line.text,
                    "citations": [
                        {
                            "sentence": cited.sentence,
                            "start": cited.span.start,
                            "end": cited.span.end,
                            "quote": text[cited.span.start : cited.span.end],
                        }
                        for cited in line.citations
                    ],
                    "rank": self.places[line.citations[0].sentence][0],
                    "by": self.places[line.citations[0].sentence][1],
                }
                for line in self.lines
            ],
        }
        if self.next_best:
            position, by = self.places[self.next_best]
            value["next_best"] = {"sentence": self.next_best, "rank": position, "by": by}
        return value


def _render(summarized: Sequence[Sequence[_Summary]], format: str, options: Options, order: Order) -> str:
    """The summaries of each article in one text; each article has its title where there are several."""
    from briefing import pipeline  # noqa: PLC0415 - see summarize

    if format == "json":
        values = [summary.value() for summaries in summarized for summary in summaries]
        return json.dumps(values if len(values) > 1 else values[0], ensure_ascii=False, indent=2) + "\n"
    if format == "csv":
        rows = [row for summaries in summarized for summary in summaries for row in summary.rows()]
        return pipeline.render_findings("sentences", rows, format, columns=_COLUMNS)
    blocks = []
    for number, summaries in enumerate(summarized, start=1):
        several = len(summarized) > 1
        block = _block(summaries, format, options, order, prefix=f"{number}-" if several else "").rstrip("\n")
        if several:
            source = summaries[0].source
            title = printable(" ".join((source.title or source.origin).split()))
            block = f"## {title}\n\n{block}" if format == "markdown" else f"{title}\n\n{block}"
        blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _block(summaries: Sequence[_Summary], format: str, options: Options, order: Order, *, prefix: str) -> str:
    """The summaries of one article, and below them why they say it, where that was asked for."""
    # A pipe gets a line a sentence.
    is_drawn = output.to_terminal() or bool(options.width)
    width = output.width_of(options) if is_drawn else _NO_WRAPPING
    parts: list[str] = []
    if len(summaries) > 1 and (is_drawn or format == "markdown"):
        parts.append(_together(summaries, format, options, order, prefix=prefix))
    else:
        for summary in summaries:
            heading = f"{summary.method}\n" if len(summaries) > 1 else ""
            parts.append(heading + summary.text(format, prefix=prefix, width=width))
    for summary in summaries:
        if summary.explain:
            heading = f"{summary.method}\n" if len(summaries) > 1 and format != "markdown" else ""
            parts.append(heading + _explanation(summary, format, options))
    return "\n\n".join(part.rstrip("\n") for part in parts)


def _together(summaries: Sequence[_Summary], format: str, options: Options, order: Order, *, prefix: str) -> str:
    """Several summaries of one article: side by side, or in Markdown a section each."""
    from briefing import pipeline  # noqa: PLC0415 - see summarize

    return pipeline.render_summaries(
        [summary.ranking for summary in summaries],
        [summary.lines for summary in summaries],
        "terminal" if format == "text" else format,
        order=order.value,
        level=3 if prefix else 2,
        prefix=prefix,
        width=output.width_of(options),
        ascii=output.is_ascii(options),
        color=output.is_colored(options),
    )


def _explanation(summary: _Summary, format: str, options: Options) -> str:
    """The places of the chosen sentences and of the next best."""
    from briefing import pipeline  # noqa: PLC0415 - see summarize

    rows = summary.explained()
    if format == "markdown":
        return pipeline.render_findings("ranks", rows, format)
    return _table(rows, output.width_of(options))


def _table(rows: Sequence[Mapping[str, object]], width: int) -> str:
    """Rows as lines of a width; the last column, the words, gets what the others leave."""
    *names, words = rows[0]
    cells = [names, *([str(row[name]) for name in names] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(names))]
    fronts = ["  ".join(f"{cell:<{size}}" for cell, size in zip(line, widths, strict=True)) for line in cells]
    room = max(20, width - len(fronts[0]) - 2)
    shown = [words, *(textwrap.shorten(printable(str(row[words])), room, placeholder=" …") for row in rows)]
    return "\n".join(f"{front}  {last}".rstrip() for front, last in zip(fronts, shown, strict=True))
