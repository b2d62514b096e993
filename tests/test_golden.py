"""Golden briefs: the page of every sample article in every format, as it was read and approved.

A changed file is the product changed. `pytest tests/test_golden.py --write-golden` writes them anew; such a run fails at its last
test, so that no one takes it for a check, and each changed file is read line by line before it is committed.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline

if TYPE_CHECKING:
    from briefing.model.brief import Brief

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
NAMES = sorted(path.stem for path in (ROOT / "seeds").glob("*.md"))

# The form of a page in ASCII differs from the other by its characters alone: two articles show them all.
IN_ASCII = ("harbour-alert", "tuna-truce")
FORMS: dict[str, tuple[str, dict[str, int]]] = {
    "brief.md": ("markdown", {}),
    "brief.json": ("json", {}),
    "terminal-80.txt": ("terminal", {"width": 80}),
    "terminal-120.txt": ("terminal", {"width": 120}),
    "terminal-80-ascii.txt": ("terminal", {"width": 80, "ascii": True}),
}
PAGES = [(name, form) for name in NAMES for form in FORMS if name in IN_ASCII or "ascii" not in form]


@cache
def page_of(name: str) -> Brief:
    """The page of a sample article; what changes without changing the page (version, hash of the template, folder) is left out."""
    source = replace(pipeline.read(str(ROOT / "seeds" / f"{name}.md")), origin=f"seeds/{name}.md")
    page = pipeline.brief(source)
    return replace(page, made_by=replace(page.made_by, version="", template_sha256=""))


@pytest.mark.model
@pytest.mark.parametrize(("name", "form"), PAGES)
def test_the_page_is_the_golden_one(name: str, form: str, pytestconfig: pytest.Config) -> None:
    """A sample article gives, to the byte, the page that is kept."""
    format, options = FORMS[form]
    shown = str(pipeline.render(page_of(name), format, **options))  # type: ignore[arg-type]
    path = GOLDEN / name / form
    if pytestconfig.getoption("--write-golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shown, encoding="utf-8", newline="\n")
    golden = path.read_bytes().decode() if path.is_file() else ""
    if shown != golden:
        lines = difflib.unified_diff(golden.splitlines(), shown.splitlines(), "golden", "now", lineterm="", n=1)
        pytest.fail(f"{name}/{form} is not the golden page:\n" + "\n".join(lines), pytrace=False)


def test_no_golden_page_is_left_over() -> None:
    """Every kept file is the page of a sample article in one of the forms."""
    kept = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file())
    assert sorted(f"{name}/{form}" for name, form in PAGES) == kept


def test_golden_pages_are_compared_and_not_written(pytestconfig: pytest.Config) -> None:
    """The write flag is off; neither pytest's settings nor a command of the project switch it on."""
    assert pytestconfig.getoption("--write-golden") is False
    settings = [ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / ".ci" / "run"]
    assert [] == [
        path.name for path in settings if path.is_file() and "write-golden" in path.read_text(encoding="utf-8")
    ]
