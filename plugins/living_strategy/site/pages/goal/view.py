"""A goal: its standing, indicators, measures and the projects behind them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.progress import progress, projects_of
from living_strategy.model import Goal
from living_strategy.model.goal import Indicator
from living_strategy.model.measure import SERVES
from living_strategy.model.values import Unit
from living_strategy.partial_date import PartialDate
from living_strategy.site.context import ViewContext
from living_strategy.site.groups import MAX_LISTED
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import framework_goals, item_pages
from living_strategy.site.pictures.bars import Bar, BarChart, Segment, Whole, bar_chart

# Bars are drawn from whole numbers, so values keep two decimals.
_SCALE = 100


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Goal, "goal.html", context, _extra)


def _extra(goal: Goal, graph: Graph, context: ViewContext) -> dict[str, Any]:
    measures = graph.sources(goal.id, SERVES.inverse)
    projects = projects_of(graph, measures)[:MAX_LISTED]
    return {
        "supported": framework_goals(goal.frameworks, graph),
        "progress": progress(measures, context.today),
        "charts": {
            indicator.id: indicator_chart(indicator, context) for indicator in goal.indicators
        },
        "signals": context.signals_of(goal).told,
        "projects": projects,
        "listed": projects,
    }


def indicator_chart(indicator: Indicator, context: ViewContext) -> BarChart | None:
    """Draw a bar for each time it was measured and one for the target. A figure that was measured
    once is a number and no picture. Shares of a hundred all have the same scale.
    """
    measured = [*([indicator.baseline] if indicator.baseline else []), *indicator.values]
    target = indicator.target
    numbers = [measurement.value for measurement in measured] + ([target.value] if target else [])
    if len(measured) < 2 or min(numbers) < 0:
        return None
    bars, before = [], None
    for measurement in measured:
        style = "baseline" if measurement is indicator.baseline else "value"
        bars.append(_bar(style, measurement.date, measurement.value, before, indicator, context))
        before = measurement.date
    if target:
        bars.append(_bar("target", target.date, target.value, before, indicator, context))
    if indicator.unit is not Unit.PERCENT:
        return bar_chart(bars)
    return bar_chart(bars, Whole(100 * _SCALE, context.language.percent(Decimal("100.0"))))


def _bar(
    style: str,
    date: PartialDate | None,
    value: Decimal,
    before: PartialDate | None,
    indicator: Indicator,
    context: ViewContext,
) -> Bar:
    language = context.language
    words = {
        "baseline": language.text("{date}, baseline"),
        "target": language.text("{date}, target"),
    }
    label = words.get(style, "{date}").format(date=language.date(date)) if date else ""
    percent = indicator.unit is Unit.PERCENT
    return Bar(
        label or language.text("Target"),
        (Segment(round(value * _SCALE), style),),
        language.percent(value) if percent else language.number(value),
        _years_between(before, date, context),
    )


def _years_between(
    before: PartialDate | None, date: PartialDate | None, context: ViewContext
) -> str:
    """Say how many years lie between two bars: the bars are equally spaced, years are not."""
    years = date.year - before.year if before and date else 0
    if years < 2:
        return ""
    later = context.language.plural("{count} year later", "{count} years later", years)
    return later.format(count=years)


PAGE = PageType("goal", render)
