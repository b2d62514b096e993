"""Reads the environment and the configuration files; `briefing.options` decides what holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.options import Chosen, choose_options

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["choose", "config_files", "templates_folder"]


def choose(**flags: object) -> Chosen:
    """The options that hold for these flags, the environment and the configuration files.

    Raises:
        UsageError: A value is not what its option takes, or a file cannot be read.
    """
    return choose_options(flags, environment=os.environ, files=tuple(_texts()))


def config_files() -> tuple[Path, ...]:
    """Where configuration is looked for: the current folder goes before the user's own."""
    return Path("briefing.toml"), _user_folder() / "config.toml"


def templates_folder() -> Path:
    """Where the user's own templates are."""
    return _user_folder() / "templates"


def _user_folder() -> Path:
    from platformdirs import user_config_path  # noqa: PLC0415 - `--help` has no need of it

    return user_config_path("briefing", appauthor=False)


def _texts() -> Iterator[tuple[str, str]]:
    for path in config_files():
        try:
            yield str(path), path.read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except UnicodeDecodeError as error:
            raise UsageError("it is not UTF-8 text", where=str(path)) from error
        except OSError as error:
            raise UsageError(error.strerror or "it cannot be read", where=str(path)) from error
