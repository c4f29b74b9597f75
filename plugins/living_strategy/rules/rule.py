"""Rule: a code, and the check that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext

Check = Callable[[Graph, CheckContext], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across entries. `check` yields one finding for each mistake, with the rule's code."""

    code: Code
    check: Check
