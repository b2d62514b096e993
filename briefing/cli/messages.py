"""What goes to standard error: one line an error, never a control character."""

from __future__ import annotations

import sys

__all__ = ["complain", "printable", "report"]


def printable(text: str) -> str:
    """The text with every character that a terminal would act on written as an escape.

    `str.isprintable` is false for control and format characters (bidirectional overrides among them), line ends and lone surrogates.
    """
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def complain(error: object) -> None:
    """Print an error's line to standard error."""
    report(str(error))


def report(line: str) -> None:
    """Print one line to standard error."""
    print(printable(line), file=sys.stderr, flush=True)
