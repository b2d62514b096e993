"""Which trigger of a sentence bears a date: date mentions and spaCy's tokens in, tokens out.

The nearest trigger above a date's words in the parse bears it; from there it is handed on to what hangs on that event in the same story.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from briefing.analysis.parse import said_then, start_of
from briefing.analysis.told_verbs import NOUN_CLIMB, SAYING, is_active_past, is_occasion, is_past
from briefing.lexicon import load_lexicon
from briefing.model.dates import Basis, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import ParsedSentence
    from briefing.model.dates import DateMention, ResolvedDate
    from briefing.model.text import Span

__all__ = [
    "governor_of",
    "head_of",
    "inherit_dates",
    "is_end_of_period",
    "is_outside",
    "noun_after",
    "noun_before",
    "objects_of",
    "pass_on_opening",
    "since_noun",
    "verb_beside",
]

MAX_CLIMB = 10
"""Heads between a date and its event: deeper ones are faults of the parse."""


def head_of(mention: DateMention, parsed: ParsedSentence) -> Token | None:
    """The token that ties a date's words to the rest of the sentence."""
    inside = [token for token in parsed.tokens if mention.span.start <= start_of(token) < mention.span.end]
    if not inside:
        return None
    indices = {token.i for token in inside}
    return next((token for token in inside if token.head.i not in indices or token.head.i == token.i), inside[-1])


def noun_before(head: Token, triggers: dict[int, Token]) -> Token | None:
    """The event noun right before "since Monday" or "from Monday", which say how long it lasts, or None."""
    if head.dep_ != "pobj" or head.head.lower_ not in ("since", "from", "until") or head.head.i == 0:
        return None
    noun = triggers.get(head.head.i - 1)
    return noun if noun is not None and noun.pos_ in ("NOUN", "PROPN") else None


def objects_of(verb: Token) -> Iterator[Token]:
    """The objects of a verb and the nouns that these are measures of ("three days of mourning")."""
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp"):
            yield child
            yield from (
                word for of in child.children if of.lower_ == "of" for word in of.children if word.dep_ == "pobj"
            )


PERIOD_UNITS = frozenset(("year", "quarter", "month", "months", "half", "week", "weeks", "period", "season", "term"))
"""Nouns of a period of accounts, which "ended 31 March" only measures."""

COUNTED_ONLY = frozenset(("no", "without", "first", "only", "last"))
"""What makes "since 1911" tell how long a thing has not been: "no strike since 1911"."""


AFTER = frozenset(("after", "before", "since", "until", "following"))
"""What ties a noun to a verb as that which was earlier or later: the noun's date is not the verb's."""


NAMED_PARTS = ("dobj", "nsubj", "nsubjpass", "attr")
"""What a noun is to its verb where the year before it or behind its "of" names it."""

NAMED_AFTER = frozenset(("as", "for", "of", "about", "on", "over", "with", "against", "to"))
"""Prepositions before such a noun: "emerged as its 1998 candidate", but "won at the 1998 games"."""


def is_outside(head: Token, mention: DateMention, triggers: dict[int, Token]) -> bool:
    """True iff a date belongs to a noun that is no event, or to nothing: it dates no verb above it."""
    if head.dep_ == "pobj" and head.head.lower_ == "since":
        return not _dates_since(head.head) and since_noun(head, triggers) is None
    return is_end_of_period(head) or _hangs_on_noun(head, mention, triggers)


def verb_beside(head: Token, mention: DateMention, triggers: dict[int, Token]) -> int | None:
    """The index of the event that was after or before the noun of a date ("went on long after her death in 1962"), or None."""
    token = noun_after(head, mention) or head
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return None
        if token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in AFTER:
            return _index(token.head.head) if token.head.head.i in triggers else None
        token = token.head
    return None


def is_end_of_period(head: Token) -> bool:
    """True iff a date only measures a period of accounts: "in the year ended 31 March", in which nothing ended."""
    link = head.head
    return link.dep_ == "acl" and link.lemma_.lower() == "end" and link.head.lower_ in PERIOD_UNITS


def _hangs_on_noun(head: Token, mention: DateMention, triggers: dict[int, Token]) -> bool:
    is_year = mention.resolved is not None and mention.resolved.precision is Precision.YEAR
    token = head
    for _ in range(MAX_CLIMB):
        link, token = token, token.head
        if token.i == link.i or token.i in triggers or token.pos_ in ("VERB", "AUX"):
            return False
        if token.pos_ not in ("NOUN", "PROPN") or (
            start_of(token) < mention.span.end and start_of(token) >= mention.span.start
        ):
            continue
        if token.dep_ == "appos" or (token.pos_ == "NOUN" and token.dep_ == "pobj" and token.head.lower_ in AFTER):
            # "her brother, champion in 1911, lost", "long after her retirement in 1962"
            return True
        is_name = link.lower_ == "of" or (
            link.i == head.i and any(word.dep_ in ("det", "poss") and word.i < head.i for word in token.children)
        )
        is_part = token.dep_ in NAMED_PARTS or (token.dep_ == "pobj" and token.head.lower_ in NAMED_AFTER)
        if is_name and is_year and token.lower_ not in PERIOD_UNITS and is_part:
            # "rejected its 2016 budget", "the law of 1998 ended it"
            return True
    return False


def since_noun(head: Token, triggers: dict[int, Token]) -> Token | None:
    """The event noun that has gone on since a date ("the curfew since Monday"), or None."""
    noun = noun_before(head, triggers) or triggers.get(head.head.head.i)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN") or _is_rare(noun) or noun.head.lower_ == "without":
        return None
    return noun


