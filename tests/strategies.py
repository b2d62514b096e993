"""Hypothesis strategies for values of the model: any brief at all, with text as hostile as it comes."""

from __future__ import annotations

import datetime
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from briefing.model.brief import (
    ActorLine,
    Brief,
    EventLine,
    FactLine,
    FigureLine,
    GapLine,
    Known,
    LeftOut,
    Line,
    MadeBy,
    Plan,
    QuestionLine,
    QuoteLine,
    Section,
    Shows,
)
from briefing.model.dates import Basis, Precision, ResolvedDate
from briefing.model.findings import ActorKind, EventStatus, QuestionKind, QuoteKind, SourceKind
from briefing.model.text import Citation, Document, Source, Span
from tests.build import document, source

__all__ = ["HOSTILE", "briefs", "texts", "whole_pages"]

HOSTILE = (
    "[bold red]markup[/] [link=https://example.org]x[/link]",
    "**bold** _it_ `code` ~~gone~~ # head",
    "# heading",
    "- list",
    "1. list",
    "> quoted",
    "---",
    "===",
    "+++",
    "| a | b |\n|---|---|\n| c | d |",
    "<script>alert(1)</script> <b>x</b> <!-- x --> &lt;b&gt; &#60;",
    "![image](https://example.org/x.png) [link](javascript:alert(1)) <https://example.org> www.example.org http://example.org",
    "[^1.1]: a footnote [^1.1] [ref]: https://example.org",
    "{{ brief.title }} {% raw %} {# no #}",
    "\x1b[31mred\x1b[0m \x1b]8;;https://example.org\x07link\x1b]8;;\x07 \x9b31m \x07\x08\x00\x7f",
    "\u202eright\u202c \u2066left\u2069 \u200f\u061c\ufeff\u2028\u2029",
    "ends with an exclamation!",
    "ends with a backslash \\",
    "tabs\tand\r\nlines\n\nand more",
    "日本語のテキスト、全角文字。 e\u0301 👩\u200d👩\u200d👧 \U000e0041",
    "=1+1 @SUM(A1) -2 +3",
    "*",
    "_",
    "`",
    "\\",
    "",
    " ",
)
"""What an article may hold and no format may take for its own."""

texts = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=60), st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join)
)


def whole_pages(*, max_examples: int) -> settings:
    """Settings for properties of whole briefs: a failing one is shown as it was found, since to shrink a page takes minutes."""
    return settings(
        max_examples=max_examples,
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


_share = st.floats(0, 1)
_days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
_when = st.builds(
    ResolvedDate, _days, _days, st.sampled_from(Precision), st.sampled_from(Basis), st.none() | _days, st.booleans()
)
_known = st.none() | st.builds(Known, st.sampled_from(SourceKind), st.sampled_from(("", "p1", "p9")), texts)
_sections = st.builds(
    Section,
    st.sampled_from(Shows),
    texts,
    st.integers(0, 9),
    st.lists(st.sampled_from(("happened", "disputed", "author", "who", "")), max_size=2).map(tuple),
)


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    text = draw(st.lists(texts, max_size=5).map("\n\n".join))
    made: Source = source(
        text,
        origin=draw(st.sampled_from(("", "-", "a/b.txt", "https://example.org/x")) | texts),
        title=draw(texts),
        author=draw(texts),
        site=draw(texts),
        published=draw(st.none() | _days),
        published_from=draw(st.sampled_from(("", "metadata", "option")) | texts),
    )
    return document(made)


def _citations(made: Document) -> st.SearchStrategy[tuple[Citation, ...]]:
    if not made.sentences:
        return st.just(())
    whole = st.sampled_from(made.sentences).map(lambda sentence: Citation(sentence.id, sentence.span))
    return st.lists(whole, min_size=1, max_size=3).map(tuple)


_Kind = TypeVar("_Kind", bound=Line)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Any brief of one article: lines of every kind with any words, sections in any order."""
    made = draw(_documents())
    common = {"text": texts, "citations": _citations(made), "known": _known, "importance": _share}
    cue = st.integers(0, 30).flatmap(lambda start: st.integers(start + 1, start + 30).map(lambda end: Span(start, end)))
    names = st.lists(texts, max_size=4).map(tuple)

    def many(cls: type[_Kind], **fields: st.SearchStrategy[object]) -> tuple[_Kind, ...]:
        return tuple(draw(st.lists(st.builds(cls, **common, **fields), max_size=3)))

    return Brief(
        title=draw(texts),
        bottom_line=draw(st.none() | st.builds(Line, **common)),
        points=many(Line),
        actors=many(
            ActorLine,
            id=st.sampled_from(("p1", "p2")),
            name=texts,
            kind=st.sampled_from(ActorKind),
            aliases=names,
            role=texts,
            did=texts,
            salience=_share,
        ),
        timeline=many(
            EventLine,
            event=st.just("e1"),
            when=st.none() | _when,
            when_text=texts,
            as_written=texts,
            status=st.sampled_from(EventStatus),
            who=texts,
            place=texts,
        ),
        questions=many(QuestionLine, kind=st.sampled_from(QuestionKind), question=texts, cue=cue, due=texts),
        quotes=many(QuoteLine, speaker=texts, kind=st.sampled_from(QuoteKind)),
        figures=many(FigureLine, value=st.floats(allow_nan=False, allow_infinity=False), unit=texts, number=texts),
        facts=many(FactLine, label=texts),
        gaps=tuple(draw(st.lists(st.builds(GapLine, texts, st.just(())), max_size=2))),
        sources=(made,),
        left_out=tuple(draw(st.lists(st.builds(LeftOut, st.sampled_from(Shows), st.integers(0, 5)), max_size=3))),
        made_by=MadeBy("0", draw(texts), "brief", "0", tuple(draw(st.dictionaries(texts, texts, max_size=2)).items())),
        plan=Plan(
            "brief", draw(texts), draw(texts), tuple(draw(st.lists(_sections, max_size=8))), draw(st.integers(1, 500))
        ),
        words_read=draw(st.integers(0, 10**6)),
        words=draw(st.integers(0, 500)),
    )
