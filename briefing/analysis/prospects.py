"""What lies ahead or is there already by the words of its own clause: spaCy's tokens in, true or false out.

"Was set to sail", "is sailing on Friday", "the talks were to begin on Friday": a plan, in whatever tense it is told.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from spacy.tokens import Token

    from briefing.model.dates import ResolvedDate

__all__ = ["is_appointed", "is_arranged", "is_described", "is_destined", "lies_ahead"]


@cache
def _words(key: str) -> frozenset[str]:
    return load_lexicon("events").words(key)


def lies_ahead(
    token: Token,
    when: ResolvedDate | None,
    dated: Mapping[int, tuple[ResolvedDate | None, object]],
    *,
    published: datetime.date | None,
) -> bool:
    """True iff the date of an event says that it is yet to come, or was when it was put on that date; `dated`: by token."""
    aim = _aim_of(token)
    if aim is not None:
        # "Are expected to be there in July": no other word tells the event.
        is_dated = aim.lemma_ == "be" and token.i in dated and dated[token.i][1] is not None
        return when is not None or is_dated or any(dated.get(word.i, (None,))[0] is not None for word in aim.subtree)
    if when is None or published is None:
        return False
    return when.first_day > published or (when.first_day == published and is_arranged(token))


def is_appointed(verb: Token) -> bool:
    """True iff a verb only says that something lies ahead: "was set to sail", "had been scheduled to meet"."""
    return _aim_of(verb) is not None


def _aim_of(verb: Token) -> Token | None:
    """What somebody or something "was set to" do."""
    if verb.lemma_.lower() not in _words("calendar.appointing") or verb.tag_ not in ("VBN", "VBD"):
        return None
    if not any(child.dep_ == "auxpass" for child in verb.children):
        return None
    return next((child for child in verb.children if _is_infinitive(child)), None)


def _is_infinitive(word: Token) -> bool:
    """True iff a word under a verb is its infinitive, were it read as a noun: "set to land"."""
    if word.dep_ == "xcomp":
        # "Are expected be on site": a slip of the pen.
        return _has_to(word) or (word.tag_ == "VB" and word.i == word.head.i + 1)
    if word.dep_ != "prep" or word.lower_ != "to" or word.i != word.head.i + 1 or word.i + 1 == len(word.doc):
        return False
    following = word.doc[word.i + 1]
    return following.dep_ == "pobj" and following.tag_ == "NN" and following.n_lefts == 0


def is_arranged(verb: Token) -> bool:
    """True iff a present progressive has a date of its own and a calendar could hold it: "is sailing on Friday"."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in _words("calendar.timetable"):
        return False
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    if len(helpers) != 1 or helpers[0].lemma_ != "be" or helpers[0].tag_ not in ("VBP", "VBZ"):
        return False
    return any(_is_date(child) for child in verb.children)


def is_destined(verb: Token) -> bool:
    """True iff a "be to" with a date puts a verb ahead: "the talks were to begin on Friday"."""
    head = verb.head
    if verb.dep_ != "xcomp" or not _has_to(verb) or head.lemma_ != "be" or head.tag_ in ("VB", "VBN", "VBG"):
        return False
    return any(_is_date(child) for word in (head, verb) for child in word.children)


def is_described(noun: Token) -> bool:
    """True iff somebody says only what an event was like ("described the blast as an accident"): that it was is the author's word."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in _words("status.describing")


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _is_date(phrase: Token) -> bool:
    """True iff words beside a verb name a day or days that may be to come; "now", "this year" are there already."""
    word = phrase
    if phrase.dep_ == "prep":
        if phrase.lower_ not in ("on", "in", "at", "next"):
            return False
        word = next((child for child in phrase.children if child.dep_ == "pobj"), phrase)
    elif phrase.dep_ not in ("npadvmod", "advmod"):
        return False
    if word.ent_type_ != "DATE" or word.lower_ in _words("calendar.present"):
        return False
    return not any(child.lower_ in _words("calendar.present") for child in word.children)
