"""Scores how much a document turns on each of its actors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefing.analysis.vocabulary import key_of, split_words
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.mentions import Name, Words
    from briefing.analysis.merging import Cluster

__all__ = ["is_subject", "score_actors"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})

KIND_WEIGHT = {
    ActorKind.PERSON: 1.0,
    ActorKind.ORGANISATION: 0.95,
    ActorKind.GROUP: 1.05,
    ActorKind.COUNTRY: 1.0,
    ActorKind.PLACE: 0.75,
}
"""Places are mostly where something happens; all weights here were fitted on the Wikinews salience set."""

REFERENCE = 0.5
"""What a pronoun or description counts beside a name."""

BODY = 0.6
"""The forces and the government of a state count less than a name of their own."""

OFFICE = 1.15
"""Somebody with a title acts for more than himself."""

BACKGROUND, BACKGROUND_CLAUSES, MAX_DEPTH, MAX_CLIMB = 0.7, frozenset({"advcl", "relcl", "acl"}), 2, 24
"""What each clause of background above all its names takes from an actor of a few mentions; the clauses, and how far up they are looked for."""

FEW = 1
"""Mentions of an actor that may stand in the background only."""

GOVERNMENT = 1.0
"""What a government counts, which rules as a person in office does."""

MEDIA = 0.25
"""A news medium is mostly the source of a report."""


def score_actors(clusters: Sequence[Cluster], sentences: Sequence[Words], title: str) -> list[float]:
    """A score for each actor, the highest of a document being 1; 0 where there is none."""
    if not clusters:
        return []
    paragraphs = max((words.parsed.sentence.paragraph for words in sentences), default=1)
    title_keys = key_of(split_words(title))
    raw = [_score(cluster, sentences, paragraphs, title_keys) for cluster in clusters]
    top = max(raw)
    return [round(score / top, 4) if top else 0.0 for score in raw]


def _score(cluster: Cluster, sentences: Sequence[Words], paragraphs: int, title: tuple[str, ...]) -> float:
    """Mentions (log), title, lead, spread and subjects, added up and weighed by kind."""
    names = cluster.names
    prose = [name for name in names if not name.in_headline] or names
    first = min(sentences[name.sentence].parsed.sentence.paragraph for name in prose)
    spread = len({sentences[name.sentence].parsed.sentence.paragraph for name in prose}) / paragraphs
    in_title = any(name.in_headline and sentences[name.sentence].parsed.sentence.paragraph == 1 for name in names)
    in_title = in_title or any(_contains(title, name.key) for name in {id(n.key): n for n in names}.values())
    subjects = sum(is_subject(name, sentences) for name in (*prose, *cluster.references))
    lead = min(name.sentence for name in prose)
    score = math.log2(1 + len(prose) + REFERENCE * len(cluster.references)) + 0.1 * math.log2(1 + subjects) + spread
    score += 2.4 if in_title else 0.0
    score += 1.6 if lead == 0 else 0.6 if first <= 2 else 0.0  # noqa: PLR2004 - the lead, the first two paragraphs
    weight = KIND_WEIGHT[cluster.kind]
    if cluster.kind is ActorKind.PLACE and subjects:
        weight += 0.1
    if cluster.kind is ActorKind.COUNTRY and not subjects and all(name.is_located for name in prose):
        weight = KIND_WEIGHT[ActorKind.PLACE]
    if cluster.kind is ActorKind.PERSON and any(name.title is not None for name in prose):
        weight *= OFFICE
    if len(prose) <= FEW and not in_title:
        weight *= BACKGROUND ** min(_depth(name, sentences) for name in prose)
    if all(name.how == "body" for name in names):
        is_government = all(name.body.endswith("|government") for name in names)
        weight *= GOVERNMENT if is_government else BODY
    if cluster.is_media and not in_title:
        weight *= MEDIA
    return score * weight


def _depth(name: Name, sentences: Sequence[Words]) -> int:
    """How many clauses of background stand above a name: relative and adverbial ones; what somebody says is none."""
    token = sentences[name.sentence].parsed.tokens.doc[name.last]
    depth = 0
    for _ in range(MAX_CLIMB):
        depth += token.dep_ in BACKGROUND_CLAUSES
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
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            return True
        if token.dep_ in {"conj", "appos"} or (
            token.dep_ in {"compound", "flat", "pobj", "prep"} and name.first <= token.head.i <= name.last
        ):
            token = token.head
        else:
            return False
    return False
