"""A measure: its status, what it serves, who answers for it, and its projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.funding import add_up_costs
from living_strategy.figures.milestones import next_milestone
from living_strategy.figures.overdue import overdue
from living_strategy.model import Measure
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages
from living_strategy.site.parts.told_gains import told_gains


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Measure, "measure.html", context, _extra)


def _extra(measure: Measure, graph: Graph, context: ViewContext) -> dict[str, Any]:
    return {
        "cost": add_up_costs(measure.costs),
        "gains_told": told_gains(measure, context.language),
        "coming": next_milestone(measure, context.today),
        "late": overdue((measure,), context.today),
        "signals": context.signals_of(measure).told,
    }


PAGE = PageType("measure", render)
