"""The language model is loaded whole, and nothing that is not needed with it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from briefing.analysis.language_models import DEFAULT_MODEL, load_model, model_identity
from briefing.errors import MissingPartError

pytestmark = pytest.mark.model


def test_a_model_that_is_not_installed_is_said() -> None:
    """The error names the command that installs it; a name that is no module is refused as well."""
    with pytest.raises(MissingPartError, match="pip install no-such-model"):
        load_model("no_such_model")
    with pytest.raises(MissingPartError):
        load_model("../x")


def test_the_identity_of_the_model_needs_no_spacy() -> None:
    """Name and version come from the package's metadata."""
    code = "import sys; from briefing.analysis import model_identity; print(model_identity()); assert 'spacy' not in sys.modules"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == model_identity()
    assert "3.8.0" in run.stdout


def test_spacy_is_imported_without_its_command_line() -> None:
    """The stand-in that keeps `spacy.cli` out is gone afterwards: whoever wants it may still import it."""
    code = (
        "import sys; from briefing.analysis.language_models import load_model; load_model();"
        "assert 'spacy' in sys.modules; assert 'spacy.cli' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_model_reads_as_spacy_loads_it() -> None:
    """Leaving out the language's own tokenizer changes nothing: the model's rules, vocabulary and parse are the same."""
    plain: Any = pytest.importorskip("spacy").load(DEFAULT_MODEL)
    ours: Any = load_model()
    text = "Dr. Orr's team can't've left at 5 p.m. on Jan. 3: \"We'll pay $4.2m,\" she said (see www.orr.org)... it's 10km."
    assert plain.tokenizer.to_bytes() == ours.tokenizer.to_bytes()
    assert plain.pipe_names == ours.pipe_names
    assert plain(text).to_json() == ours(text).to_json()
