"""The lines of a brief as Markdown, one form for each kind of line, and the footnotes that they refer to."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.model.brief import ActorLine, EventLine, FactLine, FigureLine, QuestionLine, QuoteLine, Shows
from briefing.model.findings import ActorKind
from briefing.rendering import wording
from briefing.rendering.characters import plain
from briefing.rendering.markdown_words import Markdown, escape_markdown
from briefing.rendering.places import Places

if TYPE_CHECKING:
    from briefing.model.brief import Brief, Line
    from briefing.rendering.wording import Block

__all__ = ["MarkdownLines"]

_FEWEST_ROWS = 3
"""Dated events that make a table; the head of one takes more words than a row."""


_ENDED = re.compile(r"[.!?…”][\"']?$")
"""The end of a card's words after which no full stop is needed."""


class MarkdownLines:
    """Turns lines into Markdown and remembers which sentences were cited, for the footnotes."""

    def __init__(self, brief: Brief, prefix: str) -> None:
        self._brief = brief
        self._places = Places.of(brief, prefix=prefix)
        # For each cited sentence: do all lines that cite it show it whole?
        self._cited: dict[str, bool] = {}
        # The words of a cited sentence that leave a question open.
        self._cues: dict[str, list[str]] = {}

    def footnotes(self) -> str:
        """A footnote for each sentence cited: its place, and its words where a line does not show them already."""
        notes = []
        for sentence_id, is_shown in self._cited.items():
            words = "" if is_shown else f": “{self._evidence(sentence_id)}”"
            notes.append(f"[^{self._places.label(sentence_id)}]: {self._places.describe(sentence_id)}{words}")
        return "\n".join(notes)

    def _evidence(self, sentence_id: str) -> str:
        """The words of a sentence, those bold that leave a question open."""
        rest, shown = plain(self._places.words(sentence_id)), ""
        cues = [cue for cue in self._cues.get(sentence_id, ()) if cue in rest]
        for cue in sorted(cues, key=lambda cue: (rest.index(cue), -len(cue))):
            # One that lies in another is marked with it.
            before, found, after = rest.partition(cue)
            if found:
                shown += f"{_keeping_spaces(before)}{_bold(cue)}"
                rest = after
        return shown + _keeping_spaces(rest)

    def mark(self, line: Line) -> Markdown:
        """The citation marks of a line; "" for one without citations."""
        marks = []
        # A question in our wording leaves its sentence to the footnote.
        text = "" if isinstance(line, QuestionLine) and wording.question_text(line) else plain(line.text)
        for sentence_id in self._places.sentences_of(line):
            is_shown = plain(self._places.words(sentence_id)) in text
            self._cited[sentence_id] = self._cited.get(sentence_id, True) and is_shown
            marks.append(f"[^{self._places.label(sentence_id)}]")
        if isinstance(line, QuestionLine) and (cue := wording.cue_of(line, self._brief.sources)):
            self._cues.setdefault(line.citations[0].sentence, []).append(cue)
        return Markdown("".join(marks))

    def listed(self, block: Block) -> Markdown:
        """The lines of a section: a table for the timeline, a paragraph for the bottom line, else a list."""
        if block.shows is Shows.SOURCES:
            return Markdown("\n".join(f"- {self._source(number)}" for number in range(len(self._brief.sources))))
        if block.shows is Shows.BOTTOM_LINE:
            return Markdown(" ".join(self.shown(line) for line in block.lines))
        if block.shows is Shows.TIMELINE:
            return Markdown(self._timeline(block))
        lines, named = wording.split_cards(block.lines)
        told = [self._told(line) if block.names_source else "" for line in lines]
        rows = [f"- {self._words(line)}{who}{self.mark(line)}" for line, who in zip(lines, told, strict=True)]
        if named:
            also = self._named(named)
            rows.append(f"- Also {also}" if lines else f"- {also}")
        return Markdown("\n".join(rows))

    def _named(self, lines: tuple[ActorLine, ...]) -> str:
        """Actors of whom the page says no more, in one row; those of one kind one after another share its word."""
        kinds = []
        for kind, alike in groupby(lines, key=lambda line: line.kind):
            names = [f"{_names(line)}{self.mark(line)}" for line in alike]
            word = f", {kind.value}" if len(names) == 1 else f" ({wording.KINDS[kind]})"
            kinds.append(", ".join(names) + word)
        return "; ".join(kinds)

    def shown(self, line: Line) -> Markdown:
        """One line with its citation marks."""
        return Markdown(self._words(line) + self.mark(line))

    def _words(self, line: Line) -> str:
        match line:
            case ActorLine():
                return _actor(line)
            case EventLine():
                return _listed_event(line)
            case QuoteLine():
                speaker = f"{_bold(line.speaker)}: " if plain(line.speaker) else ""
                return speaker + escape_markdown(wording.spoken(line))
            case FigureLine():
                before, number, after = (_keeping_spaces(part) for part in wording.number_in(line))
                return f"{before}**{number}**{after}" if number else before
            case FactLine():
                return f"{_bold(line.label)}: {escape_markdown(line.text)}"
            case QuestionLine():
                return self._question(line)
            case _:
                return escape_markdown(line.text)

    def _question(self, line: QuestionLine) -> str:
        """Our wording and how it is left open (in which words, the footnote shows); without a wording, the sentence."""
        question = wording.question_text(line)
        likely = wording.likelihood_text(line)
        kind = ", ".join(escape_markdown(part) for part in (line.kind.value, line.due, likely) if part)
        if question:
            return f"{_bold(question)} *{kind}*"
        before, cue, after = (_keeping_spaces(part) for part in wording.cue_in(line, self._brief.sources))
        evidence = f"{before}*{cue}*{after}" if cue else before
        return f"{evidence} *{kind}*"

    def _timeline(self, block: Block) -> str:
        """The dated events as a table, the others as a list below it; where a table would be hardly more than its head, one list."""
        lines = [line for line in block.lines if isinstance(line, EventLine)]
        dated = [line for line in lines if line.when]
        undated = [line for line in lines if not line.when]
        told = {
            id(line): _likely(line) + (self._told(line) if block.names_source and not wording.source_text(line) else "")
            for line in lines
        }
        parts = []
        if dated and len(dated) < _FEWEST_ROWS:
            return "\n".join(f"- {_listed_event(line)}{told[id(line)]}{self.mark(line)}" for line in (*dated, *undated))
        if dated:
            # GitHub's dialect needs neither outer pipes nor a space before one: a pipe alone would count as a word of the page.
            rows = [
                f"{_date(line)}| {_event(line)}| {_status(line)}{told[id(line)]}{self.mark(line)}" for line in dated
            ]
            parts.append("\n".join(["when| what| status", "---|---|---", *rows]))
        if undated:
            rows = [f"- {_event(line)} *{_status(line)}*{told[id(line)]}{self.mark(line)}" for line in undated]
            parts.append("\n".join([*(["Undated:", ""] if dated else []), *rows]))
        return "\n\n".join(parts)

    def _told(self, line: Line) -> str:
        told = wording.told_by(line, self._brief)
        return f" ({escape_markdown(told)})" if told else ""

    def _source(self, number: int) -> str:
        source = self._brief.sources[number].source
        parts = (source.title or self._brief.title, source.site, source.author, source.origin)
        digest = f" (sha256 {source.sha256[:12]})" if source.sha256 else ""
        return ", ".join(escape_markdown(part) for part in parts if plain(part)) + digest


