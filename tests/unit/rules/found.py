"""What one rule finds in a graph."""

from __future__ import annotations

from typing import Any

from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Entry
from living_strategy.rules import CHECKS, CheckContext
from tests.factories import TODAY, a_graph

CONTEXT = CheckContext(TODAY)


def found(
    code: str, *entries: Entry, context: CheckContext = CONTEXT, **corpus: Any
) -> list[Diagnostic]:
    """The findings of the rule with this code."""
    [rule] = [check for check in CHECKS if code == check.CODE]
    return list(rule.check(a_graph(*entries, **corpus), context))


def fields(code: str, *entries: Entry, **corpus: Any) -> list[str]:
    """The fields that the rule with this code points at."""
    return [one.location.field for one in found(code, *entries, **corpus)]
