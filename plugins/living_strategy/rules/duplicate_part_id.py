"""Two indicators of a goal, or two goals of a framework, with one id."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Entry, Framework, Goal
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "duplicate-part-id",
    Severity.ERROR,
    message="Two entries in “{field}” have the id “{id}”.",
    hint="Give one of them another id.",
    meaning="Indicators of a goal and goals of a framework have ids of their own, and each is used once.",
    wrong="indicators:\n  - {id: bruk, …}\n  - {id: bruk, …}",
    right="indicators:\n  - {id: bruk, …}\n  - {id: bruk-andel, …}",
)


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
            location = graph.locate(entry.id, (field, index, "id"))
            yield Diagnostic(
                CODE.name, location, {"field": field, "id": part_id}, entry.id, related
            )


RULE = Rule(CODE, check)
