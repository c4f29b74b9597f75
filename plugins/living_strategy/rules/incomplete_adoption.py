"""A record that does not say what its state needs."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Particular, Terms
from living_strategy.model.adoption import Adoption, AdoptionState
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "incomplete-adoption",
    Severity.ERROR,
    message="The state is “{state}”, but no reason is given.",
    messages={
        "overlays": "The state is “{state}”, but nothing says what is different here.",
        "planned": "The state is “{state}”, but not for when.",
    },
    hint="Add “reason:” with one sentence for the public.",
    hints={
        "overlays": "Add “overlays:” with the fields that say something else here, or write “state: adopted”.",
        "planned": "Add “planned:” with a year or a date.",
    },
    meaning="Readers shall see why a council does something else than the strategy above says, what is different, and when what is planned will come.",
    wrong="state: declined",
    right="state: declined\nreason: Vi har ikke denne tjenesten.",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the reason, the overlays and the date that a record lacks."""
    for record in graph.corpus.adoptions:
        for case in _lacks(record.adoption):
            if case not in record.dropped and "state" not in record.dropped:
                state = Terms((record.adoption.state,))
                params: dict[str, Particular] = {"state": state, "case": case}
                yield Diagnostic(CODE.name, record.locate("state"), params, record.id)


def _lacks(adoption: Adoption) -> Iterator[str]:
    if adoption.state.needs_reason and not adoption.reason:
        yield "reason"
    if adoption.state is AdoptionState.ADAPTED and not adoption.overlays:
        yield "overlays"
    if adoption.state is AdoptionState.PLANNED and not adoption.planned:
        yield "planned"


RULE = Rule(CODE, check)
