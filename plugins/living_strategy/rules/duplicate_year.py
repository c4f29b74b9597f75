"""A year that stands twice among the costs."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project
from living_strategy.model.budget import Cost
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "duplicate-year",
    Severity.WARNING,
    message="“{field}” for {year} stands twice with the same payer, and is added up twice.",
    hint="Remove one of them, or say in payer, scheme or budget_line what tells them apart.",
    meaning="A year has one line for each payer and budget line, so that nothing is counted twice.",
    wrong="costs:\n  - {year: 2027, operating: 250000}\n  - {year: 2027, operating: 250000}",
    right="costs:\n  - {year: 2027, operating: 250000}\n  - {year: 2028, operating: 250000}",
)
_SUMS = ("operating", "investment", "undivided")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the second of two sums of one sort, year, payer and budget line."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        first: dict[tuple[object, ...], KeyPath] = {}
        for index, cost in enumerate(entry.costs):
            for name in _SUMS:
                if getattr(cost, name) is None:
                    continue
                path: KeyPath = ("costs", index, name)
                earlier = first.setdefault((name, *_line(cost)), path)
                if earlier is not path:
                    params = {"field": name, "year": str(cost.year)}
                    related = (graph.locate(entry.id, earlier),)
                    location = graph.locate(entry.id, path)
                    yield Diagnostic(CODE.name, location, params, entry.id, related)


def _line(cost: Cost) -> tuple[object, ...]:
    return cost.year, cost.payer, cost.scheme, cost.budget_line


RULE = Rule(CODE, check)
