"""What every test stands on: an environment of its own, the same examples every time, and the data that may be beside the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable

__all__: list[str] = []

# Two runs of the tests must not differ, and a busy machine is no failure. `HYPOTHESIS_PROFILE=search` looks for new examples.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

_ROOT = Path(__file__).resolve().parents[1]
_DATA = _ROOT.parent / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the flag that writes golden pages instead of comparing them."""
    parser.addoption("--write-golden", action="store_true", default=False, help="write the pages in tests/golden/ anew")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither the user's options nor their terminal reach a test."""
    for name in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    # A test may start the program in another folder, installed or not.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")])))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("configuration")))


@pytest.fixture
def shared_data() -> Callable[[str], Path]:
    """Gives the path of a file of the evaluation data; the test is skipped where the data is not beside the project."""

    def path_of(name: str) -> Path:
        path = _DATA / name
        if not path.is_file():
            pytest.skip(f"the evaluation data is not here: ../shared/data/{name}")
        return path

    return path_of
