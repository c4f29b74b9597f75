"""A unit whose least value is more than its greatest."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "reversed-bounds",
    Severity.ERROR,
    message="No value fits the unit “{unit}”: the least is {minimum}, and the greatest {maximum}.",
    hint="Swap them, or correct one of them.",
    meaning="The greatest value of a unit is not less than its least.",
    wrong="units:\n  grader: {symbol: °C, minimum: 40, maximum: -50}",
    right="units:\n  grader: {symbol: °C, minimum: -50, maximum: 40}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report units of the strategy's own that no value fits."""
    corpus = graph.corpus
    for key, unit in corpus.settings.units.items():
        if unit.minimum is None or unit.maximum is None or unit.minimum <= unit.maximum:
            continue
        location = corpus.settings_source.locate(("units", key, "minimum"))
        params = {"unit": key, "minimum": str(unit.minimum), "maximum": str(unit.maximum)}
        yield Diagnostic(CODE.name, location, params)


RULE = Rule(CODE, check)
