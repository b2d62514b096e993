"""Values of the model made by hand, for every test: no reader, no splitter and no language model is needed for them."""

from __future__ import annotations

import datetime
import hashlib
import re

from briefing.model.brief import (
    ActorLine,
    Brief,
    EventLine,
    FactLine,
    FigureLine,
    GapLine,
    Known,
    LeftOut,
    Line,
    MadeBy,
    Plan,
    QuestionLine,
    QuoteLine,
    Section,
    Shows,
)
from briefing.model.dates import Basis, DateMention, DateType, Precision, ResolvedDate
from briefing.model.findings import (
    Actor,
    ActorKind,
    Analysis,
    Event,
    EventStatus,
    Figure,
    Mention,
    Question,
    QuestionKind,
    Quote,
    QuoteKind,
    SourceKind,
)
from briefing.model.text import Citation, Document, Sentence, Source, Span

__all__ = ["FERRY", "PLAN", "analysis", "brief", "cite", "day", "days", "document", "full_brief", "source", "span"]

FERRY = """\
The ferry union will decide on Friday whether to extend its strike, which has cut off three islands since 4 March. \
Nobody knows who will bring the mail.

The Seafarers' Union (SU), which represents 1,900 deckhands, rejected the offer on Tuesday.

The operator, Nordline, offered 4.2 per cent over two years; the union asks for 7.

"We cannot pay what we do not earn," said Ida Solberg, Nordline's chief executive. She denied that ships had been sold.

The ministry did not say whether it has a plan for medical transport. Two officials spoke of "weeks, not days".
"""
"""An invented article: five paragraphs, eight sentences."""

PLAN = Plan(
    name="brief",
    title="One-page brief",
    description="Everything on one page.",
    sections=(
        Section(Shows.BOTTOM_LINE, "Bottom line", 1),
        Section(Shows.POINTS, "Key points", 5),
        Section(Shows.ACTORS, "Key actors", 6),
        Section(Shows.TIMELINE, "Timeline", 8),
        Section(Shows.QUOTES, "What people said", 4),
        Section(Shows.FIGURES, "Key figures", 4),
        Section(Shows.QUESTIONS, "Open questions", 4),
        Section(Shows.GAPS, "What the article does not say", 2),
    ),
    words=450,
)


