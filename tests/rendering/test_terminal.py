"""The designed page of the terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.rendering import export_svg, render_brief, render_pages, render_table
from briefing.templates import find_template
from tests.build import full_brief
from tests.strategies import HOSTILE, briefs, whole_pages

if TYPE_CHECKING:
    from briefing.model.brief import Brief

EXPECTED = """
 Ferry strike in Norhavn enters second week
 Coastal Courier, 14 March 2024 · 97 words (20 s)

╭─ Bottom line ────────────────────────────────────────────────────────────────╮
│ The ferry union will decide on Friday whether to extend its strike, which    │
│ has cut off three islands since 4 March. [¶1]                                │
╰──────────────────────────────────────────────────────────────────────────────╯

Key points ─────────────────────────────────────────────────────────────────────
 • The operator, Nordline, offered 4.2 per cent over two years; the union asks
   for 7. [¶3]
 • Nobody knows who will bring the mail. [¶1]
 • Two officials spoke of "weeks, not days". [¶5]

Key actors ─────────────────────────────────────────────────────────────────────
 ●●● Seafarers' Union (SU), organisation
     “represents 1,900 deckhands”; rejected the offer on Tuesday [¶2]
 ●●○ Ida Solberg, person
     “Nordline's chief executive”; denied that ships had been sold [¶4]

Timeline ───────────────────────────────────────────────────────────────────────
 ●   4 Mar 2024  its strike … has cut off three islands [¶1]            happened
 ●  12 Mar 2024  [The Seafarers' Union] rejected the offer on Tuesday   happened
                 [¶2]
 ○  15 Mar 2024  The ferry union will decide … whether to extend its    planned
                 strike (“on Friday”) [¶1]

 ✕      undated  ships had been sold [¶4]                               denied

What people said ───────────────────────────────────────────────────────────────
 • Ida Solberg: “We cannot pay what we do not earn” [¶4]

Key figures ────────────────────────────────────────────────────────────────────
 • 4.2 per cent over two years [¶3]

Open questions (our wording) ───────────────────────────────────────────────────
 ? Does the ministry have a plan for medical transport? unknown
   The ministry did not say whether it has a plan for medical transport. [¶5]
 ? Will the union extend its strike? pending, 15 Mar 2024
   The ferry union will decide on Friday whether to extend its strike … [¶1]

What the article does not say ──────────────────────────────────────────────────
 • who owns the ferries

────────────────────────────────────────────────────────────────────────────────
 4 lines from named sources, 1 from unnamed ones. Left out: 3 points, 2 events.
"""

_PAGE = replace(full_brief(), words=290)
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_the_page_looks_as_designed() -> None:
    """Bottom line in a box, sections under rules, dates under one another, undated events apart."""
    assert render_brief(_PAGE, "terminal", width=80) == EXPECTED


def test_a_wide_page_has_two_columns() -> None:
    """At 120 columns the sections stand side by side, in the plan's order down each column."""
    lines = str(render_brief(_PAGE, "terminal", width=120)).splitlines()
    assert any(line.startswith("Key points ──") and "What people said ──" in line for line in lines)
    assert max(cell_len(line) for line in lines) == 120


def test_prose_is_never_too_wide() -> None:
    """Between one column and two the page keeps to a hundred columns; beyond two good columns it grows no more."""
    assert [
        max(cell_len(line) for line in str(render_brief(_PAGE, "terminal", width=width)).splitlines())
        for width in (100, 109, 110, 400)
    ] == [100, 100, 110, 170]


def test_ascii_is_ascii() -> None:
    """Boxes, bullets, marks, quotation marks and dots have their forms in ASCII."""
    page = str(render_brief(_PAGE, "terminal", ascii=True))
    assert page.isascii()
    assert '"represents 1,900 deckhands"' in page
    assert "[p.2]" in page


def test_without_colour_there_is_no_escape_sequence() -> None:
    """Plain text alone."""
    assert "\x1b" not in str(render_brief(_PAGE, "terminal"))


def test_colours_are_the_terminals_own() -> None:
    """Only styles and the eight named colours, never black, white or grey, never a background; the words are those without colour."""
    page = str(render_brief(_PAGE, "terminal", color=True))
    codes = {code for sequence in _ESCAPES.findall(page) for code in sequence[2:-1].split(";")}
    assert codes <= {"0", "1", "2", "3", "4", "31", "32", "33", "34", "35", "36"}
    assert render_brief(_PAGE, "terminal") == "\n".join(line.rstrip() for line in _ESCAPES.sub("", page).split("\n"))


def test_a_section_chosen_by_source_says_who() -> None:
    """In `known-unknown` a claim names its source."""
    page = str(render_brief(full_brief(plan=find_template("known-unknown").plan), "terminal", width=100))
    assert "(named source: Ida Solberg)" in " ".join(page.split())
    assert "(unnamed source) [¶5]" in page


@whole_pages(max_examples=25)
@given(briefs(), st.sampled_from((1, 40, 80, 120, 300)), st.booleans(), st.booleans())
def test_every_brief_has_a_page(page: Brief, width: int, ascii_only: bool, color: bool) -> None:
    """Whatever an article holds, at any width: no failure, no control character but ours, no line too long."""
    drawn = _ESCAPES.sub("", str(render_brief(page, "terminal", width=width, ascii=ascii_only, color=color)))
    assert not any((ord(character) < 32 and character != "\n") or 127 <= ord(character) < 160 for character in drawn)
    assert "\u202e" not in drawn
    assert all(cell_len(line) <= max(width, 40) for line in drawn.split("\n"))


@pytest.mark.parametrize("words", [words for words in HOSTILE if "[" in words and "\x1b" not in words])
def test_no_markup_is_interpreted(words: str) -> None:
    """Square brackets of an article are words, not rich's markup."""
    page = replace(_PAGE, points=(replace(_PAGE.points[0], text=words),))
    drawn = str(render_brief(page, "terminal", width=100))
    assert "".join(words.split()) in "".join(drawn.split())


def test_several_pages_follow_one_another() -> None:
    """Both titles are there."""
    assert str(render_pages((_PAGE, _PAGE), "terminal")).count("Ferry strike in Norhavn") == 2


def test_a_picture_is_the_same_each_time_and_asks_nobody() -> None:
    """The SVG has no random name and no address of a font."""
    first, second = export_svg(_PAGE, width=80), export_svg(_PAGE, width=80)
    assert first == second
    assert "@font-face" not in first
    assert {"http://www.w3.org/2000/svg", "https://www.textualize.io"} >= set(re.findall(r"https?://[^\s\"<)]+", first))


def test_findings_are_a_table() -> None:
    """A column a key, a line a finding; none found says so."""
    table = render_table("actors", [{"name": "Ida [b]", "kind": "person", "aliases": ["A", "B"], "role": None}])
    assert table.splitlines()[1].split() == ["name", "kind", "aliases", "role"]
    assert "Ida [b]" in table
    assert "A; B" in table
    assert render_table("actors", []) == "no actors found\n"
    assert render_table("actors", [{"name": "“é”"}], ascii=True).isascii()
