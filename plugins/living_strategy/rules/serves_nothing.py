"""A measure or project that hangs on nothing further up in the strategy."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.field_types import example_at
from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Entry
from living_strategy.model.levels import LEVELS, WAYS_UP
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "serves-nothing",
    Severity.ERROR,
    message="Nothing says what “{title}” is for.",
    hint="Write what it serves, in one of these fields or several: {fields}. Example: {example}",
    meaning="A measure serves goals, or belongs to a priority area. A project carries out measures; where there are none, it serves goals or belongs to a priority area. Without any of these it stands nowhere in the strategy.",
    wrong="(a measure with neither “goals” nor “areas”)",
    right="goals: [kortere-ventetid]",
    fixed=True,
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report entries in which every field that leads upwards is empty.

    An entry that a mistake may have cut off is passed over: the mistake is reported where it is.
    """
    for kind in LEVELS:
        names = [keys[0] for keys, _ in WAYS_UP[kind.kind]]
        for entry in graph.of_kind(kind) if names else ():
            record = graph.record(entry.id)
            if all(record.lacks(name) for name in names):
                params = {"title": entry.title, **_proposal(graph, kind)}
                yield Diagnostic(CODE.name, record.locate(names[0]), params, entry.id)


def _proposal(graph: Graph, kind: type[Entry]) -> dict[str, str]:
    """Return the fields that can be filled in, and an example with an id that exists.

    What the strategy has no entries of is not proposed, unless it has nothing at all.
    """
    ids = {
        keys[0]: [entry.id for target in relation.targets for entry in graph.by_kind[target]]
        for keys, relation in WAYS_UP[kind.kind]
    }
    names = [name for name in ids if ids[name]] or list(ids)
    example = f"[{ids[names[0]][0]}]" if ids[names[0]] else example_at(kind, (names[0],))
    return {"fields": ", ".join(names), "example": f"{names[0]}: {example}"}


RULE = Rule(CODE, check)
