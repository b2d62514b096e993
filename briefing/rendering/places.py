"""Where a citation stands, in a reader's terms: paragraph 3, sentence 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.brief import Brief, Line
    from briefing.model.text import Document, Sentence

__all__ = ["Places"]


class Places:
    """The sentences of a brief's sources by id, with the paragraph and the number within it.

    Args:
        documents: The sources.
        prefix: What labels begin with, so that those of several pages in one file differ.
    """

    def __init__(self, documents: tuple[Document, ...], *, prefix: str = "") -> None:
        self._sentences: dict[str, tuple[Document, Sentence, int]] = {}
        self._many = len(documents) > 1
        self._prefix = prefix
        for document in documents:
            paragraph = number = 0
            for sentence in document.sentences:
                number = number + 1 if sentence.paragraph == paragraph else 1
                paragraph = sentence.paragraph
                self._sentences[sentence.id] = (document, sentence, number)

    @classmethod
    def of(cls, brief: Brief, *, prefix: str = "") -> Places:
        """The places of a brief's sources."""
        return cls(brief.sources, prefix=prefix)

    def sentences_of(self, line: Line) -> tuple[str, ...]:
        """The ids of the sentences that a line cites, each once, in the order of its citations; unknown ids are left out."""
        return tuple(dict.fromkeys(cited.sentence for cited in line.citations if cited.sentence in self._sentences))

    def label(self, sentence_id: str) -> str:
        """The footnote label of a sentence: "3.2" is paragraph 3, sentence 2; "a2-3.2" where there are several sources."""
        document, sentence, number = self._sentences[sentence_id]
        origin = f"{document.source.id}-" if self._many else ""
        return f"{self._prefix}{origin}{sentence.paragraph}.{number}"

    def marks(self, line: Line) -> str:
        """The paragraphs that a line cites, in square brackets: "[¶3]", "[¶2, ¶3]"; "" for a line without citations."""
        marks = []
        for sentence_id in self.sentences_of(line):
            document, sentence, _ = self._sentences[sentence_id]
            origin = f"{document.source.id} " if self._many else ""
            marks.append(f"{origin}¶{sentence.paragraph}")
        return f"[{', '.join(dict.fromkeys(marks))}]" if marks else ""

    def describe(self, sentence_id: str) -> str:
        """The place in words: "¶3, sentence 2"."""
        document, sentence, number = self._sentences[sentence_id]
        origin = f"{document.source.id}, " if self._many else ""
        return f"{origin}¶{sentence.paragraph}, sentence {number}"

    def words(self, sentence_id: str) -> str:
        """The words of a sentence, as they stand in the source."""
        document, sentence, _ = self._sentences[sentence_id]
        return document.text_of(sentence.span)
