"""Passages in quotation marks given to the attributions they stand at: `Marked` and `Attribution` in, `Draft` out.

A passage is direct speech where it stands as a clause of its own beside a verb of saying, mixed where it stands in the midst of
reported words, and a continuation where it follows another with no more than an attribution between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between, start_of
from briefing.analysis.speakers import speaker_beside, speaker_of
from briefing.analysis.speech import Attribution
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuoteKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.marks import Marked
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.model.text import Sentence

__all__ = ["Draft", "Joining"]

TERMINAL = re.compile(r"(?:[a-z)]{4}[.!?]|;)(?=\s)")
SIGNS = frozenset({":", ";", ".", "(", "–", "—", "--"})
"""What ends the search for the verb behind a passage."""
SIGNATURE = re.compile(r"[ \t\xa0\n]{0,2}(?:[―—–-]|--)[ \t\xa0]*(?P<name>[^\W\d_a-z][^\n,;:]{2,50}?)(?=[ \xa0.]*(?:\n|$)|,)")
"""The name behind a quotation at the end of a line."""
REACH = 160
"""Characters between a passage and its verb of saying at most: titles and appositions fit, another statement does not."""
SCARE_WORDS = 3
"""Words up to which a passage that nobody is given for is a name or an ironic term, not a quotation."""
CARRIED_WORDS = 24
"""Words between the quotations of two paragraphs up to which the second goes on with the first one's speaker."""
MAX_CLIMB = 8
"""Heads to look at when climbing: a bound keeps odd text cheap."""


@dataclass(slots=True)
class Draft:
    """A quotation in the making.

    Attributes:
        attribution: What hands it over, or None.
        kind: direct, mixed or indirect.
        parts: Its words.
        speaker: The head of the words that say who, or None.
        colon: The colon that hands it over in place of a verb, or None.
        words: The words that say who, where their place told them and not the parse; or None.
    """

    attribution: Attribution | None
    kind: QuoteKind
    parts: list[Span] = field(default_factory=list)
    speaker: Token | None = None
    colon: Span | None = None
    words: Span | None = None

    @property
    def start(self) -> int:
        """The offset of its first word."""
        return min(part.start for part in self.parts)

    @property
    def end(self) -> int:
        """The offset behind its last word."""
        return max(part.end for part in self.parts)