def source(text: str, *, source_id: str = "a1", **fields: object) -> Source:
    """A source of a text; other fields as given."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(id=source_id, text=text, sha256=digest, **fields)  # type: ignore[arg-type]


def document(text: str | Source, *, source_id: str = "a1") -> Document:
    """A document split naively: paragraphs at blank lines, sentences after `.`, `!`, `?` (and a closing mark) before white space.

    A paragraph without a full stop at its end that is shorter than ten words is a heading for what follows.
    """
    origin = text if isinstance(text, Source) else source(text, source_id=source_id)
    sentences: list[Sentence] = []
    heading = ""
    for paragraph, block in enumerate(re.finditer(r"\S(?:(?!\n[ \t]*\n)[\s\S])*", origin.text), start=1):
        words = block[0].rstrip()
        is_heading = not re.search(r"[.!?][\"'”’)]*$", words) and len(words.split()) < 10 and paragraph > 1
        heading = words if is_heading else heading
        pieces = [words] if is_heading else re.findall(r"\S[\s\S]*?[.!?][\"'”’)]*(?=\s|$)|\S[\s\S]*$", words)
        offset = block.start()
        for piece in pieces:
            start = origin.text.index(piece, offset)
            offset = start + len(piece)
            name = f"{origin.id}.{len(sentences) + 1}"
            sentences.append(
                Sentence(name, Span(start, offset), paragraph, "" if is_heading else heading, is_heading=is_heading)
            )
    return Document(origin, tuple(sentences))


def span(text: str | Document, words: str, number: int = 1) -> Span:
    """The span of the `number`-th place where these words stand."""
    whole = text.source.text if isinstance(text, Document) else text
    start = -1
    for _ in range(number):
        start = whole.index(words, start + 1)
    return Span(start, start + len(words))


def cite(made: Document, words: str) -> Citation:
    """The citation of the first place where these words stand."""
    return made.cite(span(made, words))


def day(iso: str) -> datetime.date:
    """The day of an ISO date."""
    return datetime.date.fromisoformat(iso)


def days(
    first: str, last: str = "", precision: Precision = Precision.DAY, basis: Basis = Basis.EXPLICIT, anchor: str = ""
) -> ResolvedDate:
    """The days from `first` to `last` (inclusive; `first` alone where it is empty)."""
    return ResolvedDate(day(first), day(last or first), precision, basis, day(anchor) if anchor else None)


def analysis(made: Document | None = None) -> Analysis:
    """An analysis with one finding of every kind; of the ferry article, or empty for another document."""
    if made is not None:
        return Analysis(made)
    made = document(source(FERRY, published=day("2024-03-14"), published_from="metadata"))
    union, nordline = span(made, "Seafarers' Union"), span(made, "Nordline")
    offer, friday = span(made, "rejected the offer on Tuesday"), span(made, "on Friday")
    return Analysis(
        made,
        actors=(
            Actor(
                "p1",
                "Seafarers' Union",
                ActorKind.ORGANISATION,
                ("Seafarers' Union", "SU"),
                span(made, "represents 1,900 deckhands"),
                (
                    Mention(union, ActorKind.ORGANISATION, "name"),
                    Mention(span(made, "SU"), ActorKind.ORGANISATION, "acronym"),
                ),
                1.0,
                offer,
                (made.cite(union), made.cite(offer)),
            ),
            Actor(
                "p2",
                "Nordline",
                ActorKind.ORGANISATION,
                ("Nordline",),
                span(made, "The operator"),
                (Mention(nordline, ActorKind.ORGANISATION, "name"),),
                0.6,
                None,
                (made.cite(nordline),),
            ),
        ),
        dates=(
            DateMention(
                friday, DateType.DATE, "2024-03-15", days("2024-03-15", basis=Basis.RELATIVE, anchor="2024-03-14")
            ),
            DateMention(span(made, "two years"), DateType.DURATION, "P2Y"),
        ),
        events=(
            Event(
                id="e1",
                trigger=span(made, "rejected"),
                lemma="reject",
                clause=span(
                    made, "The Seafarers' Union (SU), which represents 1,900 deckhands, rejected the offer on Tuesday"
                ),
                parts=(span(made, "The Seafarers' Union"), offer),
                who=union,
                whom=span(made, "the offer"),
                place=None,
                actors=("p1",),
                when=days("2024-03-12", basis=Basis.RELATIVE, anchor="2024-03-14"),
                when_words=span(made, "on Tuesday"),
                status=EventStatus.HAPPENED,
                said_by="",
                same_as="",
                is_speech=False,
                is_noun=False,
                depth=0,
                citations=(made.cite(offer),),
            ),
        ),
        quotes=(
            Quote(
                "q1",
                QuoteKind.DIRECT,
                (span(made, "We cannot pay what we do not earn,"),),
                span(made, "said"),
                span(made, "Ida Solberg"),
                "",
                SourceKind.NAMED,
                (cite(made, "We cannot pay"),),
            ),
        ),
        questions=(
            Question(
                "o1",
                QuestionKind.UNKNOWN,
                "Does the ministry have a plan for medical transport?",
                span(made, "did not say whether"),
                None,
                (),
                0.5,
                (cite(made, "The ministry did not say whether it has a plan for medical transport."),),
            ),
        ),
        figures=(
            Figure(
                "f1",
                span(made, "4.2 per cent"),
                4.2,
                "percent",
                span(made, "two years"),
                None,
                "p2",
                (cite(made, "4.2 per cent"),),
            ),
        ),
        gaps=("who owns the ferries",),
    )


def brief(text: str = "One. Two.", *, plan: Plan = PLAN, title: str = "A title", **fields: object) -> Brief:
    """A brief of a text whose bottom line is its first sentence; other fields as given, empty otherwise."""
    made = document(text)
    first = made.sentences[0] if made.sentences else None
    bottom = (
        Line(made.text_of(first.span), (Citation(first.id, first.span),), Known(SourceKind.AUTHOR), 1.0)
        if first
        else None
    )
    empty: dict[str, object] = dict.fromkeys(
        ("points", "actors", "timeline", "questions", "quotes", "figures", "facts", "gaps", "left_out"), ()
    )
    values = {
        **empty,
        "title": title,
        "bottom_line": bottom,
        "sources": (made,),
        "made_by": MadeBy("0.1.0", "none", plan.name, "0" * 64),
        "plan": plan,
        "words_read": len(text.split()),
        "words": 0,
        **fields,
    }
    return Brief(**values)  # type: ignore[arg-type]


def _line(made: Document, words: str, how: SourceKind = SourceKind.AUTHOR, actor: str = "") -> Line:
    return Line(words, (cite(made, words),), Known(how, actor), 0.5)


def full_brief(*, plan: Plan = PLAN, text: str = FERRY, **origin: object) -> Brief:
    """A brief of the ferry article with every kind of line; `origin` are fields of its source."""
    known: dict[str, object] = {
        "title": "Ferry strike in Norhavn enters second week",
        "site": "Coastal Courier",
        "origin": "ferry.md",
        "published": day("2024-03-14"),
        "published_from": "metadata",
    }
    made = document(source(text, **{**known, **origin}))  # type: ignore[arg-type]
    named = Known(SourceKind.NAMED, "p2")
    author = Known(SourceKind.AUTHOR)
    mail = "Nobody knows who will bring the mail."
    plan_unknown = "The ministry did not say whether it has a plan for medical transport."
    rejected = "rejected the offer on Tuesday"
    return Brief(
        title="Ferry strike in Norhavn enters second week",
        bottom_line=_line(
            made,
            "The ferry union will decide on Friday whether to extend its strike, which has cut off three islands since 4 March.",
        ),
        points=(
            _line(
                made,
                "The operator, Nordline, offered 4.2 per cent over two years; the union asks for 7.",
                SourceKind.NAMED,
                "p2",
            ),
            _line(made, mail),
            _line(made, 'Two officials spoke of "weeks, not days".', SourceKind.UNNAMED),
        ),
        actors=(
            ActorLine(
                f"represents 1,900 deckhands; {rejected}",
                (cite(made, "represents 1,900 deckhands"), cite(made, rejected)),
                author,
                1.0,
                id="p1",
                name="Seafarers' Union",
                kind=ActorKind.ORGANISATION,
                aliases=("Seafarers' Union", "SU"),
                role="represents 1,900 deckhands",
                did=rejected,
                salience=1.0,
            ),
            ActorLine(
                "Nordline's chief executive; denied that ships had been sold",
                (cite(made, "Nordline's chief executive"), cite(made, "denied that ships had been sold")),
                author,
                0.6,
                id="p2",
                name="Ida Solberg",
                kind=ActorKind.PERSON,
                aliases=("Ida Solberg", "Solberg"),
                role="Nordline's chief executive",
                did="denied that ships had been sold",
                salience=0.4,
            ),
        ),
        timeline=(
            EventLine(
                "its strike … has cut off three islands",
                (cite(made, "its strike, which has cut off three islands since 4 March"),),
                author,
                0.9,
                event="e1",
                when=days("2024-03-04"),
                when_text="4 Mar 2024",
                status=EventStatus.HAPPENED,
                place="three islands",
            ),
            EventLine(
                rejected,
                (cite(made, rejected),),
                author,
                0.8,
                event="e2",
                when=days("2024-03-12", basis=Basis.RELATIVE, anchor="2024-03-14"),
                when_text="12 Mar 2024",
                as_written="on Tuesday",
                status=EventStatus.HAPPENED,
                who="The Seafarers' Union",
            ),
            EventLine(
                "The ferry union will decide … whether to extend its strike",
                (cite(made, "The ferry union will decide on Friday whether to extend its strike"),),
                author,
                0.8,
                event="e3",
                when=days("2024-03-15", basis=Basis.RELATIVE, anchor="2024-03-14"),
                when_text="15 Mar 2024",
                as_written="on Friday",
                status=EventStatus.PLANNED,
                who="The ferry union",
            ),
            EventLine(
                "ships had been sold",
                (cite(made, "ships had been sold"),),
                named,
                0.3,
                event="e4",
                when=None,
                status=EventStatus.DENIED,
            ),
        ),
        questions=(
            QuestionLine(
                plan_unknown,
                (cite(made, plan_unknown),),
                author,
                0.5,
                kind=QuestionKind.UNKNOWN,
                question="Does the ministry have a plan for medical transport?",
                cue=span(made, "did not say whether"),
            ),
            QuestionLine(
                "The ferry union will decide on Friday whether to extend its strike …",
                (cite(made, "The ferry union will decide on Friday whether to extend its strike"),),
                author,
                0.5,
                kind=QuestionKind.PENDING,
                question="Will the union extend its strike?",
                cue=span(made, "will decide on Friday whether"),
                due="15 Mar 2024",
            ),
        ),
        quotes=(
            QuoteLine(
                "We cannot pay what we do not earn,",
                (cite(made, "We cannot pay what we do not earn,"),),
                named,
                0.5,
                speaker="Ida Solberg",
                kind=QuoteKind.DIRECT,
            ),
        ),
        figures=(
            FigureLine(
                "4.2 per cent over two years",
                (cite(made, "4.2 per cent over two years"),),
                named,
                0.4,
                value=4.2,
                unit="percent",
                number="4.2 per cent",
            ),
        ),
        facts=(
            FactLine("The ferry union", (cite(made, "The ferry union"),), author, label="Who"),
            FactLine("three islands", (cite(made, "three islands"),), author, label="Where"),
        ),
        gaps=(GapLine("who owns the ferries", ()),),
        sources=(made,),
        left_out=(LeftOut(Shows.POINTS, 3), LeftOut(Shows.TIMELINE, 2)),
        made_by=MadeBy("0.1.0", "en_core_web_sm 3.8.0", plan.name, "0" * 64, (("method", "consensus"),)),
        plan=plan,
        words_read=len(text.split()),
        words=0,
    )
