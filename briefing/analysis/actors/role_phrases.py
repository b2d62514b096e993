"""Roles that are nouns beside a name: the title before it, the apposition behind or before it, what it is "the ... of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.actors.mentions import DETERMINERS, FINITE
from briefing.analysis.actors.role_words import ENDS, MODIFIERS, OWNING, PRE_NOUN, WIDEST, Found, role_words
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.actors.role_words import RolePlace

__all__ = ["apposition_after", "apposition_before", "noun_after", "noun_of", "tied_before", "title_before"]

BEFORE_COMMA = frozenset({"to", "by", "with", "from", "against", "of", "for"})
"""Prepositions whose object may be a role with the name behind it: "according to a spokesman, Jonas Berg,"."""

PLURALS = frozenset({"NNS", "NNPS"})

REACH = 8
"""Tokens from "of" or "for" back to the office that they belong to: "secretary of the navy for supplies"."""


def title_before(place: RolePlace) -> Found | None:
    """Title or role directly before the name: "US Special Representative", "the Nordline spokesman"."""
    doc, start = place.doc, place.start
    last = _before_courtesy(place)
    if last < start:
        return None
    token = doc[last]
    if token.lower_ in {"designate", "elect"} and last - 2 >= start and doc[last - 1].text == "-":
        token = doc[last - 2]
    names_office = place.is_role(token) or (
        place.is_person and (token.lower_.rstrip(".") in place.vocabulary.title_heads or place.name.title is not None)
    )
    if not names_office or token.pos_ not in PRE_NOUN:
        return _office_of_named(place, token)
    first = token.i
    # "husband of aide Ida Berg" says who is the aide; "secretary of state Ida Berg" needs its "of".
    is_whole = place.is_person and place.is_role(token)
    while first - 1 >= start:
        if is_whole and doc[first - 1].lower_ in {"of", "for"}:
            break
        step = _step_back(place, first - 1)
        if step is None:
            break
        first = step
    while first < last and doc[first].text in {"-", "and", "of", *OWNING}:
        first += 1
    if not place.is_person and place.word(first - 1) in {"a", "an"}:
        # "an airline Nordline wants to buy" says nothing of Nordline.
        return None
    if not any(_is_office(place, word) for word in doc[first : last + 1]):
        return None
    if first == last and not place.is_person and not _is_tied(place, token):
        return None
    if first > start and doc[first - 1].lower_ == "the" and any(word.text in OWNING for word in doc[first:last]):
        first -= 1
    return Found(first, last, 4 if last > first else 3)


def _office_of_named(place: RolePlace, token: Token) -> Found | None:
    """The office before a person's name that ends in the name of what it is for: "Minister for the Middle East Ida Solberg"."""
    name = place.name
    if not place.is_person or token.pos_ != "PROPN" or token.ent_type_ == "PERSON" or name.first == name.last:
        return None
    for at in range(token.i - 1, max(place.start, token.i - REACH), -1):
        word = place.doc[at]
        if word.lower_ in {"of", "for"}:
            office = place.doc[at - 1]
            if not _is_office(place, office) or not office.text[0].isupper():
                return None
            first = office.i
            while first > place.start and (step := _step_back(place, first - 1)) is not None:
                first = step
            return Found(first, token.i, 4)
        if word.pos_ != "PROPN" and word.lower_ not in {"the", "and"}:
            return None
    return None


def _is_tied(place: RolePlace, noun: Token) -> bool:
    """True iff the parse joins a noun and the name of a body behind it in one phrase."""
    first, last = place.name.first, place.name.last
    return first <= noun.head.i <= last or place.root().head.i == noun.i or place.root().head.i == noun.head.i


def _before_courtesy(place: RolePlace) -> int:
    """The place of the word before the name and its "Mr"; before the sentence where there is none, or where "Dr" alone stands there."""
    doc, first = place.doc, place.name.first
    while first > place.start and doc[first - 1].is_space:
        first -= 1
    while first > place.start and doc[first - 1].lower_.rstrip(".") in place.vocabulary.courtesy:
        first -= 1
        if first == place.start or doc[first - 1].pos_ not in {"NOUN", "PROPN"}:
            return place.start - 1
    return first - 1


def _is_office(place: RolePlace, token: Token) -> bool:
    return place.is_role(token) or (place.is_person and token.lower_.rstrip(".") in place.vocabulary.title_heads)


def _step_back(place: RolePlace, position: int) -> int | None:
    """Where the noun phrase that ends in the title goes on to the left; None where it begins."""
    token = place.doc[position]
    if token.text in {"-", *OWNING} or token.is_space:
        return position
    if token.lower_ == "the" and place.word(position - 1) in {"of", "for"}:
        return _office_before(place, position - 1)
    if token.lower_ in {"of", "for"}:
        return _office_before(place, position)
    if token.lower_ in {"and", ","}:
        return _joined_before(place, position)
    is_part = (
        token.pos_ in PRE_NOUN
        and token.ent_type_ not in {"DATE", "TIME"}
        and not (token.ent_type_ == "PERSON" and not place.is_role(token) and not _owns(place, position))
    )
    return position if is_part else None


