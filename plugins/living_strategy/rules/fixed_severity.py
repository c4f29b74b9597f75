"""A severity for a check that is always an error."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.codes import CODES
from living_strategy.rules.context import CheckContext
from living_strategy.settings import SeverityChoice

CODE = "fixed-severity"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report codes under `severity` in strategy.yml that cannot be made less serious."""
    for name, choice in graph.corpus.settings.severity.items():
        if name in CODES and CODES[name].fixed and choice is not SeverityChoice.ERROR:
            place = graph.corpus.settings_source.locate(("severity", name), key=True)
            yield Diagnostic(CODE, place, {"name": name})
