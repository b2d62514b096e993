"""A clause with its finite verb before its subject, ballast cut: the clause's verb in, the words of a question out, "" where it cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.question_words import (
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = ["BACKSHIFT", "inversion", "inverted", "predicate", "with_form"]

BEFORE = frozenset({"advcl", "prep", "cc", "punct", "npadvmod", "ccomp", "preconj"})
"""Relations that open a sentence or join it to the last one, where they stand before the verb."""
LINKS = frozenset(
    {
        "however",
        "also",
        "instead",
        "meanwhile",
        "now",
        "then",
        "thus",
        "probably",
        "possibly",
        "likely",
        "perhaps",
        "well",
    }
)
"""Adverbs that link a sentence to another or already doubt it."""
LATER = frozenset({"able", "when", "if", "until", "soon", "unless", "later", "before", "after"})
"""Words that put a state into the future."""
SHORTENED = frozenset({"acl"})
"""Relations that a question too long for one line does without."""
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


def predicate(verb: Token, subject: Token | None, end: int | None = None) -> tuple[list[Token], list[Token]]:
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
    tokens = _before_finite(verb, tokens)
    gone = [child for child in verb.rights if child.dep_ == "conj" and child.i in dropped]
    if gone and tokens and tokens[-1].pos_ == "VERB" and any(word.dep_ == "dobj" for word in gone[0].children):
        # "Tried to open or had opened the safe": the object is lost with the second verb.
        return helpers, []
    return helpers, [] if _has_lost_object(verb, tokens, end) else tokens


def _before_finite(verb: Token, tokens: list[Token]) -> list[Token]:
    """The tokens before an "or" that a finite auxiliary follows: "did he leave or was forced out" mixes two forms."""
    for index, word in enumerate(tokens[:-1]):
        if word.i > verb.i and word.dep_ == "cc" and tokens[index + 1].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return tokens[:index] if tokens[index + 1].pos_ == "AUX" else tokens
    return tokens


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
        elif child.dep_ == "conj" and child.tag_ == verb.tag_ and child.i == verb.i + 2 and not own:
            # "Must confirm or annul the result": the object hangs on the second verb.
            kept.update((child.i - 1, *(word.i for word in child.subtree)))
    return kept


def inverted(verb: Token, actors: ActorIndex, end: int | None = None) -> str:
    """A clause as a question: the finite verb before the subject."""
    words = inversion(verb, actors, end)
    asked = as_question(words) if words else ""
    if words and not asked and end is None:
        words = inversion(verb, actors, end, short=True)
        asked = as_question(words) if words else ""
    return asked


def inversion(verb: Token, actors: ActorIndex, end: int | None = None, *, short: bool = False) -> str:
    """The words of a clause with the finite verb before the subject, "" where that cannot be done; `short`: without what participles add."""
    subject = grammatical_subject(verb)
    if subject is None or (end is not None and subject.right_edge.i >= verb.i and subject.dep_ != "expl"):
        return ""
    expletive = subject.dep_ == "expl" and subject.lower_ == "there"
    who = "there" if expletive else subject_words(subject, actors)
    if not who:
        return ""
    helpers, tokens = predicate(verb, subject, end)
    if short:
        tokens = trimmed(tokens, verb, SHORTENED)
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
        front, helpers_rest, tokens_text = do, "", with_form(verb, verb.lemma_, tokens, actors)
    if not front or not tokens_text:
        return ""
    return " ".join(f"{front} {who}{not_} {helpers_rest} {tokens_text}".split())


def with_form(verb: Token, form: str, tokens: Sequence[Token], actors: ActorIndex) -> str:
    """The words of a predicate with its verb in another form."""
    before = cleared([word for word in tokens if word.i < verb.i], actors)
    rest = [word for word in tokens if word.i > verb.i]
    after = cleared(rest, actors)
    if (rest and not after and any(not word.is_punct for word in rest)) or (
        not before and any(word.i < verb.i and not word.is_punct for word in tokens)
    ):
        return ""
    return f"{before} {form} {after}".strip()


def _is_state(verb: Token) -> bool:
    """True iff a "may be" tells what may be so now: "the ban may be lawful", not "there may be delays tomorrow"."""
    if verb.lemma_ != "be" or any(child.dep_ == "expl" for child in verb.children):
        return False
    later = any(word.ent_type_ in ("DATE", "TIME") or word.lower_ in LATER for word in verb.subtree)
    return not later and any(child.dep_ in ("acomp", "attr") for child in verb.children)


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
            return front, " ".join(forms[1:]), with_form(verb, verb.lower_, tokens, actors)
        return "did", "", with_form(verb, verb.lemma_, tokens, actors)
    if lower in {"may", "might", "could"} and forms[:1] == ["have"]:
        if forms[1:2] == ["been"]:
            front = "were" if plural else "was"
            return front, " ".join(forms[2:]), with_form(verb, verb.lower_, tokens, actors)
        return "did", "", with_form(verb, verb.lemma_, tokens, actors)
    going_on = lower in {"may", "might", "could"} and forms == ["be"] and verb.tag_ == "VBG"
    if going_on or (lower in {"may", "might"} and not forms and _is_state(verb)):
        behind = [word for word in tokens if word.i != verb.i]
        return (
            ("are" if plural else "is"),
            "",
            with_form(verb, verb.lower_, tokens, actors) if going_on else cleared(behind, actors),
        )
    front = BACKSHIFT.get(lower, lower)
    if lower in {"'s", "’s"} and verb.tag_ == "VBN" and first.dep_ == "aux":
        front = "has"
    if lower in {"'ve", "’ve"}:
        front = "have"
    return front, " ".join(forms), with_form(verb, verb.text, tokens, actors)
