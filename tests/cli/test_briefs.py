"""`briefing brief`: where pages go, and what is said of articles that give none."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.application import run
from briefing.cli.exits import Exit
from briefing.wire import from_json, to_json
from tests.build import FERRY

pytestmark = pytest.mark.model

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, and the current one, with a good article, one that is too short, and one that is empty."""
    (tmp_path / "ferry.txt").write_text(f"Ferry strike in second week\n\n{FERRY}", encoding="utf-8")
    (tmp_path / "other.txt").write_text(f"The same strike again\n\n{FERRY}", encoding="utf-8")
    (tmp_path / "short.txt").write_text("The ferry is late. Nobody knows why.\n", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("articles")
def test_a_pipe_gets_markdown(capsys: Captured) -> None:
    """`briefing ARTICLE` is `briefing brief ARTICLE`, and a pipe gets Markdown."""
    assert Exit.FINE == run(["ferry.txt"])
    short = capsys.readouterr()
    assert Exit.FINE == run(["brief", "ferry.txt"])
    assert short == capsys.readouterr()
    assert short.out.startswith("# Ferry strike in second week\n")
    assert "" == short.err


def test_the_file_s_ending_gives_the_format(articles: Path, capsys: Captured) -> None:
    """`-o` writes Markdown or JSON by its ending, and `--format` goes before it."""
    assert Exit.FINE == run(["ferry.txt", "-o", "a.md"])
    assert Exit.FINE == run(["ferry.txt", "-o", "a.json"])
    assert Exit.FINE == run(["ferry.txt", "-o", "b.md", "--format", "json"])
    assert ("", "") == capsys.readouterr()
    assert (articles / "a.md").read_text(encoding="utf-8").startswith("# Ferry strike")
    assert (articles / "a.json").read_bytes() == (articles / "b.md").read_bytes()
    assert "Ferry strike in second week" == json.loads((articles / "a.json").read_text(encoding="utf-8"))["title"]


def test_several_articles_go_into_one_file(articles: Path) -> None:
    """Pages stand one after another; in JSON they are an array."""
    assert Exit.FINE == run(["ferry.txt", "other.txt", "-o", "a.md"])
    assert Exit.FINE == run(["ferry.txt", "other.txt", "-o", "a.json"])
    text = (articles / "a.md").read_text(encoding="utf-8")
    assert text.index("# Ferry strike in second week") < text.index("# The same strike again")
    labels = [line.partition("]:")[0] for line in text.splitlines() if line.startswith("[^")]
    assert len(set(labels)) == len(labels)
    pages = json.loads((articles / "a.json").read_text(encoding="utf-8"))
    assert ["Ferry strike in second week", "The same strike again"] == [page["title"] for page in pages]


def test_a_folder_gets_one_file_an_article(articles: Path, capsys: Captured) -> None:
    """`--output-dir` makes the folder, names each file by title and content, and says where."""
    assert Exit.FINE == run(["ferry.txt", "other.txt", "--output-dir", "out/pages"])
    names = sorted(path.name for path in (articles / "out" / "pages").iterdir())
    assert ["ferry-strike-in-second-week", "the-same-strike-again"] == [name.rpartition("-")[0] for name in names]
    captured = capsys.readouterr()
    assert "" == captured.out
    assert [f"wrote out/pages/{name}" for name in names] == captured.err.splitlines()


def test_nothing_is_overwritten_without_force(articles: Path, capsys: Captured) -> None:
    """A file that exists is refused before anything is read; --force overwrites it."""
    (articles / "a.md").write_text("mine", encoding="utf-8")
    assert Exit.USAGE == run(["ferry.txt", "-o", "a.md"])
    assert "a.md: usage: it exists; use --force\n" == capsys.readouterr().err
    assert "mine" == (articles / "a.md").read_text(encoding="utf-8")
    assert Exit.FINE == run(["ferry.txt", "-o", "a.md", "--force"])
    assert (articles / "a.md").read_text(encoding="utf-8") != "mine"


def test_nothing_in_a_folder_is_overwritten_without_force(articles: Path, capsys: Captured) -> None:
    """If one page of a folder exists, none is written."""
    assert Exit.FINE == run(["ferry.txt", "--output-dir", "out"])
    assert Exit.USAGE == run(["other.txt", "ferry.txt", "--output-dir", "out"])
    assert "it exists; use --force" in capsys.readouterr().err
    assert 1 == len(list((articles / "out").iterdir()))
    assert Exit.FINE == run(["other.txt", "ferry.txt", "--output-dir", "out", "--force"])
    assert 2 == len(list((articles / "out").iterdir()))


def test_the_same_article_twice_is_written_once(articles: Path) -> None:
    """Two names of one article make one file of a folder, and no clash."""
    assert Exit.FINE == run(["ferry.txt", "./ferry.txt", "--output-dir", "out"])
    assert 1 == len(list((articles / "out").iterdir()))


@pytest.mark.usefixtures("articles")
def test_an_article_is_not_overwritten_by_its_page(capsys: Captured) -> None:
    """`-o` may not name an input, not even with --force."""
    Path("ferry.txt").rename("ferry.md")
    assert Exit.USAGE == run(["ferry.md", "-o", "ferry.md", "--force"])
    assert "ferry.md: usage: it is the article itself; write to another file\n" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("names", "codes", "exit_code"),
    [
        (["missing.txt"], ["missing.txt: not_found: "], Exit.NOTHING),
        (["empty.txt"], ["empty.txt: empty: "], Exit.NOTHING),
        (["short.txt"], ["short.txt: too_short: there are only 7 words in 2 sentences; "], Exit.NOTHING),
        (
            ["short.txt", "ferry.txt", "missing.txt"],
            ["short.txt: too_short: ", "missing.txt: not_found: "],
            Exit.SOME_FAILED,
        ),
    ],
)
@pytest.mark.usefixtures("articles")
def test_what_cannot_be_briefed_is_one_line_each(
    names: list[str], codes: list[str], exit_code: Exit, capsys: Captured
) -> None:
    """Each bad input gives one line; the others are briefed, and the exit code tells."""
    assert exit_code == run(names)
    captured = capsys.readouterr()
    lines = captured.err.splitlines()
    assert len(codes) == len(lines)
    assert all(line.startswith(code) for line, code in zip(lines, codes, strict=True))
    assert ("# Ferry" in captured.out) == (exit_code is Exit.SOME_FAILED)


