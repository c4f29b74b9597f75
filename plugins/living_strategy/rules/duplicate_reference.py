"""A list that names the same entry or municipality twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "duplicate-reference",
    Severity.WARNING,
    message="“{id}” stands twice in “{field}”.",
    hint="Remove one of them.",
    meaning="An entry is linked once in each field.",
    wrong="goals: [kortere-ventetid, kortere-ventetid]",
    right="goals: [kortere-ventetid]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the second of two equal references in one list, also when one is an earlier id."""
    for source, links in graph.outgoing.items():
        # Where the same entry is linked once, nothing can be repeated.
        if len({link.target for link in links}) < len(links):
            references = ((link.path, f"{link.target}/{link.part}".rstrip("/")) for link in links)
            yield from _repeated(graph, source, references)
    results = graph.corpus.settings.results
    yield from _repeated(
        graph, "", ((("results", index), ref) for index, ref in enumerate(results))
    )
    for source, places in groupby(graph.places, lambda place: place.source):
        unambiguous = (place for place in places if len(place.candidates) == 1)
        yield from _repeated(
            graph, source, ((place.path, place.candidates[0].number) for place in unambiguous)
        )


def _repeated(
    graph: Graph, source: str, references: Iterable[tuple[KeyPath, str]]
) -> Iterator[Diagnostic]:
    first: dict[tuple[KeyPath, str], KeyPath] = {}
    for path, name in references:
        # A reference outside a list stands alone in its field.
        if not isinstance(path[-1], int):
            continue
        earlier = first.setdefault((path[:-1], name), path)
        if earlier is not path:
            params = {"id": name, "field": str(path[-2])}
            related = (graph.locate(source, earlier),)
            yield Diagnostic(CODE.name, graph.locate(source, path), params, source, related)


RULE = Rule(CODE, check)
