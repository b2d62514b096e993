"""Draws `docs/page.svg`, the README's picture: the terminal's page of a sample article, made by the tool itself.

python docs/picture.py [ARTICLE] [WIDTH]
"""

from __future__ import annotations

import sys
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(_FOLDER.parent))

from briefing import pipeline  # noqa: E402 - the checkout must be on the path first
from briefing.rendering import export_svg  # noqa: E402

_ARTICLE = "seeds/ferrin-dam.md"
_WIDTH = 120


def draw_picture(article: str = _ARTICLE, width: int = _WIDTH) -> Path:
    """The file that the picture of an article's page was written to; the same bytes for the same article and version."""
    path = _FOLDER / "page.svg"
    page = pipeline.brief(pipeline.read(str(_FOLDER.parent / article)))
    path.write_text(export_svg(page, width=width), encoding="utf-8")
    return path


if __name__ == "__main__":
    draw_picture(*sys.argv[1:2], *(int(width) for width in sys.argv[2:3]))
