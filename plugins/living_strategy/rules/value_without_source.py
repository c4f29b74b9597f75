"""A published figure that nobody can check."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Goal
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "value-without-source",
    Severity.ERROR,
    message="The value for {date} has no source.",
    hint="Add “source:” with a web address or the title of a document.",
    meaning="A published figure has a source. Without one, nobody can check it.",
    wrong="values:\n  - {date: 2021, value: 170}",
    right="values:\n  - {date: 2021, value: 170, source: https://www.lillevik.example/rapport}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report baselines and values of indicators without a source."""
    for goal in graph.of_kind(Goal):
        for index, indicator in enumerate(goal.indicators):
            base: KeyPath = ("indicators", index)
            measured = [((*base, "baseline"), indicator.baseline)] if indicator.baseline else []
            measured += [((*base, "values", n), value) for n, value in enumerate(indicator.values)]
            for path, measurement in measured:
                if not measurement.source:
                    location = graph.locate(goal.id, path)
                    yield Diagnostic(CODE.name, location, {"date": measurement.date}, goal.id)


RULE = Rule(CODE, check)
