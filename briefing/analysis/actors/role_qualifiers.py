"""What a role must not lose, "former", "then-", "acting", and what is none of it: a nickname, an honorific, the name itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.keys import bare_word
from briefing.analysis.actors.role_words import OWNING, PRE_NOUN, Found, role_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.role_words import RolePlace

__all__ = ["is_same_once", "narrowed", "widened"]

BETWEEN = 3
"""Words between "former" and the role that it qualifies: "former Nordline chief executive"."""

DATES = frozenset({"DATE", "TIME"})


def widened(place: RolePlace, found: Found) -> Found:
    """A person's role with the words before it without which it is untrue: "then-President", "former Nordline chief executive"."""
    if not place.is_person:
        return found
    if place.doc[found.first].pos_ not in PRE_NOUN:
        return Found(found.first, _until(place, found.last), found.rank)
    first = _compound(place, found.first)
    seen = first - 1
    while seen >= place.start and first - seen <= BETWEEN:
        token = place.doc[seen]
        if _qualifies(place, seen, is_next=seen + 1 == first):
            first = _compound(place, seen)
            seen = first - 1
        elif token.pos_ in PRE_NOUN and token.ent_type_ not in DATES and not place.is_role(token):
            seen -= 1
        else:
            break
    return Found(first, _until(place, found.last), found.rank)


def _until(place: RolePlace, last: int) -> int:
    """The last token of a role with the date until which it was held: "mayor of Skarn until 2009"."""
    end = last + 1
    if place.word(end) not in {"until", "till"}:
        return last
    while end + 1 < place.end and place.doc[end + 1].ent_type_ == "DATE":
        end += 1
    return end if end > last + 1 else last


def _qualifies(place: RolePlace, position: int, *, is_next: bool) -> bool:
    """True iff a word says that a role is past, to come or filled for another; "then" may be "after that" instead."""
    word = place.word(position)
    if word in role_words("words.passing_office"):
        # "The board sacked chief executive Peter Wald" is a deed, not what he is.
        is_deed = word.endswith("ed") and position > place.start and place.doc[position - 1].pos_ not in {"DET", "ADP"}
        return not is_deed or word == "retired"
    if word not in role_words("words.once_office") or not is_next:
        return False
    before = place.doc[position - 1] if position > place.start else None
    # "In 2004, then President Wald", but "and then Mayor Solberg spoke".
    return before is not None and (before.pos_ in {"DET", "ADP"} or place.word(position - 2).isdigit())


def _compound(place: RolePlace, first: int) -> int:
    """The first token of the words that a hyphen ties to the token: of "then-US president", "soon-to-be-former mayor"."""
    doc = place.doc
    while first - 2 >= place.start and doc[first - 1].text == "-":
        if doc[first - 1].whitespace_ or doc[first - 2].whitespace_ or not doc[first - 2].text[0].isalnum():
            break
        first -= 2
    return first


def narrowed(place: RolePlace, found: Found, names: Iterable[Sequence[str]]) -> Found | None:
    """A person's role without the honorific that ends it; None where it is a nickname in quotation marks or the name again."""
    if not place.is_person:
        return found
    last, honorifics = found.last, role_words("nouns.honorifics")
    while last > found.first and bare_word(place.doc[last].text) in honorifics and _is_before_name(place, last):
        last -= 1
    tokens = place.doc[found.first : last + 1]
    words = [bare_word(token.text) for token in tokens if token.text[0].isalnum()]
    if not words or set(words) <= honorifics or any(set(words) <= set(name) for name in names):
        return None
    if last < found.last and not any(place.is_role(token) for token in tokens):
        return None
    return None if _is_quoted(place, tokens[0], tokens[-1]) else Found(found.first, last, found.rank)


def _is_before_name(place: RolePlace, position: int) -> bool:
    """True iff only honorifics stand between a token and the name behind it."""
    between = place.doc[position + 1 : place.name.first]
    return position < place.name.first and all(
        bare_word(token.text) in role_words("nouns.honorifics") for token in between
    )


def _is_quoted(place: RolePlace, first: Token, last: Token) -> bool:
    """True iff a quotation mark is closed between a role and the name behind it: Jonas "King" Wald."""
    following = last.i + 1
    is_closed = following < place.end and place.doc[following].is_quote and following <= place.name.first
    return is_closed and first.i > place.start and any(token.is_quote for token in place.doc[place.start : first.i])


def is_same_once(role: Sequence[Token], other: Sequence[Token]) -> bool:
    """True iff the other role is the same office as the first, called past or passing: "former mayor" beside "mayor"."""
    marks = role_words("words.passing_office") | role_words("words.once_office")
    words, others = ([token.lower_ for token in tokens if token.text != "-"] for tokens in (role, other))
    kept = [word for word in others if word not in marks]
    if set(words) & marks or len(kept) == len(others):
        return False
    drop = {"the", "a", "an", *OWNING}
    words, kept = [word for word in words if word not in drop], [word for word in kept if word not in drop]
    short, long = sorted((words, kept), key=len)
    return bool(short) and long[-len(short) :] == short
