"""The whole strategy as one page to print: areas, goals, measures and projects in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.graph import Graph
from living_strategy.model import Area, Entry, Goal, Measure, Project
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.item import Groups, outgoing_groups
from living_strategy.rendering.pagination import paginate

# A strategy of thousands is printed in parts: a browser gives up on a page of all of them.
ROWS = 400


@dataclass(frozen=True, slots=True)
class Chapter:
    """One entry. `part` is the name of its kind where that kind begins; `linked` are the entries
    it points to.
    """

    entry: Entry
    part: str
    linked: Groups


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """One page, or as many as a large strategy needs. It is no page to search or find."""
    language = context.language
    chapters = list(_chapters(graph, context))
    title = language.text("The whole strategy")
    path = context.addresses.view("print")
    for part in paginate(chapters, path, ROWS, language):
        yield context.page(
            part.path,
            "printout.html",
            title=part.title(title),
            description=language.text("Areas, goals, measures and projects on one page, to print."),
            part=part,
        )


def _chapters(graph: Graph, context: ViewContext) -> Iterator[Chapter]:
    for kind in (Area, Goal, Measure, Project):
        part = context.language.text(kind.labels)
        for entry in graph.of_kind(kind):
            if not entry.retired:
                yield Chapter(entry, part, outgoing_groups(entry, context))
                part = ""
