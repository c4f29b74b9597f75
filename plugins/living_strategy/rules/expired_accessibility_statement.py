"""An accessibility statement that is no longer valid."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.figures.statement_age import EXPIRED, months_since_statement
from living_strategy.rules.context import CheckContext

CODE = "expired-accessibility-statement"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a statement more than thirteen months old."""
    age = months_since_statement(graph.corpus.settings, context.today)
    if age is not None and age.months >= EXPIRED:
        place = graph.corpus.settings_source.locate(("accessibility_statement", "date"))
        yield Diagnostic(CODE, place, {"date": age.date})
