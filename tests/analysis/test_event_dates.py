"""The dates of events that are counted from other events."""

from __future__ import annotations

import datetime

import pytest

from tests.analysis.reading_of import event_of, events_of

pytestmark = pytest.mark.model


def test_what_is_counted_from_an_event_has_its_day_and_the_event_keeps_its_own() -> None:
    """Two days after the vote of 3 May the minister went on 5 May; the vote was on 3 May."""
    text = "Parliament voted on the law on 3 May 2019. Two days after the vote, the minister resigned."
    days = {
        text[event.trigger.start : event.trigger.end]: event.when.first_day if event.when else None
        for event in events_of(text, datetime.date(2019, 11, 13))[1]
    }
    assert datetime.date(2019, 5, 3) == days["voted"] == days["vote"]
    assert datetime.date(2019, 5, 5) == days["resigned"]


PUBLISHED = datetime.date(2019, 11, 13)


@pytest.mark.parametrize(
    ("text", "trigger", "year"),
    [
        # under "since": the verb in the perfect that it stands with, no other
        ("She has held the post since 2008.", "held", 2008),
        ("The group has killed 93 people since 2003.", "killed", 2003),
        ("The fever has sickened nine farmers, and killed two of them, since 2003.", "killed", 2003),
        ("The club, without a trophy since 1911, played nine matches.", "played", None),
        ("The city, a port since 1850, elected a new mayor.", "elected", None),
        ("Brecht, mayor since 2008, resigned.", "resigned", None),
        # behind a noun: that noun's
        ("The famine continued long after her death in 1962.", "death", 1962),
        ("The famine continued long after her death in 1962.", "continued", None),
        ("The museum reopened after the 1907 fire.", "reopened", None),
        ("The town was rebuilt before the flood in 1953.", "flood", 1953),
        ("The town was rebuilt before the flood in 1953.", "rebuilt", None),
        ("The team, champions in 2011, lost the match.", "lost", None),
        ("The council rejected its 2016 budget.", "rejected", None),
        ("The 1907 fire destroyed the harbour.", "fire", 1907),
        ("The party named Holm as its 2016 candidate.", "named", None),
        ("Holm retired at the 2016 Olympics.", "retired", 2016),
        ("He was elected in 1998 and resigned in 2001.", "resigned", 2001),
        ("In 1991 Carl Brecht was convicted of fraud.", "convicted", 1991),
        # a period of accounts
        ("Sales fell 4 percent in the year ended 31 March 1989.", "ended", None),
        ("Unemployment claims fell in the week of 1 October, and the bank raised its rates.", "raised", None),
        # words that name no time alone
        ("Costs doubled in the year before the trial.", "doubled", None),
    ],
)
def test_a_date_is_that_of_the_words_it_stands_with(text: str, trigger: str, year: int | None) -> None:
    """The verb above has no date from words that belong to a noun, to an aside or to a period of accounts."""
    event = event_of(text, trigger, PUBLISHED)[1]
    assert (event.when_words is None) == (year is None)
    assert year is None or (event.when is not None and event.when.first_day.year == year)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Costs doubled in the year before the trial.", "doubled"),
        ("The famine continued long after her death in 1962.", "continued"),
        ("He joined the firm after his graduation in 1990.", "joined"),
        ("Sales fell 4 percent in the year ended 31 March 1989.", "ended"),
    ],
)
def test_an_event_of_a_time_nobody_knows_is_not_shown_on_the_day_of_the_news(text: str, trigger: str) -> None:
    """What was after a death long ago, or "the year before the trial", was not on the day of publication."""
    assert event_of(text, trigger, PUBLISHED)[1].shown_when is None


@pytest.mark.parametrize(
    ("text", "trigger", "basis"),
    [
        ("The harbour closed.", "closed", "publication"),
        ("Storm closes harbour\n\nNobody was hurt.", "closes", "presumed"),
        ("Ada Holm, who was mayor of Marstad and later retired from office, praised the crews.", "retired", "presumed"),
        (
            "Ada Holm, who was mayor of Marstad and later retired from office, praised the crews.",
            "praised",
            "publication",
        ),
        ("Nearly a week after the fire destroyed the harbour, the crews returned.", "destroyed", "presumed"),
        ("Holm gave a speech in which she urged the crews to return.", "urged", "publication"),
    ],
)
def test_the_day_of_the_news_is_that_of_what_is_told_as_news(text: str, trigger: str, basis: str) -> None:
    """A headline's event, one told as later or earlier than the news, has the day only presumed: it stands on no page."""
    event = event_of(text, trigger, PUBLISHED)[1]
    assert event.when is not None
    assert basis == event.when.basis.value


def test_what_goes_on_is_not_of_the_day() -> None:
    """What they "are suing" for began nobody knows when: its day is approximate, and no page shows it."""
    assert event_of("Three towns are suing the board.", "suing", PUBLISHED)[1].shown_when is None


def test_a_headline_makes_its_perfect_the_news_of_the_day() -> None:
    """What the lead tells in the perfect and the headline too was that day; without a headline it may have been before."""
    lead = "The firm has sold its docks."
    days = [event_of(text, "sold", PUBLISHED)[1].shown_when for text in (f"The firm sells its docks\n\n{lead}", lead)]
    assert [True, False] == [day is not None for day in days]


def test_a_date_that_opens_a_sentence_goes_on_over_semicolons() -> None:
    """All that is told after it happened then."""
    text = "Yesterday, Marstad beat Norhavn; the crews won the boat race; and Orley lost the final."
    found = {event.lemma: event.when.first_day.day for event in events_of(text, PUBLISHED)[1] if event.when}
    assert (12, 12, 12) == (found["beat"], found["win"], found["lose"])


def test_what_is_said_on_a_day_did_not_happen_then() -> None:
    """The day of the verb of saying is not handed to what was said."""
    event = event_of("The engineer suggested on Monday that the dam leaked.", "leaked", PUBLISHED)[1]
    assert event.when_words is None


def test_an_own_date_at_the_beginning_dates_no_event() -> None:
    """After "Wednesday, November 13, 2019 On Monday, ..." it was on Monday, and no words of the date tell it."""
    text = "Board moves\n\nWednesday, November 13, 2019 On Monday, the board announced a vote."
    read, event = event_of(text, "announced", PUBLISHED)
    assert event.when is not None
    assert (datetime.date(2019, 11, 11), False) == (
        event.when.first_day,
        "November" in read.document.text_of(event.clause),
    )
