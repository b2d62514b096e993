"""The words that every format shows alike: by-line, source line, and the pieces of a line that are not in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.brief import ActorLine, EventLine, QuestionLine, Shows
from briefing.model.findings import ActorKind, EventStatus, QuoteKind, SourceKind
from briefing.rendering.characters import plain

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from briefing.model.brief import Brief, FigureLine, Line, QuoteLine, Section
    from briefing.model.text import Document, Source

__all__ = [
    "KINDS",
    "READING_SPEED",
    "STATUS_MARKS",
    "Block",
    "actor_parts",
    "byline",
    "centrality",
    "cue_in",
    "cue_of",
    "date_as_written",
    "event_text",
    "known_text",
    "likelihood_text",
    "long_date",
    "number_in",
    "other_names",
    "question_text",
    "quoted",
    "reading_time",
    "shown_sections",
    "source_line",
    "source_name",
    "source_text",
    "split_cards",
    "spoken",
    "status_text",
    "title_of",
    "told_by",
]

READING_SPEED = 238
"""Words a minute: the mean of silent reading of English non-fiction by adults (Brysbaert 2019, a meta-analysis of 190 studies)."""

STATUS_MARKS: Mapping[EventStatus, str] = {
    EventStatus.HAPPENED: "●",
    EventStatus.REPORTED: "◐",
    EventStatus.PLANNED: "○",
    EventStatus.POSSIBLE: "?",
    EventStatus.DENIED: "✕",
}

# Where a date comes from is said where the article itself does not carry it as its own.
_DATED_BY: Mapping[str, str] = {"option": " (as given)", "argument": " (as given)", "dateline": " (dateline)"}

KINDS: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "people",
    ActorKind.ORGANISATION: "organisations",
    ActorKind.GROUP: "groups",
    ActorKind.COUNTRY: "countries",
    ActorKind.PLACE: "places",
}
"""What several actors of a kind are called."""

_PUNCTUATION = ',.;:!?"“”…'
_OPENING = ('"', "“", "‘")
_CLOSING = ('"', "”", "’")

_CENTRAL, _LESS_CENTRAL = 0.8, 0.6
"""The importance from which an actor's card has three dots and two: thirds of what there is above the bar for a card (0.4)."""

_FEW_WORDS = 300
"""Words of a page on which what was left out is counted in one."""

_MOST_NAMES = 4
"""The other names of an actor that one line has room for."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# What a lost line of each section is called: one, several.
_NOUNS: Mapping[Shows, tuple[str, str]] = {
    Shows.BOTTOM_LINE: ("line", "lines"),
    Shows.POINTS: ("point", "points"),
    Shows.ACTORS: ("actor", "actors"),
    Shows.TIMELINE: ("event", "events"),
    Shows.QUOTES: ("quote", "quotes"),
    Shows.FIGURES: ("figure", "figures"),
    Shows.QUESTIONS: ("question", "questions"),
    Shows.GAPS: ("gap", "gaps"),
    Shows.FACTS: ("fact", "facts"),
    Shows.SOURCES: ("source", "sources"),
}

_KNOWN: Mapping[SourceKind, str] = {
    SourceKind.AUTHOR: "the article itself",
    SourceKind.NAMED: "named source",
    SourceKind.OFFICIAL: "official source",
    SourceKind.DOCUMENT: "document",
    SourceKind.UNNAMED: "unnamed source",
    SourceKind.HEARSAY: "hearsay",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A section as it is shown.

    Attributes:
        shows: What it shows.
        heading: Its heading.
        lines: Its lines; empty for the sources.
        names_source: True iff each line says how it is known: in a section that was chosen by that.
    """

    shows: Shows
    heading: str
    lines: tuple[Line, ...]
    names_source: bool = False


def shown_sections(brief: Brief) -> tuple[Block, ...]:
    """The sections of the plan that have something to show, in order."""
    blocks = (_block(brief, section) for section in brief.plan.sections)
    return tuple(block for block in blocks if block.lines or (block.shows is Shows.SOURCES and brief.sources))


def _block(brief: Brief, section: Section) -> Block:
    lines = brief.lines_of(section)
    names_source = bool(section.only) and section.shows in {Shows.POINTS, Shows.TIMELINE}
    heading = plain(section.heading) or _NOUNS[section.shows][1].capitalize()
    return Block(section.shows, heading, lines, names_source)


# ---- the page's head and foot


def title_of(brief: Brief) -> str:
    """The title line."""
    return plain(brief.title) or "Untitled"


def reading_time(words: int) -> str:
    """How long so many words take to read: in tens of seconds up to a minute and a half, then in minutes."""
    seconds = words * 60 / READING_SPEED
    if seconds < 90:  # noqa: PLR2004 - said in the docstring
        return f"{max(10, round(seconds / 10) * 10)} s"
    return f"{round(seconds / 60)} min"


