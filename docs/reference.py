"""The generated parts of the README: what cog prints between its marks. Nothing here depends on the terminal or on Python's version.

Each function returns the Markdown of one block. The commands are read from the command objects themselves, the scores from
`tests/quality/scores.json`, the figures of other systems from `docs/peers.toml`.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
import tomllib
from dataclasses import fields, replace
from enum import EnumMeta
from pathlib import Path
from typing import TYPE_CHECKING, Any

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

import typer  # noqa: E402 - the checkout must be on the path first

from briefing import pipeline  # noqa: E402
from briefing.cli.application import application  # noqa: E402
from briefing.options import Options  # noqa: E402
from briefing.templates import list_templates  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["commands", "example_page", "explained_names", "methods", "options", "scores", "summarizers", "templates"]

_PROGRAM = "briefing"
_SCORES = _ROOT / "tests" / "quality" / "scores.json"
_PEERS = _ROOT / "docs" / "peers.toml"
_SUMMARIZERS = _ROOT / "docs" / "summarizers.toml"

_METHODS = {
    "consensus": "the default: how likely a summary holds each word (where it stands, how it is spread), three of the rankings below (reduction, "
    "textrank, lexrank) joined by rank, and place, title, length and opening of a sentence; what has been said is not said again",
    "lexrank": "central in the graph of likeness between sentences (idf-weighted cosine)",
    "textrank": "central in the graph of words that sentences share",
    "lsa": "weight over the topics of a singular value decomposition",
    "luhn": "dense with the words that the article often uses",
    "edmundson": "words of the title and of headings, cue words, place",
    "kl": "the choice whose words are spread most like the article's (Kullback-Leibler)",
    "sumbasic": "frequent words, each counted less once it has been said",
    "reduction": "most words in common with all other sentences",
    "random": "by chance, seeded from the article itself: a lower bound for comparisons",
    "lead": "the first sentences",
}


def commands() -> str:
    """Every command with its arguments and options."""
    command = typer.main.get_command(application)
    return "\n".join(_command(command, _PROGRAM)).strip()


def _command(command: Any, path: str) -> Iterator[str]:
    """The lines of a command and of those below it."""
    below: Mapping[str, Any] = getattr(command, "commands", {})
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    shown = [_metavar(param) for param in arguments]
    rest = ["COMMAND ..."] if below else []
    yield f"#### `{' '.join([path, *(['[OPTIONS]'] if len(command.params) > len(arguments) else []), *shown, *rest])}`"
    yield ""
    yield " ".join(command.help.split())
    yield ""
    context = command.context_class(command, info_name=path)
    for param, name in zip(arguments, shown, strict=True):
        yield f"- `{name}`: {param.help}"
    for param in command.params:
        if param not in arguments:
            names, text = param.get_help_record(context)
            yield f"- `{names}`: {text}"
    yield ""
    for name, inner in below.items():
        yield from _command(inner, f"{path} {name}")


def _metavar(param: Any) -> str:
    """What stands for an argument in the line of usage."""
    annotation = param.type_descriptor.annotation
    choices = "|".join(annotation) if isinstance(annotation, EnumMeta) else ""
    name = param.metavar or choices or param.name.upper()
    return f"{name}..." if param.nargs < 0 and not name.endswith("...") else name


def templates() -> str:
    """The built-in templates."""
    rows = [f"| `{each.name}` | {each.plan.words} | {each.plan.description} |" for each in list_templates()]
    return "\n".join(["| template | words | what is on the page |", "|---|---|---|", *rows])


def methods() -> str:
    """The methods that rank sentences, the default first."""
    names = sorted(pipeline.METHODS, key=list(_METHODS).index)
    return "\n".join(
        ["| method | what it prefers |", "|---|---|", *(f"| `{name}` | {_METHODS[name]} |" for name in names)]
    )


def options() -> str:
    """What may be set once for all commands: the key, the variable, the default, the meaning."""
    meanings = dict(re.findall(r"^ +(\w+): (.+)$", inspect.cleandoc(Options.__doc__ or ""), re.MULTILINE))
    rows = []
    for field in fields(Options):
        default = f"`{field.default}`" if field.default not in {"", 0, ()} and field.default is not False else ""
        rows.append(f"| `{field.name}` | `BRIEFING_{field.name.upper()}` | {default} | {meanings[field.name]} |")
    return "\n".join(["| key | variable | default | meaning |", "|---|---|---|---|", *rows])


def example_page(article: str, template: str) -> str:
    """A page of a sample article as Markdown, shown as source."""
    page = pipeline.brief(pipeline.read(str(_ROOT / article)), template)
    return f"```markdown\n{str(pipeline.render(page, 'markdown')).strip()}\n```"


def explained_names(article: str, count: int) -> str:
    """Why the names on the page of a sample article were taken for theirs: of the first actors that have several."""
    _, explanation = pipeline.explained_brief(pipeline.read(str(_ROOT / article)))
    several = tuple(actor for actor in explanation.actors if len(actor.names) > 1)
    shown = pipeline.render_explanation(replace(explanation, actors=several[:count]), "terminal")
    # The heading and the note go without saying here.
    names = shown.partition("\n\n")[2].rstrip()
    return f"```text\n{names}\n```"


def scores() -> str:
    """Every figure that is kept, beside the best other system's where one was measured; "" where nothing was measured yet."""
    if not _SCORES.is_file():
        return ""
    measured: dict[str, dict[str, float]] = json.loads(_SCORES.read_text(encoding="utf-8"))
    beside = tomllib.loads(_PEERS.read_text(encoding="utf-8"))
    peers = {(peer["set"], _plain(peer["metric"])): peer for peer in beside["peers"]}
    failed = measured.pop("documents that failed", {})
    lines = ["| measure | briefing | best other | which |", "|---|---:|---:|---|"]
    for name in sorted(measured, key=list(beside["sets"]).index):
        lines.append(f"| **{beside['sets'][name]}** | | | |")
        for metric, figure in measured[name].items():
            peer = peers.get((name, _plain(metric)), {"figure": "", "system": ""})
            lines.append(f"| {_plain(metric)} | {figure} | {peer['figure']} | {peer['system']} |")
    lines += ["", f"Articles on which it failed: {sum(failed.values()):g}."]
    return "\n".join(lines)


