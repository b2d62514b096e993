"""Reported speech within one sentence: tokens in, `Attribution` out.

An attribution is a cue ("said", "according to"), the word that heads its speaker, and the words that are handed over to that
speaker. The relations read are those of ClearNLP (ccomp, xcomp, nsubj, agent, relcl), which spaCy's English models give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.speakers import reporter_of, speaker_beside, speaker_of
from briefing.lexicon import load_lexicon
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["Attribution", "find_attributions", "spans_of"]

SUBJECTS = ("nsubj", "nsubjpass")
UNREAL = frozenset({"may", "might", "can", "could", "would", "will", "should", "must", "to", "'ll", "’ll"})
NOWHERE = Span(0, 1)
ASIDE = frozenset({"although", "even", "though", "whereas", "while"})
"""Words behind a comma that begin what is said besides: more often by the author than by who is reported."""
BREAKS = frozenset({",", "-", "–", "—", "--"})
MAX_CLIMB = 8
"""Heads to look at when climbing: a bound keeps odd text cheap."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words handed over to a speaker within one sentence.

    Attributes:
        cue: The words that hand over ("said", "according to").
        verb: The cue's head.
        speaker: The head of the words that say who, or None.
        content: What is handed over, as spans in text order; empty where only the position of quotation marks can tell.
        frame: How it is built: clause, infinitive, object, preposition, noun, according, hearsay, bare.
    """

    cue: Span
    verb: Token
    speaker: Token | None
    content: tuple[Span, ...]
    frame: str


def spans_of(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of runs of neighbouring tokens, without punctuation or white space at their ends."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    found: list[Span] = []
    for run in runs:
        while run and (run[0].is_space or run[0].text in {",", ";", ":", ".", "–", "—", "--", "-", ")"}):
            run.pop(0)
        while run and (run[-1].is_space or run[-1].text in {",", ";", ":", ".", "–", "—", "--", "-", "("}):
            run.pop()
        if run and not all(token.is_punct for token in run):
            found.append(span_between(run[0], run[-1]))
    return tuple(found)


def find_attributions(tokens: TokenSpan, *, outside: Sequence[bool]) -> Iterator[Attribution]:
    """The attributions of a sentence in text order; `outside` says of each token whether it stands outside quotation marks."""
    lexicon = load_lexicon("speech")
    for token, free in zip(tokens, outside, strict=True):
        if not free:
            continue
        lower = token.lower_
        if lower == "according":
            yield from _according(token, tokens)
        elif lower in lexicon.words("phrases.hearsay"):
            yield from _hearsay(token)
        elif token.pos_ in ("VERB", "AUX") or (token.dep_ == "ROOT" and lower in {"said", "says", "say"}):
            yield from _verbal(token, tokens)
        elif token.pos_ == "NOUN" and token.lemma_ in lexicon.words("nouns.carrying") | lexicon.words("nouns.hearsay"):
            yield from _nominal(token)


def _verbal(verb: Token, tokens: TokenSpan) -> Iterator[Attribution]:
    """The attribution that a verb makes, if its lemma and its complements do."""
    lexicon = load_lexicon("speech")
    lemma = verb.lemma_.lower()
    saying, thinking = lemma in lexicon.words("saying"), lemma in lexicon.words("thinking")
    speaker = speaker_of(verb)
    cue = span_between(verb, verb)
    if (
        speaker is None
        and saying
        and verb.tag_ in ("VBD", "VBZ", "VBP")
        and not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    ):
        speaker = speaker_beside(verb, NOWHERE)
    if speaker is not None and (
        speaker.lower_ in lexicon.words("phrases.nobody") or any(child.lower_ == "no" for child in speaker.children)
    ):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if passive and speaker is None:
        if lemma in lexicon.words("phrases.impersonal"):
            yield from _impersonal(verb)
        return
    if saying or (thinking and not _is_unreal(verb)):
        clause = _clause_of(verb)
        if clause is not None and (speaker is not None or verb.tag_ == "VBG"):
            yield Attribution(cue, verb, speaker, _without_cue(clause, verb, tokens), "clause")
            return
    if (
        saying
        and verb.dep_ in ("parataxis", "advcl", "conj", "ROOT", "ccomp", "relcl")
        and (rest := _around(verb, tokens))
    ):
        yield Attribution(cue, verb, speaker, rest, "clause")
        return
    frame, content = ("", ()) if _is_unreal(verb) else _complement(verb, lemma)
    if content and speaker is not None:
        yield Attribution(cue, verb, speaker, content, frame)
    elif saying:
        yield Attribution(cue, verb, speaker, (), "bare")


def _is_unreal(verb: Token) -> bool:
    """True iff a verb does not tell that something was said: "may reject the deal", "to denounce the deal"."""
    return any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _clause_of(verb: Token) -> Token | None:
    """The head of the clause that a verb reports, or None."""
    for child in verb.children:
        if child.dep_ == "ccomp":
            return child
    for child in verb.children:
        if (
            child.dep_ in ("advcl", "ccomp", "pcomp")
            and any(word.lower_ in {"if", "whether"} and word.dep_ == "mark" for word in child.children)
            and child.i > verb.i
        ):
            return child if verb.lemma_ in {"ask", "wonder", "say", "know", "doubt", "inquire"} else None
    return None


def _cue_tokens(verb: Token) -> set[int]:
    """The indices of the words that are the attribution itself: the verb, its subject, its small words."""
    own = {verb.i}
    for child in verb.children:
        if child.dep_ in (
            *SUBJECTS,
            "aux",
            "neg",
            "advmod",
            "dative",
            "npadvmod",
            "prt",
            "agent",
            "auxpass",
            "mark",
            "prep",
            "dobj",
            "advcl",
            "cc",
        ):
            own.update(word.i for word in child.subtree)
    return own


def _without_cue(clause: Token, verb: Token, tokens: TokenSpan) -> tuple[Span, ...]:
    """The reported clause without the words that report it, where these stand in its middle."""
    words = list(clause.subtree)
    if clause.i > verb.i:
        limit = _limit(clause, verb)
        words = [word for word in words if word.i < limit]
    if clause.i < verb.i:
        own = _cue_tokens(verb)
        first = tokens[0].i
        first = next((word.i + 1 for word in reversed(clause.doc[first : verb.i]) if word.text == ";"), first)
        words = [
            word
            for word in clause.doc[first : clause.right_edge.i + 1]
            if word.i not in own and (word.i >= clause.left_edge.i or _loose(word, verb))
        ]
    return spans_of(words)


def _limit(clause: Token, verb: Token) -> int:
    """The index at which a reported clause ends where the parser hung more of its reporter's words, or of the author's, on it.

    "She said the line was sound and predicted that …", "…, adding that …", "…, while the owners left".
    """
    doc = verb.doc
    for word in clause.children:
        if word.i <= clause.i:
            continue
        edge = word.left_edge.i
        if word.dep_ == "conj" and reporter_of(word) == verb:
            return next((token.i for token in reversed(doc[clause.i : edge]) if token.dep_ == "cc"), edge)
        is_aside = doc[edge].lower_ in ASIDE or reporter_of(word) == verb
        if is_aside and word.dep_ == "advcl" and doc[edge - 1].text in BREAKS:
            return edge - 1
    return clause.right_edge.i + 1


def _loose(word: Token, verb: Token) -> bool:
    """True iff a word before the clause belongs to the clause though the parser hung it on the verb of saying."""
    for _ in range(MAX_CLIMB):
        if word.head == verb:
            return word.dep_ in ("prep", "advmod", "advcl", "npadvmod")
        if word.head == word:
            return False
        word = word.head
    return False


def _around(verb: Token, tokens: TokenSpan) -> tuple[Span, ...]:
    """What stands around "…, X said, …" where the parser found no reported clause: only for a verb at the end or between commas."""
    if verb.dep_ != "parataxis":
        return ()
    own = {word.i for word in verb.subtree}
    return spans_of(word for word in tokens if word.i not in own)


def _complement(verb: Token, lemma: str) -> tuple[str, tuple[Span, ...]]:
    """The frame and the words of an infinitive, an object or a prepositional phrase that tells what is said."""
    lexicon = load_lexicon("speech")
    children = [child for child in verb.children if child.i > verb.i]
    if lemma in lexicon.words("undertaking"):
        infinitive = next(
            (
                child
                for child in children
                if child.dep_ in ("xcomp", "ccomp") and any(word.tag_ == "TO" for word in child.children)
            ),
            None,
        )
        if infinitive is not None and infinitive.lemma_.lower() in lexicon.words("phrases.unnamed"):
            return "", ()
        if infinitive is not None:
            return "infinitive", spans_of(_between(verb, infinitive))
    wanted = lexicon.table("preposition").get(lemma, ())
    things = [word for child in children if child.dep_ == "dobj" for word in child.children]
    phrase = next(
        (word for word in (*children, *things) if word.dep_ in ("prep", "agent") and word.lower_ in wanted), None
    )
    if phrase is not None:
        return "preposition", spans_of(
            _between(
                verb,
                phrase,
                own=phrase if lemma in {"call", "speak", "talk", "ask", "point", "refer", "warn"} else None,
            )
        )
    if lemma in lexicon.words("object"):
        thing = next((child for child in children if child.dep_ == "dobj"), None)
        if thing is not None and thing.pos_ != "PRON":
            last = next(
                (child for child in reversed(children) if child.dep_ == "prep" and child.lower_ in {"for", "as"}), thing
            )
            return "object", spans_of(_between(verb, last if last.i > thing.i else thing))
    return "", ()


def _between(verb: Token, last: Token, own: Token | None = None) -> list[Token]:
    """The tokens after a verb (or after a preposition `own`) up to the end of a complement."""
    first = (own.i if own is not None else verb.i) + 1
    return list(verb.doc[first : last.right_edge.i + 1])


def _impersonal(verb: Token) -> Iterator[Attribution]:
    """The form "It is believed that …", "is said to …": nobody is named."""
    clause = next((child for child in verb.children if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i), None)
    if clause is not None:
        yield Attribution(span_between(verb, verb), verb, None, spans_of(clause.subtree), "hearsay")


def _hearsay(adverb: Token) -> Iterator[Attribution]:
    """The clause that "reportedly" stands in."""
    head = adverb.head
    if head.pos_ in ("VERB", "AUX"):
        yield Attribution(
            span_between(adverb, adverb),
            adverb,
            None,
            spans_of(word for word in head.subtree if word.i != adverb.i),
            "hearsay",
        )


def _according(word: Token, tokens: TokenSpan) -> Iterator[Attribution]:
    """The form "According to X, …" and "…, according to X": the clause it hangs on, or the sentence."""
    to = next((child for child in word.children if child.lower_ == "to"), None)
    if to is None and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
        to = word.nbor()
    if to is None or to.i != word.i + 1:
        return
    speaker = next((child for child in to.children if child.dep_ == "pobj"), None)
    head = word.head
    for _ in range(MAX_CLIMB):
        if head.pos_ in ("VERB", "AUX") or head.head == head:
            break
        head = head.head
    own = {token.i for token in word.subtree} | {token.i for token in to.subtree}
    scope = head.subtree if head.pos_ in ("VERB", "AUX") and head.i != word.i else tokens
    if speaker is not None:
        yield Attribution(
            span_between(word, to), word, speaker, spans_of(token for token in scope if token.i not in own), "according"
        )


def _nominal(noun: Token) -> Iterator[Attribution]:
    """The form "His claim that …": the clause on the noun; the speaker is the possessor or the "by" phrase."""
    clause = next(
        (
            child
            for child in noun.children
            if child.dep_ in ("acl", "ccomp")
            and any(word.lower_ == "that" and word.dep_ == "mark" for word in child.children)
        ),
        None,
    )
    if clause is None:
        return
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        by = next(
            (child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}), None
        )
        owner = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    hearsay = noun.lemma_ in load_lexicon("speech").words("nouns.hearsay")
    if owner is not None or hearsay:
        yield Attribution(
            span_between(noun, noun),
            noun,
            owner,
            spans_of(clause.subtree),
            "hearsay" if hearsay and owner is None else "noun",
        )
