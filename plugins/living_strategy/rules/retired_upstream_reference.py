"""A reference to an entry of a strategy above that is in force no more."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model.catalogue import EntryState
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "retired-upstream-reference",
    Severity.WARNING,
    message="“{title}” ({id}) is no longer in force in the strategy above.",
    hint="Point to something else, or ask whether you go on with it on your own.",
    hint_near="“{near}” took over.",
    hints={"split": "It was split. Point to one of these: {near}."},
    meaning="An entry that a strategy above has retired or removed keeps its id, but nobody there builds on it.",
    wrong="goals: [nasjonal:ventetid]",
    right="goals: [nasjonal:kortere-ventetid]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report `ks:id` in fields and texts if the entry is retired or removed."""
    for reference in graph.upstream:
        entry = reference.entry
        pinned = graph.corpus.upstreams.get(reference.upstream)
        if entry is None or entry.state is EntryState.IN_FORCE:
            continue
        catalogue = pinned.catalogue if pinned else None
        successors = catalogue.successors(entry.id) if catalogue else ()
        near = ", ".join(f"{reference.upstream}:{successor.id}" for successor in successors)
        params = {"title": entry.title, "id": reference.written, "near": near}
        if len(successors) > 1:
            params["case"] = "split"
        yield Diagnostic(CODE.name, graph.locate_upstream(reference), params, reference.source)


RULE = Rule(CODE, check)
