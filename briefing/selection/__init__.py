"""Document (and Analysis, when there is one) -> Ranking: which sentences say most. sumy lives here, behind `summarizers`.

Importing this package loads neither sumy nor numpy nor NLTK.
"""

from __future__ import annotations

from briefing.selection.choice import METHODS, select_sentences

__all__ = ["METHODS", "select_sentences"]
