"""A reference to an entry of a strategy above that the pinned version does not have."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity, nearest
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.upstream.treatment import nearest_entry

CODE = Code(
    "unknown-upstream-reference",
    Severity.ERROR,
    message="“{name}” has no entry with the id “{id}” in version {version}.",
    messages={
        "kind": "“{title}” ({id}) is of a kind that cannot stand in this field.",
        "name": "strategy.yml names no strategy “{name}” that this one follows.",
    },
    hints={"kind": "Write it in the field for its kind, or take it out."},
    hint="Check the spelling, or take the reference out.",
    hint_near="Did you mean “{near}”?",
    meaning="The id of an entry of a strategy above is written with the short name of that strategy and a colon, and leads to the version that is pinned.",
    wrong="goals: [nasjonal:kortre-ventetid]",
    right="goals: [nasjonal:kortere-ventetid]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report `ks:id` in fields and texts if there is no such entry, or no such strategy."""
    for reference in graph.upstream:
        if reference.entry:
            relation = reference.relation
            if relation and reference.entry.kind not in relation.targets:
                params = {"case": "kind", "id": reference.written, "title": reference.entry.title}
                location = graph.locate_upstream(reference)
                yield Diagnostic(CODE.name, location, params, reference.source)
            continue
        pinned = graph.corpus.upstreams.get(reference.upstream)
        params = {"name": reference.upstream, "id": reference.id}
        if pinned is None:
            near = nearest(reference.upstream, graph.corpus.upstreams)
            params |= {"case": "name", "near": f"{near}:{reference.id}" if near else ""}
        elif pinned.catalogue:
            near = nearest_entry(pinned.catalogue, reference.id)
            params["version"] = pinned.catalogue.version
            params["near"] = f"{reference.upstream}:{near}" if near else ""
        else:
            # What is wrong with the pin is reported there.
            continue
        yield Diagnostic(CODE.name, graph.locate_upstream(reference), params, reference.source)


RULE = Rule(CODE, check)
