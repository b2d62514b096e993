"""Quotations: what was said, by whom, in which way, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.quotes import find_quotes
from briefing.model.findings import Actor, ActorKind, Mention, Quote, QuoteKind, SourceKind
from tests.analysis.reading_of import parsed
from tests.build import span

if TYPE_CHECKING:
    from briefing.model.text import Document

pytestmark = pytest.mark.model


def quotes_of(text: str) -> tuple[Document, list[Quote]]:
    """The quotations of a text without actors."""
    read = parsed(text)
    return read.document, list(find_quotes(read, actors=ActorIndex(())))


def shown(text: str) -> list[tuple[str, list[str], str]]:
    """Kind, parts and speaker of each quotation, in words."""
    document, quotes = quotes_of(text)
    return [
        (
            quote.kind.value,
            [document.text_of(part) for part in quote.parts],
            document.text_of(quote.speaker) if quote.speaker else "",
        )
        for quote in quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sail at dawn,” said Ida Solberg.", ("direct", ["We will sail at dawn,"], "Ida Solberg")),
        (
            '"We will sail at dawn," she said. "The crew is ready."',
            ("direct", ["We will sail at dawn,", "The crew is ready."], "she"),
        ),
        ("Ida Solberg said: “We will sail at dawn.”", ("direct", ["We will sail at dawn."], "Ida Solberg")),
        ('"Will we sail?" Solberg asked.', ("direct", ["Will we sail?"], "Solberg")),
        (
            "The mayor said that the harbour would close in May.",
            ("indirect", ["that the harbour would close in May"], "The mayor"),
        ),
        (
            "The harbour will close in May, the mayor said.",
            ("indirect", ["The harbour will close in May"], "the mayor"),
        ),
        (
            "According to the ministry, the harbour will close.",
            ("indirect", ["the harbour will close"], "the ministry"),
        ),
        (
            "Solberg told reporters that the line had lost money.",
            ("indirect", ["that the line had lost money"], "Solberg"),
        ),
        ("The mayor accused the owners of neglect.", ("indirect", ["the owners of neglect"], "The mayor")),
        ("Nordline refused to pay the crews.", ("indirect", ["to pay the crews"], "Nordline")),
        (
            "Solberg said the offer was “an insult” to the crews.",
            ("mixed", ["the offer was “an insult” to the crews"], "Solberg"),
        ),
    ],
)
def test_a_quotation_has_its_kind_its_words_and_its_speaker(text: str, expected: tuple[str, list[str], str]) -> None:
    """Direct, mixed and indirect speech, before and after its attribution."""
    assert [expected] == shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Solberg said the plan was “badly wrong” and the owner was a “bully”.",
            [("mixed", ["the plan was “badly wrong” and the owner was a “bully”"], "Solberg")],
        ),
        (
            "Solberg's campaign called the report a “rush to judgment,” because the crews can wait.",
            [("mixed", ["the report a “rush to judgment,”"], "Solberg's campaign")],
        ),
        (
            "They walked down the quay and chanted “stop killing our fish” and “no boats, no bread.”",
            [("mixed", ["“stop killing our fish” and “no boats, no bread.”"], "They")],
        ),
        (
            '“I disagree," said Mick Bern, the captain. “The strike has no bearing on the crews.”',
            [("direct", ["I disagree,", "The strike has no bearing on the crews."], "Mick Bern")],
        ),
        (
            "“The quay is finished,” a voice-over in the film states.",
            [("direct", ["The quay is finished,"], "a voice-over in the film")],
        ),
        (
            "“The owners should pay the crews,” as the editorial put it.",
            [("direct", ["The owners should pay the crews,"], "the editorial")],
        ),
        (
            "The plan is sound – Ada Holm: “Two weeks ago the strongest port was in the south.”",
            [("direct", ["Two weeks ago the strongest port was in the south."], "Ada Holm")],
        ),
        (
            "From the report: “Ships with more crew produced better results.”",
            [("direct", ["Ships with more crew produced better results."], "the report")],
        ),
        (
            "Rain fell.\n\n“The crews tried everything they could.” — Ada Holm\n\nIt was cold.",
            [("direct", ["The crews tried everything they could."], "Ada Holm")],
        ),
        (
            "The mayor said:\n\n“We lost the harbour and we will build it again.”",
            [("direct", ["We lost the harbour and we will build it again."], "The mayor")],
        ),
        (
            "The plan has failed, Lund said. “We tried everything and we lost the harbour.”",
            [
                ("indirect", ["The plan has failed"], "Lund"),
                ("direct", ["We tried everything and we lost the harbour."], "Lund"),
            ],
        ),
        (
            "“He would be a great mayor,” Rep. Ada Holm (N-Oslo) said in May.",
            [("direct", ["He would be a great mayor,"], "Rep. Ada Holm")],
        ),
    ],
)
def test_the_words_around_a_passage_say_who_speaks_it(text: str, expected: list[tuple[str, list[str], str]]) -> None:
    """A second passage, a colon, a signature, a sentence or a paragraph before, a verb of any kind behind a comma."""
    assert expected == shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Holm said the mayor believes that the harbour will close.",
            [("indirect", ["the mayor believes that the harbour will close"], "Holm")],
        ),
        (
            "Holm said she believes “the harbour will close before the winter.”",
            [("mixed", ["she believes “the harbour will close before the winter.”"], "Holm")],
        ),
        (
            "Solberg won her second term easily, saying the crews had been right.",
            [("indirect", ["the crews had been right"], "Solberg")],
        ),
        (
            "Solberg released a statement saying the crews had been right.",
            [("indirect", ["the crews had been right"], "Solberg")],
        ),
        (
            "The mayor said the quay was safe, while the crews left the harbour.",
            [("indirect", ["the quay was safe"], "The mayor")],
        ),
        ("Solberg defended the strike.", [("indirect", ["the strike"], "Solberg")]),
        ("The mayor talked about the price of fish.", [("indirect", ["the price of fish"], "The mayor")]),
    ],
)
def test_one_statement_has_one_voice(text: str, expected: list[tuple[str, list[str], str]]) -> None:
    """Speech within reported speech is told by the outer speaker; a participle's speaker is the sentence's subject."""
    assert expected == shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The crews described the mayor as a “bully” and a “thief” in public.",
            [("mixed", ["the mayor as a “bully” and a “thief” in public"], "The crews")],
        ),
        (
            "The crew, it seems, called the inspectors’ report “a joke” and “an insult” in May.",
            [("mixed", ["the inspectors’ report “a joke” and “an insult”"], "The crew")],
        ),
        (
            "A Courier article hailed Holm as “The Harbour Queen” for her work.",
            [("mixed", ["Holm as “The Harbour Queen”"], "A Courier article")],
        ),
        (
            "Holm laughed at the plan in front of the crews. “No port was ever saved by a committee of lawyers.”",
            [("direct", ["No port was ever saved by a committee of lawyers."], "Holm")],
        ),
        (
            "According to veteran harbour pilot Nils Lund, the plan reeks of “fear” and haste.",
            [("mixed", ["the plan reeks of “fear” and haste"], "veteran harbour pilot Nils Lund")],
        ),
        (
            "The owners cheated the crews for years, according to show insiders.",
            [("indirect", ["The owners cheated the crews for years"], "insiders")],
        ),
        (
            "After saying the quay was “so slick that nobody could stand,” she was carried to the hospital.",
            [("mixed", ["the quay was “so slick that nobody could stand,”"], "she")],
        ),
        (
            "The captain said Holm will have to choose which port she is for, saying, “At some point she has to come out.”",
            [
                ("indirect", ["Holm will have to choose which port she is for"], "The captain"),
                ("direct", ["At some point she has to come out."], "The captain"),
            ],
        ),
        (
            "The mayor said Friday that she thinks the film should be released but said “the question is the timing.”",
            [
                ("indirect", ["that she thinks the film should be released"], "The mayor"),
                ("direct", ["the question is the timing."], "The mayor"),
            ],
        ),
        (
            "Holm told the Courier in a written statement, “I really do not want the job.”",
            [("direct", ["I really do not want the job."], "Holm")],
        ),
        (
            "The strike ended three days after Holm told The Harbour Post she was “not quite there yet” on the offer.",
            [("mixed", ["she was “not quite there yet” on the offer"], "Holm")],
        ),
        (
            "A new poll shows the mayor ahead of Lund by nine points.",
            [("indirect", ["the mayor ahead of Lund by nine points"], "A new poll")],
        ),
        (
            "These and other papers, the lawyers said, “all lead to the same end” that Holm meets the rule.",
            [
                (
                    "mixed",
                    ["These and other papers", "“all lead to the same end” that Holm meets the rule"],
                    "the lawyers",
                )
            ],
        ),
        (
            "Lund said because the mayor is loved by the crews, “she is a very good friend to have.”",
            [("mixed", ["because the mayor is loved by the crews, “she is a very good friend to have.”"], "Lund")],
        ),
        (
            (
                "Nils Holm's warning of a new search into her use of money while treasurer of state shortly before "
                "polling day had stopped her party's rise, Mrs Lund said."
            ),
            [
                (
                    "indirect",
                    [
                        (
                            "Nils Holm's warning of a new search into her use of money while treasurer of state shortly before "
                            "polling day had stopped her party's rise"
                        )
                    ],
                    "Mrs Lund",
                )
            ],
        ),
        (
            "The firm owes about EUR 410 million, according to the filing, of which EUR 155 million is due to the bank.",
            [
                (
                    "indirect",
                    ["The firm owes about EUR 410 million", "of which EUR 155 million is due to the bank"],
                    "the filing",
                )
            ],
        ),
        ("The mayor ordered the crews to leave.", [("indirect", ["the crews to leave"], "The mayor")]),
        (
            "Holm pointed out that the quay was closed.",
            [("indirect", ["that the quay was closed"], "Holm")],
        ),
    ],
)
def test_a_speaker_is_found_where_the_parse_hung_the_words_elsewhere(
    text: str, expected: list[tuple[str, list[str], str]]
) -> None:
    """Order tells what the tree lost: a naming verb before marks, "and a", a participle behind a comma, a sentence's last words."""
    assert expected == shown(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We sail at dawn,’ said Holm. ‘The crew is ready.’", ["We sail at dawn,", "The crew is ready."]),
        ("Holm said: «We sail at dawn.»", ["We sail at dawn."]),
        ("„We sail at dawn“, said Holm.", ["We sail at dawn"]),
        ("“He told me ‘never again’ and left,” Holm said.", ["He told me ‘never again’ and left,"]),
        ('"He told me "never again" and left," Holm said.', ['He told me "never again" and left']),
        ("“We sail at dawn, said Holm. The crew was ready.", []),
        ("We sail at dawn,” said Holm. The crew was ready.", []),
        ("“We sail at dawn.\n\n“The crew is ready,” Holm said.", ["We sail at dawn.", "The crew is ready,"]),
        ("Holm won the “prize” of the “small” ports.", []),
        ("Holm wrote “The Long Winter” and “The Harbour” as a boy.", []),
    ],
)
def test_marks_of_every_style_hold_what_was_said(text: str, expected: list[str]) -> None:
    """British, French, German, nested, odd and carried-on marks; a scare quote and a title are nobody's words."""
    found = [part.strip() for kind, parts, _ in shown(text) if kind != "indirect" for part in parts]
    assert [part.strip() for part in expected] == found


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.\n\n“Crews want bread. They want work and a future for their children.”\n\nThe council met.",
        'Rain fell.\n\n"HOLM: We want bread.\n\n"LUND: So do we.\n\nThe council met on Monday.',
    ],
)
def test_words_in_marks_that_stand_alone_are_nobodys(text: str) -> None:
    """A passage that nobody is given for, before it, behind it or beside it, is left out rather than guessed."""
    assert [] == shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "She arrived with “Fair Winds and Calm Seas” under her arm.",
        "Nobody said the harbour would close.",
        "The harbour is full of “ships that nobody wants any more” in May.",
    ],
)
def test_what_nobody_is_given_for_is_no_quotation(text: str) -> None:
    """A title, a snippet of the author's own, and what was not said."""
    assert [] == shown(text)


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    """The words of the next paragraph belong to a quotation that was not closed."""
    _, quotes = quotes_of(
        "“We sail at dawn, whatever the owners say about it,” Solberg said. “We will not wait.\n\n“The crews are ready for it.”"
    )
    assert [3] == [len(quote.parts) for quote in quotes]


