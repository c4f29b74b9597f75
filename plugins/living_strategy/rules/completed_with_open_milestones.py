"""Completed, but a milestone is not reached."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "completed-with-open-milestones",
    Severity.ERROR,
    message="The status is “{status.completed}”, but the milestone “{title}” is not reached.",
    hint="Add “done:” to the milestone, or change the status.",
    meaning="What has the status “{status.completed}” has no open milestones.",
    wrong="status: completed\nmilestones:\n  - {title: I drift, date: 2021}",
    right="status: completed\nmilestones:\n  - {title: I drift, date: 2021, done: 2021-05}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report every milestone without `done` in what is said to be completed."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        if entry.status is Status.COMPLETED:
            for index, milestone in enumerate(entry.milestones):
                if milestone.done is None:
                    location = graph.locate(entry.id, ("milestones", index))
                    yield Diagnostic(CODE.name, location, {"title": milestone.title}, entry.id)


RULE = Rule(CODE, check)
