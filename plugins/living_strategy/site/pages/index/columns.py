"""The columns of the list of each kind, beside the title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from living_strategy.content.graph import Graph
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.model import (
    Area,
    Body,
    Component,
    Entry,
    Framework,
    Goal,
    Measure,
    Organisation,
    Project,
    Term,
)
from living_strategy.model.levels import DOWN, UP

MAX_LINKS = 3

Read = Callable[[Graph, Any], object]


# How the values of a column are written: index.html has the markup of each.
Shape = Literal["links", "national", "number", "status", "tag", "term", "text"]


# Whether a column shows what an entry hangs on, or what hangs on it.
Way = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. `label` is a message id; `read` takes its value from an entry. Of the
    columns of one `way`, a list has those that its entries make use of, or the first one.
    """

    label: str
    shape: Shape
    read: Read
    way: Way | None = None


def _field(name: str) -> Read:
    return lambda _, entry: getattr(entry, name)


def _links(relation: str) -> Read:
    return lambda graph, entry: graph.targets(entry.id, relation)[:MAX_LINKS]


def _above(kind: type[Entry], *labels: str) -> tuple[Column, ...]:
    """Return a column for each level above, the nearest first."""
    relations = zip(labels, UP[kind.kind], strict=True)
    return tuple(Column(label, "links", _links(way.name), "up") for label, way in relations)


def _responsible(kind: type[Entry]) -> Read:
    return _links(RESPONSIBLE[kind.kind])


def _below(kind: type[Entry], *labels: str) -> tuple[Column, ...]:
    """Return a column for each level below, with how many of its entries point to it."""
    relations = zip(labels, DOWN[kind.kind], strict=True)
    return tuple(Column(label, "number", _sources(way.inverse), "down") for label, way in relations)


def _sources(inverse: str) -> Read:
    return lambda graph, entry: len(graph.source_ids(entry.id, inverse))


def _count(kind: type[Entry], *inverses: str) -> Read:
    """Return how many entries of a kind point to it by any of the relations."""
    return lambda graph, entry: len(
        {
            source.id
            for inverse in inverses
            for source in graph.sources(entry.id, inverse)
            if isinstance(source, kind)
        }
    )


NATIONAL = Column(
    label="In the strategy above",
    shape="national",
    read=lambda graph, entry: graph.upstream_ids(entry.id),
    way="up",
)
STATUS = Column(label="Status", shape="status", read=lambda _, entry: entry)
SUMMARY = Column(label="Summary", shape="text", read=_field("summary"))
MEASURES = "responsible_for", "used_by", "funds"
PROJECTS = "leads", "partner_in", "takes_part_in", "used_by", "funds"
IN_PROJECTS = Column(label="Joint projects", shape="number", read=_count(Project, *PROJECTS))

# A kind that is not here has its summary, and how many joint projects it has to do with.
DEFAULT = (SUMMARY, IN_PROJECTS)
COLUMNS: Mapping[type[Entry], tuple[Column, ...]] = {
    Area: (
        SUMMARY,
        *_below(Area, "Goals", "Measures", "Joint projects"),
    ),
    Goal: (
        *_above(Goal, "Priority area"),
        Column(label="Standing", shape="tag", read=_field("standing")),
        *_below(Goal, "Measures", "Joint projects"),
    ),
    Measure: (
        STATUS,
        *_above(Measure, "Goals", "Priority areas"),
        NATIONAL,
        Column(label="Responsible", shape="links", read=_responsible(Measure)),
        *_below(Measure, "Joint projects"),
    ),
    Project: (
        STATUS,
        Column(label="Phase", shape="term", read=_field("phase")),
        Column(label="Lead", shape="links", read=_responsible(Project)),
        *_above(Project, "Measures", "Goals", "Priority areas"),
        NATIONAL,
    ),
    Organisation: (
        Column(label="Type", shape="term", read=_field("type")),
        Column(label="Measures", shape="number", read=_count(Measure, *MEASURES)),
        IN_PROJECTS,
    ),
    Body: (
        SUMMARY,
        Column(label="Level", shape="term", read=_field("level")),
    ),
    Component: (
        Column(label="Maturity", shape="term", read=_field("maturity")),
        Column(label="Owner", shape="links", read=_responsible(Component)),
        IN_PROJECTS,
    ),
    Framework: (
        SUMMARY,
        Column(label="Goals that support it", shape="number", read=_count(Goal, "supported_by")),
    ),
    Term: (Column(label="Meaning", shape="text", read=_field("summary")),),
}


def columns_of(kind: type[Entry], graph: Graph) -> tuple[Column, ...]:
    """Return the columns of the list of a kind."""
    columns = COLUMNS.get(kind, DEFAULT)
    used = [column for column in columns if not column.way or _is_used(column, kind, graph)]
    ways = {column.way for column in used}
    first = {column.way: column for column in reversed(columns) if column.way not in ways}
    return tuple(column for column in columns if column in (*used, *first.values()))


def _is_used(column: Column, kind: type[Entry], graph: Graph) -> bool:
    return any(column.read(graph, entry) for entry in graph.of_kind(kind))
