"""`python -m briefing` is the command `briefing`."""

from __future__ import annotations

from briefing.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
