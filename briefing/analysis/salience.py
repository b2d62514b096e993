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
    if all(name.how == "body" for name in names):
        weight *= BODY
    if cluster.is_media and not in_title:
        weight *= MEDIA
    return score * weight


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
