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


class Holders:
    """Finds what hands over a passage of mixed speech."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        lexicon = load_lexicon("speech")
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
