"""What may be wrong with any page, whatever article it is about: for the tests of odd texts and for bench/sweep.py."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from briefing import pipeline, wire
from briefing.model.brief import ActorLine, GapLine, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.brief import Brief

__all__ = ["faults_of", "lines_of"]

_SECTIONS = ("points", "actors", "timeline", "questions", "quotes", "figures", "facts", "gaps")
_LEAST_BUDGET = 120
# What is ours in a line: [brackets], and the mark of words left out.
_OURS = re.compile(r"\[[^\]]*\]|…")


def lines_of(page: Brief) -> Iterator[tuple[str, Line]]:
    """Every line of a page, with the name of its section."""
    if page.bottom_line:
        yield "bottom_line", page.bottom_line
    for section in _SECTIONS:
        for line in getattr(page, section):
            yield section, line


def faults_of(page: Brief) -> list[str]:
    """What is wrong with a page about one article, a phrase each; empty for a page that keeps all its promises."""
    return [*_length(page), *_citations(page), *_words(page), *_order(page)]


def _length(page: Brief) -> Iterator[str]:
    """The body has at most the plan's words, and half of the article's where that is less, but may have 120."""
    article = len(page.sources[0].source.text.split())
    budget = max(_LEAST_BUDGET, min(page.plan.words, article // 2))
    words = pipeline.body_words(str(pipeline.render(page, "markdown")))
    if words > budget:
        yield f"length: {words} words on the page, {budget} allowed"
    if words != page.words:
        yield f"length: {words} words on the page, which says {page.words}"


def _citations(page: Brief) -> Iterator[str]:
    """Every line but a gap is cited; a citation lies in its sentence, and its quote equals the source's words."""
    made = page.sources[0]
    for section, line in lines_of(page):
        if not line.citations and not isinstance(line, GapLine):
            yield f"citations: {section} has a line without any: {line.text[:60]!r}"
        for citation in line.citations:
            if citation.span not in made.sentence(citation.sentence).span:
                yield f"citations: {section} cites a span outside of {citation.sentence}"
    written = wire.to_dict(page)
    rows = [written["bottom_line"] or {}, *(row for section in _SECTIONS for row in written[section])]
    for citation in [citation for row in rows for citation in row.get("citations", ())]:
        if citation["quote"] != made.source.text[citation["start"] : citation["end"]]:
            yield f"citations: a quote is not the source's words: {citation['quote'][:60]!r}"


def _words(page: Brief) -> Iterator[str]:
    """Every run of a line's words stands in the sentences that the line cites: nothing is put together silently."""
    made = page.sources[0]
    for section, line in lines_of(page):
        if isinstance(line, GapLine):
            continue
        cited = [made.text_of(made.sentence(citation.sentence).span) for citation in line.citations]
        source = " ".join(" ".join(cited).split())
        texts = (line.role, line.did) if isinstance(line, ActorLine) else (line.text,)
        for text in texts:
            flat = " ".join(text.split())
            if flat in source:
                continue
            pieces = [piece.strip() for piece in _OURS.split(flat)]
            missing = next((piece for piece in pieces if piece not in source), "")
            if missing:
                yield f"words: {section} has words that the sentences it cites do not: {missing[:80]!r}"


def _order(page: Brief) -> Iterator[str]:
    """Dated events stand in order of time, those without a date after them."""
    days = [line.when.first_day if line.when else dt.date.max for line in page.timeline]
    if days != sorted(days):
        yield f"order: the timeline is not in order: {[str(day) for day in days]}"
