"""Who an actor is, in the article's words: names with their sentences in, the best role as a span out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import DETERMINERS
from briefing.analysis.actors.role_clauses import being, membership, participle_after, relative_clause, serving_as
from briefing.analysis.actors.role_phrases import (
    apposition_after,
    apposition_before,
    noun_after,
    noun_of,
    tied_before,
    title_before,
)
from briefing.analysis.actors.role_qualifiers import is_same_once, narrowed, widened
from briefing.analysis.actors.role_words import OWNING, Found, RolePlace, role_words
from briefing.analysis.parse import span_between, start_of
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Words
    from briefing.analysis.actors.merging import Cluster
    from briefing.analysis.actors.vocabulary import Vocabulary
    from briefing.model.text import Span

__all__ = ["described_role", "find_role"]

PATTERNS = (
    apposition_after,
    apposition_before,
    title_before,
    noun_of,
    noun_after,
    being,
    serving_as,
    membership,
    participle_after,
    relative_clause,
    tied_before,
)

PRONOUNS = frozenset({"its", "his", "her", "their", "our", "my"})

LOOKED_AT = 12
"""Mentions in which a role is looked for: who somebody is stands where they come in."""

LONGEST = 14
"""Words in the longest role: what is longer is no label for a card."""

STOPS = frozenset(
    {"in", "at", "with", "from", "since", "during", "under", "on", "until", "who", "that", "which", "for", "and", "to"}
)
"""Words before which a role that is too long may end."""

SHORTEST_CUT = 3
"""Words that are left of a role that was cut."""


def find_role(cluster: Cluster, sentences: Sequence[Words], vocabulary: Vocabulary) -> Span | None:
    """The article's words that say who an actor is; None where it does not say."""
    if cluster.kind is ActorKind.COUNTRY:
        return None
    told: list[tuple[int, TokenSpan]] = []
    keys = [name.key for name in cluster.names]
    for name in cluster.names[:LOOKED_AT]:
        if name.how in {"body", "coalition", "capital", "demonym", "seat"} or name.in_headline:
            continue
        tokens = sentences[name.sentence].parsed.tokens
        place = RolePlace(tokens, name, cluster.kind, vocabulary)
        for find in PATTERNS:
            found = find(place)
            found = narrowed(place, found, keys) if found is not None else None
            found = _telling(place, found) if found is not None else None
            if found is not None:
                found = widened(place, found)
                told.append((found.rank, tokens.doc[found.first : found.last + 1]))
    if not told:
        return None
    best = max(told, key=lambda row: row[0])[1]
    # The office of "President Wald" is past where the text says "then-President Wald" elsewhere.
    best = next((other for _, other in told if is_same_once(list(best), list(other))), best)
    return span_between(best[0], best[-1])


def described_role(cluster: Cluster, role: Span | None, sentences: Sequence[Words]) -> Span | None:
    """The role, or the text's own description of the actor ("the Liberal candidate") where it has none or one out of date."""
    if cluster.kind not in {ActorKind.PERSON, ActorKind.GROUP} or (
        role is not None and not _is_past(role, cluster, sentences)
    ):
        return role
    for name in cluster.references:
        words = sentences[name.sentence].parsed.tokens.doc[name.first : name.last + 1]
        is_long = len(words) > 1 or (words[0].text.istitle() and words[0].lower_ in role_words("nouns.contenders"))
        is_telling = is_long and words[0].text not in OWNING and not _is_loose(list(words))
        if name.how == "description" and is_telling and words[-1].tag_ in {"NN", "NNP"}:
            return name.span
    return role


def _is_past(role: Span, cluster: Cluster, sentences: Sequence[Words]) -> bool:
    """True iff a role is a relative clause of what somebody was once: "who served as secretary"."""
    for name in cluster.names[:LOOKED_AT]:
        tokens = sentences[name.sentence].parsed.tokens
        for token in tokens:
            if start_of(token) == role.start:
                return token.lower_ == "who" and token.i + 1 < tokens.end and tokens.doc[token.i + 1].tag_ == "VBD"
    return False


