"""The search page: a form and a place for results, which a script fills from the index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from living_strategy.artifact import DataFile, Page
from living_strategy.content.graph import Graph
from living_strategy.figures.facets import facet_values
from living_strategy.figures.status_age import first_year
from living_strategy.model import KINDS, Measure, Project
from living_strategy.model.values import Status
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.status_words import status_choices

WORDS = "search-words.json"


def render(graph: Graph, context: ViewContext) -> Iterator[Page | DataFile]:
    """One page, and the words that mean the same; the host makes the index when all is written."""
    text, path = context.language.text, context.addresses.view("search")
    yield context.page(
        path,
        "search.html",
        title=text("Search"),
        in_menu=True,
        description=text("Search in goals, measures, joint projects and registers."),
        words=WORDS,
        lookup=context.addresses.places,
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


def _statuses(graph: Graph, context: ViewContext) -> dict[str, str]:
    """Every status, and of those that may be old the part that is confirmed."""
    counts = Counter(dict.fromkeys((status.value for status in Status), 0))
    for entry in (*graph.of_kind(Measure), *graph.of_kind(Project)):
        counts.update(facet_values(graph, entry, context.today)["status"])
    return status_choices(counts, context.language, context.today)


PAGE = PageType("search", render)
