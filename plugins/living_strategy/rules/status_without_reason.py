"""Paused or stopped, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status
from living_strategy.rules.context import CheckContext

CODE = "status-without-reason"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report measures and projects that were paused or stopped without `status_reason`."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        record = graph.record(entry.id)
        needs_reason = entry.status in (Status.PAUSED, Status.STOPPED)
        if needs_reason and record.lacks("status_reason"):
            params = {"status": entry.status.value}
            yield Diagnostic(CODE, record.locate("status"), params, entry.id)
