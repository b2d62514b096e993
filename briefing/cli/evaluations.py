"""`briefing evaluate`: which method sums up a user's own texts best, beside their first sentences."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, parameters, settings
from briefing.cli.briefs import choose_format
from briefing.cli.evaluation_tables import Length, render_evaluation
from briefing.cli.exits import Tally
from briefing.cli.messages import complain, report
from briefing.cli.progress import Progress
from briefing.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.corpora import CorpusRow

__all__ = ["evaluate"]

_FORMATS = ("table", "json", "csv", "markdown")
# Beside the method of the configuration: the two that other programs use most.
_USUAL = ("lexrank", "textrank", "lead")
# Where this many rows are at fault and none was good, the file is no corpus.
_HOPELESS = 100
# Each fault has its line on standard error up to this many; JSON has them all.
_TOLD = 20
# A bootstrap over fewer articles says little.
_FEW = 30


def evaluate(
    corpus: Annotated[
        str,
        typer.Argument(
            metavar="CORPUS",
            help="A JSON Lines file, one article a line: text and reference, and where there are any id, title and "
            "published; - is standard input.",
            show_default=False,
        ),
    ],
    method: Annotated[
        list[str] | None,
        typer.Option(
            "--method",
            "-m",
            metavar="NAME",
            help="A method to measure; 'all' is all of them. May be repeated.  [default: consensus, lexrank, textrank]",
            show_default=False,
        ),
    ] = None,
    sentences: Annotated[
        int | None,
        typer.Option(
            "--sentences", metavar="N", min=1, help="Sentences of each summary.  [default: 3]", show_default=False
        ),
    ] = None,
    words: Annotated[
        int | None,
        typer.Option("--words", metavar="N", min=1, help="Whole sentences within this many words.", show_default=False),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=1, help="Only the first N articles.", show_default=False),
    ] = None,
    times: Annotated[
        bool, typer.Option("--times/--no-times", help="Measure how long each method takes; all else is repeatable.")
    ] = True,
    output_file: parameters.Output = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="table, markdown, csv or json. Whatever the file's ending says.",
            show_default=False,
        ),
    ] = None,
    force: parameters.Force = False,
    width: parameters.Width = None,
    ascii: parameters.Ascii = None,
    color: parameters.ColorWhen = None,
    any_language: parameters.AnyLanguage = False,
) -> None:
    """Measure methods on texts of your own that somebody has summed up: ROUGE beside the first sentences, and time.

    Every method is compared with the first sentences of the article ('lead'), which on news are hard to beat; the interval says how sure the
    difference is. It needs the extra 'evaluate'.
    """
    if sentences is not None and words is not None:
        raise UsageError("--sentences and --words exclude one another", remedy="use one of them")
    options = settings.choose(width=width, ascii=ascii, color=color).options
    file = None if output_file is None or str(output_file) == "-" else output_file
    piped = file is None and not output.to_terminal()
    # A page's format of the configuration is no format of a table.
    chosen_format = choose_format(format, "", file, _FORMATS, piped=piped)

    from briefing import evaluation, pipeline  # noqa: PLC0415 - the stages are loaded once the options are known to be sound

    methods = parameters.methods_of(method or (options.method, *_USUAL), pipeline.METHODS)
    if file:
        output.check_target(file, force=force, inputs=[corpus])
    rows = _Rows(corpus, limit=limit, any_language=any_language)
    with rows.progress:
        found = evaluation.evaluate(rows.read(), methods, sentences=sentences, words=words, clock=time.perf_counter)
    rows.close(found.articles)
    if found.articles:
        length = Length(words, "words") if words else Length(sentences or 3, "sentences")
        shown = render_evaluation(
            found, chosen_format, options, corpus=corpus, length=length, left_out=rows.left_out, times=times
        )
        output.deliver(shown, file)
    raise typer.Exit(rows.tally.exit_code())


class _Rows:
    """The rows of a corpus as they are evaluated, and those that are left out.

    Args:
        corpus: The path, or "-".
        limit: The most articles that are taken, None for all.
        any_language: True to take articles that do not seem to be English.
    """

    def __init__(self, corpus: str, *, limit: int | None, any_language: bool) -> None:
        self.corpus = corpus
        self.limit = limit
        self.any_language = any_language
        self.left_out: list[InputError] = []
        self.tally = Tally()
        self.progress = Progress("articles", limit or 0)

    def read(self) -> Iterator[CorpusRow]:
        """The rows that can be used; one line on standard error for each that cannot.

        Raises:
            InputError: The file cannot be read, or holds no corpus.
        """
        from briefing import pipeline  # noqa: PLC0415 - see evaluate

        for row in pipeline.read_corpus(self.corpus, references_needed=True):
            fault = row if isinstance(row, InputError) else self._other_language(row)
            if fault is not None:
                self._leave_out(fault)
            elif not isinstance(row, InputError):
                yield row
                self.tally.done += 1
                self.progress.show(self.tally.done)
                if self.tally.done == self.limit:
                    return

    def close(self, articles: int) -> None:
        """Say what only the end tells: how many were left out, and that there are few."""
        if self.left_out:
            rest = len(self.left_out) - _TOLD
            more = f", {rest} of them not named above (-f json names all)" if rest > 0 else ""
            report(f"{self.corpus}: left out: {len(self.left_out)} of {len(self.left_out) + articles} rows{more}")
        if 0 < articles < _FEW:
            report(f"note: {articles} article{'' if articles == 1 else 's'}: too few for the intervals to be trusted")

    def _leave_out(self, fault: InputError) -> None:
        self.left_out.append(fault)
        self.tally.failed += 1
        if len(self.left_out) <= _TOLD:
            self.progress.clear()
            complain(fault)
        if len(self.left_out) == _HOPELESS and not self.tally.done:
            what = f"none of the first {_HOPELESS} rows can be used"
            remedy = 'each line holds one JSON object: {"text": "the article", "reference": "its summary"}'
            raise InputError("row", what, where=self.corpus, remedy=remedy)

    def _other_language(self, row: CorpusRow) -> InputError | None:
        """The error of an article that does not seem to be English, where that matters."""
        language = row.source.language
        if self.any_language or language in {"", "en"}:
            return None
        what = f"the article seems to be in another language ('{language}')"
        return InputError("not_english", what, where=row.source.origin, remedy="--any-language takes it all the same")
