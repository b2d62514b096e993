"""The numbers of an article and what they count: `Parsed`, dates and quotations in, `Figure` out."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.analysis.numbers import Number, find_numbers
from briefing.analysis.parse import span_between, start_of
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
SCALE_NOUNS = frozenset(
    {"dozens", "hundreds", "thousands", "millions", "billions", "scores", "dozen", "thousand", "million"}
)
"""Nouns that are numbers themselves."""
AGES = 120
SMALL = 10
LONGEST = 12
"""Words of a noun phrase that tells what is counted, at most; the rest of a longer one is ballast."""


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
    for sentence in parsed.prose():
        low = bisect_right(starts, sentence.sentence.span.start - 1)
        high = bisect_right(starts, sentence.sentence.span.end)
        inside = timed[low:high]
        for found, span, of, head in _counted(parsed, sentence, inside):
            number += 1
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
    parsed: Parsed, sentence: ParsedSentence, dates: Sequence[DateMention]
) -> Iterator[tuple[Number, Span, Span | None, Token]]:
    """The numbers of a sentence that are figures, each with its span, what it counts and its last token."""
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
        head = _head(inside)
        of = _clear(_of(number, head, inside), span)
        if of is None and (not number.unit or number.attributive):
            continue
        if not number.unit and _is_age(number, inside, text):
            continue
        yield number, span, of, head


def _is_dated(number: Number, span: Span, dates: Sequence[DateMention]) -> bool:
    """True iff a number is part of a date, or of a duration that is not put before a noun."""
    for date in dates:
        if date.span.overlap(span):
            if date.type is DateType.DURATION and number.attributive:
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


def _head(tokens: Sequence[Token]) -> Token:
    """The token of a number's words on which the others hang."""
    inside = {token.i for token in tokens}
    return next((token for token in reversed(tokens) if token.head.i not in inside), tokens[-1])


def _of(number: Number, head: Token, tokens: Sequence[Token]) -> Span | None:
    """The words that say what a number counts, or None."""
    inside = {token.i for token in tokens}
    own = _after(head)
    if number.unit and not number.attributive and own is not None:
        return own
    governor = head.head
    if governor.i in inside or governor.i == head.i:
        return own
    if (
        head.dep_ in ("nummod", "compound", "amod", "quantmod", "nmod", "poss")
        and governor.pos_ in ("NOUN", "PROPN", "ADJ")
        and governor.i > head.i
    ):
        return _phrase(governor, head.i)
    if number.unit:
        return own or _about(head)
    if head.pos_ == "NOUN" and head.lower_ not in SCALE_NOUNS and not any(sign.isdigit() for sign in head.text):
        return _phrase(head, tokens[0].i)
    if own is not None:
        return own
    if (
        governor.pos_ in ("VERB", "AUX")
        and head.dep_ in ("nsubjpass", "dobj", "nsubj")
        and governor.lemma_ not in {"be", "come", "do", "get", "go", "have", "make", "say", "take"}
    ):
        return span_between(governor, governor)
    return None


def _clear(of: Span | None, span: Span) -> Span | None:
    """The words that are counted without the number itself, where it stands at their end; None where it stands in their midst."""
    if of is None or not of.overlap(span):
        return of
    return None


def _after(head: Token) -> Span | None:
    """What a prepositional phrase on the number tells: "57 per cent of the voters", "$5m in aid"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "in", "for", "from"}:
            noun = next((word for word in child.children if word.dep_ == "pobj"), None)
            if noun is not None and noun.ent_type_ not in ("DATE", "TIME", "GPE"):
                return _phrase(noun, child.i)
    return None


def _about(head: Token) -> Span | None:
    """What a share or a sum belongs to: the subject of its verb, or the noun it follows."""
    governor = head.head
    for _ in range(4):
        if governor.dep_ == "prep" or governor.pos_ in ("ADP", "ADV", "NUM", "SYM", "ADJ"):
            if governor.head.i == governor.i:
                return None
            governor = governor.head
    if governor.pos_ in ("NOUN", "PROPN") and governor.ent_type_ not in ("DATE", "TIME"):
        return _phrase(governor, governor.left_edge.i - 1, until=head.i) if governor.i < head.i else None
    if governor.pos_ in ("VERB", "AUX"):
        for child in governor.children:
            if child.dep_ in ("dobj", "nsubj", "nsubjpass") and child.i < head.i and child.pos_ in ("NOUN", "PROPN"):
                return _phrase(child, child.left_edge.i - 1)
    return None


def _phrase(noun: Token, after: int, until: int = sys.maxsize) -> Span | None:
    """The noun with the words before it (those behind index `after`) and its "of" phrase (before index `until`), without an article."""
    words = [
        word
        for word in noun.doc[max(after + 1, noun.left_edge.i) : noun.i + 1]
        if not word.is_punct or word.text in {"-", "’", "'"}
    ]
    while words and (
        words[0].dep_ in ("det", "punct", "case", "cc") or words[0].pos_ == "NUM" or words[0].text in {"-", "%"}
    ):
        words.pop(0)
    if not words:
        words = [noun]
    last = noun
    for child in noun.rights:
        if (
            child.dep_ == "prep"
            and child.lower_ == "of"
            and child.i == last.i + 1
            and child.right_edge.i < min(until, words[0].i + LONGEST)
        ):
            last = noun.doc[child.right_edge.i]
    while last.is_punct and last.i > noun.i:
        last = last.nbor(-1)
    return span_between(words[0], last)


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
