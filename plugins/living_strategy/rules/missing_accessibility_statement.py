"""A public website without the accessibility statement that the law demands."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.context import CheckContext
from living_strategy.settings import Publication

CODE = "missing-accessibility-statement"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a site that a public body answers for and that links to no statement."""
    settings = graph.corpus.settings
    if settings.publication is Publication.OFFICIAL and not settings.accessibility_statement:
        yield Diagnostic(CODE, graph.corpus.settings_source.locate(("title",)), {})