class Joining:
    """Gives each passage in marks to the attribution it stands at."""

    def __init__(self, parsed: Parsed, attributions: dict[str, list[Attribution]]) -> None:
        self.document = parsed.document
        self.text = parsed.document.source.text
        self.attributions = attributions
        self.parses: dict[str, ParsedSentence] = {sentence.sentence.id: sentence for sentence in parsed.sentences}
        lexicon = load_lexicon("speech")
        self.saying = lexicon.words("saying")
        self.naming = (
            lexicon.words("naming") | self.saying | lexicon.words("object") | frozenset(lexicon.table("preposition"))
        )
        self.forms = frozenset(f"{verb}s" for verb in self.saying) | {"read"}
        self.dubbing = lexicon.words("dubbing")
        self.drafts: list[Draft] = []
        self.by_verb: dict[int, Draft] = {}
        self.previous: tuple[Marked, Draft] | None = None
        self.words: dict[int, Span] = {}
        self.starts: list[int] = []
        self.ends: list[int] = []

    def join(self, marked: Sequence[Marked]) -> list[Draft]:
        """The quotations that have marks, in text order of their first marks."""
        self.starts = [passage.outer.start for passage in marked]
        self.ends = [passage.outer.end for passage in marked]
        for index, passage in enumerate(marked):
            before = marked[index - 1] if index else None
            after = marked[index + 1] if index + 1 < len(marked) else None
            draft = self._place(passage, before, after)
            if draft is not None:
                self.previous = passage, draft
        return self.drafts

    def _place(self, passage: Marked, before: Marked | None, after: Marked | None) -> Draft | None:
        """The quotation that a passage belongs to; None for a mere term in marks."""
        first = self.document.sentence_at(passage.inner.start)
        last = self.document.sentence_at(passage.inner.end - 1)
        if first.is_heading:
            return None
        low = max(first.span.start, before.outer.end if before else 0)
        lead = self.text[low : passage.outer.start]
        following = self._following(passage, last.id, after)
        preceding = self._preceding(passage, first.id, low)
        begins = not lead.strip(" \t\n\r,—–-(") or lead.strip().endswith((".", "?", "!"))
        speech = lead.rstrip().endswith((",", ":")) or (
            preceding is not None and not self.text[preceding.cue.end : passage.outer.start].strip()
        )
        if following is None and begins:
            following = self._beside(passage, last.id, after)
        if begins and following is not None:
            return self._with_beginning(passage, self._direct(passage, following))
        if preceding is not None and speech:
            return self._direct(passage, preceding)
        if begins and (introduced := self._introduced(passage, first)) is not None:
            return introduced
        if lead.rstrip().endswith(":") and (head := self._before_colon(first.id, low)) is not None:
            colon = low + len(lead.rstrip()) - 1
            introduced = Draft(None, QuoteKind.DIRECT, [passage.inner], head, Span(colon, colon + 1))
            self.drafts.append(introduced)
            return introduced
        if begins and (signed := self._signed(passage, last.id)) is not None:
            return signed
        if begins and self._is_whole(passage):
            draft = self._continued(passage) or self._spoken_on(passage, first)
            if draft is not None:
                return draft
        return self._mixed(passage, first.id, following)

    def _following(self, passage: Marked, sentence: str, after: Marked | None) -> Attribution | None:
        """The verb of saying after a passage, in the sentence in which it ends."""
        if not passage.closed:
            return None
        closing = self.text[max(passage.inner.start, passage.inner.end - 2) : passage.outer.end + 1]
        if not any(sign in closing for sign in ",.?!;—–-…"):
            return None
        high = passage.outer.end + REACH
        if after is not None and len(self.text[after.inner.start : after.inner.end].split()) > 1:
            high = min(high, after.outer.start)
        for attribution in self._near(passage, sentence):
            start = attribution.cue.start
            if passage.outer.end <= start < high and self._says(attribution):
                between = self.text[passage.outer.end : start]
                return None if TERMINAL.search(between) else attribution
        return None

    def _beside(self, passage: Marked, sentence: str, after: Marked | None) -> Attribution | None:
        """The verb of any kind in "“…,” the ad states": the comma says that the passage is its object; or None."""
        parse = self.parses.get(sentence)
        if parse is None or not passage.closed or "," not in self.text[passage.inner.end - 1 : passage.outer.end + 1]:
            return None
        high = min(passage.outer.end + REACH, after.outer.start if after is not None else len(self.text))
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
        yield from self.attributions.get(sentence, ())
        index = self.document.index_at(passage.inner.end - 1) + 1
        if index < len(self.document.sentences) and self.text[passage.inner.start : passage.inner.end].rstrip("’'\"”")[
            -1:
        ] in {"?", "!", "…"}:
            following = self.document.sentences[index]
            if following.paragraph == passage.paragraph and following.span.start - passage.outer.end <= 1:
                yield from (
                    one
                    for one in self.attributions.get(following.id, ())
                    if not one.content or one.content[0].end < one.cue.start
                )

    def _preceding(self, passage: Marked, sentence: str, low: int) -> Attribution | None:
        """The nearest verb of saying before a passage, in the sentence in which it begins."""
        for attribution in reversed(self.attributions.get(sentence, [])):
            end = attribution.cue.end
            if max(low, passage.outer.start - REACH) <= end <= passage.outer.start and self._says(attribution):
                return self._teller(attribution, sentence)
        return None

    def _teller(self, attribution: Attribution, sentence: str) -> Attribution:
        """Who says that he or she said it: of "Holm said she recalled thinking" Holm; else the attribution itself."""
        if attribution.speaker is None or attribution.speaker.pos_ != "PRON":
            return attribution
        for other in self.attributions.get(sentence, ()):
            if (
                other.speaker is not None
                and self._says(other)
                and other.cue.end <= attribution.cue.start
                and any(attribution.cue in part for part in other.content)
            ):
                return other
        return attribution

    def _says(self, attribution: Attribution) -> bool:
        return attribution.frame == "according" or attribution.verb.lemma_.lower() in self.saying

    def _direct(self, passage: Marked, attribution: Attribution) -> Draft:
        """The direct quotation of an attribution, begun or gone on with."""
        key = attribution.cue.start
        draft = self.by_verb.get(key)
        if draft is None:
            speaker = attribution.speaker
            if speaker is None or start_of(speaker) in passage.outer:
                speaker = speaker_beside(attribution.verb, passage.outer)
            draft = self.by_verb[key] = Draft(attribution, QuoteKind.DIRECT, [], speaker, words=self.words.get(key))
            self.drafts.append(draft)
        if draft.kind is QuoteKind.MIXED and any(passage.inner in part for part in draft.parts):
            return draft
        draft.parts.append(passage.inner)
        return draft

    def _with_beginning(self, passage: Marked, draft: Draft) -> Draft:
        """The quotation with what the paragraph before began and left open, where nobody was given for that."""
        if self.previous is None:
            return draft
        last, begun = self.previous
        if (
            begun is not draft
            and not last.closed
            and passage.paragraph == last.paragraph + 1
            and begun.attribution is None
            and begun.speaker is None
        ):
            draft.parts[:0] = begun.parts
            begun.parts.clear()
        return draft

    def _signed(self, passage: Marked, sentence: str) -> Draft | None:
        """The quotation of "“…” — Ada Holm" at the end of a line; or None."""
        signature = SIGNATURE.match(self.text, passage.outer.end) if passage.closed else None
        if signature is None:
            return None
        at = self.document.sentence_at(signature.start("name"))
        parse = self.parses.get(at.id) or self.parses.get(sentence)
        name = Span(signature.start("name"), signature.end("name"))
        words = [token for token in parse.tokens if start_of(token) in name] if parse is not None else []
        if not words:
            return None
        draft = Draft(None, QuoteKind.DIRECT, [passage.inner], _head_of(words), words=name)
        self.drafts.append(draft)
        return draft

    def _spoken_on(self, passage: Marked, first: Sentence) -> Draft | None:
        """The quotation of whole sentences after one that tells what somebody said: "The plan failed, Holm said. “We tried.”"; or None."""
        index = self.document.index_at(first.span.start) - 1
        if index < 0 or passage.outer.start != first.span.start:
            return None
        before = self.document.sentences[index]
        if before.paragraph != first.paragraph:
            return None
        told = [
            one
            for one in self.attributions.get(before.id, ())
            if one.speaker is not None and one.frame != "hearsay" and (one.content or self._says(one))
        ]
        if not told:
            return None
        widest = max(told, key=lambda one: sum(len(part) for part in one.content))
        draft = Draft(None, QuoteKind.DIRECT, [passage.inner], widest.speaker)
        self.drafts.append(draft)
        return draft

    def _introduced(self, passage: Marked, first: Sentence) -> Draft | None:
        """The quotation that the paragraph before ends with a colon for: "The mayor said:"; or None."""
        index = self.document.index_at(first.span.start) - 1
        if index < 0 or passage.outer.start != first.span.start:
            return None
        sentence = self.document.sentences[index]
        text = self.document.text_of(sentence.span).rstrip()
        colon = sentence.span.start + len(text) - 1
        if sentence.paragraph == first.paragraph or not text.endswith(":") or self._is_marked(colon):
            return None
        said = [
            one for one in self.attributions.get(sentence.id, ()) if self._says(one) and one.speaker is not None
        ]
        if said:
            return self._direct(passage, said[-1])
        head = self._before_colon(sentence.id, sentence.span.start)
        if head is None:
            return None
        draft = Draft(None, QuoteKind.DIRECT, [passage.inner], head, Span(colon, colon + 1))
        self.drafts.append(draft)
        return draft

    def _before_colon(self, sentence: str, low: int) -> Token | None:
        """Who speaks in "X: “…”": the subject of the words before the colon, or the name that they are."""
        parse = self.parses.get(sentence)
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

    def _is_whole(self, passage: Marked) -> bool:
        """True iff a passage holds a whole sentence: it ends with the end of one, or goes on in the next paragraph."""
        tail = self.text[passage.inner.end - 1 : passage.inner.end]
        return (
            not passage.closed
            or tail in ".?!…"
            or len(self.text[passage.inner.start : passage.inner.end].split()) > 2 * SCARE_WORDS
        )

    def _nearest(self, passage: Marked, sentence: str) -> Attribution | None:
        """The verb of saying nearest to a passage in the sentences that it touches, whatever the parse makes of them; or None."""
        last = self.document.sentence_at(passage.inner.end - 1).id
        found: tuple[int, Attribution] | None = None
        for identity in (sentence,) if last == sentence else (sentence, last):
            for one in self.attributions.get(identity, ()):
                gap = max(passage.outer.start - one.cue.end, one.cue.start - passage.outer.end)
                if one.speaker is not None and self._says(one) and 0 <= gap < REACH and (not found or gap < found[0]):
                    found = gap, one
        return found[1] if found else None

    def _stands_alone(self, passage: Marked) -> bool:
        """True iff a passage is no part of a sentence of the author's: it begins a sentence and ends one."""
        starts = self.document.sentence_at(passage.inner.start).span.start
        ends = self.text[passage.inner.end - 1 : passage.outer.end + 1]
        return not self.text[starts : passage.outer.start].strip() and (
            not passage.closed or any(sign in ends for sign in ".?!…")
        )

    def _continued(self, passage: Marked) -> Draft | None:
        """The quotation that a passage without an attribution of its own goes on with."""
        if self.previous is None:
            return None
        last, draft = self.previous
        gap = self.text[last.outer.end : passage.outer.start]
        if not last.closed and passage.paragraph == last.paragraph + 1:
            draft.parts.append(passage.inner)
            return draft
        if (
            passage.paragraph == last.paragraph
            and draft.attribution is not None
            and self._is_next(last, passage, draft.attribution)
        ):
            draft.parts.append(passage.inner)
            return draft
        if passage.paragraph == last.paragraph + 1 and draft.speaker is not None and len(gap.split()) <= CARRIED_WORDS:
            new = Draft(draft.attribution, QuoteKind.DIRECT, [passage.inner], draft.speaker, draft.colon)
            self.drafts.append(new)
            return new
        return None

    def _is_next(self, last: Marked, passage: Marked, attribution: Attribution) -> bool:
        """True iff no sentence but the attribution of the first stands between two passages."""
        between = last.outer.end <= attribution.cue.start < passage.outer.start
        return self.document.index_at(passage.inner.start) - self.document.index_at(last.inner.end - 1) <= 1 + between

    def _mixed(self, passage: Marked, sentence: str, following: Attribution | None) -> Draft | None:
        """The reported speech that has a passage in marks in its midst, or None."""
        holders = [
            one
            for one in self.attributions.get(sentence, ())
            if any(passage.inner.overlap(part) for part in one.content)
        ]
        if holders:
            holder = max(holders, key=lambda one: sum(len(part) for part in one.content))
            return self._held(passage, holder)
        words = self.text[passage.inner.start : passage.inner.end].split()
        is_title = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > SCARE_WORDS)
        if following is not None and not is_title:
            start = self.document.sentence_at(passage.inner.start).span.start
            return self._held(passage, following, Span(start, passage.outer.end))
        governed = self._governed(passage, sentence)
        if governed is not None and (not is_title or governed[0].verb.lemma_.lower() in self.dubbing):
            return self._held(passage, governed[0], governed[1])
        if is_title or len(words) <= SCARE_WORDS:
            return None
        nearest = self._nearest(passage, sentence)
        if nearest is not None:
            return self._held(passage, nearest, passage.outer)
        if not self._stands_alone(passage):
            return None
        draft = Draft(None, QuoteKind.DIRECT, [passage.inner])
        self.drafts.append(draft)
        return draft

    def _held(self, passage: Marked, attribution: Attribution, content: Span | None = None) -> Draft:
        """The mixed quotation of an attribution, its content stretched over the whole passage."""
        key = attribution.cue.start
        draft = self.by_verb.get(key)
        if draft is None:
            draft = self.by_verb[key] = Draft(
                attribution, QuoteKind.MIXED, [content] if content else list(attribution.content), attribution.speaker
            )
            self.drafts.append(draft)
        elif not any(passage.inner.overlap(part) for part in draft.parts):
            if draft.kind is QuoteKind.MIXED and content is not None and draft.parts[-1].end < passage.outer.start:
                draft.parts[-1] = Span(draft.parts[-1].start, passage.outer.end)
            else:
                draft.parts.append(passage.outer)
        draft.parts[:] = _stretched(draft.parts, passage)
        return draft

    def _is_marked(self, offset: int) -> bool:
        """True iff an offset lies in a passage in marks."""
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]

    def _governed(self, passage: Marked, sentence: str) -> tuple[Attribution, Span] | None:
        """The verb above a passage and the words from the verb to the passage's end, where its subject can speak."""
        parse = self.parses.get(sentence)
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
            if head.pos_ in ("VERB", "AUX") and head.i not in indices and not self._is_marked(start_of(head)):
                naming = head.lemma_.lower() in self.naming
                subject = speaker_of(head) if naming else _speaking_subject(head)
                end = start_of(head) + len(head)
                known = naming or len(inside) > SCARE_WORDS
                if subject is not None and known and end < passage.outer.start:
                    cue = Span(start_of(head), end)
                    content = Span(end + 1, passage.outer.end)
                    return Attribution(cue, head, subject, (content,), "bare"), content
        return None


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


def _stretched(parts: Sequence[Span], passage: Marked) -> list[Span]:
    """The parts with the one that touches a passage grown over all of it, marks included."""
    grown: list[Span] = []
    for part in sorted(parts):
        both = (
            Span(min(part.start, passage.outer.start), max(part.end, passage.outer.end))
            if part.overlap(passage.outer)
            else part
        )
        if grown and both.start <= grown[-1].end:
            grown[-1] = Span(grown[-1].start, max(grown[-1].end, both.end))
        else:
            grown.append(both)
    return grown
