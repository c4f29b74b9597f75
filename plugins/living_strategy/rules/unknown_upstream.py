"""Records about a strategy above that strategy.yml does not name."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity, nearest
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-upstream",
    Severity.ERROR,
    message="strategy.yml names no strategy “{name}” that this one follows.",
    hint="Add it under “upstream” in strategy/strategy.yml, with name and title.",
    hint_near="Did you mean “{near}”? Else add it under “upstream” in strategy/strategy.yml.",
    meaning="The folder below adoption/ has the short name of the strategy that the records are about.",
    wrong="adoption/nasjonl/kortere-ventetid.yml",
    right="adoption/nasjonal/kortere-ventetid.yml",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each record in a folder that has the name of no upstream."""
    names = graph.corpus.upstreams
    for record in graph.corpus.adoptions:
        if record.upstream not in names:
            params = {"name": record.upstream, "near": nearest(record.upstream, names)}
            yield Diagnostic(CODE.name, record.locate("state"), params, record.id)


RULE = Rule(CODE, check)
