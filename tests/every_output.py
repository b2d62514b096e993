"""Everything that the library gives for an article, as bytes: every finding, and pages and summaries by every method in every format.

python -m tests.every_output ARTICLE ...        prints one line for each: its SHA-256 and its name
"""

from __future__ import annotations

import hashlib
import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import briefing
from briefing import pipeline
from briefing.cli.finding_rows import Kind, rows_of
from briefing.model.aliases import AliasedActor, Aliases
from briefing.options import Options
from briefing.templates import list_templates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.findings import Analysis

__all__ = ["outputs"]


def outputs(path: str) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each output for one article."""
    source = briefing.read(path)
    name = Path(path).stem
    analysis = briefing.analyse(source)
    yield f"{name}: findings", json.dumps(briefing.to_dict(analysis)).encode()
    yield f"{name}: calendar", pipeline.render_calendar([analysis]).text.encode()
    for kind in Kind:
        for format in ("json", "csv", "markdown"):
            rows = rows_of(analysis, kind, format)
            yield f"{name}: {kind} as {format}", pipeline.render_findings(kind, rows, format).encode()
    aliases = _aliases(analysis)
    explained, explanation = pipeline.explained_brief(source, aliases=aliases)
    yield f"{name}: page with aliases", _bytes(briefing.render(explained, "json"))
    for format in ("markdown", "terminal"):
        yield f"{name}: explanation as {format}", _bytes(pipeline.render_explanation(explanation, format))
    for method in briefing.METHODS:
        for order in ("text", "rank"):
            yield (
                f"{name}: summary by {method}, {order}",
                repr(briefing.summarize(source, method, order=order)).encode(),
            )
        page = briefing.brief(source, options=Options(method=method))
        for format in briefing.FORMATS:
            yield f"{name}: page by {method} as {format}", _bytes(briefing.render(page, format))
    for template in list_templates(folder=None):
        page = briefing.brief(source, template)
        for format in briefing.FORMATS:
            yield f"{name}: {template.name} as {format}", _bytes(briefing.render(page, format))


def _aliases(analysis: Analysis) -> Aliases:
    """An alias file that joins the first two actors of an article, splits the third, and keeps the rest apart."""
    first, second, third, *rest = (actor.aliases for actor in analysis.actors)
    listed = [(*first, *second), *((name,) for name in third)]
    apart = tuple(name for names in rest for name in names)
    return Aliases(tuple(AliasedActor(names[0], None, names[1:], apart) for names in listed))


def _bytes(shown: str | bytes) -> bytes:
    return shown if isinstance(shown, bytes) else shown.encode()


def main() -> None:
    """Prints a line for each output of the articles that are named."""
    # The analysis is the dearest part and the same for every method: one is enough for a process.
    pipeline.analyse = lru_cache(pipeline.analyse)
    for path in sys.argv[1:]:
        for name, content in outputs(path):
            sys.stdout.write(f"{hashlib.sha256(content).hexdigest()} {name}\n")


if __name__ == "__main__":
    main()
