"""`briefing brief`: pages in the terminal, in one file, or in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, parameters, settings
from briefing.cli.articles import read_articles
from briefing.cli.exits import Tally
from briefing.cli.messages import complain, report
from briefing.errors import BriefingError, MissingPartError, TemplateError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.aliases import Aliases
    from briefing.model.brief import Brief
    from briefing.model.explanation import Explanation
    from briefing.model.text import Source
    from briefing.options import Options
    from briefing.templates import Template

__all__ = ["brief", "check_name", "choose_format"]

# Formats that are read by people: an explanation stands below the page.
_EXPLAINED = ("markdown", "terminal")


def brief(
    articles: parameters.Articles,
    output_file: parameters.Output = None,
    output_dir: Annotated[
        Path | None,
        typer.Option(
            "--output-dir", metavar="FOLDER", help="Write one file an article into this folder.", show_default=False
        ),
    ] = None,
    format: parameters.Format = None,
    force: parameters.Force = False,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME",
            help="The kind of page, or a template's path.  [default: brief]",
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        int | None, typer.Option("--words", metavar="N", min=1, help="The most words of a page.", show_default=False)
    ] = None,
    focus: parameters.Focus = None,
    aliases: parameters.Aliases = None,
    explain: parameters.Explain = False,
    method: parameters.Method = None,
    published: parameters.Published = None,
    model: parameters.Model = None,
    width: parameters.Width = None,
    ascii: parameters.Ascii = None,
    color: parameters.ColorWhen = None,
    any_language: parameters.AnyLanguage = False,
) -> None:
    """Brief each article on one page: the bottom line, key points, actors, a timeline, open questions."""
    chosen = settings.choose(
        template=template,
        words=words,
        focus=tuple(focus or ()),
        aliases=aliases,
        method=method,
        model=model,
        width=width,
        ascii=ascii,
        color=color,
    )
    options = chosen.options
    if output_file and output_dir:
        raise UsageError("-o and --output-dir exclude one another", remedy="use one of them")
    file = None if output_file is None or str(output_file) == "-" else output_file

    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded once the options are known to be sound
    from briefing.templates import find_template  # noqa: PLC0415 - help has no need of it

    check_name(options.method, pipeline.METHODS, "method")
    writer = _Writer(
        format=choose_format(
            format, options.format, file, pipeline.FORMATS, piped=bool(output_dir) or not output.to_terminal()
        ),
        file=file,
        folder=output_dir,
        force=force,
        options=options,
        template=find_template(options.template, folder=settings.templates_folder()),
        aliases=pipeline.read_aliases(options.aliases) if options.aliases else None,
        explain=explain,
    )
    writer.check(articles)
    tally = Tally()
    sources = read_articles(
        articles,
        tally,
        published=parameters.day_of(published),
        any_language=any_language,
        whole_page=True,
    )
    writer.check_names(sources)
    writer.write(_pages(sources, tally, writer), tally)
    raise typer.Exit(tally.exit_code())


def choose_format(
    flag: str | None, configured: str, file: Path | None, known: Mapping[str, object] | Sequence[str], *, piped: bool
) -> str:
    """The format: that of the flag, of the file's ending, of the configuration; else the page for a terminal, Markdown for a pipe.

    Raises:
        UsageError: It is not known.
    """
    if flag:
        return check_name(flag, known, "format")
    if file:
        return output.format_of(file, known)
    if configured:
        return check_name(configured, known, "format")
    return "markdown" if piped else next(name for name in ("terminal", "text", "table") if name in known)


def check_name(name: str, known: Iterable[str], what: str) -> str:
    """The name itself, where it is known.

    Raises:
        UsageError: It is not.
    """
    names = tuple(known)
    if name not in names:
        raise UsageError(f"there is no {what} '{name}'", where=f"--{what}", remedy=f"there are: {', '.join(names)}")
    return name


@dataclass(frozen=True, slots=True)
class _Made:
    """A page, the article it was made of, and why it says what it says, where that was asked for."""

    source: Source
    page: Brief
    explanation: Explanation | None


@dataclass(frozen=True, slots=True)
class _Writer:
    """Where pages go and what they look like.

    Attributes:
        format: The output format.
        file: The one file for all pages, or None.
        folder: The folder for one file a page, or None.
        force: True to overwrite files.
        options: Width, colour and ASCII, for the terminal page.
        template: The template.
        aliases: What the alias file says, or None.
        explain: True to say below each page why its names were taken for theirs; on standard error where the page is for programs.
    """

    format: str
    file: Path | None
    folder: Path | None
    force: bool
    options: Options
    template: Template
    aliases: Aliases | None
    explain: bool

    def check(self, names: Sequence[str]) -> None:
        """Refuse what cannot be written, before any article is read."""
        if self.file:
            output.check_target(self.file, force=self.force, inputs=names)
        if self.folder:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise output.OutputError(error.strerror or "it cannot be made", where=str(self.folder)) from error

    def check_names(self, sources: Sequence[Source]) -> None:
        """Refuse to overwrite any file of the folder, before any article is analysed."""
        if not self.folder:
            return
        clashes = 0
        for source in sources:
            try:
                output.check_target(self.target(source), force=self.force)
            except UsageError as error:
                complain(error)
                clashes += 1
        if clashes:
            raise typer.Exit(2)

    def target(self, source: Source) -> Path:
        """The file of one article in the folder."""
        return (self.folder or Path()) / output.file_name(source, self.format)

    def render(self, *made: _Made) -> str | bytes:
        """Pages in the format, and below them why they say it, where that was asked for."""
        from briefing import pipeline  # noqa: PLC0415 - see brief

        drawn = pipeline.render(
            [each.page for each in made],
            self.format,
            template=self.template,
            width=output.width_of(self.options),
            ascii=output.is_ascii(self.options),
            color=output.is_colored(self.options),
        )
        if isinstance(drawn, bytes):
            return drawn
        drawn = drawn if drawn.endswith("\n") else f"{drawn}\n"
        if self.format not in _EXPLAINED:
            return drawn
        colored = output.is_colored(self.options)
        return "\n".join([drawn, *self._explain(made, self.format, named=len(made) > 1, color=colored)])

    def _explain(self, made: Sequence[_Made], format: str, *, named: bool, color: bool) -> list[str]:
        """Why pages say what they say, of each that is to be explained."""
        from briefing import pipeline  # noqa: PLC0415 - see brief

        return [
            pipeline.render_explanation(
                each.explanation,
                format,
                named=named,
                width=output.width_of(self.options),
                ascii=output.is_ascii(self.options),
                color=color,
            )
            for each in made
            if each.explanation is not None
        ]

    def _report(self, made: Sequence[_Made]) -> None:
        """Say on standard error why pages say what they say, where they are for programs and must stay as they are."""
        if self.format not in _EXPLAINED:
            for text in self._explain(made, "terminal", named=True, color=False):
                for line in text.splitlines():
                    report(line)

    def write(self, made: Iterable[_Made], tally: Tally) -> None:
        """Write the pages: as they come into a folder or to a terminal, else all at the end as one file."""
        if self.folder:
            for each in made:
                self._write_one(self.target(each.source), each, tally)
        elif self.file is None and self.format == "terminal":
            for number, each in enumerate(made):
                drawn = self.render(each)
                output.print_result(f"\n{drawn}" if number and isinstance(drawn, str) else drawn)
        elif together := list(made):
            output.deliver(self.render(*together), self.file)
            self._report(together)

    def _write_one(self, path: Path, made: _Made, tally: Tally) -> None:
        try:
            output.write_file(path, self.render(made))
        except output.OutputError as error:
            complain(error)
            tally.failed += 1
            tally.done -= 1
        else:
            report(f"wrote {path}")
            self._report([made])


def _pages(sources: Sequence[Source], tally: Tally, writer: _Writer) -> Iterator[_Made]:
    """Each article's page as it is made; one line on standard error for each that cannot be made."""
    for source in sources:
        try:
            made = _make(source, writer)
        except (TemplateError, MissingPartError, UsageError):
            # What is wrong with the template or the installation is wrong for every article.
            raise
        except BriefingError as error:
            complain(error)
            tally.failed += 1
        else:
            tally.done += 1
            yield made


def _make(source: Source, writer: _Writer) -> _Made:
    """The page of one article."""
    from briefing import pipeline  # noqa: PLC0415 - see brief

    for term in pipeline.unmet_focus(source, writer.options.focus, aliases=writer.aliases):
        report(f"{source.origin}: note: the article does not speak of '{term}' (--focus)")
    if not writer.explain:
        page = pipeline.brief(source, writer.template, options=writer.options, aliases=writer.aliases)
        return _Made(source, page, None)
    explained = pipeline.explained_brief(source, writer.template, options=writer.options, aliases=writer.aliases)
    return _Made(source, *explained)