def byline(brief: Brief, words: int) -> str:
    """Source, author, date and reading times; `words` is the number of words on this page, 0 where it is not known.

    A plan with room for more words than the article has saves no time: "540 words (2 min) in 70 s", "90 words (20 s)".
    """
    parts = [_publication(document.source) for document in brief.sources]
    if brief.words_read:
        saved = f" in {reading_time(words)}" if words and brief.plan.words < brief.words_read else ""
        noun = "word" if brief.words_read == 1 else "words"
        parts.append(f"{brief.words_read:,} {noun} ({reading_time(brief.words_read)}){saved}")
    return " · ".join(parts)


def _publication(source: Source) -> str:
    """The site, the author and the day of one source, and where the day comes from."""
    author = re.sub(r"^by\s+", "", plain(source.author), flags=re.IGNORECASE)
    if not source.published:
        date = "undated: relative dates as written"
    else:
        date = long_date(source.published) + _DATED_BY.get(source.published_from, "")
    return ", ".join(
        part for part in (plain(source.site) or source_name(source), f"by {author}" if author else "", date) if part
    )


def source_name(source: Source) -> str:
    """The last part of where a source came from: a file's name, a host; "" for a text given from Python."""
    origin = plain(source.origin)
    if origin == "-":
        return "standard input"
    address = re.match(r"[a-z][a-z0-9+.-]*://([^/?#]+)", origin, re.IGNORECASE)
    return address[1] if address else re.split(r"[/\\]", origin.rstrip("/\\"))[-1]


def long_date(day: datetime.date) -> str:
    """A day as "14 March 2024", in English whatever the locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def source_line(brief: Brief) -> str:
    """How many articles and sources stand behind the page, what was left out to keep to it, and whether the text was ranked in parts.

    On a page of few words what was left out is counted in one: the words are needed for what is on it.
    """
    count = len(brief.sources)
    shown = {id(line): line for block in shown_sections(brief) for line in block.lines}
    kinds = [line.known.how for line in shown.values() if line.known]
    named = sum(kind in {SourceKind.NAMED, SourceKind.OFFICIAL, SourceKind.DOCUMENT} for kind in kinds)
    unnamed = sum(kind in {SourceKind.UNNAMED, SourceKind.HEARSAY} for kind in kinds)
    parts = [f"{count} articles"] if count > 1 else []
    known = [f"{named} {'line' if named == 1 else 'lines'} from named sources"] if named else []
    if unnamed:
        lines = "line" if unnamed == 1 else "lines"
        known.append(f"{unnamed} from unnamed ones" if named else f"{unnamed} {lines} from unnamed sources")
    parts += [", ".join(known)] if known else []
    lost = [f"{left.lines} {_NOUNS[left.shows][left.lines != 1]}" for left in brief.left_out if left.lines]
    if brief.plan.words < _FEW_WORDS and len(lost) > 1:
        lost = [f"{sum(left.lines for left in brief.left_out)} lines"]
    parts = ["; ".join(parts)] if parts else []
    parts += [f"Left out: {', '.join(lost)}"] if lost else []
    parts += [f"A long text, ranked in {brief.parts} parts"] if brief.parts > 1 else []
    return f"{'. '.join(parts) or 'One article'}."


# ---- pieces of lines


def other_names(line: ActorLine) -> tuple[str, ...]:
    """The aliases that tell more than the name and than one another: no surname alone, nothing said already; at most four."""
    kept: dict[str, str] = {}
    for alias in line.aliases:
        shown = plain(alias)
        if shown and not _holds(line.name, re.sub(r"\([^()]*\)", " ", shown)):
            kept.setdefault(shown.casefold(), shown)
    names = tuple(kept.values())
    return tuple(name for name in names if not any(_holds(other, name) for other in names if other != name))[
        :_MOST_NAMES
    ]


def _holds(name: str, part: str) -> bool:
    """True iff the words of `part` stand one after another in `name`, whatever their case and the punctuation after them."""
    words, wanted = ([word.strip(_PUNCTUATION) for word in plain(text).casefold().split()] for text in (name, part))
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def actor_parts(line: ActorLine) -> tuple[str, ...]:
    """Who an actor is, in quotation marks, and what it did; else the line's text, where it tells more than the name."""
    # American style sets the comma of the sentence inside the marks; on a card there is no sentence around it.
    did = re.sub(r",(?=[\"'”’]$)", "", plain(line.did))
    parts = tuple(part for part in (quoted(line.role), did) if part)
    text = plain(line.text)
    return parts or ((text,) if text and text != plain(line.name) else ())


def split_cards(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[ActorLine, ...]]:
    """The lines, and the actors at their end of whom the page says no more than the name: two or more of them need no card each."""
    named = []
    for line in reversed(lines):
        if not isinstance(line, ActorLine) or actor_parts(line):
            break
        named.append(line)
    if len(named) < 2:  # noqa: PLR2004 - one is no list
        return tuple(lines), ()
    return tuple(lines[: -len(named)]), tuple(reversed(named))


