"""Events: who did what to whom, in which words."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analysis.reading_of import event_of, events_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        ("The union rejected the offer, a spokesman said.", "rejected", "The union rejected the offer"),
        ("The spokesman said that the union rejected the offer.", "rejected", "the union rejected the offer"),
        (
            "When the storm hit the coast, the ferry returned to the harbour.",
            "returned",
            "the ferry returned to the harbour",
        ),
        ("The crew left the ship and swam to the beach.", "swam", "The crew … swam to the beach"),
        ("The company agreed to sell the yard to a bank.", "sell", "The company agreed to sell the yard to a bank"),
        (
            "The mayor, who had resigned in May after a long dispute, opened the bridge.",
            "opened",
            "The mayor … opened the bridge",
        ),
        ("However, the court upheld the ban.", "upheld", "the court upheld the ban"),
        (
            "The raid also forced over 300 Harbour Guard affiliates, many of them foreigners, to surrender while the remaining making their escape good.",
            "forced",
            "The raid also forced over 300 Harbour Guard affiliates, many of them foreigners, to surrender",
        ),
        ("The mayor lost the vote but kept her seat.", "lost", "The mayor lost the vote but kept her seat"),
        ("He was arrested in May and charged with fraud.", "charged", "He was … charged with fraud"),
        ('" Odun told top donors that the plant was safe.', "told", "Odun told top donors that the plant was safe"),
        ('He opened the "Night Market" and left.', "opened", 'He opened the "Night Market" and left'),
        (
            "The board bowed to pressure and ordered a recount.",
            "bowed",
            "The board bowed to pressure and ordered a recount",
        ),
        ("The bridge opened in 2009 and closed in 2013.", "opened", "The bridge opened in 2009"),
        (
            "The maker, once the best of its kind, filed for insolvency on Thursday after a last attempt failed.",
            "filed",
            "The maker … filed for insolvency on Thursday",
        ),
        ("A vote is set for, and may decide, the merger.", "set", "A vote is set"),
        (
            "Men were held in the provinces from which the arms were sent.",
            "sent",
            "the arms were sent",
        ),
    ],
)
def test_the_clause_tells_the_event_alone(text: str, trigger: str, clause: str) -> None:
    """Attribution, subordinate clauses and asides are left out; a coordinated verb keeps its subject."""
    read, event = event_of(text, trigger)
    assert clause == " … ".join(read.document.text_of(part) for part in event.parts)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        ("The army attacked the town.", "attacked", "army", "town"),
        ("The town was attacked by the army.", "attacked", "army", "town"),
        ("The town was attacked.", "attacked", None, "town"),
        ("The crew left the ship and painted the hall.", "painted", "crew", "hall"),
        ("The man who robbed the bank fled.", "robbed", "man", "bank"),
        ("The army's attack on the town failed.", "attack", "army", "town"),
        ("The sailor is dead.", "dead", "sailor", None),
    ],
)
def test_participants(text: str, trigger: str, who: str | None, whom: str | None) -> None:
    """Who does it and to whom, in the passive and in shared subjects too."""
    read, event = event_of(text.replace("'", "’"), trigger)
    words = [read.document.text_of(span) if span else None for span in (event.who, event.whom)]
    assert [who, whom] == words


@pytest.mark.parametrize(
    ("text", "trigger", "day", "status"),
    [
        ("A hearing is set for 3 July.", "hearing", "2023-07-03", "planned"),
        ("Results are expected on Tuesday, though officials said nothing.", "expected", "2023-05-09", "planned"),
        ("The pilot ends on Sunday, after the council voted against it.", "ends", "2023-05-07", "planned"),
        ("Rain is forecast for Thursday, the office said.", "forecast", "2023-05-11", "planned"),
        ("The king announced three days of mourning from Wednesday.", "mourning", "2023-05-10", "planned"),
        ("The king announced three days of mourning from Wednesday.", "announced", "2023-05-05", "happened"),
        ("The union said on Monday it will strike on Thursday.", "said", "2023-05-01", "happened"),
        ("The union said on Monday it will strike on Thursday.", "strike", "2023-05-11", "planned"),
        ("Protests since Wednesday have shut the port.", "Protests", "2023-05-03", "happened"),
        ("The vote in June was delayed.", "vote", "2023-06-01", "planned"),
        ("The boat sank during a storm on Monday.", "sank", "2023-05-01", "happened"),
        ("Police searched the house on Monday.", "searched", "2023-05-01", "happened"),
        ("On Monday, leaders condemned the attack.", "attack", "", "happened"),
        ("Leaders condemned the men who killed ten people this year.", "condemned", "2023-05-05", "happened"),
        ("The talks, which began in March, will end on 9 June.", "talks", "", "happened"),
    ],
)
def test_status_and_calendar_agree(text: str, trigger: str, day: str, status: str) -> None:
    """What is appointed lies ahead, what lies ahead is planned, and each event has its own date."""
    _, event = event_of(text, trigger, published=datetime.date(2023, 5, 5))
    assert (day, status) == (str(event.when.first_day) if event.when and event.is_dated else "", event.status)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("A tram derailed at 6.13am today. The mayor sent help last night.", "sent", ""),
        ("The mayor sent help last night. A tram derailed today.", "sent", "2023-05-04"),
        ("The quay looks grim -- Ada Holm (@adaholm) April 8, 2023 The mayor condemned the sale.", "condemned", ""),
    ],
)
def test_a_date_that_may_be_another_one_is_left_out(text: str, trigger: str, day: str) -> None:
    """A night behind a "today" may be the one before or after; the time stamp of a post dates the post."""
    _, event = event_of(text, trigger, datetime.date(2023, 5, 5))
    found = event.when.first_day.isoformat() if event.when and event.when_words else ""
    assert day == found


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        (
            "The team, led by a geologist from the coastal survey, drilled six holes.",
            "drilled",
            "The team … drilled six holes",
        ),
        ("The Dock Workers Union (DWU) called a strike.", "called", "The Dock Workers Union (DWU) called a strike"),
        ("The mayor, Ada Holm, opened the bridge.", "opened", "The mayor, Ada Holm, opened the bridge"),
        ("The mayor opened the bridge by cutting a ribbon.", "opened", "The mayor opened the bridge"),
        ("MARSTAD (Reuters) - The army attacked the town.", "attacked", "The army attacked the town"),
    ],
)
def test_asides_go_and_short_names_stay(text: str, trigger: str, clause: str) -> None:
    """A name beside an office and an abbreviation in brackets stay; longer asides, the means and a dateline go."""
    read, event = event_of(text, trigger)
    assert clause == " … ".join(read.document.text_of(part) for part in event.parts)


@pytest.mark.parametrize(
    ("text", "trigger", "who", "whom"),
    [
        ("By Tuesday afternoon soldiers had built a bridge.", "built", "soldiers", "bridge"),
        ("A jury on Tuesday ordered a new trial.", "ordered", "jury", "new trial"),
        ("The talks are scheduled to end on 9 June.", "end", "talks", None),
        ("Two men are expected to be released.", "released", None, "Two men"),
        ("MARSTAD (Reuters) - The army attacked the town.", "attacked", "army", "town"),
    ],
)
def test_no_date_takes_part(text: str, trigger: str, who: str | None, whom: str | None) -> None:
    """A date or the place of a dateline neither does anything nor suffers it; what is scheduled has its subject."""
    read, event = event_of(text, trigger, datetime.date(2023, 5, 5))
    assert [who, whom] == [read.document.text_of(span) if span else None for span in (event.who, event.whom)]


@pytest.mark.parametrize(
    ("text", "trigger", "day", "words"),
    [
        ("The mayor resigned two days before Christmas.", "resigned", "2022-12-23", "two days before Christmas"),
        ("The blast late on Thursday damaged the quay.", "damaged", "2023-05-04", "late on Thursday"),
        (
            "Firemen put out the blaze in the early hours of Friday.",
            "put out",
            "2023-05-05",
            "the early hours of Friday",
        ),
        (
            "The alarm rang before midnight in the town. The quay had burned on Thursday.",
            "rang",
            "",
            "midnight",
        ),
    ],
)
def test_a_date_has_all_its_words(text: str, trigger: str, day: str, words: str) -> None:
    """What counts from a day or says when in the day belongs to its words; a time of day alone has no day."""
    read, event = event_of(text, trigger, datetime.date(2023, 5, 5))
    assert (day, words) == (
        event.when.first_day.isoformat() if event.when else "",
        read.document.text_of(event.when_words) if event.when_words else "",
    )


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("A bomb exploded in the harbour.", "The explosion broke windows.", True),
        ("The firm sold the old yard to a bank.", "The firm has sold the old yard.", True),
        ("The siege began at dawn.", "The siege started when a bomb exploded.", True),
        ("The firm sued the port.", "The firm sued the port again.", False),
        ("The police arrested 12 sailors.", "The police arrested 31 sailors.", False),
        ("The board met in March 2021.", "The board met in May 2022.", False),
    ],
)
def test_what_is_told_again(first: str, second: str, same: bool) -> None:
    """The noun of the verb and the same participants tell it again; "again", another number and another date do not."""
    _, events = events_of(f"{first}\n\n{second}", datetime.date(2023, 5, 5))
    lemma = events[0].lemma
    other = next(event for event in events[1:] if event.lemma in (lemma, "explosion"))
    assert same == (other.same_as == events[0].id)


def test_a_retelling_has_the_date_that_words_give_elsewhere() -> None:
    """The headline of a later day is dated by the sentence that says when."""
    text = (
        "# Firm sells old yard to bank\n\nThe firm sold the old yard to a bank on Tuesday.\n\nThe price was not known."
    )
    _, events = events_of(text, datetime.date(2023, 5, 5))
    days = {event.when.first_day.isoformat() for event in events if event.lemma == "sell" and event.when}
    assert days == {"2023-05-02"}


def test_a_retelling_points_to_the_first_telling() -> None:
    """The same verb with the same object is the same event; another object is another."""
    _, events = events_of(
        "The army bombed the bridge.\n\nThe army bombed the bridge at dawn.\n\nThe army bombed the school."
    )
    assert [event.same_as for event in events if event.lemma == "bomb"] == ["", events[0].id, ""]


def test_ids_follow_the_text() -> None:
    """Events are numbered in text order."""
    _, events = events_of("The army attacked. The rebels fled.")
    assert [(event.id, event.lemma) for event in events] == [("e1", "attack"), ("e2", "flee")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("abT .,\n\"'-%1é\u202e“”"), max_size=150))
def test_events_are_found_in_any_text(text: str) -> None:
    """Odd text yields fewer events, and every event's words lie in one sentence."""
    read, events = events_of(text)
    for event in events:
        sentence = read.document.sentence(event.citations[0].sentence).span
        assert all(part in sentence for part in event.parts)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The ferry sank in the bay, killing four.", "sank", True),
        ("The ferry sank in the bay, killing four.", "killing", True),
        ("The team had been denied visas to enter the country.", "enter", False),
        ("Letters exchanged between the owners were burnt.", "exchanged", False),
        ("The crew agreed to sell the boat.", "sell", True),
        ("Holm Mobility, once Europe's best-funded maker of buses, filed for insolvency.", "filed", True),
        ("He was arrested in May and charged with fraud.", "charged", True),
        ("The club was behind in the series and blew a lead, but came back to win.", "blew", False),
    ],
)
def test_an_event_knows_whether_its_words_make_a_sentence(text: str, trigger: str, *, expected: bool) -> None:
    """A bare infinitive, a participle that says which is meant and what a "but" turns do not stand alone."""
    assert expected is event_of(text, trigger)[1].is_sentence


