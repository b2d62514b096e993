"""Our wording of an open question, by rule from the parse: a clause's head in, one English question or "" out.

A question is offered only where its grammar is sure: a subject that names somebody, a verb whose form is known, no pronoun
without a name, of moderate length. Ballast is cut: relative clauses, appositions, what follows a second comma.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.question_words import (
    PLAIN_SUBJECT_CUT,
    SUBJECTS,
    WH,
    as_question,
    cleared,
    grammatical_subject,
    is_plural,
    subject_words,
    trimmed,
    without_or_not,
)
from briefing.analysis.speakers import speaker_of
from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = ["word_decision", "word_denial", "word_embedded", "word_noun", "word_possibility"]

MOST_BARE = 2
"""Words that the name of an unknown thing must have: "the price" asks something, "details" does not."""
BEFORE = frozenset({"advcl", "prep", "cc", "punct", "npadvmod", "ccomp", "preconj"})
"""Relations that open a sentence or join it to the last one, where they stand before the verb."""
LINKS = frozenset(
    {"however", "also", "instead", "meanwhile", "now", "then", "thus", "probably", "possibly", "likely", "perhaps"}
)
"""Adverbs that link a sentence to another or already doubt it."""
DENIED_STATES = {"involvement": ("involved", "in"), "responsibility": ("responsible", "for")}
"""Nouns of what is denied, with the adjective and the preposition that ask after it."""
BACKSHIFT = {
    "would": "will",
    "'d": "will",
    "’d": "will",
    "might": "will",
    "may": "will",
    "'ll": "will",
    "’ll": "will",
    "'s": "is",
    "’s": "is",
    "'re": "are",
    "’re": "are",
    "ca": "can",
    "wo": "will",
}
"""What a modal of reported speech was before it was reported, and contractions in full."""


def _predicate(verb: Token, subject: Token | None, end: int | None = None) -> tuple[list[Token], list[Token]]:
    """The auxiliaries of a clause's verb and the words of its predicate, ballast cut; none where its object would be lost.

    Args:
        verb: The clause's verb.
        subject: The head of its subject, or None.
        end: The index of the token before which the clause ends, where known: what stands there counts, whatever it hangs on.
    """
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    taken = {child.i for child in helpers}
    if subject is not None:
        taken.update(word.i for word in subject.subtree)
    dropped = {word.i for child in verb.children if _is_ballast(child, verb, subject) for word in child.subtree}
    shared = _shared_end(verb)
    dropped.difference_update(shared)
    begin = min((word.i for word in subject.subtree), default=0) if subject is not None else 0
    tokens = [word for word in verb.subtree if word.i >= begin and word.i not in taken and word.i not in dropped]
    if end is not None:
        tokens = [word for word in tokens if word.i <= verb.i] + _up_to(verb, helpers, end)
    tokens = without_or_not(tokens)
    tokens = trimmed(tokens, verb, frozenset({"relcl", "appos", "parataxis"}))
    commas = [
        index for index, word in enumerate(tokens) if word.text in {",", ";", "–", "—", "--", ":"} and word.i > verb.i
    ]
    for index in commas:
        rest = tokens[index + 1 :]
        if not any(word.dep_ == "conj" for word in rest):
            tokens = tokens[:index]
            break
    return helpers, [] if _has_lost_object(verb, tokens, end) else tokens


def _up_to(verb: Token, helpers: Sequence[Token], end: int) -> list[Token]:
    """The words between a verb and the end of its clause; a second verb only under the same auxiliaries, without them."""
    kept: list[Token] = []
    forms = [helper.lower_ for helper in helpers]
    gone: set[int] = set()
    for word in verb.doc[verb.i + 1 : end]:
        if word.dep_ == "cc" and word.head.i == verb.i:
            second = next((child for child in verb.rights if child.dep_ == "conj" and word.i < child.i < end), None)
            again = [child for child in second.lefts if child.dep_ in ("aux", "auxpass")] if second is not None else []
            if second is None or second.tag_ != verb.tag_ or (again and [w.lower_ for w in again] != forms):
                break
            gone.update(helper.i for helper in again)
        if word.i not in gone and not word.is_space:
            kept.append(word)
    return kept


def _has_lost_object(verb: Token, tokens: Sequence[Token], end: int | None) -> bool:
    """True iff the words behind a verb were all cut, or hang elsewhere, and could be what it acts on."""
    following = verb.i + 1
    if any(word.i > verb.i for word in tokens) or following >= (end or verb.sent.end):
        return False
    word = verb.doc[following]
    return word.pos_ in ("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON") or (
        word.pos_ == "ADV" and word.dep_ == "advmod" and word.head.i > word.i and word.head.pos_ in ("ADJ", "NUM")
    )


def _is_ballast(child: Token, verb: Token, subject: Token | None) -> bool:
    """True iff a branch of a verb tells something that its question does without."""
    if child.dep_ in SUBJECTS:
        return subject is None or child.i != subject.i
    if child.dep_ in ("mark", "parataxis"):
        return True
    if child.i > verb.i:
        return child.dep_ in ("advcl", "conj", "cc")
    return child.dep_ in BEFORE or (child.dep_ == "advmod" and child.lower_ in WH | LINKS)


def _shared_end(verb: Token) -> set[int]:
    """The words that a verb shares with an "if not" clause behind it ("delay if not stop the sale"), or with a short second verb."""
    kept: set[int] = set()
    own = any(child.dep_ in ("dobj", "attr", "acomp", "ccomp", "xcomp") for child in verb.children)
    for child in verb.rights:
        if child.dep_ == "advcl" and child.pos_ == "VERB" and {word.lower_ for word in child.lefts} == {"if", "not"}:
            for word in child.rights:
                if word.dep_ == "prep" or (word.dep_ == "dobj" and not own):
                    kept.update(inner.i for inner in word.subtree)
        elif (
            child.dep_ == "conj"
            and child.tag_ == verb.tag_
            and child.left_edge.i == child.i == child.right_edge.i
            and child.nbor(-1).dep_ == "cc"
        ):
            kept.update((child.i - 1, child.i))
    return kept


def _inverted(verb: Token, actors: ActorIndex, end: int | None = None) -> str:
    """A clause as a question: the finite verb before the subject."""
    words = _inversion(verb, actors, end)
    return as_question(words) if words else ""


def _inversion(verb: Token, actors: ActorIndex, end: int | None = None) -> str:
    """The words of a clause with the finite verb before the subject, "" where that cannot be done."""
    subject = grammatical_subject(verb)
    if subject is None or (end is not None and subject.right_edge.i >= verb.i and subject.dep_ != "expl"):
        return ""
    expletive = subject.dep_ == "expl" and subject.lower_ == "there"
    who = "there" if expletive else subject_words(subject, actors)
    if not who:
        return ""
    helpers, tokens = _predicate(verb, subject, end)
    if not tokens:
        return ""
    negative = [word for word in tokens if word.dep_ == "neg"]
    tokens = [word for word in tokens if word.dep_ != "neg"]
    not_ = " not" if negative and all(word.lower_ in {"not", "n't", "n’t"} for word in negative) else ""
    if negative and not not_:
        return ""
    plural = is_plural(subject)
    if helpers:
        front, helpers_rest, tokens_text = _with_helper(helpers, verb, tokens, actors, plural=plural)
    elif verb.lemma_ == "be" and verb.lower_ in {"is", "are", "was", "were", "'s", "’s", "'re", "’re"}:
        front = BACKSHIFT.get(verb.lower_, verb.lower_)
        helpers_rest, tokens_text = "", cleared([word for word in tokens if word.i != verb.i], actors)
    else:
        do = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_, "")
        if not do:
            return ""
        front, helpers_rest, tokens_text = do, "", _with_form(verb, verb.lemma_, tokens, actors)
    if not front or not tokens_text:
        return ""
    return " ".join(f"{front} {who}{not_} {helpers_rest} {tokens_text}".split())


def _with_form(verb: Token, form: str, tokens: Sequence[Token], actors: ActorIndex) -> str:
    """The words of a predicate with its verb in another form."""
    before = cleared([word for word in tokens if word.i < verb.i], actors)
    rest = [word for word in tokens if word.i > verb.i]
    after = cleared(rest, actors)
    if (rest and not after and any(not word.is_punct for word in rest)) or (
        not before and any(word.i < verb.i and not word.is_punct for word in tokens)
    ):
        return ""
    return f"{before} {form} {after}".strip()


def _with_helper(
    helpers: Sequence[Token], verb: Token, tokens: Sequence[Token], actors: ActorIndex, *, plural: bool
) -> tuple[str, str, str]:
    """The fronted auxiliary, the other auxiliaries, and the words of the predicate."""
    first, others = helpers[0], [word for word in helpers[1:] if word.lower_ != "to"]
    if first.lower_ == "to":
        return "", "", ""
    lower = first.lower_
    forms = [word.lower_ for word in others]
    been = verb.lemma_ == "be" and verb.tag_ in ("VBN", "VBD")
    if been and (lower in {"had", "'d", "’d"} or (lower in {"may", "might", "could"} and forms == ["have"])):
        rest = cleared([word for word in tokens if word.i != verb.i], actors)
        return ("were" if plural else "was") if rest else "", "", rest
    if lower in {"had", "'d", "’d"} and verb.tag_ in ("VBN", "VBD"):
        if forms[:1] == ["been"]:
            front = "were" if plural else "was"
            return front, " ".join(forms[1:]), _with_form(verb, verb.lower_, tokens, actors)
        return "did", "", _with_form(verb, verb.lemma_, tokens, actors)
    if lower in {"may", "might", "could"} and forms[:1] == ["have"]:
        if forms[1:2] == ["been"]:
            front = "were" if plural else "was"
            return front, " ".join(forms[2:]), _with_form(verb, verb.lower_, tokens, actors)
        return "did", "", _with_form(verb, verb.lemma_, tokens, actors)
    front = BACKSHIFT.get(lower, lower)
    if lower in {"'s", "’s"} and verb.tag_ == "VBN" and first.dep_ == "aux":
        front = "has"
    if lower in {"'ve", "’ve"}:
        front = "have"
    return front, " ".join(forms), _with_form(verb, verb.text, tokens, actors)


def word_embedded(clause: Token, actors: ActorIndex, end: int | None = None) -> str:
    """The question of an embedded one: "whether the ferry will sail" -> "Will the ferry sail?".

    Args:
        clause: The clause's verb.
        actors: Who is meant where.
        end: The index of the token before which the clause ends, where known.
    """
    marked = any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in clause.children)
    if marked or _has_whether(clause):
        return _inverted(clause, actors, end)
    asking = _question_word(clause)
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
        helpers, tokens = _predicate(clause, subject, end)
        words = cleared([*helpers, *tokens], actors, own=True).split() if tokens else []
        if words and helpers and helpers[0].lower_ in {"had", "'d", "’d"}:
            words = _as_past(words, helpers, clause, plural=is_plural(subject))
        elif words and helpers:
            words[0] = BACKSHIFT.get(helpers[0].lower_, words[0])
        return as_question(f"{lead} {' '.join(words)}") if words else ""
    if inside & {word.i for word in phrase}:
        return ""
    rest = _inversion(clause, actors, end)
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


def _question_word(clause: Token) -> Token | None:
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
    return _inverted(verb, actors)


def word_denial(verb: Token, actors: ActorIndex) -> str:
    """The question of what is denied: "denied that X", "denied selling Y"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "ccomp" and grammatical_subject(child) is not None:
            return "" if _is_own_assertion(verb, child) else _inverted(child, actors)
        if child.dep_ in ("xcomp", "pcomp", "ccomp") and child.tag_ == "VBG":
            subject = speaker_of(verb)
            who = subject_words(subject, actors) if subject is not None else ""
            helpers, tokens = _predicate(child, None)
            if not who or child.lemma_ in {"be", "have"} or helpers:
                return ""
            rest = _with_form(child, child.lemma_, tokens, actors)
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
            and any(word.lower_ == "that" and word.dep_ == "mark" for word in child.children)
        ),
        None,
    )
    if clause is not None:
        return _inverted(clause, actors)
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


