"""The word lists of the package."""

from __future__ import annotations

from importlib import resources

import pytest

from briefing.errors import LexiconError
from briefing.lexicon import load_lexicon

NAMES = sorted(
    item.name.removesuffix(".toml")
    for item in resources.files("briefing").joinpath("data").iterdir()
    if item.name.endswith(".toml")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_word_list_says_its_source(name: str) -> None:
    """A list without a source could not be checked by anyone."""
    assert load_lexicon(name).source


def test_a_list_is_found_by_its_dotted_key() -> None:
    """`words` gives a set, `ordered` the order of the file."""
    events = load_lexicon("events")
    assert "say" in events.words("verbs.speech")
    assert events.ordered("verbs.speech")[0] == "say"


@pytest.mark.parametrize("key", ["nothing", "verbs.nothing", "verbs", "verbs.speech.say"])
def test_a_key_that_is_no_list_is_said(key: str) -> None:
    """The error names the file and the key."""
    with pytest.raises(LexiconError, match=rf"events\.toml: lexicon: the entry '{key}'"):
        load_lexicon("events").words(key)


def test_a_missing_file_is_said() -> None:
    """The error names the file that is not there."""
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        load_lexicon("nowhere")
