"""A goal: its standing, indicators, measures and the projects behind them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from living_strategy.artifact import Page
from living_strategy.figures.progress import progress, projects_of
from living_strategy.graph import Graph
from living_strategy.model import Goal
from living_strategy.model.goal import Indicator
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.item import MOST_LISTED, framework_goals, item_pages
from living_strategy.rendering.svg_bars import Bar, BarChart, Segment, bar_chart

# Bars are drawn from whole numbers, so values keep two decimals.
_SCALE = 100


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """One page for each entry of the kind."""
    return item_pages(Goal, "goal.html", context, _extra)


def _extra(goal: Goal, graph: Graph, context: ViewContext) -> dict[str, Any]:
    measures = graph.sources(goal.id, "served_by")
    return {
        "supported": framework_goals(goal.frameworks, graph),
        "progress": progress(measures, context.today),
        "charts": {one.id: indicator_chart(one, context) for one in goal.indicators},
        "projects": projects_of(graph, measures)[:MOST_LISTED],
    }


def indicator_chart(indicator: Indicator, context: ViewContext) -> BarChart | None:
    """A bar for each value and one for the target; one figure alone is no picture."""
    language = context.language
    found: list[tuple[str, str, Decimal]] = []
    if indicator.baseline:
        words = language.text("{date}, baseline")
        date = language.date(indicator.baseline.date)
        found.append(("baseline", words.format(date=date), indicator.baseline.value))
    found += [("value", language.date(one.date), one.value) for one in indicator.values]
    if target := indicator.target:
        words = language.text("{date}, target") if target.date else language.text("Target")
        label = words.format(date=language.date(target.date)) if target.date else words
        found.append(("target", label, target.value))
    if len(found) < 2 or min(value for *_, value in found) < 0:
        return None
    return bar_chart(
        [
            Bar(label, (Segment(round(value * _SCALE), style),), language.number(value))
            for style, label, value in found
        ]
    )
