"""Reads the articles of a command, and says what only a user needs to hear: too short, not English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.cli.messages import complain
from briefing.errors import BriefingError, InputError

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from briefing.cli.exits import Tally
    from briefing.model.text import Source

__all__ = ["read_articles"]

# Below these there is nothing that a page could leave out.
_LEAST_WORDS = 40
_LEAST_SENTENCES = 2
# A longer text has more than two sentences, or none that could be told apart: it is not too short.
_LONG = 5_000


def read_articles(
    names: Sequence[str],
    tally: Tally,
    *,
    published: datetime.date | None = None,
    any_language: bool = False,
    whole_page: bool = False,
) -> list[Source]:
    """The articles that can be read, in order; one line on standard error for each that cannot.

    Args:
        names: Paths, addresses, or "-".
        tally: Counts those that fail.
        published: The day of publication of all of them.
        any_language: True to take articles that do not seem to be English.
        whole_page: True where each must be long enough to be briefed.
    """
    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded when there is something to do

    sources = []
    for name in names:
        try:
            source = pipeline.read(name, published=published)
            if not any_language:
                _refuse_other_languages(source, name)
            if whole_page:
                _refuse_short(source, name)
        except BriefingError as error:
            complain(error)
            tally.failed += 1
        else:
            sources.append(source)
    return sources


def _refuse_other_languages(source: Source, name: str) -> None:
    if source.language not in {"", "en"}:
        raise InputError(
            "not_english",
            f"the article seems to be in another language ('{source.language}')",
            where=name,
            remedy="briefing reads English; --any-language goes on all the same",
        )


def _refuse_short(source: Source, name: str) -> None:
    from briefing import pipeline  # noqa: PLC0415 - see above

    words = len(source.text.split())
    if words >= _LEAST_WORDS and len(source.text) > _LONG:
        return
    sentences = sum(not sentence.is_heading for sentence in pipeline.segment_source(source).sentences)
    if words < _LEAST_WORDS or sentences < _LEAST_SENTENCES:
        count = f"{words} word{'' if words == 1 else 's'} in {sentences} sentence{'' if sentences == 1 else 's'}"
        raise InputError(
            "too_short",
            f"there are only {count}",
            where=name,
            remedy=f"a page needs {_LEAST_WORDS} words in {_LEAST_SENTENCES} sentences; read it as it is",
        )
