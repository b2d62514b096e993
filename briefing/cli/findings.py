"""`briefing extract`: one kind of finding as a table, or events as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, parameters, settings
from briefing.cli.articles import read_articles
from briefing.cli.briefs import choose_format
from briefing.cli.exits import Tally
from briefing.cli.finding_rows import PROGRAMS, Kind, Row, columns_of, rows_of
from briefing.cli.messages import report
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.explanation import Explanation
    from briefing.model.findings import Analysis
    from briefing.options import Options
    from briefing.rendering.calendars import CalendarFile

__all__ = ["extract"]

_CALENDAR = "ics"
_FORMATS = ("table", "json", "csv", "markdown", _CALENDAR)


def extract(
    kind: Annotated[Kind, typer.Argument(help="What to extract.", show_default=False)],
    articles: parameters.Articles,
    output_file: parameters.Output = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="table, markdown, csv or json; for events also ics, a calendar. Whatever the file's ending says.",
            show_default=False,
        ),
    ] = None,
    force: parameters.Force = False,
    focus: parameters.Focus = None,
    aliases: parameters.Aliases = None,
    explain: parameters.Explain = False,
    published: parameters.Published = None,
    model: parameters.Model = None,
    width: parameters.Width = None,
    ascii: parameters.Ascii = None,
    color: parameters.ColorWhen = None,
    any_language: parameters.AnyLanguage = False,
) -> None:
    """Extract one kind of finding from each article, each with its place.

    An event is told once; JSON has every mention of it. A calendar (-f ics, or -o FILE.ics) has the events that are dated to a month or
    less, as all-day entries that leave your time free; how many others there are is told on standard error.
    """
    if explain and kind is not Kind.ACTORS:
        raise UsageError("--explain is for actors", where="--explain", remedy="briefing extract actors ... --explain")
    options = settings.choose(
        focus=tuple(focus or ()), aliases=aliases, model=model, width=width, ascii=ascii, color=color
    ).options
    file = None if output_file is None or str(output_file) == "-" else output_file
    piped = file is None and not output.to_terminal()
    # A page's format of the configuration is no format of a table.
    chosen_format = choose_format(format, "", file, _FORMATS, piped=piped)
    if chosen_format == _CALENDAR and kind is not Kind.EVENTS:
        raise UsageError(
            "a calendar is for events",
            where="--format" if format else str(file),
            remedy="briefing extract events ... -f ics, or choose table, json, csv or markdown",
        )
    if file:
        output.check_target(file, force=force, inputs=articles)

    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded once the arguments are known to be sound

    known = pipeline.read_aliases(options.aliases) if options.aliases else None
    tally = Tally()

    def analyses() -> Iterator[Analysis]:
        """The findings of each article that can be read, made when they are asked for."""
        for source in read_articles(articles, tally, published=parameters.day_of(published), any_language=any_language):
            yield pipeline.analyse(source, model=options.model, focus=options.focus, aliases=known)
            tally.done += 1

    if chosen_format == _CALENDAR:
        calendar = pipeline.render_calendar(analyses())
        shown = calendar.text
        if tally.done:
            _report_left_out(calendar)
    else:
        shown = _tell(kind, analyses(), chosen_format, options, explain=explain, named=len(articles) > 1)
    if tally.done:
        output.deliver(shown, file)
    raise typer.Exit(tally.exit_code())


def _report_left_out(calendar: CalendarFile) -> None:
    """Say on standard error how many events have no place in the calendar."""
    if calendar.undated or calendar.coarse or not calendar.entries:
        hint = "; --published YYYY-MM-DD dates more" if calendar.lacks_day and calendar.undated else ""
        report(
            f"note: in the calendar: {calendar.entries}; left out: {calendar.undated} without a date, "
            f"{calendar.coarse} dated to more than a month{hint}"
        )


def _tell(
    kind: Kind, analyses: Iterator[Analysis], format: str, options: Options, *, explain: bool, named: bool
) -> str:
    """The findings of a kind in a format, those of all articles together; `named`: each with its article."""
    from briefing import pipeline  # noqa: PLC0415 - see extract

    rows: list[Row] = []
    explanations: list[Explanation] = []
    for analysis in analyses:
        found = rows_of(analysis, kind, format)
        # Programs get reasons in the row; readers get them below.
        if explain and format in PROGRAMS:
            found = list(_with_reasons(found, pipeline.explain(analysis), as_text=format == "csv"))
        elif explain:
            explanations.append(pipeline.explain(analysis))
        rows += [{"article": analysis.document.source.origin, **row} for row in found] if named else found
    reasons = ("why",) if explain and format in PROGRAMS else ()
    columns = (*(("article",) if named else ()), *columns_of(kind, format), *reasons)
    shown = _render(kind, rows, columns, format, options)
    return "\n".join([shown, *_explained(explanations, format, options)])


def _render(kind: Kind, rows: list[Row], columns: Sequence[str], format: str, options: Options) -> str:
    """The rows in a format."""
    from briefing import pipeline  # noqa: PLC0415 - see extract

    if format == "table":
        text = pipeline.render_table(
            kind.value,
            rows,
            width=output.width_of(options),
            ascii=output.is_ascii(options),
            color=output.is_colored(options),
        )
    else:
        text = pipeline.render_findings(kind.value, rows, format, columns=columns)
    return text if text.endswith("\n") or not text else f"{text}\n"


def _explained(explanations: Sequence[Explanation], format: str, options: Options) -> Iterator[str]:
    """Why the actors of each article have their names, to stand below the table."""
    from briefing import pipeline  # noqa: PLC0415 - see extract

    for explanation in explanations:
        yield pipeline.render_explanation(
            explanation,
            "terminal" if format == "table" else format,
            named=len(explanations) > 1,
            width=output.width_of(options),
            ascii=output.is_ascii(options),
            color=output.is_colored(options),
        )


def _with_reasons(rows: Sequence[Row], explanation: Explanation, *, as_text: bool) -> Iterator[Row]:
    """The rows of actors, each with why its names are its own: for CSV in words, else with rule and offsets."""
    for row, actor in zip(rows, explanation.actors, strict=True):
        if as_text:
            yield {**row, "why": [f"{reason.words}: {reason.why}" for reason in actor.names]}
        else:
            yield {
                **row,
                "why": [
                    {
                        "words": reason.words,
                        "how": reason.how,
                        "why": reason.why,
                        "sentence": reason.citation.sentence,
                        "start": reason.citation.span.start,
                        "end": reason.citation.span.end,
                        "times": reason.times,
                    }
                    for reason in actor.names
                ],
            }