def word_decision(verb: Token, actors: ActorIndex) -> str:
    """The question that a decision will settle: "will decide whether to sail" -> "Will X sail?", "will vote on Y" -> "How will X vote on Y?"."""
    subject = grammatical_subject(verb)
    source = verb
    if subject is None and verb.dep_ == "xcomp":
        source = verb.head
        subject = grammatical_subject(source)
    if subject is None:
        return ""
    who = subject_words(subject, actors)
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("ccomp", "xcomp", "advcl", "pcomp", "acl", "prep"):
            continue
        inner = (
            next((word for word in child.children if word.dep_ == "pcomp"), child) if child.dep_ == "prep" else child
        )
        if inner.pos_ not in ("VERB", "AUX"):
            continue
        infinitive = any(word.tag_ == "TO" for word in inner.children)
        if infinitive and _has_whether_mark(inner):
            _, tokens = _predicate(inner, None)
            rest = _with_form(
                inner, inner.lemma_, [word for word in tokens if word.lower_ not in {"whether", "to"}], actors
            )
            return as_question(f"will {who} {rest}") if who and rest else ""
        condition = inner.dep_ == "advcl" and not any(word.lower_ == "whether" for word in inner.lefts)
        if not infinitive and not condition and (_has_whether_mark(inner) or _question_word(inner) is not None):
            return word_embedded(inner, actors)
    if verb.lemma_ in {"vote", "rule", "decide"}:
        phrase = next(
            (
                child
                for child in verb.children
                if child.dep_ == "prep" and child.lower_ in {"on", "over"} and child.i > verb.i
            ),
            None,
        )
        thing = next((word for word in phrase.children if word.dep_ == "pobj"), None) if phrase is not None else None
        if thing is not None and phrase is not None and who and thing.ent_type_ not in ("DATE", "TIME"):
            words = cleared(trimmed(list(phrase.subtree), phrase, PLAIN_SUBJECT_CUT), actors)
            return as_question(f"how will {who} {verb.lemma_} {words}") if words else ""
    return ""


def _has_whether_mark(clause: Token) -> bool:
    return any(word.lower_ in {"whether", "if"} and word.i < clause.i for word in clause.children)


def word_noun(noun: Token, actors: ActorIndex) -> str:
    """The question of a thing said to be unknown: "the cause of the fire is unknown" -> "What is the cause of the fire?"."""
    words = subject_words(noun, actors)
    if not words or any(child.lower_ in {"a", "an", "no"} for child in noun.children) or len(words.split()) < MOST_BARE:
        return ""
    verb = "are" if is_plural(noun) else "is"
    return as_question(f"what {verb} {words}")
