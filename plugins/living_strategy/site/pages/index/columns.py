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
Shape = Literal["links", "number", "status", "tag", "term", "text"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. `label` is a message id; `read` takes its value from an entry."""

    label: str
    shape: Shape
    read: Read


def _field(name: str) -> Read:
    return lambda _, entry: getattr(entry, name)


def _links(relation: str) -> Read:
    return lambda graph, entry: graph.targets(entry.id, relation)[:MAX_LINKS]


def _above(kind: type[Entry]) -> Read:
    return _links(UP[kind.kind].name)


def _responsible(kind: type[Entry]) -> Read:
    return _links(RESPONSIBLE[kind.kind])


def _count_below(kind: type[Entry]) -> Read:
    return lambda graph, entry: len(graph.source_ids(entry.id, DOWN[kind.kind].inverse))


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
        Column(label="Goals", shape="number", read=_count_below(Area)),
    ),
    Goal: (
        Column(label="Priority area", shape="links", read=_above(Goal)),
        Column(label="Standing", shape="tag", read=_field("standing")),
        Column(label="Measures", shape="number", read=_count_below(Goal)),
    ),
    Measure: (
        STATUS,
        Column(label="Goals", shape="links", read=_above(Measure)),
        Column(label="Responsible", shape="links", read=_responsible(Measure)),
        Column(label="Projects", shape="number", read=_count_below(Measure)),
    ),
    Project: (
        STATUS,
        Column(label="Phase", shape="term", read=_field("phase")),
        Column(label="Lead", shape="links", read=_responsible(Project)),
        Column(label="Measures", shape="links", read=_above(Project)),
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


def columns_of(kind: type[Entry]) -> tuple[Column, ...]:
    """Return the columns of the list of a kind."""
    return COLUMNS.get(kind, DEFAULT)
