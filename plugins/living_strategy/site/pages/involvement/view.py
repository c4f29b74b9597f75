"""Involvement: when, how and through whom the municipal sector took part in state projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.involvement import (
    InvolvedProject,
    documented_steps,
    state_projects,
)
from living_strategy.figures.presence import overviews_with_content
from living_strategy.model.project import Step
from living_strategy.model.values import Source
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate

MAX_ROWS = 200


@dataclass(frozen=True, slots=True)
class StepCount:
    """A step, and in how many projects led by the state it was found."""

    step: Step
    projects: int


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield what was found on the first page, and the projects on it and on further pages. What was
    not found is no fact: it is never counted.
    """
    projects = in_order(state_projects(graph))
    state_led = [involved for involved in projects if involved.state_led]
    language = context.language
    title = language.text("Involvement of the municipal sector")
    path = context.addresses.view("involvement")
    for part in paginate(projects, path, MAX_ROWS, language):
        yield context.page(
            part.path,
            "involvement.html",
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text(
                "At which steps the municipal sector was involved in projects led by the state."
            ),
            in_menu=part.number == 1 and "involvement" in overviews_with_content(graph),
            part=part,
            steps_found=steps_found(state_led),
            counts=documented_steps(state_led),
            led=len(state_led),
            with_finds=sum(bool(involved.project.involvement) for involved in state_led),
            sources=len(
                {address_of(source) for involved in projects for source in involved.project.sources}
            ),
            others=len(projects) - len(state_led),
            steps=tuple(Step),
        )


def in_order(projects: Iterable[InvolvedProject]) -> list[InvolvedProject]:
    """Return those that the state leads first, in each group those with the most steps found."""
    return sorted(
        projects,
        key=lambda involved: (not involved.state_led, -sum(map(bool, involved.steps.values()))),
    )


def steps_found(projects: Iterable[InvolvedProject]) -> list[StepCount]:
    """Return the steps that were found in any of the projects, the most frequent first."""
    counts = [StepCount(step, count) for step, count in documented_steps(projects).items() if count]
    return sorted(counts, key=lambda step_count: -step_count.projects)


def address_of(source: Source) -> str:
    """Return the address of a source or, without one, its title: what tells it from others."""
    return source.url or f"{source.title}, {source.publisher}"


PAGE = PageType("involvement", render, overview="involvement")
