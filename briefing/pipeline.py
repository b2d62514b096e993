"""The stages in a row: an article in, a page out. The only importer of stages.

Third parties wait inside the stages' functions: importing this module loads none of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing._version import __version__
from briefing.aliases import read_aliases
from briefing.analysis import DEFAULT_MODEL, analyse_document, model_identity
from briefing.composition import compose_brief, compose_summary, find_candidates
from briefing.composition.date_text import date_text
from briefing.composition.focus import speaks_of
from briefing.explanation import explain_actors
from briefing.model.brief import Brief, MadeBy
from briefing.model.text import Document
from briefing.options import Options
from briefing.reading import read_source
from briefing.reading.corpora import read_corpus
from briefing.rendering import (
    FORMATS,
    body_words,
    render_brief,
    render_calendar,
    render_explanation,
    render_findings,
    render_pages,
    render_summaries,
    render_summary,
    render_table,
)
from briefing.rendering.markdown import check_body
from briefing.segment import segment_source
from briefing.selection import METHODS, select_sentences
from briefing.templates import Template, find_template

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.composition import Candidates
    from briefing.model.aliases import Aliases
    from briefing.model.brief import Line, Ranking
    from briefing.model.explanation import Explanation
    from briefing.model.findings import Analysis
    from briefing.model.text import Source

__all__ = [
    "DEFAULT_MODEL",
    "FORMATS",
    "METHODS",
    "analyse",
    "body_words",
    "brief",
    "check_template",
    "date_text",
    "explain",
    "explained_brief",
    "model_identity",
    "rank",
    "read",
    "read_aliases",
    "read_corpus",
    "render",
    "render_calendar",
    "render_explanation",
    "render_findings",
    "render_summaries",
    "render_summary",
    "render_table",
    "segment_source",
    "summarize",
    "summary_lines",
    "unmet_focus",
]

# A page has at most half of the article's words, but may always have this many (DESIGN, "The page").
_LEAST_BUDGET = 120
# Composition is run again with what the page was over or under; it is near after two or three rounds.
_ROUNDS = 8
# Sentences that composition may choose the bottom line and the key points from: more than any plan shows.
_CANDIDATES = 14
# A page this many words under its budget has no room for another line.
_NEAR = 12


def read(origin: str, *, source_id: str = "a1", published: datetime.date | None = None) -> Source:
    """The article at a path, or "-" for standard input; a web address is refused as a usage error until it can be read.

    Raises:
        InputError: It is missing, empty, binary or otherwise not to be read.
        MissingPartError: Reading its format needs a part that is not installed.
    """
    return read_source(origin, source_id=source_id, published=published)


def analyse(
    source: Source, *, model: str = "", focus: tuple[str, ...] = (), aliases: Aliases | None = None
) -> Analysis:
    """Everything that is found in an article: actors, dates, events, quotes, questions, figures.

    Args:
        source: The article.
        model: An installed spaCy model; "" for the pinned one.
        focus: What the reader is interested in.
        aliases: Which names are one actor's and which are not, as `read_aliases` gives it; it goes before what is found.

    Raises:
        MissingPartError: The model is not installed.
    """
    document = segment_source(source)
    return analyse_document(document, model=model or DEFAULT_MODEL, focus=focus, aliases=aliases)


def summarize(
    source: Source,
    method: str = "consensus",
    sentences: int | None = None,
    *,
    words: int | None = None,
    percent: float | None = None,
    order: str = "text",
) -> tuple[Line, ...]:
    """The sentences that say most, in the order of the text; no language model is loaded.

    Args:
        source: The article.
        method: One of `METHODS`.
        sentences: How many; 3 where nothing is asked.
        words: Whole sentences within this many words, at least one; goes before `sentences`.
        percent: This share of the article's sentences, where neither of the others is given.
        order: "text", or "rank" for the best first.

    Raises:
        UsageError: The method or the order is not known.
    """
    return summary_lines(rank(source, method, sentences, words=words, percent=percent), order=order)


def rank(
    source: Source | Document,
    method: str = "consensus",
    sentences: int | None = None,
    *,
    words: int | None = None,
    percent: float | None = None,
) -> Ranking:
    """The ranking behind `summarize`, with the place that each method gave each sentence; a document is not segmented again.

    Raises:
        UsageError: The method is not known.
    """
    document = source if isinstance(source, Document) else segment_source(source)
    return select_sentences(document, method=method, sentences=sentences, words=words, percent=percent)


def summary_lines(ranking: Ranking, *, order: str = "text") -> tuple[Line, ...]:
    """The chosen sentences of a ranking as cited lines.

    Raises:
        UsageError: The order is neither "text" nor "rank".
    """
    return compose_summary(ranking, order=order)


def brief(
    source: Source,
    template: str | Template = "brief",
    *,
    options: Options | None = None,
    folder: Path | None = None,
    aliases: Aliases | None = None,
) -> Brief:
    """One page about an article.

    Args:
        source: The article.
        template: The template, its name, or its path.
        options: Model, method, focus, words and the path of an alias file; the template is the argument's.
        folder: The user's own templates.
        aliases: Which names are one actor's and which are not, as `read_aliases` gives it; goes before that of the options.

    Raises:
        UsageError: The template or the method is not known, or the alias file is at fault.
        TemplateError: The template is at fault.
        MissingPartError: The model is not installed.
    """
    return _brief(source, template, options or Options(), folder, aliases)[0]


def explained_brief(
    source: Source,
    template: str | Template = "brief",
    *,
    options: Options | None = None,
    folder: Path | None = None,
    aliases: Aliases | None = None,
) -> tuple[Brief, Explanation]:
    """The page that `brief` makes of an article, and why it says what it says.

    Raises:
        UsageError: The template or the method is not known, or the alias file is at fault.
        TemplateError: The template is at fault.
        MissingPartError: The model is not installed.
    """
    page, analysis = _brief(source, template, options or Options(), folder, aliases)
    return page, explain(analysis, page)


def unmet_focus(source: Source, focus: Sequence[str], *, aliases: Aliases | None = None) -> tuple[str, ...]:
    """What the reader is interested in and the article does not speak of, under no name that the alias file knows."""
    return tuple(term for term in focus if not speaks_of(source.text, _names_of(term, aliases)))


def explain(analysis: Analysis, page: Brief | None = None) -> Explanation:
    """Why the names of the actors were taken for theirs: of those on a page, or of all where there is none."""
    return explain_actors(analysis, only=None if page is None else tuple(line.id for line in page.actors))


def render(
    page: Brief | Sequence[Brief],
    format: str = "markdown",
    *,
    template: Template | None = None,
    width: int = 80,
    ascii: bool = False,
    color: bool = False,
) -> str | bytes:
    """The page in a format: `str`, or `bytes` for a binary one.

    Args:
        page: The page; or several, which go one after another (in JSON, an array).
        format: One of `FORMATS`.
        template: The template whose body makes the Markdown; None for the built-in one that the page names.
        width: The columns of the terminal page.
        ascii: True for a terminal page of ASCII only.
        color: True for a coloured terminal page.

    Raises:
        UsageError: The format is not known.
        TemplateError: The template's body is at fault.
    """
    body = template.body if template else None
    pages = (page,) if isinstance(page, Brief) else tuple(page)
    return render_pages(pages, format, body=body, width=width, ascii=ascii, color=color)


def check_template(template: Template, source: Source) -> Brief:
    """The page that a template makes of an article, where nothing is wrong with the template.

    Raises:
        TemplateError: Its body is no Jinja, uses a name that is not there, or fails.
        MissingPartError: The model is not installed.
    """
    check_body(template.body)
    return brief(source, template)


def _brief(
    source: Source, template: str | Template, options: Options, folder: Path | None, aliases: Aliases | None
) -> tuple[Brief, Analysis]:
    """The page, and the analysis that it was composed from."""
    if isinstance(template, str):
        template = find_template(template, folder=folder)
    if aliases is None and options.aliases:
        aliases = read_aliases(options.aliases)
    analysis = analyse(source, model=options.model, focus=options.focus, aliases=aliases)
    ranking = select_sentences(analysis.document, method=options.method, sentences=_CANDIDATES, analysis=analysis)
    made_by = _made_by(template, options, aliases)
    terms = [name for term in options.focus for name in _names_of(term, aliases)]
    candidates = find_candidates(analysis, ranking, focus=terms)
    words = len(source.text.split())
    return _fit(candidates, template, made_by=made_by, words_read=words, asked=options.words), analysis


def _names_of(term: str, aliases: Aliases | None) -> tuple[str, ...]:
    """A term of the focus, and what else the alias file calls the actor that it names."""
    return aliases.names_of(term) if aliases else (term,)


def _made_by(template: Template, options: Options, aliases: Aliases | None) -> MadeBy:
    model = options.model or DEFAULT_MODEL
    shown = {
        "method": options.method,
        "words": str(options.words) if options.words else "",
        "focus": ", ".join(options.focus),
        # The file's hash, as of the template: its name says nothing to another machine, and what else it holds is its owner's.
        "aliases_sha256": aliases.identity if aliases else "",
    }
    return MadeBy(
        version=__version__,
        model=model_identity(model) or model,
        template=template.name,
        template_sha256=template.sha256,
        options=tuple((name, value) for name, value in shown.items() if value),
    )


def _fit(candidates: Candidates, template: Template, *, made_by: MadeBy, words_read: int, asked: int) -> Brief:
    """The fullest page whose body, as Markdown, keeps to its words; the shortest one where none does.

    Composition counts by estimate, the template decides what is printed: the difference is given back to composition as more or
    fewer words until the page is just within its budget.
    """
    budget = min(asked or template.plan.words, max(_LEAST_BUDGET, words_read // 2))
    plan = replace(template.plan, words=budget)
    tried: dict[int, tuple[int, Brief]] = {}
    allowed = budget
    for _ in range(_ROUNDS):
        page = compose_brief(candidates, replace(plan, words=allowed), made_by=made_by)
        # The by-line has as many words whatever number of them it tells: one is given so that it is not counted on a draft first.
        count = body_words(str(render_brief(replace(page, plan=plan, words=1), "markdown", body=template.body)))
        tried[allowed] = count, page
        if budget - _NEAR <= count <= budget or (count <= budget and not page.left_out):
            break
        allowed = _next(tried, allowed + budget - count, budget)
        if allowed in tried:
            break
    fitting = [result for result in tried.values() if result[0] <= budget]
    count, page = max(fitting, key=_count) if fitting else min(tried.values(), key=_count)
    return replace(page, plan=plan, words=count)


def _next(tried: dict[int, tuple[int, Brief]], wanted: int, budget: int) -> int:
    """The words to allow next: `wanted`, kept strictly between the largest that fitted and the smallest that did not.

    As long as none fits the steps grow: a few words less often make the same page.
    """
    low = max((allowed for allowed, (count, _) in tried.items() if count <= budget), default=0)
    high = min((allowed for allowed, (count, _) in tried.items() if count > budget and allowed > low), default=0)
    if high and not low and len(tried) > 1:
        wanted = min(wanted, high - 2 ** len(tried))
    elif high and not low < wanted < high:
        wanted = (low + high) // 2
    return max(1, wanted)


def _count(result: tuple[int, Brief]) -> int:
    return result[0]
