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
    wrong="goals: [innebygd-personvern, innebygd-personvern]",
    right="goals: [innebygd-personvern]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the second of two equal references in one list, also when one is an earlier id."""
    for source, links in graph.outgoing.items():
        references = ((link.path, f"{link.target}/{link.part}".rstrip("/")) for link in links)
        yield from _repeated(graph, source, references)
    for source, mentions in groupby(graph.places, lambda mention: mention.source):
        unambiguous = (mention for mention in mentions if len(mention.found) == 1)
        yield from _repeated(
            graph, source, ((mention.path, mention.found[0].number) for mention in unambiguous)
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
