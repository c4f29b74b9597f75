"""Coverage: which goals of the strategies above ours are supported, and by which of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.coverage import Coverage, coverage
from living_strategy.figures.newest import latest_as_of
from living_strategy.figures.presence import overviews_with_content
from living_strategy.model import Area, Entry, Framework, Goal
from living_strategy.model.framework import FrameworkRole
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate

# A page has at most so many rows, and fewer when they are long.
MAX_ROWS = 200
_MAX_CELLS = 4000
# The overview shows so many goals of a framework, and so many dots for each.
MAX_GOALS, MAX_DOTS = 40, 12


@dataclass(frozen=True, slots=True)
class Row:
    """An area or one of its goals: for each column whether it is supported."""

    area: Area
    entry: Entry
    cells: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of an area. `begun` says that its first rows are on an earlier page."""

    area: Area
    rows: tuple[Row, ...]
    begun: bool


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield an overview of all frameworks, then a matrix for each whose goals can be counted."""
    coverages = [coverage(graph, framework) for framework in in_order(graph, context)]
    counted = [covered for covered in coverages if covered.is_counted]
    before = [
        covered.framework
        for covered in coverages
        if covered.framework.role is FrameworkRole.PREDECESSOR
    ]
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
        coverages=counted,
        max_goals=MAX_GOALS,
        max_dots=MAX_DOTS,
        without=[
            covered.framework
            for covered in coverages
            if not covered.goals and covered.framework not in before
        ],
        before=before,
        newest=latest_as_of((*graph.of_kind(Framework), *graph.of_kind(Goal))),
        top=path,
    )
    for covered in counted:
        yield from _matrix(covered, graph, context, path, title)


def in_order(graph: Graph, context: ViewContext) -> list[Framework]:
    """Return the frameworks that are not retired, those in force first, as in the settings."""
    in_force = {name: index for index, name in enumerate(context.settings.frameworks)}
    return sorted(
        graph.active(Framework),
        key=lambda framework: in_force.get(framework.id, len(in_force)),
    )


def _matrix(
    covered: Coverage, graph: Graph, context: ViewContext, path: str, heading: str
) -> Iterator[Page]:
    rows = matrix_rows(covered, graph)
    size = max(20, min(MAX_ROWS, _MAX_CELLS // (len(covered.known) + 1)))
    language = context.language
    title = language.text("Coverage of {strategy}").format(strategy=covered.framework.title)
    for part in paginate(rows, f"{path}{covered.framework.id}/", size, language):
        yield context.page(
            part.path,
            "coverage.html",
            title=part.title(title),
            heading=heading,
            description=language.text("Which of our areas and goals support which of its goals."),
            part=part,
            covered=covered,
            blocks=blocks(part.items),
            supporting=sum(row.entry.id in supporters(covered) for row in rows),
            total=len(rows),
            top=path,
        )


def supporters(covered: Coverage) -> frozenset[str]:
    """Return the ids of all entries that support the framework as a whole or any goal of it."""
    specific = (entry for goal in covered.goals for entry in goal.supporters)
    return frozenset(entry.id for entry in (*specific, *covered.general))


def matrix_rows(covered: Coverage, graph: Graph) -> list[Row]:
    """Return a row for every area in force, each followed by its goals in force. The columns are
    the goals of the framework that can be judged and, last, the framework as a whole.
    """
    columns = [{entry.id for entry in goal.supporters} for goal in covered.known]
    columns.append({entry.id for entry in covered.general})
    return [
        Row(area, entry, tuple(entry.id in supporting_ids for supporting_ids in columns))
        for area in graph.active(Area)
        for entry in (area, *_goals(graph, area))
    ]


def _goals(graph: Graph, area: Area) -> Iterator[Goal]:
    return (entry for entry in graph.below(area) if isinstance(entry, Goal))


def blocks(rows: Sequence[Row]) -> list[Block]:
    """Group the rows of a page by area."""
    result = []
    for _, members in groupby(rows, key=lambda row: row.area.id):
        block = tuple(members)
        result.append(Block(block[0].area, block, begun=block[0].entry is not block[0].area))
    return result


PAGE = PageType("coverage", render, overview="coverage")
