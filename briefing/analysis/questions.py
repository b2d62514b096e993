"""The open questions of an article: `Parsed` with actors, dates, quotations and events in, `Question` out.

At most one question a sentence: the cue that leaves it open most surely. `question_cues` finds them, `question_wording` words them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.analysis.dispute_wording import word_dispute
from briefing.analysis.figure_disputes import find_figure_disputes
from briefing.analysis.parse import start_of
from briefing.analysis.question_answers import Answers
from briefing.analysis.question_cue import Cue
from briefing.analysis.question_cue_spans import widened
from briefing.analysis.question_cues import find_cues
from briefing.analysis.question_denials import has_denial
from briefing.analysis.question_effect import asked_strength, is_answered, says_open
from briefing.analysis.question_phrasing import worded
from briefing.analysis.question_weights import KIND_WEIGHT, Weighing, weight_of
from briefing.model.dates import DateType
from briefing.model.findings import Question, QuestionKind, QuoteKind
from briefing.model.text import Citation, Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as TokenSpan

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.model.dates import DateMention, ResolvedDate
    from briefing.model.findings import Event, Quote

__all__ = ["find_questions", "signed_questions"]

FLOOR = 0.5
"""The least strength of a cue: below it modality is routine."""
RETURNING = 0.05
"""What a question gains by being left open a second time."""
DECISIVE = 0.65
"""The least strength of a pending cue without a date."""
ONLY_WORDED = frozenset({"accused", "consent"})
"""Rules whose cues leave something open only where their question can be put: the words alone are news."""
SETTLED_BY_NEWS = frozenset({QuestionKind.UNKNOWN, QuestionKind.POSSIBLE, QuestionKind.PENDING, QuestionKind.ASKED})
"""Kinds that the text closes by saying later that it came about; a dispute goes on."""
WEIGHED = frozenset({"", "outcome", "urged"})
"""Rules of what is possible that leave it open by the words alone, if surely and on the topic: somebody considers, threatens, is urged."""
SURELY = 0.6


def find_questions(
    parsed: Parsed,
    *,
    actors: ActorIndex,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    events: Sequence[Event],
) -> Iterator[Question]:
    """The open questions of a document in text order."""
    signed = signed_questions(parsed, actors=actors, dates=dates, quotes=quotes, events=events)
    rows = [replace(question, weight=weight_of(signs)) for question, signs in signed]
    first: dict[str, int] = {}
    merged: list[Question] = []
    for row in rows:
        key = row.question.lower()
        if key and key in first:
            earlier = merged[first[key]]
            weight = round(min(1.0, max(earlier.weight, row.weight) + RETURNING), 4)
            shorter, other = sorted((earlier, row), key=lambda question: len(question.citations[0].span))
            merged[first[key]] = replace(
                shorter, weight=weight, due=earlier.due or row.due, citations=shorter.citations + other.citations
            )
            continue
        first.setdefault(key, len(merged))
        merged.append(row)
    merged.sort(key=lambda question: question.cue.start)
    for number, row in enumerate(merged, 1):
        yield replace(row, id=f"o{number}")


def signed_questions(
    parsed: Parsed,
    *,
    actors: ActorIndex,
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    events: Sequence[Event],
) -> list[tuple[Question, dict[str, float]]]:
    """A question without a weight for each sentence that leaves one open, and the signs that weigh it; in text order."""
    weighing = Weighing(parsed, actors, events)
    disputed = list(_disputed(parsed, actors, dates, weighing))
    told = {question.citations[0].sentence for question, _ in disputed}
    rows = [row for row in _rows(parsed, actors, dates, quotes, weighing) if row[0].citations[0].sentence not in told]
    return sorted(rows + disputed, key=lambda row: row[0].cue.start)


def _rows(
    parsed: Parsed, actors: ActorIndex, dates: Sequence[DateMention], quotes: Sequence[Quote], weighing: Weighing
) -> Iterator[tuple[Question, dict[str, float]]]:
    """A question for each sentence that leaves one open by its words, with its signs."""
    published = parsed.document.source.published
    direct = sorted(
        (part for quote in quotes if quote.kind is QuoteKind.DIRECT for part in quote.parts),
        key=lambda part: part.start,
    )
    timed = sorted(dates, key=lambda date: date.span.start)
    sentences = list(parsed.prose())
    denied = any(has_denial(sentence.tokens) for sentence in sentences)
    done = {token.lemma_.lower() for sentence in sentences for token in sentence.tokens if token.tag_ in ("VBD", "VBN")}
    answers, continued = Answers(sentences), -1
    asked = sum(_ends_asking(sentence, parsed, direct) for sentence in sentences)
    for place, sentence in enumerate(sentences):
        span = sentence.sentence.span
        text = parsed.document.text_of(span)
        quoted = _is_quoted(span, direct)
        cues = list(find_cues(sentence.tokens, text, span.start, quoted=quoted))
        if any(cue.kind is QuestionKind.ASKED for cue in cues):
            cues = [_as_open(cue, place, sentences, parsed, asked=asked, weighing=weighing) for cue in cues]
        cues = [cue for cue in cues if cue.strength >= FLOOR]
        cues = [cue for cue in cues if denied or cue.rule != "accusation"]
        if not cues:
            continue
        cue = max(cues, key=lambda cue: (cue.strength + 0.1 * bool(cue.rule), KIND_WEIGHT[cue.kind], -cue.span.start))
        due = _due(cue, span, timed, published) if cue.kind is QuestionKind.PENDING else None
        if cue.kind is QuestionKind.PENDING and due is None and cue.strength < DECISIVE:
            continue
        question = worded(cue, sentence.tokens, text, actors)
        if not question and cue.rule in ONLY_WORDED:
            continue
        is_bare = not question and _is_bare(cue, sentence.tokens, weighing)
        if cue.kind in SETTLED_BY_NEWS and (
            answers.close(cue.anchor, place) or _is_told_at_once(sentences[place : place + 2], parsed)
        ):
            continue
        if cue.rule == "urged" and cue.anchor is not None and cue.anchor.lemma_.lower() in done:
            continue
        concerns = _concerns(cue, sentence, actors)
        signs = weighing.signs(cue, concerns, sentence, worded=bool(question), due=due is not None, quoted=quoted)
        if is_bare:
            # Found for whoever lists them all, and below what any page shows.
            signs["unreadable"] = 1.0
        cue_span = widened(cue.span, sentence.tokens)
        citations = [Citation(sentence.sentence.id, span)]
        if cue.rule == "asked" and place + 1 < len(sentences) and says_open(sentences[place + 1].tokens):
            # "Did it sail? Nobody knows." is one question.
            continued = place + 1
            citations.append(Citation(sentences[continued].sentence.id, sentences[continued].sentence.span))
        elif place == continued and not question:
            continue
        yield Question("", cue.kind, question, cue_span, due, concerns, 0.0, tuple(citations)), signs


def _disputed(
    parsed: Parsed, actors: ActorIndex, dates: Sequence[DateMention], weighing: Weighing
) -> Iterator[tuple[Question, dict[str, float]]]:
    """A question for each pair of figures that dispute each other, with its signs."""
    for dispute in find_figure_disputes(parsed, dates=dates, actors=actors):
        # The sentence that says what is counted stands first: it is shown.
        main, other = (dispute.first, dispute.second) if dispute.second.bare else (dispute.second, dispute.first)
        first, second = (parsed.document.text_of(each.span) for each in (dispute.first, dispute.second))
        numbers = (first[:1].lower() + first[1:] if first[1:2].islower() else first, second)
        citations = dict.fromkeys(
            Citation(each.sentence.sentence.id, each.sentence.sentence.span) for each in (main, other)
        )
        concerns = tuple(dict.fromkeys(actor.id for each in citations for _, actor in actors.within(each.span)))
        cue = main.span
        if (
            main.verb is not None
            and start_of(main.verb) < cue.start
            and "," not in parsed.document.text_of(Span(start_of(main.verb), cue.start))
        ):
            cue = Span(start_of(main.verb), cue.end)
        wording = word_dispute(dispute, numbers, actors)
        signs = weighing.signs(
            Cue(QuestionKind.DISPUTED, cue, 1.0, "figures", main.verb),
            concerns,
            main.sentence,
            worded=True,
            due=False,
            quoted=False,
        )
        yield Question("", QuestionKind.DISPUTED, wording, cue, None, concerns, 0.0, tuple(citations)), signs


def _is_told_at_once(pair: Sequence[ParsedSentence], parsed: Parsed) -> bool:
    """True iff the second of two sentences only says that what the first leaves open came about: "It did."."""
    if len(pair) < 2:  # noqa: PLR2004 - a pair
        return False
    words = parsed.document.text_of(pair[1].sentence.span).lower().strip(' .!"”’').split()
    return words[:1] in (["it"], ["they"], ["he"], ["she"]) and words[1:] in (
        ["did"],
        ["has"],
        ["have"],
        ["was"],
        ["were"],
    )


def _is_bare(cue: Cue, tokens: TokenSpan, weighing: Weighing) -> bool:
    """True iff a cue of what is possible says too little without a question: a modal, a condition, or somebody off the topic."""
    if cue.kind is not QuestionKind.POSSIBLE:
        return False
    return cue.rule not in WEIGHED or cue.strength < SURELY or weighing.topic(cue, tokens) == 0


def _as_open(
    cue: Cue, place: int, sentences: Sequence[ParsedSentence], parsed: Parsed, *, asked: int, weighing: Weighing
) -> Cue:
    """A cue with the strength that the sentences around give what is asked; any other as it is."""
    if cue.rule == "asked":
        on_topic = weighing.topic(cue, sentences[place].tokens) > 0
        strength = asked_strength(place, sentences, parsed, asked=asked, quoted=cue.strength < FLOOR, on_topic=on_topic)
        return replace(cue, strength=strength)
    if cue.kind is QuestionKind.ASKED and place + 1 < len(sentences):
        following = sentences[place + 1]
        reply = parsed.document.text_of(following.sentence.span).lstrip()[:1] in '"“«'
        if reply or is_answered(sentences[place].tokens, following, parsed):
            return replace(cue, strength=0.0)
    return cue


def _ends_asking(sentence: ParsedSentence, parsed: Parsed, direct: Sequence[Span]) -> bool:
    """True iff a sentence is a question outside quotation marks."""
    span = sentence.sentence.span
    return parsed.document.text_of(span).endswith("?") and not _is_quoted(span, direct)


def _is_quoted(span: Span, direct: Sequence[Span]) -> bool:
    """True iff most of a sentence is somebody's own words in quotation marks."""
    index = bisect_right(direct, span.end, key=lambda part: part.start)
    return any(part.overlap(span) * 2 > len(span) for part in direct[max(0, index - 3) : index])


