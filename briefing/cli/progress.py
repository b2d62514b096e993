"""How far a long run is, on one line of standard error; nothing where that is no terminal."""

from __future__ import annotations

import sys
import time
from typing import Self

__all__ = ["Progress"]

# Often enough to be seen moving.
_SECONDS_BETWEEN = 0.2
_CLEAR = "\r\x1b[K"


class Progress:
    """Counts what is done; as a context, it clears its line at the end.

    Args:
        noun: What is counted, in the plural.
        most: How many there can be; 0 where nobody knows.
    """

    def __init__(self, noun: str, most: int = 0) -> None:
        self._noun = noun
        self._most = most
        self._begun = self._shown = time.monotonic()
        self._is_seen = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.clear()

    def show(self, done: int) -> None:
        """Show that so many are done, where it was not shown just now."""
        now = time.monotonic()
        if not self._is_seen or now - self._shown < _SECONDS_BETWEEN:
            return
        self._shown = now
        seconds = now - self._begun
        of = f" of at most {self._most:,}" if self._most else ""
        sys.stderr.write(f"{_CLEAR}{done:,}{of} {self._noun}, {seconds:.0f} s")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that another can be printed there."""
        if self._is_seen:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
