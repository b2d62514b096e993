"""Finds the names in a parsed document: where each stands, what kind of thing it seems to be and which title stands before it.

The small model's entities are evidence, not results: names are runs of capitals, joined and cut by rules and lists, and every
form's kind is decided once for the whole document (`kinds.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.vocabulary import WORD, Entry, Relation, Vocabulary, key_of
from briefing.model.findings import ActorKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.parse import Parsed, ParsedSentence

__all__ = ["Name", "Words", "find_names", "words_of"]

GOOD_LABELS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "NORP": ActorKind.GROUP,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
}
"""The model's labels that mean an actor or a place (OntoNotes 5)."""

NO_NAME = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "INTJ", "PART", "NUM"})
"""Parts of speech that a capital at the beginning of a sentence does not make a name."""

DATELINE = re.compile(
    r"[A-Z][\w .,'/-]{1,60}?(?:\((?:Reuters|AP|AFP|CNN|BBC|[A-Z][\w ]{1,20})\)\s*[-–—:]+|\s[–—]|\s--?)\s"
)  # noqa: RUF001
"""A place and an agency before the first sentence of a report."""

DIRECTIONS = frozenset(
    {
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Upper",
        "Lower",
        "Greater",
        "Mainland",
    }
)
OPENING = frozenset("\"“”‘(:;—–-…'[")  # noqa: RUF001
"""Marks after which a capital may be that of a sentence."""

SETTLEMENTS = frozenset(
    {
        "town",
        "city",
        "village",
        "province",
        "district",
        "region",
        "capital",
        "suburb",
        "neighborhood",
        "neighbourhood",
        "island",
        "port",
        "outskirts",
        "county",
        "towns",
        "cities",
        "villages",
    }
)
SPEAKS = frozenset(
    {
        "say",
        "announce",
        "decide",
        "plan",
        "agree",
        "claim",
        "deny",
        "refuse",
        "want",
        "tell",
        "report",
        "confirm",
        "warn",
        "accuse",
        "demand",
        "reject",
        "buy",
        "sell",
        "sue",
        "own",
        "employ",
        "hire",
        "manufacture",
        "produce",
    }
)
"""Verbs whose subject is no place."""

INVESTED = frozenset(
    {
        "stake",
        "stakes",
        "share",
        "shares",
        "interest",
        "investment",
        "confidence",
        "faith",
        "trust",
        "role",
        "holding",
        "majority",
        "believe",
        "invest",
        "part",
    }
)
"""Words after which "in" says nothing of a place."""

TITLE_CASE = 0.7
"""The share of long words with a capital above which a line is a headline: its capitals say nothing."""

LONGEST = 8
"""Words in the longest name that is looked up again in headlines."""


@dataclass(slots=True)
class Name:
    """One place where something is named, while its actor is still being looked for.

    Attributes:
        span: The name's words without article and title.
        key: Its words for comparison.
        first: The index of its first token in its document of the parser.
        last: The index of its last token.
        sentence: The index of its sentence in `Parsed.sentences`.
        kind: What it seems to be, or None.
        weight: How much `kind` counts against other places with the same words.
        entry: The listed name that it is, or None.
        title: Title and qualifiers directly before it, or None.
        is_pending: True iff only the same words elsewhere can make it a name.
        how: The rule that found it.
        acronym_of: The name that it stands in brackets after.
        in_headline: True iff it stands in a line whose capitals say nothing.
        body: For bodies of a state and coalitions: what they are joined by.
        label: The model's label.
        is_located: True iff the words before it say that it is a place.
        speaks: True iff it is the subject of a verb that bodies and persons have.
        is_counted: True iff "a", "an" or a number stands before it, as before a common noun.
        title_words: The words of `title` in lower case, without full stops.
        begins_sentence: True iff its capital may be that of the sentence.
    """

    span: Span
    key: tuple[str, ...]
    first: int
    last: int
    sentence: int
    kind: ActorKind | None = None
    weight: int = 1
    entry: Entry | None = None
    title: Span | None = None
    is_pending: bool = False
    how: str = "name"
    acronym_of: Name | None = None
    in_headline: bool = False
    body: str = ""
    label: str = ""
    is_located: bool = False
    is_counted: bool = False
    speaks: bool = False
    begins_sentence: bool = False
    title_words: tuple[str, ...] = ()


