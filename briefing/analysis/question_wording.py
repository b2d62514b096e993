"""Our wording of an open question, by rule from the parse: a clause's head in, one English question or "" out.

A question is offered only where its grammar is sure: a subject that names somebody, a verb whose form is known, no pronoun
without a name, at most `MOST_WORDS` words. Ballast is cut: relative clauses, appositions, what follows a second comma.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.analysis.parse import start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from briefing.analysis.actor_index import ActorIndex

__all__ = ["word_decision", "word_denial", "word_embedded", "word_noun", "word_possibility", "words_of"]

MOST_WORDS = 20
FEWEST_WORDS = 3
MOST_BARE = 2
"""Words that the name of an unknown thing must have: "the price" asks something, "details" does not."""
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
BALLAST = frozenset({"relcl", "appos", "advcl", "parataxis", "acl", "cc", "conj", "punct", "npadvmod", "dep", "intj", "discourse"})
PLAIN_SUBJECT_CUT = frozenset({"relcl", "appos", "advcl", "parataxis"})
CLAUSE_CUT = frozenset({"parataxis", "appos"})
FIRST_OR_SECOND = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves", "yourself"})
THIRD = frozenset({"he", "him", "she", "it", "they", "them", "this", "that", "these", "those", "himself", "herself", "itself", "themselves", "here", "there", "then"})
POSSESSIVE = frozenset({"his", "her", "hers", "its", "their", "theirs"})
WH = frozenset({"why", "how", "when", "where", "what", "who", "whom", "whose", "which"})
DENIED_STATES = {"involvement": ("involved", "in"), "responsibility": ("responsible", "for")}
"""Nouns of what is denied, with the adjective and the preposition that ask after it."""
BACKSHIFT = {"would": "will", "'d": "will", "’d": "will", "might": "will", "may": "will", "'ll": "will", "’ll": "will", "'s": "is", "’s": "is", "'re": "are", "’re": "are", "ca": "can", "wo": "will"}
"""What a modal of reported speech was before it was reported, and contractions in full."""


def words_of(tokens: Iterable[Token]) -> str:
    """The words of tokens in their order, with the source's spaces between neighbours and one space elsewhere."""
    out = ""
    last: Token | None = None
    for token in tokens:
        if last is not None and (token.i != last.i + 1 or last.whitespace_):
            out += " "
        out += token.text
        last = token
    return re.sub(r"\s+([,;:.?!%)])", r"\1", " ".join(out.split()))


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "expl"), None) or next(
        (child for child in verb.children if child.dep_ == "expl"), None
    )


def _name(token: Token, actors: ActorIndex) -> str:
    """The name of the actor that a pronoun means, "" where it is not known."""
    found = actors.at(start_of(token))
    if found is None:
        return ""
    name = found[1].name
    return "" if name.lower() in THIRD else name


def _subject_words(subject: Token, actors: ActorIndex) -> str:
    """The words of a subject that can stand alone, "" where it is a pronoun without a name."""
    lower = subject.lower_
    if lower == "there":
        return "there"
    if subject.pos_ == "PRON" or lower in THIRD or lower in FIRST_OR_SECOND:
        if lower in FIRST_OR_SECOND or lower in WH:
            return ""
        return _name(subject, actors) if lower not in {"some", "many", "others", "several", "most"} else words_of([subject])
    tokens = [word for word in subject.subtree if word.i == subject.i or word.lower_ not in {"whether", "if", "or", "not", "that"} or word.dep_ in ("cc", "det")]
    tokens = _trimmed(_without_or_not(tokens), subject, PLAIN_SUBJECT_CUT)
    while len(tokens) > 1 and tokens[0].dep_ == "cc" and tokens[0].lower_ not in {"both", "either"}:
        tokens.pop(0)
    return _cleared(tokens, actors, own=True)


