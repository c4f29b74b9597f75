"""Paused or stopped, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "status-without-reason",
    Severity.ERROR,
    message="The status is “{status}”, but no reason is given.",
    hint="Add “status_reason:” with one sentence.",
    meaning="Readers shall not have to guess why something is “{status.paused}” or “{status.stopped}”.",
    wrong="status: stopped",
    right="status: stopped\nstatus_reason: Selskapet ble avviklet.",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report measures and projects that were paused or stopped without `status_reason`."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        record = graph.record(entry.id)
        if entry.status.needs_reason and record.lacks("status_reason"):
            params = {"status": entry.status.value}
            yield Diagnostic(CODE.name, record.locate("status"), params, entry.id)


RULE = Rule(CODE, check)
