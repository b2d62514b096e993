"""`briefing summarize`: the sentences that say most, by any method."""

from __future__ import annotations

import json
import textwrap
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, parameters, settings
from briefing.cli.articles import read_articles
from briefing.cli.briefs import check_name, choose_format
from briefing.cli.exits import Tally
from briefing.cli.messages import printable
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.brief import Line, Ranking
    from briefing.model.text import Document, Source

__all__ = ["Order", "summarize"]

_FORMATS = ("text", "markdown", "json")


class Order(StrEnum):
    """The order of the sentences of a summary."""

    TEXT = "text"
    RANK = "rank"


def summarize(
    articles: parameters.Articles,
    method: parameters.Method = None,
    sentences: Annotated[int | None, typer.Option("--sentences", metavar="N", min=1, help="How many sentences.  [default: 3]", show_default=False)] = None,
    words: Annotated[
        int | None, typer.Option("--words", metavar="N", min=1, help="Whole sentences within this many words.", show_default=False)
    ] = None,
    percent: Annotated[
        float | None,
        typer.Option("--percent", metavar="P", min=0.01, max=100, help="This share of the article's sentences.", show_default=False),
    ] = None,
    order: Annotated[Order, typer.Option("--order", help="The article's order, or the best first.")] = Order.TEXT,
    explain: Annotated[bool, typer.Option("--explain", help="Show where each method ranks each sentence.")] = False,
    output_file: parameters.Output = None,
    format: parameters.Format = None,
    force: parameters.Force = False,
    any_language: parameters.AnyLanguage = False,
) -> None:
    """Summarize each article in its own sentences."""
    if sum(value is not None for value in (sentences, words, percent)) > 1:
        raise UsageError("--sentences, --words and --percent exclude one another", remedy="use one of them")
    options = settings.choose(method=method).options
    file = None if output_file is None or str(output_file) == "-" else output_file
    # A page's format of the configuration is no format of a summary.
    chosen_format = choose_format(format, "", file, _FORMATS, piped=False)

    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded once the options are known to be sound

    check_name(options.method, pipeline.METHODS, "method")
    if file:
        output.check_target(file, force=force, inputs=articles)
    tally = Tally()
    summaries = []
    for source in read_articles(articles, tally, any_language=any_language):
        ranking = pipeline.rank(source, options.method, sentences, words=words, percent=percent)
        summaries.append(_Summary(source, ranking, pipeline.summary_lines(ranking, order=order.value), explain=explain))
        tally.done += 1
    if summaries:
        output.deliver(_render(summaries, chosen_format), file)
    raise typer.Exit(tally.exit_code())


class _Summary:
    """The summary of one article.

    Args:
        source: The article.
        ranking: How its sentences were ranked.
        lines: The chosen ones in the order asked for.
        explain: True to show the places that the methods gave.
    """

    def __init__(self, source: Source, ranking: Ranking, lines: Sequence[Line], *, explain: bool) -> None:
        self.source = source
        self.lines = lines
        self.places = {rank.sentence: (rank.position, dict(rank.by)) for rank in ranking.ranks}
        chosen = set(ranking.chosen)
        # The next best is shown beside the chosen ones: what a longer summary would have said.
        self.next_best = next((rank.sentence for rank in ranking.ranks if rank.sentence not in chosen), None) if explain else None
        self.document: Document = ranking.document
        self.method = ranking.method
        self.explain = explain

    def mark(self, sentence: str) -> str:
        """The citation mark: paragraph, and sentence where it is not the first."""
        paragraph, number = self.document.place_of(sentence)
        return f"¶{paragraph}" if number == 1 else f"¶{paragraph}.{number}"

    def text(self, *, markdown: bool) -> Iterator[str]:
        """The sentences, each with its mark."""
        for line in self.lines:
            sentence = " ".join(line.text.split())
            # A bracket or an asterisk of the article must not become markup of ours.
            shown = "".join(f"\\{character}" if character in "\\`*_[]<>#|~" else character for character in sentence) if markdown else printable(sentence)
            yield f"{'- ' if markdown else ''}{shown} [{self.mark(line.citations[0].sentence)}]"

    def explained(self) -> list[dict[str, object]]:
        """One row for each chosen sentence and the next best left out: its place, and the place by each method."""
        rows = []
        shown = [(line.citations[0].sentence, "chosen") for line in self.lines]
        if self.next_best:
            shown.append((self.next_best, "next best, left out"))
        for sentence, state in shown:
            position, by = self.places[sentence]
            words = " ".join(self.document.text_of(self.document.sentence(sentence).span).split())
            rows.append({"sentence": self.mark(sentence), "state": state, "rank": position, **by, "words": textwrap.shorten(words, 60, placeholder=" …")})
        return rows

    def value(self) -> dict[str, object]:
        """The summary as plain values for JSON."""
        text = self.source.text
        value: dict[str, object] = {
            "origin": self.source.origin,
            "title": self.source.title,
            "sha256": self.source.sha256,
            "method": self.method,
            "sentences": [
                {
                    "text": line.text,
                    "citations": [
                        {"sentence": cited.sentence, "start": cited.span.start, "end": cited.span.end, "quote": text[cited.span.start : cited.span.end]}
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


def _render(summaries: Sequence[_Summary], format: str) -> str:
    """The summaries in one text; each has its title where there are several."""
    from briefing import pipeline  # noqa: PLC0415 - see summarize

    if format == "json":
        values = [summary.value() for summary in summaries]
        return json.dumps(values if len(values) > 1 else values[0], ensure_ascii=False, indent=2) + "\n"
    markdown = format == "markdown"
    blocks = []
    for summary in summaries:
        lines = list(summary.text(markdown=markdown))
        if len(summaries) > 1:
            title = printable(" ".join((summary.source.title or summary.source.origin).split()))
            lines = [f"## {title}" if markdown else title, "", *lines]
        if summary.explain:
            lines += ["", pipeline.render_findings("ranks", summary.explained(), "markdown" if markdown else "table").rstrip("\n")]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"
