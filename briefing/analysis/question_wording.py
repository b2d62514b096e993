"""Our wording of an open question, by rule from the parse: a clause's head in, one English question or "" out.

A question is offered only where its grammar is sure: a subject that names somebody, a verb whose form is known, no pronoun
without a name, of moderate length. Ballast is cut: relative clauses, appositions, what follows a second comma.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.question_inversion import BACKSHIFT, inversion, inverted, predicate, with_form
from briefing.analysis.question_words import (
    PLAIN_SUBJECT_CUT,
    WH,
    as_question,
    cleared,
    grammatical_subject,
    is_plural,
    subject_words,
    trimmed,
)
from briefing.analysis.speakers import speaker_of
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = [
    "question_word",
    "word_denial",
    "word_embedded",
    "word_noun",
    "word_outcome",
    "word_possibility",
]

SELF_SAID = frozenset({"cause", "motive", "toll", "whereabouts"})
"""Things unknown that a text has one of: "What is the cause?" asks after the event, "What is the origin?" after nobody knows what."""
MOST_BARE = 2
"""Words that the name of an unknown thing must have: "the price" asks something, "details" does not."""
EMPTY = frozenset({"happen", "go", "occur", "be", "do"})
MOST_EMPTY = 2
"""Words behind the question word of a question that tells a reader nothing: "What happened?", "What is going on?"."""
STATES = frozenset({"be", "belong", "contain", "depend", "exist", "have", "know", "lie", "mean", "need", "own", "work"})
"""Verbs whose present tells of now; of others, "whether she gains is an open question" tells of what is to come."""
DENIED_STATES = {"involvement": ("involved", "in"), "responsibility": ("responsible", "for")}
"""Nouns of what is denied, with the adjective and the preposition that ask after it."""


def word_embedded(clause: Token, actors: ActorIndex, end: int | None = None) -> str:
    """The question of an embedded one: "whether the ferry will sail" -> "Will the ferry sail?".

    Args:
        clause: The clause's verb.
        actors: Who is meant where.
        end: The index of the token before which the clause ends, where known.
    """
    marked = any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in clause.children)
    if marked or _has_whether(clause):
        asked = inverted(clause, actors, end)
        ahead = end is not None and clause.tag_ in ("VBZ", "VBP") and clause.lemma_ not in STATES
        return re.sub(r"^(?:Does|Do)\b", "Will", asked) if ahead else asked
    asking = question_word(clause)
    return _asked_by(asking, clause, actors, end) if asking is not None else ""


def _asked_by(asking: Token, clause: Token, actors: ActorIndex, end: int | None) -> str:
    """The question that a question word opens: "why the ferry sank" -> "Why did the ferry sink?"."""
    phrase = _question_phrase(asking, clause)
    lead = cleared(phrase, actors)
    subject = grammatical_subject(clause)
    if not lead or subject is None:
        return ""
    inside = {word.i for word in subject.subtree}
    if asking.i in inside:
        helpers, tokens = predicate(clause, subject, end)
        words = cleared([*helpers, *tokens], actors, own=True).split() if tokens else []
        if words and helpers and helpers[0].lower_ in {"had", "'d", "’d"}:
            words = _as_past(words, helpers, clause, plural=is_plural(subject))
        elif words and helpers:
            words[0] = BACKSHIFT.get(helpers[0].lower_, words[0])
        elif words:
            words[0] = BACKSHIFT.get(words[0].lower(), words[0])
        if clause.lemma_ in EMPTY and len(words) <= MOST_EMPTY:
            return ""
        return as_question(f"{lead} {' '.join(words)}") if words else ""
    if inside & {word.i for word in phrase}:
        return ""
    rest = inversion(clause, actors, end)
    modal = next((child.lower_ for child in clause.lefts if child.lower_ in {"may", "might"}), "")
    if modal and rest.startswith("will "):
        # "What role it might seek" is asked as "What role might it seek?".
        rest = f"might {rest.removeprefix('will ')}"
    return as_question(f"{lead} {_strip_lead(rest, lead)}") if rest else ""


def _as_past(words: list[str], helpers: Sequence[Token], verb: Token, *, plural: bool) -> list[str]:
    """The words of a clause with "had" in the plain past: "had been sold" -> "was sold", "had happened" -> "happened"."""
    forms = [helper.lower_ for helper in helpers[1:]]
    if forms[:1] == ["been"]:
        return ["were" if plural else "was", *words[2:]]
    if forms or verb.lower_ not in words:
        return []
    participle = verb.lower_
    past = load_lexicon("questions").table("past").get(participle, participle)
    return [past if word == participle else word for word in words[1:]]


def _strip_lead(words: str, lead: str) -> str:
    """The words of a question without its question phrase, where that is still in its place."""
    return re.sub(rf"\s{re.escape(lead)}(?=\s|$)", "", words, count=1)


def _has_whether(clause: Token) -> bool:
    return any(child.lower_ == "whether" and child.i < clause.i for child in clause.children)


def question_word(clause: Token) -> Token | None:
    """The question word that opens a clause, or None."""
    for word in clause.doc[clause.left_edge.i : clause.i + 1]:
        if word.lower_ in WH:
            return word
        if not word.is_punct and word.dep_ not in ("prep", "punct"):
            return None
    return None


def _question_phrase(word: Token, clause: Token) -> list[Token]:
    """The question word with the words it asks by: "how many islands", "which ferry"."""
    head = word
    while (
        head.head.i != clause.i
        and head.dep_ in ("advmod", "det", "amod", "poss", "nummod", "pobj")
        and head.head.i > word.i
        and head.head.i != head.i
    ):
        head = head.head
        if head.i == clause.i:
            return [word]
    if head.i == clause.i:
        return [word]
    tokens = [token for token in head.subtree if token.i >= word.i]
    return trimmed(tokens, head, PLAIN_SUBJECT_CUT)


def word_possibility(verb: Token, actors: ActorIndex) -> str:
    """The question of a clause with a modal: "the crews may refuse the offer" -> "Will the crews refuse the offer?"."""
    words = inverted(verb, actors)
    # "May not have paid" leaves open whether it was paid, "a chance that they will not sail" whether they will.
    return words if " not only " in words else words.replace(" not ", " ", 1)


def word_outcome(verb: Token, actors: ActorIndex) -> str:
    """The question of what is to be done or threatened: "must confirm it by May" -> "Will X confirm it by May?", also of "hopes to"."""
    subject = grammatical_subject(verb)
    above = verb
    while subject is None and above.dep_ in ("xcomp", "acomp", "ccomp", "pcomp", "prep") and above.head.i < above.i:
        if above.head.lower_ in WH or (above.dep_ == "prep" and above.head.dep_ != "acomp"):
            return ""
        above = above.head
        subject = grammatical_subject(above)
    if subject is None or subject.dep_ == "expl" or any(child.dep_ == "neg" for child in verb.children):
        return ""
    if above.dep_ == "relcl" and any(child.lower_ in {"where", "whom", "which"} for child in above.children):
        # "The jail where they threatened to put her": what is done stands outside the clause.
        return ""
    who = subject_words(subject, actors)
    helpers, tokens = predicate(verb, grammatical_subject(verb))
    forms = [word.lower_ for word in helpers if word.lower_ not in {"to", "must", "should"}]
    if forms == ["have", "been"]:
        forms = ["be"]
    if not who or not tokens or forms not in ([], ["be"]):
        return ""
    passive = bool(forms)
    rest = with_form(
        verb, verb.text if passive else verb.lemma_, [word for word in tokens if word.dep_ != "neg"], actors
    )
    if rest == verb.lemma_ and verb.i + 1 < verb.sent.end and verb.nbor().lower_ == "to":
        # "Is likely to put to rest": what is done stands behind.
        return ""
    return as_question(f"will {who} {'be ' if passive else ''}{rest}") if rest else ""


def word_denial(verb: Token, actors: ActorIndex) -> str:
    """The question of what is denied: "denied that X", "denied selling Y"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "ccomp" and grammatical_subject(child) is not None:
            return "" if _is_own_assertion(verb, child) else inverted(child, actors)
        if child.dep_ in ("xcomp", "pcomp", "ccomp") and child.tag_ == "VBG":
            subject = speaker_of(verb)
            who = subject_words(subject, actors) if subject is not None else ""
            helpers, tokens = predicate(child, None)
            if not who or child.lemma_ in {"be", "have"} or helpers:
                return ""
            rest = with_form(child, child.lemma_, tokens, actors)
            return as_question(f"did {who} {rest}") if rest else ""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return _denied_thing(verb, thing, actors) if thing is not None else ""


