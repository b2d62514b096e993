"""Reported speech within one sentence: tokens in, `Attribution` out.

An attribution is a cue ("said", "according to"), the word that heads its speaker, and the words that are handed over to that
speaker. The relations read are those of ClearNLP (ccomp, xcomp, nsubj, agent, relcl), which spaCy's English models give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.analysis.speakers import speaker_beside, speaker_of
from briefing.analysis.speech_contents import (
    said_at_end,
    spans_around,
    spans_behind_comma,
    spans_of,
    spans_reported,
    spans_told,
    words_behind,
)
from briefing.lexicon import load_lexicon
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

__all__ = ["Attribution", "find_attributions"]

UNREAL = frozenset({"may", "might", "can", "could", "would", "will", "should", "must", "to", "'ll", "’ll"})
NOWHERE = Span(0, 1)
ENDING = frozenset({"add", "say"})
"""Verbs with which a sentence ends that tells what somebody says."""
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


def find_attributions(tokens: TokenSpan, *, outside: Sequence[bool] | None) -> Iterator[Attribution]:
    """The attributions of a sentence in text order; `outside` says of each token whether it stands outside quotation marks; None: all do."""
    lexicon = load_lexicon("speech")
    adverbs = lexicon.words("phrases.hearsay")
    nouns = lexicon.words("nouns.carrying") | lexicon.words("nouns.hearsay")
    for place, token in enumerate(tokens):
        if outside is not None and not outside[place]:
            continue
        lower = token.lower_
        if lower == "according":
            yield from _according(token, tokens)
        elif lower in adverbs:
            yield from _hearsay(token)
        elif token.pos_ in ("VERB", "AUX") or (token.dep_ == "ROOT" and lower in {"said", "says", "say"}):
            yield from _verbal(token, tokens)
        elif token.pos_ == "NOUN" and token.lemma_ in nouns:
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
            yield Attribution(cue, verb, speaker, spans_reported(clause, verb, tokens), "clause")
            return
    if lemma in ENDING and (end := said_at_end(verb, tokens)) is not None:
        yield Attribution(cue, verb, end[0], end[1], "clause")
        return
    if lemma == "tell" and speaker is not None and (told := spans_told(verb)):
        yield Attribution(cue, verb, speaker, told, "clause")
        return
    if (
        saying
        and verb.dep_ in ("parataxis", "advcl", "conj", "ROOT", "ccomp", "relcl")
        and (rest := spans_around(verb, tokens))
    ):
        yield Attribution(cue, verb, speaker, rest, "clause")
        return
    frame, content = ("", ()) if _is_unreal(verb) else _complement(verb, lemma)
    if not content and speaker is not None and not passive and _is_shown(verb, speaker):
        frame, content = "object", spans_of(verb.doc[verb.i + 1 : verb.right_edge.i + 1])
    if content and speaker is not None:
        yield Attribution(cue, verb, speaker, content, frame)
    elif saying and verb.dep_ != "amod":
        yield Attribution(cue, verb, speaker, (), "bare")


def _is_unreal(verb: Token) -> bool:
    """True iff a verb does not tell that something was said: "may reject the deal", "to denounce the deal"."""
    return any(child.dep_ == "aux" and child.lower_ in UNREAL for child in verb.children)


def _is_shown(verb: Token, speaker: Token) -> bool:
    """True iff a document tells what its verb has as an object: "the poll shows Holm ahead by four points"."""
    lexicon = load_lexicon("speech")
    return (
        verb.lemma_.lower() in lexicon.words("showing")
        and speaker.lemma_.lower() in lexicon.words("nouns.documents")
        and any(child.dep_ in ("dobj", "nsubj", "ccomp") and child.i > verb.i for child in verb.children)
        and verb.right_edge.i > verb.i + 2
    )


def _clause_of(verb: Token) -> Token | None:
    """The head of the clause that a verb reports, or None."""
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ == "advcl" and child.i > verb.i and child.left_edge.lower_ == "that"):
            return child
    for child in verb.children:
        if (
            child.dep_ in ("advcl", "ccomp", "pcomp")
            and any(word.lower_ in {"if", "whether"} and word.dep_ == "mark" for word in child.children)
            and child.i > verb.i
        ):
            return child if verb.lemma_ in {"ask", "wonder", "say", "know", "doubt", "inquire"} else None
    return None


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
            return "infinitive", spans_of(words_behind(verb, infinitive))
    wanted = lexicon.table("preposition").get(lemma, ())
    things = [word for child in children if child.dep_ == "dobj" for word in child.children]
    phrase = next(
        (word for word in (*children, *things) if word.dep_ in ("prep", "agent") and word.lower_ in wanted), None
    )
    if phrase is not None:
        return "preposition", spans_of(
            words_behind(
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
            return "object", spans_of(words_behind(verb, last if last.i > thing.i else thing))
    return "", ()


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
    speaker = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None)
    if speaker is not None and speaker.dep_ == "pcomp":  # "according to show insiders": a noun taken for a verb
        speaker = next((child for child in speaker.children if child.dep_ == "dobj"), None)
    if speaker is None:
        return
    head = word.head
    for _ in range(MAX_CLIMB):
        if head.pos_ in ("VERB", "AUX") or head.head == head:
            break
        head = head.head
    own = {token.i for token in word.subtree} | {token.i for token in to.subtree}
    for child in speaker.children:  # "…, according to the filing, of which …" tells more of what is filed
        if child.dep_ == "relcl" and child.left_edge.pos_ == "ADP":
            own -= {token.i for token in child.subtree}
    scope = head.subtree if head.pos_ in ("VERB", "AUX") and head.i != word.i else tokens
    content = spans_of(token for token in scope if token.i not in own) or spans_behind_comma(speaker, tokens)
    yield Attribution(span_between(word, to), word, speaker, content, "according")


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