def _trimmed(tokens: Sequence[Token], head: Token, cut: frozenset[str]) -> list[Token]:
    """The tokens without the subtrees of relations that are ballast, ended before a comma that opens one."""
    gone: set[int] = set()
    for token in tokens:
        if token.i != head.i and token.dep_ in cut and token.i not in gone and not _is_needed(token):
            branch = [word.i for word in token.subtree]
            gone.update(branch)
            climbed = token.head
            restrictive = branch and token.doc[max(0, branch[0] - 1)].text != ","
            if token.dep_ == "relcl" and restrictive and climbed.dep_ == "pobj" and climbed.i != head.i and climbed.head.dep_ == "prep" and climbed.head.head.i != climbed.head.i:
                gone.update(word.i for word in climbed.head.subtree)
    kept = [token for token in tokens if token.i not in gone and not token.is_space]
    while kept and (kept[-1].is_punct or kept[-1].dep_ in ("cc", "mark")) and kept[-1].text not in {")", "%", '"', "”"}:
        kept.pop()
    while kept and kept[0].is_punct and kept[0].text not in {"(", '"', "“", "$"}:
        kept.pop(0)
    return kept


def _is_needed(clause: Token) -> bool:
    """True iff a relative clause carries what its noun leaves empty: "anything to do with it"."""
    return clause.dep_ in ("relcl", "acl") and (clause.head.lower_ in {"anything", "something", "nothing", "everything", "anyone", "someone"} or any(child.tag_ == "TO" for child in clause.children))


def _cleared(tokens: Sequence[Token], actors: ActorIndex, *, own: bool = False) -> str:
    """The words of tokens with pronouns replaced by names; "" where one has no name.

    Args:
        own: True where a possessive has nothing before it to point to, so that it needs a name as well.
    """
    out = ""
    last: Token | None = None
    for token in tokens:
        lower = token.lower_
        word = token.text
        if lower in FIRST_OR_SECOND:
            return ""
        if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$"):
            if lower in POSSESSIVE and own:
                name = _name(token, actors)
                if not name:
                    return ""
                word = f"{name}'" if name.endswith("s") else f"{name}'s"
            elif lower in {"he", "him", "she", "it", "they", "them"}:
                word = _name(token, actors)
                if not word:
                    return ""
            elif lower in {"this", "that", "these", "those"} and token.dep_ not in ("det", "mark"):
                return ""
        if token.text in {'"', "“", "”", "``", "''"}:
            continue
        if last is not None and (token.i != last.i + 1 or last.whitespace_):
            out += " "
        if not out and token.i == token.sent.start and _is_common(token, actors):
            word = word[0].lower() + word[1:]
        out += word
        last = token
    return re.sub(r"\s+([,;:.?!%)])", r"\1", " ".join(out.split()))


def _is_common(token: Token, actors: ActorIndex) -> bool:
    """True iff the first word of a sentence has its capital from there alone."""
    if not (token.text[1:].islower() or len(token) == 1) or actors.at(start_of(token)) is not None:
        return False
    if token.pos_ != "PROPN":
        return True
    return not token.ent_type_ and token.dep_ == "compound" and token.head.pos_ == "NOUN" and token.head.is_lower


def _finish(words: str) -> str:
    """The question with a capital and a mark, "" where its length or its shape is wrong."""
    words = re.sub(r"\s+", " ", words).strip(" ,;:–—-.?!")
    count = len(words.split())
    if not FEWEST_WORDS <= count <= MOST_WORDS or words.count("(") != words.count(")") or re.search(r"[\[\]{}<>|]|\.\.\.|…", words):
        return ""
    return words[0].upper() + words[1:] + "?"


def _is_plural(subject: Token) -> bool:
    return subject.tag_ in ("NNS", "NNPS") or subject.lower_ in {"they", "we", "these", "those", "many", "some", "both"} or any(child.dep_ == "conj" for child in subject.children)


