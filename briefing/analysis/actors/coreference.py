"""Ties pronouns and descriptions ("the militia", "the envoy") to the actors they mean, where that is clear; else leaves them alone.

Recency, number, gender and the preference for subjects (Lappin and Leass 1994), each as a hard rule: no antecedent is better than a
wrong one. One pass over the text.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from briefing.analysis.actors.antecedents import Rivals, Seen, latest_subject, subject_around
from briefing.analysis.actors.mentions import Name
from briefing.analysis.actors.offices import office_meant, offices_of, same_office
from briefing.analysis.actors.recall import Recall
from briefing.analysis.actors.role_words import role_words
from briefing.analysis.actors.salience import is_subject
from briefing.analysis.parse import span_between
from briefing.analysis.pronouns import HE_OR_SHE, IT_OR_THEY
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actors.mentions import Words
    from briefing.analysis.actors.merging import Cluster
    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["tie_references"]

BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.COUNTRY})

REACH = 3
"""Sentences back, the present one included, in which a reference finds its actor."""

LONGEST_DESCRIPTION = 3
"""Tokens after "the": a longer description tells more than whom it means."""

REMEMBERED = 60
"""Mentions that are remembered at most, however many names a sentence has."""

LONGEST_QUOTATION = 12
"""Sentences that one pair of marks holds: a mark that is missing must not silence a text."""

COMPANY = frozenset({"company", "firm", "organisation", "organization", "manufacturer"})
GROUP_BODY = frozenset({"militia", "militias", "militants", "insurgents", "fighters", "rebels", "guerrillas"})
MARKS = {"“": 1, "”": -1}


def tie_references(
    clusters: Sequence[Cluster], sentences: Sequence[Words], vocabulary: Vocabulary, roles: dict[int, str]
) -> list[Cluster]:
    """The clusters with their references added; `roles` gives each cluster's role words (lower case) by its `id`.

    A description that was taken for a body of its own ("the Afghan militia") goes over to the group that it means.
    """
    return _Reader(clusters, sentences, vocabulary, roles).read()


class _Reader:
    """One pass over the text."""

    def __init__(
        self, clusters: Sequence[Cluster], sentences: Sequence[Words], vocabulary: Vocabulary, roles: dict[int, str]
    ) -> None:
        self.clusters = list(clusters)
        self.sentences = sentences
        self.vocabulary = vocabulary
        self.bearers: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            if cluster.kind is ActorKind.PERSON:
                said = [name.title_words for name in cluster.names]
                for word in sorted(offices_of([roles.get(id(cluster), ""), *map(" ".join, said)], vocabulary)):
                    self.bearers.setdefault(word, []).append(cluster)
        self.roles = roles
        self.recent: deque[Seen] = deque(maxlen=REMEMBERED)
        self.recall = Recall(sentences, vocabulary)
        self.paragraph, self.quoted = 0, 0
        self.depth, self.straight = 0, False
        self.by_sentence: dict[int, list[tuple[Name, Cluster]]] = {}
        for cluster in clusters:
            for name in cluster.names:
                if not name.in_headline:
                    self.by_sentence.setdefault(name.sentence, []).append((name, cluster))
        self.rivals = Rivals(sentences, vocabulary, self.by_sentence)

    def read(self) -> list[Cluster]:
        """The clusters with their references."""
        for index, words in enumerate(self.sentences):
            self._begin_paragraph(words)
            while self.recent and self.recent[0].sentence <= index - REACH:
                self.recent.popleft()
            if not words.parsed.sentence.is_heading:
                self._read_sentence(index, words)
        return [cluster for cluster in self.clusters if cluster.names]

    def _begin_paragraph(self, words: Words) -> None:
        """Forgets an open quotation mark where a new paragraph begins, or where the words in marks would go on too long."""
        sentence = words.parsed.sentence
        if sentence.paragraph != self.paragraph or self.quoted >= LONGEST_QUOTATION:
            self.paragraph, self.depth, self.straight = sentence.paragraph, 0, False
        self.quoted = self.quoted + 1 if self.depth > 0 or self.straight else 0

    def _read_sentence(self, index: int, words: Words) -> None:
        """Goes through the names and the references of a sentence in order."""
        named = sorted(self.by_sentence.get(index, ()), key=lambda row: row[0].first)
        tokens = words.parsed.tokens
        covered = {position for name, _ in named for position in range(name.first, name.last + 1)}
        upcoming = 0
        for token in tokens:
            while upcoming < len(named) and named[upcoming][0].last < token.i:
                self._name(*named[upcoming])
                upcoming += 1
            text = token.text
            self.depth = max(0, self.depth + MARKS.get(text, 0))
            self.straight = _is_open(token, was_open=self.straight) if text == '"' else self.straight
            if token.i in covered or self.depth > 0 or self.straight:
                continue
            lower = token.lower_
            if lower in HE_OR_SHE:
                self._person(token, index, HE_OR_SHE[lower])
            elif lower in IT_OR_THEY:
                self._body(token, index)
            elif lower in {"the", "this", "that"} and token.dep_ == "det":
                self._description(token, index, covered)
        for row in named[upcoming:]:
            self._name(*row)

    def _name(self, name: Name, cluster: Cluster) -> None:
        """Remembers a name; a nameless group ("the Afghan militia") goes to the one group named before it."""
        if (
            name.how == "body"
            and name.body.rpartition("|")[2] in GROUP_BODY
            and (group := self._nearest(ActorKind.GROUP, cluster)) is not None
        ):
            cluster.names = [other for other in cluster.names if other is not name]
            name.how = "description"
            group.references.append(name)
            cluster = group
        self.recall.keep(name, cluster)
        self.recent.append(Seen(cluster, name.sentence, is_subject(name, self.sentences), name.last))

    def _add(self, cluster: Cluster, first: Token, last: Token, index: int, how: str) -> None:
        """Adds a reference to its actor and remembers it."""
        name = Name(
            span=span_between(first, last),
            key=(),
            first=first.i,
            last=last.i,
            sentence=index,
            kind=cluster.kind,
            how=how,
        )
        cluster.references.append(name)
        self.recent.append(Seen(cluster, index, is_subject(name, self.sentences), last.i))

    # ---- pronouns ----
    def _person(self, token: Token, index: int, gender: str) -> None:
        """Ties "he" and "she": to the subject of a clause around it, of its sentence or of the one before, where only one person fits."""
        seen = [
            row for row in self.recent if row.cluster.kind is ActorKind.PERSON and row.cluster.gender in {"", gender}
        ]
        if token.dep_ in {"dobj", "pobj", "dative"}:
            doc = token.doc
            seen = [
                row
                for row in seen
                if not (row.sentence == index and row.is_subject and doc[row.head].head.i == _verb(token).i)
            ]
        chosen = self._spoken_of(token, index, gender) or subject_around(token, index, seen)
        if chosen is None:
            chosen = latest_subject(seen, index)
            if chosen is not None and self.rivals.have(chosen, token, index, gender, self.recent):
                chosen = None
        if chosen is not None:
            chosen.gender = chosen.gender or gender
            self._add(chosen, token, token, index, "pronoun")

    def _spoken_of(self, token: Token, index: int, gender: str) -> Cluster | None:
        """The person of "For X, ..." in the sentence before, where "he" is who says this one."""
        cluster = self.recall.topic_before(index)
        if cluster is None or token.dep_ != "nsubj":
            return None
        says = token.head.lemma_.lower() in self.vocabulary.human
        is_first = not any(row.sentence == index and row.cluster.kind is ActorKind.PERSON for row in self.recent)
        return cluster if says and is_first and cluster.gender in {"", gender} else None

    def _body(self, token: Token, index: int) -> None:
        """Ties "its", "they" to the named subject of their clause, or of the clause of saying above it."""
        verb = _verb(token)
        if token.dep_ in {"nsubj", "nsubjpass"}:
            if token.head.dep_ not in {"ccomp", "advcl", "conj"} or token.head.head.pos_ != "VERB":
                return
            verb = token.head.head
        if verb.lemma_ in {"be", "seem", "appear", "take"} and token.lower_ == "it":
            return
        for row in reversed(self.recent):
            if row.sentence != index:
                return
            if row.is_subject and row.cluster.kind in BODIES and token.doc[row.head].head.i == verb.i:
                plural = token.lower_.startswith("the")
                if not (plural and row.cluster.kind is ActorKind.COUNTRY):
                    self._add(row.cluster, token, token, index, "pronoun")
                return

    # ---- descriptions ----
    def _nearest(self, kind: ActorKind, besides: Cluster | None = None) -> Cluster | None:
        """The only actor of a kind in the nearest sentence that names one."""
        found: dict[int, Cluster] = {}
        sentence = -1
        for row in reversed(self.recent):
            if found and row.sentence != sentence:
                break
            if row.cluster.kind is kind and row.cluster is not besides and row.cluster.names[0].how != "demonym":
                sentence = row.sentence
                found[id(row.cluster)] = row.cluster
        return next(iter(found.values())) if len(found) == 1 else None

    def _description(self, token: Token, index: int, covered: set[int]) -> None:
        """Ties "the militia", "the company", "the country", "the minister"."""
        noun = token.head
        if (
            noun.i <= token.i
            or noun.i - token.i > LONGEST_DESCRIPTION
            or noun.i in covered
            or noun.dep_ in {"compound", "appos", "attr", "nmod"}
        ):
            return
        if any(child.i > noun.i and child.dep_ in {"prep", "relcl", "acl", "appos"} for child in noun.children):
            return
        doc = token.doc
        if noun.i + 1 < len(doc) and doc[noun.i + 1].pos_ == "PROPN":
            return
        phrase = tuple(doc[i].lower_ for i in range(token.i + 1, noun.i + 1))
        for cluster in self._meant(phrase, noun, index):
            self._add(cluster, doc[token.i + 1], noun, index, "description")

    def _meant(self, phrase: tuple[str, ...], noun: Token, index: int) -> Iterator[Cluster]:
        """The actor that a description means; none where that is not clear."""
        kind = self.vocabulary.descriptions.get(phrase) or self.vocabulary.descriptions.get(phrase[-1:])
        chosen: Cluster | None = None
        if kind is ActorKind.GROUP or (kind is ActorKind.COUNTRY and len(phrase) == 1):
            chosen = self._nearest(kind)
        elif kind is ActorKind.ORGANISATION and len(phrase) == 1:
            chosen = self._organisation(phrase[-1], index)
        elif len(phrase) <= 2 and phrase[-1] in self.vocabulary.roles:  # noqa: PLR2004
            meant = {
                id(cluster): cluster
                for word in same_office(office_meant(phrase))
                for cluster in self.bearers.get(word, ())
            }
            near = {id(row.cluster) for row in self.recent}
            close = [cluster for key, cluster in meant.items() if key in near]
            chosen = close[0] if len(close) == 1 else None
            if chosen is None and not meant:
                chosen = self._contender(noun, index)
        if chosen is not None:
            yield chosen

    def _contender(self, noun: Token, index: int) -> Cluster | None:
        """Whom "the Liberal candidate" means where nobody was called so: the one person that the sentence before has as subject."""
        if noun.lower_ not in role_words("nouns.contenders") or noun.dep_ not in {"nsubj", "nsubjpass"}:
            return None
        persons = [row for row in self.recent if row.cluster.kind is ActorKind.PERSON]
        if any(row.sentence == index for row in persons):
            return None
        subjects = {id(row.cluster): row.cluster for row in persons if row.sentence == index - 1 and row.is_subject}
        if len(subjects) != 1:
            return None
        chosen = next(iter(subjects.values()))
        words = set(self.roles.get(id(chosen), "").replace("-", " ").split())
        return chosen if not words & role_words("nouns.no_contenders") else None

    def _organisation(self, noun: str, index: int) -> Cluster | None:
        """The organisation near by whose name or role holds the noun, or the only one so far; any only one near by for "the company"."""
        near = {
            id(row.cluster): row.cluster
            for row in self.recent
            if row.cluster.kind is ActorKind.ORGANISATION and not row.cluster.is_media
        }
        fitting = [
            c
            for c in near.values()
            if noun in self.roles.get(id(c), "").split() or any(noun in name.key for name in c.names)
        ]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and (only := self.recall.body(noun, index)) is not None:
            return only
        if not fitting and noun in COMPANY and len(near) == 1:
            return next(iter(near.values()))
        return None


def _verb(token: Token) -> Token:
    """The verb whose clause a token stands in."""
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"} or token.head is token:
            return token
        token = token.head
    return token


def _is_open(mark: Token, *, was_open: bool) -> bool:
    """True iff a quotation is open behind a straight mark: it leans on the word that it belongs to, else it turns what was."""
    before = mark.i == 0 or bool(mark.nbor(-1).whitespace_) or mark.nbor(-1).is_space
    after = mark.i + 1 == len(mark.doc) or bool(mark.whitespace_) or mark.nbor(1).is_space
    return before if before != after else not was_open
