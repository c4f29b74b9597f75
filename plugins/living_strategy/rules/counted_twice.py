"""A sum or a gain that a project and the measure it is part of both tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.figures.budget import SORTS, Work
from living_strategy.model import Measure, Project
from living_strategy.model.budget import Cost, Gain
from living_strategy.model.price import Interval
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "counted-twice",
    Severity.WARNING,
    message="“{field}” says the same as in “{id}”, and is added up twice.",
    hint="Keep it where the money or the gain belongs, and remove it from the other file.",
    meaning="Plans add up all costs and gains. One that two files tell, of which one hangs on the other, would make the sum too large.",
    wrong="measures: [digital-post]\ncosts:\n  - {year: 2027, operating: 250000}   # digital-post says so, too",
    right="measures: [digital-post]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each cost and gain that something further up tells in the same way."""
    work: tuple[Work, ...] = (*graph.active(Measure), *graph.active(Project))
    for entry in work:
        if entry.costs or entry.gains:
            for other in graph.ways.all_above(entry):
                if isinstance(other, Measure | Project):
                    for path, theirs in _told_by_both(entry, other):
                        params = {"field": str(path[-1]), "id": other.id}
                        related = (graph.locate(other.id, theirs),)
                        location = graph.locate(entry.id, path)
                        yield Diagnostic(CODE.name, location, params, entry.id, related)


def _told_by_both(entry: Work, other: Work) -> Iterator[tuple[KeyPath, KeyPath]]:
    """Yield where the figures stand in one, each with where they stand in the other."""
    told = _places(other) if entry.costs else {}
    for index, cost in enumerate(entry.costs):
        for name in SORTS:
            alike = told.get((name, cost.year, getattr(cost, name)), ())
            place = next((at for at in alike if _may_be_same(cost, other.costs[at])), None)
            if place is not None:
                yield ("costs", index, name), ("costs", place, name)
    for index, gain in enumerate(entry.gains):
        place = next((at for at, its in enumerate(other.gains) if _same_gain(gain, its)), None)
        if place is not None:
            yield ("gains", index, "amount"), ("gains", place, "amount")


def _places(entry: Work) -> Mapping[tuple[str, int, int], Sequence[int]]:
    """Return which costs tell a sum, by what it is for, its year and how much it is."""
    places: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for index, cost in enumerate(entry.costs):
        for name in SORTS:
            # Nothing, twice, is nothing.
            if amount := getattr(cost, name):
                places[name, cost.year, amount].append(index)
    return places


def _may_be_same(cost: Cost, other: Cost) -> bool:
    """Return whether two may be one, as far as they tell: who pays may be told by one of them."""
    return all(
        ours is None or theirs is None or ours == theirs
        for ours, theirs in ((cost.payer, other.payer), (cost.scheme, other.scheme))
    )


def _same_gain(gain: Gain, other: Gain) -> bool:
    return (
        bool(gain.amount)
        and gain.amount == other.amount
        and gain.unit == other.unit
        and (gain.every or Interval.ONCE) == (other.every or Interval.ONCE)
    )


RULE = Rule(CODE, check)