def _predicate(verb: Token, subject: Token | None) -> tuple[list[Token], list[Token]]:
    """The auxiliaries of a clause's verb and the words of its predicate, the verb first, ballast cut."""
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    taken = {child.i for child in helpers}
    if subject is not None:
        taken.update(word.i for word in subject.subtree)
    dropped: set[int] = set()
    for child in verb.children:
        if child.dep_ in ("mark", "parataxis", "expl") or (child.i < verb.i and child.dep_ in ("advcl", "prep", "cc", "punct", "npadvmod", "ccomp", "preconj")):
            dropped.update(word.i for word in child.subtree)
        if child.i > verb.i and child.dep_ in ("advcl", "conj", "cc", "parataxis"):
            dropped.update(word.i for word in child.subtree)
            if child.dep_ == "conj":
                dropped.update(word.i for word in verb.children if word.dep_ in ("cc",))
        if child.i < verb.i and child.dep_ == "advmod" and child.lower_ in {*WH, "however", "also", "instead", "meanwhile", "now", "then", "thus", "probably", "possibly", "likely", "perhaps"}:
            dropped.update(word.i for word in child.subtree)
        if child.dep_ in SUBJECTS and (subject is None or child.i != subject.i):
            dropped.update(word.i for word in child.subtree)
    shared = _shared_end(verb)
    dropped.difference_update(shared)
    begin = min((word.i for word in subject.subtree), default=0) if subject is not None else 0
    tokens = [word for word in verb.subtree if word.i >= begin and word.i not in taken and word.i not in dropped]
    tokens = _without_or_not(tokens)
    tokens = _trimmed(tokens, verb, frozenset({"relcl", "appos", "parataxis"}))
    commas = [index for index, word in enumerate(tokens) if word.text in {",", ";", "–", "—", "--", ":"} and word.i > verb.i]
    for index in commas:
        rest = tokens[index + 1 :]
        if not any(word.dep_ == "conj" for word in rest):
            tokens = tokens[:index]
            break
    return helpers, tokens


def _shared_end(verb: Token) -> set[int]:
    """The words that a verb shares with an "if not" clause behind it ("delay if not stop the sale"), or with a short second verb."""
    kept: set[int] = set()
    own = any(child.dep_ in ("dobj", "attr", "acomp", "ccomp", "xcomp") for child in verb.children)
    for child in verb.rights:
        if child.dep_ == "advcl" and child.pos_ == "VERB" and {word.lower_ for word in child.lefts} == {"if", "not"}:
            for word in child.rights:
                if word.dep_ == "prep" or (word.dep_ == "dobj" and not own):
                    kept.update(inner.i for inner in word.subtree)
        elif child.dep_ == "conj" and child.tag_ == verb.tag_ and child.left_edge.i == child.i == child.right_edge.i and child.nbor(-1).dep_ == "cc":
            kept.update((child.i - 1, child.i))
    return kept


