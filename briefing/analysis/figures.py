"""The numbers of an article and what they count: `Parsed`, dates and quotations in, `Figure` out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.figure_counts import counted_by, head_of
from briefing.analysis.numbers import Number, find_numbers
from briefing.analysis.parse import span_between, start_of
from briefing.lexicon import load_lexicon
from briefing.model.dates import DateType
from briefing.model.findings import Figure
from briefing.model.text import Citation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.model.dates import DateMention, ResolvedDate
    from briefing.model.findings import Quote

__all__ = ["find_figures"]

NAMES = frozenset({"PERSON", "PRODUCT", "FAC", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE"})
"""Entity types inside which a number is part of a name."""
CURRENCIES = frozenset(
    {"USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "CHF", "AUD", "CAD", "NZD", "HKD", "SGD", "BRL", "KRW", "cents"}
)
AGES = 120
SMALL = 10
MOST_TIMES = 30
"""How many times the less the greater of two numbers may be that count one thing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The value of a figure and the words that say what it counts."""

    value: float
    of: Span


def find_figures(
    parsed: Parsed, *, actors: ActorIndex, dates: Sequence[DateMention], quotes: Sequence[Quote]
) -> Iterator[Figure]:
    """The figures of a document in text order."""
    timed = sorted(dates, key=lambda date: date.span)
    starts = [date.span.start for date in timed]
    spoken = sorted(
        ((part.start, part.end, quote) for quote in quotes for part in quote.parts), key=lambda row: row[:2]
    )
    number = 0
    told: _Told | None = None
    for sentence in parsed.prose():
        low = bisect_right(starts, sentence.sentence.span.start - 1)
        high = bisect_right(starts, sentence.sentence.span.end)
        inside = timed[low:high]
        before, told = told, None
        for found, span, of, head in _counted(parsed, sentence, inside, before):
            number += 1
            told = _Told(found.value, of) if of is not None else told
            citation = parsed.document.cite(span)
            citations = [citation]
            if of is not None and of not in citation.span:
                whole = Span(min(span.start, of.start), max(span.end, of.end))
                citations = [Citation(sentence.sentence.id, whole)] if whole in sentence.sentence.span else citations
            yield Figure(
                f"f{number}",
                span,
                found.value,
                found.unit,
                of,
                _when(head, span, inside),
                _said_by(span, spoken, actors),
                tuple(citations),
            )


def _counted(
    parsed: Parsed, sentence: ParsedSentence, dates: Sequence[DateMention], before: _Told | None
) -> Iterator[tuple[Number, Span, Span | None, Token]]:
    """The numbers of a sentence that are figures, each with its span, what it counts and its last token.

    Args:
        parsed: The document.
        sentence: The sentence.
        dates: The dates in it.
        before: The last figure of the sentence before it that says what it counts.
    """
    start = sentence.sentence.span.start
    text = parsed.document.text_of(sentence.sentence.span)
    tokens = list(sentence.tokens)
    offsets = [start_of(token) for token in tokens]
    for number in find_numbers(text):
        span = Span(start + number.start, start + number.end)
        first = max(0, bisect_right(offsets, start + number.digits) - 1)
        last = max(first, bisect_right(offsets, span.end - 1) - 1)
        inside = tokens[first : last + 1]
        if (
            (number.value == 1 and not number.unit)
            or _is_dated(number, span, dates)
            or _is_named(number, inside)
            or _is_known(number, inside)
        ):
            continue
        head = head_of(inside)
        of = _clear(counted_by(head, inside, unit=number.unit, attributive=number.attributive), span)
        if of is None and not number.unit:
            of = _answered(number, head, before)
        if of is None and (not number.unit or number.attributive):
            continue
        if not number.unit and _is_age(number, inside, text):
            continue
        before = _Told(number.value, of) if of is not None else before
        yield number, span, of, head


def _answered(number: Number, head: Token, before: _Told | None) -> Span | None:
    """What a bare number counts that is set against the one before it, or is a part of that.

    "The ministry spoke of 14 men; a club counted 63"; "58 people were admitted, of whom 13 have gone home".
    """
    if before is None:
        return None
    opening = head.nbor(-1) if head.i else None
    if opening is not None and opening.tag_ in ("WP", "WDT"):
        return before.of
    verb = head.head
    while verb.dep_ in ("prep", "advmod", "pcomp") and verb.head.i != verb.i:
        verb = verb.head
    less, more = sorted((number.value, before.value))
    is_set_against = verb.lemma_ in load_lexicon("figures").words("disputes.counting") and more <= MOST_TIMES * less
    return before.of if is_set_against else None


def _is_dated(number: Number, span: Span, dates: Sequence[DateMention]) -> bool:
    """True iff a number is part of a date, or of a duration that neither stands before a noun nor has a hedge."""
    for date in dates:
        if date.span.overlap(span):
            if date.type is DateType.DURATION and (number.attributive or number.start < number.digits):
                return False
            return number.unit not in CURRENCIES and number.unit != "percent"
    return False


def _is_named(number: Number, tokens: Sequence[Token]) -> bool:
    """True iff the entity recogniser holds a number for a part of a name, a date or an ordinal."""
    kinds = {token.ent_type_ for token in tokens}
    if tokens[-1].head.ent_type_ == "FAC" and not number.unit:
        return True
    if number.unit and not number.attributive:
        return tokens[-1].text.istitle() and tokens[-1].is_alpha and len(tokens[-1]) > 1
    if kinds & NAMES:
        return True
    if number.attributive:
        return False
    if kinds & {"DATE", "TIME", "ORDINAL"}:
        return True
    first, last = tokens[0], tokens[-1]
    before = first.nbor(-1) if first.i else None
    glued = (
        before is not None
        and before.pos_ == "PROPN"
        and before.ent_type_ not in ("", "CARDINAL")
        and first.dep_ != "nummod"
        and before.head.i in {first.i, last.i}
    )
    return glued or (first.ent_type_ in ("ORG", "GPE", "NORP", "LOC") and first.ent_iob_ == "I")


def _is_known(number: Number, tokens: Sequence[Token]) -> bool:
    """True iff a small number counts what the reader knows already ("the two sides")."""
    before = tokens[0].nbor(-1).lower_ if tokens[0].i else ""
    return (
        not number.unit
        and number.value < SMALL
        and before in {"the", "these", "those", "both", "all", "other", "his", "her", "its", "their"}
    )


def _is_age(number: Number, tokens: Sequence[Token], text: str) -> bool:
    """True iff a bare number between commas after a name is an age: "Ada Holm, 34, said"."""
    tail = text[number.end : number.end + 1]
    lead = text[: number.start].rstrip()
    return (
        number.value < AGES
        and lead.endswith(",")
        and tail in {",", "."}
        and tokens[0].dep_ in ("appos", "nummod", "npadvmod", "conj")
    )


def _clear(of: Span | None, span: Span) -> Span | None:
    """The words that are counted without the number itself, where it stands at their end; None where it stands in their midst."""
    if of is None or not of.overlap(span):
        return of
    return None


def _when(head: Token, span: Span, dates: Sequence[DateMention]) -> ResolvedDate | None:
    """The date in the clause of a number, the nearest if there are several; None where that clause has none."""
    verb = head
    for _ in range(8):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    clause = span_between(verb.doc[verb.left_edge.i], verb.doc[verb.right_edge.i])
    near = [
        date
        for date in dates
        if date.resolved is not None
        and date.type is DateType.DATE
        and date.span in clause
        and not date.span.overlap(span)
    ]
    if not near:
        return None
    return min(
        near, key=lambda date: (min(abs(date.span.start - span.end), abs(span.start - date.span.end)), date.span.start)
    ).resolved


def _said_by(span: Span, spoken: Sequence[tuple[int, int, Quote]], actors: ActorIndex) -> str:
    """The id of the actor whose quoted or reported words hold a number, "" for the author's own."""
    index = bisect_right(spoken, span.start, key=lambda row: row[0])
    covering = [row for row in spoken[max(0, index - 8) : index] if row[1] >= span.end]
    covering = [row for row in covering if row[2].actor and actors.get(row[2].actor) is not None]
    return min(covering, key=lambda row: row[1] - row[0])[2].actor if covering else ""
