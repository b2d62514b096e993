"""The greedy choice of KL, computed from what a pick has changed. Imports numpy; `adapters.py` imports this."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from briefing.selection.likeness import Counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.selection.likeness import Indices, Numbers

__all__ = ["KlPicks"]

# Divergences that sumy computes as equal differ in the last bits with the order of additions; they are compared without those.
_DIGITS = 12


class KlPicks:
    """The state of KL's greedy choice: picks the sentence that, joined to those picked, is nearest to the document.

    With f the frequencies of the document's words, s and n how often a word stands in the summary and in the sentence, and T the
    number of words of both, the divergence is the sum over the words in either of f (log f - log(s + n) + log T).
    """

    def __init__(
        self,
        content: Sequence[Sequence[str]],
        as_written: Sequence[Sequence[str]],
        frequencies: dict[str, float],
    ) -> None:
        self.counts = Counts(content)
        self.as_written = as_written
        self.f: Numbers = np.array([frequencies.get(word, 0.0) for word in self.counts.numbers], dtype=np.float64)
        self.f_log_f: Numbers = self.f * np.log(np.where(self.f > 0, self.f, 1.0))
        # Words that no sentence holds as content (sumy keeps capitalised stop words in the document's frequencies).
        self.others = {w: f for w, f in frequencies.items() if w not in self.counts.numbers}
        self.other_counts: Counter[str] = Counter()
        self.summary: Numbers = np.zeros(len(self.f))
        self.summary_words = 0
        self.order, self.word_starts = self.counts.entries_of_words()
        self.left = np.ones(len(content), dtype=bool)
        self.gains: Numbers = np.zeros(len(self.counts.words))
        self.masses: Numbers = np.zeros(len(self.counts.words))
        self._renew(np.arange(len(self.counts.words), dtype=np.intp))

    def _renew(self, entries: Indices) -> None:
        """Computes again what the entries add to the divergence and to the mass of the words in the summary."""
        words = self.counts.words[entries]
        before, after = self.summary[words], self.summary[words] + self.counts.counts[entries]
        picked = before > 0
        known = self.f[words] * np.log(np.where(picked, before, 1.0)) - self.f[words] * np.log(after)
        self.gains[entries] = known + np.where(picked, 0.0, self.f_log_f[words])
        self.masses[entries] = np.where(picked, 0.0, self.f[words])

    def pick(self) -> int:
        """The index of the next sentence; ties go to the first in the text."""
        counts, size = self.counts, len(self.left)
        inside = self.summary > 0
        base = float(np.sum(self.f_log_f[inside]) - np.sum(self.f[inside] * np.log(self.summary[inside])))
        mass = float(np.sum(self.f[inside]))
        for word, count in self.other_counts.items():
            base += self.others[word] * (math.log(self.others[word]) - math.log(count))
            mass += self.others[word]
        totals = np.maximum(counts.lengths + self.summary_words, 1.0)
        divergence = base + np.bincount(counts.sentences, self.gains, minlength=size)
        divergence += np.log(totals) * (mass + np.bincount(counts.sentences, self.masses, minlength=size))
        best = int(np.argmin(np.where(self.left, np.round(divergence, _DIGITS), np.inf)))
        self.left[best] = False
        self._add(self.as_written[best])
        return best

    def _add(self, words: Sequence[str]) -> None:
        self.summary_words += len(words)
        changed = []
        for word, count in Counter(words).items():
            number = self.counts.numbers.get(word)
            if number is not None:
                self.summary[number] += count
                changed.append(self.order[self.word_starts[number] : self.word_starts[number + 1]])
            elif word in self.others:
                self.other_counts[word] += count
        if changed:
            self._renew(np.concatenate(changed))
