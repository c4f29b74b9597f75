"""A goal whose wording says that it was adopted while its standing says that it was not, or the
other way round.
"""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Goal
from living_strategy.model.goal import GoalWording, Standing
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "wording-against-standing",
    Severity.WARNING,
    message="The goal is a proposal, but its title is said to be that of a goal which was adopted.",
    messages={
        "adopted": "The goal was adopted, but its title is said to be our own proposal.",
    },
    hint="Write “wording: own” if the goal is a proposal, or “standing: adopted” if it was adopted.",
    hints={
        "adopted": "Write “wording: verbatim” if the title is quoted from what was adopted, and “wording: paraphrased” if it is not.",
    },
    meaning="Only what was adopted can be quoted or paraphrased. A goal that was adopted is never our own proposal, but its title may be a paraphrase.",
    wrong="standing: proposed\nwording: paraphrased",
    right="standing: proposed\nwording: own",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report goals whose wording and standing contradict each other."""
    for goal in graph.of_kind(Goal):
        is_adopted = goal.standing is Standing.ADOPTED
        if goal.wording and is_adopted is (goal.wording is GoalWording.OWN):
            particulars = {"case": "adopted"} if is_adopted else {}
            location = graph.locate(goal.id, ("wording",))
            yield Diagnostic(CODE.name, location, particulars, goal.id)


RULE = Rule(CODE, check)