def _due(cue: Cue, span: Span, dates: Sequence[DateMention], published: datetime.date | None) -> ResolvedDate | None:
    """The date of the sentence at which the question will be settled: ahead of publication, nearest to the cue."""
    low = bisect_right(dates, span.start - 1, key=lambda date: date.span.start)
    ahead = []
    for date in dates[low:]:
        if date.span.start >= span.end:
            break
        resolved = date.resolved
        if (
            resolved is None
            or date.type not in (DateType.DATE, DateType.TIME)
            or (published is not None and resolved.last_day < published)
        ):
            continue
        ahead.append((abs(date.span.start - cue.span.end), date.span.start, resolved))
    return min(ahead, key=lambda row: row[:2])[2] if ahead else None


def _concerns(cue: Cue, sentence: ParsedSentence, actors: ActorIndex) -> tuple[str, ...]:
    """The ids of the actors a question is about: those of its clause, else those of the sentence, in text order."""
    spans = [sentence.sentence.span]
    if cue.anchor is not None:
        first, last = cue.anchor.left_edge, cue.anchor.right_edge
        spans.insert(0, Span(start_of(first), start_of(last) + len(last)))
    for span in spans:
        found = tuple(dict.fromkeys(actor.id for _, actor in actors.within(span)))
        if found:
            return found
    return ()