def noun_after(head: Token, mention: DateMention) -> Token | None:
    """The noun right before a year or month that says when it was: the flood of "rebuilt after the flood in 1953"; or None."""
    is_day = mention.resolved is None or mention.resolved.precision is Precision.DAY
    if is_day or head.dep_ != "pobj" or head.head.lower_ != "in" or head.head.i == 0:
        return None
    noun = head.doc[head.head.i - 1]
    return noun if noun.dep_ == "pobj" and noun.head.lower_ in AFTER and noun.pos_ == "NOUN" else None


def _dates_since(since: Token) -> bool:
    """True iff "since" tells when something began: it stands with a verb in the perfect, or right behind what goes on."""
    above = since.head
    if above.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
        if _is_rare(above):
            return False
        # "killed 93 people since 2003"
        while above.dep_ in ("dobj", "attr", "npadvmod", "pobj", "prep", "nummod", "oprd") and above.head.i < above.i:
            if above.dep_ == "prep" and above.lower_ == "without":
                return False
            above = above.head
    if above.pos_ not in ("VERB", "AUX"):
        return False
    is_opening = since.i == since.sent.start
    while above.dep_ in ("xcomp", "conj") or (is_opening and above.dep_ == "advcl"):
        # "has been trying to sell it since 2008", "has burned six and robbed nine since 2008"
        if any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in above.children):
            return True
        above = above.head
    has = any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in above.children)
    return has or (above.dep_ == "acl" and above.tag_ == "VBN")


def _is_rare(noun: Token) -> bool:
    """True iff a noun is told as the first, the worst or none since a date, which is then not its own."""
    return any(
        child.lower_ in COUNTED_ONLY or child.tag_ in ("JJS", "RBS") or child.ent_type_ == "ORDINAL"
        for child in noun.children
    )


def governor_of(head: Token, triggers: dict[int, Token]) -> Token | None:
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


def inherit_dates(
    found: dict[int, tuple[ResolvedDate | None, Span | None]],
    triggers: Sequence[Token],
    is_ahead: Callable[[ResolvedDate | None], bool],
    *,
    own: Collection[int] = (),
) -> None:
    """Passes a date to the events that hang on its event in the same story: coordinated verbs, complements, objects.

    Args:
        found: The dates and their words by the index of their trigger; those passed on are added.
        triggers: The triggers of the sentence.
        is_ahead: Whether a date lies after the publication.
        own: The triggers that keep their date to themselves: the week or the year that a report is of.
    """
    for token in triggers:
        if token.i in found:
            continue
        giver = _giver(token, found)
        if giver is not None and (giver not in own or token.pos_ in ("NOUN", "PROPN")):
            date, words = found[giver]
            if is_ahead(date) and is_active_past(token):
                continue
            found[token.i] = (dataclasses.replace(date, basis=Basis.INHERITED) if date else None, words)


def pass_on_opening(
    found: dict[int, tuple[ResolvedDate | None, Span | None]], triggers: Sequence[Token], bearer: Token
) -> None:
    """Passes the date that opens a sentence to the clauses that semicolons part: "Yesterday, Holm beat Marstad; Ask lost to Vik"."""
    date, words = found[bearer.i]
    for token in triggers:
        if token.i > bearer.i and token.i not in found and _is_parted(token, bearer) and _same_tense(token, bearer):
            found[token.i] = (dataclasses.replace(date, basis=Basis.INHERITED) if date else None, words)


def _is_parted(verb: Token, before: Token) -> bool:
    """True iff a verb is that of a main clause with a subject of its own, and a semicolon stands between it and another one."""
    if verb.pos_ != "VERB" or not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return False
    above = verb
    for _ in range(MAX_CLIMB):
        if above.head.i == above.i or above.dep_ not in ("ccomp", "conj", "parataxis"):
            break
        above = above.head
    is_main = above.head.i == above.i
    return is_main and any(token.text == ";" for token in verb.doc[before.i : verb.i])


def _giver(token: Token, found: Mapping[int, tuple[ResolvedDate | None, Span | None]]) -> int | None:
    """The index of the dated trigger from which a trigger may take its date, or None."""
    if token.pos_ in ("NOUN", "PROPN"):
        return _dated_verb_above(token, found)
    if token.dep_ in ("conj", "xcomp", "pcomp", "advcl") and token.head.i in found and _same_tense(token, token.head):
        return _index(token.head)
    if token.dep_ == "ccomp" and token.head.i in found and not _is_saying(token.head):
        return _index(token.head)
    below = (child for child in token.children if child.i in found)
    return next(
        (
            _index(child)
            for child in below
            if child.dep_ == "xcomp" or (child.dep_ == "conj" and _same_tense(token, child)) or is_occasion(child)
        ),
        None,
    )


def _dated_verb_above(noun: Token, found: Mapping[int, tuple[ResolvedDate | None, Span | None]]) -> int | None:
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


def _is_saying(verb: Token) -> bool:
    """True iff a verb's date tells when something was said: "suggested on Monday that the dam is old"."""
    lemma = verb.lemma_.lower()
    return lemma in SAYING or lemma in load_lexicon("events").words("verbs.speech")


def _index(token: Token) -> int:
    index: int = token.i
    return index


def _same_tense(first: Token, second: Token) -> bool:
    return is_past(first) == is_past(second) or second.tag_ == "VB" or first.tag_ in ("VB", "VBG")
