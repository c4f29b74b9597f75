"""What one rule finds in a graph."""

from __future__ import annotations

from typing import Any

from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Entry
from living_strategy.rules import CODES, RULES, CheckContext
from tests.factories import TODAY, a_graph

CONTEXT = CheckContext(TODAY, codes=CODES)


def found(
    code: str, *entries: Entry, context: CheckContext = CONTEXT, **corpus: Any
) -> list[Diagnostic]:
    """The findings of the rule with this code."""
    [rule] = [rule for rule in RULES if code == rule.code.name]
    return list(rule.check(a_graph(*entries, **corpus), context))


def fields(code: str, *entries: Entry, **corpus: Any) -> list[str]:
    """The fields that the rule with this code points at."""
    return [finding.location.field for finding in found(code, *entries, **corpus)]
