"""One rule decides what an option is."""

from __future__ import annotations

import pytest

from briefing.errors import UsageError
from briefing.options import Color, Options, choose_options


def test_defaults_hold_where_nothing_is_set() -> None:
    """Without flags, environment and files every option has its default, and says so."""
    chosen = choose_options({})
    assert Options() == chosen.options
    assert {"default"} == set(chosen.origins.values())


@pytest.mark.parametrize(
    ("flag", "variable", "near", "far", "expected", "origin"),
    [
        (100, "200", "words = 300", "words = 400", 100, "option"),
        (None, "200", "words = 300", "words = 400", 200, "BRIEFING_WORDS"),
        (None, "", "words = 300", "words = 400", 300, "./briefing.toml"),
        (None, "", "", "words = 400", 400, "config.toml"),
    ],
)
def test_the_nearer_setting_wins(
    flag: int | None, variable: str, near: str, far: str, expected: int, origin: str
) -> None:
    """A flag goes before the environment, that before the folder's file, that before the user's own."""
    chosen = choose_options(
        {"words": flag},
        environment={"BRIEFING_WORDS": variable},
        files=[("./briefing.toml", near), ("config.toml", far)],
    )
    assert (expected, origin) == (chosen.options.words, chosen.origins["words"])


def test_a_false_flag_is_a_setting() -> None:
    """`--no-ascii` goes before a configuration that asks for ASCII."""
    assert not choose_options({"ascii": False}, files=[("briefing.toml", "ascii = true")]).options.ascii


@pytest.mark.parametrize(
    ("variable", "value", "field", "expected"),
    [
        ("BRIEFING_WIDTH", "100", "width", 100),
        ("BRIEFING_ASCII", "yes", "ascii", True),
        ("BRIEFING_ASCII", "0", "ascii", False),
        ("BRIEFING_COLOR", "never", "color", Color.NEVER),
        ("BRIEFING_FOCUS", "ferry, the strike", "focus", ("ferry", "the strike")),
        ("BRIEFING_TEMPLATE", "bluf", "template", "bluf"),
        ("BRIEFING_ALIASES", "names.toml", "aliases", "names.toml"),
    ],
)
def test_a_variable_is_read_as_its_option(variable: str, value: str, field: str, expected: object) -> None:
    """Words of the environment become numbers, switches and lists."""
    assert expected == getattr(choose_options({}, environment={variable: value}).options, field)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('words = 300\ntemplate = "brief\n', "briefing.toml:2: usage: it is not TOML"),
        ("\nwords = 0\n", "briefing.toml:2: usage: 'words' takes a whole number above 0, not 0"),
        ("words = true\n", "briefing.toml:1: usage: 'words' takes a whole number above 0, not True"),
        ("width = 10\n", "briefing.toml:1: usage: 'width' takes 40 to 400 columns, not 10"),
        ("ascii = 1\n", "briefing.toml:1: usage: 'ascii' takes true or false, not 1"),
        ('color = "red"\n', "briefing.toml:1: usage: 'color' takes one of auto, always, never, not 'red'"),
        ('focus = "ferry"\n', "briefing.toml:1: usage: 'focus' takes a list of texts, not 'ferry'"),
        ('# a comment\ntemplat = "bluf"\n', "briefing.toml:2: usage: there is no option 'templat'; there are: model"),
        ("aliases = []\n", "briefing.toml:1: usage: 'aliases' takes a text, not []"),
        ("[words]\n", "briefing.toml:1: usage: 'words' takes a whole number above 0, not {}"),
    ],
)
def test_a_fault_of_a_file_names_its_line(text: str, line: str) -> None:
    """A malformed configuration gives one line with the file, the line and the fault."""
    with pytest.raises(UsageError) as caught:
        choose_options({}, files=[("briefing.toml", text)])
    assert str(caught.value).startswith(line)
    assert "\n" not in str(caught.value)


def test_a_fault_of_the_environment_names_the_variable() -> None:
    """A variable that is no number is refused by its name."""
    with pytest.raises(UsageError, match=r"^BRIEFING_WORDS: usage: 'words' takes a whole number above 0, not 'many'$"):
        choose_options({}, environment={"BRIEFING_WORDS": "many"})


def test_a_fault_is_found_even_where_another_setting_wins() -> None:
    """A malformed file is not hidden by a flag."""
    with pytest.raises(UsageError, match=r"user.toml:1"):
        choose_options({"words": 100}, files=[("user.toml", "words = -1")])
