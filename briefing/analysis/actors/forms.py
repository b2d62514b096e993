"""The forms of names that one document uses, joined where they name one actor, each with the reason why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.analysis.actors.vocabulary import Vocabulary

__all__ = ["Form", "Forms", "Item", "both_listed", "names_nobody"]

Form = tuple[str, ...]
"""The words of a name, for comparison."""

Item = tuple[object, ...]
"""What names are joined by: a kind of form ("listed", "person", "body of", ...) and the form."""


class Forms:
    """Union-find over the items of a document."""

    def __init__(self) -> None:
        self.parent: dict[Item, Item] = {}
        self.why: dict[Item, str] = {}

    def find(self, item: Item) -> Item:
        """The representative of an item."""
        root = item
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[item] != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def join(self, short: Item, long: Item, why: str) -> None:
        """Makes two items one; `why` says what the shorter one is to the longer."""
        self.why.setdefault(short, why)
        self.parent[self.find(short)] = self.find(long)

    def join_only(self, item: Item, others: Iterable[Item], why: str) -> None:
        """Joins an item with the one actor that the others are, if they are one."""
        roots = {self.find(other): other for other in others if not both_listed(item, other)}
        roots.pop(self.find(item), None)
        if len(roots) == 1:
            self.join(item, next(iter(roots.values())), why)


def both_listed(one: Item, other: Item) -> bool:
    """True iff both are actors of the word lists, which are different ones however alike their names are."""
    return one[0] == other[0] == "listed"


def names_nobody(item: Item, key: Form, vocabulary: Vocabulary) -> bool:
    """True iff an item names nobody where it stands alone: a head word ("the Committee"), a coalition that is not told apart."""
    if item[:3] == ("coalition", "", "plain"):
        return True
    return item[0] in {"body of", "place"} and all(
        word.title() in vocabulary.heads or word in vocabulary.title_heads or word.title() in vocabulary.beginnings
        for word in key
    )
