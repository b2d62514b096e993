"""`briefing templates`: what there is, what is in one, a copy to change, and whether it works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import output, settings
from briefing.cli.exits import Exit
from briefing.cli.messages import complain, printable
from briefing.errors import BriefingError, MissingPartError, TemplateError, UsageError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from briefing.model.brief import Brief
    from briefing.model.text import Source
    from briefing.templates import Template

__all__ = ["commands"]

# `briefing.templates` is loaded by each command: help has no need of it.
commands = typer.Typer(help="List, show, copy and check templates.", no_args_is_help=False, rich_markup_mode=None)

_Name = Annotated[str, typer.Argument(metavar="NAME", help="A template's name, or its path.", show_default=False)]


@commands.command("list")
def list_() -> None:
    """List the templates: name, words, what it is, where it is from."""
    from briefing.templates import list_templates, shipped_folder  # noqa: PLC0415 - see commands

    shipped = str(shipped_folder("templates"))
    rows = [
        (
            template.name,
            str(template.plan.words),
            template.plan.description,
            "built in" if template.origin.startswith(shipped) else template.origin,
        )
        for template in list_templates(folder=settings.templates_folder())
    ]
    widths = [max(len(printable(row[column])) for row in rows) for column in range(3)]
    for name, words, description, origin in rows:
        output.print_result(
            f"{printable(name):{widths[0]}}  {words:>{widths[1]}} words  {printable(description):{widths[2]}}  {printable(origin)}\n"
        )


@commands.command("show")
def show(name: _Name) -> None:
    """Print a template's file."""
    from briefing.templates import find_template  # noqa: PLC0415 - see commands

    output.print_result(_text_of(find_template(name, folder=settings.templates_folder())))


@commands.command("copy")
def copy(
    name: _Name,
    new_name: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="The copy's name.", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a template that exists.")] = False,
) -> None:
    """Copy a template to your own, to be changed there; yours goes before a built-in one of the same name."""
    from briefing.templates import TEMPLATE_ENDING, find_template  # noqa: PLC0415 - see commands

    folder = settings.templates_folder()
    template = find_template(name, folder=folder)
    wanted = template.name if new_name is None else new_name
    if (
        not wanted.strip()
        or wanted.startswith(".")
        or any(character in wanted for character in "/\\")
        or not wanted.isprintable()
    ):
        raise UsageError("a template's name is a plain word", where=wanted)
    target = folder / f"{wanted}{TEMPLATE_ENDING}"
    text = _text_of(template)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output.OutputError(error.strerror or "it cannot be made", where=str(folder)) from error
    output.check_target(target, force=force)
    output.write_file(target, text)
    output.print_result(f"{printable(str(target))}\n")


@commands.command("check")
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Names or paths; all where none is given.", show_default=False),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(
            "--article", metavar="ARTICLE", help="Fill it with this article instead of a sample.", show_default=False
        ),
    ] = None,
) -> None:
    """Fill templates with a sample article and report what is wrong, with its line; exit 4 where something is."""
    from briefing import pipeline  # noqa: PLC0415 - see commands
    from briefing.templates import find_template  # noqa: PLC0415

    folder = settings.templates_folder()
    source = pipeline.read(article or _sample())
    wrong = 0
    for name in names or _names(folder):
        try:
            template = find_template(name, folder=folder)
            page = _fill(template, source)
        except MissingPartError:
            raise
        except BriefingError as error:
            complain(error)
            wrong += 1
        else:
            output.print_result(f"{printable(name)}: fine, {page.words} of {page.plan.words} words\n")
    raise typer.Exit(Exit.CHECK_FAILED if wrong else Exit.FINE)


def _fill(template: Template, source: Source) -> Brief:
    """The page that a template makes of an article.

    Raises:
        TemplateError: Its body is at fault; the line is that of the file.
    """
    from briefing import pipeline  # noqa: PLC0415 - see commands

    try:
        return pipeline.check_template(template, source)
    except TemplateError as error:
        cause = error.__cause__
        line = getattr(cause, "lineno", None) or _last_line(cause.__traceback__ if cause else None)
        where = f"{template.origin}:{template.body_line + line - 1}" if line else template.origin
        raise TemplateError(error.what, where=where, remedy=error.remedy) from error


def _names(folder: Path) -> list[str]:
    """The names of all templates, those whose header is at fault included."""
    from briefing.templates import TEMPLATE_ENDING, shipped_folder  # noqa: PLC0415 - see commands

    files = [
        file
        for place in (folder, shipped_folder("templates"))
        if place.is_dir()
        for file in place.glob(f"*{TEMPLATE_ENDING}")
    ]
    return sorted({file.name.removesuffix(TEMPLATE_ENDING) for file in files})


def _sample() -> str:
    """The path of a sample article.

    Raises:
        MissingPartError: None is installed.
    """
    from briefing.templates import shipped_folder  # noqa: PLC0415 - see commands

    samples = sorted(shipped_folder("seeds").glob("*.md"))
    if not samples:
        raise MissingPartError(
            "there is no sample article", where=str(shipped_folder("seeds")), remedy="use --article FILE"
        )
    return str(samples[0])


def _text_of(template: Template) -> str:
    from pathlib import Path  # noqa: PLC0415 - for the type checker alone elsewhere

    return Path(template.origin).read_text(encoding="utf-8")


def _last_line(trace: TracebackType | None) -> int:
    """The line of a template at which it failed, in lines of its body; 0 where it failed elsewhere."""
    line = 0
    while trace:
        # The name that Jinja gives to code made of a text that has no file.
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
