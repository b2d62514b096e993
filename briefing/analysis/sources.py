"""What kind of source stands behind a statement: the word that names the speaker, and its actor, in; a `SourceKind` out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.findings import Actor, ActorKind, SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["source_of"]

INDEFINITE = {
    "a",
    "an",
    "another",
    "any",
    "each",
    "few",
    "many",
    "more",
    "most",
    "one",
    "several",
    "some",
    "two",
    "three",
    "various",
}
PRESS = {"news", "press", "television", "broadcasting"}
DEFINITE = {"the", "his", "her", "its", "their", "our"}


def source_of(speaker: Token | None, actor: Actor | None, *, by_name: bool = False) -> SourceKind:
    """The kind of source that a speaker is; unnamed where there is no speaker. Never `author`.

    Args:
        speaker: The word that heads the words that say who.
        actor: Who that is, where it is known.
        by_name: True iff the speaker's words are a name of that actor.
    """
    if speaker is None:
        return SourceKind.UNNAMED
    lexicon = load_lexicon("speech")
    lemma = speaker.lemma_.lower()
    if lemma in lexicon.words("nouns.hearsay"):
        return SourceKind.HEARSAY
    named = (
        by_name
        or speaker.pos_ == "PROPN"
        or any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in speaker.children)
    )
    person = actor is not None and actor.kind is ActorKind.PERSON
    if person and (named or speaker.pos_ == "PRON" or _is_definite(speaker)):
        return SourceKind.NAMED
    if {lemma, speaker.lower_} & lexicon.words("nouns.documents"):
        return SourceKind.DOCUMENT
    office = lemma in lexicon.words("nouns.offices") and _is_definite(speaker)
    if lemma in lexicon.words("nouns.bodies") and not _is_of_the_press(speaker):
        return SourceKind.UNNAMED if _is_vague(speaker) and not named else SourceKind.OFFICIAL
    if named and actor is not None and _is_official(actor):
        return SourceKind.OFFICIAL
    known = actor is not None and (speaker.pos_ == "PRON" or _is_definite(speaker))
    if named or known or (lemma in lexicon.words("nouns.collectives") and _has_owner(speaker)):
        return SourceKind.NAMED
    return SourceKind.OFFICIAL if office else SourceKind.UNNAMED


def _is_official(actor: Actor) -> bool:
    """True iff an actor is a state or has a public body's name: "Joint River Command", "Ministry of Health"; not "Norland News Agency"."""
    if actor.kind is not ActorKind.ORGANISATION:
        return actor.kind is ActorKind.COUNTRY
    words = actor.name.lower().split() or [""]
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in load_lexicon("speech").words("nouns.bodies") and not PRESS & set(words)


def _has_owner(noun: Token) -> bool:
    """True iff the words before a noun name whose it is: "Holm's campaign", "the Nordline board"."""
    return any(
        child.i < noun.i and (child.pos_ == "PROPN" or (child.dep_ == "poss" and child.pos_ != "NOUN"))
        for child in noun.children
    )


def _is_definite(noun: Token) -> bool:
    """True iff a noun has a definite article or an owner: it points to somebody the text has told of."""
    return any(child.lower_ in DEFINITE or child.dep_ == "poss" for child in noun.children)


def _is_vague(noun: Token) -> bool:
    """True iff a noun is one person of several and carries no name: "a judge", "two prosecutors".

    A spokesman stands for a body, whatever his article; so does a body of which there are many: "a court in Oslo".
    """
    lemma = noun.lemma_.lower()
    if lemma.startswith("spokes"):
        return not any(
            child.dep_ in ("prep", "compound", "poss", "amod", "nmod") or child.lower_ == "the"
            for child in noun.children
        )
    return lemma in load_lexicon("speech").words("nouns.officers") and any(
        child.lower_ in INDEFINITE for child in noun.children
    )


def _is_of_the_press(noun: Token) -> bool:
    """True iff a body reports the news and holds no office: "the Norland News Agency"."""
    return any(child.lower_ in PRESS for child in noun.children)
