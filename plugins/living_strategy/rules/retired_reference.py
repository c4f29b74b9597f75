"""A field that points to a retired entry."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Entry
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "retired-reference",
    Severity.WARNING,
    message="“{id}” is retired.",
    hint="Point to what took over, or remove the link.",
    hint_near="Point to “{near}”, which replaced it.",
    hints={"split": "It was split. Point to one of these: {near}."},
    meaning="A retired entry keeps its page, but the strategy no longer builds on it.",
    wrong="uses: [gammel-kalender]",
    right="uses: [felles-kalender]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report links from entries in force to retired ones.

    What took over may say so, and a retired entry keeps the links it had.
    """
    for entry in graph.entries.values():
        if entry.retired is None:
            continue
        for link in graph.incoming.get(entry.id, ()):
            if graph.entries[link.source].retired is None:
                yield _pointed(graph, entry, link.source, link.path)
    for index, ref in enumerate(graph.corpus.settings.results):
        goal = graph.find(ref.partition("/")[0])
        if goal and goal.retired:
            yield _pointed(graph, goal, "", ("results", index))


def _pointed(graph: Graph, entry: Entry, source: str, path: KeyPath) -> Diagnostic:
    successors = graph.target_ids(entry.id, "replaced_by")
    params = {"id": entry.id, "near": ", ".join(successors)}
    if len(successors) > 1:
        params["case"] = "split"
    related = (graph.locate(entry.id, ("retired",)),)
    return Diagnostic(CODE.name, graph.locate(source, path), params, source, related)


RULE = Rule(CODE, check)
