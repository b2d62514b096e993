"""Templates are found, and their headers read, with the line of every fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.errors import TemplateError, UsageError
from briefing.model.brief import Section, Shows
from briefing.templates import find_template, list_templates, parse_template

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """+++
title = "A short page"
description = "Points alone."
words = 100

[[sections]]
shows = "points"
heading = "Key points"
limit = 3

[[sections]]
shows = "questions"
heading = "Disputed"
only = ["disputed"]
+++
"""


def test_a_header_becomes_a_plan() -> None:
    """Title, words and sections are those of the header; what follows is the body, and its line is known."""
    template = parse_template(f"{HEADER}# {{{{ title }}}}\n", name="short", origin="short.md.j2")
    assert ("short", "A short page", 100) == (template.plan.name, template.plan.title, template.plan.words)
    assert (
        Section(Shows.POINTS, "Key points", 3, ()),
        Section(Shows.QUESTIONS, "Disputed", 0, ("disputed",)),
    ) == template.plan.sections
    assert ("# {{ title }}\n", 16) == (template.body, template.body_line)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("+++\ntitle", "title", "x:1: template: the first line is not +++; begin with a TOML header"),
        ('only = ["disputed"]\n+++', "", "x:14: template: the header is not closed by a line +++"),
        ("words = 100", "words = many", "x:4: template: the header is not TOML: Invalid value"),
        ("words = 100", 'words = "100"', "x:4: template: 'words' is not a whole number"),
        ("words = 100", "words = 3", "x:4: template: words = 3 is too little for a page; give at least 40"),
        ('title = "A short page"\n', "", "x:2: template: 'title' is missing"),
        ("limit = 3", "limit = -1", "x:9: template: limit = -1 is negative"),
        ('shows = "questions"', 'shows = "riddles"', "x:12: template: there is nothing called 'riddles' to show"),
        ('only = ["disputed"]', "only = [1]", "x:14: template: 'only' is not a list of words"),
        ("limit = 3", "limits = 3", "x:9: template: 'limits' means nothing here"),
        ('description = "Points alone."', 'descripton = ""', "x:3: template: 'descripton' means nothing here"),
    ],
)
def test_a_fault_of_a_header_names_its_line(old: str, new: str, line: str) -> None:
    """Each fault gives one line with the file and the line of the file."""
    assert old in HEADER
    with pytest.raises(TemplateError) as caught:
        parse_template(HEADER.replace(old, new), name="x", origin="x")
    assert str(caught.value).startswith(line)


def test_every_built_in_template_is_sound() -> None:
    """The six that are promised are there, each with a title, a description and sections."""
    templates = list_templates(folder=None)
    assert {"bluf", "brief", "factbox", "known-unknown", "quotes", "timeline"} <= {item.name for item in templates}
    assert all(item.plan.title and item.plan.description and item.body.strip() for item in templates)


def test_a_users_template_goes_before_a_built_in_one(tmp_path: Path) -> None:
    """A template of the same name in the user's folder hides the built-in one, in the list too."""
    (tmp_path / "brief.md.j2").write_text(f"{HEADER}mine\n", encoding="utf-8")
    assert "mine\n" == find_template("brief", folder=tmp_path).body
    listed = {item.name: item.origin for item in list_templates(folder=tmp_path)}
    assert str(tmp_path / "brief.md.j2") == listed["brief"]
    assert "bluf" in listed


def test_a_template_is_found_by_its_path(tmp_path: Path) -> None:
    """A path needs no folder of templates."""
    path = tmp_path / "own.md.j2"
    path.write_text(f"{HEADER}mine\n", encoding="utf-8")
    assert ("own", "mine\n") == (find_template(str(path)).name, find_template(str(path)).body)


def test_the_hash_is_that_of_the_whole_file() -> None:
    """A change of the header alone is another template."""
    first = parse_template(f"{HEADER}x", name="a", origin="a")
    second = parse_template(f"{HEADER.replace('100', '101')}x", name="a", origin="a")
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("name", ["nothing", "./nothing.md.j2", "..", ""])
def test_an_unknown_template_is_a_usage_error(name: str) -> None:
    """A name or path that is not there is refused in one line."""
    with pytest.raises(UsageError, match="there is no"):
        find_template(name)


def test_a_template_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 give one line."""
    (tmp_path / "bad.md.j2").write_bytes(b"+++\n\xff\xfe\n+++\n")
    with pytest.raises(TemplateError, match="it is not UTF-8 text"):
        find_template("bad", folder=tmp_path)