@pytest.mark.usefixtures("articles")
def test_another_language_is_refused_unless_asked_for(capsys: Captured) -> None:
    """An article that does not seem to be English gives one line, and a page with --any-language."""
    sentences = "Die Gewerkschaft der Seeleute will am Freitag über den Streik auf den Fähren entscheiden. "
    Path("de.txt").write_text(sentences * 8, encoding="utf-8")
    assert Exit.NOTHING == run(["de.txt"])
    assert capsys.readouterr().err.startswith(
        "de.txt: not_english: the article seems to be in another language ('de'); "
    )
    assert Exit.FINE == run(["de.txt", "--any-language"])


@pytest.mark.usefixtures("articles")
def test_the_words_of_a_page_can_be_configured(capsys: Captured) -> None:
    """./briefing.toml is read, and a flag goes before it."""
    Path("briefing.toml").write_text('template = "bluf"\nformat = "json"\n', encoding="utf-8")
    assert Exit.FINE == run(["ferry.txt"])
    assert "bluf" == json.loads(capsys.readouterr().out)["made_by"]["template"]
    assert Exit.FINE == run(["ferry.txt", "--template", "timeline"])
    assert "timeline" == json.loads(capsys.readouterr().out)["made_by"]["template"]


@pytest.mark.usefixtures("articles")
def test_the_day_of_publication_can_be_given(capsys: Captured) -> None:
    """`--published` dates what the article leaves relative."""
    assert Exit.FINE == run(["ferry.txt", "--published", "2024-03-14", "--format", "json"])
    source = json.loads(capsys.readouterr().out)["sources"][0]
    assert "2024-03-14" == source["published"]


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_standard_input_and_output_are_utf_8(encoding: str) -> None:
    """`briefing -` reads standard input, and a pipe gets UTF-8 whatever the locale says."""
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "-", "--format", "json"],
        input=FERRY.replace("Solberg", "Sølberg").encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert (0, b"") == (done.returncode, done.stderr)
    assert "Sølberg" in json.loads(done.stdout.decode("utf-8"))["sources"][0]["text"]


