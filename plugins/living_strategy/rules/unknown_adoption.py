"""A record about an entry that the strategy above does not have."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.upstream.treatment import nearest_entry

CODE = Code(
    "unknown-adoption",
    Severity.ERROR,
    message="“{name}” has no entry with the id “{id}” in version {version}.",
    hint="The file name is the id of the entry above. Check the spelling, or delete the record.",
    hint_near="Did you mean “{near}”? The file name is the id of the entry above.",
    meaning="A record says what the council has decided about one entry of the pinned version.",
    wrong="adoption/nasjonal/kortre-ventetid.yml",
    right="adoption/nasjonal/kortere-ventetid.yml",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each record whose id no entry has or had, in any version that is here."""
    for record in graph.corpus.adoptions:
        pinned = graph.corpus.upstreams.get(record.upstream)
        catalogue = pinned.catalogue if pinned else None
        if pinned and catalogue and pinned.find(record.id) is None:
            params = {
                "name": record.upstream,
                "id": record.id,
                "version": catalogue.version,
                "near": nearest_entry(catalogue, record.id),
            }
            yield Diagnostic(CODE.name, record.locate("state"), params, record.id)


RULE = Rule(CODE, check)
