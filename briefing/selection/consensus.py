"""The default ranking: several of sumy's rankings joined by rank, and what the sentence itself and its place say.

A sentence's score is a sum of terms, each of them a weight of `[consensus]` in selection.toml times a number of about 0 to 1:

- for each method that is joined, the share of the sentences that it puts behind this one (a Borda count; ratings are never compared);
- the signs of `signs.py`: nearness to the start, the words it shares with the title and the first sentences, its length, how it opens,
  quotation, numbers, whether it is a by-line or a caption;
- with an analysis, what `contents.py` finds in it: salient actors, events that happened, quotations.

Equal scores go by text order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon
from briefing.selection.contents import contents_of
from briefing.selection.redundancy import choose_apart, stem_weights
from briefing.selection.signs import signs_of
from briefing.selection.summarizers import SumyText, order_by
from briefing.selection.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.findings import Analysis
    from briefing.model.text import Document, Sentence

__all__ = ["Consensus", "find_consensus"]

# Scores are sums of floats: what differs in less is the order of additions.
_DIGITS = 9
# A sentence is seldom chosen that stands lower in the ranking than this, whatever the likeness of those before it.
_POOL_LEAST = 50
_POOL_TIMES = 4


@dataclass(frozen=True, slots=True)
class Consensus:
    """The joined ranking.

    Attributes:
        order: The indices of the sentences, best first.
        scores: The score of each sentence, by index.
        places: Method to the place, from 1, that it gives each sentence, by index; "position" is the place in the text.
        texts: The words of each sentence.
    """

    order: tuple[int, ...]
    scores: tuple[float, ...]
    places: Mapping[str, tuple[int, ...]]
    texts: tuple[str, ...]

    def apart(self, wanted: int) -> Iterator[int]:
        """The indices of all sentences as they are to be taken: the best first, those later that say what one before them said.

        Args:
            wanted: About how many will be taken; a few times as many are compared with one another, the others follow by score.
        """
        pool = self.order[: max(_POOL_LEAST, _POOL_TIMES * wanted)]
        stems = {index: frozenset(content_stems(self.texts[index])) for index in pool}
        weights = stem_weights([content_stems(text) for text in self.texts])
        penalty = float(load_lexicon("selection").table("consensus")["redundancy"])
        yield from choose_apart(pool, self.scores, stems, weights, penalty)
        yield from self.order[len(pool) :]


def find_consensus(document: Document, sentences: Sequence[Sentence], analysis: Analysis | None) -> Consensus:
    """The joined ranking of the sentences.

    Args:
        document: The document.
        sentences: Its sentences that are ranked, in text order.
        analysis: What was found in the document; None leaves that part out.
    """
    settings = load_lexicon("selection").table("consensus")
    text = SumyText.of(document, sentences)
    places = {method: _places(order_by(method, text)) for method in settings["joins"]}
    rows = [dict(row) for row in signs_of(document, sentences)]
    if analysis is not None:
        for row, found in zip(rows, contents_of(analysis, sentences), strict=True):
            row.update(found)
    weights = {**settings["signs"], **settings["contents"]}
    behind = max(1, len(sentences) - 1)
    scores = []
    for index, row in enumerate(rows):
        joined = sum(
            weight * (1 - (places[method][index] - 1) / behind) for method, weight in settings["joins"].items()
        )
        scores.append(round(joined + sum(weight * row.get(name, 0.0) for name, weight in weights.items()), _DIGITS))
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    texts = tuple(document.text_of(sentence.span) for sentence in sentences)
    return Consensus(tuple(order), tuple(scores), places | {"position": tuple(range(1, len(texts) + 1))}, texts)


def _places(order: Sequence[int]) -> tuple[int, ...]:
    """The place, from 1, of each index."""
    places = [0] * len(order)
    for place, index in enumerate(order, start=1):
        places[index] = place
    return tuple(places)
