"""Finds the actors of a document: `Parsed` in, `Actor`s out, the most salient first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.analysis.actors.aliases import Settled
from briefing.analysis.actors.coreference import tie_references
from briefing.analysis.actors.headline_names import find_again
from briefing.analysis.actors.keys import key_of, split_words
from briefing.analysis.actors.kinds import decide_kinds
from briefing.analysis.actors.mentions import words_of
from briefing.analysis.actors.merging import Cluster, merge_names
from briefing.analysis.actors.metonyms import mark_metonyms, unlist_teams
from briefing.analysis.actors.names import find_names
from briefing.analysis.actors.roles import described_role, find_role
from briefing.analysis.actors.salience import score_actors
from briefing.analysis.actors.vocabulary import load_vocabulary
from briefing.model.aliases import Aliases
from briefing.model.findings import Actor, ActorKind, Mention
from briefing.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.analysis.actors.mentions import Name, Words
    from briefing.analysis.actors.vocabulary import Vocabulary
    from briefing.analysis.parse import Parsed
    from briefing.model.text import Document

__all__ = ["find_actors"]


def find_actors(parsed: Parsed, *, focus: tuple[str, ...] = (), aliases: Aliases | None = None) -> tuple[Actor, ...]:
    """The actors of a document, the most salient first, ids p1, p2, ... in that order.

    Args:
        parsed: The document.
        focus: Names that come before all others.
        aliases: What the user knows of names; it goes before what is found here.
    """
    vocabulary = load_vocabulary()
    sentences = words_of(parsed, vocabulary)
    settled = Settled(aliases or Aliases(), sentences, vocabulary, parsed.document.source.text)
    clusters = merge_names(_names(sentences, vocabulary, settled), sentences, vocabulary, settled)
    settled.finish(clusters)
    roles = {id(cluster): find_role(cluster, sentences, vocabulary) for cluster in clusters}
    text = parsed.document.text_of
    for cluster in clusters:
        role = roles[id(cluster)]
        if role is not None and cluster.kind is ActorKind.PLACE and settled.kind_of(cluster) is None:
            _settle_kind(cluster, set(text(role).lower().split()), vocabulary)
    clusters = tie_references(
        clusters, sentences, vocabulary, {key: text(role).lower() for key, role in roles.items() if role is not None}
    )
    roles = {id(cluster): described_role(cluster, roles[id(cluster)], sentences) for cluster in clusters}
    scores = score_actors(clusters, sentences, parsed.document.source.title, roles)
    hints = [key_of(split_words(hint)) for hint in focus]
    rows = []
    for cluster, score in zip(clusters, scores, strict=True):
        keys = {name.key for name in cluster.names} | settled.keys_of(cluster)
        place = next((i for i, hint in enumerate(hints) if hint and hint in keys), len(hints))
        rows.append((place, -score, cluster.names[0].span.start, cluster))
    rows.sort(key=lambda row: row[:3])
    top = max(scores, default=0.0)
    begun = _begun(clusters)
    actors = []
    for number, (place, score, _, cluster) in enumerate(rows, 1):
        shown = max(settled.shown(cluster) or _unshared(cluster, begun), key=_fullness)
        salience = top if place < len(hints) else -score
        actors.append(_actor(parsed.document, cluster, shown, roles[id(cluster)], (f"p{number}", salience)))
    return tuple(actors)


def _names(sentences: Sequence[Words], vocabulary: Vocabulary, settled: Settled) -> list[Name]:
    """Every name of the document in text order, with its kind."""
    lower = Counter(text for words in sentences for text in words.texts if text.islower())
    names = find_names(sentences, vocabulary)
    unlist_teams(names, sentences, vocabulary)
    settled.set_kinds(names)
    names, forms = decide_kinds(names, sentences, vocabulary, lower)
    names.extend(find_again(sentences, forms, vocabulary))
    names.sort(key=lambda name: (name.span.start, -name.span.end))
    names = settled.complete(names)
    mark_metonyms(names, sentences, vocabulary)
    return names


def _settle_kind(cluster: Cluster, nouns: set[str], vocabulary: Vocabulary) -> None:
    """Makes an unlisted place that the text calls a company or the like an organisation."""
    if (
        not any(name.entry for name in cluster.names)
        and nouns & vocabulary.bodies
        and not nouns & vocabulary.place_nouns
    ):
        cluster.kind = ActorKind.ORGANISATION
        for name in cluster.names:
            name.kind = ActorKind.ORGANISATION


def _shown(cluster: Cluster) -> list[Name]:
    """The names by which an actor may be called."""
    return [name for name in cluster.names if name.how not in {"capital", "demonym", "seat"}] or cluster.names


def _begun(clusters: Sequence[Cluster]) -> Counter[str]:
    """How many bodies of the document have a longer name that begins with the word."""
    firsts = [{name.key[0] for name in cluster.names if len(name.key) > 1} for cluster in clusters if _is_body(cluster)]
    return Counter(word for words in firsts for word in words)


def _is_body(cluster: Cluster) -> bool:
    return cluster.kind in {ActorKind.ORGANISATION, ActorKind.GROUP}


def _unshared(cluster: Cluster, begun: Counter[str]) -> list[Name]:
    """The names by which an actor may be called, without a short one that two bodies share: "Nord" beside Nord Lines and Nord Bank."""
    names = _shown(cluster)
    if not _is_body(cluster):
        return names
    longer = {name.key[0] for name in names if len(name.key) > 1}
    own = [name for name in names if len(name.key) > 1 or name.key[0] not in longer or begun[name.key[0]] < 2]  # noqa: PLR2004
    return own or names


def _actor(document: Document, cluster: Cluster, name: Name, role: Span | None, rank: tuple[str, float]) -> Actor:
    """The finding for a cluster that is called by one of its names; `rank`: its id and its salience."""
    for other in cluster.names:
        if other.how == "name" and other.entry is not None and other.key != name.key:
            other.how = "listed"
    aliases: dict[str, None] = {}
    for other in cluster.names:
        aliases.setdefault(_clean(document, other), None)
    found = sorted((*cluster.names, *cluster.references), key=lambda other: other.span)
    mentions = tuple(Mention(_whole(other), other.acts_as or other.kind or cluster.kind, other.how) for other in found)
    first = next((other for other in cluster.names if not other.in_headline), cluster.names[0])
    citations = [document.cite(first.span)]
    if role is not None and document.cite(role) not in citations:
        citations.append(document.cite(role))
    actor_id, salience = rank
    return Actor(
        actor_id,
        _display(document, name),
        cluster.kind,
        tuple(aliases),
        role,
        mentions,
        salience,
        None,
        tuple(citations),
    )


def _whole(name: Name) -> Span:
    """The span of a mention: the name with the title before it."""
    return name.span if name.title is None else Span(name.title.start, name.span.end)


def _fullness(name: Name) -> tuple[bool, int, int, int]:
    """The order of a cluster's names by how full they are: listed full names, then words, then letters, then the first."""
    is_full = name.entry is not None and name.entry.name == name.entry.stands_for and name.kind is not ActorKind.PERSON
    return is_full and name.how != "branch", len(name.key), len(name.span), -name.span.start


def _clean(document: Document, name: Name) -> str:
    """The words of a name on one line."""
    return " ".join(document.text_of(name.span).split())


def _display(document: Document, name: Name) -> str:
    """The name as it is shown: on one line, without an acronym in brackets inside it."""
    text = _clean(document, name)
    if " (" in text and ") " in text:
        head, _, rest = text.partition(" (")
        text = f"{head} {rest.partition(') ')[2]}"
    return text
