"""The front page: what the strategy is for, what came of it, what is new and late, where to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.collaboration import collaboration
from living_strategy.figures.leads import who_leads
from living_strategy.figures.newest import facts_span
from living_strategy.figures.overdue import overdue
from living_strategy.figures.presence import is_overview_in_use, overviews_with_content
from living_strategy.figures.progress import (
    Progress,
    measures_of,
    progress,
    projects_without_measure,
)
from living_strategy.figures.results import (
    Result,
    front_results,
    newest_of_area,
    results,
    results_by_area,
)
from living_strategy.model import Area, Entry, Framework, Goal, Measure, Project
from living_strategy.model.values import Milestone, Update
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.front.doors import doors
from living_strategy.site.pages.front.news import newest_news
from living_strategy.site.parts.adopted import strategy_since_adopted
from living_strategy.site.parts.following import following
from living_strategy.site.parts.linked_data import of_strategy
from living_strategy.site.parts.results import ShownResult, shown_result, shown_results
from living_strategy.upstream.national_words import summary_words

# The most reports, milestones and late dates of a list, and the most written pages.
_MAX_ITEMS, _MAX_PAGES = 5, 12
# Two rows of three.
_MAX_NEWS = 6


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield one page, at the root of the site."""
    measures, projects = graph.active(Measure), graph.active(Project)
    settings = context.settings
    deadlines = overdue((*measures, *projects), context.today)
    chosen = front_results(graph) if is_overview_in_use("results", settings) else ()
    yield context.page(
        "",
        "front.html",
        script="municipality.js" if is_overview_in_use("municipalities", settings) else "",
        title=settings.title,
        description=settings.summary or "",
        source=graph.corpus.settings_source.path,
        in_menu=True,
        linked_data=of_strategy(graph, context.language),
        head=following(context).head("", context),
        results=shown_results(chosen, context.language),
        result_count=len(results(graph)),
        areas=list(_areas(graph, context, chosen)),
        doors=doors(graph, context),
        span=facts_span((*measures, *projects)),
        measures=progress(measures, context.today),
        projects=progress(projects, context.today),
        everything=progress((*measures, *projects), context.today),
        adopted_state=strategy_since_adopted(context),
        national=[
            (one.pinned.title, summary_words(one, context.language)) for one in context.national
        ],
        frameworks=[
            framework
            for name in settings.frameworks
            if isinstance(framework := graph.find(name), Framework)
        ],
        news=newest_news(context, _MAX_NEWS),
        reports=newest_reports(graph),
        late=deadlines[:_MAX_ITEMS],
        late_count=len(deadlines),
        coming=list(islice(coming_milestones(graph, context), _MAX_ITEMS)),
        pages=graph.corpus.contents()[:_MAX_PAGES],
        lists={kind for kind, entries in graph.by_kind.items() if entries},
        shown=overviews_with_content(graph),
        has_leads=any(leads.holder for leads in who_leads(graph, context.today)),
        with_us=collaboration(graph, context.language.sort_key).is_known,
        lookup=context.addresses.lookup_file,
    )


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area with the result that stands for it, if anything was measured. `projects` are those
    that it has without a measure between.
    """

    area: Area
    result: ShownResult | None
    goals: int
    measures: Progress
    projects: Progress


def _areas(graph: Graph, context: ViewContext, chosen: Sequence[Result]) -> Iterator[AreaCard]:
    """Yield the areas, each with a result that the strip above does not show, if there is one."""
    under_area = {
        of_area.area.id: of_area for of_area in results_by_area(graph) if of_area.area is not None
    }
    for area in graph.active(Area):
        of_area = under_area.get(area.id)
        result = newest_of_area(of_area, chosen) if of_area else None
        yield AreaCard(
            area,
            shown_result(result, context.language) if result else None,
            sum(isinstance(entry, Goal) for entry in graph.below(area)),
            progress(measures_of(graph, area), context.today),
            progress(projects_without_measure(graph, area), context.today),
        )


def newest_reports(graph: Graph) -> list[tuple[Entry, Update]]:
    """Return the newest dated reports, newest first."""
    holders: tuple[Goal | Measure | Project, ...] = (
        *graph.active(Goal),
        *graph.active(Measure),
        *graph.active(Project),
    )
    reports: list[tuple[Entry, Update]] = [
        (entry, update) for entry in holders for update in entry.updates
    ]
    reports.sort(key=lambda report: (report[1].date.latest(), report[0].id), reverse=True)
    return reports[:_MAX_ITEMS]


def coming_milestones(graph: Graph, context: ViewContext) -> Iterator[tuple[Entry, Milestone]]:
    """Open milestones that lie ahead, the next one first."""
    holders: tuple[Measure | Project, ...] = (*graph.active(Measure), *graph.active(Project))
    coming: list[tuple[Entry, Milestone]] = [
        (entry, milestone)
        for entry in holders
        for milestone in entry.milestones
        if milestone.done is None and milestone.date.latest() >= context.today
    ]
    yield from sorted(coming, key=lambda pair: (pair[1].date.latest(), pair[0].id))


PAGE = PageType("front", render)
