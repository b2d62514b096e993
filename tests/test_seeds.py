"""The sample articles in seeds/ and their gold pages: both keep to their form, so that pages can be measured on them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import briefing

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
NAMES = sorted(path.stem for path in SEEDS.glob("*.md"))

# What a gold page may say; its form is described at length where the other gold pages are kept.
ACTOR_KINDS = {"person", "organisation", "group", "country", "place"}
STATUSES = {"happened", "reported", "planned", "possible", "denied"}
QUESTION_KINDS = {"asked", "unknown", "disputed", "pending", "possible"}
TIERS = {1, 2}
KEYS = {
    "page": {
        "id",
        "dataset",
        "sha256",
        "published",
        "bottom_line",
        "points",
        "actors",
        "events",
        "questions",
        "figures",
    },
    "points": {"start", "end", "tier"},
    "actors": {"name", "aliases", "kind", "role", "tier"},
    "events": {
        "start",
        "end",
        "trigger",
        "trigger_start",
        "trigger_end",
        "first_day",
        "last_day",
        "status",
        "tier",
    },
    "questions": {"start", "end", "kind", "question", "tier"},
    "figures": {"start", "end", "text", "what"},
}
MOST = {"actors": 10, "events": 12, "figures": 6}


def front_matter(name: str) -> dict[str, str]:
    """The keys and values between the two `---` lines that a seed begins with; quotation marks around a value fall."""
    first, *lines = (SEEDS / f"{name}.md").read_text(encoding="utf-8").splitlines()
    assert first == "---"
    pairs = (line.partition(": ") for line in lines[: lines.index("---")])
    return {key: value.strip('"') for key, _, value in pairs}


@cache
def gold_of(name: str) -> dict[str, Any]:
    """The gold page of a seed."""
    page: dict[str, Any] = json.loads((SEEDS / f"{name}.gold.json").read_text(encoding="utf-8"))
    return page


@cache
def text_of(name: str) -> str:
    """The text of a seed after reading: that which the offsets of its gold page count in."""
    return str(briefing.read(str(SEEDS / f"{name}.md")).text)


def sentence_spans(page: dict[str, Any]) -> list[tuple[int, int]]:
    """Every span of a gold page that should be a whole sentence."""
    rows = [(row["start"], row["end"]) for part in ("points", "events", "questions") for row in page[part]]
    return [(start, end) for start, end in page["bottom_line"]] + rows


def occurs(words: str, text: str) -> bool:
    """True iff the words stand in the text as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def test_there_are_at_least_eight_seeds() -> None:
    """The demo and the golden pages have eight articles or more to work on."""
    least = 8
    assert len(NAMES) >= least


def test_every_seed_has_its_gold_and_every_gold_its_seed() -> None:
    """Articles and gold pages come in pairs."""
    golds = sorted(path.name.removesuffix(".gold.json") for path in SEEDS.glob("*.gold.json"))
    assert golds == NAMES


