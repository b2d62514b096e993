"""How far a long run is."""

from __future__ import annotations

import io
import sys
import time
from itertools import count

import pytest

from briefing.cli.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("terminal", "is_seen"), [(_Terminal(), True), (io.StringIO(), False)])
def test_only_a_terminal_is_shown_progress(
    terminal: io.StringIO, is_seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A terminal sees a line that is written over and cleared at the end; a pipe sees nothing."""
    monkeypatch.setattr(sys, "stderr", terminal)
    ticks = count()
    monkeypatch.setattr(time, "monotonic", lambda: float(next(ticks)))
    with Progress("articles", 20) as progress:
        progress.show(7)
    shown = terminal.getvalue()
    assert is_seen == ("7 of at most 20 articles, 1 s" in shown)
    assert is_seen == shown.endswith("\r\x1b[K")


def test_it_is_not_shown_all_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes right after what was shown waits."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    ticks = iter([0.0, 1.0, 1.1, 1.3])
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks))
    progress = Progress("articles")
    for done in (1, 2, 3):
        progress.show(done)
    assert ["1 articles, 1 s", "3 articles, 1 s"] == terminal.getvalue().split("\r\x1b[K")[1:]
