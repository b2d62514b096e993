"""What people said: passages in quotation marks and reported speech joined, with who said it. `Parsed` in, `Quote` out.

First the attributions of each sentence are read from the parse (`speech.py`), and the passages in marks from the text
(`marks.py`); then each passage is given to the attribution that it stands at. What is left of the attributions is indirect speech.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.analysis.marks import Marked, find_marked
from briefing.analysis.parse import start_of
from briefing.analysis.sources import source_of
from briefing.analysis.speech import Attribution, find_attributions, speaker_beside, speaker_span
from briefing.lexicon import load_lexicon
from briefing.model.findings import Quote, QuoteKind, SourceKind
from briefing.model.text import Citation, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence

__all__ = ["find_quotes"]

TERMINAL = re.compile(r"[.!?;](?=\s)")
REACH = 160
"""Characters between a passage and its verb of saying at most: titles and appositions fit, another statement does not."""
SCARE_WORDS = 3
"""Words up to which a passage that nobody is given for is a name or an ironic term, not a quotation."""
SAME = 0.8
"""Share of shared characters from which two reported contents are one."""


@dataclass(slots=True)
class _Draft:
    """A quotation in the making."""

    attribution: Attribution | None
    kind: QuoteKind
    parts: list[Span] = field(default_factory=list)
    speaker: Token | None = None
    colon: Span | None = None

    @property
    def start(self) -> int:
        return min(part.start for part in self.parts)

    @property
    def end(self) -> int:
        return max(part.end for part in self.parts)


def find_quotes(parsed: Parsed, *, actors: ActorIndex) -> Iterator[Quote]:
    """The quotations of a document in text order, direct, mixed and indirect."""
    document = parsed.document
    if not parsed.sentences:
        return
    marked = find_marked(document)
    attributions = _attributions(parsed, marked)
    drafts = _Joining(parsed, attributions).join(marked)
    drafts.extend(_indirect(attributions, drafts))
    drafts = [draft for draft in drafts if draft.parts]
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    last: Quote | None = None
    for number, draft in enumerate(drafts, 1):
        last = _finish(draft, number, document, actors, last)
        yield last


def _attributions(parsed: Parsed, marked: Sequence[Marked]) -> dict[str, list[Attribution]]:
    """The attributions of each sentence (by its id) that stand outside quotation marks."""
    found: dict[str, list[Attribution]] = {}
    position = 0
    for sentence in parsed.prose():
        outside: list[bool] = []
        for token in sentence.tokens:
            start = start_of(token)
            while position < len(marked) and marked[position].outer.end <= start:
                position += 1
            outside.append(position >= len(marked) or start not in marked[position].outer)
        found[sentence.sentence.id] = list(find_attributions(sentence.tokens, outside=outside))
    return found


class _Joining:
    """Gives each passage in marks to the attribution it stands at."""

    def __init__(self, parsed: Parsed, attributions: dict[str, list[Attribution]]) -> None:
        self.document = parsed.document
        self.text = parsed.document.source.text
        self.attributions = attributions
        self.parses: dict[str, ParsedSentence] = {sentence.sentence.id: sentence for sentence in parsed.sentences}
        lexicon = load_lexicon("speech")
        self.saying = lexicon.words("saying")
        self.naming = lexicon.words("naming") | self.saying | lexicon.words("object") | frozenset(lexicon.table("preposition"))
        self.drafts: list[_Draft] = []
        self.by_verb: dict[int, _Draft] = {}
        self.previous: tuple[Marked, _Draft] | None = None

    def join(self, marked: Sequence[Marked]) -> list[_Draft]:
        """The quotations that have marks, in text order of their first marks."""
        for index, passage in enumerate(marked):
            before = marked[index - 1] if index else None
            after = marked[index + 1] if index + 1 < len(marked) else None
            draft = self._place(passage, before, after)
            if draft is not None:
                self.previous = passage, draft
        return self.drafts

    def _place(self, passage: Marked, before: Marked | None, after: Marked | None) -> _Draft | None:
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
        speech = lead.rstrip().endswith((",", ":")) or (preceding is not None and not self.text[preceding.cue.end : passage.outer.start].strip())
        if begins and following is not None:
            return self._direct(passage, following)
        if preceding is not None and speech:
            return self._direct(passage, preceding)
        if lead.rstrip().endswith(":") and (head := self._before_colon(first.id, low)) is not None:
            colon = low + len(lead.rstrip()) - 1
            draft = _Draft(None, QuoteKind.DIRECT, [passage.inner], head, Span(colon, colon + 1))
            self.drafts.append(draft)
            return draft
        if begins and self._is_whole(passage) and (draft := self._continued(passage)) is not None:
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
        if after is not None:
            high = min(high, after.outer.start)
        for attribution in self._near(passage, sentence):
            start = attribution.cue.start
            if passage.outer.end <= start < high and self._says(attribution):
                between = self.text[passage.outer.end : start]
                return None if TERMINAL.search(between) else attribution
        return None

    def _near(self, passage: Marked, sentence: str) -> Iterator[Attribution]:
        """The attributions of the sentence in which a passage ends, then those that a "?" or "!" cut off from it."""
        yield from self.attributions.get(sentence, ())
        index = self.document.index_at(passage.inner.end - 1) + 1
        if index < len(self.document.sentences) and self.text[passage.inner.start : passage.inner.end].rstrip("’'\"”")[-1:] in {"?", "!", "…"}:
            following = self.document.sentences[index]
            if following.paragraph == passage.paragraph and following.span.start - passage.outer.end <= 1:
                yield from (one for one in self.attributions.get(following.id, ()) if not one.content or one.content[0].end < one.cue.start)

    def _preceding(self, passage: Marked, sentence: str, low: int) -> Attribution | None:
        """The nearest verb of saying before a passage, in the sentence in which it begins."""
        for attribution in reversed(self.attributions.get(sentence, [])):
            end = attribution.cue.end
            if max(low, passage.outer.start - REACH) <= end <= passage.outer.start and self._says(attribution):
                return attribution
        return None

    def _says(self, attribution: Attribution) -> bool:
        return attribution.frame == "according" or attribution.verb.lemma_.lower() in self.saying

    def _direct(self, passage: Marked, attribution: Attribution) -> _Draft:
        """The direct quotation of an attribution, begun or gone on with."""
        key = attribution.cue.start
        draft = self.by_verb.get(key)
        if draft is None:
            speaker = attribution.speaker
            if speaker is None or start_of(speaker) in passage.outer:
                speaker = speaker_beside(attribution.verb, passage.outer)
            draft = self.by_verb[key] = _Draft(attribution, QuoteKind.DIRECT, [], speaker)
            self.drafts.append(draft)
        if draft.kind is QuoteKind.MIXED and any(passage.inner in part for part in draft.parts):
            return draft
        draft.parts.append(passage.inner)
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
        if colon is None or subject is not None:
            return subject if colon is not None else None
        before = colon.nbor(-1) if colon.i else None
        return before if before is not None and before.pos_ == "PROPN" and start_of(before) >= low else None

    def _is_whole(self, passage: Marked) -> bool:
        """True iff a passage holds a whole sentence: it ends with the end of one, or goes on in the next paragraph."""
        tail = self.text[passage.inner.end - 1 : passage.inner.end]
        return not passage.closed or tail in ".?!…" or len(self.text[passage.inner.start : passage.inner.end].split()) > 2 * SCARE_WORDS

    def _continued(self, passage: Marked) -> _Draft | None:
        """The quotation that a passage without an attribution of its own goes on with."""
        if self.previous is None:
            return None
        last, draft = self.previous
        gap = self.text[last.outer.end : passage.outer.start]
        if not last.closed and passage.paragraph == last.paragraph + 1:
            draft.parts.append(passage.inner)
            return draft
        if passage.paragraph == last.paragraph and draft.attribution is not None and self._is_next(last, passage, draft.attribution):
            draft.parts.append(passage.inner)
            return draft
        if passage.paragraph == last.paragraph + 1 and draft.speaker is not None and len(gap.split()) <= 2 * SCARE_WORDS * 4:
            new = _Draft(draft.attribution, QuoteKind.DIRECT, [passage.inner], draft.speaker, draft.colon)
            self.drafts.append(new)
            return new
        return None

    def _is_next(self, last: Marked, passage: Marked, attribution: Attribution) -> bool:
        """True iff no sentence but the attribution of the first stands between two passages."""
        between = last.outer.end <= attribution.cue.start < passage.outer.start
        return self.document.index_at(passage.inner.start) - self.document.index_at(last.inner.end - 1) <= 1 + between

    def _mixed(self, passage: Marked, sentence: str, following: Attribution | None) -> _Draft | None:
        """The reported speech that has a passage in marks in its midst, or None."""
        holders = [one for one in self.attributions.get(sentence, ()) if any(passage.inner.overlap(part) for part in one.content)]
        if holders:
            holder = min(holders, key=lambda one: sum(len(part) for part in one.content))
            return self._held(passage, holder)
        if following is not None:
            start = self.document.sentence_at(passage.inner.start).span.start
            return self._held(passage, following, Span(start, passage.outer.end))
        governed = self._governed(passage, sentence)
        if governed is not None:
            draft = _Draft(governed[0], QuoteKind.MIXED, [governed[1]], governed[0].speaker)
            self.drafts.append(draft)
            return draft
        if len(self.text[passage.inner.start : passage.inner.end].split()) <= SCARE_WORDS:
            return None
        draft = _Draft(None, QuoteKind.DIRECT if self._is_whole(passage) else QuoteKind.MIXED, [passage.inner])
        self.drafts.append(draft)
        return draft

    def _held(self, passage: Marked, attribution: Attribution, content: Span | None = None) -> _Draft:
        """The mixed quotation of an attribution, its content stretched over the whole passage."""
        key = attribution.cue.start
        draft = self.by_verb.get(key)
        if draft is None:
            draft = self.by_verb[key] = _Draft(attribution, QuoteKind.MIXED, [content] if content else list(attribution.content), attribution.speaker)
            self.drafts.append(draft)
        elif draft.kind is QuoteKind.DIRECT and not any(passage.inner in part for part in draft.parts):
            draft.parts.append(passage.outer)
        draft.parts[:] = _stretched(draft.parts, passage)
        return draft

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
        for _ in range(8):
            if head.head.i == head.i:
                return None
            head = head.head
            if head.pos_ in ("VERB", "AUX") and head.i not in indices:
                subject = _speaking_subject(head)
                end = start_of(head) + len(head)
                known = head.lemma_.lower() in self.naming or len(inside) > SCARE_WORDS
                if subject is not None and known and end < passage.outer.start:
                    cue = Span(start_of(head), end)
                    content = Span(end + 1, passage.outer.end)
                    return Attribution(cue, head, subject, (content,), "bare"), content
        return None


def _speaking_subject(verb: Token) -> Token | None:
    """The subject of a verb where it is somebody: a name or a personal pronoun."""
    for child in verb.children:
        if child.dep_ == "nsubj" and (child.pos_ == "PROPN" or child.lower_ in {"he", "she", "they", "i", "we"}):
            return child
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.i != verb.i:
        return next((child for child in verb.head.children if child.dep_ == "nsubj" and (child.pos_ == "PROPN" or child.lower_ in {"he", "she", "they"})), None)
    return None


def _stretched(parts: Sequence[Span], passage: Marked) -> list[Span]:
    """The parts with the one that touches a passage grown over all of it, marks included."""
    grown: list[Span] = []
    for part in sorted(parts):
        both = Span(min(part.start, passage.outer.start), max(part.end, passage.outer.end)) if part.overlap(passage.outer) else part
        if grown and both.start <= grown[-1].end:
            grown[-1] = Span(grown[-1].start, max(grown[-1].end, both.end))
        else:
            grown.append(both)
    return grown


def _indirect(attributions: dict[str, list[Attribution]], drafts: Sequence[_Draft]) -> Iterator[_Draft]:
    """The attributions with reported words that no passage in marks belongs to."""
    used = {draft.attribution.cue.start for draft in drafts if draft.attribution is not None}
    taken: dict[int, list[Span]] = {}
    for draft in drafts:
        for part in draft.parts:
            taken.setdefault(part.start // 1000, []).append(part)
    for row in attributions.values():
        for attribution in row:
            if attribution.frame == "bare" or attribution.cue.start in used or not attribution.content:
                continue
            content = attribution.content
            near = [part for key in {content[0].start // 1000, content[0].start // 1000 - 1} for part in taken.get(key, ())]
            if any(_same(content[0], part) for part in near):
                continue
            taken.setdefault(content[0].start // 1000, []).append(content[0])
            yield _Draft(attribution, QuoteKind.INDIRECT, list(content), attribution.speaker)


def _same(one: Span, other: Span) -> bool:
    return one.overlap(other) > SAME * max(len(one), len(other))


def _finish(draft: _Draft, number: int, document: Document, actors: ActorIndex, last: Quote | None) -> Quote:
    """The quotation of a draft with its speaker's actor and the kind of its source."""
    attribution = draft.attribution
    speaker = speaker_span(draft.speaker) if draft.speaker is not None else None
    found = actors.at(start_of(draft.speaker)) if draft.speaker is not None else None
    if found is None and draft.speaker is not None and speaker is not None:
        inside = [row for row in actors.within(speaker) if row[0].span.end >= start_of(draft.speaker)]
        found = inside[-1] if inside else None
    actor = found[1] if found else None
    pronoun = draft.speaker is not None and draft.speaker.pos_ == "PRON"
    if attribution is not None and attribution.frame == "hearsay":
        source = SourceKind.HEARSAY
    else:
        by_name = found is not None and found[0].how not in {"pronoun", "description"}
        source = source_of(draft.speaker, actor, by_name=by_name)
    actor_id = actor.id if actor else ""
    if pronoun and actor is None and last is not None:
        source = last.source
        actor_id = last.actor
    parts = tuple(sorted(set(draft.parts)))
    cue = attribution.cue if attribution is not None else draft.colon
    return Quote(f"q{number}", draft.kind, parts, cue, speaker, actor_id, source, _citations(document, parts))


def _citations(document: Document, parts: Sequence[Span]) -> tuple[Citation, ...]:
    """One citation for each sentence that the parts touch."""
    found: dict[str, Citation] = {}
    for part in parts:
        index = document.index_at(part.start)
        while index < len(document.sentences) and document.sentences[index].span.start < part.end:
            sentence = document.sentences[index]
            start, end = max(part.start, sentence.span.start), min(part.end, sentence.span.end)
            if start < end:
                old = found.get(sentence.id)
                span = Span(min(start, old.span.start), max(end, old.span.end)) if old else Span(start, end)
                found[sentence.id] = Citation(sentence.id, span)
            index += 1
    return tuple(found.values())
