"""The date that governs an event: date mentions and spaCy's tokens in, a date (or none) for each trigger out.

A date belongs to the event whose words govern it in the parse; an event without one inherits that of its sentence where the
story goes on, and has the publication date only where the text is the day's news. Otherwise it has none: right or absent.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefing.analysis.parse import said_then, start_of
from briefing.analysis.timex.anchored import BESIDE
from briefing.lexicon import load_lexicon
from briefing.model.dates import Basis, DateType, Precision, ResolvedDate
from briefing.model.text import Span

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import ParsedSentence
    from briefing.model.dates import DateMention

__all__ = ["EventDates", "clause_verb", "tells_its_time"]

MAX_CLIMB = 10
"""Heads between a date and its event: deeper ones are faults of the parse."""

HANDLE = 5
"""Tokens before a time stamp among which the handle of a post stands."""

NIGHT = "TNI"
"""How the TIMEX3 value of a night ends."""


class EventDates:
    """Dates the triggers of a document, sentence by sentence, in text order."""

    def __init__(self, dates: Sequence[DateMention], published: datetime.date | None) -> None:
        self._dates = [
            date
            for date in dates
            if date.resolved is not None
            or (date.type in (DateType.DATE, DateType.TIME) and not date.value.endswith("_REF"))
        ]
        self._dates = list(_without_late_nights(self._dates, published))
        self._starts = [date.span.start for date in self._dates]
        self._published = published

    def of_sentence(
        self, parsed: ParsedSentence, triggers: Sequence[Token]
    ) -> dict[int, tuple[ResolvedDate | None, Span]]:
        """The date of each trigger of a sentence and its words, by the trigger's index; undated ones are missing.

        Words that cannot be resolved ("last month" in an article without a date) come with None.
        """
        found: dict[int, tuple[ResolvedDate | None, Span]] = {}
        by_index = {token.i: token for token in triggers}
        for mention in self.inside(parsed.sentence.span):
            head = _head_of(mention, parsed)
            if head is None or _is_time_stamp(mention, parsed):
                continue
            governor = self._bearer(_governor(head, by_index), head, mention, by_index)
            if governor is not None and found.get(governor.i, (None,))[0] is None:
                found[governor.i] = (mention.resolved, mention.span)
            counted_from = _counted_from(head, mention)
            if counted_from is not None and counted_from.i in by_index:
                found.setdefault(counted_from.i, (_anchor_day(mention), mention.span))
        _inherit(found, triggers, self.is_ahead)
        return found

    def whole(self, parts: Sequence[Span]) -> tuple[Span, ...]:
        """Parts of a sentence in text order, each going on to the end of the date in which it would end."""
        grown: list[Span] = []
        for part in parts:
            at = bisect_left(self._starts, part.end) - 1
            date = self._dates[at].span if at >= 0 else part
            end = max(part.end, date.end) if part.start <= date.start < part.end else part.end
            if grown and part.start < grown[-1].end:
                grown[-1] = Span(grown[-1].start, max(end, grown[-1].end))
            else:
                grown.append(Span(part.start, end))
        return tuple(grown)

    def inside(self, span: Span) -> list[DateMention]:
        """The dates and times of day that begin in a span, in text order."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._dates[low:high]

    def is_ahead(self, date: ResolvedDate | None) -> bool:
        """True iff a date lies after the day of publication."""
        return self._published is not None and date is not None and date.first_day > self._published

    def _bearer(
        self, governor: Token | None, head: Token, mention: DateMention, triggers: dict[int, Token]
    ) -> Token | None:
        """The trigger that bears a date, where another one than the verb above it does; None where none can.

        What is told in the past did not happen after the day of publication: then what it brought about has the date
        ("announced a curfew from Friday", "set a hearing for 3 July").
        """
        if governor is not None and governor.dep_ == "pobj" and governor.head.lower_ in ("during", "amid"):
            # "sank during a storm on Monday": both were then.
            governor = _governor(governor, triggers) or governor
        if governor is None or governor.pos_ in ("NOUN", "PROPN"):
            return governor
        beside = _noun_before(head, triggers)
        if beside is not None:
            return beside
        if self.is_ahead(mention.resolved) and _is_active_past(governor):
            return next((token for token in _objects(governor) if token.i in triggers), None)
        return governor

    def of_the_day(self, trigger: Token, *, is_heading: bool, is_lead: bool) -> ResolvedDate | None:
        """The publication date for an event that the text tells as news; None for another tense, or without that date.

        News is told in the past or the perfect, in headlines in the present. Only what the headline or the lead tells in the
        simple past is the news of that very day; the rest is approximate: it is not later, and most often not much earlier.
        """
        if self._published is None or not _is_told(trigger, is_heading=is_heading):
            return None
        if not is_heading and trigger.pos_ in ("NOUN", "PROPN") and not _is_done_now(trigger, is_lead=is_lead):
            return None
        is_exact = is_heading or (is_lead and not _is_perfect(trigger))
        day = self._published
        return ResolvedDate(day, day, Precision.DAY, Basis.PUBLICATION, day, approximate=not is_exact)


