"""The order of sentences by each method that sumy has: sentences in, indices out, best first. Loads sumy when called.

sumy compares sentences by their text and rates equal ones alike; `SentenceInfo.order` is the index that tells them apart, and ties go by it.
Ratings are compared to 9 digits: what differs in less are additions in another order, not sentences.

LexRank, TextRank, Reduction and KL compare every sentence with every other. A text of more than `LARGEST_PART` sentences is therefore
ranked in parts of about equal length that end with a paragraph, which bounds the memory (a matrix of 2,000 x 2,000 numbers is 32 MB)
and lets time grow no faster than the text: the best of each part come first, in text order, then the second best of each, and so on.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import accumulate, chain, groupby, pairwise
from typing import TYPE_CHECKING, Any

from briefing.lexicon import load_lexicon
from briefing.selection.words import WordTokenizer, find_words, stem, stop_words
from briefing.stand_ins import import_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import ModuleType

    from briefing.model.text import Document, Sentence

__all__ = ["LARGEST_PART", "SUMY_METHODS", "SumyText", "order_by", "orders_by", "parts_of"]

SUMY_METHODS = ("lexrank", "textrank", "lsa", "luhn", "edmundson", "kl", "sumbasic", "reduction", "random")
# Sentences that are compared with one another at once; some more where a paragraph ends only then.
LARGEST_PART = 2_000
# An edge between parts moves to the end of a paragraph that is no farther than this share of a part.
_NEAR_EDGE = 0.1
# sumy fetches no pages and stems no words for us.
_NOT_NEEDED: dict[str, tuple[str, ...]] = {"requests": (), "nltk": (), "nltk.stem": (), "nltk.stem.snowball": ()}
_COMPARE_ALL = frozenset({"lexrank", "textrank", "kl", "reduction"})
_RATING_DIGITS = 9


@dataclass(frozen=True, slots=True)
class SumyText:
    """Sentences as sumy takes them.

    Attributes:
        paragraphs: sumy's sentences, by paragraph.
        title: The title's and headings' words, which Edmundson's method looks for.
        seed: What the random order depends on.
    """

    paragraphs: tuple[tuple[Any, ...], ...]
    title: tuple[str, ...]
    seed: str

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Sentence]) -> SumyText:
        """The sentences of a document as sumy takes them; their words are found once, whatever the number of methods."""
        tokenizer = WordTokenizer()
        stemmed_sentence = _adapters("stemmed").StemmedSentence
        paragraphs = tuple(
            tuple(stemmed_sentence(document.text_of(sentence.span), tokenizer) for sentence in group)
            for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)
        )
        headings = dict.fromkeys(sentence.heading for sentence in sentences if sentence.heading)
        title = tuple(text for text in (document.source.title, *headings) if text)
        return cls(paragraphs, title, document.source.sha256 or document.source.text)

    @property
    def sentences(self) -> tuple[Any, ...]:
        """Sumy's sentences, in text order."""
        return tuple(chain.from_iterable(self.paragraphs))


def order_by(method: str, text: SumyText) -> tuple[int, ...]:
    """The indices of all sentences, best first.

    Raises:
        KeyError: The method is none of `SUMY_METHODS`.
    """
    return orders_by((method,), text)[method]


def orders_by(methods: Iterable[str], text: SumyText) -> dict[str, tuple[int, ...]]:
    """The order by each method: the indices of all sentences, best first. What methods share is found once for all of them.

    Raises:
        KeyError: A method is none of `SUMY_METHODS`.
    """
    orders = {}
    in_parts: dict[str, list[tuple[int, int]]] = {}
    for method in methods:
        if parts_of(method, text) > 1:
            in_parts[method] = []
        else:
            orders[method] = _order(method, text.paragraphs, text)
    # Part by part, so that the methods share a part's words.
    for first, last in pairwise(_edges(text)) if in_parts else ():
        sentences = [(sentence,) for sentence in text.sentences[first:last]]
        for method, places in in_parts.items():
            places += [(place, first + index) for place, index in enumerate(_order(method, sentences, text))]
    orders.update((method, tuple(index for _, index in sorted(places))) for method, places in in_parts.items())
    return orders


