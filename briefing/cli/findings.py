"""`briefing extract`: one kind of finding as a table."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, parameters, settings
from briefing.cli.articles import read_articles
from briefing.cli.briefs import choose_format
from briefing.cli.exits import Tally
from briefing.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefing.model.dates import ResolvedDate
    from briefing.model.explanation import Explanation
    from briefing.model.findings import Analysis
    from briefing.model.text import Span
    from briefing.options import Options

__all__ = ["Kind", "extract"]

_FORMATS = ("table", "json", "csv", "markdown")

Row = dict[str, object]


class Kind(StrEnum):
    """What can be extracted; each is a field of `Analysis`."""

    ACTORS = "actors"
    EVENTS = "events"
    QUOTES = "quotes"
    QUESTIONS = "questions"
    DATES = "dates"
    FIGURES = "figures"


def extract(
    kind: Annotated[Kind, typer.Argument(help="What to extract.", show_default=False)],
    articles: parameters.Articles,
    output_file: parameters.Output = None,
    format: parameters.Format = None,
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
    """Extract one kind of finding from each article, each with its place."""
    if explain and kind is not Kind.ACTORS:
        raise UsageError("--explain is for actors", where="--explain", remedy="briefing extract actors ... --explain")
    options = settings.choose(
        focus=tuple(focus or ()), aliases=aliases, model=model, width=width, ascii=ascii, color=color
    ).options
    file = None if output_file is None or str(output_file) == "-" else output_file
    piped = file is None and not output.to_terminal()
    # A page's format of the configuration is no format of a table.
    chosen_format = choose_format(format, "", file, _FORMATS, piped=piped)
    if file:
        output.check_target(file, force=force, inputs=articles)

    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded once the arguments are known to be sound

    known = pipeline.read_aliases(options.aliases) if options.aliases else None
    tally = Tally()
    rows: list[Row] = []
    explanations: list[Explanation] = []
    # Programs get offsets, and reasons in the row; readers get paragraphs, and reasons below.
    for_programs = chosen_format in {"json", "csv"}
    for source in read_articles(articles, tally, published=parameters.day_of(published), any_language=any_language):
        analysis = pipeline.analyse(source, model=options.model, focus=options.focus, aliases=known)
        found = rows_of(analysis, kind, offsets=for_programs)
        if explain and for_programs:
            found = list(_with_reasons(found, pipeline.explain(analysis), as_text=chosen_format == "csv"))
        elif explain:
            explanations.append(pipeline.explain(analysis))
        rows += [{"article": source.origin, **row} for row in found] if len(articles) > 1 else found
        tally.done += 1
    if tally.done:
        shown = _render(kind, rows, chosen_format, options)
        output.deliver("\n".join([shown, *_explained(explanations, chosen_format, options)]), file)
    raise typer.Exit(tally.exit_code())


def _render(kind: Kind, rows: list[Row], format: str, options: Options) -> str:
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
        text = pipeline.render_findings(kind.value, rows, format)
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


def rows_of(analysis: Analysis, kind: Kind, *, offsets: bool = False) -> list[Row]:
    """The findings of one kind, a row each.

    Args:
        analysis: Where they were found.
        kind: Which of them.
        offsets: True to add `sentence`, `start` and `end`: half-open code points into the article's text after reading.
    """
    return [
        {**row, "sentence": analysis.document.sentence_at(span.start).id, "start": span.start, "end": span.end}
        if offsets
        else {**row, "where": _place(analysis, span)}
        for span, row in _ROWS[kind](analysis)
    ]


def _actors(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    for actor in analysis.actors:
        yield (
            actor.citations[0].span,
            {
                "name": actor.name,
                "kind": actor.kind.value,
                "also": [alias for alias in actor.aliases if alias != actor.name],
                "role": words(actor.role),
                "did": words(actor.did),
                "mentions": len(actor.mentions),
                "salience": round(actor.salience, 2),
            },
        )


def _events(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    for event in analysis.events:
        # A retelling stands on the row of the first; "said" is told by the quotes.
        if not event.same_as and not event.is_speech:
            yield (
                event.clause,
                {
                    **_days(event.when if event.is_dated else None),
                    "status": event.status.value,
                    "who": words(event.who),
                    "what": " … ".join(words(part) or "" for part in event.parts) or words(event.clause),
                    "place": words(event.place),
                },
            )


def _quotes(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    names = _names(analysis)
    for quote in analysis.quotes:
        yield (
            quote.citations[0].span,
            {
                "speaker": names.get(quote.actor) or words(quote.speaker),
                "kind": quote.kind.value,
                "words": " … ".join(words(part) or "" for part in quote.parts),
                "as": words(quote.speaker),
            },
        )


def _questions(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    names = _names(analysis)
    for question in analysis.questions:
        span = question.citations[0].span
        yield (
            span,
            {
                "kind": question.kind.value,
                "question": question.question or None,
                "cue": words(question.cue),
                "concerns": [names[actor] for actor in question.concerns if actor in names],
                "evidence": words(span),
            },
        )


def _dates(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    for date in analysis.dates:
        yield (
            date.span,
            {
                "words": words(date.span),
                "type": date.type.value,
                "value": date.value or None,
                **_days(date.resolved),
                "rule": date.rule,
            },
        )


def _figures(analysis: Analysis) -> Iterator[tuple[Span, Row]]:
    words = _words(analysis)
    names = _names(analysis)
    for figure in analysis.figures:
        yield (
            figure.span,
            {
                "words": words(figure.span),
                "value": figure.value,
                "unit": figure.unit or None,
                "of": words(figure.of),
                "said by": names.get(figure.said_by),
            },
        )


_ROWS: Mapping[Kind, Callable[[Analysis], Iterator[tuple[Span, Row]]]] = {
    Kind.ACTORS: _actors,
    Kind.EVENTS: _events,
    Kind.QUOTES: _quotes,
    Kind.QUESTIONS: _questions,
    Kind.DATES: _dates,
    Kind.FIGURES: _figures,
}


def _words(analysis: Analysis) -> Callable[[Span | None], str | None]:
    """Gives the words of a span in one line, None for none."""
    return lambda span: " ".join(analysis.document.text_of(span).split()) if span else None


def _names(analysis: Analysis) -> dict[str, str]:
    return {actor.id: actor.name for actor in analysis.actors}


def _days(when: ResolvedDate | None) -> Row:
    """The inclusive days of a date and how they were found."""
    return {
        "first day": when.first_day.isoformat() if when else None,
        "last day": when.last_day.isoformat() if when else None,
        "basis": when.basis.value if when else None,
    }


def _place(analysis: Analysis, span: Span) -> str:
    paragraph, number = analysis.document.place_of(analysis.document.sentence_at(span.start).id)
    return f"¶{paragraph}.{number}"
