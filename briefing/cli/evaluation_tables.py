"""What `briefing evaluate` found, as a table for readers and as rows and values for programs."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing._version import __version__
from briefing.cli import output
from briefing.cli.messages import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.errors import InputError
    from briefing.evaluation import Evaluation, MethodScores
    from briefing.options import Options

__all__ = ["Length", "render_evaluation"]

# Digits after the point; a hundredth of a percent is far below what any corpus can tell apart.
_DIGITS = 2
# As wide as the plus sign beside it.
_MINUS = "\N{MINUS SIGN}"
_NUMBERS = ("R-1", "R-2", "R-L", "words", "ms")
_LEGEND = (
    "R-1, R-2, R-L: ROUGE-1, ROUGE-2 and ROUGE-Lsum, F measure in percent, words stemmed. Against lead: the mean of the three minus that of the "
    "article's first sentences, and its {level} % interval (paired bootstrap over articles), unsure where that holds zero. Words: the mean length."
)
_TIMES = " ms: the median time for an article that is split into sentences already."


class Length(NamedTuple):
    """How long the summaries were asked to be: a number of "sentences" or "words"."""

    number: int
    unit: str


def render_evaluation(
    evaluation: Evaluation,
    format: str,
    options: Options,
    *,
    corpus: str,
    length: Length,
    left_out: Sequence[InputError] = (),
    times: bool = True,
) -> str:
    """The scores as a table, Markdown, CSV or JSON.

    Args:
        evaluation: The scores; of one article at least.
        format: "table", "markdown", "csv" or "json".
        options: Width, colour and ASCII, for the table.
        corpus: The path of the file, or "-".
        length: How long the summaries were asked to be.
        left_out: Why rows were left out.
        times: False to leave out the times: all else is the same in every run.
    """
    from briefing import pipeline  # noqa: PLC0415 - the stages are loaded once the arguments are known to be sound
    from briefing.evaluation import LEVEL  # noqa: PLC0415 - as above

    if format == "json":
        value = _value(evaluation, corpus, length, left_out, times=times)
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if format == "csv":
        rows = [_row(scores, evaluation.articles, length, times=times) for scores in evaluation.methods]
        return pipeline.render_findings("methods", rows, "csv")
    shown = [_shown(scores, times=times) for scores in evaluation.methods]
    heading = _heading(evaluation.articles, corpus, length)
    legend = _LEGEND.format(level=LEVEL) + (_TIMES if times else "")
    if format == "markdown":
        return f"{heading}\n\n{pipeline.render_findings('methods', shown, format)}\n{legend}\n"
    width = output.width_of(options)
    table = pipeline.render_table(
        "methods",
        shown,
        numbers=_NUMBERS,
        width=width,
        ascii=output.is_ascii(options),
        color=output.is_colored(options),
    )
    return "\n\n".join([textwrap.fill(heading, width), table.strip("\n"), textwrap.fill(legend, width)]) + "\n"


def _heading(articles: int, corpus: str, length: Length) -> str:
    name = "standard input" if corpus == "-" else printable(corpus)
    unit = length.unit if length.number != 1 else length.unit.removesuffix("s")
    size = f"{'at most ' if length.unit == 'words' else ''}{length.number} {unit}"
    return f"{articles:,} article{'' if articles == 1 else 's'} of {name}, each summed up in {size}"


def _figures(scores: MethodScores) -> dict[str, float]:
    """The figures of a method by the names that programs see; whole numbers of hundredths."""
    from briefing.evaluation import MEASURES  # noqa: PLC0415 - see render_evaluation

    figures = dict(zip(MEASURES, (*scores.rouge, scores.rouge.mean), strict=True))
    figures |= {"words": scores.words, "sentences": scores.sentences}
    return {name: round(figure, _DIGITS) for name, figure in figures.items()}


def _times(scores: MethodScores, *, times: bool) -> dict[str, float]:
    """What is not the same in every run, in a field of its own."""
    return {"ms_per_article": round(scores.milliseconds, _DIGITS)} if times else {}


def _shown(scores: MethodScores, *, times: bool) -> dict[str, str]:
    """The row of a method for readers."""
    against = "(baseline)"
    gain = scores.differences.get("mean")
    if gain is not None:
        verdict = ("better" if gain.mean > 0 else "worse") if gain.is_clear else "unsure"
        figures = f"{gain.mean:+.2f} [{gain.low:+.2f}, {gain.high:+.2f}]".replace("-", _MINUS)
        against = f"{figures} {verdict}"
    return {
        "method": scores.method,
        **{name: f"{figure:.1f}" for name, figure in zip(_NUMBERS, scores.rouge, strict=False)},
        "against lead": against,
        "words": f"{scores.words:.0f}",
        **({"ms": f"{scores.milliseconds:.1f}"} if times else {}),
    }


def _row(scores: MethodScores, articles: int, length: Length, *, times: bool) -> dict[str, object]:
    """The row of a method for programs; what has no meaning for the baseline is empty."""
    from briefing.evaluation import MEASURES  # noqa: PLC0415 - see render_evaluation

    row: dict[str, object] = {"method": scores.method, "articles": articles, f"asked_{length.unit}": length.number}
    row |= _figures(scores)
    for name in MEASURES:
        gain = scores.differences.get(name)
        row[f"{name}_minus_lead"] = None if gain is None else round(gain.mean, _DIGITS)
        row[f"{name}_minus_lead_low"] = None if gain is None else round(gain.low, _DIGITS)
        row[f"{name}_minus_lead_high"] = None if gain is None else round(gain.high, _DIGITS)
    return row | _times(scores, times=times)


def _value(
    evaluation: Evaluation, corpus: str, length: Length, left_out: Sequence[InputError], *, times: bool
) -> dict[str, Any]:
    """Everything as plain values for JSON."""
    from briefing.evaluation import BASELINE, DRAWS, LEVEL, SEED  # noqa: PLC0415 - see render_evaluation

    return {
        "corpus": corpus,
        "articles": evaluation.articles,
        "left_out": [{"where": fault.where, "code": fault.code, "what": fault.what} for fault in left_out],
        "asked": {length.unit: length.number},
        "measure": "ROUGE F measure in percent, words stemmed, the mean over the references of an article",
        "baseline": BASELINE,
        "interval": {"percent": LEVEL, "method": "paired bootstrap over articles", "draws": DRAWS, "seed": SEED},
        "briefing": __version__,
        "methods": [
            {
                "method": scores.method,
                **_figures(scores),
                "minus_lead": {
                    name: {key: round(figure, _DIGITS) for key, figure in gain._asdict().items()}
                    for name, gain in scores.differences.items()
                },
                **_times(scores, times=times),
            }
            for scores in evaluation.methods
        ],
    }
