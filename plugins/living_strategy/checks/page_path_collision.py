"""Two pages that would have the same address."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.graph import Graph
from living_strategy.loading.corpus import ProsePage

CODE = "page-path-collision"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report written pages that lie where a generated or another written page lies."""
    first: dict[str, ProsePage] = {}
    for page in graph.corpus.prose:
        other = first.setdefault(page.address, page)
        name = other.source.path if other is not page else _generated(graph, context, page.address)
        if name:
            params = {"other": name, "address": f"/{page.address}"}
            related = (Location(other.source.path),) if other is not page else ()
            yield Diagnostic(CODE, Location(page.source.path), params, "", related)


def _generated(graph: Graph, context: CheckContext, address: str) -> str:
    """The generated page with this address: a list or picture by its address, or an entry."""
    if address in context.addresses:
        return f"/{address}"
    folder, _, name = address.rstrip("/").rpartition("/")
    entry = graph.find(name)
    kind = context.addresses.get(f"{folder}/")
    return f"“{entry.title}”" if entry and entry.kind == kind else ""
