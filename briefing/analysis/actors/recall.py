"""What a reader keeps of the names read so far: by the nouns in them ("the institute"), and whom a sentence begins with ("For X, ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.merging import Cluster
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["Recall"]

KEPT = 8
"""Sentences for which a body is kept that nothing but its noun calls back."""

AFTER_FOR = 3
"""Tokens from "For" to the name: "For the sculptor Jonas Berg, "."""


class Recall:
    """The names read so far."""

    def __init__(self, sentences: Sequence[Words], vocabulary: Vocabulary) -> None:
        self.sentences = sentences
        self.vocabulary = vocabulary
        self.bodies: dict[str, dict[int, Cluster]] = {}
        self.last_named: dict[int, int] = {}
        self.topic: tuple[int, Cluster] | None = None

    def keep(self, name: Name, cluster: Cluster) -> None:
        """Keeps a name: the nouns of a body's name, a person that a sentence begins with."""
        self.last_named[id(cluster)] = name.sentence
        if cluster.kind is ActorKind.PERSON:
            tokens = self.sentences[name.sentence].parsed.tokens
            is_first = tokens[0].text == "For" and name.first - tokens.start <= AFTER_FOR
            if is_first and name.last + 1 < tokens.end and tokens.doc[name.last + 1].text == ",":
                self.topic = (name.sentence, cluster)
        elif cluster.kind is not ActorKind.COUNTRY and name.how not in {"demonym", "capital", "seat"}:
            for word in name.key:
                if (word,) in self.vocabulary.descriptions:
                    self.bodies.setdefault(word, {})[id(cluster)] = cluster

    def body(self, noun: str, sentence: int) -> Cluster | None:
        """The only body so far in whose name a noun stands, named not long before a sentence; else None."""
        named = self.bodies.get(noun, {})
        cluster = next(iter(named.values())) if len(named) == 1 else None
        is_kept = cluster is not None and sentence - self.last_named[id(cluster)] <= KEPT
        return cluster if is_kept else None

    def topic_before(self, sentence: int) -> Cluster | None:
        """The person that the sentence before this one begins with, None where it does not."""
        return self.topic[1] if self.topic is not None and self.topic[0] == sentence - 1 else None
