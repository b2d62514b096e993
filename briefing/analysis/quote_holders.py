"""Who speaks a passage in marks in the midst of a sentence: from the verbs above it and about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.analysis.quote_surroundings import MAX_CLIMB, REACH, SCARE_WORDS, Surroundings
from briefing.analysis.speakers import speaker_of
from briefing.analysis.speech import Attribution
from briefing.lexicon import load_lexicon
from briefing.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.marks import Marked

__all__ = ["Holders"]

NEAR = 12
"""Tokens before a passage in which a verb of naming is looked for."""
FINITE = ("VBD", "VBZ", "VBP")
"""Tags of a verb that may stand without another."""
ENDS = frozenset({";", ":", ".", "?", "!"})
"""What ends the search for the verb before a passage."""


class Holders:
    """Finds what hands over a passage of mixed speech."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        lexicon = load_lexicon("speech")
        self.dubbing = lexicon.words("dubbing")
        self.dubbing_as = self.dubbing | frozenset(
            verb for verb, words in lexicon.table("preposition").items() if "as" in words
        )
        self.naming = (
            lexicon.words("naming")
            | lexicon.words("saying")
            | lexicon.words("object")
            | frozenset(lexicon.table("preposition"))
        )

    def widest(self, passage: Marked, sentence: str) -> Attribution | None:
        """The attribution in whose reported words a passage stands, the outermost of several; or None."""
        holders = [
            one
            for one in self.around.attributions.get(sentence, ())
            if any(passage.inner.overlap(part) for part in one.content)
        ]
        return max(holders, key=lambda one: sum(len(part) for part in one.content)) if holders else None

    def nearest(self, passage: Marked, sentence: str) -> Attribution | None:
        """The verb of saying nearest to a passage in the sentences that it touches, whatever the parse makes of them; or None."""
        last = self.around.document.sentence_at(passage.inner.end - 1).id
        found: tuple[int, Attribution] | None = None
        for identity in (sentence,) if last == sentence else (sentence, last):
            for one in self.around.attributions.get(identity, ()):
                gap = max(passage.outer.start - one.cue.end, one.cue.start - passage.outer.end)
                if (
                    one.speaker is not None
                    and self.around.says(one)
                    and 0 <= gap < REACH
                    and (not found or gap < found[0])
                ):
                    found = gap, one
        return found[1] if found else None

    def governed(self, passage: Marked, sentence: str) -> tuple[Attribution, Span] | None:
        """The verb above a passage and the words from the verb to the passage's end, where its subject can speak."""
        parse = self.around.parses.get(sentence)
        if parse is None:
            return None
        inside = [token for token in parse.tokens if passage.inner.start <= start_of(token) < passage.inner.end]
        if not inside:
            return None
        indices = {token.i for token in inside}
        head = next((token for token in inside if token.head.i not in indices), inside[0])
        for _ in range(MAX_CLIMB):
            if head.head.i == head.i:
                return None
            head = head.head
            if head.pos_ in ("VERB", "AUX") and head.i not in indices and not self.around.is_marked(start_of(head)):
                naming = head.lemma_.lower() in self.naming
                subject = speaker_of(head) if naming else _speaking_subject(head)
                end = start_of(head) + len(head)
                known = naming or len(inside) > SCARE_WORDS
                if subject is not None and known and end < passage.outer.start:
                    cue = Span(start_of(head), end)
                    content = Span(end + 1, passage.outer.end)
                    return Attribution(cue, head, subject, (content,), "bare"), content
        return None

    def dubbed(self, passage: Marked, sentence: str) -> tuple[Attribution, Span] | None:
        """The verb of naming before a passage and the words from it to the passage's end, read from the order of the words.

        "The board’s lawyers called the plan a “sham”", "hailed it as “bold”": marks lead the parse astray, the order stays.
        """
        parse = self.around.parses.get(sentence)
        if parse is None:
            return None
        before = [token for token in parse.tokens if start_of(token) < passage.outer.start]
        has_as = False
        for token in reversed(before[-NEAR:]):
            has_as |= token.lower_ == "as"
            dubs = token.lemma_.lower() in (self.dubbing_as if has_as else self.dubbing)
            if token.text in ENDS or (token.tag_ in FINITE and not dubs) or self.around.is_marked(start_of(token)):
                return None
            if dubs and token.tag_ in (*FINITE, "VBN", "VBG"):
                end = start_of(token) + len(token)
                between = self.around.text[end : passage.outer.start]
                subject = speaker_of(token) or _subject_before(token)
                if subject is None or not between[:1].isspace() or (not between.strip() and token.tag_ == "VBN"):
                    return None
                cue, content = Span(start_of(token), end), Span(end + 1, passage.outer.end)
                return Attribution(cue, token, subject, (content,), "bare"), content
        return None


def _subject_before(verb: Token) -> Token | None:
    """The nearest word before a verb that can be its subject by its form; None where another verb stands between."""
    first = max(verb.sent.start, verb.i - NEAR)
    for token in reversed(verb.doc[first : verb.i]):
        if token.tag_ in FINITE and token.lemma_ not in {"have", "be"}:
            return None
        if token.dep_ in ("nsubj", "ROOT") and token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token
    return None


def _is_voice(noun: Token) -> bool:
    """True iff a noun is a body, an office or a document: "the ad", "the ministry"."""
    lexicon = load_lexicon("speech")
    return noun.pos_ == "NOUN" and any(
        noun.lemma_.lower() in lexicon.words(name) for name in ("nouns.documents", "nouns.bodies", "nouns.offices")
    )


def _speaking_subject(verb: Token) -> Token | None:
    """The subject of a verb where it is somebody: a name or a personal pronoun."""
    for child in verb.children:
        if child.dep_ == "nsubj" and (
            child.pos_ == "PROPN" or child.lower_ in {"he", "she", "they", "i", "we"} or _is_voice(child)
        ):
            return child
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.i != verb.i:
        return next(
            (
                child
                for child in verb.head.children
                if child.dep_ == "nsubj" and (child.pos_ == "PROPN" or child.lower_ in {"he", "she", "they"})
            ),
            None,
        )
    return None
