"""What is written, where, and what never is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefing.cli import output
from briefing.cli.output import OutputError
from briefing.errors import UsageError
from briefing.model.text import Source
from briefing.options import Color, Options


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("a.md", ("markdown", "json"), "markdown"),
        ("a.MARKDOWN", ("markdown", "json"), "markdown"),
        ("a.json", ("markdown", "json"), "json"),
        ("a.txt", ("markdown", "terminal"), "terminal"),
        ("a.txt", ("text", "json"), "text"),
        ("a.b.csv", ("table", "csv"), "csv"),
    ],
)
def test_the_ending_gives_the_format(name: str, known: tuple[str, ...], expected: str) -> None:
    """The ending is the format's name, or one of the usual endings for it."""
    assert expected == output.format_of(Path(name), known)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry strike enters second week", "ferry-strike-enters-second-week"),
        ("Żółć & “Straße” – 5 %", "zoc-strae-5"),
        ("../../etc/passwd", "etc-passwd"),
        ("\x1b]0;x\x07", "0-x"),
        ("x" * 200, "x" * 60),
        ("日本", "article"),
    ],
)
def test_a_file_is_named_by_title_and_content(title: str, expected: str) -> None:
    """A name has plain letters only, and the beginning of the text's hash."""
    source = Source.from_text("Some text.", title=title)
    assert f"{expected}-{source.sha256[:8]}.md" == output.file_name(source, "markdown")


def test_a_file_without_a_title_is_named_by_its_first_words() -> None:
    """The first eight words stand in for a missing title."""
    name = output.file_name(Source.from_text("One two three four five six seven eight nine ten."), "json")
    assert name.startswith("one-two-three-four-five-six-seven-eight-")
    assert name.endswith(".json")


def test_a_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails the old file is still there and nothing else."""
    target = tmp_path / "page.md"
    target.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match=r"page.md: not_writable: No space left on device"):
        output.write_file(target, "new")
    assert ["page.md"] == [path.name for path in tmp_path.iterdir()]
    assert "old" == target.read_text(encoding="utf-8")


def test_a_file_has_the_rights_of_a_new_file(tmp_path: Path) -> None:
    """The rights are those of the user's mask, not those of a temporary file; a file that was there keeps its own."""
    mask = os.umask(0o027)
    try:
        output.write_file(tmp_path / "new.md", "x")
    finally:
        os.umask(mask)
    assert 0o640 == stat.S_IMODE((tmp_path / "new.md").stat().st_mode)
    (tmp_path / "new.md").chmod(0o600)
    output.write_file(tmp_path / "new.md", "y")
    assert 0o600 == stat.S_IMODE((tmp_path / "new.md").stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link leads to is written, the link itself is left."""
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    output.write_file(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert "new" == (tmp_path / "real.md").read_text(encoding="utf-8")


def test_lone_surrogates_are_written_as_escapes(tmp_path: Path) -> None:
    """A text that is no valid Unicode can be written all the same."""
    output.write_file(tmp_path / "a.md", "a\ud800\n")
    assert b"a\\ud800\n" == (tmp_path / "a.md").read_bytes()


def test_what_exists_needs_force(tmp_path: Path) -> None:
    """An existing file is refused, with the word that helps; with it, it is not."""
    target = tmp_path / "a.md"
    target.touch()
    with pytest.raises(UsageError, match="it exists; use --force"):
        output.check_target(target, force=False)
    output.check_target(target, force=True)


def test_an_article_is_never_its_own_page(tmp_path: Path) -> None:
    """Not even `--force` overwrites an input."""
    target = tmp_path / "a.md"
    target.touch()
    with pytest.raises(UsageError, match="it is the article itself"):
        output.check_target(target, force=True, inputs=["-", str(tmp_path / "." / "a.md")])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder, and a file in a folder that is not there, are refused before any work."""
    with pytest.raises(OutputError, match="it is a folder"):
        output.check_target(tmp_path, force=True)
    with pytest.raises(OutputError, match="its folder is not there"):
        output.check_target(tmp_path / "no" / "a.md", force=True)


def test_a_device_may_be_written() -> None:
    """/dev/null exists, and is no file that could be lost."""
    output.check_target(Path(os.devnull), force=False)
    output.write_file(Path(os.devnull), "x")


@pytest.mark.parametrize(
    ("color", "environment", "expected"),
    [(Color.ALWAYS, {"NO_COLOR": "1"}, True), (Color.NEVER, {}, False), (Color.AUTO, {}, False)],
)
def test_a_pipe_has_no_colour_unless_asked(
    color: Color, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--color always` goes before NO_COLOR; by itself a pipe has none."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert expected == output.is_colored(Options(color=color))


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_has_colour_unless_the_user_has_none(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR and a dumb terminal switch colour off."""
    monkeypatch.setattr(output, "to_terminal", lambda: True)
    assert output.is_colored(Options())
    monkeypatch.setenv(variable, value)
    assert not output.is_colored(Options())


def test_the_page_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between 40 and 120 columns; --width goes before; a pipe has 80."""
    assert 80 == output.width_of(Options())
    assert 200 == output.width_of(Options(width=200))
    monkeypatch.setattr(output, "to_terminal", lambda: True)
    for columns, expected in (("20", 40), ("100", 100), ("300", 120)):
        monkeypatch.setenv("COLUMNS", columns)
        assert expected == output.width_of(Options())


def test_binary_content_is_not_for_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Bytes go to a pipe, and are refused for a terminal."""
    output.print_result(b"\x00\xff")
    assert b"\x00\xff" == capfdbinary.readouterr().out
    monkeypatch.setattr(output, "to_terminal", lambda: True)
    with pytest.raises(UsageError, match="use -o FILE"):
        output.print_result(b"\x00")
