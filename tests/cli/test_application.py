"""Every way to end is one line and an exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import __version__
from briefing.cli import application
from briefing.cli.application import run
from briefing.cli.exits import Exit, Tally
from briefing.cli.messages import printable

if TYPE_CHECKING:
    from collections.abc import Callable


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints name and version."""
    assert Exit.FINE == run(["--version"])
    assert f"briefing {__version__}\n" == capsys.readouterr().out


def test_a_bare_call_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Without arguments there is help, and the exit code of a wrong call."""
    assert Exit.USAGE == run([])
    assert "summarize" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--frob"], "briefing: usage: No such option: --frob"),
        (["brief"], "briefing: usage: Missing argument"),
        (["extract", "nouns", "a.txt"], "briefing: usage: Invalid value for 'kind': 'nouns' is not one of 'actors'"),
        (["a.txt", "--color", "red"], "briefing: usage: Invalid value for '--color'"),
        (["a.txt", "--words", "0"], "briefing: usage: Invalid value for '--words'"),
        (["a.txt", "--width", "3"], "--width: usage: 'width' takes 40 to 400 columns, not 3"),
        (["a.txt", "--published", "soon"], "briefing: usage: Invalid value for '--published'"),
        (["a.txt", "--format", "scroll"], "--format: usage: there is no format 'scroll'; there are: "),
        (["a.txt", "--method", "oracle"], "--method: usage: there is no method 'oracle'; there are: "),
        (["a.txt", "--template", "nothing"], "usage: there is no template 'nothing'; there are: "),
        (["a.txt", "-o", "x.scroll"], "x.scroll: usage: the ending '.scroll' names no format; use --format"),
        (["a.txt", "-o", "x"], "x: usage: the file's name has no ending that names a format; use --format"),
        (["a.txt", "-o", "x.md", "--output-dir", "y"], "usage: -o and --output-dir exclude one another"),
        (["summarize", "a.txt", "--words", "9", "--percent", "9"], "usage: --sentences, --words and --percent exclude"),
        (["summarize", "a.txt", "--format", "terminal"], "--format: usage: there is no format 'terminal'"),
        (["sumarize", "a.txt"], "sumarize: usage: there is no such command or file; did you mean 'summarize'?"),
        (["templates", "show", "nothing"], "usage: there is no template 'nothing'"),
    ],
)
def test_a_wrong_call_is_one_line_and_two(arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A usage error is one line on standard error, nothing on standard output, exit code 2."""
    assert Exit.USAGE == run(arguments)
    captured = capsys.readouterr()
    assert "" == captured.out
    assert captured.err.startswith(line)
    assert 1 == captured.err.count("\n")


def test_a_fault_of_the_configuration_is_a_usage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names the file and its line."""
    (tmp_path / "briefing.toml").write_text("words = 1.5\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Exit.USAGE == run(["a.txt"])
    assert "briefing.toml:1: usage: 'words' takes a whole number above 0, not 1.5\n" == capsys.readouterr().err


def test_an_internal_fault_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What should not happen gives no traceback, unless BRIEFING_DEBUG is set."""

    def fail(*_: object, **__: object) -> None:
        message = "a\nb"
        raise RuntimeError(message)

    monkeypatch.setattr("briefing.cli.settings.choose", fail)
    assert Exit.NOTHING == run(["a.txt"])
    assert capsys.readouterr().err.startswith("internal: RuntimeError: a\\nb; ")
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    with pytest.raises(RuntimeError):
        run(["a.txt"])


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), Exit.INTERRUPTED), (BrokenPipeError(), Exit.FINE)])
def test_an_end_from_outside_is_quiet(
    error: BaseException, code: Exit, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """An interrupt is 130, a closed pipe is fine; neither says a word."""

    def end(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("briefing.cli.settings.choose", end)
    monkeypatch.setattr(application, "_silence", lambda: None)
    assert code == run(["a.txt"])
    assert "" == capfd.readouterr().err


@pytest.mark.parametrize(
    ("done", "failed", "expected"),
    [(2, 0, Exit.FINE), (1, 1, Exit.SOME_FAILED), (0, 1, Exit.NOTHING), (0, 0, Exit.FINE)],
)
def test_the_tally_decides(done: int, failed: int, expected: Exit) -> None:
    """All, some or none came through."""
    assert expected == Tally(done, failed).exit_code()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain – “quoted”", "plain – “quoted”"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb\nc\x9b", "a\\u202eb\\nc\\x9b"),
        ("\udcff", "\\udcff"),
    ],
)
def test_no_control_character_is_printed(text: str, expected: str) -> None:
    """Control characters, overrides of direction and lone surrogates become escapes."""
    assert expected == printable(text)


def _start(arguments: list[str], stdin: int | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_closed_pipe_ends_quietly() -> None:
    """`briefing --help | true` says nothing and is fine."""
    process = _start(["--help"])
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (b"", 0) == (said, process.wait(timeout=60))


def test_a_closed_standard_output_is_no_fault() -> None:
    """`briefing --version >&-` has nobody to tell, and says nothing."""
    command = 'exec "$0" -m briefing --version >&-'
    done = subprocess.run(["/bin/sh", "-c", command, sys.executable], stderr=subprocess.PIPE, check=False)
    assert (0, b"") == (done.returncode, done.stderr)


def test_an_interrupt_is_130() -> None:
    """Ctrl-C while an article is awaited from standard input ends with 130 and without a traceback."""
    process = _start(["-"], stdin=subprocess.PIPE)
    assert process.stderr is not None
    # It has begun to wait once Python has loaded the reader; earlier signals meet the interpreter's own start.
    _wait_until(lambda: _is_waiting(process.pid))
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (130, b"") == (process.returncode, said)


def _is_waiting(pid: int) -> bool:
    """True iff the process waits for its standard input, as far as the system tells."""
    try:
        return "pipe" in Path(f"/proc/{pid}/wchan").read_text(encoding="ascii")
    except OSError:
        return False


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(100):
        if holds():
            return
        time.sleep(0.1)


def test_completion_is_offered() -> None:
    """The shell is told the commands."""
    environment = {**os.environ, "_BRIEFING_COMPLETE": "complete_bash", "COMP_WORDS": "briefing su", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "briefing"], capture_output=True, text=True, env=environment, check=False
    )
    assert "summarize" in done.stdout.split()
