"""Support for the goals of a framework: which of our areas and goals in force name them."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.model import Entry, Framework
from living_strategy.model.framework import FrameworkGoal, FrameworkRole, GoalList, Wording


@dataclass(frozen=True, slots=True)
class CoveredGoal:
    """A goal of the framework with the entries that name it, in file order."""

    goal: FrameworkGoal
    supporters: tuple[Entry, ...]

    @property
    def is_known(self) -> bool:
        """Whether its words are known: what nobody has read cannot be judged."""
        return self.goal.wording is not Wording.UNKNOWN


@dataclass(frozen=True, slots=True)
class Coverage:
    """`general` are the entries that name the framework as a whole."""

    framework: Framework
    goals: tuple[CoveredGoal, ...]
    general: tuple[Entry, ...]

    @property
    def is_counted(self) -> bool:
        """Whether support for it says anything: it has goals, and is no predecessor of ours."""
        return bool(self.goals) and self.framework.role is not FrameworkRole.PREDECESSOR

    @property
    def known(self) -> tuple[CoveredGoal, ...]:
        """The goals that can be judged."""
        return tuple(goal for goal in self.goals if goal.is_known)

    @property
    def unknown(self) -> tuple[CoveredGoal, ...]:
        """The goals that cannot be judged: they are neither supported nor unsupported."""
        return tuple(goal for goal in self.goals if not goal.is_known)

    @property
    def uncovered(self) -> tuple[CoveredGoal, ...]:
        """The goals that can be judged and that nothing of ours supports."""
        return tuple(goal for goal in self.known if not goal.supporters)

    @property
    def covered(self) -> int:
        """How many of the goals that can be judged have at least one supporter."""
        return len(self.known) - len(self.uncovered)

    @property
    def is_incomplete(self) -> bool:
        """Whether the framework is known to have more goals than these."""
        return self.framework.goal_list is GoalList.INCOMPLETE

    @property
    def is_partial(self) -> bool:
        """Whether the figures are of some of its goals only."""
        return self.is_incomplete or bool(self.unknown)


def coverage(graph: Graph, framework: Framework) -> Coverage:
    """Collect, for each goal of the framework, the entries in force that link to it."""
    by_part: dict[str, dict[str, Entry]] = {}
    for link in graph.incoming.get(framework.id, ()):
        source = graph.entries[link.source]
        if link.relation.inverse == "supported_by" and not source.retired:
            by_part.setdefault(link.part, {})[link.source] = source
    goals = tuple(
        CoveredGoal(goal, tuple(by_part.get(goal.id, {}).values())) for goal in framework.goals
    )
    return Coverage(framework, goals, tuple(by_part.get("", {}).values()))
