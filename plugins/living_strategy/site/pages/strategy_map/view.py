"""Strategy map: how areas, goals, measures and projects are connected, drawn and as a list.

There is a picture for each area, with its goals, so that no line crosses the whole strategy; a
measure that serves goals of several areas stands in each of their pictures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.newest import latest_as_of
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal, Measure, Project
from living_strategy.model.levels import LEVELS
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.strategy_map.national_branches import (
    NationalBranch,
    ids_in,
    national_branches,
)
from living_strategy.site.pages.strategy_map.picture import Say, StrategyMap, strategy_map
from living_strategy.site.pages.strategy_map.strategy_layers import (
    Layers,
    Line,
    layers,
    outline,
    split_outline,
    unreached,
)
from living_strategy.site.parts.item import kind_words
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.status_words import status_words

# Pictures with more boxes than this on a page weigh too much for a phone.
MAX_BOXES = 250
# Lines of the list on a page that also has pictures, and on one that has none.
LINES_BESIDE_MAP, LINES = 350, 700
MAX_UNLINKED = 100
# Lines below a national goal: its own page has all that names it.
MAX_NATIONAL = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a nested list: what to open before it and close behind it."""

    line: Line
    opens: bool
    closes: int
    stays_open: bool


@dataclass(frozen=True, slots=True)
class Fold:
    """What stands right below an area in the list, with all that serves it."""

    top: Line
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class AreaCount:
    """An area with the number of goals, measures and projects below it, and where its map is."""

    area: Area
    counts: tuple[int, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Section:
    """An area on a page: its picture, unless that is on an earlier page, too large or without
    lines, and its list. `left_out` says that the picture lacks the lowest levels.
    """

    area: Line
    amounts: Sequence[str]
    chart: StrategyMap | None
    left_out: bool
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What some pages are about: the whole strategy, or an area of it.

    `whole` is counted, `lines` is the list; `has_pictures` says whether it is drawn. `above` is the
    path and title of the overview it hangs below. `national` is what hangs on strategies above, and
    `loose` are entries with neither that nor an area.
    """

    path: str
    title: str
    whole: Layers
    lines: Iterable[Line]
    has_pictures: bool
    above: tuple[str, str] | None = None
    counts: Sequence[AreaCount] = ()
    national: Sequence[NationalBranch] = ()
    loose: Sequence[Entry] = ()


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the whole strategy on one page, or an overview and a map for each area."""
    for scope in scopes(graph, context):
        yield from _pages(scope, context)


def scopes(graph: Graph, context: ViewContext) -> Iterator[Scope]:
    """Yield the maps that a strategy of this size needs."""
    areas = graph.active(Area)
    whole = layers(graph, areas)
    path, title = context.addresses.view("map"), context.language.text("Strategy map")
    national = national_branches(graph, context.national)
    placed = ids_in(national)
    unlinked = tuple(entry for entry in unreached(graph, whole) if entry.id not in placed)
    if sum(layers(graph, [area]).below.size for area in areas) <= MAX_BOXES:
        lines = [line for area in areas for line in outline(graph, area)]
        yield Scope(path, title, whole, lines, has_pictures=True, national=national, loose=unlinked)
        return
    counts = [_count(area, graph, path) for area in areas]
    goals = [line for area in areas for line in outline(graph, area, deepest=1)]
    yield Scope(
        path,
        title,
        whole,
        goals if len(goals) <= MAX_BOXES else [],
        has_pictures=False,
        counts=counts,
        national=national,
        loose=unlinked,
    )
    words = context.language.text("Strategy map: {title}")
    for count in counts:
        area_layers = layers(graph, [count.area])
        yield Scope(
            count.path,
            words.format(title=count.area.title),
            area_layers,
            outline(graph, count.area),
            has_pictures=bool(fitting(area_layers.below).size),
            above=(path, title),
        )


def fitting(goals_and_below: Layers) -> Layers:
    """Return as many layers as fit into a picture; none when the goals are too many."""
    count = len(goals_and_below.columns)
    while count and goals_and_below.first(count).size > MAX_BOXES:
        count -= 1
    return goals_and_below.first(count)


def nested(lines: Sequence[Line]) -> list[Step]:
    """Yield how to write the lines as lists within lists."""
    top = min((line.depth for line in lines), default=0)
    steps = []
    for index, line in enumerate(lines):
        before = lines[index - 1].depth if index else top
        after = lines[index + 1].depth if index + 1 < len(lines) else top
        deeper = after > line.depth
        steps.append(Step(line, line.depth > before, max(0, line.depth - after), deeper))
    return steps


def folded(lines: Iterable[Line]) -> tuple[Fold, ...]:
    """Return the lines below an area by what stands right below it."""
    folds: list[tuple[Line, list[Line]]] = []
    for line in lines:
        if line.depth == 1:
            folds.append((line, []))
        else:
            folds[-1][1].append(line)
    return tuple(Fold(top, nested(below)) for top, below in folds)


def _count(area: Area, graph: Graph, path: str) -> AreaCount:
    return AreaCount(area, _sizes(layers(graph, [area]).below), f"{path}{area.id}/")


def _sizes(some_layers: Layers) -> tuple[int, ...]:
    return tuple(len(column) for column in some_layers.columns)


def _placed(scope: Scope) -> tuple[int, ...]:
    """Return how many entries each layer has, also of what hangs on strategies above alone."""
    seen = {entry.id for column in scope.whole.columns for entry in column}
    lines = (line for branch in scope.national for line in branch.lines)
    others = {line.entry.id: line.entry.kind for line in lines if line.entry.id not in seen}
    more = Counter(others.values())
    sizes = zip(LEVELS, _sizes(scope.whole), strict=True)
    return tuple(size + more[kind.kind] for kind, size in sizes)


def _work_words(work: Sequence[Entry], language: Language) -> str:
    """Return how many measures and projects these are, in words."""
    counts = Counter(entry.kind for entry in work)
    kinds = (kind.kind for kind in (Measure, Project) if counts[kind.kind])
    return ", ".join(_counted(kind, counts[kind], language) for kind in kinds)


def _amounts(sizes: Sequence[int], language: Language) -> list[str]:
    """Return how many entries the lowest layers have, in words; levels without any are left out,
    unless there are none at all.
    """
    kinds = [kind.kind for kind in LEVELS][-len(sizes) :]
    return [
        _counted(kind, size, language)
        for kind, size in zip(kinds, sizes, strict=True)
        if size or not any(sizes[-3:])
    ]


def _counted(kind: str, count: int, language: Language) -> str:
    words = {
        Area.kind: language.plural("{count} priority area", "{count} priority areas", count),
        Goal.kind: language.plural("{count} goal", "{count} goals", count),
        Measure.kind: language.plural("{count} measure", "{count} measures", count),
        Project.kind: language.plural("{count} joint project", "{count} joint projects", count),
    }
    return words[kind].format(count=language.number(count))


def _pages(scope: Scope, context: ViewContext) -> Iterator[Page]:
    pages = split_outline(scope.lines, LINES_BESIDE_MAP if scope.has_pictures else LINES)
    language = context.language
    kinds = [language.noun(kind.kind).many for kind in LEVELS if context.graph.active(kind)]
    words = language.text("How {kinds} hang together.")
    description = words.format(kinds=language.all_of(kinds))
    for part in paginate(pages, scope.path, 1, language):
        first = part.number == 1
        yield context.page(
            part.path,
            "strategy_map.html",
            script="map.js",
            title=part.title(scope.title),
            heading=scope.title,
            description=description,
            in_menu=scope.above is None and first,
            part=part,
            top=scope.path,
            above=scope.above,
            newest=latest_as_of(entry for column in scope.whole.columns for entry in column),
            counts=scope.counts if first else (),
            sections=_sections(part.items[0], scope, context) if scope.has_pictures else (),
            steps=() if scope.has_pictures else nested(part.items[0]),
            national=[
                (branch, _work_words(branch.work, language), nested(branch.lines[:MAX_NATIONAL]))
                for branch in (scope.national if first else ())
            ],
            loose=scope.loose[:MAX_UNLINKED] if first else (),
            loose_count=len(scope.loose),
            amounts=_amounts(_placed(scope)[bool(scope.above) :], language),
            headings=kind_words(context),
        )


def _sections(lines: Iterable[Line], scope: Scope, context: ViewContext) -> list[Section]:
    """Return the areas of a page. The picture of one stands where its list begins."""
    starts = -1

    def area_number(line: Line) -> int:
        nonlocal starts
        starts += line.depth == 0
        return starts

    sections = []
    for _, members in groupby(lines, key=area_number):
        area, *below = members
        goals_and_below = layers(context.graph, [_area(area)]).below
        fit = fitting(goals_and_below)
        drawn = fit.filled
        # One level alone is a list.
        has_picture = not area.continued and len(drawn.columns) > 1
        sections.append(
            Section(
                area,
                _amounts(_sizes(goals_and_below), context.language),
                strategy_map(drawn.untangled(), _say(context)) if has_picture else None,
                has_picture and fit.size < goals_and_below.size,
                folded(below),
            )
        )
    return sections


def _area(line: Line) -> Area:
    if not isinstance(line.entry, Area):  # pragma: no cover
        raise TypeError(line.entry.kind)
    return line.entry


def _say(context: ViewContext) -> Say:
    def say(entry: Entry) -> str:
        if isinstance(entry, Measure | Project):
            return status_words(entry, context.language, context.today)
        below = Counter(child.kind for child in context.graph.below(entry))
        counted = Project if below[Project.kind] and not below[Measure.kind] else Measure
        return _counted(counted.kind, below[counted.kind], context.language)

    return say


PAGE = PageType("strategy_map", render, overview="map")
