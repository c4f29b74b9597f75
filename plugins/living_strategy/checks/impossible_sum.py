"""A part that is larger than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph
from living_strategy.loading.yaml_reader import KeyPath
from living_strategy.model import Body, Component, Entry, Network, Project

CODE = "impossible-sum"


@dataclass(frozen=True, slots=True)
class _Sum:
    """`part` adds up to `sum`, and may not be more than `total`, which `whole` gives."""

    part: str
    sum: int
    whole: str
    total: int | None
    path: KeyPath


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report grants over the total cost, users or members over how many there are."""
    for kind in (Project, Component, Network, Body):
        for entry in graph.of_kind(kind):
            for found in _sums(entry):
                if found.total is not None and found.sum > found.total:
                    params = {
                        "part": found.part, "sum": str(found.sum),
                        "whole": found.whole, "total": str(found.total),
                    }  # fmt: skip
                    place = graph.locate(entry.id, found.path)
                    yield Diagnostic(CODE, place, params, entry.id)


def _sums(entry: Entry) -> Iterator[_Sum]:
    if isinstance(entry, Project):
        granted = sum(funding.amount or 0 for funding in entry.funding)
        yield _Sum("funding", granted, "total_cost", entry.total_cost, ("total_cost",))
    elif isinstance(entry, Component):
        for index, count in enumerate(entry.adoption):
            yield _Sum("count", count.count, "total", count.total, ("adoption", index, "count"))
    elif isinstance(entry, Network | Body):
        members = len(set(entry.members))
        yield _Sum("members", members, "member_count", entry.member_count, ("member_count",))
