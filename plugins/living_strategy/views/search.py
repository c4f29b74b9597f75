"""The search page: a form and a place for results, which a script fills from the index."""

from __future__ import annotations

import json
from collections.abc import Iterator

from living_strategy.artifact import DataFile, Page
from living_strategy.graph import Graph
from living_strategy.model import KINDS
from living_strategy.model.values import Status
from living_strategy.rendering.context import ViewContext

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
        statuses=list(Status),
    )
    words = json.dumps(graph.corpus.search_words, ensure_ascii=False, separators=(",", ":"))
    yield DataFile(path + WORDS, words.encode())
