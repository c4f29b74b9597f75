"""Summary of the status: all signals and their roll-ups, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.roll_ups import RollUp, by_id, owner_roll_ups, roll_up
from living_strategy.figures.signals import (
    Gap,
    ItemSignals,
    LastChanged,
    no_history,
    signals_in_force,
)
from living_strategy.model import Area, Goal


@dataclass(frozen=True, slots=True)
class AreaStatus:
    """The roll-up of an area, and of each of its goals."""

    area: RollUp
    goals: tuple[RollUp, ...]


@dataclass(frozen=True, slots=True)
class StatusSummary:
    """Everything that is in force, with its signals. `with_history` says of how many items the
    date of the last change is known.
    """

    today: date
    all: RollUp
    areas: tuple[AreaStatus, ...]
    owners: tuple[RollUp, ...]
    with_history: int

    @property
    def items(self) -> tuple[ItemSignals, ...]:
        """All items in force."""
        return self.all.items

    @property
    def gaps(self) -> dict[Gap, int]:
        """In how many items each date is missing, where it is missing in any."""
        counts = {gap: sum(gap in item.gaps for item in self.items) for gap in Gap}
        return {gap: count for gap, count in counts.items() if count}


def status_summary(
    graph: Graph, today: date, last_changed: LastChanged = no_history
) -> StatusSummary:
    """Compute all signals and sum them up."""
    items = signals_in_force(graph, today, last_changed)
    known = by_id(items)
    areas = tuple(
        AreaStatus(
            roll_up(graph, area, known),
            tuple(
                roll_up(graph, goal, known) for goal in graph.below(area) if isinstance(goal, Goal)
            ),
        )
        for area in graph.active(Area)
    )
    with_history = sum(last_changed(item.entry) is not None for item in items)
    return StatusSummary(
        today, RollUp(None, items), areas, owner_roll_ups(graph, items), with_history
    )
