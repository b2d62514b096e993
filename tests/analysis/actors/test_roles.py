"""Who an actor is, in the text's own words."""

from __future__ import annotations

import pytest

from briefing.analysis.actors import find_actors
from tests.analysis.reading_of import parsed

pytestmark = pytest.mark.model


def role_of(text: str, name: str) -> str | None:
    """The role of the actor with a name, None where it has none."""
    read = parsed(text)
    actor = next(actor for actor in find_actors(read) if name in (actor.name, *actor.aliases))
    return None if actor.role is None else read.document.text_of(actor.role)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Assistant Secretary of the Navy for Supplies Jonas Berg resigned on Monday.",
            "Jonas Berg",
            "Assistant Secretary of the Navy for Supplies",
        ),
        ("Secretary of the Army Jonas Berg resigned on Monday.", "Jonas Berg", "Secretary of the Army"),
        ("Marine engineer Mr Berg resigned on Monday.", "Berg", "Marine engineer"),
        ("The police questioned the husband of Solberg aide Anna Voss.", "Anna Voss", "Solberg aide"),
        ("President and CEO Ida Solberg resigned on Monday.", "Ida Solberg", "President and CEO"),
        ("British singer and actress Anna Voss died on Monday.", "Anna Voss", "British singer and actress"),
        (
            "The court fined computer and electronics maker Nordline on Monday.",
            "Nordline",
            "computer and electronics maker",
        ),
        ("The president and minister Ida Solberg agreed on Monday.", "Ida Solberg", "minister"),
        ("Union leaders and mayor Ida Solberg agreed on Monday.", "Ida Solberg", "mayor"),
        (
            "British Minister for the Near East and Africa Ida Solberg resigned on Monday.",
            "Ida Solberg",
            "British Minister for the Near East and Africa",
        ),
    ],
)
def test_title_before_the_name(text: str, name: str, role: str) -> None:
    """A title goes on over "of" and "for" and a courtesy title, keeps both halves of "N and N", and ends where another person's begins."""
    assert role == role_of(text, name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Nordline Shipping, the company that supplies the islands, raised its fares.",
            "Nordline Shipping",
            "the company that supplies the islands",
        ),
        ("Ida Solberg, 47, a judge at the harbour court, resigned.", "Ida Solberg", "a judge at the harbour court"),
        ("Ida Solberg, the mayor of Skarn signed the treaty on Monday.", "Ida Solberg", "the mayor of Skarn"),
        ("The loan came from Norhavn Bank, its largest lender.", "Norhavn Bank", "largest lender"),
        (
            "Ida Solberg, assistant professor of photography and curator of the exhibit, spoke on Monday.",
            "Ida Solberg",
            "assistant professor of photography and curator of the exhibit",
        ),
        ("The Nordline Shipping ferry company raised its fares.", "Nordline Shipping", "ferry company"),
    ],
)
def test_apposition_after_the_name(text: str, name: str, role: str) -> None:
    """An apposition keeps the clause without which it says nothing, may follow an age, and may lack its second comma."""
    assert role == role_of(text, name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ida Solberg became leader of the Harbour Party in May 2009.", "Ida Solberg", "leader of the Harbour Party"),
        ("Nordline Shipping, based in Skarn, raised its fares.", "Nordline Shipping", "based in Skarn"),
        (
            "Nordline Shipping, which also makes ferries for the islands, failed on Monday.",
            "Nordline Shipping",
            "which also makes ferries for the islands",
        ),
        ("Ida Solberg, who leads the seafarers' union, spoke.", "Ida Solberg", "who leads the seafarers' union"),
        (
            "It failed, said Ida Solberg, who led the mission of the Harbour Observer Network (HON).",
            "Ida Solberg",
            "who led the mission of the Harbour Observer Network",
        ),
    ],
)
def test_roles_that_a_clause_tells(text: str, name: str, role: str) -> None:
    """What somebody became, a participle and a relative clause say who somebody is; a date and brackets end it."""
    assert role == role_of(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ida Solberg, who said the bridge was closed, left.", "Ida Solberg"),
        ("Nordline Shipping, which was known as the Skarn Line, raised its fares.", "Nordline Shipping"),
        ("The bridge was closed, said his daughter, Anna Voss.", "Anna Voss"),
        ("The governor Ida Solberg and the analysts Jonas Berg and Anna Voss spoke.", "Jonas Berg"),
        ("Ida Solberg named Jonas Berg as the new governor.", "Ida Solberg"),
        ("Ida Solberg is not a minister.", "Ida Solberg"),
        ("He leaves his wife Ida Solberg, daughter Antonia and son Karl.", "Ida Solberg"),
        ("Ida Solberg met her Maravian counterpart Ricardo Umaru on Monday.", "Ricardo Umaru"),
        ("Anna Voss spoke. Her older brother Jonas Berg was arrested.", "Jonas Berg"),
        ("The sale of Skarn-based Nordline Shipping failed on Monday.", "Nordline Shipping"),
    ],
)
def test_words_that_say_nothing_of_who_it_is(text: str, name: str) -> None:
    """No role: what happened by the way, another name, kin without whose, a plural, an office given to another, a denial."""
    assert role_of(text, name) is None


