"""Completed, but a milestone is not reached."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status
from living_strategy.rules.context import CheckContext

CODE = "completed-with-open-milestones"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report every milestone without `done` in what is said to be completed."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        if entry.status is Status.COMPLETED:
            for index, milestone in enumerate(entry.milestones):
                if milestone.done is None:
                    place = graph.locate(entry.id, ("milestones", index))
                    yield Diagnostic(CODE, place, {"title": milestone.title}, entry.id)
