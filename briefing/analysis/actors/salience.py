"""Scores how much a document turns on each of its actors.

A logistic model over signs that a reader can follow; the weights are in `salience.toml`, fitted by `bench/fit_salience.py`. The signs need
the parse alone, one walk over the mentions.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.actors.entries import Relation
from briefing.analysis.actors.keys import key_of, split_words
from briefing.lexicon import load_lexicon
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.merging import Cluster
    from briefing.model.text import Span

__all__ = ["is_subject", "salience_signs", "score_actors"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})

BACKGROUND, MAX_DEPTH, MAX_CLIMB = frozenset({"advcl", "relcl", "acl"}), 2, 24
"""Clauses that tell the background, how many of them count, and how far up they are looked for."""

MAX_ROW = 4
"""Steps from a name to the head of the row or apposition that it stands in."""

SHORTEST_LEAD = 6
"""Words of the first sentence that tells something: shorter ones are by-lines and datelines."""

LONG_WORD, STEM = 4, 4
"""Letters from which a word tells a name from others, and by which it is known again in another form ("Norland", "Norlandic")."""

LATE = 3.0
"""What the logarithm of a place in the text is divided by: 1 for the eighth sentence."""

SHOWN = 0.75
"""The power that spreads the chances over 0 to 1, so that most documents have two or three central actors, not one."""


@cache
def _weights() -> Mapping[str, float]:
    return load_lexicon("salience").table("salience_weights")


@cache
def _saying() -> frozenset[str]:
    return load_lexicon("speech").words("saying")


def score_actors(
    clusters: Sequence[Cluster], sentences: Sequence[Words], title: str, roles: Mapping[int, Span | None]
) -> list[float]:
    """A score for each actor, the highest of a document being 1; `roles` gives who each one is by the cluster's `id`."""
    weights = _weights()
    chances = [
        1 / (1 + math.exp(-sum(weights[name] * value for name, value in signs.items())))
        for signs in salience_signs(clusters, sentences, title, roles)
    ]
    top = max(chances, default=1.0)
    # Rounded: the last digits of an exponential may differ between machines.
    return [round((chance / top) ** SHOWN, 4) for chance in chances]


def salience_signs(
    clusters: Sequence[Cluster], sentences: Sequence[Words], title: str, roles: Mapping[int, Span | None]
) -> list[dict[str, float]]:
    """The signs by which each actor is weighed, by name; each is between 0 and about 3."""
    lead = next(
        (words.index for words in sentences if not words.parsed.sentence.is_heading and len(words) >= SHORTEST_LEAD), 0
    )
    headline = _Headline(title, sentences)
    most = max((len(_in_prose(cluster)) for cluster in clusters), default=1)
    return [
        {
            "bias": 1.0,
            **headline.signs(cluster),
            **_place_signs(cluster, sentences, lead),
            **_count_signs(cluster, most),
            **_grammar_signs(cluster, sentences),
            **_kind_signs(cluster),
            "has_role": float(roles.get(id(cluster)) is not None),
        }
        for cluster in clusters
    ]


def _in_prose(cluster: Cluster) -> list[Name]:
    """The names that stand in sentences; those in headlines where there are no others."""
    return [name for name in cluster.names if not name.in_headline] or cluster.names


class _Headline:
    """The words of the title and of the headings above the first paragraph."""

    def __init__(self, title: str, sentences: Sequence[Words]) -> None:
        self._sentences = sentences
        texts = split_words(title)
        self._key = key_of(texts)
        self._stems = {word[:STEM] for word in self._key}
        self._listed: set[str] = set()
        position = 0
        while sentences and position < len(texts):
            found = sentences[0].vocabulary.longest(texts, position, len(texts))
            if found is not None and found[1].relation is Relation.NAME:
                self._listed.add(found[1].stands_for)
            position = found[0] if found is not None else position + 1

    def signs(self, cluster: Cluster) -> dict[str, float]:
        """Whether the title names the actor, by whichever name, or speaks of something that is called after it."""
        keys = list(dict.fromkeys(name.key for name in cluster.names))
        is_named = (
            any(
                name.in_headline and self._sentences[name.sentence].parsed.sentence.paragraph == 1
                for name in cluster.names
            )
            or (cluster.stands_for != "" and cluster.stands_for in self._listed)
            or any(_contains(self._key, key) for key in keys)
            or (cluster.kind is ActorKind.PERSON and any(key[-1:] and key[-1] in self._key for key in keys))
        )
        return {
            "in_title": float(is_named),
            "resembles_title": 0.0 if is_named else max((self._likeness(key) for key in keys), default=0.0),
        }

    def _likeness(self, key: tuple[str, ...]) -> float:
        """The share of a name's telling words that the title has in some form."""
        telling = [word for word in key if len(word) >= LONG_WORD]
        return sum(word[:STEM] in self._stems for word in telling) / len(telling) if telling else 0.0


