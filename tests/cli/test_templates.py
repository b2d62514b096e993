"""`briefing templates`: list, show, copy, check."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from briefing.templates import find_template, shipped_folder

Captured = pytest.CaptureFixture[str]

HEADER = '+++\ntitle = "T"\nwords = 100\n[[sections]]\nshows = "points"\nheading = "P"\n+++\n'


def own_folder() -> Path:
    """Where the user's templates are in a test."""
    return Path(os.environ["XDG_CONFIG_HOME"]) / "briefing" / "templates"


def test_the_list_says_where_each_is_from(capsys: Captured) -> None:
    """A user's own is listed with its path, the others as built in."""
    own_folder().mkdir(parents=True)
    (own_folder() / "mine.md.j2").write_text(f"{HEADER}x\n", encoding="utf-8")
    assert Exit.FINE == run(["templates", "list"])
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert {"brief", "bluf", "mine"} <= set(lines)
    assert lines["brief"].endswith("built in")
    assert lines["mine"].endswith(str(own_folder() / "mine.md.j2"))


def test_show_prints_the_file(capsys: Captured) -> None:
    """What is shown is the file itself."""
    assert Exit.FINE == run(["templates", "show", "brief"])
    assert Path(find_template("brief").origin).read_text(encoding="utf-8") == capsys.readouterr().out


def test_a_copy_is_the_user_s_own(capsys: Captured) -> None:
    """A copy stands in the user's folder, is found before the built-in one, and is not overwritten without --force."""
    assert Exit.FINE == run(["templates", "copy", "brief"])
    assert f"{own_folder() / 'brief.md.j2'}\n" == capsys.readouterr().out
    assert Exit.USAGE == run(["templates", "copy", "brief"])
    assert "it exists; use --force" in capsys.readouterr().err
    assert Exit.FINE == run(["templates", "copy", "brief", "--force"])
    assert Exit.FINE == run(["templates", "copy", "brief", "mine"])
    assert "mine" == find_template("mine", folder=own_folder()).name


@pytest.mark.parametrize("name", ["../x", "", ".x", "a\x1bb"])
def test_a_copy_stays_in_the_folder(name: str) -> None:
    """A name that leads elsewhere is refused."""
    assert Exit.USAGE == run(["templates", "copy", "brief", name])


@pytest.mark.model
def test_every_built_in_template_is_fine(capsys: Captured) -> None:
    """Without names, all are checked."""
    assert Exit.FINE == run(["templates", "check"])
    names = sorted(path.name.removesuffix(".md.j2") for path in shipped_folder("templates").glob("*.md.j2"))
    assert names == [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{HEADER}# x\n{{% for %}}\n", ":9: template: "),
        (f"{HEADER}{{{{ nothing }}}}\n", ": the body uses 'nothing'"),
        (f"{HEADER}# x\n\n{{{{ title.nothing }}}}\n", ":10: template: "),
        (HEADER.replace("100", "many"), ":3: template: the header is not TOML"),
        (HEADER.replace("points", "riddles"), ":5: template: there is nothing called 'riddles' to show"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: str, tmp_path: Path, capsys: Captured) -> None:
    """A header's and a body's faults give one line with the line of the file, and exit code 4; the others are still checked."""
    path = tmp_path / "bad.md.j2"
    path.write_text(text, encoding="utf-8")
    assert Exit.CHECK_FAILED == run(["templates", "check", str(path), "bluf"])
    captured = capsys.readouterr()
    assert line in captured.err
    assert str(path) in captured.err
    assert 1 == captured.err.count("\n")
    assert captured.out.startswith("bluf: fine, ")
