"""Parts of large packages without the rest: what is imported, what is left behind, and what happens where it cannot be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# A package whose module `needed` imports `heavy` and takes a function and the module `late` from elsewhere in it.
PACKAGE = {
    "__init__.py": "from bulky import heavy\nfrom bulky.inner import needed\n",
    "heavy.py": "LOADED = True\ndef double(number): return 2 * number\n",
    "inner/__init__.py": "from bulky import heavy\n",
    "inner/needed.py": "from bulky import heavy\nfrom bulky.heavy import double\ndef four(): return double(2)\n",
    "strict.py": "from bulky.heavy import LOADED\n",
}


def run(tmp_path: Path, code: str) -> str:
    """What a program prints that can import `bulky`, in a process of its own: imports cannot be undone in this one."""
    for name, text in PACKAGE.items():
        path = tmp_path / "bulky" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    start = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(tmp_path)!r}]\nfrom briefing.stand_ins import *\n"
    done = subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, check=False)
    assert "" == done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            (
                "within = import_within(['bulky.inner.needed'], {'bulky.heavy': ['double']})\n"
                "print(within[0].__name__, [name for name in sys.modules if 'bulky' in name])"
            ),
            "bulky.inner.needed []",
        ),
        (
            (
                "needed, = import_within(['bulky.inner.needed'], {'bulky.heavy': ['double']})\n"
                "import bulky\nprint(bulky.heavy.LOADED, bulky.inner.needed is needed)"
            ),
            "True False",
        ),
        (
            (
                "needed, = import_within(['bulky.inner.needed'], {'bulky.heavy': ['double']})\n"
                "print(needed.four(), needed.heavy.LOADED)"
            ),
            "4 True",
        ),
        (
            (
                "import bulky\nneeded, = import_within(['bulky.inner.needed'], {'bulky.heavy': ['double']})\n"
                "print(bulky.inner.needed is needed)"
            ),
            "True",
        ),
        (
            "strict, = import_within(['bulky.strict'], {'bulky.heavy': []})\nprint(strict.LOADED, 'bulky' in sys.modules)",
            "True True",
        ),
    ],
    ids=[
        "nothing is left",
        "others get a whole package",
        "what was taken works",
        "loaded already",
        "refused: ordinary",
    ],
)
def test_a_module_without_the_package_around_it(tmp_path: Path, code: str, expected: str) -> None:
    """`import_within` leaves `sys.modules` as it was, and falls back to the ordinary import where a stand-in is not enough."""
    assert expected == run(tmp_path, code)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            (
                "bulky = import_beside('bulky', {'bulky.heavy': ['double']})\n"
                "print('bulky.heavy' in sys.modules, 'bulky.inner.needed' in sys.modules)\nprint(bulky.inner.needed.four())"
            ),
            "False True\n4",
        ),
        (
            "import_beside('bulky', {'bulky.heavy': ['double']})\nimport bulky.heavy\nprint(bulky.heavy.LOADED)",
            "True",
        ),
        ("import bulky.heavy\nprint(import_beside('bulky', {'bulky.heavy': []}).heavy.LOADED)", "True"),
        ("print(import_beside('bulky.strict', {'bulky.heavy': []}).LOADED)", "True"),
    ],
    ids=["left out", "the real one can be had", "loaded already", "refused: ordinary"],
)
def test_a_module_without_others(tmp_path: Path, code: str, expected: str) -> None:
    """`import_beside` imports a module whole but for its stand-ins, which are gone afterwards."""
    assert expected == run(tmp_path, code)


def test_a_missing_module_is_missing(tmp_path: Path) -> None:
    """Falling back does not hide that there is no such module."""
    code = "try: import_within(['no_such.module'], {})\nexcept ModuleNotFoundError as error: print(error.name)"
    assert "no_such" == run(tmp_path, code)


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("briefing.summarize(text)", ["nltk", "requests", "spacy", "trafilatura", "pydantic", "rich"]),
        pytest.param(
            "briefing.render(briefing.brief(text))",
            ["nltk", "requests", "spacy.cli", "trafilatura", "rich"],
            marks=pytest.mark.model,
        ),
    ],
)
def test_what_is_not_needed_is_not_imported(tmp_path: Path, code: str, unwanted: list[str]) -> None:
    """A summary and a page load none of the large packages that they have no use for; NLTK can be had whole afterwards."""
    words = " ".join(["The council met Dr. Orr in May. It chose a new bridge. Work begins next year."] * 5)
    program = (
        f"import briefing\ntext = briefing.Source.from_text({words!r})\n{code}\n"
        f"print([name for name in {unwanted!r} if name in sys.modules])\n"
        "import nltk.stem.snowball, nltk.tokenize\nprint(nltk.stem.snowball.EnglishStemmer().stem('bridges'))"
    )
    assert "[]\nbridg" == run(tmp_path, program)
