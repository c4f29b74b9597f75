"""What hangs on entries of the strategies above: measures and projects that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.model import Entry, Measure, Project
from living_strategy.site.pages.strategy_map.strategy_layers import Line, outline
from living_strategy.upstream.national_goals import NationalGoals
from living_strategy.upstream.treatment import TREATED


@dataclass(frozen=True, slots=True)
class NationalBranch:
    """An entry of a strategy above, written `ks:id`, with its title here, the measures and projects
    that name it, and the lines of what hangs on it. `is_goal` is whether it is a goal.
    """

    written: str
    title: str
    is_goal: bool
    work: tuple[Entry, ...]
    lines: Sequence[Line]


def national_branches(
    graph: Graph, followed: Iterable[NationalGoals]
) -> tuple[NationalBranch, ...]:
    """Return the goals above that work here names, in the order of their list, then what else."""
    return tuple(branch for goals in followed for branch in _branches(graph, goals))


def _branches(graph: Graph, goals: NationalGoals) -> Iterator[NationalBranch]:
    named = [(goal.entry, goal.title, goal.work) for goal in goals.goals]
    named += [(other.entry, other.entry.title, other.work) for other in goals.others]
    for above, title, entries in named:
        work = tuple(entry for entry in entries if isinstance(entry, Measure | Project))
        if work:
            lines = tuple(line for entry in work for line in outline(graph, entry, depth=1))
            written, is_goal = f"{goals.pinned.name}:{above.id}", above.kind == TREATED
            yield NationalBranch(written, title, is_goal, work, lines)


def ids_in(branches: Iterable[NationalBranch]) -> frozenset[str]:
    """Return the ids of all that hangs on them."""
    return frozenset(line.entry.id for branch in branches for line in branch.lines)
