"""The walls of the house: every module has its place in every contract that import-linter checks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Where each third party may be imported; everywhere else a contract forbids it.
ALLOWED = {
    "spacy": {"analysis"},
    "nltk": {"segment", "selection"},
    "sumy": {"selection"},
    "jinja2": {"rendering"},
    "icalendar": {"rendering"},
    "rich": {"rendering", "cli"},
    "typer": {"cli"},
    "pydantic": {"wire"},
    "rouge_score": {"evaluation"},
}


def contracts() -> list[dict[str, Any]]:
    """The contracts of pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def modules() -> set[str]:
    """The modules and packages directly below `briefing`, those without imports of their own left out."""
    found = {path.stem for path in (ROOT / "briefing").glob("*.py")}
    found |= {path.parent.name for path in (ROOT / "briefing").glob("*/__init__.py")}
    return found - {"__init__", "__main__", "_version"}


@pytest.mark.parametrize("package", ALLOWED)
def test_a_third_party_is_forbidden_wherever_it_is_not_allowed(package: str) -> None:
    """A new module cannot be forgotten: it is either allowed to import the package, or named in its contract."""
    contract = next(item for item in contracts() if package in item.get("forbidden_modules", ()))
    forbidden = {name.split(".")[1] for name in contract["source_modules"] if name.count(".") == 1}
    assert modules() - ALLOWED[package] == forbidden


def test_the_layers_are_exhaustive() -> None:
    """import-linter refuses a module that has no layer."""
    assert contracts()[0]["exhaustive"] is True
