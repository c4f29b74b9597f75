"""A reference to a goal that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.validate import id_from
from living_strategy.diagnostics import Diagnostic, NameIndex, Severity
from living_strategy.model import Framework
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-framework-goal",
    Severity.ERROR,
    message="The strategy “{framework}” has no goal called “{goal}”.",
    hint="Its goals: {allowed}.",
    hint_near="Did you mean “{near}”?",
    meaning="After the slash stands the id of one of the goals that the framework lists in its register.",
    wrong="frameworks: [langtidsplanen/kortere-koer]",
    right="frameworks: [langtidsplanen/kortere-kor]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the part after the slash when the framework has no such goal."""
    for framework in graph.of_kind(Framework):
        if "goals" in graph.record(framework.id).dropped:
            continue
        goals = {goal.id: goal.id for goal in framework.goals}
        titles = {id_from(goal.title): goal.id for goal in framework.goals}
        for link in graph.incoming.get(framework.id, ()):
            if link.part and link.part not in goals:
                params = {
                    "framework": framework.id,
                    "goal": link.part,
                    "allowed": ", ".join(goals) or "–",
                    "near": NameIndex(titles | goals).nearest(link.part),
                }
                yield Diagnostic(
                    CODE.name, graph.locate(link.source, link.path), params, link.source
                )


RULE = Rule(CODE, check)
