"""The same bytes for the same input: in processes that order their sets differently, and twice in one process."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefing
from briefing import pipeline
from briefing.templates import list_templates
from tests.every_output import outputs

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = str(ROOT / "seeds" / "ferrin-dam.md")
HASH_SEEDS = ("0", "1", "2", "3", "42", "1000", "65537", "4294967295")


def hashes(seed: str) -> str:
    """The hash of every output, from a process with that hash seed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.every_output", ARTICLE],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


@pytest.mark.model
def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    """Findings, summaries and pages of every method, template and format are the same under eight hash seeds."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        first, *others = [output.splitlines() for output in pool.map(hashes, HASH_SEEDS)]
    for method in briefing.METHODS:
        for format in briefing.FORMATS:
            assert any(line.endswith(f"page by {method} as {format}") for line in first)
    assert [] == [line for other in others for line in other if line not in first]


@pytest.mark.model
def test_a_second_call_gives_what_the_first_gave(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a call leaves behind changes the next one: all outputs are the same the second time, after another article."""
    for name in ("analyse", "brief", "summarize"):
        # Were a result only remembered, the second call would prove nothing.
        assert not hasattr(getattr(pipeline, name), "cache_info")
    monkeypatch.setattr(briefing, "METHODS", ("consensus", "lsa"))
    first = dict(outputs(ARTICLE))
    briefing.brief(briefing.read(str(ROOT / "seeds" / "tuna-truce.md")))
    assert first == dict(outputs(ARTICLE))


def test_summaries_are_the_same_the_second_time() -> None:
    """Each method chooses the same sentences again, for the same source and for an equal one."""
    source, equal = briefing.read(ARTICLE), briefing.read(ARTICLE)
    for method in briefing.METHODS:
        first = briefing.summarize(source, method)
        assert first == briefing.summarize(source, method)
        assert first == briefing.summarize(equal, method)


@pytest.mark.parametrize(
    "call",
    [
        lambda: briefing.read(ARTICLE),
        lambda: briefing.segment.segment_source(briefing.read(ARTICLE)),
        lambda: briefing.Source.from_text("One. Two."),
        lambda: list_templates(folder=None),
    ],
    ids=["read", "segment_source", "from_text", "list_templates"],
)
def test_a_function_without_a_model_gives_the_same_twice(call: Callable[[], object]) -> None:
    """Reading, segmenting and finding templates leave nothing behind."""
    assert call() == call()
