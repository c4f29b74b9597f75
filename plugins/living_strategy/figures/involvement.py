"""State projects, and at which steps the municipal sector was involved in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from living_strategy.graph import Graph
from living_strategy.model import Organisation, Project
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.project import Involvement, Step

_STATE = (OrganisationKind.MINISTRY, OrganisationKind.AGENCY)


@dataclass(frozen=True, slots=True)
class InvolvedProject:
    """A project led by the state. A step without documented involvement has an empty tuple."""

    project: Project
    steps: Mapping[Step, tuple[Involvement, ...]]


def is_state_led(graph: Graph, project: Project) -> bool:
    """Whether a ministry or state agency leads the project."""
    lead = graph.entries.get(project.lead) if project.lead else None
    return isinstance(lead, Organisation) and lead.type in _STATE


def state_projects(graph: Graph) -> tuple[InvolvedProject, ...]:
    """Projects that the state leads, and others with documented involvement, in file order."""
    return tuple(
        InvolvedProject(
            project,
            {step: tuple(one for one in project.involvement if one.step is step) for step in Step},
        )
        for project in graph.of_kind(Project)
        if is_state_led(graph, project) or project.involvement
    )
