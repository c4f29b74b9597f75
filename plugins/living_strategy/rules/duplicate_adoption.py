"""Two records about one entry of the strategy above."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.upstream.treatment import records_by_entry

CODE = Code(
    "duplicate-adoption",
    Severity.ERROR,
    message="There are two records about “{id}”: {other_file} is the other one.",
    hint="Keep the one that is right, under the id that the entry has today.",
    meaning="A council has decided one thing about an entry. A record under an earlier id is about the same entry.",
    wrong="adoption/nasjonal/ventetid.yml and adoption/nasjonal/kortere-ventetid.yml",
    right="adoption/nasjonal/kortere-ventetid.yml",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each record about an entry that another one is about already."""
    for pinned in graph.corpus.upstreams.values():
        first = records_by_entry(graph.corpus.adoptions, pinned)
        for record in graph.corpus.adoptions:
            if record.upstream != pinned.name or pinned.catalogue is None:
                continue
            entry = pinned.catalogue.find(record.id)
            if entry and first[entry.id] is not record:
                params = {"id": entry.id, "other_file": first[entry.id].source.path}
                related = (first[entry.id].locate("state"),)
                place = record.locate("state")
                yield Diagnostic(CODE.name, place, params, record.id, related)


RULE = Rule(CODE, check)