def _telling(place: RolePlace, found: Found) -> Found | None:
    """A role that stands alone on a card: without a pronoun whose owner the card does not show, not too long; None where none is left."""
    doc, first, last = place.doc, found.first, found.last
    if doc[first].lower_ in PRONOUNS and first < last:
        first += 1
    is_dropped = first > 0 and doc[first - 1].lower_ in PRONOUNS
    short = _cut(list(doc[first : last + 1]), place)
    if short is None:
        return None
    last = _without_rest(place, first, first + short - 1)
    tokens = [token for token in doc[first : last + 1] if token.lower_ not in DETERMINERS]
    whole = list(doc[first : last + 1])
    if not tokens or _is_loose(whole) or _names_another(whole, place) or _lacks_owner(whole, is_dropped=is_dropped):
        return None
    words = [token.lower_ for token in tokens]
    if place.is_person and _is_plural(tokens):
        return None
    if len(words) == 1 and whole[0].lower_ in {"one", "another"}:
        return None
    if len(words) == 1 and doc[last].is_lower:
        if words[0] in role_words("nouns.ambiguous"):
            return None
        if words[0] in role_words("nouns.related"):
            return None
    if words[0] in role_words("nouns.anybody") and (len(words) == 1 or tokens[1].tag_ in {"VBG", "IN"}):
        return None
    return Found(first, last, found.rank)


def _cut(tokens: Sequence[Token], place: RolePlace) -> int | None:
    """How many tokens of a role are shown: all, or those before a phrase that makes it too long; None where it cannot be cut."""
    ends = [at for at, token in enumerate(tokens, 1) if not token.is_punct]
    if len(ends) <= LONGEST:
        return len(tokens)
    for at in range(LONGEST, SHORTEST_CUT, -1):
        is_headed = any(place.is_role(token) for token in tokens[:at])
        if tokens[at].lower_ in STOPS and is_headed and not tokens[at - 1].is_punct:
            return at
    return None


def _without_rest(place: RolePlace, first: int, last: int) -> int:
    """The last word of a role without the beginning of what was cut off: "a guard hurt" (while ...), "a club for sports such" (as ...)."""
    doc = place.doc
    while last > first:
        token = doc[last]
        is_begun = token.tag_ in {"VBN", "VBG"} and token.dep_ == "acl" and token.head.i == last - 1
        if not (token.lower_ == "such" or (is_begun and place.is_role(token.head) and token.n_rights)):
            break
        last -= 1
    return last


def _is_plural(tokens: Sequence[Token]) -> bool:
    """True iff the noun that heads a role is a plural, which is no one person."""
    end = next((at for at, token in enumerate(tokens) if token.pos_ == "ADP" and at), len(tokens))
    return tokens[0].lower_ not in {"who", "of", "from"} and tokens[end - 1].tag_ == "NNS"


def _is_loose(tokens: Sequence[Token]) -> bool:
    """True iff a role points at something that its card does not show, or ends in the middle of a phrase."""
    last = tokens[-1]
    if last.lower_ in {"question", "former", "latter"}:
        return True
    if any(token.lower_ in PRONOUNS - {"his", "her"} or token.lower_ in {"this", "them", "it"} for token in tokens[1:]):
        return True
    return last.pos_ in {"ADP", "DET", "CCONJ", "PART"} and last.text not in OWNING


def _lacks_owner(tokens: Sequence[Token], *, is_dropped: bool) -> bool:
    """True iff a role says what somebody is to one whom the card does not show: "Maravian counterpart", "older brother"."""
    if tokens[0].lower_ in {"who", "which", "of", "from"}:
        return False
    end = next((at for at, token in enumerate(tokens) if at and token.pos_ == "ADP"), len(tokens))
    head = tokens[end - 1]
    if head.lower_ not in role_words("nouns.related") or any(token.text in OWNING for token in tokens[: end - 1]):
        return False
    return end == len(tokens) and (is_dropped or head.lower_ in role_words("nouns.kin"))


def _names_another(tokens: Sequence[Token], place: RolePlace) -> bool:
    """True iff the words are a name themselves, the next in a row ("the Skarn Group"), or name another person in that row."""
    if not place.is_person:
        named = [token for token in tokens if token.lower_ not in DETERMINERS and token.text[0].isalpha()]
        return len(named) > 1 and all(token.text[0].isupper() for token in named)
    kin = role_words("nouns.kin")
    if any(token.lower_ in kin and after.pos_ == "PROPN" for token, after in pairwise(tokens)):
        # "Ida Berg, daughter Anna and ..." is a row of people.
        return True
    is_owned = False
    for at, token in enumerate(tokens):
        # "the husband of Ida Berg", but not "leader of the union and Ida Berg".
        is_owned = token.pos_ == "ADP" or (is_owned and token.pos_ != "CCONJ")
        is_name = token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and not place.is_role(token)
        is_owner = token.dep_ == "compound" or any(after.text in OWNING for after in tokens[at + 1 : at + 4])
        if is_name and not is_owner and not is_owned:
            return True
    return False
