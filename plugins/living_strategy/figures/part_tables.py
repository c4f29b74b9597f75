"""Flat tables of the parts of entries: links, indicator values, grants, costs, milestones."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.figures.budget_tables import BUDGET_TABLES
from living_strategy.figures.tables import AddressOf, Cell, Column, Table, in_order
from living_strategy.model import Goal, Measure, Project, Scheme
from living_strategy.model.goal import Indicator, Measurement, Target, Waypoint
from living_strategy.model.values import Unit

_SOURCE = Column("source", label="Source", help="Public address or title of the source.")
_NOTE = Column("note", label="Note", help="What the row covers, or what is uncertain about it.")


def _links(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for source in sorted(graph.outgoing):
        for link in graph.outgoing[source]:
            yield source, link.relation.name, link.target, link.part


LINKS = Table(
    "links",
    title="Links between entries",
    rows=_links,
    columns=(
        Column("source", label="From", help="Id of the entry that declares the link."),
        Column(
            "relation",
            label="Relation",
            help="Permanent name of the relation: source, relation, target reads as a sentence.",
        ),
        Column("target", label="To", help="Id of the entry that the link leads to."),
        Column(
            "part",
            label="Part",
            help="The goal, if any, that the link names in the overarching strategy.",
        ),
    ),
)


def _indicators(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for goal in in_order(graph, Goal):
        for indicator in goal.indicators:
            for kind, value in _values(indicator):
                yield (
                    goal.id,
                    indicator.id,
                    indicator.title,
                    indicator.unit,
                    indicator.direction,
                    kind,
                    value.date,
                    value.value,
                    value.source,
                    value.note,
                )


def _values(indicator: Indicator) -> Iterator[tuple[str, Measurement | Waypoint | Target]]:
    if indicator.baseline:
        yield "baseline", indicator.baseline
    for value in indicator.values:
        yield "value", value
    for waypoint in indicator.path:
        yield "path", waypoint
    if indicator.target:
        yield "target", indicator.target


INDICATORS = Table(
    "indicators",
    title="Indicators and their values",
    rows=_indicators,
    columns=(
        Column("goal", label="Goal", help="Id of the goal that the indicator belongs to."),
        Column("indicator", label="Id", help="Id of the indicator, unique within the goal."),
        Column("title", label="Indicator", help="What is counted."),
        Column(
            "unit",
            label="Unit",
            help="percent, count, rank, million, million_kroner, or one of the strategy's own.",
            vocabulary=Unit,
        ),
        Column(
            "direction",
            label="Direction",
            help="up when a higher value is better, down when a lower one is.",
        ),
        Column("type", label="Type", help="baseline, value, path or target."),
        Column("date", label="Date", help="When it was measured, or should be reached."),
        Column("value", label="Value", help="The number, with a point as decimal mark."),
        _SOURCE,
        _NOTE,
    ),
)


def _funding(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for project in in_order(graph, Project):
        for grant in project.funding:
            yield project.id, grant.scheme, grant.year, grant.amount, grant.source, grant.note


FUNDING = Table(
    "funding",
    title="Grants to joint projects",
    rows=_funding,
    columns=(
        Column("project", label="Joint project", help="Id of the project that got the money."),
        Column(
            "scheme",
            label="Funding scheme",
            help="Id of the funding scheme; empty when the money came another way.",
            targets=(Scheme.kind,),
        ),
        Column("year", label="Year", help="Year of the grant; empty when it is not known."),
        Column("amount", label="Amount", help="Whole {currency}; empty when the sum is not known."),
        _SOURCE,
        _NOTE,
    ),
)


def _milestones(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
    for kind in (Measure, Project, Scheme):
        for entry in in_order(graph, kind):
            for milestone in entry.milestones:
                yield (
                    kind.kind,
                    entry.id,
                    milestone.title,
                    milestone.date,
                    milestone.done,
                    milestone.note,
                )


MILESTONES = Table(
    "milestones",
    title="Milestones",
    rows=_milestones,
    columns=(
        Column("kind", label="Kind", help="measure, project or scheme."),
        Column("entry", label="Id", help="Id of the measure, project or scheme."),
        Column("title", label="Milestone", help="What is reached."),
        Column("date", label="Planned date", help="When it is planned."),
        Column("done", label="Reached", help="When it was reached; empty while it is still open."),
        _NOTE,
    ),
)

PART_TABLES = (LINKS, INDICATORS, FUNDING, MILESTONES, *BUDGET_TABLES)
