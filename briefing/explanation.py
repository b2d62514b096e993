"""Says why: `Analysis` in, `Explanation` out. Until now for names: which rule took which words for which actor.

The rules in words for a reader are `data/explanation.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.model.explanation import ActorReasons, Explanation, NameReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.findings import Actor, Analysis, Mention
    from briefing.model.text import Document

__all__ = ["explain_actors"]

_SAME = frozenset({"name", "listed"})
"""Rules that say nothing of how two forms of a name were joined."""

_LAST = ("description", "pronoun")


def explain_actors(analysis: Analysis, *, only: Sequence[str] | None = None) -> Explanation:
    """Why words were taken for actors.

    Args:
        analysis: Where they were found.
        only: The ids of the actors to explain, in order; None for all.
    """
    by_id = {actor.id: actor for actor in analysis.actors}
    ids = list(by_id) if only is None else [actor for actor in only if actor in by_id]
    document = analysis.document
    return Explanation(document.source.title, tuple(_explain(document, by_id[actor]) for actor in ids))


def _explain(document: Document, actor: Actor) -> ActorReasons:
    """The words taken for one actor, the name it is called by first."""
    forms = [(_form(document, actor, mention), mention) for mention in actor.mentions]
    tie = min({each.how for form, each in forms if form == actor.name and each.how not in _SAME}, default="")
    bracketed = {form for form, each in forms if _is_in_brackets(document, each)}
    rows: dict[tuple[str, str], list[Mention]] = {}
    for form, mention in forms:
        rule = mention.how
        if form == actor.name:
            rule = rule if rule == "alias file" else "name"
        elif rule == "name":
            rule = tie if tie not in {"", "alias file"} else "other spelling"
        elif rule == "acronym" and form in bracketed:
            rule = "acronym in brackets"
        rows.setdefault((form, rule), []).append(mention)
    reasons = []
    for (form, rule), mentions in rows.items():
        shown = form or ", ".join(dict.fromkeys(_words(document, mention).lower() for mention in mentions))
        citation = document.cite(mentions[0].span)
        place = document.place_of(citation.sentence)
        reasons.append(NameReason(shown, mentions[0].how, _say(rule, actor), citation, place, len(mentions)))
    reasons.sort(key=lambda row: (_LAST.index(row.how) + 1 if row.how in _LAST else 0, row.words != actor.name))
    return ActorReasons(actor.id, actor.name, actor.kind, tuple(reasons))


def _form(document: Document, actor: Actor, mention: Mention) -> str:
    """What mentions are told together by: the form of the name, without a title before it; "" for all pronouns."""
    if mention.how == "pronoun":
        return ""
    words = _words(document, mention)
    if mention.how == "description":
        return words
    forms = [alias for alias in actor.aliases if words == alias or words.endswith(f" {alias}")]
    return max(forms, key=len, default=words)


def _is_in_brackets(document: Document, mention: Mention) -> bool:
    """True iff a mention is the first thing in brackets."""
    return document.source.text[max(0, mention.span.start - 1) : mention.span.start] == "("


def _say(rule: str, actor: Actor) -> str:
    """A rule in words; one that has none is told by its name."""
    sentences = load_lexicon("explanation").table("names")
    said = str(sentences.get(rule, sentences["unknown rule"]))
    return said.replace("{rule}", rule).replace("{name}", actor.name)


def _words(document: Document, mention: Mention) -> str:
    """The words of a mention on one line."""
    return " ".join(document.text_of(mention.span).split())
