"""The lines that a page may have: an analysis and a ranking in, candidate lines for each section out, the best first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.composition.date_text import date_text
from briefing.composition.openings import Openings, join_parts, shortened
from briefing.composition.provenance import Provenance
from briefing.lexicon import load_lexicon
from briefing.model.brief import ActorLine, FactLine, FigureLine, GapLine, Line, QuestionLine, QuoteLine
from briefing.model.findings import ActorKind, QuoteKind, SourceKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.model.brief import Ranking
    from briefing.model.findings import Actor, Analysis, Event, Figure, Question, Quote
    from briefing.model.text import Citation, Document, Sentence

__all__ = ["Lines"]

LEAD = 5
"""Prose sentences among which the bottom line is looked for: news puts its point first (inverted pyramid)."""

ROOM = 0.1
"""What a point longer than `LONG_SENTENCE` is worth less than a shorter one of the same rank."""

LONG_ARTICLE, SHORT_SENTENCE = 12, 22
"""Sentences of an article whose bottom line may take two, and words of a first one that leaves room for a second."""

FALL = 0.08
"""What each sentence of the lead is worth less than the one before it as the bottom line, in shares of the ranking."""

FEWEST_WORDS, MOST_WORDS = 7, 45
"""Words of a sentence that can stand as a point: shorter ones are fragments, longer ones fill the page."""

LONG_BOTTOM_LINE, LONG_SENTENCE = 30, 24
"""Words of a bottom line, and of a point, that is shown whole; of a longer one the main clause is shown and the sentence stands in the footnote."""

TITLE_WORD = 4
"""Letters of a title's word that says what the story is about."""

TITLE_MARKS = ".,:;!?\"'“”‘’()"

WEIGHTY = 0.45
"""The weight of a question that is shown even where no wording of it could be made."""

MOST_BY_ONE = 2
"""Quotations of one speaker: a page is no transcript."""

HANDFUL = 10
"""The least count that is a figure of its own."""

SET_OFF = (",", ";", ":", "–", "—", "--", "(")
"""Marks that set an aside off from its clause."""

CENTRAL = 0.6
"""Salience from which an actor has its place on the page whether or not the text says who it is; below it, those with a role go first."""

FULL_CARDS = 3
"""Cards that say both who an actor is and what it did; the ones below say one of the two, so that more actors fit."""

DEED_WORDS = 11
"""Words of a deed on a card."""

MOST_QUOTED = 22
"""Words of a quotation on the page; a longer one is cut after a sentence."""


