"""A cheap guess at the tense in which a sentence speaks of a time, from cue words. Standard library only.

It is used where no parse tells the tense of the governing verb.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.timex.words import CLASSES, vocabulary

if TYPE_CHECKING:
    from briefing.analysis.timex.words import Tokens

__all__ = ["guess_tense"]

# How far to look, in tokens: a clause and a half to the left; less to the right, where news puts "..., officials said".
_LEFT = 24
_RIGHT = 12
# A verb after the expression governs it less often than one before it: its distance counts so many times.
_RIGHT_WEIGHT = 2.0
_MARKS_OF_CLAUSES = frozenset({",", ";", ":", "“", "”", '"', "—", "("})
# What a mark between the word and the expression adds to their distance.
_MARK_WEIGHT = 4.0
_SHORTEST_PAST = 4


@cache
def _cues() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Word -> tense; the words after which "to" looks ahead; words in -ed that are no past forms."""
    lexicon = vocabulary().lexicon
    cues = {word: tense for tense in ("past", "present", "future") for word in lexicon.ordered(f"tenses.{tense}")}
    return cues, lexicon.words("tenses.before_to"), lexicon.words("tenses.not_past")


def guess_tense(tokens: Tokens, first: int, last: int, sentence: tuple[int, int]) -> str:
    """The tense ("past", "present", "future" or "") of the cue word nearest to some tokens, in their sentence.

    Args:
        tokens: The tokens of the text.
        first: The first token of the expression.
        last: The token after its last.
        sentence: Where the sentence begins and ends in the text; cue words outside of it do not count.
    """
    best, best_distance = "", float("inf")
    distance = 0.0
    for place in range(first - 1, max(-1, first - 1 - _LEFT), -1):
        if tokens.starts[place] < sentence[0] or tokens.classes[place] == CLASSES["paragraph"]:
            break
        distance += _MARK_WEIGHT if tokens.words[place] in _MARKS_OF_CLAUSES else 1.0
        tense = _tense_of(tokens, place)
        if tense:
            best, best_distance = tense, distance
            break
    distance = 0.0
    for place in range(last, min(len(tokens.words), last + _RIGHT)):
        if tokens.ends[place] > sentence[1] or tokens.classes[place] == CLASSES["paragraph"]:
            break
        distance += _MARK_WEIGHT if tokens.words[place] in _MARKS_OF_CLAUSES else 1.0
        if distance * _RIGHT_WEIGHT >= best_distance:
            break
        tense = _tense_of(tokens, place)
        if tense:
            return tense
    return best


def _tense_of(tokens: Tokens, place: int) -> str:
    """The tense that one word is a cue of, or ""."""
    cues, before_to, not_past = _cues()
    word = tokens.words[place]
    if word == "to" and place:
        return "future" if tokens.words[place - 1] in before_to else ""
    if place and tokens.words[place - 1] == "be":
        # "will be paid": the verb before it says when
        return ""
    # "May" the month and "May" the person are no modal verbs
    tense = "" if tokens.classes[place] == CLASSES["months"] else cues.get(word, "")
    if not tense and len(word) > _SHORTEST_PAST and word.endswith("ed") and word not in not_past:
        # "is expected", "are scheduled": what they announce is decided by the "to" after them
        follows = tokens.words[place + 1] if place + 1 < len(tokens.words) else ""
        return "" if follows == "to" and word in before_to else "past"
    return tense
