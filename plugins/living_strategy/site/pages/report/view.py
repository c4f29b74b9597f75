"""Report: what was done, started, moved, reported, decided and measured in each part of a year."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.report import Reported, report_paper, report_title
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.period_reports import part_links, part_path, year_parts


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the list of reports, and each of them; nothing where no history is known."""
    links = part_links(context)
    if not links:
        return
    text = context.language.text
    heading, top = text("Reports"), context.addresses.view("report")
    yield context.page(
        top,
        "reports.html",
        page_type="report",
        title=heading,
        description=text("What happened period by period, by priority area."),
        reports=links,
        part=None,
    )
    reported = Reported(graph, context.history, context.today)
    words = ChangeWords(
        context.titles, context.language, lambda kind, entry: _path(entry, graph, context)
    )
    for part in year_parts(context):
        title = report_title(part.period, context.language)
        yield context.page(
            part_path(part, context),
            "report.html",
            title=title,
            description=text(
                "What was done, started, moved, stopped, reported, decided and measured."
            ),
            outline=report_paper(title, part.period, reported, words),
            heading=heading,
            top=top,
            notice=context.history_notice,
            part=None,
        )


def _path(entry: str, graph: Graph, context: ViewContext) -> str:
    there = graph.entries.get(entry)
    return context.addresses.entry(there) if there else ""


PAGE = PageType("report", render)