@pytest.mark.usefixtures("articles")
def test_a_full_disk_is_one_line() -> None:
    """Standard output that cannot be written is an error, not a traceback."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "briefing", "ferry.txt"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (Exit.NOTHING, b"stdout: not_writable: No space left on device\n") == (done.returncode, done.stderr)


@pytest.mark.usefixtures("articles")
def test_no_control_character_of_an_article_reaches_the_terminal(capsys: Captured) -> None:
    """Neither the page nor an error line carries an escape sequence or an override of direction."""
    Path("evil\x1b[2J.txt").write_text(FERRY.replace("Nordline", "Nord\x1b[31mline\u202e"), encoding="utf-8")
    assert Exit.FINE == run(["evil\x1b[2J.txt", "--format", "terminal"])
    assert Exit.FINE == run(["evil\x1b[2J.txt"])
    assert Exit.NOTHING == run(["nothing\x1b[2J\u202e.txt"])
    captured = capsys.readouterr()
    for forbidden in ("\x1b", "\u202e", "\x9b"):
        assert forbidden not in captured.out + captured.err


ALIASES = """\
[[actor]]
name = "Seafarers' Union"
kind = "group"
aliases = ["the ferry union", "SU"]
"""


@pytest.mark.usefixtures("articles")
def test_a_focus_that_the_article_does_not_speak_of_is_told(capsys: Captured) -> None:
    """One line on standard error for each term that stands nowhere; the page is made all the same."""
    assert Exit.FINE == run(["ferry.txt", "--focus", "Nordline", "--focus", "zebra"])
    shown = capsys.readouterr()
    assert shown.out.startswith("# Ferry strike in second week\n")
    assert "ferry.txt: note: the article does not speak of 'zebra' (--focus)\n" == shown.err


@pytest.mark.usefixtures("articles")
def test_an_alias_file_joins_names(capsys: Captured) -> None:
    """Names of the file become one actor of the page, which is known by the file's hash and reads back."""
    Path("names.toml").write_text(ALIASES, encoding="utf-8")
    assert Exit.FINE == run(["ferry.txt", "--aliases", "names.toml", "--format", "json"])
    text = capsys.readouterr().out
    page = from_json(text)
    union = next(line for line in page.actors if line.name == "Seafarers' Union")
    assert ("group", ("ferry union", "SU")) == (union.kind, union.aliases)
    assert ("aliases_sha256", hashlib.sha256(ALIASES.encode()).hexdigest()) in page.made_by.options
    assert text == to_json(page)
    Path("moved.toml").write_text(ALIASES, encoding="utf-8")
    Path("briefing.toml").write_text('aliases = "moved.toml"\nformat = "json"\n', encoding="utf-8")
    assert Exit.FINE == run(["ferry.txt"])
    assert text == capsys.readouterr().out


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, "names.toml: aliases: there is no such file; "),
        ("[[actor]\n", "names.toml:1: aliases: it is not TOML: "),
        ("[[actor]]\nnames = 'x'\n", "names.toml:2: aliases: 'names' means nothing here; did you mean 'name'?"),
        ("[[actor]]\nname = '\x1b[2J'\nkind = 'x'\n", "names.toml:2: aliases: it is not TOML: "),
        ('[[actor]]\nname = "A"\nkind = "\\u001b[2J\\n"\n', "names.toml:3: aliases: there is no kind '\\x1b[2J\\n'; "),
    ],
)
@pytest.mark.parametrize("command", [["brief"], ["extract", "actors"]])
def test_an_alias_file_at_fault_is_one_line(
    command: list[str], content: str | None, line: str, capsys: Captured
) -> None:
    """Nothing is briefed, the line says file, line, fault and remedy, and the exit code that the command line is wrong."""
    if content is not None:
        Path("names.toml").write_text(content, encoding="utf-8")
    assert Exit.USAGE == run([*command, "ferry.txt", "--aliases", "names.toml"])
    captured = capsys.readouterr()
    assert "" == captured.out
    assert 1 == captured.err.count("\n")
    assert captured.err.startswith(line)


@pytest.mark.usefixtures("articles")
def test_an_alias_file_of_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """BRIEFING_ALIASES names a file as --aliases does."""
    monkeypatch.setenv("BRIEFING_ALIASES", "names.toml")
    assert Exit.USAGE == run(["ferry.txt"])
    assert capsys.readouterr().err.startswith("names.toml: aliases: there is no such file; ")


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("format", ["markdown", "terminal"])
def test_an_explanation_stands_below_the_page(format: str, capsys: Captured) -> None:
    """The page is the same with and without; of several articles each explanation names its own."""
    assert Exit.FINE == run(["ferry.txt", "--format", format])
    page = capsys.readouterr().out
    assert Exit.FINE == run(["ferry.txt", "--format", format, "--explain"])
    captured = capsys.readouterr()
    assert "" == captured.err
    assert captured.out.startswith(f"{page}\n")
    assert "Why these names" in captured.out.removeprefix(page).lstrip("#\n ").splitlines()[0]
    assert "SU: an acronym given in brackets after the name (¶2, sentence 1)" in " ".join(captured.out.split())
    assert Exit.FINE == run(["ferry.txt", "other.txt", "--format", format, "-o", "two.out", "--explain"])
    written = Path("two.out").read_text(encoding="utf-8")
    assert written.index("Why these names: Ferry strike") < written.index("Why these names: The same strike again")


def test_an_explanation_leaves_json_alone(articles: Path, capsys: Captured) -> None:
    """JSON is the same with and without; the explanation goes to standard error."""
    assert Exit.FINE == run(["ferry.txt", "-o", "a.json"])
    assert Exit.FINE == run(["ferry.txt", "-o", "b.json", "--explain"])
    captured = capsys.readouterr()
    assert "" == captured.out
    assert captured.err.startswith("Why these names: Ferry strike in second week ──")
    assert (articles / "a.json").read_bytes() == (articles / "b.json").read_bytes()