class Words:
    """The words of a sentence, finer than its tokens, with what the parser says of the token in which each begins."""

    __slots__ = ("ends", "index", "parsed", "starts", "texts", "tokens")

    def __init__(self, parsed: ParsedSentence, text: str, index: int) -> None:
        self.parsed = parsed
        self.index = index
        tokens: list[Token] = list(parsed.tokens)
        offset: int = tokens[0].doc.user_data["offset"]
        begins = [offset + token.idx for token in tokens]
        span = parsed.sentence.span
        matches = list(WORD.finditer(text, span.start, span.end))
        self.texts = [match.group() for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.tokens = [tokens[max(0, bisect_right(begins, match.start()) - 1)] for match in matches]

    def __len__(self) -> int:
        return len(self.texts)

    def touching(self, left: int) -> bool:
        """True iff no blank stands between the word and the next."""
        return self.ends[left] == self.starts[left + 1]

    def span(self, start: int, end: int) -> Span:
        """The span of the words from `start` to before `end`."""
        return Span(self.starts[start], self.ends[end - 1])


def words_of(parsed: Parsed) -> list[Words]:
    """The words of every sentence."""
    text = parsed.document.source.text
    return [Words(sentence, text, index) for index, sentence in enumerate(parsed.sentences)]


def find_names(sentences: Sequence[Words], vocabulary: Vocabulary) -> list[Name]:
    """Every name of the document's prose in text order; headlines are left to `find_again`."""
    found: list[Name] = []
    for words in sentences:
        if not is_headline(words):
            found.extend(_Finder(words, vocabulary).find())
    return found


def is_headline(words: Words) -> bool:
    """True iff the sentence is a heading or written in title case, so that its capitals say nothing."""
    if words.parsed.sentence.is_heading:
        return True
    long = [text for text in words.texts if len(text) > 3 and text[0].isalpha()]  # noqa: PLR2004 - small words stay small in title case
    return (
        len(long) > 3
        and sum(text[0].isupper() for text in long) > TITLE_CASE * len(long)
        and words.texts[-1] not in '.!?"”'
    )  # noqa: PLR2004


def find_again(
    sentences: Sequence[Words], forms: dict[tuple[str, ...], tuple[ActorKind, Entry | None]], vocabulary: Vocabulary
) -> Iterator[Name]:
    """The names already known from the prose that stand in headlines, the longest first."""
    for words in sentences:
        if not is_headline(words):
            continue
        position, count = 0, len(words)
        while position < count:
            step = 1
            if words.texts[position][0].isupper():
                if listed := vocabulary.longest(words.texts, position, count):
                    end, entry = listed
                    key = key_of(words.texts[position:end])
                    if entry.relation is not Relation.DEMONYM:
                        yield _name(words, position, end, kind=entry.kind, entry=entry, in_headline=True)
                    step = end - position
                else:
                    for end in range(min(count, position + LONGEST), position, -1):
                        key = key_of(words.texts[position:end])
                        if key in forms and words.texts[end - 1][0].isalnum():
                            kind, entry_of = forms[key]
                            yield _name(words, position, end, kind=kind, entry=entry_of, in_headline=True)
                            step = end - position
                            break
            position += step


def _name(words: Words, start: int, end: int, **facts: object) -> Name:
    """The name made of the words from `start` to before `end`."""
    name = Name(
        span=words.span(start, end),
        key=key_of(words.texts[start:end]),
        first=words.tokens[start].i,
        last=words.tokens[end - 1].i,
        sentence=words.index,
        label=words.tokens[end - 1].ent_type_,
        is_located=_is_located(words, start),
        is_counted=start > 0 and (words.texts[start - 1] in {"a", "an"} or words.tokens[start - 1].pos_ == "NUM"),
        speaks=words.tokens[end - 1].dep_ == "nsubj" and words.tokens[end - 1].head.lemma_ in SPEAKS,
        begins_sentence=start == 0 or words.texts[start - 1] in OPENING,
    )
    for field, value in facts.items():
        setattr(name, field, value)
    return name


def _is_located(words: Words, start: int) -> bool:
    """True iff the name at `start` stands where only places do: after "in", "near", "the town of", or in a row with such a name."""
    if not start:
        return False
    if words.texts[start - 1].title() in DIRECTIONS and start > 1:
        start -= 1
    before = words.texts[start - 1].lower()
    if before == "of" and start > 1:
        return words.texts[start - 2].lower() in SETTLEMENTS
    if before in {"in", "near", "outside", "around"}:
        return start == 1 or words.texts[start - 2].lower() not in INVESTED
    token: Token = words.tokens[start]
    return (
        token.dep_ == "conj"
        and token.head.dep_ == "pobj"
        and token.head.head.lower_ in {"in", "near", "outside", "around"}
    )


NEVER_INSIDE = frozenset(
    {"I", "The", "A", "An", "In", "On", "At", "But", "And", "He", "She", "It", "They", "We", "This", "That"}
)
"""Capitals that begin a sentence where a full stop is missing."""


class _Finder:
    """The names of one sentence."""

    def __init__(self, words: Words, vocabulary: Vocabulary) -> None:
        self.words = words
        self.texts = words.texts
        self.vocabulary = vocabulary
        self.labels = [token.ent_type_ for token in words.tokens]
        self.found: list[Name] = []

    def find(self) -> list[Name]:
        """The names in text order."""
        position, count = self._after_dateline(), len(self.words)
        while position < count:
            if self.texts[position] in {"coalition", "Coalition"}:
                position = self._plain_coalition(position)
                continue
            if not self._begins(position):
                position += 1
                continue
            end = self._run_end(position)
            if end - position > 1 or self.labels[position] == "ORG":
                end += end < count and self.texts[end] in self.vocabulary.lower_heads
            before = len(self.found)
            end = max(end, self._listed_beyond(position, end))
            if body := self._body(position, end):
                position = body
                continue
            self._split(position, end)
            position = self._bracketed(end, before)
        return self.found

    # ---- runs ----
    def _after_dateline(self) -> int:
        """The first word after a dateline."""
        sentence = self.words.parsed.sentence.span
        text = self.words.parsed.tokens.text
        if match := DATELINE.match(text):
            head = text[: match.end()]
            letters = head.split()[0]
            if letters.isupper() or "(" in head:
                end = sentence.start + match.end()
                return next((i for i, start in enumerate(self.words.starts) if start >= end), 0)
        return 0

    def _begins(self, position: int) -> bool:
        """True iff a name may begin at the word."""
        text = self.texts[position]
        if text[0].isupper():
            return self._is_capital(position)
        if text in self.vocabulary.particles and position + 2 < len(self.texts) and self.texts[position + 1] == "-":
            return self.words.touching(position) and self.texts[position + 2][0].isupper()
        if text in {"bin", "ibn", "von", "van", "el", "al", "abu"} and position + 1 < len(self.texts):
            return self.texts[position + 1][0].isupper()
        if text[0].isdigit() and text[-2:] in {"st", "nd", "rd", "th"}:
            return position + 2 < len(self.texts) and self.labels[position] == "ORG"
        return (
            self.vocabulary.longest(self.texts, position, min(position + LONGEST, len(self.texts))) is not None
            and text[0].islower()
        )

    def _is_capital(self, position: int) -> bool:
        """True iff the word's capital is a name's."""
        text = self.texts[position]
        if not text[0].isupper():
            return False
        if position and self.texts[position - 1] not in OPENING:
            return text not in {"I", "I'm", "I’m", "I've", "I’ve"}  # noqa: RUF001
        token = self.words.tokens[position]
        if text in self.vocabulary.openers and not self.vocabulary.longest(
            self.texts, position, min(position + 4, len(self.texts))
        ):
            return False
        return not (token.pos_ in NO_NAME and not self.labels[position])

    def _same_entity(self, left: int, right: int) -> bool:
        """True iff the model sees one entity of a kind that may hold small words over both words."""
        if (
            self.labels[left] not in {"ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART"}
            or self.labels[left] != self.labels[right]
        ):
            return False
        tokens = self.words.tokens
        return all(token.ent_iob_ == "I" for token in tokens[left].doc[tokens[left].i + 1 : tokens[right].i + 1])

    def _has_head(self, start: int, end: int) -> bool:
        """True iff one of the words makes the name an organisation's, a place's or a title."""
        return any(
            self.vocabulary.heads.get(word) or word.lower() in self.vocabulary.title_heads
            for word in self.texts[start:end]
        )

    def _run_end(self, start: int) -> int:
        """The end of the run of capitals with the small words that hold it together."""
        end = start + 1
        while (following := self._joined(start, end)) is not None:
            end = following
        return end

    def _joined(self, start: int, end: int) -> int | None:
        """Where the run from `start` ends when it is carried on at `end`, or None where it stops."""
        texts, count = self.texts, len(self.texts)
        if end >= count:
            return None
        word, touching = texts[end], self.words.touching(end - 1)
        if word[0].isupper():
            return None if word in NEVER_INSIDE else end + 1
        follows = end + 1 < count and texts[end + 1][0].isupper()
        if word == "-" and touching and end + 1 < count and self.words.touching(end):
            return self._hyphen(end)
        if word in {"of", "for", "on", "de", "and", "&", "in", "to", "the"}:
            step = end + 1
            if word != "the" and step < count and texts[step] == "the":
                step += 1
            if step < count and texts[step][0].isupper() and word != "the" and self._small_word(start, end, step):
                return step + 1
            if word not in self.vocabulary.particles:
                return None
        if word in self.vocabulary.particles and end + 1 < count:
            if follows and self.labels[end - 1] not in {"GPE", "LOC"}:
                return end + 2
            if texts[end + 1] == "-" and self.words.touching(end) and end + 2 < count and texts[end + 2][0].isupper():
                return end + 3
        if word in {"'s", "’s", "'", "’"} and follows and self._possessive(end):  # noqa: RUF001
            return end + 2
        if word[0].isdigit() and self._same_entity(end - 1, end) and len(word) < 4:  # noqa: PLR2004 - no years
            return end + 1
        return None

    def _hyphen(self, end: int) -> int | None:
        """Where a run ends that is carried on by a hyphen."""
        texts, count = self.texts, len(self.texts)
        if texts[end + 1][0].isupper():
            return end + 2
        small = len(texts[end + 1]) <= 2 and texts[end + 1].islower()  # noqa: PLR2004 - "Mazar-i-Sharif", "Lashkar-e-Taiba"
        if (
            small
            and end + 3 < count
            and texts[end + 2] == "-"
            and texts[end + 3][0].isupper()
            and self.words.touching(end + 1)
        ):
            return end + 4
        return None

    def _possessive(self, end: int) -> bool:
        """True iff the possessive at `end` stands inside a name: "People's Army", "St George's Hospital"."""
        if self.texts[end - 1] in self.vocabulary.possessors and self._has_head(end + 1, min(len(self.texts), end + 3)):
            return True
        return self._same_entity(end - 1, end + 1) and self._has_head(end + 1, end + 2)

    def _small_word(self, start: int, end: int, following: int) -> bool:
        """True iff the small word at `end` belongs to a name that goes on at `following`."""
        word = self.texts[end]
        if word == "&":
            return self._same_entity(end - 1, following) or not (
                self.vocabulary.longest(self.texts, following, len(self.texts))
                or self.vocabulary.longest(self.texts, end - 1, end)
            )
        if word == "de":
            return self.labels[end - 1] not in {"", "DATE"}
        if word == "of":
            return self._has_head(start, end) or self._same_entity(end - 1, following)
        if word == "and":
            if end - start == 1 and self._and_agency(start, following):
                return True
            return self._same_entity(end - 1, following) and any(
                text in {"of", "for"} for text in self.texts[start:end]
            )
        if word in {"for", "on"}:
            is_body = any(
                self.vocabulary.heads.get(text) in {"organisation", "group"} for text in self.texts[start:end]
            )
            return is_body and (
                word == "for"
                or self.texts[end - 1] in {"Committee", "Commission", "Council", "Office", "Conference", "Panel"}
            )
        return self._same_entity(end - 1, following) and self._has_head(start, end)

    def _listed_beyond(self, start: int, end: int) -> int:
        """The end of a listed name that begins in the run and goes beyond it: "IS(K)"."""
        furthest = end
        for position in range(start, end):
            if listed := self.vocabulary.longest(self.texts, position, min(len(self.texts), position + LONGEST)):
                furthest = max(furthest, listed[0])
        return furthest

    def _and_agency(self, start: int, following: int) -> bool:
        """True iff "and" stands inside a body's name: "the Harbour and Coastal Safety Agency"."""
        texts = self.texts
        if not start or texts[start - 1].lower() not in {"the", "'s", "’s"} or self.labels[start] in {"PERSON", "GPE"}:  # noqa: RUF001
            return False
        if self.vocabulary.longest(texts, start, following) or texts[start] in self.vocabulary.heads:
            return False
        last = following
        while last + 1 < len(texts) and texts[last + 1][0].isupper():
            last += 1
        return last > following and self.vocabulary.heads.get(texts[last]) == "organisation"

    # ---- forces, governments, coalitions ----
    def _body(self, start: int, end: int) -> int | None:
        """Adds "the Afghan government", "the US-led coalition"; where to go on, or None where there is none."""
        listed = self.vocabulary.longest(self.texts, start, end)
        if listed is None or listed[0] != end:
            return None
        entry = listed[1]
        position = end
        count = len(self.texts)
        if position + 1 < count and self.texts[position] == "-" and self.texts[position + 1] in {"led", "backed"}:
            return self._coalition(start, position + 2, entry) if self.texts[position + 1] == "led" else None
        is_state = entry.relation is Relation.DEMONYM or (
            entry.kind is ActorKind.COUNTRY and entry.relation is Relation.NAME
        )
        if not is_state or (entry.kind is ActorKind.PLACE and entry.relation is not Relation.DEMONYM):
            return None
        for length in (3, 2, 1):
            phrase = tuple(text.lower() for text in self.texts[position : position + length])
            if len(phrase) == length and phrase in self.vocabulary.forces:
                kind = ActorKind(self.vocabulary.forces[phrase])
                stop = position + length
                follows = self.words.tokens[stop] if stop < count else None
                if (
                    follows is not None
                    and follows.pos_ in {"NOUN", "PROPN"}
                    and self.words.tokens[stop - 1].dep_ in {"compound", "amod", "nmod"}
                ):
                    return None
                self.found.append(
                    _name(
                        self.words,
                        start,
                        stop,
                        kind=kind,
                        weight=50,
                        how="body",
                        body=f"{entry.stands_for}|{phrase[-1]}",
                    )
                )
                return stop
        return None

    def _plain_coalition(self, start: int) -> int:
        """Adds "the coalition", "coalition forces"; where to go on. It counts where the text tells which one (`merging.py`)."""
        end = start + 1
        texts = self.texts
        if end < len(texts) and texts[end].lower() in {
            "forces",
            "troops",
            "aircraft",
            "soldiers",
            "partners",
            "members",
            "commanders",
        }:
            end += texts[end].lower() in {"forces", "troops", "soldiers"}
        first = (
            start - 1 if start and texts[start - 1].lower() in {"international", "global", "multinational"} else start
        )
        before = texts[first - 1].lower() if first else ""
        if end < len(texts) and texts[end][0].isupper() and texts[start][0].isupper():
            return start + 1
        if before in {"a", "an", "ruling", "governing", "-"} or (
            end < len(texts) and texts[end] in {"government", "of", "for", "partner", "agreement", "talks"}
        ):
            return end
        is_name = first < start or texts[start][0].isupper() and start > 0
        self.found.append(
            _name(
                self.words,
                first,
                end,
                kind=ActorKind.ORGANISATION,
                weight=50,
                how="coalition",
                body=f"|{'named' if is_name else 'plain'}|",
            )
        )
        return end

    def _government_of(self, start: int, end: int) -> bool:
        """True iff the run is "Government of" and a state; it is added then."""
        if end - start < 3 or self.texts[start] not in {"Government", "Governments"} or self.texts[start + 1] != "of":  # noqa: PLR2004
            return False
        state = start + 3 if self.texts[start + 2] == "the" else start + 2
        listed = self.vocabulary.longest(self.texts, state, end)
        if listed is None or listed[0] != end or listed[1].kind is not ActorKind.COUNTRY:
            return False
        body = f"{listed[1].stands_for}|government"
        self.found.append(_name(self.words, start, end, kind=ActorKind.ORGANISATION, weight=50, how="body", body=body))
        return True

    def _coalition(self, start: int, position: int, leader: Entry) -> int | None:
        """Adds the coalition that a state leads: "US-led NATO forces", "the US-led international coalition"."""
        count, stop = len(self.texts), position
        bodies: list[Entry] = []
        while stop < min(count, position + 4):
            if listed := self.vocabulary.longest(self.texts, stop, count):
                bodies.append(listed[1])
                stop = listed[0]
                continue
            if self.texts[stop].lower() in {"international", "global", "military", "multinational", "anti", "-", "air"}:
                stop += 1
                continue
            break
        for length in (2, 1):
            phrase = tuple(text.lower() for text in self.texts[stop : stop + length])
            if len(phrase) == length and phrase in self.vocabulary.coalition:
                body = next((entry.stands_for for entry in bodies if entry.kind is ActorKind.ORGANISATION), "")
                is_people = phrase[-1] in {"strikes", "airstrikes", "operation", "mission"}
                if is_people and "coalition" not in phrase:
                    return None
                self.found.append(
                    _name(
                        self.words,
                        start,
                        stop + length,
                        kind=ActorKind.ORGANISATION,
                        weight=50,
                        how="coalition",
                        body=f"{leader.stands_for}|coalition|{body}",
                    )
                )
                return stop + length
        return None

    # ---- cutting runs ----
    def _split(self, start: int, end: int) -> None:
        """Adds the names that a run holds."""
        texts, vocabulary = self.texts, self.vocabulary
        if self._government_of(start, end):
            return
        if end - start > 1 and start > 1 and texts[start - 1] == "-" and texts[start - 2].islower() and self.words.touching(start - 1):
            listed = vocabulary.longest(texts, start, end)
            start += listed is None and texts[start] not in vocabulary.given and self.labels[start] != "PERSON"
        while start + 1 < end and texts[start] in vocabulary.prefixes and texts[start + 1] == "-":
            start += 2
        listed = vocabulary.longest(texts, start, end)
        while start < end and texts[start] in vocabulary.openers and not (listed and listed[0] - start > 1):
            start += 1
            listed = vocabulary.longest(texts, start, end)
        end = self._without_tail(start, end)
        if start >= end:
            return
        if listed and listed[0] == end:
            self._add_listed(start, end, listed[1])
        elif self._other(start, end):
            return
        elif (title := self._title(start, end)) is not None:
            self._split_at_title(start, end, *title)
        elif (given := self._after_occupation(start, end)) is not None:
            name = _name(self.words, given, end, kind=ActorKind.PERSON, weight=5)
            name.title, name.title_words = self.words.span(start, given), self._lower(start, given)
            self.found.append(name)
        elif self._is_person(start, end) or self._headed(start, end):
            self._add_run(start, end)
        else:
            self._split_at_listed(start, end)

    def _without_tail(self, start: int, end: int) -> int:
        """The end of a run without punctuation, picture credits and letters after a name."""
        texts = self.texts
        while start < end:
            last = texts[end - 1]
            is_tail = last in self.vocabulary.credits or last.rstrip(".") in self.vocabulary.postnominals
            if (last[0].isalnum() or last == ")") and not (is_tail and end - start > 2):  # noqa: PLR2004 - never down to one word
                break
            end -= 1
        return end

    def _add_listed(self, start: int, end: int, entry: Entry) -> None:
        """Adds a listed name; a demonym counts only as a noun."""
        if self.words.tokens[start].pos_ == "ADV":
            return
        if entry.relation is Relation.DEMONYM:
            token = self.words.tokens[end - 1]
            is_noun = (
                token.tag_ in {"NNS", "NNPS"}
                and self.texts[end - 1].endswith("s")
                and token.dep_ not in {"compound", "amod"}
            )
            if not is_noun or entry.kind is not ActorKind.COUNTRY:
                return
            self.found.append(_name(self.words, start, end, kind=entry.kind, weight=100, entry=entry, how="demonym"))
            return
        led = (
            end + 1 < len(self.texts)
            and self.texts[end] == "-"
            and self.texts[end + 1].islower()
            and self.words.touching(end - 1)
        )
        self.found.append(
            _name(self.words, start, end, kind=entry.kind, weight=100, entry=entry, how="compound" if led else "name")
        )

    def _other(self, start: int, end: int) -> bool:
        """True iff the run is headed by a word for no actor: an act, an award, a war."""
        heads = self.vocabulary.heads
        if self.texts[start] in self.vocabulary.beginnings and end - start > 1:
            return True
        last = end - 2 if self.texts[end - 1].isdigit() and end - start > 1 else end - 1
        if heads.get(self.texts[last]) == "other" and end - start > 1:
            return not self._is_person(start, end)
        return any(
            heads.get(text) == "other" and self.texts[i + 1] in {"of", "on", "for"}
            for i, text in enumerate(self.texts[start : end - 1], start)
            if i > start
        ) and not (heads.get(self.texts[start]) == "organisation")

    def _is_title_word(self, position: int) -> bool:
        return self.texts[position].lower().rstrip(".") in self.vocabulary.title_heads

    def _title(self, start: int, end: int) -> tuple[int, int] | None:
        """(start, end) of the last title inside a run; None where there is none or the run is a body's name that holds one."""
        vocabulary, texts = self.vocabulary, self.texts
        is_body = texts[end - 1] in vocabulary.lower_heads or vocabulary.heads.get(texts[end - 1]) in {"organisation", "group"}
        if is_body and not (self.labels[end - 1] == "PERSON" and self._courtesy(start, end)):
            return None
        last = next(
            (
                i
                for i in range(end - 1, start - 1, -1)
                if self._is_title_word(i) and (i == start or texts[i - 1] not in {"of", "for", "the"})
            ),
            None,
        )
        if last is None:
            return None
        if last + 1 == end and end - start > 1 and self.labels[start] == "PERSON" and texts[start] in vocabulary.given:
            return None
        first = last
        while first > start and (
            texts[first - 1].lower() in vocabulary.title_modifiers
            or self._is_title_word(first - 1)
            or texts[first - 1] == "-"
        ):
            if vocabulary.longest(texts, first - 1, end) and texts[first - 1].lower() not in vocabulary.title_modifiers:
                break
            first -= 1
        stop = last + 1
        while stop + 1 < end and texts[stop] in {"of", "for", "and", "the"}:
            following = stop + 2 if texts[stop + 1] == "the" else stop + 1
            if following < end and (texts[following].lower() in vocabulary.portfolios):
                stop = following + 1
                while stop < end and texts[stop].lower() in vocabulary.portfolios:
                    stop += 1
            else:
                break
        if stop < end and texts[stop] in {"of", "for"}:
            return (first, stop)
        return first, stop

    def _split_at_title(self, start: int, end: int, first: int, stop: int) -> None:
        """Adds the person after a title, and the body or state before it."""
        texts = self.texts
        if stop < end and texts[stop] in {"of", "for"}:  # "President of Ruritania": an office, and what it belongs to
            following = stop + 2 if texts[stop + 1] == "the" else stop + 1
            self._before_title(start, first)
            person = end
            while person > following and self.labels[person - 1] == "PERSON" and texts[person - 1][0].isupper():
                person -= 1
            if following < person and end - person > 1:
                name = _name(self.words, person, end, kind=ActorKind.PERSON, weight=6)
                name.title, name.title_words = self.words.span(start, person), self._lower(start, person)
                self.found.append(name)
                end = person
            if following < end:
                self._split(following, end)
            return
        self._before_title(start, first)
        if stop < end:
            listed = self.vocabulary.longest(texts, stop, end)
            if (
                listed
                and listed[0] == end
                and listed[1].kind is not ActorKind.PERSON
                and listed[1].kind is not ActorKind.PLACE
                and not self._courtesy(first, stop)
            ):
                self._split(stop, end)
                return
            name = _name(self.words, stop, end, kind=ActorKind.PERSON, weight=6)
            name.title, name.title_words = self.words.span(start, stop), self._lower(start, stop)
            if self.labels[stop] in {"ORG", "GPE", "FAC"} and not self._courtesy(first, stop):
                name.weight = 2
            self.found.append(name)

    def _lower(self, start: int, end: int) -> tuple[str, ...]:
        """The words in lower case, without full stops."""
        return tuple(text.lower().rstrip(".") for text in self.texts[start:end])

    def _courtesy(self, first: int, stop: int) -> bool:
        """True iff the title stands before persons only."""
        return any(text.lower().rstrip(".") in self.vocabulary.courtesy for text in self.texts[first:stop])

    def _before_title(self, start: int, end: int) -> None:
        """Adds the body or state named before a title: "FBI" of "FBI Director"."""
        if end > start:
            listed = self.vocabulary.longest(self.texts, start, end)
            if listed and listed[0] == end:
                self._add_listed(start, end, listed[1])
            elif not listed or listed[1].relation is not Relation.DEMONYM:
                before = len(self.found)
                self._split(start, end)
                for name in self.found[before:]:
                    name.is_pending = name.entry is None and not self._headed(start, end)

    def _is_person(self, start: int, end: int) -> bool:
        """True iff the run reads like a person's full name."""
        count = end - start
        if not 1 < count <= 7 or self.texts[start] not in self.vocabulary.given:  # noqa: PLR2004 - words in the longest usual name
            return False
        labels = self.labels[start:end]
        if labels.count("PERSON") * 2 >= count:
            return True
        return (
            not self._headed(start, end)
            and not {"ORG", "FAC"} & set(labels)
            and not any(text in {"of", "for", "and"} for text in self.texts[start:end])
        )

    def _after_occupation(self, start: int, end: int) -> int | None:
        """Where the given name stands in "Seismologist Ida Solberg"; None where there is no such word before one."""
        texts, given = self.texts, self.vocabulary.given
        if texts[start] in given or self._headed(start, end):
            return None
        position = next((i for i in range(start + 1, end - 1) if texts[i] in given), None)
        if texts[start].lower() in self.vocabulary.roles and end - start > 2 and self.labels[end - 1] == "PERSON":  # noqa: PLR2004 - two names follow
            position = start + 1
        if position is None:
            return None
        before = texts[position - 1].lower()
        is_occupation = before in self.vocabulary.roles or (
            self.labels[start] != "PERSON" and before.endswith(("ist", "ists", "er", "or", "man", "ster", "eur"))
        )
        return position if is_occupation and not self.vocabulary.longest(texts, start, position) else None

    def _headed(self, start: int, end: int) -> str:
        """The kind that a head word gives to the run, "" where there is none; "of" phrases have their head before."""
        texts, heads = self.texts, self.vocabulary.heads
        if end - start < 2:  # noqa: PLR2004 - a head word alone is no name
            return ""
        for small in ("of", "for", "on", "in"):
            if small in texts[start + 1 : end]:
                before = texts[texts.index(small, start + 1) - 1]
                if kind := heads.get(before):
                    return kind
        pair = f"{texts[end - 2]} {texts[end - 1]}"
        if texts[end - 1] in {"Ministry", "Army", "Police"} or pair not in heads:
            kind = heads.get(texts[end - 1]) or (heads.get(texts[end - 1].title(), "") if texts[end - 1] in self.vocabulary.lower_heads else "")
            return (
                "group"
                if texts[start] in {"Liwa", "Jaysh", "Jaish", "Jabhat", "Ansar", "Harakat", "Lashkar", "Katiba"}
                else kind
            )
        return heads[pair]

    def _add_run(self, start: int, end: int) -> None:
        """Adds a run that is one name, with the kind that its words and labels tell; a lone word without evidence is pending."""
        labels = [label for label in self.labels[start:end] if label]
        label = max(labels, key=labels.count) if labels else ""
        if self._is_person(start, end):
            self.found.append(_name(self.words, start, end, kind=ActorKind.PERSON, weight=5))
            return
        if (head := self._headed(start, end)) and head != "other":
            self.found.append(_name(self.words, start, end, kind=ActorKind(head), weight=5))
            return
        text = self.texts[start] if end - start == 1 else ""
        words = self.texts[start:end]
        if all(self._is_no_name(word) for word in words):
            return
        name = _name(self.words, start, end, kind=GOOD_LABELS.get(label))
        if (kind := self._noun_before(start)) is not None:
            name.kind, name.weight = kind, 4
            self.found.append(name)
            return
        all_proper = all(
            self.words.tokens[i].pos_ == "PROPN"
            for i in range(start, end)
            if self.texts[i][0].isalpha() and self.texts[i][0].isupper()
        )
        if name.kind is ActorKind.PERSON and self.words.tokens[end - 1].tag_ == "NNPS" and len(labels) == end - start:
            name.kind = ActorKind.GROUP
        if label == "NORP" and self.words.tokens[end - 1].tag_ not in {"NNS", "NNPS", "NNP"}:
            return
        if text and (self.words.tokens[start].pos_ == "ADJ" or (start == 0 and not all_proper)):
            name.is_pending = True
        if name.kind is None:
            name.is_pending = bool(label) or end - start == 1 or not all_proper
        self.found.append(name)

    def _noun_before(self, start: int) -> ActorKind | None:
        """The kind that the noun right before a name gives it: "the carrier Nordline", "spokesman Solberg"; or None."""
        if not start:
            return None
        noun, token = self.texts[start - 1], self.words.tokens[start - 1]
        if not noun.islower() or token.pos_ != "NOUN" or self.words.touching(start - 1) or token.tag_ != "NN":
            return None
        if noun in self.vocabulary.roles:
            return ActorKind.PERSON
        if noun in self.vocabulary.place_nouns:
            return ActorKind.PLACE
        return ActorKind.ORGANISATION if noun in self.vocabulary.bodies else None

    def _is_no_name(self, word: str) -> bool:
        """True iff the word is a name only together with others."""
        vocabulary, bare = self.vocabulary, word.lower().rstrip("s.")
        return (
            word in vocabulary.stop
            or word in vocabulary.openers
            or word in vocabulary.credits
            or bare in vocabulary.title_heads
            or bare in vocabulary.title_modifiers
        )

    def _split_at_listed(self, start: int, end: int) -> None:
        """Cuts a run at the listed names inside it, unless the model or a direction word holds it together."""
        texts, vocabulary = self.texts, self.vocabulary
        labels = set(self.labels[start:end])
        for position in range(start, end):
            if not (texts[position][0].isupper() or texts[position][0].islower()):
                continue
            listed = vocabulary.longest(texts, position, end)
            if listed is None:
                continue
            stop, entry = listed
            whole = len(labels) == 1 and labels & {"ORG", "FAC", "PERSON", "GPE", "LOC"}
            iob = self.words.tokens[start].doc[self.words.tokens[start].i + 1 : self.words.tokens[end - 1].i + 1]
            if (
                whole
                and all(token.ent_iob_ == "I" for token in iob)
                and "-" not in texts[start:end]
                and not entry.is_media
            ):
                if entry.relation is Relation.DEMONYM and position == start and labels == {"PERSON"}:
                    self._split(stop, end)
                    return
                if entry.kind in {ActorKind.COUNTRY, ActorKind.PLACE} or labels != {"PERSON"}:
                    if entry.kind is ActorKind.GROUP or (position == start + 1 and texts[start] in DIRECTIONS):
                        pass
                    else:
                        self._add_run(start, end)
                        return
            if position > start:
                before = position
                while before > start and not texts[before - 1][0].isalnum():
                    before -= 1
                if texts[before - 1] in {"of", "for", "and", "the", "in", "on"}:
                    before -= 1
                if before > start and not (before == start + 1 and texts[start] in DIRECTIONS):
                    self._add_run(start, before)
            self._add_listed(position, stop, entry)
            after = stop
            while after < end and (
                not texts[after][0].isalnum() or texts[after] in {"of", "and", "for", "the", "on", "in", "s"}
            ):
                after += 1
            if after < end:
                self._split(after, end)
            return
        self._add_run(start, end)

    # ---- acronyms in brackets ----
    def _bracketed(self, end: int, before: int) -> int:
        """Where to go on after a run; an acronym in brackets after a name is added as another name of it."""
        texts, count = self.texts, len(self.texts)
        if end + 2 < count and texts[end] == "(" and texts[end + 2] == ")" and len(self.found) > before:
            long, short = self.found[-1], texts[end + 1]
            if (
                short[0].isupper()
                and sum(letter.isupper() for letter in short) > 1
                and len(long.key) > 1
                and long.span.end == self.words.ends[end - 1]
            ):
                listed = self.vocabulary.longest(texts, end + 1, end + 2)
                name = _name(
                    self.words,
                    end + 1,
                    end + 2,
                    kind=long.kind,
                    weight=6,
                    entry=listed[1] if listed else long.entry,
                    how="acronym",
                )
                name.acronym_of = long
                name.entry = (
                    name.entry
                    if long.entry is None or name.entry is None or long.entry.stands_for == name.entry.stands_for
                    else long.entry
                )
                self.found.append(name)
                return end + 3
        return end
