"""Which questions that a text asks are open: the sentences around one in, how surely it is open out.

Most questions in a text are asked for effect, answered as they come, or head what explains them. Taken at their word are those that the text
says nobody answers, those that open or end it, and those about what somebody named did or will do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from briefing.analysis.parse import Parsed, ParsedSentence

__all__ = ["asked_strength", "is_answered", "says_open"]

SAID_OPEN, AT_EDGE, OF_ACTORS = 0.95, 0.9, 0.75
"""The strength of a question that is said to be open, that opens or ends a text, that asks what somebody named did or will do."""
UNANSWERED = 0.7
"""The strength of a question in quotation marks that nobody answers."""
LEAD, END = 0.2, 0.85
"""Before and behind these parts of a text stand what it is about and what it leaves."""
MOST_ASKED = 4
"""Questions of its own that a text asks: one with more is an interview or explains as it goes."""
SHORT_ANSWER = 12
"""Words of an answer without a verb: "A bridge, by the look of it."."""
SHORT_REPLY = 4
"""Words of a reply that repeats the auxiliary: "It did."."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
AUXILIARIES = frozenset({"did", "does", "do", "has", "have", "had", "is", "are", "was", "were", "will", "can", "could"})
MARKS = "\"'“”‘’()- "


def asked_strength(
    place: int, sentences: Sequence[ParsedSentence], parsed: Parsed, *, asked: int, quoted: bool, on_topic: bool
) -> float:
    """0 to 1: how surely a sentence that asks leaves its question open.

    Args:
        place: Its index among the sentences.
        sentences: The prose of the document.
        parsed: The document.
        asked: How many questions the document asks outside quotation marks.
        quoted: True iff the question is somebody's own words.
        on_topic: True iff it shares words with the headline or the opening.
    """
    sentence = sentences[place]
    before = sentences[place - 1] if place else None
    following = sentences[place + 1] if place + 1 < len(sentences) else None
    text = _words(sentence, parsed)
    if quoted:
        return UNANSWERED if following is not None and says_open(following.tokens) else 0.0
    if _is_introduced(text, before) or (following is not None and says_open(following.tokens)):
        return SAID_OPEN
    if _is_for_effect(text, sentence.tokens) or asked > MOST_ASKED:
        return 0.0
    if following is not None and (
        is_answered(sentence.tokens, following, parsed) or _heads(sentence, before, following)
    ):
        return 0.0
    share = place / max(1, len(sentences) - 1)
    if share < LEAD or share > END:
        return AT_EDGE
    return OF_ACTORS if _asks_of_somebody(sentence.tokens, on_topic=on_topic) else 0.0


def is_answered(tokens: TokenSpan, following: ParsedSentence, parsed: Parsed) -> bool:
    """True iff the sentence behind a question answers it: "Yes", "Because ...", "It did.", a phrase, or the same said of the same."""
    text = _words(following, parsed).lstrip(MARKS)
    words = [token for token in following.tokens if token.is_alpha or token.lower_ in {"n't", "n’t"}]
    lexicon = load_lexicon("questions")
    if not words or following.tokens.text.rstrip(MARKS).endswith("?"):
        return False
    if words[0].lower_ in lexicon.words("answering"):
        return True
    if not any(word.tag_ in FINITE for word in words) and len(words) <= SHORT_ANSWER:
        return True
    if len(words) <= SHORT_REPLY and words[-1].lower_ in AUXILIARIES:
        return True
    if re.match(r"(?:the )?(?:short )?answer(?:s)? (?:is|are|was|lies|may|can)\b", text, re.IGNORECASE):
        return True
    if re.match(r"(?:[A-Z][\w.’'-]*\s?){1,3}:\s", text):
        return True
    asked, root = tokens.root, following.tokens.root
    return asked.lemma_ == root.lemma_ and asked.lemma_ != "be" and _subject(asked) == _subject(root) != ""


def _words(sentence: ParsedSentence, parsed: Parsed) -> str:
    return parsed.document.text_of(sentence.sentence.span).strip()


def _subject(verb: Token) -> str:
    return next((child.lemma_.lower() for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), "")


def says_open(tokens: TokenSpan) -> bool:
    """True iff a sentence says that nobody has the answer: "Nobody could say.", "There is no way to tell.", "It is hard to know."."""
    words = {token.lower_ for token in tokens}
    lemmas = {token.lemma_.lower() for token in tokens}
    told = bool(lemmas & {"answer", "explain", "know", "say", "tell"})
    silent = "nobody" in words or ("no" in words and bool(words & {"one", "way"}))
    hard = bool(words & {"hard", "impossible", "difficult", "unclear", "early"}) and "to" in words
    return (told and (silent or hard)) or bool(words & {"unanswered", "unclear"})


def _is_introduced(text: str, before: ParsedSentence | None) -> bool:
    """True iff words say that a question is still to be answered: "One question remains: Did it sail?"."""
    head, colon, _ = text.rpartition(":")
    said = head if colon else (before.tokens.text if before is not None else "")
    return bool(re.search(r"\bquestions?\b.{0,40}\b(?:remain\w*|linger\w*|unanswered|open)\b", said, re.IGNORECASE))


def _is_for_effect(text: str, tokens: TokenSpan) -> bool:
    """True iff a question is a link, somebody's in an interview, one that answers itself, or one that names nothing."""
    lexicon = load_lexicon("questions")
    if re.match(r"(?:[A-Z][\w.’'-]*\s?){1,3}:\s", text) or re.match(r"[(\[].*[)\]]$", text):
        return True
    words = [token for token in tokens if token.is_alpha or token.lower_ in {"n't", "n’t"}]
    while words and (words[0].dep_ == "cc" or words[0].lower_ in {"so", "then", "now", "well"}):
        words.pop(0)
    opening = " ".join(word.lower_ for word in words[:3])
    if any(opening == phrase or opening.startswith(f"{phrase} ") for phrase in lexicon.words("effect_openings")):
        return True
    # "Isn't the ferry late?" holds that it is.
    if len(words) > 1 and words[1].lower_ in {"n't", "n’t"}:
        return True
    named = [word for word in words if word.pos_ in ("NOUN", "PROPN")]
    return not named


def _heads(sentence: ParsedSentence, before: ParsedSentence | None, following: ParsedSentence) -> bool:
    """True iff a question is a paragraph by itself between others: it heads what explains it."""
    own = sentence.sentence.paragraph
    return before is not None and before.sentence.paragraph != own != following.sentence.paragraph


def _asks_of_somebody(tokens: TokenSpan, *, on_topic: bool) -> bool:
    """True iff a question asks whether something is so, of somebody named or of the matter itself: "Will the Oskel yard reopen?"."""
    words = [token for token in tokens if token.is_alpha]
    # A question may stand behind a colon, in a sentence that names its matter.
    colon = next((token.i for token in reversed(tokens) if token.text == ":"), -1)
    words = [word for word in words if word.i > colon]
    while words and words[0].dep_ == "cc":
        words.pop(0)
    if not words or words[0].lower_ not in AUXILIARIES | {"would"}:
        return False
    subject = next((word for word in words if word.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and (on_topic or any(word.pos_ == "PROPN" for word in subject.subtree))
