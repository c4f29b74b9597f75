"""Involvement: when, how and through whom the municipal sector took part in state projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.figures.involvement import documented_steps, state_projects
from living_strategy.figures.presence import overviews_with_content
from living_strategy.graph import Graph
from living_strategy.model.project import Step
from living_strategy.model.values import Status
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.pagination import paginate
from living_strategy.rendering.svg_bars import Bar, BarChart, Segment, bar_chart

ROWS = 200
# What is over cannot come yet: a missing step is then only not documented.
# Of these alone it can be said that a step lies ahead.
AHEAD = (Status.PROPOSED, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class StepCount:
    """A step, and for how many projects led by the state it is documented."""

    step: Step
    documented: int


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """The counts on the first page, the projects from there on."""
    found = state_projects(graph)
    led = [one for one in found if one.state_led]
    counts = [StepCount(step, count) for step, count in documented_steps(led).items()]
    language = context.language
    title = language.text("Involvement of the municipal sector")
    path = context.addresses.view("involvement")
    for part in paginate(found, path, ROWS, language):
        yield context.page(
            part.path,
            "involvement.html",
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text(
                "At which steps the municipal sector was involved in projects led by the state."
            ),
            in_menu=part.number == 1 and "involvement" in overviews_with_content(graph),
            part=part,
            counts=counts,
            led=len(led),
            others=len(found) - len(led),
            steps=tuple(Step),
            ahead=AHEAD,
            chart=_chart(counts, len(led), context),
        )


def _chart(counts: list[StepCount], total: int, context: ViewContext) -> BarChart:
    language = context.language
    return bar_chart(
        [
            Bar(
                language.term(one.step),
                (
                    Segment(one.documented, "yes", str(one.documented)),
                    Segment(total - one.documented, "no", str(total - one.documented)),
                ),
                language.text("{part} of {whole}").format(part=one.documented, whole=total),
            )
            for one in counts
        ]
    )
