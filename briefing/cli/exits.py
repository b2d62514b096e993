"""The exit codes, and the tally that decides between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

__all__ = ["Exit", "Tally"]


class Exit(IntEnum):
    """What the shell is told."""

    FINE = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING = 3
    CHECK_FAILED = 4
    INTERRUPTED = 130


@dataclass(slots=True)
class Tally:
    """How many inputs came through and how many failed."""

    done: int = 0
    failed: int = 0

    def exit_code(self) -> Exit:
        """Fine where all came through, "nothing" where none did."""
        if not self.failed:
            return Exit.FINE
        return Exit.SOME_FAILED if self.done else Exit.NOTHING
