"""Two values for one thing, from two sources: `Parsed`, dates and actors in, `FigureDispute` out.

Both figures stand in one sentence or in two that follow each other. They count one thing where the second leaves out what it counts
("the hospital counted 20"), where both tell one fate of people, or where noun and verb are the same. Growth, parts of a whole and what
each side says of itself are no dispute: this finds few, and those surely.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.numbers import find_numbers
from briefing.analysis.parse import start_of
from briefing.lexicon import load_lexicon
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.analysis.parse import Parsed, ParsedSentence
    from briefing.model.dates import DateMention

__all__ = ["Claim", "FigureDispute", "find_figure_disputes"]

MAX_CLIMB = 8
"""Heads to look at when climbing: a bound keeps odd text cheap."""
MOST_TIMES = 30
"""How many times the less the greater may be: beyond it they count different things."""
MOST_NUMBERS = 6
"""Numbers of a sentence above which it is a table or a list."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that somebody gives.

    Attributes:
        sentence: The sentence that holds it.
        span: Its words with hedge and unit, into `Source.text`.
        value: The number.
        unit: Its unit, "" for a plain count.
        head: The token on which its words hang.
        noun: What it counts, or None where that is left out.
        verb: The verb of its clause, or None.
        sayer: The actor or the noun that gives it, "" for the author.
        bare: True iff it stands where a number and what it counts would stand, without the latter.
    """

    sentence: ParsedSentence
    span: Span
    value: float
    unit: str
    head: Token
    noun: Token | None
    verb: Token | None
    sayer: str
    bare: bool


@dataclass(frozen=True, slots=True)
class FigureDispute:
    """Two claims that cannot both hold; the later one is the one that disputes.

    Attributes:
        first: The earlier in the text.
        second: The later.
        fate: What people suffered ("died"), where that is what both count; else "".
    """

    first: Claim
    second: Claim
    fate: str


def find_figure_disputes(
    parsed: Parsed, *, dates: Sequence[DateMention], actors: ActorIndex
) -> Iterator[FigureDispute]:
    """The pairs of figures that dispute each other, in text order, at most one for each later sentence."""
    dated = sorted(date.span for date in dates)
    before: list[Claim] = []
    for sentence in parsed.prose():
        claims = list(_claims(parsed, sentence, dated, actors))
        found = next(
            (
                FigureDispute(first, second, _fate(first) if second.bare or _fate(first) == _fate(second) else "")
                for index, second in enumerate(claims)
                for first in reversed(before + claims[:index])
                if _is_disputed(first, second)
            ),
            None,
        )
        if found is not None:
            yield found
        before = claims


def _claims(parsed: Parsed, sentence: ParsedSentence, dated: Sequence[Span], actors: ActorIndex) -> Iterator[Claim]:
    """The numbers of a sentence with what they count and who gives them."""
    start = sentence.sentence.span.start
    numbers = list(find_numbers(parsed.document.text_of(sentence.sentence.span)))
    if len(numbers) > MOST_NUMBERS:
        return
    low = bisect_left(dated, sentence.sentence.span.start, key=lambda span: span.start)
    inside = dated[low : bisect_left(dated, sentence.sentence.span.end, key=lambda span: span.start)]
    for number in numbers:
        span = Span(start + number.start, start + number.end)
        token = parsed.token_at(start + number.digits)
        if number.attributive or token is None or any(date.overlap(span) for date in inside):
            continue
        head = token
        while head.head.i != head.i and span.start <= start_of(head.head) < span.end:
            head = head.head
        noun = _noun(head, span)
        verb = _verb(noun or head)
        bare = noun is None and _is_bare(head, span, number.unit)
        yield Claim(sentence, span, number.value, number.unit, head, noun, verb, _sayer(noun or head, actors), bare)


def _noun(head: Token, span: Span) -> Token | None:
    """The noun that a number counts, itself where the number is part of it ("the dead"), or None."""
    above = head.head
    if head.dep_ == "nummod" and above.i > head.i and above.pos_ in ("NOUN", "PROPN", "ADJ"):
        return above
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if following is not None and start_of(following) >= span.end and following.lower_ in {"dead", "wounded", "injured"}:
        return following
    return None


def _verb(token: Token) -> Token | None:
    """The verb of a token's clause."""
    above = token
    for _ in range(MAX_CLIMB):
        if above.pos_ in ("VERB", "AUX"):
            return above
        if above.head.i == above.i:
            return None
        above = above.head
    return None


def _is_bare(head: Token, span: Span, unit: str) -> bool:
    """True iff a number without a noun is what somebody counts: "counted 20", "put the toll at 20"; nothing that narrows it behind."""
    lexicon = load_lexicon("figures")
    behind = next((token for token in head.doc[head.i :] if start_of(token) >= span.end), None)
    if behind is not None and not (behind.is_punct or behind.dep_ in ("cc", "mark") or behind.is_space):
        return False
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ in {"at", "to"} and verb.head.i != verb.i:
        verb = verb.head.head if verb.head.lower_ in {"nearer", "closer"} else verb.head
        thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
        if thing is not None and verb.lemma_ == "put" and thing.tag_ not in ("PRP", "WDT"):
            return bool(unit) or thing.lemma_.lower() in lexicon.words("disputes.totals")
    elif head.dep_ not in ("dobj", "npadvmod", "attr", "oprd"):
        return False
    return verb.lemma_.lower() in lexicon.words("disputes.counting")