def _without_or_not(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the "or not" of "whether or not"."""
    gone = {index for word in tokens if word.lower_ == "or" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "not" for index in (word.i, word.i + 1)}
    return [word for word in tokens if word.i not in gone and word.lower_ != "whether"]


def _inverted(verb: Token, actors: ActorIndex, *, lead: str = "", backshift: bool = True) -> str:
    """A clause as a question: the finite verb before the subject; `lead` is a question word put in front."""
    subject = _subject(verb)
    if subject is None:
        return ""
    expletive = subject.dep_ == "expl" and subject.lower_ == "there"
    who = "there" if expletive else _subject_words(subject, actors)
    if not who:
        return ""
    helpers, tokens = _predicate(verb, subject)
    negative = [word for word in tokens if word.dep_ == "neg"]
    tokens = [word for word in tokens if word.dep_ != "neg"]
    not_ = " not" if negative and all(word.lower_ in {"not", "n't", "n’t"} for word in negative) else ""
    if negative and not not_:
        return ""
    plural = _is_plural(subject)
    if helpers:
        front, helpers_rest, tokens_text = _with_helper(helpers, verb, tokens, actors, plural=plural, backshift=backshift)
    elif verb.lemma_ == "be" and verb.lower_ in {"is", "are", "was", "were", "'s", "’s", "'re", "’re"}:
        front = BACKSHIFT.get(verb.lower_, verb.lower_)
        helpers_rest, tokens_text = "", _cleared([word for word in tokens if word.i != verb.i], actors)
    else:
        do = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_, "")
        if not do:
            return ""
        front, helpers_rest, tokens_text = do, "", _with_form(verb, verb.lemma_, tokens, actors)
    if not front or not tokens_text:
        return ""
    return _finish(f"{lead} {front} {who}{not_} {helpers_rest} {tokens_text}")


def _with_form(verb: Token, form: str, tokens: Sequence[Token], actors: ActorIndex) -> str:
    """The words of a predicate with its verb in another form."""
    before = _cleared([word for word in tokens if word.i < verb.i], actors)
    rest = [word for word in tokens if word.i > verb.i]
    after = _cleared(rest, actors)
    if (rest and not after and any(not word.is_punct for word in rest)) or (not before and any(word.i < verb.i and not word.is_punct for word in tokens)):
        return ""
    return f"{before} {form} {after}".strip()


def _with_helper(
    helpers: Sequence[Token], verb: Token, tokens: Sequence[Token], actors: ActorIndex, *, plural: bool, backshift: bool
) -> tuple[str, str, str]:
    """The fronted auxiliary, the other auxiliaries, and the words of the predicate."""
    first, others = helpers[0], [word for word in helpers[1:] if word.lower_ != "to"]
    if first.lower_ == "to":
        return "", "", ""
    lower = first.lower_
    forms = [word.lower_ for word in others]
    if backshift and lower in {"had", "'d", "’d"} and verb.tag_ in ("VBN", "VBD"):
        if forms[:1] == ["been"]:
            front = "were" if plural else "was"
            return front, " ".join(forms[1:]), _with_form(verb, verb.lower_, tokens, actors)
        return "did", "", _with_form(verb, verb.lemma_, tokens, actors)
    if backshift and lower in {"may", "might", "could"} and forms[:1] == ["have"]:
        if forms[1:2] == ["been"]:
            front = "were" if plural else "was"
            return front, " ".join(forms[2:]), _with_form(verb, verb.lower_, tokens, actors)
        return "did", "", _with_form(verb, verb.lemma_, tokens, actors)
    front = BACKSHIFT.get(lower, lower) if backshift else lower
    if lower in {"'s", "’s"} and verb.tag_ == "VBN" and first.dep_ == "aux":
        front = "has"
    if lower in {"'ve", "’ve"}:
        front = "have"
    return front, " ".join(forms), _with_form(verb, verb.text, tokens, actors)


def word_embedded(clause: Token, actors: ActorIndex) -> str:
    """The question of an embedded one: "whether the ferry will sail" -> "Will the ferry sail?"."""
    if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in clause.children) or _has_whether(clause):
        return _inverted(clause, actors)
    asking = _question_word(clause)
    if asking is None:
        return ""
    phrase = _question_phrase(asking, clause)
    lead = _cleared(phrase, actors)
    if not lead:
        return ""
    subject = _subject(clause)
    if subject is not None and (subject.i == asking.i or asking.i in {word.i for word in subject.subtree}):
        helpers, tokens = _predicate(clause, subject)
        text = _cleared([*helpers, *tokens], actors, own=True)
        words = text.split()
        if not words:
            return ""
        if helpers and helpers[0].lower_ in BACKSHIFT:
            words[0] = BACKSHIFT[helpers[0].lower_]
        return _finish(f"{lead} {' '.join(words)}")
    if subject is None:
        return ""
    gone = {word.i for word in phrase}
    if any(word.i in gone for word in subject.subtree):
        return ""
    question = _inverted(clause, actors)
    if not question:
        return ""
    shown = _strip_lead(question[:-1], lead)
    return _finish(f"{lead} {shown[0].lower() if not _is_name(shown) else shown[0]}{shown[1:]}")


def _is_name(words: str) -> bool:
    return words[:1].isupper() and words.split()[0] not in {"Will", "Can", "Has", "Have", "Did", "Does", "Do", "Is", "Are", "Was", "Were", "Should", "Would", "Could", "Must", "Had"}


def _strip_lead(question: str, lead: str) -> str:
    """The question without the question phrase where it is still in its place."""
    return re.sub(rf"\s{re.escape(lead)}(?=\s|$)", "", question, count=1) if lead else question


def _has_whether(clause: Token) -> bool:
    return any(child.lower_ == "whether" and child.i < clause.i for child in clause.children)


def _question_word(clause: Token) -> Token | None:
    """The question word that opens a clause, or None."""
    for word in clause.doc[clause.left_edge.i : clause.i + 1]:
        if word.lower_ in WH:
            return word
        if not word.is_punct and word.dep_ not in ("prep", "punct"):
            return None
    return None


def _question_phrase(word: Token, clause: Token) -> list[Token]:
    """The question word with the words it asks by: "how many islands", "which ferry"."""
    head = word
    while head.head.i != clause.i and head.dep_ in ("advmod", "det", "amod", "poss", "nummod", "pobj") and head.head.i > word.i and head.head.i != head.i:
        head = head.head
        if head.i == clause.i:
            return [word]
    if head.i == clause.i:
        return [word]
    tokens = [token for token in head.subtree if token.i >= word.i]
    return _trimmed(tokens, head, PLAIN_SUBJECT_CUT)


def word_possibility(verb: Token, actors: ActorIndex) -> str:
    """The question of a clause with a modal: "the crews may refuse the offer" -> "Will the crews refuse the offer?"."""
    return _inverted(verb, actors)


def word_denial(verb: Token, actors: ActorIndex) -> str:
    """The question of what is denied: "denied that X", "denied selling Y"."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "ccomp" and _subject(child) is not None:
            return _inverted(child, actors)
        if child.dep_ in ("xcomp", "pcomp", "ccomp") and child.tag_ == "VBG":
            subject = _subject(verb)
            who = _subject_words(subject, actors) if subject is not None else ""
            helpers, tokens = _predicate(child, None)
            if not who or child.lemma_ in {"be", "have"} or helpers:
                return ""
            rest = _with_form(child, child.lemma_, tokens, actors)
            return _finish(f"did {who} {rest}") if rest else ""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return _denied_thing(verb, thing, actors) if thing is not None else ""


def _denied_thing(verb: Token, thing: Token, actors: ActorIndex) -> str:
    """The question of a noun that is denied: "the claim that X", "involvement in X", "responsibility for X"."""
    clause = next((child for child in thing.children if child.dep_ in ("acl", "ccomp") and any(word.lower_ == "that" and word.dep_ == "mark" for word in child.children)), None)
    if clause is not None:
        return _inverted(clause, actors)
    subject = _subject(verb)
    shape = DENIED_STATES.get(thing.lemma_.lower())
    if shape is None or subject is None:
        return ""
    adjective, preposition = shape
    phrase = next((child for child in thing.children if child.dep_ == "prep" and child.lower_ == preposition), None)
    who = _subject_words(subject, actors)
    if phrase is None or not who:
        return ""
    words = _cleared(_trimmed(list(phrase.subtree), phrase, PLAIN_SUBJECT_CUT), actors)
    verb_form = "are" if _is_plural(subject) else "is"
    if adjective == "involved":
        verb_form = "were" if _is_plural(subject) else "was"
    return _finish(f"{verb_form} {who} {adjective} {words}") if words else ""


def word_decision(verb: Token, actors: ActorIndex) -> str:
    """The question that a decision will settle: "will decide whether to sail" -> "Will X sail?", "will vote on Y" -> "How will X vote on Y?"."""
    subject = _subject(verb)
    source = verb
    if subject is None and verb.dep_ == "xcomp":
        source = verb.head
        subject = _subject(source)
    if subject is None:
        return ""
    who = _subject_words(subject, actors)
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in ("ccomp", "xcomp", "advcl", "pcomp", "acl", "prep"):
            continue
        inner = next((word for word in child.children if word.dep_ == "pcomp"), child) if child.dep_ == "prep" else child
        if inner.pos_ not in ("VERB", "AUX"):
            continue
        infinitive = any(word.tag_ == "TO" for word in inner.children)
        if infinitive and _has_whether_mark(inner):
            _, tokens = _predicate(inner, None)
            rest = _with_form(inner, inner.lemma_, [word for word in tokens if word.lower_ not in {"whether", "to"}], actors)
            return _finish(f"will {who} {rest}") if who and rest else ""
        if not infinitive and (_has_whether_mark(inner) or _question_word(inner) is not None):
            return word_embedded(inner, actors)
    if verb.lemma_ in {"vote", "rule", "decide"}:
        phrase = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"on", "over"} and child.i > verb.i), None)
        thing = next((word for word in phrase.children if word.dep_ == "pobj"), None) if phrase is not None else None
        if thing is not None and phrase is not None and who and thing.ent_type_ not in ("DATE", "TIME"):
            words = _cleared(_trimmed(list(phrase.subtree), phrase, PLAIN_SUBJECT_CUT), actors)
            return _finish(f"how will {who} {verb.lemma_} {words}") if words else ""
    return ""


def _has_whether_mark(clause: Token) -> bool:
    return any(word.lower_ in {"whether", "if"} and word.i < clause.i for word in clause.children)


def word_noun(noun: Token, actors: ActorIndex) -> str:
    """The question of a thing said to be unknown: "the cause of the fire is unknown" -> "What is the cause of the fire?"."""
    words = _subject_words(noun, actors)
    if not words or any(child.lower_ in {"a", "an", "no"} for child in noun.children) or len(words.split()) < MOST_BARE:
        return ""
    verb = "are" if _is_plural(noun) else "is"
    return _finish(f"what {verb} {words}")
