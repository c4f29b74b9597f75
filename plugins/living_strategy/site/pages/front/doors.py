"""Doors of the front page: what each sort of readers most often wants to do, at most three ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.figures.presence import is_overview_in_use, overviews_with_content
from living_strategy.model import Component, Entry, Goal, Measure, Project
from living_strategy.model.goal import Standing
from living_strategy.model.measure import Audience
from living_strategy.model.own_value import counted_as
from living_strategy.model.values import Status
from living_strategy.settings import MAX_WAYS, Way
from living_strategy.site.context import ViewContext
from living_strategy.site.list_choices import choices_in_address


@dataclass(frozen=True, slots=True)
class ShownWay:
    """What the reader wants to do, and where: the path of a page and what follows it, such as the
    choices of a list.
    """

    what: str
    path: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class ShownDoor:
    """The ways of one sort of readers."""

    who: str
    ways: tuple[ShownWay, ...]


def doors(graph: Graph, context: ViewContext) -> tuple[ShownDoor, ...]:
    """Return the doors that the settings name; else some to what the strategy has."""
    if given := context.settings.doors:
        return tuple(
            ShownDoor(door.who, tuple(_given(way, graph, context) for way in door.ways))
            for door in given
        )
    text = context.language.text
    computed = (
        ShownDoor(text("For elected representatives"), _few(_politicians(graph, context))),
        ShownDoor(text("For leaders"), _few(_leaders(graph, context))),
        ShownDoor(text("For everybody"), _few(_everybody(graph, context))),
    )
    return tuple(door for door in computed if door.ways)


def _given(way: Way, graph: Graph, context: ViewContext) -> ShownWay:
    entry = graph.find(way.to) if way.is_entry else None
    if entry:
        return ShownWay(way.what, context.addresses.entry(entry))
    # Queries come before places on the page.
    length = min((place for place in map(way.to.find, "?#") if place >= 0), default=len(way.to))
    return ShownWay(way.what, way.to[:length], way.to[length:])


def _few(ways: Iterator[ShownWay]) -> tuple[ShownWay, ...]:
    return tuple(ways)[:MAX_WAYS]


def _politicians(graph: Graph, context: ViewContext) -> Iterator[ShownWay]:
    text, goals = context.language.text, graph.active(Goal)
    if any(goal.standing is Standing.ADOPTED for goal in goals):
        choice = _choice(Goal, "standing", Standing.ADOPTED, context)
        yield ShownWay(text("See what is adopted"), context.addresses.index(Goal.kind), choice)
    elif goals:
        yield ShownWay(text("See the goals"), context.addresses.index(Goal.kind))
    shown = overviews_with_content(graph)
    if "action-plan" in shown:
        yield ShownWay(text("See the action plan"), context.addresses.view("action-plan"))
    if "timeline" in shown and is_overview_in_use("late", context.settings):
        yield ShownWay(text("See what is late"), context.addresses.view("late"))
    if "financing" in shown:
        yield ShownWay(text("See where the money comes from"), context.addresses.view("financing"))


def _leaders(graph: Graph, context: ViewContext) -> Iterator[ShownWay]:
    text, addresses = context.language.text, context.addresses
    measures = graph.active(Measure)
    audiences = (audience for measure in measures for audience in measure.audience)
    municipalities = (
        audience
        for audience in audiences
        if counted_as(audience, Audience) is Audience.MUNICIPALITY
    )
    if for_municipalities := next(municipalities, None):
        choice = _choice(Measure, "audience", for_municipalities.value, context)
        yield ShownWay(
            text("Find measures for municipalities"), addresses.index(Measure.kind), choice
        )
    elif measures:
        yield ShownWay(text("Find measures"), addresses.index(Measure.kind))
    if any(project.status is Status.ONGOING for project in graph.active(Project)):
        choice = _choice(Project, "status", Status.ONGOING, context)
        yield ShownWay(text("See joint projects under way"), addresses.index(Project.kind), choice)
    if graph.active(Component):
        yield ShownWay(text("Use shared components"), addresses.index(Component.kind))


def _everybody(graph: Graph, context: ViewContext) -> Iterator[ShownWay]:
    text, view = context.language.text, context.addresses.view
    if "results" in overviews_with_content(graph):
        yield ShownWay(text("See all results"), view("results"))
    if context.history.events:
        yield ShownWay(text("See what has changed"), view("changes"))
    yield ShownWay(text("Get everything as open data"), view("data"))


def _choice(kind: type[Entry], name: str, value: str, context: ViewContext) -> str:
    return choices_in_address(context.graph, context.language, kind.kind, {name: value})
