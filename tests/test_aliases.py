"""An alias file is read whole, or refused in one line with file, line and fault."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

import briefing
from briefing.aliases import parse_aliases, read_aliases
from briefing.errors import AliasesError, UsageError
from briefing.model.aliases import AliasedActor, Aliases
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
# who is who on the coast
[[actor]]
name = "Seafarers' Union"
kind = "organisation"
aliases = ["SU", "the deckhands"]
apart = [
    "Dockers' Union",  # another one
]

[[actor]]
name = "Nordline"
"""


def test_a_file_is_read() -> None:
    """Name, kind, other names and names apart become one value, white space in names folded."""
    expected = Aliases(
        (
            AliasedActor("Seafarers' Union", ActorKind.ORGANISATION, ("SU", "the deckhands"), ("Dockers' Union",)),
            AliasedActor("Nordline"),
        )
    )
    assert expected == parse_aliases(GOOD, origin="a.toml")
    assert expected == parse_aliases(GOOD.replace("\n", "\r\n").replace("s' U", "s'  U"), origin="a.toml")


def test_a_file_without_actors_says_nothing() -> None:
    """An empty file and one of comments are no error."""
    assert Aliases() == parse_aliases("", origin="a.toml") == parse_aliases("# later\n", origin="a.toml")


FAULTS = [
    ('[[actor]]\nname = "A\n', "2: aliases: it is not TOML: "),
    ('[[actor]]\nname = "A"\naliases = ["B",\n', "3: aliases: it is not TOML: "),
    ('[[actor]]\nname = "A"\nname = "B"\n', "3: aliases: it is not TOML: "),
    ('[[actor]]\nname = "A"\n\n[[actors]]\nname = "B"\n', "4: aliases: 'actors' means nothing here; write [[actor]]"),
    ('[actor]\nname = "A"\n', "1: aliases: an actor begins with [[actor]], in two pairs of brackets"),
    ("actor = 3\n", "1: aliases: 'actor' is no row of tables; write [[actor]]"),
    ('[[actor]]\nname = "A"\nalias = ["B"]\n', "3: aliases: 'alias' means nothing here; did you mean 'aliases'?"),
    ('[[actor]]\nname = "A"\ncolour = 1\n', "3: aliases: 'colour' means nothing here; there are: name, kind, aliases"),
    ('\n[[actor]]\naliases = ["B"]\n', "2: aliases: this actor has no name; write name = "),
    ("[[actor]]\nname = 7\n", "2: aliases: a name is a text, not 7; put it in quotation marks"),
    ('[[actor]]\nname = ""\n', "2: aliases: a name is empty; fill it or delete it"),
    ('[[actor]]\nname = " "\n', "2: aliases: a name is empty; fill it or delete it"),
    ('[[actor]]\nname = "--"\n', "2: aliases: '--' is no name; fill it or delete it"),
    ('[[actor]]\nname = "A"\naliases = "B"\n', "3: aliases: 'aliases' is no list; write aliases = [\"...\""),
    ('[[actor]]\nname = "A"\naliases = [\n  "B",\n  3,\n]\n', "5: aliases: a name is a text, not 3"),
    ('[[actor]]\nname = "A"\naliases = [\n  "B", # "C"\n\n  "",\n]\n', "6: aliases: a name is empty"),
    ('[[actor]]\nname = "A"\napart = ["B", ["C"]]\n', "3: aliases: a name is a text, not ['C']"),
    (
        '[[actor]]\nname = "A"\n# kind = "x"\nkind = "party"\n',
        "4: aliases: there is no kind 'party'; there are: person, ",
    ),
    (
        '[[actor]]\nname = "A"\nkind = "organization"\n',
        "3: aliases: there is no kind 'organization'; did you mean 'organisa",
    ),
    ('[[actor]]\nname = "A"\nkind = [3]\n', "3: aliases: there is no kind [3]; there are: person, "),
    (f'[[actor]]\nname = "{"word " * 21}"\n', "2: aliases: a name has more than 20 words"),
    (
        '[[actor]]\nname = "A"\naliases = ["B"]\n[[actor]]\nname = "C"\naliases = ["D",\n "B"]\n',
        "7: aliases: 'B' is a name of another actor already, in line 3; leave it to one of them",
    ),
    (
        '[[actor]]\nname = "the militia"\n[[actor]]\nname = "The Militia"\n',
        "4: aliases: 'The Militia' is a name of another actor already, in line 2",
    ),
    (
        '[[actor]]\nname = "U.S."\n[[actor]]\nname = "US"\n',
        "4: aliases: 'US' is a name of another actor already, in line 2",
    ),
    (
        '[[actor]]\nname = "A"\naliases = ["B"]\napart = ["C", "B"]\n',
        "4: aliases: 'B' cannot be a name of 'A' and apart from it",
    ),
    ('actor = [\n {name = "A"},\n {name = "B", kind = "x"},\n]\n', "3: aliases: there is no kind 'x'"),
    (
        '[[actor]]\nname = """A\n[[actor]]\nkind"""\n[[actor]]\nname = \'\'\'B\'\'\'\n"kind" = "x"\n',
        "7: aliases: there is no kind 'x'",
    ),
    ("x = " + "[" * 5_000 + "]" * 5_000, "a.toml: aliases: its lists are nested too deep"),
]


@pytest.mark.parametrize(("text", "line"), FAULTS)
def test_a_fault_is_one_line_with_its_place(text: str, line: str) -> None:
    """Every fault names the file, the line on which it stands and what to do."""
    with pytest.raises(AliasesError) as caught:
        parse_aliases(text, origin="a.toml")
    shown = str(caught.value)
    assert shown.startswith(line if line.startswith("a.toml") else f"a.toml:{line}")
    assert "\n" not in shown
    assert isinstance(caught.value, UsageError)


def test_names_that_differ_in_capitals_may_be_two_actors() -> None:
    """Names as "May" and "MAY" are found by their capitals; of names in small letters that cannot be said."""
    read = parse_aliases('[[actor]]\nname = "May"\n[[actor]]\nname = "MAY"\n', origin="a.toml")
    assert ["May", "MAY"] == [actor.name for actor in read.actors]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, ": aliases: there is no such file; check the path after --aliases"),
        (b"\xff\xfe[\x00[\x00", ": aliases: it is no text; give a TOML file"),
        (b'[[actor]]\nname = "Norh\xe4fen"\n', ":2: aliases: it is not UTF-8 text; save it as UTF-8"),
        (b"#" * 1_000_001, ": aliases: it is larger than 1,000,000 bytes; give only the actors of your articles"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, content: bytes | None, line: str) -> None:
    """What is missing, no text, of another encoding or too large is told as such."""
    path = tmp_path / "a.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AliasesError) as caught:
        read_aliases(path)
    assert f"{path}{line}" == str(caught.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no alias file."""
    with pytest.raises(AliasesError, match="it is a folder; give the alias file in it"):
        read_aliases(tmp_path)


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    """The hash is the file's; a value made in Python is known by what it says."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    read = briefing.read_aliases(path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == read.sha256 == read.identity
    made = Aliases(read.actors)
    assert made.identity == Aliases(read.actors).identity
    assert len({made.identity, read.identity, Aliases().identity}) == 3


def test_a_term_stands_for_all_names_of_its_actor() -> None:
    """Whatever its case; a term that names nobody in the file stands for itself."""
    aliases = Aliases((AliasedActor("Ida Solberg", aliases=("the minister",)), AliasedActor("Nordline")))
    assert aliases.names_of("The Minister") == ("Ida Solberg", "the minister")
    assert aliases.names_of("Skarn") == ("Skarn",)
