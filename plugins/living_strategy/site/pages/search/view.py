"""The search page: a form and a place for results, which a script fills from the index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from living_strategy.artifact import DataFile, Page
from living_strategy.content.graph import Graph
from living_strategy.figures.areas import areas_of
from living_strategy.figures.facets import status_values
from living_strategy.figures.presence import overviews_with_content
from living_strategy.figures.status_age import first_year, is_doubtful
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry, Measure, Project
from living_strategy.model.levels import LEVELS
from living_strategy.model.values import Status
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.status_words import status_choices

WORDS, FACETS = "search-words.json", "facets.json"


def render(graph: Graph, context: ViewContext) -> Iterator[Page | DataFile]:
    """Yield the page, with synonyms and the choices of its filters. The index is made when all
    pages are written.
    """
    text, path = context.language.text, context.addresses.view("search")
    yield context.page(
        path,
        "search.html",
        title=context.language.page_title("search"),
        in_menu=True,
        description=text("Search in {what}.").format(what=_searched(graph, context.language)),
        script="search.js",
        words=WORDS,
        facets=FACETS,
        lookup=context.addresses.lookup_file
        if "municipalities" in overviews_with_content(graph)
        else "",
        kinds=[
            (kind.kind, text(kind.labels), text(kind.label))
            for kind in KINDS
            if graph.of_kind(kind)
        ],
        areas=graph.by_kind["area"],
        since=first_year(context.today),
        statuses=list(_statuses(graph, context).items()),
    )
    words = json.dumps(graph.corpus.search_words, ensure_ascii=False, separators=(",", ":"))
    yield DataFile(path + WORDS, words.encode())
    yield DataFile(path + FACETS, facets(graph, context))


def facets(graph: Graph, context: ViewContext) -> bytes:
    """Return kind, status, its year, whether it may no longer be true, and areas of every entry by
    its path, as JSON.

    The paths are in order, and pages give them to the index to sort by (`data-pagefind-sort`, with
    `~` for overviews): so the script knows which page is which without fetching any. Described in
    assets/scripts/parts/facets.js, which reads it.
    """
    rows = {
        context.addresses.entry(entry): [
            entry.kind,
            *_status(entry, context),
            [area.id for area in areas_of(graph, entry)],
        ]
        for entry in graph.entries.values()
    }
    ordered = dict(sorted(rows.items()))
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode()


def _searched(graph: Graph, language: Language) -> str:
    """Return in words what can be found: levels that the strategy has, registers, texts."""
    levels = [kind for kind in LEVELS if graph.of_kind(kind)]
    words = [language.noun(kind.kind).many for kind in levels]
    if any(graph.of_kind(kind) for kind in KINDS if kind not in LEVELS):
        words.append(language.text("registers"))
    return language.all_of([*words, language.text("texts")])


def _status(entry: Entry, context: ViewContext) -> tuple[str, int | None, int]:
    if not isinstance(entry, Measure | Project):
        return "", None, 0
    year = entry.status_date.year if entry.status_date else None
    return entry.status.value, year, int(is_doubtful(entry, context.today))


def _statuses(graph: Graph, context: ViewContext) -> dict[str, str]:
    """Return every status, and of those that may be old the part that is confirmed."""
    counts = Counter(dict.fromkeys((status.value for status in Status), 0))
    for entry in (*graph.of_kind(Measure), *graph.of_kind(Project)):
        counts.update(status_values(entry, context.today))
    return status_choices(counts, context.language, context.today)


PAGE = PageType("search", render)
