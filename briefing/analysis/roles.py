"""Finds the words that say who an actor is: title, apposition, "is a ...", relative clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.parse import span_between
from briefing.model.findings import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from briefing.analysis.mentions import Name, Words
    from briefing.analysis.merging import Cluster
    from briefing.analysis.vocabulary import Vocabulary
    from briefing.model.text import Span

__all__ = ["find_role"]

LONGEST = 20
"""Tokens in the longest role: what is longer is no label for a card."""

LONGEST_BODY = 9
"""Tokens in the longest body that somebody is said to be of."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DETERMINERS = frozenset({"a", "an", "the", "one", "another", "his", "her", "its", "their"})
PRONOUNS = frozenset({"its", "his", "her", "their", "our", "my"})
ANYBODY = frozenset({"man", "woman", "person", "boy", "girl", "people", "someone", "one", "company", "firm"})
AMBIGUOUS = frozenset({"major", "private", "general", "independent", "head", "native"})
"""Nouns that are oftener something else where they stand alone without a capital."""

OWNING = frozenset({"'s", "’s"})
ONCE = frozenset({"once", "formerly", "now", "then", "long", "previously"})
"""Adverbs that may begin an apposition."""

ENDS = frozenset({",", ";", ".", ":", "—", "–", "--", "(", ")", "?", "!", '"', "“", "”"})
RELATIVES = frozenset(
    {
        "who",
        "which",
        "that",
        "whose",
        "whom",
        "where",
        "when",
        "and",
        "but",
        "while",
        "as",
        "after",
        "because",
        "if",
        "saying",
    }
)
PRE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
LOOKED_AT = 12
"""Mentions in which a role is looked for: who somebody is stands where they come in."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that may be a role, and how good the pattern is."""

    first: int
    last: int
    rank: int


def find_role(cluster: Cluster, sentences: Sequence[Words], vocabulary: Vocabulary) -> Span | None:
    """The article's words that say who an actor is; None where it does not say."""
    if cluster.kind is ActorKind.COUNTRY:
        return None
    best: tuple[int, Span] | None = None
    for name in cluster.names[:LOOKED_AT]:
        if name.how in {"body", "coalition", "capital", "seat", "demonym"} or name.in_headline:
            continue
        tokens = sentences[name.sentence].parsed.tokens
        place = _Place(tokens, name, cluster.kind, vocabulary)
        for found in place.candidates():
            if found.last - found.first < LONGEST and (best is None or found.rank > best[0]):
                best = (found.rank, span_between(tokens.doc[found.first], tokens.doc[found.last]))
    return best[1] if best else None