def _bold(text: str) -> str:
    return f"**{escape_markdown(text)}**"


def _keeping_spaces(text: str) -> str:
    """The words escaped, with the space at either end that joins them to what stands beside them."""
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + escape_markdown(text) + " " * text[-1].isspace()


def _date(line: EventLine) -> str:
    """The date of a line as shown, with the article's words for it where they were relative."""
    when = escape_markdown(line.when_text) or (line.when.first_day.isoformat() if line.when else "")
    written = wording.date_as_written(line)
    return f"{when} (“{escape_markdown(written)}”)" if written else when


def _event(line: EventLine) -> str:
    """The clause of an event; of one without days, the article's words for its date too."""
    written = "" if line.when else wording.date_as_written(line)
    text = escape_markdown(wording.event_text(line))
    return f"{text} (“{escape_markdown(written)}”)" if written else text


def _likely(line: EventLine) -> str:
    """How likely the source calls an event, behind its status; "" where it does not say."""
    likely = wording.likelihood_text(line)
    return f": {escape_markdown(likely)}" if likely else ""


def _listed_event(line: EventLine) -> str:
    """An event outside a table: its date, its clause and whether it is so."""
    date = f"**{_date(line)}**: " if line.when else ""
    return f"{date}{_event(line)} *{_status(line)}*"


def _status(line: EventLine) -> str:
    return escape_markdown(wording.status_text(line))


def _names(line: ActorLine) -> str:
    """An actor's name and other names."""
    names = ", ".join(escape_markdown(name) for name in wording.other_names(line))
    return f"{_bold(line.name)}{f' ({names})' if names else ''}"


def _actor(line: ActorLine) -> str:
    """An actor's card: name, other names, kind and how central it is; its role in quotation marks; what it did.

    The role of a person tells the kind.
    """
    kind = "" if line.kind is ActorKind.PERSON and plain(line.role) else f", {line.kind.value}"
    head = f"{_names(line)}{kind} {wording.centrality(line.importance)}"
    tail = "; ".join(escape_markdown(part) for part in wording.actor_parts(line))
    if not tail:
        return head
    # A full stop ends the line before its marks, unless something does already.
    return f"{head}: {tail}" if _ENDED.search(tail) else f"{head}: {tail}."
