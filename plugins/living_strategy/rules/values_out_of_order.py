"""Dated values that do not stand oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Entry, Goal, Measure, Project
from living_strategy.partial_date import PartialDate
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "values-out-of-order",
    Severity.WARNING,
    message="“{field}” is not in order: {date} stands after {previous}.",
    hint="Put the oldest first.",
    meaning="Values and costs are listed by date, oldest first, so that changes are easy to review.",
    wrong="values:\n  - {date: 2021, value: 5}\n  - {date: 2019, value: 3}",
    right="values:\n  - {date: 2019, value: 3}\n  - {date: 2021, value: 5}",
)


class Series(NamedTuple):
    """Dates that should stand oldest first: those of the list that `keys` lead to, behind those
    (`before`) that stand elsewhere. `field` has the date of a part.
    """

    keys: KeyPath
    dates: list[PartialDate]
    before: int = 0
    field: str = "date"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the first value in a list that is older than the one before it."""
    for entry in graph.entries.values():
        for keys, dates, before, field in _series(entry):
            # Dates that stand in order as texts are in order, however they are read.
            if dates == sorted(dates):
                continue
            for index, (previous, date) in enumerate(pairwise(dates), 1 - before):
                if date.is_before(previous):
                    params = {"field": str(keys[-1]), "date": date, "previous": previous}
                    location = graph.locate(entry.id, (*keys, index, field))
                    yield Diagnostic(CODE.name, location, params, entry.id)
                    break


def _series(entry: Entry) -> Iterator[Series]:
    kind = type(entry)
    if isinstance(entry, Goal):
        for index, indicator in enumerate(entry.indicators):
            first = [indicator.baseline.date] if indicator.baseline else []
            dates = first + [value.date for value in indicator.values]
            yield Series(("indicators", index, "values"), dates, len(first))
            yield Series(("indicators", index, "path"), [way.date for way in indicator.path])
    for name in ("adoption", "updates"):
        if name in kind.model_fields and len(parts := getattr(entry, name)) > 1:
            yield Series((name,), [part.date for part in parts])
    if isinstance(entry, Measure | Project) and len(entry.costs) > 1:
        years = [PartialDate(str(cost.year)) for cost in entry.costs]
        yield Series(("costs",), years, field="year")


RULE = Rule(CODE, check)
