"""A one-page brief of an article, every line cited to the words it came from.

    source = briefing.read("article.html")
    page = briefing.brief(source)
    print(briefing.render(page, "markdown"))

Names are loaded when they are first used, so that `import briefing` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from briefing._version import __version__

if TYPE_CHECKING:
    from briefing import segment
    from briefing.errors import BriefingError
    from briefing.model.text import Source
    from briefing.pipeline import FORMATS, METHODS, analyse, brief, read, read_aliases, render, summarize
    from briefing.wire import to_dict

__all__ = [
    "FORMATS",
    "METHODS",
    "BriefingError",
    "Source",
    "__version__",
    "analyse",
    "brief",
    "read",
    "read_aliases",
    "render",
    "segment",
    "summarize",
    "to_dict",
]

# Where each name lives; "" for a module of the package itself.
_HOMES = {
    "FORMATS": "pipeline",
    "METHODS": "pipeline",
    "BriefingError": "errors",
    "Source": "model.text",
    "analyse": "pipeline",
    "brief": "pipeline",
    "read": "pipeline",
    "read_aliases": "aliases",
    "render": "pipeline",
    "segment": "",
    "summarize": "pipeline",
    "to_dict": "wire",
}


def __getattr__(name: str) -> object:
    """The public name, from the module it lives in.

    Raises:
        AttributeError: There is no such public name.
    """
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = _HOMES[name]
    value = getattr(import_module(f"{__name__}.{home}"), name) if home else import_module(f"{__name__}.{name}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *__all__})