def _sayer(token: Token, actors: ActorIndex) -> str:
    """Who gives a number: the subject of the nearest verb of telling above it, or whom it is "according to"; "" for the author."""
    telling = load_lexicon("figures").words("disputes.telling")
    above = token
    if token.dep_ == "pobj" and token.head.lower_ == "at" and token.head.i and token.head.nbor(-1).dep_ == "conj":
        # "Police put the crowd at 20,000 and the party at 70,000."
        return _name(token.head.nbor(-1), actors)
    for _ in range(MAX_CLIMB):
        if above.pos_ in ("VERB", "AUX"):
            if above.lemma_.lower() in telling:
                subject = next(
                    (child for child in above.children if child.dep_ == "nsubj" and child.i != token.i), None
                )
                if subject is not None and subject.tag_ not in ("WDT", "WP"):
                    return _name(subject, actors)
            source = _according(above)
            if source is not None:
                return _name(source, actors)
        if above.head.i == above.i:
            break
        above = above.head
    return ""


def _according(verb: Token) -> Token | None:
    """Whom a clause is "according to", or None."""
    for child in verb.children:
        if child.lower_ == "according":
            for inner in child.children:
                if inner.lower_ == "to":
                    return next((word for word in inner.children if word.dep_ == "pobj"), None)
    return None


def _name(subject: Token, actors: ActorIndex) -> str:
    """What tells one source from another: the actor, or the noun; "?" for a pronoun without an actor."""
    found = actors.at(start_of(subject))
    if found is not None:
        return found[1].id
    return "?" if subject.pos_ == "PRON" else subject.lemma_.lower()


def _fate(claim: Claim) -> str:
    """What the people that a claim counts suffered ("died"), "" for anything else."""
    words = {token.lemma_.lower() for token in (claim.noun, claim.verb) if token is not None}
    words |= {claim.noun.lower_} if claim.noun is not None else set()
    return next((fate for fate, known in _fates() if words & known), "")


def _fates() -> Iterator[tuple[str, frozenset[str]]]:
    lexicon = load_lexicon("figures")
    return ((fate, lexicon.words(f"disputes.fates.{fate}")) for fate in lexicon.table("disputes")["fates"])


def _is_disputed(first: Claim, second: Claim) -> bool:
    """True iff two claims give different numbers of one thing, from different sources, for one time and place."""
    lexicon = load_lexicon("figures")
    low, high = sorted((first.value, second.value))
    if first.unit != second.unit or low == high or low <= 0 or high > low * MOST_TIMES:
        return False
    if "?" in (first.sayer, second.sayer) or not second.sayer or first.sayer == second.sayer:
        return False
    if _words_near(second) & lexicon.words("disputes.growing") or _is_of_itself(second) or _is_of_itself(first):
        return False
    answers = second.verb is not None and second.verb.lemma_.lower() in lexicon.words("disputes.answering")
    contrasted = bool(_words_near(second) & lexicon.words("disputes.contrasts"))
    if not first.sayer and not (second.bare and answers) and not (contrasted and _fate(first)):
        return False
    if second.bare:
        counted = first.noun is not None or (first.head.dep_ in ("nsubj", "nsubjpass") and bool(_fate(first)))
        # "Cut use by 11 per cent, according to the board. Growers put the saving at 4 per cent."
        share = bool(second.unit) and bool(first.sayer) and second.verb is not None and second.verb.lemma_ == "put"
        return counted or share or (first.bare and contrasted and first.sentence is second.sentence)
    return _tell_one_thing(first, second) and not _is_elsewhere(first, second)


def _tell_one_thing(first: Claim, second: Claim) -> bool:
    """True iff two claims with a noun count the same: one fate of people, or one noun under one verb."""
    if first.noun is None or second.noun is None or first.verb is None or second.verb is None:
        return False
    if _fate(first):
        return _fate(first) == _fate(second)
    said = load_lexicon("figures").words("disputes.telling")
    lemma = first.verb.lemma_.lower()
    alike = first.noun.lemma_.lower() == second.noun.lemma_.lower() and lemma == second.verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in second.verb.children)
    return alike and passive and lemma not in said


def _words_near(claim: Claim) -> set[str]:
    """The words of a claim's sentence, for one that opens it; else those from the last break before it to the next."""
    tokens = [token for token in claim.sentence.tokens if not token.is_space]
    first = next((index for index, token in enumerate(tokens) if start_of(token) >= claim.span.start), 0)
    low = next((index for index in range(first, 0, -1) if tokens[index].text in {";", ":"}), 0)
    high = next((index for index in range(first, len(tokens)) if tokens[index].text in {";", ":"}), len(tokens))
    hedged = range(claim.span.start, claim.span.end)
    return {token.lower_ for token in tokens[low:high] if start_of(token) not in hedged}


def _is_of_itself(claim: Claim) -> bool:
    """True iff a side tells its own number: "it lost 80 men", "killed 30 of their fighters"."""
    subject = next((child for child in claim.verb.children if child.dep_ == "nsubj"), None) if claim.verb else None
    own = subject is not None and subject.pos_ == "PRON" and not claim.bare
    return own or (claim.noun is not None and any(child.tag_ == "PRP$" for child in claim.noun.children))


def _is_elsewhere(first: Claim, second: Claim) -> bool:
    """True iff the later claim names a place or a time that the earlier one does not."""
    kinds = ("GPE", "LOC", "FAC", "DATE", "TIME")
    known = {token.lower_ for token in first.sentence.tokens}
    return (
        any(
            token.ent_type_ in kinds and token.pos_ in ("PROPN", "NUM", "NOUN") and token.lower_ not in known
            for token in second.verb.subtree
        )
        if second.verb is not None
        else False
    )