def _place_signs(cluster: Cluster, sentences: Sequence[Words], lead: int) -> dict[str, float]:
    """Where the actor is first named: in the lead sentence, in its paragraph, or how late."""
    prose = _in_prose(cluster)
    paragraph = min(sentences[name.sentence].parsed.sentence.paragraph for name in prose)
    return {
        "in_lead": float(any(name.sentence == lead for name in prose)),
        "in_opening": float(paragraph <= sentences[lead].parsed.sentence.paragraph),
        "late": math.log2(1 + max(0, min(name.sentence for name in prose) - lead)) / LATE,
    }


def _count_signs(cluster: Cluster, most: int) -> dict[str, float]:
    """How often the actor is named and referred to, in itself and beside the one that is named most."""
    names = len(_in_prose(cluster))
    return {
        "names": math.log2(1 + names),
        "references": math.log2(1 + len(cluster.references)),
        "share_of_most": names / most,
        "is_most": float(names == most),
    }


def _grammar_signs(cluster: Cluster, sentences: Sequence[Words]) -> dict[str, float]:
    """What the actor is in its clauses: shares of its names, and whether all it does is speak."""
    prose = _in_prose(cluster)
    heads = [_head(name, sentences) for name in prose]
    verbs = [head.head for name, head in zip(prose, heads, strict=True) if is_subject(name, sentences)]
    return {
        "qualifies": _share(head.dep_ in {"compound", "nmod"} for head in heads),
        "possesses": _share(head.dep_ == "poss" for head in heads),
        "after_of": _share(head.dep_ == "pobj" and head.head.lower_ == "of" for head in heads),
        "in_background": float(_depth(sentences[prose[0].sentence], prose[0])) if len(prose) == 1 else 0.0,
        "only_speaks": float(bool(verbs) and all(verb.lemma_ in _saying() for verb in verbs)),
    }


def _kind_signs(cluster: Cluster) -> dict[str, float]:
    """What the actor is; a country in which things only happen is told from one that is more than a place."""
    prose = _in_prose(cluster)
    is_body = all(name.how == "body" for name in cluster.names)
    is_government = is_body and all(name.body.endswith("|government") for name in cluster.names)
    return {
        "is_person": float(cluster.kind is ActorKind.PERSON),
        "is_place": float(cluster.kind is ActorKind.PLACE),
        "is_located": _share(name.is_located for name in prose) if cluster.kind is ActorKind.COUNTRY else 0.0,
        "is_government": float(is_government),
        "is_body": float(is_body and not is_government),
        "is_media": float(cluster.is_media),
    }


def _share(facts: Iterable[bool]) -> float:
    """The share of the facts that hold, 0 where there are none."""
    rows = list(facts)
    return sum(rows) / len(rows) if rows else 0.0


def _head(name: Name, sentences: Sequence[Words]) -> Token:
    """The token by which a name hangs in its clause: its own last one, or the head of the row or apposition that it stands in."""
    token: Token = sentences[name.sentence].parsed.tokens.doc[name.last]
    for _ in range(MAX_ROW):
        if token.dep_ not in {"conj", "appos"} and not name.first <= token.head.i <= name.last:
            break
        token = token.head
    return token


def _depth(words: Words, name: Name) -> int:
    """How many clauses of background stand above a name: relative and adverbial ones; what somebody says is none."""
    token: Token = words.parsed.tokens.doc[name.last]
    depth = 0
    for _ in range(MAX_CLIMB):
        depth += token.dep_ in BACKGROUND
        if token.head is token or depth >= MAX_DEPTH:
            break
        token = token.head
    return depth


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """True iff the words hold the part in a row."""
    if not part or part[0] not in words:
        return False
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def is_subject(name: Name, sentences: Sequence[Words]) -> bool:
    """True iff the name is the subject of a clause, by itself or in a row of subjects."""
    doc = sentences[name.sentence].parsed.tokens.doc
    token = doc[name.last]
    for _ in range(MAX_ROW):
        if token.dep_ in SUBJECTS:
            return True
        if token.dep_ in {"conj", "appos"} or (
            token.dep_ in {"compound", "flat", "pobj", "prep"} and name.first <= token.head.i <= name.last
        ):
            token = token.head
        else:
            return False
    return False