def _joined_before(place: RolePlace, position: int) -> int | None:
    """The place of the noun before "and" that belongs to the same title: "president and CEO", "computer and electronics maker"."""
    doc, left, right = place.doc, position - 1, position + 1
    if left < place.start or doc[left].pos_ not in PRE_NOUN or doc[left].tag_ in PLURALS:
        return None
    if doc[left].lower_ in role_words("nouns.kin"):
        # "Ida Berg's widow and daughter Anna": two people.
        return None
    is_list = doc[position].text == ","
    if is_list and place.word(right + 1) not in {"and", ","}:
        return None
    if _is_office(place, doc[left]) and _is_office_near(place, right):
        first = left
        while first > place.start and doc[first - 1].pos_ in PRE_NOUN:
            first -= 1
        # "the mayor and minister Ida Berg" may be two people.
        return left if place.word(first - 1) not in DETERMINERS else None
    is_part = doc[left].dep_ in {"compound", "nmod", "amod"} and right < doc[left].head.i < place.name.first
    return left if is_part and not is_list and not _is_office(place, doc[right]) else None


def _is_office_near(place: RolePlace, first: int) -> bool:
    """True iff an office stands at a place or behind the nouns and adjectives that begin there."""
    for token in place.doc[first : place.name.first]:
        if _is_office(place, token):
            return True
        if token.pos_ not in PRE_NOUN:
            return False
    return False


def _owns(place: RolePlace, position: int) -> bool:
    """True iff a person's name says whose office it is: "Ida Berg's aide", "the Berg aide"."""
    token = place.doc[position]
    if token.dep_ == "compound" and token.head.i > position and _is_office(place, token.head):
        return True
    return any(after.text in OWNING for after in place.doc[position + 1 : position + 4])


def _office_before(place: RolePlace, position: int) -> int | None:
    """The place of the office that "of" or "for" at a place belongs to, in its noun phrase to the left; None where there is none."""
    for at in range(position - 1, max(place.start, position - REACH) - 1, -1):
        token = place.doc[at]
        if _is_office(place, token) and token.pos_ in PRE_NOUN:
            return at
        if token.pos_ not in PRE_NOUN and token.lower_ not in {"of", "the", "for"}:
            return None
    return None


def tied_before(place: RolePlace) -> Found | None:
    """What ties a body to a place or an owner, before its name: "Skarn-based"."""
    if place.kind not in {ActorKind.ORGANISATION, ActorKind.GROUP}:
        return None
    doc, last = place.doc, place.name.first - 1
    if last < place.start:
        return None
    if doc[last].lower_.rpartition("-")[2] in role_words("words.tied") and "-" in doc[last].text:
        return Found(last, last, 1)
    if doc[last].lower_ not in role_words("words.tied") or last - 2 < place.start or doc[last - 1].text != "-":
        return None
    first = last - 2
    while first > place.start and doc[first].pos_ == doc[first - 1].pos_ == "PROPN":
        first -= 1
    return Found(first, last, 1) if doc[first].text[0].isalpha() else None


def noun_of(place: RolePlace) -> Found | None:
    """The noun that a place's name completes: "the mill town of Skarn"; only where it says more than "the town"."""
    doc, of = place.doc, place.name.first - 1
    if place.kind is not ActorKind.PLACE or place.word(of) != "of" or of - 2 < place.start:
        return None
    head = doc[of - 1]
    if head.lower_ not in place.vocabulary.place_nouns:
        return None
    first = head.i
    while first - 1 >= place.start and (doc[first - 1].pos_ in PRE_NOUN or doc[first - 1].text == "-"):
        first -= 1
    return Found(first, head.i, 3) if first < head.i and doc[first].text[0].isalpha() else None


def noun_after(place: RolePlace) -> Found | None:
    """The noun behind a body's name that says what it is: "the Norhavn ferry company", "the Nordline chain of hotels"."""
    if place.kind not in {ActorKind.ORGANISATION, ActorKind.GROUP}:
        return None
    doc, first = place.doc, place.name.last + 1
    head = place.root().head
    is_noun = (
        head.tag_ == "NN" and head.lower_ in role_words("nouns.after") and place.root().dep_ in {"compound", "nmod"}
    )
    if not is_noun or not first <= head.i < min(place.end, first + MODIFIERS):
        return None
    if any(not word.is_lower or word.pos_ not in PRE_NOUN for word in doc[first : head.i + 1]):
        return None
    last = head.i
    if place.word(last + 1) == "of" and (last + 2 < place.end and doc[last + 2].tag_ in {"NN", "NNS", "JJ"}):
        last += 2
        while last + 1 < place.end and doc[last].pos_ in PRE_NOUN and doc[last + 1].tag_ in {"NN", "NNS"}:
            last += 1
    if last + 1 < place.end and (doc[last + 1].pos_ in PRE_NOUN or doc[last + 1].text in {"-", *OWNING}):
        return None
    return Found(first, last, 3)