@pytest.mark.parametrize("name", NAMES)
class TestSeed:
    """One sample article and its gold page."""

    def test_front_matter_says_title_date_author_and_source(self, name: str) -> None:
        """A seed names itself, its day, its author and its paper, in this order."""
        matter = front_matter(name)
        assert list(matter) == ["title", "date", "author", "source"]
        assert all(matter.values())
        assert dt.date.fromisoformat(matter["date"]).isoformat() == gold_of(name)["published"]

    def test_reading_finds_the_front_matter(self, name: str) -> None:
        """Title, date and author reach the source; they do not stay in its text."""
        matter = front_matter(name)
        source = briefing.read(str(SEEDS / f"{name}.md"))
        found = {"title": source.title, "date": str(source.published), "author": source.author}
        assert found == {key: matter[key] for key in found}
        assert matter["author"] not in source.text

    def test_length_is_that_of_an_article(self, name: str) -> None:
        """A seed has 300 to 900 words."""
        least, most = 300, 900
        assert least <= len(text_of(name).split()) <= most

    def test_text_is_plain_paragraphs(self, name: str) -> None:
        """What is read has one empty line between paragraphs, no markup and no space at either end."""
        text = text_of(name)
        assert text == text.strip()
        for paragraph in text.split("\n\n"):
            assert paragraph == " ".join(paragraph.split())
            assert not re.search(r"[*#_`\[\]]|https?:", paragraph)

    def test_gold_is_of_this_text(self, name: str) -> None:
        """The gold page carries the name, the data set and the hash of the text that it was made on."""
        page = gold_of(name)
        expected = (name, "seeds", hashlib.sha256(text_of(name).encode()).hexdigest())
        assert (page["id"], page["dataset"], page["sha256"]) == expected

    def test_gold_has_the_keys_of_the_form(self, name: str) -> None:
        """Each part of a gold page has the keys of the form, no more and no fewer."""
        page = gold_of(name)
        assert set(page) == KEYS["page"]
        for part in ("points", "actors", "events", "questions", "figures"):
            assert page[part]
            assert [set(row) for row in page[part]] == [KEYS[part]] * len(page[part])

    def test_gold_keeps_the_limits(self, name: str) -> None:
        """A gold page has at most ten actors, twelve events and six figures, and a bottom line."""
        page = gold_of(name)
        assert {part: len(page[part]) <= most for part, most in MOST.items()} == dict.fromkeys(MOST, True)
        assert page["bottom_line"]

    def test_gold_kinds_and_tiers_are_known(self, name: str) -> None:
        """Kinds, statuses and tiers are those of the form."""
        page = gold_of(name)
        assert {row["kind"] for row in page["actors"]} <= ACTOR_KINDS
        assert {row["status"] for row in page["events"]} <= STATUSES
        assert {row["kind"] for row in page["questions"]} <= QUESTION_KINDS
        for part in ("points", "actors", "events", "questions"):
            assert {row["tier"] for row in page[part]} <= TIERS
            assert 1 in {row["tier"] for row in page[part]}

    def test_sentence_spans_are_sentences(self, name: str) -> None:
        """A span that should be a sentence lies in one paragraph and runs from a capital to a full stop or its like."""
        text = text_of(name)
        for start, end in sentence_spans(gold_of(name)):
            assert 0 <= start < end <= len(text)
            assert re.fullmatch(r"[“\"]?[A-Z0-9][^\n]*[.?!][”\"]?", text[start:end])

    def test_no_span_is_marked_twice(self, name: str) -> None:
        """A point, a trigger, a sentence with its question: each stands once."""
        page = gold_of(name)
        for marks in (
            [(row["start"], row["end"]) for row in page["points"]],
            [(row["trigger_start"], row["trigger_end"]) for row in page["events"]],
            [(row["start"], row["question"]) for row in page["questions"]],
            [actor["name"] for actor in page["actors"]],
        ):
            assert len(marks) == len(set(marks))

    def test_triggers_and_figures_are_the_words_of_the_text(self, name: str) -> None:
        """A trigger lies in its sentence, and triggers and figures equal the words at their offsets."""
        text, page = text_of(name), gold_of(name)
        for event in page["events"]:
            assert event["trigger"] == text[event["trigger_start"] : event["trigger_end"]]
            assert event["start"] <= event["trigger_start"] < event["trigger_end"] <= event["end"]
        for figure in page["figures"]:
            assert figure["text"] == text[figure["start"] : figure["end"]]
            assert figure["what"]

    def test_names_and_roles_are_the_words_of_the_text(self, name: str) -> None:
        """Every alias and every role occurs word for word; the name is one of the aliases."""
        text = text_of(name)
        for actor in gold_of(name)["actors"]:
            assert actor["name"] in actor["aliases"]
            assert [alias for alias in actor["aliases"] if not occurs(alias, text)] == []
            assert actor["role"] is None or occurs(actor["role"], text)

    def test_days_are_days_in_order(self, name: str) -> None:
        """Both days of an event are given or neither is, and the first is not after the last."""
        for event in gold_of(name)["events"]:
            days = [event["first_day"], event["last_day"]]
            if days == [None, None]:
                continue
            first, last = map(dt.date.fromisoformat, days)
            assert first <= last

    def test_what_happened_is_not_in_the_future(self, name: str) -> None:
        """What happened or was reported began by the day of publication; what is planned ends on that day or later."""
        page = gold_of(name)
        for event in page["events"]:
            if event["first_day"] is None:
                continue
            if event["status"] in {"happened", "reported"}:
                assert event["first_day"] <= page["published"]
            elif event["status"] == "planned":
                assert event["last_day"] >= page["published"]

    def test_questions_are_questions(self, name: str) -> None:
        """The wording of an open question is one English question."""
        for row in gold_of(name)["questions"]:
            assert re.fullmatch(r"[A-Z][^?]*\?", row["question"])
