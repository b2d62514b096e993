"""The ranking by a named method, and how many of its best are chosen: by number, by share, or by a budget of words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.model.brief import Rank, Ranking
from briefing.selection.consensus import find_consensus
from briefing.selection.contents import telling_sentences
from briefing.selection.prose import prose_sentences
from briefing.selection.summarizers import SUMY_METHODS, SumyText, order_by, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model.findings import Analysis
    from briefing.model.text import Document, Sentence

__all__ = ["METHODS", "select_sentences"]

METHODS = (*SUMY_METHODS, "lead", "consensus")

_DEFAULT_SENTENCES = 3
# A budget is filled by rank; after more sentences in a row than this that are too long for what is left, what would fit is no longer one of
# the best (on 600 training articles and 70 words: 0 to 3 differ by 0.3 points, 1 is best over both sources).
_MISSES = 1
# About the fewest words of a sentence that is chosen: how many sentences a budget of words may hold.
_SHORT_SENTENCE = 8


def select_sentences(
    document: Document,
    *,
    method: str = "consensus",
    sentences: int | None = None,
    words: int | None = None,
    percent: float | None = None,
    analysis: Analysis | None = None,
) -> Ranking:
    """All prose sentences of a document ranked by a method, and the best of them chosen.

    Args:
        document: The document; any text, also one without sentences (the ranking is then empty).
        method: One of `METHODS`.
        sentences: How many to choose; 3 where nothing else is said.
        words: Choose whole sentences, best first, within so many words (split at white space), at least one; wins over the other two.
        percent: Choose this share of the sentences, rounded down, at least one; wins over `sentences`.
        analysis: What was found in the document; only `consensus` uses it.

    Raises:
        UsageError: The method is not known, or a number is not positive.
    """
    _check(method, sentences, words, percent)
    prose = prose_sentences(document)
    if analysis is not None and method == "consensus":
        # What has no verb is no statement; a list of such lines is ranked all the same.
        prose = telling_sentences(analysis, prose) or prose
    if not prose:
        return Ranking(document, method, (), ())
    wanted = _wanted(len(prose), sentences, words, percent)
    if method == "consensus":
        found = find_consensus(document, prose, analysis)
        order: Sequence[int] = found.order
        places = found.places
        candidates: Iterable[int] = (
            found.apart(wanted) if words is None else found.within(words, _lengths(document, prose))
        )
        parts = found.parts
    else:
        order, parts = _order(method, document, prose)
        places = {method: tuple(place for _, place in sorted(zip(order, range(1, len(order) + 1), strict=True)))}
        candidates = order
    if words is None:
        chosen = list(islice(candidates, wanted))
    else:
        # A lead with a hole in it is none: it ends with the first sentence that does not fit.
        chosen = _within(candidates, _lengths(document, prose), words, misses=0 if method == "lead" else _MISSES)
    ranks = tuple(
        Rank(prose[index].id, position, tuple((name, of_name[index]) for name, of_name in places.items()))
        for position, index in enumerate(order, start=1)
    )
    return Ranking(document, method, ranks, _ids(prose, chosen), parts)


def _order(method: str, document: Document, prose: Sequence[Sentence]) -> tuple[Sequence[int], int]:
    """(The order by a method that is not `consensus`, in how many parts it ranked the text)."""
    if method == "lead":
        return range(len(prose)), 1
    text = SumyText.of(document, prose)
    return order_by(method, text), parts_of(method, text)


def _check(method: str, sentences: int | None, words: int | None, percent: float | None) -> None:
    if method not in METHODS:
        raise UsageError("no such method", where=method, remedy=f"choose one of {', '.join(METHODS)}")
    for name, value in (("sentences", sentences), ("words", words), ("percent", percent)):
        # Not `<= 0`, which would let a number that is none (NaN) pass.
        if value is not None and not value > 0:
            raise UsageError(f"the number of {name} is not positive", where=str(value), remedy="give 1 or more")


def _wanted(count: int, sentences: int | None, words: int | None, percent: float | None) -> int:
    """How many sentences are to be chosen, at most; for a budget of words, about the most that it can hold."""
    if words is not None:
        return min(count, max(1, words // _SHORT_SENTENCE))
    if percent is not None:
        return max(1, int(min(percent, 100) * count / 100))
    return min(count, _DEFAULT_SENTENCES if sentences is None else sentences)


def _within(candidates: Iterable[int], lengths: Sequence[int], words: int, *, misses: int) -> list[int]:
    """The candidates, best first, that fit into a budget of words; the first one where none does."""
    chosen: list[int] = []
    first, left, missed = None, words, 0
    for index in candidates:
        first = index if first is None else first
        if lengths[index] <= left:
            chosen.append(index)
            left -= lengths[index]
            missed = 0
        else:
            missed += 1
        if missed > misses or not left:
            break
    return chosen or ([] if first is None else [first])


def _lengths(document: Document, prose: Sequence[Sentence]) -> list[int]:
    """The words of each sentence, as a budget counts them."""
    return [len(document.text_of(sentence.span).split()) for sentence in prose]


def _ids(prose: Sequence[Sentence], chosen: Iterable[int]) -> tuple[str, ...]:
    return tuple(prose[index].id for index in chosen)
