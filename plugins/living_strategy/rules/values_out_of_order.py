"""Dated values that do not stand oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Entry, Goal
from living_strategy.partial_date import PartialDate
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "values-out-of-order",
    Severity.WARNING,
    message="“{field}” is not in order: {date} stands after {previous}.",
    hint="Put the oldest first.",
    meaning="Values are listed by date, oldest first, so that changes are easy to review.",
    wrong="values:\n  - {date: 2021, value: 5}\n  - {date: 2019, value: 3}",
    right="values:\n  - {date: 2019, value: 3}\n  - {date: 2021, value: 5}",
)

Series = tuple[str, list[tuple[KeyPath, PartialDate]]]


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the first value in a list that is older than the one before it."""
    for entry in graph.entries.values():
        for name, dates in _series(entry):
            for (_, previous), (path, date) in pairwise(dates):
                if date.latest() < previous.earliest():
                    params = {"field": name, "date": date, "previous": previous}
                    yield Diagnostic(CODE.name, graph.locate(entry.id, path), params, entry.id)
                    break


def _series(entry: Entry) -> Iterator[Series]:
    if isinstance(entry, Goal):
        for index, indicator in enumerate(entry.indicators):
            base: KeyPath = ("indicators", index)
            dates = _dates(indicator.values, (*base, "values"))
            if indicator.baseline:
                dates.insert(0, ((*base, "baseline", "date"), indicator.baseline.date))
            yield "values", dates
    for name in ("adoption", "updates"):
        yield name, _dates(getattr(entry, name, ()), (name,))


def _dates(parts: Iterable[Any], base: KeyPath) -> list[tuple[KeyPath, PartialDate]]:
    return [((*base, index, "date"), part.date) for index, part in enumerate(parts)]


RULE = Rule(CODE, check)