def test_a_role_is_no_longer_than_a_card() -> None:
    """A long apposition ends before a preposition, with its noun kept."""
    text = (
        "Ida Solberg, a former judge at the court of appeal of the northern islands in the town of Skarn near the old "
        "harbour of Norhavn, resigned."
    )
    role = role_of(text, "Ida Solberg")
    assert role is not None
    assert role.startswith("a former judge at the court")
    assert len(role.split()) <= 14


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            (
                "Ida Solberg, who served as secretary of trade from 2001 to 2005, lost the election. "
                "Mrs Solberg blamed the weather. The Liberal candidate was speaking to donors."
            ),
            "Ida Solberg",
            "Liberal candidate",
        ),
        (
            "Jonas Berg won the election on Tuesday. He met reporters in Skarn. The Republican is due to be sworn in soon.",
            "Jonas Berg",
            "Republican",
        ),
        (
            "Ida Solberg met Jonas Berg after the election. The Liberal candidate was speaking to donors.",
            "Jonas Berg",
            None,
        ),
    ],
)
def test_description_is_a_role(text: str, name: str, role: str | None) -> None:
    """What the text calls a person says who it is where nothing does, or only what is past; not where it may be another."""
    assert role == role_of(text, name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Former deputy prime minister Ida Solberg resigned.", "Ida Solberg", "Former deputy prime minister"),
        ("It was signed by then-President Peter Wald in 2004.", "Peter Wald", "then-President"),
        ("It was signed by then President Peter Wald in 2004.", "Peter Wald", "then President"),
        ("In 2004, then President Peter Wald signed it.", "Peter Wald", "then President"),
        ("The then-US president Peter Wald signed it.", "Peter Wald", "then-US president"),
        ("The late president Peter Wald had opened the bridge.", "Peter Wald", "late president"),
        ("The ex-mayor Peter Wald was arrested.", "Peter Wald", "ex-mayor"),
        ("Soon-to-be-former mayor Peter Wald voted for it.", "Peter Wald", "Soon-to-be-former mayor"),
        ("Former Nordline chief executive Peter Wald left.", "Peter Wald", "Former Nordline chief executive"),
        ("Vice-president Peter Wald signed it.", "Peter Wald", "Vice-president"),
        ("Peter Wald was mayor of Norhavn until 2009.", "Peter Wald", "mayor of Norhavn until 2009"),
        ("The Norland acting president Peter Wald left.", "Peter Wald", "acting president"),
        ("President-elect Ida Solberg said that the bridge was closed.", "Ida Solberg", "President-elect"),
    ],
)
def test_role_that_is_past_keeps_the_word_for_it(text: str, name: str, role: str) -> None:
    """The words "former", "then-", "late" and what a hyphen ties to a title are part of the role."""
    assert role == role_of(text, name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The crowd sang, and then mayor Ida Solberg spoke.", "Ida Solberg", "mayor"),
        ("The board has sacked chief executive Peter Wald.", "Peter Wald", "chief executive"),
        ("The board fired finance director Peter Wald.", "Peter Wald", "finance director"),
        ("Late Monday President Peter Wald signed it.", "Peter Wald", "President"),
    ],
)
def test_word_of_time_is_no_part_of_a_role(text: str, name: str, role: str) -> None:
    """What says when something happened is left out of the role of whom it happened to."""
    assert role == role_of(text, name)


def test_office_is_past_where_the_text_says_so_once() -> None:
    """The role of "President Wald" is that of "then-President Wald" in another sentence."""
    text = "President Peter Wald was proud of the bridge. In 2004 it was opened by then-President Wald."
    assert role_of(text, "Peter Wald") == "then-President"


def test_office_that_is_over_is_no_role() -> None:
    """What somebody no longer is is not shown."""
    assert role_of("Peter Wald is no longer mayor of Norhavn.", "Peter Wald") is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ('James "King" Duval won the race on Monday.', "Duval", None),
        ('Pastor James "King" Duval won the race on Monday. Duval sang.', "Duval", "Pastor"),
        ("Freedom leader Sheikh Aziz Rahmani was freed. Rahmani sang.", "Rahmani", "Freedom leader"),
        ("Sir Peter Wald signed it.", "Peter Wald", None),
    ],
)
def test_nickname_and_honorific_are_no_role(text: str, name: str, role: str | None) -> None:
    """A nickname in quotation marks is part of the name, and so is an honorific."""
    actors = find_actors(parsed(text))
    assert name in {alias.split()[-1] if len(name.split()) == 1 else alias for alias in actors[0].aliases}
    assert role == role_of(text, actors[0].name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("They mourned Jonas Berg, a veteran killed while he slept.", "Jonas Berg", "a veteran"),
        (
            "Nora Lund, with the Chairman of the Joint Chiefs of Staff, Jonas Berg, closed the port.",
            "Jonas Berg",
            "the Chairman of the Joint Chiefs of Staff",
        ),
        ("Nora Lund of the Holm Prize wrote on Monday.", "Nora Lund", None),
    ],
)
def test_role_is_whole_and_no_more(text: str, name: str, role: str | None) -> None:
    """A role has the office that heads it, no begun clause behind it, and is no prize."""
    assert role == role_of(text, name)
