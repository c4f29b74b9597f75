"""A goal without measures, an area without goals, a measure without projects."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph
from living_strategy.model import Area, Entry, Goal, Measure

CODE = "orphan"

# Which kind needs to be pointed to, by which relation (its inverse name), from which kind.
_EXPECTED: tuple[tuple[type[Entry], str, str], ...] = (
    (Area, "goals", "goal"),
    (Goal, "served_by", "measure"),
    (Measure, "implemented_by", "project"),
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report entries in force that nothing works for.

    An entry that a file with mistakes points to is passed over: the mistake is reported there.
    """
    for kind, inverse, source_kind in _EXPECTED:
        for entry in graph.of_kind(kind):
            if entry.retired or entry.id in graph.corpus.broken_links:
                continue
            if not graph.source_ids(entry.id, inverse):
                params = {"kind": entry.kind, "source_kinds": source_kind}
                place = graph.record(entry.id).locate("id")
                yield Diagnostic(CODE, place, params, entry.id)
