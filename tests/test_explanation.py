"""Why words were taken for an actor, in words for a reader."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import briefing
from briefing.analysis.actors.aliases import LISTED
from briefing.explanation import explain_actors
from briefing.lexicon import load_lexicon
from briefing.model.findings import Actor, ActorKind, Analysis, Mention
from briefing.model.text import Span
from briefing.pipeline import explain, explained_brief
from tests.build import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.explanation import Explanation

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
TEXT = (
    "The Seafarers' Union (SU) met. Ida Solberg led the SU. She left.\n\nSolberg did not say why, and Solberg is odd."
)


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may give."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))


def _rules_of(tree: ast.AST) -> Iterator[str]:
    """The rules that code names: the last argument where forms are joined or references added, and what `how` is set to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if called in {"join", "join_only", "_add"} and len(node.args) > 2:
                yield from _constants(node.args[-1])
            yield from (rule for word in node.keywords if word.arg == "how" for rule in _constants(word.value))
        elif isinstance(node, ast.Assign):
            targets = [each.attr for each in node.targets if isinstance(each, ast.Attribute)]
            yield from _constants(node.value) if "how" in targets else ()


def test_every_rule_that_the_code_names_is_told() -> None:
    """A rule that is added to the analysis needs a sentence in data/explanation.toml."""
    files = sorted((ROOT / "briefing" / "analysis").rglob("*.py"))
    rules = {rule for file in files for rule in _rules_of(ast.parse(file.read_text(encoding="utf-8")))}
    assert {"surname", "acronym", "capital", "branch", "pronoun", "description", "demonym", "alias"} <= rules
    assert [] == sorted({*rules, LISTED} - load_lexicon("explanation").table("names").keys())


@pytest.mark.model
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_rule_that_a_sample_meets_is_told(path: Path) -> None:
    """Of the sample articles no name is tied by a rule without a sentence, and each explained place has the words."""
    analysis = briefing.analyse(briefing.read(str(path)))
    met = {mention.how for actor in analysis.actors for mention in actor.mentions}
    assert [] == sorted(met - load_lexicon("explanation").table("names").keys())
    for actor, told in zip(analysis.actors, explain(analysis).actors, strict=True):
        assert (actor.id, actor.name, len(actor.mentions)) == (told.id, told.name, sum(n.times for n in told.names))
        for reason in told.names:
            words = " ".join(analysis.document.text_of(reason.citation.span).split())
            assert words.endswith(reason.words) or words.lower() in reason.words.split(", ")


@pytest.mark.model
def test_names_come_first_and_pronouns_last() -> None:
    """Each form is told once, with its first place and how often it stands for the actor."""
    text = TEXT.replace("She left.", "She left early on Monday.")
    analysis = briefing.analyse(briefing.Source.from_text(text))
    told = {actor.name: [(n.words, n.why, n.place, n.times) for n in actor.names] for actor in explain(analysis).actors}
    assert [
        ("Ida Solberg", "the name itself", (1, 2), 1),
        ("Solberg", "the surname of “Ida Solberg”", (2, 1), 2),
        ("she", "nothing else named near by fits", (1, 3), 1),
    ] == told["Ida Solberg"]
    assert ("SU", "an acronym given in brackets after the name", (1, 1), 2) == told["Seafarers' Union"][1]


def by_hand(*mentions: tuple[str, str], name: str = "Ida Solberg") -> Explanation:
    """The explanation of an actor with these words, each by a rule."""
    found = tuple(
        Mention(Span(TEXT.index(words), TEXT.index(words) + len(words)), ActorKind.PERSON, how)
        for words, how in mentions
    )
    read = document(TEXT)
    actor = Actor(
        "p1",
        name,
        ActorKind.PERSON,
        tuple(words for words, _ in mentions),
        None,
        found,
        1.0,
        None,
        (read.cite(found[0].span),),
    )
    return explain_actors(Analysis(read, actors=(actor,)))


@pytest.mark.parametrize(
    ("mentions", "name", "told"),
    [
        ([("Ida Solberg", "name"), ("SU", "new rule")], "Ida Solberg", "tied to “Ida Solberg” by the rule “new rule”"),
        ([("Ida Solberg", "name"), ("SU", "acronym")], "Ida Solberg", "an acronym given in brackets after the name"),
        ([("Ida Solberg", "name"), ("Solberg", "name")], "Ida Solberg", "the same name, written in another way"),
        (
            [("Ida Solberg", "full name"), ("Solberg", "name")],
            "Ida Solberg",
            "another form of the full name “Ida Solberg”",
        ),
        ([("Ida Solberg", "name"), ("SU", "surname")], "{rule} {name}", "the surname of “{rule} {name}”"),
    ],
)
def test_a_rule_is_told_from_the_name_shown(mentions: list[tuple[str, str]], name: str, told: str) -> None:
    """Where the name shown was tied to the other one the rule is told there; a rule without a sentence is told by its name."""
    (actor,) = by_hand(*mentions, name=name).actors
    assert told in {reason.why for reason in actor.names}


@pytest.mark.model
def test_a_page_explains_its_own_actors() -> None:
    """What is explained with a page are the actors on it, in its order; the page is the one that `brief` makes."""
    source = briefing.read(str(SEEDS[0]))
    page, explanation = explained_brief(source)
    assert briefing.brief(source) == page
    assert [line.id for line in page.actors] == [actor.id for actor in explanation.actors]
    assert len(explanation.actors) < len(explain(briefing.analyse(source)).actors)
