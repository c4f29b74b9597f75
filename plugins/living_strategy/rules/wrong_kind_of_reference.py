"""A field that names an entry of a kind it cannot point to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.content.linking import PARTICIPANTS
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Entry, Organisation
from living_strategy.rules.context import CheckContext, meant_place

CODE = "wrong-kind-of-reference"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report references to the wrong kind, such as a project in the `goals` of a measure."""
    for loose in graph.loose_ends:
        if found := graph.find(loose.written):
            kinds = loose.relation.targets
            place = graph.locate(loose.source, loose.path)
            params = {
                "id": loose.written,
                "found_kind": found.kind,
                "field": [name for name in loose.path if isinstance(name, str)][-1],
                "target_kinds": ",".join(kinds),
                "near": graph.nearest(loose.written, kinds),
            }
            if loose.relation.name == PARTICIPANTS:
                params |= _participant(graph, found, params["near"])
            yield Diagnostic(CODE, place, params, loose.source, (graph.locate(found.id, ("id",)),))


def _participant(graph: Graph, found: Entry, near: str) -> Mapping[str, str]:
    """Municipalities take part under their own name, also those that are organisations, too."""
    number = found.number if found.kind == Organisation.kind else ""
    named = graph.corpus.municipalities.by_number.get(number or "")
    if meant := named or graph.nearest_place(found.title):
        return meant_place(graph, meant)
    return {} if near else {"case": "participant"}
