"""Roles that a clause tells: "X is a minister", "X was elected as mayor", "X, who leads the union", "X, based in Skarn", "X of the union"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import BODIES, DETERMINERS, FINITE
from briefing.analysis.actors.role_words import ENDS, Found, role_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.role_words import RolePlace

__all__ = ["being", "membership", "participle_after", "relative_clause", "serving_as"]

LONGEST_BODY = 9
"""Tokens in the longest body that somebody is said to be of."""


def being(place: RolePlace) -> Found | None:
    """What the name is said to be: "is a former minister", "became leader of the party"."""
    root = place.root()
    verb = root.head
    if root.dep_ != "nsubj" or verb.lemma_.lower() not in role_words("words.being"):
        return None
    attribute = next((child for child in verb.children if child.dep_ == "attr" and child.i > root.i), None)
    if attribute is None or not place.is_role(attribute) or _is_unreal(verb):
        return None
    first = attribute.left_edge.i
    last = place.phrase(first)
    if last is None or last < attribute.i:
        return None
    is_named = any(child.lower_ in {"of", "for"} for child in attribute.children)
    return Found(first, last, 3) if place.doc[first].lower_ in DETERMINERS or is_named else None


def _is_unreal(verb: Token) -> bool:
    """True iff a clause is denied, over ("no longer"), asked or merely possible."""
    return any(
        child.dep_ == "neg" or child.lower_ == "longer" or child.tag_ in {"MD", "TO", "WRB", "WP"}
        for child in verb.children
    )


def serving_as(place: RolePlace) -> Found | None:
    """What the name serves as: "was elected as mayor of Skarn", "served as governor"."""
    root = place.root()
    verb = root.head
    if (
        not place.is_person
        or root.dep_ not in {"nsubj", "nsubjpass"}
        or verb.lemma_.lower() not in role_words("words.serving" if root.dep_ == "nsubj" else "words.chosen")
        or _is_unreal(verb)
    ):
        return None
    for child in verb.children:
        nouns: Sequence[Token] = [child] if child.dep_ == "oprd" else ()
        if child.lower_ == "as" and child.dep_ == "prep":
            nouns = [word for word in child.children if word.dep_ == "pobj"]
        for noun in nouns:
            last = place.phrase(noun.left_edge.i) if place.is_role(noun) else None
            if last is not None and last >= noun.i:
                return Found(noun.left_edge.i, last, 2)
    return None


def membership(place: RolePlace) -> Found | None:
    """Where somebody belongs: "of the Development Programme", ", 47, from Skarn"."""
    position = place.name.last + 1
    if place.word(position) == ",":
        position = place.beyond_age() + 1
    if not place.is_person or place.word(position) not in {"of", "from"} or position + 1 >= place.end:
        return None
    last = position
    while (
        last + 1 < place.end
        and (place.doc[last + 1].pos_ == "PROPN" or place.word(last + 1) in {"the", "of", "for", "'s"})
        and last - position < LONGEST_BODY
    ):
        last += 1
    while last > position and place.doc[last].pos_ != "PROPN":
        last -= 1
    is_body = last > position and not any(
        place.vocabulary.heads.get(token.text) == "other" for token in place.doc[position : last + 1]
    )
    return Found(position, last, 2) if is_body else None


def participle_after(place: RolePlace) -> Found | None:
    """What is said of a body with a participle behind the comma: ", based in Skarn,"."""
    position = place.beyond_brackets()
    if place.kind not in BODIES or place.word(position) != "," or position + 2 >= place.end:
        return None
    first = position + 1
    is_participle = place.doc[first].tag_ == "VBN" and place.doc[first].lower_ in role_words("words.participles")
    if not is_participle or place.word(first + 1) not in {"by", "in", "at", "near"}:
        return None
    last = _end_of_clause(place, first)
    return Found(first, last, 2) if last is not None else None


def relative_clause(place: RolePlace) -> Found | None:
    """The relative clause after the name: "who leads the union", ", which runs the ferries"."""
    position = place.beyond_age() if place.is_person else place.beyond_brackets()
    is_set_off = place.word(position) in {",", "–", "—", "--"}
    position += is_set_off
    relative = "who" if place.is_person else "which"
    if place.word(position) != relative or position + 2 >= place.end:
        return None
    if not place.is_person and not (place.kind in BODIES and is_set_off):
        return None
    is_adverb = place.doc[position + 1].tag_ == "RB" and place.doc[position + 1].dep_ != "neg"
    verb = place.doc[position + 1 + is_adverb]
    if verb.tag_ not in FINITE - {"MD"} or _tells_little(place, verb):
        return None
    last = _end_of_clause(place, position)
    return Found(position, last, 1) if last is not None else None


def _tells_little(place: RolePlace, helper: Token) -> bool:
    """True iff the verb of a relative clause says what happened by the way, or how somebody is called: "who died", "which was known as"."""
    verb = helper.head if helper.dep_ in {"aux", "auxpass"} else helper
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return not any(child.dep_ == "attr" and place.is_role(child) for child in verb.children)
    is_denied = any(child.dep_ == "neg" for child in verb.children)
    human = not place.is_person and lemma in place.vocabulary.human
    return is_denied or human or lemma in role_words("words.passing")


def _end_of_clause(place: RolePlace, first: int) -> int | None:
    """The last token before the next mark; brackets with an acronym end it too, a quotation spoils it."""
    last = first
    while last + 1 < place.end and place.doc[last + 1].text not in ENDS:
        last += 1
    following = place.word(last + 1)
    if following in {'"', "“", "”", "[", ":"} or last - first < 2:  # noqa: PLR2004 - "who left" says nothing
        return None
    if following == "(":
        closing = next((at for at in range(last + 2, min(place.end, last + 6)) if place.word(at) == ")"), None)
        if closing is None or place.word(closing + 1) not in ENDS:
            return None
    return last
