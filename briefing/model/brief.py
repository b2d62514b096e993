"""The ranking of sentences, the plan of a page, and the page itself. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.dates import ResolvedDate
    from briefing.model.findings import ActorKind, EventStatus, QuestionKind, QuoteKind, SourceKind
    from briefing.model.text import Citation, Document, Span

__all__ = [
    "ActorLine",
    "Brief",
    "EventLine",
    "FactLine",
    "FigureLine",
    "GapLine",
    "Known",
    "LeftOut",
    "Likelihood",
    "Line",
    "MadeBy",
    "Plan",
    "QuestionLine",
    "QuoteLine",
    "Rank",
    "Ranking",
    "Section",
    "Shows",
]


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of one sentence in a ranking.

    Attributes:
        sentence: The sentence's id.
        position: Its place, from 1.
        by: (method, place) for each method that was joined: why it stands where it stands.
    """

    sentence: str
    position: int
    by: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of a document from the best to the least, and those chosen, in order of rank.

    Attributes:
        document: The document.
        method: The method that ranked.
        ranks: All sentences that are prose, best first.
        chosen: The ids of the chosen sentences, best first.
        parts: In how many parts the text was ranked: more than 1 where it is too long to compare each sentence with every other.
    """

    document: Document
    method: str
    ranks: tuple[Rank, ...]
    chosen: tuple[str, ...]
    parts: int = 1


class Shows(StrEnum):
    """What a section of a page shows; each is a field of `Brief`."""

    BOTTOM_LINE = "bottom_line"
    POINTS = "points"
    ACTORS = "actors"
    TIMELINE = "timeline"
    QUOTES = "quotes"
    FIGURES = "figures"
    QUESTIONS = "questions"
    GAPS = "gaps"
    FACTS = "facts"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a plan.

    Attributes:
        shows: What it shows.
        heading: Its heading.
        limit: The most lines it may have; 0 for no limit of its own.
        only: Of `shows`, only these kinds, statuses or bases ("disputed", "planned", "author"); empty for all.
    """

    shows: Shows
    heading: str
    limit: int = 0
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a page shows, in what order, and how much of it.

    Attributes:
        name: The template's name.
        title: What this kind of page is called ("One-page brief").
        description: One sentence for `briefing templates list`.
        sections: The sections in order.
        words: The most words of the page's body (headings included, footnotes not).
    """

    name: str
    title: str
    description: str
    sections: tuple[Section, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Known:
    """How a line is known.

    Attributes:
        how: Who stands behind it.
        actor: The id of that actor, "" where there is none.
        name: That actor's name, or the words that say who it is; "" where the text does not say. The actor need not be on the page.
    """

    how: SourceKind
    actor: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A source's word of likelihood, glossed; never an estimate of ours.

    Attributes:
        words: The word as the source has it ("very likely").
        icd203: What the American standard means by it, in per cent from and to; None where it does not have the word.
        phia: What the British yardstick means by it; None where it does not have the word.
    """

    words: str
    icd203: tuple[int, int] | None = None
    phia: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    Attributes:
        text: The words shown: the source's own; `…` where words were left out, [brackets] around words that are ours.
        citations: Where it says so; never empty except in a `GapLine`.
        known: How it is known.
        importance: 0 to 1; what is cut first has the least.
    """

    text: str
    citations: tuple[Citation, ...]
    known: Known | None = None
    importance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine(Line):
    """An actor's card; `text` is "role; did" as far as they are known.

    Attributes:
        id: The actor's id in the analysis.
        name: Its name.
        kind: What it is.
        aliases: Its other names in the text.
        role: Who it is, in the article's words, or "".
        did: What it did or said, in the article's words, or "".
        salience: 0 to 1.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    role: str = ""
    did: str = ""
    salience: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine(Line):
    """A line of the timeline; `text` is the clause.

    Attributes:
        event: The event's id in the analysis.
        when: Its days, or None for an undated one.
        when_text: The date as shown ("12 Mar 2024", "Aug 2019", "c. Nov 2019"), or "".
        as_written: The article's words for it where they were relative ("on Tuesday"), or "".
        status: Whether it is so.
        who: The words that say who, or "".
        place: The words that say where, or "".
        said_by: Who says so, in few words, or "" where the article says it itself or the line names the source.
        likelihood: The source's own word for how likely it is, where its status is possible; or None.
    """

    event: str
    when: ResolvedDate | None
    when_text: str = ""
    as_written: str = ""
    status: EventStatus
    who: str = ""
    place: str = ""
    said_by: str = ""
    likelihood: Likelihood | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine(Line):
    """What somebody said; `text` is their words.

    Attributes:
        speaker: The actor's name, or the words at the quotation.
        kind: direct, mixed or indirect.
    """

    speaker: str
    kind: QuoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine(Line):
    """An open question; `text` is the evidence: the sentence that leaves it open.

    Attributes:
        kind: How it is left open.
        question: Our wording, or "".
        cue: The words that leave it open.
        due: When it will be settled, as shown, or "".
        likelihood: The source's own word for how likely it is, where the kind is possible; or None.
    """

    kind: QuestionKind
    question: str
    cue: Span
    due: str = ""
    likelihood: Likelihood | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine(Line):
    """A number; `text` is its words with what they count.

    Attributes:
        value: The number.
        unit: Its unit, "" for a plain count.
        number: The number's words.
    """

    value: float
    unit: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine(Line):
    """One answer of a fact box.

    Attributes:
        label: "Who", "What", "When", "Where", "Why" or "How".
    """

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine(Line):
    """Something the article does not say; it has no citations."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many lines a section lost to the limits and the word budget."""

    shows: Shows
    lines: int


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What is needed to make the page again.

    Attributes:
        version: The version of briefing.
        model: The name and version of the language model.
        template: The template's name.
        template_sha256: The hash of its file.
        options: (name, value) of every option that changes the page.
    """

    version: str
    model: str
    template: str
    template_sha256: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about one article.

    Attributes:
        title: The page's title line: the article's title, or its first words.
        bottom_line: The main point; None for a text without a sentence.
        points: The key points, in text order.
        actors: The key actors, the most central first.
        timeline: The events, dated ones in order of time, then undated ones in text order.
        questions: The open questions, the weightiest first.
        quotes: What people said, in text order.
        figures: The key figures, in text order.
        facts: who, what, when, where, why, how.
        gaps: What the article does not say.
        sources: The documents that were read, with their text.
        left_out: What was cut to keep to one page.
        made_by: What is needed to make it again.
        plan: The plan that the page follows.
        words_read: The words of the article.
        words: The words of the page's body.
        parts: In how many parts the article was ranked: more than 1 for a very long one (see `Ranking`).
    """

    title: str
    bottom_line: Line | None
    points: tuple[Line, ...]
    actors: tuple[ActorLine, ...]
    timeline: tuple[EventLine, ...]
    questions: tuple[QuestionLine, ...]
    quotes: tuple[QuoteLine, ...]
    figures: tuple[FigureLine, ...]
    facts: tuple[FactLine, ...]
    gaps: tuple[GapLine, ...]
    sources: tuple[Document, ...]
    left_out: tuple[LeftOut, ...]
    made_by: MadeBy
    plan: Plan
    words_read: int
    words: int
    parts: int = 1

    def lines_of(self, section: Section) -> tuple[Line, ...]:
        """The lines that a section of the plan shows, in order; a section with `only` shows just those kinds, statuses or bases."""
        if section.shows is Shows.SOURCES:
            return ()
        if section.shows is Shows.BOTTOM_LINE:
            return (self.bottom_line,) if self.bottom_line else ()
        lines: tuple[Line, ...] = getattr(self, section.shows.value)
        if not section.only:
            return lines
        return tuple(line for line in lines if _kind_of(line) in section.only)


def _kind_of(line: Line) -> str:
    """The word that `Section.only` selects a line by."""
    match line:
        case EventLine():
            return line.status.value
        case ActorLine() | QuestionLine() | QuoteLine():
            return line.kind.value
        case FactLine():
            return line.label.lower()
        case _:
            return line.known.how.value if line.known else ""
