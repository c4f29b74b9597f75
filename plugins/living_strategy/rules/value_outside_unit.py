"""A value that its unit does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Particulars
from living_strategy.model import Goal, Measure, Project
from living_strategy.model.goal import Indicator
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.values import Unit
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "value-outside-unit",
    Severity.ERROR,
    message="{value} cannot be a value in the unit “{unit}”.",
    hint="Percent runs from 0 to 100; counts are whole numbers from 0, ranks from 1.",
    hints={
        "decimals": "By strategy.yml, values in this unit have at most so many decimals: {limit}. Correct the value, or the unit under “units”.",
        "minimum": "By strategy.yml, no value in this unit is below {limit}. Correct the value, or the unit under “units”.",
        "maximum": "By strategy.yml, no value in this unit is above {limit}. Correct the value, or the unit under “units”.",
    },
    meaning="A value must be possible in the unit of its indicator or gain. For a unit of its own, a strategy says how many decimals there are, and between what its values lie.",
    wrong="unit: percent\nbaseline: {date: 2019, value: 130}",
    right="unit: percent\nbaseline: {date: 2019, value: 13}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report percentages over 100, parts of things that are counted, negative numbers, and what the
    strategy's own units exclude.
    """
    for goal in graph.of_kind(Goal):
        for index, indicator in enumerate(goal.indicators):
            for path, value in _values(indicator):
                if params := _fault(value, indicator.unit):
                    location = graph.locate(goal.id, ("indicators", index, *path, "value"))
                    yield Diagnostic(CODE.name, location, params, goal.id)
    yield from _gains(graph)


def _gains(graph: Graph) -> Iterator[Diagnostic]:
    """Report gains that a unit of the strategy's own excludes; others may be any number."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        for index, gain in enumerate(entry.gains):
            if not isinstance(gain.unit, OwnUnit):
                continue
            for name, value in (("amount", gain.amount), ("reached", gain.reached)):
                if value is not None and (params := _fault(value, gain.unit)):
                    location = graph.locate(entry.id, ("gains", index, name))
                    yield Diagnostic(CODE.name, location, params, entry.id)


def _values(indicator: Indicator) -> Iterator[tuple[KeyPath, Decimal]]:
    if indicator.baseline:
        yield ("baseline",), indicator.baseline.value
    for index, measurement in enumerate(indicator.values):
        yield ("values", index), measurement.value
    for index, waypoint in enumerate(indicator.path):
        yield ("path", index), waypoint.value
    if indicator.target:
        yield ("target",), indicator.target.value


def _fault(value: Decimal, unit: Unit | OwnUnit) -> Particulars:
    """Return what to say of a value that its unit does not allow; nothing of one that it does."""
    params = {"value": str(value), "unit": unit.value}
    if not isinstance(unit, OwnUnit):
        return {} if _fits(value, unit) else params
    if value != round(value, unit.decimals):
        return {**params, "case": "decimals", "limit": str(unit.decimals)}
    if unit.minimum is not None and value < unit.minimum:
        return {**params, "case": "minimum", "limit": str(unit.minimum)}
    if unit.maximum is not None and value > unit.maximum:
        return {**params, "case": "maximum", "limit": str(unit.maximum)}
    return {}


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
