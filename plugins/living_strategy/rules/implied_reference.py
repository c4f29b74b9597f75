"""A link further up that follows from another link of the same entry."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model.levels import LEVELS, UP
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "implied-reference",
    Severity.INFO,
    message="“{id}” follows from “{other}” already.",
    hint="Take “{id}” out here: pages, lists and sums are the same without it.",
    meaning="A measure belongs to the priority area of each goal that it serves, and a project to those of its measures. Fields that lead further up are for what has nothing between.",
    wrong="goals: [kortere-ventetid]\nareas: [gode-tjenester]",
    right="goals: [kortere-ventetid]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report links to a goal or an area that a nearer link leads to as well."""
    for kind in LEVELS:
        ways = {relation.name for relation in UP[kind.kind]}
        for entry in graph.active(kind) if len(ways) > 1 else ():
            linked = graph.ways.linked_above(entry)
            # Of one level, nothing follows from another.
            if len({parent.kind for parent in linked}) < 2:
                continue
            kept = graph.above(entry)
            if len(kept) == len(linked):
                continue
            implied = {parent.id for parent in linked} - {parent.id for parent in kept}
            for link in graph.outgoing[entry.id]:
                if link.relation.name in ways and link.target in implied:
                    other = next(
                        parent.id
                        for parent in linked
                        if any(above.id == link.target for above in graph.ways.all_above(parent))
                    )
                    params = {"id": link.target, "other": other}
                    yield Diagnostic(CODE.name, graph.locate(entry.id, link.path), params, entry.id)


RULE = Rule(CODE, check)
