"""A part that is larger than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Body, Component, Entry, Network, Project
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "impossible-sum",
    Severity.ERROR,
    message="“{part}” adds up to {sum}, more than “{whole}”, which is {total}.",
    hint="Check the figures, or explain the difference in a note.",
    meaning="A part cannot be larger than the whole: grants, or investments and undivided sums of all years and payers, not larger than the total cost, users not more than there are.",
    wrong="total_cost: 10000000\nfunding:\n  - {year: 2019, amount: 15000000}",
    right="total_cost: 20000000\nfunding:\n  - {year: 2019, amount: 15000000}",
)


@dataclass(frozen=True, slots=True)
class _Sum:
    """`part` adds up to `sum`, and may not be more than `total`, which `whole` gives."""

    part: str
    sum: int
    whole: str
    total: int | None
    path: KeyPath


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report grants, or investments and undivided sums of all years and payers, over the total
    cost; users or members over how many there are. Operating costs may go on after the project.
    """
    for project in graph.of_kind(Project):
        granted = sum(funding.amount or 0 for funding in project.funding)
        costs = sum((cost.investment or 0) + (cost.undivided or 0) for cost in project.costs)
        path = ("total_cost",)
        for part, added in (("funding", granted), ("costs", costs)):
            yield from _finding(
                graph, project, _Sum(part, added, "total_cost", project.total_cost, path)
            )
    for component in graph.of_kind(Component):
        for index, users in enumerate(component.adoption):
            users_sum = _Sum(
                "count", users.count, "total", users.total, ("adoption", index, "count")
            )
            yield from _finding(graph, component, users_sum)
    counted: tuple[Network | Body, ...] = (*graph.of_kind(Network), *graph.of_kind(Body))
    for entry in counted:
        yield from _finding(graph, entry, _members(entry))


def _members(entry: Network | Body) -> _Sum:
    path = ("member_count",)
    return _Sum("members", len(set(entry.members)), "member_count", entry.member_count, path)


def _finding(graph: Graph, entry: Entry, addition: _Sum) -> Iterator[Diagnostic]:
    if addition.total is not None and addition.sum > addition.total:
        params = {
            "part": addition.part, "sum": str(addition.sum),
            "whole": addition.whole, "total": str(addition.total),
        }  # fmt: skip
        yield Diagnostic(CODE.name, graph.locate(entry.id, addition.path), params, entry.id)


RULE = Rule(CODE, check)
