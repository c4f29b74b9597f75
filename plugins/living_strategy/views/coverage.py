"""Coverage: which goals of the strategies above ours are supported, and by which of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from living_strategy.artifact import Page
from living_strategy.figures.coverage import Coverage, coverage
from living_strategy.figures.newest import newest_facts
from living_strategy.figures.presence import overviews_with_content
from living_strategy.graph import Graph
from living_strategy.model import Area, Entry, Framework, Goal
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.pagination import paginate
from living_strategy.rendering.svg_bars import Bar, BarChart, Segment, bar_chart

# A page has at most so many rows, and fewer when they are long.
ROWS = 200
_CELLS = 4000


@dataclass(frozen=True, slots=True)
class Row:
    """An area or one of its goals: for each column whether it is supported."""

    area: Area
    entry: Entry
    cells: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of an area. `begun` says that an earlier page has its first rows."""

    area: Area
    rows: tuple[Row, ...]
    begun: bool


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """An overview of all frameworks, then a matrix for each that has goals."""
    found = [coverage(graph, framework) for framework in in_order(graph, context)]
    with_goals = [one for one in found if one.goals]
    path = context.addresses.view("coverage")
    title = context.language.text("Coverage of overarching strategies")
    yield context.page(
        path,
        "coverage.html",
        title=title,
        in_menu="coverage" in overviews_with_content(graph),
        heading=title,
        part=None,
        covered=None,
        description=context.language.text(
            "How many goals of each overarching strategy our areas and goals support."
        ),
        coverages=with_goals,
        without=[one.framework for one in found if not one.goals],
        chart=_chart(with_goals, context),
        newest=newest_facts((*graph.of_kind(Framework), *graph.of_kind(Goal))),
        top=path,
    )
    for one in with_goals:
        yield from _matrix(one, graph, context, path, title)


def in_order(graph: Graph, context: ViewContext) -> list[Framework]:
    """Frameworks not retired: those in force first, in the order of the settings."""
    in_force = {name: place for place, name in enumerate(context.settings.frameworks)}
    return sorted(
        (one for one in graph.of_kind(Framework) if not one.retired),
        key=lambda one: in_force.get(one.id, len(in_force)),
    )


def _matrix(
    one: Coverage, graph: Graph, context: ViewContext, path: str, heading: str
) -> Iterator[Page]:
    rows = matrix_rows(one, graph)
    size = max(20, min(ROWS, _CELLS // (len(one.goals) + 1)))
    language = context.language
    title = language.text("Coverage of {strategy}").format(strategy=one.framework.title)
    for part in paginate(rows, f"{path}{one.framework.id}/", size, language):
        yield context.page(
            part.path,
            "coverage.html",
            title=part.title(title),
            heading=heading,
            description=language.text("Which of our areas and goals support which of its goals."),
            part=part,
            covered=one,
            blocks=blocks(part.items),
            supporting=sum(any(row.cells) for row in rows),
            total=len(rows),
            top=path,
        )


def matrix_rows(one: Coverage, graph: Graph) -> list[Row]:
    """A row for every area in force, each followed by its goals in force. The columns are the
    goals of the framework and, last, the framework as a whole.
    """
    supporters = [{entry.id for entry in goal.supporters} for goal in one.goals]
    supporters.append({entry.id for entry in one.general})
    return [
        Row(area, entry, tuple(entry.id in some for some in supporters))
        for area in graph.of_kind(Area)
        if not area.retired
        for entry in (area, *graph.sources(area.id, "goals"))
        if not entry.retired
    ]


def blocks(rows: Sequence[Row]) -> list[Block]:
    """The rows of a page under their areas."""
    found = []
    for _, some in groupby(rows, key=lambda row: row.area.id):
        block = tuple(some)
        found.append(Block(block[0].area, block, begun=block[0].entry is not block[0].area))
    return found


def _chart(coverages: Sequence[Coverage], context: ViewContext) -> BarChart:
    """A bar for each framework: its goals that are supported, and those that are not."""
    language = context.language
    return bar_chart(
        [
            Bar(
                one.framework.title,
                (
                    Segment(one.covered, "yes", str(one.covered)),
                    Segment(len(one.goals) - one.covered, "no", str(len(one.goals) - one.covered)),
                ),
                language.text("{part} of {whole}").format(part=one.covered, whole=len(one.goals)),
            )
            for one in coverages
        ]
    )
