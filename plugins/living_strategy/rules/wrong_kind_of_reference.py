"""A field that names an entry of a kind it cannot point to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Kind, Kinds, Particular
from living_strategy.model import Entry, Organisation
from living_strategy.model.project import PARTICIPANTS
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext, meant_place
from living_strategy.rules.rule import Rule

CODE = Code(
    "wrong-kind-of-reference",
    Severity.ERROR,
    message="“{id}” is of the kind {found_kind}, but “{field}” points to: {target_kinds}.",
    hint="Choose an entry of the right kind.",
    hint_near="Did you mean “{near}”?",
    hints={
        "municipality": 'Did you mean {near}? Write the name, or the number in quotes: "{number}".',
        "county": 'Write a county by its number in quotes: "{number}" is {near}.',
        "participant": 'Write a municipality of today by its name or by its number in quotes, such as Bodø or "1804".',
    },
    meaning="Each field points to certain kinds only: “measures” to measures, “goals” to goals, “areas” to priority areas.",
    wrong="goals: [ny-timebok]",
    right="goals: [kortere-ventetid]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report references to the wrong kind, such as a project in the `goals` of a measure."""
    for reference in graph.unresolved:
        if entry := graph.find(reference.written):
            kinds = reference.relation.targets
            location = graph.locate(reference.source, reference.path)
            suggestion = graph.nearest(reference.written, kinds)
            params: dict[str, Particular] = {
                "id": reference.written,
                "found_kind": Kind(entry.kind),
                "field": [name for name in reference.path if isinstance(name, str)][-1],
                "target_kinds": Kinds(kinds),
                "near": suggestion,
            }
            if reference.relation == PARTICIPANTS:
                params |= _participant(graph, entry, suggestion)
            yield Diagnostic(
                CODE.name, location, params, reference.source, (graph.locate(entry.id, ("id",)),)
            )


def _participant(graph: Graph, entry: Entry, suggestion: str) -> Mapping[str, str]:
    """Municipalities take part under their own name, also those that are organisations, too."""
    number = entry.number if entry.kind == Organisation.kind else ""
    register = graph.corpus.municipalities
    municipality = register.by_number.get(register.present(number or ""))
    if meant := municipality or graph.nearest_place(entry.title):
        return meant_place(graph, meant)
    return {} if suggestion else {"case": "participant"}


RULE = Rule(CODE, check)
