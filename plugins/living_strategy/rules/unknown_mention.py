"""A mention in a text that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import KINDS
from living_strategy.rules.context import CheckContext

CODE = "unknown-mention"

_KINDS = tuple(kind.kind for kind in KINDS)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report `[[id]]` in a text when no entry has the id."""
    for loose in graph.loose_mentions:
        written = loose.mention.id
        params = {"id": written, "near": graph.nearest(written, _KINDS)}
        yield Diagnostic(CODE, graph.locate_mention(loose), params, loose.source)
