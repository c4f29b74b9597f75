"""Two indicators of a goal, or two goals of a framework, with one id."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Entry, Framework, Goal
from living_strategy.rules.context import CheckContext

CODE = "duplicate-part-id"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the second part of an entry that has the same id as an earlier one."""
    for goal in graph.of_kind(Goal):
        yield from _repeated(graph, goal, "indicators", [part.id for part in goal.indicators])
    for framework in graph.of_kind(Framework):
        yield from _repeated(graph, framework, "goals", [part.id for part in framework.goals])


def _repeated(graph: Graph, entry: Entry, field: str, ids: list[str]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for index, part_id in enumerate(ids):
        if first.setdefault(part_id, index) != index:
            related = (graph.locate(entry.id, (field, first[part_id], "id")),)
            place = graph.locate(entry.id, (field, index, "id"))
            yield Diagnostic(CODE, place, {"field": field, "id": part_id}, entry.id, related)