class _Place:
    """One mention with its sentence."""

    def __init__(self, tokens: TokenSpan, name: Name, kind: ActorKind, vocabulary: Vocabulary) -> None:
        self.doc: Doc = tokens.doc
        self.start, self.end, self.name, self.kind = tokens.start, tokens.end, name, kind
        self.vocabulary = vocabulary
        self.nouns = vocabulary.roles if kind is ActorKind.PERSON else vocabulary.bodies

    def candidates(self) -> Iterator[_Found]:
        """Every role that stands at the mention."""
        for find in (self._after, self._before_comma, self._before, self._copula, self._of, self._who):
            if (found := find()) is not None and (told := self._telling(found)) is not None:
                yield told

    def _telling(self, found: _Found) -> _Found | None:
        """A role without the pronoun whose owner a card does not show; None where it tells nobody from another ("the man")."""
        first = found.first
        if self.doc[first].lower_ in PRONOUNS and first < found.last:
            first += 1
        words = [token.lower_ for token in self.doc[first : found.last + 1] if token.lower_ not in DETERMINERS]
        if not words or (len(words) == 1 and words[0] in AMBIGUOUS and self.doc[first].is_lower):
            return None
        second = next(
            (token for token in self.doc[first : found.last + 1] if token.lower_ == words[min(1, len(words) - 1)]), None
        )
        if words[0] in ANYBODY and (len(words) == 1 or (second is not None and second.tag_ == "VBG")):
            return None
        return _Found(first, found.last, found.rank)

    def _is_role(self, token: Token) -> bool:
        if self.kind is ActorKind.PERSON and token.pos_ in {"NOUN", "PROPN"}:
            return self.vocabulary.says_who(token.lower_, token.lemma_.lower())
        return token.lower_ in self.nouns or token.lemma_.lower() in self.nouns

    def _word(self, position: int) -> str:
        return self.doc[position].lower_ if self.start <= position < self.end else ""

    def _before(self) -> _Found | None:
        """Title or role directly before the name: "US Special Representative", "the Nordline spokesman"."""
        first = self.name.first
        while first > self.start and self.doc[first - 1].is_space:
            first -= 1
        last = first - 1
        if last < self.start:
            return None
        token = self.doc[last]
        word = token.lower_.rstrip(".")
        if word in self.vocabulary.courtesy:
            return None
        if word in {"designate", "elect"} and last - 2 >= self.start and self.doc[last - 1].text == "-":
            token = self.doc[last - 2]
        is_title = self.kind is ActorKind.PERSON and (
            word in self.vocabulary.title_heads or self.name.title is not None
        )
        if not (self._is_role(token) or is_title) or token.pos_ not in PRE_NOUN:
            return None
        position = last
        position = token.i
        while position - 1 >= self.start and self._may_precede(position - 1):
            position -= 1
        while position < last and self.doc[position].text in {"-", "'s", "’s", "and", "of"}:
            position += 1
        return _Found(position, last, 4 if last > position else 3)

    def _may_precede(self, position: int) -> bool:
        """True iff the token belongs to the noun phrase that ends in the title."""
        token = self.doc[position]
        if token.text in {"-", "'s", "’s"} or token.is_space:
            return True
        if token.lower_ in {"of", "for"} and position - 1 >= self.start:
            return self._is_role(self.doc[position - 1]) and self.doc[position - 1].pos_ in PRE_NOUN
        return (
            token.pos_ in PRE_NOUN
            and token.ent_type_ not in {"DATE", "TIME"}
            and not (token.ent_type_ == "PERSON" and not self._is_role(token))
        )

    def _beyond_brackets(self) -> int:
        """Where the sentence goes on after the name and its acronym in brackets."""
        position = self.name.last + 1
        if self._word(position) == "(":
            while position < self.end and self._word(position) != ")":
                position += 1
            position += 1
        return position

    def _phrase(self, first: int) -> int | None:
        """The last token of a role phrase that begins at `first`, None where no role noun heads it."""
        head_seen, position = False, first
        while position < self.end:
            token = self.doc[position]
            if token.text in ENDS or (
                token.lower_ in RELATIVES and not (token.lower_ == "and" and self._goes_on(position))
            ):
                break
            if token.tag_ in FINITE:
                break
            if not head_seen and token.pos_ == "ADP":
                return None
            if self._is_role(token) and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
                head_seen = True
            position += 1
        return position - 1 if head_seen and position > first else None

    def _goes_on(self, position: int) -> bool:
        """True iff "and" joins nouns of one phrase: no verb follows before the next mark."""
        following = position + 1
        if following >= self.end or self.doc[following].pos_ not in PRE_NOUN:
            return False
        for token in self.doc[following : min(self.end, following + LONGEST)]:
            if token.text in ENDS:
                return True
            if token.tag_ in FINITE or token.lower_ in DETERMINERS:
                return False
        return True

    def _after(self) -> _Found | None:
        """Apposition after the name: ", a spokesman for the union,"."""
        position = self._beyond_brackets()
        if self._word(position) == "," and position + 2 < self.end and self.doc[position + 1].like_num:
            position += 2
        position += 1
        if self._word(position - 1) != "," or position >= self.end:
            return None
        token = self.doc[position]
        if not (token.lower_ in DETERMINERS or token.lower_ in ONCE or token.pos_ in PRE_NOUN or self._is_role(token)):
            return None
        last = self._phrase(position)
        if last is None:
            return None
        following = self.doc[last + 1] if last + 1 < self.end else None
        if following is not None and (
            following.tag_ in FINITE or (following.lower_ == "and" and token.lower_ not in DETERMINERS)
        ):
            return None
        return _Found(position, last, 6 if token.lower_ in DETERMINERS else 5)

    def _before_comma(self) -> _Found | None:
        """The role before the name and a comma: "The line's chief executive, Ida Solberg,"."""
        comma = self.name.first - 1
        if self._word(comma) != ",":
            return None
        following = self._word(self.name.last + 1)
        if following not in ENDS and self.name.last + 1 < self.end and self.doc[self.name.last + 1].tag_ not in FINITE:
            return None
        position = comma - 1
        steps = 0
        while position >= self.start and steps < LONGEST:
            token = self.doc[position]
            if token.text in ENDS or token.tag_ in FINITE:
                return None
            if token.lower_ in DETERMINERS and self._phrase(position) == comma - 1:
                head = next(
                    (t for t in self.doc[position:comma] if t.pos_ in {"NOUN", "PROPN"} and self._is_role(t)), None
                )
                before = self.doc[position - 1] if position > self.start else None
                if head is not None and (
                    before is None or before.pos_ != "ADP" or before.lower_ in {"to", "by", "with", "from"}
                ):
                    return _Found(position, comma - 1, 5)
                return None
            if token.text in OWNING and (owned := self._owned(position, comma)) is not None:
                return owned
            position, steps = position - 1, steps + 1
        return None

    def _owned(self, owning: int, comma: int) -> _Found | None:
        """The role that begins with a name that owns it: "Norland's trade minister,"."""
        first = owning
        while first > self.start and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        before = self.doc[first - 1] if first > self.start else None
        if first == owning or (before is not None and (before.lower_ in DETERMINERS or before.text == "-")):
            return None
        is_role = any(self._is_role(token) and token.pos_ in PRE_NOUN for token in self.doc[owning + 1 : comma])
        return _Found(first, comma - 1, 5) if is_role and self._phrase(first) == comma - 1 else None

    def _root(self) -> Token:
        """The token of the name that the rest of the sentence hangs on."""
        for token in self.doc[self.name.first : self.name.last + 1]:
            if not self.name.first <= token.head.i <= self.name.last:
                return token
        return self.doc[self.name.last]

    def _copula(self) -> _Found | None:
        """What the name is said to be: "is a former minister"."""
        root = self._root()
        if root.dep_ != "nsubj" or root.head.lemma_ != "be":
            return None
        attribute = next((child for child in root.head.children if child.dep_ == "attr" and child.i > root.i), None)
        if (
            attribute is None
            or not self._is_role(attribute)
            or any(child.dep_ == "neg" for child in root.head.children)
        ):
            return None
        first = attribute.left_edge.i
        last = self._phrase(first)
        if last is None or last < attribute.i or self.doc[first].lower_ not in DETERMINERS:
            return None
        return _Found(first, last, 3)

    def _of(self) -> _Found | None:
        """Where somebody belongs: "of the Development Programme"."""
        position = self.name.last + 1
        if self._word(position) == ",":
            position += 1
        if self.kind is not ActorKind.PERSON or self._word(position) not in {"of", "from"} or position + 1 >= self.end:
            return None
        last = position
        while (
            last + 1 < self.end
            and (self.doc[last + 1].pos_ == "PROPN" or self._word(last + 1) in {"the", "of", "for", "'s"})
            and last - position < LONGEST_BODY
        ):
            last += 1
        while last > position and self.doc[last].pos_ != "PROPN":
            last -= 1
        return _Found(position, last, 2) if last > position else None

    def _who(self) -> _Found | None:
        """The relative clause after the name: "who leads the union", ", which runs the ferries"."""
        position = self._beyond_brackets()
        if self._word(position) == ",":
            position += 1
        if self.kind is ActorKind.PERSON:
            if self._word(position) != "who":
                return None
        elif (
            self.kind not in {ActorKind.ORGANISATION, ActorKind.GROUP}
            or self._word(position) != "which"
            or self._word(position - 1) != ","
            or position + 1 >= self.end
            or self.doc[position + 1].tag_ not in FINITE
            or self.doc[position + 1].lemma_.lower() in self.vocabulary.human
        ):
            return None
        last = position
        while last + 1 < self.end and self.doc[last + 1].text not in ENDS:
            last += 1
        is_cut = last + 1 < self.end and self.doc[last + 1].text in {'"', "“", "”", "("}
        return _Found(position, last, 1) if last - position > 1 and not is_cut else None
