"""Writes: files at once or not at all, standard output as bytes in UTF-8."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError, UsageError
from briefing.options import Color

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from briefing.model.text import Source
    from briefing.options import Options

__all__ = [
    "OutputError",
    "check_target",
    "deliver",
    "ending_of",
    "file_name",
    "format_of",
    "is_ascii",
    "is_colored",
    "print_result",
    "to_terminal",
    "width_of",
    "write_file",
]

# Endings that are not the format's name itself; of several formats the first that the command knows.
_FORMATS_BY_ENDING = {".md": ("markdown",), ".txt": ("terminal", "text", "table")}
_ENDINGS = {"markdown": ".md", "json": ".json", "terminal": ".txt"}
# A page on a very wide terminal is hard to read; `--width` may still ask for it.
_WIDEST = 120
_PIPED_WIDTH = 80
# Of a title, as much as stays readable in a file listing.
_SLUG_LENGTH = 60


class OutputError(BriefingError):
    """Something cannot be written."""

    code = "not_writable"


def format_of(path: Path, known: Container[str]) -> str:
    """The format that a file's ending names.

    Raises:
        UsageError: It names none.
    """
    ending = path.suffix.lower()
    for format in _FORMATS_BY_ENDING.get(ending, (ending.removeprefix("."),)):
        if format in known:
            return format
    shown = f"the ending '{ending}' names no format" if ending else "the file's name has no ending that names a format"
    raise UsageError(shown, where=str(path), remedy="use --format")


def ending_of(format: str) -> str:
    """The ending of files in a format."""
    return _ENDINGS.get(format, f".{format}")


def file_name(source: Source, format: str) -> str:
    """The name of an article's page in a folder: its title in plain letters, the beginning of its hash, the format's ending."""
    title = source.title or " ".join(source.text.split()[:8])
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_LENGTH].strip("-")
    return f"{slug or 'article'}-{source.sha256[:8]}{ending_of(format)}"


def check_target(path: Path, *, force: bool, inputs: Sequence[str] = ()) -> None:
    """Refuse a file that cannot or must not be written, before any work is done for it.

    Raises:
        UsageError: It exists and `force` is false, or it is one of the inputs.
        OutputError: It is a folder, or its folder is not there or cannot be written.
    """
    if path.is_dir():
        raise OutputError("it is a folder", where=str(path), remedy="use --output-dir for a folder")
    if not path.parent.is_dir():
        raise OutputError("its folder is not there", where=str(path), remedy=f"make {path.parent} first")
    if _is_device(path):
        return
    if path.exists():
        if any(Path(name).exists() and path.samefile(name) for name in inputs):
            raise UsageError("it is the article itself", where=str(path), remedy="write to another file")
        if not force:
            raise UsageError("it exists", where=str(path), remedy="use --force")
    if not os.access(path.parent, os.W_OK):
        raise OutputError("its folder cannot be written", where=str(path))


def deliver(content: str | bytes, path: Path | None) -> None:
    """Write a result to a file, or print it where there is none.

    Raises:
        OutputError: It cannot be written.
        UsageError: It is binary, and standard output is a terminal.
    """
    if path is None:
        print_result(content)
    else:
        write_file(path, content)


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file whole: into a new file beside it, which then takes its name.

    Raises:
        OutputError: It cannot be written; what was there before is still there.
    """
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    try:
        if _is_device(target):
            target.write_bytes(data)
            return
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:40]}.", delete=False) as file:
            try:
                file.write(data)
                file.close()
                # A temporary file is for its owner alone; this one gets the rights that a plain new file would have.
                Path(file.name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
                Path(file.name).replace(target)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(file.name).unlink()
                raise
    except OSError as error:
        raise OutputError(error.strerror or "it cannot be written", where=str(path)) from error


def print_result(content: str | bytes) -> None:
    """Print a page or a table to standard output.

    Raises:
        OutputError: Standard output cannot be written (a closed pipe is no such error).
        UsageError: The content is binary, and standard output is a terminal.
    """
    if isinstance(content, bytes) and to_terminal():
        raise UsageError("the format is no text for a terminal", where="stdout", remedy="use -o FILE")
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # Pipes and files get UTF-8 whatever the locale; a terminal gets what it can show.
            sys.stdout.flush()
            encoding = sys.stdout.encoding if to_terminal() else "utf-8"
            data = (
                content.encode(encoding, "replace" if to_terminal() else "backslashreplace")
                if isinstance(content, str)
                else content
            )
            sys.stdout.buffer.write(data)
        else:
            sys.stdout.write(content if isinstance(content, str) else content.decode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or "it cannot be written", where="stdout") from error


def to_terminal() -> bool:
    """True iff standard output is a terminal."""
    return sys.stdout.isatty()


def width_of(options: Options) -> int:
    """The columns of the terminal page."""
    if options.width:
        return options.width
    if not to_terminal():
        return _PIPED_WIDTH
    return max(40, min(_WIDEST, shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns))


def is_ascii(options: Options) -> bool:
    """True iff the terminal page must do with ASCII: it was asked for, or the terminal can show no more."""
    if options.ascii or not to_terminal():
        return options.ascii
    try:
        "─│•…“¶".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def is_colored(options: Options) -> bool:
    """True iff the terminal page is coloured: asked for, or a terminal that has colours and a user who has not set NO_COLOR."""
    if options.color is not Color.AUTO:
        return options.color is Color.ALWAYS
    return to_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_device(path: Path) -> bool:
    """True iff the path is there and is neither a file nor a folder: /dev/null, a named pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
