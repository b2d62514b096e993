"""Imports of parts of large packages without the rest: `import_beside` and `import_within`, for spaCy, sumy and NLTK.

Some packages import far more than they need for what we ask of them: spaCy its command line, sumy an HTTP client, NLTK all of itself.
While such an import runs, stand-ins take the place of what is not needed in `sys.modules`; afterwards they are gone, so that anybody else
in the process who asks for the real modules gets them. Where an import does not work that way, because another version of the package
is made differently, it is done again in the ordinary way: then it only takes longer. No other thread may import the same packages meanwhile.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["import_beside", "import_within"]

# What another version of a package may raise when a module that it needs turns out to be a stand-in.
_REFUSALS = (ImportError, AttributeError, TypeError, KeyError)


class _StandIn(ModuleType):
    """A module that does nothing until it is used, and is then the real one."""

    def __getattr__(self, name: str) -> Any:
        """What the real module has by that name.

        Raises:
            AttributeError: It is asked for while the stand-in is in place: the real one would be needed now.
        """
        if name.startswith("__") or sys.modules.get(self.__name__) is self:
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def import_beside(name: str, stand_ins: Mapping[str, Sequence[str]]) -> ModuleType:
    """The module of that name, imported while others that it names have stand-ins.

    Args:
        name: The module.
        stand_ins: The modules that are not needed, and for each the functions that are taken from it by name. Parents come first. One that
            is loaded already has no stand-in. What was taken from a stand-in works: the real module is loaded when it is first used.
    """
    if name not in sys.modules:
        missing = {other: names for other, names in stand_ins.items() if other not in sys.modules}
        try:
            with _in_place({other: _stand_in(other, names) for other, names in missing.items()}):
                return import_module(name)
        except _REFUSALS:
            pass
    return import_module(name)


def import_within(names: Sequence[str], stand_ins: Mapping[str, Sequence[str]]) -> tuple[ModuleType, ...]:
    """Modules deep in a package, imported without what the packages around them import for themselves.

    The packages around a module are in place as mere folders. Afterwards nothing of the package is left in `sys.modules`: what is returned
    belongs to the caller alone, and whoever imports the package gets a whole one.

    Args:
        names: The modules, all of one package. Where that is loaded already, they are imported in the ordinary way.
        stand_ins: As for `import_beside`.
    """
    top = names[0].partition(".")[0]
    spec = find_spec(top) if top not in sys.modules else None
    if spec is not None and spec.submodule_search_locations:
        folder = Path(spec.submodule_search_locations[0])
        around = dict.fromkeys(parent for name in names for parent in _parents(name))
        modules: dict[str, ModuleType] = {parent: _folder(parent, folder) for parent in around}
        modules |= {other: _stand_in(other, taken) for other, taken in stand_ins.items() if other not in sys.modules}
        try:
            with _in_place(modules, forgotten=top):
                return tuple(import_module(name) for name in names)
        except _REFUSALS:
            pass
    return tuple(import_module(name) for name in names)


@contextmanager
def _in_place(modules: Mapping[str, ModuleType], *, forgotten: str = "") -> Iterator[None]:
    """Modules that are in `sys.modules` for a while; with them goes all that was imported of the package `forgotten`."""
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name, module in modules.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
            parent = sys.modules.get(name.rpartition(".")[0])
            if parent is not None and vars(parent).get(name.rpartition(".")[2]) is module:
                delattr(parent, name.rpartition(".")[2])
        if forgotten:
            for name in [name for name in sys.modules if name == forgotten or name.startswith(f"{forgotten}.")]:
                del sys.modules[name]


def _parents(name: str) -> list[str]:
    """The packages around a module, the outermost first."""
    parts = name.split(".")[:-1]
    return [".".join(parts[: count + 1]) for count in range(len(parts))]


def _folder(name: str, top: Path) -> ModuleType:
    """A package as a mere folder, what Python calls a namespace package: its modules can be imported, its own code does not run."""
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [str(top.joinpath(*name.split(".")[1:]))]
    return module_from_spec(spec)


def _stand_in(name: str, taken: Sequence[str]) -> ModuleType:
    """The stand-in of a module, with a function for each name that is taken from it."""
    module = _StandIn(name)
    module.__path__ = []
    for each in taken:
        setattr(module, each, _late(name, each))
    return module


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function that calls the real one of a module, which it imports first."""

    def call(*arguments: object, **options: object) -> Any:
        return getattr(import_module(module), name)(*arguments, **options)

    return call
