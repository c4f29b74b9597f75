"""A value that its unit does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Goal
from living_strategy.model.goal import Indicator
from living_strategy.model.values import Unit
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "value-outside-unit",
    Severity.ERROR,
    message="{value} cannot be a value in the unit “{unit}”.",
    hint="Percent runs from 0 to 100; counts are whole numbers from 0, ranks from 1.",
    meaning="A value must be possible in the indicator's unit.",
    wrong="unit: percent\nbaseline: {date: 2019, value: 130}",
    right="unit: percent\nbaseline: {date: 2019, value: 13}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report percentages over 100, parts of things that are counted, negative numbers."""
    for goal in graph.of_kind(Goal):
        for index, indicator in enumerate(goal.indicators):
            for path, value in _values(indicator):
                if not _fits(value, indicator.unit):
                    params = {"value": str(value), "unit": indicator.unit.value}
                    location = graph.locate(goal.id, ("indicators", index, *path, "value"))
                    yield Diagnostic(CODE.name, location, params, goal.id)


def _values(indicator: Indicator) -> Iterator[tuple[KeyPath, Decimal]]:
    if indicator.baseline:
        yield ("baseline",), indicator.baseline.value
    for index, measurement in enumerate(indicator.values):
        yield ("values", index), measurement.value
    if indicator.target:
        yield ("target",), indicator.target.value


def _fits(value: Decimal, unit: Unit) -> bool:
    is_whole = value == value.to_integral_value()
    match unit:
        case Unit.PERCENT:
            return 0 <= value <= 100
        case Unit.COUNT:
            return is_whole and value >= 0
        case Unit.RANK:
            return is_whole and value >= 1
        case _:
            return value >= 0


RULE = Rule(CODE, check)
