"""A result for the front page that is no indicator of the goal."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.validate import id_from
from living_strategy.diagnostics import Diagnostic, NameIndex, Severity
from living_strategy.model import Goal
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-indicator",
    Severity.ERROR,
    message="The goal “{goal}” has no indicator called “{indicator}”.",
    hint="Its indicators: {allowed}.",
    hint_near="Did you mean “{near}”?",
    meaning="In “results” stands the id of a goal, a slash, and the id of one of its indicators.",
    wrong="results: [kortere-ventetid/andel-innen-fristn]",
    right="results: [kortere-ventetid/andel-innen-fristen]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the part after the slash when the goal has no such indicator."""
    for index, written in enumerate(graph.corpus.settings.results):
        name, _, indicator = written.partition("/")
        goal = graph.find(name)
        # That there is no such goal is reported where references are.
        if not isinstance(goal, Goal) or "indicators" in graph.record(goal.id).dropped:
            continue
        ids = {known.id: known.id for known in goal.indicators}
        titles = {id_from(known.title): known.id for known in goal.indicators}
        if indicator not in ids:
            params = {
                "goal": goal.id,
                "indicator": indicator,
                "allowed": ", ".join(ids) or "–",
                "near": NameIndex(titles | ids).nearest(indicator),
            }
            yield Diagnostic(CODE.name, graph.locate("", ("results", index)), params)


RULE = Rule(CODE, check)
