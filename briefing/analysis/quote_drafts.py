"""Passages in quotation marks given to the attributions they stand at: `Marked` and `Attribution` in, `Draft` out.

A passage is direct speech where it stands as a clause of its own beside a verb of saying, mixed where it stands in the midst of
reported words, and a continuation where it follows another with no more than an attribution between them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.analysis.quote_givers import Givers
from briefing.analysis.quote_holders import Holders
from briefing.analysis.quote_surroundings import SCARE_WORDS, Surroundings
from briefing.analysis.speakers import speaker_beside
from briefing.analysis.speech import Attribution
from briefing.lexicon import load_lexicon
from briefing.model.findings import QuoteKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.marks import Marked
    from briefing.analysis.parse import Parsed
    from briefing.model.text import Sentence

__all__ = ["Draft", "Joining"]

CARRIED_WORDS = 24
"""Words between the quotations of two paragraphs up to which the second goes on with the first one's speaker."""

JOINING = frozenset({"and", "or", "but", "nor", "by", "a", "an", "the", "as"})
"""Words that join a passage to the one before it: "a “liar” and a “thief”"."""


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

    def __init__(self, parsed: Parsed, attributions: dict[str, list[Attribution]], marked: Sequence[Marked]) -> None:
        self.document = parsed.document
        self.text = parsed.document.source.text
        self.marked = marked
        self.around = around = Surroundings(parsed, attributions, marked)
        self.givers = Givers(around)
        self.holders = Holders(around)
        self.dubbing = load_lexicon("speech").words("dubbing")
        self.drafts: list[Draft] = []
        self.by_verb: dict[int, Draft] = {}
        self.previous: tuple[Marked, Draft] | None = None

    def join(self) -> list[Draft]:
        """The quotations that have marks, in text order of their first marks; what nobody was given for in the end is left out."""
        for index, passage in enumerate(self.marked):
            before = self.marked[index - 1] if index else None
            after = self.marked[index + 1] if index + 1 < len(self.marked) else None
            draft = self._place(passage, before, after)
            if draft is not None:
                self.previous = passage, draft
        return [draft for draft in self.drafts if draft.speaker is not None or draft.attribution is not None]

    def _place(self, passage: Marked, before: Marked | None, after: Marked | None) -> Draft | None:
        """The quotation that a passage belongs to; None for a mere term in marks."""
        first = self.document.sentence_at(passage.inner.start)
        last = self.document.sentence_at(passage.inner.end - 1)
        if first.is_heading:  # a line without a full stop: "“We tried.” — Ada Holm"
            signature = self.givers.signature(passage, first.id)
            return self._new(passage, signature[0], words=signature[1]) if signature is not None else None
        low = max(first.span.start, before.outer.end if before else 0)
        lead = self.text[low : passage.outer.start]
        following = self.givers.following(passage, last.id, after)
        preceding = self.givers.preceding(passage, first.id, low)
        begins = not lead.strip(" \t\n\r,—–-(") or lead.strip().endswith((".", "?", "!"))
        speech = lead.rstrip().endswith((",", ":")) or (
            preceding is not None
            and not self.text[preceding.cue.end : passage.outer.start].strip()
            and not (self.around.is_title(passage) and self.text[passage.inner.end - 1].isalnum())
        )
        if following is None and begins:
            following = self.givers.beside(passage, last.id, after)
        if begins and following is not None:
            return self._with_beginning(passage, self._direct(passage, following))
        if preceding is not None and speech:
            is_part = self._is_part(passage, preceding)
            return self._held(passage, preceding) if is_part else self._direct(passage, preceding)
        if begins and (introduction := self.givers.introduction(passage, first)) is not None:
            if isinstance(introduction, Attribution):
                return self._direct(passage, introduction)
            return self._new(passage, introduction[0], colon=introduction[1])
        if lead.rstrip().endswith(":") and (head := self.givers.before_colon(first.id, low)) is not None:
            colon = low + len(lead.rstrip()) - 1
            return self._new(passage, head, colon=Span(colon, colon + 1))
        if begins and (draft := self._by_itself(passage, first, last)) is not None:
            return draft
        return self._mixed(passage, first.id, following)

    def _is_part(self, passage: Marked, attribution: Attribution) -> bool:
        """True iff a passage goes on with words that stand outside marks: "The line, she said, “is sound”"."""
        content = attribution.content
        return (
            self.text[passage.inner.start].islower()
            and attribution.cue.start not in self.by_verb
            and any(passage.inner.overlap(part) for part in content)
            and (
                content[0].end < attribution.cue.start
                or attribution.cue.end < content[0].start < passage.outer.start - 1
            )
        )

    def _by_itself(self, passage: Marked, first: Sentence, last: Sentence) -> Draft | None:
        """The quotation of a passage whose sentence says nothing of who speaks; None where nothing near it does."""
        signature = self.givers.signature(passage, last.id)
        if signature is not None:
            return self._new(passage, signature[0], words=signature[1])
        if not self.around.is_whole(passage):
            return None
        draft = self._continued(passage)
        if draft is not None:
            return draft
        speaker = self.givers.told_before(passage, first)
        return self._new(passage, speaker) if speaker is not None else None

    def _new(
        self, passage: Marked, speaker: Token | None, *, colon: Span | None = None, words: Span | None = None
    ) -> Draft:
        """A direct quotation that no verb hands over."""
        draft = Draft(None, QuoteKind.DIRECT, [passage.inner], speaker, colon, words)
        self.drafts.append(draft)
        return draft

    def _direct(self, passage: Marked, attribution: Attribution) -> Draft:
        """The direct quotation of an attribution, begun or gone on with."""
        key = attribution.cue.start
        draft = self.by_verb.get(key)
        if draft is None:
            speaker = attribution.speaker
            if speaker is None or start_of(speaker) in passage.outer:
                speaker = speaker_beside(attribution.verb, passage.outer)
            draft = self.by_verb[key] = Draft(
                attribution, QuoteKind.DIRECT, [], speaker, words=self.givers.words.get(key)
            )
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
        holder = self.holders.widest(passage, sentence)
        if holder is not None:
            return self._held(passage, holder)
        words = self.text[passage.inner.start : passage.inner.end].split()
        is_title = self.around.is_title(passage)
        if following is not None and not is_title:
            start = self.document.sentence_at(passage.inner.start).span.start
            return self._held(passage, following, Span(start, passage.outer.end))
        if (joined := self._joined(passage)) is not None:
            return self._held(passage, joined, passage.outer)
        governed = self.holders.governed(passage, sentence) or self.holders.dubbed(passage, sentence)
        is_called = self.text[max(0, passage.outer.start - 8) : passage.outer.start].rstrip().endswith(" as") or (
            governed is not None and governed[0].verb.lemma_.lower() in self.dubbing
        )
        if governed is not None and (not is_title or is_called):
            return self._held(passage, governed[0], governed[1])
        if is_title or len(words) <= SCARE_WORDS:
            return None
        nearest = self.holders.nearest(passage, sentence)
        if nearest is not None:
            return self._held(passage, nearest, passage.outer)
        return self._new(passage, None) if self.around.stands_alone(passage) else None

    def _joined(self, passage: Marked) -> Attribution | None:
        """What hands over the passage before, where no more than "and a" stands between the two; or None."""
        if self.previous is None or self.previous[0].paragraph != passage.paragraph:
            return None
        last, draft = self.previous
        between = self.text[last.outer.end : passage.outer.start].replace(",", " ").lower().split()
        if draft.kind is QuoteKind.MIXED and between and set(between) <= JOINING:
            return draft.attribution
        return None

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
