"""What the article leaves open: questions in, lines out, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.composition.cutting import open_words
from briefing.composition.date_text import date_text
from briefing.composition.likelihood import find_likelihood
from briefing.composition.openings import shortened
from briefing.model.brief import QuestionLine
from briefing.model.findings import QuestionKind

if TYPE_CHECKING:
    from briefing.composition.lines import Lines
    from briefing.model.brief import Line
    from briefing.model.findings import Question
    from briefing.model.text import Span

__all__ = ["question_lines"]

WEIGHTY = 0.45
"""The weight of a question that is shown even where no wording of it could be made."""

FEWEST_WORDS = 4
"""Words of a sentence or clause that says what is open without words of ours."""

MOST_OPEN = 30
"""Words of a sentence that leaves something open; a longer one is cut behind the words that do."""


def question_lines(lines: Lines, bottom: Line | None) -> list[QuestionLine]:
    """The open questions, the weightiest first, each question once; what the bottom line leaves open in few words or in ours."""
    told = {citation.sentence for citation in bottom.citations} if bottom is not None else set()
    ranked = sorted(lines.analysis.questions, key=lambda question: (-question.weight, question.cue.start))
    seen: set[str] = set()
    shown = []
    for question in ranked:
        wording = question.question.lower()
        if wording in seen or (not wording and question.weight < WEIGHTY):
            continue
        if wording:
            seen.add(wording)
        line = _line(lines, question, is_told=question.citations[0].sentence in told)
        if line is not None:
            shown.append(line)
    return lines.focus.first(shown)


def _line(lines: Lines, question: Question, *, is_told: bool) -> QuestionLine | None:
    """The line of a question; None for one that without words of ours would say the bottom line again, or nothing ("Why exactly?")."""
    sentence = lines.document.sentence(question.citations[0].sentence)
    whole = (sentence.span,)
    clause = whole if question.question else open_words(lines, sentence, question.cue, is_told=is_told)
    is_again = is_told and 2 * lines.count_words(clause) > lines.count_words(whole)
    if not question.question and (is_again or lines.count_words(clause) < FEWEST_WORDS):
        return None
    parts, _ = shortened(lines.document, clause, MOST_OPEN, keep=question.cue)
    return QuestionLine(
        lines.openings.shown(parts) + ("" if parts[-1].end == sentence.span.end else " …"),
        (lines.document.cite(sentence.span), *question.citations[1:]),
        lines.provenance.known(sentence.span),
        question.weight,
        kind=question.kind,
        question=question.question,
        cue=question.cue,
        due=date_text(question.due) if question.due is not None else "",
        likelihood=find_likelihood(lines.document, sentence.span, _clause(lines, question, sentence.span))
        if question.kind is QuestionKind.POSSIBLE
        else None,
    )


def _clause(lines: Lines, question: Question, sentence: Span) -> Span:
    """The narrowest clause that holds the words that leave a question open: a "likely" elsewhere in the sentence is none of its own."""
    clauses = [
        event.clause for event in lines.analysis.events if question.cue in event.clause and event.clause in sentence
    ]
    return min(clauses, key=lambda clause: clause.end - clause.start, default=sentence)