def parts_of(method: str, text: SumyText) -> int:
    """In how many parts a method ranks a text, each for itself; 1 where it ranks it as a whole."""
    return -(-len(text.sentences) // LARGEST_PART) if method in _COMPARE_ALL and text.sentences else 1


def _edges(text: SumyText) -> list[int]:
    """Where each part begins, and where the last ends: at the end of the paragraph that is nearest to equal lengths, if one is near."""
    total = len(text.sentences)
    parts = -(-total // LARGEST_PART)
    starts = list(accumulate(map(len, text.paragraphs), initial=0))
    edges = []
    for number in range(parts + 1):
        edge = total * number // parts
        after = bisect_left(starts, edge)
        nearest = min(starts[max(0, after - 1) : after + 1], key=lambda start: (abs(start - edge), start))
        edges.append(nearest if abs(nearest - edge) * parts <= _NEAR_EDGE * total else edge)
    return edges


def _order(method: str, paragraphs: Iterable[Sequence[Any]], text: SumyText) -> tuple[int, ...]:
    dom = _dom()
    # Headings stand in the first paragraph: a paragraph of their own would take its place, which Edmundson's method rewards.
    headings = _headings(text) if method == "edmundson" else ()
    model = dom.ObjectDocumentModel(
        dom.Paragraph((*headings, *sentences) if number == 0 else sentences)
        for number, sentences in enumerate(paragraphs)
    )
    ratings: dict[int, float] = {}

    def keep(infos: Sequence[Any]) -> Sequence[Any]:
        """Takes every rating on its way out; the argument is sumy's `count`."""
        ratings.update((info.order, float(info.rating)) for info in infos)
        return infos

    _summarizer(method, text)(model, keep)
    # Where no word counts, sumy rates nothing: text order.
    return tuple(
        sorted(range(len(model.sentences)), key=lambda index: (-round(ratings.get(index, 0.0), _RATING_DIGITS), index))
    )


@cache
def _dom() -> ModuleType:
    """Sumy's model of a document."""
    return import_beside("sumy.models.dom", _NOT_NEEDED)


@cache
def _adapters(name: str) -> ModuleType:
    """One of our modules that import sumy and numpy."""
    import_beside("sumy.summarizers", _NOT_NEEDED)
    import_beside("sumy.models.dom", _NOT_NEEDED)
    return import_module(f"briefing.selection.{name}")


def _summarizer(method: str, text: SumyText) -> Any:
    adapters, graphs = _adapters("adapters"), _adapters("graphs")
    if method == "random":
        return adapters.Random(text.seed)
    if method == "edmundson":
        return _edmundson(adapters.Edmundson(stem), text)
    classes: dict[str, Any] = {
        "lexrank": graphs.LexRank,
        "textrank": graphs.TextRank,
        "lsa": adapters.Lsa,
        "luhn": adapters.Luhn,
        "kl": adapters.Kl,
        "sumbasic": adapters.SumBasic,
        "reduction": graphs.Reduction,
    }
    return classes[method](stem)


def _headings(text: SumyText) -> tuple[Any, ...]:
    tokenizer = WordTokenizer()
    return tuple(_dom().Sentence(title, tokenizer, is_heading=True) for title in text.title)


def _edmundson(summarizer: Any, text: SumyText) -> Any:
    """The summarizer with its words: bonus words are our cue words and those of the title and the headings."""
    lexicon = load_lexicon("selection")
    ignored = stop_words()
    named = [word for title in text.title for word in find_words(title) if word.lower() not in ignored]
    summarizer.bonus_words = (*lexicon.ordered("bonus_words"), *named)
    summarizer.stigma_words = lexicon.ordered("stigma_words")
    summarizer.null_words = sorted(ignored)
    return summarizer
