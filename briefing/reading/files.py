"""The bytes of a file or of standard input, whole or by line, read once and never beyond a limit. Standard library only."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from briefing.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

__all__ = ["MAX_BYTES", "read_bytes", "read_lines"]

# An article of a million characters has some 3 MB; a file beyond this is no article.
MAX_BYTES = 50_000_000

_CHUNK = 1 << 20


def read_bytes(origin: str, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file, or of standard input for "-".

    Raises:
        InputError: not_found, not_a_file, permission, empty, too_large, or damaged for a failing disk.
    """
    if origin == "-":
        data = _read_limited(sys.stdin.buffer, limit, "standard input")
        if not data:
            raise InputError("empty", "nothing came in", where="standard input", remedy="pipe an article into it")
        return data
    data = _read_file(origin, limit)
    if not data:
        raise InputError("empty", "the file has no bytes", where=origin, remedy="give a file with an article in it")
    return data


def read_lines(origin: str, *, limit: int = MAX_BYTES) -> Iterator[bytes]:
    """The lines of a regular file, or of standard input for "-", with their ends; one is in memory at a time.

    Raises:
        InputError: not_found, not_a_file, permission, too_large for a line beyond the limit, or damaged for a failing disk.
    """
    if origin == "-":
        yield from _limited_lines(sys.stdin.buffer, limit, "standard input")
    else:
        with _opened(origin) as stream:
            yield from _limited_lines(stream, limit, origin)


def _read_file(path: str, limit: int) -> bytes:
    """The bytes of a regular file."""
    with _opened(path) as stream:
        return _read_limited(stream, limit, path)


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """A regular file to be read; what fails while it is open is an `InputError` too."""
    try:
        _refuse_odd(os.stat(path).st_mode, path)  # noqa: PTH116 - before opening: opening a device may do something
        # O_NONBLOCK: should the path have become a FIFO since, opening it does not wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as stream:
            _refuse_odd(os.fstat(descriptor).st_mode, path)
            yield stream
    except PermissionError:
        remedy = "ask for the right to read it, or copy it"
        raise InputError("permission", "may not be read", where=path, remedy=remedy) from None
    except (OSError, ValueError) as error:
        _refuse_failed(error, path)


def _refuse_failed(error: OSError | ValueError, path: str) -> NoReturn:
    """Raises the error of a path that cannot be opened or read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        raise InputError("not_found", "there is no such file", where=path, remedy="check the path") from None
    what = (error.strerror or "cannot be read").lower()
    if _stat_fails(path):
        raise InputError("not_found", what, where=path, remedy="check the path") from None
    raise InputError("damaged", what, where=path, remedy="copy the file to another disk and try again") from None


def _stat_fails(path: str) -> bool:
    """True iff nothing can be said about a path: its name is too long, or it is a link to itself."""
    try:
        os.stat(path)  # noqa: PTH116 - a Path adds nothing here
    except OSError:
        return True
    return False


def _refuse_odd(mode: int, path: str) -> None:
    """Raises for everything but a regular file."""
    if stat.S_ISREG(mode):
        return
    kinds = (
        (stat.S_ISDIR, "is a folder", "give the files in it"),
        (stat.S_ISFIFO, "is a named pipe", "use `-` and redirect it to standard input"),
        (stat.S_ISCHR, "is a device", "give a file"),
        (stat.S_ISBLK, "is a device", "give a file"),
        (stat.S_ISSOCK, "is a socket", "give a file"),
    )
    what, remedy = next(
        ((what, remedy) for is_kind, what, remedy in kinds if is_kind(mode)), ("is no file", "give a file")
    )
    raise InputError("not_a_file", what, where=path, remedy=remedy)


def _read_limited(stream: BinaryIO, limit: int, where: str) -> bytes:
    """All bytes of a stream.

    Raises:
        InputError: too_large: there are more than `limit`; no more than that is kept in memory.
    """
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(min(_CHUNK, limit + 1 - size)):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            what = f"is larger than {limit:,} bytes"
            raise InputError("too_large", what, where=where, remedy="cut it into articles and give those")
    return b"".join(chunks)


def _limited_lines(stream: BinaryIO, limit: int, where: str) -> Iterator[bytes]:
    """The lines of a stream.

    Raises:
        InputError: too_large: one is longer than `limit` bytes.
    """
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            what = f"the line is longer than {limit:,} bytes"
            raise InputError("too_large", what, where=f"{where}:{number}", remedy="give one article a line")
        yield line
