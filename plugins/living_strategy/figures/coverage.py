"""Which goals of a framework are supported by our areas and goals in force, and which by none."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.graph import Graph
from living_strategy.model import Entry, Framework
from living_strategy.model.framework import FrameworkGoal


@dataclass(frozen=True, slots=True)
class CoveredGoal:
    """A goal of the framework with the entries that name it, in file order."""

    goal: FrameworkGoal
    supporters: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`general` are the entries that name the framework as a whole."""

    framework: Framework
    goals: tuple[CoveredGoal, ...]
    general: tuple[Entry, ...]

    @property
    def covered(self) -> int:
        """How many goals of the framework have at least one supporter."""
        return sum(1 for goal in self.goals if goal.supporters)


def coverage(graph: Graph, framework: Framework) -> Coverage:
    """Read the links that point to the framework."""
    by_part: dict[str, dict[str, Entry]] = {}
    for link in graph.incoming.get(framework.id, ()):
        source = graph.entries[link.source]
        if link.relation.inverse == "supported_by" and not source.retired:
            by_part.setdefault(link.part, {})[link.source] = source
    goals = tuple(
        CoveredGoal(goal, tuple(by_part.get(goal.id, {}).values())) for goal in framework.goals
    )
    return Coverage(framework, goals, tuple(by_part.get("", {}).values()))
