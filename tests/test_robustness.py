"""No text is too odd for the library: it finds less, it never fails, and what it shows is true."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing import pipeline
from briefing.model.text import Source
from briefing.templates import list_templates
from tests.development import SETS, development_documents
from tests.page_faults import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.model

TEMPLATES = [template.name for template in list_templates(folder=None)]

PLAIN = "The harbour board of Norhavn will vote on Friday on a new quay, its chairman, Ivar Moe, said on 3 May 2021."

ODD = {
    "empty": "",
    "one letter": "x",
    "one word": "Ship",
    "white space": " \t\r\n \n\n\v\f\u00a0\u2003\u2028 \n",
    "punctuation": "?!… — ;:., () [] {} “” ‘’ '' \"\" ... !!! ?",
    "a full stop": ".",
    "emoji": "😀🚢 👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ 😀",
    "combining marks": "é" + "\u0301" * 300 + " \u0300\u0301",
    "one word of 5,000 letters": "a" * 5_000,
    "no full stop": "the board will vote on a new quay that nobody in town has asked for " * 334,
    "repeated sentence": "The board will vote on Friday. " * 500,
    "repeated paragraph": f"{PLAIN}\n\n" * 60,
    "unclosed quotation": f"“The quay is dear, said Moe. {PLAIN} “We did not ask for it. He went on. “Nor did they, he said.",
    "odd number of straight marks": f'"The quay is dear," said Moe. {PLAIN} "We did not " ask for it", "he said. " "',
    "quotations in quotations": "“He said ‘she said “they said ‘no’ to the quay” on Monday’ and left,” Moe said. ”“ ’‘ »«",
    "capitals": PLAIN.upper() + " NOBODY KNOWS WHO WILL PAY. DID THE BOARD ASK? “NO,” SAID MOE.",
    "small letters": PLAIN.lower() + " nobody knows who will pay",
    "title case": PLAIN.title(),
    "lone surrogates": f"The quay \ud800 may \udfff open. {PLAIN} \udc80",
    "control characters": f"The quay\x00 may\x07 open \x1b[31mred\x1b[0m. {PLAIN}\x7f \u0085 Moe\u202e left\u202c.\ufeff",
    "right to left": "سيصوت المجلس يوم الجمعة على رصيف جديد، قال رئيسه. لا أحد يعرف من سيدفع؟\n\nהמועצה תצביע ביום שישי על רציף חדש.",
    "Chinese": "委员会将于星期五投票决定是否修建新码头。主席说，没有人知道谁来付钱。",
    "German": "Der Hafenrat stimmt am Freitag über einen neuen Kai ab, sagte sein Vorsitzender. Wer zahlt, ist offen.",
    "Markdown table": "| year | ships | fee |\n|---|---|---|\n| 2019 | 12 | $4.2m |\n| 2020 | 9 | €3,1 |\n| 2021 | - | |\n",
    "tabs": "Year\tShips\tFee\n2019\t12\t$4.2m\n2020\t9\t-\n",
    "list": "To do:\n- vote on Friday\n- ask Moe\n  * who pays?\n1. Quay\n2. Crane\n\n* * *\n---\n",
    "addresses": "https://norhavn.example/quay?id=1&x=%20#a www.quay.example ivar.moe@norhavn.example //a/b//c http:// ftp://q "
    * 40,
    "markup": "<p>The quay <b>may</b> open.</p> [link](javascript:x) `code` **bold** &amp; {{ nothing }} {% if %} [red]x[/red] [^1.1]",
    "numbers": "1 2 3 4.5 6,7 8-9 10/11 12:13 1990s 31/02/2021 0000-00-00 99 Foo 99999999999999999999 -1 1e400 ½ ² ٣",
    "dates out of the calendar": "On 30 February 2021 and 31 April 0000, in the year 99999, 13,000 years ago, in 5000 BC, the quay opened.",
    "initials": "J. R. R. U. S. A. Moe Jr. met Mr. St. John Ph.D. at 5 p.m. in Wash. D.C. vs. Inc. Co. Ltd. etc. i.e. No. 5.",
    "only questions": "Who will pay? Why? When will the quay open? Will it? Is it not known whether it may?",
    "only quotation": "“We will vote on Friday.”",
    "hyphens": "a-b-c-d-e " * 200 + "-" * 2_000 + " — " * 200,
    "a line a word": "\n".join(PLAIN.split()),
    "brackets": "(" * 400 + PLAIN + ")" * 400 + "[" * 50 + "…" * 50,
}

# Pieces that Hypothesis puts together in any order.
PIECES = [text for text in ODD.values() if 0 < len(text) < 200] + [
    PLAIN,
    "He did not say who will pay.",
    "“It may not open,”",
    "said",
    "Moe",
    "Ms",
    "on",
    "the",
    "last May",
    "two days earlier",
    "unless",
    ",",
    "“",
    '"',
    "’s",
    "-",
    "(",
    "…",
    "12",
    "%",
    "\n",
    "\n\n",
]


@pytest.fixture(autouse=True)
def _one_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that is analysed and briefed is parsed once."""
    monkeypatch.setattr(pipeline, "analyse", lru_cache(maxsize=1)(pipeline.analyse))


def check(text: str, *, title: str = "") -> None:
    """Everything that the library does with an article is done with a text, and the page has no fault."""
    source = Source.from_text(text, title=title)
    briefing.summarize(source)
    found = briefing.to_dict(pipeline.analyse(source, model="", focus=()))
    for key in ("dates", "events", "figures", "quotes", "sentences"):
        assert [row for row in found[key] if not 0 <= row["start"] < row["end"] <= len(text)] == []
    page = briefing.brief(source)
    for width in (40, 80, 120):
        for ascii in (False, True):
            str(briefing.render(page, "terminal", width=width, ascii=ascii, color=not ascii)).encode()
    for format in briefing.FORMATS:
        str(briefing.render(page, format)).encode()
    assert [] == faults_of(page)


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_makes_a_true_page(name: str) -> None:
    """Each odd text is summarized, analysed, briefed and shown in every format; what is shown is cited and stands in it."""
    check(ODD[name])


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_shows_odd_texts(template: str) -> None:
    """No built-in template fails on any of them."""
    for name in ("empty", "punctuation", "unclosed quotation", "markup", "right to left", "lone surrogates"):
        page = briefing.brief(Source.from_text(ODD[name]), template)
        assert "\x1b" not in str(pipeline.render(page, "markdown"))


def test_an_odd_title_is_shown() -> None:
    """A title is no more trusted than a text."""
    for title in (" \n ", "“", "\ud800", "# *x* [y](z) | \x1b[31m", "x" * 3_000):
        check(PLAIN, title=title)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "", "\n", "\n\n"])), max_size=14))
@settings(max_examples=40)
def test_any_mixture_makes_a_true_page(pieces: list[tuple[str, str]]) -> None:
    """Pieces of odd texts in any order, with any space between, are no trouble either."""
    check("".join(piece + space for piece, space in pieces))


def test_real_articles_make_true_pages(shared_data: Callable[[str], Path]) -> None:
    """Two dozen articles of all the development sets are briefed without a fault."""
    folder = shared_data(f"{SETS[0]}.dev.jsonl").parent
    faults = {name: faults_of(briefing.brief(source)) for name, source in development_documents(folder, 24)}
    assert {} == {name: found for name, found in faults.items() if found}
