"""Who speaks: a verb of saying in, the word that heads its speaker out, and the words that name that speaker.

The relations read are those of ClearNLP (nsubj, agent, relcl, conj), which spaCy's English models give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between, start_of
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.model.text import Span

__all__ = ["relative_of", "reporter_of", "speaker_beside", "speaker_of", "speaker_span"]

CUT_AFTER = ("appos", "relcl", "acl", "advcl", "parataxis", "npadvmod")
"""Relations that end the words that name a speaker: what follows tells more about them."""
NO_SPEAKERS = ("VERB", "AUX", "ADV", "PUNCT", "ADP", "SCONJ", "CCONJ")
"""Parts of speech that a subject has by a fault of the parse alone."""
DASHES = frozenset({"—", "–", "--"})
"""What ends a dateline: "OSLO (AFP) — The mayor said"."""
NEAR = 8
"""Tokens to look at on each side of a verb for a name."""
MAX_CLIMB = 8
"""Heads to look at when climbing: a bound keeps odd text cheap."""


def speaker_of(verb: Token) -> Token | None:
    """The head of the words that say who speaks, or None; a participle or a second verb has the first one's subject."""
    first = verb
    for _ in range(MAX_CLIMB):
        children = list(verb.children)
        for child in children:
            if child.dep_ == "agent":
                return next((word for word in child.children if word.dep_ == "pobj"), None)
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in children)
        own = next((child for child in children if child.dep_ == "nsubj"), None)
        if own is not None and own.pos_ not in NO_SPEAKERS and own.lower_ not in {"that", "this", "there", "what"}:
            return verb.head if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
        if passive:  # "after saying so, she was taken away"
            return next((child for child in children if child.dep_ == "nsubjpass" and verb != first), None)
        above = _above(verb)
        if above is None or above.pos_ not in ("VERB", "AUX"):
            return above
        verb = above
    return None


def relative_of(verb: Token, head: Token) -> Token | None:
    """The "who" or "which" at a verb that stands for a noun: "Ada Holm, who said …"; or None."""
    for _ in range(MAX_CLIMB):
        if verb.dep_ == "relcl" and verb.head.i == head.i:
            return next(
                (child for child in verb.children if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP")), None
            )
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def _above(verb: Token) -> Token | None:
    """Where the subject of a verb without one is looked for: the verb above it, or the noun that speaks itself; or None."""
    head = verb.head
    reporter = reporter_of(verb)
    if reporter is not None:
        return reporter
    if verb.dep_ in ("conj", "xcomp") and head.pos_ in ("VERB", "AUX"):
        return head
    if verb.tag_ != "VBG" or head.i == verb.i:
        return None
    if verb.dep_ == "acl" and not _is_loose(verb) and not _is_issued(head):
        return head
    if verb.dep_ in ("acl", "pcomp", "advcl", "xcomp"):
        governing = _governing(head)
        return governing or (head if verb.dep_ == "acl" else None)
    return None


def reporter_of(verb: Token) -> Token | None:
    """The verb whose speaker a verb within its reported clause has: "Holm said she was glad and predicted …"; or None.

    It hands words over itself, in the tense of the one above, has no subject of its own, and is joined to the reported clause by "and"
    or, a participle, by a comma.
    """
    if not _hands_over(verb):
        return None
    if verb.dep_ == "ccomp" and verb.head.tag_ == verb.tag_ and verb.i and verb.nbor(-1).dep_ == "cc":
        return verb.head  # "Holm said she was glad but said …", the second verb taken for what the first reports
    clause = verb.head
    if verb.dep_ == "advcl":
        for _ in range(MAX_CLIMB):  # "Holm said they hoped to leave, adding …"
            if clause.dep_ not in ("xcomp", "advcl") or clause.head.i > clause.i:
                break
            clause = clause.head
    above = clause.head
    if clause.dep_ != "ccomp" or clause.i == verb.i or above.i > clause.i:
        return None
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children):
        return None
    if verb.dep_ == "conj" and verb.tag_ == above.tag_:
        return above
    return above if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _is_loose(verb) else None


def _hands_over(verb: Token) -> bool:
    lexicon = load_lexicon("speech")
    lemma = verb.lemma_.lower()
    return any(lemma in lexicon.words(name) for name in ("saying", "object", "naming"))


def _is_loose(participle: Token) -> bool:
    """True iff a comma or a dash parts a participle from its noun: "won in May, saying …" tells of the subject."""
    return participle.left_edge.i > participle.head.i + 1 and (
        participle.doc[participle.left_edge.i - 1].text in {",", "-"} | DASHES
    )


def _is_issued(noun: Token) -> bool:
    """True iff a noun is what somebody gave out: "she released a statement saying …"."""
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in load_lexicon("speech").words("issuing")


def _governing(token: Token) -> Token | None:
    """The verb above a word, or None."""
    for _ in range(MAX_CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def speaker_beside(verb: Token, passage: Span) -> Token | None:
    """The head of the name that stands at a verb of saying, outside a passage in marks: for a parse that the marks led astray."""
    for step in (-1, 1):
        index = verb.i + step
        while 0 <= index < len(verb.doc) and abs(index - verb.i) <= NEAR:
            token = verb.doc[index]
            if (
                start_of(token) in passage
                or (token.is_punct and token.text not in {".", ",", "(", ")"})
                or token.sent != verb.sent
            ):
                break
            if token.text == "," and step == 1:
                break
            if (
                token.pos_ in ("PROPN", "NOUN", "PRON")
                and token.ent_type_ not in ("DATE", "TIME")
                and token.lower_ not in {"who", "which", "that", "it"}
            ):
                return _head_of_name(token, step)
            index += step
    return None


def _head_of_name(token: Token, step: int) -> Token:
    """The last noun of a row of names: "Prime Minister Ada Holm" is headed by "Holm"."""
    if step == 1:
        while (
            token.i + 1 < len(token.doc)
            and token.nbor().pos_ in ("PROPN", "NOUN")
            and token.nbor().ent_type_ not in ("DATE", "TIME")
        ):
            token = token.nbor()
    return token


def speaker_span(head: Token) -> Span:
    """The words that name a speaker: the head with what belongs to its name, without clauses and appositions."""
    first, last = head, head
    left, right = head.left_edge.i, head.right_edge.i
    if head.pos_ == "PRON":
        return span_between(head, head)
    left = next((token.i + 1 for token in reversed(head.doc[left : head.i]) if token.text in DASHES), left)
    for token in head.doc[left : head.i]:
        if token.is_sent_start or not token.is_punct:
            first = token
            break
    limit = next((child.left_edge.i for child in head.rights if child.dep_ in CUT_AFTER), right + 1)
    for token in head.doc[head.i + 1 : limit]:
        if token.text in {",", ";", ":", "–", "—", "--"} and not _in_conjuncts(token, head):
            break
        if not token.is_punct or token.text in {")", "."}:
            last = token
    return span_between(first, last)


def _in_conjuncts(comma: Token, head: Token) -> bool:
    """True iff a comma stands in a row of names: "the US, France and Britain"."""
    return any(child.dep_ == "conj" and child.i > comma.i for child in head.rights) and comma.head.dep_ in (
        head.dep_,
        "conj",
    )
