"""Words that can stand in a question of ours: tokens in, text out, pronouns replaced by names, ballast cut.

Everything gives "" where the words could not stand alone: a pronoun without a name, an "I" or a "you", a row of words too long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of
from briefing.analysis.referents import THIRD, name_of, thing_of, who_says_so

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = [
    "PLAIN_SUBJECT_CUT",
    "SUBJECTS",
    "WH",
    "as_question",
    "cleared",
    "grammatical_subject",
    "is_plural",
    "subject_words",
    "trimmed",
    "without_or_not",
]

MOST_WORDS = 20
FEWEST_WORDS = 3
MOST_DATELINE = 6
"""Words of a dateline with its dash."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
PLAIN_SUBJECT_CUT = frozenset({"relcl", "appos", "advcl", "parataxis"})
FIRST_OR_SECOND = frozenset(
    {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves", "yourself"}
)
QUANTITIES = frozenset(
    {
        "some",
        "many",
        "others",
        "several",
        "most",
        "both",
        "each",
        "neither",
        "either",
        "none",
        "all",
        "few",
        "one",
        "two",
    }
)
"""Words that say how many of something just named; alone they name nothing."""
ANYBODY = frozenset(
    {"anybody", "anyone", "anything", "everybody", "everyone", "everything", "somebody", "someone", "something"}
)
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
VAGUE = frozenset(
    {
        "case",
        "claim",
        "fact",
        "figure",
        "idea",
        "issue",
        "kind",
        "matter",
        "number",
        "one",
        "people",
        "point",
        "question",
    }
    | {"situation", "sort", "statement", "thing", "time", "type", "way", "word"}
)
"""Nouns that say too little to stand for what was told before."""
STANDING_IN = frozenset({"here", "there", "then", "so"})
"""Adverbs that stand for a place, a time or a clause said before, where nothing follows that they belong to."""
POSSESSIVE = frozenset({"his", "her", "hers", "its", "their", "theirs"})
MARKS = frozenset({'"', "“", "”", "``", "''"})
WH = frozenset({"why", "how", "when", "where", "what", "who", "whom", "whose", "which"})


def grammatical_subject(verb: Token) -> Token | None:
    """The head of a verb's subject, a real one before an expletive; or None."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"), None) or next(
        (child for child in verb.children if child.dep_ == "expl"), None
    )


def subject_words(subject: Token, actors: ActorIndex) -> str:
    """The words of a subject that can stand alone, "" where it is a pronoun without a name."""
    lower = subject.lower_
    if lower == "there":
        return "there"
    if lower in QUANTITIES and not any(child.dep_ == "prep" and child.lower_ == "of" for child in subject.children):
        return ""
    if (subject.pos_ == "PRON" and lower not in QUANTITIES) or lower in THIRD or lower in FIRST_OR_SECOND:
        if lower in FIRST_OR_SECOND or lower in WH:
            return ""
        said = who_says_so(subject, actors)
        named = name_of(subject, actors) or (subject_words(said, actors) if said is not None else "")
        return named or (subject.text if lower in ANYBODY else _thing(subject, actors))
    tokens = [
        word
        for word in subject.subtree
        if word.i == subject.i
        or word.lower_ not in {"whether", "if", "or", "not", "that"}
        or word.dep_ in ("cc", "det")
    ]
    tokens = _behind_dateline(trimmed(without_or_not(tokens), subject, PLAIN_SUBJECT_CUT))
    while len(tokens) > 1 and tokens[0].dep_ == "cc" and tokens[0].lower_ not in {"both", "either"}:
        tokens.pop(0)
    return re.sub(r"^neither\b", "either", cleared(tokens, actors, own=True), flags=re.IGNORECASE)


def _behind_dateline(tokens: list[Token]) -> list[Token]:
    """The tokens without the place in capitals and the dash that open a report: "HOLM - The yard"."""
    for index, word in enumerate(tokens[:MOST_DATELINE]):
        if (
            word.text in {"-", "--", "–", "—"}
            and index
            and all(before.is_upper for before in tokens[:index] if before.is_alpha)
        ):
            return tokens[index + 1 :]
    return tokens


def _thing(pronoun: Token, actors: ActorIndex) -> str:
    """The noun that a pronoun means where it is no actor, with "the" for what came before it; "" where that is not sure."""
    noun = thing_of(pronoun, actors)
    if noun is None or noun.ent_type_ in ("DATE", "TIME", "PERSON", "CARDINAL", "MONEY", "PERCENT"):
        return ""
    before = [child for child in noun.lefts if child.dep_ in ("compound", "amod")]
    words = [word for child in before for word in child.subtree if not word.is_punct]
    if any(word.pos_ in ("PRON", "VERB", "NUM") for word in words) or noun.lemma_.lower() in VAGUE:
        return ""
    return " ".join(["the", *(word.text for word in words), noun.text])


def trimmed(tokens: Sequence[Token], head: Token, cut: frozenset[str]) -> list[Token]:
    """The tokens without the subtrees of relations that are ballast, ended before a comma that opens one."""
    gone: set[int] = set()
    for token in tokens:
        if token.i != head.i and token.dep_ in cut and token.i not in gone and not _is_needed(token):
            branch = [word.i for word in token.subtree]
            gone.update(branch)
            climbed = token.head
            restrictive = branch and token.doc[max(0, branch[0] - 1)].text != ","
            if (
                token.dep_ == "relcl"
                and restrictive
                and climbed.dep_ == "pobj"
                and climbed.i != head.i
                and climbed.head.dep_ == "prep"
                and climbed.head.head.i != climbed.head.i
            ):
                gone.update(word.i for word in climbed.head.subtree)
    kept = [token for token in tokens if token.i not in gone and not token.is_space]
    while kept and (kept[-1].is_punct or kept[-1].dep_ in ("cc", "mark")) and kept[-1].text not in {")", "%", '"', "”"}:
        kept.pop()
    while kept and kept[0].is_punct and kept[0].text not in {"(", '"', "“", "$"}:
        kept.pop(0)
    return kept


def _is_needed(clause: Token) -> bool:
    """True iff a relative clause carries what its noun leaves empty: "anything to do with it"."""
    return clause.dep_ in ("relcl", "acl") and (
        clause.head.lower_ in {"anything", "something", "nothing", "everything", "anyone", "someone"}
        or any(child.tag_ == "TO" for child in clause.children)
    )


def cleared(tokens: Sequence[Token], actors: ActorIndex, *, own: bool = False) -> str:
    """The words of tokens with pronouns replaced by names; "" where one has no name.

    Args:
        tokens: The words, in text order.
        actors: Who is meant where.
        own: True where a possessive has nothing before it to point to, so that it needs a name as well.
    """
    out = ""
    last: Token | None = None
    for token in tokens:
        if token.text in MARKS:
            continue
        word = _named(token, actors, own=own)
        if not word:
            return ""
        if last is not None and (token.i != last.i + 1 or last.whitespace_):
            out += " "
        if not out and _opens(token) and _is_common(token, actors):
            word = word[0].lower() + word[1:]
        out += word
        last = token
    return re.sub(r"\s+([,;:.?!%)])", r"\1", " ".join(out.split()))


def _named(token: Token, actors: ActorIndex, *, own: bool) -> str:
    """The word, or the name of whom it means; "" for a pronoun that needs a name and has none."""
    lower = token.lower_
    if lower in FIRST_OR_SECOND or _points_back(token):
        return ""
    if lower in DEMONSTRATIVES and token.dep_ == "det":
        if token.head.ent_type_ in ("DATE", "TIME") or token.head.lower_ == "time":
            return token.text
        # "This number" points at one named before; "this number of deaths" and "this search" say themselves which.
        told = any(child.i != token.i for child in token.head.children)
        return "the" if told or token.head.lemma_.lower() not in VAGUE else ""
    if token.pos_ != "PRON" and token.tag_ not in ("PRP", "PRP$"):
        return token.text
    if lower in POSSESSIVE and own:
        name = name_of(token, actors)
        return name and (f"{name}'" if name.endswith("s") else f"{name}'s")
    if lower in {"he", "him", "she", "it", "they", "them"}:
        return name_of(token, actors) or _thing(token, actors)
    return "" if lower in DEMONSTRATIVES and token.dep_ != "mark" else token.text


def _points_back(token: Token) -> bool:
    """True iff a word that is no pronoun stands for something said before: "order a new one", "take root there"."""
    lower = token.lower_
    if lower in {"one", "ones"}:
        return token.dep_ not in ("nummod", "quantmod", "compound", "npadvmod") and not any(
            child.dep_ in {"prep", "relcl"} for child in token.children
        )
    if lower not in STANDING_IN or token.dep_ not in ("advmod", "pcomp", "pobj", "dobj"):
        return False
    return token.head.pos_ in ("VERB", "AUX", "ADP") and not (lower == "there" and token.i < token.head.i)


def _opens(token: Token) -> bool:
    """True iff a word is the first of its sentence, marks left aside, or of what stands behind a dateline ("HOLM - The")."""
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    first = token.i - len(before) == token.sent.start
    return token.i == token.sent.start or (first and all(word.is_punct or word.is_upper for word in before))


def _is_common(token: Token, actors: ActorIndex) -> bool:
    """True iff the first word of a sentence has its capital from there alone."""
    if not (token.text[1:].islower() or len(token) == 1) or actors.at(start_of(token)) is not None:
        return False
    if token.pos_ != "PROPN":
        return True
    return not token.ent_type_ and token.dep_ == "compound" and token.head.pos_ == "NOUN" and token.head.is_lower


def as_question(words: str) -> str:
    """The question with a capital and a mark, "" where its length or its shape is wrong."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:–—-.?!")
    count = len(words.split())
    if (
        not FEWEST_WORDS <= count <= MOST_WORDS
        or words.count("(") != words.count(")")
        or re.search(r"\bthe (?:possibility|option|idea)$|\b(?:the|an?|and|or|of)$", words)
        or re.search(r"[\[\]{}<>|]|\.\.\.|…|\b(?:any|some)(?:thing|body|one)$|\b(?:Mrs?|Ms|Dr|St)$", words)
    ):
        return ""
    return words[0].upper() + words[1:] + "?"


def is_plural(subject: Token) -> bool:
    """True iff a subject takes a plural verb."""
    return (
        subject.tag_ in ("NNS", "NNPS")
        or subject.lower_ in {"they", "we", "these", "those", "many", "some", "both"}
        or any(child.dep_ == "conj" for child in subject.children)
    )


def without_or_not(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the "or not" of "whether or not"."""
    gone = {
        index
        for word in tokens
        if word.lower_ == "or" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "not"
        for index in (word.i, word.i + 1)
    }
    return [word for word in tokens if word.i not in gone and word.lower_ != "whether"]
