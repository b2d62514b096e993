"""Whom a pronoun means, where that is sure enough to print: tokens and actors in, a name or "" out.

Coreference is made for salience, where a fault costs little; a name put in place of a pronoun in a question of ours must be right. It is
taken only where the actor is named in this or the previous sentence and nobody else stands as a subject in between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.analysis.pronouns import HE_OR_SHE
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind
from briefing.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefing.analysis.actor_index import ActorIndex
    from briefing.model.findings import Actor

__all__ = ["THIRD", "has_antecedent", "name_of", "thing_of", "who_says_so"]

THIRD = (
    frozenset({"he", "him", "she", "it", "they", "them", "himself", "herself", "itself", "themselves"})
    | frozenset({"this", "that", "these", "those"})
    | frozenset({"here", "there", "then"})
)
"""Words of the third person that point to something said before."""
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
MOST_ABOVE = 4
"""Clauses and phrases to climb from a pronoun to the verb of saying."""
MOST_STEPS = 2
"""Pronouns that are followed back, each to the one before."""
ACTED = ("nsubj", "nsubjpass", "dobj")
"""Relations of what a sentence is about: a pronoun behind it means one of these."""
MOST_BACK = 150
"""Tokens to look back at: a bound keeps odd text cheap."""


def name_of(token: Token, actors: ActorIndex) -> str:
    """The name of the actor that a pronoun means, "" where it is not known or could be another."""
    found = actors.at(start_of(token))
    if found is None:
        return ""
    actor = found[1]
    if actor.name.lower() in THIRD or not _is_clear(token, actor, actors):
        return ""
    return f"the {actor.name}" if _has_article(actor.name, actor, token.doc) else actor.name


def _is_clear(pronoun: Token, actor: Actor, actors: ActorIndex) -> bool:
    """True iff an actor is named shortly before a pronoun and no other fitting subject stands between."""
    doc = pronoun.doc
    sentence = pronoun.sent.start
    first = max(doc[sentence - 1].sent.start if sentence else sentence, pronoun.i - MOST_BACK)
    window = Span(start_of(doc[first]), max(start_of(doc[first]) + 1, start_of(pronoun)))
    named = [
        mention.span
        for mention, other in actors.within(window)
        if other.id == actor.id and mention.how not in ("pronoun", "description")
    ]
    if not named:
        return False
    for word in doc[first : pronoun.i]:
        start = start_of(word)
        if start >= named[-1].end and word.dep_ in ("nsubj", "nsubjpass") and word.pos_ in ("NOUN", "PROPN"):
            other = actors.at(start)
            if (other is None or other[1].id != actor.id) and _agrees(word, pronoun.lower_, other and other[1]):
                return False
    return True


def _agrees(noun: Token, pronoun: str, actor: Actor | None) -> bool:
    """True iff a pronoun could mean a noun, by number and kind."""
    plural = noun.tag_ in ("NNS", "NNPS")
    person = actor is not None and actor.kind is ActorKind.PERSON
    if pronoun in HE_OR_SHE:
        return not plural and (actor is None or person)
    if pronoun in PLURAL:
        return plural or not person
    return not plural and not person


def who_says_so(pronoun: Token, actors: ActorIndex) -> Token | None:
    """The subject of a verb of saying or deciding, where the pronoun that opens the clause under it means that subject; or None.

    "The institute rejected the charge that it had been slow", "Ada Holm did not say whether she would stay".
    """
    lower, above = pronoun.lower_, pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or lower not in {"he", "she", "it", "they"}:
        return None
    for _ in range(MOST_ABOVE):
        if above.dep_ not in ("ccomp", "acl", "xcomp", "dobj", "pobj", "prep", "advcl") or above.head.i > pronoun.i:
            return None
        above = above.head
        subject = next((child for child in above.children if child.dep_ == "nsubj"), None)
        if above.lemma_.lower() in load_lexicon("questions").words("own_saying") and subject is not None:
            found = actors.at(start_of(subject))
            actor = found[1] if found is not None else None
            sure = subject.pos_ in ("NOUN", "PROPN") and (actor is not None or lower != "it")
            return (
                subject
                if sure and _agrees(subject, lower, actor) and not _is_between(subject, pronoun, actors)
                else None
            )
    return None


def _is_between(subject: Token, pronoun: Token, actors: ActorIndex) -> bool:
    """True iff somebody or something else that a pronoun could mean is named between a subject and it."""
    own = {word.i for word in subject.subtree}
    for word in pronoun.doc[subject.i + 1 : pronoun.i]:
        if word.i not in own and word.pos_ in ("NOUN", "PROPN") and word.dep_ not in ("compound", "attr", "appos"):
            found = actors.at(start_of(word))
            if found is not None and _agrees(word, pronoun.lower_, found[1]):
                return True
    return False


def thing_of(pronoun: Token, actors: ActorIndex, *, step: int = 0) -> Token | None:
    """The noun that an "it" means where it is no actor: the only one that fits in this and the previous sentence, or None.

    Where the previous sentence says the same of a thing ("must annul the result ... should the court annul it"), it is that thing. A
    "they" is left alone: too many nouns fit.
    """
    doc = pronoun.doc
    if (
        pronoun.lower_ != "it"
        or step > MOST_STEPS
        or (_actor(pronoun, actors) and not _is_of_own_subject(pronoun, actors))
    ):
        return None
    sentence = pronoun.sent.start
    first = max(doc[sentence - 1].sent.start if sentence else sentence, pronoun.i - MOST_BACK)
    fitting: dict[str, Token] = {}
    above = {word.i for word in pronoun.ancestors}
    for word in doc[first : pronoun.i]:
        if word.i in above and word.pos_ == "NOUN":
            # "The charge that it had been slow": what the clause hangs on is not meant, and hides what is.
            return None
        if not _is_told_of(word) or _is_aside(word, pronoun):
            continue
        if word.lower_ == "it":
            found = thing_of(word, actors, step=step + 1)
            return found if word.head.lemma_ != "be" else None
        if word.pos_ not in ("NOUN", "PROPN") or not _agrees(word, "it", _actor(word, actors)):
            continue
        if word.head.lemma_ == pronoun.head.lemma_ and word.dep_ == pronoun.dep_ and word.sent.start < sentence:
            return word
        fitting.setdefault(word.lemma_.lower(), word)
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _actor(word: Token, actors: ActorIndex) -> Actor | None:
    found = actors.at(start_of(word))
    return found[1] if found is not None else None


def _is_of_own_subject(pronoun: Token, actors: ActorIndex) -> bool:
    """True iff an object "it" was taken for the subject of its own verb, which it cannot mean: "should the court annul it"."""
    subject = next((child for child in pronoun.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if pronoun.dep_ != "dobj" or subject is None:
        return False
    first, second = _actor(subject, actors), _actor(pronoun, actors)
    return first is not None and second is not None and first.id == second.id


def _is_told_of(word: Token) -> bool:
    """True iff a word could be what an "it" behind it means: a subject, an object, or what stands behind a preposition but "of"."""
    if word.dep_ in ACTED:
        sayer = word.dep_ == "nsubj" and word.head.lemma_.lower() in load_lexicon("questions").words("own_saying")
        return not sayer or word.lower_ == "it"
    return (
        word.dep_ == "pobj"
        and word.head.lower_ != "of"
        and word.ent_type_ not in ("DATE", "TIME", "GPE", "LOC", "PERSON")
    )


def _is_aside(word: Token, pronoun: Token) -> bool:
    """True iff a word stands in a relative clause that a pronoun is not part of."""
    above = word
    for _ in range(MOST_ABOVE):
        if above.dep_ in ("relcl", "acl"):
            return not above.left_edge.i <= pronoun.i <= above.right_edge.i
        if above.head.i == above.i:
            return False
        above = above.head
    return False


def has_antecedent(pronoun: Token, actors: ActorIndex) -> bool:
    """True iff something that a pronoun could mean is named before it in its own sentence."""
    lower = pronoun.lower_
    for word in pronoun.doc[max(pronoun.sent.start, pronoun.i - MOST_BACK) : pronoun.i]:
        if word.pos_ not in ("NOUN", "PROPN") or word.ent_type_ in ("DATE", "TIME"):
            continue
        found = actors.at(start_of(word))
        subject = word.dep_ in ("nsubj", "nsubjpass", "pobj", "poss", "dobj")
        if lower in HE_OR_SHE and not (word.pos_ == "PROPN" or (subject and word.dep_.startswith("nsubj"))):
            continue
        if _agrees(word, lower, found[1] if found is not None else None):
            return True
    return False


def _has_article(name: str, actor: Actor, doc: Doc) -> bool:
    """True iff the text says "the" before an actor's name where it stands in this piece: "the Coast Guard"."""
    offset: int = doc.user_data["offset"]
    for mention in actor.mentions:
        start, end = mention.span.start - offset, mention.span.end - offset
        if start >= 0 and end <= len(doc.text) and doc.text[start:end] == name:
            return doc.text[max(0, start - 4) : start].lower() == "the "
    return False
