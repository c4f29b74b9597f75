"""A goal or an area that nothing works for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Kind, Kinds, Particulars
from living_strategy.model import KINDS, Area, Entry, Goal
from living_strategy.model.levels import DOWN
from living_strategy.model.relations import relations_of
from living_strategy.model.trait import Relation
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "orphan",
    Severity.WARNING,
    message="No {source_kinds} points to this {kind}.",
    hint="Link it from one, or ask whether it belongs in the strategy.",
    meaning="A goal with neither measures nor projects, or an area with none of them and no goals, is a promise that nobody works on, or a link that was forgotten.",
    wrong="(a goal that no measure names in “goals”)",
    right="measures/tiltak.md: goals: [kortere-ventetid]",
)

# What something must work for. Most of what a municipality does is its own work, so that a measure
# needs no project.
_EXPECTED: tuple[type[Entry], ...] = (Area, Goal)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report areas and goals in force that nothing works for.

    An entry that a mistake may have cut off is passed over: the mistake is reported where it is.
    """
    for kind in _EXPECTED:
        relations = DOWN[kind.kind]
        sources = _sources(relations)
        if not graph.corpus.unread.isdisjoint(sources):
            continue
        cut_off = graph.corpus.broken_links | _misspelt(graph, relations)
        in_use = tuple(key for key in sources if graph.by_kind[key]) or sources[:1]
        for entry in graph.active(kind):
            pointed_to = any(graph.source_ids(entry.id, relation.inverse) for relation in relations)
            if not pointed_to and entry.id not in cut_off:
                params: Particulars = {"kind": Kind(entry.kind), "source_kinds": Kinds(in_use)}
                yield Diagnostic(CODE.name, graph.record(entry.id).locate("id"), params, entry.id)


def _sources(relations: Sequence[Relation]) -> tuple[str, ...]:
    """Return the kinds that have these relations, in order."""
    return tuple(
        kind.kind
        for kind in KINDS
        if any(field.relation in relations for field in relations_of(kind))
    )


def _misspelt(graph: Graph, relations: Sequence[Relation]) -> set[str]:
    """Return the entries that misspelt references were most likely meant for."""
    return {
        graph.nearest(reference.written, reference.relation.targets)
        for reference in graph.unresolved
        if reference.relation in relations
    }


RULE = Rule(CODE, check)
