"""State projects, and at which steps the municipal sector was involved in each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.model import Organisation, Project
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.project import Involvement, Step

_STATE = (OrganisationKind.MINISTRY, OrganisationKind.AGENCY)


@dataclass(frozen=True, slots=True)
class InvolvedProject:
    """A project led by the state. A step without documented involvement has an empty tuple."""

    project: Project
    steps: Mapping[Step, tuple[Involvement, ...]]
    state_led: bool


def is_state_led(graph: Graph, project: Project) -> bool:
    """Return whether a ministry or state agency leads the project."""
    lead = graph.entries.get(project.lead) if project.lead else None
    return isinstance(lead, Organisation) and lead.counted_as in _STATE


def state_projects(graph: Graph) -> tuple[InvolvedProject, ...]:
    """Return projects that the state leads, or with documented involvement, in file order."""
    return tuple(
        InvolvedProject(
            project,
            {
                step: tuple(
                    involvement for involvement in project.involvement if involvement.step is step
                )
                for step in Step
            },
            state_led,
        )
        for project in graph.of_kind(Project)
        if (state_led := is_state_led(graph, project)) or project.involvement
    )


def documented_steps(projects: Iterable[InvolvedProject]) -> dict[Step, int]:
    """Count by step the projects whose involvement is documented."""
    counts = dict.fromkeys(Step, 0)
    for involved in projects:
        for step, documented in involved.steps.items():
            counts[step] += bool(documented)
    return counts