def apposition_after(place: RolePlace) -> Found | None:
    """Apposition after the name: ", a spokesman for the union,"."""
    doc = place.doc
    position = place.beyond_age() + 1
    if place.word(position - 1) not in {",", "–", "—"} or position >= place.end:
        return None
    token = doc[position]
    is_determined = token.lower_ in DETERMINERS
    if not (
        is_determined or token.lower_ in role_words("words.once") or token.pos_ in PRE_NOUN or place.is_role(token)
    ):
        return None
    last = place.phrase(position)
    if last is None:
        return None
    following = doc[last + 1] if last + 1 < place.end else None
    if following is not None and following.tag_ in FINITE and not _is_subject_of(place, following):
        return None
    if following is not None and following.lower_ == "and" and not is_determined:
        return None
    if is_determined and following is not None and following.lower_ in {"that", "who", "which"}:
        last = _with_clause(place, position, last)
    return Found(position, last, 6 if is_determined else 5)


def _is_subject_of(place: RolePlace, verb: Token) -> bool:
    """True iff a sentence begins with a person's name and goes on behind its apposition without the comma: "Ida Berg, the mayor said"."""
    begins = place.name.first if place.name.title is None else place.start
    return place.is_person and begins == place.start and place.root().head.i in {verb.i, verb.head.i}


def _with_clause(place: RolePlace, first: int, last: int) -> int:
    """The last token of an apposition whose noun says nothing without the clause behind it: "the company that supplies the water"."""
    words = [token.lower_ for token in place.doc[first : last + 1] if token.lower_ not in DETERMINERS]
    if len(words) != 1 or words[0] not in role_words("nouns.anybody") | role_words("nouns.related"):
        return last
    position = last + 1
    while position < place.end and place.doc[position].text not in ENDS:
        position += 1
    return position - 1


def apposition_before(place: RolePlace) -> Found | None:
    """The role before the name and a comma: "The line's chief executive, Ida Solberg,"."""
    doc, comma = place.doc, place.name.first - 1
    if place.word(comma) != "," or not _ends_well(place):
        return None
    position = comma - 1
    while position >= place.start and comma - position <= WIDEST:
        token = doc[position]
        if token.text in ENDS or token.tag_ in FINITE:
            return None
        if token.lower_ in DETERMINERS and place.phrase(position) == comma - 1:
            return _from_determiner(place, position, comma)
        if token.text in OWNING and (owned := _owned(place, position, comma)) is not None:
            return owned
        position -= 1
    return None


def _ends_well(place: RolePlace) -> bool:
    """True iff what follows the name lets it be the apposition of what stands before it: a mark, a verb, "and its"."""
    after = place.name.last + 1
    if after >= place.end or place.word(after) in ENDS or place.doc[after].tag_ in FINITE:
        return True
    return place.word(after) == "and" and after + 1 < place.end and place.doc[after + 1].tag_ == "PRP$"


def _from_determiner(place: RolePlace, position: int, comma: int) -> Found | None:
    doc = place.doc
    head = next((t for t in doc[position:comma] if t.pos_ in {"NOUN", "PROPN"} and place.is_role(t)), None)
    before = doc[position - 1] if position > place.start else None
    if (
        before is not None
        and before.lower_ in {"of", "for"}
        and (office := _office_before(place, before.i)) is not None
    ):
        # "the chairwoman of the ferry board, Ida Solberg": the office is the one that is of something.
        while office > place.start and doc[office - 1].pos_ in PRE_NOUN:
            office -= 1
        position = office - (office > place.start and doc[office - 1].lower_ in DETERMINERS)
        before = doc[position - 1] if position > place.start else None
    is_free = before is None or before.pos_ != "ADP" or before.lower_ in BEFORE_COMMA
    if not place.is_person and place.kind is not ActorKind.PLACE and doc[comma - 1].pos_ == "PROPN":
        # "the fleets of Skarn, Norhavn and Oru": the next in a row.
        return None
    return Found(position, comma - 1, 5) if head is not None and is_free else None


def _owned(place: RolePlace, owning: int, comma: int) -> Found | None:
    """The role that begins with a name that owns it: "Norland's trade minister,"."""
    doc, first = place.doc, owning
    while first > place.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    before = doc[first - 1] if first > place.start else None
    if first == owning or (before is not None and (before.lower_ in DETERMINERS or before.text == "-")):
        return None
    is_role = any(place.is_role(token) and token.pos_ in PRE_NOUN for token in doc[owning + 1 : comma])
    return Found(first, comma - 1, 5) if is_role and place.phrase(first) == comma - 1 else None
