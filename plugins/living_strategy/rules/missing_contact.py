"""A public website that does not say whom its readers can write to."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.context import CheckContext
from living_strategy.settings import Publication

CODE = "missing-contact"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a site that a public body answers for and that names no address."""
    settings = graph.corpus.settings
    if settings.publication is Publication.OFFICIAL and not settings.contact:
        yield Diagnostic(CODE, graph.corpus.settings_source.locate(("title",)), {})
