"""What is found in a document: actors, events, quotes, questions, figures, and the analysis that holds them.

All values are frozen and made of tuples; an empty tuple or string stands for "none". Spans are half-open, into `Source.text`.
Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing.model.dates import Basis

if TYPE_CHECKING:
    from briefing.model.dates import DateMention, ResolvedDate
    from briefing.model.text import Citation, Document, Span

__all__ = [
    "Actor",
    "ActorKind",
    "Analysis",
    "Event",
    "EventStatus",
    "Figure",
    "Mention",
    "Question",
    "QuestionKind",
    "Quote",
    "QuoteKind",
    "SourceKind",
]


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    COUNTRY = "country"
    PLACE = "place"


class EventStatus(StrEnum):
    """Whether an event is so, as the text has it. Where several hold: denied > possible > planned > reported > happened."""

    HAPPENED = "happened"
    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class QuoteKind(StrEnum):
    """direct: whole sentences in quotation marks; mixed: some words in marks; indirect: reported without marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class QuestionKind(StrEnum):
    """How the text leaves a question open."""

    ASKED = "asked"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"
    PENDING = "pending"
    POSSIBLE = "possible"


class SourceKind(StrEnum):
    """Who stands behind a statement."""

    AUTHOR = "author"
    NAMED = "named"
    OFFICIAL = "official"
    DOCUMENT = "document"
    UNNAMED = "unnamed"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an actor is meant.

    Attributes:
        span: The words, without a leading article.
        kind: The kind of this mention, which may differ from its actor's ("the White House" for a country).
        how: The rule that tied it to its actor: "name", "surname", "acronym", "pronoun", "description", ...
    """

    span: Span
    kind: ActorKind
    how: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts, is acted on, or is a place.

    Attributes:
        id: "p1", "p2", ... in order of salience.
        name: The fullest name form of the text, for display.
        kind: What it is.
        aliases: The distinct name forms in the text, `name` included when it stands there, in text order.
        role: Who it is, in the article's words; None where the text does not say.
        mentions: Every mention, in text order; names, descriptions and pronouns.
        salience: 0 to 1, the first actor of a document has the highest.
        did: The clause that tells best what it did or said, or None.
        deeds: The few clauses that tell that best, the best first; the first one is `did`.
        citations: Where it is named first, where its role stands, where `did` stands.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    role: Span | None
    mentions: tuple[Mention, ...]
    salience: float
    did: Span | None
    citations: tuple[Citation, ...]
    deeds: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an event.

    Attributes:
        id: "e1", "e2", ... in text order.
        trigger: The head word or words ("crashed", "shot down").
        lemma: The trigger's lemma in lower case, for grouping.
        clause: From the first to the last word of the clause that tells it.
        parts: The spans of that clause to be shown; between two of them words were left out.
        who: The subject's words, or None.
        whom: The object's words, or None.
        place: The words that say where, or None.
        actors: The ids of the actors that take part, the subject first.
        when: The days it is dated to, or None.
        when_words: The expression that dates it, or None.
        status: Whether it is so.
        said_by: The id of the actor on whose word it stands, "" for the author's own.
        same_as: The id of the first event that tells the same, "" where this is the first.
        is_speech: True iff the trigger is a verb of saying.
        is_noun: True iff the trigger is a noun ("the attack").
        depth: How many clauses stand above it in its sentence; 0 for the main clause.
        citations: The clause's place.
        core: The spans of its core, inside `parts`: the fewest words that still tell it; empty where that is the parts.
        is_sentence: True iff the parts read as a sentence that tells this event: no bare infinitive, no participle that only says which is
            meant, no clause that tells another event of another time.
    """

    id: str
    trigger: Span
    lemma: str
    clause: Span
    parts: tuple[Span, ...]
    who: Span | None
    whom: Span | None
    place: Span | None
    actors: tuple[str, ...]
    when: ResolvedDate | None
    when_words: Span | None
    status: EventStatus
    said_by: str
    same_as: str
    is_speech: bool
    is_noun: bool
    depth: int
    citations: tuple[Citation, ...]
    core: tuple[Span, ...] = ()
    is_sentence: bool = True

    @property
    def is_dated(self) -> bool:
        """True iff words or the telling date it: a presumed day is none."""
        return self.when is not None and self.when.basis is not Basis.PRESUMED

    @property
    def shown_when(self) -> ResolvedDate | None:
        """The days that a reader may be shown: none where they are presumed, or only known to be not after publication."""
        when = self.when
        if when is None or not self.is_dated or (when.basis is Basis.PUBLICATION and when.approximate):
            return None
        return when


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the text gives as somebody's.

    Attributes:
        id: "q1", "q2", ... in text order.
        kind: direct, mixed or indirect.
        parts: The words, without quotation marks around a direct quotation; several where the attribution interrupts them.
        cue: The verb or phrase of saying, or None.
        speaker: The words at the quotation that say who speaks, also "he"; or None.
        actor: The id of the actor that is, "" where it is none of them.
        source: Who stands behind it.
        citations: One for each sentence that the parts touch.
    """

    id: str
    kind: QuoteKind
    parts: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    actor: str
    source: SourceKind
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something the text leaves open.

    Attributes:
        id: "o1", "o2", ... in text order.
        kind: How it is left open.
        question: Our wording as one question, "" where no grammatical one could be made.
        cue: The words that leave it open.
        due: When it will be settled, where the text says so; or None.
        concerns: The ids of the actors it is about.
        weight: 0 to 1: how much the text turns on it.
        citations: The sentence that leaves it open, first.
    """

    id: str
    kind: QuestionKind
    question: str
    cue: Span
    due: ResolvedDate | None
    concerns: tuple[str, ...]
    weight: float
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something.

    Attributes:
        id: "f1", "f2", ... in text order.
        span: The number's words with its unit and hedge ("at least 13", "4.2 per cent").
        value: The number, in units of `unit` ("$40 billion" is 40000000000).
        unit: "percent", "USD", "km", ...; "" for a plain count.
        of: What is counted or measured, or None.
        when: When it held, or None.
        said_by: The id of the actor who gives it, "" for the author's own.
        citations: The figure and what it counts.
    """

    id: str
    span: Span
    value: float
    unit: str
    of: Span | None
    when: ResolvedDate | None
    said_by: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one document.

    Attributes:
        document: The document.
        actors: The most salient first.
        dates: In text order, as are all below.
        events: Every mention of an event.
        quotes: What people said.
        questions: What is left open.
        figures: The numbers.
        gaps: What the article does not say, one phrase each; the only findings without citations.
    """

    document: Document
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    questions: tuple[Question, ...] = ()
    figures: tuple[Figure, ...] = ()
    gaps: tuple[str, ...] = ()