def test_what_began_something_is_that_beginning() -> None:
    """What "began when gunmen stormed the hall" is one event; a "when" clause of another verb is an event of its own."""
    _, events = events_of("The siege began when gunmen stormed the hall. The mayor wept when crews left the hall.")
    by_lemma = {event.lemma: event for event in events}
    assert (by_lemma["begin"].id, "") == (by_lemma["storm"].same_as, by_lemma["leave"].same_as)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Holm made it clear that the port is closed.", "made", True),
        ("Holm made it public that the port is closed.", "made", True),
        ("Holm made a boat.", "made", False),
    ],
)
def test_making_something_clear_is_saying_it(text: str, trigger: str, *, expected: bool) -> None:
    """It moves no story by itself, as no verb of saying does."""
    assert expected is event_of(text, trigger)[1].is_speech


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The council condemned Friday's raid.", "raid", False),
        ("The raid on Friday angered the council.", "raid", True),
        ("The crews are expected to sail on Friday.", "expected", True),
        ("Speaking in Marstad on Friday, Holm said that the port is closed.", "Speaking", False),
    ],
)
def test_a_clause_tells_the_event_whose_time_it_has(text: str, trigger: str, *, expected: bool) -> None:
    """An object's own day is not its verb's, and an occasion of speech is no event; what is dated ahead is told as planned."""
    assert expected is event_of(text, trigger, datetime.date(2023, 5, 1))[1].is_sentence


def test_the_occasion_gives_its_day_to_what_was_said() -> None:
    """Who spoke on Friday said it on Friday."""
    text = "Speaking in Marstad on Friday, Holm said that the port is closed."
    event = event_of(text, "said", datetime.date(2023, 5, 7))[1]
    assert event.when is not None
    assert datetime.date(2023, 5, 5) == event.when.first_day


def test_what_will_be_is_cut_from_what_was() -> None:
    """They "took a break, but are expected back": the clause of the one tells nothing of the other."""
    text = "The crews took a break on Friday, but are expected to return to the port soon."
    read, event = event_of(text, "took")
    assert read.document.text_of(event.clause) == "The crews took a break on Friday"
