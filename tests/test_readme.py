"""What the README says is so: its examples run, its tables are complete, its links lead somewhere."""

from __future__ import annotations

import ast
import doctest
import re
import tomllib
from pathlib import Path

import pytest

from briefing.aliases import parse_aliases
from briefing.cli.output import OutputError
from briefing.errors import AliasesError, LexiconError, MissingPartError, TemplateError, UsageError
from briefing.options import Options, choose_options
from briefing.reading import formats
from briefing.rendering.markdown import check_body
from briefing.templates import parse_template

_ROOT = Path(__file__).parent.parent
_README = (_ROOT / "README.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", _README, re.MULTILINE | re.DOTALL)


def _section(heading: str) -> str:
    """The text under a heading of the second level."""
    return _README.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def _table(section: str, header: str) -> list[str]:
    """The first cells of the table whose header begins with a cell, without code marks."""
    rows = section.partition(f"| {header} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [row.split("|")[1].strip().strip("`") for row in rows]


def _codes_of_input_errors() -> set[str]:
    """The codes that the program gives to an `InputError`, as they stand in its source."""
    codes = {code for _, _, code, _, _ in formats._MAGIC}
    for path in (_ROOT / "briefing").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InputError":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    codes.add(str(first.value))
    return codes


@pytest.mark.model
def test_the_python_example_runs_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of the Python example prints what the README says."""
    monkeypatch.chdir(_ROOT)
    [example] = _blocks("pycon")
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    reported: list[str] = []
    doctest.DocTestRunner().run(test, out=reported.append)
    assert "" == "".join(reported)


def test_every_error_code_is_explained() -> None:
    """The table of codes holds each code that an error can have, and no other."""
    kinds = (AliasesError, OutputError, UsageError, TemplateError, LexiconError, MissingPartError)
    classes = {kind.code for kind in kinds}
    codes = _codes_of_input_errors() | classes | {"internal"}
    assert sorted(codes) == sorted(_table(_section("Exit codes and errors"), "code"))


def test_the_configuration_example_is_sound() -> None:
    """The example of a configuration file gives the options that it shows."""
    [_, example] = _blocks("toml")
    options = choose_options({}, files=[("briefing.toml", example)]).options
    assert Options(template="known-unknown", words=300, focus=("water board", "Tesmar")) == options


def test_the_alias_file_example_is_sound() -> None:
    """The example of an alias file has an actor with everything that an actor can have, and the fault shown is told so."""
    [example, _] = _blocks("toml")
    [actor] = parse_aliases(example, origin="names.toml").actors
    assert all((actor.name, actor.kind, actor.aliases, actor.apart))
    fault = example.replace('"organisation" ', '"union" ')
    with pytest.raises(AliasesError) as caught:
        parse_aliases(fault, origin="names.toml")
    assert f"`{caught.value}`" in " ".join(_README.split())


def test_the_template_example_is_sound() -> None:
    """The example of a template has a header and a body without fault."""
    [example] = _blocks("jinja")
    template = parse_template(example, name="example", origin="README.md")
    check_body(template.body)
    assert ["actors", "timeline"] == [section.shows.value for section in template.plan.sections]


def test_every_dependency_has_its_licence_in_the_table() -> None:
    """The table of licences names each dependency, those of the extras too, and no other package."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    names = {re.split(r"[<>=\[]", requirement)[0] for requirement in [*project["dependencies"], *optional]} - {
        project["name"]
    }
    assert sorted(names) == sorted(name.split(",")[0] for name in _table(_section("Licences"), "package"))


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_links_within_the_repository_lead_to_files(name: str) -> None:
    """Every relative link of a document leads to a file that is there."""
    text = (_ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [] == [link for link in links if not (_ROOT / link).exists()]


def test_every_module_has_its_place_in_the_architecture() -> None:
    """ARCHITECTURE.md names each module of the package."""
    words = set(re.findall(r"\w+", (_ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))
    modules = {path.stem for path in (_ROOT / "briefing").rglob("*.py")} - {"__init__", "__main__"}
    assert [] == sorted(modules - words), "tell in ARCHITECTURE.md what these are for"