def test_a_term_in_marks_is_no_quotation() -> None:
    """A name in quotation marks has nobody who says it."""
    assert [] == shown("The ship, the “Sea Rose”, lay in the harbour.")


def test_every_sentence_that_a_quotation_touches_is_cited() -> None:
    """A quotation over two sentences has two citations, each inside its sentence."""
    document, quotes = quotes_of("“We sail at dawn. The crews are ready for it,” Solberg said.")
    assert ["a1.1", "a1.2"] == [citation.sentence for citation in quotes[0].citations]
    assert all(citation.span in document.sentence(citation.sentence).span for citation in quotes[0].citations)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Solberg said the harbour would close.", SourceKind.NAMED),
        ("The ministry said the harbour would close.", SourceKind.OFFICIAL),
        ("A spokesman for the navy said the harbour would close.", SourceKind.OFFICIAL),
        ("The report said the harbour would close.", SourceKind.DOCUMENT),
        ("Officials said the harbour would close.", SourceKind.UNNAMED),
        ("A navy commander said the harbour would close.", SourceKind.UNNAMED),
        ("The ship reportedly sank off the coast.", SourceKind.HEARSAY),
        ("Rumours said the harbour would close.", SourceKind.HEARSAY),
        ("The envoy said the harbour would close.", SourceKind.OFFICIAL),
        ("A court in Oslo said the harbour would close.", SourceKind.OFFICIAL),
        ("A judge said the harbour would close.", SourceKind.UNNAMED),
        ("The Norland News Agency said the harbour would close.", SourceKind.NAMED),
        ("According to residents, the harbour would close.", SourceKind.UNNAMED),
        ("Two officials familiar with the talks said the harbour would close.", SourceKind.UNNAMED),
        ("It is believed that the harbour would close.", SourceKind.HEARSAY),
        ("The editorial said the harbour would close.", SourceKind.DOCUMENT),
        ("The spokesman said the harbour would close.", SourceKind.OFFICIAL),
        ("A spokesman said the harbour would close.", SourceKind.UNNAMED),
        ("Holm’s campaign team said the harbour would close.", SourceKind.NAMED),
        ("Her campaign team said the harbour would close.", SourceKind.NAMED),
        ("A campaign team said the harbour would close.", SourceKind.UNNAMED),
        ("The port’s own evaluation said the harbour would close.", SourceKind.DOCUMENT),
    ],
)
def test_who_stands_behind_a_statement_is_told_from_the_speaker(text: str, source: SourceKind) -> None:
    """Names, bodies, documents, the unnamed and hearsay are told apart; the author is never a source here."""
    _, quotes = quotes_of(text)
    assert [source] == [quote.source for quote in quotes]


