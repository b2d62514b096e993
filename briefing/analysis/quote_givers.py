"""Who speaks a passage in marks that stands by itself: from the words before it, behind it, and in the paragraph before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between, start_of
from briefing.analysis.pronouns import HE_OR_SHE
from briefing.analysis.quote_surroundings import REACH, Surroundings
from briefing.analysis.speakers import speaker_beside
from briefing.analysis.speech import Attribution
from briefing.lexicon import load_lexicon
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.marks import Marked
    from briefing.model.text import Sentence

__all__ = ["Givers"]

TERMINAL = re.compile(r"(?:[a-z)]{4}[.!?]|;)(?=\s)")
SIGNATURE = re.compile(
    r"[ \t\xa0\n]{0,2}(?:[―—–-]|--)[ \t\xa0]*(?P<name>[^\W\d_a-z][^\n,;:]{2,50}?)(?=[ \xa0.]*(?:\n|$)|,)"
)
"""The name behind a quotation at the end of a line."""
SIGNS = frozenset({":", ";", ".", "(", "–", "—", "--"})
"""What ends the search for the verb behind a passage."""


class Givers:
    """Finds what hands over a passage of direct speech."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.forms = frozenset(f"{verb}s" for verb in load_lexicon("speech").words("saying")) | {"read"}
        self.words: dict[int, Span] = {}

    def following(self, passage: Marked, sentence: str, after: Marked | None) -> Attribution | None:
        """The verb of saying after a passage, in the sentence in which it ends."""
        if not passage.closed:
            return None
        closing = self.around.text[max(passage.inner.start, passage.inner.end - 2) : passage.outer.end + 1]
        if not any(sign in closing for sign in ",.?!;—–-…"):
            return None
        high = passage.outer.end + REACH
        if after is not None and len(self.around.text[after.inner.start : after.inner.end].split()) > 1:
            high = min(high, after.outer.start)
        for attribution in self._near(passage, sentence):
            start = attribution.cue.start
            if passage.outer.end <= start < high and self.around.says(attribution):
                between = self.around.text[passage.outer.end : start]
                return None if TERMINAL.search(between) else attribution
        return None

    def beside(self, passage: Marked, sentence: str, after: Marked | None) -> Attribution | None:
        """The verb of any kind in "“…,” the ad states": the comma says that the passage is its object; or None."""
        parse = self.around.parses.get(sentence)
        if (
            parse is None
            or not passage.closed
            or "," not in self.around.text[passage.inner.end - 1 : passage.outer.end + 1]
        ):
            return None
        high = min(passage.outer.end + REACH, after.outer.start if after is not None else len(self.around.text))
        behind = [token for token in parse.tokens if passage.outer.end <= start_of(token) < high]
        for verb in behind:
            if verb.lower_ == "as" and verb.i == behind[0].i:
                continue
            if verb.text in SIGNS or verb.dep_ == "mark" or verb.tag_ in ("WDT", "WP"):
                return None
            if verb.tag_ in ("VBD", "VBZ", "VBP") or verb.lower_ in self.forms:
                words = [token for token in behind if token.i < verb.i and not token.is_punct and not token.is_space]
                words = words[1:] if words and words[0].lower_ == "as" else words
                speaker = _head_of(words) if words else speaker_beside(verb, passage.outer)
                cue = span_between(verb, verb)
                if words:
                    self.words[cue.start] = span_between(words[0], words[-1])
                return Attribution(cue, verb, speaker, (), "bare") if speaker is not None else None
        return None

    def _near(self, passage: Marked, sentence: str) -> Iterator[Attribution]:
        """The attributions of the sentence in which a passage ends, then those that a "?" or "!" cut off from it."""
        yield from self.around.attributions.get(sentence, ())
        index = self.around.document.index_at(passage.inner.end - 1) + 1
        if index < len(self.around.document.sentences) and self.around.text[
            passage.inner.start : passage.inner.end
        ].rstrip("’'\"”")[-1:] in {"?", "!", "…"}:
            following = self.around.document.sentences[index]
            if following.paragraph == passage.paragraph and following.span.start - passage.outer.end <= 1:
                yield from (
                    one
                    for one in self.around.attributions.get(following.id, ())
                    if not one.content or one.content[0].end < one.cue.start
                )

    def preceding(self, passage: Marked, sentence: str, low: int) -> Attribution | None:
        """The nearest verb of saying before a passage, in the sentence in which it begins."""
        for attribution in reversed(self.around.attributions.get(sentence, [])):
            end = attribution.cue.end
            if max(low, passage.outer.start - REACH) <= end <= passage.outer.start and self.around.says(attribution):
                return self._teller(attribution, sentence)
        return None

    def _teller(self, attribution: Attribution, sentence: str) -> Attribution:
        """Who says that he or she said it: of "Holm said she recalled thinking" Holm; else the attribution itself."""
        if attribution.speaker is None or attribution.speaker.pos_ != "PRON":
            return attribution
        for other in self.around.attributions.get(sentence, ()):
            if (
                other.speaker is not None
                and self.around.says(other)
                and other.cue.end <= attribution.cue.start
                and any(attribution.cue in part for part in other.content)
            ):
                return other
        return attribution

    def signature(self, passage: Marked, sentence: str) -> tuple[Token, Span] | None:
        """The head and the words of the name in "“…” — Ada Holm" at the end of a line; or None."""
        signature = SIGNATURE.match(self.around.text, passage.outer.end) if passage.closed else None
        if signature is None:
            return None
        at = self.around.document.sentence_at(signature.start("name"))
        parse = self.around.parses.get(at.id) or self.around.parses.get(sentence)
        name = Span(signature.start("name"), signature.end("name"))
        words = [token for token in parse.tokens if start_of(token) in name] if parse is not None else []
        head = _head_of(words) if words else None
        return (head, name) if head is not None else None

    def told_before(self, passage: Marked, first: Sentence) -> Token | None:
        """Who said what the sentence before a passage tells: "The plan failed, Holm said. “We tried.”"; or None."""
        index = self.around.document.index_at(first.span.start) - 1
        if index < 0 or passage.outer.start != first.span.start:
            return None
        before = self.around.document.sentences[index]
        if before.paragraph != first.paragraph:
            return None
        told = [
            one
            for one in self.around.attributions.get(before.id, ())
            if one.speaker is not None and one.frame != "hearsay" and (one.content or self.around.says(one))
        ]
        if told:
            return max(told, key=lambda one: sum(len(part) for part in one.content)).speaker
        return self._person_before(before.id)

    def _person_before(self, sentence: str) -> Token | None:
        """The person that a sentence is about: its verb's subject, a person's name or "he" and "she"; or None."""
        parse = self.around.parses.get(sentence)
        if parse is None:
            return None
        return next(
            (
                token
                for token in parse.tokens
                if token.dep_ == "nsubj"
                and token.head.dep_ == "ROOT"
                and (token.ent_type_ == "PERSON" or token.lower_ in HE_OR_SHE)
                and not self.around.is_marked(start_of(token))
            ),
            None,
        )

    def introduction(self, passage: Marked, first: Sentence) -> Attribution | tuple[Token, Span] | None:
        """What the paragraph before hands a passage over with, "The mayor said:", or who stands before its colon; or None."""
        index = self.around.document.index_at(first.span.start) - 1
        if index < 0 or passage.outer.start != first.span.start:
            return None
        sentence = self.around.document.sentences[index]
        text = self.around.document.text_of(sentence.span).rstrip()
        colon = sentence.span.start + len(text) - 1
        if sentence.paragraph == first.paragraph or not text.endswith(":") or self.around.is_marked(colon):
            return None
        said = [
            one
            for one in self.around.attributions.get(sentence.id, ())
            if self.around.says(one) and one.speaker is not None
        ]
        if said:
            return said[-1]
        head = self.before_colon(sentence.id, sentence.span.start)
        return (head, Span(colon, colon + 1)) if head is not None else None

    def before_colon(self, sentence: str, low: int) -> Token | None:
        """Who speaks in "X: “…”": the subject of the words before the colon, or the name that they are."""
        parse = self.around.parses.get(sentence)
        if parse is None:
            return None
        subject: Token | None = None
        colon: Token | None = None
        for token in parse.tokens:
            if start_of(token) < low:
                continue
            if token.text == ":":
                colon = token
                break
            if token.dep_ in ("nsubj", "nsubjpass") and subject is None:
                subject = token
        before = colon.nbor(-1) if colon is not None and colon.i else None
        if before is None or start_of(before) < low:
            return None
        if before.pos_ == "PROPN" and (subject is None or before.ent_type_ == "PERSON" or _begins_anew(before)):
            return before
        if before.dep_ == "pobj" and before.head.lower_ == "from" and subject is None:
            return before
        return subject


def _head_of(words: Sequence[Token]) -> Token | None:
    """The noun that heads the words between a passage and its verb, read from their order: marks lead the parse astray."""
    head: Token | None = None
    for word in words:
        if head is not None and word.pos_ == "ADP":
            break
        if word.pos_ in ("NOUN", "PROPN", "PRON"):
            head = word
    return head or words[-1]


def _begins_anew(name: Token) -> bool:
    """True iff a name begins behind a dash: "The plan is sound – Ada Holm: …"."""
    first = name.left_edge
    return first.i > 0 and first.nbor(-1).text in {"-", "–", "—", "--"}
