"""Two written pages with one title."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "duplicate-page-title",
    Severity.WARNING,
    message="The page has the same title as {other}: “{title}”.",
    hint="Give one of them another title, or make one page of the two.",
    meaning="Readers choose a page by its title: in the menu, in a search and among the tabs of the browser. Capital letters make no difference. Pages in different languages may share a title.",
    wrong="# Om strategien (in both om.md and bakgrunn.md)",
    right="# Om strategien (in om.md)\n# Bakgrunn (in bakgrunn.md)",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report written pages whose title another one has, each with the first that has it."""
    first: dict[tuple[str, str], ProsePage] = {}
    for page in graph.corpus.prose:
        other = first.setdefault((page.language, page.title.casefold()), page)
        if other is not page:
            params = {"title": page.title, "other": other.source.path}
            yield Diagnostic(CODE.name, _place(page), params, "", (_place(other),))


def _place(page: ProsePage) -> Location:
    """Return where the title stands: as the heading, or among the fields above the text."""
    text = page.text.text
    if (offset := text.find(page.title)) >= 0:
        return page.source.locate_in_text(page.text.path, text, offset, page.title)
    return Location(page.source.path, 1, 1)


RULE = Rule(CODE, check)
