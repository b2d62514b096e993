"""JSON out and in."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from briefing.errors import InputError
from briefing.model.brief import Brief, Line
from briefing.wire import SCHEMA_VERSION, from_json, json_schema, to_dict, to_json
from tests.build import FERRY, analysis, brief, document, full_brief
from tests.strategies import briefs, whole_pages

if TYPE_CHECKING:
    from briefing.model.text import Document


def test_an_analysis_has_the_keys_of_the_contract() -> None:
    """Every list that scorers read is there, in plain values that JSON can hold."""
    found = to_dict(analysis())
    assert {"sentences", "dates", "actors", "events", "quotes", "questions", "figures"} <= found.keys()
    assert found == json.loads(json.dumps(found))


def test_sentences_are_flat() -> None:
    """A sentence has its offsets and its paragraph beside its id."""
    first = to_dict(analysis())["sentences"][0]
    assert {key: first[key] for key in ("id", "start", "end", "paragraph")} == {
        "id": "a1.1",
        "start": 0,
        "end": 114,
        "paragraph": 1,
    }


def test_dates_have_flat_days_and_null_where_unknown() -> None:
    """A duration has a TIMEX3 value and no days; a resolved date has both, the last day inclusive."""
    resolved, duration = to_dict(analysis())["dates"]
    assert (resolved["first_day"], resolved["last_day"], resolved["type"]) == ("2024-03-15", "2024-03-15", "DATE")
    assert (duration["first_day"], duration["last_day"], duration["value"]) == (None, None, "P2Y")


def test_an_event_has_its_clause_flat_and_its_parts_as_spans() -> None:
    """Start and end are the clause's; trigger, who and when are objects, place is null where there is none."""
    event = to_dict(analysis())["events"][0]
    assert FERRY[event["trigger"]["start"] : event["trigger"]["end"]] == "rejected"
    assert FERRY[event["start"] : event["end"]].endswith("on Tuesday")
    assert event["when"] | {"first_day": "2024-03-12", "precision": "day", "basis": "relative"} == event["when"]
    assert (event["place"], event["same_as"], event["actors"]) == (None, None, ["p1"])


def test_a_quote_spans_its_parts() -> None:
    """Start and end of a quote run from its first to its last part; an actor that is not known is null."""
    quote = to_dict(analysis())["quotes"][0]
    assert FERRY[quote["start"] : quote["end"]] == "We cannot pay what we do not earn,"
    assert quote["actor"] is None


def test_a_question_names_its_sentence() -> None:
    """A question has the id of the sentence that leaves it open."""
    question = to_dict(analysis())["questions"][0]
    assert (question["sentence"], question["kind"]) == ("a1.7", "unknown")


@pytest.mark.parametrize("section", ["points", "actors", "timeline", "questions", "quotes", "figures", "facts"])
def test_every_line_quotes_its_source(section: str) -> None:
    """The quote of every citation of a page is the source's words at its offsets."""
    for line in to_dict(full_brief())[section]:
        assert line["citations"]
        for citation in line["citations"]:
            assert FERRY[citation["start"] : citation["end"]] == citation["quote"]


def test_gaps_have_no_citations() -> None:
    """What the article does not say cannot be cited."""
    assert [line["citations"] for line in to_dict(full_brief())["gaps"]] == [[]]


def test_a_page_carries_its_sources() -> None:
    """A page's JSON stands alone: the text and the sentences of the article are in it."""
    page = to_dict(full_brief())
    assert page["sources"][0]["text"] == FERRY
    assert len(page["sources"][0]["sentences"]) == 8
    assert (page["schema_version"], page["made_by"]["options"]) == (SCHEMA_VERSION, {"method": "consensus"})


def test_the_hand_made_page_comes_back() -> None:
    """A page with every kind of line is the same after JSON."""
    assert full_brief() == from_json(to_json(full_brief()))


@whole_pages(max_examples=25)
@given(briefs())
def test_json_out_and_in_is_the_same_brief(page: Brief) -> None:
    """No brief loses anything on its way through JSON, and no control character stands in it."""
    text = to_json(page)
    assert page == from_json(text)
    assert not any(character in text for character in "\x1b\x7f\x9b\u202e\u2066\ufeff")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is no JSON"),
        ("{", "is no JSON"),
        ("[]", "schema version"),
        ('{"schema_version": 99}', "schema version"),
        ('{"schema_version": 1}', "is no brief"),
    ],
)
def test_other_json_is_refused_in_one_line(text: str, what: str) -> None:
    """What is no brief of this version says so."""
    with pytest.raises(InputError, match=what) as caught:
        from_json(text)
    assert "\n" not in str(caught.value)


def test_a_changed_quote_is_refused() -> None:
    """A page whose citation does not say what the source says is not read."""
    value = to_dict(full_brief())
    value["points"][0]["citations"][0]["quote"] = "something else"
    with pytest.raises(InputError, match="are not those of the source"):
        from_json(json.dumps(value))


def test_several_sources_keep_their_quotes_apart() -> None:
    """Each citation quotes the source that its sentence belongs to."""
    second: Document = document("Another text.", source_id="a2")
    page = brief("One. Two.")
    line = Line("Another text.", (second.cite(second.sentences[0].span),))
    page = replace(page, sources=(*page.sources, second), points=(line,))
    assert to_dict(page)["points"][0]["citations"][0]["quote"] == "Another text."
    assert page == from_json(to_json(page))


def test_the_schema_describes_the_json() -> None:
    """The JSON Schema requires the keys that are written, at the top and in a citation."""
    schema = json_schema()
    assert set(schema["required"]) == to_dict(full_brief()).keys()
    assert {"sentence", "start", "end", "quote"} == set(schema["$defs"]["Citation"]["required"])