def _without_late_nights(dates: Sequence[DateMention], published: datetime.date | None) -> Iterator[DateMention]:
    """The dates; a "last night" that follows a "today" has no day.

    Such a text was gone on with for the next day's paper: its night is as likely the one after "today" as the one before.
    """
    is_told = False
    for date in dates:
        resolved = date.resolved
        if resolved is None or published is None or resolved.basis is not Basis.RELATIVE:
            yield date
            continue
        is_told = is_told or resolved.first_day == resolved.last_day == published
        is_night = date.value.endswith(NIGHT) and 0 < (published - resolved.first_day).days <= 1
        yield dataclasses.replace(date, resolved=None) if is_told and is_night else date


def _inherit(
    found: dict[int, tuple[ResolvedDate | None, Span]],
    triggers: Sequence[Token],
    is_ahead: Callable[[ResolvedDate | None], bool],
) -> None:
    """Passes a date to the events that hang on its event in the same story: coordinated verbs, complements, objects."""
    for token in triggers:
        if token.i in found:
            continue
        giver = _giver(token, found)
        if giver is not None:
            date, words = found[giver]
            if is_ahead(date) and _is_active_past(token):
                continue
            found[token.i] = (dataclasses.replace(date, basis=Basis.INHERITED) if date else None, words)


def _counted_from(head: Token, mention: DateMention) -> Token | None:
    """The event from which a length of time is counted: the vote of "two days after the vote"; None where it is counted from none."""
    if mention.type is not DateType.DURATION and mention.rule != BESIDE:
        return None
    links = [token for token in (head.head, *head.children) if token.lower_ in ("after", "before", "following")]
    return next((noun for link in links for noun in link.children if noun.dep_ == "pobj"), None)


def _anchor_day(mention: DateMention) -> ResolvedDate | None:
    """The day from which a length of time was counted, or None."""
    anchor = mention.resolved.anchor if mention.resolved is not None else None
    return ResolvedDate(anchor, anchor, Precision.DAY, Basis.INHERITED) if anchor is not None else None


def _head_of(mention: DateMention, parsed: ParsedSentence) -> Token | None:
    """The token that ties a date's words to the rest of the sentence."""
    inside = [token for token in parsed.tokens if mention.span.start <= start_of(token) < mention.span.end]
    if not inside:
        return None
    indices = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in indices or token.head.i == token.i), inside[-1])


def _is_time_stamp(mention: DateMention, parsed: ParsedSentence) -> bool:
    """True iff a date stands right behind the handle of who posted what comes before: "(@norhavnport) 8 November 2016"."""
    first = next((token for token in parsed.tokens if start_of(token) >= mention.span.start), None)
    if first is None:
        return False
    before = [token for token in first.doc[max(0, first.i - HANDLE) : first.i] if not token.is_space]
    return bool(before) and before[-1].text.endswith(")") and any("@" in token.text for token in before)


def _noun_before(head: Token, triggers: dict[int, Token]) -> Token | None:
    """The event noun right before "since Monday" or "from Monday", which say how long it lasts, or None."""
    if head.dep_ != "pobj" or head.head.lower_ not in ("since", "from", "until") or head.head.i == 0:
        return None
    noun = triggers.get(head.head.i - 1)
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN") else None


def _is_active_past(verb: Token) -> bool:
    """True iff a verb itself tells what was done ("announced", "has set"), not what was appointed ("was set")."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" or child.dep_ == "auxpass" for child in helpers):
        return False
    if verb.lemma_.lower() in load_lexicon("events").words("calendar.awaiting"):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(child.lemma_.lower() == "have" for child in helpers))


def _objects(verb: Token) -> Iterator[Token]:
    """The objects of a verb and the nouns that these are measures of ("three days of mourning")."""
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp"):
            yield child
            yield from (
                word for of in child.children if of.lower_ == "of" for word in of.children if word.dep_ == "pobj"
            )


def _governor(head: Token, triggers: dict[int, Token]) -> Token | None:
    """The nearest trigger above a date's words."""
    saying = said_then(head)
    if saying is not None:
        return triggers.get(saying.i)
    token = head
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if token.i in triggers:
            return token
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            # The verb is no trigger ("was", "has"): its complement may be the event.
            return next(
                (
                    child
                    for child in token.children
                    if child.i in triggers and child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "xcomp", "acomp")
                ),
                None,
            )
    return None


