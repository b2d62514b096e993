"""`briefing doctor`: what is installed, what each command would use, what is missing and the command that mends it."""

from __future__ import annotations

import platform
import re
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import typer

from briefing._version import __version__
from briefing.cli import output, settings
from briefing.cli.exits import Exit
from briefing.cli.messages import printable
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.options import Chosen

__all__ = ["doctor"]

_DISTRIBUTION = "briefing-cli"
# What stands in for the distribution's metadata where the package is run from a checkout without being installed.
_NEEDED = ("jinja2", "nltk", "numpy", "pydantic", "rich", "spacy", "sumy", "trafilatura", "typer")


def doctor() -> None:
    """Show what is installed, what would be used, and how to mend what is missing; exit 4 where something is."""
    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded when a command runs

    chosen = settings.choose()
    model = chosen.options.model or pipeline.DEFAULT_MODEL
    faults: list[str] = []
    lines = ["Installed", *_installed(faults), "", "Model"]
    identity = pipeline.model_identity(model)
    if identity and find_spec(model) is not None:
        lines.append(f"  {identity}")
    else:
        lines.append(f"  {model}: not installed")
        faults.append(f"{sys.executable} -m pip install {model.replace('_', '-')}")
    lines += ["", "Options", *_options(chosen, model), "", "Files", *_files()]
    lines += ["", "Commands", *_commands(chosen, model, faults)]
    lines += ["", *([f"To mend: {fault}" for fault in dict.fromkeys(faults)] or ["Nothing is missing."])]
    output.print_result("".join(f"{printable(line)}\n" for line in lines))
    raise typer.Exit(Exit.CHECK_FAILED if faults else Exit.FINE)


def _installed(faults: list[str]) -> Iterator[str]:
    from importlib import metadata  # noqa: PLC0415 - help has no need of it

    yield f"  briefing {__version__}, Python {platform.python_version()}"
    for name in _requirements():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield f"  {name}: not installed"
            faults.append(f"{sys.executable} -m pip install {name}")
        else:
            yield f"  {name} {version}"


def _requirements() -> tuple[str, ...]:
    """The distributions that briefing needs, by its own metadata."""
    from importlib import metadata  # noqa: PLC0415 - see _installed

    try:
        lines = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return _NEEDED
    return tuple(sorted(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in lines if "extra ==" not in line))


def _options(chosen: Chosen, model: str) -> Iterator[str]:
    """Each option with the value that holds and where it comes from."""
    for name, origin in chosen.origins.items():
        value = getattr(chosen.options, name)
        shown = model if name == "model" else ", ".join(value) if isinstance(value, tuple) else str(value or "")
        yield f"  {name} = {shown or '(as needed)'}  [{origin}]"


def _files() -> Iterator[str]:
    from briefing.templates import shipped_folder  # noqa: PLC0415 - see _installed

    for path in settings.config_files():
        yield f"  configuration {path}: {'read' if path.is_file() else 'not there'}"
    folder = settings.templates_folder()
    yield f"  your templates {folder}: {'used' if folder.is_dir() else 'not there'}"
    yield f"  built-in templates {shipped_folder('templates')}"


def _commands(chosen: Chosen, model: str, faults: list[str]) -> Iterator[str]:
    from briefing.templates import find_template  # noqa: PLC0415 - see _installed

    options = chosen.options
    try:
        template = find_template(options.template, folder=settings.templates_folder())
    except BriefingError as error:
        yield f"  brief: {error}"
        faults.append("briefing templates list, and choose one of them")
    else:
        yield f"  brief: template {template.name} ({template.origin}), model {model}, method {options.method}"
    if options.aliases:
        from briefing.aliases import read_aliases  # noqa: PLC0415 - see _installed

        try:
            count = len(read_aliases(options.aliases).actors)
        except BriefingError as error:
            yield f"  aliases: {error}"
            faults.append(f"correct {options.aliases}")
        else:
            yield f"  aliases: {count} actor{'' if count == 1 else 's'} in {options.aliases}"
    yield f"  summarize: method {options.method}, no model"
    yield f"  evaluate: scores {_optional('rouge-score', 'evaluate')}"
    yield f"  extract: model {model}; calendars (-f ics) {_optional('icalendar', 'write-ics')}"


def _optional(name: str, extra: str) -> str:
    """By what an optional part is done, or the command that installs it; that it is missing is no fault."""
    from importlib import metadata  # noqa: PLC0415 - see _installed

    try:
        return f"by {name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f'not installed: {sys.executable} -m pip install "{_DISTRIBUTION}[{extra}]"'
