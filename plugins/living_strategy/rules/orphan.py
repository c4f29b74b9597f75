"""A goal without measures, an area without goals."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Kind
from living_strategy.model import Area, Entry, Goal
from living_strategy.model.goal import BELONGS_TO
from living_strategy.model.measure import SERVES
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "orphan",
    Severity.WARNING,
    message="No {source_kinds} points to this {kind}.",
    hint="Link it from one, or ask whether it belongs in the strategy.",
    meaning="A goal without measures or an area without goals is a promise that nobody works on, or a link that was forgotten.",
    wrong="(a goal that no measure names in “goals”)",
    right="measures/tiltak.md: goals: [innebygd-personvern]",
)

# Which kind needs to be pointed to, by which relation (its inverse name), from which kind.
_EXPECTED: tuple[tuple[type[Entry], str, str], ...] = (
    (Area, BELONGS_TO.inverse, "goal"),
    (Goal, SERVES.inverse, "measure"),
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report areas and goals in force that nothing works for.

    A measure needs no joint project: most of what a municipality does is its own work.

    An entry that a mistake may have cut off is passed over: the mistake is reported where it is.
    """
    for kind, inverse, source_kind in _EXPECTED:
        if source_kind in graph.corpus.unread:
            continue
        cut_off = graph.corpus.broken_links | _misspelt(graph, inverse)
        for entry in graph.active(kind):
            has_sources = graph.source_ids(entry.id, inverse) or entry.id in cut_off
            if not has_sources:
                params = {"kind": Kind(entry.kind), "source_kinds": Kind(source_kind)}
                yield Diagnostic(CODE.name, graph.record(entry.id).locate("id"), params, entry.id)


def _misspelt(graph: Graph, inverse: str) -> set[str]:
    """Return the entries that misspelt references were most likely meant for."""
    return {
        graph.nearest(reference.written, reference.relation.targets)
        for reference in graph.unresolved
        if reference.relation.inverse == inverse
    }


RULE = Rule(CODE, check)