def centrality(importance: float) -> str:
    """Three dots, the more of them filled the more a page on the article needs its actor."""
    filled = 3 if importance >= _CENTRAL else 2 if importance >= _LESS_CENTRAL else 1
    return "●" * filled + "○" * (3 - filled)


def quoted(text: str) -> str:
    """The text in quotation marks, unless it has its own."""
    shown = plain(text).rstrip(",").rstrip()
    has_marks = shown[:1] in _OPENING and shown[-1:] in _CLOSING and not any(mark in shown[1:-1] for mark in '"“”')
    return shown if not shown or has_marks else f"“{shown}”"


def spoken(line: QuoteLine) -> str:
    """What was said: whole quotations in marks, words reported without marks as they stand."""
    return quoted(line.text) if line.kind is QuoteKind.DIRECT else plain(line.text)


def event_text(line: EventLine) -> str:
    """The clause, with who before it, in brackets, when the clause does not say it."""
    text, who = plain(line.text), plain(line.who)
    return f"[{who}] {text}" if who and not _says(text, who) else text


def _says(text: str, words: str) -> bool:
    """True iff the first two of the words stand in the text, which may have labels in brackets among its own words."""
    own = re.sub(r"\s*\[[^\[\]]*\]", "", text)
    return _holds(own, " ".join(words.split()[:2]))


def date_as_written(line: EventLine) -> str:
    """The article's words for the date, where it had others than those shown and the clause does not hold them: "on Tuesday"."""
    written = plain(line.as_written)
    return "" if written.casefold() in plain(line.text).casefold() else written


def likelihood_text(line: Line) -> str:
    """The source's word for how likely a line is, with what analysts mean by it: "“likely” (ICD 203: 55-80 %)"; "" for none."""
    likelihood = line.likelihood if isinstance(line, EventLine | QuestionLine) else None
    if likelihood is None:
        return ""
    scales = (("ICD 203", likelihood.icd203), ("PHIA", likelihood.phia))
    name, band = next(((name, band) for name, band in scales if band is not None), ("", None))
    return f"“{plain(likelihood.words)}” ({name}: {band[0]}-{band[1]} %)" if band is not None else ""


def question_text(line: QuestionLine) -> str:
    """Our wording, or "" where there is none or the evidence is that question itself."""
    question = plain(line.question)
    return "" if _letters(question) == _letters(line.text) else question


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def cue_in(line: QuestionLine, documents: tuple[Document, ...]) -> tuple[str, str, str]:
    """The evidence before, at and after the words that leave the question open; the cue is "" where it is not in the evidence."""
    text, words = plain(line.text), cue_of(line, documents)
    before, cue, after = text.partition(words) if words else (text, "", "")
    return before, cue, after


def cue_of(line: QuestionLine, documents: tuple[Document, ...]) -> str:
    """The words that leave a question open; "" for a question mark, which is no word to point at."""
    home = line.citations[0].sentence.rpartition(".")[0] if line.citations else ""
    words = next((plain(each.text_of(line.cue)) for each in documents if each.source.id == home), "")
    return words if any(map(str.isalnum, words)) else ""


def number_in(line: FigureLine) -> tuple[str, str, str]:
    """The figure's words before, at and after the number; the number first where it is not among them."""
    text, number = plain(line.text), plain(line.number)
    before, found, after = text.partition(number) if number else (text, "", "")
    if number and not found:
        return "", number, f": {text}" if text else ""
    return before, found, after


def known_text(line: Line, brief: Brief) -> str:
    """How a line is known: "official source: Ida Solberg", "unnamed source"; "" where that is not known."""
    known = line.known
    if not known:
        return ""
    name = plain(known.name)
    if not name and known.actor:
        name = next((plain(actor.name) for actor in brief.actors if actor.id == known.actor), "")
    return f"{_KNOWN[known.how]}: {name}" if name else _KNOWN[known.how]


def source_text(line: EventLine) -> str:
    """On whose word an event stands, where that is another's than the article's and the line does not say so: "according to Solberg"."""
    source = plain(line.said_by)
    return f"according to {source}" if source and line.status is not EventStatus.HAPPENED else ""


def status_text(line: EventLine) -> str:
    """Whether an event is so, and on whose word: "reported by Solberg", "planned, according to Solberg"."""
    source = source_text(line)
    if source and line.status is EventStatus.REPORTED:
        return f"{line.status.value} by {plain(line.said_by)}"
    return ", ".join(part for part in (line.status.value, source) if part)


def told_by(line: Line, brief: Brief) -> str:
    """The same for a line of a section that names sources; "" for what the article states itself, as its heading says already."""
    return "" if line.known and line.known.how is SourceKind.AUTHOR else known_text(line, brief)
