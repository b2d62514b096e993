"""The command line: parse, call the pipeline, write, set the exit code. Typer lives here, and here only is anything printed."""

from __future__ import annotations

from briefing.cli.application import main

__all__ = ["main"]
