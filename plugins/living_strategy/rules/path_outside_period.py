"""A value on the path to a target that lies before the baseline or after the target."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Particulars
from living_strategy.model import Goal
from living_strategy.model.goal import Indicator, Waypoint
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "path-outside-period",
    Severity.ERROR,
    message="The path has a value for {date}, which is not before the target ({target}).",
    messages={
        "baseline": "The path has a value for {date}, which is not after the baseline ({baseline}).",
    },
    hint="Correct the date, or take the value out: the path leads from the baseline to the target.",
    meaning="The values of a path lie between the baseline of the indicator and its target. What is to be reached at the end is the target itself.",
    wrong="baseline: {date: 2024, value: 20}\npath:\n  - {date: 2031, value: 90}\ntarget: {date: 2030, value: 100}",
    right="baseline: {date: 2024, value: 20}\npath:\n  - {date: 2027, value: 60}\ntarget: {date: 2030, value: 100}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report values of a path that do not lie between the baseline and the target."""
    for goal in graph.of_kind(Goal):
        for index, indicator in enumerate(goal.indicators):
            for number, waypoint in enumerate(indicator.path):
                if params := _fault(waypoint, indicator):
                    path = ("indicators", index, "path", number, "date")
                    yield Diagnostic(CODE.name, graph.locate(goal.id, path), params, goal.id)


def _fault(waypoint: Waypoint, indicator: Indicator) -> Particulars:
    """Return what to say of a value that lies outside; nothing of one that may lie between."""
    baseline, target = indicator.baseline, indicator.target
    day = waypoint.date.latest()
    if baseline and day <= baseline.date.earliest():
        return {"date": waypoint.date, "baseline": baseline.date, "case": "baseline"}
    if target and target.date and day >= target.date.latest():
        return {"date": waypoint.date, "target": target.date}
    return {}


RULE = Rule(CODE, check)