def _is_own_assertion(verb: Token, clause: Token) -> bool:
    """True iff the clause behind a denial is what its speaker holds, not what is denied: "disputed that: the ship was sound"."""
    return any(word.text in {":", ";", "–", "—", "--"} for word in verb.doc[verb.i : clause.i])


def _denied_thing(verb: Token, thing: Token, actors: ActorIndex) -> str:
    """The question of a noun that is denied: "the claim that X", "involvement in X", "responsibility for X"."""
    clause = next(
        (
            child
            for child in thing.children
            if child.dep_ in ("acl", "ccomp")
            and any(word.lower_ == "that" and word.dep_ in ("mark", "dobj") for word in child.children)
        ),
        None,
    )
    if clause is not None:
        return inverted(clause, actors)
    subject = speaker_of(verb)
    shape = DENIED_STATES.get(thing.lemma_.lower())
    if shape is None or subject is None:
        return ""
    adjective, preposition = shape
    phrase = next((child for child in thing.children if child.dep_ == "prep" and child.lower_ == preposition), None)
    who = subject_words(subject, actors)
    if phrase is None or not who:
        return ""
    words = cleared(trimmed(list(phrase.subtree), phrase, PLAIN_SUBJECT_CUT), actors)
    verb_form = "are" if is_plural(subject) else "is"
    if adjective == "involved":
        verb_form = "were" if is_plural(subject) else "was"
    return as_question(f"{verb_form} {who} {adjective} {words}") if words else ""


def word_noun(noun: Token, actors: ActorIndex) -> str:
    """The question of a thing said to be unknown: "the cause of the fire is unknown" -> "What is the cause of the fire?"."""
    words = subject_words(noun, actors)
    if (
        not words
        or (noun.lemma_.lower() not in SELF_SAID and words.lower() in (noun.lower_, f"the {noun.lower_}"))
        or noun.lemma_.lower() == "detail"
        or any(child.lower_ in {"a", "an", "no", "or"} or child.dep_ == "relcl" for child in noun.children)
        or len(words.split()) < MOST_BARE
    ):
        return ""
    verb = "are" if is_plural(noun) else "is"
    if not any(child.dep_ in ("det", "poss") for child in noun.children):
        words = f"the {words[0].lower() if noun.left_edge.pos_ != 'PROPN' else words[0]}{words[1:]}"
    return as_question(f"what {verb} {words}")
