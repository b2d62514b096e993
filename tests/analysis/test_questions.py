"""Open questions: what a text leaves open, in what way, and our wording of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.analysis.actor_index import ActorIndex
from briefing.analysis.question_weights import UNREADABLE
from briefing.analysis.questions import find_questions
from briefing.model.dates import DateMention, DateType
from briefing.model.findings import Actor, ActorKind, Mention, Question, QuestionKind
from tests.analysis.reading_of import parsed
from tests.build import day, days, span

if TYPE_CHECKING:
    from briefing.model.text import Document

pytestmark = pytest.mark.model


def questions_of(text: str) -> tuple[Document, list[Question]]:
    """The open questions of a text without actors, dates, quotes or events."""
    read = parsed(text)
    return read.document, list(find_questions(read, actors=ActorIndex(()), dates=(), quotes=(), events=()))


@pytest.mark.parametrize(
    ("text", "kind", "question"),
    [
        ("It is not certain if the ferry line has been sold.", "unknown", "Has the ferry line been sold?"),
        ("Neither side said when the talks would resume.", "unknown", "When will the talks resume?"),
        ("It remains unclear why the pilot left the bridge.", "unknown", "Why did the pilot leave the bridge?"),
        ("It remains unclear whether or not the ship is afloat.", "unknown", "Is the ship afloat?"),
        ("Police are investigating whether the fire was set on purpose.", "unknown", "Was the fire set on purpose?"),
        ("It is not known how many sailors drowned.", "unknown", "How many sailors drowned?"),
        ("The cause of the fire is unknown.", "unknown", "What is the cause of the fire?"),
        ("The cause of the fire has not been determined.", "unknown", "What is the cause of the fire?"),
        ("The board has yet to decide whether to close the yard.", "unknown", "Will the board close the yard?"),
        ("Nobody knows who will bring the mail.", "unknown", "Who will bring the mail?"),
        ("Whether the bridge can be repaired remains to be seen.", "unknown", "Can the bridge be repaired?"),
        ("Nordline refused to reveal the price of the ship.", "unknown", "What is the price of the ship?"),
        ("It is not yet clear which port will take the ships.", "unknown", "Which port will take the ships?"),
        ("It was unclear whether it would sail.", "unknown", ""),
        ("The minister denied that the ships had been sold.", "disputed", "Were the ships sold?"),
        ("The company denied selling the yard.", "disputed", "Did the company sell the yard?"),
        ("The mayor denied any involvement in the sale.", "disputed", "Was the mayor involved in the sale?"),
        (
            "The union will decide on Friday whether to extend its strike.",
            "pending",
            "Will the union extend its strike?",
        ),
        (
            "Parliament will vote on the harbour bill next week.",
            "pending",
            "How will Parliament vote on the harbour bill?",
        ),
        ("The captain denied that the lamp had been out of order.", "disputed", "Was the lamp out of order?"),
        (
            "Whether the storm caused the leak is disputed: owners blame it.",
            "disputed",
            "Did the storm cause the leak?",
        ),
        ("Who ordered whom is also contested.", "disputed", "Who ordered whom?"),
        ("Why some boats went unchecked is under review.", "unknown", "Why did some boats go unchecked?"),
        ("How the ship caught fire is being investigated.", "unknown", "How did the ship catch fire?"),
        (
            "How one crew could have outrun so many storms in a winter is unknown.",
            "unknown",
            "How did one crew outrun so many storms in a winter?",
        ),
        ("Whether the ship sank or has merely drifted away remains uncertain.", "unknown", "Did the ship sink?"),
        ("The source has not been found.", "unknown", ""),
        ("The source of the fumes has not been found.", "unknown", "What is the source of the fumes?"),
        ("The source of the leak has not been traced.", "unknown", "What is the source of the leak?"),
        ("Only time will tell whether the pier will stand.", "unknown", "Will the pier stand?"),
        ("Nobody knows what had gone wrong on the ship.", "unknown", "What went wrong on the ship?"),
        ("The board said it was considering whether to buy a new one.", "pending", ""),
        ("The captain disputed that: old ropes rarely hold there, she said.", "disputed", ""),
        ("The third point is money: would the owners pay for a pilot?", "asked", "Would the owners pay for a pilot?"),
        ("Results are expected on Tuesday.", "pending", "What will the results show?"),
        ("A decision on the grant is due in May.", "pending", "What will the decision on the grant be?"),
        (
            "A hearing in the district court is set for July.",
            "pending",
            "How will the hearing in the district court end?",
        ),
        ("The organisers will decide on Wednesday.", "pending", "What will the organisers decide?"),
        ("The harbour council will vote on Monday.", "pending", "How will the harbour council vote?"),
        (
            "Sudland threatened to bar the trawlers from its ports.",
            "possible",
            "Will Sudland bar the trawlers from its ports?",
        ),
        ("The line is likely to close next year.", "possible", "Will the line close next year?"),
        (
            "Ada Holm, who stepped down last month, rejected suggestions that she had known of leaks.",
            "disputed",
            "Did Ada Holm know of leaks?",
        ),
        ("It is unclear whether the thief had tried to open or had opened the safe.", "unknown", ""),
        ("The board might well reject the offer.", "possible", "Will the board reject the offer?"),
        ("The captain has neither confirmed nor denied it.", "unknown", ""),
        ("The age of the wreck is hard to establish.", "unknown", ""),
        ("The clerk did not say whether the owner left or was forced out.", "unknown", "Did the owner leave?"),
        ("Some of the owners may refuse the offer.", "possible", "Will some of the owners refuse the offer?"),
        ("Field crews may reject the offer.", "possible", "Will field crews reject the offer?"),
        (
            "The mayor fears that the crews, above all the young, may reject the deal.",
            "possible",
            "Will the crews reject the deal?",
        ),
        ("If the talks fail, the crews will strike again.", "possible", "Will the crews strike again?"),
        ("But what would the harbour cost?", "asked", "What would the harbour cost?"),
        ("Is the harbour safe?", "asked", "Is the harbour safe?"),
    ],
)
def test_an_open_question_has_its_kind_and_a_grammatical_wording(text: str, kind: str, question: str) -> None:
    """The wording is the clause inverted; where a pronoun has no name there is none."""
    _, questions = questions_of(text)
    assert [(kind, question)] == [(found.kind.value, found.question) for found in questions]


@pytest.mark.parametrize(
    "text",
    [
        "The office strikes off every sailor if they did not confirm their address.",
        "The ferry can carry 300 people.",
        "You may see dolphins from the deck.",
        "The union decided to strike.",
        "The court denied him bail.",
        "The mayor said whether he liked it or not he would pay.",
        "They know where the ship lies.",
        "He could see the harbour from there.",
        "Anyone may board the ship.",
        "The owners accused the captain of theft.",
        "The owners accused him of opening the gate.",
        "The mate spoke after the captain was accused of opening the gate.",
        "The pilot might have died had nobody passed.",
        "The crews prayed that the storm might end.",
        "Bombs may not be falling.",
        "The mayor warned that the ferry would not be a cure.",
        "The owners said the ship was sound, and the mate said the same.",
        "The yard is thought to have built 40 ships.",
        "All ships will have to be approved by the harbour office.",
        "The ferry depends on the tide.",
        "Harsh?",
        "Pretty much the same, right?",
        "No ship is known to have sunk because of the rule.",
        "No faults were apparent when the ship made its last call.",
        "The hearing is due to the mayor's complaint.",
        "The court ruled that members may now board the ship.",
        "May the crew rest in peace.",
        "The first ships will be delivered in May.",
        "The paper stands for peace, refuting tyranny.",
        "The strikes deny the smugglers safe haven.",
        "A group in the hills claimed responsibility for the blast.",
        "If time allows, the owners would like to hold a parade.",
        "A probe to Mars was launched on Monday.",
        "",
        "?",
        "😀",
    ],
)
def test_routine_modality_and_answered_questions_are_passed_over(text: str) -> None:
    """A can, a may or a whether that leaves nothing open is no open question."""
    assert [] == questions_of(text)[1]


def test_the_cue_lies_in_the_cited_sentence() -> None:
    """The words that leave it open are marked, and the sentence is the evidence."""
    document, (question,) = questions_of("The ship sank. The cause of the accident is unclear.")
    assert ("is unclear", "a1.2") == (document.text_of(question.cue), question.citations[0].sentence)
    assert question.cue in question.citations[0].span


def test_a_pronoun_is_replaced_by_the_name_of_its_actor() -> None:
    """The wording names whom the pronoun means."""
    text = "Nordline owns the ship. It is unclear whether it will sell the yard."
    read = parsed(text)
    mentions = (
        Mention(span(text, "Nordline"), ActorKind.ORGANISATION, "name"),
        Mention(span(text, "it"), ActorKind.ORGANISATION, "pronoun"),
    )
    nordline = Actor("p1", "Nordline", ActorKind.ORGANISATION, ("Nordline",), None, mentions, 1.0, None, ())
    (question,) = find_questions(read, actors=ActorIndex((nordline,)), dates=(), quotes=(), events=())
    assert ("Will Nordline sell the yard?", ("p1",)) == (question.question, question.concerns)


def test_a_pronoun_keeps_its_place_where_another_subject_stands_nearer() -> None:
    """Where it could mean somebody else, or its actor is named long before, there is no wording rather than a wrong one."""
    text = "Nordline owns the ship. The yard shut in May. It is unclear whether it will pay."
    for first in (text, text.replace("The yard", "Nordline sued, and the yard")):
        mentions = (
            Mention(span(first, "Nordline"), ActorKind.ORGANISATION, "name"),
            Mention(span(first, "it will"), ActorKind.ORGANISATION, "pronoun"),
        )
        nordline = Actor("p1", "Nordline", ActorKind.ORGANISATION, ("Nordline",), None, mentions, 1.0, None, ())
        (question,) = find_questions(parsed(first), actors=ActorIndex((nordline,)), dates=(), quotes=(), events=())
        assert "" == question.question


def test_an_accusation_is_open_where_somebody_denies_something() -> None:
    """Without a denial an accusation is news, with one it is disputed."""
    _, questions = questions_of("The owners accused the captain of theft. The captain denied it.")
    assert [QuestionKind.DISPUTED] * 2 == [question.kind for question in questions]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It is not yet known who owns the ship.", "is not yet known"),
        ("The fate of the crew remains unclear.", "remains unclear"),
        ("The captain declined to say who owns the ship.", "declined to say"),
        ("It's too early to say what sank the ship.", "It's too early to say"),
        ("The price has yet to be agreed.", "has yet to be agreed"),
        ("The council will decide on Friday whether to buy the ship.", "will decide"),
        ("How it began is one of the questions that the inquest must answer.", "is one of the questions"),
    ],
)
def test_the_cue_is_a_phrase_that_a_reader_understands(text: str, cue: str) -> None:
    """Negation, auxiliaries and copula belong to it."""
    document, (question,) = questions_of(text)
    assert cue == document.text_of(question.cue)


@pytest.mark.parametrize(
    "text",
    [
        "He did not say whether it had sailed.",
        "The office has not yet said whether it will.",
        "The captain disputed that: old ropes rarely hold, she said.",
        "Whether they will come is not known.",
    ],
)
def test_what_no_reader_could_make_sense_of_weighs_little(text: str) -> None:
    """A sentence without a wording of ours that opens with a "he" or breaks off is not for a page."""
    (question,) = questions_of(text)[1]
    assert ("", True) == (question.question, question.weight < 0.3)


def test_a_question_on_the_topic_of_the_opening_weighs_more() -> None:
    """Words shared with the first sentences tell what a text turns on."""
    text = (
        "The ferry Alba sank off the harbour. The crew swam. Rain fell. {} Rain fell. Rain fell. Rain fell. Rain fell."
    )
    on, off = (
        questions_of(text.format(question))[1][0].weight
        for question in ("It is unclear why the ferry Alba sank.", "It is unclear why the price of wheat rose.")
    )
    assert off < on


@pytest.mark.parametrize(
    "text",
    [
        "An investigation has been launched by the harbour police.",
        "The harbour police launched an investigation.",
    ],
)
def test_a_routine_phrase_off_the_topic_weighs_little(text: str) -> None:
    """Every report of an accident has them: they are found, and no page shows them."""
    (question,) = questions_of(f"Rain fell on the hills. Wheat rose. {text} Wheat fell. Wheat rose. Wheat fell.")[1]
    assert question.weight < 0.45


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The board is considering a sale of the yard.", ["possible"]),
        ("The board was considering the weather.", []),
        ("The toll might rise, the doctor said.", ["possible"]),
        ("Fees may vary.", []),
        ("The museum can reach the villages.", []),
        ("The mayor fears nobody, and the toll cannot rise.", []),
        ("The cabinet must have been formed by 3 November.", ["pending"]),
    ],
)
def test_what_is_weighed_guessed_or_has_a_deadline_is_open(text: str, kinds: list[str]) -> None:
    """A plan being weighed, an outcome that may come, and a last day."""
    read = parsed(text)
    dates = (
        (DateMention(span(read.document, "3 November"), DateType.DATE, "2020-11-03", days("2020-11-03")),)
        if "3 Nov" in text
        else ()
    )
    found = find_questions(read, actors=ActorIndex(()), dates=dates, quotes=(), events=())
    assert kinds == [question.kind.value for question in found]


def test_of_two_sentences_that_ask_the_same_the_shorter_is_shown() -> None:
    """The first citation is the evidence that a page shows, and the cue lies in it."""
    document, (question,) = questions_of(
        "Crews from all the villages of the coast went on with their search, but it is unclear whether the ship sank. "
        "It remains unknown whether the ship sank."
    )
    assert ["a1.2", "a1.1"] == [citation.sentence for citation in question.citations]
    assert question.cue in document.sentence("a1.2").span


def test_a_question_asked_twice_is_one_with_two_citations() -> None:
    """What the text leaves open again is not listed again."""
    _, questions = questions_of("It is unclear whether the ship sank. It remains unknown whether the ship sank.")
    assert [["a1.1", "a1.2"]] == [[citation.sentence for citation in question.citations] for question in questions]


def test_a_pending_question_is_due_on_the_date_ahead() -> None:
    """Of two dates the one after publication counts."""
    text = "The union, which met on Monday, will decide on Friday whether to extend its strike."
    read = parsed(text, day("2024-03-13"))
    friday = days("2024-03-15")
    dates = (
        DateMention(span(text, "Monday"), DateType.DATE, "2024-03-11", days("2024-03-11")),
        DateMention(span(text, "Friday"), DateType.DATE, "2024-03-15", friday),
    )
    (question,) = find_questions(read, actors=ActorIndex(()), dates=dates, quotes=(), events=())
    assert (QuestionKind.PENDING, friday) == (question.kind, question.due)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The court must confirm or annul the sale by Friday.", "Will the court confirm or annul the sale by Friday?"),
        ("The recount is to be finished by Friday.", "Will the recount be finished by Friday?"),
        (
            "Ada Holm and Rolf Berg hope to sign the pact on Friday.",
            "Will Ada Holm and Rolf Berg sign the pact on Friday?",
        ),
        ("The truce runs out on Friday.", "Will the truce be extended?"),
        ("Offers were due by Friday.", ""),
        ("The work will be put off until Friday.", ""),
    ],
)
def test_what_is_bound_to_a_day_is_pending_until_then(text: str, question: str) -> None:
    """Such words leave something open only with a day ahead."""
    friday = DateMention(span(text, "Friday"), DateType.DATE, "2024-03-15", days("2024-03-15"))
    found = {}
    for published in ("2024-03-13", "2024-03-20"):
        read = parsed(text, day(published))
        rows = find_questions(read, actors=ActorIndex(()), dates=(friday,), quotes=(), events=())
        found[published] = [(row.kind.value, row.question) for row in rows]
    assert found == {"2024-03-13": [("pending", question)], "2024-03-20": []}


def test_a_pronoun_under_a_denial_is_its_subject() -> None:
    """What the institute denies is what it did; a minister is no "it"."""
    text = "The Norhavn Institute rejected the charge that it had been slow."
    mentions = (Mention(span(text, "Norhavn Institute"), ActorKind.ORGANISATION, "name"),)
    actor = Actor("p1", "Norhavn Institute", ActorKind.ORGANISATION, (), None, mentions, 1.0, None, ())
    (found,) = find_questions(parsed(text), actors=ActorIndex((actor,)), dates=(), quotes=(), events=())
    assert found.question == "Was the Norhavn Institute slow?"
    _, other = questions_of("The minister rejected the charge that it had been slow.")
    assert [each.question for each in other] == [""]


def test_weights_lie_between_nought_and_one_and_known_actors_weigh() -> None:
    """A question about the central actor weighs more than the same about nobody."""
    text = "It is unclear whether Nordline will sell the yard."
    read = parsed(text)
    nordline = Actor(
        "p1",
        "Nordline",
        ActorKind.ORGANISATION,
        (),
        None,
        (Mention(span(text, "Nordline"), ActorKind.ORGANISATION, "name"),),
        1.0,
        None,
        (),
    )
    (alone,) = find_questions(read, actors=ActorIndex(()), dates=(), quotes=(), events=())
    (central,) = find_questions(read, actors=ActorIndex((nordline,)), dates=(), quotes=(), events=())
    assert 0 <= alone.weight < central.weight <= 1


@pytest.mark.parametrize(
    ("text", "kind", "question"),
    [
        (
            "Despite the speculation, officials said that the move had been planned before the vote.",
            "disputed",
            "Was the move planned before the vote?",
        ),
        ("Northern Tug claims that the line violates an agreement.", "disputed", "Does the line violate an agreement?"),
        ("The coach said it was impossible for the board to read it in a day.", "disputed", ""),
        (
            "The coach said it was impossible for the board to read 600 pages in a day.",
            "disputed",
            "Could the board read 600 pages in a day?",
        ),
        ("The union accused the board of forging the minutes.", "disputed", "Did the board forge the minutes?"),
        (
            "The mayor signed the truce, but it was not accepted by the crews.",
            "disputed",
            "Will the crews accept the truce?",
        ),
        ("The owners say it is a tax; the agency says it is a fee.", "disputed", ""),
        ("If convicted, Ada Holm faces ten years in prison.", "possible", "Will Ada Holm be convicted?"),
        (
            "If they are right, the reef is older than any in the country.",
            "possible",
            "Is the reef older than any in the country?",
        ),
        ("Should the court annul the vote, a new one will be held.", "possible", "Will the court annul the vote?"),
        ("If he is elected, Holm will be immune from suits.", "possible", "Will Holm be elected?"),
        (
            "If the ruling is upheld by the court, he will have to pay.",
            "possible",
            "Will the ruling be upheld by the court?",
        ),
        ("The mayor is open to leaving the gate in place.", "possible", "Will the mayor leave the gate in place?"),
        ("Opposition parties called on Ada Holm to resign.", "possible", "Will Ada Holm resign?"),
        ("The deal would need the approval of the owners.", "possible", "Will the owners approve the deal?"),
        ("The deal must still be approved by the owners.", "possible", "Will the owners approve the deal?"),
        ("Much may depend on the army.", "possible", ""),
        ("The board is considering selling the yard.", "possible", "Will the board sell the yard?"),
        (
            "Researchers believe that the reef could be as young as 200 years.",
            "possible",
            "Could the reef be as young as 200 years?",
        ),
        ("The union may not have paid the crews.", "possible", "Did the union pay the crews?"),
        (
            "Officials expressed concern that the storm could hit the harbour.",
            "possible",
            "Could the storm hit the harbour?",
        ),
        ("The captain is thought to have left the bridge.", "unknown", "Did the captain leave the bridge?"),
        ("He thinks he fell asleep.", "unknown", ""),
        (
            "The chief engineer will be on leave for an undetermined period of time.",
            "unknown",
            "How long will the chief engineer be on leave?",
        ),
        ("The divers are trying to determine the cause of the leak.", "unknown", "What is the cause of the leak?"),
        ("There has been speculation as to whether the mayor will stand.", "unknown", "Will the mayor stand?"),
        ("The rise has raised questions about how the line is run.", "unknown", "How is the line run?"),
        ("The Post cannot verify the authenticity of the page.", "unknown", "Is the page authentic?"),
        ("The owners cannot confirm that the memo is genuine.", "unknown", "Is the memo genuine?"),
        ("The judges left it to the agency to decide what must be deleted.", "pending", "What must be deleted?"),
    ],
)
def test_what_is_held_against_others_or_must_still_come_about(text: str, kind: str, question: str) -> None:
    """A side against another, a condition, a consent, a guess: each leaves its own question open."""
    _, found = questions_of(text)
    assert [(row.kind.value, row.question) for row in found] == [(kind, question)]


def test_a_call_to_resign_that_was_heeded_is_closed() -> None:
    """Who has resigned is not asked whether he will."""
    _, open_ = questions_of("The crews urged the mayor to resign.")
    _, closed = questions_of("The crews urged the mayor to resign. The mayor resigned on Monday.")
    assert ([row.question for row in open_], closed) == (["Will the mayor resign?"], [])


def test_a_quoted_question_counts_where_nobody_answers_it() -> None:
    """The others are mostly asked for effect."""
    _, heard = questions_of("“Who was to press the button?” she said. The talks went on.")
    _, unheard = questions_of("“Who was to press the button? Nobody has told me,” she said.")
    assert (heard, [row.question for row in unheard]) == ([], ["Who was to press the button?"])


def test_an_it_that_is_no_actor_is_the_only_thing_it_can_mean() -> None:
    """Two things that fit leave the question without a wording."""
    asked = "She did not say whether it had been opened."
    found = [
        questions_of(f"{text} {asked}")[1][-1].question
        for text in ("The lower gate was shut.", "The gate was shut and the lock was broken.")
    ]
    assert found == ["Was the lower gate opened?", ""]


def test_long_questions_do_without_what_participles_add() -> None:
    """A question keeps to a line."""
    text = "The talks in Norhavn may end up as a larger failure than the round in Ostby faced by the union in 1979."
    _, (found,) = questions_of(text)
    assert found.question == "Will the talks in Norhavn end up as a larger failure than the round in Ostby?"


def test_a_dateline_is_no_part_of_a_question() -> None:
    """Nor does the capital behind it stay."""
    _, (found,) = questions_of("NORHAVN - The visa scheme will expire in May unless the council acts.")
    assert found.question == "Will the visa scheme expire in May?"


def test_a_bare_possibility_is_found_and_weighs_less_than_any_page_asks() -> None:
    """Without a question of ours a modal says little: a list of findings has it, no page does."""
    text = (
        "The yard closed on Friday. The secretary reported to the council that the incidents at the northern plant may end up as a larger "
        "disaster for the villages on the coast than the fire of the old harbour that the whole town faced in 1979."
    )
    _, found = questions_of(text)
    assert [("", UNREADABLE)] == [(question.question, question.weight) for question in found]