def test_a_pronoun_has_the_actor_that_it_means() -> None:
    """The speaker's words stay "she"; the actor is the one the mention is of."""
    text = "Ida Solberg runs the line. She said the harbour would close."
    read = parsed(text)
    mentions = (
        Mention(span(text, "Ida Solberg"), ActorKind.PERSON, "name"),
        Mention(span(text, "She"), ActorKind.PERSON, "pronoun"),
    )
    solberg = Actor("p1", "Ida Solberg", ActorKind.PERSON, ("Ida Solberg",), None, mentions, 1.0, None, ())
    (quote,) = find_quotes(read, actors=ActorIndex((solberg,)))
    assert ("p1", SourceKind.NAMED, QuoteKind.INDIRECT) == (quote.actor, quote.source, quote.kind)


def test_it_is_not_the_person_who_spoke_last() -> None:
    """A pronoun without an actor of its own goes on with the last speaker only where it can mean that one."""
    text = "“We sail,” said Ida Solberg. It said the harbour would close. She said the crews were ready."
    read = parsed(text)
    mentions = (Mention(span(text, "Ida Solberg"), ActorKind.PERSON, "name"),)
    solberg = Actor("p1", "Ida Solberg", ActorKind.PERSON, ("Ida Solberg",), None, mentions, 1.0, None, ())
    assert ["p1", ""] == [quote.actor for quote in find_quotes(read, actors=ActorIndex((solberg,)))][:2]


