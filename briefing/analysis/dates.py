"""Finds the expressions of time in a document and the days they mean: `find_dates`.

In goes a document with the day of its publication, out come `DateMention`s in text order, with TIMEX3 types, values and mods (TimeML 1.2.1).
The grammar and its readers are in `timex/`, the words in `briefing/data/dates.toml`. Standard library only; linear in the text's length.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.telling_day import is_own_date, telling_day
from briefing.analysis.timex.anchored import Found, anchored
from briefing.analysis.timex.grammar import grammar
from briefing.analysis.timex.phrases import Phrase, Story, guard
from briefing.analysis.timex.tenses import guess_tense
from briefing.analysis.timex.words import CLASSES, tokenize, vocabulary
from briefing.model.dates import DateMention, DateType, ResolvedDate
from briefing.model.text import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping

    from briefing.analysis.timex.grammar import Rule
    from briefing.analysis.timex.phrases import Reading
    from briefing.analysis.timex.words import Tokens
    from briefing.model.text import Document

__all__ = ["find_dates"]

# The longest limiting phrase of dates.toml, in words.
_LONGEST_MODIFIER = 3


def find_dates(
    document: Document, *, published: datetime.date | None, tense_at: Callable[[int], str] | None = None
) -> Iterator[DateMention]:
    """Yields every expression of time in text order; spans do not overlap.

    An article that gives its own day at its beginning is counted from that day (`briefing.analysis.telling_day`).
    Without a day of publication what is named in full is resolved, and what is counted from such a date; the value of the rest says what is
    known ("XXXX-08").

    Args:
        document: The document.
        published: The day from which "yesterday" and "on Friday" are counted, or None.
        tense_at: The tense ("past", "present", "future" or "") of the verb that governs the words at an offset into the text; where it
            is missing or answers "present" or "", cue words of the sentence decide.
    """
    tokens = tokenize(document.source.text)
    starts = [sentence.span.start for sentence in document.sentences]
    story = Story(
        tokens,
        published,
        _tense_teller(document, tokens, tense_at),
        sentence_of=lambda place: bisect_right(starts, tokens.starts[place]),
    )
    yield from anchored(_mentions(tokens, story, document), story)


def _mentions(tokens: Tokens, story: Story, document: Document) -> Iterator[Found]:
    """Yields what the grammar finds, in text order; the story knows what was yielded before it reads on."""
    rules = grammar()
    place, free = 0, 0
    while found := rules.pattern.search(tokens.classes, place):
        rule = rules.rules[found.lastgroup or ""]
        match = rule.match(tokens.classes, found.start())
        phrase = Phrase(tokens, match) if match else None
        reading = rule.reader(phrase, story) if phrase else None
        if phrase is None or reading is None:
            place = found.start() + 1
            continue
        if reading.is_silent:
            place = free = phrase.last
            continue
        start, mod = _extended(tokens, phrase, rule, reading, free)
        story.remember(reading, phrase.first)
        place = free = phrase.last
        mention = _mention(tokens, (start, phrase.last), reading, rule.name, mod or reading.mod)
        if is_own_date(document, mention):
            story.published = telling_day(document, (mention,), story.published)
        yield Found(mention, reading, start, phrase.last)


def _tense_teller(
    document: Document, tokens: Tokens, tense_at: Callable[[int], str] | None
) -> Callable[[int, int], str]:
    """A function that tells the tense in which some tokens are spoken of."""
    starts = [sentence.span.start for sentence in document.sentences]

    def tense_of(first: int, last: int) -> str:
        offset = tokens.starts[first]
        tense = tense_at(offset) if tense_at else ""
        if tense in {"past", "future"}:
            return tense
        index = bisect_right(starts, offset) - 1
        sentence = document.sentences[index].span if index >= 0 else None
        return guess_tense(tokens, first, last, (sentence.start, sentence.end) if sentence else (0, len(tokens.text)))

    return tense_of


@cache
def _modifiers() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The limiting phrases before any expression, and those before amounts."""
    lexicon = vocabulary().lexicon
    return lexicon.table("modifiers"), lexicon.table("modifiers_of_amounts")


def _extended(tokens: Tokens, phrase: Phrase, rule: Rule, reading: Reading, free: int) -> tuple[int, str]:
    """Where the expression begins with the words that limit it ("the end of", "about", "the"), and their TIMEX3 mod.

    Args:
        tokens: The tokens of the text.
        phrase: What the rule matched.
        rule: The rule.
        reading: What it means.
        free: The first token that no earlier expression has taken.
    """
    start, mod = phrase.first, ""
    if reading.value.endswith("_REF"):
        return start, mod
    if rule.article and not _is_adjective(tokens, phrase):
        start = _with_article(tokens, start, free)
    always, amounts = _modifiers()
    # "more than two years", but "over the past two years"
    is_amount = start == phrase.first and (reading.type is DateType.DURATION or phrase.has("count"))
    end = start
    if end - 1 >= free and tokens.classes[end - 1] == CLASSES["hyphen"]:
        end -= 1
    for length in range(_LONGEST_MODIFIER, 0, -1):
        if end - length < free:
            continue
        words = " ".join(tokens.words[end - length : end])
        mod = always.get(words, "") or (amounts.get(words, "") if is_amount else "")
        if words == "over" and not _is_more(tokens, end - 2, phrase.last):
            # "it grew over three years", but "it took over three years"
            mod = ""
        if mod:
            start = end - length
            return _with_article(tokens, start, free), mod
    return start, mod


def _is_more(tokens: Tokens, before: int, after: int) -> bool:
    """True iff the words on both sides of "over three years" say that it means more than that, and not in the course of it."""
    following = tokens.words[after] if after < len(tokens.words) else ""
    return (
        tokens.words[max(before, 0)] in guard("before_over")
        or following in guard("after_over")
        or tokens.words[after - 1] in guard("after_over")
    )


def _is_adjective(tokens: Tokens, phrase: Phrase) -> bool:
    """True iff an expression with a hyphen stands before a noun, whose "the" it is: "the third-quarter loss"."""
    if CLASSES["hyphen"] not in tokens.classes[phrase.first : phrase.last]:
        return False
    following = tokens.words[phrase.last : phrase.last + 1]
    return bool(following) and following[0].isalpha() and following[0] not in guard("no_nouns")


def _with_article(tokens: Tokens, start: int, free: int) -> int:
    """The place of "the" where it stands right before a token, else that token's place."""
    return start - 1 if start - 1 >= free and tokens.classes[start - 1] == CLASSES["the"] else start


def _mention(tokens: Tokens, places: tuple[int, int], reading: Reading, rule: str, mod: str) -> DateMention:
    """The mention of a reading over some tokens."""
    span = Span(tokens.starts[places[0]], tokens.ends[places[1] - 1])
    resolved = None
    if reading.period is not None and reading.type in {DateType.DATE, DateType.TIME}:
        last = reading.until or reading.period
        resolved = ResolvedDate(
            reading.period.first_day,
            last.last_day,
            reading.period.unit.precision,
            reading.basis,
            reading.anchor,
            approximate=bool(mod) and reading.type is not DateType.TIME,
        )
    return DateMention(span, reading.type, reading.value, resolved, mod, rule)
