"""The default ranking: several of sumy's rankings joined by rank, and what the sentence itself and its place say.

A sentence's score is a sum of terms, each of them a weight of `[consensus]` in selection.toml times a number of about 0 to 1:

- for each method that is joined, the share of the sentences that it puts behind this one (a Borda count; ratings are never compared);
- the worth of its words (`worths.py`): how likely a summary holds each of them, beside the sentence's length;
- the signs of `signs.py`: nearness to the start, the words it shares with the title and the first sentences, its length, how it opens,
  quotation, numbers, whether it is a by-line or a caption;
- with an analysis, what `contents.py` finds in it: salient actors, events that happened, quotations.

Equal scores go by text order. What is chosen is that which together holds most: a word that was said is worth nothing a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.selection.contents import contents_of
from briefing.selection.signs import signs_of
from briefing.selection.summarizers import SumyText, orders_by, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.model.findings import Analysis
    from briefing.model.text import Document, Sentence
    from briefing.selection.worths import Holdings

__all__ = ["Consensus", "find_consensus"]

# Scores are sums of floats: what differs in less is the order of additions.
_DIGITS = 9
# A sentence is seldom chosen that stands lower in the ranking than this, whatever the likeness of those before it.
_POOL_LEAST = 50
_POOL_TIMES = 4
# About the fewest words of a sentence that is chosen.
_SHORT_SENTENCE = 8


@dataclass(frozen=True, slots=True, eq=False)
class Consensus:
    """The joined ranking.

    Attributes:
        order: The indices of the sentences, best first.
        extra: What each sentence scores besides its words, by index.
        places: Method to the place, from 1, that it gives each sentence, by index; "position" is the place in the text.
        holdings: What each sentence holds of what a summary is likely to say.
        usual_words: The usual number of words of a summary.
        parts: In how many parts the text was ranked by the methods that rank a long one so.
    """

    order: tuple[int, ...]
    extra: tuple[float, ...]
    places: Mapping[str, tuple[int, ...]]
    holdings: Holdings
    usual_words: float
    parts: int = 1

    def apart(self, wanted: int) -> Iterator[int]:
        """The indices of all sentences as they are to be taken: the best first, those later that say what one before them said.

        Args:
            wanted: About how many will be taken; a few times as many are compared with one another, the others follow by score.
        """
        from briefing.selection.worths import choose_covering  # noqa: PLC0415 (imports numpy)

        pool = self.order[: max(_POOL_LEAST, _POOL_TIMES * wanted)]
        yield from choose_covering(self.holdings, self.extra, pool, self.usual_words)
        yield from self.order[len(pool) :]

    def within(self, words: int, lengths: Sequence[int]) -> Iterable[int]:
        """The indices to be taken for a budget of words, in this order, while they fit.

        Args:
            words: The budget.
            lengths: The words of each sentence, by index.
        """
        from briefing.selection.budgets import LARGEST_BUDGET, choose_within  # noqa: PLC0415 (imports numpy)

        if words > LARGEST_BUDGET:
            return self.apart(max(1, words // _SHORT_SENTENCE))
        return choose_within(self.holdings, self.extra, self.order, lengths, words) or self.order[:1]


def find_consensus(document: Document, sentences: Sequence[Sentence], analysis: Analysis | None) -> Consensus:
    """The joined ranking of the sentences.

    Args:
        document: The document.
        sentences: Its sentences that are ranked, in text order.
        analysis: What was found in the document; None leaves that part out.
    """
    from briefing.selection.worths import Words, find_holdings  # noqa: PLC0415 (imports numpy)

    settings = load_lexicon("selection").table("consensus")
    # A page says more than a summary of three sentences: longer sentences may stand on it.
    usual = float(settings["usual_words" if analysis is None else "usual_words_of_page"])
    texts = [document.text_of(sentence.span) for sentence in sentences]
    holdings = find_holdings(Words.of(texts), settings, settings["pair_worth"])
    text = SumyText.of(document, sentences)
    places = {method: _places(order) for method, order in orders_by(settings["joins"], text).items()}
    extra = _weighted(signs_of(document, sentences), settings["signs"])
    if analysis is not None:
        found = _weighted(contents_of(analysis, sentences), settings["contents"])
        extra = [sum(both) for both in zip(extra, found, strict=True)]
    behind = max(1, len(sentences) - 1)
    for method, weight in settings["joins"].items():
        for index, place in enumerate(places[method]):
            extra[index] += weight * (1 - (place - 1) / behind)
    scores = [round(sum(both), _DIGITS) for both in zip(extra, holdings.alone(usual), strict=True)]
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    places["position"] = tuple(range(1, len(texts) + 1))
    parts = max(parts_of(method, text) for method in settings["joins"])
    return Consensus(tuple(order), tuple(extra), places, holdings, usual, parts)


def _weighted(rows: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> list[float]:
    """The sum of each row's signs, each times its weight."""
    names = tuple(weights)
    return [sum(map(mul, map(row.__getitem__, names), weights.values())) for row in rows]


def _places(order: Sequence[int]) -> tuple[int, ...]:
    """The place, from 1, of each index."""
    places = [0] * len(order)
    for place, index in enumerate(order, start=1):
        places[index] = place
    return tuple(places)
