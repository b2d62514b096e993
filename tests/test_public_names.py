"""What `import briefing` gives, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

import briefing
from tests.build import FERRY

HEAVY = ("spacy", "nltk", "sumy", "numpy", "trafilatura", "pydantic", "jinja2", "rich", "typer")


def _loaded_after(statement: str) -> set[str]:
    """The heavy packages that a fresh process has loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_the_public_names_are_sorted_and_there() -> None:
    """`__all__` is sorted, and every name of it can be had and is listed by `dir`."""
    assert sorted(briefing.__all__) == sorted(set(briefing.__all__))
    assert all(getattr(briefing, name) is not None for name in briefing.__all__)
    assert set(briefing.__all__) <= set(dir(briefing))


def test_segment_is_a_module_and_the_verbs_are_functions() -> None:
    """`briefing.segment` stays a module; no package takes the name of a function."""
    assert isinstance(briefing.segment, ModuleType)
    assert all(
        callable(getattr(briefing, name)) for name in ("analyse", "brief", "read", "render", "summarize", "to_dict")
    )


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that is not public is refused as any module does."""
    with pytest.raises(AttributeError, match="module 'briefing' has no attribute 'frobnicate'"):
        _ = briefing.frobnicate


def test_the_methods_and_formats_are_those_promised() -> None:
    """All methods and the three first formats are named."""
    methods = {
        "lexrank",
        "textrank",
        "lsa",
        "luhn",
        "edmundson",
        "kl",
        "sumbasic",
        "reduction",
        "random",
        "lead",
        "consensus",
    }
    assert methods <= set(briefing.METHODS)
    assert {"markdown", "json", "terminal"} <= set(briefing.FORMATS)


@pytest.mark.parametrize(
    "statement",
    ["import briefing", "import briefing; briefing.METHODS; briefing.FORMATS; briefing.Source; briefing.BriefingError"],
)
def test_a_name_costs_no_heavy_import(statement: str) -> None:
    """Neither the package nor its tables load a third party."""
    assert set() == _loaded_after(statement)


def test_help_costs_typer_alone() -> None:
    """`briefing brief --help` loads typer, and nothing that analyses or draws."""
    statement = "from briefing.cli.application import run; assert run(['brief', '--help']) == 0"
    assert {"typer"} == _loaded_after(statement)


@pytest.mark.model
def test_every_public_function_can_be_called_twice() -> None:
    """No import of a package overwrites a function: each works a second time in one process, with the same result."""
    results = []
    for _ in range(2):
        source = briefing.Source.from_text(FERRY, title="Ferry strike")
        document = briefing.segment.segment_source(source)
        page = briefing.brief(source)
        results.append(
            (
                document,
                briefing.summarize(source),
                briefing.to_dict(briefing.analyse(source)),
                briefing.to_dict(page),
                briefing.render(page, "markdown"),
                briefing.render(page, "json"),
                briefing.render(page, "terminal"),
            )
        )
    assert results[0] == results[1]


def test_read_can_be_called_twice(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Reading the same file twice gives the same source."""
    path = tmp_path_factory.mktemp("articles") / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    assert briefing.read(str(path)) == briefing.read(str(path))


def test_an_unknown_format_is_a_briefing_error() -> None:
    """Rendering to a format that is not there is refused."""
    from tests.build import full_brief  # noqa: PLC0415 - beside the only test that uses it

    with pytest.raises(briefing.BriefingError, match="scroll"):
        briefing.render(full_brief(), "scroll")