class Lines:
    """Makes the candidate lines of a page, section by section, the best first."""

    def __init__(self, analysis: Analysis, ranking: Ranking) -> None:
        self.analysis = analysis
        self.document: Document = analysis.document
        self.openings = Openings(analysis)
        self.provenance = Provenance(analysis)
        self.actors: dict[str, Actor] = {actor.id: actor for actor in analysis.actors}
        self.position = {rank.sentence: rank.position for rank in ranking.ranks}
        self.title_words = frozenset(
            word
            for word in (part.lower().strip(TITLE_MARKS) for part in self.document.source.title.split())
            if len(word) >= TITLE_WORD
        )
        self._chosen = ranking.chosen
        self._by_sentence_id: dict[str, list[Event]] = {}
        for event in analysis.events:
            self._by_sentence_id.setdefault(event.citations[0].sentence, []).append(event)

    # ---- sentences ----
    def worth_of(self, sentence_id: str) -> float:
        """1 for the best-ranked sentence, near 0 for the last, 0 for one that is not ranked."""
        position = self.position.get(sentence_id)
        return 0.0 if position is None else 1 - (position - 1) / max(1, len(self.position))

    def bottom_line(self) -> Line | None:
        """The sentence that says the main point, and a second one where a short first one leaves out a main actor; None without prose.

        It is the best-ranked of the lead that reads well alone.
        """
        prose = [sentence for sentence in self.document.sentences if sentence.id in self.position]
        prose = prose or list(self.document.sentences)
        if not prose:
            return None
        lead = [sentence for sentence in prose[:LEAD] if self._stands_alone(sentence)] or prose[:1]
        nth = {sentence.id: number for number, sentence in enumerate(prose[:LEAD])}
        best = max(lead, key=lambda sentence: self.worth_of(sentence.id) - FALL * nth[sentence.id])
        first = self._line(best, 1.0, words=LONG_BOTTOM_LINE)
        second = next((sentence for sentence in lead if sentence.span.start > best.span.start), None)
        if second is None or not self._completes(best, second):
            return first
        more = self._line(second, 1.0, words=LONG_SENTENCE)
        return Line(f"{first.text} {more.text}", (*first.citations, *more.citations), first.known, 1.0)

    def _completes(self, best: Sentence, second: Sentence) -> bool:
        """True iff a long article's short first sentence lacks one of the two most central actors, and the next one names it."""
        if len(self.position) < LONG_ARTICLE or len(self.document.text_of(best.span).split()) > SHORT_SENTENCE:
            return False
        central = [actor for actor in self.analysis.actors if actor.kind is not ActorKind.PLACE][:2]
        return any(
            not any(mention.span in best.span for mention in actor.mentions)
            and any(mention.span in second.span for mention in actor.mentions)
            for actor in central
        )

    def points(self, bottom: Line | None) -> list[Line]:
        """The chosen sentences that read well alone, without the bottom line's, the best first."""
        taken = {citation.sentence for citation in bottom.citations} if bottom else set()
        chosen = [self.document.sentence(name) for name in self._chosen if name not in taken]
        chosen.sort(key=lambda sentence: -self._point_worth(sentence))
        return [
            self._line(sentence, self.worth_of(sentence.id), words=LONG_SENTENCE)
            for sentence in chosen
            if self._stands_alone(sentence)
        ]

    def _point_worth(self, sentence: Sentence) -> float:
        """The rank of a sentence, less a little where it takes much room."""
        return self.worth_of(sentence.id) - (ROOM if self._words((sentence.span,)) > LONG_SENTENCE else 0.0)

    def _stands_alone(self, sentence: Sentence) -> bool:
        words = len(self.document.text_of(sentence.span).split())
        return (
            FEWEST_WORDS <= words <= MOST_WORDS
            and not self.openings.points_back(sentence.span)
            and not self._is_question(sentence)
        )

    def _is_question(self, sentence: Sentence) -> bool:
        return self.document.text_of(sentence.span).rstrip("\"'”’) ").endswith("?")

    def _line(self, sentence: Sentence, importance: float, *, words: int) -> Line:
        return Line(
            self._shown(sentence, self._tight(sentence, words)),
            (self.document.cite(sentence.span),),
            self.provenance.known(sentence.span),
            importance,
        )

    def _shown(self, sentence: Sentence, parts: Sequence[Span]) -> str:
        """The words of the parts; `…` behind them where the sentence goes on."""
        return self.openings.shown(parts) + ("" if parts[-1].end == sentence.span.end else " …")

    def _tight(self, sentence: Sentence, words: int) -> Sequence[Span]:
        """The sentence, or of one longer than so many words its main clause with its attribution: asides and relative clauses are left to the footnote."""
        whole = (sentence.span,)
        if len(self.document.text_of(sentence.span).split()) <= words:
            return whole
        mains = [
            event
            for event in self._events_in(sentence)
            if not event.depth and not event.is_noun and event.who is not None
        ]
        fitting = [
            parts
            for event in mains
            if FEWEST_WORDS < self._words(parts := event.parts) <= words
            and self._keeps_source(event)
            and self._cuts_asides(sentence.span, parts)
        ]
        if not fitting:
            return whole
        first = min(fitting, key=lambda parts: (parts[0].start, -self._words(parts)))
        return self._with_end(first, sentence)

    def _keeps_source(self, event: Event) -> bool:
        """True iff the clause is the author's own, or holds its attribution: a claim must not stand there as a fact."""
        return not event.said_by and self.provenance.known(event.trigger).how is SourceKind.AUTHOR

    def _cuts_asides(self, whole: Span, parts: Sequence[Span]) -> bool:
        """True iff all that is left out is an aside: set off by marks, and neither a condition nor an attribution."""
        text = self.document.source.text
        before = text[whole.start : parts[0].start].strip()
        gaps = [Span(left.end, right.start) for left, right in pairwise(parts)]
        if parts[-1].end < whole.end:
            gaps.append(Span(parts[-1].end, whole.end))
        if before and not before.endswith(SET_OFF):
            return False
        return all(
            text[gap.start : gap.end].strip().startswith((*SET_OFF, ".", ")")) and self._is_dispensable(gap)
            for gap in gaps
        )

    def _is_dispensable(self, gap: Span) -> bool:
        """True iff without these words the rest still says the same: no condition, no contrast, nobody who says it."""
        words = self.document.text_of(gap).lower().replace(",", " ").split()
        limits = load_lexicon("composition").words("limits")
        speaks = any(event.is_speech and event.trigger in gap for event in self.analysis.events)
        return not speaks and not any(word in limits for word in words)

    def _with_end(self, parts: Sequence[Span], sentence: Sentence) -> Sequence[Span]:
        """The parts with the sentence's closing mark where they reach it."""
        last = parts[-1]
        rest = self.document.text_of(Span(last.end, sentence.span.end)) if last.end < sentence.span.end else ""
        return (
            (*parts[:-1], Span(last.start, sentence.span.end)) if rest and not any(c.isalnum() for c in rest) else parts
        )

    def _words(self, parts: Sequence[Span]) -> int:
        return sum(len(self.document.text_of(part).split()) for part in parts)

    def _events_in(self, sentence: Sentence) -> list[Event]:
        return self._by_sentence_id.get(sentence.id, [])

    # ---- actors ----
    def actor_lines(self, said: frozenset[str] = frozenset()) -> list[ActorLine]:
        """A card for each actor that acts or is acted on, the most central first.

        `said`: the ids of the sentences that the page tells elsewhere; a deed told there is not told again.
        """
        busy = {actor for event in self.analysis.events for actor in event.actors[:2]} | {
            quote.actor for quote in self.analysis.quotes
        }
        leading = {event.actors[0] for event in self.analysis.events if event.actors and event.who is not None}
        shown = [actor for actor in self.analysis.actors if _is_on_stage(actor, busy, leading)]
        cards = [self._card(actor, said, full=nth < FULL_CARDS) for nth, actor in enumerate(shown)]
        return sorted(cards, key=lambda card: not (card.role or card.did) and card.salience < CENTRAL)

    def _card(self, actor: Actor, said: frozenset[str], *, full: bool) -> ActorLine:
        """The card of an actor: who it is and what it did; of one that is not `full`, what it did only where the text does not say who."""
        role = join_parts(self.document, (actor.role,)) if actor.role is not None else ""
        deed = next((deed for deed in actor.deeds if self.document.cite(deed).sentence not in said), None)
        did = self._deed_words(deed) if deed is not None and (full or not role) else ""
        aliases = tuple(alias for alias in actor.aliases if alias != actor.name and not _is_part_of(alias, actor.name))
        cited = tuple(
            citation for citation in actor.citations if actor.did is None or citation != self.document.cite(actor.did)
        )
        return ActorLine(
            "; ".join(text for text in (role, did) if text) or actor.name,
            (*(cited or actor.citations), *((self.document.cite(deed),) if did and deed is not None else ())),
            self.provenance.known(deed if did and deed is not None else actor.citations[0].span),
            actor.salience,
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            aliases=aliases,
            role=role,
            did=did,
            salience=actor.salience,
        )

    def _deed_words(self, did: Span) -> str:
        """The words of a deed, `…` where its clause leaves words out."""
        event = next(
            (event for event in self.analysis.events if did in event.clause and event.clause.end == did.end), None
        )
        parts = event.parts if event is not None else (did,)
        kept = [Span(max(part.start, did.start), part.end) for part in parts if part.end > did.start]
        kept, cut = shortened(self.document, kept, DEED_WORDS)
        return join_parts(self.document, kept) + (" …" if cut else "")

    def has_content(self, event: Event) -> bool:
        """True iff what is said stands in the words of a verb of saying: a clause of its own, or an object."""
        inside = self._by_sentence_id.get(event.citations[0].sentence, [])
        return event.whom is not None or any(
            not other.is_noun
            and other.trigger.start > event.trigger.start
            and any(other.trigger in part for part in event.parts)
            for other in inside
        )

    def asks(self, event: Event) -> bool:
        """True iff the event stands in a question."""
        return self._is_question(self.document.sentence(event.citations[0].sentence))

    # ---- quotes ----
    def quote_lines(self) -> list[QuoteLine]:
        """What people said in their own words, those of central speakers first, one a speaker before a second."""
        spoken = [
            quote for quote in self.analysis.quotes if quote.kind is QuoteKind.DIRECT and quote.speaker is not None
        ]
        ranked = sorted(spoken, key=lambda quote: (-self._quote_worth(quote), quote.parts[0].start))
        seen: dict[str, int] = {}
        rows = []
        for quote in ranked:
            nth = seen[quote.actor] = seen.get(quote.actor, 0) + 1
            rows.append((nth if quote.actor else 1, quote))
        rows.sort(key=lambda row: row[0])
        told = (self._quote_line(quote) for nth, quote in rows if nth <= MOST_BY_ONE)
        return [line for line in told if line is not None]

    def _quote_worth(self, quote: Quote) -> float:
        actor = self.actors.get(quote.actor)
        return (actor.salience if actor else 0.1) + self.worth_of(quote.citations[0].sentence)

    def _quote_line(self, quote: Quote) -> QuoteLine | None:
        """The line of a quotation; None for a snippet, or where nobody is said to say it."""
        parts = self._first_sentences(quote.parts)
        text = join_parts(self.document, parts)
        actor = self.actors.get(quote.actor)
        speaker = (
            actor.name if actor else join_parts(self.document, (quote.speaker,)) if quote.speaker is not None else ""
        )
        if len(text.split()) < FEWEST_WORDS - 2 or not speaker:
            return None
        return QuoteLine(
            text,
            quote.citations,
            self.provenance.known(parts[0]),
            self._quote_worth(quote) / 2,
            speaker=speaker,
            kind=quote.kind,
        )

    def _first_sentences(self, parts: Sequence[Span]) -> list[Span]:
        """The words of a quotation up to the end of the sentence in which it passes `MOST_QUOTED` words."""
        kept: list[Span] = []
        words = 0
        for part in parts:
            for piece in self._by_sentence(part):
                if words and words + len(self.document.text_of(piece).split()) > MOST_QUOTED:
                    return kept
                kept = (
                    [*kept[:-1], Span(kept[-1].start, piece.end)]
                    if kept and not self.document.source.text[kept[-1].end : piece.start].strip()
                    else [*kept, piece]
                )
                words += len(self.document.text_of(piece).split())
        return kept

    def _by_sentence(self, span: Span) -> Iterator[Span]:
        index = self.document.index_at(span.start)
        while index < len(self.document.sentences) and self.document.sentences[index].span.start < span.end:
            sentence = self.document.sentences[index].span
            if sentence.overlap(span):
                yield Span(max(sentence.start, span.start), min(sentence.end, span.end))
            index += 1

    # ---- questions, figures, gaps ----
    def question_lines(self) -> list[QuestionLine]:
        """The open questions, the weightiest first, each question once."""
        ranked = sorted(self.analysis.questions, key=lambda question: (-question.weight, question.cue.start))
        seen: set[str] = set()
        lines = []
        for question in ranked:
            wording = question.question.lower()
            if wording in seen or (not wording and question.weight < WEIGHTY):
                continue
            if wording:
                seen.add(wording)
            lines.append(self._question_line(question))
        return lines

    def _question_line(self, question: Question) -> QuestionLine:
        evidence = self.document.sentence(question.citations[0].sentence).span
        return QuestionLine(
            self.openings.shown((evidence,)),
            (self.document.cite(evidence), *question.citations[1:]),
            self.provenance.known(evidence),
            question.weight,
            kind=question.kind,
            question=question.question,
            cue=question.cue,
            due=date_text(question.due) if question.due is not None else "",
        )

    def figure_lines(self) -> list[FigureLine]:
        """The figures that say what they count, those of the best-ranked sentences first, each value once."""
        lines, seen = [], set()
        for figure in sorted(
            self.analysis.figures, key=lambda figure: (-self.worth_of(figure.citations[0].sentence), figure.span.start)
        ):
            if figure.of is None or not self._is_telling(figure) or (figure.value, figure.unit) in seen:
                continue
            seen.add((figure.value, figure.unit))
            spans = sorted((figure.span, figure.of))
            parts = (
                [Span(spans[0].start, max(spans[0].end, spans[1].end))] if spans[1].start <= spans[0].end + 1 else spans
            )
            lines.append(
                FigureLine(
                    join_parts(self.document, parts),
                    figure.citations,
                    self.provenance.known(figure.span),
                    self.worth_of(figure.citations[0].sentence),
                    value=figure.value,
                    unit=figure.unit,
                    number=join_parts(self.document, (figure.span,)),
                )
            )
        return lines

    def _is_telling(self, figure: Figure) -> bool:
        """True iff a figure measures, is hedged, or counts more than a handful: "two men" is no key figure."""
        return bool(figure.unit) or figure.value >= HANDFUL or len(self.document.text_of(figure.span).split()) > 1

    def gap_lines(self) -> list[GapLine]:
        """What the article does not say."""
        return [GapLine(gap, (), None, 0.1) for gap in self.analysis.gaps]

    # ---- facts ----
    def fact_lines(self, main: Event | None) -> list[FactLine]:
        """Who, what, when, where, why and how of the main event, in that order; what the text does not say is missing."""
        if main is None:
            return []
        facts = [("Who", main.who), ("What", main.clause), ("When", main.when_words), ("Where", main.place)]
        lines = []
        for label, span in facts:
            if span is None:
                continue
            parts: Sequence[Span] = main.parts if label == "What" else (span,)
            text = self.openings.shown(parts)
            if label == "When" and main.when is not None:
                text = f"{text} [{date_text(main.when)}]"
            lines.append(self._fact(label, text, self.document.cite(span)))
        if main.when is not None and main.when_words is None:
            lines.insert(2, self._fact("When", f"[{date_text(main.when)}]", self.document.cite(main.trigger)))
        return lines

    def _fact(self, label: str, text: str, citation: Citation) -> FactLine:
        return FactLine(text, (citation,), self.provenance.known(citation.span), 1.0, label=label)


def _is_on_stage(actor: Actor, busy: set[str], leading: set[str]) -> bool:
    """True iff an actor acts or is acted on in the text: no mere place, no country in which it just happens."""
    if not actor.citations:
        return False
    if actor.kind is ActorKind.PLACE:
        return False
    if actor.kind is ActorKind.COUNTRY:
        return actor.id in leading
    return actor.id in busy or actor.role is not None


def _is_part_of(alias: str, name: str) -> bool:
    """True iff an alias only repeats words of the name ("Khalilzad" of "Zalmay Khalilzad")."""
    return set(alias.lower().split()) <= set(name.lower().split())
