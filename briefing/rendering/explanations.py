"""Why a page says what it says, below the page: as Markdown, and as text for a terminal. Every word of an article is filtered and escaped."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from briefing.errors import UsageError
from briefing.rendering.characters import plain, to_ascii
from briefing.rendering.markdown_words import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.model.explanation import Explanation, NameReason

__all__ = ["render_explanation"]

_HEADING = "Why these names"
_NOTE = "For each actor: the words that were taken for it, why, and where they stand first."
_NOBODY = "There is no actor to explain."
_LEAST_WIDTH = 40


def render_explanation(
    explanation: Explanation,
    format: str = "markdown",
    *,
    named: bool = False,
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str:
    """An explanation in one format, with a final line feed.

    Args:
        explanation: The explanation.
        format: "markdown" or "terminal".
        named: True to name the article in the heading.
        width: The columns of the terminal.
        ascii: Whether the terminal has ASCII alone.
        color: Whether the terminal has colours.

    Raises:
        UsageError: The format is neither.
    """
    heading = f"{_HEADING}: {plain(explanation.title)}" if named and plain(explanation.title) else _HEADING
    if format == "markdown":
        return _markdown(explanation, heading)
    if format == "terminal":
        return _terminal(explanation, heading, max(width, _LEAST_WIDTH), ascii=ascii, color=color)
    raise UsageError(f"there is no explanation as '{format}'", remedy="choose one of markdown, terminal")


def _markdown(explanation: Explanation, heading: str) -> str:
    lines = [f"## {escape_markdown(heading)}", "", f"*{_NOTE}*" if explanation.actors else _NOBODY, ""]
    for actor in explanation.actors:
        lines.append(f"- **{escape_markdown(actor.name)}**, {actor.kind.value}")
        lines.extend(
            f"  - {escape_markdown(reason.words)}: {escape_markdown(_reason(reason))}" for reason in actor.names
        )
    return "\n".join(lines).rstrip() + "\n"


def _terminal(explanation: Explanation, heading: str, width: int, *, ascii: bool, color: bool) -> str:
    shown: Callable[[str], str] = to_ascii if ascii else str
    *above, last = wrap(shown(heading), width)
    rule = ("-" if ascii else "─") * (width - len(last) - 1)
    # The styles of the page above.
    lines = [_styled(line, "1;36", color=color) for line in (*above, last)]
    lines[-1] += f" {_styled(rule, '36', color=color)}" if rule else ""
    note = wrap(_NOTE if explanation.actors else _NOBODY, width - 1)
    lines += [f" {_styled(line, '2', color=color)}" for line in note]
    for actor in explanation.actors:
        lines.append("")
        first, *rest = wrap(shown(f"{plain(actor.name)}, {actor.kind.value}"), width - 1) or [""]
        lines += [f" {_styled(line, '1', color=color)}" for line in (first, *rest)]
        for reason in actor.names:
            text = shown(f"{plain(reason.words)}: {_reason(reason)}")
            lines += wrap(text, width, initial_indent="   ", subsequent_indent="     ")
    return "\n".join(lines) + "\n"


def _reason(reason: NameReason) -> str:
    """The rule, where the words stand first, and how often they do: "the surname of ... (¶2, sentence 1; 5 times)"."""
    paragraph, sentence = reason.place
    times = f"; {reason.times} times" if reason.times > 1 else ""
    return f"{plain(reason.why)} (¶{paragraph}, sentence {sentence}{times})"


def _styled(text: str, style: str, *, color: bool) -> str:
    """The text in an ANSI style; the text has no control character of its own."""
    return f"\x1b[{style}m{text}\x1b[0m" if color and text else text