def summarizers() -> str:
    """Our methods beside other summarizers, all measured in one run; "" where that was not done yet."""
    if not _SUMMARIZERS.is_file():
        return ""
    measured = tomllib.loads(_SUMMARIZERS.read_text(encoding="utf-8"))
    rows = measured["summarizers"]
    lines = [
        f"| {measured['articles']} articles of CNN, 3 sentences | ROUGE-1 / 2 / Lsum | against lead [95 %] | time | {measured['sentences']:,} sentences |",
        "|---|---|---|---:|---:|",
    ]
    for row in rows:
        name = f"**{row['name']}**" if row["name"].startswith(_PROGRAM) else row["name"]
        gain, low, high = (f"{figure:+.1f}".replace("-", "\N{MINUS SIGN}") for figure in row["minus_lead"])
        against = "" if row["name"] == f"{_PROGRAM} lead" else f"{gain} [{low}, {high}]"
        figures = " / ".join(f"{figure:.1f}" for figure in row["rouge"])
        long = f"{row['long_times']:g}" if "long_times" in row else ""
        lines.append(f"| {name} | {figures} | {against} | {row['times']:g} | {long} |")
    versions = ", ".join(measured["versions"])
    lines += [
        "",
        f"Times are as many times as long as `{_PROGRAM} consensus` takes in the same run. The others: {versions}.",
    ]
    return "\n".join(lines)


def _plain(metric: str) -> str:
    """The name of a measure in plain words."""
    if metric in {"R1", "R2", "RLsum"}:
        # What these were measured on goes without saying in the file, but not beside the others.
        return f"3 sentences all {metric}"
    return metric.replace("_", " ").replace(" consensus ", " ").removesuffix(" consensus")
