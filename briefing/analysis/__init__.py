"""Reading a document for who, what, when and what is open: `Document` in, `Analysis` out. spaCy lives in this package.

The extractors run in a row, each standing on what the ones before it found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.analysis.language_models import DEFAULT_MODEL, model_identity
from briefing.analysis.parse import parse_document
from briefing.model.findings import Analysis

if TYPE_CHECKING:
    from briefing.model.aliases import Aliases
    from briefing.model.text import Document

__all__ = ["DEFAULT_MODEL", "analyse_document", "model_identity"]


def analyse_document(
    document: Document,
    *,
    model: str = DEFAULT_MODEL,
    focus: tuple[str, ...] = (),
    aliases: Aliases | None = None,
) -> Analysis:
    """Everything found in a document; an empty analysis for a text without a sentence.

    Args:
        document: The document.
        model: The spaCy pipeline to parse with, by its package's name.
        focus: Names that are to stand before all others.
        aliases: What the user knows of names; it goes before what is found here.

    Raises:
        MissingPartError: spaCy or the model is not installed.
    """
    from briefing.analysis.actor_index import ActorIndex  # noqa: PLC0415 - the extractors load word lists
    from briefing.analysis.actors import find_actors  # noqa: PLC0415
    from briefing.analysis.dates import find_dates  # noqa: PLC0415
    from briefing.analysis.deeds import with_deeds  # noqa: PLC0415
    from briefing.analysis.events import find_events  # noqa: PLC0415
    from briefing.analysis.figures import find_figures  # noqa: PLC0415
    from briefing.analysis.gaps import find_gaps  # noqa: PLC0415
    from briefing.analysis.questions import find_questions  # noqa: PLC0415
    from briefing.analysis.quotes import find_quotes  # noqa: PLC0415

    if not document.sentences:
        return Analysis(document)
    parsed = parse_document(document, model=model)
    actors = find_actors(parsed, focus=focus, aliases=aliases)
    index = ActorIndex(actors)
    dates = tuple(find_dates(document, published=document.source.published, tense_at=parsed.tense_at))
    quotes = tuple(find_quotes(parsed, actors=index))
    events = tuple(find_events(parsed, actors=index, dates=dates, quotes=quotes))
    return Analysis(
        document=document,
        actors=with_deeds(parsed, actors, events, quotes),
        dates=dates,
        events=events,
        quotes=quotes,
        questions=tuple(find_questions(parsed, actors=index, dates=dates, quotes=quotes, events=events)),
        figures=tuple(find_figures(parsed, actors=index, dates=dates, quotes=quotes)),
        gaps=tuple(find_gaps(parsed, actors=actors, dates=dates, quotes=quotes, events=events)),
    )
