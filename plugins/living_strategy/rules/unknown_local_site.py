"""Local sites of a municipality or county that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-local-site",
    Severity.ERROR,
    message="There is no municipality or county with the number “{value}”.",
    hint="Write the number of today in quotes: four digits for a municipality, two for a county.",
    meaning="A local site belongs to a municipality or county of today, by its number in the register.",
    wrong='sites:\n  - number: "9999"\n    address: https://strategi.example/',
    right='sites:\n  - number: "3301"\n    address: https://strategi.example/',
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each number in local-sites.yml that is not in the register of places."""
    places = graph.corpus.municipalities
    for listed in graph.corpus.local_sites if places.is_whole else ():
        if listed.site.number not in places.by_number:
            yield Diagnostic(CODE.name, listed.location, {"value": listed.site.number})


RULE = Rule(CODE, check)