def _giver(token: Token, found: Mapping[int, tuple[ResolvedDate | None, Span]]) -> int | None:
    """The index of the dated trigger from which a trigger may take its date, or None."""
    if token.pos_ in ("NOUN", "PROPN"):
        return _dated_verb_above(token, found)
    if token.dep_ in ("conj", "xcomp", "pcomp", "advcl") and token.head.i in found and _same_tense(token, token.head):
        return _index(token.head)
    if token.dep_ == "ccomp" and token.head.i in found and token.head.lemma_.lower() not in SAYING:
        return _index(token.head)
    below = (child for child in token.children if child.i in found)
    return next(
        (
            _index(child)
            for child in below
            if child.dep_ == "xcomp" or (child.dep_ == "conj" and _same_tense(token, child))
        ),
        None,
    )


def _dated_verb_above(noun: Token, found: Mapping[int, tuple[ResolvedDate | None, Span]]) -> int | None:
    """The index of the dated verb in whose clause an event noun stands, or None."""
    above = noun
    words = load_lexicon("events").words
    for _ in range(NOUN_CLIMB):
        speaking = words("verbs.speech") | words("verbs.speech_acts")
        if above.dep_ in ("dobj", "prep") and above.head.lemma_.lower() in speaking:
            # "They condemned the raid on Sunday": the day is that of the condemning.
            return None
        if above.dep_ == "nsubj" and above.head.lemma_.lower() in words("calendar.ending"):
            # "The strike ends on Friday": it has been going on for long.
            return None
        if above.head.i == above.i or above.dep_ in ("relcl", "advcl", "acl"):
            return None
        above = above.head
        if above.pos_ in ("VERB", "AUX"):
            return _index(above) if above.i in found else None
    return None


def _index(token: Token) -> int:
    index: int = token.i
    return index


NOUN_CLIMB = 5
"""Heads between an event noun and the verb of its clause."""

SAYING = frozenset(("say", "tell", "report", "announce", "claim", "add", "write", "note", "state"))
"""Verbs whose own date tells when it was said, not when it happened."""


def _same_tense(first: Token, second: Token) -> bool:
    return _is_past(first) == _is_past(second) or second.tag_ == "VB" or first.tag_ in ("VB", "VBG")


def clause_verb(token: Token) -> Token:
    """The verb of a trigger's clause; the trigger itself where there is none near."""
    verb = token
    for _ in range(NOUN_CLIMB):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    return verb


def tells_its_time(token: Token, dated: Mapping[int, object]) -> bool:
    """True iff a clause with a date says when an event was: "when the board met in March, the union walked out"."""
    return any(
        child.dep_ == "advcl" and child.i in dated and any(word.tag_ == "WRB" for word in child.children)
        for child in clause_verb(token).children
    )


def _is_past(token: Token) -> bool:
    """True iff a trigger is told in the past or the perfect, without a modal; for a noun: its verb is."""
    verb = clause_verb(token)
    tags = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "MD" in tags:
        return False
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return _is_past(verb.head) if verb.head.i != verb.i else False
    return verb.tag_ in ("VBD", "VBN") or (verb.tag_ == "VBG" and "VBD" in tags)


def _is_told(token: Token, *, is_heading: bool) -> bool:
    """True iff a trigger is told as having happened now: no past perfect, no modal; in a heading in the present too."""
    verb = clause_verb(token)
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" or child.lower_ == "had" for child in helpers):
        return False
    is_quality = verb.dep_ == "acl" or any(child.lower_ in ("is", "are") for child in helpers)
    if verb.tag_ == "VBN" and is_quality and not is_heading:
        # "A jet made by the firm", "is built with four": what it is, not what was done.
        return False
    if is_heading or verb.lemma_.lower() in SAYING:
        return verb.tag_ in ("VBZ", "VBP", "VBD", "VBN")
    return _is_past(token) or (verb.tag_ == "VBG" and bool(helpers))


def _is_done_now(noun: Token, *, is_lead: bool) -> bool:
    """True iff a verb tells that an event noun took place or was brought about; most others speak of older events."""
    words = load_lexicon("events").words
    lemma = noun.head.lemma_.lower()
    is_news = is_lead and lemma not in words("verbs.speech") | words("verbs.speech_acts")
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return is_news or lemma in words("status.occurring")
    return noun.dep_ == "dobj" and (is_news or lemma in words("status.carrying"))


def _is_perfect(token: Token) -> bool:
    verb = clause_verb(token)
    return any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in verb.children)
