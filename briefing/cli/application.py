"""The application: its commands, and `main`, which turns every way to end into one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TextIO

import typer
from typer.core import TyperGroup

from briefing._version import __version__
from briefing.cli import briefs, doctor, evaluations, findings, summaries, templates
from briefing.cli.exits import Exit
from briefing.cli.messages import complain, report
from briefing.cli.output import OutputError
from briefing.errors import BriefingError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Commands", "application", "main", "run"]

_NAME = "briefing"
# The options of `briefing` itself; any other first word that is no command begins the arguments of `brief`.
_OWN_OPTIONS = ("--help", "--version", "--install-completion", "--show-completion")
# Python's own number is 700.
_OBJECTS_BETWEEN_COLLECTIONS = 200_000
# The key, in typer's context, that a command comes first.
_COMMAND = "briefing.command"


class Commands(TyperGroup):
    """The commands; `briefing ARTICLE` is `briefing brief ARTICLE`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # typer's own base is private
        """The arguments, with `brief` before them where they name no command."""
        if args and args[0].partition("=")[0] not in _OWN_OPTIONS:
            ctx.meta[_COMMAND] = True
            if args[0] not in self.commands:
                self._refuse_misspelling(args[0])
                args = ["brief", *args]
        return super().parse_args(ctx, args)

    def _refuse_misspelling(self, word: str) -> None:
        """Refuse what is no file and nearly a command, before it is taken for an article that is not there.

        Raises:
            UsageError: It is such a word.
        """
        meant = get_close_matches(word, self.commands, n=1, cutoff=0.8)
        if meant and not Path(word).exists():
            raise UsageError("there is no such command or file", where=word, remedy=f"did you mean '{meant[0]}'?")

    def get_params(self, ctx: typer.Context) -> list[Any]:  # type: ignore[override]  # as above
        """The options of `briefing` itself; none where a command comes first.

        typer loads pydantic to convert an option that was not even given; the help of a command must not wait for that.
        """
        return [] if ctx.meta.get(_COMMAND) else super().get_params(ctx)


application = typer.Typer(
    name=_NAME,
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A one-page brief of an article, every line cited to the words it came from.\n\n"
    "`briefing ARTICLE` is short for `briefing brief ARTICLE`.",
)
application.command("brief")(briefs.brief)
application.command("summarize")(summaries.summarize)
application.command("extract")(findings.extract)
application.command("evaluate")(evaluations.evaluate)
application.add_typer(templates.commands, name="templates")
application.command("doctor")(doctor.doctor)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"{_NAME} {__version__}")
        raise typer.Exit


@application.callback()
def _own_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A one-page brief of an article, every line cited to the words it came from."""


def main() -> NoReturn:
    """Run the command line of this process and exit."""
    # Python sets a stream that was closed before the start to None; what goes there is for nobody.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    # What is imported and loaded at the start stays: looking through it for garbage every 700 objects costs a tenth of the time.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # numpy's algebra library would start its threads, which have nothing to do here and cost 0.04 s.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = run(sys.argv[1:])
    # What is left in the buffer of a pipe that nobody reads would complain at exit.
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _silence()
    # At exit, Python looks through everything once more, which takes a third of a second; the process gives its memory back anyway.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; whatever happens, no traceback unless BRIEFING_DEBUG is set."""
    command = typer.main.get_command(application)
    if os.environ.get("_BRIEFING_COMPLETE"):
        command.main(args=list(arguments), prog_name=_NAME)
    try:
        with command.make_context(_NAME, list(arguments) or ["--help"]) as context:
            command.invoke(context)
    except typer.Exit as exit_:
        # Help that nobody asked for is help about a wrong call.
        return exit_.exit_code if arguments else Exit.USAGE
    except typer.TyperException as error:
        complain(_usage_line(error))
        return Exit.USAGE
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence()
    except UsageError as error:
        complain(error)
        return Exit.USAGE
    except BriefingError as error:
        complain(error)
        return Exit.NOTHING
    except Exception as error:  # noqa: BLE001 - the last resort: a user is never shown a traceback
        return _internal(error)
    return Exit.FINE


def _internal(error: Exception) -> int:
    if os.environ.get("BRIEFING_DEBUG"):
        raise error
    if isinstance(error, OSError) and sys.stdout.closed:
        error = OutputError("standard output is closed")
    report(f"internal: {type(error).__name__}: {error}; this is a fault of briefing, BRIEFING_DEBUG=1 shows where")
    return Exit.NOTHING


def _usage_line(error: typer.TyperException) -> str:
    """The error of the command line's parser in one line."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else _NAME
    # What pydantic puts before its words means nothing to a user.
    message = " ".join(error.format_message().split()).rstrip(".").replace("Value error, ", "")
    return f"{_NAME}: usage: {message}; see {path} --help"


def _nowhere() -> TextIO:
    """A stream that keeps nothing."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _silence() -> None:
    """Let standard output go nowhere: its reader is gone."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
