"""A field that names an id which no entry has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from living_strategy.content.graph import Graph
from living_strategy.content.validate import id_from
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language import placeholder_ids
from living_strategy.language.particulars import Commands, Kinds, Particular
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-reference",
    Severity.ERROR,
    message="There is no {target_kinds} with the id “{id}”.",
    hint="Check the spelling, or begin the entry with {new_commands}. {commands} shows all there are. An entry that leaves the strategy is kept, with “retired” filled in.",
    hint_near="Did you mean “{near}”? {commands} shows all there are.",
    hints={
        "stand-in": "“{id}” only keeps the place open: write an id instead. {commands} shows all there are."
    },
    meaning="A field that points to another entry must hold the id of one that exists.",
    wrong="goals: [kortre-ventetid]",
    right="goals: [kortere-ventetid]",
)
# With more kinds than these one list of everything is easier to read than many commands.
_MAX_COMMANDS = 3


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report references to nothing, such as `goals: [kortre-ventetid]`."""
    for reference in graph.unresolved:
        if graph.find(reference.written) is None:
            kinds = reference.relation.targets
            params: dict[str, Particular] = {
                "id": reference.written,
                "target_kinds": Kinds(kinds),
                "near": graph.nearest(reference.written, kinds),
                "commands": _commands(kinds),
                "new_commands": _beginnings(kinds, reference.written),
            }
            if reference.written in placeholder_ids():
                params["case"] = "stand-in"
            yield Diagnostic(
                CODE.name, graph.locate(reference.source, reference.path), params, reference.source
            )


def _beginnings(kinds: Sequence[str], entry_id: str) -> Commands:
    """Return the commands that begin the entry which is missing."""
    if len(kinds) > _MAX_COMMANDS:
        return Commands(("new",))
    return Commands(tuple(f"new {kind} {id_from(entry_id)}".rstrip() for kind in kinds))


def _commands(kinds: Sequence[str]) -> Commands:
    """Return the commands that show what may be chosen."""
    if len(kinds) > _MAX_COMMANDS:
        return Commands(("list",))
    return Commands(tuple(f"list {kind}" for kind in kinds))


RULE = Rule(CODE, check)
