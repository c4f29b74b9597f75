"""Local sites that are listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "duplicate-local-site",
    Severity.ERROR,
    message="The number “{value}” is listed twice.",
    hint="Keep the site that is in use.",
    meaning="A municipality or county has one site that is collected from.",
    wrong='sites:\n  - number: "3301"\n    address: https://a.example/\n  - number: "3301"\n    address: https://b.example/',
    right='sites:\n  - number: "3301"\n    address: https://b.example/',
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each further place of a number in local-sites.yml."""
    first = {listed.site.number: listed for listed in reversed(graph.corpus.local_sites)}
    for listed in graph.corpus.local_sites:
        if first[listed.site.number] is not listed:
            related = (first[listed.site.number].location,)
            yield Diagnostic(CODE.name, listed.location, {"value": listed.site.number}, "", related)


RULE = Rule(CODE, check)
