"""What people said: passages in quotation marks and reported speech joined, with who said it. `Parsed` in, `Quote` out.

First the attributions of each sentence are read from the parse (`speech.py`), and the passages in marks from the text
(`marks.py`); then each passage is given to the attribution that it stands at (`quote_drafts.py`). What is left of the attributions is
indirect speech.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.marks import Marked, find_marked
from briefing.analysis.parse import span_between, start_of
from briefing.analysis.pronouns import HE_OR_SHE, IT_OR_THEY
from briefing.analysis.quote_drafts import Draft, Joining
from briefing.analysis.sources import source_of
from briefing.analysis.speakers import relative_of, speaker_span
from briefing.analysis.speech import Attribution, find_attributions
from briefing.model.findings import Actor, ActorKind, Quote, QuoteKind, SourceKind
from briefing.model.text import Citation, Document, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed

__all__ = ["find_quotes"]

SAME = 0.8
"""Share of shared characters from which two reported contents are one."""
BUCKET = 1000
"""Characters of text in one drawer, in which contents that begin near each other are looked for."""


def find_quotes(parsed: Parsed, *, actors: ActorIndex) -> Iterator[Quote]:
    """The quotations of a document in text order, direct, mixed and indirect."""
    document = parsed.document
    if not parsed.sentences:
        return
    marked = find_marked(document)
    attributions = _attributions(parsed, marked)
    drafts = Joining(parsed, attributions, marked).join()
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
        span = sentence.sentence.span
        while position < len(marked) and marked[position].outer.end <= span.start:
            position += 1
        outside: list[bool] | None = None
        if position < len(marked) and marked[position].outer.start < span.end:
            outside = []
            for token in sentence.tokens:
                start = start_of(token)
                while position < len(marked) and marked[position].outer.end <= start:
                    position += 1
                outside.append(position >= len(marked) or start not in marked[position].outer)
        found[sentence.sentence.id] = list(find_attributions(sentence.tokens, outside=outside))
    return found


def _indirect(attributions: dict[str, list[Attribution]], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The attributions with reported words that no passage in marks belongs to."""
    used = {draft.attribution.cue.start for draft in drafts if draft.attribution is not None}
    taken: dict[int, list[Span]] = {}
    for draft in drafts:
        for part in draft.parts:
            taken.setdefault(part.start // BUCKET, []).append(part)
    for row in attributions.values():
        for attribution in sorted(row, key=_widest_first):
            if attribution.frame == "bare" or attribution.cue.start in used or not attribution.content:
                continue
            content = attribution.content
            near = [
                part
                for key in {content[0].start // BUCKET, content[0].start // BUCKET - 1}
                for part in taken.get(key, ())
            ]
            if any(_same(content[0], part) or (content[0] in part and content[-1].end <= part.end) for part in near):
                continue
            for part in content:
                taken.setdefault(part.start // BUCKET, []).append(part)
            yield Draft(attribution, QuoteKind.INDIRECT, list(content), attribution.speaker)


def _widest_first(attribution: Attribution) -> int:
    """The order in which attributions of one sentence are taken: what stands within reported words is told by who reports them."""
    return -sum(len(part) for part in attribution.content)


def _same(one: Span, other: Span) -> bool:
    return one.overlap(other) > SAME * max(len(one), len(other))


def _finish(draft: Draft, number: int, document: Document, actors: ActorIndex, last: Quote | None) -> Quote:
    """The quotation of a draft with its speaker's actor and the kind of its source."""
    attribution, head = draft.attribution, draft.speaker
    found = actors.named(head) if head is not None else None
    actor = found[1] if found else None
    relative = relative_of(attribution.verb, head) if attribution is not None and head is not None and actor else None
    speaker = draft.words
    if speaker is None and head is not None:
        speaker = speaker_span(relative or head)
        if any(speaker.overlap(part) for part in draft.parts):
            speaker = span_between(head, head)
    actor_id = actor.id if actor else ""
    if attribution is not None and attribution.frame == "hearsay":
        source = SourceKind.HEARSAY
    elif head is not None and actor is None and last is not None and _goes_on(head, actors.get(last.actor)):
        source, actor_id = last.source, last.actor
    else:
        by_name = found is not None and found[0].how not in {"pronoun", "description"}
        source = source_of(head, actor, by_name=by_name)
    parts = tuple(sorted(set(draft.parts)))
    cue = attribution.cue if attribution is not None else draft.colon
    return Quote(f"q{number}", draft.kind, parts, cue, speaker, actor_id, source, _citations(document, parts))


def _goes_on(head: Token, before: Actor | None) -> bool:
    """True iff a pronoun of the third person can mean who spoke last."""
    pronoun = head.lower_
    if pronoun in HE_OR_SHE:
        return before is None or before.kind is ActorKind.PERSON
    return pronoun in IT_OR_THEY and (before is None or before.kind is not ActorKind.PERSON)


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