def test_a_relative_pronoun_is_the_speaker_where_it_is_known_whom_it_means() -> None:
    """The words at the quotation are "who", the actor the name before it; without an actor the name is shown."""
    text = "Ida Solberg, who said the harbour would close, left."
    read = parsed(text)
    mentions = (Mention(span(text, "Ida Solberg"), ActorKind.PERSON, "name"),)
    solberg = Actor("p1", "Ida Solberg", ActorKind.PERSON, ("Ida Solberg",), None, mentions, 1.0, None, ())
    (quote,) = find_quotes(read, actors=ActorIndex((solberg,)))
    assert ("p1", span(text, "who")) == (quote.actor, quote.speaker)
    assert ["Ida Solberg"] == [speaker for _, _, speaker in shown(text)]


@pytest.mark.parametrize(
    "text", ["", "“", "”", '"', "“”", "😀 “😀”", "said", '" said "', "“a “b “c", "''''''''", "x" * 5000]
)
def test_odd_text_gives_less_and_never_fails(text: str) -> None:
    """Text that is no prose is read without an error."""
    quotes_of(text)


@pytest.mark.parametrize(
    ("text", "parts", "speaker"),
    [
        (
            "Solberg said, ``We sail at dawn.\n\nThe crew is ready.''",
            ["We sail at dawn.", "The crew is ready."],
            "Solberg",
        ),
        (
            "Rain fell.\n\n“We sail at dawn.\n\nThe crew is ready,” said Solberg.",
            ["We sail at dawn.", "The crew is ready,"],
            "Solberg",
        ),
    ],
)
def test_words_between_the_marks_of_two_paragraphs_have_one_speaker(text: str, parts: list[str], speaker: str) -> None:
    """What is opened in one paragraph and closed in the next is said by whom either one names."""
    assert [("direct", parts, speaker)] == shown(text)
